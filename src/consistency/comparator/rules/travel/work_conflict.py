"""travel/work-conflict: abroad for longer than a leave while working on site."""

from collections.abc import Iterator, Sequence

from consistency.comparator.aligned.employment import is_work
from consistency.comparator.day_spans import Span, length, shared_days
from consistency.comparator.engine import Cause, Mismatch, rule
from consistency.comparator.passages import passages
from consistency.comparator.telling import Same, Told, told_by
from consistency.comparator.told_days import certain
from consistency.comparator.whereabouts.presence import homes, lived_in
from consistency.comparator.whereabouts.travels import best, country, journeys, named, shown, subject
from consistency.comparator.work.history import counts, jobs, refused_for_experience
from consistency.comparator.work.history import named as job_named
from consistency.comparator.work.history import subject as job_subject
from consistency.comparator.work.workplaces import (
    has_long_holidays,
    is_for_work,
    is_mobile,
    is_owner,
    is_remote,
)
from consistency.model import Case, Citation, Job, Person, Severity, Trip
from consistency.normalizer.expressions import expression
from consistency.normalizer.text import fold

FULL_TIME = 30
"""Hours a week from which a job leaves no time for journeys of months."""

HALF = 0.5

LONG_HOLIDAYS = 70
"""Days for which schools close, and for which people who work abroad go home."""

_LEAVE = expression(
    r"\b(?:(?:on|of|annual|unpaid|paid|medical|sick|study|special|long|approved|granted|extended|took|taken|earned|home)"
    r" (?:\w+ )?leave|leave (?:of absence|from work|without pay|period)|sabbatical|career break|(?:mater|pater)nity"
    r"|parental|furlough\w*|second(?:ment|ed)|posted to|deputation|assignment|conges?|annee sabbatique|detach\w+"
    r"|en mission)\b"
)
"""Words (folded) that account for an absence from work."""


@rule(Severity.MAJOR, references=["IRPA s.16(1)"])
def work_conflict(case: Case, *, leave_days: int = 30) -> Iterator[Mismatch]:
    """A journey took longer than a leave, although the applicant is told to have worked on site all the time.

    Why: months abroad during employment make the officer doubt that the job was held as it is told.
    Advice: enclose the employer's proof of the leave, or of work from abroad; or correct the dates of the journey or
    of the job in the draft; or say openly in the explanation letter that an older record was wrong.

    Reports two months abroad during a job at home:
        draft/imm5562.pdf as of 2026-03-01: trip country=AE city=Dubai from=2022-03-06 to=2022-05-18 purpose=tourism
        draft/imm1295.pdf as of 2026-03-01: job employer=Acme title=cook country=KE from=2019-01 to=present

    Reports months that a form tells by months:
        draft/imm5257b.pdf as of 2026-03-01: trip country=AE city=Dubai from=2022-03 to=2022-06
        draft/imm1295.pdf as of 2026-03-01: job employer=Acme title=welder country=KE from=2019-01 to=2024-05

    Reports months away from a yard, where ships are built and stay:
        draft/imm5562.pdf as of 2026-03-01: trip country=AE city=Dubai from=2022-03-06 to=2022-05-18 purpose=tourism
        draft/imm1295.pdf as of 2026-03-01: job employer="Mombasa Shipyard" title=welder country=KE from=2019-01 to=present

    Accepts a holiday:
        draft/imm5562.pdf as of 2026-03-01: trip country=AE city=Dubai from=2022-03-06 to=2022-04-04 purpose=tourism
        draft/imm1295.pdf as of 2026-03-01: job employer=Acme title=cook country=KE from=2019-01 to=present

    Accepts months of which a form does not tell the days:
        draft/imm5257b.pdf as of 2026-03-01: trip country=AE city=Dubai from=2022-03 to=2022-04
        draft/imm1295.pdf as of 2026-03-01: job employer=Acme title=cook country=KE from=2019-01 to=present

    Accepts a journey for the work:
        draft/imm5562.pdf as of 2026-03-01: trip country=AE city=Dubai from=2022-03-06 to=2022-05-18 purpose=business
        draft/imm1295.pdf as of 2026-03-01: job employer=Acme title=engineer country=KE from=2019-01 to=present

    Accepts work at sea, in the air or on the road:
        draft/imm5562.pdf as of 2026-03-01: trip country=AE city=Dubai from=2022-03-06 to=2022-05-18
        draft/imm1295.pdf as of 2026-03-01: job employer=Acme title="Second Engineer, MV Star" country=PH from=2019-01 to=present

    Accepts work from anywhere:
        draft/imm5562.pdf as of 2026-03-01: trip country=AE city=Dubai from=2022-03-06 to=2022-05-18
        draft/imm1295.pdf as of 2026-03-01: job employer=Acme title="Developer (remote)" country=KE from=2019-01 to=present

    Accepts the owner of a business:
        draft/imm5562.pdf as of 2026-03-01: trip country=AE city=Dubai from=2022-03-06 to=2022-05-18
        draft/imm1295.pdf as of 2026-03-01: job employer="Noor Bakery" title=Owner country=KE from=2019-01 to=present

    Accepts the holidays of a school:
        draft/imm5562.pdf as of 2026-03-01: trip country=AE city=Dubai from=2022-07-01 to=2022-08-28
        draft/imm1295.pdf as of 2026-03-01: job employer="Hill School" title=Teacher country=KE from=2019-01 to=present

    Accepts a home leave of somebody who works abroad:
        draft/imm1295.pdf as of 2026-03-01: citizenship=NP family_name=RAI birth_date=1990-01-01
        draft/imm1295.pdf as of 2026-03-01: job employer=Acme title=cook country=QA from=2019-01 to=present
        draft/travel-history.docx as of 2026-02-20: trip country=NP city=Butwal from=2022-03-06 to=2022-05-02

    Accepts a journey within the country of the job:
        draft/imm5562.pdf as of 2026-03-01: trip country=AE city=Dubai from=2022-03-06 to=2022-05-18
        draft/imm1295.pdf as of 2026-03-01: job employer=Acme title=cook country=AE from=2019-01 to=present

    Accepts a journey between two jobs:
        draft/imm5562.pdf as of 2026-03-01: trip country=AE city=Dubai from=2022-03-06 to=2022-05-18
        draft/imm1295.pdf as of 2026-03-01: job employer=Acme title=cook country=KE from=2019-01 to=2022-03
        draft/imm1295.pdf as of 2026-03-01: job employer=Bistro title=cook country=KE from=2022-05 to=present

    Accepts a leave that a paper tells:
        draft/imm5562.pdf as of 2026-03-01: trip country=AE city=Dubai from=2022-03-06 to=2022-05-18
        draft/imm1295.pdf as of 2026-03-01: job employer=Acme title=cook country=KE from=2019-01 to=present
        draft/explanation-letter.pdf as of 2026-03-01: text "I was on maternity leave from February to July 2022."

    Accepts a time without work that the history tells:
        draft/imm5562.pdf as of 2026-03-01: trip country=AE city=Dubai from=2022-03-06 to=2022-05-18
        draft/imm5669.pdf as of 2026-03-01: job title="Maternity leave" country=KE from=2022-01 to=2022-09
        draft/imm1295.pdf as of 2026-03-01: job employer=Acme title=cook country=KE from=2019-01 to=present
    """
    for person in case.people:
        worked = jobs(case, person)
        for group in journeys(case, person):
            days = best(group).certain
            if days is None or (days[1] - days[0]).days <= leave_days or _is_free(case, person, group, days):
                continue
            busy = [job for job in worked if _conflicts(case, person, group, job, leave_days)]
            if busy:
                yield _mismatch(case, person, group, busy[0])


def _is_free(case: Case, person: Person, group: Same[Trip], days: Span) -> bool:
    """True for a journey for the work, and for an absence from work that a paper accounts for."""
    if any(is_for_work(row.record.purpose) for row in group.told):
        return True
    rows = (told for told in told_by(case.of(person), Job) if not is_work(told.record))
    if any(_shared(row, days) >= HALF * length(days) for row in rows):
        return True
    years = {str(day.year) for day in days}
    told = (fold(p.text) for paper in case.of(person) if not paper.is_form for p in passages(paper))
    return any(_LEAVE.search(words) and years & set(words.split()) for words in told)


def _conflicts(case: Case, person: Person, group: Same[Trip], job: Same[Job], leave_days: int) -> bool:
    """True where a job in another country, bound to its place, went on for longer than a leave."""
    code, days = country(group), best(group).certain
    rows = [row for row in job.told if is_work(row.record)]
    if code is None or days is None or not _binds(rows) or lived_in(case, person, code, days):
        return False
    there = [row for row in rows if row.record.country is not None]
    if any(row.record.country == code for row in there):
        return False
    away_long = code in homes(case, person) or any(map(has_long_holidays, rows))
    leave = LONG_HOLIDAYS if away_long else leave_days
    return any(_shared(row, days) > leave + 1 for row in there)


def _binds(rows: Sequence[Told[Job]]) -> bool:
    """True for full-time work in a place of the employer's."""
    elsewhere = any(is_remote(row) or is_mobile(row) or is_owner(row) for row in rows)
    return not elsewhere and all((row.record.hours or FULL_TIME) >= FULL_TIME for row in rows)


def _shared(row: Told[Job], days: Span) -> int:
    """Give how many of some days a row certainly covers."""
    own = certain(row)
    return shared_days(own, days) if own is not None else 0


def _mismatch(case: Case, person: Person, group: Same[Trip], job: Same[Job]) -> Mismatch:
    days = best(group).certain
    took = length(days) if days else 0
    sentence = named(group)
    material = counts(case, {row.record.title for row in job.told}) or refused_for_experience(case)
    return Mismatch(
        person=person,
        subject=f"{subject(group)} and {job_subject(job)}",
        detail=f"{sentence[0].upper()}{sentence[1:]} took {took} days at least, while {job_named(job)} went on. "
        "No paper tells of a leave or of work from abroad.",
        evidence=tuple(_cited(group, job)),
        severity=Severity.MAJOR.moved(int(material)),
        follows=(
            *(Cause(name, subject(group)) for name in ("travel/dates", "travel/overlap")),
            *(Cause(name, job_subject(job)) for name in ("work/dates", "work/current", "work/location")),
        ),
    )


def _cited(group: Same[Trip], job: Same[Job]) -> Iterator[Citation]:
    for visit in group.told:
        yield visit.cite("period", shown(visit))
    for row in job.told:
        period = row.record.period
        yield row.cite("from", f"{row.record.employer}, {period}" if period else row.record.employer)
