"""Lines and values of any length: nothing of a line is lost, and what is left out of a value is reported."""

from __future__ import annotations

import pytest

from consistency.model import Box, Document, Form, FormField, Line, Segment, Word
from consistency.readers.bounding import bounded
from consistency.readers.limits import Limits
from tests.readers.making import body, codes, datasets, form, letter, p, r, read

SHORT = Limits(line_characters=20, value_characters=10)


def of(*lines: Line, form: Form | None = None) -> Document:
    return Document("a.pdf", "", "pdf", "text", "full", lines=lines, form=form)


def placed(*texts: str) -> Segment:
    words = tuple(Word(text, Box(10.0 * n, 0.0, 10.0 * n + 9, 9.0)) for n, text in enumerate(texts))
    return Segment(" ".join(texts), Box(0.0, 0.0, 10.0 * len(texts), 9.0), None, words)


def test_what_is_short_is_left_as_it_is() -> None:
    document = of(Line((placed("Noor", "Sample"),), 1), form=Form(datasets=(FormField("f/a", "1990"),)))
    assert bounded(document, SHORT) is document


def test_a_long_line_goes_on_in_further_lines_with_its_words_in_their_places() -> None:
    texts = ("The", "applicant", "worked", "there", "from", "2019", "x" * 45)
    lines = bounded(of(Line((placed(*texts),), 3, bold=True)), SHORT).lines
    assert [line.text for line in lines] == [
        "The applicant worked", "there from 2019", "x" * 20, "x" * 20, "x" * 5
    ]  # fmt: skip
    assert all(line.page == 3 and line.bold for line in lines)
    assert lines[1].box == Box(30.0, 0.0, 59.0, 9.0)
    assert "".join(word.text for line in lines for s in line.segments for word in s.words) == "".join(texts)


def test_the_cells_of_a_row_stay_beside_each_other_as_far_as_they_go() -> None:
    cells = (
        Segment("one two three four five six", None, "row 1, cell 1"),
        Segment("short", None, "row 1, cell 2"),
    )
    lines = bounded(of(Line(cells)), SHORT).lines
    assert [[segment.text for segment in line.segments] for line in lines] == [
        ["one two three four", "short"], ["five six"]
    ]  # fmt: skip
    assert lines[1].place == "row 1, cell 1"


def test_a_row_of_too_many_cells_goes_on_as_further_rows() -> None:
    cells = tuple(Segment(str(n), None, f"row 1, cell {n}") for n in range(7))
    lines = bounded(of(Line(cells)), Limits(line_segments=3)).lines
    assert [[segment.text for segment in line.segments] for line in lines] == [
        ["0", "1", "2"], ["3", "4", "5"], ["6"]
    ]  # fmt: skip


def test_what_is_left_out_of_a_value_is_reported() -> None:
    fields = (FormField("f/a", "1234567890"), FormField("f/b", "12345678901"))
    document = bounded(of(form=Form(datasets=fields, acroform=fields[1:])), SHORT)
    assert document.form is not None and document.read == "partial"
    assert document.form.datasets == (fields[0], FormField("f/b", "1234567890"))
    assert document.form.acroform == (FormField("f/b", "1234567890"),)
    assert codes(document) == ["over-limit", "over-limit"]
    assert "11 characters in the field f/b" in document.problems[0].message


def test_files_are_read_so() -> None:
    document = read(body(p(r("word " * 2_000))), "a.docx")
    assert len(document.lines) == 3 and document.text.split() == ["word"] * 2_000
    assert document.read == "full" and not document.problems
    page = letter("Please wait... If this message is not eventually replaced")
    document = read(form({"datasets": datasets(f"<f><a>{'x' * 10_001}</a></f>")}, page=page))
    assert codes(document) == ["over-limit"] and document.read == "partial"
    assert document.form is not None and document.form.datasets is not None
    assert len(document.form.datasets[0].value) == 10_000


@pytest.mark.parametrize("sign", ["²", "9" * 5_000, "-1", "x"])
def test_a_number_of_a_docx_that_is_none_counts_for_nothing(sign: str) -> None:
    run = f'<w:r><w:rPr><w:sz w:val="{sign}"/></w:rPr><w:t>Dear officer</w:t></w:r>'
    choices = f'<w:ddList><w:result w:val="{sign}"/><w:listEntry w:val="yes"/></w:ddList>'
    field = f"<w:fldChar><w:ffData>{choices}</w:ffData></w:fldChar>"
    document = read(body(p(run) + p(f"<w:r>{field}</w:r>")), "a.docx")
    assert document.read == "full" and [line.text for line in document.lines] == ["Dear officer", "yes"]
    assert document.lines[0].size is None
