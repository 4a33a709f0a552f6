"""How a job is held, by the words of its title and employer."""

import pytest

from consistency.comparator.aligned.alignment import align
from consistency.comparator.aligned.employment import is_own_business
from consistency.comparator.work.engagement import hours, is_afar, is_free
from consistency.model import Evidence, Job
from tests.comparator.examples import case_of

OWN = [
    ("Painter", "Self-employed"), ("Owner", "Rao Tailors"), ("Freelance Translator", None), ("Proprietress", "Needle"),
    ("Sole proprietor", None), ("Co-owner", "Cafe Luna"), ("Independent contractor", None), ("Businessman", None),
    ("Travailleuse autonome", None), ("Auto-entrepreneur", None), ("Plombier à son compte", None),
]  # fmt: skip
NOT_OWN = [
    ("Product Owner", "Software House"), ("Cook", "Crown House"), ("Proprietary Trader", "Bank"), (None, "Bistro"),
    ("Worker", "Family farm"), ("Entrepreneurship Teacher", "College"),
]  # fmt: skip


@pytest.mark.parametrize(("title", "employer"), OWN)
def test_own_account(title: str | None, employer: str | None) -> None:
    assert is_own_business(Job(evidence=Evidence("a.pdf", None), title=title, employer=employer))


@pytest.mark.parametrize(("title", "employer"), NOT_OWN)
def test_for_an_employer(title: str | None, employer: str | None) -> None:
    assert not is_own_business(Job(evidence=Evidence("a.pdf", None), title=title, employer=employer))


@pytest.mark.parametrize(
    ("row", "told", "free", "afar"),
    [
        ("title=cook", "unknown", False, False),
        ("title=cook hours=44", "full", False, False),
        ("title=cook hours=20", "part", False, False),
        ('title="Cook (full-time)"', "full", False, False),
        ('title="Weekend cook"', "part", False, False),
        ('title="Remote developer"', "unknown", True, True),
        ('title="Sailor"', "unknown", True, True),
        ('title="Managing director"', "unknown", True, False),
        ('title="Consultant"', "unknown", True, False),
        ('title="Guest relations trainee"', "part", False, False),
    ],
)
def test_time_and_place(row: str, told: str, free: bool, afar: bool) -> None:
    case = case_of(f"draft/cv.pdf as of 2026-03-01: job employer=Acme {row} from=2018-01 to=present")
    job = align(case.papers, Job)[0]
    assert (hours(case, job), is_free(case, job), is_afar(case, job)) == (told, free, afar)


def test_the_text_of_a_letter_about_guests_and_owners_says_nothing() -> None:
    case = case_of("""
        draft/employment-letter.pdf as of 2026-02-01: job employer=Acme title=cook from=2018-01 to=present
        draft/employment-letter.pdf as of 2026-02-01: text "She cooks for guests in the evening. The owner"
    """)
    job = align(case.papers, Job)[0]
    assert (hours(case, job), is_free(case, job)) == ("unknown", False)
