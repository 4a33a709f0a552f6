"""An identity card, or its translation: who somebody is to the state that counts its people."""

import re
from collections.abc import Iterator
from itertools import pairwise

from msgspec.structs import replace

from consistency.extractors.reading import Reading, cite
from consistency.extractors.wording.labels import Accept, Labelled, Value, vocabulary
from consistency.extractors.wording.letters import Cut, Dated, language_of, order_of
from consistency.extractors.wording.official import date_in, day_fact, day_of, is_form, name_fact, titled
from consistency.extractors.wording.persons import is_person, name_of, whole_name_of
from consistency.extractors.wording.prose import plain
from consistency.extractors.wording.values import country_code, sex_word
from consistency.model import AsOf, Document, Fact
from consistency.normalizer import dates, places
from consistency.normalizer.dates import Order
from consistency.normalizer.expressions import expression

LABELS = vocabulary("identity_card")

_TITLE = expression(
    r"\b(?:(?:identity|identification|id|resident|citizen(?:ship)?|voter'?s?)"
    r" (?:identity |identification |id |scrutiny |registration )?cards?"
    r"|citizenship certificate|certificate of citizenship|nagarikta"
    r"|national (?:id|identity|identification)(?: card)?|cartes? (?:nationale )?d'(?:identite|identification)"
    r"|carte d'electeur|cedula (?:de (?:identidad|ciudadania))?|documento (?:nacional )?de identidad"
    r"|carte(?:ira|ao) de (?:identidade|cidadao)|kartu tanda penduduk|ktp|nrc|nikuv|kimlik karti|personalausweis"
    r"|aadhaa?r|unique identification authority|mykad|permanent account number card)\b"
)
_CARD = expression(
    r"\b(?:blood (?:type|group)|groupe sanguin|valid until|valid to|valid for|date of expiry|expiry date"
    r"|date d'expiration|religion|berlaku hingga|card is valid|valable jusqu|aadhaa?r|income tax department)\b"
)
"""What cards say beside the person: how long they are valid, and the like."""
_OTHERS = expression(
    r"\b(?:dear|sincerely|to whom|passport no|passeport no|visa|permit|permis|police"
    r"|birth certificate|marriage certificate|bank|account|curriculum|employer|household|family card|head of family"
    r"|convict\w*|criminal|school|diploma|licen[cs]e)\b"
)
_OF_A_HOUSE = expression(
    r"\b(?:students?|etudiante?s?|pupils?|employees?|staff|visitors?|members?|membership|insurance|assurance|library"
    r"|club|school|college|universit\w+|vaccination|driv(?:er|ing)|ltd|limited|inc|company|sarl)\b"
)
"""Words in the head of a card that no state gives to its people."""
_HEAD = 4
_NUMBER = expression(r"(?=(?:\D*\d){5})[a-z0-9][a-z0-9 ./()-]{4,24}")
_LONGEST = 70


def recognise(document: Document) -> float:
    """Say how sure it is that this is the card by which a state identifies somebody."""
    if is_form(document) or not document.lines or len(document.lines) > _LONGEST:
        return 0.0
    text = plain(document.text)
    if _OTHERS.search(text) or titled(document, _OF_A_HOUSE, _HEAD):
        return 0.0
    found = Labelled(document, LABELS, _accepted(None)).values().keys()
    born = bool({"birth_date", "birth", "birth_city"} & found)
    named = bool({"full_name", "family_name", "given_names"} & found)
    title = titled(document, _TITLE, 8)
    score = 0.35 * title + 0.2 * ("national_id" in found) + 0.15 * born + 0.1 * named
    score += 0.15 * (_CARD.search(text) is not None)
    numbered = "national_id" in found
    known = (born and (title or numbered)) or (
        title and numbered and named
    )  # a side of a card may tell no birth
    return score if known else min(0.25, score)


def read(document: Document) -> Reading:
    """Read who the card is for, the birth, the number, and since when it is valid."""
    order = order_of(document)
    found = Labelled(document, LABELS, _accepted(order)).values()
    day = next((day for value in found.get("date", ()) if (day := day_of(value, order))), None)
    as_of = AsOf(day.date, "stated") if day else AsOf(None, "unknown")
    facts = (*_name(document, found), *_birth(found, order), *_rest(found))
    return Reading(as_of, facts, language=language_of(document))


def _accepted(order: Order | None) -> dict[str, Accept]:
    def is_dated(text: str) -> bool:
        return date_in(text, order) is not None

    accept: dict[str, Accept] = dict.fromkeys(("birth_date", "birth", "date"), is_dated)
    accept |= dict.fromkeys(("full_name", "family_name", "given_names"), _is_name)
    accept["birth_city"] = lambda text: any(sign.isalpha() for sign in text)
    accept["national_id"] = lambda text: _NUMBER.fullmatch(_bare(text)) is not None
    accept["sex"] = lambda text: sex_word(_bare(text)) is not None
    accept["citizenship"] = lambda text: country_code(_bare(text)) is not None
    return accept


def _bare(text: str) -> str:
    return plain(text).strip(" :.")


def _is_name(text: str) -> bool:
    return any(sign.isalpha() for sign in text) and not any(sign.isdigit() for sign in text)


def _without_colon(value: Value) -> Value:
    return replace(value, text=value.text.strip(" :"))


def _name(document: Document, found: dict[str, list[Value]]) -> Iterator[Fact]:
    cuts = {
        role: next((cut for v in found.get(role, ()) if (cut := name_of(_without_colon(v)))), None)
        for role in ("family_name", "given_names")
    }
    family, given = cuts["family_name"], cuts["given_names"]
    if family and given:
        yield Fact("family_name", family.text, family.evidence)
        yield Fact("given_names", given.text, given.evidence)
        return
    whole = (whole_name_of(document, _without_colon(v)) for v in found.get("full_name", ()))
    yield from name_fact(next((cut for cut in whole if cut), None) or _above_father(document))


def _above_father(document: Document) -> Cut | None:
    """Give the name that stands without a label above a father's, or above the day of birth: "S/O Gurmail Singh"."""
    for above, below in pairwise(document.lines[:_FIRST]):
        if _BELOW_NAME.match(below.text) and is_person(above.text.strip()):
            return Cut(above.text.strip(), cite(document, above, above.text.strip()))
    return None


_FIRST = 12
_BELOW_NAME = expression(
    r"\W*(?:[SDWC]/O\b|(?:DOB|D\.O\.B\.?|Year of Birth|Date of Birth)\s*:)", re.IGNORECASE
)


def _birth(found: dict[str, list[Value]], order: Order | None) -> Iterator[Fact]:
    """Give the day and the town, also where one label asks for both: "Solo, 02-07-1985"."""
    both = found.get("birth", [])
    days = [day for value in (*found.get("birth_date", ()), *both) if (day := day_of(value, order))]
    days += [day for value in both if (day := _day_within(value, order))]
    yield from day_fact("birth_date", days[0] if days else None)
    towns = [*found.get("birth_city", ()), *both]
    for value in towns[:1]:
        cut = dates.common_date(value.text, order=order) or next(
            iter(dates.find_dates(value.text, order=order)), None
        )
        text = (value.text[: cut.start] or value.text[cut.end :]) if cut else value.text
        city, _ = places.split_place(text.strip(" ,:;-/"))
        if city:
            yield Fact("birth_city", city, replace(value.evidence, quote=value.text))


def _day_within(value: Value, order: Order | None) -> Dated | None:
    day = next(iter(dates.find_dates(value.text, order=order)), None)
    return Dated(day.date, value.evidence) if day else None


def _rest(found: dict[str, list[Value]]) -> Iterator[Fact]:
    """Give the number, the sex and the nationality."""
    for value in found.get("national_id", ())[:1]:
        text = value.text.strip(" :.")
        yield Fact("national_id", text, value.evidence)
    for value in found.get("sex", ())[:1]:
        yield Fact("sex", sex_word(_bare(value.text)) or "", value.evidence)
    for value in found.get("citizenship", ())[:1]:
        yield Fact("citizenship", country_code(_bare(value.text)) or "", value.evidence)
