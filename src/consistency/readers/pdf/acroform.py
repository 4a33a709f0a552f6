"""The classic half of a form by pypdf, for fields that no page shows: names and values without a place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from pypdf.generic import ArrayObject, ByteStringObject, DictionaryObject, NameObject

from consistency.readers.pdf.structure import ERRORS, resolved
from consistency.readers.pdf.widgets import Field

MOST_FIELDS = 20_000
PUSH_BUTTON = 1 << 16
DEEPEST = 40


class _Inherited(NamedTuple):
    """What a field has from the fields above it."""

    names: tuple[str, ...] = ()
    kind: str = ""
    flags: int = 0
    value: Any = None


def read_fields(form: DictionaryObject) -> tuple[Field, ...]:
    """Give all fields that a person can fill, in the order of the form."""
    return tuple(field for node, above in _terminals(form) if (field := _field(above)) is not None)


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
        found = [resolved(item) for item in items[:MOST_FIELDS]]
    except ERRORS:
        return []
    return [item for item in found if isinstance(item, DictionaryObject)]


def _inherit(node: DictionaryObject, above: _Inherited) -> _Inherited:
    name = resolved(node.get("/T"))
    flags = resolved(node.get("/Ff"))
    return _Inherited(
        (*above.names, str(name)) if name is not None else above.names,
        str(resolved(node.get("/FT")) or above.kind),
        int(flags) if isinstance(flags, int | float) else above.flags,
        node.get("/V", above.value),
    )


def _field(here: _Inherited) -> Field | None:
    if not here.names or here.kind == "/Sig" or (here.kind == "/Btn" and here.flags & PUSH_BUTTON):
        return None
    try:
        value = _value(resolved(here.value), here.kind)
    except ERRORS:
        value = None
    return Field(".".join(here.names), value, button=here.kind == "/Btn")


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
