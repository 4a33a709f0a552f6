"""The letter in which an employer says who worked for them: as what, from when to when, for how much."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from msgspec.structs import replace

from consistency.extractors.careers.fields import Atom
from consistency.extractors.careers.places import Where, peel_place
from consistency.extractors.employment import household, letterhead, person, signing, signs, statement, terms
from consistency.extractors.employment.day import letter_day
from consistency.extractors.employment.sayings import sayings
from consistency.extractors.employment.text import Letter
from consistency.extractors.employment.told_roles import ToldRole, told_roles
from consistency.extractors.local_money import local_to
from consistency.extractors.pages.layout import Paragraph, merged
from consistency.extractors.reading import Reading, cite, facts_from
from consistency.extractors.wording.career_words import employer_weight, has_legal_form, listed
from consistency.model import AsOf, Document, Evidence, Job, Line
from consistency.normalizer.expressions import expression
from consistency.normalizer.money import parse_amount
from consistency.normalizer.organisations import key
from consistency.normalizer.text import fold

_FRENCH = expression(
    r"\b(?:le|la|les|des|du|et|pour|dans|au|aux|est|que|par|depuis|à|sein|notre|nous|présente|monsieur"
    r"|madame)\b",
    re.IGNORECASE,
)
_ENGLISH = expression(
    r"\b(?:the|and|of|with|for|to|in|at|is|was|that|has|been|our|we|this|he|she|his|her)\b", re.IGNORECASE
)

_HEAD = 16
"""Lines in which a letter is addressed."""
_ADDRESSEE = expression(
    r"^(?:to\s*[,:]?\s*)?(?:mr|mrs|ms|miss|shri|smt|dr|engr|m|mme|mlle|monsieur|madame)\b\.?\s", re.IGNORECASE
)
_LEAD = expression(r"^(?:to\s*[,:]?|(?P<dear>dear|cher|chère))\s+", re.IGNORECASE)
_TO_YOU = expression(r"\b(?:you|your|vous|votre)\b", re.IGNORECASE)


def recognise(document: Document) -> float:
    """Say how surely a document is an employment letter: an employer states what somebody did for them."""
    return signs.score(document)


# --- reading ----------------------------------------------------------------------------------------------


def read(document: Document) -> Reading:
    """Read whom the letter is about, the jobs, and the day of the letter."""
    told = sayings(document)
    if len(document.lines) > signs.MOST_LINES:
        document = replace(document, lines=document.lines[: signs.MOST_LINES])
    letter = Letter.of(document)
    if not letter.parts:
        return Reading(AsOf(None, "unknown"))
    jobs = tuple(_jobs(letter))
    dated = letter_day(document.lines, jobs)
    facts: dict[str, tuple[str | None, Evidence]] = {}
    if (name := _name(letter)) is not None:
        facts["full_name"] = name.text, cite(document, name.line, name.text)
    if dated is not None:
        facts["document_date"] = dated.date.iso, cite(document, dated.line, dated.words)
    return Reading(
        as_of=AsOf(dated.date, "stated") if dated else AsOf(None, "unknown"),
        facts=facts_from(facts),
        records=jobs,
        language=_language(letter),
        signed=signing.is_signed(document, name.text if name else "") or _is_signed_at_home(document),
        sayings=told,
    )


def _is_signed_at_home(document: Document) -> bool:
    """Tell whether a family's letter ends with a name, as such letters do without more formulas."""
    return household.tells(document) and household.signed(document) is not None


def _name(letter: Letter) -> Atom | None:
    passage = letter.passage
    said = person.person_in(passage.text) if passage is not None else None
    beside = letter.labels.get("name")
    name = person.without_honorific(beside.text) if beside is not None else ""
    labelled = Atom(name, beside.line) if beside is not None and person.is_name(name) else None
    if passage is not None and said is not None:
        whole = person.fuller(said.text, [part.text for part in letter.parts])
        told = Atom(whole, letter.place(whole))
        named = [name for name in (labelled, _in_subject(letter)) if name is not None]
        return next((name for name in named if _words(told) < _words(name)), told)
    if labelled is not None:
        return labelled
    if (alone := _after_colon(letter)) is not None:
        return alone
    for part in letter.parts:
        said = person.person_in_subject(part.text) or (None if part.bullet else person.person_in(part.text))
        if said is not None:
            return Atom(said.text, part.place(said.text))
    return _addressee(letter)


def _after_colon(letter: Letter) -> Atom | None:
    """Give the name that stands on a line of its own behind "certify that:"."""
    for above, below in pairwise(letter.document.lines):
        name = person.without_honorific(below.text.strip(" ,."))
        leads = signs.CERTIFIES.search(above.text) is not None
        if leads and person.is_name(name) and len(name.split()) > 1:
            return Atom(name, below)
    return None


def _words(name: Atom) -> set[str]:
    return set(name.text.lower().split())


def _in_subject(letter: Letter) -> Atom | None:
    """Give the name in the line that says what a letter is about: "RE: Nadia Fofana"."""
    for part in letter.parts:
        if (said := person.person_in_subject(part.text)) is not None:
            return Atom(said.text, part.place(said.text))
    return None


def _addressee(letter: Letter) -> Atom | None:
    """Give the one to whom a letter is written that speaks of them as "you"."""
    if letter.passage is None or not _TO_YOU.search(letter.passage.text):
        return None
    for line in letter.document.lines[:_HEAD]:
        text = line.text.strip(" ,.:")
        lead = _LEAD.match(text)
        name = person.without_honorific(text[lead.end() :] if lead else text)
        if (
            (_ADDRESSEE.match(text) or (lead and lead["dear"]))
            and person.is_name(name)
            and len(name.split()) > 1
        ):
            return Atom(name, line)
    return None


def _language(letter: Letter) -> str:
    text = " ".join(part.text for part in letter.parts if not part.bullet)
    return "fr" if len(_FRENCH.findall(text)) > len(_ENGLISH.findall(text)) else "en"


# --- jobs -------------------------------------------------------------------------------------------------


def _jobs(letter: Letter) -> Iterator[Job]:
    roles = told_roles(letter)
    where = _where(letter)
    employer, where = _apart(_employer(letter), where)
    employer = _with_other_name(letter, _without_town(employer, where))
    last = len(roles) - 1
    for number, role in enumerate(sorted(roles, key=_begun)):
        job = Job(
            evidence=cite(letter.document, role.line),
            cells=_cells(letter, role, employer, where),
            period=role.period,
            city=where.city if where else None,
            country=where.country if where else None,
            title=role.title.text if role.title else None,
            employer=employer.text if employer else None,
        )
        yield _with_terms(letter, job) if number == last else job


def _begun(role: ToldRole) -> date:
    return (role.period.earliest_day() if role.period else None) or date.min


def _with_terms(letter: Letter, job: Job) -> Job:
    """Add pay, hours and duties: what the letter says of the last role."""
    pay = terms.pay_in(letter.parts, local_to(letter.document))
    beside = letter.labels.get("whole_pay") or letter.labels.get("pay")
    amount = pay.amount if pay is not None else parse_amount(beside.text) if beside is not None else None
    hours, duties = _hours(letter), terms.duties(letter.parts, letter.stated)
    cells = dict(job.cells)
    if pay is not None:
        cells["amount"] = cells["currency"] = cite(letter.document, pay.paragraph.place(pay.words), pay.words)
    return replace(
        job,
        cells=cells,
        amount=float(amount.value) if amount else None,
        currency=amount.currency if amount else None,
        per=amount.per if amount else None,
        hours=hours,
        duties=duties,
    )


def _hours(letter: Letter) -> float | None:
    beside = letter.labels.get("hours")
    if beside is not None and (hours := terms.hours_of(beside.text)) is not None:
        return hours
    return terms.hours_in(letter.parts)


def _employer(letter: Letter) -> Atom | None:
    beside, head, passage = (
        letter.labels.get("employer"),
        letterhead.letterhead(letter.document),
        letter.passage,
    )
    said = statement.employer_in(passage.text) if passage is not None else None
    is_home = (head is None or not _is_house(head[0])) and household.tells(letter.document)
    if is_home and (home := household.employer(letter.document)) is not None:
        return Atom(*home)
    if passage is not None and said is not None:
        if head is not None and key(head[0]) == key(said.text):
            return Atom(head[0], head[1])
        return Atom(said.text, passage.place(said.text))
    if beside is not None:
        return Atom(_without_address(beside.text), beside.line)
    if issuer := next(filter(None, (_issuer(part) for part in letter.parts)), None):
        return issuer
    if head is None or employer_weight(head[0]) <= 0:
        head = letterhead.name_at_foot(letter.document) or _headed(letter) or head
    return Atom(_HOLDER.sub("", head[0]), head[1]) if head is not None else None


def _headed(letter: Letter) -> tuple[str, Line] | None:
    told = ((part, statement.headed_in(part.text)) for part in letter.parts)
    return next(((said.text, part.place(said.text)) for part, said in told if said), None)


def _is_house(head: str) -> bool:
    """Tell whether what heads a letter is a firm or a shop, and no family: "Boucherie du Marché"."""
    first = fold(head).split()[:1]
    return has_legal_form(head) or (
        bool(first) and first[0] in listed("trades") | listed("workplaces") - _HOMES
    )


_HOMES = frozenset(("cour", "domaine", "foyer", "maison", "residence"))
"""Words that may head the letter of a family, too."""


def _issuer(part: Paragraph) -> Atom | None:
    said = statement.issuer_in(part.text) or statement.party_in(part.text)
    return Atom(said.text, part.place(said.text)) if said is not None else None


def _without_address(name: str) -> str:
    """Take the address and the telephone off a name in one line with them: "Acme Ltd., 12 Mill Road, Tel. 5550"."""
    parts = name.split(", ")
    end = next((n for n, part in enumerate(parts) if n and _OF_AN_ADDRESS.search(part)), len(parts))
    return ", ".join(parts[:end])


_OF_AN_ADDRESS = expression(r"\d|^(?:tel|phone|mobile|fax|e-?mail)\b", re.IGNORECASE)
_HOLDER = expression(
    r",\s*(?:the |l['’])?(?:employer|employeur|owner|proprietor|propriétaire)\s*$", re.IGNORECASE
)
"""What somebody who employs others in a household or shop puts behind the own name."""


def _apart(employer: Atom | None, where: Where | None) -> tuple[Atom | None, Where | None]:
    """Take a town and its country off the employer's name where nothing else says where the work was."""
    if employer is None or where is not None:
        return employer, where
    name, found = peel_place(employer.text, employer.line)
    return (Atom(name, employer.line), found) if name and found and found.country else (employer, None)


def _without_town(employer: Atom | None, where: Where | None) -> Atom | None:
    """Take the town of the work off the end of the employer's name: "Hostal Luna, Puno"."""
    if employer is None or where is None or not where.city or has_legal_form(employer.text):
        return employer
    name, comma, town = employer.text.rpartition(", ")
    return Atom(name, employer.line) if comma and fold(town) == fold(where.city) else employer


def _with_other_name(letter: Letter, employer: Atom | None) -> Atom | None:
    """Add the name in brackets below that of the house: that in another language, or the one that it trades by."""
    if employer is None:
        return None
    for above, below in pairwise(letter.document.lines[:_HEAD]):
        other = _IN_BRACKETS.fullmatch(below.text)
        if above.text.strip() == employer.text and other is not None and has_legal_form(other[1]):
            return Atom(f"{employer.text} ({other[1]})", merged((above, below)))
    return employer


_IN_BRACKETS = expression(r"\W*\(([^()\n]{4,80})\)\W*")


def _where(letter: Letter) -> Where | None:
    beside = letter.labels.get("place")
    found = terms.as_place(beside.text, beside.line) if beside is not None else None
    told = found or terms.place_in(letter.parts)
    return told or letterhead.address_in_head(letter.document) or letterhead.address_at_foot(letter.document)


def _cells(letter: Letter, role: ToldRole, employer: Atom | None, where: Where | None) -> dict[str, Evidence]:
    document = letter.document
    cells: dict[str, Evidence] = {}
    for name, atom in (("title", role.title), ("employer", employer)):
        if atom is not None:
            cells[name] = cite(document, atom.line, atom.text)
    if where is not None:
        cells["city"] = cells["country"] = cite(document, where.line, where.words)
    if role.dates is not None:
        cells["from"] = cells["to"] = cite(document, letter.place(role.dates), role.dates)
    for name in ("from", "to"):
        if role.dates is None and name in letter.labels:
            cells[name] = cite(document, letter.labels[name].line, letter.labels[name].text)
    return cells
