"""A civil certificate: of a marriage, a birth, a divorce, a death, or of a whole family.

Who of the named persons is the applicant is known only with the case: the record names the second of two spouses
and keeps the place of the first, and of a child's parents, in its cells (see ``case/certificates.py``).
"""

from collections.abc import Iterator

from consistency.extractors.civil import words
from consistency.extractors.civil.consents import children, consents
from consistency.extractors.civil.deaths import death, deceased
from consistency.extractors.civil.families import drawn_up, family, members
from consistency.extractors.civil.registry import Registry
from consistency.extractors.civil.single import facts as facts_of_a_single
from consistency.extractors.civil.single import single
from consistency.extractors.civil.unions import Union, all_unions, birth_of
from consistency.extractors.reading import Reading
from consistency.extractors.wording.letters import Cut, Dated, language_of
from consistency.extractors.wording.official import (
    day_after,
    day_fact,
    is_form,
    is_signed,
    titled,
)
from consistency.extractors.wording.prose import plain
from consistency.model import AsOf, Document, Evidence, FamilyMember, Record, Relationship
from consistency.normalizer import dates
from consistency.normalizer.dates import Period

COUPLE = frozenset({"husband", "wife"})
PEOPLE = {
    "birth": frozenset({"child", "given_names", "father", "mother", "birth_date"}),
    "death": frozenset({"deceased", "died", "birth_date"}),
}
"""The labels that a certificate of an event has, other than one of a couple."""

_MADE_BY_ENTRY = frozenset(("death", "marriage", "divorce"))
"""Of these events the day of the entry is known, and the paper is no older."""
FIRST = "other"
"""The cell of a marriage with the spouse whom the record does not name."""

BORN, FIRST_BORN = "born", "other_born"
"""The cells of a marriage with the birth of the spouse whom the record names, and of the other."""


def recognise(document: Document) -> float:
    """Say how sure it is that a registry certifies a marriage, a birth or a divorce here."""
    if is_form(document) or not document.lines or len(document.lines) > 150:
        return 0.0
    text, event = plain(document.text), _event(document)
    if event is None:
        return 0.0
    registry = Registry.of(document)
    known = len(PEOPLE.get(event, COUPLE) & registry.labels.keys())
    told = _told(registry, event)
    score = 0.45 + 0.2 * bool(words.REGISTRY.search(text)) + 0.15 * min(known, 2) + 0.2 * bool(told)
    score -= 0.6 * bool(words.OTHERS.search(text))
    score -= 0.6 * (event == "family" and words.OF_ONESELF.search(text) is not None)
    return max(0.0, min(1.0, score)) if told or known >= 2 else min(max(score, 0.0), 0.25)


def _told(registry: Registry, event: str) -> object:
    """Give those whom the certificate is about."""
    if event == "death":
        return deceased(registry)
    if event == "family":
        return any(member.relation or member.parents for member in members(registry))
    if event == "single":
        return single(registry)
    if event == "consent":
        return next(children(registry), None)
    return registry.child if event == "birth" else registry.couple or all_unions(registry)


def read(document: Document) -> Reading:
    """Read the event, the persons, and the day on which the copy was issued."""
    registry, event = Registry.of(document), _event(document)
    day = drawn_up(registry) if event in ("family", "single", "consent") else _issued(registry)
    wedded = event == "marriage" and _together(registry) is None
    married = _wedding(registry, event) if wedded else None
    status = facts_of_a_single(registry) if event == "single" else ()
    certain = day or (registry.entered if event in _MADE_BY_ENTRY else None)
    return Reading(
        AsOf(certain.date, "stated") if certain else AsOf(None, "unknown"),
        (*day_fact("marriage_date", married), *day_fact("document_date", day), *status),
        tuple(_records(registry, event)),
        language=language_of(document),
        signed=is_signed(document),
    )


def _issued(registry: Registry) -> Dated | None:
    """Give the day of the copy: no older than the last marriage that an index lists."""
    day, unions = registry.issued, all_unions(registry)
    last = max((union.day.date for union in unions if union.day), key=lambda one: one.latest, default=None)
    if last is None or day is None or not day.date.before(last):
        return day
    told = (
        Dated(found.date, part.cite(found.start, found.end))
        for part in registry.parts
        for found in dates.find_dates(part.text, order=registry.order)
    )
    return max((one for one in told if one.date.after(last)), key=lambda one: one.date.latest, default=None)


def _event(document: Document) -> str | None:
    """Name the event that the title tells, or what a notary certifies."""
    patterns = {
        "single": words.SINGLE,
        "family": words.FAMILY,
        "divorce": words.DIVORCE,
        "death": words.DEATH,
        "birth": words.BIRTH,
        "adoption": words.ADOPTION,
        "marriage": words.MARRIAGE,
    }
    known = (event for event, pattern in patterns.items() if titled(document, pattern, 12))
    found = next((event for event in known if event != "death" or _is_of_deaths(document)), None)
    if found is None and titled(document, words.NOTARIAL):
        return _notarised(plain(document.text))
    if found is None and consents(document):
        return "consent"
    if found in (None, "marriage") and _ends_a_marriage(document):
        return "divorce"
    return "birth" if found == "adoption" else found


def _ends_a_marriage(document: Document) -> bool:
    """Tell whether a court or a registry ends a marriage in the text of a paper, be it titled so or not."""
    text = " ".join(plain(document.text).split())
    return titled(document, words.COURT, 12) and words.ENDS_A_MARRIAGE.search(text) is not None


def _is_of_deaths(document: Document) -> bool:
    """Tell whether a line of the head names a death, and not the office that registers births as well."""
    head = (plain(line.text) for line in document.lines[:12])
    return any(
        words.DEATH.search(line) and not words.OFFICE.search(line) for line in head if len(line) <= 100
    )


def _notarised(text: str) -> str | None:
    if words.NOTARISED_KINSHIP.search(text):
        return "family"
    return "birth" if words.NOTARISED_BIRTH.search(text) else None


def _records(registry: Registry, event: str | None) -> Iterator[Record]:
    if event == "death":
        return death(registry)
    if event == "family":
        return family(registry)
    if event == "single":
        return iter(())
    if event == "consent":
        return children(registry)
    return _child(registry) if event == "birth" else _couple(registry, event)


def _wedding(registry: Registry, event: str | None) -> Dated | None:
    """Give the day of the marriage; where none is told, its entry made it."""
    unions = all_unions(registry)
    if unions:
        return unions[-1].day
    return registry.married or (registry.entered if event == "marriage" else None)


def _cells_of_couple(registry: Registry, first: Cut, second: Cut) -> dict[str, Evidence]:
    """Give the places of both names and of the births that the paper tells."""
    births = {BORN: birth_of(registry, second, first), FIRST_BORN: birth_of(registry, first, second)}
    names = {"name": second.evidence, FIRST: first.evidence}
    return names | {name: evidence for name, evidence in births.items() if evidence}


def _couple(registry: Registry, event: str | None) -> Iterator[Record]:
    """Give the marriage, or its end, with the second spouse; the first stands in a cell."""
    unions, couple = all_unions(registry), registry.couple
    if unions or couple is None:
        yield from (_listed(union, union is unions[-1] and not union.over) for union in unions)
        return
    first, second = couple
    together = _together(registry) if event == "marriage" else None
    wedding = together or _wedding(registry, event)
    ended = _end(registry) if event == "divorce" else None
    if wedding and ended and not wedding.date.before(ended.date):
        wedding = None  # the day on which two appeared to be divorced
    days = wedding or ended
    cells = _cells_of_couple(registry, first, second)
    cells |= {"period": days.evidence} if days else {}
    yield Relationship(
        evidence=second.evidence,
        cells=cells,
        period=Period(wedding.date if wedding else None, ended.date if ended else None) if days else None,
        relation="previous-spouse" if event == "divorce" else "partner" if together else "spouse",
        name=second.text,
    )


def _together(registry: Registry) -> Dated | None:
    """Give since when a couple lives together that declares to do so."""
    if not titled(registry.document, words.UNMARRIED_COUPLE, 12):
        return None
    return day_after(registry.parts, words.TOGETHER_SINCE, registry.order)


def _end(registry: Registry) -> Dated | None:
    """Give the day on which a marriage ended; a judgment that tells none ended it on its own day."""
    judged = titled(registry.document, words.JUDGED, 12) or titled(registry.document, words.A_COURT, 12)
    return registry.ended or registry.entered or (registry.issued if judged else None)


def _listed(union: Union, last: bool) -> Record:
    """Give one of the marriages that a registry lists: only the last of them can be the present one."""
    cells = {"name": union.spouse.evidence, FIRST: union.person.evidence}
    cells |= {"period": union.day.evidence} if union.day else {}
    return Relationship(
        evidence=union.spouse.evidence,
        cells=cells,
        period=Period(union.day.date, None) if union.day else None,
        relation="spouse" if last else "previous-spouse",
        name=union.spouse.text,
    )


def _child(registry: Registry) -> Iterator[Record]:
    """Give the child; the parents stand in cells."""
    child, born, place = registry.child, registry.born, registry.birth_place
    if child is None:
        return
    cells: dict[str, Evidence] = {"name": child.evidence}
    cells |= {"birth_date": born.evidence} if born else {}
    cells |= {"country": place.evidence, "city": place.evidence} if place else {}
    cells |= {role: cut.evidence for role, cut in registry.parents.items()}
    yield FamilyMember(
        evidence=child.evidence,
        cells=cells,
        relation="child",
        name=child.text,
        birth_date=born.date if born else None,
        city=place.city if place else None,
        country=place.country if place else None,
    )
