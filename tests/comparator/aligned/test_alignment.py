"""Which job is which: over all papers, whatever their order, and however they cut a job into rows."""

import itertools
import textwrap
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from consistency.comparator.aligned.alignment import Same, align
from consistency.comparator.aligned.employment import employer_of, is_work
from consistency.comparator.aligned.stints import stints
from consistency.comparator.telling import Told, age
from consistency.model import Address, Evidence, FamilyMember, Job, Paper, Record, Residence, Study, Trip
from consistency.normalizer.dates import PartialDate, Period
from tests.comparator.examples import case_of, empty_paper

EMPLOYERS = ("Acme Foods Ltd", "Blue Lantern Restaurant", "Crown Trading House", "Green Valley Farms")
FEWER = settings(max_examples=60)
TITLES = ("cook", "welder", "driver", "accountant")


def papers_of(text: str) -> tuple[Paper, ...]:
    return case_of(textwrap.dedent(text)).papers


def aligned(text: str) -> set[frozenset[str]]:
    """Give the jobs as sets of "paper: employer"."""
    return {named(group) for group in align(papers_of(text), Job)}


def named(group: Same[Job]) -> frozenset[str]:
    return frozenset(f"{t.paper.path[:-4]}: {t.record.employer}" for t in group.told)


def test_one_job_in_four_papers_is_one_group() -> None:
    found = aligned("""
        draft/imm1295.pdf as of 2026-03-01: job employer="ACME FOODS" title=cook from=2018-01 to=2020-05
        draft/imm5669.pdf as of 2026-03-01: job employer="Acme Foods Pvt Ltd" title=cook from=2018-01 to=2020-05
        draft/cv.pdf as of 2026-02-01: job employer="Acme Foods" title=Cuisinier from=2018 to=2020
        draft/employment-letter.pdf as of 2020-06-01: job employer="Acme Foods" title=cook from=2018-01-08 to=2020-05
    """)
    assert len(found) == 1


def test_two_stays_at_one_employer_are_two_jobs() -> None:
    groups = align(papers_of("""
        draft/imm1295.pdf as of 2026-03-01: job employer=Acme title=cook from=2012-01 to=2014-05
        draft/imm1295.pdf as of 2026-03-01: job employer=Acme title=cook from=2018-01 to=2020-05
        draft/cv.pdf as of 2026-02-01: job employer=Acme title=cook from=2018-01 to=2020-05
        draft/cv.pdf as of 2026-02-01: job employer=Acme title=cook from=2012-01 to=2014-05
    """), Job)  # fmt: skip
    assert sorted(len(group.told) for group in groups) == [2, 2]


STAYS = """
    draft/imm1295.pdf as of 2026-03-01: job employer=Acme title=welder from=2012-01 to=2014-05
    draft/imm1295.pdf as of 2026-03-01: job employer=Acme title="senior welder" from=2022-09 to=present
    draft/cv.pdf as of 2026-02-01: job employer="Acme Ltd" title=welder from=2012-01 to=2014-05
    draft/cv.pdf as of 2026-02-01: job employer="Acme Ltd" title="senior welder" from=2022-09 to=present
    draft/employment-letter.pdf as of 2026-01-10: job employer="ACME LTD." title={}
"""


@pytest.mark.parametrize(("title", "start"), [("welder", "2012-01"), ("rigger", "2022-09")])
def test_a_stay_without_a_time_joins_one_stay_and_never_two(title: str, start: str) -> None:
    groups = align(papers_of(STAYS.format(title)), Job)
    assert sorted(len(group.told) for group in groups) == [2, 3]
    largest = max(groups, key=lambda group: len(group.told))
    assert {str(t.record.period.start) for t in largest.told if t.record.period} == {start}


def test_stays_without_a_time_are_one_job_where_no_paper_tells_one() -> None:
    found = aligned("""
        draft/employment-letter.pdf as of 2026-01-10: job employer="ACME LTD." title=welder
        draft/payslip.pdf as of 2026-01-31: job employer=Acme title=welder
    """)
    assert len(found) == 1


@pytest.mark.parametrize("merged", ["Acme", "ACME Ltd"])
def test_promotion_as_rows_and_as_one_row_is_one_job(merged: str) -> None:
    found = aligned(f"""
        2024/imm1295.pdf as of 2024-06-01: job employer=Acme title=cook from=2018-01 to=2019-12
        2024/imm1295.pdf as of 2024-06-01: job employer=Acme title=chef from=2020-01 to=2021-03
        2024/imm1295.pdf as of 2024-06-01: job employer=Acme title=manager from=2021-04 to=present
        draft/cv.pdf as of 2026-03-01: job employer="{merged}" title=manager from=2018-01 to=present
    """)
    assert len(found) == 1


def test_other_name_at_the_same_time_title_and_place_is_one_job() -> None:
    groups = align(papers_of("""
        2024/imm1295.pdf as of 2024-06-01: job employer="Blue Lantern" title=cook city=Doha from=2018-01 to=present
        draft/imm1295.pdf as of 2026-03-01: job employer="Crown House" title=cook city=Doha from=2018-01 to=2025-01
    """), Job)  # fmt: skip
    assert [group.reasons for group in groups] == [("the same time, title and place under another name",)]


def test_parallel_jobs_stay_two_although_time_title_and_place_agree() -> None:
    found = aligned("""
        draft/cv.pdf as of 2026-03-01: job employer="Blue Lantern" title=cook city=Doha from=2018-01 to=present
        draft/cv.pdf as of 2026-03-01: job employer="Crown House" title=cook city=Doha from=2018-01 to=present
        draft/employment-letter_1.pdf as of 2026-02-01: job employer="Blue Lantern" title=cook from=2018-01 to=present
        draft/employment-letter_2.pdf as of 2026-02-01: job employer="Crown House" title=cook from=2018-01 to=present
    """)
    assert len(found) == 2


HISTORY = """
    2024/imm1295.pdf as of 2024-06-01: job employer=Oakfield title=clerk city=Doha from=2015-01 to=2017-12
    2024/imm1295.pdf as of 2024-06-01: job employer="Blue Lantern" title=cook city=Doha from=2018-01 to=2020-05
    2024/imm1295.pdf as of 2024-06-01: job employer=Meridian title=chef city=Doha from=2020-12 to=present
    draft/imm1295.pdf as of 2026-03-01: job employer=Oakfield title=clerk city=Doha from=2015-01 to=2017-12
    draft/imm1295.pdf as of 2026-03-01: job employer=Meridian title=chef city=Doha from=2020-12 to=present
    draft/imm1295.pdf as of 2026-03-01: job employer="Crown House" """


@pytest.mark.parametrize(
    ("row", "jobs"),
    [
        ("title=cook city=Doha from=2018-01 to=2020-11", 3),  # the end moved by half a year
        ("title=cook city=Doha from=2018-06 to=2020-12", 3),
        ("title=cook from=2018-08 to=2020-05", 3),
        ("title=cook city=Lyon from=2018-01 to=2020-11", 4),  # another city
        ("title=welder city=Doha from=2018-01 to=2020-11", 4),  # another post
        ("city=Doha from=2018-01 to=2020-11", 4),  # no title
        ("title=cook city=Doha from=2012-01 to=2014-11", 4),  # another time and turn
        ("title=cook city=Doha from=2020-06 to=2020-11", 4),  # the same turn, and no time in common
    ],
)
def test_a_job_re_told_with_another_employer_and_other_dates(row: str, jobs: int) -> None:
    assert len(align(papers_of(HISTORY + row), Job)) == jobs


def test_a_job_that_another_paper_tells_beside_it_is_not_re_told() -> None:
    other = "draft/cv.pdf as of 2026-03-01: job employer={} title=cook city=Doha from=2018-01 to=2020-05"
    text = HISTORY + "title=cook city=Doha from=2018-01 to=2020-11"
    both = "\n".join(other.format(name) for name in ('"Blue Lantern"', '"Crown House"'))
    assert len(align(papers_of(f"{text}\n{both}"), Job)) == 4


def test_a_paper_that_tells_two_others_at_the_same_time_re_tells_one_at_most() -> None:
    found = aligned("""
        2024/imm1295.pdf as of 2024-06-01: job employer="Blue Lantern" title=cook city=Doha from=2018-01 to=2020-01
        draft/imm1295.pdf as of 2026-03-01: job employer="Crown House" title=cook city=Doha from=2018-01 to=2020-01
        draft/imm1295.pdf as of 2026-03-01: job employer="Grand Hotel" title=cook city=Doha from=2018-01 to=2020-01
    """)
    assert len(found) == 2


PAST_JOB = "2024/imm1295.pdf as of 2024-06-01: job"
DRAFT_JOB = "draft/imm1295.pdf as of 2026-03-01: job"


@pytest.mark.parametrize(
    ("past", "draft", "jobs"),
    [
        # one employer: the nearest stay within a year
        ("employer=Acme title=cook from=2016-01 to=2016-12", ["employer=Acme title=cook from=2018-06 to=2019-01"], 2),
        ("employer=Acme title=cook from=2016-01 to=2016-12", ["employer=Acme title=cook from=2017-11 to=2019-01"], 1),
        (
            "employer=Acme title=cook from=2016-01 to=2016-12",
            ["employer=Acme title=cook from=2017-09 to=2018-05", "employer=Acme title=cook from=2015-05 to=2015-10"],
            2,
        ),
        # another employer: title or place, and both ends
        ("employer=Blue city=Doha from=2018-01 to=2020-01", ["employer=Crown city=Doha from=2018-01 to=2020-01"], 1),
        ("employer=Blue from=2018-01 to=2020-01", ["employer=Crown from=2018-01 to=2020-01"], 2),
        ("employer=Blue title=cook from=2018-01 to=2020-01", ["employer=Crown from=2018-01 to=2020-01"], 2),
        ("employer=Blue title=cook to=2020-01", ["employer=Crown title=cook from=2018-01 to=2020-01"], 2),
        # another employer and another end, at one turn of the history
        ("employer=Blue title=cook from=2018-01", ["employer=Crown title=cook from=2018-01 to=2020-01"], 1),
        ("employer=Blue title=cook from=2018-01 to=2020-01", ["employer=Crown title=cook from=2018-01 to=2021-01"], 1),
        ("employer=Blue city=Doha from=2018-01 to=2020-01", ["employer=Crown city=Doha from=2018-01 to=2021-01"], 2),
        # no work
        ('title=Student employer="City College" from=2018-01 to=2020-01',
         ['title=Student employer="Sea School" from=2018-01 to=2020-01'], 1),
        ('title=Student employer="City College" from=2018-01 to=2020-01',
         ["title=Unemployed from=2018-01 to=2020-01"], 2),
    ],
)  # fmt: skip
def test_what_two_papers_tell_of_one_time(past: str, draft: list[str], jobs: int) -> None:
    rows = [f"{PAST_JOB} {past}", *(f"{DRAFT_JOB} {row}" for row in draft)]
    assert len(align(papers_of("\n".join(rows)), Job)) == jobs


def test_the_nearest_stay_is_the_one_that_is_meant() -> None:
    found = align(papers_of(f"""
        {PAST_JOB} employer=Acme title=cook from=2016-01 to=2016-12
        {DRAFT_JOB} employer=Acme title=cook from=2017-09 to=2018-05
        {DRAFT_JOB} employer=Acme title=cook from=2015-05 to=2015-10
    """), Job)  # fmt: skip
    starts = {tuple(str(t.record.period.start) for t in g.told if t.record.period) for g in found}
    assert starts == {("2016-01", "2015-05"), ("2017-09",)}


def test_another_name_in_another_country_is_another_job() -> None:
    assert len(aligned("""
        2024/imm1295.pdf as of 2024-06-01: job employer="Blue Lantern" title=cook country=QA from=2018-01 to=2020-01
        draft/imm1295.pdf as of 2026-03-01: job employer="Crown House" title=cook country=AE from=2018-01 to=2020-01
    """)) == 2  # fmt: skip
    assert len(aligned("""
        2024/imm1295.pdf as of 2024-06-01: job employer="Blue Lantern" title=cook country=QA from=2018-01 to=2020-01
        draft/imm1295.pdf as of 2026-03-01: job employer="Crown House" title=cook country=QA from=2018-01 to=2020-01
    """)) == 1  # fmt: skip


@pytest.mark.parametrize("beside", ["employer=Oakfield title=clerk", "employer=Meridian title=chef"])
def test_a_job_is_not_re_told_where_the_one_beside_it_is_another(beside: str) -> None:
    past, draft = HISTORY.split("draft/imm1295.pdf", 1)
    turned = f"{past}draft/imm1295.pdf{draft.replace(beside, 'employer=Quarry title=miner', 1)}"
    row = "title=cook city=Doha from=2018-01 to=2020-11"
    assert (len(align(papers_of(HISTORY + row), Job)), len(align(papers_of(turned + row), Job))) == (3, 5)


def test_another_city_or_title_at_the_same_time_is_another_job() -> None:
    assert len(aligned("""
        2024/imm1295.pdf as of 2024-06-01: job employer="Blue Lantern" title=cook city=Doha from=2018-01 to=2020-01
        draft/imm1295.pdf as of 2026-03-01: job employer="Crown House" title=cook city=Lyon from=2018-01 to=2020-01
        draft/cv.pdf as of 2026-03-01: job employer="Grand Hotel" title=driver city=Doha from=2018-01 to=2020-01
    """)) == 3  # fmt: skip


def test_a_job_told_far_too_late_is_still_the_same_job() -> None:
    found = aligned("""
        2024/imm1295.pdf as of 2024-06-01: job employer=Acme title=cook from=2016-01 to=2016-12
        draft/imm1295.pdf as of 2026-03-01: job employer=Acme title=cook from=2017-06 to=2018-05
    """)
    assert len(found) == 1


@pytest.mark.parametrize(
    ("title", "employer", "work"),
    [
        ("Unemployed", None, False),
        ("Homemaker", "N/A", False),
        ("Student", "City College", False),
        ("Student at City College", None, False),
        ("Étudiante", None, False),
        ("Sans emploi", None, False),
        ("Unemployed / job seeker", None, False),
        ("Retired", None, False),
        (None, "Unemployed", False),
        ("Student Adviser", "City College", True),
        ("Farmer", None, True),
        ("Electrician", "Self-employed", True),
        (None, "Acme", True),
        ("Cook", "N/A", True),
    ],
)
def test_what_is_work(title: str | None, employer: str | None, work: bool) -> None:
    assert is_work(Job(evidence=Evidence("a.pdf", None), title=title, employer=employer)) is work


def test_a_dash_is_no_employer() -> None:
    assert employer_of(Job(evidence=Evidence("a.pdf", None), employer="--")) is None


# --- relatives and studies --------------------------------------------------------------------------------


CHILD, SIBLING = "family_member relation=child name", "family_member relation=sibling name"
DEGREE = 'field_of_study="Bachelor of Science"'
MET: dict[str, tuple[type[Record], str, set[tuple[str, ...]]]] = {
    "children told in short and in full": (
        FamilyMember,
        f"""
        draft/imm5645.pdf as of 2026-03-01: {CHILD}="Lina"
        2024/imm5645.pdf as of 2024-03-01: {CHILD}="Lina Rahimi" birth_date=2020-08-30
        2024/imm5645.pdf as of 2024-03-01: {CHILD}="Omid Rahimi" birth_date=2018-01-02
        2022/imm5645.pdf as of 2022-03-01: {CHILD}="Omid"
        2022/imm5645.pdf as of 2022-03-01: {CHILD}="L. Rahimi" birth_date=2020
        """,
        {("L. Rahimi", "Lina", "Lina Rahimi"), ("Omid", "Omid Rahimi")},
    ),
    "a sister who married": (
        FamilyMember,
        f"""
        draft/imm5645.pdf as of 2026-03-01: {SIBLING}="Sara Rahimi"
        2024/imm5645.pdf as of 2024-03-01: {SIBLING}="Sara Karimi" birth_date=1992-01-09
        2022/imm5645.pdf as of 2022-03-01: {SIBLING}="Sara Rahimi" birth_date=1992-01-09
        """,
        {("Sara Karimi", "Sara Rahimi", "Sara Rahimi")},
    ),
    "two sisters of one day": (
        FamilyMember,
        f"""
        draft/imm5645.pdf as of 2026-03-01: {SIBLING}="Sara Rahimi" birth_date=1992-01-09
        draft/imm5645.pdf as of 2026-03-01: {SIBLING}="Mina Rahimi" birth_date=1992-01-09
        2024/imm5645.pdf as of 2024-03-01: {SIBLING}="Mina Rahimi" birth_date=1992-01-09
        """,
        {("Sara Rahimi",), ("Mina Rahimi", "Mina Rahimi")},
    ),
    "a course told in two rows": (
        Study,
        f"""
        draft/imm1295.pdf as of 2026-03-01: education institution="University of Lagos" {DEGREE} from=2007-09 to=2011-06
        draft/cv.pdf as of 2026-03-01: education institution=UNILAG {DEGREE} from=2007-09 to=2009-06
        draft/cv.pdf as of 2026-03-01: education institution=UNILAG {DEGREE} from=2009-09 to=2011-06
        2024/imm1295.pdf as of 2024-03-01: education institution="Univ. of Lagos" {DEGREE} from=2007 to=2011
        """,
        {("UNILAG", "UNILAG", "Univ. of Lagos", "University of Lagos")},
    ),
    "two schools, one without its time": (
        Study,
        f"""
        draft/imm1295.pdf as of 2026-03-01: education institution="Lagos State" {DEGREE} from=2007-09 to=2011-06
        draft/imm1295.pdf as of 2026-03-01: education institution="Ibadan School" level=Master from=2011-09 to=2013-06
        2024/imm1295.pdf as of 2024-03-01: education institution="Lagos State" {DEGREE} from=2007-09 to=2011-06
        draft/cv.pdf as of 2026-03-01: education institution="Ibadan School" level=Master
        """,
        {("Ibadan School", "Ibadan School"), ("Lagos State", "Lagos State")},
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", MET)
def test_relatives_and_studies_are_known_again_in_any_order_of_papers(name: str) -> None:
    record, text, groups = MET[name]
    for papers in itertools.permutations(papers_of(text)):
        found = align(papers, record)
        assert {tuple(sorted(called(t.record) for t in group.told)) for group in found} == groups
        assert len(found) == len(groups)
        assert all(bool(group.reasons) is (len(group.told) > 1) for group in found)
        assert all(list(map(age, group.told)) == sorted(map(age, group.told)) for group in found)


def called(record: Record) -> str:
    assert isinstance(record, FamilyMember | Study)
    return (record.name if isinstance(record, FamilyMember) else record.institution) or ""


# --- properties -------------------------------------------------------------------------------------------


@st.composite
def histories(draw: st.DrawFn) -> tuple[Job, ...]:
    """A history of jobs one after the other, with at least five months between two stays at one employer."""
    day = PartialDate.of("2010-01-01").earliest
    jobs: list[Job] = []
    for index in range(draw(st.integers(1, 5))):
        start = day + timedelta(draw(st.integers(160, 400)))
        day = start + timedelta(draw(st.integers(200, 900)))
        jobs.append(
            Job(
                evidence=Evidence("x.pdf", f"row {index}"),
                employer=draw(st.sampled_from(EMPLOYERS)),
                title=draw(st.sampled_from(TITLES)),
                period=Period(PartialDate.on(start), PartialDate.on(day)),
            )
        )
    return tuple(jobs)


def telling(path: str, jobs: tuple[Job, ...]) -> Paper:
    return replace(empty_paper(path), records=jobs)


def rows(group: Same[Job]) -> frozenset[tuple[str, str | None]]:
    return frozenset((t.paper.path, t.record.evidence.quote) for t in group.told)


@given(histories())
@FEWER
def test_a_paper_pairs_every_row_with_its_copy(jobs: tuple[Job, ...]) -> None:
    groups = align((telling("a.pdf", jobs), telling("b.pdf", jobs)), Job)
    assert {rows(g) for g in groups} == {
        frozenset({("a.pdf", job.evidence.quote), ("b.pdf", job.evidence.quote)}) for job in jobs
    }


@given(histories(), st.data())
@FEWER
def test_a_small_change_of_dates_pairs_nothing_anew(jobs: tuple[Job, ...], data: st.DataObject) -> None:
    moved = tuple(replace(job, period=shifted(job.period, data)) for job in jobs)
    groups = align((telling("a.pdf", jobs), telling("b.pdf", moved)), Job)
    assert {rows(g) for g in groups} == {
        frozenset({("a.pdf", job.evidence.quote), ("b.pdf", job.evidence.quote)}) for job in jobs
    }


def shifted(period: Period | None, data: st.DataObject) -> Period:
    assert period is not None and period.start is not None and period.end is not None
    one, other = (timedelta(data.draw(st.integers(-31, 31))) for _ in range(2))
    return Period(PartialDate.on(period.start.earliest + one), PartialDate.on(period.end.earliest + other))


@given(st.lists(histories(), min_size=2, max_size=4), st.randoms())
@FEWER
def test_the_order_of_papers_changes_nothing(known: list[tuple[Job, ...]], random: object) -> None:
    papers = [telling(f"{index}.pdf", jobs) for index, jobs in enumerate(known)]
    turned = [replace(paper, records=tuple(reversed(paper.records))) for paper in reversed(papers)]
    assert {rows(g) for g in align(papers, Job)} == {rows(g) for g in align(turned, Job)}


@given(histories())
@FEWER
def test_every_row_has_one_home(jobs: tuple[Job, ...]) -> None:
    papers = (telling("a.pdf", jobs), telling("b.pdf", jobs[:1]))
    told = [row for group in align(papers, Job) for row in group.told]
    assert len(told) == len(jobs) + 1


def test_rows_without_a_break_are_one_stay() -> None:
    paper, *_ = papers_of("""
        draft/cv.pdf as of 2026-03-01: job employer=Acme title=chef from=2020-02 to=present
        draft/cv.pdf as of 2026-03-01: job employer="Acme Ltd" title=cook from=2018-01 to=2019-12
        draft/cv.pdf as of 2026-03-01: job employer=Acme title=waiter from=2012-01 to=2014-12
    """)
    found = stints(Told(paper, job) for job in paper.all(Job))
    assert [[row.record.title for row in stint.rows] for stint in found] == [["waiter"], ["cook", "chef"]]


@pytest.mark.parametrize(("end", "told"), [("", None), (" to=2021-05", "2021-05")])
def test_the_last_row_of_a_stay_tells_its_end(end: str, told: str | None) -> None:
    paper, *_ = papers_of(f"""
        draft/employment-letter.pdf as of 2026-03-01: job employer=Acme title=cook from=2018-01-01 to=2020-01-01
        draft/employment-letter.pdf as of 2026-03-01: job employer=Acme title=chef from=2020-01-01{end}
    """)
    (stay,) = stints(Told(paper, job) for job in paper.all(Job))
    period = stay.last.record.period
    assert (stay.last.record.title, period and period.end and str(period.end)) == ("chef", told)


def test_other_records_are_aligned_too() -> None:
    papers = papers_of("""
        draft/imm5562.pdf as of 2026-03-01: trip country=FR from=2019-05-01 to=2019-05-10
        draft/imm5562.pdf as of 2026-03-01: trip country=JP from=2022-05-01 to=2022-05-10
        draft/travel-history.pdf as of 2026-02-01: trip country=FR city=Paris from=2019-05 to=2019-05
    """)
    assert sorted(len(group.told) for group in align(papers, Trip)) == [1, 2]
    assert sorted(len(g.told) for g in align(papers[::-1], Trip)) == [1, 2]


# --- journeys, residences and addresses ---------------------------------------------------------------------


def journeys(text: str) -> list[set[str]]:
    """Give the journeys as sets of "paper start"."""
    groups = align(papers_of(text), Trip)
    return sorted(
        (
            {
                f"{t.paper.path.split('/')[-1].split('.')[0]} {t.record.period.start}"
                for t in g.told
                if t.record.period
            }
            for g in groups
        ),
        key=sorted,
    )


def test_one_journey_in_four_papers_is_one_group() -> None:
    assert journeys("""
        draft/imm5562.pdf as of 2026-03-01: trip country=AE city=Dubai from=2022-03-06 to=2022-03-18
        draft/imm5257b.pdf as of 2026-03-01: trip country=AE city=Dubai from=2022-03 to=2022-03
        draft/travel-history.pdf as of 2026-03-01: trip country=AE from=2022-03-05 to=2022-03-19
        draft/explanation-letter.pdf as of 2026-03-01: trip country=AE city=Dubai from=2022 to=2022
    """) == [
        {"imm5562 2022-03-06", "imm5257b 2022-03", "travel-history 2022-03-05", "explanation-letter 2022"}
    ]


def test_two_journeys_to_one_country_stay_two_whatever_a_letter_says() -> None:
    assert journeys("""
        draft/imm5562.pdf as of 2026-03-01: trip country=AE city=Dubai from=2022-05-06 to=2022-05-18
        draft/travel-history.pdf as of 2026-03-01: trip country=AE city=Dubai from=2022-03-06 to=2022-03-18
        draft/travel-history.pdf as of 2026-03-01: trip country=AE city=Dubai from=2022-05-06 to=2022-05-18
    """) == [{"imm5562 2022-05-06", "travel-history 2022-05-06"}, {"travel-history 2022-03-06"}]


def test_journeys_of_following_months_stay_two() -> None:
    assert (
        len(
            journeys("""
        draft/imm5562.pdf as of 2026-03-01: trip country=AE city=Dubai from=2022-03-06 to=2022-03-18
        draft/imm5257b.pdf as of 2026-03-01: trip country=AE city=Dubai from=2022-03 to=2022-03
        draft/imm5257b.pdf as of 2026-03-01: trip country=AE city=Dubai from=2022-04 to=2022-04
    """)
        )
        == 2
    )


@pytest.mark.parametrize(
    ("start", "end"),
    [("2023-03-06", "2023-03-18"), ("2022-04-01", "2022-04-13"), ("2022-03-06", "2023-03-18")],
)
def test_one_journey_with_a_wrong_date_is_one_group(start: str, end: str) -> None:
    assert (
        len(
            journeys(f"""
        draft/imm5562.pdf as of 2026-03-01: trip country=AE city=Dubai from=2022-03-06 to=2022-03-18
        draft/travel-history.pdf as of 2026-03-01: trip country=AE city=Dubai from={start} to={end}
    """)
        )
        == 1
    )


def test_a_yearly_journey_that_one_paper_lacks_is_a_group_of_its_own() -> None:
    assert (
        len(
            journeys("""
        draft/imm5562.pdf as of 2026-03-01: trip country=AE city=Dubai from=2022-12-20 to=2023-01-04
        draft/imm5562.pdf as of 2026-03-01: trip country=AE city=Dubai from=2023-12-20 to=2024-01-04
        draft/travel-history.pdf as of 2026-03-01: trip country=AE city=Dubai from=2021-12-20 to=2022-01-04
        draft/travel-history.pdf as of 2026-03-01: trip country=AE city=Dubai from=2022-12-20 to=2023-01-04
        draft/travel-history.pdf as of 2026-03-01: trip country=AE city=Dubai from=2023-12-20 to=2024-01-04
    """)
        )
        == 3
    )


def test_a_territory_is_its_state() -> None:
    assert (
        len(
            journeys("""
        draft/imm5562.pdf as of 2026-03-01: trip country=HK city="Hong Kong" from=2022-03-06 to=2022-03-18
        draft/travel-history.pdf as of 2026-03-01: trip country=CN city="Hong Kong" from=2022-03-06 to=2022-03-18
    """)
        )
        == 1
    )


def test_two_stays_in_one_country_stay_two_residences() -> None:
    groups = align(
        papers_of("""
        2024/imm1295.pdf as of 2024-03-01: residence country=QA status=worker from=2022-06-17 to=2025-12-31
        2024/imm1295.pdf as of 2024-03-01: residence country=QA status=worker from=2015-06-17 to=2018-12-31
        draft/imm1295.pdf as of 2026-03-01: residence country=QA status=worker from=2022-06-17 to=2025-12-31
    """),
        Residence,
    )
    assert sorted(len(group.told) for group in groups) == [1, 2]


def test_an_address_is_known_again_by_its_street() -> None:
    groups = align(
        papers_of("""
        2024/imm1295.pdf as of 2024-03-01: address street="8 Republic Avenue" city=Agadir country=MA
        draft/imm5669.pdf as of 2026-03-01: address street="70 Temple Lane" city=Agadir from=2025-07 to=present
        draft/imm5669.pdf as of 2026-03-01: address street="8, Republic Ave" city=Agadir from=2023-09 to=2025-07
    """),
        Address,
    )
    assert sorted(len(group.told) for group in groups) == [1, 2]


@given(st.permutations(range(4)), st.lists(st.integers(0, 400), min_size=2, max_size=4))
@FEWER
def test_the_order_of_papers_changes_no_journey(order: list[int], starts: list[int]) -> None:
    first = PartialDate.of("2022-03-06").earliest
    papers = []
    for number in range(4):
        trips = tuple(
            Trip(
                evidence=Evidence(f"{number}.pdf", str(start)),
                country="AE",
                period=Period(
                    PartialDate.on(first + timedelta(start + number % 2)),
                    PartialDate.on(first + timedelta(start + 9)),
                ),
            )
            for start in starts
        )
        papers.append(replace(empty_paper(f"draft/imm5562_{number}.pdf"), records=trips))

    def found(papers: list[Paper]) -> set[frozenset[tuple[str, str]]]:
        return {
            frozenset((t.paper.path, str(t.record.period)) for t in group.told)
            for group in align(papers, Trip)
        }

    assert found([papers[i] for i in order]) == found(papers)
