"""Journeys that an applicant tells in a letter with their days."""

import pytest

from consistency.extractors.papers import explanation_letter
from tests.extractors.papers.made import docx, rows

LETTER = """
Dear Visa Officer,
I am applying for a work permit. My application W301122334 was refused.
{told}
Ida Sample
"""


@pytest.mark.parametrize(
    ("told", "journey"),
    [
        ("I visited Peru from July 6 to 27, 2019 and left in time.", ("PE", "2019-07-06", "2019-07-27")),
        (
            "We went to Muscat, Oman, from 2 May 2018 to 9 May 2018 on holiday.",
            ("OM", "2018-05-02", "2018-05-09"),
        ),
        ("J'ai déjà visité le Canada du 6 au 27 juillet 2019.", ("CA", "2019-07-06", "2019-07-27")),
        ("Je suis allée à Lima du 3 au 9 août 2023.", ("PE", "2023-08-03", "2023-08-09")),
    ],
)
def test_the_days_of_a_journey(told: str, journey: tuple[str, str, str]) -> None:
    (trip,) = rows(explanation_letter.read(docx(LETTER.format(told=told))), "trip")
    assert (trip["country"], trip["from"], trip["to"]) == journey


@pytest.mark.parametrize(
    "told",
    [
        "I will visit Peru from July 6 to 27, 2027.",
        "I worked in Peru from July 6 to 27, 2019.",
        "I stayed in Peru from 6 July 2018 to 27 June 2021.",
        "My brother visited Peru from July 6 to 27, 2019.",
    ],
)
def test_what_is_no_journey_of_days(told: str) -> None:
    found = rows(explanation_letter.read(docx(LETTER.format(told=told))), "trip")
    assert not [trip for trip in found if len(str(trip["from"])) == len("2019-07-06")]
