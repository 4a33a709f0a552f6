"""Which official form a document is, in which revision and language: by what it says, never by its file name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from consistency.extractors.form_reading.definition import FormDefinition, Root
from consistency.extractors.form_reading.loading import definitions
from consistency.extractors.form_reading.paths import has_node, steps
from consistency.model import Document, Form
from consistency.normalizer.expressions import expression

_OTHER_LANGUAGE = expression(r"disponible en|available in", re.IGNORECASE)
_NUMBERED = expression(r"IMM[\s-]*\d{4}", re.IGNORECASE)
_REVISION = expression(r"\(\s*(\d{2})\s*-\s*(\d{4})\s*\)(?:[\s-]*([EF])\b)?")
_VARIABLE = expression(r"(?:version\W{1,3})?(\d{2}-\d{4})", re.IGNORECASE)
_LANGUAGE = expression(r"(?:language\W{1,3})?([EF])", re.IGNORECASE)
_DATA_VERSION = expression(r"\.?(ENU|FRA)-(\d{2}-\d{4})")
_TITLE_LANGUAGE = expression(r"IMM[\s-]*\d{4}[A-Z]*?[\s-]*([EF])\b", re.IGNORECASE)
_HEADING_LINES = 15
_FOOTER_LENGTH = 60


def recognise(document: Document) -> FormDefinition | None:
    """Name the official form that a document is, or None.

    The data decides (catalogue, section 1: a file called IMM5645E held an IMM 5707); then what the template and
    title say; then, for a print-out, the form's number and revision in the footer or its heading.
    """
    form = document.form
    if form is not None:
        found = next((d for d in definitions() if _has_root(form, d)), None)
        found = found or _self_named((*form.template, document.metadata.get("title", "")))
        if found is not None:
            return found
    return _printed(document)


def _has_root(form: Form, definition: FormDefinition) -> bool:
    root = form.root or _acroform_root(form)
    return any(_is_root(form, root, entry) for entry in definition.roots)


def _is_root(form: Form, root: str, entry: Root) -> bool:
    if entry.name and entry.name != root:
        return False
    if entry.has is not None and not has_node(form, entry.has):
        return False
    return entry.lacks is None or not has_node(form, entry.lacks)


def _acroform_root(form: Form) -> str:
    return steps(form.acroform[0].path)[0][0] if form.acroform else ""


def _self_named(texts: Iterable[str]) -> FormDefinition | None:
    """Find the form that the texts name, the number with a revision first."""
    own = [text for text in texts if _NUMBERED.search(text) and not _OTHER_LANGUAGE.search(text)]
    dated = [text for text in own if _REVISION.search(text)]
    beginning = [text for text in own if _NUMBERED.match(text.strip())]
    return next((d for text in (*dated, *beginning) for d in definitions() if d.printed.search(text)), None)


def _printed(document: Document) -> FormDefinition | None:
    """Recognise a print-out or scan by its footer ("IMM 1295 (09-2023) E"), else by number and heading."""
    lines = [segment.text.strip() for line in document.lines for segment in line.segments]
    footers = [text for text in lines if len(text) < _FOOTER_LENGTH and _REVISION.search(text)]
    found = _self_named(text for text in footers if _NUMBERED.match(text))
    return found or _headed(lines)


def _headed(lines: list[str]) -> FormDefinition | None:
    headings = [_folded(text) for text in lines[:_HEADING_LINES]]
    named = [text for text in lines if _NUMBERED.search(text) and len(text) < _FOOTER_LENGTH]
    return next(
        (
            d
            for d in definitions()
            if any(d.printed.search(text) for text in named)
            and any(_folded(title) in headings for title in d.titles)
        ),
        None,
    )


def _folded(text: str) -> str:
    return re.sub(r"\W+", " ", text).strip().casefold()


def revision(document: Document, definition: FormDefinition) -> tuple[str | None, str | None]:
    """Give the printed revision ("09-2023") and the language ("en", "fr") of a form.

    The template's ``Version`` variable, else the number as it is drawn, else what the data says of itself: that
    last one is often older than the printed form (catalogue, section 1).
    """
    versions: list[str] = []
    languages: list[str] = []
    for version, language in _revisions(document, definition):
        versions += [version] if version else []
        languages += [language] if language else []
    spoken = {"E": "en", "ENU": "en", "F": "fr", "FRA": "fr"}
    return next(iter(versions), None), next((spoken[word.upper()] for word in languages), None)


def _revisions(document: Document, definition: FormDefinition) -> Iterator[tuple[str | None, str | None]]:
    form = document.form
    template = form.template if form else ()
    for text in map(str.strip, template):
        version, language = _VARIABLE.fullmatch(text), _LANGUAGE.fullmatch(text)
        yield version and version[1], language and language[1]
    data = [field.value for field in form.datasets or form.acroform] if form else []
    segments = [segment.text for line in document.lines for segment in line.segments]
    for text in (*template, *data, *segments):
        if _is_footer(text, definition):
            found = _REVISION.search(text)
            yield found and f"{found[1]}-{found[2]}", found and found[3]
    for text in (*template, document.metadata.get("title", "")):
        named = _TITLE_LANGUAGE.match(text.strip())
        yield None, named and named[1]
    for text in data:
        found = _DATA_VERSION.fullmatch(text)
        yield found and found[2], found and found[1]


def _is_footer(text: str, definition: FormDefinition) -> bool:
    """Tell whether a text names the form by its printed number, in its own language."""
    short = len(text) < _FOOTER_LENGTH
    return short and bool(definition.printed.search(text)) and not _OTHER_LANGUAGE.search(text)
