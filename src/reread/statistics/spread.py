"""Which SDs can n scores between two limits have, given their mean?

The greatest sum of squares has everybody at the ends of the scale, n (m − a)(b − m); of whole scores one of them may
have to stand between. The least has whole scores on both sides of the mean, r (n − r) / n with r the remainder of
their sum. Scores that reach both of their limits have a sum of squares of at least half the squared range.

Sources: Bhatia & Davis 2000, doi:10.1080/00029890.2000.12005203 (greatest variance); Heathers et al. 2018,
doi:10.7287/peerj.preprints.26968v1 (limits of the SD of whole scores); Mestdagh et al. 2018, doi:10.1037/met0000153.

Five scores from 1 to 7 with a mean of 4 (sum 20): SD (with n − 1) of √(36 / 4) = 3 at most.

>>> [round(abs(end), 3) for end in sd_on_scale(5, Interval.point(4), Interval.of(1, 7), 1)[0].floats()]
[0.0, 3.0]
"""

from __future__ import annotations

from fractions import Fraction
from math import ceil, floor, sqrt

from reread.numbers.interval import Interval

MOST_SUMS = 2_000  # whole sums inside the mean's interval; beyond, the limits of any numbers


def sd_on_scale(n: int, mean: Interval, scale: Interval, items: int | None) -> list[Interval]:
    """Every SD (with n − 1, or n) of n scores on a scale: whole numbers of `items`, or any numbers for None.

    One interval for each sum of scores that the mean leaves; none where the mean lies outside the scale.
    """
    inside = mean.within(scale.low, scale.high)
    if inside is None or inside.low is None or inside.high is None or scale.low is None or scale.high is None:
        return []
    if items is not None:
        first, last = ceil((inside.low - scale.low) * items * n), floor((inside.high - scale.low) * items * n)
        if first <= last < first + MOST_SUMS:
            width = int((scale.high - scale.low) * items)
            return [_sds(*_squares(total, n, width), n, items) for total in range(first, last + 1)]
    return [_sds(Fraction(0), n * greatest_product(inside, scale), n, 1)]


def greatest_product(mean: Interval, scale: Interval) -> Fraction:
    """The greatest (m − a)(b − m) of a mean inside a scale: the greatest variance with n."""
    a, b = scale.low or Fraction(0), scale.high or Fraction(0)
    ends = [end for end in (mean.low, mean.high) if end is not None]
    middle = (a + b) / 2
    return max((m - a) * (b - m) for m in [*ends, *([middle] if mean.contains(middle) else [])])


def sd_of_few(mean: Interval, scale: Interval) -> Interval:
    """Every SD of any number of scores on a scale, two or more: at most √(2 (m − a)(b − m))."""
    inside = mean.within(scale.low, scale.high)
    return Interval.around(0, sqrt(2 * greatest_product(inside, scale))) if inside else Interval(Fraction(0), None)


def least_sd_of_range(width: Fraction, n: int) -> float:
    """The least SD (with n below) of n numbers that reach both ends of a range.

    >>> round(least_sd_of_range(Fraction(6), 2), 1)
    3.0
    """
    return float(width) / sqrt(2 * n)


def mean_in_range(low: Interval, high: Interval, n: int) -> Interval:
    """The means of n numbers, of which one is the least and one the greatest."""
    return Interval(*(_weighed(low, high, n)))


def _weighed(low: Interval, high: Interval, n: int) -> tuple[Fraction | None, Fraction | None]:
    if low.low is None or high.low is None or low.high is None or high.high is None:
        return low.low, high.high
    return (low.low * (n - 1) + high.low) / n, (low.high + high.high * (n - 1)) / n


def _squares(total: int, n: int, width: int) -> tuple[Fraction, Fraction]:
    """The least and the greatest sum of squares around the mean of n whole numbers from 0 to width."""
    rest = total % n
    at_top, between = divmod(total, width)
    greatest = at_top * width**2 + between**2 - Fraction(total**2, n)
    return Fraction(rest * (n - rest), n), greatest


def _sds(least: Fraction, greatest: Fraction, n: int, items: int) -> Interval:
    return Interval.around(sqrt(least / n) / items, sqrt(greatest / max(1, n - 1)) / items)
