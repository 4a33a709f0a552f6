"""The record of an admission to the United States (I-94): when somebody came, as what, and until when."""

from collections.abc import Mapping, Sequence

from consistency.extractors.reading import Reading
from consistency.extractors.wording import particulars
from consistency.extractors.wording.grids import whole_rows
from consistency.extractors.wording.labels import Accept, Labelled, Value, vocabulary
from consistency.extractors.wording.letters import order_of
from consistency.extractors.wording.official import is_form, titled
from consistency.extractors.wording.prose import plain
from consistency.model import AsOf, Document, Trip
from consistency.normalizer import dates
from consistency.normalizer.dates import Period
from consistency.normalizer.expressions import expression

LABELS = vocabulary("admission_record")
STATE = "US"

_TITLE = expression(
    r"\bi-?94\b|\barrival/departure record\b|\bu\.?s\.? customs and border protection\b"
    r"|\bdepartment of homeland security\b"
)
_NUMBERED = expression(
    r"\badmission \(?i-?94\)? (?:record )?number\b|\bi-?94 number\b|\badmit(?:ted)? until\b"
)
_OTHERS = expression(
    r"\b(?:travel history results|withdrawal of application|dear|to whom it may concern|removal|notice to appear)\b"
)
_HEAD, _LONGEST = 8, 60


def recognise(document: Document) -> float:
    """Say how sure it is that this is the record of one admission."""
    if is_form(document) or not document.lines or len(document.lines) > _LONGEST:
        return 0.0
    text = plain(document.text)
    if not (titled(document, _TITLE, _HEAD) and _NUMBERED.search(text)) or _OTHERS.search(text):
        return 0.0
    return 0.55 + 0.4 * ("entered" in _labelled(document))


def read(document: Document) -> Reading:
    """Read who was admitted, and when."""
    found, order = _labelled(document), order_of(document)
    told = particulars.facts(document, found, order)
    facts = tuple(fact for fact in told if fact.attribute != "passport_number")  # that of then
    for value in found.get("entered", ()):
        day = next((one.date for one in dates.find_dates(value.text, order=order)), None)
        if day is not None:
            trip = Trip(
                evidence=value.evidence,
                cells={"from": value.evidence},
                period=Period(day, None),
                country=STATE,
                recorder=STATE,
            )
            return Reading(AsOf(day, "stated"), facts, (trip,), language="en")
    return Reading(AsOf(None, "unknown"), facts, language="en")


def _labelled(document: Document) -> Mapping[str, Sequence[Value]]:
    order = order_of(document)
    accept: dict[str, Accept] = particulars.accepted(order)
    accept["entered"] = lambda text: bool(dates.find_dates(text, order=order))
    return Labelled(document, LABELS, accept).values(whole_rows(document.lines, LABELS))
