"""Towns that no list knows, behind the names of employers and schools: known by how the other entries are written."""

from collections.abc import Sequence

from msgspec.structs import replace

from consistency.extractors.careers.entries import Entry
from consistency.extractors.careers.fields import job_weight
from consistency.extractors.careers.places import Where, commas, may_be_town
from consistency.extractors.wording import career_words as words
from consistency.normalizer.places import is_town
from consistency.normalizer.text import fold


def with_towns(entries: Sequence[Entry]) -> list[Entry]:
    """Take a town off a name: what stands behind a legal form, or where another entry has a known town.

    "Blue Hill Ltd, Lekki" before "Lagos" leaves "Blue Hill Ltd"; "Hotel Sol, Urubamba" leaves "Hotel Sol" where the
    same paper has "Hotel Luna, Lima".
    """
    alike = any(_has_town_behind(entry) for entry in entries)
    return [_without_town(entry, alike) for entry in entries]


def _has_town_behind(entry: Entry) -> bool:
    """Tell whether a known town was taken off the end of the name, from behind a comma."""
    if entry.second is None or entry.where is None or not is_town(entry.where.words):
        return False
    told = " ".join(entry.second.line.text.split())
    return f"{entry.second.text}, {entry.where.words}" in told


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
