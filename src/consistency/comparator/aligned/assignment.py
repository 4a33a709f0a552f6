"""The best one-to-one pairing of rows and columns: the Hungarian method, small because the tables are."""

from collections.abc import Sequence
from math import inf


def assign(gain: Sequence[Sequence[float]]) -> list[tuple[int, int]]:
    """Pair rows with columns so that the sum of gains is greatest.

    Every row of the shorter side is paired; pairs without a positive gain are left out. O(n² m) for n ≤ m.
    """
    rows, columns = len(gain), len(gain[0]) if gain else 0
    if rows == 0 or columns == 0:
        return []
    if rows > columns:
        turned = [[gain[r][c] for r in range(rows)] for c in range(columns)]
        return sorted((r, c) for c, r in assign(turned))
    chosen = _rows_of_columns([[-value for value in row] for row in gain])
    return sorted((row, column) for column, row in chosen.items() if gain[row][column] > 0)


def _rows_of_columns(cost: list[list[float]]) -> dict[int, int]:
    """Solve the assignment for n ≤ m by shortest augmenting paths; 0 is the virtual row and column."""
    n, m = len(cost), len(cost[0])
    of_row, of_column = [0.0] * (n + 1), [0.0] * (m + 1)
    match = [0] * (m + 1)
    for row in range(1, n + 1):
        match[0], column = row, 0
        least, way, seen = [inf] * (m + 1), [0] * (m + 1), [False] * (m + 1)
        while match[column]:
            seen[column] = True
            column = _nearest(cost, match, column, (of_row, of_column), (least, way, seen))
        while column:
            match[column], column = match[way[column]], way[column]
    return {column - 1: match[column] - 1 for column in range(1, m + 1) if match[column]}


def _nearest(
    cost: list[list[float]],
    match: list[int],
    column: int,
    potentials: tuple[list[float], list[float]],
    search: tuple[list[float], list[int], list[bool]],
) -> int:
    """Grow the tree by the cheapest edge, move the potentials, and give the column reached."""
    of_row, of_column = potentials
    least, way, seen = search
    row = match[column]
    for j in range(1, len(of_column)):
        reduced = cost[row - 1][j - 1] - of_row[row] - of_column[j]
        if not seen[j] and reduced < least[j]:
            least[j], way[j] = reduced, column
    best = min((j for j in range(1, len(of_column)) if not seen[j]), key=least.__getitem__)
    delta = least[best]
    for j in range(len(of_column)):
        if seen[j]:
            of_row[match[j]] += delta
            of_column[j] -= delta
        else:
            least[j] -= delta
    return best
