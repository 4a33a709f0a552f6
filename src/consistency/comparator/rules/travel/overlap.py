"""travel/overlap: two places at once."""

from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from consistency.comparator.day_spans import Span, common, length
from consistency.comparator.engine import Cause, Mismatch, rule
from consistency.comparator.telling import Same
from consistency.comparator.whereabouts.presence import lived_in
from consistency.comparator.whereabouts.travels import (
    Visit,
    best,
    country,
    destination,
    is_stopover,
    journeys,
    rival_subject,
    shown,
    subject,
    visits,
)
from consistency.model import Case, Paper, Person, Severity, Trip
from consistency.normalizer.regions import one_region

BORDER = 2
"""Days that two journeys may share: the day of crossing, and the other date of the hours between two places."""


@rule(Severity.MAJOR, references=["IRPA s.16(1)"])
def overlap(case: Case) -> Iterator[Mismatch]:
    """Two journeys put the applicant into two countries on the same days.

    Why: nobody is in two places at once; at least one of the dates is wrong, and an officer sees it at a glance.
    Advice: correct the dates in the draft by the passport's stamps or the tickets, or say openly in the explanation
    letter which older record was wrong, or document the side trip where one journey lay within the other.

    Reports two journeys of one form:
        draft/imm5562.pdf as of 2026-03-01: trip country=AE city=Dubai from=2022-03-06 to=2022-03-18
        draft/imm5562.pdf as of 2026-03-01: trip country=TH city=Bangkok from=2022-03-14 to=2022-03-25

    Reports two journeys by months that fill the same month:
        draft/imm5257b.pdf as of 2026-03-01: trip country=AE city=Dubai from=2022-03 to=2022-06
        draft/imm5257b.pdf as of 2026-03-01: trip country=TH city=Bangkok from=2022-04 to=2022-07

    Reports journeys of two papers:
        draft/imm5562.pdf as of 2026-03-01: trip country=AE city=Dubai from=2022-03-06 to=2022-03-18
        draft/travel-history.docx as of 2026-02-20: trip country=TH city=Bangkok from=2022-03-14 to=2022-03-25

    Reports a journey to another part of the world within a journey:
        draft/imm5562.pdf as of 2026-03-01: trip country=AE city=Dubai from=2022-03-06 to=2022-03-28
        draft/imm5562.pdf as of 2026-03-01: trip country=BR city=Recife from=2022-03-10 to=2022-03-20

    Reports as a question a side trip to a neighbour:
        draft/imm5562.pdf as of 2026-03-01: trip country=FR city=Paris from=2022-03-06 to=2022-03-28
        draft/imm5562.pdf as of 2026-03-01: trip country=IT city=Rome from=2022-03-10 to=2022-03-14

    Accepts the border crossed on one day:
        draft/imm5562.pdf as of 2026-03-01: trip country=FR city=Paris from=2022-03-06 to=2022-03-12
        draft/imm5562.pdf as of 2026-03-01: trip country=IT city=Rome from=2022-03-12 to=2022-03-18

    Accepts two journeys of one month:
        draft/imm5257b.pdf as of 2026-03-01: trip country=AE city=Dubai from=2022-03 to=2022-03
        draft/imm5257b.pdf as of 2026-03-01: trip country=TH city=Bangkok from=2022-03 to=2022-04

    Accepts two cities of one country:
        draft/imm5562.pdf as of 2026-03-01: trip country=IT city=Milan from=2022-03-06 to=2022-03-18
        draft/imm5562.pdf as of 2026-03-01: trip country=IT city=Rome from=2022-03-10 to=2022-03-14

    Accepts two journeys of one year in a letter:
        draft/explanation-letter.pdf as of 2026-03-01: trip country=AE city=Dubai from=2022 to=2022
        draft/explanation-letter.pdf as of 2026-03-01: trip country=TH city=Bangkok from=2022 to=2022

    Accepts a change of planes:
        draft/imm5562.pdf as of 2026-03-01: trip country=QA city=Doha from=2022-03-05 to=2022-03-07 purpose=transit
        draft/imm5562.pdf as of 2026-03-01: trip country=TH city=Bangkok from=2022-03-05 to=2022-03-18

    Accepts a holiday from where the applicant lived:
        draft/imm5562.pdf as of 2026-03-01: trip country=AE city=Sharjah from=2017-10-02 to=2022-03-28
        draft/imm5562.pdf as of 2026-03-01: trip country=OM city=Muscat from=2019-08-10 to=2019-08-16
        draft/imm1295.pdf as of 2026-03-01: job employer="Gulf Metal" title=welder country=AE from=2017-10 to=2022-03

    Reports a holiday that outlasts the stay:
        draft/imm5562.pdf as of 2026-03-01: trip country=AE city=Sharjah from=2017-10-02 to=2022-03-28
        draft/imm5562.pdf as of 2026-03-01: trip country=TH city=Bangkok from=2022-03-10 to=2022-04-16
        draft/imm1295.pdf as of 2026-03-01: job employer="Gulf Metal" title=welder country=AE from=2017-10 to=2022-03
    """
    for person in case.people:
        groups = journeys(case, person)
        for one, other in combinations(groups, 2):
            meeting = _meeting(one, other)
            if meeting is None or is_stopover(one, groups) or is_stopover(other, groups):
                continue
            if not _is_from_home(case, person, meeting):
                yield _mismatch(person, one, other, meeting)


class Meeting(NamedTuple):
    """Two tellings that share days, and those days."""

    first: Visit
    second: Visit
    days: Span


def _meeting(one: Same[Trip], other: Same[Trip]) -> Meeting | None:
    """Give two tellings that certainly share days beyond a border: those of one paper first."""
    places = country(one), country(other)
    if None in places or places[0] == places[1]:
        return None
    pairs = [(first, second) for first in visits(one) for second in visits(other)]
    alone = [(first, second) for first, second in pairs if first.paper.path == second.paper.path]
    found = [meeting for pair in alone or [(best(one), best(other))] if (meeting := _shared(*pair))]
    return max(found, key=lambda m: (m.days[1] - m.days[0], m.days), default=None)


def _shared(first: Visit, second: Visit) -> Meeting | None:
    one, other = first.certain, second.certain
    days = common(one, other) if one and other else None
    return Meeting(first, second, days) if days and length(days) > BORDER else None


def _is_from_home(case: Case, person: Person, meeting: Meeting) -> bool:
    """True where one journey is a stay in which the applicant lived there, and the other was made from it."""
    for stay, journey in (meeting[:2], meeting[1::-1]):
        code = stay.rows[0].record.country
        if code and journey.certain == meeting.days and lived_in(case, person, code, meeting.days):
            return True
    return False


def _mismatch(person: Person, one: Same[Trip], other: Same[Trip], meeting: Meeting) -> Mismatch:
    side_trip = _is_side_trip(meeting)
    subjects = sorted([subject(one), subject(other)])
    first, last = meeting.days
    asks = " Was the shorter one a side trip? Then say so beside the longer one." if side_trip else ""
    return Mismatch(
        person=person,
        subject=" and ".join(subjects),
        detail=f"From {first} to {last} the applicant is told to be in {destination(one)} "
        f"({_told(meeting.first)}) and in {destination(other)} ({_told(meeting.second)}).{asks}",
        evidence=tuple(row.cite("period", shown(row)) for visit in meeting[:2] for row in visit.rows),
        severity=Severity.MINOR if side_trip else Severity.MAJOR,
        ask=side_trip,
        follows=(
            Cause("travel/missing", rival_subject(one, other)),
            *(Cause(name, of) for name in ("travel/missing", "travel/dates") for of in subjects),
        ),
    )


def _is_side_trip(meeting: Meeting) -> bool:
    """True where one journey lies within the other, in the same part of the world."""
    one, other = meeting.first.certain, meeting.second.certain
    if one is None or other is None or meeting.days not in (one, other):
        return False
    codes = [visit.rows[0].record.country or "" for visit in meeting[:2]]
    return one_region(*codes)


def _told(visit: Visit) -> str:
    paper: Paper = visit.paper
    return f"{visit.start} to {visit.end}, {paper.path}"
