"""The parts of a DOCX: by the relations of the package, or by their names where these are broken; bounded."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from lxml import etree

from consistency.normalizer.expressions import expression
from consistency.readers import packed
from consistency.readers.limits import Limits
from consistency.readers.xml import TooMuch, local, parse

BROKEN = (*packed.BROKEN, etree.LxmlError)
"""What zipfile and lxml raise on broken packages."""
KINDS = ("header", "footer", "footnotes", "endnotes", "comments")
PART = expression(r"^/?word/(document|header|footer|footnotes|endnotes|comments)\d*\.xml$")
MEGABYTE = 1_000_000
CORE = {"title": "title", "creator": "author", "created": "created", "modified": "modified"}


class Part(NamedTuple):
    """One XML part: its kind ("document", "header" …) and its root."""

    kind: str
    root: etree._Element


class Package(NamedTuple):
    """All parts that hold words, and the core properties."""

    parts: tuple[Part, ...]
    metadata: Mapping[str, str]
    pictures: int = 0
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


def load(archive: zipfile.ZipFile, limits: Limits) -> Package:
    """Give the parts of a package, mended where they must be; raises :data:`BROKEN` where there are none."""
    blobs = {name: archive.read(name) for name in _unique(archive) if name.endswith((".xml", ".rels"))}
    for blob in blobs.values():
        if b"<!DOCTYPE" in blob[:MEGABYTE] or b"<!ENTITY" in blob[:MEGABYTE]:
            raise TooMuch(
                "declares XML entities, which Word never does and which can be made to fill the memory"
            )
    pictures = sum(1 for name in archive.namelist() if "/media/" in name)
    try:
        parts, repaired = _parsed(_by_relations(blobs, limits), blobs, limits)
    except BROKEN:
        parts, repaired = _parsed(_by_names(blobs), blobs, limits)
    if not any(part.kind == "document" for part in parts):
        raise KeyError("there is no document part in it")
    return Package(parts, dict(_core(blobs, limits)), pictures, repaired)


def _unique(archive: zipfile.ZipFile) -> list[str]:
    return list(dict.fromkeys(archive.namelist()))


def _by_relations(blobs: Mapping[str, bytes], limits: Limits) -> Iterator[tuple[str, str]]:
    """Follow the relations of the package, as Word does: the kind and the name of each part that holds words."""
    (main,) = (name for kind, name in _relations("", blobs, limits) if kind == "officeDocument")
    yield "document", main
    yield from ((kind, name) for kind, name in _relations(main, blobs, limits) if kind in KINDS)


def _relations(part: str, blobs: Mapping[str, bytes], limits: Limits) -> Iterator[tuple[str, str]]:
    """Give the parts to which a part, or the package itself, is related, each with its kind (ECMA-376-2, 9.3)."""
    folder, name = posixpath.split(part)
    told = blobs.get(posixpath.join(folder, "_rels", f"{name}.rels"))
    if told is None:
        return
    root, repaired = parse(told, limits)
    if root is None or repaired is not None:
        raise ValueError("the relations of its parts are broken")
    for one in root:
        if local(one) == "Relationship" and one.get("TargetMode") != "External":
            target = posixpath.normpath(posixpath.join("/", folder, one.get("Target", "")))
            yield one.get("Type", "").rpartition("/")[2], target.lstrip("/")


def _by_names(blobs: Mapping[str, bytes]) -> Iterator[tuple[str, str]]:
    """Take the parts by their usual names."""
    return ((match[1], name) for name in sorted(blobs) if (match := PART.match(name)))


def _parsed(
    named: Iterable[tuple[str, str]], blobs: Mapping[str, bytes], limits: Limits
) -> tuple[tuple[Part, ...], str | None]:
    """Parse parts, and say what was wrong with the first that had to be mended."""
    found: list[Part] = []
    wrong: list[str] = []
    for kind, name in named:
        parsed = parse(blobs[name], limits)
        if parsed.repaired is not None:
            wrong.append(parsed.repaired)
        if parsed.root is not None:
            found.append(Part(kind, parsed.root))
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
