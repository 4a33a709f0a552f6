"""work/dates: one job, two sets of dates."""

from collections.abc import Iterator, Sequence

from consistency.comparator.engine import Cause, Mismatch, rule
from consistency.comparator.openly import said_openly
from consistency.comparator.telling import Same, Told
from consistency.comparator.work.boundaries import Difference, shown
from consistency.comparator.work.dating import causes, in_order, subject_of
from consistency.comparator.work.history import (
    is_retold,
    jobs,
    named,
    refused_for_experience,
    subject,
    told_openly,
    weighed,
)
from consistency.comparator.work.paid_work import paid_outside
from consistency.model import Case, Citation, Job, Person, Severity

Outside = tuple[Told[Job], tuple[Told[Job], ...]]


@rule(Severity.MAJOR, references=["IRPA s.16(1)", "IRPA s.40(1)(a)"])
def dates(case: Case) -> Iterator[Mismatch]:
    """Two documents date the same job differently.

    Why: officers compare the history in each application with the ones before, and count experience in months.
    Advice: correct the draft, or say openly in the explanation letter which older record was wrong and enclose
    proof of the dates, or document why both are true.

    Reports:
        2022/imm5257.pdf as of 2022-05-02: job employer="Acme Ltd" title=analyst from=2018-01 to=2019-03
        draft/imm1295.pdf as of 2026-03-01: job employer="ACME LIMITED" title=analyst from=2018-01 to=2019-09

    Reports a start that the letter does not confirm:
        draft/imm1295.pdf as of 2026-03-01: job employer=Acme title=cook from=2018-01 to=2019-09
        draft/employment-letter.pdf as of 2026-02-01: job employer=Acme title=cook from=2018-06-04 to=2019-09-30

    Reports "present" on a day on which another paper says that it had ended:
        2024/imm1295.pdf as of 2024-06-01: job employer=Acme title=cook from=2018-01 to=present
        draft/imm1295.pdf as of 2026-03-01: job employer=Acme title=cook from=2018-01 to=2023-09

    Reports another calendar year where both papers give years alone:
        2024/cv.pdf as of 2024-06-01: job employer=Acme title=cook from=2017 to=2019
        draft/cv.pdf as of 2026-03-01: job employer=Acme title=cook from=2018 to=2019

    Reports a break that one paper tells and another runs through:
        2024/imm1295.pdf as of 2024-06-01: job employer=Acme title=cook from=2015-01 to=2016-06
        2024/imm1295.pdf as of 2024-06-01: job employer=Acme title=cook from=2018-02 to=2020-01
        draft/imm1295.pdf as of 2026-03-01: job employer=Acme title=cook from=2015-01 to=2020-01

    Accepts a break of which the row that runs through it tells, too:
        2024/imm1295.pdf as of 2024-06-01: job employer=Acme title=cook from=2015-01 to=2016-06
        2024/imm1295.pdf as of 2024-06-01: job employer=Acme title=cook from=2018-02 to=2020-01
        draft/employment-letter.pdf as of 2026-03-01: job employer=Acme title="cook, with parental leave" from=2015-01 to=2020-01

    Reports one finding for a boundary between two jobs that moved:
        2024/imm1295.pdf as of 2024-06-01: job employer=Acme title=cook from=2015-01 to=2018-06
        2024/imm1295.pdf as of 2024-06-01: job employer=Bistro title=chef from=2018-07 to=2020-01
        draft/imm1295.pdf as of 2026-03-01: job employer=Acme title=cook from=2015-01 to=2017-06
        draft/imm1295.pdf as of 2026-03-01: job employer=Bistro title=chef from=2017-07 to=2020-01

    Reports a payslip for a time after the end that a history tells:
        draft/imm1295.pdf as of 2026-03-01: job employer=Acme title=cook from=2018-01 to=2025-06
        draft/payslip.pdf as of 2025-10-03: job employer="ACME Ltd" paid_from=2025-09-14 paid_to=2025-09-27

    Reports contributions to a fund that were paid long after the end that a history tells:
        draft/imm1295.pdf as of 2026-03-01: job employer=Acme title=cook from=2016-01 to=2019-02
        draft/employment-record.pdf as of 2025-10-03: job employer=Acme paid_from=2017-06-01 paid_to=2019-07-31

    Accepts contributions to a fund that began long after the job:
        draft/imm1295.pdf as of 2026-03-01: job employer=Acme title=cook from=2016-01 to=2019-07
        draft/employment-record.pdf as of 2025-10-03: job employer=Acme paid_from=2017-06-01 paid_to=2019-07-31

    Accepts a yearly slip of a job that filled a part of the year:
        draft/imm1295.pdf as of 2026-03-01: job employer=Acme title=cook from=2016-09 to=2019-02
        draft/tax-slip.pdf as of 2016-12-31: job employer=Acme paid_from=2016 paid_to=2016
        draft/tax-slip_2.pdf as of 2019-12-31: job employer=Acme paid_from=2019 paid_to=2019
        draft/tax-slip_3.pdf as of 2017-03-31: job employer=Acme paid_from=2016-04-01 paid_to=2017-03-31

    Accepts payslips within the job, in the month of its end, and of a time after the history was signed:
        2024/imm1295.pdf as of 2024-03-01: job employer=Acme title=cook from=2018-01 to=2024-01
        draft/imm1295.pdf as of 2026-03-01: job employer=Acme title=cook from=2018-01 to=2024-01
        draft/payslip.pdf as of 2023-10-03: job employer=Acme paid_from=2023-09-14 paid_to=2023-09-27
        draft/payslip_2.pdf as of 2024-02-16: job employer=Acme paid_from=2024-02-01 paid_to=2024-02-14
        draft/payslip_3.pdf as of 2026-05-16: job employer=Acme paid_from=2026-05-01 paid_to=2026-05-14

    Accepts a payslip of another stay at the employer, and of a job that goes on:
        draft/imm1295.pdf as of 2026-03-01: job employer=Acme title=cook from=2015-01 to=2016-06
        draft/imm1295.pdf as of 2026-03-01: job employer=Acme title=cook from=2019-01 to=2020-06
        draft/imm1295.pdf as of 2026-03-01: job employer=Bistro title=cook from=2020-07 to=present
        draft/payslip.pdf as of 2015-10-03: job employer=Acme paid_from=2015-09-01 paid_to=2015-09-30
        draft/payslip_2.pdf as of 2026-01-16: job employer=Bistro paid_from=2026-01-01 paid_to=2026-01-14

    Accepts a job that had not ended when the older form was signed:
        2019/imm5257.pdf as of 2019-02-01: job employer=Acme title=analyst from=2018-01 to=present
        draft/imm1295.pdf as of 2026-03-01: job employer=Acme title=analyst from=2018-01 to=2019-09

    Accepts a month beside a day of that month:
        draft/imm1295.pdf as of 2026-03-01: job employer=Acme title=analyst from=2018-01 to=2019-09
        draft/employment-letter.pdf as of 2026-02-01: job employer=Acme title=analyst from=2018-01-15 to=2019-09-30

    Accepts a year beside a month of that year:
        draft/imm1295.pdf as of 2026-03-01: job employer=Acme title=analyst from=2018-05 to=2019-09
        draft/cv.pdf as of 2026-02-01: job employer=Acme title=analyst from=2018 to=2019

    Accepts the last day of one month beside the next month:
        draft/imm1295.pdf as of 2026-03-01: job employer=Acme title=analyst from=2018-02 to=2019-09
        draft/employment-letter.pdf as of 2026-02-01: job employer=Acme title=analyst from=2018-01-31 to=2019-09-30

    Accepts a promotion told as rows in one paper and as one row in another:
        2024/imm1295.pdf as of 2024-06-01: job employer=Acme title=analyst from=2018-01 to=2019-12
        2024/imm1295.pdf as of 2024-06-01: job employer=Acme title="senior analyst" from=2020-01 to=2023-05
        draft/imm1295.pdf as of 2026-03-01: job employer=Acme title="senior analyst" from=2018-01 to=2023-05

    Accepts a letter about the last position only:
        draft/cv.pdf as of 2026-02-20: job employer=Acme title=cook from=2018-01 to=2019-12
        draft/cv.pdf as of 2026-02-20: job employer=Acme title=chef from=2020-01 to=present
        draft/imm1295.pdf as of 2026-03-01: job employer=Acme title=chef from=2018-01 to=present
        draft/employment-letter.pdf as of 2026-02-01: job employer=Acme title=chef from=2020-01-06 to=present

    Accepts a letter about a position that another paper tells within its title:
        draft/imm1295.pdf as of 2026-03-01: job employer=Acme title="cook (head chef since May 2021)" from=2018-01 to=present
        draft/explanation-letter.pdf as of 2026-02-01: job employer=Acme title="head chef" from=2021-05 to=present

    Reports a letter that begins on another day than the position within the title:
        draft/imm1295.pdf as of 2026-03-01: job employer=Acme title="cook (head chef since May 2021)" from=2018-01 to=present
        draft/explanation-letter.pdf as of 2026-02-01: job employer=Acme title="head chef" from=2020-02 to=present

    Reports a letter with two rows that begin on another day than the form:
        draft/imm1295.pdf as of 2026-03-01: job employer=Acme title=cook from=2016-02 to=present
        draft/employment-letter.pdf as of 2026-02-01: job employer=Acme title=cook from=2018-02-15 to=present
        draft/employment-letter.pdf as of 2026-02-01: job employer=Acme title=cook from=2018-02-15 to=2020-12-31

    Accepts a position that ended before the time that the form asks about:
        draft/cv.pdf as of 2026-02-20: job employer=Acme title=analyst from=2010-01 to=2014-12
        draft/cv.pdf as of 2026-02-20: job employer=Acme title="senior analyst" from=2015-01 to=present
        draft/imm1295.pdf as of 2026-03-01: job employer=Acme title="senior analyst" from=2015-01 to=present

    Accepts a form that begins with the time that it asks about:
        draft/cv.pdf as of 2026-02-20: job employer=Acme title=analyst from=2010-01 to=present
        draft/imm1295.pdf as of 2026-03-01: job employer=Acme title=analyst from=2016-03 to=present

    Accepts two stays at one employer:
        2024/imm1295.pdf as of 2024-06-01: job employer=Acme title=cook from=2015-01 to=2016-06
        2024/imm1295.pdf as of 2024-06-01: job employer=Acme title=cook from=2019-02 to=2020-01
        draft/cv.pdf as of 2026-03-01: job employer=Acme title=cook from=2015-01 to=2016-06
        draft/cv.pdf as of 2026-03-01: job employer=Acme title=cook from=2019-02 to=2020-01

    Accepts seasons told as one row that says so:
        draft/imm1295.pdf as of 2026-03-01: job employer=Acme title="fruit picker (seasonal)" from=2021-04 to=2023-11
        draft/employment-letter.pdf as of 2026-02-01: job employer=Acme from=2021-04-03 to=2021-11-10
        draft/employment-letter.pdf as of 2026-02-01: job employer=Acme from=2022-04-05 to=2022-11-12
        draft/employment-letter.pdf as of 2026-02-01: job employer=Acme from=2023-04-02 to=2023-11-14

    Accepts a date that one paper does not give:
        draft/imm1295.pdf as of 2026-03-01: job employer=Acme title=analyst from=2018-01 to=2019-09
        draft/explanation-letter.pdf as of 2026-02-01: job employer=Acme title=analyst to=2019-09
    """
    for person in case.people:
        found = list(causes(case, person))
        yield from (_mismatch(case, person, cause) for cause in found)
        known = [difference.job for cause in found for difference in cause]
        for job in jobs(case, person):
            outside = list(paid_outside(job))
            if outside and not any(job is other for other in known):
                yield _paid(case, person, job, outside)


def _paid(case: Case, person: Person, job: Same[Job], outside: Sequence[Outside]) -> Mismatch:
    """Report payslips for a time in which a history tells that the job had not begun, or had ended."""
    slips = {slip.paper.path: slip for slip, _ in outside}.values()
    rows = [row for told in {told[0].paper.path: told for _, told in outside}.values() for row in told]
    letter = told_openly(case, [row.paper for row in rows], job)
    times = "; ".join(f"{slip.record.paid} in {slip.paper.path}" for slip in slips)
    told = "; ".join(f"{row.record.period} in {row.paper.path}" for row in rows)
    return Mismatch(
        person=person,
        subject=f"paid {subject(job)}",
        detail=f"{named(job)[0].upper()}{named(job)[1:]} was paid for outside the time that is told of it: {times}; "
        f"{told}.{said_openly(letter)}",
        evidence=(
            *(slip.cite("paid_from", str(slip.record.paid)) for slip in slips),
            *(row.cite("period", str(row.record.period)) for row in rows),
            *([letter.citation] if letter else []),
        ),
        severity=weighed(case, Severity.MAJOR, {row.record.title for row in rows}, letter is not None),
    )


def _mismatch(case: Case, person: Person, cause: Sequence[Difference]) -> Mismatch:
    ordered = in_order(cause)
    first = max(ordered, key=lambda d: (d.level, d.confidence, d.days))
    letter = told_openly(case, tuple(row.paper for row in first.rows), first.job)
    material = first.level is Severity.MAJOR and refused_for_experience(case)
    cited: list[Citation] = [citation for d in ordered for citation in d.citations]
    return Mismatch(
        person=person,
        subject=subject_of(cause),
        detail=" ".join(_sentence(d) for d in ordered) + said_openly(letter),
        evidence=tuple(dict.fromkeys(cited + ([letter.citation] if letter else []))),
        severity=first.level.moved(int(material) - int(letter is not None)),
        confidence=first.confidence,
        follows=(
            *(Cause("work/employer", subject(d.job)) for d in ordered if is_retold(d.job)),
            *_of_current(cause),
        ),
    )


def _of_current(cause: Sequence[Difference]) -> tuple[Cause, ...]:
    """Give the contradiction of which an end is the shadow: "present" in the one paper, an end in the other."""
    return tuple(Cause("work/current", subject(d.job)) for d in cause if len(cause) == 1 and d.which == "end")


def _sentence(difference: Difference) -> str:
    """Say what differs, each value with the papers that give it."""
    name = "from" if difference.which == "start" else "to"
    if difference.which == "break":
        papers = ", ".join(dict.fromkeys(row.paper.path for row in difference.rows[:2]))
        others = ", ".join(dict.fromkeys(row.paper.path for row in difference.rows[2:]))
        return f"{papers} breaks off {named(difference.job)} for {difference.days} days; {others} does not."
    by_value: dict[str, list[str]] = {}
    for row in difference.rows:
        by_value.setdefault(shown(row, name) or "?", []).append(row.paper.path)
    said = "; ".join(f"{value} in {', '.join(paths)}" for value, paths in sorted(by_value.items()))
    apart = f"by {difference.days} days" if difference.days else "by the calendar year"
    return f"The {difference.which} of {named(difference.job)} differs {apart}: {said}."
