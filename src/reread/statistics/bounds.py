"""Within which limits must a statistic lie, given the intervals that the printed numbers stand for?

Every function takes intervals and returns an interval that holds each value possible for numbers inside them (it may be
wider, never narrower): a check that compares such intervals can miss, but not accuse.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from math import sqrt

from reread.numbers.interval import Interval
from reread.statistics.formulas import p_from_t, t_from_change

Pair = tuple[float, float]


def corners(function: Callable[..., float], *intervals: Interval) -> Interval:
    """The range of a function that is monotone in each argument: least and greatest value at the corners, outward."""
    values = [function(*point) for point in _product([interval.floats() for interval in intervals])]
    return Interval.around(min(values), max(values))


def sd_of_change_from_t(mean: Interval, t: Interval, n: int) -> Interval:
    """The SD of the change that a printed mean change and t imply: |mean| √n / |t|."""
    size = t.absolute()
    return corners(lambda m, value: m * math.sqrt(n) / value if value > 0 else math.inf, mean.absolute(), size)


def sd_of_change_from_sds(before: Interval, after: Interval) -> Interval:
    """Every SD of a change with these two SDs, whatever the correlation: |s₁ − s₂| to s₁ + s₂."""
    apart = (after - before).absolute()
    return Interval(apart.low, (before + after).high)


def paired_t_range(mean: Interval, sds: Interval, n: int) -> Interval:
    """The t of every SD of change that the two SDs, with n − 1 or n, allow; unbounded where that SD may be 0."""
    low_sd, high_sd = sds.floats()
    high_sd *= sqrt(n / (n - 1))
    low = corners(lambda m: t_from_change(m, high_sd, n) if high_sd > 0 else 0.0, mean.absolute())
    if low_sd <= 0:
        return Interval(low.low, None)
    return Interval(low.low, corners(lambda m: t_from_change(m, low_sd, n), mean.absolute()).high)


def correlation(before: Interval, after: Interval, change: Interval) -> Interval:
    """The correlation that two SDs and the SD of the change imply, possibly beyond [−1, 1]."""
    (b_low, b_high), (a_low, a_high), (c_low, c_high) = before.floats(), after.floats(), change.floats()
    if b_low <= 0 or a_low <= 0:
        return Interval(None, None)
    tops = [b_low * b_low + a_low * a_low - c_high * c_high, b_high * b_high + a_high * a_high - c_low * c_low]
    quotients = [top / bottom for top in tops for bottom in (2 * b_low * a_low, 2 * b_high * a_high)]
    return Interval.around(min(quotients), max(quotients))


def p_of_t(t: Interval, df: Interval, tails: int) -> Interval:
    """The p-values of every t and df in the intervals: p falls with both."""
    (low, high), (fewest, most) = t.absolute().floats(), df.floats()
    return Interval.around(p_from_t(high, most, tails), p_from_t(low, fewest, tails))


def _product(pairs: list[Pair]) -> list[tuple[float, ...]]:
    points: list[tuple[float, ...]] = [()]
    for pair in pairs:
        points = [(*point, end) for point in points for end in pair]
    return points
