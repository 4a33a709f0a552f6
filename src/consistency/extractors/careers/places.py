"""Where an entry was: the town, the region and the country that end what its head names."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from consistency.extractors.wording import career_words as words
from consistency.model import Line
from consistency.normalizer.expressions import expression
from consistency.normalizer.places import country, country_of_city, is_town, province, split_place
from consistency.normalizer.text import fold

_SUBDIVISION = expression(r"\w (?:State|Province|Region|Oblast|County|Prefecture|Governorate)$")
_COMMA = expression(r",\s*(?![^(]*\))")
_POSTAL = expression(r"\s+(?:[A-Z]\d[A-Z]\s?\d[A-Z]\d|\d{5}(?:-\d{4})?|\d{4,6})$")
_STATE_CODES = """
AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH
OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY DC NSW VIC QLD TAS ACT
"""
_STATES = frozenset(_STATE_CODES.split())
KIND_OF_WORK = expression(
    r"^(?:full[- ]?time|part[- ]?time|contract|contractual|permanent|temporary|seasonal|(?:one |for the )?season|casual"
    r"|remote|hybrid|on[- ]?site|internship|temps (?:plein|partiel)|contrat|cd[di]"
    r"|saisonnier|(?:pour (?:une|la) )?saison|temporada|télétravail|à distance|stage"
    r"|\d+(?:\s?[-–]\s?\d+)?\s*(?:h|hours?|hrs?|heures)\b.*"
    r"|.{0,3}?(?:\d+\s*(?:years?|yrs?|months?|mos?|ans?|mois)[\s,&and et]*)+)$",
    re.IGNORECASE,
)
"""What kind of work, or how much of it, stands where a place does: "part-time", "seasonal", "2 years"."""


class Where(NamedTuple):
    """A city and a country, and the words that say so."""

    city: str | None
    country: str | None
    words: str
    line: Line


def commas(text: str) -> list[str]:
    """Part a text at its commas, outside brackets; a legal form stays with its name."""
    parts: list[str] = []
    for part in (piece.strip() for piece in _COMMA.split(text)):
        if parts and words.is_legal_form(part) and province(part) is None:  # "Calgary, AB" is no company
            parts[-1] = f"{parts[-1]}, {part}"
        elif part:
            parts.append(part)
    return parts


def peel_place(text: str, line: Line) -> tuple[str, Where | None]:
    """Take the place off the end of a text: "Acme Ltd., Lyon, France" leaves "Acme Ltd."."""
    inside = re.search(r"\(([^()]+)\)\s*$", text)
    if inside and _is_region(commas(inside[1])[-1] if commas(inside[1]) else ""):
        return _town_before(text[: inside.start()].strip(" ,"), inside[1], line)
    if inside and _is_known_city(inside[1]):
        return text[: inside.start()].strip(" ,"), _where(inside[1], line)
    parts = commas(text)
    if len(parts) > 1 and KIND_OF_WORK.match(parts[-1].strip("()")):
        return peel_place(without_end(text, parts[:-1]), line)
    count = _place_parts(parts)
    if count == 0:
        return _peel_dashed(text, parts, line)
    said = ", ".join(parts[-count:])
    return without_end(text, parts[:-count]), _where(said, line)


_DASHED = expression(r"(.+?)\s*[-–—]\s+(.+)|(.+?)\s+[-–—]\s*(.+)")


def _peel_dashed(text: str, parts: Sequence[str], line: Line) -> tuple[str, Where | None]:
    """Take a town and its country, parted by a dash, off a text: "Acme LLC, Doha – Qatar" leaves "Acme LLC"."""
    found = _DASHED.fullmatch(parts[-1]) if len(parts) > 1 else None
    if found is None:
        return text, None
    town, region = found[1] or found[3], found[2] or found[4]
    if not _is_region(region) or not _may_be_city(town, alone=len(parts) == 2):
        return text, None
    city, code = split_place(f"{town}, {region}")
    return without_end(text, parts[:-1]), Where(city, code, parts[-1], line)


def peel_town(text: str, line: Line, *, listed: bool = False) -> tuple[str, Where | None]:
    """Take a town without its country off the name of an employer: "Acme Pvt Ltd, Angamaly" leaves "Acme Pvt Ltd".

    A town that no list knows stands behind a legal form, where it need not be ``listed``.
    """
    *name, town = commas(text)
    if (
        not name
        or not may_be_town(town)
        or words.title_weight(town) != words.employer_weight(town)
        or words.is_legal_form(town)
    ):
        return text, None
    if not (is_town(town) or (words.has_legal_form(name[-1]) and not listed)):
        return text, None
    return without_end(text, name), Where(town, None, town, line)


def _town_before(text: str, said: str, line: Line) -> tuple[str, Where | None]:
    """Take a town off a text before a country in brackets: "Acme Ltd., Lyon (France)" leaves "Acme Ltd."."""
    parts = commas(text)
    code = country(said)
    if len(parts) < 2 or code is None or not _may_be_city(parts[-1], alone=len(parts) == 2):
        return text, _where(said, line)
    if country_of_city(parts[-1]) != code and not may_be_town(parts[-1]):
        return text, _where(said, line)
    return without_end(text, parts[:-1]), _where(f"{parts[-1]}, {said}", line)


def without_end(text: str, kept: Sequence[str]) -> str:
    """Give a text up to the last of the parts that are kept of it."""
    if not kept:
        return ""
    end = text.rfind(kept[-1]) + len(kept[-1])
    return text[:end].strip(" ,")


def _where(said: str, line: Line) -> Where:
    city, code = split_place(_POSTAL.sub("", said))
    return Where(_known_city(said, code) or city, code, said, line)


def _known_city(said: str, code: str | None) -> str | None:
    """Give the part that is a well-known city of the country: "Plot 45, Coimbatore - 641021, Tamil Nadu, India"."""
    parts = [re.sub(r"\s*[-–]?\s*\b\d{4,7}\b.*$", "", part).strip() for part in commas(said)]
    return (
        next((part for part in reversed(parts[:-1]) if part and country_of_city(part) == code), None)
        if code
        else None
    )


def _place_parts(parts: Sequence[str]) -> int:
    """Count how many of the last parts are a place."""
    if not parts:
        return 0
    if not _is_region(parts[-1]):
        return 1 if _is_known_city(parts[-1]) else 0
    count = 1
    bare = [re.sub(r"\s*[-–]?\s*\b\d{4,7}$", "", part) for part in parts]
    if len(parts) > 3 and country_of_city(bare[-2]) is None and country_of_city(bare[-3]) is not None:
        return 3
    if len(parts) > 2 and province(bare[-1]) is None and _is_subdivision(bare[-2]):  # not "Victoria, BC"
        count = 2
    if len(parts) > count and _may_be_city(parts[-count - 1], alone=len(parts) == count + 1):
        count += 1
    return count


def _is_subdivision(text: str) -> bool:
    """Tell whether a text names a state or a province, or something larger that is no city: "Punjab", "Lagos State"."""
    known = fold(text) in words.listed_names("subdivisions") or _SUBDIVISION.search(text) is not None
    return known or province(text) is not None or (_is_region(text) and country_of_city(text) is None)


def _is_region(text: str) -> bool:
    text = _POSTAL.sub("", text).strip(" .()")
    if words.title_weight(text) >= 2:  # "Cook" is a title before it is a country
        return False
    if text in _STATES or (len(text) == 2 and province(text) is not None):
        return True
    return len(text) > 1 and (country(text) is not None or (len(text) > 3 and province(text) is not None))


def _is_known_city(text: str) -> bool:
    if words.title_weight(text) >= 2 or words.employer_weight(text) >= 2 or words.award_weight(text):
        return False
    return country_of_city(text) is not None and text[:1].isupper()


def may_be_town(text: str) -> bool:
    """Tell whether a text has the look of a town's name: a word or two, no digits."""
    return len(text.split()) <= 2 and text[:1].isupper() and not re.search(r"[\d@()&]", text)


def _may_be_city(text: str, alone: bool) -> bool:
    if re.search(r"[\d@]", text) or len(text.split()) > 4:
        return False
    if country_of_city(text) is not None:
        return True
    strong = words.employer_weight(text) >= (1 if alone else 2) or words.title_weight(text) >= 1.5
    return not strong and words.award_weight(text) == 0
