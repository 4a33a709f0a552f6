"""work/added: a past job that appears for the first time in the draft."""

from collections.abc import Iterator, Sequence

from consistency.comparator.engine import Mismatch, rule
from consistency.comparator.openly import cited_openly, lowered, said_openly
from consistency.comparator.work.history import (
    Absence,
    absences,
    at_ircc,
    counts,
    is_added,
    is_bare,
    lacking_evidence,
    papers_listed,
    refused_for_experience,
    stands,
    subject,
    surest,
    told_instead,
)
from consistency.model import Case, Offer, Paper, Person, Severity


@rule(Severity.MAJOR, references=["IRPA s.16(1)", "IRPA s.40(1)(a)"])
def added(case: Case) -> Iterator[Mismatch]:
    """A past job appears for the first time in the draft, in a time that an older paper covered.

    Why: a job that no earlier application told, and that fills a gap or brings the experience that was missing, reads
    as made to answer the refusal.
    Advice: say openly in the explanation letter why the older form left the job out, and enclose proof of it (a letter,
    pay records, tax papers); or correct the draft where the job does not belong there.

    Reports a job that an older form did not tell:
        2024/imm1295.pdf as of 2024-06-01: job employer=Bistro title=chef from=2020-02 to=present
        draft/imm1295.pdf as of 2026-03-01: job employer=Bistro title=chef from=2020-02 to=present
        draft/imm1295.pdf as of 2026-03-01: job employer=Acme title=cook from=2018-01 to=2020-01

    Reports a job beside another one that was told:
        2024/imm1295.pdf as of 2024-06-01: job employer=Bistro title=chef from=2016-02 to=present
        draft/imm1295.pdf as of 2026-03-01: job employer=Bistro title=chef from=2016-02 to=present
        draft/imm1295.pdf as of 2026-03-01: job employer="Night Taxi" title=driver from=2019-01 to=2021-01

    Reports a job on the draft form that the draft's curriculum vitae does not tell either:
        2024/imm1295.pdf as of 2024-06-01: job employer=Bistro title=chef from=2020-02 to=present
        draft/imm1295.pdf as of 2026-03-01: job employer=Bistro title=chef from=2020-02 to=present
        draft/imm1295.pdf as of 2026-03-01: job employer=Acme title=cook from=2018-01 to=2020-01
        draft/cv.pdf as of 2026-02-01: job employer=Diner title=waiter from=2016-01 to=2017-12
        draft/cv.pdf as of 2026-02-01: job employer=Bistro title=chef from=2020-02 to=present

    Reports a job that fills the experience that was refused:
        2024/imm1295.pdf as of 2024-06-01: job employer=Bistro title=waiter from=2020-02 to=present
        2024/refusal-letter.pdf as of 2024-08-01: refusal_reason reason=perform-work
        draft/imm1295.pdf as of 2026-03-01: job employer=Bistro title=waiter from=2020-02 to=present
        draft/imm1295.pdf as of 2026-03-01: job employer=Acme title=cook from=2018-01 to=2020-01
        draft/imm1295.pdf as of 2026-03-01: offer employer=Maple title=cook

    Reports once an older form that told no job at all:
        2024/imm1295.pdf as of 2024-06-01: birth_date=1990-01-01
        draft/imm1295.pdf as of 2026-03-01: job employer=Acme title=cook from=2018-01 to=2020-01
        draft/imm1295.pdf as of 2026-03-01: job employer=Bistro title=chef from=2020-02 to=2023-01

    Reports a job at a time of which a full older form says that there was no work:
        2024/imm1295.pdf as of 2024-06-01: job employer=Diner title=waiter from=2014-01 to=2015-12
        2024/imm1295.pdf as of 2024-06-01: job title="Unemployed (taking care of my mother)" from=2016-01 to=2021-03
        2024/imm1295.pdf as of 2024-06-01: job employer=Bistro title=chef from=2021-04 to=present
        draft/imm1295.pdf as of 2026-03-01: job employer=Diner title=waiter from=2014-01 to=2015-12
        draft/imm1295.pdf as of 2026-03-01: job employer=Acme title=cook from=2016-02 to=2020-12
        draft/imm1295.pdf as of 2026-03-01: job employer=Bistro title=chef from=2021-04 to=present

    Accepts a job beside studies that a full older form tells:
        2024/imm1295.pdf as of 2024-06-01: job employer=Diner title=waiter from=2014-01 to=2015-12
        2024/imm1295.pdf as of 2024-06-01: job title=Student employer="City College" from=2016-01 to=2021-03
        2024/imm1295.pdf as of 2024-06-01: job employer=Bistro title=chef from=2021-04 to=present
        draft/imm1295.pdf as of 2026-03-01: job employer=Diner title=waiter from=2014-01 to=2015-12
        draft/imm1295.pdf as of 2026-03-01: job employer=Acme title=cook from=2016-02 to=2020-12
        draft/imm1295.pdf as of 2026-03-01: job employer=Bistro title=chef from=2021-04 to=present

    Accepts a job that began after the older form was signed:
        2024/imm1295.pdf as of 2024-06-01: job employer=Acme title=cook from=2018-01 to=present
        draft/imm1295.pdf as of 2026-03-01: job employer=Acme title=cook from=2018-01 to=2024-09
        draft/imm1295.pdf as of 2026-03-01: job employer=Bistro title=chef from=2024-10 to=present

    Accepts a job for which the older form had no room:
        2024/imm1295.pdf as of 2024-06-01: job employer=Acme title=cook from=2018-01 to=2019-01
        2024/imm1295.pdf as of 2024-06-01: job employer=Bistro title=chef from=2019-02 to=2021-06
        2024/imm1295.pdf as of 2024-06-01: job employer=Canteen title=chef from=2021-07 to=present
        draft/imm5669.pdf as of 2026-03-01: job employer=Acme title=cook from=2018-01 to=2019-01
        draft/imm5669.pdf as of 2026-03-01: job employer=Bistro title=chef from=2019-02 to=2021-06
        draft/imm5669.pdf as of 2026-03-01: job employer=Canteen title=chef from=2021-07 to=present
        draft/imm5669.pdf as of 2026-03-01: job employer=Diner title=waiter from=2017-01 to=2017-12

    Accepts a job that ended before the time that the older form asked about:
        2024/imm1295.pdf as of 2024-06-01: job employer=Bistro title=chef from=2016-02 to=present
        draft/imm1295.pdf as of 2026-03-01: job employer=Bistro title=chef from=2016-02 to=present
        draft/cv.pdf as of 2026-03-01: job employer=Bistro title=chef from=2016-02 to=present
        draft/cv.pdf as of 2026-03-01: job employer=Acme title=cook from=2010-01 to=2012-01

    Accepts a job that an older paper told elsewhere:
        2024/imm1295.pdf as of 2024-06-01: job employer=Bistro title=chef from=2020-02 to=present
        2024/cv.pdf as of 2024-05-01: job employer=Bistro title=chef from=2020-02 to=present
        2024/cv.pdf as of 2024-05-01: job employer=Acme title=cook from=2018-01 to=2020-01
        draft/imm1295.pdf as of 2026-03-01: job employer=Bistro title=chef from=2020-02 to=present
        draft/imm1295.pdf as of 2026-03-01: job employer=Acme title=cook from=2018-01 to=2020-01

    Accepts a job that a form of the draft leaves out, which is another contradiction:
        2024/imm1295.pdf as of 2024-06-01: job employer=Bistro title=chef from=2020-02 to=present
        draft/imm1295.pdf as of 2026-03-01: job employer=Bistro title=chef from=2020-02 to=present
        draft/cv.pdf as of 2026-02-01: job employer=Bistro title=chef from=2020-02 to=present
        draft/cv.pdf as of 2026-02-01: job employer=Acme title=cook from=2018-01 to=2020-01

    Accepts times without work:
        2024/imm5669.pdf as of 2024-06-01: job employer=Bistro title=chef from=2020-02 to=present
        draft/imm5669.pdf as of 2026-03-01: job employer=Bistro title=chef from=2020-02 to=present
        draft/imm5669.pdf as of 2026-03-01: job title=Unemployed from=2018-01 to=2020-01
    """
    for person in case.people:
        found = [absence for absence in absences(case, person) if is_added(case, absence)]
        for absence in found:
            if not all(is_bare(paper) for paper in _older(case, absence)):
                yield _mismatch(case, person, absence)
        for paper in case.of(person):
            beside = [a for a in found if paper in a.missing and all(map(is_bare, _older(case, a)))]
            if beside and is_bare(paper) and at_ircc(case, paper):
                yield _nothing_before(case, person, paper, beside)


def _older(case: Case, absence: Absence) -> list[Paper]:
    return [paper for paper in absence.missing if at_ircc(case, paper)]


def _mismatch(case: Case, person: Person, absence: Absence) -> Mismatch:
    letter = absence.openly
    level = _level(case, absence)
    asks = "asks" if len(absence.missing) == 1 else "ask"
    return Mismatch(
        person=person,
        subject=subject(absence.job),
        detail=f"{stands(absence.job)} for the first time. It is not in {papers_listed(absence.missing)}, which {asks} "
        f"for it.{told_instead(absence)}{said_openly(letter)}",
        evidence=(
            *lacking_evidence(absence.job, absence.missing, absence.denials),
            *cited_openly(letter),
        ),
        severity=lowered(level, letter),
        confidence=surest(absence.job.told, "employer"),
    )


def _level(case: Case, absence: Absence) -> Severity:
    """Critical where the job fills the experience that was refused, else major."""
    titles = {told.record.title for told in absence.job.told}
    offered = any(offer.title for paper in case.draft_papers for offer in paper.all(Offer))
    fills = refused_for_experience(case) and (counts(case, titles) or not offered)
    return Severity.CRITICAL if fills else Severity.MAJOR


def _nothing_before(case: Case, person: Person, paper: Paper, found: Sequence[Absence]) -> Mismatch:
    """Report once an older form that lists no job at all."""
    evidence = dict.fromkeys(c for absence in found for c in lacking_evidence(absence.job, (paper,)))
    return Mismatch(
        person=person,
        subject=f"every job {paper.kind} {paper.as_of.date}",
        detail=f"{paper.path} lists no job at all. {'; '.join(stands(a.job) for a in found)}.",
        evidence=tuple(evidence),
        severity=max(_level(case, absence) for absence in found),
    )
