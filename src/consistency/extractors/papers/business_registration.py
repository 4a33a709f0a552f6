"""A register's word that somebody has a business: a trade licence, a business name, an extract of a register.

It proves work on one's own account on the day of its beginning there, and no more. A company's own licence, that names
managers and no owner who works alone, tells no job of anybody.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from consistency.extractors.reading import Reading, cite
from consistency.extractors.wording import particulars
from consistency.extractors.wording.grids import whole_rows
from consistency.extractors.wording.labels import Accept, Labelled, Value, vocabulary
from consistency.extractors.wording.letters import Cut, Dated, language_of, order_of
from consistency.extractors.wording.official import day_after, day_of, is_form, narrowed, titled, told
from consistency.extractors.wording.persons import is_person, name_of, named
from consistency.extractors.wording.prose import passage, plain
from consistency.extractors.wording.tables import Headings, Row, header, rows
from consistency.model import AsOf, Document, Evidence, Fact, Job, Line
from consistency.normalizer import dates
from consistency.normalizer.dates import Order
from consistency.normalizer.expressions import expression

LABELS = vocabulary("business_registration")
TITLE, UNNAMED = "Owner", "Self-employed"

_TITLE = expression(
    r"\b(?:certificate of )?business (?:name )?registration\b|\b(?:certificate of )?registration of (?:an? "
    r"|the )?business name\b"
    r"|\b(?:trade|commercial|professional|business|shop|e-?trader|freelance) (?:licen[cs]e|permit)\b"
    r"|\bmayor's permit\b"
    r"|\b(?:gst|vat|sales tax|udyam|msme|enterprise)\b[^.]{0,20}\bregistration certificate\b|\budyam registration\b"
    r"|\bgst reg-?06\b"
    r"|\bshops? (?:and|&) (?:commercial )?establishments?\b|\bcertificate of sole proprietorship\b"
    r"|\bregistre (?:du|de) commerce\b|\bextrait (?:k-?bis|d'immatriculation|du registre)\b"
    r"|\bcertificat d'immatriculation\b"
    r"|\brepertoire des metiers\b|\bcertificat d'inscription au repertoire\b|\bcarte d'(?:artisan|entreprenant"
    r"|auto-?entrepreneur)\b"
    r"|\bcertificate of tax status\b|\bconstancia de situacion fiscal\b|\bmatricula mercantil\b"
    r"|\bcamara de comercio\b"
    r"|\bmicroempreendedor individual\b|\bnomor induk berusaha\b|\bvergi levhasi\b|\bcommercial regist(?:er|ry"
    r"|ration)\b"
    r"|\bregist(?:er|ry) of (?:individual )?(?:entrepreneurs|legal (?:entities|persons)|companies|traders)\b"
    r"|\b(?:unique|single|unified) tax(?:payers?'?)? regist(?:ry|er)\b"
    r"|\bregistro unico (?:tributario|de contribuyentes)\b"
    r"|\bregistration of (?:an? )?(?:individual entrepreneur|sole proprietor)\b|\bpatente\b"
)
_ALONE = expression(
    r"\b(?:proprietorship|proprietor|proprietress|sole (?:establishment|trader|owner)|individual (?:entrepreneurs?"
    r"|enterprises?)|intreprinder\w+ individual\w*|self-?employed"
    r"|entreprise individuelle|personne physique|entrepreneure? individuel\w*|auto-?entrepreneure?|micro-?entreprise"
    r"|natural persons?|empresari[oa] individual|personas? (?:fisicas?|naturale?s?)|pessoa fisica"
    r"|empreendedor individual"
    r"|is a business name|name of (?:the )?(?:owner|entrepreneur|proprietor)|owner)\b"
)
"""Words for a business of one person."""
_COMPANY = expression(
    r"\b(?:personne morale|private limited company|limited liability company|incorporated under|public company"
    r"|persona moral"
    r"|certificate of incorporation|legal entity)\b"
)
_OTHERS = expression(
    r"\b(?:dear|to whom it may concern|work permit|driving|driver|curriculum vitae|vehicles?|vehicules?|chassis"
    r"|securite sociale|assures? social)\b"
)
_ISSUED_TO = expression(
    r"\b(?:certificate (?:is )?issued to|granted to|delivree? a|registered in the name of|accordee? a)\W*$"
)
_CERTIFIES = expression(r"\bcertif\w+ that\W*$")
_OWNED_BY = expression(
    r"\b(?:proprietors?|proprietress|owner|owned by|titulaire|proprietaire)\W{1,3}(?:is |mr |mrs |ms )?"
)
_MEMBERS = Headings(
    {
        "name": r"names?|nom|nombre",
        "role": r"role|capacity|qualite|position|share|relation",
        "": r"no|n|nationality|nationalite|serial|id|percent\w*",
    }
)
_OWNER = expression(r"\b(?:owners?|proprietor|propriet\w+|partner|shareholder|associee?|exploitante?)\b")
_HEAD, _LONGEST, _SHORT = 10, 150, 2


def recognise(document: Document) -> float:
    """Say how sure it is that a register tells here of a business."""
    if is_form(document) or not document.lines or len(document.lines) > _LONGEST:
        return 0.0
    text = plain(document.text)
    if not titled(document, _TITLE, _HEAD) or _OTHERS.search(text):
        return 0.0
    found = _labelled(document, order_of(document))
    if not {"business", "owner", "kind"} & found.keys() and not any(
        _under(document, lead) for lead in (_ISSUED_TO, _CERTIFIES)
    ):
        return 0.25
    known = len({"business", "owner", "start", "date", "kind"} & found.keys())
    return (
        0.5
        + 0.1 * min(known, 3)
        + 0.15 * (_ALONE.search(text) is not None or _COMPANY.search(text) is not None)
    )


def read(document: Document) -> Reading:
    """Read whose business it is, what it is called, and since when it is registered."""
    order = order_of(document)
    found = _labelled(document, order)
    owner = _owner(document, found) if _is_one_s_own(document) else None
    day, start = _day(document, found, order), _start(document, found, order)
    job = _job(_business(document, found), owner, start or day)
    birth = tuple(f for f in particulars.facts(document, found, order) if f.attribute == "birth_date")
    about = (Fact("full_name", owner.text, owner.evidence), *birth) if owner else ()
    as_of = day or start
    return Reading(
        AsOf(as_of.date, "stated") if as_of else AsOf(None, "unknown"),
        (*about, *((Fact("document_date", day.date.iso, day.evidence),) if day else ())),
        (job,) if job else (),
        language=language_of(document),
    )


def _labelled(document: Document, order: Order | None) -> dict[str, list[Value]]:
    def is_dated(text: str) -> bool:
        return bool(dates.find_dates(text, order=order))

    accept: dict[str, Accept] = particulars.accepted(order) | dict.fromkeys(("start", "date"), is_dated)
    accept["owner"] = lambda text: sum(map(str.isalpha, text)) > _SHORT
    accept["business"] = lambda text: sum(map(str.isalpha, text)) > _SHORT and not is_dated(text)
    return Labelled(document, LABELS, accept).values(whole_rows(document.lines, LABELS))


def _is_one_s_own(document: Document) -> bool:
    text = plain(document.text)
    return _ALONE.search(text) is not None and _COMPANY.search(text) is None


def _owner(document: Document, found: Mapping[str, Sequence[Value]]) -> Cut | None:
    """Give who has the business: beside a label, in the row of a table, or below the words that lead to the name."""
    for value in found.get("owner", ()):
        if name := particulars.whole_name(document, value):
            return name
    listed = next(_in_members(document), None) or _in_parts(found) or _under(document, _ISSUED_TO)
    return listed or named((passage(document, [line]) for line in document.lines), _OWNED_BY)


def _in_parts(found: Mapping[str, Sequence[Value]]) -> Cut | None:
    parts = [found[role][0] for role in ("given_names", "family_name", "second_name") if found.get(role)]
    if len(parts) < 2:
        return None
    return Cut(" ".join(part.text for part in parts), parts[0].evidence)


def _in_members(document: Document) -> Iterator[Cut]:
    for number, line in enumerate(document.lines):
        columns = header(line, _MEMBERS)
        if {"name", "role"} <= {column.role for column in columns}:
            for row in rows(document.lines[number + 1 :], columns, _is_whole, _ends):
                name, role = row.cell(document, "name"), row.cell(document, "role")
                if name and role and _OWNER.search(role.plain) and is_person(name.text):
                    yield Cut(name.text, name.cite())


def _is_whole(row: Row) -> bool:
    return {"name", "role"} <= row.cells.keys()


def _ends(line: Line) -> bool:
    return ":" in line.text


def _under(document: Document, lead: re.Pattern[str]) -> Cut | None:
    """Give what stands alone on the line below certain words."""
    for line, following in pairwise(document.lines):
        text = following.text.strip(" ,.:")
        if lead.search(plain(line.text)) and text:
            whole = name_of(Cut(text, cite(document, following, text))) if lead is _ISSUED_TO else None
            return whole or (Cut(text, cite(document, following, text)) if lead is _CERTIFIES else None)
    return None


def _business(document: Document, found: Mapping[str, Sequence[Value]]) -> Cut | None:
    for value in found.get("business", ()):
        name = " ".join(particulars.lines_of(document, value)[:2]).split(" (")[0].strip(" ,")
        return Cut(name, narrowed(value.evidence, value.text))
    return _under(document, _CERTIFIES)


def _start(document: Document, found: Mapping[str, Sequence[Value]], order: Order | None) -> Dated | None:
    labelled = (day for value in found.get("start", ()) if (day := day_of(value, order)))
    return next(labelled, None) or day_after(told(document), _VALID, order)


_VALID = expression(r"\b(?:valid|validity|effective|registered|valable)\b[^.;\d]{0,30}$")


def _day(document: Document, found: Mapping[str, Sequence[Value]], order: Order | None) -> Dated | None:
    labelled = (day for value in found.get("date", ()) if (day := day_of(value, order)))
    return next(labelled, None) or day_after(told(document), _ISSUED, order)


_ISSUED = expression(r"\b(?:issued?|delivree?|fait|given|dated|date of issue|issue the same)\b[^.;\d]{0,40}$")


def _job(business: Cut | None, owner: Cut | None, day: Dated | None) -> Job | None:
    """Give the work on one's own account, on the day on which the register has it begin."""
    if owner is None or day is None:
        return None
    name = business or Cut(UNNAMED, owner.evidence)
    cells: dict[str, Evidence] = {
        "employer": name.evidence,
        "paid_from": day.evidence,
        "paid_to": day.evidence,
    }
    return Job(
        evidence=name.evidence,
        cells=cells,
        employer=name.text,
        title=TITLE,
        paid_from=day.date,
        paid_to=day.date,
    )
