"""Which booked journeys a case keeps: those that had begun when they were filed, of the applicant."""

from datetime import date

import pytest

from consistency.case.bookings import without_plans
from consistency.model import AsOf, Case, Document, Evidence, Fact, Paper, Person, Trip
from consistency.normalizer.dates import PartialDate, Period


def paper(path: str, kind: str, day: str, *records: Trip, name: str = "Ana Lim") -> Paper:
    place = Evidence(path, name)
    return Paper(
        Document(path, "0" * 64, "pdf", "text", "full"),
        kind,
        AsOf(PartialDate.of(day), "stated"),
        (Fact("full_name", name, place),),
        records,
        person="p1",
        application="a1",
    )


def trip(start: str) -> Trip:
    return Trip(
        evidence=Evidence("ticket.pdf", start), period=Period(PartialDate.of(start), None), country="MX"
    )


@pytest.mark.parametrize(
    ("start", "name", "kept"),
    [
        ("2024-02-01", "ANA MARIA LIM", True),
        ("2024-09-01", "ANA MARIA LIM", False),
        ("2024-02-01", "ANAMARIA LIMCHUA", True),
        ("2024-02-01", "JOHN DOE", False),
    ],
)
def test_a_journey_counts_that_had_begun_when_its_ticket_was_filed(start: str, name: str, kept: bool) -> None:
    papers = (
        paper("imm1295.pdf", "imm1295", "2024-05-01"),
        paper("ticket.pdf", "travel-booking", "2024-01-10", trip(start), name=name),
    )
    case = Case("folder", date(2026, 1, 1), (Person("p1", "Ana Maria Lim Chua", "principal"),), (), papers)
    assert bool(without_plans(case).papers[1].records) is kept
