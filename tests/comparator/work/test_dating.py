"""Which differences of dates have one cause: the boundaries of one job, and a boundary between two jobs that moved."""

import pytest

from consistency.comparator.engine import Settings, run
from consistency.comparator.openly import openly
from tests.comparator.examples import case_of

PAST, DRAFT, CV = (
    "2024/imm1295.pdf as of 2024-06-01",
    "draft/imm1295.pdf as of 2026-03-01",
    "draft/cv.pdf as of 2026-03-01",
)


def told(paper: str, acme: tuple[str, str], bistro: tuple[str, str] | None = None) -> list[str]:
    rows = [f"{paper}: job employer=Acme title=cook from={acme[0]} to={acme[1]}"]
    if bistro:
        rows.append(f"{paper}: job employer=Bistro title=chef from={bistro[0]} to={bistro[1]}")
    return rows


BEFORE = told(PAST, ("2015-01", "2018-06"), ("2018-07", "2020-01"))
MOVED = (("2015-01", "2017-06"), ("2017-07", "2020-01"))
SUBJECTS = {
    "both boundaries of one job": (
        told(DRAFT, ("2015-01", "2018-06")) + told(CV, ("2015-07", "2018-12")),
        ["acme 2015"],
    ),
    "a boundary between two jobs": (BEFORE + told(DRAFT, *MOVED), ["acme 2015 and bistro 2018"]),
    "the same in three papers": (BEFORE + told(DRAFT, *MOVED) + told(CV, *MOVED), ["acme 2015 and bistro 2017"]),
    "two jobs that do not meet": (
        told(PAST, ("2015-01", "2016-06"), ("2018-07", "2020-01"))
        + told(DRAFT, ("2015-01", "2016-12"), ("2018-01", "2020-01")),
        ["acme 2015", "bistro 2018"],
    ),
    "two jobs of which one paper leaves time between": (
        BEFORE + told(DRAFT, ("2015-01", "2018-01"), ("2018-10", "2020-01")),
        ["acme 2015", "bistro 2018"],
    ),
    "one end alone": (BEFORE + told(DRAFT, ("2015-01", "2018-01"), ("2018-07", "2020-01")), ["acme 2015"]),
}  # fmt: skip


@pytest.mark.parametrize("name", SUBJECTS)
def test_one_cause_is_one_finding(name: str) -> None:
    rows, subjects = SUBJECTS[name]
    findings = run(case_of("\n".join(rows)), Settings(rules=("work/dates",)))
    assert sorted(f.subject for f in findings) == subjects


@pytest.mark.parametrize(
    ("letter", "open_about_it"),
    [
        ("I forgot to list my work at Acme in the earlier form.", True),
        ("I was at Acme. The earlier form left it out by mistake.", True),
        ("I forgot to list my work at Bistro in the earlier form.", False),
        ("I was at Acme for three years.", False),
        ("The earlier form left it out by mistake. I am well. I was at Acme. I like it.", False),
    ],
)
def test_a_letter_is_open_about_the_thing_that_it_names(letter: str, open_about_it: bool) -> None:
    case = case_of("\n".join(
        f'draft/explanation-letter.pdf as of 2026-03-01: text "{sentence}."'
        for sentence in letter.strip(".").split(". ")
    ))  # fmt: skip
    assert (openly(case.papers, ["acme", ""]) is not None) is open_about_it
