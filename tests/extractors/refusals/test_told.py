"""The refusals that applicants tell of in a letter: whose they were, by which state, and when."""

import pytest

from consistency.extractors.papers import explanation_letter
from tests.extractors.papers.made import docx, rows


def told(text: str) -> list[str]:
    """Give each refusal in a letter as its state, day and number."""
    letter = f"Dear Officer,\nI am writing to support my new application.\n{text}\nSincerely,\nIda Sample"
    found = rows(explanation_letter.read(docx(letter)), "refusal")
    return [" ".join(str(row[key]) for key in ("country", "from", "number") if key in row) for row in found]


OWN = [
    ("My first application No. W511820347 was rejected on 19/5/2025.", ["CA 2025-05-19 W511820347"]),
    ("My application was rejected on 19 May 2025.", ["CA 2025-05-19"]),
    ("My UK visa was rejected on 3 March 2022.", ["GB 2022-03-03"]),
    (
        "I applied for a work permit (application number W511820347) which was refused by letter dated May 19th, "
        "2025.",
        ["CA 2025-05-19 W511820347"],
    ),
    ("On the 19th of May 2025, IRCC sent me a refusal for file W511820347.", ["CA 2025-05-19 W511820347"]),
    (
        "You did not approve my application W511820347 of January 2025. The decision is from 19 May 2025.",
        ["CA W511820347"],
    ),
    (
        "My application submitted on 10 January 2025 (W511820347) received a negative answer on 19 May 2025.",
        ["CA 2025-05-19 W511820347"],
    ),
    (
        "I was refused a US visa in Bogota on 3 June 2019 under 214(b), and a Canadian permit on 19 May 2025.",
        ["US 2019-06-03", "CA 2025-05-19"],
    ),
    (
        "In 2019 the American Embassy did not give me a visa. In May 2025 Canada refused me too.",
        ["US 2019", "CA 2025-05"],
    ),
    (
        "My permit was refused on 4 April 2021 (S402118733) and application W408117720 was refused on 9 May 2023.",
        ["CA 2021-04-04 S402118733", "CA 2023-05-09 W408117720"],
    ),
    (
        "Application S402118733 was refused on 4 April 2021, and on 9 May 2023 my permit (W408117720) was refused.",
        ["CA 2021-04-04 S402118733", "CA 2023-05-09 W408117720"],
    ),
    ("France refused me a Schengen visa in February 2023.", ["FR 2023-02"]),
    (
        "IRCC refused me two times: a study permit on 4 April 2021 and a work permit on 9 May 2023 (W408117720).",
        ["CA 2021-04-04", "CA 2023-05-09 W408117720"],
    ),
    (
        "Deux refus : le permis d'études le 4 avril 2021 (S402118733) et le visa de visiteur le 9 mai 2023.",
        ["CA 2021-04-04 S402118733", "CA 2023-05-09"],
    ),
    (
        "My work permit was refused by a decision of 9 May 2023, sent to me on 11 May 2023 (W408117720).",
        ["CA 2023-05-09 W408117720"],
    ),
    (
        "I received two refusals: one in July 2020 for a visitor visa and the other on 19 May 2025 (W511820347).",
        ["CA 2020-07", "CA 2025-05-19 W511820347"],
    ),
    (
        "Refusals:\n1. 4 May 2019 - Norway - visit visa - refused\n2. 19 May 2025 - Canada - W511820347 - refused",
        ["NO 2019-05-04", "CA 2025-05-19 W511820347"],
    ),
    ("Mon visa a été refusé le 7 juillet 2020.", ["CA 2020-07-07"]),
    ("Ma fille et moi avons déposé une demande. Mon permis a été refusé en mai 2025.", ["CA 2025-05"]),
    ("Ma demande W511820347 a fait l’objet d’un refus le 19 mai 2025.", ["CA 2025-05-19 W511820347"]),
    (
        "Par décision du 19 mai 2025, vous avez rejeté ma demande no W511820347 déposée le 10 janvier 2025.",
        ["CA 2025-05-19 W511820347"],
    ),
    ("Le 19 mai 2025, ma demande de permis (W511820347) n’a pas été acceptée.", ["CA 2025-05-19 W511820347"]),
    (
        "Country | Date | Result\nIndia | 19 May 2025 | Refused\nEngland | 7 Mar 2018 | Denied\nSpain | 2016 | "
        "Issued",
        ["IN 2025-05-19", "GB 2018-03-07"],
    ),
    ("I worked in Qatar from 2012 to 2016 and was refused an Australian visa in 2017.", ["AU 2017"]),
    ("My application to visit my sister in Toronto was refused on 5 May 2019.", ["CA 2019-05-05"]),
    ("My wife and I were refused on 5 May 2019.", ["CA 2019-05-05"]),
    ("I and my wife were refused visas on 5 May 2019.", ["CA 2019-05-05"]),
    ("My uncle promised to pay, but the visa was refused on 5 May 2019.", ["CA 2019-05-05"]),
    ("I was refused an Australian visa in 2019 and again in 2021.", ["AU 2019", "AU 2021"]),
    (
        "My first application was refused in January 2024 because I had worked only since March 2023.",
        ["CA 2024-01"],
    ),
    ("I was refused on 19 May 2025 and have since travelled to Ghana in March 2026.", ["CA 2025-05-19"]),
    (
        "My application W511820347, which I submitted on 10 January 2025, was refused on 19 May 2025.",
        ["CA 2025-05-19 W511820347"],
    ),
    ("I was refused a US visa in 2019 and a work permit on 19 May 2025.", ["US 2019", "CA 2025-05-19"]),
    ("The United Kingdom refused me a visa on 3 March 2019.", ["GB 2019-03-03"]),
    ("My visa was refused by the Italian authorities on 3 March 2019.", ["IT 2019-03-03"]),
    ("I was refused by the Embassy of Spain on 3 March 2019.", ["ES 2019-03-03"]),
    ("La France m'a refusé un visa le 3 mars 2019.", ["FR 2019-03-03"]),
    ("I could not get the visa; the visa officer in Accra refused it on 3 March 2019.", ["CA 2019-03-03"]),
    ("My work permit was not approved on 19 May 2025.", ["CA 2025-05-19"]),
    ("My application got rejected on 19 May 2025.", ["CA 2025-05-19"]),
    ("Ma demande était incomplète. Elle a été refusée le 3 mai 2019.", ["CA 2019-05-03"]),
    ("My cousin was refused in 2019 and I was refused on 3 May 2021.", ["CA 2021-05-03"]),
    ("I received a letter dated 19 May 2025 which refused my application.", ["CA 2025-05-19"]),
    ("I was informed on 19 May 2025 that my application was refused.", ["CA 2025-05-19"]),
    ("I travelled with my brother and was refused on 5 May 2019.", ["CA 2019-05-05"]),
    ("In June 2020 Germany rejected my visa application.", ["DE 2020-06"]),
    ("The German consulate turned down my request on 1 June 2020.", ["DE 2020-06-01"]),
    ("Work permit W511820347: refused on 19 May 2025 (letter enclosed).", ["CA 2025-05-19 W511820347"]),
    ("I have been refused only once, by the UK in 2018.", ["GB 2018"]),
    ("Ma demande a été refusée en mai 2020 en raison de mes liens familiaux.", ["CA 2020-05"]),
    ("My visitor visa application was rejected on 4 July 2022, as was my wife's.", ["CA 2022-07-04"]),
    ("My LMIA-based work permit application was refused in March 2023.", ["CA 2023-03"]),
    ("The U.S. Embassy in Lagos denied me a B1/B2 visa on 18 October 2021.", ["US 2021-10-18"]),
    (
        "Australia did not grant me a student visa; the refusal is of 1 June 2019.",
        ["AU 2019-06-01"],
    ),
    (
        "My work permit application was refused on 19 May 2025; before that, a visitor visa was refused in 2022.",
        ["CA 2025-05-19", "CA 2022"],
    ),
    ("I was born in 1990, and in 2019 the USA refused me.", ["US 2019"]),
    (
        "Here are my previous refusals:\n- UK visit visa, 7 March 2018\n- Spain, Schengen visa, granted in 2019",
        ["GB 2018-03-07"],
    ),
    ("On 12 March 2024 IRCC refused us.", ["CA 2024-03-12"]),
    (
        "The officer refused my application on 12 March 2024, saying my family ties in Ghana were weak.",
        ["CA 2024-03-12"],
    ),
    ("On 12 March 2024 my application was refused by IRCC.", ["CA 2024-03-12"]),
    ("The Indian High Commission refused my tourist visa on 12 March 2024.", ["IN 2024-03-12"]),
    ("My study permit was refused on 12 March 2024 by an officer in Ghana.", ["CA 2024-03-12"]),
    (
        "My study permit was refused on 12 March 2024, whereas my brother's was approved on 3 May 2024.",
        ["CA 2024-03-12"],
    ),
    ("Unlike my brother, who was refused in 2020, I was refused on 12 March 2024.", ["CA 2024-03-12"]),
    ("My visa to England was refused in 2019.", ["GB 2019"]),
    ("The first permit was not granted in March 2024.", ["CA 2024-03"]),
    (
        "The outcome was negative: on 12 March 2024 the visa office told me so about my permit application.",
        ["CA 2024-03-12"],
    ),
    ("Ma demande de prorogation n'a pas été accordée, par lettre datée du 5 juin 2023.", ["CA 2023-06-05"]),
    ("Le visa Schengen m'a été refusé par la Belgique le 5 juin 2023.", ["BE 2023-06-05"]),
    ("L'ambassade de Belgique a rejeté ma demande de visa le 5 juin 2023.", ["BE 2023-06-05"]),
    ("La décision négative du 5 juin 2023 concernait mes finances.", ["CA 2023-06-05"]),
    ("My son and I were denied visas on 3 May 2021.", ["CA 2021-05-03"]),
    (
        "I was denied a US visa in 2016 and on 8 January 2024 IRCC refused my work permit application.",
        ["US 2016", "CA 2024-01-08"],
    ),
]

NONE = [
    "My brother Yaw was refused a US visa in 2020, but that is his own matter.",
    "My employer’s first LMIA was refused on 3 March 2024; the second was approved on 9 July 2026.",
    "My elder brother worked in Qatar from 2012 to 2016 and was refused an Australian visa in 2017.",
    "On 5 May 2019, my brother was refused a visa.",
    "The Embassy refused my brother a visa on 5 May 2019.",
    "They refused the visa to my sister in 2020.",
    "I declined an offer from another employer on 3 March 2024.",
    "I have never been refused a visa since 2019.",
    "No visa of mine was ever rejected since 2015.",
    "He was refused a visa in 2019.",
    "My cousin applied too. His application was refused on 3 May 2019.",
    "The bank declined my loan application on 3 March 2024.",
    "If my application is refused on 3 March 2027, I will stay home.",
    "Mon frère a été refusé en 2019 par les États-Unis.",
    "La demande de ma sœur a été refusée en mai 2020.",
    "My wife's visitor visa application was rejected on 4 July 2022.",
    "The first LMIA application of the company was refused in 2023.",
    "I met my wife in 2018, whose visa was refused in 2019.",
    "My passport was issued on 3 May 2019 and it was never refused.",
    "I have had no refusals since 3 March 2015.",
    "We did not receive the visa on 3 March 2024 because the courier was late.",
    "My visa has not yet been issued; I applied on 3 March 2024.",
    "Notre employeur a refusé ma démission le 3 mars 2024.",
    "My friend from university was refused a study permit in 2022.",
    "My son was denied a passport on 3 May 2021.",
    "Italy refused in 2018 a visitor visa to my aunt.",
    "Le consulat avait refusé en mai 2018 un visa de tourisme à ma tante.",
    "A rent cheque was rejected in 2023 by the bank.",
    "Notre demande de réexamen a été rejetée le 3 mars 2024.",
    "My request to reopen the file was declined on 3 March 2024.",
]


@pytest.mark.parametrize(("text", "refusals"), OWN)
def test_a_refusal_of_the_applicant(text: str, refusals: list[str]) -> None:
    assert told(text) == refusals


@pytest.mark.parametrize("text", NONE)
def test_no_refusal_of_the_applicant(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In 2017 I was deported from Malta after my visa ended.", ["MT 2017"]),
        ("In Oman I overstayed and was put on a plane home by the police in 2016.", ["OM 2016"]),
        ("En 2016, j'ai été expulsé du Gabon.", ["GA 2016"]),
        (
            "My visa was refused by Spain in 2019, and in 2020 I was deported from Malta.",
            ["ES 2019", "MT 2020"],
        ),
        ("I was sent back by the immigration officers at Dubai airport in 2018.", ["AE 2018"]),
        ("I am not able to get a permit in 2024 without your help.", []),
        ("I was never deported from any country in 2018.", []),
        ("My cousin was deported from Italy in 2019.", []),
        ("We were sent home by the teachers when the school closed in 2020.", []),
        ("I have never been refused, deported or removed from any country since 2010.", []),
    ],
)
def test_orders_to_leave(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("My other refusals were Ireland in 2018 and Japan in 2021.", ["IE 2018", "JP 2021"]),
        ("Other refusals: Ireland (2018), Japan (2021).", ["IE 2018", "JP 2021"]),
        ("En mars 2022, le consulat d'Italie n'a pas fait droit à ma demande de visa.", ["IT 2022-03"]),
        (
            "En mars 2022, le consulat d'Italie n'a pas réservé de suite favorable à ma demande.",
            ["IT 2022-03"],
        ),
        (
            "En mai 2022 j'avais souhaité voir ma tante à Turin ; le consulat d'Italie a refusé ma demande de visa.",
            ["IT 2022"],
        ),
        ("In May 2022 I wanted to see my aunt, but the Italian consulate refused my visa.", ["IT 2022"]),
        ("In 2021 I applied for a US visa to see my aunt. The consulate refused it.", ["US 2021"]),
        ("I applied for my new job in 2025. The Italian consulate had refused my visa.", []),
        ("In 2021 I applied to a college. My application was refused.", []),
    ],
)
def test_states_that_are_listed_and_days_told_before(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Japan refused my visa on 4 March 2018 and Ireland on 7 May 2021.",
            ["JP 2018-03-04", "IE 2021-05-07"],
        ),
        (
            "Le Japon a refusé mon visa le 4 mars 2018, puis l'Irlande le 7 mai 2021.",
            ["JP 2018-03-04", "IE 2021-05-07"],
        ),
        (
            "Japan refused my visa on 4 March 2018 and again on 7 May 2021.",
            ["JP 2018-03-04", "JP 2021-05-07"],
        ),
        (
            "Canada refused a permit on 9 June 2023 (W511820347). Japan refused a visa on 4 March 2018. "
            "The refusal of 2023 had one reason.",
            ["CA 2023-06-09 W511820347", "JP 2018-03-04"],
        ),
        (
            "I was refused by Japan on 4 March 2018 and again by Ireland on 7 May 2021.",
            ["JP 2018-03-04", "IE 2021-05-07"],
        ),
        (
            "Japan refused my visa on 4 March 2018, and then Ireland granted me a visa on 7 May 2021.",
            ["JP 2018-03-04"],
        ),
        (
            "Canada refused my tourist visa on 9 June 2023. In 2023 my study permit was refused as well.",
            ["CA 2023-06-09", "CA 2023"],
        ),
        (
            "Canada refused my tourist visa on 9 June 2023. The refusal of 2023 of my tourist visa had one reason.",
            ["CA 2023-06-09"],
        ),
        (
            "In March 2018 Japan rejected me and on 9 June 2023 Canada refused me a study permit.",
            ["JP 2018-03", "CA 2023-06-09"],
        ),
        (
            "En 2018 le Japon m'a refusé un visa et le 9 juin 2023 le Canada a rejeté ma demande de permis.",
            ["JP 2018", "CA 2023-06-09"],
        ),
        (
            "Canada refused a permit on 9 June 2023 (W511820347). The refusal of 2019 was by Japan.",
            ["CA 2023-06-09 W511820347", "JP 2019"],
        ),
    ],
)
def test_the_next_state_of_a_sentence_and_a_refusal_that_was_told(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("last", "state"),
    [
        ("a visitor visa by the United States on 5 March 2025", "US"),
        ("a tourist visa by the Italian consulate on 5 March 2025", "IT"),
        ("a visitor visa by Canada on 5 March 2025", "CA"),
        ("a visitor visa on 5 March 2025", "CA"),
    ],
)
def test_the_last_of_several_without_a_number_is_of_the_state_beside_it(last: str, state: str) -> None:
    text = (
        "I was refused a study permit by Canada on 1 July 2018 (S300000001), a work permit on 9 August 2023 "
        f"(W300000002), and {last}."
    )
    assert told(text) == ["CA 2018-07-01 S300000001", "CA 2023-08-09 W300000002", f"{state} 2025-03-05"]


def test_a_list_of_kinds_of_which_the_last_was_refused_by_another_state() -> None:
    text = (
        "J'ai essuyé trois refus : permis d'études le 5 octobre 2020 (S300000001), permis de travail le 9 août 2023 "
        "(W300000002) et visa Schengen par la France le 11 juin 2018."
    )
    assert told(text) == ["CA 2020-10-05 S300000001", "CA 2023-08-09 W300000002", "FR 2018-06-11"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "J'ai essuyé trois refus : un visa Schengen par l'Italie le 14 mars 2019, quand je voulais voir ma "
            "sœur ; un visa de "
            "visiteur par le Canada le 2 novembre 2021 (V300000001) ; un permis de travail le 25 juillet 2024 "
            "(W300000002).",
            ["IT 2019-03-14", "CA 2021-11-02 V300000001", "CA 2024-07-25 W300000002"],
        ),
        (
            "My refusals are: France, a Schengen visa, on 11 June 2018; Canada, a study permit, on 5 October "
            "2020 (S300000001).",
            ["FR 2018-06-11", "CA 2020-10-05 S300000001"],
        ),
        (
            "Refused: US visa 3 March 2018; UK visa 5 April 2019. I then studied.",
            ["US 2018-03-03", "GB 2019-04-05"],
        ),
        ("I was refused a visa on 3 May 2021; my work permit of 4 June 2022 is valid.", ["CA 2021-05-03"]),
        ("I was refused a visa on 3 May 2021; a visa issued on 4 June 2022.", ["CA 2021-05-03"]),
        (
            "I was refused a visa on 3 May 2021; I applied for a work permit on 4 June 2022.",
            ["CA 2021-05-03"],
        ),
        ("My brother was refused a visa on 3 May 2021; a study permit on 4 June 2022.", []),
        (
            "Canada refused my work permit on 20 October 2022 (W300000001) because of my work at home, and again on "
            "11 February 2025 (W300000002) because of my assets.",
            ["CA 2022-10-20 W300000001", "CA 2025-02-11 W300000002"],
        ),
        (
            "Canada refused my visa on 20 October 2022 due to my ties, and again on 11 February 2025 I went to Rome.",
            ["CA 2022-10-20"],
        ),
    ],
)
def test_refusals_that_semicolons_part(text: str, expected: list[str]) -> None:
    assert told(text) == expected
