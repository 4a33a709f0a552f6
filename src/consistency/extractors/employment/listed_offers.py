"""The offered job as an applicant's letter lists it: labels and values, in rows, lines or short sentences."""

from collections.abc import Iterator
from itertools import pairwise

from msgspec.structs import replace

from consistency.extractors.employment.offer_terms import LABELS, Terms, number_of
from consistency.extractors.employment.offers import employer_told, offer
from consistency.extractors.wording.labels import Labelled
from consistency.extractors.wording.letters import order_of
from consistency.extractors.wording.prose import plain
from consistency.model import Document, Line, Offer
from consistency.normalizer.expressions import expression

_CUE = expression(r"\b(?:lmia|eimt|offer|offre|system file|dossier|market impact)\b")
_FORMER = expression(
    r"\b(?:previous|former|earlier|refused|old|precedente?|ancienne?|refusee?|anterieure?)\b"
)
_ASKED = frozenset({"employer", "title", "noc", "place", "start", "end", "period", "wage", "number", "hours"})
_APART = 2
"""So many lines without a label end a list."""
_LEAST = 3


def listed_offer(document: Document) -> Offer | None:
    """Give the offer of the first list of labels that names an employer and the number of the assessment or offer."""
    return next(filter(None, map(_read, _lists(document))), None)


def _read(part: Document) -> Offer | None:
    terms = Terms(part, order_of(part))
    if len(terms.labels.keys() & _ASKED) < _LEAST or number_of(terms) is None:
        return None
    employer = employer_told(terms)
    return offer(terms, employer) if employer else None


def _lists(document: Document) -> Iterator[Document]:
    """Give the stretches of lines that bear labels of an offer, and name one."""
    if _CUE.search(plain(document.text)) is None:
        return
    values = Labelled(document, LABELS).values()
    numbers = sorted({value.order for name in _ASKED for value in values.get(name, ())})
    starts = [0, *(after for before, after in pairwise(numbers) if after - before > _APART + 1)]
    for start, end in pairwise([*starts, len(document.lines)]):
        own = [number for number in numbers if start <= number < end]
        if not own:
            continue
        lines = document.lines[own[0] : own[-1] + _APART]
        heading = plain(" ".join(line.text for line in document.lines[max(own[0] - 1, 0) : own[0]]))
        if not _FORMER.search(heading) and _numbered(lines):
            yield replace(document, lines=lines)


def _numbered(lines: tuple[Line, ...]) -> bool:
    return _CUE.search(plain(" ".join(line.text for line in lines))) is not None
