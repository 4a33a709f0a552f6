"""A part of a file as a document of its own, its pages numbered as in the file."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from consistency.model import Document, Extent, Form, Method, Problem
from consistency.readers import problems
from consistency.readers.problems import LOSSES


def part(document: Document, first: int, last: int) -> Document:
    """Give the pages from ``first`` to ``last`` as a document of its own.

    What the file says of itself as a whole (its title, its day of creation) is not said of a part.
    """
    whole = replace(document, part=(first, last))
    path = document.path + whole.pages_named
    lines = tuple(line for line in document.lines if first <= (line.page or 1) <= last)
    pictures = tuple(number for number in document.pictures if first <= number <= last)
    form = _form(document.form, first, last)
    own = replace(
        whole, path=path, lines=lines, pictures=pictures, form=form, metadata={}, outline=(), labels=(),
        pages=tuple(page for page in document.pages if first <= page.number <= last), page_count=last - first + 1,
    )  # fmt: skip
    own = replace(own, problems=tuple(_problems(document, own)))
    method = _method(own)
    return replace(own, method=method, read=_extent(own, method))


def _form(form: Form | None, first: int, last: int) -> Form | None:
    """Give what was filled in on the pages of a part; what names the file's form does not name a part's."""
    fields = tuple(f for f in form.acroform if f.page is not None and first <= f.page <= last) if form else ()
    return Form(acroform=fields) if fields else None


def _problems(document: Document, own: Document) -> Iterator[Problem]:
    """Give the problems that lie on the pages of a part.

    What concerns the file as a whole is told once, by its first part, or by its last where the rest was cut off.
    """
    first, last = own.part or (1, 1)
    ends = last == max((page.number for page in document.pages), default=last)
    for problem in document.problems:
        if problem.code == "no-text":
            yield from _unread(own, problem)
        elif problem.page is not None:
            if first <= problem.page <= last:
                yield _said_of(own, document, problem)
        elif ends if problem.code == "over-limit" else first == 1:
            yield problem


def _said_of(own: Document, document: Document, problem: Problem) -> Problem:
    if problem.code == "placeholder" and not own.lines:
        return problems.printed_blank(own.path)
    return problem._replace(message=problem.message.replace(document.path, own.path))


def _unread(own: Document, problem: Problem) -> Iterator[Problem]:
    """Say which pictures of a part have no words."""
    read = {line.page for line in own.lines}
    left = [number for number in own.pictures if number not in read]
    if left:
        tried = problems.FOUND_NOTHING in problem.message
        why = problems.FOUND_NOTHING if tried else problems.NOT_RECOGNISED
        yield problems.no_text(own.path, left, not own.lines, why)


def _method(own: Document) -> Method:
    if own.form is not None:
        return "acroform"
    if not own.lines:
        return "none"
    pictures = set(own.pictures)
    return "ocr" if all(line.page in pictures for line in own.lines) else "text"


def _extent(own: Document, method: Method) -> Extent:
    if method == "none":
        return "failed"
    return "partial" if any(problem.code in LOSSES for problem in own.problems) else "full"
