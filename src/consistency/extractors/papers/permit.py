"""A work or study permit, visitor record or temporary resident permit (IMM 1442 and the like)."""

import re
from itertools import takewhile

from consistency.extractors.reading import Reading, facts_from
from consistency.extractors.wording.labels import Accept, Labelled, Value, vocabulary
from consistency.extractors.wording.letters import cells, order_of
from consistency.extractors.wording.prose import passage, plain
from consistency.extractors.wording.values import country_code, is_plain_name, sex_word
from consistency.model import AsOf, Document, Evidence, Permit
from consistency.normalizer import dates, identifiers
from consistency.normalizer.dates import PartialDate, Period
from consistency.normalizer.expressions import expression

LABELS = vocabulary("permit")

_TITLE = expression(
    r"\b(?:(?:open |post-graduation |co-op )?work permit|study permit|visitor record"
    r"|temporary resident (?:permit|visa)"
    r"|permis (?:de travail|d'etudes|de sejour temporaire)|fiche d[eu] visiteur"
    r"|visa de resident temporaire)\b"
)
_FORM = expression(r"\bimm ?(?:1442|1102|1208|1097|1263|1346|5645b)\b")
_STATE = expression(
    r"government of canada|gouvernement du canada|immigration, refugees|citizenship and immigration"
)
_LETTER = expression(
    r"\b(?:dear|sincerely|refus\w+|i am applying|cordialement|je presente|i hereby|thank you for)\b"
)
_OTHER_PAPER = expression(
    r"labour market impact assessment|etude d'impact sur le marche|access to information"
    r"|employment and social development"
)
_CONDITIONS = expression(
    r"\s*(?:remarks|remarques|observations|conditions|additional information)(?:\s*/\s*\w+)?\s*:?\s*"
)
LONGEST = 600
"""So many signs of the conditions are kept."""

_NUMBER = expression(r"[A-Z]{1,2} ?\d{6,9}")
_FACTS = (
    "family_name",
    "given_names",
    "full_name",
    "sex",
    "birth_date",
    "uci",
    "citizenship",
    "passport_number",
)


def recognise(document: Document) -> float:
    """Say how sure it is that this is a permit that Canada issued."""
    text = plain(document.text)
    if _title(document) is None or len(document.lines) > 120 or _OTHER_PAPER.search(text):
        return 0.0
    found = set(_labelled(document, None))
    known = len(
        found & {"number", "issued", "expiry", "family_name", "full_name", "birth_date", "uci", "citizenship"}
    )
    score = 0.1 * known + 0.25 * bool(_FORM.search(text)) + 0.15 * bool(_STATE.search(text))
    score -= 0.5 * bool(_LETTER.search(text))
    return max(0.0, min(1.0, score)) if {"expiry", "issued"} & found else min(max(score, 0.0), 0.25)


def read(document: Document) -> Reading:
    """Read who holds which document, and from when to when."""
    order = order_of(document)
    found = _labelled(document, order)
    facts = facts_from({n: (_written(n, found[n], order), found[n].evidence) for n in _FACTS if n in found})
    issued, expiry = _day(found.get("issued"), order), _day(found.get("expiry"), order)
    as_of = AsOf(issued, "stated") if issued else AsOf(None, "unknown")
    permit = _permit(document, found, Period(issued, expiry) if issued or expiry else None)
    return Reading(as_of, facts, (permit,) if permit else ())


def _labelled(document: Document, order: dates.Order | None) -> dict[str, Value]:
    def is_date(text: str) -> bool:
        return dates.parse(text, order=order) is not None

    def is_uci(text: str) -> bool:
        return identifiers.uci(text) is not None or identifiers.is_temporary_uci(text)

    accept: dict[str, Accept] = dict.fromkeys(("birth_date", "issued", "expiry"), is_date)
    accept |= dict.fromkeys(("family_name", "given_names", "full_name"), is_plain_name)
    accept |= {"uci": is_uci, "sex": lambda text: sex_word(text) is not None}
    accept["citizenship"] = lambda text: country_code(text) is not None
    accept["number"] = lambda text: _NUMBER.fullmatch(text.strip()) is not None
    accept["status"] = lambda text: _TITLE.search(plain(text)) is not None
    accept["passport_number"] = lambda text: len(text) <= 15 and any(sign.isdigit() for sign in text)
    found = Labelled(document, LABELS, accept).first()
    if "family_name" in found:
        found.pop("full_name", None)
    return found


def _written(name: str, value: Value, order: dates.Order | None) -> str | None:
    if name == "birth_date":
        day = _day(value, order)
        return day.iso if day else None
    if name == "citizenship":
        return country_code(value.text)
    return sex_word(value.text) if name == "sex" else value.text


def _day(value: Value | None, order: dates.Order | None) -> PartialDate | None:
    return dates.parse(value.text, order=order) if value else None


def _permit(document: Document, found: dict[str, Value], period: Period | None) -> Permit | None:
    number, status = found.get("number"), found.get("status") or _title(document)
    city, conditions = found.get("city"), _conditions(document)
    if number is None:
        number = _bare_number(document)
    if number is None and period is None:
        return None
    employer = found.get("employer")
    shown = {"number": number, "status": status, "employer": employer, "period": found.get("issued")}
    shown |= {"city": city, "conditions": conditions, "to": found.get("expiry")}
    cited: dict[str, Evidence] = {name: value.evidence for name, value in shown.items() if value}
    return Permit(
        evidence=next(iter(cited.values())),
        cells=cited,
        period=period,
        number=number.text if number else None,
        status=status.text if status else None,
        employer=employer.text if employer else None,
        city=city.text if city else None,
        conditions=conditions.text if conditions else None,
    )


def _conditions(document: Document) -> Value | None:
    """Give the remarks or conditions, over as many lines as they run."""
    for number, line in enumerate(document.lines):
        if not _CONDITIONS.match(plain(line.text)):
            continue
        rest = takewhile(lambda other: not _FORM.search(plain(other.text)), document.lines[number + 1 :])
        whole = passage(document, [line, *rest])
        head = _CONDITIONS.match(whole.plain)
        start = head.end() if head else 0
        text = whole.text[start : start + LONGEST].strip()
        return Value("conditions", text, whole.cite(start, start + len(text)), number) if text else None
    return None


def _title(document: Document) -> Value | None:
    """Give the document's title where no label names its type."""
    for cell in cells(document, document.lines[:12]):
        match = _TITLE.search(cell.plain)
        if match and len(_TITLE.sub("", cell.plain).strip(" /|-()")) <= 15:
            return Value("status", cell.text[match.start() : match.end()], cell.cite(*match.span()), 0)
    return None


def _bare_number(document: Document) -> Value | None:
    """Give the number that stands alone at the top, as the real papers print it."""
    for cell in cells(document, document.lines[:15]):
        if re.fullmatch(r"[A-Z]\d{9}", cell.text.strip()):
            return Value("number", cell.text.strip(), cell.cite(), 0)
    return None
