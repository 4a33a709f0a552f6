"""However the lines of a curriculum vitae are broken, it tells the same."""

import textwrap

import pytest
from msgspec.structs import replace

from consistency.extractors.papers import cv
from consistency.model import Document, Segment
from tests.extractors.papers.made import docx, pdf, rows

JOBS = {
    "brackets behind": [
        "Senior Cook, King Example Palace Hotel and Conference Centre, Riyadh, Saudi Arabia (March 2018 - May 2022)",
        "Cook, Our Lady of Example General Hospital Incorporated, Cebu City, Philippines (June 2013 - February 2018)",
    ],
    "bars": [
        "Senior Cook | King Example Palace Hotel and Conference Centre | Riyadh, Saudi Arabia | 03/2018 – 05/2022",
        "Cook | Our Lady of Example General Hospital Incorporated | Cebu City, Philippines | 06/2013 – 02/2018",
    ],
    "dates before": [
        "2018-03 to 2022-05: Senior Cook at King Example Palace Hotel and Conference Centre, Riyadh, Saudi Arabia",
        "2013-06 to 2018-02: Cook at Our Lady of Example General Hospital Incorporated, Cebu City, Philippines",
    ],
    "employer first": [
        "King Example Palace Hotel and Conference Centre, Riyadh, Saudi Arabia — Senior Cook, March 2018 to May 2022",
        "Our Lady of Example General Hospital Incorporated, Cebu City, Philippines — Cook, June 2013 to February 2018",
    ],
}  # fmt: skip
STUDY = "Diploma in Cooking | University of Example College of Tourism | Cebu City, Philippines | 06/2009 – 03/2013"


def told(document: Document) -> list[list[object]]:
    reading = cv.read(document)
    return [
        [row.get(name) for name in (first, second, "city", "country", "from", "to")]
        for kind, first, second in (("job", "title", "employer"), ("education", "level", "institution"))
        for row in rows(reading, kind)
    ]


def written(jobs: list[str], width: int) -> Document:
    lines = ["Ida Sample", "ida@example.com", "", "Work experience", *jobs, "", "Education", STUDY]
    return pdf("\n".join(part for line in lines for part in textwrap.wrap(line, width) or [""]))


@pytest.mark.parametrize("style", JOBS)
def test_lines_broken_anywhere(style: str) -> None:
    whole = told(written(JOBS[style], 200))
    assert [row[1] for row in whole] == [
        "King Example Palace Hotel and Conference Centre",
        "Our Lady of Example General Hospital Incorporated",
        "University of Example College of Tourism",
    ]
    otherwise = {width for width in range(56, 100) if told(written(JOBS[style], width)) != whole}
    assert otherwise == set()


def test_columns_that_tabs_part() -> None:
    text = """
    Ida Sample
    Employment history
    Period | Position | Employer | Place
    11/2021-till date | Cook | Example Kitchens Limited | Ibadan, Nigeria
    06/2017-11/2021 | Kitchen Helper | Sample Catering | Lagos, Nigeria
    """
    cells = docx(text)
    lines = [replace(line, segments=tuple(map(_at_a_tab, line.segments))) for line in cells.lines]
    jobs = rows(cv.read(replace(cells, lines=tuple(lines))), "job")
    assert jobs == rows(cv.read(cells), "job")
    assert [(job["title"], job["employer"]) for job in jobs] == [
        ("Cook", "Example Kitchens Limited"), ("Kitchen Helper", "Sample Catering")
    ]  # fmt: skip


def _at_a_tab(segment: Segment) -> Segment:
    return replace(segment, place="paragraph 1")
