"""Who says, and in which words, that the applicant never travelled: and who does not, though it sounds alike."""

from datetime import date

import pytest

from consistency.comparator.whereabouts.travel_denials import Denial, denials
from tests.comparator.examples import case_of

SAID = (
    "I have never travelled outside my country.",
    "I have never traveled abroad before.",
    "I have not travelled outside of India.",
    "I haven't travelled anywhere.",
    "I have no travel history.",
    "I do not have any travel history.",
    "I have no prior international travel history.",
    "This will be my first trip outside Vietnam.",
    "Canada will be my first international trip.",
    "I have never left my home country.",
    "I have never been abroad.",
    "My travel history is nil.",
    "Although I have never travelled, I will respect the conditions.",
    "Je n'ai jamais voyagé à l'étranger.",
    "Je n'ai jamais quitté mon pays.",
    "Je ne suis jamais sorti du Maroc.",
    "Je n'ai effectué aucun voyage à l'étranger.",
    "Je n'ai aucun antécédent de voyage.",
    "Ce sera mon premier voyage à l'étranger.",
    "The applicant has never travelled outside Nigeria.",
    "My client has no previous travel history.",
    "As for travel history, I have never been outside Nepal.",
    "I have not yet travelled to any country.",
    "I have never visited any other country.",
    "My wife and I have never travelled abroad.",
    "I had never travelled abroad before 2019.",
    "I have not travelled since 2015.",
    "I have never travelled to Canada.",
    "I have never been to Canada before.",
    "I have never visited Europe.",
    "I have not been out of the country.",
    "Travel history: I have never travelled.",
    "Je n'ai pas encore voyagé.",
    "Je n'ai jamais visité le Canada.",
    "I never travelled abroad in the last five years.",
    "I did not travel outside my country in 2022.",
    "I have never set foot outside Pakistan.",
    "Honestly, I have no previous travel outside the Philippines.",
    "I never left Iran.",
    "It would be the first time that I step outside Peru.",
    "C'est la première fois que je mettrai les pieds hors du Mali.",
    "Sans antécédents de voyage, je comprends la prudence de l'agent.",
)
NOT_SAID = (
    "I have never travelled abroad except for the journeys of my form.",
    "I have never travelled abroad except to Qwertyland.",
    "I have never travelled without authorisation.",
    "I have never travelled illegally.",
    "The officer noted that I have no travel history.",
    "The officer concluded that I have never travelled, which is not correct.",
    "It is not true that I have never travelled.",
    "My brother has never travelled abroad.",
    "My parents have never left the village.",
    "I have never overstayed a visa.",
    "I have never been refused a visa.",
    "I have never been arrested.",
    "I have not travelled much.",
    "I have not travelled extensively.",
    "If I had never travelled, I would understand.",
    "At the time of my first application, I had not travelled yet.",
    "I have travelled to many countries and never overstayed.",
    "I have limited travel history.",
    "My application was refused because I have no travel history.",
    "Je n'ai jamais été refusé.",
    "L'agent a noté que je n'ai jamais voyagé.",
    "Je n'ai jamais voyagé sans visa.",
    "Mon épouse n'a jamais voyagé.",
    "I have never travelled alone.",
    "I never travelled with my children.",
    "I have never left a job without notice.",
    "I have never left Canada without permission.",
    "I have no travel plans.",
    "I have no intention to travel to other countries.",
    "You stated that I have no travel history.",
    "I have never travelled for work.",
    "I have never visited a doctor for a serious illness.",
    "She has never travelled.",
    "I have not been to the office.",
    "The refusal states that my travel history is nil.",
    "I have no trips planned this year.",
    "I have never travelled under another name.",
    "I never travel without insurance.",
    "I have not yet received my travel history.",
    "I have never been married.",
    "Contrary to what was written, I have never travelled illegally.",
    "I have no objection to the officer's travel history concerns.",
    "Apart from one short trip with my parents, I have never travelled abroad.",
    "My journeys are listed above, and I have not travelled to any other country.",
    "I have not travelled to any other country than Turkey.",
)


def said(sentence: str) -> list[Denial]:
    words = f"I am applying for a work permit. I am a cook. I live with my parents. {sentence}"
    case = case_of(f'draft/explanation-letter.pdf as of 2026-03-01: text "{words}"')
    return list(denials(case.papers[0]))


@pytest.mark.parametrize("sentence", SAID)
def test_a_denial(sentence: str) -> None:
    assert len(said(sentence)) == 1
    assert said(sentence)[0].passage.text == sentence


@pytest.mark.parametrize("sentence", NOT_SAID)
def test_no_denial(sentence: str) -> None:
    assert said(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "country", "first", "about"),
    [
        ("I have never travelled to Canada.", "CA", "2022-03-06", True),
        ("I have never travelled to Canada.", "AE", "2022-03-06", False),
        ("I have never travelled outside India.", "IN", "2022-03-06", False),
        ("I have never travelled outside India.", "AE", "2022-03-06", True),
        ("I have never visited Europe.", "FR", "2022-03-06", True),
        ("I have never visited Europe.", "TR", "2022-03-06", False),
        ("I have never travelled outside Asia.", "JP", "2022-03-06", False),
        (
            "I have never travelled outside India except for one visit to Dubai in 2019.",
            "AE",
            "2019-03-06",
            False,
        ),
        (
            "I have never travelled outside India except for one visit to Dubai in 2019.",
            "TH",
            "2019-03-06",
            True,
        ),
        ("I have never travelled outside Asia, other than to Paris.", "FR", "2022-03-06", False),
        ("I have never travelled outside Asia, other than to Paris.", "US", "2022-03-06", True),
        ("Je n'ai jamais quitté mon pays, sauf pour un séjour à Tunis en 2018.", "TN", "2018-03-06", False),
        ("Je n'ai jamais quitté mon pays, sauf pour un séjour à Tunis en 2018.", "FR", "2018-03-06", True),
        ("I have never travelled outside Asia.", "FR", "2022-03-06", True),
        ("I had never travelled abroad before 2019.", "AE", "2018-03-06", True),
        ("I had never travelled abroad before 2019.", "AE", "2019-03-06", False),
        ("When I applied in 2021, I had never travelled.", "AE", "2020-03-06", True),
        ("When I applied in 2021, I had never travelled.", "AE", "2022-03-06", False),
        ("I have not travelled since 2015.", "AE", "2014-03-06", False),
        ("I have not travelled since 2015.", "AE", "2022-03-06", True),
        ("I never travelled abroad in the last five years.", "AE", "2019-03-06", False),
        ("I never travelled abroad in the last five years.", "AE", "2022-03-06", True),
        ("I have never travelled.", "AE", "2026-03-06", False),
        ("Apart from Turkey, I have never travelled abroad.", "TR", "2022-03-06", False),
        ("Apart from Turkey, I have never travelled abroad.", "AE", "2022-03-06", True),
        ("Apart from Turkey, Dubai and Sri Lanka I have never been abroad.", "AE", "2022-03-06", False),
        ("Apart from Turkey, Dubai and Sri Lanka I have never been abroad.", "LK", "2022-03-06", False),
        ("Except for the UAE, I have not travelled outside Nepal.", "AE", "2022-03-06", False),
        ("Except for the UAE, I have not travelled outside Nepal.", "QA", "2022-03-06", True),
        ("Besides, I have never travelled abroad.", "AE", "2022-03-06", True),
        (
            "I have no family in Oman except my cousin and I have never travelled abroad.",
            "OM",
            "2022-03-06",
            True,
        ),
        ("Outside of my own country, I have never travelled.", "AE", "2022-03-06", True),
        ("Hormis la Turquie, je n'ai jamais voyagé à l'étranger.", "TR", "2022-03-06", False),
        ("Hormis la Turquie, je n'ai jamais voyagé à l'étranger.", "AE", "2022-03-06", True),
        ("I visited Dubai once and I have not travelled to any other country.", "AE", "2022-03-06", False),
        ("I visited Dubai once and I have not travelled to any other country.", "TH", "2022-03-06", True),
        ("I have been to Europe. I have no other travel history.", "FR", "2022-03-06", False),
        ("I have been to Europe. I have no other travel history.", "AE", "2022-03-06", True),
        ("I visited Dubai in 2022. Apart from that, I have never travelled.", "AE", "2022-03-06", False),
        ("J'ai visité Dubaï. Je n'ai jamais visité d'autre pays.", "AE", "2022-03-06", False),
    ],
)
def test_what_a_denial_is_about(sentence: str, country: str, first: str, about: bool) -> None:
    (denial,) = said(sentence)
    day = date.fromisoformat(first)
    assert denial.scope.holds(country, (day, day)) is about


@pytest.mark.parametrize("years", ["999999999", "9" * 5_000, "²", "1_000"])
def test_a_number_of_years_that_nobody_has_lived_is_no_time(years: str) -> None:
    for sentence in (
        f"I have never travelled in the last {years} years.",
        f"Je n'ai jamais voyagé ces {years} dernières années.",
    ):
        assert [denial.scope.window for denial in said(sentence)] in ([], [(date.min, date(2026, 3, 1))])
