"""Which submission a paper belongs to, and which one is the draft."""

from datetime import date

import pytest

from consistency.case.applications import NoSuchDraft
from consistency.case.assemble import Choices
from consistency.comparator.engine import Settings, run
from consistency.model import Case
from tests.comparator.examples import case_of

NOOR = "family_name=SAMPLE given_names=NOOR birth_date=1990-05-17"
FOLDERS = f"""
    2022 visitor/imm5257.pdf as of 2022-05-04: {NOOR}
    2022 visitor/refusal-letter.pdf as of 2022-06-20: full_name="Noor Sample" decision=refused
    2026 draft/imm1295.pdf as of 2026-10-12: {NOOR}
    2026 draft/employment-letter.pdf as of 2018-01-12: full_name="Noor Sample"
"""


def roles(case: Case) -> dict[str, str]:
    return {path: a.role for a in case.applications for path in a.documents}


def test_folders_and_decisions() -> None:
    case = case_of(FOLDERS)
    assert roles(case) == {
        "2022 visitor/imm5257.pdf": "past",
        "2022 visitor/refusal-letter.pdf": "past",
        "2026 draft/imm1295.pdf": "draft",
        "2026 draft/employment-letter.pdf": "draft",
    }
    assert [a.outcome for a in case.applications] == ["refused", None]
    assert case.as_of == date(2026, 10, 12)
    assert any("2026 draft" in note for note in case.notes)


def test_one_folder_is_taken_apart_by_dates() -> None:
    case = case_of(f"""
        a.pdf as of 2022-05-04: {NOOR}
        imm5257.pdf as of 2022-05-04: {NOOR}
        refusal-letter.pdf as of 2022-06-20: full_name="Noor Sample" decision=refused
        imm1295.pdf as of 2026-10-12: {NOOR}
        imm5707.pdf as of 2026-10-11: {NOOR}
        cv.pdf as of 2026-10-01: full_name="Noor Sample"
    """)
    found = roles(case)
    assert {p for p, role in found.items() if role == "draft"} == {"imm1295.pdf", "imm5707.pdf", "cv.pdf"}
    assert found["refusal-letter.pdf"] == "past"


def test_refused_applications_alone_have_no_draft() -> None:
    case = case_of("\n".join(FOLDERS.strip().splitlines()[:2]))
    assert case.draft is None
    assert "No draft was found." in case.notes


def test_a_letter_of_another_state_decides_no_application() -> None:
    abroad = "2026 draft/refusal-letter.pdf as of 2026-10-20: refusal country=GB from=2026-10-20"
    case = case_of(FOLDERS + abroad)
    assert roles(case)["2026 draft/imm1295.pdf"] == "draft"
    assert [a.outcome for a in case.applications] == ["refused", None]


def test_draft_can_be_named() -> None:
    case = case_of(FOLDERS, Choices(draft="2022 visitor"))
    assert roles(case)["2022 visitor/imm5257.pdf"] == "draft"
    assert roles(case)["2026 draft/imm1295.pdf"] == "past"


def test_draft_that_is_not_there() -> None:
    with pytest.raises(NoSuchDraft, match="2026 draft"):
        case_of(FOLDERS, Choices(draft="nowhere"))


def test_spouses_folder_is_beside_the_draft() -> None:
    case = case_of(
        FOLDERS
        + """
        spouse/imm5257.pdf as of 2026-10-12: family_name=MODEL given_names=KARIM birth_date=1988-11-02
        """
    )
    assert roles(case)["spouse/imm5257.pdf"] == "unassigned"
    assert roles(case)["2026 draft/imm1295.pdf"] == "draft"


def test_common_parent_folder_tells_nothing() -> None:
    nested = "\n".join(f"client/{line.strip()}" for line in FOLDERS.strip().splitlines())
    assert {role for path, role in roles(case_of(nested)).items() if "2022" in path} == {"past"}


def test_as_of_can_be_named() -> None:
    assert case_of(FOLDERS, Choices(as_of=date(2027, 1, 1))).as_of == date(2027, 1, 1)


def test_a_draft_that_nobody_signed_yet_stays_whole() -> None:
    """The year of the folder is no day of signing: it puts a form neither months later nor into another submission."""
    case = case_of(f"""
        2022 visitor/imm5257.pdf as of 2022-05-04: {NOOR}
        2022 visitor/refusal-letter.pdf as of 2022-06-20: full_name="Noor Sample" decision=refused
        2026/imm1295.pdf: {NOOR}
        2026/imm5707.pdf as of 2026-03-12: {NOOR}
        2026/explanation-letter.pdf as of 2026-03-14: full_name="Noor Sample"
    """)
    assert [(a.role, str(a.as_of), len(a.documents)) for a in case.applications] == [
        ("past", "2022-05-04", 2),
        ("draft", "2026-03-12", 3),
    ]
    assert case.as_of == date(2026, 3, 14)


def test_a_form_without_a_day_is_the_next_application_after_a_decision() -> None:
    case = case_of(f"""
        imm1295.pdf as of 2024-02-04: {NOOR}
        refusal-letter.pdf as of 2024-06-20: full_name="Noor Sample" decision=refused
        imm1295_new.pdf: {NOOR}
        imm5707_new.pdf: {NOOR}
        cv.pdf as of 2026-03-02: full_name="Noor Sample"
    """)
    found = roles(case)
    assert {p for p, role in found.items() if role == "draft"} == {
        "imm1295_new.pdf",
        "imm5707_new.pdf",
        "cv.pdf",
    }
    assert str(case.by_path["imm1295_new.pdf"].as_of.date) == "2026-03-02"


def test_an_unsigned_copy_without_a_decision_is_no_other_application() -> None:
    case = case_of(f"""
        imm1295.pdf as of 2026-02-04: {NOOR}
        imm1295_copy.pdf: {NOOR}
    """)
    assert roles(case) == {"imm1295.pdf": "draft", "imm1295_copy.pdf": "draft"}


def test_what_an_unsigned_draft_leaves_out_is_missing_from_it() -> None:
    case = case_of(f"""
        old/imm5707.pdf as of 2022-05-04: {NOOR}
        old/imm5707.pdf as of 2022-05-04: family_member relation=child name="Lina Sample" birth_date=2017-08-30
        old/refusal-letter.pdf as of 2022-06-20: full_name="Noor Sample" decision=refused
        now/imm5707.pdf: {NOOR}
        now/imm1295.pdf: {NOOR}
        now/cv.pdf as of 2026-03-02: full_name="Noor Sample"
    """)
    assert [(f.rule, str(f.severity)) for f in run(case, Settings(rules=("family/child",)))] == [
        ("family/child", "critical")
    ]


def test_notes_without_a_day_have_that_of_the_letter_on_the_application() -> None:
    case = case_of("""
        2024/refusal-letter.pdf as of 2024-05-02: application_number=W511820347
        2024/decision-notes.pdf: application_number=W511820347
        2023/decision-notes.pdf: application_number=W300000001
    """)
    days = {paper.path: str(paper.as_of.date) for paper in case.papers}
    assert days["2024/decision-notes.pdf"] == "2024-05-02"
    assert days["2023/decision-notes.pdf"] != "2024-05-02"
