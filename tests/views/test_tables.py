"""Timeline, details, family and coverage of small cases, each written as its papers tell it."""

from consistency.comparator.engine import run
from consistency.views.family import family
from consistency.views.lanes import Bar, Timeline, timelines
from consistency.views.matrix import matrix
from consistency.views.reading import readings
from tests.comparator.examples import case_of

WHO = "family_name=SAMPLE given_names=NOOR birth_date=1990-05-17"
JOBS = f"""
2022/imm5257.pdf as of 2022-05-02: {WHO}
2022/imm5257.pdf as of 2022-05-02: job employer="Acme Ltd" title=cook from=2018-01 to=2019-03
2022/imm5257.pdf as of 2022-05-02: job employer="Blue Mill" title=baker from=2016-02 to=2017-12
2024/imm1295.pdf as of 2024-03-01: {WHO}
2024/imm1295.pdf as of 2024-03-01: job employer="Acme Ltd" title=cook from=2018-01 to=2019-03
2024/imm1295.pdf as of 2024-03-01: job employer="Blue Mill" title=baker from=2016-02 to=2017-12
draft/imm1295.pdf as of 2026-03-01: {WHO}
draft/imm1295.pdf as of 2026-03-01: job employer="Acme Ltd" title=cook from=2018-01 to=2020-09
"""


def timeline(example: str) -> Timeline:
    case = case_of(example)
    (found,) = timelines(case, run(case))
    return found


def bars(found: Timeline, path: str) -> list[Bar]:
    return [
        bar for chart in found.charts for lane in chart.lanes if lane.paper.path == path for bar in lane.bars
    ]


def test_a_shifted_end_is_marked_on_its_own_lane_only() -> None:
    found = timeline(JOBS)
    (shifted,) = [bar for bar in bars(found, "draft/imm1295.pdf") if not bar.missing]
    assert shifted.odd == {"end"} and shifted.findings
    assert not any(bar.odd or bar.findings for bar in bars(found, "2022/imm5257.pdf"))


def test_a_job_that_is_left_out_is_a_gap_where_it_should_be_told() -> None:
    found = timeline(JOBS)
    (gap,) = [bar for bar in bars(found, "draft/imm1295.pdf") if bar.missing]
    assert gap.label == ("baker", "Blue Mill")
    assert (gap.start.year, gap.end.year) == (2016, 2017)
    told = {bar.thing for bar in bars(found, "2022/imm5257.pdf") if bar.label == gap.label}
    assert told == {gap.thing}


def test_all_charts_share_years_and_a_life_abroad_does_not_stretch_them() -> None:
    lived = (
        "2022/imm5257.pdf as of 2022-05-02: residence country=TN status=citizen from=1990-05-17 to=present"
    )
    found = timeline(JOBS + lived)
    assert {chart.topic for chart in found.charts} == {"work", "residence"}
    assert (found.first.year, found.last.year) == (2016, 2022)


def test_details_mark_what_stands_alone() -> None:
    case = case_of(
        f"""
        2022/imm5257.pdf as of 2022-05-02: {WHO}
        2024/imm1295.pdf as of 2024-03-01: {WHO}
        draft/imm1295.pdf as of 2026-03-01: family_name=SAMPLE given_names=NOOR birth_date=1990-05-18
        """
    )
    (details,) = matrix(case, run(case))
    (grid,) = details.grids
    marked = [(row.paper.path, name) for row in grid.rows for name, cell in row.cells.items() if cell.odd]
    assert marked == [("draft/imm1295.pdf", "birth_date")]
    (draft,) = [row for row in grid.rows if row.paper.path.startswith("draft")]
    assert draft.cells["birth_date"].findings
    assert draft.cells["name"].value == "SAMPLE, NOOR" and not draft.cells["name"].odd


def test_family_shows_where_a_child_is_left_out() -> None:
    case = case_of(
        f"""
        2022/imm5707.pdf as of 2022-05-02: {WHO}
        2022/imm5707.pdf as of 2022-05-02: family_member relation=child name="Lina Model" birth_date=2017-08-30
        draft/imm5707.pdf as of 2026-03-01: {WHO}
        draft/imm5707.pdf as of 2026-03-01: family_member relation=mother name="Amel Sample" birth_date=1962-01-20
        """
    )
    (told,) = family(case, run(case))
    assert [grid.about for grid in told.relatives] == ["Lina Model", "Amel Sample"]
    lina = told.relatives[0]
    assert lina.marked and lina.rows[-1].paper.path == "draft/imm5707.pdf" and lina.rows[-1].absent


def test_a_spouse_and_the_marriage_are_one_table() -> None:
    case = case_of(
        f"""
        draft/imm5707.pdf as of 2026-03-01: {WHO}
        draft/imm5707.pdf as of 2026-03-01: family_member relation=spouse name="Karim Model" birth_date=1988-11-02
        draft/imm1295.pdf as of 2026-03-01: {WHO}
        draft/imm1295.pdf as of 2026-03-01: relationship relation=spouse name="KARIM MODEL" from=2016-09-03
        """
    )
    (told,) = family(case, ())
    (spouse,) = told.relatives
    assert {row.paper.kind for row in spouse.rows} == {"imm5707", "imm1295"}
    assert "period" in spouse.columns and "birth_date" in spouse.columns


def test_coverage_tells_rows_and_how_far_back() -> None:
    (work,) = [
        question
        for one in readings(case_of(JOBS))
        if one.paper.path == "draft/imm1295.pdf"
        for question in one.questions
        if question.asked.record == "job"
    ]
    assert work.told == 1 and work.asked.capacity and work.told <= work.asked.capacity
    assert (
        work.since is not None
        and work.until is not None
        and work.until.year - work.since.year == work.asked.years
    )
