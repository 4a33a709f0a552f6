"""work/gap: a time for which a history that must have no gaps tells nothing."""

from collections.abc import Iterator

from consistency.comparator.engine import Cause, Mismatch, rule
from consistency.comparator.time import THREE_MONTHS
from consistency.comparator.work.dating import told_differently
from consistency.comparator.work.gaps import Gap, explained, fillers, gaps, touching
from consistency.comparator.work.history import stands, subject
from consistency.model import Case, Citation, Job, Paper, Person, Record, Severity, Study

NO_ROOM = "A time without work does not fit on the form"


@rule(Severity.MAJOR, references=["IRPA s.16(1)"])
def gap(case: Case) -> Iterator[Mismatch]:
    """A history that must have no gaps leaves more than a month unaccounted for.

    Why: the form says that all time must be accounted for; an officer asks what was done in a gap, and delays or
    doubts the application.
    Advice: add what you did in that time (work, study, unemployment, travel, care of family), on an extra page where
    the form has no room; or explain the time in the letter, and document it.

    Reports a time between two jobs:
        draft/imm5669.pdf as of 2026-03-01: job employer=Acme title=cook from=2016-01 to=2019-06
        draft/imm5669.pdf as of 2026-03-01: job employer=Bistro title=chef from=2020-02 to=present

    Reports a time since the last job:
        draft/imm5257.pdf as of 2026-03-01: job employer=Acme title=cook from=2016-01 to=2025-09

    Reports a time since the last job where the next one is still to begin:
        draft/imm5669.pdf as of 2026-03-01: job employer=Acme title=cook from=2016-01 to=2025-09
        draft/imm5669.pdf as of 2026-03-01: job employer=Bistro title=chef from=2026-06 to=2027-06

    Reports a time after the age of 18 and before the first row:
        draft/imm5669.pdf as of 2026-03-01: birth_date=1990-01-01
        draft/imm5669.pdf as of 2026-03-01: job employer=Acme title=cook from=2018-01 to=present

    Reports a time that is not on a full form and not in the letter beside it:
        draft/imm5257.pdf as of 2026-03-01: job employer=Acme title=cook from=2016-01 to=2019-06
        draft/imm5257.pdf as of 2026-03-01: job employer=Bistro title=chef from=2020-02 to=2022-06
        draft/imm5257.pdf as of 2026-03-01: job employer=Diner title=chef from=2022-07 to=present
        draft/explanation-letter.pdf as of 2026-03-01: text "I have worked at Diner since July 2022."

    Reports as a note a time for which the form has no room:
        draft/imm5257.pdf as of 2026-03-01: job employer=Acme title=cook from=2016-01 to=2019-06
        draft/imm5257.pdf as of 2026-03-01: job employer=Bistro title=chef from=2020-02 to=2022-06
        draft/imm5257.pdf as of 2026-03-01: job employer=Diner title=chef from=2022-07 to=present

    Accepts rows without a break:
        draft/imm5669.pdf as of 2026-03-01: job employer=Acme title=cook from=2016-01 to=2019-06
        draft/imm5669.pdf as of 2026-03-01: job employer=Bistro title=chef from=2019-08 to=present

    Accepts study, unemployment and care of the family:
        draft/imm5669.pdf as of 2026-03-01: job employer=Acme title=cook from=2016-01 to=2018-06
        draft/imm5669.pdf as of 2026-03-01: job title=Unemployed from=2018-07 to=2018-12
        draft/imm5669.pdf as of 2026-03-01: job title="Caring for family" from=2019-01 to=2019-06
        draft/imm5669.pdf as of 2026-03-01: education institution="City College" from=2019-07 to=2020-06
        draft/imm5669.pdf as of 2026-03-01: job employer=Bistro title=chef from=2020-07 to=present

    Accepts a form that does not ask for all time:
        draft/imm1295.pdf as of 2026-03-01: job employer=Acme title=cook from=2016-01 to=2019-06
        draft/imm1295.pdf as of 2026-03-01: job employer=Bistro title=chef from=2020-02 to=present

    Accepts a time before the ten years of the form:
        draft/imm5669.pdf as of 2026-03-01: birth_date=1980-01-01
        draft/imm5669.pdf as of 2026-03-01: job employer=Acme title=cook from=2010-01 to=2012-06
        draft/imm5669.pdf as of 2026-03-01: job employer=Bistro title=chef from=2016-03 to=present

    Accepts a time before the age of 18:
        draft/imm5669.pdf as of 2026-03-01: birth_date=2002-05-04
        draft/imm5669.pdf as of 2026-03-01: job employer=Bistro title=chef from=2020-06 to=present

    Accepts the last year of school, up to the age of 19:
        draft/imm5669.pdf as of 2026-03-01: birth_date=2000-05-04
        draft/imm5669.pdf as of 2026-03-01: education institution="City College" from=2018-09 to=2020-06
        draft/imm5669.pdf as of 2026-03-01: job employer=Bistro title=chef from=2020-07 to=present

    Accepts a table of employment that begins with the first job:
        draft/imm5257.pdf as of 2026-03-01: birth_date=1990-01-01
        draft/imm5257.pdf as of 2026-03-01: job employer=Bistro title=chef from=2018-06 to=present

    Accepts a time that the letter explains:
        draft/imm5669.pdf as of 2026-03-01: job employer=Acme title=cook from=2016-01 to=2019-06
        draft/imm5669.pdf as of 2026-03-01: job employer=Bistro title=chef from=2020-02 to=present
        draft/explanation-letter.pdf as of 2026-03-01: text "From July 2019 to January 2020 I cared for my father."

    Accepts a form that was filed before:
        2024/imm5257.pdf as of 2024-03-01: job employer=Acme title=cook from=2015-01 to=2019-06
        2024/imm5257.pdf as of 2024-03-01: job employer=Bistro title=chef from=2020-02 to=present
        draft/imm1295.pdf as of 2026-03-01: job employer=Bistro title=chef from=2020-02 to=present

    Accepts rows of which one has no dates:
        draft/imm5669.pdf as of 2026-03-01: job employer=Acme title=cook from=2016-01 to=2019-06
        draft/imm5669.pdf as of 2026-03-01: job employer=Diner title=cook to=2020-01
        draft/imm5669.pdf as of 2026-03-01: job employer=Bistro title=chef from=2020-02 to=present
    """
    for person in case.people:
        for paper in case.of(person):
            if case.in_draft(paper):
                yield from _gaps(case, person, paper)


def _gaps(case: Case, person: Person, paper: Paper) -> Iterator[Mismatch]:
    for found in gaps(paper, case, person):
        if explained(case, found) is None:
            yield _mismatch(case, person, found)


def _mismatch(case: Case, person: Person, found: Gap) -> Mismatch:
    first, last = found.days
    others = fillers(case, person, found)
    beside = touching(case, person, found)
    causes = [
        Cause(rule, subject(job))
        for job in others
        for rule in ("work/missing", "work/added", "work/employer")
    ]
    elsewhere = "".join(f" {stands(job)}." for job in others)
    room = "" if found.room else " All rows of the form are in use: account for it on an extra page."
    level = Severity.MINOR if found.length <= THREE_MONTHS else Severity.MAJOR
    return Mismatch(
        person=person,
        subject=f"gap {first:%Y-%m} {last:%Y-%m}",
        detail=f"{found.paper.path} tells nothing of the time from {first} to {last} ({found.length} days)"
        f"{_between(found)}.{elsewhere}{room}",
        evidence=(
            *(_cite(found.paper, row, "to") for row in (found.before,) if row is not None),
            *(_cite(found.paper, row, "from") for row in (found.after,) if row is not None),
            Citation(found.paper.absent(), None, found.paper.as_of.date),
        ),
        severity=level if found.room else Severity.INFO,
        title=None if found.room else NO_ROOM,
        follows=(*causes, *told_differently(case, person, (*others, *beside))),
    )


def _between(found: Gap) -> str:
    before, after = (_named(row) for row in (found.before, found.after))
    if before and after:
        return f", between {before} and {after}"
    return f", after {before}" if before else f", before {after}" if after else ""


def _named(row: Record | None) -> str:
    if isinstance(row, Job):
        return row.employer or row.title or "a row without a name"
    return (row.institution or "studies") if isinstance(row, Study) else ""


def _cite(paper: Paper, row: Record, name: str) -> Citation:
    period = row.period
    value = None if period is None else period.end_iso if name == "to" else period.start_iso
    return Citation(row.cite(name), value, paper.as_of.date)
