"""work/overlap: two full-time jobs at once, or work in one country while living in another."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from msgspec import Struct

from consistency.comparator.aligned.alignment import Same, Told, same
from consistency.comparator.day_spans import Span, shared_days
from consistency.comparator.engine import Cause, Mismatch, rule
from consistency.comparator.openly import cited_openly, lowered, said_openly
from consistency.comparator.telling import by_paper
from consistency.comparator.time import MONTH
from consistency.comparator.told_days import certain
from consistency.comparator.work.dating import told_differently
from consistency.comparator.work.engagement import hours, is_afar, is_free
from consistency.comparator.work.history import at_ircc, jobs, named, papers_listed, subject, told_openly
from consistency.model import Address, Case, Citation, Job, Person, Severity
from consistency.normalizer.places import name_of

_PAIRS = """
CH-FR CH-DE CH-IT CH-AT CH-LI DE-FR BE-FR BE-LU FR-LU DE-LU BE-NL DE-NL AT-DE CZ-DE DE-PL DE-DK DK-SE FI-SE FR-MC ES-FR
ES-PT GB-IE IT-SM IT-VA AT-SK AT-HU AT-SI HR-SI MY-SG CN-HK CN-MO LS-ZA BH-SA IL-PS AD-ES AD-FR ES-GI
"""
NEIGHBOURS = frozenset(frozenset(pair.split("-")) for pair in _PAIRS.split())
"""Countries, in pairs, between which people go to work every day."""

OF_WORK_AND_HOME = "Work in one country while living in another"


class _Overlap(Struct, frozen=True):
    """Two jobs that papers tell at one time: the rows, and the longest time that one paper certainly gives to both."""

    one: Same[Job]
    other: Same[Job]
    rows: tuple[tuple[Told[Job], Told[Job]], ...]
    days: int

    @property
    def told(self) -> tuple[Told[Job], ...]:
        """The rows, one by one."""
        return tuple(told for row in self.rows for told in row)


@rule(Severity.MAJOR, references=["IRPA s.16(1)", "IRPA s.40(1)(a)"])
def overlap(case: Case) -> Iterator[Mismatch]:
    """Two full-time jobs are told for the same time, or work in one country while living in another.

    Why: nobody is in two places at once; an officer takes one of the two jobs for invented, and counts neither.
    Advice: correct the dates; or say in the letter how both were done (part time, from afar, one after the other each
    day) and enclose proof of the hours of each.

    Reports two jobs of which both letters give full hours:
        draft/imm1295.pdf as of 2026-03-01: job employer=Acme title=cook from=2018-01 to=2020-06
        draft/imm1295.pdf as of 2026-03-01: job employer=Bistro title=chef from=2019-06 to=present
        draft/employment-letter_1.pdf as of 2020-07-01: job employer=Acme from=2018-01-08 to=2020-06-20 hours=44
        draft/employment-letter_2.pdf as of 2026-02-01: job employer=Bistro from=2019-06-03 to=present hours=40

    Reports two letters whose days share months, where the form's months share less:
        draft/imm1295.pdf as of 2026-03-01: job employer=Acme title=cook from=2018-01 to=2020-06
        draft/imm1295.pdf as of 2026-03-01: job employer=Bistro title=chef from=2020-04 to=present
        draft/employment-letter_1.pdf as of 2020-07-01: job employer=Acme from=2018-01-08 to=2020-06-28 hours=44
        draft/employment-letter_2.pdf as of 2026-02-01: job employer=Bistro from=2020-04-03 to=present hours=40

    Reports two jobs that only two letters set at one time:
        draft/employment-letter_1.pdf as of 2020-06-01: job employer=Acme title=cook from=2018-01-08 to=2020-05-29 hours=40
        draft/employment-letter_2.pdf as of 2020-06-01: job employer=Bistro title=chef from=2018-03-01 to=2020-05-29 hours=40

    Reports two jobs in two countries:
        draft/cv.pdf as of 2026-03-01: job employer=Acme title=cook country=QA from=2018-01 to=2020-06
        draft/cv.pdf as of 2026-03-01: job employer=Bistro title=chef country=NP from=2019-06 to=present

    Reports work in a country while all addresses of that time are in another:
        draft/imm5669.pdf as of 2026-03-01: job employer=Acme title=cook country=QA from=2018-01 to=2020-06
        draft/imm5669.pdf as of 2026-03-01: address country=NP from=2010-01 to=present

    Reports as a note two jobs of which the hours are not told:
        draft/imm1295.pdf as of 2026-03-01: job employer=Acme title=cook from=2018-01 to=2020-06
        draft/imm1295.pdf as of 2026-03-01: job employer=Bistro title=chef from=2019-06 to=present

    Accepts jobs that follow one another, with a month in common:
        draft/imm1295.pdf as of 2026-03-01: job employer=Acme title=cook from=2018-01 to=2020-06
        draft/imm1295.pdf as of 2026-03-01: job employer=Bistro title=chef from=2020-05 to=present

    Accepts a part-time job:
        draft/imm1295.pdf as of 2026-03-01: job employer=Acme title="cook (part-time)" from=2018-01 to=2020-06
        draft/imm1295.pdf as of 2026-03-01: job employer=Bistro title=chef from=2019-06 to=present

    Accepts hours that are few:
        draft/imm1295.pdf as of 2026-03-01: job employer=Acme title=cook from=2018-01 to=2020-06
        draft/imm1295.pdf as of 2026-03-01: job employer=Bistro title=chef from=2019-06 to=present
        draft/employment-letter_1.pdf as of 2020-07-01: job employer=Acme from=2018-01-08 to=2020-06-20 hours=16
        draft/employment-letter_2.pdf as of 2026-02-01: job employer=Bistro from=2019-06-03 to=present hours=40

    Accepts a job that a letter calls part-time:
        draft/imm1295.pdf as of 2026-03-01: job employer=Acme title=cook from=2018-01 to=2020-06
        draft/imm1295.pdf as of 2026-03-01: job employer=Bistro title=chef from=2019-06 to=present
        draft/explanation-letter.pdf as of 2026-03-01: text "At Acme I worked part-time in the evenings."

    Accepts work from afar:
        draft/cv.pdf as of 2026-03-01: job employer=Acme title="Developer (remote)" country=US from=2018-01 to=2020-06
        draft/cv.pdf as of 2026-03-01: job employer=Bistro title=chef country=NP from=2019-06 to=present

    Accepts an owner, and work on one's own account:
        draft/imm1295.pdf as of 2026-03-01: job employer=Acme title=Owner from=2018-01 to=2020-06
        draft/imm1295.pdf as of 2026-03-01: job employer="Self-employed" title=Painter from=2017-01 to=2020-06
        draft/imm1295.pdf as of 2026-03-01: job employer=Bistro title=chef from=2019-06 to=present

    Accepts a seasonal job:
        draft/cv.pdf as of 2026-03-01: job employer=Acme title="Seasonal harvester" from=2018-05 to=2018-10
        draft/cv.pdf as of 2026-03-01: job employer=Bistro title=chef from=2016-06 to=present

    Accepts two jobs that were disclosed both times:
        2024/imm1295.pdf as of 2024-03-01: job employer=Acme title=cook from=2018-01 to=2020-06
        2024/imm1295.pdf as of 2024-03-01: job employer=Bistro title=chef from=2019-06 to=present
        draft/imm1295.pdf as of 2026-03-01: job employer=Acme title=cook from=2018-01 to=2020-06
        draft/imm1295.pdf as of 2026-03-01: job employer=Bistro title=chef from=2019-06 to=present

    Accepts an address in the country of the work beside the one at home:
        draft/imm5669.pdf as of 2026-03-01: job employer=Acme title=cook country=QA from=2018-01 to=2020-06
        draft/imm5669.pdf as of 2026-03-01: address country=NP from=2010-01 to=present
        draft/imm5669.pdf as of 2026-03-01: address country=QA from=2018-01 to=2020-06

    Accepts work across a border that people cross every day:
        draft/imm5669.pdf as of 2026-03-01: job employer=Acme title=cook country=SG from=2018-01 to=2020-06
        draft/imm5669.pdf as of 2026-03-01: address country=MY from=2010-01 to=present

    Accepts an address without dates:
        draft/imm1295.pdf as of 2026-03-01: job employer=Acme title=cook country=QA from=2018-01 to=2020-06
        draft/imm1295.pdf as of 2026-03-01: address country=NP
    """
    for person in case.people:
        known = jobs(case, person)
        for one, other in combinations(known, 2):
            found = _overlap(case, one, other)
            if found is not None and not _disclosed(case, found):
                yield from _two_jobs(case, person, found)
        for job in known:
            yield from _elsewhere(case, person, job)


def _overlap(case: Case, one: Same[Job], other: Same[Job]) -> _Overlap | None:
    """Give the rows of single papers, and of two letters, that certainly set both jobs at one time for over a month."""
    rows_of = {rows[0].paper.path: rows for rows in by_paper(other.told)}
    together = [(a, b) for a in one.told for b in rows_of.get(a.paper.path, ())]
    alone = [[told for told in job.told if not told.paper.asks(Job)] for job in (one, other)]
    letters = [(a, b) for a in alone[0] for b in alone[1] if a.paper.path != b.paper.path]
    measured = [(pair, _shared(certain(pair[0]), certain(pair[1]))) for pair in together + letters]
    long = [(pair, days) for pair, days in measured if days > MONTH]
    drafted = [days for pair, days in long if any(case.in_draft(told.paper) for told in pair)]
    return _Overlap(one, other, tuple(pair for pair, _ in long), max(drafted)) if drafted else None


def _shared(one: Span | None, other: Span | None) -> int:
    return shared_days(one, other) if one is not None and other is not None else 0


def _disclosed(case: Case, found: _Overlap) -> bool:
    """True where an application that was filed tells both jobs at one time as well."""
    return any(at_ircc(case, one.paper) and one.paper.path == other.paper.path for one, other in found.rows)


def _two_jobs(case: Case, person: Person, found: _Overlap) -> Iterator[Mismatch]:
    pair = (found.one, found.other)
    kinds = [hours(case, job) for job in pair]
    if "part" in kinds or any(is_free(case, job) for job in pair):
        return
    countries = [{told.record.country for told in job.told if told.record.country} for job in pair]
    apart = all(countries) and not countries[0] & countries[1] and not _near(countries)
    known = kinds == ["full", "full"] or apart
    papers = [told.paper for told in found.told]
    letter = told_openly(case, papers, found.one)
    names = sorted(map(subject, pair))
    yield Mismatch(
        person=person,
        subject=f"overlap {names[0]} and {names[1]}",
        detail=f"{papers_listed(papers)}: {named(found.one)} and {named(found.other)} share {found.days} days"
        f"{_how(kinds, apart, countries)}{said_openly(letter)}",
        evidence=(
            *(told.cite("from", str(told.record.period)) for told in found.told),
            *_cited_hours(pair),
            *cited_openly(letter),
        ),
        severity=lowered(Severity.MAJOR, letter) if known else Severity.INFO,
        ask=not known,
        follows=_causes(case, person, pair),
    )


def _cited_hours(pair: Sequence[Same[Job]]) -> Iterator[Citation]:
    for told in (*pair[0].told, *pair[1].told):
        if told.record.hours:
            yield told.cite("hours", f"{told.record.hours:g} hours")


def _how(kinds: Sequence[str], apart: bool, countries: Sequence[set[str]]) -> str:
    if apart:
        one, other = (sorted(found) for found in countries)
        return f", in {name_of(one[0])} and in {name_of(other[0])}."
    return ", and both are full time." if kinds == ["full", "full"] else ". Was one of them part time?"


def _near(countries: Sequence[set[str]]) -> bool:
    return any(frozenset((one, other)) in NEIGHBOURS for one in countries[0] for other in countries[1])


def _causes(case: Case, person: Person, found: Sequence[Same[Job]]) -> tuple[Cause, ...]:
    """Give what such a mismatch may be the shadow of: dates that moved, a job that was added."""
    added = (Cause("work/added", subject(job)) for job in found)
    return (*told_differently(case, person, found), *added)


def _elsewhere(case: Case, person: Person, job: Same[Job]) -> Iterator[Mismatch]:
    """Compare the country of a job with the addresses of that time in the same submission."""
    for told in job.told:
        days = certain(told)
        if (
            told.record.country is None
            or days is None
            or not case.in_draft(told.paper)
            or not told.paper.is_form
        ):
            continue
        homes = [home for home in _homes(case, person) if case.in_draft(home.paper)]
        at_home = [home for home in homes if _shared(days, certain(home)) > MONTH]
        if (
            not at_home
            or any(_may_be_there(told, home) for home in homes)
            or is_afar(case, job)
            or is_free(case, job)
        ):
            continue
        yield _home_mismatch(case, person, job, told, at_home)
        return


def _homes(case: Case, person: Person) -> list[Told[Address]]:
    found = same(case, person, Address)
    return [
        home
        for group in found
        for home in group.told
        if home.record.country and home.record.period is not None
    ]


def _may_be_there(told: Told[Job], home: Told[Address]) -> bool:
    """True for an address in the country of a job, or across a near border, that shares any of its time."""
    job, own = told.record, home.record
    near = own.country == job.country or frozenset((own.country, job.country)) in NEIGHBOURS
    as_of = told.paper.as_of.date
    if not near or job.period is None or own.period is None:
        return near
    return job.period.overlaps(own.period, as_of.latest if as_of else None)


def _home_mismatch(
    case: Case, person: Person, job: Same[Job], told: Told[Job], homes: Sequence[Told[Address]]
) -> Mismatch:
    where = ", ".join(dict.fromkeys(name_of(home.record.country or "") or "" for home in homes))
    papers = papers_listed([told.paper, *(home.paper for home in homes)])
    return Mismatch(
        person=person,
        subject=f"home during {subject(job)}",
        title=OF_WORK_AND_HOME,
        detail=f"{papers}: {named(job)}, {told.record.period}, was in {name_of(told.record.country or '')}; all addresses "
        f"of that time are in {where}.",
        evidence=(
            told.cite("country", told.record.country),
            *(home.cite("country", home.record.country) for home in homes),
        ),
        severity=Severity.MAJOR,
        follows=(
            Cause("residence/missing"),
            *_causes(case, person, [job]),
            Cause("work/location", subject(job)),
        ),
    )
