"""Visits that the record of a border tells, and the country of whom it tells them."""

import pytest

from consistency.model import Trip
from tests.comparator.examples import case_of

FORM = "draft/imm1295.pdf as of 2026-03-01: "
RECORD = (
    "draft/travel-history.pdf as of 2026-02-20: trip country=AE recorder=AE from=2022-03-06 to=2022-03-18"
)


@pytest.mark.parametrize(
    ("row", "kept"),
    [
        ("citizenship=AE", 0),
        ("passport_country=AE", 0),
        ("residence country=AE status=worker from=2018-01", 0),
        ("residence country=AE status=worker from=2018-01 to=2020-12", 1),
        ("address street=Corniche country=AE from=2021-01 to=present", 0),
        ("citizenship=IN", 1),
    ],
)
def test_a_state_tells_no_visit_of_its_own(row: str, kept: int) -> None:
    case = case_of(f"{FORM}family_name=SILVA birth_date=1990-05-04\n{FORM}{row}\n{RECORD}")
    assert len([trip for paper in case.papers for trip in paper.all(Trip)]) == kept


def test_a_visit_home_that_another_paper_tells_is_one() -> None:
    case = case_of(f"{FORM}citizenship=AE\n{RECORD.replace(' recorder=AE', '')}")
    assert len([trip for paper in case.papers for trip in paper.all(Trip)]) == 1
