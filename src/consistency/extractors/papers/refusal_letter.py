"""A letter that refuses an application: Canada's four generations, decision notes, and other states' letters."""

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise

from consistency.extractors.papers._grounds import grounds
from consistency.extractors.papers._labels import Accept, Labelled, Value, vocabulary
from consistency.extractors.papers._letters import (
    Cut,
    Dated,
    addressed_to,
    cells,
    is_name,
    language_of,
    letter_date,
    salutation_at,
    without_honorific,
)
from consistency.extractors.papers._prose import passage, plain
from consistency.extractors.reading import Reading
from consistency.model import AsOf, Document, Evidence, Fact, Refusal
from consistency.normalizer import dates, identifiers, places
from consistency.normalizer.dates import Period
from consistency.normalizer.text import fold

LABELS = vocabulary("refusal_letter")

_DECIDED = re.compile(
    r"(?:am|are|is|was|has been|have been|be|been|hereby|therefore) (?:therefore )?(?:being )?(?:refus"
    r"|reject|denied|declin)"
    r"|your (?:visa )?application (?:has been|was|is|for [^.]{3,60}?(?:has been|was|is)) (?:refused"
    r"|denied|rejected|declined|unsuccessful)"
    r"|your visa has been refused|(?:decided|decision is|decision) to (?:refuse|decline|deny)"
    r"|not eligible for a visa|found (?:you )?ineligible for|ineligible for a (?:non)?immigrant visa"
    r"|(?:does|do) not meet the requirements|not satisfied that you (?:will|would|meet|have|are)"
    r"|unable to (?:approve|grant|issue)"
    r"|(?:je|nous) (?:rejett?e|refuse|rejetons|refusons)|votre demande (?:\w+ ){0,8}?(?:a ete"
    r"|est) (?:refuse|rejete)e|ne repond(?:ez)? pas aux exigences"
    r"|pas convaincue? que vous|visa (?:vous )?a ete refuse"
)
_ADDRESSED = re.compile(r"\b(?:your|votre|you|vous)\b")
_REAPPLY = re.compile(
    r"submit a new application|welcome to reapply|reapply|new application|nouvelle demande|right to appeal"
    r"|controle judiciaire|judicial review|administrative review"
)
_INTEREST = re.compile(
    r"thank you for your interest in|refers to your application|writing about the application"
    r"|about your application|remercions de l'interet|following an examination|careful review"
    r"|examination de votre|examine votre demande"
)
_OFFICE = re.compile(
    r"immigration,? refugies et citoyennete|immigration,? refugees and citizenship"
    r"|citizenship and immigration canada|visa office|migration officer|immigration officer"
    r"|agent d'immigration|consular|entry clearance|embassy|consulate|high commission|ambassade"
    r"|home affairs|immigration new zealand|visa section"
)
_FIRST_PERSON = re.compile(
        r"\bmy (?:application|previous|earlier|work permit|visa|savings|employer|spouse|family|passport"
        r"|name is)|\bi am applying|\bi (?:will|would|intend|promise|undertake)\b[^.]{0,40}\b(?:leave"
        r"|return|respect|comply)"
        r"|\bma demande|\bmon (?:employeur|passeport|permis)|\bje (?:presente|sollicite|quitterai|m'engage"
        r"|respecterai)|\bmes (?:economies|demandes|parents)|please accept"
)  # fmt: skip
_ACCESS = re.compile(r"information disclosed under the access|divulguee en vertu de la loi sur l'acces")
_UNDECIDED = re.compile(
    r"may be refused|before (?:a|the|i make a) (?:final )?decision|within \d+ days|opportunity to respond"
    r"|procedural fairness|equite procedurale|dans les \d+ jours"
)
_STATES = (
    ("CA",
        r"immigration,? refugees and citizenship canada|citizenship and immigration canada|\bircc\b"
        r"|immigration and refugee protection|citoyennete canada|protection des refugies|leave canada"
        r"|quitterez le canada"
    ),
    ("US",
        r"214\(b\)|united states embassy|embassy of the united states|u\.s\. (?:embassy|consulate)"
        r"|consulate general of the united states|immigration and nationality act|\buscis\b"
        r"|american embassy"
    ),
    ("GB", r"uk visas and immigration|home office|entry clearance|united kingdom|immigration rules"),
    ("AU",
        r"department of home affairs|migration act 1958|australian (?:high commission|embassy|visa)"
        r"|subclass \d{3}"
    ),
    ("NZ", r"immigration new zealand"),
    ("IE", r"irish (?:immigration|naturalisation)|irish visa office|embassy of ireland"),
)  # fmt: skip
_MISSION = re.compile(
    r"(?:embassy|consulate(?: general)?|high commission|ambassade|consulat(?: general)?) (?:of|de|du|des"
    r"|d')\s*(?:the |la |l'|les )?([a-z' -]{3,40}?)(?=,|\.|\d|$| in\b| a\b|\n| has\b| at\b|  )"
)


def recognise(document: Document) -> float:
    """Say how sure it is that this letter refuses an application."""
    text = plain(document.text)
    decided = _DECIDED.search(text)
    if not decided or _ACCESS.search(text) or not _ADDRESSED.search(text):
        return 0.0
    clues = sum(bool(p.search(text)) for p in (_REAPPLY, _INTEREST, _OFFICE))
    score = (0.28, 0.55, 0.75, 0.9)[clues] + 0.1 * bool(
        clues and identifiers.find_application_numbers(document.text)
    )
    own = len(_FIRST_PERSON.findall(text))
    undecided = 0.5 if _UNDECIDED.search(text) and not _REAPPLY.search(text) else 0.0
    return max(0.0, min(1.0, score) - 0.35 * own - undecided)


def read(document: Document) -> Reading:
    """Read whose application was refused, when and on which grounds."""
    order = dates.settled_order([document.text])
    found = Labelled(document, LABELS, _accept(order)).first()
    day = _day(document, found.get("document_date"), order)
    decision = Fact("decision", "refused", _decision(document))
    facts = [*_numbers(document, found), decision]
    if day:
        facts.append(Fact("document_date", day.date.iso, day.evidence))
    name = _name(document, found.get("full_name"))
    if name:
        facts.append(Fact("full_name", name.text, name.evidence))
    as_of = AsOf(day.date, "stated") if day else AsOf(None, "unknown")
    records = (_refusal(document, facts, day), *grounds(document))
    return Reading(as_of, tuple(facts), records, language=language_of(document))


def _refusal(document: Document, facts: list[Fact], day: Dated | None) -> Refusal:
    number = next((fact for fact in facts if fact.attribute == "application_number"), None)
    return Refusal(
        evidence=day.evidence if day else _decision(document),
        cells={"number": number.evidence} if number else {},
        period=Period(day.date, None) if day else None,
        number=number.value if number else None,
        country=_state(document),
    )


def _accept(order: dates.Order | None) -> dict[str, Accept]:
    def is_number(text: str) -> bool:
        return len(text) <= 30 and sum(sign.isdigit() for sign in text) >= 5 and dates.parse(text) is None

    return {
        "document_date": lambda text: dates.parse(text, order=order) is not None,
        "uci": lambda text: identifiers.uci(text) is not None or identifiers.is_temporary_uci(text),
        "application_number": is_number,
        "full_name": lambda text: is_name(without_honorific(text)),
    }


def _day(document: Document, labelled: Value | None, order: dates.Order | None) -> Dated | None:
    day = dates.parse(labelled.text, order=order) if labelled else None
    if labelled and day:
        return Dated(day, labelled.evidence)
    return letter_date(document, order)


def _numbers(document: Document, found: Mapping[str, Value]) -> Iterator[Fact]:
    """Give the client's and the application's number, labelled or not."""
    text = passage(document, document.lines)
    for name, number in (("uci", identifiers.find_uci(text.text)), ("application_number", None)):
        if name in found:
            yield Fact(name, found[name].text, found[name].evidence)
            continue
        shape = r"[\s-]?".join(number) if number else r"(?<![0-9A-Za-z])[A-Z] ?\d{9}(?![0-9A-Za-z])"
        shown = re.search(shape, text.text) if number or name != "uci" else None
        if shown:
            yield Fact(name, shown[0], text.cite(*shown.span()))


def _name(document: Document, labelled: Value | None) -> Cut | None:
    if labelled:
        return Cut(without_honorific(labelled.text), labelled.evidence)
    addressed, above = addressed_to(document), _above_address(document)
    if addressed and above and set(fold(addressed.text).split()) < set(fold(above.text).split()):
        return above
    return addressed or above


def _above_address(document: Document) -> Cut | None:
    """Give the name at the top of the block with the address."""
    head = list(cells(document, document.lines[: salutation_at(document) or 15]))
    for cell, below in pairwise(head):
        text = without_honorific(cell.text.strip())
        if is_name(text) and _is_address(below.text):
            start = cell.text.find(text)
            return Cut(text, cell.cite(start, start + len(text)))
    return None


def _is_address(text: str) -> bool:
    """Tell whether a text is a line of an address: a number and a word, or a town and its country."""
    if ":" in text or dates.find_dates(text):
        return False
    numbered = re.search(r"\d.*[^\W\d]{3}|[^\W\d]{3}.*\d", text) is not None
    return numbered or ("," in text and places.find_country(text) is not None and len(text) < 60)


def _decision(document: Document) -> Evidence:
    whole = passage(document, document.lines)
    match = _DECIDED.search(whole.plain)
    return whole.cite(*match.span()) if match else whole.cite(0, 1)


def _state(document: Document) -> str | None:
    """Give the state that refused."""
    text = plain(document.text)
    known = [(m.start(), state) for state, pattern in _STATES if (m := re.search(pattern, text))]
    if any(state == "CA" for _, state in known):
        return "CA"
    if known:
        return min(known)[1]
    mission = _MISSION.search(text)
    return places.country(mission[1]) if mission else None
