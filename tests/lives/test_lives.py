"""A consistent life gives no finding; a planted contradiction is found, and nothing else is reported."""

import pytest

from tests.lives.edits import Edit
from tests.lives.life import life
from tests.lives.running import false_alarms, found, known_edits, tally
from tests.lives.telling import papers

SEEDS = 20
PLANTED = 6


@pytest.mark.parametrize("seed", range(SEEDS))
def test_a_consistent_life_gives_no_finding(seed: int) -> None:
    assert [f"{finding.rule}: {finding.detail}" for _, finding in false_alarms([seed])] == []


@pytest.mark.parametrize("edit", known_edits(), ids=lambda edit: edit.name)
def test_a_planted_contradiction_is_found_and_nothing_else(edit: Edit) -> None:
    told = tally(edit, range(PLANTED))
    assert (told.missed, told.beside) == ([], {})


def test_every_edit_finds_a_place() -> None:
    seeds = range(120)
    placeless = [edit.name for edit in known_edits() if all(edit.planted(seed) is None for seed in seeds)]
    assert placeless == []


@pytest.mark.parametrize("seed", range(0, 12, 3))
def test_the_order_of_papers_changes_nothing(seed: int) -> None:
    for edit in known_edits()[seed % 5 :: 5]:
        told = edit.planted(seed) or papers(life(seed))
        assert {f.id for f in found(told)} == {f.id for f in found(told[::-1])}
