"""The table of the reasons of a refusal, over re-applications that are dealt, built as files and read."""

from collections.abc import Iterator

import pytest
from benchmarks.answers import Score, score

from consistency.comparator import tables
from consistency.comparator.reapplication.grounds import grounds, named_in
from consistency.extractors.refusals.reasons import officers
from tests.answers.dealing import ANSWERS, HALVES, dealt, wordings
from tests.bundled import sample

NAMES = {"jasmine example restaurant": "employer", "example kitchens": "employer", "tunisia": "homeland",
         "tunisie": "homeland", "tunis": "homeland"}  # fmt: skip
PLACES = {
    "home": "Tunisia",
    "city": "Tunis",
    "firm": "Example Kitchens Inc.",
    "work": "Jasmine Example Restaurant",
}


def told(part: str) -> Iterator[tuple[str, str]]:
    for ground, languages in wordings().items():
        for table in languages.values():
            yield from ((ground, text.format(**PLACES)) for text in table[part])


def named(text: str) -> set[str]:
    return {slug for sentence in text.split(". ") for slug in named_in(sentence, NAMES)}


@pytest.mark.parametrize(("half", "least"), [("development", 0.98), ("held_out", 0.9)])
def test_letters_name_grounds_in_many_words(half: str, least: float) -> None:
    found = [ground in named(text) for ground, text in told(half)]
    assert len(found) > 100
    assert sum(found) >= least * len(found)


@pytest.mark.parametrize("part", ["near", "near_held_out"])
def test_what_is_near_a_ground_does_not_name_it(part: str) -> None:
    found = [text for ground, text in told(part) if ground in named(text)]
    assert len(found) <= 0.03 * len(list(told(part))), found


@pytest.mark.parametrize("half", HALVES)
def test_verdicts_on_dealt_reapplications(half: str) -> None:
    found = score(dealt(number, half) for number in (0, 2))
    assert found.reasons >= 6
    assert found.right >= 0.9 * found.reasons, found.misses
    assert found.papers_right == found.papers
    assert found.odd_kept == found.odd > 0


def test_the_score_counts_what_is_wrong() -> None:
    found = Score()
    found.add(dealt(0, HALVES[0]), sample())
    assert found.right < found.reasons
    assert len(found.misses) == found.reasons - found.right
    assert found.papers_right < found.papers
    assert found.odd_kept == 0 < found.odd


def test_signs_that_are_left_out_are_those_of_officers() -> None:
    signs = {sign for told in officers().grounds.values() for sign in told}
    assert set(tables.toml("reasons")["without"]["signs"]) <= signs


def test_each_notion_of_applicants_is_used() -> None:
    table = tables.toml("reasons")
    signs = [sign for told in (*table["grounds"].values(), *officers().grounds.values()) for sign in told]
    used = {notion.lstrip("-") for sign in signs for notion in sign.split()}
    assert set(table["words"]) <= used


@pytest.mark.parametrize(
    ("sentence", "slug", "named"),
    [
        ("Family ties", "ties-family", True),
        ("Purpose.", "purpose", True),
        ("2. Mes voyages :", "travel", True),
        ("A mill has its purpose.", "purpose", False),
        ("Work experience", "perform-work", False),
        ("My wife stays in Tunis.", "ties-family", True),
        ("Two plates are missing.", "incomplete", False),
        ("Missing documents: see below.", "incomplete", True),
        ("I will respect the conditions of my permit.", "unauthorized", False),
        ("Example Kitchens is active in Winnipeg.", "job-offer", True),
        ("Nobody is active in Winnipeg.", "job-offer", False),
        (
            "About the purpose of my visit and the requirements of the job, which you named:",
            "perform-work",
            True,
        ),
        ("About the purpose of my visit and the requirements of the job, which you named:", "purpose", True),
        ("Concernant mes moyens financiers et le but de ma visite : voici", "finances", True),
        ("About the food and the kitchen: we cooked.", "perform-work", False),
    ],
)
def test_headings_names_and_company(sentence: str, slug: str, named: bool) -> None:
    assert (slug in named_in(sentence, NAMES)) == named


def test_every_dealt_ground_is_a_ground() -> None:
    assert set(ANSWERS) <= set(grounds())
    assert set(wordings()) == set(ANSWERS)
