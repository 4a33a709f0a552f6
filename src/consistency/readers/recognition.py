"""The words on pages that are pictures: added to a document after its own text was read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from msgspec.structs import replace

from consistency.model import Box, Document, Extent, Line, Method
from consistency.readers import problems
from consistency.readers.limits import Options
from consistency.readers.problems import LOSSES


def completed(
    document: Document, data: bytes, options: Options, covered: Mapping[int, Sequence[Box]] | None = None
) -> Document:
    """Give the document with the words of its pictures, where they are wanted and can be recognised here.

    ``covered`` are the places, by page, where no words stand.
    """
    if not document.pictures or not options.ocr:
        return document
    from consistency.readers import ocr
    from consistency.readers.drawn_pages import drawn

    if not ocr.available():
        return document
    wanted = document.pictures[: options.limits.recognised]
    careful = len(wanted) <= options.limits.careful
    pictures = drawn(document.media, data, wanted, options, ocr.DOTS, grey=True)
    covered = covered or {}
    seen = [
        ocr.recognise(_without(picture, covered.get(number, ()), dots), number, dots, careful)
        for number, picture, dots in pictures
    ]
    read = {one.page.number: one for one in seen if one.lines}
    lines = [line for line in document.lines if line.page not in read]
    lines += [line for one in read.values() for line in one.lines]
    pages = tuple(read[page.number].page if page.number in read else page for page in document.pages)
    unread = [number for number in document.pictures if number not in read]
    poor = tuple(problems.poor_picture(document.path, n) for n, one in read.items() if not one.sure)
    told = (*document.problems, *poor)
    return _judged(
        replace(document, pages=pages, lines=tuple(sorted(lines, key=_page)), problems=told), unread
    )


def _page(line: Line) -> int:
    return line.page or 0


def _judged(document: Document, unread: list[int]) -> Document:
    """Say by what means, and how far, the document is now read."""
    kept = [problem for problem in document.problems if problem.code != "no-text"]
    own = {line.page for line in document.lines} - {*document.pictures} or document.method not in (
        "none",
        "text",
    )
    method: Method = document.method if own or not document.lines else "ocr"
    if unread:
        whole = method == "none"
        kept.append(problems.no_text(document.path, unread, whole, problems.FOUND_NOTHING))
    if method == "none":
        return replace(document, problems=tuple(kept))
    extent: Extent = "partial" if any(problem.code in LOSSES for problem in kept) else "full"
    return replace(document, method=method, read=extent, problems=tuple(kept))


def _without(picture: Any, boxes: Sequence[Box], dots: float) -> Any:
    """Give a picture with boxes, in points, painted white."""
    if not boxes:
        return picture
    from PIL import ImageDraw

    from consistency.readers.drawn_pages import POINTS

    painted = picture.convert("L")
    for box in boxes:
        ImageDraw.Draw(painted).rectangle([edge * dots / POINTS for edge in box], fill=255)
    return painted
