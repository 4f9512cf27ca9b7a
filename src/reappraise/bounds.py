"""Within which limits must a statistic lie, given the intervals that the printed numbers stand for?

Every function takes intervals and returns an interval that holds each value possible for numbers inside them (it may be
wider, never narrower): a check that compares such intervals can miss, but not accuse.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from fractions import Fraction

from reappraise.formulas import p_from_t
from reappraise.interval import Interval
from reappraise.study import Study

Pair = tuple[float, float]


def change_of_means(study: Study, outcome: str) -> Interval | None:
    """The absolute mean change that the printed means and change leave; None where too little is printed.

    Where answers may be missing, the means are not those of the participants behind a printed change.
    """
    means = study.all(f"{outcome}.before.mean", f"{outcome}.after.mean")
    printed = study.get(f"{outcome}.change.mean")
    found = (means[1].interval - means[0].interval).absolute() if means else None
    if printed is None:
        return found
    stated = printed.interval.absolute()
    if not study.complete(outcome):
        return stated
    both = stated.within(found.low, found.high) if found else stated
    return both or found


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


def correlation(before: Interval, after: Interval, change: Interval) -> Interval:
    """The correlation that two SDs and the SD of the change imply, possibly beyond [−1, 1]."""
    (b_low, b_high), (a_low, a_high), (c_low, c_high) = before.floats(), after.floats(), change.floats()
    if b_low <= 0 or a_low <= 0:
        return Interval(None, None)
    tops = [b_low * b_low + a_low * a_low - c_high * c_high, b_high * b_high + a_high * a_high - c_low * c_low]
    quotients = [top / bottom for top in tops for bottom in (2 * b_low * a_low, 2 * b_high * a_high)]
    return Interval.around(min(quotients), max(quotients))


def degrees_of_freedom(study: Study, outcome: str) -> Interval | None:
    """As printed, else n − 1 of a paired t (2 n − 2 if read as of groups); None where neither is known or below 1.

    Welch's may have decimals, which papers also leave out: whole ones of another test than the paired one stand for
    what rounds to them.
    """
    df, n = study.get(f"{outcome}.change.df"), study.n(outcome)
    paired = study.outcome(outcome).change.test == "paired t"
    if df is not None:
        beside = Fraction(0) if paired or not df.whole else Fraction(1, 2)
        return (df.interval + Interval(-beside, beside)).within(1, None)
    if not paired or n is None or n.integer < 2:
        return None
    return Interval.point(n.integer - 1 if study.reading.paired else 2 * n.integer - 2)


def p_of_t(t: Interval, df: Interval, tails: int) -> Interval:
    """The p-values of every t and df in the intervals: p falls with both."""
    (low, high), (fewest, most) = t.absolute().floats(), df.floats()
    return Interval.around(p_from_t(high, most, tails), p_from_t(low, fewest, tails))


def _product(pairs: list[Pair]) -> list[tuple[float, ...]]:
    points: list[tuple[float, ...]] = [()]
    for pair in pairs:
        points = [(*point, end) for point in points for end in pair]
    return points
