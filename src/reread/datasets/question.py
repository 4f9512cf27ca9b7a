"""What exactly is asked: which people are free, which values may they have, what must they add up to?

Everything printed becomes one `Question`. Counts that are known are taken out of n, of the moments and of the scale
where nothing but mean and SD is asked beside them; several items are turned into people's totals.

>>> question = Question.posed(20, "1.20", "0.41", (0, 2), {"counts": {2: 4}})
>>> question.free, question.codes, list(question.targets())
(16, (0, 1), [Moments(sum=16, squares=16)])

Source: Brown & Heathers 2017, doi:10.1177/1948550616673876 (several items).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from math import isqrt

from reread.datasets.asked import Also, Scale, bounds_of, checked, codes_of
from reread.datasets.histogram import Counts, Moments, TooLarge
from reread.datasets.moments import attainable, least_squares, squares_of, sums
from reread.datasets.order import Alternatives, agrees, conditions
from reread.datasets.printed import Printed, interval_of, mean_interval, variance_interval
from reread.datasets.reach import least_squares_on, most_squares_between
from reread.numbers.interval import Interval

# Beyond this a variable is measured, not coded, and its data sets are beyond listing.
MOST_CODES = 500_000


@dataclass(frozen=True)
class Question:
    """n people, of whom `fixed` are known; nobody else has a `known` value; `codes` are theirs (None: any integer).

    `bounds`: of some codes, the least and the greatest count. `order`: what ordered answers must meet.
    """

    n: int
    mean: Interval | None
    variance: Interval | None
    ddof: int
    fixed: Counts
    known: frozenset[int]
    codes: tuple[int, ...] | None
    bounds: tuple[tuple[int, tuple[int, int]], ...] = ()
    order: Alternatives = ()
    mode: Interval | None = None

    @classmethod
    def posed(
        cls,
        n: int,
        mean: Printed | None,
        sd: Printed | None,
        scale: Scale = None,
        also: Also | None = None,
        everybody: bool = False,
    ) -> Question:
        """From what is printed; known people stay in where `everybody` is to be counted.

        With several items, `scale` is one answer's and `counts` are of totals over them.
        """
        also = checked(n, also or {})
        items, counts = also.get("items", 1), also.get("counts") or {}
        middle = None if mean is None else mean_interval(mean, items)
        variance = variance_interval(n, sd, also.get("se"), items)
        order, mode, codes = _order(n, also, items), also.get("mode"), codes_of(scale, items)
        if codes is None and (middle is None or variance is None):
            codes = _between(also, items)
        fixed, known = Counts.of(counts), frozenset(counts)
        outside = [value for value in (*fixed, *also.get("percents", ())) if codes is not None and value not in codes]
        if outside:
            raise ValueError(f"the known count of {outside[0]} lies outside the scale")
        bounds = bounds_of(n, also)
        if everybody or order or mode is not None or also.get("percents") or middle is None or variance is None:
            spread = None if mode is None else interval_of(mode, "mode", items)
            return cls(n, middle, variance, also.get("ddof", 1), Counts(()), frozenset(), codes, bounds, order, spread)
        free = None if codes is None else tuple(code for code in codes if code not in known)
        return cls(n, middle, variance, also.get("ddof", 1), fixed, known, free)

    def at(self, moments: Moments) -> Question:
        """The same question, with everybody's sum and sum of squares known."""
        mean, variance = Fraction(moments.sum, self.n), moments.variance(self.n, ddof=0)
        return replace(self, mean=Interval.point(mean), variance=Interval.point(variance), ddof=0)

    def where(self, **ordered: Interval) -> Question:
        """The same question, with a median, minimum or maximum in an interval."""
        (extra,) = conditions(self.n, **ordered)  # type: ignore[arg-type]
        return replace(self, order=tuple((*every, *extra) for every in self.order or ((),)))

    @property
    def plain(self) -> bool:
        """Is nothing asked but a mean, an SD, and counts that are taken out?"""
        return not (self.order or self.mode or self.bounds or self.mean is None or self.variance is None)

    @property
    def free(self) -> int:
        """How many people's values are open; negative where the known counts exceed n."""
        return self.n - self.fixed.n

    def admits(self, data: Counts) -> bool:
        """Does a data set with an admissible sum and sum of squares meet all else that is asked?"""
        within = all(low <= data.get(code, 0) <= high for code, (low, high) in self.bounds)
        return within and agrees(self.order, data) and (self.mode is None or _has_mode(data, self.mode))

    def totals(self) -> range:
        """Everybody's sums that the printed mean, or else the scale, allows."""
        if self.mean is not None:
            return sums(self.n, self.mean)
        assert self.codes is not None
        return range(self.n * self.codes[0], self.n * self.codes[-1] + 1)

    def targets(self) -> Iterator[Moments]:
        """What the free people must add up to: one (sum, squares) at a time, within reach of the codes."""
        taken = self.fixed.moments
        for total in self.totals():
            rest = total - taken.sum
            for squares in self._squares(rest, self._allowed(total)):
                if attainable(self.free, rest, squares - taken.squares):
                    yield Moments(rest, squares - taken.squares)

    def _allowed(self, total: int) -> range:
        """Everybody's sums of squares beside this sum."""
        if self.variance is not None:
            return squares_of(self.n, total, self.variance, self.ddof)
        assert self.codes is not None
        least = least_squares(self.n, total)
        return range(least, self.n * max(code**2 for code in (self.codes[0], self.codes[-1])) + 1, 2)

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


def _order(n: int, also: Also, items: int) -> Alternatives:
    """The conditions on ordered answers."""
    single = {name: also.get(name) for name in ("median", "minimum", "maximum")}
    read = {name: interval_of(value, name, items) for name, value in single.items() if value is not None}  # type: ignore[arg-type]
    pair = also.get("quartiles")
    both = (
        (interval_of(pair[0], "first quartile", items), interval_of(pair[1], "third quartile", items)) if pair else None
    )
    return conditions(n, quartiles=both, **read)


def _between(also: Also, items: int) -> tuple[int, ...]:
    """Without a scale, and without a mean and an SD that bound it: every integer from the minimum to the maximum."""
    low, high = also.get("minimum"), also.get("maximum")
    first = None if low is None else interval_of(low, "minimum", items).low
    last = None if high is None else interval_of(high, "maximum", items).high
    if first is None or last is None:
        raise ValueError("nothing bounds the answers; give the scale, or a mean and an SD, or a minimum and a maximum")
    return tuple(range(-int(-first // 1), int(last // 1) + 1))


def _has_mode(data: Counts, mode: Interval) -> bool:
    """Is one of the most frequent answers in the interval?"""
    most = max(count for _, count in data.pairs)
    return any(mode.contains(value) for value, count in data.pairs if count == most)
