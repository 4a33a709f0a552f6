"""travel/canada-entry: entries to Canada told in two ways."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from consistency.comparator.engine import Cause, Mismatch, rule
from consistency.comparator.statements import named as papers_named
from consistency.comparator.telling import Told
from consistency.comparator.whereabouts.arrivals import Arrival, arrivals, one_place, permits
from consistency.comparator.whereabouts.entry_conflicts import (
    Against,
    differs,
    issued,
    journeys_from,
    other_entries,
    too_early,
)
from consistency.model import Case, Citation, Paper, Permit, Person, Severity
from consistency.normalizer.text import fold

_PURPOSE_OF = {"studies": "study", "work": "work", "tourism": "visitor", "family": "visitor"}


@rule(Severity.MAJOR, references=["IRPA s.16(1)", "IRPA s.40(1)(a)"])
def canada_entry(case: Case) -> Iterator[Mismatch]:
    """Entries to Canada differ between forms, or from permits, stamps and journeys.

    Why: the border has every entry by land since February 2019 and by air on record, and permits are issued in Canada
    only: the officer sees to the day that the form is wrong.
    Advice: correct the draft by the passport's stamps, the permit or the travel history that the border service keeps;
    or say openly in the explanation letter which older form was wrong; or document why both are true.

    Reports an original entry that two forms date differently:
        2025/imm5710.pdf as of 2025-03-10: entry country=CA city=Calgary from=2019-08-20 purpose=studies
        draft/imm5710.pdf as of 2026-03-01: entry country=CA city=Calgary from=2020-01-20 purpose=studies

    Reports a permit issued before the original entry:
        draft/permit.pdf as of 2019-08-20: permit number=S334080645 status="Study Permit" from=2019-08-20 to=2021-08-31
        draft/imm5710.pdf as of 2026-03-01: entry country=CA city=Calgary from=2020-01-20 purpose=studies

    Reports another first entry in the letter:
        draft/explanation-letter.pdf as of 2026-03-01: text "I first entered Canada on August 20, 2019."
        draft/imm5710.pdf as of 2026-03-01: entry country=CA city=Calgary from=2020-01-20 purpose=studies

    Reports a stamp before the original entry, and one after the latest:
        draft/passport.pdf as of 2018-01-02: trip country=CA city=Toronto from=2019-08-20
        draft/imm5710.pdf as of 2026-03-01: entry country=CA city=Toronto from=2020-01-20 purpose=studies

    Reports work in Canada before the original entry:
        draft/imm5710.pdf as of 2026-03-01: entry country=CA city=Calgary from=2020-01-20 purpose=work
        draft/imm5710.pdf as of 2026-03-01: job employer=Acme title=cook country=CA city=Calgary from=2019-06 to=2021-02

    Reports a latest entry that goes back:
        2025/imm5710.pdf as of 2025-03-10: entry country=CA city=Calgary from=2019-08-20 purpose=studies
        2025/imm5710.pdf as of 2025-03-10: entry country=CA city=Calgary from=2024-01-09
        draft/imm5710.pdf as of 2026-03-01: entry country=CA city=Calgary from=2019-08-20 purpose=studies
        draft/imm5710.pdf as of 2026-03-01: entry country=CA city=Calgary from=2023-01-09

    Reports a latest entry that an older form should have told:
        2025/imm5710.pdf as of 2025-03-10: entry country=CA city=Calgary from=2019-08-20 purpose=studies
        2025/imm5710.pdf as of 2025-03-10: entry country=CA city=Calgary from=2023-01-09
        draft/imm5710.pdf as of 2026-03-01: entry country=CA city=Calgary from=2019-08-20 purpose=studies
        draft/imm5710.pdf as of 2026-03-01: entry country=CA city=Calgary from=2024-05-09

    Reports a journey that ended after the latest entry:
        draft/imm5710.pdf as of 2026-03-01: entry country=CA city=Calgary from=2019-08-20 purpose=studies
        draft/imm5710.pdf as of 2026-03-01: entry country=CA city=Calgary from=2023-01-09
        draft/travel-history.docx as of 2026-02-20: trip country=PH city=Cebu from=2024-12-18 to=2025-01-09

    Reports an entry in the middle of a journey abroad:
        draft/imm5710.pdf as of 2026-03-01: entry country=CA city=Calgary from=2019-08-20 purpose=studies
        draft/imm5710.pdf as of 2026-03-01: entry country=CA city=Calgary from=2023-01-09
        draft/travel-history.docx as of 2026-02-20: trip country=PH city=Cebu from=2022-12-18 to=2023-01-29

    Reports another purpose of the original entry:
        2025/imm5710.pdf as of 2025-03-10: entry country=CA city=Calgary from=2019-08-20 purpose=studies
        draft/imm5710.pdf as of 2026-03-01: entry country=CA city=Calgary from=2019-08-20 purpose=tourism

    Reports a purpose that the permit of that day contradicts:
        draft/permit.pdf as of 2019-08-20: permit number=S334080645 status="Study Permit" from=2019-08-20 to=2021-08-31
        draft/imm5710.pdf as of 2026-03-01: entry country=CA city=Calgary from=2019-08-20 purpose=work

    Reports another place of the original entry:
        2025/imm5710.pdf as of 2025-03-10: entry country=CA city=Calgary from=2019-08-20 purpose=studies
        draft/imm5710.pdf as of 2026-03-01: entry country=CA city=Halifax from=2019-08-20 purpose=studies

    Reports a latest entry before the original one:
        draft/imm5710.pdf as of 2026-03-01: entry country=CA city=Calgary from=2019-08-20 purpose=studies
        draft/imm5710.pdf as of 2026-03-01: entry country=CA city=Calgary from=2018-01-09

    Reports as a question a visit before the original entry:
        draft/imm5710.pdf as of 2026-03-01: entry country=CA city=Calgary from=2019-08-20 purpose=studies
        draft/imm5562.pdf as of 2026-03-01: trip country=CA city=Toronto from=2017-05-03 to=2017-05-20

    Accepts a newer entry since the older form:
        2025/imm5710.pdf as of 2025-03-10: entry country=CA city=Calgary from=2019-08-20 purpose=studies
        2025/imm5710.pdf as of 2025-03-10: entry country=CA city=Calgary from=2023-01-09
        draft/imm5710.pdf as of 2026-03-01: entry country=CA city=Calgary from=2019-08-20 purpose=studies
        draft/imm5710.pdf as of 2026-03-01: entry country=CA city=Toronto from=2025-12-09

    Accepts permits issued on the day of entry and later:
        draft/permit_1.pdf as of 2019-08-20: permit number=S334080645 status="Study Permit" from=2019-08-20 to=2021-08-31
        draft/permit_2.pdf as of 2021-06-20: permit number=U334081832 status="Work Permit" from=2021-06-20 to=2024-06-20
        draft/imm5710.pdf as of 2026-03-01: entry country=CA city=Calgary from=2019-08-20 purpose=studies

    Accepts a visa, which is issued abroad:
        draft/permit.pdf as of 2019-07-02: permit number=V334080645 status="Temporary Resident Visa" from=2019-07-02
        draft/imm5710.pdf as of 2026-03-01: entry country=CA city=Calgary from=2019-08-20 purpose=studies

    Accepts the journey that ended with the latest entry:
        draft/imm5710.pdf as of 2026-03-01: entry country=CA city=Calgary from=2019-08-20 purpose=studies
        draft/imm5710.pdf as of 2026-03-01: entry country=CA city=Calgary from=2023-01-09
        draft/travel-history.docx as of 2026-02-20: trip country=PH city=Cebu from=2022-12-18 to=2023-01-09

    Accepts a journey of which no end is told:
        draft/imm5710.pdf as of 2026-03-01: entry country=CA city=Calgary from=2019-08-20 purpose=studies
        draft/imm5710.pdf as of 2026-03-01: entry country=CA city=Calgary from=2023-01-09
        draft/travel-history.docx as of 2026-02-20: trip country=PH city=Cebu from=2024-12-18

    Accepts journeys before Canada:
        draft/imm5710.pdf as of 2026-03-01: entry country=CA city=Calgary from=2019-08-20 purpose=studies
        draft/travel-history.docx as of 2026-02-20: trip country=TH city=Bangkok from=2017-12-18 to=2018-01-09

    Accepts two names of one airport:
        2025/imm5710.pdf as of 2025-03-10: entry country=CA city=Toronto from=2019-08-20 purpose=studies
        draft/imm5710.pdf as of 2026-03-01: entry country=CA city="Pearson International Airport, Mississauga" from=2019-08-20

    Accepts a day against a month:
        draft/explanation-letter.pdf as of 2026-03-01: text "I came to Canada in August 2019 as a student."
        draft/imm5710.pdf as of 2026-03-01: entry country=CA city=Calgary from=2019-08-20 purpose=studies

    Accepts the entry of somebody else:
        draft/explanation-letter.pdf as of 2026-03-01: text "My wife entered Canada on May 2, 2018."
        draft/imm5710.pdf as of 2026-03-01: entry country=CA city=Calgary from=2019-08-20 purpose=studies

    Accepts a course that was begun from abroad:
        draft/imm5710.pdf as of 2026-03-01: entry country=CA city=Calgary from=2021-08-20 purpose=studies
        draft/imm5710.pdf as of 2026-03-01: education institution="Bow College" country=CA from=2020-09 to=2022-05
    """
    for person in case.people:
        told = arrivals(case, person)
        forms = [arrival for arrival in told if arrival.paper.is_form]
        if not forms:
            continue
        yield from _originals(case, person, told)
        yield from _latest(case, person, told)
        yield from _purposes(case, person, forms)
        yield from _places(person, forms)


def _mismatch(person: Person, subject: str, own: Sequence[Arrival], found: Sequence[Against]) -> Mismatch:
    """Report what speaks against the entries that forms tell."""
    by_date: dict[str, list[Paper]] = {}
    for arrival in own:
        by_date.setdefault(str(arrival.date), []).append(arrival.paper)
    dated = "; ".join(f"{day} in {papers_named(papers)}" for day, papers in sorted(by_date.items()))
    against = "; ".join(dict.fromkeys(one.words for one in found if one.words))
    ask = all(one.ask for one in found)
    follows = tuple(cause for one in found for cause in one.follows)
    return Mismatch(
        person=person,
        subject=subject,
        detail=f"The {subject} to Canada is {dated}{f'; but {against}' if against else ''}.",
        evidence=(*(arrival.citation for arrival in own), *(c for one in found for c in one.citations)),
        severity=Severity.MINOR if ask else Severity.MAJOR,
        ask=ask,
        follows=follows if all(one.follows for one in found) else (),
    )


def _originals(case: Case, person: Person, told: Sequence[Arrival]) -> Iterator[Mismatch]:
    """Compare the original entries with one another, and with all that cannot have been before them."""
    originals = [arrival for arrival in told if arrival.which == "original"]
    own = [arrival for arrival in originals if arrival.paper.is_form]
    if not own:
        return
    found = [differs(other) for one, other in combinations(originals, 2) if one.date.distance(other.date) > 0]
    for arrival in own:
        found += too_early(case, person, arrival, told)
    if found:
        yield _mismatch(person, "original entry", own, found)


def _latest(case: Case, person: Person, told: Sequence[Arrival]) -> Iterator[Mismatch]:
    """Compare the latest entries with one another, with other entries, and with the journeys from Canada."""
    own = [a for a in told if a.which == "latest" and a.paper.is_form and a.paper.as_of.date is not None]
    found: list[Against] = []
    for arrival in own:
        found += other_entries(arrival, told)
        found += journeys_from(case, person, arrival, told)
    if found:
        yield _mismatch(person, "latest entry", own, found)


def _purposes(case: Case, person: Person, forms: Sequence[Arrival]) -> Iterator[Mismatch]:
    """Compare the purposes of the original entry, with one another and with the permit of that day."""
    own = [a for a in forms if a.which == "original" and a.purpose not in {None, "other"}]
    differing = [pair for pair in combinations(own, 2) if pair[0].purpose != pair[1].purpose]
    against = [
        (arrival, permit) for arrival in own for permit in permits(case, person) if _another(arrival, permit)
    ]
    if not differing and not against:
        return
    said = "; ".join(dict.fromkeys(f"“{a.purpose}” in {a.paper.path}" for a in own))
    issued = "".join(f"; {p.paper.path}, issued that day, is a {p.record.status}" for _, p in against[:1])
    yield Mismatch(
        person=person,
        subject="purpose of the original entry",
        detail=f"The purpose of the original entry to Canada: {said}{issued}.",
        evidence=(
            *(Citation(a.citation.evidence, a.purpose, a.paper.as_of.date) for a in own),
            *(permit.cite("status", permit.record.status) for _, permit in against),
        ),
    )


def _another(arrival: Arrival, permit: Told[Permit]) -> bool:
    """True for a permit of another kind that was issued on the day of entry."""
    day, kind = issued(permit), fold(permit.record.status or "")
    wanted = _PURPOSE_OF.get(arrival.purpose or "")
    if day is None or wanted is None or day.precision != "day" or day.distance(arrival.date) > 0:
        return False
    kinds = {"study": ("study", "etudes"), "work": ("work", "travail"), "visitor": ("visitor", "visiteur")}
    told = {name for name, words in kinds.items() if any(word in kind for word in words)}
    return bool(told) and wanted not in told


def _is_elsewhere(one: Arrival, other: Arrival) -> bool:
    """True for one day and two places."""
    return one.date.distance(other.date) == 0 and not one_place(one.place or "", other.place or "")


def _places(person: Person, forms: Sequence[Arrival]) -> Iterator[Mismatch]:
    """Compare where one entry was: of two forms that give it the same day."""
    for which in ("original", "latest"):
        own = [a for a in forms if a.which == which and a.place]
        differing = [(a, b) for a, b in combinations(own, 2) if _is_elsewhere(a, b)]
        if differing:
            told = list(dict.fromkeys(arrival for pair in differing for arrival in pair))
            said = "; ".join(dict.fromkeys(f"“{a.place}” in {a.paper.path}" for a in told))
            yield Mismatch(
                person=person,
                subject=f"place of the {which} entry",
                detail=f"The place of the {which} entry to Canada on {told[0].date}: {said}.",
                evidence=tuple(Citation(a.citation.evidence, a.place, a.paper.as_of.date) for a in told),
                follows=(Cause("travel/canada-entry", f"{which} entry"),),
            )
