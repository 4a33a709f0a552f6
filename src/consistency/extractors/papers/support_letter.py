"""The letter of one who stands up for the applicant: an invitation, a sponsor's letter, the consent of a spouse.

Its "I" is the host, sponsor or relative: what is told there of a marriage, work, money or a refusal is theirs.
"""

from consistency.extractors.own_words.another import support
from consistency.extractors.reading import Reading
from consistency.extractors.wording.letters import Dated, language_of, letter_date, order_of
from consistency.extractors.wording.prose import paragraphs
from consistency.model import AsOf, Document, Fact
from consistency.normalizer import dates
from consistency.normalizer.expressions import expression

_SWORN = expression(
    r"\b(?:sworn|set my hand|signed|declared|affirmed|executed|fait a|signe|dated)\b|\bday of\b"
)


def recognise(document: Document) -> float:
    """Say how sure it is that somebody who invites, houses, pays for or lets go the applicant writes here."""
    return support(document)


def read(document: Document) -> Reading:
    """Read the day of the letter."""
    order = order_of(document)
    day = letter_date(document, order) or _sworn(document, order)
    facts = (Fact("document_date", day.date.iso, day.evidence),) if day else ()
    as_of = AsOf(day.date, "stated") if day else AsOf(None, "unknown")
    return Reading(as_of, facts, language=language_of(document))


def _sworn(document: Document, order: dates.Order | None) -> Dated | None:
    """Give the day on which a declaration was sworn: "this 10th day of September 2026"."""
    for paragraph in reversed(paragraphs(document)):
        for found in dates.find_dates(paragraph.text, order=order) if _SWORN.search(paragraph.plain) else ():
            if found.date.precision == "day":
                return Dated(found.date, paragraph.cite(found.start, found.end))
    return None
