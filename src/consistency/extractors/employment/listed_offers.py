"""The offered job as an applicant's letter lists it: labels and values, in rows, lines or short sentences."""

from collections.abc import Iterator
from itertools import pairwise

from msgspec.structs import replace

from consistency.extractors.employment.offer_terms import LABELS, Terms, number_of
from consistency.extractors.employment.offers import employer_told, offer
from consistency.extractors.wording.labels import Labelled
from consistency.extractors.wording.letters import order_of
from consistency.extractors.wording.prose import paragraphs, plain, sentences
from consistency.model import Document, Line, Offer, Segment
from consistency.normalizer.expressions import expression

_CUE = expression(r"\b(?:lmia|eimt|offer|offre|system file|dossier|market impact)\b")
_FORMER = expression(
    r"\b(?:previous|former|earlier|refused|old|precedente?|ancienne?|refusee?|anterieure?)\b"
)
_ASKED = frozenset({"employer", "title", "noc", "place", "start", "end", "period", "wage", "number", "hours"})
_APART = 2
"""So many lines without a label end a list."""
_LEAST = 2
_HEADING = 8


def listed_offer(document: Document) -> Offer | None:
    """Give the offer of the first list of labels that names an employer and the number of the assessment or offer."""
    return next(filter(None, map(_read, _lists(document))), None)


def _read(part: Document) -> Offer | None:
    terms = Terms(part, order_of(part))
    if len(terms.labels.keys() & _ASKED) < _LEAST or number_of(terms) is None:
        return None
    return offer(terms, employer_told(terms))


def _lists(document: Document) -> Iterator[Document]:
    """Give the stretches of lines that bear labels of an offer, and name one."""
    if _CUE.search(plain(document.text)) is None:
        return
    document = replace(document, lines=tuple(_short_lines(document)))
    values = Labelled(document, LABELS).values()
    numbers = sorted({value.order for name in _ASKED for value in values.get(name, ())})
    starts = [0, *(after for before, after in pairwise(numbers) if after - before > _APART + 1)]
    for start, end in pairwise([*starts, len(document.lines)]):
        own = [number for number in numbers if start <= number < end]
        if not own:
            continue
        lines = document.lines[own[0] : own[-1] + _APART]
        above = document.lines[max(own[0] - 1, 0) : own[0]]
        heading = plain(" ".join(line.text for line in above if len(line.text.split()) <= _HEADING))
        if not _FORMER.search(heading) and _numbered(lines):
            yield replace(document, lines=lines)


def _short_lines(document: Document) -> Iterator[Line]:
    """Give each sentence as a line of its own, so that a label may begin it; rows of cells stay as they are."""
    for paragraph in paragraphs(document):
        if paragraph.row or len(paragraph.pieces) == 0:
            yield from dict.fromkeys(piece.line for piece in paragraph.pieces)
            continue
        first = paragraph.pieces[0].line
        for sentence in sentences(paragraph):
            where = sentence.cite()
            segment = Segment(sentence.text, where.box, where.place, confidence=where.confidence)
            yield replace(first, segments=(segment,), page=where.page)


def _numbered(lines: tuple[Line, ...]) -> bool:
    return _CUE.search(plain(" ".join(line.text for line in lines))) is not None
