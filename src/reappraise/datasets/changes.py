"""Which means and SDs of change do two printed distributions leave open?

The sum of the changes follows from the margins. Their sum of squares depends on the pairing: all its values over every
before × after table are found without listing the tables, row by row, keeping for each way in which the columns can
still be open the set of squares reached so far (as the bits of one integer).

>>> change_pairs({1: 16, 2: 4}, {1: 2, 2: 18})
(Moments(sum=14, squares=14), Moments(sum=14, squares=16), Moments(sum=14, squares=18))
>>> [pair.squares for pair in change_pairs({0: 1, 1: 1, 2: 1}, {0: 1, 1: 1, 2: 1})]  # 4 is not among them
[0, 2, 6, 8]

Assumptions: the same people twice.
Source: for the range, the rearrangement inequality (Hardy, Littlewood & Pólya 1934, *Inequalities*, theorem 368).
"""

from __future__ import annotations

from collections.abc import Mapping

from reappraise.datasets.histogram import Moments, TooLarge
from reappraise.datasets.paired import margins, shares

# Some seconds.
MOST_STEPS = 2_000_000


def change_pairs(before: Mapping[int, int], after: Mapping[int, int]) -> tuple[Moments, ...]:
    """The distinct (sum, sum of squares) of the differences over *all* tables, ascending, without listing the tables.

    `TooLarge` where even that takes too many steps; then `change_range` still bounds them.
    """
    rows, columns = margins(before, after)
    values = tuple(value for value, _ in columns.pairs)
    # columns' counts still open → the squares reached, as the bits of one integer
    reached = {tuple(count for _, count in columns.pairs): 1}
    steps = 0
    for value, count in rows.pairs:
        following: dict[tuple[int, ...], int] = {}
        for open_, squares in reached.items():
            for taken in shares(count, open_):
                steps += 1
                cost = sum(share * (column - value) ** 2 for share, column in zip(taken, values, strict=True))
                rest = tuple(have - share for have, share in zip(open_, taken, strict=True))
                following[rest] = following.get(rest, 0) | squares << cost
            if steps > MOST_STEPS:
                raise TooLarge(
                    f"more than {MOST_STEPS} steps to pair {rows.n} people; `change_range` bounds the change"
                )
        reached = following
    bits = bin(*reached.values())[:1:-1]
    total = columns.moments.sum - rows.moments.sum
    return tuple(Moments(total, squares) for squares, bit in enumerate(bits) if bit == "1")


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
