"""Boxes around the quoted words of a finding, wherever its rule has taken the quote from."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from consistency.comparator.placing import placed
from consistency.model import Box, Case, Citation, Evidence, Finding, Severity, around
from consistency.normalizer.text import fold
from tests.comparator.examples import case_of
from tests.readers.making import drawn, read

LINES = (
    (72, "I have worked as a cook at Harbour Hotel"),
    (72, "from May 2018 to June 2021. I am married"),
    (72, "to Ana Silva since 2014."),
)
COLUMNS = ((72, 700, "8"), (72, 686, "Republic Avenue"), (300, 700, "Agadir"), (300, 686, "Morocco"))


def _case() -> Case:
    def draw(canvas: Any) -> None:
        for number, (x, text) in enumerate(LINES):
            canvas.drawString(x, 700 - 16 * number, text)
        canvas.showPage()
        for x, y, text in COLUMNS:
            canvas.drawString(x, y, text)

    case = case_of('draft/paper.pdf as of 2026-03-01: full_name="Ana Silva"')
    document = replace(read(drawn(draw)), path="draft/paper.pdf")
    return replace(case, papers=tuple(replace(paper, document=document) for paper in case.papers))


def _box(
    quote: str | None, page: int | None = 1, box: Box | None = None, field: str | None = None
) -> Box | None:
    place = Evidence("draft/paper.pdf", quote, page, field, box)
    told = Finding("id", "work/dates", Severity.MAJOR, "p1", "", "", "", "", (), (Citation(place, None),))
    [found] = placed(_case(), [told])
    return found.evidence[0].evidence.box


def _inside(box: Box, page: int = 1) -> str:
    document = _case().papers[0].document
    words = (word for sheet in document.pages if sheet.number == page for word in sheet.words)
    return " ".join(w.text for w in words if around([box, w.box]) == box)


def test_a_sentence_over_several_lines_is_enclosed_whole() -> None:
    box = _box("I am married to Ana Silva since 2014.")
    assert box is not None
    assert set(fold("I am married to Ana Silva since 2014.").split()) <= set(fold(_inside(box)).split())
    assert "hotel" not in fold(_inside(box))


def test_a_few_words_of_a_line_have_a_box_of_their_own() -> None:
    line = _case().papers[0].document.lines[0].box
    box = _box("Harbour Hotel", box=line)
    assert box is not None
    assert _inside(box) == "Harbour Hotel"


def test_a_value_in_several_cells_is_enclosed_cell_by_cell() -> None:
    box = _box("8 Republic Avenue | Agadir | Morocco", page=2)
    assert box is not None
    assert sorted(fold(_inside(box, 2)).split()) == ["8", "agadir", "avenue", "morocco", "republic"]


def test_the_place_that_is_known_tells_which_of_two_is_meant() -> None:
    near = _box("to Ana Silva")
    assert _box("to", box=near) == _box("to", box=near)
    assert _box("to", box=near) != _box("to June")


@pytest.mark.parametrize(
    ("quote", "field"),
    [("Harbour Hotel", "Page1/Employer"), ("no such words", None), (None, None), ("…", None)],
)
def test_a_field_and_words_that_are_not_on_the_page_keep_their_box(
    quote: str | None, field: str | None
) -> None:
    own = Box(1, 2, 3, 4)
    assert _box(quote, box=own, field=field) == own


def test_a_quote_that_goes_on_over_the_page_ends_with_it() -> None:
    box = _box("I am married to Ana Silva since 2014. We live in Agadir.")
    assert box is not None
    assert "2014" in _inside(box)


def test_a_paper_that_is_not_there_changes_nothing() -> None:
    place = Evidence("other.pdf", "words", 1, box=Box(1, 2, 3, 4))
    told = Finding("id", "work/dates", Severity.MAJOR, None, "", "", "", "", (), (Citation(place, None),))
    assert placed(_case(), [told]) == (told,)
