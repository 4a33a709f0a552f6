"""The town in which an offered job is to be done: beside its label, before its province, or well known."""

import re

from consistency.extractors.employment import offer_words as words
from consistency.extractors.employment.offer_terms import Terms, is_capital
from consistency.extractors.wording.letters import Cut
from consistency.extractors.wording.official import narrowed
from consistency.extractors.wording.prose import Passage, plain
from consistency.normalizer import places
from consistency.normalizer.expressions import expression

_BEFORE_PROVINCE = expression(r"\s*[,(]\s*(?=[A-ZÀ-Ý])")
_AFTER_TOWN = expression(r"(?P<code>[A-Z]{2})\b|(?P<name>[^\W\d_][^\W\d_.'’-]+(?:[ -][^\W\d_]+){0,4})")
_TOWN = expression(
    r"[A-ZÀ-Ý][\w.'’-]*(?: (?:(?:de|du|des|la|le|les|sur|of|the|and|at|à|aux)\s)?[A-ZÀ-Ý][\w.'’-]*)*$"
)
_PREAMBLE = expression(r"\b(?:between|entre)\b.*\b(?:employer|employeur)\b|\baddress\b|\badresse\b|@")
_IN_TOWN = expression(r"\b(?:in|at|à)\s+([A-ZÉÎ][\w'’.-]+(?: [A-ZÉÎ][\w'’.-]+){0,3})")
_HOUSE_IN = expression(
    r"\b(?:business|establishment|workplace|work location|facility|location|plant|farm|restaurant|bakery|shop|site"
    r"|établissement|entreprise|usine|ferme|commerce|lieu de travail) (?:located |situé |situee |is )?(?:in|at|à|de) "
    r"(?P<town>[A-ZÉÎ][\w'’.-]+(?:[ -][A-ZÉÎ][\w'’.-]+){0,3})"
)
"""Where the house of an employer stands: "at your business in Moose Jaw"."""
_SHORT_PROVINCE = expression(
    r"(?:^|,\s*)([A-ZÉÎ][^\W\d_][^\d,;:]{1,30}?)\s+(?:AB|BC|MB|NB|NL|NS|NT|NU|ON|PE|QC|SK|YT)"
    r"(?=\s+[A-Z]\d[A-Z]|[\s.)]*$|\s*[,;])"
)
"""A town before the short name of its province, without a comma: "55 King Street, Moncton NB"."""


def city_of(terms: Terms) -> Cut | None:
    """Give the town of the work: beside its label, else in a sentence about the work."""
    for value in terms.labels.get("place", ()):
        city = city_in(value.text) or _town_alone(value.text) or _town_last(value.text)
        if city:
            return Cut(city, narrowed(value.evidence, city))
    for part in filter(_is_about_the_work, terms.parts):
        if city := city_in(part.text):
            at = part.text.find(city)
            return Cut(city, part.cite(at, at + len(city)))
    return _known_town(terms)


def _is_about_the_work(part: Passage) -> bool:
    """Tell whether a sentence speaks of the work, and is none that only names the parties."""
    return words.WORK.search(part.plain) is not None and not _PREAMBLE.search(part.plain)


def _known_town(terms: Terms) -> Cut | None:
    """Give a well-known Canadian town in a sentence about the work that names no province."""
    for part in filter(_is_about_the_work, terms.parts):
        for found in _IN_TOWN.finditer(part.text):
            pieces = found[1].split()
            towns = (" ".join(pieces[:count]).rstrip(".") for count in range(len(pieces), 0, -1))
            town = next((town for town in towns if places.country_of_city(town) == "CA"), None)
            if town:
                return Cut(town, part.cite(found.start(1), found.start(1) + len(town)))
    return None


def town_of_business(terms: Terms) -> Cut | None:
    """Give the town behind the house in which the work is, where all that a paper names is in Canada."""
    for part in terms.parts:
        for found in _HOUSE_IN.finditer(part.text):
            town = found["town"].rstrip(".")
            if not province_alone(town) and places.country(town) is None:
                return Cut(town, part.cite(*found.span("town")))
    return None


def city_in(text: str) -> str | None:
    """Give the Canadian town that stands before its province, without street and province."""
    for comma in _BEFORE_PROVINCE.finditer(text):
        after = _AFTER_TOWN.match(text, comma.end())
        before = re.split(r"[,;:(]\s*", text[: comma.start()])[-1]
        if after is None or not (_is_province(after[0]) or plain(after[0]).startswith("canada")):
            continue
        lead = list(words.PLACE_LEAD.finditer(plain(before)))
        town = _TOWN.search(before[lead[-1].end() :] if lead else before)
        if town and not province_alone(town[0]):
            return town[0].strip()
    short = _SHORT_PROVINCE.search(text)
    return short[1].strip() if short else None


def _is_province(text: str) -> bool:
    pieces = text.split()
    return any(places.province(" ".join(pieces[:count])) for count in range(len(pieces), 0, -1))


def province_alone(text: str) -> bool:
    """Tell whether a text is a province and no town of that name."""
    return places.province(text) is not None and places.country_of_city(text) is None


def _town_alone(text: str) -> str | None:
    """Give the town of a text that is a place and nothing else."""
    stripped = text.strip(" .")
    city = places.split_place(stripped)[0] if len(stripped.split()) <= 4 else None
    return city if city and is_capital(city) and not _NUMBER.search(city) else None


_NUMBER = expression(r"\d")


def _town_last(text: str) -> str | None:
    """Give the Canadian town with which an address ends that names no province: "215, rue Racine Est, Saguenay"."""
    street, _, last = text.rpartition(",")
    last = last.strip(" .")
    if not last or not is_capital(last) or _NUMBER.search(last):
        return None
    of_a_street = text.strip()[:1].isdigit() and bool(street) and _TOWN.fullmatch(last) is not None
    known = places.country_of_city(last)
    elsewhere = known not in (None, "CA") or places.country(last) or province_alone(last)
    return last if known == "CA" or (of_a_street and not elsewhere) else None
