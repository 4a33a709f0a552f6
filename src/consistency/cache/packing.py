"""Papers as bytes and back: typed MessagePack, which can hold values only, and never runs anything."""

from __future__ import annotations

from functools import cache

import msgspec
from msgspec.structs import replace

from consistency.model import RECORD_TYPES, Evidence, Paper, Problem, Record
from consistency.readers.limits import PAGE_SECONDS

TELLING = 5
"""Letters of a name from which on it can be told from other words in a sentence: "a.pdf"."""
PASSING = frozenset({"damaged", "page-unreadable"})
"""Problems that may be those of the moment (no memory left), and not the file's."""


class NotTheSame(ValueError):
    """What is kept cannot stand for the file as it lies now, or as it would be read now."""


class _Kept(msgspec.Struct, array_like=True):
    """A paper without its records, and each of those with its type."""

    paper: Paper
    records: tuple[tuple[str, msgspec.Raw], ...]


class _Entry(msgspec.Struct, array_like=True):
    """The papers of a file, where it lay, and what recognised its pictures; None where it has none."""

    path: str
    recognised: str | None
    papers: tuple[_Kept, ...]


@cache
def _entries() -> msgspec.msgpack.Decoder[_Entry]:
    return msgspec.msgpack.Decoder(_Entry)


@cache
def _records(name: str) -> msgspec.msgpack.Decoder[Record]:
    return msgspec.msgpack.Decoder(RECORD_TYPES[name])


def lasting(held: tuple[Paper, ...], seconds: float) -> bool:
    """Say whether a file, read in so many seconds, would be read in the same way again.

    Not so where memory may have run out, or a page may have taken an engine longer than it is given.
    """
    documents = [paper.document for paper in held]
    if any(problem.code in PASSING for document in documents for problem in document.problems):
        return False
    return seconds < PAGE_SECONDS or all(document.read == "full" for document in documents)


def pack(path: str, held: tuple[Paper, ...], ocr: bool) -> bytes:
    """Write down the papers of the file at a path; ``ocr`` says whether its pictures were to be recognised.

    Raises UnicodeEncodeError for what is no text, as the name of a file need not be.
    """
    recognised = _engines() if ocr and _has_pictures(held) else None
    return msgspec.msgpack.encode(_Entry(path, recognised, tuple(map(_kept, held))))


def unpack(packed: bytes, path: str) -> tuple[Paper, ...]:
    """Give the papers that were written down, as those of the file at a path.

    Raises :class:`NotTheSame` where they are of another form, or other engines would recognise its pictures now, or
    the path under which they were read cannot be told from the words around it.
    """
    try:
        entry = _entries().decode(packed)
        held = tuple(map(_paper, entry.papers))
    except (msgspec.MsgspecError, KeyError, ValueError, RecursionError) as error:
        raise NotTheSame(str(error)) from error
    if entry.recognised is not None and entry.recognised != _engines():
        raise NotTheSame("its pictures were read by other engines")
    return held if entry.path == path else tuple(_moved(paper, entry.path, path) for paper in held)


def _engines() -> str:
    """Name the engines that would recognise pictures now; whoever has none need not load them."""
    from consistency.readers.ocr import tesseract

    return tesseract.version()


def _has_pictures(held: tuple[Paper, ...]) -> bool:
    """Say whether recognition had a hand in it, also on pages that were left out when a file was cut in parts."""
    return any(
        document.media == "image" or document.pictures or document.part
        for document in (paper.document for paper in held)
    )


def _kept(paper: Paper) -> _Kept:
    bare = replace(paper, document=replace(paper.document), records=())  # a new document remembers nothing
    return _Kept(bare, tuple((r.type, msgspec.Raw(msgspec.msgpack.encode(r))) for r in paper.records))


def _paper(kept: _Kept) -> Paper:
    if not kept.records:
        return kept.paper
    return replace(kept.paper, records=tuple(_records(name).decode(raw) for name, raw in kept.records))


def _moved(paper: Paper, old: str, new: str) -> Paper:
    """Give a paper as that of the same file at another path."""
    document = paper.document
    return replace(
        paper,
        document=replace(
            document, path=_path(document.path, old, new), problems=_problems(document.problems, old, new)
        ),
        facts=tuple(replace(fact, evidence=_place(fact.evidence, old, new)) for fact in paper.facts),
        records=tuple(_record(record, old, new) for record in paper.records),
        asked=tuple(
            replace(one, none=_place(one.none, old, new)) if one.none is not None else one
            for one in paper.asked
        ),
        sayings=paper.sayings
        and tuple(replace(one, evidence=_place(one.evidence, old, new)) for one in paper.sayings),
        problems=_problems(paper.problems, old, new),
    )


def _record(record: Record, old: str, new: str) -> Record:
    cells = {name: _place(place, old, new) for name, place in record.cells.items()}
    return replace(record, evidence=_place(record.evidence, old, new), cells=cells)


def _place(place: Evidence, old: str, new: str) -> Evidence:
    return replace(place, document=_path(place.document, old, new))


def _path(path: str, old: str, new: str) -> str:
    """Give the path of a file, of a part of it ("all.pdf#3-4") or of a file in it, as they are named now."""
    if path != old and not path.startswith(f"{old}#"):
        raise NotTheSame(f"{path} is no part of {old}")
    return new + path[len(old) :]


def _problems(problems: tuple[Problem, ...], old: str, new: str) -> tuple[Problem, ...]:
    return tuple(problem._replace(message=_sentence(problem.message, old, new)) for problem in problems)


def _sentence(sentence: str, old: str, new: str) -> str:
    """Name the file in a sentence as it is named now, where it is named but once and plainly."""
    times = sentence.count(old)
    if times and (times > 1 or len(old) < TELLING or "." not in old):
        raise NotTheSame(f"{old} cannot be told from other words")
    return sentence.replace(old, new)
