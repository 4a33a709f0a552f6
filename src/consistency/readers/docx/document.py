"""A DOCX as a document: its lines, and what still has to be settled in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from lxml import etree

from consistency.model import Document, Line, Problem
from consistency.readers import problems
from consistency.readers.docx import OLE, unfinished
from consistency.readers.docx.lists import lists_of
from consistency.readers.docx.package import BROKEN, Package, check, load, may_be_bare
from consistency.readers.docx.runs import Change, value
from consistency.readers.docx.walk import Found, Where, walk
from consistency.readers.limits import Options
from consistency.readers.xml import Hostile, TooMuch, local

MOST_TOLD = 20
"""Changes, and comments, that are told one by one."""
FEW_LETTERS = 12


def assemble(data: bytes, path: str, options: Options) -> Document:
    """Read everything there is in a DOCX."""
    if data.startswith(OLE):
        return _failed(path, problems.encrypted_package(path))
    try:
        with check(data, options.limits) as archive:
            package = load(archive, data, options.limits)
    except TooMuch as error:
        return _failed(path, problems.over_limit(path, str(error)))
    except Hostile as error:
        return _failed(path, problems.hostile(path, str(error)))
    except BROKEN as error:
        return _failed(path, problems.damaged(path, str(error) or type(error).__name__))
    return _document(path, package, _read(package, options), options)


def _failed(path: str, *found: Problem) -> Document:
    return Document(path, "", "docx", "none", "failed", problems=found)


def _read(package: Package, options: Options) -> Found:
    """Read headers, body, notes and footers."""
    lists = lists_of(package.of("numbering"), package.of("styles"))
    found = Found(deepest=options.limits.tables, lists=lists)
    for number, root in enumerate(package.of("header"), 1):
        walk(root, Where("header", f"header {number}"), found)
    for root in package.of("document"):
        for body in root:
            if local(body) == "body":
                walk(body, Where(), found)
    for kind in ("footnotes", "endnotes"):
        for root in package.of(kind):
            _notes(root, kind.removesuffix("s"), found)
    for number, root in enumerate(package.of("footer"), 1):
        walk(root, Where("footer", f"footer {number}"), found)
    return found


def _notes(root: etree._Element, kind: str, found: Found) -> None:
    """Read the notes of a part; those with a type are the lines that set notes apart."""
    notes = [note for note in root if local(note) == kind and value(note, "type") in (None, "normal")]
    for number, note in enumerate(notes, 1):
        walk(note, Where("footnote", f"{kind} {number}"), found)


def _document(path: str, package: Package, found: Found, options: Options) -> Document:
    lines, kept = [], 0
    for line in found.lines:
        kept += len(line.text)
        if kept > options.limits.characters:
            break
        lines.append(line)
    told = [*_changes(path, found.changes), *_comments(path, package, found)]
    cut = len(lines) < len(found.lines)
    if cut:
        what = f"holds more than {options.limits.characters:,} characters; only the first were read"
        told.append(problems.over_limit(path, what))
    if found.deep:
        told.append(_too_deep(path, found.deep, options))
    if package.repaired is not None:
        told.append(problems.repaired_xml(path, "A part", package.repaired))
    shows = bool(package.pictures) and _is_bare(lines)
    if not lines and not package.pictures:
        told.append(problems.nothing(path, 1))
    return Document(
        path=path,
        sha256="",
        media="docx",
        method="docx" if lines else "none",
        read="failed" if not lines and not shows else "partial" if cut or found.deep else "full",
        lines=tuple(lines),
        metadata=package.metadata,
        problems=tuple(told),
    )


def _is_bare(lines: Sequence[Line]) -> bool:
    """Tell whether next to nothing is written: what a picture shows is then the paper."""
    return sum(len(line.text) for line in lines if line.part in ("body", "text box")) <= FEW_LETTERS


def pictures(data: bytes, options: Options) -> Iterator[tuple[str, bytes]]:
    """Give the pictures of a document that holds next to no text, each with its name."""
    try:
        with check(data, options.limits) as archive:
            if not may_be_bare(archive):
                return
            package = load(archive, data, options.limits)
            if not _is_bare(_read(package, options).lines):
                return
            for name in package.pictures[: options.limits.attachments]:
                yield name.rpartition("/")[2], archive.read(name)
    except (TooMuch, Hostile, *BROKEN):
        return  # which the document itself tells


def _too_deep(path: str, places: Sequence[str], options: Options) -> Problem:
    """Report tables within tables whose rows and cells were not told apart."""
    what = f"nests tables or text boxes deeper than {options.limits.tables}, where each was read as one line"
    return problems.over_limit(path, what, places[0])


def _changes(path: str, changes: Sequence[tuple[str, Change]]) -> Iterator[Problem]:
    told = list(_merged(changes))
    for place, what, change in islice(told, MOST_TOLD):
        yield unfinished.tracked_change(path, what, _signed(change.author, change.day), place)
    if len(told) > MOST_TOLD:
        yield unfinished.more_tracked_changes(path, len(told) - MOST_TOLD)


def _merged(changes: Sequence[tuple[str, Change]]) -> Iterator[tuple[str, str, Change]]:
    """Give each change as a sentence; a deletion followed by an insertion is a replacement."""
    rest = list(changes)
    while rest:
        place, change = rest.pop(0)
        change = _continued(place, change, rest)
        nearby = rest[0] if rest else None
        if nearby and _replaces(place, change, nearby):
            new = _continued(place, rest.pop(0)[1], rest)
            what = f"{problems.quoted(change.text)} was replaced by {problems.quoted(new.text)}"
        else:
            what = f"{problems.quoted(change.text)} was {change.what}"
        yield place, what, change


def _continued(place: str, change: Change, rest: list[tuple[str, Change]]) -> Change:
    """Join the pieces of one change."""
    text = change.text
    while rest and rest[0][0] == place and _kin(rest[0][1], change) and rest[0][1].what == change.what:
        text += rest.pop(0)[1].text
    return Change(change.what, text, change.author, change.day)


def _replaces(place: str, change: Change, nearby: tuple[str, Change]) -> bool:
    other_place, other = nearby
    return (
        other_place == place and (change.what, other.what) == ("deleted", "inserted") and _kin(change, other)
    )


def _kin(one: Change, other: Change) -> bool:
    return one.author == other.author


def _signed(author: str, day: str) -> str:
    by = f" by {author}" if author else ""
    return f"{by} of {day}" if day else by


def _comments(path: str, package: Package, found: Found) -> Iterator[Problem]:
    notes = [note for root in package.of("comments") for note in root if local(note) == "comment"]
    for note in notes[:MOST_TOLD]:
        within = Found()
        walk(note, Where("comment", "comment"), within)
        text = " ".join(line.text for line in within.lines)
        place = found.comments.get(value(note, "id") or "", "the document")
        who = _signed(value(note, "author") or "", (value(note, "date") or "")[:10])
        yield unfinished.comment(path, text, who, place)
    if len(notes) > MOST_TOLD:
        yield unfinished.more_comments(path, len(notes) - MOST_TOLD)
