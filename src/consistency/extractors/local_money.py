"""Money by the country: what "Rs", "F CFA" and "pesos" are on a paper, by the countries that it names."""

from collections.abc import Iterator

from msgspec.structs import replace

from consistency.extractors.reading import Reading
from consistency.model import Balance, Document, Job, Offer, Record
from consistency.normalizer import currencies, places
from consistency.normalizer.currencies import Local
from consistency.normalizer.expressions import expression
from consistency.normalizer.money import find_amounts

_HEAD, _FOOT = 16, 8
_PART = expression(r"\s*[,;:|•·()/\t]\s*|\s+[-–—]\s+|\s{2,}|\.\s+|\.$")
_NAMED = expression(r"(?:[A-ZÀ-Ý][\w'’-]*[ ]?(?:d[eu]s?|d['’]|of|the|and|et|l[ae]s?)?[ ]?){1,4}")
_LABEL = expression(r"(?:^|(?<=\s{2}))\s*[^\W\d][^:]{0,24}:")
_SENDER = 3
_IN_CANADA = expression(
    r"\b[A-Z]\d[A-Z] ?\d[A-Z]\d\b|,\s*(?:AB|BC|MB|NB|NL|NS|ON|PE|QC|SK)\b"
    r"|\b(?:Alberta|British Columbia|Manitoba|Ontario|Saskatchewan|Nova Scotia|New Brunswick|Canada)\b"
)
"""How the address of a sender in Canada ends, on one of the first lines of a letter."""
_HEADINGS = frozenset(("date", "dates"))
_LEAST = 4  # signs: shorter pieces are codes of states, legal forms and initials rather than countries


def local_to(document: Document) -> Local:
    """Give the currencies of the countries that the head and the foot of a paper name."""
    return document.once(_near_its_ends)


def dollars_at_home(document: Document) -> str | None:
    """Give the dollars that a mere sign means to somebody who writes from Canada, as the first lines show."""
    return "CAD" if document.once(_is_from_canada) else None


def _is_from_canada(document: Document) -> bool:
    return any(
        _IN_CANADA.search(line.text) or _ends_in_canada(line.text) for line in document.lines[:_SENDER]
    )


def _ends_in_canada(text: str) -> bool:
    """Tell whether an address, or a day, stands with a Canadian town: "12, rue du Lac, Montréal", "Laval, le 3 mai"."""
    pieces = [piece for part in text.split("\n") for piece in _PART.split(part) if len(piece) >= _LEAST]
    return _FIGURE.search(text) is not None and any(places.country_of_city(piece) == "CA" for piece in pieces)


_FIGURE = expression(r"\d")


def settled(document: Document, reading: Reading) -> Reading:
    """Give a reading in which every amount is in the currency that its mark means in the country of the paper.

    The head and the foot of the paper say which country that is, else its whole text.
    """
    if not any(_has_amount(record) for record in reading.records):
        return reading
    return replace(reading, records=tuple(_settled(document, record) for record in reading.records))


def _has_amount(record: Record) -> bool:
    return isinstance(record, (Job, Offer, Balance)) and record.amount is not None


def _settled(document: Document, record: Record) -> Record:
    if not isinstance(record, (Job, Offer, Balance)) or record.amount is None:
        return record
    quote = record.cite("amount").quote or ""
    everywhere = _currency(quote, record.amount, currencies.NOWHERE)
    if currencies.is_settled(everywhere):
        return record
    for local in (local_to, _anywhere):
        here = _currency(quote, record.amount, local(document))
        if here and here != everywhere:
            return replace(record, currency=here)
    return record


def _currency(quote: str, amount: float, local: Local) -> str | None:
    """Give the one currency in which an amount stands in a quote."""
    found = {each.currency for each in find_amounts(quote, local) if float(each.value) == amount}
    return found.pop() if len(found) == 1 else None


def _near_its_ends(document: Document) -> Local:
    lines = [line.text for line in (*document.lines[:_HEAD], *document.lines[_HEAD:][-_FOOT:])]
    local = currencies.of_countries(code for line in lines for code in _countries(line))
    local = local or currencies.of_countries(code for line in lines[:_SENDER] for code in _in_a_name(line))
    return local or currencies.of_countries(code for line in lines for code in _possible_countries(line))


def _in_a_name(text: str) -> Iterator[str]:
    """Give the countries that stand within the name of a sender: "ALGÉRIE POSTE"."""
    for word in text.split():
        if len(word) >= _LEAST and word[:1].isupper() and (code := places.country(word)):
            yield code


def _anywhere(document: Document) -> Local:
    return document.once(_in_all)


def _in_all(document: Document) -> Local:
    names = {name.strip() for line in document.lines for name in _NAMED.findall(line.text)}
    return currencies.of_countries(code for name in sorted(names) for code in _countries(name))


def _countries(text: str) -> Iterator[str]:
    for piece in _pieces(text):
        if code := places.country(piece) or places.country_of_city(piece):
            yield code


def _pieces(text: str) -> Iterator[str]:
    """Give the pieces of a line that may be places; a label or a heading is none, though Date is a town of Japan."""
    pieces = _PART.split(_LABEL.sub("", text))
    return (piece for piece in pieces if len(piece) >= _LEAST and piece.lower() not in _HEADINGS)


def _possible_countries(text: str) -> Iterator[str]:
    """Give the countries that have a town of a name: in which of them money is so called is for the mark to tell."""
    for piece in _pieces(text):
        if piece[:1].isupper():
            yield from sorted(places.countries_of_town(piece))
