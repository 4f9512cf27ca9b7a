"""Which exact values can a quantity have?

An `Interval` is closed and its ends are exact (`Fraction`) or unbounded (`None`). Results of irrational functions are
computed in floating point and widened outward, so that an interval never loses a value that is possible.

>>> Interval.of("1.195", "1.205").meets(Interval.point(Fraction(24, 20)))
True
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

# Relative outward widening of floating-point results: far above the error of the special functions used (about
# 1e-13 relative, scipy's own tests), far below half a unit of any printed number.
WIDEN = 1e-9


@dataclass(frozen=True)
class Interval:
    """A closed interval of exact ends; `None` is unbounded on that side."""

    low: Fraction | None
    high: Fraction | None

    def __post_init__(self) -> None:
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError(f"an interval's low end {self.low} lies above its high end {self.high}")

    def __hash__(self) -> int:
        return self._hash

    @cached_property
    def _hash(self) -> int:
        """Kept, because a search looks the same intervals up again and again, and a fraction's hash takes a power."""
        return hash((self.low, self.high))

    @classmethod
    def of(cls, low: str | int | Fraction, high: str | int | Fraction) -> Interval:
        """The interval between two exactly given ends (decimal strings, integers or fractions)."""
        return cls(Fraction(low), Fraction(high))

    @classmethod
    def point(cls, value: int | Fraction) -> Interval:
        """The interval that holds one exact value."""
        return cls(Fraction(value), Fraction(value))

    @classmethod
    def around(cls, low: float, high: float) -> Interval:
        """The interval between two computed floats, widened outward; infinities are unbounded, NaN is refused."""
        if math.isnan(low) or math.isnan(high):
            raise ValueError("a computed end is not a number")
        return cls(_outward(low, -1), _outward(high, +1))

    def meets(self, other: Interval) -> bool:
        """Can both quantities have one common value? Closed ends: touching is meeting."""
        above = self.high is None or other.low is None or other.low <= self.high
        below = self.low is None or other.high is None or self.low <= other.high
        return above and below

    def meets_any(self, others: Iterable[Interval]) -> bool:
        """Does it meet at least one of several discrete possibilities (their union, not their hull)?"""
        return any(self.meets(other) for other in others)

    def contains(self, value: int | Fraction) -> bool:
        """Is this exact value inside?"""
        return (self.low is None or self.low <= value) and (self.high is None or value <= self.high)

    def contains_float(self, value: float) -> bool:
        """Is a computed float inside, its rounding error allowed for? Infinities and NaN are not."""
        return self.contains_any((value,))

    def contains_any(self, values: Iterable[float]) -> bool:
        """Is at least one of several computed floats inside? Most are told to be outside without exact arithmetic."""
        low, high = self.floats()
        for value in values:
            room = 3 * (abs(value) * WIDEN + 1e-15)
            near = low - room <= value <= high + room
            if near and math.isfinite(value) and self.meets(Interval.around(value, value)):
                return True
        return False

    @property
    def bounded(self) -> bool:
        """Are both ends known?"""
        return self.low is not None and self.high is not None

    @property
    def ends(self) -> tuple[Fraction, Fraction]:
        """Both ends. Raises ValueError where one is open."""
        if self.low is None or self.high is None:
            raise ValueError("an interval with an open end")
        return self.low, self.high

    def within(self, low: int | Fraction | None, high: int | Fraction | None) -> Interval | None:
        """The part inside given limits, or None where nothing is left."""
        if not self.meets(Interval(_exact(low), _exact(high))):
            return None
        lows = [end for end in (self.low, _exact(low)) if end is not None]
        highs = [end for end in (self.high, _exact(high)) if end is not None]
        return Interval(max(lows, default=None), min(highs, default=None))

    def __neg__(self) -> Interval:
        return Interval(None if self.high is None else -self.high, None if self.low is None else -self.low)

    def __add__(self, other: Interval) -> Interval:
        low = None if self.low is None or other.low is None else self.low + other.low
        high = None if self.high is None or other.high is None else self.high + other.high
        return Interval(low, high)

    def __sub__(self, other: Interval) -> Interval:
        return self + -other

    def scaled(self, factor: int | Fraction) -> Interval:
        """Every value times one exact factor."""
        ends = [None if end is None else end * factor for end in (self.low, self.high)]
        return Interval(*(ends if factor >= 0 else reversed(ends)))

    def absolute(self) -> Interval:
        """The absolute values of what is inside."""
        if self.low is not None and self.low >= 0:
            return self
        if self.high is not None and self.high <= 0:
            return -self
        ends = [abs(end) for end in (self.low, self.high) if end is not None]
        return Interval(Fraction(0), max(ends) if len(ends) == 2 else None)

    def floats(self) -> tuple[float, float]:
        """The ends as floats, for functions that know nothing exact (unbounded ends become infinities)."""
        return (-math.inf if self.low is None else float(self.low), math.inf if self.high is None else float(self.high))

    @cached_property
    def widened(self) -> tuple[float, float]:
        """The ends as floats, each a billionth further out."""
        low, high = self.floats()
        return low - _room(low), high + _room(high)

    def image(self, function: Callable[[float], float]) -> Interval:
        """The values of a *monotone* function over the interval, widened outward."""
        ends = sorted(function(end) for end in self.floats())
        return Interval.around(ends[0], ends[1])


def hull(intervals: Iterable[Interval]) -> Interval:
    """The least interval that holds all of several (at least one)."""
    lows, highs = zip(*((each.low, each.high) for each in intervals), strict=True)
    low = None if None in lows else min(lows)
    return Interval(low, None if None in highs else max(highs))


def _room(end: float) -> float:
    return abs(end) * WIDEN + 1e-12 if math.isfinite(end) else 0.0


def _exact(value: int | Fraction | None) -> Fraction | None:
    return None if value is None else Fraction(value)


def _outward(value: float, direction: int) -> Fraction | None:
    if math.isinf(value):
        return None
    return Fraction(value + direction * (abs(value) * WIDEN + 1e-15))
