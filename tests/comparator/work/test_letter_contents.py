"""What an employment letter says, in whatever words: nothing is called absent of which a word speaks."""

import pytest

from consistency.comparator.work.letter_contents import ELEMENTS, lacks
from consistency.comparator.work.letters import letters
from tests.comparator.examples import case_of

SIGNED = "(signed) Omar Haddad, Tel. +91 402 555 0168"
FULL = [
    "This is to certify that Ms. Rao has been working with us as Cook since 3 May 2018. She works 44 hours a week for"
    " INR 43,000 per month and is responsible for soups.",
    "À qui de droit : Mme Rao est employée comme cuisinière depuis le 3 mai 2018 et occupe toujours ce poste, à raison"
    " de 40 heures par semaine, au salaire de 2 000 EUR par mois. Ses tâches : potages et desserts.",
    "Employee Ms. Rao, Designation Cook, Date of joining 03/05/2018, Last working day: still employed, Shift 8 hrs,"
    " CTC 5.2 LPA, Job description attached.",
    "Ms. Rao joined on 3 May 2018 as our pastry cook (full-time) and left on 4 June 2021. Remuneration: minimum wage."
    " Her role included baking bread.",
    "We hereby attest that Ms. Rao was employed in the position of Cook from May 2018 to June 2021, part-time, at the"
    " agreed wage. She was in charge of the cold kitchen.",
]
"""Letters that say all that is asked for, as an employer of one country or another would."""

LACKING = [
    ("Ms. Rao works here as Cook since 3 May 2018, 40 hours a week, duties: soups.", "the pay"),
    ("Ms. Rao works here as Cook since 3 May 2018 for INR 43,000, duties: soups.", "the hours"),
    ("Ms. Rao works here as Cook since 3 May 2018 for INR 43,000, 40 hours a week.", "the duties"),
    (
        "Ms. Rao is our Cook, 40 hours a week for INR 43,000. Duties: soups.",
        "the day on which the work began",
    ),
]


def absent(*texts: str) -> list[str]:
    paper = "draft/employment-letter.pdf as of 2026-02-01"
    lines = [f"{paper}: job employer=Acme", *(f'{paper}: text "{text}"' for text in texts)]
    return list(lacks(letters(case_of("\n".join(lines)).papers)[0]))


@pytest.mark.parametrize("text", FULL)
def test_letters_that_say_all(text: str) -> None:
    assert absent(text, SIGNED) == []


@pytest.mark.parametrize(("text", "name"), LACKING)
def test_letters_that_leave_one_thing_out(text: str, name: str) -> None:
    assert name in ELEMENTS
    assert absent(text, SIGNED) == [name]


def test_a_letter_that_nobody_signs_or_can_be_asked_about() -> None:
    assert absent(LACKING[0][0].replace("40 hours", "40 hours for INR 900")) == [
        "who signs it",
        "a telephone number or e-mail address of the employer",
    ]


def test_a_letter_without_text_was_not_read() -> None:
    assert absent() == []


@pytest.mark.parametrize(
    "author",
    [
        "Bookkeeper: A. Usenova (signed)",
        "(signed) A. B. Usenova, bookkeeper",
        "Prop. Amrit Pal Gill (signed)",
        "Amrit Pal Gill (Mrs) (signed)",
        "대표이사 정상훈 (인)",
        "(Sgd.) ADA M. CRUZ",
        "Rima Saab (signed electronically)",
    ],
)
def test_a_surname_with_initials_beside_the_mark_says_who_signs(author: str) -> None:
    assert "who signs it" not in absent(*FULL[:1], author)
    assert "who signs it" in absent(*FULL[:1], "(signed)")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ms. Rao worked for my family since 3 May 2018. She minded our twins, ironed and cooked.", True),
        (
            "Ms. Rao works here as Cook since 3 May 2018, 40 hours a week. She earns INR 43,000 a month.",
            False,
        ),
        ("Ms. Rao works here as Cook since 3 May 2018. She left us for family reasons last spring.", False),
    ],
)
def test_what_one_did_tells_the_duties(text: str, told: bool) -> None:
    assert ("the duties" not in absent(text)) is told


@pytest.mark.parametrize(
    ("head", "told"),
    [
        ("Garage du Lac, Mahajanga - 032 07 441 18", True),
        ("Salon Mira, Lyon 06 12 34 56 78", True),
        ("Garage du Lac, order 02 of May, page 44118", False),
    ],
)
def test_a_telephone_number_of_the_country_alone(head: str, told: bool) -> None:
    assert ("a telephone number or e-mail address of the employer" not in absent(head, FULL[3])) is told


@pytest.mark.parametrize("phone", ["33 961 02 44", "233 55 01 44", "77 555 01 63"])
def test_a_telephone_number_without_a_word_for_it(phone: str) -> None:
    assert absent(FULL[0], f"(signed) Omar Haddad, {phone}") == []


def test_an_amount_is_no_telephone_number() -> None:
    assert absent(FULL[0], "(signed) Omar Haddad. Tarif : 450 000 F, lots 12 20 F.") == [
        "a telephone number or e-mail address of the employer"
    ]


def test_duties_that_are_named_without_a_verb() -> None:
    assert absent(LACKING[2][0], "Découpe de viande, vente au comptoir, nettoyage.", SIGNED) == []


def test_a_list_of_other_things_names_no_duties() -> None:
    assert absent(LACKING[2][0], "Douala, Yaoundé, Bafoussam.", SIGNED) == ["the duties"]
