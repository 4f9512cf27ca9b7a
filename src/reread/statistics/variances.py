"""Which F can groups with these sizes, means and SDs have?

The sum of squares between groups is convex in the means: its greatest value lies at a corner of the box of intervals,
its least is found exactly, with the best common mean. The sum within rises with each SD.

Source: Fisher 1925 (analysis of variance); Welch 1951, doi:10.1093/biomet/38.3-4.330 (variances apart).

>>> from reread.numbers.interval import Interval
>>> fixed = [Interval.point(value) for value in (1, 2, 6)]
>>> least_between(fixed, [1, 1, 1]), greatest_between(fixed, [1, 1, 1])
(Fraction(14, 1), Fraction(14, 1))
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise, product
from math import inf, sqrt

from reread.numbers.interval import Interval
from reread.statistics.two_means import Summary

Number = int | Fraction
MOST_CORNERS = 10  # groups; beyond, an upper bound that surely encloses


def least_between(means: Sequence[Interval], weights: Sequence[Number]) -> Fraction:
    """The least weighted sum of squares of means, each in its interval, around their weighted mean."""
    ends = sorted({end for mean in means for end in (mean.low, mean.high) if end is not None})
    for low, high in pairwise(ends):
        pull = [
            (w, m.low if m.low is not None and m.low >= high else m.high)
            for w, m in _pulling(means, weights, low, high)
        ]
        total = sum((Fraction(w) for w, _ in pull), Fraction(0))
        if total:
            centre = sum((w * end for w, end in pull if end is not None), Fraction(0)) / total
            if low <= centre <= high:
                return _distance(means, weights, centre)
    return min(_distance(means, weights, end) for end in ends)


def greatest_between(means: Sequence[Interval], weights: Sequence[Number]) -> Fraction:
    """The greatest such sum, or a bound above it where there are many groups."""
    boxes = [(mean.low or Fraction(0), mean.high or Fraction(0)) for mean in means]
    if len(boxes) <= MOST_CORNERS:
        return max(_around_mean(point, weights) for point in product(*boxes))
    middle = [(low + high) / 2 for low, high in boxes]
    centre = _mean(middle, weights)
    far = [max(abs(low - centre), abs(high - centre)) for low, high in boxes]
    return sum((w * each**2 for w, each in zip(weights, far, strict=True)), Fraction(0))


def f_ranges(groups: Sequence[Summary], welch: bool) -> Iterator[tuple[str, Interval]]:
    """F of one-way analysis of variance by name: SDs with n − 1 or n, and Welch's F where that is admitted."""
    means, sizes = [group.mean for group in groups], [group.n for group in groups]
    between = least_between(means, sizes), greatest_between(means, sizes)
    k, total = len(groups), sum(sizes)
    for label, with_n in (("", False), (", SDs with n", True)):
        spreads = [_spread(group, with_n) for group in groups]
        low, high = (sum((n - 1) * s[end] ** 2 for n, s in zip(sizes, spreads, strict=True)) for end in (0, 1))
        scale = (total - k) / (k - 1)
        yield f"F{label}", _ratio(float(between[0]) * scale, float(between[1]) * scale, low, high)
        if welch:
            yield f"Welch's F{label}", _welch(means, sizes, spreads)


def eta_squared(f: Interval, df1: int, df2: int) -> Interval:
    """The share of the variance that lies between groups, for every F.

    >>> [round(end, 3) for end in eta_squared(Interval.of("4.84", "4.85"), 2, 27).floats()]
    [0.264, 0.264]
    """
    low, high = (end * df1 / df2 for end in f.floats())
    return Interval.around(low / (1 + low), 1.0 if high == inf else high / (1 + high))


def _pulling(
    means: Sequence[Interval], weights: Sequence[Number], low: Fraction, high: Fraction
) -> Iterator[tuple[Number, Interval]]:
    """The groups whose whole interval lies on one side of the stretch from low to high."""
    for mean, weight in zip(means, weights, strict=True):
        if (mean.low is not None and mean.low >= high) or (mean.high is not None and mean.high <= low):
            yield weight, mean


def _distance(means: Sequence[Interval], weights: Sequence[Number], centre: Fraction) -> Fraction:
    total = Fraction(0)
    for mean, weight in zip(means, weights, strict=True):
        near = mean.within(centre, None) or mean.within(None, centre)
        if mean.contains(centre) or near is None:
            continue
        end = near.low if near.low is not None and near.low > centre else near.high
        total += weight * (Fraction(end or 0) - centre) ** 2
    return total


def _mean(values: Sequence[Fraction], weights: Sequence[Number]) -> Fraction:
    whole = sum((Fraction(w) for w in weights), Fraction(0))
    return sum((w * value for w, value in zip(weights, values, strict=True)), Fraction(0)) / whole


def _around_mean(values: Sequence[Fraction], weights: Sequence[Number]) -> Fraction:
    centre = _mean(values, weights)
    return sum((w * (value - centre) ** 2 for w, value in zip(weights, values, strict=True)), Fraction(0))


def _spread(group: Summary, with_n: bool) -> tuple[float, float]:
    factor = sqrt(group.n / (group.n - 1)) if with_n else 1.0
    low, high = group.sd.floats()
    return max(0.0, low) * factor, max(0.0, high) * factor


def _ratio(top_low: float, top_high: float, low: float, high: float) -> Interval:
    if high <= 0:
        return Interval(Fraction(0), None)
    return Interval.around(top_low / high, top_high / low if low > 0 else inf)


def _welch(means: Sequence[Interval], sizes: Sequence[int], spreads: Sequence[tuple[float, float]]) -> Interval:
    """An interval that holds Welch's F: its weights n / s² only widen the sum between groups."""
    if any(low <= 0 for low, _ in spreads):
        return Interval(Fraction(0), None)
    k = len(sizes)
    light = [n / high**2 for n, (_, high) in zip(sizes, spreads, strict=True)]
    heavy = [n / low**2 for n, (low, _) in zip(sizes, spreads, strict=True)]
    low = float(least_between(means, [Fraction(w) for w in light])) / (k - 1)
    high = float(greatest_between(means, [Fraction(w) for w in heavy])) / (k - 1)
    others = [(sum(light) - a, sum(heavy) - b) for a, b in zip(light, heavy, strict=True)]
    shares = [
        ((apart_low / (apart_low + b)) ** 2 / (n - 1), (apart_high / (apart_high + a)) ** 2 / (n - 1))
        for a, b, (apart_low, apart_high), n in zip(light, heavy, others, sizes, strict=True)
    ]
    factor = 2 * (k - 2) / (k**2 - 1)
    return Interval.around(
        low / (1 + factor * sum(s[1] for s in shares)), high / (1 + factor * sum(s[0] for s in shares))
    )
