"""Which years of experience a text claims for the applicant, and which ones it does not."""

import pytest

from consistency.comparator.work.experience import Claim, claims
from consistency.normalizer.occupations import fields, other_trade
from tests.comparator.examples import case_of


def claimed(kind: str, text: str) -> list[Claim]:
    return list(claims(case_of(f'draft/{kind}.pdf as of 2026-01-01: text "{text}"').papers[0]))


CLAIMS = [
    ("I have 19 years of experience in this trade, the last as Bookkeeper at Meridian Textiles Co.", 19, None),
    ("I have more than eight (8) years of professional experience as a cook.", 8, "cook"),
    ("I possess over a decade of hands-on experience in the hospitality industry.", 10, "hospitality industry"),
    ("J'ai 13 ans d'expérience dans ce métier, en dernier lieu comme électricien.", 13, None),
    ("Je cumule plus de huit années d'expérience professionnelle en cuisine.", 8, "cuisine"),
    ("Fort d'une dizaine d'années d'expérience comme soudeur, je suis qualifié.", 10, "soudeur"),
    ("The position requires two years of experience and I have nine years of experience.", 9, None),
    ("I have worked as a welder for 12 years.", 12, "welder"),
    ("I have been a carpenter for fifteen years.", 15, None),
    ("J'ai travaillé pendant 8 ans comme plombier.", 8, "plombier"),
    ("My experience of 7.5 years in the kitchen is proven by the letters.", 7.5, "kitchen is proven by the letters"),
    ("With 7+ years' experience in accounting, I can do the work.", 7, "accounting"),
    ("I am 35 years old and have 10 years of teaching experience.", 10, "teaching"),
    ("I have six years and a half of experience as a baker.", 6.5, "baker"),
    ("J'ai deux ans et demi d'expérience en boulangerie.", 2.5, "boulangerie"),
    ("My total work experience is 8 years and 6 months.", 8.5, None),
    ("As a restaurant cook I have 6 years of experience.", 6, None),
]  # fmt: skip
NO_CLAIMS = [
    "The job requires a minimum of 2 years of experience.",
    "Two years of experience are required for the position.",
    "My employer has 30 years of experience in the construction sector.",
    "My supervisor has 20 years of experience and trained me.",
    "The officer wrote that I have 2 years of experience.",
    "In two years I will have 10 years of experience.",
    "I will work in Canada for two years.",
    "I was married for 8 years. I studied for four years.",
    "Ma famille a 20 ans d'expérience dans le commerce.",
    "L'emploi exige trois ans d'expérience.",
]


@pytest.mark.parametrize(("text", "years", "kind"), CLAIMS)
def test_claims_of_a_letter(text: str, years: float, kind: str | None) -> None:
    assert [(claim.months / 12, claim.kind) for claim in claimed("explanation-letter", text)] == [
        (years, kind)
    ]


@pytest.mark.parametrize("text", NO_CLAIMS)
def test_years_of_others_or_of_another_time(text: str) -> None:
    assert claimed("explanation-letter", text) == []


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("Cook with 8 years of experience.", 8),
        ("Electrician, 12 ans d'expérience.", 12),
        ("Experienced chef (10+ yrs experience) in fine dining", 10),
        ("Twenty years' experience as a long-haul truck driver", 20),
        ("Summary: Registered nurse with over seven years experience in ICU", 7),
    ],
)
def test_claims_of_a_curriculum_vitae_without_a_subject(text: str, years: float) -> None:
    assert [claim.months / 12 for claim in claimed("cv", text)] == [years]


@pytest.mark.parametrize(
    "text", ["Led a team with a combined 40 years of experience", "Aged 34 years, married"]
)
def test_no_claims_of_a_curriculum_vitae(text: str) -> None:
    assert claimed("cv", text) == []


def test_the_same_claim_is_given_once() -> None:
    assert len(claimed("cv", "Cook with 8 years of experience. Cook with 8 years of experience.")) == 1


@pytest.mark.parametrize(
    ("one", "other", "unlike"),
    [
        ("Cook", "Chef de cuisine", False),
        ("Cook", "Accountant", True),
        ("Wireman", "Electrical Assistant", False),
        ("Accounts Clerk", "Bookkeeper", False),
        ("Conscript Soldier", "Electrician", True),
        ("Manager", "Cook", False),
        ("Camionneur", "Truck Drivers", False),
        ("Aide-soignante", "Nurse", False),
    ],
)  # fmt: skip
def test_trades(one: str, other: str, unlike: bool) -> None:
    assert other_trade(one, other) is other_trade(other, one) is unlike


def test_a_title_may_be_of_two_trades() -> None:
    assert fields("Accounts Clerk") == {"accounts", "office"}
