"""The words of a DOCX paragraph as they are seen: fields by their result, changes as if accepted."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree
from msgspec import Struct, field

from consistency.normalizer.expressions import expression
from consistency.readers.text import symbol
from consistency.readers.xml import local

SKIPPED = frozenset({
    "rPr", "pPr", "instrText", "delText", "delInstrText", "Fallback", "rt", "sectPr", "sdtPr", "tblPr", "trPr",
    "tcPr", "fldData", "footnoteRef", "endnoteRef", "annotationRef", "bookmarkStart", "bookmarkEnd", "posOffset",
    "pctWidth", "pctHeight", "align",
})  # fmt: skip
PLAIN = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": ""}
CHANGES = {
    "ins": "inserted", "del": "deleted", "moveTo": "moved here", "moveFrom": "moved away",
    "cellIns": "inserted", "cellDel": "deleted",
}  # fmt: skip
GONE = frozenset({"del", "moveFrom"})
NUMBER = expression("[0-9]{1,9}")
CHECKED, UNCHECKED = "☒", "☐"


class Change(Struct):
    """An unresolved change: what was done, the words, by whom and when."""

    what: str
    text: str
    author: str
    day: str


class Words(Struct):
    """The text of a paragraph, with a tab for each gap and a line break for each new line, and what hangs on it."""

    text: str = ""
    boxes: list[etree._Element] = field(default_factory=list)
    """Text boxes anchored in the paragraph."""
    changes: list[Change] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    """Ids of comments that refer to it."""


def words_of(paragraph: etree._Element) -> Words:
    """Read a paragraph."""
    found = Words()
    found.text = "".join(_texts(paragraph, found))
    return found


def value(element: etree._Element, name: str) -> str | None:
    """Give an attribute by its name without namespace."""
    return next((str(v) for key, v in element.attrib.items() if _bare(key) == name), None)


def _bare(key: str | bytes) -> str:
    return str(key).rpartition("}")[2]


def whole_number(element: etree._Element, name: str) -> int | None:
    """Give an attribute that is a whole number as Word writes them; None for any other."""
    written = value(element, name) or ""
    return int(written) if NUMBER.fullmatch(written) else None


def child(element: etree._Element, *names: str) -> etree._Element | None:
    """Follow a path of element names, without namespaces."""
    here: etree._Element | None = element
    for name in names:
        if here is None:
            return None
        here = next((e for e in here if local(e) == name), None)
    return here


def _texts(element: etree._Element, found: Words) -> Iterator[str]:
    for part in element:
        name = local(part)
        if name == "t":
            yield part.text or ""
        elif name in PLAIN:
            yield PLAIN[name]
        elif name in CHANGES and len(part):
            yield _change(part, name, found)
        elif name not in SKIPPED:
            yield from _special(part, name, found)


def _special(part: etree._Element, name: str, found: Words) -> Iterator[str]:
    match name:
        case "txbxContent":
            found.boxes.append(part)
        case "sym":
            yield _symbol(part)
        case "fldChar":
            yield _form_field(part)
        case "commentReference":
            found.comments.append(value(part, "id") or "")
        case "p":  # a paragraph within a paragraph stands in a drawing
            yield "\n"
            yield from _texts(part, found)
        case _:
            yield from _texts(part, found)


def _change(part: etree._Element, name: str, found: Words) -> str:
    gone = name in GONE
    text = "".join(_deleted(part)) if gone else "".join(_texts(part, found))
    if text.strip():
        day = (value(part, "date") or "")[:10]
        found.changes.append(Change(CHANGES[name], text, value(part, "author") or "", day))
    return "" if gone else text


def _deleted(part: etree._Element) -> Iterator[str]:
    for element in part.iter():
        if local(element) in ("delText", "t"):
            yield element.text or ""


def _symbol(part: etree._Element) -> str:
    try:
        code = int(value(part, "char") or "", 16)
    except ValueError:
        return ""
    if code >= 0xF000:
        return symbol(code)
    return chr(code) if 0x20 <= code < 0xD800 else ""


def _form_field(part: etree._Element) -> str:
    """Give the state of a check box, or the choice of a list, of the older kind of form field."""
    box = child(part, "ffData", "checkBox")
    if box is not None:
        state = child(box, "checked")
        if state is None:
            state = child(box, "default")
        on = state is not None and value(state, "val") not in ("0", "false", "off")
        return CHECKED if on else UNCHECKED
    choices = child(part, "ffData", "ddList")
    if choices is None:
        return ""
    entries = [value(e, "val") or "" for e in choices if local(e) == "listEntry"]
    result = child(choices, "result")
    chosen = (whole_number(result, "val") if result is not None else 0) or 0
    return entries[chosen] if chosen < len(entries) else ""
