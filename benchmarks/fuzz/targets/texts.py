"""What is read in words: dates, zones, names and other values, and whole papers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tests.extractors.papers.made import docx, pdf

from benchmarks.fuzz import seeds
from benchmarks.fuzz.mutating import TEXT, words
from benchmarks.fuzz.target import target
from consistency.extractors.bundles import papers_in
from consistency.extractors.extract import extract
from consistency.model import Box, Document, Form, FormField, Line, Page, Word
from consistency.normalizer import (
    awards,
    crime,
    identifiers,
    kinship,
    language_tests,
    money,
    occupations,
    organisations,
    places,
    services,
    streets,
)
from consistency.normalizer import (
    dates as days,
)
from consistency.normalizer import (
    mrz as zones,
)
from consistency.normalizer import (
    names as persons,
)
from consistency.readers.barcode.joining import join
from consistency.readers.barcode.symbol import Symbol
from consistency.readers.bounding import bounded
from consistency.readers.layout import Placed, Turn, lines_of
from consistency.readers.limits import Limits

LIMITS = Limits()
LETTERS = 20_000
"""Letters of a paper: ten pages."""
NOWHERE = Box(0.0, 0.0, 1.0, 1.0)
in_words = words(
    TEXT, "2019", "February", "février", "to", "–", "present", "née", "<<", "CAD", "$", "31", "99"
)


def _text(data: bytes) -> str:
    return data.decode("utf-8", errors="replace")


def _two(data: bytes) -> tuple[str, str]:
    one, _, other = _text(data).partition("\n")
    return one, other


@target(seeds.dates, in_words)
def dates(data: bytes) -> None:
    """Dates and periods in a text, and a text that is one."""
    text = _text(data)
    for order in (None, "dmy", "mdy", "ymd"):
        spans = [(found.start, found.end) for found in days.find_dates(text, order=order)]
        for start, end in (*spans, *(found[:2] for found in days.find_periods(text, order=order))):
            assert 0 <= start < end <= len(text)
        for read in (days.parse, days.parse_period):
            read(text, order=order)
    days.is_present(text), days.calendar_hint(text), days.settled_order((text,))


@target(seeds.zones, words(TEXT, "P<", "I<", "<", "<<<<<<<<<<", "V", "X"))
def mrz(data: bytes) -> None:
    """Machine-readable zones, and the names that are printed beside one."""
    family, given, *lines = [*_text(data).split("\n"), "", ""]
    zones.parse_mrz(lines)
    found = zones.find_mrz(lines)
    if found is not None:
        zones.mrz_name_agrees(family, given, found[1])


@target(seeds.names, in_words)
def names(data: bytes) -> None:
    """Two names, and whether they may be one person's: the same either way round."""
    one, other = map(persons.parse_full, _two(data))
    assert persons.compare(one, other).agrees == persons.compare(other, one).agrees
    assert persons.likely_same_person(one, other) == persons.likely_same_person(other, one)
    persons.swapped(one, other), persons.spelling_slip(one, other)


@target(seeds.values, in_words)
def values(data: bytes) -> None:
    """Amounts, numbers, places, employers, titles and what else is read of a text."""
    one, other = _two(data)
    for amount in (*money.find_amounts(one), *filter(None, [money.parse_amount(one)])):
        money.hourly(amount, 40), money.yearly(amount, 40)
    for read in (
        identifiers.uci, identifiers.find_uci, identifiers.find_application_numbers, identifiers.lmia_number,
        identifiers.offer_number, places.split_place, places.country_of_address, places.find_country, places.province,
        occupations.level, occupations.fields, occupations.noc_code, awards.level, awards.subjects, crime.entry,
        crime.admission, crime.charged, kinship.relation, kinship.closer, kinship.name_of, streets.is_post_box,
    ):  # fmt: skip
        read(one)
    for compare in (
        identifiers.same_uci, places.compare_cities, organisations.compare, occupations.compare_titles,
        occupations.level_moved, streets.compare, services.armed, services.government,
    ):  # fmt: skip
        compare(one, other)
    for test in language_tests.find(one):
        assert test


def _meant(document: Document) -> None:
    """Read what a document means, whole or in parts."""
    for part in papers_in(bounded(document, LIMITS)):
        extract(part)


@target(seeds.paper_texts, in_words)
def papers(data: bytes) -> None:
    """Papers of every kind, as the lines of a PDF and as the paragraphs of a DOCX."""
    text = _text(data)[:LETTERS]
    made = [pdf(page) for page in text.split("\f")[:6]]
    lines = [line for number, one in enumerate(made, 1) for line in _on(one.lines, number)]
    pages = tuple(Page(number, 612.0, 792.0) for number in range(1, len(made) + 1))
    _meant(Document("a.pdf", "", "pdf", "text", "full", pages, tuple(lines), page_count=len(pages)))
    _meant(docx(text))


def _on(lines: tuple[Line, ...], page: int) -> Iterator[Line]:
    return (Line(line.segments, page, line.part, line.bold, line.size) for line in lines)


TURNS: dict[str, Turn] = {"0": 0, "90": 90, "180": 180, "270": 270}
PLACED = re.compile(
    r"(\d{1,2}) (-?\d{1,6}\.?\d?) (-?\d{1,6}\.?\d?) (-?\d{1,6}\.?\d?) (\d{1,3}\.?\d?) (0|90|180|270) (\S+)"
)


@target(
    seeds.paper_places,
    words(re.compile(rb"[\d.-]+|\s|[^\d\s.-]+|."), "0", "90", "270", "-100", "99999.9", "612"),
)
def layout(data: bytes) -> None:
    """Papers as words that stand anywhere on a page, turned and one over the other."""
    placed: dict[int, list[Placed]] = {}
    for match in PLACED.finditer(_text(data)[: 2 * LETTERS]):
        left, right, base, size = map(float, match.group(2, 3, 4, 5))
        box = Box(min(left, right), base - size, max(left, right), base)
        placed.setdefault(int(match[1]), []).append(
            Placed(Word(match[7], box), base - 0.2 * size, size, TURNS[match[6]])
        )
    pages = tuple(Page(n, 612.0, 792.0, tuple(p.word for p in held)) for n, held in sorted(placed.items()))
    lines = tuple(line for n, held in sorted(placed.items()) for line in lines_of(held, n))
    _meant(Document("a.pdf", "", "pdf", "text", "full", pages, lines, page_count=len(pages)))


@target(seeds.barcodes, words(re.compile(rb"[^|\n]+|."), "|", "\n", "1990", "02", "Y"))
def barcode_texts(data: bytes) -> None:
    """The texts of a form's barcodes, joined and read as that form."""
    symbols = [Symbol(text, page, NOWHERE) for page, text in enumerate(_text(data).split("\n"), 1)]
    joined = join("a.pdf", symbols)
    _meant(Document("a.pdf", "", "pdf", "barcode", "full", form=joined.form, problems=joined.problems))


@target(
    seeds.form_texts, words(re.compile(rb"[^=\n/]+|.", re.DOTALL), "2019", "02", "31", "Y", "N", "01", "[0]")
)
def forms(data: bytes) -> None:
    """The answers of forms, by the names of their fields."""
    _meant(form_document(_text(data)))


def form_document(text: str, path: str = "form.pdf") -> Document:
    """Make a form of its printed number and a line for each field."""
    footer, *rest = text.split("\n")
    told = [(at, value) for at, mark, value in (line.partition("=") for line in rest) if mark]
    nodes = dict.fromkeys(
        "/".join(steps[:n]) for at, _ in told for steps in [at.split("/")[:9]] for n in range(1, 10)
    )
    fields = tuple(FormField(at, value) for at, value in told if value.strip())
    form = Form(datasets=fields, root=next(iter(nodes), None), nodes=tuple(nodes), template=(footer,))
    return Document(path, "", "pdf", "xfa", "full", form=form, page_count=1)
