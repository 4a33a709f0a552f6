"""Work in Canada against what allowed it: the days of the permits, their employer and place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Literal

from msgspec import Struct

from consistency.comparator.aligned.employment import employer_of, is_work
from consistency.comparator.aligned.stints import misread
from consistency.comparator.day_spans import (
    Span,
    after,
    before,
    common,
    joined,
    length,
    shared,
    without,
)
from consistency.comparator.renaming import renaming
from consistency.comparator.status.stay import CANADA, INSIDE, Cover, covers, day_of
from consistency.comparator.status.stay_gaps import LONG, abroad
from consistency.comparator.telling import Same, Told
from consistency.comparator.work.history import jobs
from consistency.comparator.work.paid_work import paid_beside
from consistency.comparator.work.seasons import days_at_work
from consistency.model import Case, Job, Offer, Paper, Person, Refusal, Study
from consistency.normalizer import organisations, places
from consistency.normalizer.expressions import expression
from consistency.normalizer.text import fold

PART_OF_A_WEEK = 24
"""Hours a week that a student may work off campus while studying."""

A_LONG_BREAK = 153
"""Days of a summer's break, in which a student may work full time."""

_AWAY = expression(
    r"\b(?:remote(?:ly)?|telework\w*|work from home|wfh|teletravail|a distance|home office|offshore)\b"
)

Fault = Literal["employer", "place", "visitor", "no status", "studies"]


class Unauthorised(Struct, frozen=True):
    """Work in Canada on days on which nothing in the folder allowed it."""

    job: Same[Job]
    told: tuple[Told[Job], ...]
    """The rows that tell work on those days."""
    spans: tuple[Span, ...]
    fault: Fault
    against: tuple[Cover, ...]
    """What was held on those days, or, without any status, before and after them."""
    pending: bool = False
    """True where an application for that very employer was open."""

    @property
    def start(self) -> date:
        """The first of those days."""
        return self.spans[0][0]

    @property
    def end(self) -> date:
        """The last one that is told."""
        return self.spans[-1][1]

    @property
    def asked(self) -> bool:
        """True where it may have been allowed: by a pending application, or by a permit that is not in the folder."""
        long = length(*self.spans) > LONG and len(self.against) > 1
        return self.pending or (self.fault == "no status" and long)

    @property
    def ongoing(self) -> bool:
        """True where nothing allowed the work, and it went on, when it was told last."""
        still = [day_of(t.paper) for t in self.told if t.record.goes_on]
        return any(day is not None and day <= self.end for day in still)


def unauthorised(case: Case, person: Person) -> Iterator[Unauthorised]:
    """Give the jobs in Canada of which days lie outside everything that allowed work, after the first known ground."""
    known = covers(case, person)
    histories = [paper for paper in case.of(person) if paper.asks(Job) is not None]
    for job in jobs(case, person):
        if any(paid_beside(case, paper, job) for paper in histories):
            continue
        in_canada = any(is_work(t.record) and t.record.country == CANADA for t in job.told)
        rows = [t for t in job.told if is_work(t.record)] if in_canada else []
        there = all(t.record.country in {CANADA, None} for t in job.told) and not any(map(_remote, job.told))
        if known and rows and there:
            yield from _faults(job, rows, known, _Allowed(case, job, tuple(abroad(case, person))))


def as_student(case: Case, person: Person) -> Iterator[Unauthorised]:
    """Give the jobs of more than part of a week on days that a study permit alone covers, during the studies."""
    known = covers(case, person)
    alone = [c for c in known if c.held is not None and c.held.kind == "study"]
    others = [c.span for c in known if c not in alone]
    studied = shared([c.span for c in alone], _terms(case, person))
    for job in jobs(case, person):
        rows = tuple(t for t in job.told if t.record.country == CANADA and _is_full_time(t.record))
        days = without(shared(studied, filter(None, map(_core, rows))), others)
        if length(*days) > A_LONG_BREAK:
            yield Unauthorised(job, rows, tuple(days), "studies", tuple(alone))


def _terms(case: Case, person: Person) -> list[Span]:
    """Give the times that the papers tell to have been spent in studies in Canada."""
    told = [
        s.period for paper in case.of(person) for s in paper.all(Study) if s.country == CANADA and s.period
    ]
    return [span for period in told if (span := period.core()) is not None]


def _is_full_time(job: Job) -> bool:
    return job.hours is not None and job.hours > PART_OF_A_WEEK


def _core(told: Told[Job]) -> Span | None:
    """Give the days on which a row tells work for certain."""
    return told.record.period.core(day_of(told.paper)) if told.record.period else None


def _remote(told: Told[Job]) -> bool:
    """True for work for an employer in Canada that may have been done from elsewhere."""
    job = told.record
    words = " ".join(filter(None, (job.title, job.employer, job.city, job.evidence.quote, *job.duties)))
    return bool(_AWAY.search(fold(words)))


class _Allowed(Struct, frozen=True):
    """What a job is held against: the case for the names of employers, and days on which the person lived abroad."""

    case: Case
    job: Same[Job]
    abroad: tuple[Span, ...]


def _faults(
    job: Same[Job], rows: Sequence[Told[Job]], known: Sequence[Cover], allowed: _Allowed
) -> Iterator[Unauthorised]:
    first = min(c.span[0] for c in known)
    fitting = [c.span for c in known if _allows(allowed.case, c, job)]
    found: list[tuple[Told[Job], list[Span]]] = []
    for row in rows:
        rest = _outside(job, row, [(date.min, before(first)), *fitting, *allowed.abroad])
        if rest:
            found.append((row, rest))
    days = joined(span for _, spans in found for span in spans)
    if days:
        fault, against = _fault(job, known, days)
        told = tuple(row for row, _ in found)
        yield Unauthorised(job, told, tuple(days), fault, against, _applied(allowed.case, job, days))


def _outside(job: Same[Job], row: Told[Job], allowed: Sequence[Span]) -> list[Span]:
    """Give the days of a row that lie outside those that are allowed; those of a payslip only where all of them do.

    Of a time that was paid for, and that is allowed in part, nobody knows on which of its days the work was done.
    """
    paid = row.record.paid.span() if row.record.paid else None
    worked = days_at_work(row.record, day_of(row.paper), (told.record for told in job.told))
    rest = list(without([paid] if paid else worked, allowed))
    return rest if not paid or length(*rest) == length(paid) else []


def _fault(job: Same[Job], known: Sequence[Cover], days: Sequence[Span]) -> tuple[Fault, tuple[Cover, ...]]:
    """Say what is wrong on the days, and by what: the permit of another employer counts before having none."""
    held = [c for c in known if any(common(c.span, span) for span in days)]
    bound = tuple(c for c in held if _employer(c) is not None)
    if bound:
        same = all(_one_employer(job, _employer(c)) for c in bound)
        return ("place" if same else "employer"), bound
    if held:
        return "visitor", tuple(held)
    ended = max((c for c in known if c.span[1] < days[0][0]), key=lambda c: c.span[1], default=None)
    begins = min((c for c in known if c.span[0] > days[-1][1]), key=lambda c: c.span[0], default=None)
    return "no status", tuple(c for c in (ended, begins) if c is not None)


def _allows(case: Case, cover: Cover, job: Same[Job]) -> bool:
    """True where the job may be done under a cover, as far as the papers tell; doubts count for the applicant."""
    if cover.held is None:
        return cover.ground == "unknown" or cover.status not in {None, "visitor"}
    if cover.held.kind == "visitor":
        return False
    name = cover.held.employer
    if name is None:
        return True
    return _for_employer(case, job, name) and _in_place(job, cover.held.permit.city)


def _employer(cover: Cover) -> str | None:
    return cover.held.employer if cover.held else None


def _for_employer(case: Case, job: Same[Job], name: str) -> bool:
    names = {own for t in job.told if (own := employer_of(t.record))}
    return not names or _one_employer(job, name) or any(renaming(case.papers, own, name) for own in names)


def _one_employer(job: Same[Job], name: str | None) -> bool:
    """True where any telling of the job names the employer, spelt or read a little otherwise at most."""
    own = {told for t in job.told if (told := employer_of(t.record))}
    return name is not None and any(
        organisations.compare(one, name).agrees or misread(one, name) for one in own
    )


def _in_place(job: Same[Job], city: str | None) -> bool:
    """True where any telling of the job has the permit's place, or none tells one."""
    cities = {t.record.city for t in job.told if t.record.city}
    near = any(
        places.compare_cities(one, city or "").agrees or places.one_area(one, city or "", "CA")
        for one in cities
    )
    return near or not city or not cities


def _applied(case: Case, job: Same[Job], days: Sequence[Span]) -> bool:
    """True where an in-Canada form filed before those days names the job's employer."""
    for paper in case.papers:
        day = paper.as_of.date
        filed = paper.kind in INSIDE and day is not None and day.earliest <= after(days[0][0])
        open_then = filed and not _refused_before(case, paper, days[0][0])
        if open_then and any(o.employer and _one_employer(job, o.employer) for o in paper.all(Offer)):
            return True
    return False


def _refused_before(case: Case, form: Paper, first: date) -> bool:
    """True where the application of a form was refused before a day: it was no longer open."""
    application = case.application_of(form)
    beside = [p for p in case.papers if application is not None and p.application == form.application]
    told = [r.period.start for p in beside for r in p.all(Refusal) if r.country == CANADA and r.period]
    refused = application is not None and application.outcome == "refused"
    signed = form.as_of.date
    return refused and any(
        day is not None and day.latest < first and (signed is None or not day.before(signed)) for day in told
    )
