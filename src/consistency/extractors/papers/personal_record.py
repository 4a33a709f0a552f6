"""What an insurer, a health service, a licensing office or an army keeps of a person: who that is, whom it insures.

The sheet of a medical examination, a member's data, an insurance policy, a vaccination card, a driver's abstract, the
card or certificate of a service that a state asks of everybody, with arms or without.
"""

from collections.abc import Iterator, Mapping, Sequence

from consistency.extractors.reading import Reading
from consistency.extractors.wording import particulars
from consistency.extractors.wording.grids import whole_rows
from consistency.extractors.wording.labels import Accept, Labelled, Value, vocabulary
from consistency.extractors.wording.letters import Dated, language_of, order_of
from consistency.extractors.wording.official import (
    day_after,
    day_fact,
    day_of,
    first_day,
    is_form,
    name_fact,
    own_day,
    titled,
    told,
)
from consistency.extractors.wording.persons import is_person, named
from consistency.extractors.wording.prose import plain
from consistency.extractors.wording.tables import Column, Headings, Row, header, rows
from consistency.model import AsOf, Document, Evidence, Fact, FamilyMember, Line
from consistency.normalizer import dates
from consistency.normalizer.dates import Order
from consistency.normalizer.expressions import expression

LABELS = vocabulary("personal_record")

_TITLE = expression(
    r"\be-?medical\b|\bime (?:number|proof|information)\b|\bmember(?:'s)? data (?:record|form)\b|\bphilhealth\b"
    r"|\bhealth insurance\b"
    r"|\binsurance (?:policy|certificate|card|schedule)\b|\bcertificate of (?:insurance|coverage)\b|\b(?:life|travel"
    r"|medical|tenant'?s?"
    r"|home|car|motor|vehicle|family) insurance\b|\bdeclarations page\b|\battestation d'(?:assurance|affiliation)\b"
    r"|\bcarte d'assure\b"
    r"|\bmutuelle\b|\bcertificate of vaccination\b|\bvaccination (?:card|record|certificate)\b"
    r"|\bimmuni[sz]ation (?:card|record)\b"
    r"|\bcertificat (?:international )?de vaccination\b|\bcarnet de vaccination\b|\bdriver'?s? (?:abstract|record)\b"
    r"|\bdriving record\b"
    r"|\bdossier de conduite\b|\bpoliza de seguro\b|\bapolice de seguro\b"
)
_SERVICE = r"(?:military|national|compulsory|conscript|mandatory)(?: (?:and|&) national)? service"
_OF_A_SERVICE = expression(
    r"\b(?:certificate|card|attestation|document|booklet|statement) (?:of|on|for) (?:(?:the )?(?:completion"
    r"|performance|fulfil\w+|termination|end|discharge|exemption|release)(?: (?:of|from))? )?"
    rf"(?:the |his |compulsory )?{_SERVICE}\b"
    rf"|\b{_SERVICE}(?: \w+)? (?:card|certificate|booklet|book|record|attestation)\b|\bend of service card\b"
    r"|\bmilitary (?:(?:service )?card|id|identity|booklet|record|status|discharge)(?: \w+)?\b"
    r"|\bdischarge (?:book|card|certificate)\b"
    r"|\blivret (?:individuel )?militaire\b|\b(?:attestation|certificat|carte) (?:de |du |d')?(?:fin (?:de |du )?)?"
    r"(?:service|situation|position)(?: actif)? (?:militaire|national)\w*\b|\bdispense du service\b"
    r"|\b(?:cartilla|libreta) militar\b|\bcertificado de reservista\b"
)
"""The titles of what tells that somebody did a service, or need not do it."""
_BORN = expression(
    r"\b(?:born|nee?|nee?\(e\)|date of birth|date de naissance|dob|nacid[oa]|nascid[oa])\b[^.;\d]{0,40}$"
)
_WHO = (
    expression(r"\b(?:holder|bearer|titulaire|soldier|conscript|name|nom|nom et prenoms?)\s*:\s*"),
    expression(
        r"\b(?:that|que)\s+(?:the (?:soldier|conscript|citizen|bearer),? |l[ea] (?:nommee?|soldat|citoyen) "
        r"|le sieur )"
    ),
)
"""What leads to the name of who served, where no label has it for itself."""
_OF_THE_STATE = expression(
    r"\bmember(?:'s)? data (?:record|form)\b|\bphilhealth\b|\b(?:national|social) health insurance\b"
)
"""Records of a state's insurance, whose civil status is the one of its registers."""
_FOR_THE_JOURNEY = expression(r"\be-?medical\b|\bime (?:number|proof)\b|\btravel\b|\bvoyage\b|\bvisitors?\b")
_OTHERS = expression(
    r"\b(?:dear|sincerely|to whom it may concern|curriculum vitae|pay ?slip|net pay|gross pay|closing balance"
    r"|madame, monsieur"
    r"|certificat medical|medical certificate|diagnos\w+|contributions? (?:history|statement))\b"
)
_COLUMNS = Headings(
    {
        "name": r"names?|noms?|nombre|nome|beneficiar(?:y|ies)|dependa?nts?|ayants? droit",
        "relation": r"relation\w*|lien|parentesco|kinship",
        "born": r"(?:date (?:of birth|de naissance))|birth ?dates?|dob|fecha de nacimiento|born",
        "": r"no|n|sex|sexe|gender|percent\w*|share|age|id|member|status|sexo|pin",
    }
)
_CHILD = expression(r"\b(?:child(?:ren)?|son|daughter|enfants?|fils|fille|hij[oa]|filh[oa]|anak)\b")
_SPOUSE = expression(r"\b(?:spouse|wife|husband|conjointe?|epou(?:x|se)|espos[oa]|conyuge)\b")
_HEAD, _LONGEST = 12, 160


def recognise(document: Document) -> float:
    """Say how sure it is that an insurer, a health service or a licensing office keeps this of somebody."""
    if is_form(document) or not document.lines or len(document.lines) > _LONGEST:
        return 0.0
    served = titled(document, _OF_A_SERVICE, _HEAD)
    if not (served or titled(document, _TITLE, _HEAD)) or _OTHERS.search(plain(document.text)):
        return 0.0
    found = _labelled(document, order_of(document)).keys()
    known = bool({*particulars.NAMES} & found) or any(True for _ in _told_name(document, served=served))
    more = len({"birth_date", "passport_number", "date", "sex"} & found) + 3 * served
    return (0.5 + 0.1 * min(more, 3)) * known


def read(document: Document) -> Reading:
    """Read who the person is, as of when, and which children and spouse are insured beside."""
    order = order_of(document)
    found = _labelled(document, order)
    if not titled(document, _OF_THE_STATE, _HEAD):
        found.pop("marital_status", None)
    if not titled(document, _FOR_THE_JOURNEY, _HEAD):
        found.pop("passport_number", None)  # which may be that of a passport before
    day = _day(document, found, order)
    return Reading(
        AsOf(day.date, "stated") if day else AsOf(None, "unknown"),
        (*_about(document, found, order), *day_fact("document_date", day)),
        tuple(_insured(document, order)),
        language=language_of(document),
    )


def _labelled(document: Document, order: Order | None) -> dict[str, list[Value]]:
    def is_dated(text: str) -> bool:
        return bool(dates.find_dates(text, order=order))

    accept: dict[str, Accept] = particulars.accepted(order) | {"date": is_dated}
    above = document.lines[: next(_tables(document), (len(document.lines), ()))[0]]
    return Labelled(document, LABELS, accept).values(whole_rows(above, LABELS))


def _about(document: Document, found: Mapping[str, Sequence[Value]], order: Order | None) -> Iterator[Fact]:
    """Give what is told of the person; the name of one who is certified to be insured stands in a sentence."""
    about = particulars.facts(document, found, order)
    served = titled(document, _OF_A_SERVICE, _HEAD)
    if not any(fact.attribute in particulars.NAMES for fact in about):
        yield from _told_name(document, served=served)
    yield from about
    if served and not found.get("birth_date"):
        yield from day_fact("birth_date", day_after(told(document), _BORN, order))


def _told_name(document: Document, *, served: bool) -> Iterator[Fact]:
    """Give the name that stands in a sentence: of whom something is certified, or of who served."""
    who = named(told(document), *_WHO) if served else None
    yield from name_fact(who) if who else particulars.certified(document)


def _day(document: Document, found: Mapping[str, Sequence[Value]], order: Order | None) -> Dated | None:
    labelled = [day_of(value, order) for value in found.get("date", ())]
    others = {name: values for name, values in found.items() if name != "date"}
    taken = {n for n, line in enumerate(document.lines) if len(line.segments) > _CELLS}
    return first_day(*labelled, own_day(document, others, order, taken))


_CELLS = 2


def _insured(document: Document, order: Order | None) -> Iterator[FamilyMember]:
    """Give the children and the spouse that a table of dependants or beneficiaries names."""
    for number, columns in _tables(document):
        for row in rows(document.lines[number + 1 :], columns, _is_whole, _ends):
            if (member := _member(document, row, order)) is not None:
                yield member


def _tables(document: Document) -> Iterator[tuple[int, Sequence[Column]]]:
    """Give the lines that head a table of relatives, with its columns."""
    for number, line in enumerate(document.lines):
        columns = header(line, _COLUMNS)
        if {"name", "relation"} <= {column.role for column in columns}:
            yield number, columns


def _is_whole(row: Row) -> bool:
    return {"name", "relation"} <= row.cells.keys()


def _ends(line: Line) -> bool:
    return len(line.segments) == 1 and (":" in line.text or any(map(str.isdigit, line.text)))


def _member(document: Document, row: Row, order: Order | None) -> FamilyMember | None:
    name, relation, born = (row.cell(document, role) for role in ("name", "relation", "born"))
    if name is None or relation is None or not is_person(name.text.strip(" ,.")):
        return None
    role = next((word for word, told in _ROLES if told.search(relation.plain)), None)
    if role is None:
        return None
    day = dates.parse(born.text.strip(), order=order) if born is not None else None
    cells: dict[str, Evidence] = {"name": name.cite()} | ({"birth_date": born.cite()} if born and day else {})
    return FamilyMember(
        evidence=row.whole(document).cite(),
        cells=cells,
        relation=role,
        name=name.text.strip(" ,."),
        birth_date=day,
    )


_ROLES = (("child", _CHILD), ("spouse", _SPOUSE))
