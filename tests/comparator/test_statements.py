"""Single facts side by side."""

import pytest

from consistency.comparator.statements import misread, parted, said, settled, stated
from consistency.model import Case
from tests.comparator.examples import case_of


def cities(case: Case) -> list[list[str]]:
    told = stated(case, case.people[0], "birth_city")
    return [[s.value for s in group] for group in settled(parted(told, lambda a, b: a.value == b.value))]


@pytest.mark.parametrize(("typed", "pictured", "alike"), [
    ("AO123456", "A0123456", True), ("Benkirane", "Bonkirane", True), ("Olvera Peña", "Olvera Pefia", True),
    ("Pena Olvera", "Olvera Pena", True), ("Adebanjo", "Adabanjo", False), ("A1234567", "A1284567", False),
])  # fmt: skip
def test_a_picture_shows_some_signs_alike(typed: str, pictured: str, alike: bool) -> None:
    case = case_of(f"""
        draft/cv.pdf as of 2026-01-01: birth_city="{typed}"
        draft/passport.png as of 2026-01-01: birth_city="{pictured}"
    """)
    one, other = stated(case, case.people[0], "birth_city")
    assert misread(one, other) is alike


def test_typed_text_is_never_misread() -> None:
    case = case_of("""
        draft/cv.pdf as of 2026-01-01: birth_city=Benkirane
        draft/passport.pdf as of 2026-01-01: birth_city=Bonkirane
    """)
    assert len(cities(case)) == 2


def test_a_misreading_joins_what_it_misreads() -> None:
    case = case_of("""
        draft/cv.pdf as of 2026-01-01: birth_city=Lodz
        draft/imm1295.pdf as of 2026-01-01: birth_city=Poznan
        draft/passport.png as of 2026-01-01: birth_city=Pozman
    """)
    assert sorted(cities(case)) == [["Lodz"], ["Poznan", "Pozman"]]


def test_many_papers_are_counted() -> None:
    case = case_of("\n".join(f"draft/cv_{n}.pdf as of 2026-01-01: birth_city=Lodz" for n in range(5)))
    told = stated(case, case.people[0], "birth_city")
    assert said([told]) == "“Lodz” in draft/cv_0.pdf, draft/cv_1.pdf, draft/cv_2.pdf and 2 more"
