"""The XFA half of a form: its data, its code lists, and the texts of its template that name it."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from lxml import etree

from consistency.model import FormField, Problem
from consistency.normalizer.expressions import expression
from consistency.readers import problems
from consistency.readers.limits import Limits
from consistency.readers.xml import Hostile, TooMuch, local, parse

XHTML = "{http://www.w3.org/1999/xhtml}"
CODES = re.compile(rb"<LOVFile\b.*</LOVFile\s*>", re.DOTALL)
CODE_LIST = expression(r"<(\w+List)\s*>(.*?)</\1\s*>", re.DOTALL)
CODE = expression(r'<\w+\s+lic="([^"]+)"\s*>([^<]*[^<\s][^<]*)<')
REVISION = re.compile(rb"IMM ?-?\d{4}[^<>]{0,30}\(\d{2}-\d{4}\)[^<>]{0,40}(?=<)")
BEFORE = 60
"""Bytes of a text before the form's number."""
VARIABLE = re.compile(rb'<text\s+name\s*=\s*"(Version|Language)"\s*>([^<]{1,40})<')
TITLE = re.compile(rb'<text\s+name\s*=\s*"title"\s*>([^<]{1,200})<')
MOST_TEXTS = 12


class Data(NamedTuple):
    """The data of a form: filled fields, all element paths, the root's name, and what was wrong."""

    fields: tuple[FormField, ...] | None = None
    nodes: tuple[str, ...] = ()
    root: str | None = None
    codes: Mapping[str, Mapping[str, str]] = {}
    problems: tuple[Problem, ...] = ()


def read_data(packet: bytes, path: str, limits: Limits) -> Data:
    """Read a ``datasets`` packet, or the whole form where it is one stream."""
    codes = CODES.search(packet)
    if codes is not None:
        packet = packet[: codes.start()] + packet[codes.end() :]
    try:
        parsed = parse(packet, limits)
    except TooMuch as error:
        return Data(problems=(problems.over_limit(path, str(error), "the form's data"),))
    except Hostile as error:
        return Data(problems=(problems.hostile(path, str(error), "the form's data"),))
    found = (
        () if parsed.repaired is None else (problems.repaired_xml(path, "The form's data", parsed.repaired),)
    )
    data = None if parsed.root is None else _data_of(parsed.root)
    lists = read_codes(codes[0]) if codes is not None else {}
    if data is None:
        return Data(codes=lists, problems=found)
    fields, nodes = _walk(data)
    root = next((local(child) for child in data if local(child)), None)
    return Data(tuple(fields), tuple(nodes), root, lists, found)


def _data_of(root: etree._Element) -> etree._Element | None:
    """Find ``data`` within ``datasets``, whichever of the two stands at the top."""
    for datasets in root.iter():
        if local(datasets) == "datasets":
            return next((child for child in datasets if local(child) == "data"), None)
    return root if local(root) == "data" else None


def _walk(data: etree._Element) -> tuple[list[FormField], list[str]]:
    """Give the filled fields and all element paths below ``data``, in the order of the file."""
    fields: list[FormField] = []
    nodes: list[str] = []
    stack = [(child, path) for child, path in _children(data, "")][::-1]
    while stack:
        element, path = stack.pop()
        nodes.append(path)
        below = list(_children(element, f"{path}/"))
        value = _value(element, bool(below))
        if value is not None:
            fields.append(FormField(path, value))
        stack.extend(reversed(below))
    return fields, nodes


def _children(parent: etree._Element, prefix: str) -> Iterator[tuple[etree._Element, str]]:
    """Give the child elements that are data with their paths; formatted text is no child but a value."""
    named = [(child, local(child)) for child in parent if _is_data(child)]
    if len({name for _, name in named}) == len(named):
        for child, name in named:
            yield child, prefix + name
        return
    total, seen = Counter(name for _, name in named), Counter[str]()
    for child, name in named:
        suffix = f"[{seen[name]}]" if total[name] > 1 else ""
        seen[name] += 1
        yield child, f"{prefix}{name}{suffix}"


def _is_data(element: etree._Element) -> bool:
    return isinstance(element.tag, str) and not element.tag.startswith(XHTML)


def _value(element: etree._Element, has_children: bool) -> str | None:
    """Give the text of a field, None where it is blank; paragraphs of formatted text are lines."""
    if has_children:
        text = element.text or ""
    elif len(element):
        text = "\n".join(_said(p) for p in _paragraphs(element)) or _said(element)
    else:
        text = element.text or ""
    return text.strip("\r\n") if text.strip() else None


def _said(element: etree._Element) -> str:
    return "".join(str(text) for text in element.itertext())


def _paragraphs(element: etree._Element) -> Iterator[etree._Element]:
    return (p for p in element.iter() if local(p) == "p")


@lru_cache(maxsize=8)
def read_codes(lists: bytes) -> Mapping[str, Mapping[str, str]]:
    """Read the code lists that a form carries: list name → code → label. Many forms carry the very same."""
    text = lists.decode("utf-8", errors="replace")
    return {
        name: {_text(code): _text(label) for code, label in reversed(CODE.findall(body))}
        for name, body in CODE_LIST.findall(text)
    }


def _text(written: str) -> str:
    return html.unescape(written).strip() if "&" in written else written.strip()


def template_texts(template: bytes) -> tuple[str, ...]:
    """Give the texts of a template that name the form and its revision, each once.

    "IMM 1295 (09-2023) E" as printed; "Version 04-2025" and "Language E" for the template's variables.
    """
    found = [_read(text) for text in _revisions(template)]
    found += [f"{name.decode()} {_read(value)}" for name, value in VARIABLE.findall(template)]
    found += [_read(text) for text in TITLE.findall(template)]
    return tuple(dict.fromkeys(found))[:MOST_TEXTS]


def _revisions(template: bytes) -> Iterator[bytes]:
    """Give the texts with a form's number and revision; they are looked for by the number, of which there are few."""
    for found in REVISION.finditer(template):
        begin = template.rfind(b">", 0, found.start()) + 1
        before = template[begin : found.start()].lstrip()
        if begin and len(before) <= BEFORE and b"<" not in before:
            yield before + found[0]


def _read(written: bytes) -> str:
    return " ".join(_text(written.decode("utf-8", errors="replace")).split())
