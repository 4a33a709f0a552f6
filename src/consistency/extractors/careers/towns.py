"""Towns that no list knows, behind the names of employers and schools: known by how the other entries are written."""

from collections.abc import Sequence

from msgspec.structs import replace

from consistency.extractors.careers.entries import Entry
from consistency.extractors.careers.fields import job_weight
from consistency.extractors.careers.places import Where, commas, may_be_town
from consistency.extractors.wording import career_words as words
from consistency.normalizer.expressions import expression
from consistency.normalizer.places import is_town
from consistency.normalizer.text import fold


def with_towns(entries: Sequence[Entry]) -> list[Entry]:
    """Take a town off a name: what stands behind a legal form, or where another entry has a known town.

    "Blue Hill Ltd, Lekki" before "Lagos" leaves "Blue Hill Ltd"; "Hotel Sol, Urubamba" leaves "Hotel Sol" where the
    same paper has "Hotel Luna, Lima".
    """
    alike = any(_has_town(entry, "{}, {}") for entry in entries)
    bracketed = any(_has_town(entry, "{} ({})") for entry in entries)
    entries = [_named_before_town(entry) if alike else entry for entry in entries]
    entries = [_without_bracket(entry) if bracketed else entry for entry in entries]
    entries = [_behind_form(_without_town(entry, alike)) for entry in entries]
    dashed = {parts[0] for entry in entries if (parts := _around_dash(entry))}
    known = any(_has_town(entry, f"{{}} {dash} {{}}") for entry in entries for dash in "-–—")
    return [_without_dash(entry) for entry in entries] if known or len(dashed) > 1 else entries


def _behind_form(entry: Entry) -> Entry:
    """Take a town behind a dash off a legal form, which ends a name, before its region: "Acme Inc. – Lekki, Lagos"."""
    found = _DASHED.fullmatch(entry.second.text) if entry.second and entry.where else None
    if entry.second is None or entry.where is None or found is None:
        return entry
    few = len(found["town"].split()) <= _WORDS_OF_A_TOWN
    if not (few and words.has_legal_form(found["name"]) and _may_be_town(found["town"])):
        return entry
    return replace(
        entry,
        second=replace(entry.second, text=found["name"]),
        where=entry.where._replace(city=found["town"]),
    )


def _around_dash(entry: Entry) -> tuple[str, str] | None:
    """Give a name, and what may be its town behind a dash: "Hotel Sol – Urubamba"."""
    found = _DASHED.fullmatch(entry.second.text) if entry.second and entry.where is None else None
    if found is None or not _may_be_town(found["town"]) or len(found["town"].split()) > _WORDS_OF_A_TOWN:
        return None
    return found["name"], found["town"]


def _without_dash(entry: Entry) -> Entry:
    """Take a town behind a dash off a name, where all entries of a paper that have a dash are written so."""
    parts = _around_dash(entry)
    if entry.second is None or parts is None:
        return entry
    town = Where(parts[1], None, parts[1], entry.second.line)
    return replace(entry, second=replace(entry.second, text=parts[0]), where=town)


def _has_town(entry: Entry, written: str) -> bool:
    """Tell whether a town was taken off the end of the name, as they are written: "{}, {}", or "{} ({})"."""
    if entry.second is None or entry.where is None or not _is_town_alone(entry.where):
        return False
    return written.format(entry.second.text, entry.where.words) in " ".join(entry.second.line.text.split())


def _is_town_alone(where: Where) -> bool:
    """True for a known town, and for one that stands behind what is surely an employer."""
    return is_town(where.words) or (where.country is None and where.city == where.words)


def _without_bracket(entry: Entry) -> Entry:
    """Take a town in brackets off a name, as other entries have one there: "Blue Hill Ltd (Lekki)"."""
    found = _BRACKET.fullmatch(entry.second.text) if entry.second is not None else None
    if entry.second is None or found is None or entry.where is not None or not _may_be_town(found["town"]):
        return entry
    if found["town"].isupper():  # the short form of the name
        return entry
    town = Where(found["town"], None, found["town"], entry.second.line)
    return replace(entry, second=replace(entry.second, text=found["name"]), where=town)


_DASHED = expression(r"(?P<name>[^–—]{3,80}?) [-–—] (?P<town>[^–—\d]{3,40})")
_WORDS_OF_A_TOWN = 3
_LITTLE = 3
"""Letters of the words of a name that have no capital: "of", "de", "and"."""
_BRACKET = expression(r"(?P<name>.+?) \((?P<town>[^()]+)\)")


def _named_before_town(entry: Entry) -> Entry:
    """Put a town behind the name where it was taken for the name: "Cook, Hotel Sol, Urubamba" before "…, Lima"."""
    if entry.first is None or entry.second is None or entry.where is not None:
        return entry
    title, *name = commas(entry.first.text)
    if not name or job_weight(title) < 1 or any(not _may_be_name(part) for part in name):
        return entry
    if f"{entry.first.text}, {entry.second.text}" not in " ".join(entry.second.line.text.split()):
        return entry
    if not _may_be_town(entry.second.text):
        return entry
    town = Where(entry.second.text, None, entry.second.text, entry.second.line)
    employer = replace(entry.second, text=", ".join(name), line=entry.first.line)
    return replace(entry, first=replace(entry.first, text=title), second=employer, where=town)


def _may_be_name(text: str) -> bool:
    """Tell whether a text may name an employer, and no department or shift of one: "Night shift"."""
    large = all(word[:1].isupper() or word[:1].isdigit() or len(word) <= _LITTLE for word in text.split())
    return large and job_weight(text) <= 0 and not words.listed("departments") & set(fold(text).split())


def _without_town(entry: Entry, alike: bool) -> Entry:
    if entry.second is None:
        return entry
    name, *rest = commas(entry.second.text)
    if not rest or not all(_may_be_town(part) for part in rest):
        return entry
    if not words.has_legal_form(name) and (not alike or entry.where is not None or len(rest) > 1):
        return entry
    town = Where(rest[-1], None, rest[-1], entry.second.line)
    return replace(entry, second=replace(entry.second, text=name), where=entry.where or town)


def _may_be_town(text: str) -> bool:
    if not may_be_town(text) or job_weight(text) != 0 or words.is_legal_form(text):
        return False
    return not words.listed("departments") & set(fold(text).split())
