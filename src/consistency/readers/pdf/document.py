"""A PDF as a document: its form, its pages, and what keeps it from being read in full."""

from __future__ import annotations

import re
from typing import Any

import pypdfium2 as pdfium
from msgspec import Struct, field

from consistency.model import Bookmark, Document, Extent, Form, Line, Method, Page, Problem
from consistency.normalizer.expressions import expression
from consistency.readers import problems
from consistency.readers.limits import Options
from consistency.readers.pdf import engine, hybrid, otherwise, weighing, xfa
from consistency.readers.pdf.packets import Packets, packets_of
from consistency.readers.pdf.pages import Asked, PageFailure, PageView, needs_ocr, views
from consistency.readers.pdf.widgets import Field, filled, merged
from consistency.readers.xml import TooMuch

PLACEHOLDER = expression(
    r"if this message is not eventually replaced|requires adobe reader \d|"
    r"si ce message n['’]est pas remplac|veuillez patienter\s*\.\.\.|^please wait\s*\.\.\.|"
    r"document que vous (?:essayez|tentez) de charger",
    re.IGNORECASE,
)
MOST_PLACEHOLDER_LETTERS = 1_500


class _Parts(Struct):
    """What has been found of a document so far."""

    form: Form | None = None
    packets: Packets = Packets()
    """The XFA half of the form."""
    dynamic: bool = False
    """True where a viewer draws the form from its template, and not what the pages hold."""
    metadata: dict[str, str] = field(default_factory=dict)
    lines: list[Line] = field(default_factory=list)
    pages: list[Page] = field(default_factory=list)
    fields: list[Field] = field(default_factory=list)
    page_count: int | None = None
    problems: list[Problem] = field(default_factory=list)
    failures: list[PageFailure] = field(default_factory=list)
    lost: int = 0
    """What was there and was not read: pages, a form."""
    pictures: list[int] = field(default_factory=list)
    """Pages that need text recognition."""
    outline: tuple[Bookmark, ...] = ()
    labels: tuple[str, ...] = ()
    unseen: list[Problem] = field(default_factory=list)
    """Words out of sight."""
    placeholders: list[int] = field(default_factory=list)
    """Pages that show only the viewer's notice."""


def assemble(data: bytes, path: str, options: Options) -> Document:
    """Read everything there is in a PDF."""
    parts = _Parts()
    over = weighing.too_much(data, options.limits)
    if over is not None:
        return _document(path, parts, "none", "failed", problems.hostile(path, over))
    form = True
    try:
        with engine.opened(data, options.passwords) as document:
            if document.mended is not None:
                data = document.mended
                parts.problems.append(
                    problems.damaged(path, "its end is lost, or leads to no page", problems.MENDED)
                )
                parts.lost += 1
            form = engine.has_form(document)
            parts.packets = packets_of(document, options.limits)
            parts.dynamic = engine.is_dynamic(document)
            parts.metadata = engine.metadata(document)
            parts.outline = engine.outline(document)
            held = document.count_attachments()
            if held > options.limits.attachments:
                what = f"holds {held:,} files, of which the first {options.limits.attachments:,} were read"
                parts.problems.append(problems.over_limit(path, what))
                parts.lost += 1
            parts.labels = engine.labels(document, options.limits.pages)
            _read_pages(document, path, options, parts, layers=engine.may_have_layers(data))
    except engine.Locked as locked:
        given = bool(options.passwords)
        problem = problems.certificate(path) if locked.certificate else problems.wrong_password(path, given)
        return _document(path, parts, "none", "failed", problem)
    except pdfium.PdfiumError as error:
        parts.problems.append(problems.damaged(path, str(error), "Its pages were not read."))
        parts.lost += 1
    if engine.locks_attached(data):
        parts.problems.append(problems.locked_within(path))
        parts.lost += 1
    if form:
        _read_form(data, path, options, parts)
    return _judged(path, parts)


def _read_pages(document: Any, path: str, options: Options, parts: _Parts, *, layers: bool) -> None:
    parts.page_count = len(document)
    typed = document.get_formtype() == pdfium.raw.FORMTYPE_ACRO_FORM
    read = letters = 0
    for view in views(document, Asked(options.limits, typed, layers)):
        _take(view, path, options, parts)
        read += 1
        letters += view.letters if isinstance(view, PageView) else 0
        if letters > options.limits.characters:
            break
    if parts.failures:
        parts.problems.append(
            problems.pages_unreadable(path, [one.number for one in parts.failures], parts.failures[0].why)
        )
        parts.lost += 1
    if parts.page_count > read:
        what = f"has {parts.page_count} pages, of which the first {read} were read"
        parts.problems.append(problems.over_limit(path, what))
        parts.lost += 1


def _take(view: PageView | PageFailure, path: str, options: Options, parts: _Parts) -> None:
    """Add one page to the document."""
    if isinstance(view, PageFailure):
        parts.failures.append(view)
        return
    parts.fields.extend(view.filled.fields)
    number = view.page.number
    if view.filled.left_out:
        read = options.limits.annotations
        what = f"has {read + view.filled.left_out:,} notes and fields on page {number}; the first {read:,} were read"
        parts.problems.append(problems.over_limit(path, what))
        parts.lost += 1
    parts.unseen.extend(otherwise.out_of_sight(path, number, view.unseen, view.outside))
    if _is_placeholder(view):
        parts.placeholders.append(number)
        parts.pages.append(Page(number, view.page.width, view.page.height))
        return
    parts.pages.append(view.page)
    parts.lines.extend(view.lines)
    parts.lines.extend(view.filled.notes)
    if needs_ocr(view):
        parts.pictures.append(number)


def _is_placeholder(view: PageView) -> bool:
    if not 20 < view.letters < MOST_PLACEHOLDER_LETTERS:
        return False
    return bool(PLACEHOLDER.search(" ".join(line.text for line in view.lines)))


def _read_form(data: bytes, path: str, options: Options, parts: _Parts) -> None:
    try:
        parts.form = _form(data, path, options, parts)
        return
    except TooMuch as error:
        parts.problems.append(problems.over_limit(path, str(error)))
        parts.lost += 1
        return
    except engine.BROKEN as error:
        broken = str(error) or type(error).__name__
    try:
        mended = engine.resaved(data, options.passwords)
        parts.form = _form(mended, path, options, parts)
        read = problems.MENDED
    except (*engine.BROKEN, pdfium.PdfiumError, engine.Locked):
        read = "Its form, if it has one, was not read."
        parts.lost += 1
        if not parts.pages:
            return  # nothing of the file could be read, which has been said
    parts.problems.append(problems.damaged(path, broken, read))


def _form(data: bytes, path: str, options: Options, parts: _Parts) -> Form | None:
    packets = parts.packets
    if packets.over is not None:
        raise TooMuch(packets.over)
    told = tuple(otherwise.shown_otherwise(path, parts.fields))
    if told:
        from consistency.readers.pdf import acroform  # it loads pypdf, which few files need; so below

        told = () if acroform.is_drawn_anew(data, options.passwords) else told
    fields = merged(tuple(parts.fields))
    if not fields and not (parts.dynamic and packets.datasets is not None):
        unplaced = _unplaced(data, path, options, parts)
        if unplaced is None and packets == Packets():
            return None
        fields = unplaced or ()
    found = xfa.Data()
    if packets.datasets is not None:
        found = xfa.read_data(packets.datasets, path, options.limits)
        parts.problems.extend(found.problems)
        parts.lost += found.fields is None and bool(found.problems)
    parts.problems.extend(told)
    datasets = found.fields
    if datasets is not None and fields:
        parts.problems.extend(hybrid.disagreements(path, datasets, fields))
        datasets = hybrid.placed(datasets, fields)
    title = parts.metadata.get("title")
    template = xfa.template_texts(packets.template) if packets.template is not None else ()
    return Form(
        datasets=datasets,
        acroform=filled(fields),
        codes=found.codes,
        template=tuple(dict.fromkeys((*template, title))) if title and template else template,
        root=found.root,
        nodes=found.nodes,
    )


def _unplaced(data: bytes, path: str, options: Options, parts: _Parts) -> tuple[Field, ...] | None:
    """Give the classic fields of a form that no page shows; None where there is no form."""
    from consistency.readers.pdf import acroform

    most = options.limits.fields
    found = acroform.read_fields(data, options.passwords, most)
    if found is None:
        return None
    fields, cut = found
    if cut:
        what = f"has a form of more than {most:,} fields, of which the first {most:,} were read"
        parts.problems.append(problems.over_limit(path, what))
        parts.lost += 1
    return fields


def _judged(path: str, parts: _Parts) -> Document:
    """Say by what means, and how far, the document was read."""
    method = _method(parts)
    if parts.placeholders and method in ("text", "none"):
        if not parts.lines:
            return _document(path, parts, "none", "failed", problems.printed_blank(path))
        parts.problems.extend(problems.placeholder(path, number) for number in parts.placeholders)
        parts.lost += 1
    if parts.pictures:
        whole = method == "none" and len(parts.pictures) == parts.page_count
        parts.problems.append(problems.no_text(path, parts.pictures, whole))
        parts.lost += 1
    if method == "none" and not parts.problems:
        parts.problems.append(problems.nothing(path, parts.page_count or 0))
    if method == "none":
        return _document(path, parts, method, "failed")
    return _document(path, parts, method, "partial" if parts.lost else "full")


def _method(parts: _Parts) -> Method:
    form = parts.form
    if form is not None and form.datasets:
        return "xfa"
    if form is not None and form.acroform:
        return "acroform"
    if form is not None and form.datasets is not None:
        return "xfa"  # a blank form is read too: it says nothing
    return "text" if parts.lines else "none"


def _document(path: str, parts: _Parts, method: Method, extent: Extent, *more: Problem) -> Document:
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
        problems=(*parts.problems, *otherwise.told(path, parts.unseen), *more),
        pictures=tuple(parts.pictures),
        outline=parts.outline,
        labels=parts.labels,
    )
