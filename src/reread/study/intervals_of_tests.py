"""Which printed number does the confidence interval of a reported test belong to, and how wide is it?

It is that of the estimate; where none is printed, of the one ratio, difference in SDs or correlation. Programs that
print a coefficient beside exp(coefficient) give the interval of the latter, so that where both are printed either may
be meant.

Source: Altman & Bland 2011, doi:10.1136/bmj.d2090 (SE and p from an interval; ratios on the logarithmic scale).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from math import inf, log

from reread.numbers.interval import Interval
from reread.statistics.bounds import corners
from reread.study.intervals_of_change import PrintedInterval
from reread.study.printed_test import T_TESTS, PrintedTest
from reread.study.values import Value

RATIOS = ("OR", "RR", "HR")
OTHERS = ("d", "g", "r")
HALF = Fraction(1, 2)


@dataclass(frozen=True)
class Target:
    """The number that an interval belongs to; a ratio is compared on the logarithmic scale."""

    value: Value
    part: str

    @property
    def ratio(self) -> bool:
        """Is no difference at 1 (and not at 0)?"""
        return self.part in RATIOS

    @property
    def null(self) -> int:
        """The value of no difference."""
        return 1 if self.ratio else 0

    def scaled(self, interval: Interval) -> Interval:
        """An interval on the scale on which a usual confidence interval is symmetrical."""
        return logarithm(interval) if self.ratio else interval

    @property
    def unit(self) -> Interval:
        """One unit of the last place either way: a difference taken by hand from rounded means."""
        return Interval(-self.value.reported.unit, self.value.reported.unit)


def logarithm(interval: Interval) -> Interval:
    """The logarithms of the positive values inside (−∞ for 0)."""
    positive = interval.within(0, None) or Interval.point(0)
    return positive.image(lambda x: log(x) if 0 < x < inf else (inf if x > 0 else -inf))


def targets(test: PrintedTest) -> list[Target]:
    """What the printed interval may belong to; none where that is not clear."""
    ratios = [Target(value, part) for part in RATIOS if (value := test.get(part))]
    others = [Target(value, part) for part in OTHERS if (value := test.get(part))]
    estimate = test.get("estimate")
    if estimate is not None:
        return [Target(estimate, "estimate"), *ratios]
    return [*ratios, *others] if len(ratios) + len(others) == 1 else []


def interval_of(test: PrintedTest) -> PrintedInterval | None:
    """The printed interval with both ends known, the smaller first; None without one or without a level."""
    low, high, levels = test.get("ci.low"), test.get("ci.high"), test.levels()
    if low is None or high is None or not levels or not (low.interval.bounded and high.interval.bounded):
        return None
    turned = not low.interval.meets(high.interval) and low.reported.value > high.reported.value
    return PrintedInterval(*((high, low) if turned else (low, high)), levels)


def width(ends: tuple[Interval, Interval]) -> Interval:
    """Half the width between two ends (0 at least)."""
    return (ends[1] - ends[0]).scaled(HALF).within(0, None) or Interval.point(0)


def middle(ends: tuple[Interval, Interval]) -> Interval:
    """The middle of two ends."""
    return (ends[0] + ends[1]).scaled(HALF)


def on_scale(target: Target, printed: PrintedInterval) -> tuple[Interval, Interval]:
    """Both ends on the scale of the target."""
    return target.scaled(printed.low.interval), target.scaled(printed.high.interval)


def criticals(test: PrintedTest, printed: PrintedInterval) -> Iterator[Interval]:
    """The critical values that the interval may have used: t where the degrees of freedom are known, z of a model."""
    freedom = test.freedom()
    if freedom is not None:
        yield from printed.criticals(test.study.reading.critical, freedom.rounded)
    if test.about.test not in T_TESTS:
        yield from printed.criticals("z", Interval.point(10**9))


def t_of(printed: PrintedInterval, critical: Interval) -> Interval | None:
    """The t or z behind an interval of a difference: critical × middle / half width; None where it has no width."""
    (low, high) = printed.low.interval, printed.high.interval
    if low.high is None or high.low is None or high.low <= low.high:
        return None
    return corners(lambda a, b, k: k * (a + b) / (b - a), low, high, critical)
