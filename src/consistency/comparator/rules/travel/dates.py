"""travel/dates: one journey, two sets of dates."""

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from consistency.comparator.engine import Cause, Mismatch, rule
from consistency.comparator.statements import named as papers_named
from consistency.comparator.telling import Same
from consistency.comparator.time import MONTH, ladder
from consistency.comparator.whereabouts.arrivals import STAMPED
from consistency.comparator.whereabouts.travels import Visit, is_at_home, journeys, named, subject, visits
from consistency.model import Case, Citation, Person, Severity, Trip
from consistency.normalizer.dates import PartialDate


@rule(Severity.MAJOR, references=["IRPA s.16(1)"])
def dates(case: Case) -> Iterator[Mismatch]:
    """Two documents date the same journey differently.

    Why: stamps and the records of airlines and partner states show the day of every journey; dates that move from
    document to document make all of them doubtful.
    Advice: correct the draft by the passport's stamps or the tickets, or say openly in the explanation letter which
    older record was wrong, or document why both are true.

    Reports a journey told a year later:
        draft/travel-history.docx as of 2026-02-20: trip country=AE city=Dubai from=2022-03-06 to=2022-03-18
        draft/imm5562.pdf as of 2026-03-01: trip country=AE city=Dubai from=2023-03-06 to=2023-03-18

    Reports another month than the form by months tells:
        draft/imm5257b.pdf as of 2026-03-01: trip country=AE city=Dubai from=2022-05 to=2022-05
        draft/imm5562.pdf as of 2026-03-01: trip country=AE city=Dubai from=2022-03-06 to=2022-03-18

    Reports a return told two weeks later:
        2023/imm5562.pdf as of 2023-06-01: trip country=AE city=Dubai from=2022-03-06 to=2022-03-18
        draft/imm5562.pdf as of 2026-03-01: trip country=AE city=Dubai from=2022-03-06 to=2022-04-02

    Reports another year in the letter:
        draft/explanation-letter.pdf as of 2026-03-01: trip country=AE city=Dubai from=2021 to=2021
        draft/imm5562.pdf as of 2026-03-01: trip country=AE city=Dubai from=2022-03-06 to=2022-03-18

    Reports a day that the passport's stamp contradicts:
        draft/passport.pdf as of 2020-01-01: trip country=AE city=Dubai from=2022-03-16
        draft/imm5562.pdf as of 2026-03-01: trip country=AE city=Dubai from=2022-03-06 to=2022-03-18

    Accepts days against months:
        draft/imm5257b.pdf as of 2026-03-01: trip country=AE city=Dubai from=2022-03 to=2022-03
        draft/imm5562.pdf as of 2026-03-01: trip country=AE city=Dubai from=2022-03-06 to=2022-03-18

    Accepts days against a year:
        draft/explanation-letter.pdf as of 2026-03-01: trip country=AE city=Dubai from=2022 to=2022
        draft/imm5562.pdf as of 2026-03-01: trip country=AE city=Dubai from=2022-03-06 to=2022-03-18

    Accepts holidays in one place in the same month of two years:
        2023/imm5257b.pdf as of 2023-04-01: trip country=BG city=Varna from=2022-08 to=2022-08
        draft/imm5257b.pdf as of 2026-03-01: trip country=BG city=Varna from=2023-08 to=2023-08

    Accepts yearly holidays in one place, of which one form tells one and another the next:
        2024/imm5257b.pdf as of 2024-04-01: trip country=TR city=Antalya from=2021-08 to=2021-08
        draft/imm5562.pdf as of 2026-03-01: trip country=TR city=Antalya from=2022-08 to=2022-08

    Accepts yearly holidays on the same days, of which one form tells the first two and another the last two:
        2024/imm5562.pdf as of 2024-04-01: trip country=TR city=Antalya from=2021-08-01 to=2021-08-14
        2024/imm5562.pdf as of 2024-04-01: trip country=TR city=Antalya from=2022-08-01 to=2022-08-14
        draft/imm5562.pdf as of 2026-03-01: trip country=TR city=Antalya from=2022-08-01 to=2022-08-14
        draft/imm5562.pdf as of 2026-03-01: trip country=TR city=Antalya from=2023-08-01 to=2023-08-14

    Accepts two journeys to two towns in neighbouring months of two years:
        2023/imm5257b.pdf as of 2023-04-01: trip country=BG city=Burgas from=2018-07 to=2018-07
        draft/imm5257b.pdf as of 2026-03-01: trip country=BG city=Varna from=2024-08 to=2024-08

    Accepts a night in the plane:
        draft/travel-history.docx as of 2026-02-20: trip country=TH city=Bangkok from=2022-03-05 to=2022-03-19
        draft/imm5562.pdf as of 2026-03-01: trip country=TH city=Bangkok from=2022-03-06 to=2022-03-18

    Accepts a journey at the turn of the year in a letter that tells years:
        draft/explanation-letter.pdf as of 2026-03-01: trip country=AE city=Dubai from=2023 to=2023
        draft/imm5562.pdf as of 2026-03-01: trip country=AE city=Dubai from=2022-12-28 to=2023-01-08

    Accepts a journey that a letter tells by the month in which most of it was:
        draft/explanation-letter.pdf as of 2026-03-01: trip country=AE city=Dubai from=2023-01 to=2023-01
        draft/imm5562.pdf as of 2026-03-01: trip country=AE city=Dubai from=2022-12-28 to=2023-01-08

    Reports another month in the letter:
        draft/explanation-letter.pdf as of 2026-03-01: trip country=AE city=Dubai from=2023-03 to=2023-03
        draft/imm5562.pdf as of 2026-03-01: trip country=AE city=Dubai from=2023-01-20 to=2023-01-28

    Accepts one journey told in two rows:
        draft/travel-history.docx as of 2026-02-20: trip country=IT city=Rome from=2022-03-06 to=2022-03-12
        draft/travel-history.docx as of 2026-02-20: trip country=IT city=Milan from=2022-03-12 to=2022-03-18
        draft/imm5562.pdf as of 2026-03-01: trip country=IT city=Rome from=2022-03-06 to=2022-03-18

    Accepts one row for a journey that another paper tells country by country:
        draft/travel-history.docx as of 2026-02-20: trip country=FR city=Paris from=2022-03-06 to=2022-03-12
        draft/travel-history.docx as of 2026-02-20: trip country=IT city=Rome from=2022-03-12 to=2022-03-18
        draft/imm5562.pdf as of 2026-03-01: trip country=FR city="Paris, Rome" from=2022-03-06 to=2022-03-18

    Accepts two journeys to one country:
        draft/travel-history.docx as of 2026-02-20: trip country=AE city=Dubai from=2022-03-06 to=2022-03-18
        draft/travel-history.docx as of 2026-02-20: trip country=AE city=Dubai from=2022-05-06 to=2022-05-18
        draft/imm5562.pdf as of 2026-03-01: trip country=AE city=Dubai from=2022-05-06 to=2022-05-18
        draft/imm5562.pdf as of 2026-03-01: trip country=AE city=Dubai from=2022-03-06 to=2022-03-18

    Accepts a day whose order of day and month nothing settles:
        draft/travel-history.docx as of 2026-02-20: trip country=AE city=Dubai from=2022-03-06 to=2022-03-18
        draft/imm5562.pdf as of 2026-03-01: trip country=AE city=Dubai from=2022-03-06
    """
    for person in case.people:
        for group in journeys(case, person):
            found = _difference(visits(group))
            if found is not None and not is_at_home(case, person, group):
                yield _mismatch(person, group, found)


class Difference(NamedTuple):
    """How far two tellings of a journey are apart: which end, by how many days, and the level."""

    level: Severity
    days: int
    which: str
    confidence: float


def _difference(told: Sequence[Visit]) -> Difference | None:
    """Give the greatest difference between any two papers, or None."""
    found = [one for pair in combinations(told, 2) for one in _apart(*pair)]
    return max(found, key=lambda d: (d.level, d.confidence, d.days), default=None)


def _apart(one: Visit, other: Visit) -> Iterator[Difference]:
    if (_is_vague(one) or _is_vague(other)) and not _apart_entirely(one, other):
        return
    if _is_later(one, other) or _is_later(other, one):
        return
    stamped = STAMPED in {one.paper.kind, other.paper.kind}
    for which, first, second in (("start", one.start, other.start), ("end", one.end, other.end)):
        days = _distance(first, second) if first and second else 0
        level = ladder(days)
        if level is not None and not _in_chain(one, second) and not _in_chain(other, first):
            major = stamped or (days > MONTH and _apart_entirely(one, other))
            yield Difference(Severity.MAJOR if major else level, days, which, _sure(one, other))


def _is_later(one: Visit, other: Visit) -> bool:
    """True for a journey that was made after the other paper had told one: they are two."""
    told = other.paper.as_of.date
    return (
        one.start is not None and told is not None and one.start.after(told) and _apart_entirely(one, other)
    )


def _in_chain(visit: Visit, day: PartialDate | None) -> bool:
    """True for a day on which the same paper tells the next country of the journey, or the one before."""
    whole, own = visit.chain, visit.certain
    if day is None or whole is None or own is None or own[0] <= day.latest <= own[1]:
        return False
    return whole != own and whole[0] <= day.latest and day.earliest <= whole[1]


def _is_vague(visit: Visit) -> bool:
    """True for a telling by years alone, or by one month in a letter: some time in these years, or about then."""
    if visit.paper.kind == "explanation-letter" and visit.start == visit.end:
        return visit.start is None or visit.start.precision in ("year", "month")
    return all(day is None or day.precision == "year" for day in (visit.start, visit.end))


def _distance(first: PartialDate, second: PartialDate) -> int:
    """Count the days between, less a night in the plane and the hours between two places."""
    days = first.distance(second)
    return days - 1 if first.precision == second.precision == "day" and days <= 1 else days


def _apart_entirely(one: Visit, other: Visit) -> bool:
    """True where the two tellings do not share a day."""
    first, second = one.widest, other.widest
    return first is None or second is None or first[1] < second[0] or second[1] < first[0]


def _sure(one: Visit, other: Visit) -> float:
    return min(row.record.cite("from").confidence for visit in (one, other) for row in visit.rows)


def _mismatch(person: Person, group: Same[Trip], found: Difference) -> Mismatch:
    by_value: dict[str, list[Visit]] = {}
    for visit in visits(group):
        by_value.setdefault(_when(visit), []).append(visit)
    said = "; ".join(
        f"{when} in {papers_named(v.paper for v in told)}" for when, told in sorted(by_value.items())
    )
    return Mismatch(
        person=person,
        subject=subject(group),
        detail=f"The dates of {named(group).split(' (')[0]} differ by {found.days} days: {said}.",
        evidence=tuple(_cited(group)),
        severity=found.level,
        confidence=found.confidence,
        follows=(Cause("travel/missing", subject(group)),),
    )


def _when(visit: Visit) -> str:
    if visit.end is None or visit.start == visit.end:
        return str(visit.start or visit.end)
    return f"{visit.start} to {visit.end}"


def _cited(group: Same[Trip]) -> Iterator[Citation]:
    for row in group.told:
        period = row.record.period
        yield row.cite("from", period.start_iso if period else None)
        if period is not None and period.end is not None:
            yield row.cite("to", period.end_iso)
