"""The classic half of a form: fields with a value, the page and the box of their widgets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from pypdf import PdfReader
from pypdf.generic import ArrayObject, ByteStringObject, DictionaryObject, NameObject

from consistency.model import Box, FormField
from consistency.readers.pdf.structure import ERRORS, resolved

MOST_FIELDS = 20_000
PUSH_BUTTON = 1 << 16
DEEPEST = 40


class Widget(NamedTuple):
    """Where a field stands."""

    page: int
    box: Box


class Field(NamedTuple):
    """A terminal field: full name, kind ("/Tx", "/Btn", "/Ch"), value (None where blank), place."""

    name: str
    kind: str
    value: str | None
    widget: Widget | None = None


def read_fields(reader: PdfReader, form: DictionaryObject) -> tuple[Field, ...]:
    """Give all fields that a person can fill, in the order of the form, then those only found on a page."""
    places = dict(_places(reader))
    found: dict[str, Field] = {}
    for node, inherited in _terminals(form):
        field = _field(node, inherited, places)
        if field is not None:
            _keep(found, field)
    return tuple(found.values())


def filled(fields: Sequence[Field]) -> tuple[FormField, ...]:
    """Give the fields that hold a value."""
    return tuple(
        FormField(f.name, f.value, *(f.widget or (None, None))) for f in fields if f.value is not None
    )


def _keep(found: dict[str, Field], field: Field) -> None:
    """Keep one field for each name; a second object of the name may have the value."""
    before = found.get(field.name)
    if before is None or (before.value is None and field.value is not None):
        found[field.name] = field


class _Inherited(NamedTuple):
    """What a field has from the fields above it."""

    names: tuple[str, ...] = ()
    kind: str = ""
    flags: int = 0
    value: Any = None


def _terminals(form: DictionaryObject) -> Iterator[tuple[DictionaryObject, _Inherited]]:
    stack = [(kid, _Inherited()) for kid in reversed(_dictionaries(form.get("/Fields")))]
    seen: set[int] = set()
    while stack and len(seen) < MOST_FIELDS:
        node, above = stack.pop()
        if id(node) in seen or len(above.names) > DEEPEST:
            continue
        seen.add(id(node))
        here = _inherit(node, above)
        below = [kid for kid in _dictionaries(node.get("/Kids")) if "/T" in kid]
        if below:
            stack.extend((kid, here) for kid in reversed(below))
        else:
            yield node, here


def _dictionaries(value: Any) -> list[DictionaryObject]:
    try:
        items = resolved(value)
        if not isinstance(items, ArrayObject):
            return []
        found = [_one(item) for item in items[:MOST_FIELDS]]
    except ERRORS:
        return []
    return [item for item in found if item is not None]


def _one(value: Any) -> DictionaryObject | None:
    try:
        item = resolved(value)
    except ERRORS:
        return None
    return item if isinstance(item, DictionaryObject) else None


def _inherit(node: DictionaryObject, above: _Inherited) -> _Inherited:
    name = resolved(node.get("/T"))
    flags = resolved(node.get("/Ff"))
    return _Inherited(
        (*above.names, str(name)) if name is not None else above.names,
        str(resolved(node.get("/FT")) or above.kind),
        int(flags) if isinstance(flags, int | float) else above.flags,
        node.get("/V", above.value),
    )


def _field(node: DictionaryObject, here: _Inherited, places: dict[int, Widget]) -> Field | None:
    if not here.names or here.kind == "/Sig" or (here.kind == "/Btn" and here.flags & PUSH_BUTTON):
        return None
    try:
        value = _value(resolved(here.value), here.kind)
    except ERRORS:
        value = None
    widgets = [node, *(kid for kid in _dictionaries(node.get("/Kids")) if "/T" not in kid)]
    placed = [(widget, places[id(widget)]) for widget in widgets if id(widget) in places]
    if here.kind == "/Btn":
        on = [place for widget, place in placed if str(resolved(widget.get("/AS"))) == f"/{value}"]
        place = on[0] if on else placed[0][1] if placed else None
    else:
        place = placed[0][1] if placed else None
    return Field(".".join(here.names), here.kind, value, place)


def _value(value: Any, kind: str) -> str | None:
    """Give a value as text: the state of a button, the choices of a list, the text of a field."""
    if value is None or (kind == "/Btn" and value == "/Off"):
        return None
    if isinstance(value, ArrayObject):
        chosen = [_value(resolved(item), kind) for item in value]
        return "; ".join(item for item in chosen if item) or None
    if isinstance(value, NameObject):
        text = str(value)[1:]
    elif isinstance(value, ByteStringObject):
        text = bytes(value).decode("utf-8", errors="replace")
    elif hasattr(value, "get_data"):
        text = value.get_data().decode("utf-8", errors="replace")
    else:
        text = str(value)
    text = text.replace("\r\n", "\n").replace("\r", "\n").strip("\n\0")
    return text if text.strip() else None


def _places(reader: PdfReader) -> Iterator[tuple[int, Widget]]:
    """Give the widgets of all pages with their place, by the identity of their object."""
    for number, page in enumerate(reader.pages, 1):
        for widget in _dictionaries(page.get("/Annots")):
            if widget.get("/Subtype") == "/Widget":
                box = seen_box(page, widget.get("/Rect"))
                if box is not None:
                    yield id(widget), Widget(number, box)


def seen_box(page: DictionaryObject, rect: Any) -> Box | None:
    """Give a rectangle of a page from the page's top left as it is seen."""
    try:
        x0, y0, x1, y1 = (float(resolved(n)) for n in resolved(rect))
        view = page.cropbox  # type: ignore[attr-defined]
        left, bottom, right, top = (float(n) for n in (view.left, view.bottom, view.right, view.top))
        turn = int(page.rotation) % 360  # type: ignore[attr-defined]
    except ERRORS:
        return None
    match turn:
        case 90:
            corners = (y0 - bottom, x0 - left, y1 - bottom, x1 - left)
        case 180:
            corners = (right - x0, y0 - bottom, right - x1, y1 - bottom)
        case 270:
            corners = (top - y0, right - x0, top - y1, right - x1)
        case _:
            corners = (x0 - left, top - y0, x1 - left, top - y1)
    ax, ay, bx, by = (round(c, 2) for c in corners)
    return Box(min(ax, bx), min(ay, by), max(ax, bx), max(ay, by))
