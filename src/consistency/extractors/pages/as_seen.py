"""Places on pages that were turned to be read: upright until the paper is understood, then as a viewer shows them."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from consistency.model import UPRIGHT, Box, Document, Evidence, Line, Page, Paper, Segment, Word


def as_seen(paper: Paper) -> Paper:
    """Give the paper with all places as a viewer shows its pages."""
    pages = {page.number: page for page in paper.document.pages if page.lie != UPRIGHT}
    if not pages:
        return paper
    return replace(
        paper,
        document=_document(paper.document, pages),
        facts=tuple(replace(fact, evidence=_evidence(fact.evidence, pages)) for fact in paper.facts),
        records=tuple(
            replace(
                record,
                evidence=_evidence(record.evidence, pages),
                cells={name: _evidence(cell, pages) for name, cell in record.cells.items()},
            )
            for record in paper.records
        ),
        asked=tuple(
            replace(asked, none=_evidence(asked.none, pages)) if asked.none else asked
            for asked in paper.asked
        ),
        sayings=paper.sayings
        and tuple(replace(one, evidence=_evidence(one.evidence, pages)) for one in paper.sayings),
    )


def _document(document: Document, pages: Mapping[int, Page]) -> Document:
    return replace(
        document,
        pages=tuple(_page(page) if page.number in pages else page for page in document.pages),
        lines=tuple(
            _line(line, page) if (page := pages.get(line.page or 0)) else line for line in document.lines
        ),
    )


def _page(page: Page) -> Page:
    size = (page.height, page.width) if page.lie.on_side else (page.width, page.height)
    return Page(page.number, *size)


def _word(word: Word, page: Page) -> Word:
    return Word(word.text, _box(word.box, page))


def _line(line: Line, page: Page) -> Line:
    return replace(line, segments=tuple(_segment(segment, page) for segment in line.segments))


def _segment(segment: Segment, page: Page) -> Segment:
    if segment.box is None:
        return segment
    words = tuple(_word(word, page) for word in segment.words)
    return replace(segment, box=_box(segment.box, page), words=words)


def _evidence(evidence: Evidence, pages: Mapping[int, Page]) -> Evidence:
    page = pages.get(evidence.page or 0)
    if page is None or evidence.box is None:
        return evidence
    return replace(evidence, box=_box(evidence.box, page))


def _box(box: Box, page: Page) -> Box:
    return page.lie.back(box, page.width, page.height)
