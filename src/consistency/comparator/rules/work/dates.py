"""work/dates: one job, two sets of dates."""

from collections.abc import Iterator, Sequence

from consistency.comparator.boundaries import Difference, differences, shown
from consistency.comparator.elsewhere import said_openly
from consistency.comparator.engine import Cause, Mismatch, rule
from consistency.comparator.history import (
    counts,
    is_retold,
    jobs,
    named,
    refused_for_experience,
    subject,
    told_openly,
)
from consistency.model import Case, Citation, Person, Severity

ONE_BOUNDARY = 62
"""Days from the end of one job to the start of the next within which both are one boundary."""


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

    Reports one finding for a boundary between two jobs that moved:
        2024/imm1295.pdf as of 2024-06-01: job employer=Acme title=cook from=2015-01 to=2018-06
        2024/imm1295.pdf as of 2024-06-01: job employer=Bistro title=chef from=2018-07 to=2020-01
        draft/imm1295.pdf as of 2026-03-01: job employer=Acme title=cook from=2015-01 to=2017-06
        draft/imm1295.pdf as of 2026-03-01: job employer=Bistro title=chef from=2017-07 to=2020-01

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

    Accepts a date that one paper does not give:
        draft/imm1295.pdf as of 2026-03-01: job employer=Acme title=analyst from=2018-01 to=2019-09
        draft/explanation-letter.pdf as of 2026-02-01: job employer=Acme title=analyst to=2019-09
    """
    for person in case.people:
        found = [
            difference
            for group in jobs(case, person)
            for difference in differences(group, person, counts(case, {t.record.title for t in group.told}))
        ]
        for cause in _causes(found):
            yield _mismatch(case, person, cause)


def _causes(found: Sequence[Difference]) -> list[list[Difference]]:
    """Put together what has one cause: the boundaries of one job, and a boundary between two jobs that moved."""
    causes: list[list[Difference]] = []
    for difference in found:
        linked = [cause for cause in causes if any(_one_cause(difference, known) for known in cause)]
        merged = [difference, *(known for cause in linked for known in cause)]
        causes = [cause for cause in causes if cause not in linked] + [merged]
    return causes


def _one_cause(one: Difference, other: Difference) -> bool:
    if one.job is other.job:
        return True
    return _moved_boundary(one, other) or _moved_boundary(other, one)


def _moved_boundary(before: Difference, after: Difference) -> bool:
    """True where every paper that tells both ends the one job where the next one begins."""
    if (before.which, after.which) != ("end", "start"):
        return False
    paths = {row.paper.path for row in before.rows} & {row.paper.path for row in after.rows}
    days = [(end, start) for p in paths if (end := before.at(p)) and (start := after.at(p))]
    meet = all(end.distance(start) <= ONE_BOUNDARY for end, start in days)
    return meet and len({start for _, start in days}) > 1


def _mismatch(case: Case, person: Person, cause: Sequence[Difference]) -> Mismatch:
    ordered = sorted(cause, key=lambda d: (subject(d.job), d.which != "start", d.which))
    first = max(ordered, key=lambda d: (d.level, d.confidence, d.days))
    letter = told_openly(case, tuple(row.paper for row in first.rows), first.job)
    material = first.level is Severity.MAJOR and refused_for_experience(case)
    cited: list[Citation] = [citation for d in ordered for citation in d.citations]
    return Mismatch(
        person=person,
        subject=" and ".join(dict.fromkeys(subject(d.job) for d in ordered)),
        detail=" ".join(_sentence(d) for d in ordered) + said_openly(letter),
        evidence=tuple(dict.fromkeys(cited + ([letter.citation] if letter else []))),
        severity=first.level.moved(int(material) - int(letter is not None)),
        confidence=first.confidence,
        follows=tuple(Cause("work/employer", subject(d.job)) for d in ordered if is_retold(d.job)),
    )


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
