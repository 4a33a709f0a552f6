"""The papers as files: read again with the program's own reader, they hold everything once, and are what they are."""

import io
import zipfile
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn
from msgspec.structs import replace

from consistency.case.assemble import assemble
from consistency.comparator.engine import Settings, run
from consistency.comparator.reapplication.decisions import argument
from consistency.comparator.reapplication.grounds import named_in
from consistency.extractors.extract import extract
from consistency.letter import skeleton
from consistency.letter.contents import Contents, contents
from consistency.letter.texts import Language, language_of, texts
from consistency.letter.writing import PAPERS, Unwritable, papers, save, whole
from consistency.model import Document, Finding, Report, Severity
from consistency.normalizer.text import fold
from consistency.readers.files import read_bytes
from consistency.sheets.sheet import About, Sheet, Words, bookmark, clean
from consistency.views.explaining import UNNAMED
from tests.bundled import READING, SAMPLE, sample
from tests.comparator.examples import case_of
from tests.lives.edits import Papers, told
from tests.reports.making import lives, report_on

LANGUAGES: tuple[Language, ...] = ("en", "fr")


@cache
def written(language: Language) -> Mapping[str, bytes]:
    return papers(sample(), language)


def read(data: bytes, path: str) -> Document:
    return read_bytes(data, path, READING.reading)


def flat_text(text: str) -> str:
    return " ".join(clean(text).split())


def flat(document: Document) -> str:
    return " ".join(document.text.split())


def generated() -> list[Report]:
    """Give the reports on a consistent life, and on lives with a planted contradiction."""
    return [report_on(assemble("life", told(1))), *lives()[::2]]


def holds_everything_once(letter: Document, of: Contents, language: Language) -> None:
    words, text, paper = texts(language), flat(letter), extract(letter)
    for reason in of.explanation.reasons:
        assert text.count(flat_text(words.numbered(reason))) == 1
        named = {slug for passage in argument(paper) for slug in named_in(passage.text)}
        assert reason.slug in {*named, UNNAMED}
    for point in of.explanation.every_point:
        title = words.heading(point.finding.rule, point.about)
        assert text.count(flat_text(words.say("labels", "point", number=point.number, title=title))) == 1
        assert all(flat_text(quote.words) in text for quote in point.quotes if quote.words)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_letter_holds_every_reason_and_weighty_finding_once(language: Language) -> None:
    of = contents(sample())
    letter = read(written(language)["letter.docx"], "draft/letter.docx")
    holds_everything_once(letter, of, language)
    weighty = [f for f in sample().findings if f.severity >= Severity.MAJOR]
    assert len(list(of.explanation.every_point)) == len(weighty) == 7
    marks = [
        mark.get(qn("w:name"))
        for mark in docx.Document(io.BytesIO(written(language)["letter.docx"])).element.iter(
            qn("w:bookmarkStart")
        )
    ]
    assert sorted(m for m in marks if not m.startswith("reason_")) == sorted(bookmark(f.id) for f in weighty)


def test_letters_of_generated_cases_hold_everything_once() -> None:
    for report in generated():
        of, made = contents(report), Sheet(About("Letter", "en", report.case.as_of))
        skeleton.write(made, of, texts("en"))
        letter = read(made.save(), "draft/letter.docx")
        assert extract(letter).kind == "explanation-letter"
        holds_everything_once(letter, of, "en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_letter_is_known_as_one_and_the_tables_as_none_of_the_applicants(language: Language) -> None:
    kinds = {name: extract(read(data, name)).kind for name, data in written(language).items()}
    assert kinds.pop("letter.docx") == "explanation-letter"
    assert set(kinds.values()) == {"other"}


def test_all_papers_in_one_file_are_the_letter_first() -> None:
    together = read(whole(sample(), "fr"), "all.docx")
    assert extract(together).kind == "explanation-letter"
    titles = [texts("fr").say(paper.group, "title") for paper in PAPERS.values()]
    places = [together.text.index(f"\n{title}\n") for title in titles]
    assert places == sorted(places)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_skeleton_left_in_the_draft_is_told_and_speaks_for_nobody(language: Language) -> None:
    before = sample().findings
    own: Papers = [replace(paper, person=None, application=None) for paper in sample().case.papers]
    left = extract(read(written(language)["letter.docx"], "2026 draft/letter.docx"))
    after = run(assemble("sample", [*own, left]))
    gaps = {finding.subject for finding in after if finding.rule == "reapplication/placeholder"}
    assert gaps >= {
        f"gap {fold(texts(language).say('gaps', name))}" for name in ("reason", "point", "proof", "date")
    }
    levels = {(f.rule, f.subject): f.severity for f in after if f.rule != "reapplication/placeholder"}
    answered = "reapplication/reason-unanswered"
    assert levels | {key: level for key, level in expected(before) if key[0] == answered} == dict(
        expected(before)
    )
    assert [record.type for record in left.records] == ["refusal"]


def expected(findings: tuple[Finding, ...]) -> list[tuple[tuple[str, str], Severity]]:
    return [((f.rule, f.subject), f.severity) for f in findings]


def test_the_order_of_papers_and_findings_changes_no_byte() -> None:
    case = assemble("life", told(1)[::-1])
    again = assemble("life", told(1))
    findings = run(again, Settings(rules=("work", "reapplication")))
    assert whole(Report(case, findings, "pass")) == whole(Report(again, findings, "pass"))


def test_files_tell_nothing_of_the_machine() -> None:
    for name, data in written("en").items():
        core = docx.Document(io.BytesIO(data)).core_properties
        assert (core.author, core.last_modified_by, core.comments) == (PAPERS[name[:-5]].author, "", "")
        assert core.created.date() == sample().case.as_of
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            assert {member.date_time for member in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_tables_repeat_their_heads_and_pages_are_counted() -> None:
    for data in written("en").values():
        document = docx.Document(io.BytesIO(data))
        repeated = [bool(list(table.rows[0]._tr.iter(qn("w:tblHeader")))) for table in document.tables]
        assert all(repeated[1 if data is written("en")["letter.docx"] else 0 :])
        foot = document.sections[-1].footer._element
        assert [f.get(qn("w:instr")) for f in foot.iter(qn("w:fldSimple"))] == ["PAGE", "NUMPAGES"]
        assert "Noor Sample" in document.sections[-1].header.paragraphs[0].text


def sheet(*lines: str) -> bytes:
    made = Sheet(About("A title", "en", date(2026, 1, 1)))
    made.text(*map(Words, lines))
    return made.save()


def test_what_xml_cannot_hold_is_left_out_and_nothing_becomes_a_field() -> None:
    hostile = (
        "a\x00b\x0b\x1f\ud800c\ufffe \u202egnp.exe {PAGE} <w:fldSimple w:instr='PAGE'/> &amp; MERGEFIELD x"
    )
    data = sheet(hostile)
    assert flat(read(data, "a.docx")) == "abc gnp.exe {PAGE} <w:fldSimple w:instr='PAGE'/> &amp; MERGEFIELD x"
    assert not list(docx.Document(io.BytesIO(data)).element.iter(qn("w:fldSimple"), qn("w:instrText")))


def test_names_that_run_from_right_to_left_are_marked_as_such() -> None:
    document = docx.Document(io.BytesIO(sheet("Applicant: ليلى رحيمي (Leila)")))
    runs = [(run.text.strip(), bool(run.font.rtl)) for run in document.paragraphs[-1].runs]
    assert runs == [("Applicant:", False), ("ليلى رحيمي", True), ("(Leila)", False)]


def test_the_language_is_that_of_the_draft() -> None:
    assert language_of(sample().case) == "en"
    french = tuple(replace(paper, language="fr") for paper in sample().case.papers)
    assert language_of(replace(sample().case, papers=french)) == "fr"


def test_what_stands_there_is_kept_unless_forced(tmp_path: Path) -> None:
    place = tmp_path / "papers"
    assert [path.name for path in save(sample(), "en", place)] == [f"{name}.docx" for name in PAPERS]
    (place / "letter.docx").write_text("filled in")
    with pytest.raises(Unwritable, match="is there already and is kept; --force"):
        save(sample(), "en", place)
    assert (place / "letter.docx").read_text() == "filled in"
    save(sample(), "en", place / "letter.docx", force=True)
    assert read((place / "letter.docx").read_bytes(), "letter.docx").read == "full"
    with pytest.raises(Unwritable, match="is a file"):
        save(sample(), "en", SAMPLE / "2026 draft" / "IMM1295E.pdf")


def test_a_case_without_anything_gives_papers_too() -> None:
    empty = Report(assemble("nothing", []), (), "pass")
    assert read(whole(empty), "all.docx").read == "full"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_letter_without_a_refusal_is_known_as_one_too(language: Language) -> None:
    case = case_of(
        "draft/imm1295.pdf as of 2026-03-01: family_name=SILVA given_names=Ana birth_date=1990-05-04\n"
        "draft/passport.pdf as of 2024-03-01: family_name=SILVA given_names=Ana birth_date=1990-05-14"
    )
    report = Report(case, run(case), "findings")
    letter = extract(read(papers(report, language)["letter.docx"], "draft/letter.docx"))
    assert letter.kind == "explanation-letter"
    assert (letter.value("full_name"), letter.as_of.date, letter.records) == ("Ana SILVA", None, ())
