"""Which of these means and SDs can n whole-number scores have together?

The rule of `datasets.moments`, over columns. A sum counts only modulo n (all scores moved by one number keep their
SD), so that it lies in 0 to n − 1, where the least sum of squares is the sum itself. Each sum that the mean allows is
tried, all rows at once, until one is found. Rows of n ≤ 4, which need more, are decided by the single check.

Source: as `checks.grimmer`; the example is rsprite2's.

>>> grimmer(["3.44", "5.21"], ["2.47", "1.6"], [18, 28])
array([False,  True])
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from reread.bulk.parsed import Column, Integers, Parsed, Truths, parse, refuse
from reread.bulk.rows import aligned, ceil_divide, decide, plain, powers, safe, whole
from reread.checks.grimmer import possible
from reread.statistics.conventions import DDOF

BY_MOMENTS = 5  # from this n on, every admissible pair of sum and sum of squares is attained
AT_ONCE = 1 << 20  # pairs of row and sum that are tried together


def grimmer(means: Column, sds: Column, ns: Column, items: Column = 1, *, ddof: Iterable[int] = DDOF) -> Truths:
    """True where some n whole numbers (means of `items` whole numbers) have this mean and SD, with any of the ddof.

    means, sds: text, length N; ns (2 or more), items: whole numbers, length N or one for all. Errors name the row.
    """
    allowed = tuple(ddof)
    mean, sd, n, item = aligned(
        parse(means, "means"), parse(sds, "sds"), whole(ns, "ns", 1 + max(allowed)), whole(items, "items")
    )
    refuse(sd.units < 0, "sds", lambda row: f"the SD {float(sd.reported(row).value)} is negative; an SD is 0 or more")
    mean_size, sd_size = (2 * abs(column.units.astype(float)) + 1 for column in (mean, sd))
    unit = powers(sd.decimals)
    easy = plain(mean, sd) & (n >= BY_MOMENTS)
    easy &= safe((n, n), (n, item, mean_size), (2, powers(mean.decimals)), (n, n, item, item, sd_size, sd_size))
    easy &= safe((4, unit, unit))
    return decide(
        easy,
        lambda rows: _tried(mean, sd, n, item, rows, allowed),
        lambda row: possible(
            int(n[row]), mean.reported(row).interval, sd.reported(row).interval, int(item[row]), allowed
        ),
        "means and sds",
    )


def _tried(
    mean: Parsed, sd: Parsed, n: Integers, items: Integers, rows: slice | Integers, ddof: tuple[int, ...]
) -> Truths:
    """Every sum that the mean allows, until one has a sum of squares; n neighbouring sums are all that differ."""
    n, items, doubled, whole_ = n[rows], items[rows], 2 * mean.units[rows], 2 * powers(mean.decimals[rows])
    first = ceil_divide((doubled - 1) * n * items, whole_)
    count = np.minimum((doubled + 1) * n * items // whole_ - first + 1, n)
    around = [_squared_deviations(sd, n, items, rows, one) for one in ddof]
    possible: Truths = (count > 0) & _has_squares(n, first % n, around)
    left, done = np.flatnonzero(~possible & (count > 1)), 1
    while len(left):
        width = max(1, min(AT_ONCE // len(left), int(count[left].max()) - done))
        left = _more(n, first, count, around, left, done, width, possible)
        done += width
    return possible


def _more(
    n: Integers,
    first: Integers,
    count: Integers,
    around: list[tuple[Integers, Integers]],
    left: Integers,
    done: int,
    width: int,
    possible: Truths,
) -> Integers:
    """The next `width` sums of the rows that are left; marks the rows that have one and gives those that are left."""
    widths = np.minimum(width, count[left] - done)
    row = np.repeat(left, widths)
    step = np.arange(len(row)) - np.repeat(np.cumsum(widths) - widths, widths) + done
    found = _has_squares(n[row], (first[row] + step) % n[row], [(low[row], high[row]) for low, high in around])
    possible[row[found]] = True
    rest: Integers = left[~possible[left] & (count[left] > done + width)]
    return rest


def _squared_deviations(
    sd: Parsed, n: Integers, items: Integers, rows: slice | Integers, ddof: int
) -> tuple[Integers, Integers]:
    """The least and greatest n × (sum of squared deviations) that the SD allows; whole numbers, as all of these are."""
    doubled, unit = 2 * sd.units[rows], powers(sd.decimals[rows])
    factor, whole_ = items * items * n * (n - ddof), 4 * unit * unit
    low = np.maximum(doubled - 1, 0)
    return ceil_divide(low * low * factor, whole_), (doubled + 1) ** 2 * factor // whole_


def _has_squares(n: Integers, total: Integers, around: list[tuple[Integers, Integers]]) -> Truths:
    """Is there a sum of squares of the parity of this sum (0 to n − 1), no less than it, that fits the SD?"""
    square = total * total
    found = np.zeros(len(n), dtype=np.bool_)
    for low, high in around:
        least = np.maximum(ceil_divide(square + low, n), total)
        least += (least - total) & 1
        found |= least * n <= square + high
    return found
