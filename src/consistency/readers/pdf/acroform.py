"""The classic half of a form by pypdf, for fields that no page shows: names and values without a place."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple

from pypdf import PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import ArrayObject, BooleanObject, ByteStringObject, DictionaryObject, NameObject

from consistency.readers.pdf.engine import BROKEN
from consistency.readers.pdf.widgets import Field

logging.getLogger("pypdf").setLevel(logging.CRITICAL + 1)

PUSH_BUTTON = 1 << 16
DEEPEST = 40


class _Inherited(NamedTuple):
    """What a field has from the fields above it."""

    names: tuple[str, ...] = ()
    kind: str = ""
    flags: int = 0
    value: Any = None


def is_drawn_anew(data: bytes, passwords: tuple[str, ...]) -> bool:
    """Say whether viewers are to draw all fields from their values, whatever is in the file."""
    with _form(data, passwords) as form:
        asked = None if form is None else _resolved(form.get("/NeedAppearances"))
        return isinstance(asked, BooleanObject) and bool(asked.value)


def read_fields(data: bytes, passwords: tuple[str, ...], most: int) -> tuple[tuple[Field, ...], bool] | None:
    """Give the fields that a person can fill, in the order of the form, and whether there are more than may be read.

    None where there is no form.
    """
    tree = _Tree(most)
    with _form(data, passwords) as form:
        if form is None:
            return None
        fields = tuple(field for above in tree.ends(form) if (field := _field(above)) is not None)
    return fields, tree.cut


@contextmanager
def _form(data: bytes, passwords: tuple[str, ...]) -> Iterator[DictionaryObject | None]:
    """Give the form of a PDF as its trailer names it; raises one of :data:`BROKEN` where the file is broken."""
    try:
        reader = PdfReader(io.BytesIO(data), strict=False)
        if reader.is_encrypted:
            any(reader.decrypt(password) for password in ("", *passwords))
        form = _resolved(reader.root_object.get("/AcroForm"))
        yield form if isinstance(form, DictionaryObject) else None
    except PyPdfError as error:
        raise ValueError(str(error) or type(error).__name__) from error


def _resolved(value: Any) -> Any:
    """Follow references to the object itself."""
    return value.get_object() if hasattr(value, "get_object") else value


class _Tree:
    """The fields of a form with those below them, at most so many."""

    def __init__(self, most: int) -> None:
        self._most = most
        self.cut = False

    def ends(self, form: DictionaryObject) -> Iterator[_Inherited]:
        """Give what the fields that have none below them are, each with what it has from those above."""
        stack = [(kid, _Inherited()) for kid in reversed(self._below(form.get("/Fields")))]
        seen: set[int] = set()
        while stack:
            node, above = stack.pop()
            if id(node) in seen or len(above.names) > DEEPEST:
                continue
            if len(seen) >= self._most:
                self.cut = True
                return
            seen.add(id(node))
            here = _inherit(node, above)
            below = [kid for kid in self._below(node.get("/Kids")) if "/T" in kid]
            if below:
                stack.extend((kid, here) for kid in reversed(below))
            else:
                yield here

    def _below(self, value: Any) -> list[DictionaryObject]:
        try:
            items = _resolved(value)
            if not isinstance(items, ArrayObject):
                return []
            found = [_resolved(item) for item in items[: self._most + 1]]
        except (PyPdfError, *BROKEN):
            return []
        self.cut = self.cut or len(items) > len(found)
        return [item for item in found if isinstance(item, DictionaryObject)]


def _inherit(node: DictionaryObject, above: _Inherited) -> _Inherited:
    name = _resolved(node.get("/T"))
    flags = _resolved(node.get("/Ff"))
    return _Inherited(
        (*above.names, str(name)) if name is not None else above.names,
        str(_resolved(node.get("/FT")) or above.kind),
        int(flags) if isinstance(flags, int | float) else above.flags,
        node.get("/V", above.value),
    )


def _field(here: _Inherited) -> Field | None:
    if not here.names or here.kind == "/Sig" or (here.kind == "/Btn" and here.flags & PUSH_BUTTON):
        return None
    try:
        value = _value(_resolved(here.value), here.kind)
    except (PyPdfError, *BROKEN):
        value = None
    return Field(".".join(here.names), value, button=here.kind == "/Btn")


def _value(value: Any, kind: str) -> str | None:
    """Give a value as text: the state of a button, the choices of a list, the text of a field."""
    if value is None or (kind == "/Btn" and value == "/Off"):
        return None
    if isinstance(value, ArrayObject):
        chosen = [_value(_resolved(item), kind) for item in value]
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
