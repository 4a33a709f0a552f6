"""Names taught to be one are one in every comparison; the quotes stay as they are."""

import pytest

from consistency.case.assemble import Choices, assemble
from consistency.case.taught import Taught, with_taught
from consistency.comparator.engine import Settings, run
from consistency.model import Case
from tests.comparator.examples import case_of

RENAMED = """
    2024/imm1295.pdf as of 2024-06-01: job employer="Blue Whale Foods" title=cook from=2018-01 to=2020-01
    draft/imm1295.pdf as of 2026-03-01: job employer="Harbour Catering" title=cook from=2018-01 to=2020-01
"""
MARRIED = """
    2024/imm1295.pdf as of 2024-06-01: family_name=RAHIMI given_names=LEILA birth_date=1990-05-04 uci=1234-5678
    draft/imm1295.pdf as of 2026-03-01: family_name=MORADI given_names=SARA birth_date=1990-05-04 uci=1234-5678
"""
UNLINKED = MARRIED.replace(" uci=1234-5678", "")


def taught(case: Case, words: Taught) -> Case:
    return assemble(case.path, case.papers, Choices(draft="draft", taught=words))


@pytest.mark.parametrize(
    ("text", "rule", "words"),
    [
        (RENAMED, "work/employer", Taught(employers=(("Blue Whale Foods", "Harbour Catering Ltd"),))),
        (MARRIED, "identity/name", Taught(people=(("RAHIMI, Leila", "MORADI, Sara"),))),
        (MARRIED, "identity/name", Taught(people=(("Leila Rahimi", "Sara Moradi"),))),
    ],
)
def test_what_is_taught_is_no_difference(text: str, rule: str, words: Taught) -> None:
    settings = Settings(rules=(rule,))
    assert run(taught(case_of(text), Taught()), settings)
    assert not run(taught(case_of(text), words), settings)


def test_papers_of_two_names_become_one_person_s() -> None:
    assert len(taught(case_of(UNLINKED), Taught()).people) == 2
    words = Taught(people=(("RAHIMI, Leila", "MORADI, Sara"),))
    assert [person.name for person in taught(case_of(UNLINKED), words).people] == ["Leila RAHIMI"]


def test_the_quote_stays() -> None:
    paper = with_taught(case_of(MARRIED).papers[1], Taught(people=(("RAHIMI, Leila", "MORADI, Sara"),)))
    assert [(fact.value, fact.evidence.quote) for fact in paper.facts[:2]] == [
        ("RAHIMI", "MORADI"),
        ("Leila", "SARA"),
    ]
