"""Files that hold several papers: split where a paper begins and nowhere else, each part read by itself."""

from __future__ import annotations

import hashlib
import io
from pathlib import Path
from random import Random

import pytest
from fixtures.bundle_papers import papers, sample
from fixtures.bundles import MANNERS, Bundle, Manner, bundle, joined, scanned
from fixtures.form_samples import form_samples
from fixtures.papers import PLACEHOLDER, letter_pdf
from msgspec.structs import replace
from pypdf import PdfWriter

from consistency.extractors.bundles import layout, meaning, papers_in, wording
from consistency.extractors.bundles.evidence import table, weight
from consistency.extractors.extract import extract
from consistency.extractors.extract import kind_of as recognise
from consistency.model import Document, Paper
from consistency.pipeline import Check, build_case
from consistency.pipeline import papers as read_papers
from consistency.readers.files import Options, read_bytes, read_file
from tests.shared import SHARED, uses_shared

SINGLE = sorted([*SHARED.glob("cases/**/*.pdf"), *SHARED.glob("resumes/**/*.pdf")])
BUNDLES = 32


def split(data: bytes, path: str = "bundle.pdf", *, ocr: bool = False) -> list[Paper]:
    return [extract(document) for document in papers_in(read_bytes(data, path, Options(ocr=ocr)))]


def spans(found: list[Paper]) -> list[tuple[int, int, str]]:
    whole = found[0].document
    return [(*(p.document.part or (1, whole.page_count or 1)), p.kind) for p in found]


@pytest.mark.parametrize("seed", range(BUNDLES))
def test_splits_a_bundle_where_each_paper_begins(seed: int) -> None:
    made = bundle(seed)
    assert spans(split(made.data)) == made.spans


@pytest.mark.parametrize("name", papers())
@pytest.mark.parametrize("length", [0.0, 0.5, 1.0])
def test_never_splits_one_paper(name: str, length: float) -> None:
    made = sample(name, "alone", length)
    (paper,) = split(made.data)
    assert paper.kind == made.kind
    assert paper.path == "bundle.pdf"


def test_never_splits_a_form_with_its_data() -> None:
    for form in form_samples():
        assert len(papers_in(read_bytes(form.pdf(), "form.pdf", Options()))) == 1


def test_every_sign_has_a_weight() -> None:
    for group, signs in (("layout", layout.SIGNS), ("wording", wording.SIGNS), ("meaning", meaning.SIGNS)):
        named = {sign.__name__ for sign in signs}
        assert named == set(table()[group])
        assert all(weight(group, sign) for sign in signs)


@pytest.fixture(scope="module")
def mixed() -> Bundle:
    names = ["passport", "employment_letter", "gcms", "refusal", "payslip", "payslip", "cv_long"]
    return bundle(1, Manner(outline="files", blanks=0.3), names)


def test_a_part_is_named_by_its_pages_and_is_told_apart_by_them(mixed: Bundle) -> None:
    found = split(mixed.data, "2024/Client Information.pdf")
    first, last, _ = mixed.spans[2]
    notes = found[2].document
    assert notes.path == f"2024/Client Information.pdf#{first}-{last}"
    assert notes.file == "2024/Client Information.pdf"
    assert notes.page_count == last - first + 1
    assert {p.document.sha256 for p in found} == {notes.sha256}
    assert len({p.document.content for p in found}) == len(found)


def test_a_part_cites_the_pages_of_the_file(mixed: Bundle) -> None:
    for paper, (first, last, _) in zip(split(mixed.data), mixed.spans, strict=True):
        cited = [fact.evidence for fact in paper.facts] + [record.evidence for record in paper.records]
        assert cited, paper.path
        assert all(first <= (evidence.page or 0) <= last for evidence in cited), paper.path
        assert {evidence.document for evidence in cited} == {paper.path}


def test_a_part_reads_as_the_paper_alone(mixed: Bundle) -> None:
    names = ["passport", "employment_letter", "gcms", "refusal", "payslip", "payslip", "cv_long"]
    for place, (name, paper) in enumerate(zip(names, split(mixed.data), strict=True)):
        (alone,) = split(sample(name, f"1 {place}").data)
        assert {f.attribute: f.value for f in paper.facts} == {f.attribute: f.value for f in alone.facts}
        assert [r.type for r in paper.records] == [r.type for r in alone.records]


@pytest.mark.parametrize("form", ["PDF", "TIFF"])
def test_splits_a_scan(form: str) -> None:
    made = bundle(3, Manner(), ["passport", "employment_letter", "refusal_with_notes", "payslip"])
    path = f"scan.{form.lower()}"
    found = split(scanned(made.data, form), path, ocr=True)
    assert spans(found) == made.spans
    assert {p.document.method for p in found} == {"ocr"}


def test_a_scan_that_is_not_read_is_told_by_each_part_that_bookmarks_name() -> None:
    made = bundle(3, Manner(outline="files"), ["passport", "refusal_with_notes", "payslip"])
    found = split(_with_outline(scanned(made.data), made))
    assert [p.document.part for p in found] == [(first, last) for first, last, _ in made.spans]
    assert all(p.document.read == "failed" for p in found)
    assert [problem.code for p in found for problem in p.document.problems] == ["no-text"] * len(found)
    assert all(p.path in p.document.problems[0].message for p in found)


def _with_outline(data: bytes, made: Bundle) -> bytes:
    writer = PdfWriter(clone_from=io.BytesIO(data))
    for number, (first, _) in enumerate(made.parts):
        writer.add_outline_item(title=f"{number}.pdf", page_number=first - 1)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def test_a_thousand_pages_are_split_and_none_is_recognised_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []

    def kind_of(document: Document) -> str | None:
        asked.append(document.first_page)
        return recognise(document)

    monkeypatch.setattr(meaning, "kind_of", kind_of)
    chosen = [
        sample("bank_statement", 7, 1.0),
        sample("employment_letter", 7),
        sample("gcms_counted", 7, 1.0),
    ]
    made = joined(chosen, Manner(), Random(7))
    long = _repeated(read_bytes(made.data, "b.pdf", Options()), 1000)
    found = [part.part for part in papers_in(long)]
    starts = [first + n * made.pages for n in range(1000 // made.pages + 1) for first, _ in made.parts]
    assert [part[0] for part in found if part] == [start for start in starts if start <= 1000]
    assert len(asked) == len(set(asked))


def _repeated(document: Document, most: int) -> Document:
    """Give a document's pages again and again."""
    from msgspec.structs import replace

    count = len(document.pages)
    pages = tuple(replace(document.pages[n % count], number=n + 1) for n in range(most))
    by_page = {n: [line for line in document.lines if line.page == n] for n in range(1, count + 1)}
    lines = (replace(line, page=n + 1) for n in range(most) for line in by_page[n % count + 1])
    return replace(document, pages=pages, lines=tuple(lines), page_count=most)


def test_a_form_whose_data_were_lost_in_a_bundle_is_told_as_such() -> None:
    writer = PdfWriter()
    for data in (sample("employment_letter", 1).data, letter_pdf([PLACEHOLDER]), sample("payslip", 1).data):
        writer.append(io.BytesIO(data))
    out = io.BytesIO()
    writer.write(out)
    letter, form, slip = split(out.getvalue())
    assert [p.kind for p in (letter, form, slip)] == ["employment-letter", "unknown", "payslip"]
    assert [problem.code for problem in form.document.problems] == ["printed-blank"]
    assert {p.document.read for p in (letter, slip)} == {"full"}
    assert not letter.document.problems + slip.document.problems


def test_a_bundle_may_be_named_as_the_draft(tmp_path: Path, mixed: Bundle) -> None:
    (tmp_path / "new.pdf").write_bytes(mixed.data)
    (tmp_path / "old.pdf").write_bytes(sample("explanation", 9).data)
    case = build_case(tmp_path, Check(draft="new.pdf"))
    drafts = {paper.path for paper in case.papers if case.in_draft(paper)}
    assert len(drafts) == len(mixed.parts)
    assert all(path.startswith("new.pdf#") for path in drafts)


def portfolio(members: dict[str, bytes], notice: str) -> bytes:
    """Make a PDF with files in it."""
    writer = PdfWriter(clone_from=io.BytesIO(letter_pdf([notice])))
    for name, data in members.items():
        writer.add_attachment(name, data)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


NOTICE = "For the best experience, open this PDF portfolio in Acrobat X or Adobe Reader X, or later."


def test_each_file_of_a_portfolio_is_a_document(tmp_path: Path) -> None:
    both = bundle(3, Manner(), ["employment_letter", "bank_statement"])
    form = next(iter(form_samples()))
    inner = {
        "form.pdf": form.pdf(),
        "all/both.pdf": both.data,
        "table.xlsx": b"PK xl/workbook",
        "void.pdf": b"",
    }
    data = portfolio({**inner, "deep.pdf": portfolio({"cv.pdf": sample("cv_long", 1).data}, NOTICE)}, NOTICE)
    (tmp_path / "client.pdf").write_bytes(data)
    found = {paper.path: paper for paper in read_papers(tmp_path)}
    parts = [f"client.pdf#all-both.pdf#{'-'.join(map(str, dict.fromkeys(s[:2])))}" for s in both.spans]
    assert {path: paper.kind for path, paper in found.items()} == {
        "client.pdf": "other",
        "client.pdf#form.pdf": form.kind,
        parts[0]: "employment-letter",
        parts[1]: "bank-statement",
        "client.pdf#table.xlsx": "unknown",
        "client.pdf#void.pdf": "unknown",
        "client.pdf#deep.pdf": "other",
        "client.pdf#deep.pdf#cv.pdf": "cv",
    }
    assert found["client.pdf#form.pdf"].document.sha256 == hashlib.sha256(inner["form.pdf"]).hexdigest()
    assert "Excel workbook" in found["client.pdf#table.xlsx"].document.problems[0].message
    assert found["client.pdf#void.pdf"].document.problems[0].code == "empty"


def test_files_of_one_name_are_told_apart(tmp_path: Path) -> None:
    writer = PdfWriter(clone_from=io.BytesIO(letter_pdf([NOTICE])))
    for kind in ("payslip", "permit"):
        writer.add_attachment(
            f"{kind}/scan.pdf".replace("/", "\\" if kind == "permit" else "/"), sample(kind, 1).data
        )
        writer.add_attachment("scan.pdf", sample(kind, 1).data)
    writer.write(tmp_path / "client.pdf")
    paths = [paper.path for paper in read_papers(tmp_path)]
    assert len(paths) == len(set(paths)) == 5


@uses_shared
@pytest.mark.parametrize("path", SINGLE, ids=lambda p: str(p.relative_to(SHARED)))
def test_never_splits_a_paper_of_the_shared_cases(path: Path) -> None:
    assert len(papers_in(read_file(path.parent, path.name, Options()))) == 1


@pytest.mark.parametrize("label", ["²", "A-²", "٣", "page", ""])
def test_a_page_may_be_labelled_with_any_sign(mixed: Bundle, label: str) -> None:
    document = read_bytes(mixed.data, "bundle.pdf", Options())
    labelled = replace(document, labels=tuple(label for _ in document.pages))
    assert [part.pages_named for part in papers_in(labelled)] == [
        part.pages_named for part in papers_in(document)
    ]


def test_all_manners_are_tried() -> None:
    assert len(MANNERS) <= BUNDLES
