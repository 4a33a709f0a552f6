"""Papers with thousands of lines, cells or words that lead nowhere: each costs no more than in a short paper."""

from __future__ import annotations

import time

import pytest

from consistency.extractors.extract import extract
from consistency.readers.bounding import bounded
from consistency.readers.limits import Limits
from tests.extractors.papers.made import pdf

HISTORY = "Noor Sample\nWork Experience\nCook, Hotel Sol, Lima (2017 to 2019)\n{}\nSkills\nCooking"
OFFER = "OFFER OF EMPLOYMENT\nDear Noor Sample,\nJob title: Cook\nWage: 24 CAD an hour\n{}\nHours: 40 a week"


LETTER = (
    "EMPLOYMENT LETTER\nTo whom it may concern\nThis is to certify that Noor Sample has been employed with Hotel Sol "
    "as Cook since May 2019.\n{}\nYours faithfully,\nHedi Example, Manager"
)


@pytest.mark.parametrize("paper", [HISTORY, OFFER, LETTER], ids=["history", "offer", "letter"])
@pytest.mark.parametrize("many", ["2019-", "a\n", "(2019)\n", "Cook -\n", "  a", " a", "May 2019 - \n"])
def test_what_is_repeated_thousands_of_times_takes_no_longer_for_each(paper: str, many: str) -> None:
    kind = extract(pdf(paper.format(""))).kind
    document = bounded(pdf(paper.format(many * 2_500)), Limits())
    begun = time.process_time()
    assert extract(document).kind in {kind, "unknown"}
    assert time.process_time() - begun < 6
