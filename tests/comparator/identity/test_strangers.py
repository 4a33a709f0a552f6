"""A paper about somebody else excuses nothing; one with a slip in the applicant's name is the applicant's."""

from __future__ import annotations

import pytest

from consistency.comparator.engine import Settings, run
from consistency.comparator.identity.strangers import without_strangers
from consistency.model import Severity
from tests.comparator.examples import case_of

ANITA = "draft/imm1295.pdf as of 2026-03-01: family_name=PATEL given_names=ANITA birth_date=1990-05-04\n"
STRANGER, SLIP = 'full_name="Rajesh Kumar"', 'full_name="Anitta Pattel"'

EXCUSED = {
    "status/gap": (
        """
        draft/permit.pdf as of 2019-08-20: permit number=S334080645 status="Study Permit" from=2019-08-20 to=2021-08-31
        draft/imm1295.pdf as of 2026-03-01: residence country=CA status=student from=2019-08-20 to=2021-12-15
        """,
        """
        draft/travel-history.pdf as of 2026-02-01: NAME
        draft/travel-history.pdf as of 2026-02-01: trip country=FR from=2021-08-20 to=2022-05-01
        """,
    ),
    "reapplication/incomplete": (
        """
        draft/imm1295.pdf as of 2026-03-01: offer employer=Acme title=Cook number=7894563
        draft/passport.pdf as of 2024-01-10: family_name=PATEL given_names=ANITA birth_date=1990-05-04
        draft/cv.pdf as of 2026-02-01: full_name="Anita Patel"
        draft/bank-statement.pdf as of 2026-02-01: full_name="Anita Patel"
        """,
        "draft/employment-contract.pdf as of 2026-02-01: NAME",
    ),
    "offer/requirements": (
        """
        draft/imm1295.pdf as of 2026-03-01: offer employer=Acme title=Cook number=7894563
        draft/lmia.pdf as of 2026-01-10: offer employer=Acme title=Cook number=7894563
        draft/lmia.pdf as of 2026-01-10: text "Language: English, CLB 5"
        """,
        "draft/language-test.pdf as of 2026-02-01: NAME",
    ),
    "work/experience-total": (
        """
        draft/cv.pdf as of 2026-02-20: full_name="Anita Patel"
        draft/cv.pdf as of 2026-02-20: job employer=Bistro title=chef from=2018-01 to=present
        draft/explanation-letter.pdf as of 2026-03-01: text "I have 15 years of experience."
        """,
        """
        draft/employment-letter.pdf as of 2017-12-20: NAME
        draft/employment-letter.pdf as of 2017-12-20: job employer=Acme title=cook
        """,
    ),
}
"""By rule: papers in which it finds something, and a paper that excuses it."""


@pytest.mark.parametrize("rule", EXCUSED)
def test_a_paper_about_somebody_else_excuses_nothing(rule: str) -> None:
    papers, excuse = EXCUSED[rule]
    settings = Settings(rules=(rule,))
    alone = run(case_of(ANITA + papers), settings)
    beside = run(case_of(ANITA + papers + "\n" + excuse.replace("NAME", STRANGER)), settings)
    assert alone and set(alone) <= set(beside)
    assert not run(case_of(ANITA + papers + "\n" + excuse.replace("NAME", SLIP)), settings)


def test_what_speaks_against_such_a_paper_is_told_all_the_same() -> None:
    text = f"""
        draft/imm1295.pdf as of 2026-03-01: job employer=Acme title=cook from=2018-01 to=2020-06
        draft/employment-letter.pdf as of 2021-02-01: {STRANGER}
        draft/employment-letter.pdf as of 2021-02-01: job employer=Acme title=cook from=2019-03-01 to=2020-06-30
        """
    found = run(case_of(ANITA + text), Settings(rules=("work/dates", "identity/wrong-person")))
    assert {one.rule for one in found} == {"work/dates", "identity/wrong-person"}
    assert max(one.severity for one in found) is Severity.CRITICAL


@pytest.mark.parametrize(
    ("told", "out"),
    [
        (STRANGER, True),
        ('text "Mr. Kumar has worked with us as a cook."', True),
        (SLIP, False),
        ('text "Mr. Kumar has worked with us. Anita Patel works under him."', False),
        ('text "We know the employee as a good cook."', False),
    ],
)
def test_a_letter_that_names_the_applicant_is_the_applicants(told: str, out: bool) -> None:
    case = case_of(f"{ANITA}draft/employment-letter.pdf as of 2026-02-01: {told}")
    own = without_strangers(case)
    assert (own is not case) is out
    assert ("draft/employment-letter.pdf" in own.by_path) is not out
    assert any("draft/employment-letter.pdf" in one.documents for one in own.applications) is not out


def test_a_copied_letter_with_a_name_left_in_it_is_the_applicants() -> None:
    text = """
        draft/employment-letter.pdf as of 2026-02-01: full_name="Anita Patel"
        draft/employment-letter.pdf as of 2026-02-01: text "Mr. Kumar has worked with us since 2019."
        """
    case = case_of(ANITA + text)
    assert without_strangers(case) is case
    assert run(case, Settings(rules=("identity/wrong-person",)))


SIGNED = (
    "Je soussigné, Marc ROY, Directeur des Ressources Humaines, certifie que Madame Anita PATEL est employée ici.",
    "Je soussigné(e) Mme Claire ROY, gérante, atteste que Madame Anita Patel travaille chez nous.",
    "Nous soussignés, M. Marc ROY et Mme Lise BONNET, certifions que Anita Patel a travaillé chez nous.",
    "I, Marc Roy, Director of Acme Ltd, hereby certify that Ms. Anita Patel is employed with us.",
    "I, the undersigned, Mr. Marc Roy, hereby certify that the above named works with us.",
    "The undersigned, Mr. Marc Roy, hereby certifies that she has worked here.",
    "Mr. Marc Roy hereby confirms that she has worked here.",
    "My name is Marc Roy and I recommend the employee.",
)
"""Openings of letters in which the first person is whoever signs."""


@pytest.mark.parametrize("kind", ["employment-letter", "offer-of-employment", "employment-contract"])
@pytest.mark.parametrize("opening", SIGNED)
def test_whoever_signs_for_the_employer_is_no_stranger(kind: str, opening: str) -> None:
    text = f"draft/{kind}.pdf as of 2026-02-01: text '{opening}'"
    assert not run(case_of(ANITA + text), Settings(rules=("identity/wrong-person",)))


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        ("employment-letter", "I, Marc Roy, certify that Mr. Rajesh Kumar is employed with us."),
        ("employment-letter", "Je soussigné, Marc Roy, certifie que Monsieur Rajesh Kumar est employé ici."),
        ("employment-contract", "I, Rajesh Kumar, have read and accept these terms."),
        ("explanation-letter", "Je soussigné, Rajesh Kumar, présente ma demande."),
        ("explanation-letter", "My name is Rajesh Kumar."),
    ],
)
def test_somebody_else_than_the_applicant_is_a_stranger_all_the_same(kind: str, told: str) -> None:
    text = f"draft/{kind}.pdf as of 2026-02-01: text '{told}'"
    (one,) = run(case_of(ANITA + text), Settings(rules=("identity/wrong-person",)))
    assert "Rajesh Kumar" in one.detail


@pytest.mark.parametrize(
    ("letter", "level"),
    [
        ("", Severity.CRITICAL),
        ("My cousin was refused a visa in 2024; her letter is enclosed.", Severity.INFO),
        ("My cousin has never been refused a visa.", Severity.CRITICAL),
        ("I enclose the letter to Leila Specimen.", None),
    ],
)
@pytest.mark.parametrize("number", ["", "uci=33334444"])
def test_a_decision_on_somebody_else_is_told(letter: str, level: Severity | None, number: str) -> None:
    text = f"""
        2024/refusal-letter.pdf as of 2024-05-02: full_name="Leila Amal Specimen" {number}
        2024/refusal-letter.pdf as of 2024-05-02: refusal country=CA from=2024-05-02
        draft/explanation-letter.pdf as of 2026-03-01: text "I wish to work. {letter}"
        """
    found = run(case_of(ANITA + text), Settings(rules=("identity/wrong-person",)))
    assert [one.severity for one in found] == ([] if level is None else [level])


def test_a_decision_that_calls_the_applicant_too_is_noted() -> None:
    text = """
        2024/refusal-letter.pdf as of 2024-05-02: full_name="Marc Roy" uci=33334444
        2024/refusal-letter.pdf as of 2024-05-02: text "The application of Anita Patel is refused."
        """
    (one,) = run(case_of(ANITA + text), Settings(rules=("identity/wrong-person",)))
    assert one.severity is Severity.INFO


def test_a_decision_beside_the_forms_of_another_applicant_is_that_applicants() -> None:
    text = """
        rajesh/imm1295.pdf as of 2026-03-02: family_name=KUMAR given_names=RAJESH birth_date=1988-01-02 uci=33334444
        rajesh/refusal-letter.pdf as of 2024-05-02: full_name="Rajesh Kumar" uci=33334444
        """
    passport = (
        "draft/passport.pdf as of 2024-01-10: family_name=PATEL given_names=ANITA birth_date=1990-05-04\n"
    )
    assert not run(case_of(ANITA + passport + text), Settings(rules=("identity/wrong-person",)))


@pytest.mark.parametrize(
    ("employer", "known"),
    [("Santana Limited", False), ("Ana Limited", False), ("Ana Lim", True), ("Ana Lim Inc", True)],
)
def test_an_employer_is_known_by_whole_words(employer: str, known: bool) -> None:
    text = f"""
        draft/imm1295.pdf as of 2026-03-01: job employer="Other Foods" title=cook from=2015-01 to=2017-12
        draft/imm1295.pdf as of 2026-03-01: job employer="{employer}" title=cook from=2018-01 to=present
        draft/explanation-letter.pdf as of 2026-03-01: text "Ms. Ana Lim will leave Canada at the end of her stay."
        """
    applicant = ANITA.replace("PATEL", "KAUR").replace("ANITA", "NEHA")
    assert bool(run(case_of(applicant + text), Settings(rules=("identity/wrong-person",)))) is not known


def test_a_letter_names_somebody_by_whole_words() -> None:
    text = """
        draft/passport.pdf as of 2020-03-01: family_name=LIM given_names=ANA birth_date=1988-01-02
        draft/explanation-letter.pdf as of 2026-03-01: text "I was hired by Santana Limpet and by Ana Limited."
        """
    found = run(case_of(ANITA + text), Settings(rules=("identity/wrong-person",)))
    assert ["Ana Lim" in one.detail or "ANA LIM" in one.detail for one in found] == [True]


@pytest.mark.parametrize("employer", ["Laura Baker", "The family of Laura Baker"])
def test_an_apostrophe_parts_no_name(employer: str) -> None:
    text = f"""
        draft/imm1295.pdf as of 2026-03-01: job employer="{employer}" title=cook from=2018-01 to=present
        draft/employment-letter.pdf as of 2026-03-01: text "This is to certify that Ms. Laura Baker's work is good."
        """
    assert not run(case_of(ANITA + text), Settings(rules=("identity/wrong-person",)))


RAJESH = """
    draft/imm1295_2.pdf as of 2026-03-02: family_name=KUMAR given_names=RAJESH birth_date=1988-01-02 uci=33334444
    """


@pytest.mark.parametrize("named", ["Anita Patel", "Rajesh Kumar"])
def test_another_applicant_is_told_where_the_letter_names_one_alone(named: str) -> None:
    text = f'{RAJESH}\ndraft/explanation-letter.pdf as of 2026-03-02: full_name="{named}"'
    found = run(case_of(ANITA + text), Settings(rules=("identity/wrong-person",)))
    assert [(one.severity, "apply together" in one.advice) for one in found] == [(Severity.CRITICAL, True)]


@pytest.mark.parametrize("named", ["Anita Patel", "Rajesh Kumar"])
def test_a_letter_that_says_who_writes_it_makes_no_applicant_a_stranger(named: str) -> None:
    text = f'{RAJESH}\ndraft/explanation-letter.pdf as of 2026-03-02: text "I, {named}, wish to explain."'
    found = run(case_of(ANITA + text), Settings(rules=("identity/wrong-person",)))
    assert all("apply together" in one.advice for one in found)


def test_two_who_apply_together_are_no_strangers() -> None:
    for told in (
        "We, Anita Patel and Rajesh Kumar, apply together.",
        "Mr. Kumar, Rajesh, and Ms. Patel, Anita, work here.",
    ):
        text = f"{RAJESH}\ndraft/employment-letter.pdf as of 2026-03-02: text '{told}'"
        assert not run(case_of(ANITA + text), Settings(rules=("identity/wrong-person",))), told


def test_the_form_that_was_copied_is_a_strangers() -> None:
    text = """
        draft/imm1295.pdf as of 2026-03-01: relationship relation=spouse name="Vijay Shah"
        draft/imm1295_2.pdf as of 2026-03-02: relationship relation=spouse name="Vijay Shah"
        """
    found = run(case_of(ANITA + RAJESH + text), Settings(rules=("identity/wrong-person",)))
    assert [one.severity for one in found] == [Severity.CRITICAL]
