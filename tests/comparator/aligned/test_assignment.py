"""The assignment is the best one: compared with all there are."""

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from consistency.comparator.aligned.assignment import assign

GAIN = st.sampled_from((0.0, 0.25, 0.5, 0.75, 1.0))
TABLES = st.integers(1, 4).flatmap(
    lambda columns: st.lists(st.lists(GAIN, min_size=columns, max_size=columns), min_size=1, max_size=4)
)


def best(gain: list[list[float]]) -> float:
    rows, columns = len(gain), len(gain[0])
    if rows > columns:
        return best([[gain[r][c] for r in range(rows)] for c in range(columns)])
    return max(
        sum(gain[row][column] for row, column in enumerate(order))
        for order in permutations(range(columns), rows)
    )


@given(TABLES)
def test_no_pairing_is_better(gain: list[list[float]]) -> None:
    assert sum(gain[row][column] for row, column in assign(gain)) == best(gain)


@given(TABLES)
def test_each_row_and_column_is_used_once(gain: list[list[float]]) -> None:
    pairs = assign(gain)
    assert len({row for row, _ in pairs}) == len({column for _, column in pairs}) == len(pairs)


def test_what_gains_nothing_is_not_paired() -> None:
    assert assign([[0.0, 0.0], [0.0, 1.0]]) == [(1, 1)]


def test_nothing_to_pair() -> None:
    assert assign([]) == []
    assert assign([[], []]) == []
