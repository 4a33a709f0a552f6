"""A passport: the printed fields and machine-readable zone of its data page (ICAO Doc 9303), and its stamps."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from msgspec.structs import replace

from consistency.extractors.journeys.stamps import trips
from consistency.extractors.reading import Reading, cite, facts_from
from consistency.extractors.wording.labels import Labelled, Value, vocabulary
from consistency.extractors.wording.prose import plain
from consistency.extractors.wording.values import country_code, is_plain_name, sex_word
from consistency.model import AsOf, Document, Evidence, Line, Problem
from consistency.normalizer import dates, identifiers, places
from consistency.normalizer.dates import PartialDate
from consistency.normalizer.expressions import expression
from consistency.normalizer.identifiers import Mrz
from consistency.normalizer.text import fold

LABELS = vocabulary("passport")

_NUMBER = expression(r"[A-Z0-9][A-Z0-9 -]{4,14}", re.IGNORECASE)
_TITLE = expression(r"\b(?:passport|passeport|pasaporte|passaporto|passaporte|reisepass|paspor)\b")
_COPY = expression(r"\b(?:dear|sincerely|hereby|cordially|veuillez|madame|certificate|permit|invoice)\b")
_LATIN = expression(r"[A-Za-zÀ-ɏḀ-ỿ]")
_OTHER_SCRIPT = expression(r"[^\W\d_A-Za-zªºÀ-ɏʻʼḀ-ỿ]")
_STATE = expression(r"[A-Z]{3}")
_TOWN_SIGN = expression(r"^(?:[mмгс]|смт)\.\s*", re.IGNORECASE)
_NAME_LETTERS = str.maketrans("01258", "OIZSB")
_MANY = 6
"""A page of which so many labels and more are a passport's tells of one even without a zone."""
_SURE = 0.8
"""Below this confidence a zone that was recognised in a picture accuses nobody."""


def recognise(document: Document) -> float:
    """Say how sure it is that this is the data page of a passport."""
    mrz = _zone(document.lines)
    titled = any(_TITLE.search(plain(line.text)) and len(line.text) < 60 for line in document.lines[:8])
    if not (mrz or titled):
        return 0.0
    names = set(Labelled(document, LABELS).values(document.lines[:60])) - {"full_name"}
    if _COPY.search(plain(document.text)) or (mrz and not mrz[1].code.startswith("P")):
        return 0.2 if mrz else 0.0
    own = {"passport_number", "passport_issue_date", "passport_expiry_date", "citizenship", "birth_date"}
    score = 0.6 * bool(mrz) + 0.2 * titled + 0.08 * len(names & own)
    score += 0.1 * (len(names) > _MANY)
    return min(score, 1.0) if mrz or (titled and len(names) >= 5) else min(score, 0.25)


def read(document: Document) -> Reading:
    """Read the printed fields, and the machine-readable zone where they are not printed."""
    found = _printed(document)
    order = _order(found, document)
    written = ((name, _written(name, value, order)) for name, value in found.items())
    values = _with_post_name({name: text for name, text in written if text})
    facts: dict[str, tuple[str | None, Evidence]] = {n: (v, found[n].evidence) for n, v in values.items()}
    zone = _zone(document.lines, _day(values.get("passport_issue_date")))
    stamped = tuple(trips(document, zone[0] if zone else None, order))
    problems: tuple[Problem, ...] = ()
    if zone:
        line, mrz = zone
        mrz = _in_letters(mrz) if document.method == "ocr" else mrz
        facts = _from_zone(document, line, mrz) | facts
        if (
            "family_name" not in values
            and not mrz.given
            and fold(values.get("given_names", "")) == fold(mrz.family)
        ):
            facts["family_name"] = facts.pop("given_names")  # a single name is printed as a given one
        problems = tuple(_problems(mrz, values, document.lines[line].page))
        if min(document.lines[line].confidence, document.lines[line + 1].confidence) < _SURE:
            message = "The machine-readable zone could not be read surely; compare it by eye."
            problems = (Problem("mrz-unsure", message, document.lines[line].page),) if problems else ()
    issued = facts.get("passport_issue_date", (None,))[0]
    as_of = AsOf(PartialDate.of(issued), "stated") if issued else AsOf(None, "unknown")
    return Reading(as_of, facts_from(facts), stamped, problems=problems)


def _printed(document: Document) -> dict[str, Value]:
    def is_date(text: str) -> bool:
        return _date(text, None) is not None

    accept = {
        "birth_date": is_date, "passport_issue_date": is_date, "passport_expiry_date": is_date,
        "family_name": is_plain_name, "given_names": is_plain_name, "full_name": is_plain_name,
        "post_name": is_plain_name, "birth_city": is_plain_name,
        "sex": lambda text: sex_word(text) is not None,
        "citizenship": lambda text: country_code(text) is not None,
        "passport_country": lambda text: country_code(text) is not None,
        "passport_number": lambda text: bool(_NUMBER.fullmatch(text)) and any(s.isdigit() for s in text),
    }  # fmt: skip
    found = Labelled(document, LABELS, accept).first()
    if "family_name" in found and "given_names" not in found and "full_name" in found:
        found["given_names"] = found["full_name"]  # "Name" beside "Surname" is the given one
    if "family_name" in found or "given_names" in found:
        found.pop("full_name", None)
    return found


def _written(name: str, value: Value, order: dates.Order | None) -> str | None:
    """Give the value as the facts contract writes it."""
    text = value.text.strip()
    if name.endswith("_date"):
        day = _date(text, order)
        return day.iso if day else None
    if name == "sex":
        return sex_word(text)
    if name in ("citizenship", "passport_country"):
        return country_code(text)
    if name == "birth_city":
        return _city(text)
    return _in_latin(text) if name.endswith("_name") or name == "given_names" else text


def _with_post_name(values: dict[str, str]) -> dict[str, str]:
    """Put the name that a Congolese passport prints between the others behind the family name, as its zone does."""
    behind = values.pop("post_name", None)
    if behind and (family := values.get("family_name")) and fold(behind) not in fold(family):
        values["family_name"] = f"{family} {behind}"
    return values


def _date(text: str, order: dates.Order | None) -> PartialDate | None:
    """Read a day, with a place behind it where one label asks for both."""
    found = dates.find_dates(text, order=order)
    return dates.parse(text, order=order) or (found[0].date if found and found[0].start == 0 else None)


def _in_latin(text: str) -> str:
    """Give the Latin letters of what stands in two scripts: КОВАЛЬЧУК/KOVALCHUK; what stands in one stays."""
    sides = [side for side in (side.strip() for side in text.split("/")) if side]
    latin = [side for side in sides if _LATIN.search(side) and not _OTHER_SCRIPT.search(side)]
    if len(sides) > 1 and latin:
        return latin[-1] if len(latin) < len(sides) else text
    words = text.split()
    latin = [word for word in words if not _OTHER_SCRIPT.search(word)]
    return " ".join(latin) if _LATIN.search(" ".join(latin)) and len(latin) < len(words) else text


def _city(text: str) -> str | None:
    sides = [side.strip() for side in text.split("/")]
    towns = [
        side for side in sides if side and not (_STATE.fullmatch(side) and places.country_from_mrz(side))
    ]
    text = _TOWN_SIGN.sub("", _in_latin("/".join(towns or sides)))
    city, _ = places.split_place(text)
    return city or (text if places.country(text) is None else None)


def _order(found: dict[str, Value], document: Document) -> dates.Order | None:
    """Settle day and month of numeric dates by the other dates of the page, else by the zone."""
    texts = [value.text for name, value in found.items() if name.endswith("_date")]
    settled = dates.settled_order(texts)
    zone = _zone(document.lines)
    if settled or zone is None:
        return settled
    known = {"birth_date": zone[1].birth, "passport_expiry_date": zone[1].expiry}
    for order in ("dmy", "mdy"):
        for name, day in known.items():
            read_so = dates.parse(found[name].text, order=order) if name in found else None
            if day and read_so and read_so.alternative is None and read_so == PartialDate.on(day):
                return order
    return None


def _day(iso: str | None) -> date | None:
    return PartialDate.of(iso).earliest if iso else None


def _zone(lines: Sequence[Line], as_of: date | None = None) -> tuple[int, Mrz] | None:
    return identifiers.find_mrz([line.text for line in lines], as_of)


def _in_letters(mrz: Mrz) -> Mrz:
    """Give a recognised zone without digits in its names: no name has any (ICAO 9303-3), a letter was misread."""
    family, given, field = (
        text.translate(_NAME_LETTERS) for text in (mrz.family, mrz.given, mrz.names_field)
    )
    return replace(mrz, family=family, given=given, names_field=field)


def _from_zone(document: Document, line: int, mrz: Mrz) -> dict[str, tuple[str | None, Evidence]]:
    """Give what the zone says, with the line on which it says it."""
    upper = cite(document, document.lines[line])
    lower = cite(document, document.lines[line + 1])
    names = {"family_name": mrz.family, "given_names": mrz.given, "passport_country": mrz.issuer}
    data = {
        "sex": {"M": "male", "F": "female", "X": "unspecified"}.get(mrz.sex),
        "birth_date": mrz.birth.isoformat() if mrz.birth else None,
        "citizenship": mrz.nationality,
        "passport_number": mrz.number,
        "passport_expiry_date": mrz.expiry.isoformat() if mrz.expiry else None,
    }
    return {n: (v, upper) for n, v in names.items()} | {n: (v, lower) for n, v in data.items()}


def _problems(mrz: Mrz, printed: dict[str, str], page: int | None) -> Iterator[Problem]:
    if mrz.bad:
        named = ", ".join(mrz.bad)
        yield Problem("mrz-check", f"Check digits of the machine-readable zone do not fit: {named}.", page)
    for name, zone, agrees in _compared(mrz, printed):
        if not agrees:
            label = name.replace("_", " ")
            yield Problem(
                "mrz-differs",
                f"The {label} is printed as {printed[name]!r}; the machine-readable zone says {zone!r}.",
                page,
            )


def _compared(mrz: Mrz, printed: dict[str, str]) -> Iterator[tuple[str, str, bool]]:
    """Pair each printed field with the zone's value, and say whether they agree."""
    sex = {"M": "male", "F": "female"}.get(mrz.sex)
    pairs = {
        "birth_date": mrz.birth and mrz.birth.isoformat(),
        "passport_expiry_date": mrz.expiry and mrz.expiry.isoformat(),
        "citizenship": mrz.nationality,
        "passport_country": mrz.issuer,
        "sex": sex,
    }
    for name, value in pairs.items():
        if value and name in printed:
            yield name, value, printed[name] == value
    if mrz.number and "passport_number" in printed:
        yield "passport_number", mrz.number, _compact(printed["passport_number"]) == _compact(mrz.number)
    yield from _differing_name(mrz, printed)


def _differing_name(mrz: Mrz, printed: dict[str, str]) -> Iterator[tuple[str, str, bool]]:
    """Pair the part of the printed name that the zone does not bear out."""
    family, given = printed.get("family_name"), printed.get("given_names")
    if family and not identifiers.mrz_name_agrees(family, given or "", mrz).agrees:
        name = "family_name" if fold(family) != fold(mrz.family) else "given_names"
        yield (name, mrz.family if name == "family_name" else mrz.given, False) if name in printed else (
            "family_name", f"{mrz.family} {mrz.given}".strip(), False,
        )  # fmt: skip


def _compact(text: str) -> str:
    return re.sub(r"[^A-Z0-9]", "", text.upper())
