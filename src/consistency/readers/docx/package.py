"""The parts of a DOCX: opened by python-docx, or one by one where the package is broken; bounded."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from docx.opc.package import OpcPackage
from lxml import etree

from consistency.normalizer.expressions import expression
from consistency.readers import packed
from consistency.readers.limits import Limits
from consistency.readers.xml import TooMuch, parse

BROKEN = (*packed.BROKEN, TypeError, AttributeError, IndexError, SyntaxError, etree.LxmlError)
"""What python-docx and zipfile raise on broken packages."""
KINDS = ("header", "footer", "footnotes", "endnotes", "comments", "styles", "numbering")
PART = expression(r"^/?word/(document|header|footer|footnotes|endnotes|comments|styles|numbering)\d*\.xml$")
MEGABYTE = 1_000_000
MUCH = 1_000
"""Bytes between the tags of a body from which on it holds words: the numbers of a picture's frame are fewer."""
CORE = {"title": "title", "creator": "author", "created": "created", "modified": "modified"}


class Part(NamedTuple):
    """One XML part: its kind ("document", "header" …) and its root."""

    kind: str
    root: etree._Element


class Package(NamedTuple):
    """All parts that hold words, and the core properties."""

    parts: tuple[Part, ...]
    metadata: Mapping[str, str]
    pictures: tuple[str, ...] = ()
    """The names of its pictures in the package."""
    repaired: str | None = None
    """What was wrong with the XML of a part that was mended."""

    def of(self, kind: str) -> list[etree._Element]:
        """Give the roots of all parts of a kind."""
        return [part.root for part in self.parts if part.kind == kind]


def check(data: bytes, limits: Limits) -> zipfile.ZipFile:
    """Open the ZIP and weigh it before anything is unpacked; raises :class:`TooMuch`."""
    archive = zipfile.ZipFile(io.BytesIO(data))
    members = archive.infolist()
    if len(members) > limits.package_members:
        raise TooMuch(f"holds {len(members):,} parts")
    total = sum(member.file_size for member in members)
    if total > limits.package_bytes:
        raise TooMuch(f"unpacks to {total // MEGABYTE:,} megabytes")
    for member in members:
        _weigh(member, limits)
    return archive


def _weigh(member: zipfile.ZipInfo, limits: Limits) -> None:
    packed.refuse_odd(member)
    if member.file_size > limits.member_bytes:
        raise TooMuch(f"has a part that unpacks to {member.file_size // MEGABYTE:,} megabytes")
    if member.file_size > MEGABYTE and member.file_size > limits.ratio * max(member.compress_size, 1):
        raise TooMuch(f"has a part that unpacks to {limits.ratio} times its size")


def load(archive: zipfile.ZipFile, data: bytes, limits: Limits) -> Package:
    """Give the parts of a package, mended where they must be; raises :data:`BROKEN` where there are none."""
    blobs = {name: archive.read(name) for name in _unique(archive) if name.endswith((".xml", ".rels"))}
    for blob in blobs.values():
        if b"<!DOCTYPE" in blob[:MEGABYTE] or b"<!ENTITY" in blob[:MEGABYTE]:
            raise TooMuch(
                "declares XML entities, which Word never does and which can be made to fill the memory"
            )
    pictures = _pictures(archive)
    try:
        parts = tuple(_by_relations(OpcPackage.open(io.BytesIO(data)), limits))
        repaired = None
    except BROKEN:
        parts, repaired = _by_names(blobs, limits)
    if not any(part.kind == "document" for part in parts):
        raise KeyError("there is no document part in it")
    return Package(parts, dict(_core(blobs, limits)), pictures, repaired)


def may_be_bare(archive: zipfile.ZipFile) -> bool:
    """Tell, without parsing anything, whether a package has pictures and may hold next to no words beside them."""
    if not _pictures(archive):
        return False
    bodies = [name for name in _unique(archive) if (part := PART.match(name)) and part[1] == "document"]
    return all(len(re.sub(rb"<[^<>]*>|\s+", b"", archive.read(name))) <= MUCH for name in bodies)


def _pictures(archive: zipfile.ZipFile) -> tuple[str, ...]:
    return tuple(name for name in _unique(archive) if "/media/" in name)


def _unique(archive: zipfile.ZipFile) -> list[str]:
    return list(dict.fromkeys(archive.namelist()))


def _by_relations(package: Any, limits: Limits) -> Iterator[Part]:
    """Follow the relations of the package, as Word does."""
    main = package.main_document_part
    yield Part("document", _root(main, limits))
    for relation in main.rels.values():
        kind = relation.reltype.rpartition("/")[2]
        if kind in KINDS and not relation.is_external:
            yield Part(kind, _root(relation.target_part, limits))


def _root(part: Any, limits: Limits) -> etree._Element:
    element: etree._Element | None = getattr(part, "element", None)
    if element is not None:
        return element
    root = parse(part.blob, limits).root
    if root is None:
        raise ValueError("a part of it is empty")
    return root


def _by_names(blobs: Mapping[str, bytes], limits: Limits) -> tuple[tuple[Part, ...], str | None]:
    """Take the parts by their usual names."""
    found: list[Part] = []
    wrong: list[str] = []
    for name in sorted(blobs):
        match = PART.match(name)
        if match is None:
            continue
        parsed = parse(blobs[name], limits)
        if parsed.repaired is not None:
            wrong.append(parsed.repaired)
        if parsed.root is not None:
            found.append(Part(match[1], parsed.root))
    return tuple(found), wrong[0] if wrong else None


def _core(blobs: Mapping[str, bytes], limits: Limits) -> Iterator[tuple[str, str]]:
    """Give title, author and dates from the core properties."""
    blob = next((blobs[name] for name in blobs if name.lower().endswith("core.xml")), None)
    root = parse(blob, limits).root if blob else None
    if root is None:
        return
    for child in root:
        name = CORE.get(etree.QName(child).localname) if isinstance(child.tag, str) else None
        text = (child.text or "").strip()
        if name and text:
            yield name, text.removesuffix("Z") if name in ("created", "modified") else text
