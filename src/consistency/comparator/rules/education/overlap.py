"""education/overlap: full-time studies in one city while working full-time in another."""

from collections.abc import Iterator

from consistency.comparator.aligned.schools import title_of
from consistency.comparator.day_spans import Span
from consistency.comparator.education.studies import keys, named, post_secondary, studies, subject, tellings
from consistency.comparator.engine import Mismatch, rule
from consistency.comparator.passages import passages
from consistency.comparator.telling import Same
from consistency.comparator.told_days import certain
from consistency.comparator.work.history import jobs
from consistency.comparator.work.history import named as job_named
from consistency.model import Case, Job, Paper, Person, Severity, Study
from consistency.normalizer import places
from consistency.normalizer.expressions import expression
from consistency.normalizer.text import fold

SHARED = 183
"""Days that both must certainly share: holidays, a last term and an internship are shorter."""
HOURS = 30.0
"""Hours a week from which work is full-time."""

NOT_FULL_TIME = expression(
    r"\b(?:part time|parttime|evening|night|weekend|distance|online|on line|remote\w*|correspondence|open university|ignou"
    r"|external|extramural|extension|blended|hybrid|sandwich|co ?op|apprentice\w*|intern\w*|trainee\w*|stagiaire|stage"
    r"|alternance|temps partiel|a distance|cours du soir|freelance\w*|self employed|owner|casual|seasonal|volunteer\w*"
    r"|student|summer|zaochn\w*|zaoch\w*|semi presencial|semipresencial|a distancia|ead|travail autonome|executive)\b"
)
"""Words (folded) of studies or work that leave time for the other."""


@rule(Severity.MAJOR, references=["IRPA s.16(1)", "IRPR s.200(3)(a)"])
def overlap(case: Case) -> Iterator[Mismatch]:
    """Full-time studies in one city overlap full-time work in another.

    Why: nobody is in two cities at once, so the officer doubts the experience or the award.
    Advice: correct the dates in the draft; or say in the explanation letter that the studies or the work were
    part-time, by distance or in the evening, and enclose proof of it; or document that the two places are near.

    Reports three years of study in one city and work in another:
        draft/imm1295.pdf as of 2026-03-01: education institution="Lviv University" field_of_study="Bachelor, Law" from=2012-09 to=2016-06 city=Lviv country=UA
        draft/imm1295.pdf as of 2026-03-01: job employer="Bistro Riga" title=cook from=2013-01 to=2018-05 city=Riga country=LV

    Reports two papers that only together show it:
        draft/cv.pdf as of 2026-02-20: education institution="Lviv University" level="Bachelor of Laws" from=2012-09 to=2016-06 city=Lviv country=UA
        draft/employment-letter.pdf as of 2019-02-20: job employer="Bistro Kyiv" title=cook from=2013-01-10 to=2018-05-31 city=Kyiv country=UA

    Accepts work in the city of the studies:
        draft/imm1295.pdf as of 2026-03-01: education institution="Lviv University" field_of_study="Bachelor, Law" from=2012-09 to=2016-06 city=Lviv country=UA
        draft/imm1295.pdf as of 2026-03-01: job employer="Bistro Lviv" title=cook from=2013-01 to=2018-05 city=Lviv country=UA

    Accepts a last term and an internship:
        draft/imm1295.pdf as of 2026-03-01: education institution="Lviv University" field_of_study="Bachelor, Law" from=2012-09 to=2016-06 city=Lviv country=UA
        draft/imm1295.pdf as of 2026-03-01: job employer="Bistro Riga" title=cook from=2016-02 to=2018-05 city=Riga country=LV
        draft/cv.pdf as of 2026-02-20: job employer="Baltic Bank" title="Intern" from=2014-01 to=2015-05 city=Riga country=LV

    Accepts studies by distance, in the evening or part-time:
        draft/cv.pdf as of 2026-02-20: education institution="Lviv University" level="Bachelor of Laws (distance learning)" from=2012-09 to=2016-06 city=Lviv country=UA
        draft/cv.pdf as of 2026-02-20: job employer="Bistro Riga" title=cook from=2013-01 to=2018-05 city=Riga country=LV

    Accepts part-time work:
        draft/cv.pdf as of 2026-02-20: education institution="Lviv University" level="Bachelor of Laws" from=2012-09 to=2016-06 city=Lviv country=UA
        draft/employment-letter.pdf as of 2019-02-20: job employer="Bistro Kyiv" title=cook from=2013-01 to=2018-05 city=Kyiv country=UA hours=16

    Accepts what the letter says of the studies:
        draft/imm1295.pdf as of 2026-03-01: education institution="Lviv University" field_of_study="Bachelor, Law" from=2012-09 to=2016-06 city=Lviv country=UA
        draft/imm1295.pdf as of 2026-03-01: job employer="Bistro Riga" title=cook from=2013-01 to=2018-05 city=Riga country=LV
        draft/explanation-letter.pdf as of 2026-02-20: text "I studied at Lviv University by correspondence while working in Riga."

    Accepts years alone, which may not overlap:
        draft/cv.pdf as of 2026-02-20: education institution="Lviv University" level="Bachelor of Laws" from=2012 to=2014 city=Lviv country=UA
        draft/cv.pdf as of 2026-02-20: job employer="Bistro Riga" title=cook from=2014 to=2018 city=Riga country=LV

    Accepts an overlap that only one of two dates of the studies shows:
        2024/imm1295.pdf as of 2024-03-01: education institution="Lviv University" field_of_study="Bachelor, Law" from=2012-09 to=2014-06 city=Lviv country=UA
        draft/imm1295.pdf as of 2026-03-01: education institution="Lviv University" field_of_study="Bachelor, Law" from=2012-09 to=2016-06 city=Lviv country=UA
        draft/imm1295.pdf as of 2026-03-01: job employer="Bistro Riga" title=cook from=2014-09 to=2018-05 city=Riga country=LV

    Accepts a place that is not told:
        draft/imm1295.pdf as of 2026-03-01: education institution="Lviv University" field_of_study="Bachelor, Law" from=2012-09 to=2016-06
        draft/imm1295.pdf as of 2026-03-01: job employer="Bistro Riga" title=cook from=2013-01 to=2018-05 city=Riga country=LV
    """
    for person in case.people:
        for study in studies(case, person):
            if any(post_secondary(t.record) for t in study.told):
                found = list(_beside(case, person, study))
                if found and not _has_time(case, study):
                    yield from found


def _beside(case: Case, person: Person, study: Same[Study]) -> Iterator[Mismatch]:
    """Report the jobs elsewhere that fill the days of a study."""
    for job in jobs(case, person):
        shared = _shared(study, job)
        if shared > SHARED and _apart(study, job) and not _leaves_time(job):
            yield _mismatch(person, study, job, shared)


def _shared(study: Same[Study], job: Same[Job]) -> int:
    """Count the days that both certainly share, whichever paper is right about either."""
    first = [span for t in tellings(study) if (span := certain(t)) is not None]
    stays = [_stay(job, paper) for paper in job.papers]
    second = [span for span in stays if span is not None]
    if not first or not second:
        return 0
    start = max(max(begin for begin, _ in first), max(begin for begin, _ in second))
    end = min(min(last for _, last in first), min(last for _, last in second))
    return (end - start).days + 1


def _stay(job: Same[Job], paper: Paper) -> Span | None:
    """Give the days from the first to the last row with which a paper tells a job."""
    cores = [core for told in job.by(paper) if (core := certain(told))]
    return (min(first for first, _ in cores), max(last for _, last in cores)) if cores else None


def _apart(study: Same[Study], job: Same[Job]) -> bool:
    """True where every place of the one is another city than every place of the other."""
    cities = [t.record.city for t in study.told if t.record.city]
    works = [t.record.city for t in job.told if t.record.city]
    return bool(cities and works) and not any(
        places.compare_cities(one, other).agrees or fold(one) in fold(other) or fold(other) in fold(one)
        for one in cities
        for other in works
    )


def _leaves_time(job: Same[Job]) -> bool:
    """True for work that is told as part-time, training or an own business."""
    hours = [t.record.hours for t in job.told if t.record.hours]
    words = " ".join(f"{t.record.title or ''} {t.record.employer or ''}" for t in job.told)
    return (bool(hours) and min(hours) < HOURS) or bool(NOT_FULL_TIME.search(fold(words)))


def _has_time(case: Case, study: Same[Study]) -> bool:
    """True for studies by distance or in the evening, as the rows or a paper's sentence about the school say."""
    words = " ".join(f"{title_of(t.record)} {t.record.institution or ''}" for t in study.told)
    if NOT_FULL_TIME.search(fold(words)):
        return True
    names = keys(study)
    return any(
        NOT_FULL_TIME.search(text) and any(f" {name} " in f" {text} " for name in names)
        for paper in case.papers
        if not paper.is_form
        for passage in passages(paper)
        for text in (fold(passage.text),)
    )


def _mismatch(person: Person, study: Same[Study], job: Same[Job], shared: int) -> Mismatch:
    where = sorted({t.record.city for t in study.told if t.record.city})
    work = sorted({t.record.city for t in job.told if t.record.city})
    return Mismatch(
        person=person,
        subject=f"{subject(study)} and {job_named(job)}",
        detail=f"For {shared} days {named(study)} in {'/'.join(where)} and {job_named(job)} in {'/'.join(work)} overlap. "
        "Were the studies or the work part-time, by distance or in the evening, or are the places near?",
        evidence=(
            *(
                t.cite("institution", f"{t.record.institution}, {t.record.period}, {t.record.city}")
                for t in study.told
            ),
            *(
                t.cite("employer", f"{t.record.employer}, {t.record.period}, {t.record.city}")
                for t in job.told
            ),
        ),
        ask=True,
    )
