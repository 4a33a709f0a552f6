"""What shows where somebody lives: a lease, or a bill for electricity, water, gas or a telephone at home."""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from consistency.extractors.reading import Reading
from consistency.extractors.wording.labels import Accept, Labelled, Value, vocabulary
from consistency.extractors.wording.letters import Cut, Dated, language_of, order_of
from consistency.extractors.wording.official import (
    day_fact,
    day_of,
    first_day,
    is_form,
    is_signed,
    name_fact,
    own_day,
    titled,
    told,
)
from consistency.extractors.wording.persons import name_at, name_of
from consistency.extractors.wording.prose import Passage, plain
from consistency.model import Address, AsOf, Document, Evidence
from consistency.normalizer import dates, places
from consistency.normalizer.dates import Order, Period
from consistency.normalizer.expressions import expression

LABELS = vocabulary("address_proof")

_LEASE = expression(
    r"\b(?:(?:residential |house |apartment |room )?(?:tenancy|lease|rental|rent) (?:agreement|contract|deed)|lease$"
    r"|leave and licen[cs]e agreement|contrat de (?:bail|location)|bail (?:d'habitation|a usage"
    r"|de location|residentiel)"
    r"|contrato de (?:arrendamiento|alquiler|aluguel|locacao)|kira (?:sozlesmesi|kontrati)|mietvertrag)"
)
_BILL = expression(
    r"\b(?:electricity|electric|power|hydro|water|gas|utility|internet|telephone|phone|broadband)(?: \w+)? (?:bill"
    r"|invoice|statement)|facture|fatura|factura|recibo de (?:luz|agua|gas)|invoice|^bill\b"
)
_SUPPLY = (
    expression(
        r"\b(?:kwh|kva|m3|meter (?:no|number|reading)|compteur|basse tension|gigajoules?|mbps|tariff|tarif)\b"
    ),
    expression(
        r"\b(?:electri\w+|hydro|water|eau|gaz|gas|power|energy|energie|internet|telecom\w*|broadband|enerji)\b"
    ),
    expression(
        r"\b(?:amount due|total due|pay(?:able)? by|due (?:by|date)|net a payer|total a payer|a payer avant)\b"
    ),
    expression(
        r"\b(?:billing (?:period|date)|bill date|periode de (?:facturation|consommation)|facture du)\b"
    ),
)
_RENTED = expression(
    r"\b(?:situated|located|known as|premises (?:at|being)|sise?s?|situee?s?)\s+(?:at|in|au|a)?\s*(?=\d)"
)
_WHERE_ENDS = expression(
    r"[;:(]|\.(?:\s|$)|,?\s(?:for a|for the|pour une?|pour la|together with|consisting|compren\w+|moyennant|a compter"
    r"|from|with effect|is|are|was|were|est|sont|shall|will|which|to be|let|on)\b|,\s(?=ci-apres|hereinafter|hereafter)"
)
_BUSINESS = expression(
    r"\b(?:shops?|offices?|commercial|business premises|warehouse|store|factory|restaurant|bakery|salon"
    r"|bail commercial|local commercial|locaux? (?:commercia|a usage)\w*|boutique|bureaux?|magasin|entrepot)\b"
)
"""Words of a lease for a business, where nobody lives."""
_TENANT = expression(
    r"\b(?:the )?[\"“«']?(?:tenants?|lessees?|licensee|locataires?|preneu(?:r|se)|inquilin[oa]|arrendatari[oa])\b"
)
_PARTY = expression(r"\b(?:and|et|between|entre(?: les soussignes)?|to|a|y|e)\b:?[\s,]+")
_LONGEST = 120
_MADE = expression(
    r"\b(?:made|signed|dated|executed|entered into|fait|signee?|etabli|firmado|suscrito)\b[^.;\d]{0,40}$"
)
_BEGINS = expression(
    r"\b(?:begin(?:s|ning)?|commenc\w+|start(?:s|ing)?|from|effective|with effect from|a compter"
    r"|a partir|prend(?:ra)? effet|debut\w*)\b[^.;\d]{0,20}$"
)
_ENDS = expression(
    r"\b(?:end(?:s|ing)?|expir\w+|until|terminat\w+|fin(?:ira)?|prend(?:ra)? fin|jusqu'au|au)\b[^.;\d]{0,20}$"
)
_UNIT = expression(
    r"\W*(?:apt|apartment|unit|suite|flat|floor|room|appt?|appartement|etage|depto|piso|#)\b\.? ?\w{1,4}\W*$"
)
_TOWN = expression(r"[^\W\d_a-z][\w'’-]*(?:[ -](?:(?:of|de|du|des|la|le|el|d')\s?)*[^\W\d_a-z][\w'’-]*){0,3}")
"""What may be the name of a town that is not known: words with capitals alone."""
_POSTAL = expression(r"\b(?:[A-Z]\d[A-Z] ?\d[A-Z]\d|\d{4,6})\b")


def recognise(document: Document) -> float:
    """Say how sure it is that a landlord or a supplier tells here where somebody lives."""
    if is_form(document) or not document.lines:
        return 0.0
    text = plain(document.text)
    supplied = sum(1 for clue in _SUPPLY if clue.search(text))
    lease = titled(document, _LEASE) and _TENANT.search(text) is not None and not _BUSINESS.search(text)
    bill = supplied >= 3 or (supplied >= 2 and titled(document, _BILL))
    if not (lease or bill) or _address(document) is None:
        return 0.0
    return min(1.0, 0.5 + 0.3 * lease + 0.1 * supplied)


def read(document: Document) -> Reading:
    """Read whose home it is, where it is, and of a lease from when to when."""
    order = order_of(document)
    labels = _labels(document, order)
    lease = titled(document, _LEASE)
    labelled = [day_of(value, order) for value in labels.get("date", ())]
    day = first_day(
        *labelled, _signed_on(document, order), None if lease else own_day(document, labels, order)
    )
    name, home = _tenant(document, labels), _address(document)
    period = _term(document, labels, order) if lease else None
    records = (replace(home, period=period),) if home else ()
    as_of = (
        AsOf(day.date, "stated") if day else AsOf(period.start, "stated") if period else AsOf(None, "unknown")
    )
    facts = (*name_fact(name), *day_fact("document_date", day))
    return Reading(
        as_of, facts, records, language=language_of(document), signed=is_signed(document) if lease else None
    )


def _signed_on(document: Document, order: Order | None) -> Dated | None:
    """Give the day on which a sentence says that a lease was made."""
    for part in reversed(told(document)):
        for day in dates.find_dates(part.text, order=order):
            if _MADE.search(part.plain[: day.start]):
                return Dated(day.date, part.cite(day.start, day.end))
    return None


def _labels(document: Document, order: Order | None) -> dict[str, list[Value]]:
    accept: dict[str, Accept] = dict.fromkeys(
        ("date", "start", "end", "period"), lambda text: bool(dates.find_dates(text, order=order))
    )
    accept["address"] = _is_address
    return Labelled(document, LABELS, accept).values()


def _is_address(text: str) -> bool:
    """Tell whether what stands behind a label may be an address: it has a number, and is no sentence that tells one."""
    return any(map(str.isdigit, text)) and 8 < len(text) < _LONGEST and not _RENTED.search(plain(text))


def _tenant(document: Document, labels: dict[str, list[Value]]) -> Cut | None:
    """Give the first tenant or customer, from a label or as a party to the lease."""
    for value in labels.get("full_name", ()):
        first = plain(value.text).find(" and ")
        if name := name_of(replace(value, text=value.text[:first] if first > 0 else value.text)):
            return name
    return next(_parties(told(document)), None)


def _parties(parts: Sequence[Passage]) -> Iterator[Cut]:
    """Give the name before each word for a tenant: "and Mr. Ivo Silva, of …, the Tenant"."""
    for part in parts:
        for tenant in _TENANT.finditer(part.plain):
            for lead in reversed([*_PARTY.finditer(part.plain, 0, tenant.start())]):
                name = name_at(part, lead.end(), tenant.start())
                if name is not None and len(name.text.split()) > 1:
                    yield name
                    break


def _address(document: Document) -> Address | None:
    labels = _labels(document, order_of(document))
    for value in labels.get("address", ()):
        if home := _split(value.text, value.evidence):
            return home
    for part in told(document):
        for lead in _RENTED.finditer(part.plain):
            end = _WHERE_ENDS.search(part.plain, lead.end())
            stop = end.start() if end else len(part.text)
            if home := _split(part.text[lead.end() : stop].strip(" ,"), part.cite(lead.end(), stop)):
                return home
    return None


def _split(text: str, evidence: Evidence) -> Address | None:
    """Part an address: the street stands first, the town behind it is one that is known."""
    street, *behind = [piece for piece in text.split(",") if not _UNIT.match(plain(piece))] or [""]
    street = street.strip()
    rest = [piece for piece in (_POSTAL.sub("", part).strip(" .") for part in behind) if piece]
    if rest and not any(map(str.isalpha, street)):
        street, rest = f"{street}, {rest[0]}", rest[1:]  # "41, rue Oued Sebou, Casablanca"
    for number in range(len(rest)):
        city, country = places.split_place(", ".join(rest[number:]))
        if city and country:
            return Address(evidence=evidence, street=street, city=city, country=country)
    city = next((piece for piece in rest[-1:] if _TOWN.fullmatch(piece)), None)
    return Address(evidence=evidence, street=street, city=city) if street else None


def _term(document: Document, labels: dict[str, list[Value]], order: Order | None) -> Period | None:
    """Give the time of a lease: by labels, or by the days on which it begins and ends."""
    for value in labels.get("period", ()):
        if found := dates.find_periods(value.text, order=order):
            return found[0][2]
    ends = {name: day_of(value, order) for name in ("start", "end") for value in labels.get(name, ())[:1]}
    start, end = (day.date if (day := ends.get(name)) else None for name in ("start", "end"))
    for part in told(document):
        for one in dates.find_dates(part.text, order=order):
            before = part.plain[: one.start]
            start = one.date if start is None and _BEGINS.search(before) else start
            end = one.date if end is None and start != one.date and _ENDS.search(before) else end
    return Period(start, end) if start else None
