"""What was printed on the pages of a bundle afterwards parts no papers and joins none: fax heads, numbers, tabs."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest
from fixtures.bundles import Bundle, Manner, bundle
from fixtures.papers import letter_pdf
from pypdf import PdfReader, PdfWriter
from reportlab.pdfgen.canvas import Canvas

from consistency.extractors.pages import sheet_words as words
from consistency.normalizer.stamps import is_stamp
from tests.extractors.test_bundles import spans, split

LETTERS = [
    "employment_letter",
    "employment_letter",
    "diploma",
    "refusal",
    "payslip",
    "employment_letter",
    "lmia",
]
Stamp = Callable[[int, int], str]
"""What is printed at the top of a page, by its number and the number of pages."""


def stamped(data: bytes, *stamps: tuple[float, Stamp], first: int = 1) -> bytes:
    """Print on each page, from the first that is to be stamped, at a height from its foot."""
    writer = PdfWriter(clone_from=io.BytesIO(data))
    pages = writer.pages[first - 1 :]
    for number, page in enumerate(pages, 1):
        size = float(page.mediabox.width), float(page.mediabox.height)
        out = io.BytesIO()
        pen = Canvas(out, pagesize=size)
        pen.setFont("Courier", 8)
        for share, stamp in stamps:
            pen.drawString(30, share * size[1], stamp(number, len(pages)))
        pen.save()
        page.merge_page(PdfReader(io.BytesIO(out.getvalue())).pages[0])
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def fax(number: int, pages: int) -> str:
    return f"14/03/2025 16:05  FROM: HARBOUR COPY SHOP  TO: 0123455678  P. {number:02}/{pages:02}"


@pytest.mark.parametrize(
    "stamp",
    [
        (0.985, fax),
        (0.985, lambda number, pages: f"2025-03-14 04:05 PM  Fax 216 555 0100   page {number} of {pages}"),
        (0.015, lambda number, _: f"SAMPLE-{number:06}"),
        (0.015, lambda _number, _pages: "Scanned with PaperScanner"),
    ],
)
@pytest.mark.parametrize("seed", [2, 5])
def test_a_stamp_on_every_page_changes_nothing(stamp: tuple[float, Stamp], seed: int) -> None:
    made = bundle(seed, Manner(), LETTERS)
    assert spans(split(stamped(made.data, stamp))) == made.spans


def test_the_sheets_of_a_fax_in_a_larger_file_are_no_pages_of_one_paper() -> None:
    made = bundle(4, Manner(), LETTERS)
    assert spans(split(stamped(made.data, (0.985, fax), first=3))) == made.spans


def test_tab_sheets_are_known_by_their_tab_below_a_stamp() -> None:
    made = bundle(7, Manner(separators=True), ["lmia", "employment_letter", "diploma"])
    told = split(stamped(made.data, (0.015, lambda number, _: f"ABC-{number:05}")))
    assert spans(told) == made.spans


@pytest.mark.parametrize(
    "texts",
    [
        ["sample immigration services", "tab 4", "employment"],
        ["tab 4: job offer and lmia"],
        ["exhibit b-2", "bank statements"],
        [
            "tab 6",
            "6.1 letter of sample foods ltd. of 14 may 2025",
            "6.2 payslips",
            "6.3 contract of employment",
        ],
        ["onglet 3", "relevés bancaires"],
    ],
)
def test_sheets_that_part_papers(texts: list[str]) -> None:
    assert words.is_separator(texts)


@pytest.mark.parametrize(
    "texts",
    [
        ["annex b", "family name given name date of birth", "sample noor 1990-05-17"],
        ["section 3: wages", "the employer pays cad 22.00 per hour", "on every second friday"],
        ["part a", "name: noor sample", "date of birth: 1990-05-17"],
    ],
)
def test_sheets_that_tell_something_part_none(texts: list[str]) -> None:
    assert not words.is_separator(texts)


@pytest.mark.parametrize(
    "text", ["Z0000011 is the passport", "Harbour Hotel, 12 March 2024, 16:05", "Page 2 of 5"]
)
def test_words_of_a_paper_are_no_stamps(text: str) -> None:
    assert not is_stamp(text)


def test_a_sheet_with_nothing_but_a_stamp_is_blank() -> None:
    made: Bundle = bundle(2, Manner(), ["employment_letter", "diploma"])
    writer = PdfWriter(clone_from=io.BytesIO(made.data))
    first, _, _ = made.spans[1]
    writer.insert_page(PdfReader(io.BytesIO(letter_pdf([""]))).pages[0], first - 1)
    out = io.BytesIO()
    writer.write(out)
    told = split(stamped(out.getvalue(), (0.985, fax)))
    assert [paper.kind for paper in told] == [kind for _, _, kind in made.spans]


@pytest.mark.parametrize("first", [2, 3])
@pytest.mark.parametrize("text", ["Page {} of {}", "{} / {}", "Exhibit bundle, page {} of {}"])
def test_pages_that_are_counted_from_a_later_sheet_on_are_those_of_the_bundle(text: str, first: int) -> None:
    made = bundle(6, Manner(), ["employment_letter", "employment_letter", *LETTERS])
    assert spans(split(stamped(made.data, (0.02, text.format), first=first))) == made.spans


@pytest.mark.parametrize("name", ["gcms_counted", "bank_statement"])
def test_a_long_paper_with_its_own_numbers_behind_a_letter_stays_whole(name: str) -> None:
    made = bundle(3, Manner(), ["employment_letter", name])
    assert spans(split(made.data)) == made.spans


def test_the_foot_of_whoever_bound_the_papers_joins_none_and_is_in_none() -> None:
    made = bundle(8, Manner(), ["passport", *LETTERS])
    foot = (
        0.025,
        lambda n, _: f"Sample Immigration Services - application of N. Sample for a work permit - {n}",
    )
    told = split(stamped(made.data, foot))
    assert spans(told) == made.spans
    assert all("Immigration Services" not in paper.document.text for paper in told)


def test_the_foot_of_one_paper_is_kept() -> None:
    made = bundle(3, Manner(), ["gcms_counted"])
    foot = (0.9, lambda _n, _m: "Information disclosed under an example act")
    (paper,) = split(stamped(made.data, foot))
    assert "Information disclosed" in paper.document.text


def test_letters_of_one_house_are_parted_by_their_days_and_signatures() -> None:
    house = ["HARBOUR PLAZA HOTEL LLC", "Quay 4, Agadir, Morocco"]
    texts = (
        [*house, "15 April 2025", "TO WHOM IT MAY CONCERN", "Ms. Sample works here since 4 May 2019.", "(signed)"],
        [*house, "18 April 2025", "NO OBJECTION", "Ms. Noor Sample may travel in June.", "(signed)", "Lina Model"],
        [*house, "2 May 2025", "LEAVE", "Ms. Noor Sample is granted leave in June.", "(signed)", "Lina Model"],
    )  # fmt: skip
    writer = PdfWriter()
    for lines in texts:
        writer.append(io.BytesIO(letter_pdf(lines)))
    out = io.BytesIO()
    writer.write(out)
    assert [paper.document.part for paper in split(out.getvalue())] == [(1, 1), (2, 2), (3, 3)]
