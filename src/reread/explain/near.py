"""Does a computed number, or a range of them, agree with a printed one?

Floats, because a search asks it a million times; a range is widened by a billionth, as everywhere in this program, so
that a number is never called unreconciled for an error of arithmetic.

>>> meets((1.195, 1.205), (1.2049999, 1.21)), meets((1.195, 1.205), (1.21, 1.22))
(True, False)
"""

from __future__ import annotations

from collections.abc import Iterable
from math import inf

from reread.numbers.interval import WIDEN, Interval

Range = tuple[float, float]


def ends(interval: Interval) -> Range:
    """The ends as floats, widened."""
    return interval.widened


def meets(one: Range, other: Range) -> bool:
    """Have they a value in common?"""
    return one[0] <= other[1] and other[0] <= one[1]


def point(value: float) -> Range:
    """A computed value with its room for error."""
    return value - _room(value), value + _room(value)


def size(interval: Interval) -> Range:
    """The ends of the absolute values."""
    return ends(interval.absolute())


def ratio(above: Range, below: Range) -> Range:
    """Every quotient of two ranges of nothing negative."""
    return (above[0] / below[1] if below[1] > 0 else inf, above[1] / below[0] if below[0] > 0 else inf)


def hull(ranges: Iterable[Range]) -> Range:
    """From the least to the greatest."""
    lows, highs = zip(*ranges, strict=True)
    return min(lows), max(highs)


def scaled(one: Range, factor: float) -> Range:
    """Every value times a factor of at least 0."""
    return one[0] * factor, one[1] * factor


def _room(value: float) -> float:
    return 0.0 if value in (inf, -inf) else abs(value) * WIDEN + 1e-12
