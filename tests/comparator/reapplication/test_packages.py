"""The package of the draft beside the refused one: by bytes, by words, field by field."""

from time import process_time

import pytest

from consistency.comparator.differences import in_fields, in_words
from consistency.comparator.engine import all_rules
from consistency.comparator.reapplication.decisions import decisions
from consistency.comparator.reapplication.grounds import grounds
from consistency.comparator.reapplication.packages import Package, package
from consistency.model import AsOf, Case, Document, Line, Paper, Segment
from tests.comparator.examples import case_of

REFUSED = "2024/refusal-letter.pdf as of 2024-06-01: refusal country=CA from=2024-06-01 number=W123456789\n"
WHOSE = "family_name=SILVA birth_date=1990-05-04"
LETTER = 'text "Ana Silva has worked for us as a cook since 2018, forty hours a week, and is a reliable colleague."'


def matched(example: str) -> Package:
    return of_case(case_of(REFUSED + example))


def of_case(case: Case) -> Package:
    (person,) = case.people
    return package(case, person, decisions(case, person)[-1])


def states(found: Package) -> dict[str, str]:
    return {m.new.path if m.new else m.old.path if m.old else "": m.state for m in found.matches}


def test_papers_are_the_same_changed_new_or_gone() -> None:
    found = matched(f"""
        2024/imm1295.pdf as of 2024-03-01: {WHOSE}
        2024/employment-letter.pdf as of 2024-02-01: {LETTER}
        2024/bank-statement.pdf as of 2024-02-01: text "The balance of account 12345 on 1 February 2024 is BRL 90,000."
        2024/payslip.pdf as of 2024-02-01: text "Pay slip of February"
        draft/imm1295.pdf as of 2026-03-01: {WHOSE}
        draft/employment-letter.pdf as of 2024-02-01: {LETTER}
        draft/bank-statement.pdf as of 2026-02-01: text "The balance of account 12345 on 3 March 2026 is BRL 95,000."
        draft/language-test.pdf as of 2026-02-01: text "Test report form"
    """)
    assert states(found) == {
        "draft/imm1295.pdf": "changed",
        "draft/employment-letter.pdf": "same",
        "draft/bank-statement.pdf": "changed",
        "draft/language-test.pdf": "new",
        "2024/payslip.pdf": "dropped",
    }


def test_two_employers_letters_are_two_papers() -> None:
    found = matched(f"""
        2024/imm1295.pdf as of 2024-03-01: {WHOSE}
        2024/employment-letter.pdf as of 2024-02-01: {LETTER}
        draft/imm1295.pdf as of 2026-03-01: {WHOSE}
        draft/employment-letter.pdf as of 2026-02-01: text "Ms Silva served at Blue Lantern Hotel until 2017."
    """)
    assert states(found) == {
        "draft/imm1295.pdf": "changed",
        "draft/employment-letter.pdf": "new",
        "2024/employment-letter.pdf": "dropped",
    }


def test_papers_are_paired_with_those_that_they_are_most_alike() -> None:
    found = matched(f"""
        2024/imm1295.pdf as of 2024-03-01: {WHOSE}
        2024/payslip_1.pdf as of 2024-01-31: text "Pay slip January 2024 basic pay 3,000 allowances 200 net pay 2,900"
        2024/payslip_2.pdf as of 2024-02-29: text "Pay slip February 2024 basic pay 3,000 allowances 250 net pay 2,950"
        draft/imm1295.pdf as of 2026-03-01: {WHOSE}
        draft/payslip_3.pdf as of 2024-02-29: text "Pay slip February 2024 basic pay 3,000 allowances 250 net pay 2,950"
        draft/payslip_4.pdf as of 2026-01-31: text "Pay slip January 2026 basic pay 3,600 allowances 200 net pay 3,300"
    """)
    pairs = {m.new.path: m.old.path for m in found.drafted if m.new and m.old}
    assert pairs["draft/payslip_3.pdf"] == "2024/payslip_2.pdf"
    assert pairs["draft/payslip_4.pdf"] == "2024/payslip_1.pdf"


def test_a_form_is_compared_field_by_field_with_the_one_it_took_the_place_of() -> None:
    case = case_of(f"""
        {REFUSED}
        2024/imm5645.pdf as of 2024-03-01: {WHOSE}
        2024/imm5645.pdf as of 2024-03-01: family_member relation=child name=Rui birth_date=2015-02-03 accompanying=no
        2024/imm5645.pdf as of 2024-03-01: family_member relation=father name=Joao birth_date=1960-02-03
        draft/imm5707.pdf as of 2026-03-01: family_name=SYLVA birth_date=1990-05-04
        draft/imm5707.pdf as of 2026-03-01: family_member relation=child name=Rui birth_date=2015-02-03 accompanying=yes
        draft/imm5707.pdf as of 2026-03-01: family_member relation=father name=Joao birth_date=1960-02-03
    """)
    (match,) = of_case(case).drafted
    assert match.state == "changed"
    told = {
        (d.what, d.old.value if d.old else None, d.new.value if d.new else None) for d in match.differences
    }
    assert told == {("family_name", "SILVA", "SYLVA"), ("family_member accompanying", "no", "yes")}
    assert 0.5 < match.likeness < 1


def test_rows_and_answers_that_only_one_form_has() -> None:
    case = case_of(f"""
        2024/imm1295.pdf as of 2024-03-01: {WHOSE}
        2024/imm1295.pdf as of 2024-03-01: answer question=ever-refused answer=no
        2024/imm1295.pdf as of 2024-03-01: job employer=Acme title=Cook from=2018-01 to=2019-03
        draft/imm1295.pdf as of 2026-03-01: {WHOSE}
        draft/imm1295.pdf as of 2026-03-01: answer question=ever-refused answer=yes details="Canada, 2024"
        draft/imm1295.pdf as of 2026-03-01: job employer="Blue Lantern Hotel" title=Waiter from=2020-01 to=present
    """)
    old, new = (case.by_path[f"{folder}/imm1295.pdf"] for folder in ("2024", "draft"))
    told = {(d.what, bool(d.old), bool(d.new)) for d in in_fields(new, old).differences}
    assert told == {
        ("answer ever-refused", True, True),
        ("answer ever-refused details", True, True),
        ("job", True, False),
        ("job", False, True),
    }


def paper(path: str, lines: list[str]) -> Paper:
    rows = tuple(Line((Segment(line),), page=1 + at // 40) for at, line in enumerate(lines))
    document = Document(path, path.ljust(64, "0"), "pdf", "text", "full", lines=rows)
    return Paper(document, "employment-letter", AsOf(None, "unknown"))


def test_the_passages_that_differ_are_told_with_both_sides() -> None:
    old = [
        "To whom it may concern.",
        "Ana Silva works here since 2018.",
        "Her pay is BRL 3,000.",
        "Sincerely.",
    ]
    new = [old[0], old[1], "Her pay is BRL 3,600.", "She is granted leave.", old[3]]
    one = in_words(paper("b", new), paper("a", old))
    sides = [(d.old.value if d.old else None, d.new.value if d.new else None) for d in one.differences]
    assert sides == [(old[2], new[2]), (None, new[3])]
    assert 0.7 < one.likeness < 0.97
    assert in_words(paper("b", old), paper("a", old)).likeness == 1.0


@pytest.mark.parametrize(("pages", "every"), [(60, 1), (300, 50)])
def test_hundreds_of_pages_are_compared_in_a_moment(pages: int, every: int) -> None:
    lines = [
        f"Entry {at}: the officer wrote note {at * 7919 % 10007} of the file on this page."
        for at in range(pages * 40)
    ]
    other = [line.replace("wrote", "read") if at % every == 0 else line for at, line in enumerate(lines)]
    new, old = paper("b", other), paper("a", lines)
    begun = process_time()
    assert in_words(new, old).likeness > 0.9
    assert process_time() - begun < 5


def test_what_speaks_against_an_answer_are_rules_that_exist() -> None:
    known = tuple(all_rules())
    for slug, ground in grounds().items():
        assert ground.touched, slug
        for prefix in ground.touched:
            assert any(
                rule == prefix or (prefix.endswith("/") and rule.startswith(prefix)) for rule in known
            ), prefix


def test_the_same_words_in_a_file_of_another_day_are_the_same_paper() -> None:
    case = case_of(f"""
        {REFUSED}
        2024/imm1295.pdf as of 2024-03-01: {WHOSE}
        2024/employment-letter.pdf as of 2024-02-01: {LETTER}
        draft/imm1295.pdf as of 2026-03-01: {WHOSE}
        draft/employment-letter.docx: {LETTER}
    """)
    assert states(of_case(case))["draft/employment-letter.docx"] == "same"
