"""Sheets that list the jobs of somebody beside a form: a history of work, and no list of journeys."""

import pytest

from consistency.extractors.papers import cv, travel_history
from tests.extractors.papers.made import docx, facts, rows

ANNEX = """
Attachment 2: {title}
Applicant: Ida Sample
From | To | Activity | Employer or school | City and country
2021-03 | present | Baker | Acme Bread Ltd | Nairobi, Kenya
2020-06 | 2021-02 | Unemployed | Looking for work | Nairobi, Kenya
2016-01 | 2020-05 | Kitchen helper | Hotel Sol LLC | Muscat, Oman
Signed: I. Sample, 4 March 2026
"""


@pytest.mark.parametrize(
    "title",
    [
        "Employment history (ten years)",
        "Personal history",
        "List of my jobs",
        "Historique d'emploi",
        "Work record",
    ],
)
def test_a_sheet_of_jobs_is_no_list_of_journeys(title: str) -> None:
    paper = docx(ANNEX.format(title=title))
    assert cv.recognise(paper) > travel_history.recognise(paper)
    reading = cv.read(paper)
    assert facts(reading)["full_name"] == "Ida Sample"
    assert str(reading.as_of.date) == "2026-03-04"
    assert [(row["employer"], row["from"]) for row in rows(reading, "job")] == [
        ("Acme Bread Ltd", "2021-03"),
        ("Looking for work", "2020-06"),
        ("Hotel Sol LLC", "2016-01"),
    ]


def test_journeys_with_an_activity_stay_journeys() -> None:
    paper = docx("""
    List of travels of Ida Sample
    Country | City | From | To | Activity
    Kenya | Nairobi | 3 May 2019 | 9 May 2019 | Tourism
    Oman | Muscat | 1 June 2022 | 4 June 2022 | Business meeting
    """)
    assert travel_history.recognise(paper) > cv.recognise(paper)
    assert [row["country"] for row in rows(travel_history.read(paper), "trip")] == ["KE", "OM"]


def test_a_visit_to_an_employer_has_a_purpose() -> None:
    paper = docx("""
    Travel history
    Country | From | To | Company visited | Purpose
    Kenya | 3 May 2019 | 9 May 2019 | Acme Ltd | Training
    """)
    assert [row["country"] for row in rows(travel_history.read(paper), "trip")] == ["KE"]
