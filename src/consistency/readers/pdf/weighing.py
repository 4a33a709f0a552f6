"""What a PDF would cost, found in its bytes before anything is drawn or unpacked as a whole.

An ordinary stream unpacks to ten times its size. Only one that begins otherwise, is packed twice, or is large enough to
become too large, is unpacked here, piece by piece and without being kept, to see how large it becomes; what is drawn
again and again counts each time.
"""

from __future__ import annotations

import base64
import re
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from consistency.readers.limits import Limits
from consistency.readers.pdf import nesting
from consistency.readers.signatures import JPEG, SCAN

SMALLEST_OBJECT = 10
"""Bytes that an object takes at least."""
LARGE_STREAM = 20_000
"""Bytes of a packed stream from which it is looked at before pdfium unpacks it."""
SAMPLE, MOST_FROM_SAMPLE = 8_192, 4_000_000
"""Bytes of a large stream, and what they unpack to in none that is real: five hundred times as many."""
MOST_TIMES = 1_032
"""How many times its size a stream unpacks to at the most (https://zlib.net/zlib_tech.html)."""
SMALL_STREAM = 2_000
FIRST, MOST_FROM_FIRST = 512, 65_536
"""The same of a small stream, which is harmless alone and may be drawn a thousand times."""
HEAD = 600
"""Bytes before a stream in which its dictionary is looked for."""
PIECE = 1_000_000
PACKED = re.compile(rb"/(?:FlateDecode|Fl|LZWDecode|LZW|RunLengthDecode|RL)\b|/Filter\s+\d+\s+\d+\s+R")
NUMBER = re.compile(rb"(\d{1,9})\s+\d{1,5}\s*$")
REFERENCE = re.compile(rb"(\d{1,9})\s+\d{1,5}\s+R\b")
REFERRED = re.compile(rb"/(?:Resources|XObject)\s+(\d{1,9})\s+\d{1,5}\s+R\b")
LETTERS, DIGITS = re.compile(rb"/(?:ASCII85Decode|A85)\b"), re.compile(rb"/(?:ASCIIHexDecode|AHx)\b")
SIDE = rb"/%s\s+(\d{1,9})"
WIDTH, HEIGHT = re.compile(SIDE % b"(?:Width|W)"), re.compile(SIDE % b"(?:Height|H)")


class Stream(NamedTuple):
    """A stream in the bytes of a file: its dictionary, as far as it was found, and where its content stands."""

    number: int | None
    dictionary: bytes
    begin: int
    end: int


def streams(data: bytes) -> Iterator[Stream]:
    """Give the streams of a file in their order."""
    start = data.find(b"stream")
    while start >= 0:
        end = data.find(b"endstream", start + 6)
        if end < 0:
            end = len(data)
        before, _, dictionary = data[max(start - HEAD, 0) : start].rpartition(b" obj")
        number = NUMBER.search(before[-20:])
        yield Stream(int(number[1]) if number else None, dictionary, start + 6, end)
        start = data.find(b"stream", end + 9)


def too_much(data: bytes, limits: Limits) -> str | None:
    """Say which limit a file is over, as what it does; None where it is within them."""
    count = data.count(b" obj") if len(data) > SMALLEST_OBJECT * limits.objects else 0
    if count > limits.objects:
        return f"holds {count:,} objects, more than the {limits.objects:,} allowed"
    left = limits.stream_bytes
    groups: list[Stream] = []
    for one in streams(data):
        if b"/Image" in one.dictionary:
            why = _of_picture(data, one, limits)
        else:
            held = b"/EmbeddedFile" in one.dictionary  # it is read as a file of its own
            why = _of_large(data, one, limits.file_bytes if held else limits.stream_bytes)
            left -= 0 if why else _unusual(data, one, limits.stream_bytes)
            groups.extend([one] if one.number is not None and b"/Form" in one.dictionary else ())
        if why is not None or left < 0:
            return why or f"has parts that unpack to more than {limits.stream_bytes:,} bytes"
    return _nested(data, groups, limits) if len(groups) > 1 else None


def _nested(data: bytes, found: Sequence[Stream], limits: Limits) -> str | None:
    """Say whether groups of drawings lie too deep in one another, or are drawn too often."""
    drawn = {one.number: _drawn(data, one) for one in found if one.number is not None}
    most = nesting.most(drawn)
    if most.depth > limits.group_depth:
        return f"nests groups of drawings {most.depth:,} deep, more than the {limits.group_depth:,} allowed"
    if most.drawings > limits.groups:
        return f"draws groups of drawings more than {limits.groups:,} times over"
    return None


def _drawn(data: bytes, one: Stream) -> Counter[int]:
    """Give the objects that a group may draw, each with how often: as often as it draws anything."""
    named = {int(number) for number in REFERENCE.findall(one.dictionary)}
    for number in set(map(int, REFERRED.findall(one.dictionary))):
        begin = data.find(b"\n%d 0 obj" % number)
        if begin >= 0:
            named |= set(map(int, REFERENCE.findall(data[begin : begin + HEAD].partition(b"endobj")[0])))
    content = _body(data, one, one.end)
    _, drawing = _layer(content, PIECE, keep=True)
    times = (drawing or content).count(b"Do")
    return Counter(dict.fromkeys(named, times))


def _of_picture(data: bytes, one: Stream, limits: Limits) -> str | None:
    if _pixels(one.dictionary) > limits.pixels:
        return f"has a picture of more than {limits.pixels:,} pixels"
    if one.end - one.begin > LARGE_STREAM and _scans(data, one) > limits.scans:
        return f"has a picture that is drawn in more than {limits.scans:,} passes"
    return None


def _of_large(data: bytes, one: Stream, most: int) -> str | None:
    size = one.end - one.begin
    if size <= LARGE_STREAM or b"Fl" not in one.dictionary:
        return None
    if _begins(data, one, SAMPLE, MOST_FROM_SAMPLE):
        return "has a part that unpacks to hundreds of times its size"
    if size * MOST_TIMES > most and _layer(_body(data, one, one.end), most, keep=False)[0] > most:
        return f"has a part that unpacks to more than {most:,} bytes"
    return None


def _unusual(data: bytes, one: Stream, most: int) -> int:
    """Give how many bytes a stream unpacks to, each time that it is asked for; 0 for an ordinary one."""
    layers = len(PACKED.findall(one.dictionary))
    small = SMALL_STREAM <= one.end - one.begin <= LARGE_STREAM
    if layers < 2 and not (layers and small and _begins(data, one, FIRST, MOST_FROM_FIRST)):
        return 0
    unpacked, body = 0, _body(data, one, one.end)
    for last in range(layers, 0, -1):
        unpacked, body = _layer(body, most, keep=last > 1)
    return unpacked * max(1, data.count(b"%d 0 R" % one.number) if one.number is not None else 1)


def _begins(data: bytes, one: Stream, sample: int, most: int) -> bool:
    """Say whether the beginning of a stream unpacks to so many bytes."""
    try:
        begun = zlib.decompressobj().decompress(_body(data, one, one.begin + sample), most)
    except zlib.error:
        return False
    return len(begun) >= most


def _body(data: bytes, one: Stream, end: int) -> bytes:
    """Give a stream up to an end, as bytes where it is written as letters (ISO 32000-1, 7.4.2 and 7.4.3)."""
    body = data[one.begin : min(end, one.end)].lstrip(b"\r\n")
    try:
        if LETTERS.search(one.dictionary):
            body = b"".join(body.partition(b"~>")[0].split())
            return base64.a85decode(body[: len(body) // 5 * 5])
        if DIGITS.search(one.dictionary):
            body = b"".join(body.partition(b">")[0].split())
            return bytes.fromhex(body[: len(body) // 2 * 2].decode("ascii"))
    except ValueError:
        return b""
    return body


def _layer(body: bytes, most: int, keep: bool) -> tuple[int, bytes]:
    """Unpack a stream once: its size, counted to a little over the most, and its content where it is to be kept."""
    machine, size, kept = zlib.decompressobj(), 0, bytearray()
    piece = body
    try:
        while piece and size <= most and not machine.eof:
            out = machine.decompress(piece, PIECE)
            piece = machine.unconsumed_tail
            size += len(out)
            if keep:
                kept += out
    except zlib.error:
        pass
    return size, bytes(kept)


def _pixels(dictionary: bytes) -> int:
    width, height = WIDTH.search(dictionary), HEIGHT.search(dictionary)
    return int(width[1]) * int(height[1]) if width and height else 0


def _scans(data: bytes, one: Stream) -> int:
    first = data.find(JPEG, one.begin - 6, one.begin + 10)
    return data.count(SCAN, first, one.end) if first >= 0 else 0
