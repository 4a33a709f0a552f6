"""Another state's permit to live there: a residence card or visa, an iqama, a titre de séjour."""

import re
from collections.abc import Iterator, Sequence

from consistency.extractors.reading import Reading
from consistency.extractors.wording.labels import Accept, Labelled, Value, vocabulary
from consistency.extractors.wording.letters import Dated, order_of
from consistency.extractors.wording.official import day_of, is_form
from consistency.extractors.wording.particulars import in_boxes
from consistency.extractors.wording.persons import before_label, name_of
from consistency.extractors.wording.prose import passage, plain
from consistency.extractors.wording.values import is_plain_name
from consistency.model import AsOf, Document, Fact, Residence
from consistency.normalizer import dates, places
from consistency.normalizer.dates import Order, Period
from consistency.normalizer.expressions import expression

LABELS = vocabulary("residence_permit")

_TITLE = expression(
    r"\b(?:residen(?:ce|cy|t)(?: (?:permit|visa|card|identity card)\b|(?=\W*$|\s*[-(/|]))|iqama|muqeem"
    r"|titre de sejour|carte de (?:sejour|resident)|carte d'immatriculation|permis de (?:sejour|residence)"
    r"|permesso di soggiorno|permiso de residencia|tarjeta de residencia|aufenthaltstitel|ikamet(?: izni| tezkeresi)?"
    r"|alien registration card|temporary residence permit|identity card)\b"
)
_CANADA = expression(r"\bcanad\w*\b|\bimm ?\d{4}\b")
_LETTER = expression(
    r"\b(?:dear|sincerely|to whom it may concern|i am|je suis|hereby certif\w+|madame, monsieur)\b"
)
_OTHERS = expression(r"\b(?:tax\w*|fiscal\w*|certificates?|certification|attestation|bank|account)\b")
"""Words of a title that only says where somebody lives, or pays taxes."""
_RESIDES = expression(
    r"\b(?:residen\w+|sejour|iqama|muqeem|sponsor|ikamet|soggiorno|aufenthalt\w*|immatriculation)\b"
)
_STATUSES = (
    ("student", expression(r"\b(?:student|etudiante?|ogrenci|study|studies|etudes)\b")),
    ("permanent-resident", expression(r"\b(?:permanent|definitive|indefinite|unlimited)\b")),
    (
        "other",
        expression(r"\b(?:housewife|wife|husband|son|daughter|dependa?nt|family|famille|conjoint\w*)\b"),
    ),
)
_HEAD, _LONGEST = 8, 45


def recognise(document: Document) -> float:
    """Say how sure it is that another state than Canada lets somebody live there."""
    text = plain(document.text)
    head = [plain(line.text) for line in document.lines[:_HEAD]]
    titled = any(_TITLE.search(line) and not _OTHERS.search(line) for line in head)
    if is_form(document) or not titled or len(document.lines) > _LONGEST:
        return 0.0
    if _CANADA.search(text) or _LETTER.search(text) or not _RESIDES.search(text):
        return 0.0
    found = _labelled(document, order_of(document))
    if "expiry" not in found or _country(document) is None:
        return 0.0
    named = {"full_name", "family_name"} & found.keys()
    return 0.55 + 0.2 * bool(named) + 0.1 * ("issued" in found) + 0.1 * ("number" in found)


def read(document: Document) -> Reading:
    """Read who may live where, as what, and from when to when."""
    order = order_of(document)
    found = _labelled(document, order)
    facts = [
        Fact(name, before_label(found[name].text).strip(" .,"), found[name].evidence)
        for name in ("family_name", "given_names", "passport_number")
        if name in found
    ]
    if "family_name" not in found and "full_name" in found and (whole := name_of(found["full_name"])):
        facts.append(Fact("full_name", whole.text, whole.evidence))
    days = {name: _day(found[name], order) for name in ("issued", "expiry", "birth_date") if name in found}
    if born := days.get("birth_date"):
        facts.append(Fact("birth_date", born.date.iso, born.evidence))
    issued, expiry = days.get("issued"), days.get("expiry")
    as_of = AsOf(issued.date, "stated") if issued else AsOf(None, "unknown")
    country = _country(document)
    if expiry is None or country is None:
        return Reading(as_of, tuple(facts))
    record = Residence(
        evidence=expiry.evidence,
        cells={"to": expiry.evidence} | ({"from": issued.evidence} if issued else {}),
        period=Period(issued.date if issued else None, expiry.date),
        country=country,
        status=_status(found),
    )
    return Reading(as_of, tuple(facts), (record,))


def _day(value: Value, order: Order | None) -> Dated | None:
    """Give the day of a value, as a card may write it: "UK 11 09 2018"."""
    boxed = in_boxes(value.text, order)
    return Dated(boxed, value.evidence) if boxed else day_of(value, order)


def _labelled(document: Document, order: Order | None) -> dict[str, Value]:
    def is_date(text: str) -> bool:
        return bool(dates.find_dates(text, order=order))

    accept: dict[str, Accept] = dict.fromkeys(("issued", "expiry", "birth_date"), is_date)
    accept |= dict.fromkeys(("family_name", "given_names"), is_plain_name)
    accept["passport_number"] = accept["number"] = lambda text: any(sign.isdigit() for sign in text)
    return Labelled(document, LABELS, accept).first()


def _status(found: dict[str, Value]) -> str | None:
    """Give the status that a label tells; who has an occupation there works."""
    if "status" not in found:
        return None
    told = plain(found["status"].text)
    return next((status for status, words in _STATUSES if words.search(told)), "worker")


def _country(document: Document) -> str | None:
    """Give the state whose name stands in the head; the holder's own stands behind a label."""
    texts = (passage(document, [line]).text for line in document.lines[:_HEAD])
    pieces = (piece for text in texts if ":" not in text for piece in re.split(r"[/–,]", text))
    codes = (places.country(name) for piece in pieces for name in _runs(piece.split()) if len(name) > 3)
    return next((code for code in codes if code and code != "CA"), None)


def _runs(words: Sequence[str]) -> Iterator[str]:
    """Give the runs of some words, the longest first."""
    for size in range(len(words), 0, -1):
        for start in range(len(words) - size + 1):
            yield " ".join(words[start : start + size])
