"""The booklet of a family, whose pages are headed by who somebody is: husband, wife, first child."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from consistency.extractors.wording.letters import Cut
from consistency.extractors.wording.prose import passage, plain
from consistency.model import Document, Line
from consistency.normalizer.expressions import expression

_ORDER = (
    r"(?:(?:premiere?|deuxieme|troisieme|quatrieme|cinquieme|first|second|third|fourth|fifth|primer|segundo|tercer"
    r"|\d{1,2}(?:st|nd|rd|th|er|e|eme|o)?)\s+)?"
)
_HEADINGS = {
    "husband": expression(r"\W*(?:l'epoux|epoux|le mari|mari|(?:the )?husband|(?:el )?esposo|marido)\W*"),
    "wife": expression(r"\W*(?:l'epouse|epouse|(?:the )?wife|(?:la )?esposa|mujer)\W*"),
    "child": expression(
        rf"\W*{_ORDER}(?:enfants?|child(?:ren)?|hij[oa]s?|filh[oa]s?)(?:\s*(?:n[o°]\.?|no\.?|#)?\s*\d{{1,2}})?\W*"
    ),
}
_LABELS = (
    ("name", r"noms? et prenoms?|full name|name|nombre completo"),
    ("family", r"noms?(?: de famille)?|surname|family name|last name|apellidos?|sobrenome"),
    ("given", r"prenoms?|given names?|first names?|nombres?|prenom\(s\)"),
    (
        "born",
        r"nee?(?:\(e\))? le|nee?|date (?:et lieu )?de naissance|date of birth|born(?: on)?|fecha de nacimiento",
    ),
    ("father", r"fil(?:s|le) de|father|pere|hij[oa] de"),
    ("mother", r"et de|mother|mere|y de"),
)
_ROLES = tuple((role, expression(rf"\W*(?:{pattern})\W*")) for role, pattern in _LABELS)
_COLON = expression(r"\s*(?P<label>[^:\s][^:]{1,39}?)\s*:\s*(?P<value>\S.*)")


def under_headings(document: Document) -> Iterator[dict[str, Cut]]:
    """Give what stands below each heading; a child that has no family name there has the husband's."""
    family: Cut | None = None
    for told in _pages(document):
        if "wedded" not in told or not told.keys() & {"name", "given"}:
            continue
        own = told.pop("family", None)
        if plain(told["wedded"].text) not in ("wife", "epouse"):
            family = family or own
        given = told.pop("given", None)
        if given and "name" not in told:
            last = own or family
            told["name"] = Cut(f"{given.text} {last.text}" if last else given.text, given.evidence)
        yield told


def _pages(document: Document) -> Iterator[dict[str, Cut]]:
    current: dict[str, Cut] = {}
    for line in document.lines:
        if heading := _heading(document, line):
            yield current
            current = {"wedded": heading}
        for role, cut in _labelled(document, line) if current else ():
            current.setdefault(role, cut)
    yield current


def _heading(document: Document, line: Line) -> Cut | None:
    """Give the word for a relative that a heading is, by which the rest of the paper knows who somebody is."""
    text = plain(line.text)
    role = next((role for role, pattern in _HEADINGS.items() if pattern.fullmatch(text)), None)
    return Cut(role, passage(document, [line]).cite()) if role and len(line.segments) == 1 else None


def _labelled(document: Document, line: Line) -> Iterator[tuple[str, Cut]]:
    for segment in line.segments:
        alone = passage(document, [replace(line, segments=(segment,))])
        found = _COLON.fullmatch(alone.text)
        low = plain(found["label"]) if found else ""
        role = next((role for role, pattern in _ROLES if low and pattern.fullmatch(low)), None)
        if found and role:
            yield role, Cut(found["value"].strip(), alone.cite(*found.span("value")))
