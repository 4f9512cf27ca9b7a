"""What exactly is asked: which people are free, which values may they have, what must they add up to?

Everything printed becomes one `Question`: counts that are known are taken out of n, of the moments and of the scale,
and several items are turned into people's totals.

>>> question = Question.posed(20, "1.20", "0.41", scale=(0, 2), counts={2: 4})
>>> question.free, question.codes, list(question.targets())
(16, (0, 1), [Moments(sum=16, squares=16)])

Source: Brown & Heathers 2017, doi:10.1177/1948550616673876 (several items).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import isqrt
from operator import index

from reappraise.datasets.histogram import Counts, Moments, TooLarge
from reappraise.datasets.moments import attainable, squares_of, sums
from reappraise.datasets.printed import Printed, mean_interval, sd_interval
from reappraise.datasets.reach import least_squares_on, most_squares_between
from reappraise.interval import Interval

# A tuple of two is the scale's two ends; any other collection (set, list, range) holds every allowed code.
Scale = tuple[int, int] | Collection[int] | None
# Beyond this a variable is measured, not coded, and its data sets are beyond listing.
MOST_CODES = 500_000


@dataclass(frozen=True)
class Question:
    """n people, of whom `fixed` are known; nobody else has a `known` value; `codes` are theirs (None: any integer)."""

    n: int
    mean: Interval
    sd: Interval
    ddof: int
    fixed: Counts
    known: frozenset[int]
    codes: tuple[int, ...] | None

    @classmethod
    def posed(
        cls,
        n: int,
        mean: Printed,
        sd: Printed,
        scale: Scale = None,
        counts: Mapping[int, int] | None = None,
        ddof: int = 1,
        items: int = 1,
    ) -> Question:
        """From what is printed. With several items, `scale` is one answer's and `counts` are of totals over them."""
        fixed, known, codes = Counts.of(counts or {}), frozenset(counts or ()), codes_of(scale, items)
        outside = [value for value in fixed if codes is not None and value not in codes]
        if outside:
            raise ValueError(f"the known count of {outside[0]} lies outside the scale")
        free = None if codes is None else tuple(code for code in codes if code not in known)
        return cls(n, mean_interval(mean, items), sd_interval(sd, items), ddof, fixed, known, free)

    @property
    def free(self) -> int:
        """How many people's values are open; negative where the known counts exceed n."""
        return self.n - self.fixed.n

    def targets(self) -> Iterator[Moments]:
        """What the free people must add up to: one (sum, squares) at a time, within reach of the codes."""
        taken = self.fixed.moments
        for total in sums(self.n, self.mean):
            rest = total - taken.sum
            for squares in self._squares(rest, squares_of(self.n, total, self.sd, self.ddof)):
                if attainable(self.free, rest, squares - taken.squares):
                    yield Moments(rest, squares - taken.squares)

    def _squares(self, rest: int, allowed: range) -> range:
        """The part of everybody's allowed sums of squares that the free people's codes can reach beside their sum."""
        if self.free <= 0 or self.codes is None:
            return allowed if self.free >= 0 else range(0)
        if not self.codes or not self.free * self.codes[0] <= rest <= self.free * self.codes[-1]:
            return range(0)
        taken = self.fixed.moments.squares
        least = taken + least_squares_on(self.codes, self.free, rest)
        most = taken + most_squares_between(self.codes[0], self.codes[-1], self.free, rest)
        start = allowed.start + max(least - allowed.start + 1, 0) // 2 * 2
        return range(start, min(allowed.stop, most + 1), 2)

    def near(self, *targets: Moments) -> tuple[int, ...]:
        """The free codes that a person can have without exceeding some target's squares about a central value."""
        lows, highs = zip(*(self._ends(target) for target in targets), strict=True)
        low, high = min(lows), max(highs)
        if self.codes is not None:
            return tuple(code for code in self.codes if low <= code <= high)
        if high - low > MOST_CODES:
            raise TooLarge(f"{self.n} people could have any of {high - low + 1} values; give the scale")
        return tuple(code for code in range(low, high + 1) if code not in self.known)

    def _ends(self, target: Moments) -> tuple[int, int]:
        centre = round(Fraction(target.sum, max(self.free, 1)))
        reach = isqrt(target.squares - 2 * centre * target.sum + self.free * centre**2)
        return centre - reach, centre + reach


def codes_of(scale: Scale, items: int = 1) -> tuple[int, ...] | None:
    """Every value of one person, ascending: the answers' codes, or the totals that several such items can give.

    >>> codes_of((1, 3)), codes_of({0, 1, 5}), codes_of({0, 1, 5}, items=2)
    ((1, 2, 3), (0, 1, 5), (0, 1, 2, 5, 6, 10))
    """
    if scale is None:
        return None
    codes = sorted({index(code) for code in scale})
    if not codes:
        raise ValueError("the scale has no codes")
    if isinstance(scale, tuple) and len(scale) == 2:
        low, high = scale
        if low > high:
            raise ValueError(f"the scale's low end {low} lies above its high end {high}")
        return tuple(range(low * items, high * items + 1))
    totals = {0}
    for _ in range(items):
        totals = {total + code for total in totals for code in codes}
    return tuple(sorted(totals))
