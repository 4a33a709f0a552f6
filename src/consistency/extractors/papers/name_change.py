"""A paper by which two names are one person's: a deed poll, a notice of a change, an affidavit of one and the same."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from consistency.extractors.reading import Reading
from consistency.extractors.wording.letters import Cut, Dated, language_of, letter_date, order_of
from consistency.extractors.wording.official import day_fact, is_form, name_fact, titled, told
from consistency.extractors.wording.persons import name_at
from consistency.extractors.wording.prose import Passage, plain
from consistency.model import AsOf, Document, Fact
from consistency.normalizer import dates, names
from consistency.normalizer.dates import Order
from consistency.normalizer.expressions import expression
from consistency.normalizer.names import PersonName

_TITLE = expression(
    r"\bdeed poll\b|\bdeed of change of name\b|\b(?:notice of |certificate of |legal |affidavit (?:of|for|regarding) )?"
    r"(?:change|correction|rectification) of (?:the )?names?\b|\bname change (?:certificate|affidavit|notice|order"
    r"|deed)\b"
    r"|\bone and (?:the )?same person\b|\b(?:affidavit|declaration) (?:of|for|as to|regarding) (?:discrepancy"
    r"|difference|variation)s?"
    r" (?:in|of) (?:the |my )?names?\b|\baffidavit of (?:identity|name|discrepancy)\b|\bchangement de (?:nom"
    r"|prenoms?)\b"
    r"|\bcertificat (?:d'individualite|d'identite et d'individualite|d'identite de personne)\b"
    r"|\b(?:attestation|certificat|acte|declaration) (?:de notoriete )?(?:de |d')(?:concordance|individualite"
    r"|une seule et meme personne)"
    r"|\bcambio de nombre\b|\bidentidad de persona\b|\bidentifica[cr]\w+ de persona\b|\bretificacao de nome\b"
)
_NAME = r"(?:the )?(?:names? )?(?:of )?[\"“«']?"
_CHANGED = (
    r"\bnames?\b[^.;]{0,60}? (?:is|was|be|are|has been|have been|shall be)"
    r" (?:hereby |legally |officially )*changed"
)
_OWN = (
    expression(rf"{_CHANGED} from .{{3,60}}? to {_NAME}"),
    expression(
        r"\b(?:now (?:wish(?:es)? |desires? |intends? )?(?:to be )?(?:known|called|addressed"
        r"|recognised)(?: and (?:called|addressed"
        rf"|known))?(?: and (?:called|addressed))?|shall (?:henceforth|hereafter|now) be known) as {_NAME}"
    ),
    expression(rf"\bchang\w* (?:my|his|her|the|our) names? from .{{3,60}}? to {_NAME}"),
    expression(
        rf"\b(?:assume|adopt|take)(?:d|s)?(?:,? (?:and )?(?:assume|adopt|determine to take|take))*"
        rf" the (?:new )?name (?:of )?{_NAME}"
    ),
    expression(
        r"\b(?:porte|portera|s'appelle) (?:desormais|dorenavant) (?:le nom de |les noms? de )?[\"“«']?"
    ),
    expression(r"\b(?:changed|change) (?:my |his |her |the )?names? to [\"“«']?"),
)
"""What stands before the name that somebody bears now."""
_OTHER = (
    expression(rf"{_CHANGED} from [\"“«']?"),
    expression(
        r"\b(?:formerly|previously|hitherto|earlier) (?:known|called|named)(?: and (?:called|addressed"
        r"|known))? (?:as )?(?:(?:mr|mrs|miss|ms)\b\.? )?[\"“«']?"
    ),
    expression(r"\bchang\w* (?:my|his|her|the|our) names? from [\"“«']?"),
    expression(rf"\b(?:former|old|previous|maiden|birth) name(?: of| was| is|\W+) ?{_NAME}"),
    expression(r"\b(?:also|otherwise|sometimes) (?:known|called|written|appear\w*) as [\"“«']?"),
    expression(
        r"\b(?:i have used|used|appears? as|written as|spelt as|spelled as|recorded as|stands? as) (?:the name )?"
        r"(?:of )?[\"“«']?"
    ),
    expression(
        r"\b(?:anciennement|precedemment) (?:nommee?|denommee?|appelee?|connue? sous le nom de) [\"“«']?"
    ),
    expression(r"\ba change de nom de [\"“«']?"),
)
"""What stands before a name that somebody bore, or bears in other papers."""
_SAME = expression(
    r"\b(?:(?:are|is|refers?|denote|belongs?)\b[^.;]{0,40} )?one and (?:the )?same (?:person|individual)\b"
    r"|\bune seule et (?:la )?meme personne\b|\bla misma persona\b|\ba mesma pessoa\b"
)
_AND = expression(r"\b(?:and|et|y|e|alias|aka|a\.k\.a\.?|/)\s+[\"“«']?")
_FIRST = expression(
    r"^(?:\W*\d{1,2}[.)]\s*)?(?:i|je soussignee?|je|yo|eu),\s+|\bby me(?:,)? (?:the undersigned,?)?\s+|\bof me,?\s+"
    r"|\bthat (?=[^\W\d_])|\blesquels attestent que |\bque "
)
_OF_ANOTHER = expression(
    r"\b(?:my|our|his|her|son|sa) (?:minor )?(?:son|daughter|child|children|father|mother|wife|husband|spouse|fils"
    r"|fille|pere|mere)"
    r"(?:'s)?\b[^.;]{0,40}\b(?:name|nom)\b|\bnames? of my\b"
)
_WHOLE = 2
_HEAD, _LONGEST = 10, 120


def recognise(document: Document) -> float:
    """Say how sure it is that this paper says of two names that they are one person's."""
    if is_form(document) or not document.lines or len(document.lines) > _LONGEST:
        return 0.0
    text = plain(" ".join(document.text.split()))
    titled_so = titled(document, _TITLE, _HEAD)
    if not titled_so or not (_SAME.search(text) or any(lead.search(text) for lead in _OTHER)):
        return 0.0
    return float(any(True for _ in _others(document, _own(document))))


def read(document: Document) -> Reading:
    """Read the name that somebody bears, each other one, and the day of the paper."""
    order = order_of(document)
    own, day = _own(document), _day(document, order)
    others = tuple(_others(document, own))
    return Reading(
        AsOf(day.date, "stated") if day else AsOf(None, "unknown"),
        (
            *name_fact(own),
            *(Fact("other_family_name", other.text, other.evidence) for other in others),
            *day_fact("document_date", day),
        ),
        language=language_of(document),
    )


def _own(document: Document) -> Cut | None:
    """Give the name that somebody bears now; where none is told as new, that of who speaks."""
    parts = told(document)
    return (
        next(_after(parts, _OWN), None)
        or next((same[0] for same in _pairs(parts)), None)
        or next(_after(parts, (_FIRST,)), None)
    )


def _others(document: Document, own: Cut | None) -> Iterator[Cut]:
    """Give the other names, each once; those of a relative are nobody's here."""
    if own is None or _OF_ANOTHER.search(plain(document.text)):
        return
    parts, seen = told(document), {_key(own)}
    pairs = (name for pair in _pairs(parts) for name in pair)
    for name in (*_after(parts, _OTHER), *pairs):
        if _key(name) not in seen:
            seen.add(_key(name))
            yield name


def _after(parts: Sequence[Passage], leads: Sequence[re.Pattern[str]]) -> Iterator[Cut]:
    for lead in leads:
        for part in parts:
            for found in lead.finditer(part.plain):
                if name := _whole(part, found.end()):
                    yield name


def _pairs(parts: Sequence[Passage]) -> Iterator[tuple[Cut, Cut]]:
    """Give the names that a sentence calls one person's: "that A and B are one and the same person"."""
    for part in parts:
        if not _SAME.search(part.plain):
            continue
        for lead in (*_FIRST.finditer(part.plain), *_AND.finditer(part.plain)):
            first = _whole(part, lead.end())
            second = next(islice(_second(part, first), 1), None) if first else None
            if first and second:
                yield first, second
                break


def _second(part: Passage, first: Cut) -> Iterator[Cut]:
    start = part.text.find(first.text) + len(first.text)
    for link in _AND.finditer(part.plain, start):
        name = _whole(part, link.end())
        if name and _key(name) != _key(first):
            yield name


def _whole(part: Passage, start: int) -> Cut | None:
    """Give the whole name that begins at a place of a sentence, without the stop behind it."""
    name = name_at(part, start)
    if name is None or len(name.text.split()) < _WHOLE:
        return None
    last = name.text.split()[-1]
    return Cut(name.text.rstrip("."), name.evidence) if len(last) > len("A.") else name


def _key(name: Cut) -> frozenset[str]:
    return frozenset(names.canonical(word) for word in PersonName(full=name.text).all_tokens)


def _day(document: Document, order: Order | None) -> Dated | None:
    """Give the day of the paper: in its head or at its foot, else the last that a sentence tells."""
    if day := letter_date(document, order):
        return day
    for part in reversed(told(document)):
        for found in dates.find_dates(part.text, order=order):
            if found.date.precision == "day":
                return Dated(found.date, part.cite(found.start, found.end))
    return None
