"""Names as they stand in a machine-readable zone: ICAO Doc 9303-3 (letters) and -4 (names cut short)."""

import re
import unicodedata
from functools import lru_cache
from itertools import islice, product

from consistency.normalizer import names, tables
from consistency.normalizer.agreement import Agreement, different, same, variant
from consistency.normalizer.name_words import REASONS, SPELLING
from consistency.normalizer.text import beginning, fold

_PLAIN = "*"
"""In the table: the letter's own romanisation, beside other ways."""
_AT_MOST = 512  # spellings of one word that are tried


def agree(family: str, given: str, field: str) -> Agreement:
    """Compare printed names with the names field of a zone (``ERIKSSON<<ANNA<MARIA<<<``).

    Same where the field is ICAO's writing of the names, variant where it was cut for room, says less, or romanises
    another script in its own way.
    """
    family, given = beginning(family), beginning(given)
    primary, _, secondary = field.rstrip("<").partition("<<")
    if _whole(family, primary) and _whole(given, secondary):
        return same("the same by the transliteration of machine-readable zones")
    if _full(field) and _cut(family, primary) and _cut(given, secondary):
        return variant("the name is cut short in the machine-readable zone")
    read = names.PersonName(family=primary.replace("<", " "), given=secondary.replace("<", " ").strip())
    other = names.compare(names.PersonName(family=family, given=given), read)
    respelt = other.reason == REASONS[SPELLING] and not _another_script(family + given)
    if other.agrees and not respelt:
        return variant(other.reason)
    return different("the machine-readable zone has another name")


def _another_script(text: str) -> bool:
    return any("LATIN" not in unicodedata.name(sign, "LATIN") for sign in text if sign.isalpha())


def spellings(word: str) -> tuple[str, ...]:
    """Give the ways in which ICAO lets states write one word in capitals A to Z."""
    signs = unicodedata.normalize("NFC", word).lower()
    ways = [_ways(sign) for sign in signs]
    return tuple(dict.fromkeys("".join(way) for way in islice(product(*ways), _AT_MOST)))


@lru_cache(maxsize=4_096)
def _ways(sign: str) -> tuple[str, ...]:
    """Give the ways to write one letter: those of the table, or its romanisation alone."""
    own = fold(sign).upper().replace(" ", "")
    table = tables.toml("mrz_letters")["letters"]
    return tuple(own if way == _PLAIN else way for way in table.get(sign, [_PLAIN]))


def _components(name: str) -> list[tuple[str, ...]]:
    words = re.split(r"[\s\-‐‑–.,]+", re.sub("['’‘`ʼ]", "", name.strip()))
    return [spellings(word) for word in words if word]


def _whole(name: str, field: str) -> bool:
    """Say whether the field has the whole name; where the words end does not matter."""
    left = {""}
    text = field.replace("<", "")
    for ways in _components(name):
        left = {before + way for before in left for way in ways if text.startswith(before + way)}
    return text in left


def _cut(name: str, field: str) -> bool:
    """Say whether the words of the field are beginnings of the words of the name, in order."""
    words, parts = _components(name), [part for part in field.split("<") if part]
    if len(parts) > len(words) or (words and field and not parts):
        return False
    return all(any(way.startswith(part) for way in ways) for part, ways in zip(parts, words, strict=False))


def _full(field: str) -> bool:
    """Say whether the field has no room left, which a name cut short fills to the end."""
    return not field.endswith("<<")
