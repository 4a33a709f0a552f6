"""A PDF as a document: its form, its pages, and what keeps it from being read in full."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

import pypdfium2 as pdfium
from pypdf import PdfReader

from consistency.model import Document, Extent, Form, Line, Method, Page, Problem
from consistency.readers import problems
from consistency.readers.limits import Options
from consistency.readers.pdf import acroform, hybrid, structure, xfa
from consistency.readers.pdf.annotations import read_annotations
from consistency.readers.pdf.pages import PageFailure, PageView, needs_ocr, opened, views

PLACEHOLDER = re.compile(
    r"if this message is not eventually replaced|requires adobe reader \d|"
    r"si ce message n['’]est pas remplac|veuillez patienter\s*\.\.\.|^please wait\s*\.\.\.|"
    r"document que vous (?:essayez|tentez) de charger",
    re.IGNORECASE,
)
MOST_PLACEHOLDER_LETTERS = 1_500


@dataclass(slots=True)
class _Parts:
    """What has been found of a document so far."""

    form: Form | None = None
    metadata: dict[str, str] = field(default_factory=dict)
    lines: list[Line] = field(default_factory=list)
    pages: list[Page] = field(default_factory=list)
    annotations: list[Line] = field(default_factory=list)
    page_count: int | None = None
    problems: list[Problem] = field(default_factory=list)
    lost: int = 0
    """Pages that hold something which was not read."""
    blank: list[int] = field(default_factory=list)
    """Pages that show the viewer's placeholder."""


def assemble(data: bytes, path: str, options: Options) -> Document:
    """Read everything there is in a PDF."""
    parts = _Parts()
    try:
        reader = structure.open_reader(data, options.passwords)
    except structure.Locked as locked:
        given = bool(options.passwords)
        problem = problems.certificate(path) if locked.certificate else problems.wrong_password(path, given)
        return _document(path, parts, (problem,), "failed")
    except structure.ERRORS as error:
        reader, broken = None, str(error)[:120] or type(error).__name__
        parts.problems.append(problems.damaged(path, broken, "Only the text of its pages was read."))
    if reader is not None:
        _read_structure(reader, path, options, parts)
    _read_pages(data, path, options, parts)
    return _judged(path, parts, damaged=reader is None)


def _read_structure(reader: PdfReader, path: str, options: Options, parts: _Parts) -> None:
    parts.metadata = structure.metadata(reader)
    try:
        parts.annotations = list(read_annotations(reader))
        form = structure.acroform(reader)
        if form is not None:
            _read_form(reader, form, (path, options), parts)
    except structure.ERRORS as error:
        why = str(error)[:120] or type(error).__name__
        parts.problems.append(problems.damaged(path, why, "Its form, if it has one, was not read."))


def _read_form(reader: PdfReader, form: object, file: tuple[str, Options], parts: _Parts) -> None:
    path, options = file
    packets = structure.packets(form, options.limits)  # type: ignore[arg-type]
    data = xfa.Data()
    if packets.datasets is not None:
        data = xfa.read_data(packets.datasets, path, options.limits)
    fields = acroform.read_fields(reader, form)  # type: ignore[arg-type]
    datasets = data.fields
    parts.problems.extend(data.problems)
    if datasets is not None and fields:
        parts.problems.extend(hybrid.disagreements(path, datasets, fields))
        datasets = hybrid.placed(datasets, fields)
    template = xfa.template_texts(packets.template) if packets.template is not None else ()
    title = parts.metadata.get("title")
    parts.form = Form(
        datasets=datasets,
        acroform=acroform.filled(fields),
        codes=data.codes,
        template=(*template, title) if title and template else template,
        root=data.root,
        nodes=data.nodes,
    )


def _read_pages(data: bytes, path: str, options: Options, parts: _Parts) -> None:
    try:
        with opened(data, options.passwords) as document:
            parts.page_count = len(document)
            for view in views(document, options.limits.pages):
                _take(view, path, parts)
                if sum(len(page.words) for page in parts.pages) * 6 > options.limits.characters:
                    break
    except pdfium.PdfiumError as error:
        parts.problems.append(problems.damaged(path, str(error).rstrip("."), "Its pages were not read."))
        parts.lost += 1
        return
    read = len(parts.pages) + parts.lost
    if parts.page_count > read:
        what = f"has {parts.page_count} pages; the pages after page {read} are too many"
        parts.problems.append(problems.over_limit(path, what))
        parts.lost += 1


def _take(view: PageView | PageFailure, path: str, parts: _Parts) -> None:
    """Add one page to the document."""
    if isinstance(view, PageFailure):
        parts.problems.append(problems.page_unreadable(path, view.number, view.why.rstrip(".")))
        parts.lost += 1
        return
    number = view.page.number
    if _is_placeholder(view):
        parts.blank.append(number)
        parts.pages.append(Page(number, view.page.width, view.page.height))
        return
    parts.pages.append(view.page)
    parts.lines.extend(view.lines)
    parts.lines.extend(line for line in parts.annotations if line.page == number)
    if needs_ocr(view):
        parts.problems.append(problems.no_text(path, number))
        parts.lost += 1


def _is_placeholder(view: PageView) -> bool:
    if not 20 < view.letters < MOST_PLACEHOLDER_LETTERS:
        return False
    return bool(PLACEHOLDER.search(" ".join(line.text for line in view.lines)))


def _judged(path: str, parts: _Parts, damaged: bool) -> Document:
    """Say by what means, and how far, the document was read."""
    method = _method(parts)
    if parts.blank and method not in ("xfa", "acroform") and not _has_data(parts):
        if not parts.lines:
            return _document(path, parts, (problems.printed_blank(path),), "failed")
        parts.problems.extend(problems.placeholder(path, number) for number in parts.blank)
        parts.lost += 1
    if method == "none" and (parts.lost or damaged):
        return _document(path, parts, (), "failed")
    return _document(path, parts, (), "partial" if parts.lost or damaged else "full", method)


def _has_data(parts: _Parts) -> bool:
    return parts.form is not None and parts.form.datasets is not None


def _method(parts: _Parts) -> Method:
    form = parts.form
    if form is not None and form.datasets:
        return "xfa"
    if form is not None and form.acroform:
        return "acroform"
    if parts.lines:
        return "text"
    return "xfa" if _has_data(parts) else "none"


def _document(
    path: str, parts: _Parts, more: Sequence[Problem], extent: Extent, method: Method = "none"
) -> Document:
    return Document(
        path=path,
        sha256="",
        media="pdf",
        method=method,
        read=extent,
        pages=tuple(parts.pages),
        lines=tuple(parts.lines),
        form=parts.form,
        metadata=parts.metadata,
        page_count=parts.page_count,
        problems=(*parts.problems, *more),
    )
