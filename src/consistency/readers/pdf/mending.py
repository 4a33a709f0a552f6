"""A PDF whose end is lost, or does not lead to its pages: a new end that does, for pdfium to read the rest by.

Pdfium finds the objects of a broken file by itself, but not where to begin among them. So the catalogue is looked for;
where it is gone, or leads nowhere, the pages that are left are put under a new one, in the order of the file. Objects
that were kept packed together (ISO 32000-1, 7.5.7) are written out, for only the lost end told where they are.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from consistency.readers.limits import Limits

OBJECT = re.compile(rb"(?<!\d)(\d{1,10})\s+(\d{1,5})\s+obj\b")
CATALOGUE = re.compile(rb"/Type\s*/Catalog\b")
PAGE = re.compile(rb"/Type\s*/Page\b(?!s)")
PACKED = re.compile(rb"/Type\s*/ObjStm\b")
NUMBER = rb"/%s\s+(\d{1,9})"
TREE = re.compile(rb"/Pages\s+(\d+)\s+\d+\s+R")
ENCRYPTED = re.compile(rb"/Encrypt\s+\d+\s+\d+\s+R")
IDENTITY = re.compile(rb"/ID\s*\[[^\]]{0,400}\]")
STREAM = re.compile(rb"stream\r?\n")
HEAD = 4_000
"""Bytes of an object in which its dictionary is looked at."""
MOST_OBJECTS = 200_000


class _Objects(NamedTuple):
    """The objects of a broken file by number: the beginning of each, and those that were unpacked."""

    heads: Mapping[int, bytes]
    unpacked: Mapping[int, bytes]


def with_end(data: bytes, limits: Limits) -> bytes | None:
    """Give a file with a new end that leads to its catalogue; None where none is left."""
    found = _objects(data, limits)
    root = _catalogue(found)
    return None if root is None else _ended(data, root, found.unpacked)


def with_pages(data: bytes, limits: Limits) -> bytes | None:
    """Give a file with its pages under a new catalogue; None where it has no pages."""
    found = _objects(data, limits)
    added = _new_catalogue(found)
    return _ended(data, max(added), {**found.unpacked, **added}) if added else None


def _ended(data: bytes, root: int, added: Mapping[int, bytes]) -> bytes:
    bodies = b"".join(b"\n%d 0 obj\n%s\nendobj\n" % one for one in sorted(added.items()))
    locked = b" ".join(ENCRYPTED.findall(data)[-1:] + IDENTITY.findall(data)[-1:])
    end = b"trailer\n<< /Root %d 0 R %s >>\nstartxref\n0\n%%%%EOF\n" % (root, locked)
    return data + _closing(data) + bodies + end


def _closing(data: bytes) -> bytes:
    """Give what closes an object in which the file breaks off."""
    last = data.rfind(b" obj")
    if data.find(b"endobj", last) >= 0:
        return b""
    cut = data.find(b"stream", last) >= 0 and data.find(b"endstream", last) < 0
    return b"\nendstream\nendobj\n" if cut else b"\nendobj\n"


def _objects(data: bytes, limits: Limits) -> _Objects:
    """Find all objects; of several with one number the last counts."""
    places = [(int(match[1]), match.start(), match.end()) for match in OBJECT.finditer(data)][:MOST_OBJECTS]
    ends = [*(start for _, start, _ in places[1:]), len(data)][: len(places)]
    heads: dict[int, bytes] = {}
    unpacked: dict[int, bytes] = {}
    left = limits.member_bytes
    for (number, _, begin), end in zip(places, ends, strict=True):
        head = data[begin : min(begin + HEAD, end)]
        heads[number] = head
        unpacked.pop(number, None)
        if PACKED.search(head):
            for inner, body in _unpacked(data[begin:end], left):
                unpacked[inner] = body
                left -= len(body)
    heads.update({number: body[:HEAD] for number, body in unpacked.items()})
    return _Objects(heads, unpacked)


def _unpacked(body: bytes, most: int) -> Iterator[tuple[int, bytes]]:
    """Give the objects that are packed in a stream, each with its number; at most so many bytes are unpacked."""
    start = STREAM.search(body)
    count, first = (re.search(NUMBER % name, body[:HEAD]) for name in (b"N", b"First"))
    if start is None or count is None or first is None or most <= 0:
        return
    content = body[start.end() :]
    if b"FlateDecode" in body[: start.start()]:
        try:
            content = zlib.decompressobj().decompress(content, most)
        except zlib.error:
            return
    table = content[: int(first[1])].split()[: 2 * int(count[1])]
    if not all(map(bytes.isdigit, table)):
        return
    numbers, places = [*map(int, table[::2])], [int(first[1]) + int(place) for place in table[1::2]]
    for number, begin, end in zip(numbers, places, [*places[1:], len(content)], strict=False):
        yield number, content[begin:end]


def _catalogue(found: _Objects) -> int | None:
    """Give the last catalogue that leads to a tree of pages which is there."""
    for number in sorted(found.heads, reverse=True):
        head = found.heads[number]
        tree = TREE.search(head) if CATALOGUE.search(head) else None
        if tree is not None and int(tree[1]) in found.heads:
            return number
    return None


def _new_catalogue(found: _Objects) -> dict[int, bytes]:
    """Give a catalogue, under the highest number, and a tree of all pages; nothing where there are no pages."""
    pages = [number for number, head in found.heads.items() if PAGE.search(head)]
    if not pages:
        return {}
    free = max(found.heads) + 1
    kids = b" ".join(b"%d 0 R" % number for number in pages)
    return {
        free: b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, len(pages)),
        free + 1: b"<< /Type /Catalog /Pages %d 0 R >>" % free,
    }
