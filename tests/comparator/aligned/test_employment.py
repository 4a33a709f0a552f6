"""What is employment in a work history, and which rows deny it."""

import pytest

from consistency.comparator.aligned.employment import denies_work, is_work
from consistency.model import Evidence, Job

NONE = (
    ("Unemployed", None), ("Unemployed (taking care of my mother)", "Lagos"), ("Homemaker / caring for family", None),
    ("Caring for my sick father", "Home"), ("Taking care of mother", None), ("None", "Unemployed"),
    ("Soins à ma mère", None), ("Proche aidante", "Famille"), ("Retired", None), ("Sans emploi", None),
    (None, "Unemployed"), ("Household repairs", "Job seeking"),
    ("travaux de la maison", "À la recherche d'un emploi"), ("Odd chores", "Unemployed, at home"),
    ("Housewife (pregnancy, small children)", None), ("Unemployed - moved to another town", "N/A"),
    ("Looked after my old father in Leeds", None), (None, "(at home with our child)"),
    ("À la maison avec mes enfants", None),
    ("Homemaker, learning to bake", None), ("Unemployed (the hotel closed)", None),
    ("Unemployed, waiting for a licence as a nurse", None),
    ("Housewife (pregnancy, childcare)", "N/A"), ("Femme au foyer (garde d'enfants)", None),
    ("At home; nursed my old grandfather", "–"),
    ("Looking for work", None), ("Housewife, taking care of my children", None),
)  # fmt: skip
BESIDE = (
    ("Student", "City College"), ("Full-time student / unemployed", None), ("Maternity leave", "Acme"),
    ("Preparing our move to Kobe", None), ("Welding training at a centre, then awaiting deployment", None),
    ("Board exam; processing of papers", None), ("Attended a caregiver course, gave birth", "N/A"),
    ("Choir leader (volunteer, Sundays)", "City Church"),
    (None, "(unpaid leave, nursed my father)"), ("Travelling", None), ("N/A", None), ("Volunteer", "Red Cross"),
)  # fmt: skip
WORK = (
    ("Training officer", None), ("Class teacher", None), ("Processing fish", None), ("Training, welder", None),
    ("Attending nurse", None), ("Course instructor, waiting tables", None),
    ("Caregiver", "Sunrise Home Care"), ("Caring for elderly clients", None),
    ("Taking care of grandmother", "Mrs. Chan"), ("Taking care of children", "Lim household"),
    ("Adviser", "Job Seeker Centre Ltd"), ("Family doctor", "City Clinic"), ("Cook", None), (None, "Acme"),
    ("Mover", "Moving Home Ltd"), ("Moving crew", None), ("Nurse", "Family Care Centre"),
    ("Housewife (cook)", "Lim household"), ("Home baker", None),
    ("Care assistant", "My Family Home Ltd"),
    ("Nurse", "Family Care Centre"), ("Housewife (cook)", "Lim household"), ("Home baker", None),
    ("Care assistant", "My Family Home Ltd"), ("Housewife, seamstress from home", None),
    ("At home, tailor", None), ("Coordinator (volunteer management)", "Red Cross"),
    ("Cook (canteen of the volunteers)", "Red Cross"), ("Preparing meals", "Canteen"),
    ("Job search / freelance translator", None), ("Homemaker and babysitter", None),
)  # fmt: skip


def job(title: str | None, employer: str | None) -> Job:
    return Job(evidence=Evidence("form.pdf", None), title=title, employer=employer)


@pytest.mark.parametrize("row", NONE)
def test_a_row_that_denies_work(row: tuple[str | None, str | None]) -> None:
    assert not is_work(job(*row))
    assert denies_work(job(*row))


@pytest.mark.parametrize("row", BESIDE)
def test_a_row_without_work_beside_which_there_may_be_some(row: tuple[str | None, str | None]) -> None:
    assert not is_work(job(*row))
    assert not denies_work(job(*row))


@pytest.mark.parametrize("row", WORK)
def test_a_row_of_work(row: tuple[str | None, str | None]) -> None:
    assert is_work(job(*row))
    assert not denies_work(job(*row))
