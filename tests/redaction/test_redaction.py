"""A redacted report names nobody: no format of it holds a personal value, however it is written."""

import io
import re
import zipfile
from functools import cache
from pathlib import Path

import pytest
from msgspec.structs import replace

from consistency.model import Address, Case, FamilyMember, Job, Offer, Refusal, Relationship, Report, Study
from consistency.normalizer.text import fold, tokens
from consistency.pipeline import check
from consistency.redaction import redacted, redactor
from consistency.redaction.vocabulary import words
from consistency.reports import formats, json, render, terminal
from consistency.reports.json import render_facts
from consistency.views.ways import plan
from tests.bundled import READING, sample
from tests.comparator.examples import case_of
from tests.reports.making import lives, report_on
from tests.shared import case_folders

NUMBERS = ("passport_number", "uci", "national_id", "application_number", "email", "phone")
NAMES = ("full_name", "family_name", "given_names", "other_family_name", "other_given_names")


def personal_values(case: Case) -> set[str]:
    """Give what must not be in any output: whole values, as the papers tell them."""
    found = {person.name for person in case.people}
    for paper in case.papers:
        found |= {f.value for f in paper.facts if f.attribute in {*NUMBERS, *NAMES, "birth_date"}}
        for record in paper.records:
            match record:
                case Job() | Offer():
                    found |= {record.employer or ""}
                case Study():
                    found |= {record.institution or ""}
                case FamilyMember() | Relationship():
                    found |= {record.name or "", *_street(getattr(record, "address", None))}
                    born = getattr(record, "birth_date", None)
                    found |= {born.iso} if born else set()
                case Address():
                    found |= _street(record.street)
                case Refusal():
                    found |= {record.number or ""}
    return {value for value in found if len(fold(value)) > 4 and not re.fullmatch(r"\d{4}", value)} - NOBODY


def _street(address: str | None) -> set[str]:
    """Give an address that is more than the name of a city and its country."""
    return {address} if address and re.search(r"\d|,.*,", address) else set()


NOBODY = {"Unemployed", "Student", "Homemaker", "Self-employed"}


def name_words(case: Case) -> set[str]:
    """Give the words of names that are no other words too."""
    names = {person.name for person in case.people}
    names |= {f.value for paper in case.papers for f in paper.facts if f.attribute in NAMES}
    names |= {m.name for paper in case.papers for m in paper.all(FamilyMember) if m.name}
    return {word for name in names for word in tokens(name) if len(word) > 2 and word not in words()}


def written(form: str, report: Report) -> str:
    """Give all that a format holds, unpacked."""
    told = render(form, report)
    if isinstance(told, str):
        return told
    with zipfile.ZipFile(io.BytesIO(told)) as packed:
        return "\n".join(packed.read(name).decode("utf-8", "replace") for name in packed.namelist())


def leaks(form: str, report: Report) -> list[str]:
    """Give the personal values of a report that stand in its redacted form."""
    return found_in(written(form, shown(report)), report.case)


def found_in(text: str, case: Case) -> list[str]:
    plain = text.replace("\\", "").replace("&amp;", "&")
    folded, found = f" {fold(plain)} ", set(re.findall("[a-z]+", fold(plain)))
    small, close = plain.lower(), folded.replace(" ", "")
    values = [
        value
        for value in personal_values(case)
        if value.lower() in small or f" {fold(value)} " in folded or _closely(value, close)
    ]
    return sorted([*values, *(name_words(case) & found)])


def _closely(value: str, text: str) -> bool:
    """Say whether a long number stands there without its blanks."""
    letters = fold(value).replace(" ", "")
    return (
        len(letters) > 6
        and sum(sign.isdigit() for sign in letters) > 5
        and "-" not in value
        and letters in text
    )


@cache
def _kept() -> dict[int, tuple[Report, Report]]:
    """Reports by their place in memory, each with its redacted form; kept, for a freed place is given to another."""
    return {}


def shown(report: Report) -> Report:
    if id(report) not in _kept():
        _kept()[id(report)] = report, redacted(report)
    return _kept()[id(report)][1]


def test_each_report_is_compared_with_its_own_redacted_form() -> None:
    for day in range(1, 29):
        job = f"job employer=Acme title=cook from=2019-03-{day:02}"
        assert f"2019-03-{day:02}" in render_facts(shown(report_on(case_of(paper(job)))).case.papers)


@pytest.mark.parametrize("form", formats())
def test_no_format_names_anybody(form: str) -> None:
    assert len(personal_values(sample().case)) > 20
    for report in (sample(), *lives()):
        assert leaks(form, report) == []


def test_facts_name_nobody() -> None:
    for report in (sample(), *lives()):
        assert found_in(render_facts(shown(report).case.papers), report.case) == []


def test_what_stands_in_a_paper_is_left_out() -> None:
    assert any(paper.sayings and paper.document.lines for paper in sample().case.papers)
    for paper in shown(sample()).case.papers:
        assert paper.sayings is None
        assert paper.document.lines == ()


def test_a_plan_names_nobody() -> None:
    for report in (sample(), *lives()):
        told = redactor(report.case).value(plan(report))
        for written_plan in (json.render_plan(told), terminal.render_plan(told)):
            assert found_in(written_plan, report.case) == []
            assert "NAME" not in written_plan and "NUMBER" not in written_plan


@pytest.mark.parametrize("folder", case_folders(), ids=lambda folder: folder.name)
def test_cases_name_nobody(folder: Path) -> None:
    report = check(folder, READING)
    for form in formats():
        assert leaks(form, report) == []


def test_what_is_found_stays_the_same() -> None:
    for report in (sample(), *lives()):
        again = shown(report)
        assert [(f.id, f.rule, f.severity, f.status) for f in again.findings] == [
            (f.id, f.rule, f.severity, f.status) for f in report.findings
        ]
        assert again.verdict == report.verdict
        assert len({paper.path for paper in again.case.papers}) == len(report.case.papers)
        places = {c.evidence.document for f in again.findings for c in f.evidence}
        assert places <= {paper.path for paper in again.case.papers}


def test_dates_places_titles_and_sums_of_a_history_stay() -> None:
    detail = next(f.detail for f in shown(sample()).findings if f.rule == "work/dates")
    assert (
        "EMPLOYER-1 (Cook)" in detail and "2018-10" in detail and "Tunis" in written("json", shown(sample()))
    )


def test_of_a_day_in_a_history_that_is_a_birth_date_the_month_is_left() -> None:
    rows = (
        "family_name=RAHIMI given_names=Leila birth_date=1990-05-04",
        "job employer=Acme title=cook from=2019-03-01 to=2020-01-02",
        "family_member relation=child name=Sara birth_date=2019-03-01",
    )
    report = report_on(case_of("\n".join(map(paper, rows))))
    told = written("json", shown(report)) + render_facts(shown(report).case.papers)
    assert "2019-03-01" not in told and "2020-01-02" in told and '"2019-03"' in told


def paper(told: str) -> str:
    return f"draft/imm1295.pdf as of 2026-03-01: {told}"


def quoted(words: str, *papers: str) -> str:
    """Redact some words that are quoted in a case of these papers."""
    case = case_of("\n".join(papers))
    report = report_on(case)
    evidence = replace(case.papers[0].absent(), quote=words)
    finding = replace(
        sample().findings[0], evidence=(replace(sample().findings[0].evidence[0], evidence=evidence),)
    )
    (again,) = redacted(replace(report, findings=(finding,))).findings
    return again.evidence[0].evidence.quote or ""


LEILA = paper("family_name=RAHIMI given_names=Leila birth_date=1990-05-17 passport_number=X40712345")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("RAHIMI, Leila", "PERSON-1"),
        ("I, Leila Rahimi, was born on 17 May 1990.", "I, PERSON-1, was born on BIRTH-DATE-1."),
        ("née le 17 mai 1990", "née le BIRTH-DATE-1"),
        ("DOB 17/05/1990 or 05-17-90", "DOB BIRTH-DATE-1 or BIRTH-DATE-1"),
        ("the 17th of May, 1990", "the BIRTH-DATE-1"),
        ("worked from May 2019", "worked from May 2019"),
        ("Léïla Rahîmi", "PERSON-1"),
        ("L. Rahimi and Leila R. called", "PERSON-1 and PERSON-1 called"),
        ("Rah-\nimi", "PERSON-1"),
        ("R A H I M I", "PERSON-1"),
        ("LeilaRahimi2024", "PERSON-1 2024"),
        ("Ms. Rahirni was here", "Ms. PERSON-1 was here"),
        ("passport X 4071-2345", "passport PASSPORT-1"),
        ("passport Y99887766", "passport NUMBER"),
        ("write to l.rahimi99@mail.example", "write to EMAIL"),
        ("call +98 21 5550 1234", "call PHONE"),
        ("call (416) 555-0199", "call PHONE"),
        ("account 12345678 holds CAD 52000", "account NUMBER holds CAD 52000"),
        ("NOC 63200, IMM1295E, 2018-2020", "NOC 63200, IMM1295E, 2018-2020"),
        ("لیلا رحیمی from Tehran", "WORDS-IN-ANOTHER-SCRIPT from Tehran"),
        ("signed by Mr. Omid Karimov, manager", "signed by Mr. PERSON, manager"),
        ("She reported to Vijay Sharma in Toronto.", "She reported to NAME in Toronto."),
        ("signed by Ana Silva", "signed by NAME"),
        ("She has been with us since XXXX.", "She has been with us since XXXX."),
        ("P<IRNRAHIMI<<LEILA<<<<<<", "P<IRN PERSON-1<<<<<<"),
        ("X40712345<8IRN9005174F2602282<<<", "PASSPORT-1<NUMBER<<<"),
        ("My maiden name was Desai.", "My maiden name was NAME."),
        ("However, I enclose the Diploma in March.", "However, I enclose the Diploma in March."),
        ("lives at M5V 1A1", "lives at POSTAL-CODE"),
        ("see www.rahimi-foods.example/x", "see URL"),
    ],
)
def test_a_quote_keeps_its_sense_and_names_nobody(words: str, told: str) -> None:
    assert quoted(words, LEILA) == told


def test_two_spellings_stay_two() -> None:
    other = "past/imm1295.pdf as of 2024-03-01: family_name=RAHIMY given_names=Leila birth_date=1990-05-17"
    assert quoted("Rahimi, Rahimy", LEILA, other) == "PERSON-1, PERSON-1b"


def test_a_common_word_is_a_name_where_it_is_written_like_one() -> None:
    baker = paper("family_name=BAKER given_names=Leila birth_date=1990-05-17")
    assert quoted("Ms Baker is no baker", baker) == "Ms PERSON-1 is no baker"


def test_an_employer_is_known_by_part_of_its_name_and_without_its_legal_form() -> None:
    job = paper('job employer="Zarrinkoub Foods Pvt. Ltd." title=Cook from=2018-01 to=2019-01')
    assert quoted("ZARRINKOUB FOODS or Zarrinkoub", LEILA, job) == "EMPLOYER-1 or EMPLOYER-1"
    assert quoted("with Zarrinkoub Foods Pvt. Ltd. as Cook", LEILA, job) == "with EMPLOYER-1 as Cook"
    assert quoted("at Zarrinkoub Foods Pvt Ltd since 2018", LEILA, job) == "at EMPLOYER-1 since 2018"


def test_files_are_named_by_common_words_only() -> None:
    told = LEILA.replace("draft/imm1295.pdf", "Rahimi 2026/Golnaz cover letter 12345.pdf")
    case = redacted(report_on(case_of(told))).case
    assert case.papers[0].path == "PERSON-1 2026/WORD-1 cover letter NUMBER.pdf"
    assert case.path == "CASE"
