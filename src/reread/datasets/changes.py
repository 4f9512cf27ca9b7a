"""Which means and SDs of change do two printed distributions leave open?

The sum of the changes follows from the margins. Their sum of squares depends on the pairing; its values over *all*
before × after tables are found without listing these. On a walk from the most equal ranks to the most opposite ones, by
least exchanges between two people, the tables on the path and one exchange off it usually have every value that parity
allows between the two ends: then nothing is missing. Otherwise the tables are built row by row, keeping for each way in
which the columns can still be open the set of squares reached (as the bits of one integer).

>>> change_pairs({1: 16, 2: 4}, {1: 2, 2: 18})
(Moments(sum=14, squares=14), Moments(sum=14, squares=16), Moments(sum=14, squares=18))
>>> [pair.squares for pair in change_pairs({0: 1, 1: 1, 2: 1}, {0: 1, 1: 1, 2: 1})]  # 4 is not among them
[0, 2, 6, 8]

Assumptions: the same people twice.
Source: for the two ends, the rearrangement inequality (Hardy, Littlewood & Pólya 1934, *Inequalities*, theorem 368).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import reduce
from math import gcd

from reread.datasets.histogram import Counts, Moments, TooLarge
from reread.datasets.pairing import margins, shares, tables

# Half of what the squares gain where two people, (x, y) and (u, v), exchange y and v; then x, y, u, v.
Move = tuple[int, int, int, int, int]
# About a second each.
MOST_STEPS = 200_000
MOST_EXCHANGES = 5_000


def change_pairs(before: Mapping[int, int], after: Mapping[int, int]) -> tuple[Moments, ...]:
    """The distinct (sum, sum of squares) of the differences over *all* tables, ascending, without listing the tables.

    `TooLarge` where even that takes too many steps; then `change_range` still bounds them.
    """
    rows, columns = margins(before, after)
    (least, most), step = change_range(rows, columns), 2 * _step(rows) * _step(columns)
    every = range(least.squares, most.squares + 1, step)
    found = set(every)
    if len(every) > MOST_EXCHANGES or found != _met(rows, columns):
        found = _reached(rows, columns)
    return tuple(Moments(least.sum, squares) for squares in sorted(found))


def change_bounds(before: Mapping[int, int], after: Mapping[int, int], most: int | None = None) -> tuple[Moments, ...]:
    """Every (sum, sum of squares) that parity allows between the two ends: all that `change_pairs` finds, or more.

    None at all where they are more than `most`.

    >>> [pair.squares for pair in change_bounds({0: 1, 1: 1, 2: 1}, {0: 1, 1: 1, 2: 1})]  # 4 is no table's
    [0, 2, 4, 6, 8]
    """
    total, every = change_squares(before, after)
    if most is not None and len(every) > most:
        return ()
    return tuple(Moments(total, squares) for squares in every)


def change_squares(before: Mapping[int, int], after: Mapping[int, int]) -> tuple[int, range]:
    """The sum of the differences, and every sum of squares that parity allows between the two ends.

    >>> change_squares({1: 16, 2: 4}, {1: 2, 2: 18})
    (14, range(14, 19, 2))
    """
    rows, columns = margins(before, after)
    least, largest = change_range(rows, columns)
    return least.sum, range(least.squares, largest.squares + 1, 2 * _step(rows) * _step(columns))


def _step(margin: Counts) -> int:
    """The common step of the values; exchanging two people changes the squares by twice a product of two such steps."""
    first, *others = margin
    return reduce(gcd, (value - first for value in others), 0) or 1


def _met(rows: Counts, columns: Counts) -> set[int]:
    """The squares of the tables on one walk by least exchanges, and of all tables one exchange away from these."""
    met: set[int] = set()
    for _, squares, moves in _walked(rows, columns):
        met.update((squares, *(squares + 2 * size for size, *_ in moves)))
    return met


def table_met(before: Counts, after: Counts, wanted: int) -> tuple[tuple[int, int, int], ...] | None:
    """The cells of one table with these squares of change; None where the walk meets none.

    >>> table_met(Counts.of([1, 2]), Counts.of([1, 2]), 2)
    ((1, 2, 1), (2, 1, 1))
    """
    for table, squares, moves in _walked(before, after):
        move = next((move for move in moves if squares + 2 * move[0] == wanted), None)
        if squares == wanted or move:
            if squares != wanted and move:
                _exchange(table, move)
            return tuple((x, y, count) for (x, y), count in sorted(table.items()) if count)
    return None


def _walked(rows: Counts, columns: Counts) -> Iterator[tuple[dict[tuple[int, int], int], int, list[Move]]]:
    """From equal ranks to opposite ones by least exchanges: a table, its squares, the exchanges that it allows."""
    table = {(x, y): count for x, y, count in tables(rows, columns, cap=1).tables[0].cells}
    squares = sum(count * (y - x) ** 2 for (x, y), count in table.items())
    while True:
        moves = _exchanges(table)
        move = min((move for move in moves if move[0] > 0), default=None)
        yield dict(table), squares, moves
        if not move:
            return
        _exchange(table, move)
        squares += 2 * move[0]


def _exchange(table: dict[tuple[int, int], int], move: Move) -> None:
    _, x, y, u, v = move
    for cell, change in (((x, y), -1), ((u, v), -1), ((x, v), 1), ((u, y), 1)):
        table[cell] = table.get(cell, 0) + change


def _exchanges(table: dict[tuple[int, int], int]) -> list[Move]:
    """Two people, (x, y) and (u, v), exchange y and v: what half the squares gain, then who they are."""
    held = [cell for cell, count in table.items() if count]
    return [((u - x) * (v - y), x, y, u, v) for x, y in held for u, v in held if u > x and v != y]


def _reached(rows: Counts, columns: Counts) -> set[int]:
    """The squares of all tables, row by row."""
    values, steps = tuple(columns), 0
    reached = {tuple(count for _, count in columns.pairs): 1}
    for value, count in rows.pairs:
        following: dict[tuple[int, ...], int] = {}
        for left, squares in reached.items():
            for taken in shares(count, left):
                steps += 1 + squares.bit_length() // 5_000
                if steps > MOST_STEPS:
                    raise TooLarge(f"pairing {rows.n} people takes too many steps; `change_range` bounds the change")
                cost = sum(share * (column - value) ** 2 for share, column in zip(taken, values, strict=True))
                rest = tuple(have - share for have, share in zip(left, taken, strict=True))
                following[rest] = following.get(rest, 0) | squares << cost
        reached = following
    bits = bin(*reached.values())[:1:-1]
    return {squares for squares, bit in enumerate(bits) if bit == "1"}


def change_range(before: Mapping[int, int], after: Mapping[int, int]) -> tuple[Moments, Moments]:
    """The least and the greatest (sum, sum of squares) of the differences: equal ranks paired, and opposite ranks.

    >>> change_range({1: 16, 2: 4}, {1: 2, 2: 18})
    (Moments(sum=14, squares=14), Moments(sum=14, squares=18))
    """
    rows, columns = margins(before, after)
    total = columns.moments.sum - rows.moments.sum
    first, second = rows.answers(), columns.answers()
    paired = (zip(first, second, strict=True), zip(first, reversed(second), strict=True))
    least, most = (sum((y - x) ** 2 for x, y in pairs) for pairs in paired)
    return Moments(total, least), Moments(total, most)
