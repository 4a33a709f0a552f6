"""What a tax office tells of somebody, or somebody tells it: an assessment, a tax return, a tax clearance.

The marital status in it is that of the last day of its year, whenever it was sent.
"""

from collections.abc import Iterator, Mapping, Sequence

from consistency.extractors.reading import Reading
from consistency.extractors.wording import particulars
from consistency.extractors.wording.grids import whole_rows
from consistency.extractors.wording.labels import Accept, Labelled, Value, vocabulary
from consistency.extractors.wording.letters import Dated, language_of, order_of
from consistency.extractors.wording.official import (
    day_fact,
    day_of,
    first_day,
    is_form,
    own_day,
    titled,
)
from consistency.extractors.wording.persons import alone_names
from consistency.extractors.wording.prose import passage, plain
from consistency.extractors.wording.values import marital_word
from consistency.model import AsOf, Document, Fact
from consistency.normalizer import dates
from consistency.normalizer.dates import Order, PartialDate
from consistency.normalizer.expressions import expression

LABELS = vocabulary("tax_assessment")

_TITLE = expression(
    r"\bnotices? of (?:re)?assessment\b|\bavis de (?:nouvelle )?cotisation\b|\bproof of income statement\b"
    r"|\b(?:t1\b[^.]{0,30}|federal |individual )?income tax (?:and benefit )?return\b|\bdeclaration de revenus\b"
    r"|\bt1 (?:general|summary)\b|\bavis d'(?:imposition|impot)\b|\bsa302\b|\btax calculation\b"
    r"|\beinkommensteuerbescheid\b"
    r"|\b(?:income )?tax (?:clearance|compliance|good standing|residen\w+)(?: status)? (?:certificate|statement"
    r"|letter)\b"
    r"|\b(?:attestation|certificat|quitus) (?:de (?:situation|regularite) )?fiscale?\b|\bquitus fiscal\b"
    r"|\bdeclarac[ai]\w+ (?:de|del) (?:ajuste anual|impuesto|la renta|renta|imposto)\b|\bimposto (?:de|sobre a) renda\b"
    r"|\b(?:annual )?(?:tax information|form 26as|tax credit) statement\b|\bindian income tax return\b|\bitr-?v\b"
)
_LETTER = expression(r"\b(?:dear (?:sir|madam|officer|visa)|to whom it may concern|curriculum vitae)\b")
_TAXES = expression(
    r"\b(?:tax(?:es|able|payer)?|revenus?|fiscale?s?|impots?|impuestos?|imposto|steuer\w*|assessment)\b"
)
_STATUS = expression(r"\b(?:marital|civil) status\b|\betat (?:civil|matrimonial)\b|\bestado civil\b")
_ON_A_DAY = expression(
    r"^(?:\d{1,3} )?(?:your )?(?:(?:marital|civil) status|etat (?:civil|matrimonial)|estado civil)"
    r"(?: (?:on|at|as of|as at|au|le|en date du|al) [^:]{4,24}?)?\W*(?P<rest>$|:.*|\s{2}.*)"
)
"""A label of the status, with the day as of which it is asked."""
_YEAR = expression(
    r"\b(?:tax(?:ation)? year|your|annee d'imposition|votre|return for|revenus de(?: l'annee)?|t1 general"
    r"|ano)\W{1,3}(?P<year>20\d\d)\b"
)
_NOBODY = expression(
    r"\b(?:agency|agence|canada|revenue|revenu|notice|avis|tax|centre|center|commissioner|summary|details|box|rr|po|quebec)\b"
)
_HEAD, _LONGEST = 14, 400


def recognise(document: Document) -> float:
    """Say how sure it is that this is about the taxes of somebody, from or for the office that raises them."""
    if is_form(document) or not document.lines or len(document.lines) > _LONGEST:
        return 0.0
    text = plain(document.text)
    if not titled(document, _TITLE, _HEAD) or _LETTER.search(text):
        return 0.0
    return 0.65 + 0.3 * (len(_TAXES.findall(text)) > 2)


def read(document: Document) -> Reading:
    """Read whose taxes these are, as of when, and the marital status that is told with them."""
    order = order_of(document)
    found = Labelled(document, LABELS, _accept(order)).values(whole_rows(document.lines, LABELS))
    about = [f for f in particulars.facts(document, found, order) if f.attribute != "marital_status"]
    if not any(fact.attribute in particulars.NAMES for fact in about):
        about = [*_name(document), *about]
    day, status = _day(document, found, order), next(_status(document, found), None)
    facts = (*about, *day_fact("document_date", day), *((status,) if status else ()))
    return Reading(_as_of(document, found, day, status), facts, language=language_of(document))


def _accept(order: Order | None) -> dict[str, Accept]:
    return particulars.accepted(order) | {"date": lambda text: bool(dates.find_dates(text, order=order))}


def _name(document: Document) -> Iterator[Fact]:
    """Give who is certified to have paid, or whose name stands alone over an address in the head."""
    certified = tuple(particulars.certified(document))
    yield from certified
    alone = () if certified else alone_names(document, document.lines[: _HEAD + 4], _NOBODY)
    if found := next((cut for cut in alone if " " in cut.text), None):
        yield Fact("full_name", found.text, found.evidence)


def _day(document: Document, found: Mapping[str, Sequence[Value]], order: Order | None) -> Dated | None:
    labelled = [day_of(value, order) for value in found.get("date", ())]
    others = {name: values for name, values in found.items() if name != "date"}
    asked = {n for n, line in enumerate(document.lines) if _STATUS.search(plain(line.text))}
    day = first_day(*labelled, own_day(document, others, order, asked))
    return day if day is not None and day.date.precision == "day" else None


def _status(document: Document, found: Mapping[str, Sequence[Value]]) -> Iterator[Fact]:
    for value in found.get("marital_status", ()):
        yield Fact("marital_status", marital_word(value.text) or "", value.evidence)
    for line in document.lines:
        for number, cell in enumerate(line.segments):
            asked = _ON_A_DAY.match(plain(cell.text).strip())
            beside = line.segments[number + 1].text if number + 1 < len(line.segments) else ""
            word = asked and marital_word(asked["rest"].strip(" :") or beside)
            if word:
                yield Fact("marital_status", word, passage(document, [line]).cite())


def _as_of(
    document: Document, found: Mapping[str, Sequence[Value]], day: Dated | None, status: Fact | None
) -> AsOf:
    """Give the day of the paper; with a marital status, the last day of the year that is asked about."""
    year = _year(document, found)
    if year is not None and (status is not None or day is None):
        return AsOf(PartialDate.of(f"{year}-12-31"), "stated")
    return AsOf(day.date, "stated") if day else AsOf(None, "unknown")


def _year(document: Document, found: Mapping[str, Sequence[Value]]) -> str | None:
    for value in found.get("year", ()):
        if value.text.strip()[:4].isdigit():
            return value.text.strip()[:4]
    for line in document.lines[: _HEAD * 2]:
        low = plain(line.text)
        days = dates.find_dates(line.text) if _STATUS.search(low) else ()
        if days or (year := _YEAR.search(low)):
            return str(days[0].date.year) if days else year["year"] if year else None
    return None
