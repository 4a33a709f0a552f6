"""Parse XML that others made: no entities, no network, bounded, mended where it is not well formed."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from lxml import etree

from consistency.readers.limits import Limits

BARE_AMPERSAND = re.compile(rb"&(?!(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|amp|lt|gt|quot|apos);)")
FORBIDDEN = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]")
DEEPEST = 256
"""Levels that libxml2 reads (XML_MAX_DEPTH, without "huge")."""
UTF16 = (b"\xff\xfe", b"\xfe\xff")


class TooMuch(Exception):
    """An XML part costs more than it may; the message says what, in figures."""


class Hostile(Exception):
    """An XML part holds what no program writes that makes papers; the message says what."""


class Parsed(NamedTuple):
    """The root of an XML part, and what was wrong with it."""

    root: etree._Element | None
    repaired: str | None = None


def parse(data: bytes, limits: Limits) -> Parsed:
    """Parse a part; raises :class:`TooMuch` or :class:`Hostile` for what would blow up."""
    if len(data) > limits.member_bytes:
        raise TooMuch(f"holds {len(data) // 1_000_000} megabytes of XML")
    if b"<!ENTITY" in data[:100_000]:
        raise TooMuch(
            "declares XML entities, which real papers never do and which can be made to fill the memory"
        )
    try:
        root = etree.fromstring(data, _parser(recover=False))
    except etree.XMLSyntaxError as error:
        return _mended(data, limits, error)
    _measure(root, limits)
    return Parsed(root)


def _mended(data: bytes, limits: Limits, error: etree.XMLSyntaxError) -> Parsed:
    if "xcessive depth" in str(error.msg):
        raise Hostile(f"nests XML elements deeper than {DEEPEST} levels") from error
    clean = data if data.startswith(UTF16) else FORBIDDEN.sub(b"", BARE_AMPERSAND.sub(b"&amp;", data))
    root = etree.fromstring(clean, _parser(recover=True)) if clean.strip() else None
    if root is not None:
        _measure(root, limits)
    return Parsed(root, _reason(error))


def _reason(error: etree.XMLSyntaxError) -> str:
    return re.sub(r", line \d+, column \d+.*$", "", str(error.msg))[:120]


def _parser(recover: bool) -> etree.XMLParser:
    return etree.XMLParser(
        recover=recover,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )


def _measure(root: etree._Element, limits: Limits) -> None:
    count = 0
    for count, _ in enumerate(root.iter(), 1):
        if count > limits.xml_nodes:
            raise TooMuch(f"holds more than {limits.xml_nodes:,} XML elements")
    if limits.xml_depth < DEEPEST and _depth(root) > limits.xml_depth:
        raise Hostile(f"nests XML elements deeper than {limits.xml_depth} levels")


def _depth(root: etree._Element) -> int:
    depth = deepest = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    return deepest


def local(element: etree._Element) -> str:
    """Give an element's name without its namespace or an undeclared prefix."""
    tag = element.tag
    return _name(tag) if isinstance(tag, str) else ""


@lru_cache(maxsize=4096)
def _name(tag: str) -> str:
    return tag.rpartition("}")[2].rpartition(":")[2]
