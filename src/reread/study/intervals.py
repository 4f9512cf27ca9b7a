"""How is a confidence interval of a comparison printed, which number does it belong to, and what may be behind it?

Papers print before minus after or after minus before, so ends are compared under both signs. The interval of a test is
that of the printed estimate where there is one; else of the one ratio, standardised difference or correlation that is
printed beside it.

Source: Altman & Bland 2011, doi:10.1136/bmj.d2090.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from math import inf, log

from reread.numbers.interval import Interval
from reread.numbers.show import number
from reread.statistics.bounds import corners
from reread.statistics.conventions import USUAL_LEVELS
from reread.statistics.conventions import criticals as kinds_of_critical
from reread.statistics.formulas import critical_t, critical_z
from reread.study.comparison import T_TESTS, TWO_MEANS, Comparison
from reread.study.finding import Ends
from reread.study.ledger import RATIOS
from reread.study.moments import one_sample
from reread.study.values import Value

STANDARDISED = ("d", "g", "r")
HALF = Fraction(1, 2)
UNLIMITED = Interval.point(10**9)  # degrees of freedom at which t is z


@dataclass(frozen=True)
class PrintedInterval:
    """The printed ends and the level (0 to 1), or the usual levels where none is printed."""

    low: Value
    high: Value
    level: Value | None
    levels: tuple[float, ...]

    @property
    def shown(self) -> Ends:
        """Both ends as printed."""
        return Ends(self.low.shown, self.high.shown)

    @property
    def decimals(self) -> int:
        """The decimals of its ends."""
        return self.low.reported.decimals

    def turned(self) -> tuple[Fraction, Fraction]:
        """Both ends, turned so that the larger one is positive."""
        ends = [self.low.reported.value, self.high.reported.value]
        low, high = sorted(-end for end in ends) if sum(ends) < 0 else sorted(ends)
        return low, high

    @property
    def size(self) -> Ends:
        """The same in figures."""
        low, high = self.turned()
        return Ends(number(low, self.decimals), number(high, self.decimals))

    @property
    def middle(self) -> Interval:
        """The middle of both ends."""
        return middle((self.low.interval, self.high.interval))

    @property
    def half(self) -> Interval:
        """Half the width."""
        return (self.high.interval - self.low.interval).scaled(HALF).absolute()

    def orientations(self) -> Iterator[tuple[Interval, Interval]]:
        """Low and high end as printed, and with the sign turned."""
        yield self.low.interval, self.high.interval
        yield -self.high.interval, -self.low.interval

    def criticals(self, reading: str, df: Interval) -> list[Interval]:
        """The critical values that this interval may have used: t, and z where it is read so or the sample is large."""
        kinds = kinds_of_critical(reading, df.floats()[1])
        return [_quantile(kind, level, df) for kind in kinds for level in self.levels]

    def fits(self, centre: Interval, se: Interval, critical: Interval) -> bool:
        """Can it be centre ± critical × se, in either direction?"""
        half = corners(lambda k, s: k * s, critical, se)
        near = any((centre - half).meets(low) and (centre + half).meets(high) for low, high in self.orientations())
        return near and self.half.meets(half)


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


def levels_of(printed: Value | None) -> tuple[float, ...]:
    """The level of an interval as a share of one; the usual ones where none is printed, or one that is none."""
    return (share_of(printed),) if printed and is_level(printed) else USUAL_LEVELS


def is_level(printed: Value) -> bool:
    """Can it be the level of an interval?"""
    return 0 < share_of(printed) < 1


def share_of(printed: Value) -> float:
    """A level as a share of one: papers print 95, 95 % and 0.95."""
    share = float(printed.reported.value)
    return share / 100 if share > 1 else share


def interval_of(comparison: Comparison) -> PrintedInterval | None:
    """The printed interval with both ends known, the smaller first; None without one."""
    low, high, level = (comparison.get(f"ci.{part}") for part in ("low", "high", "level"))
    if low is None or high is None or not (low.interval.bounded and high.interval.bounded):
        return None
    turned = not low.interval.meets(high.interval) and low.reported.value > high.reported.value
    return PrintedInterval(*((high, low) if turned else (low, high)), level, levels_of(level))


def whose(comparison: Comparison) -> str:
    """The part that the study file says the interval is of; of an outcome's change it is the mean difference."""
    stated = comparison.about.ci.of if comparison.about.ci else "not stated"
    return "difference" if stated == "not stated" and comparison.of_occasions else stated


def targets(comparison: Comparison) -> list[Target]:
    """The printed numbers that the interval may belong to; none where that is not clear, or the number not printed."""
    stated = whose(comparison)
    if stated == "mean" or (stated == "not stated" and one_sample(comparison)):
        return []  # it is of the mean of that sample: see ci_from_one_sample
    if stated not in ("difference", "not stated"):
        value = comparison.get(stated)
        return [Target(value, stated)] if value else []
    ratios = [Target(value, part) for part in RATIOS if (value := comparison.get(part))]
    others = [Target(value, part) for part in STANDARDISED if (value := comparison.get(part))]
    difference = comparison.get("difference")
    if difference is not None:
        return [Target(difference, "difference"), *(ratios if stated == "not stated" else [])]
    return [*ratios, *others] if stated == "not stated" and len(ratios) + len(others) == 1 else []


def of_difference(comparison: Comparison) -> bool:
    """Is the interval that of a difference of two means?"""
    stated = whose(comparison)
    if stated != "not stated":
        return stated == "difference"
    others = any(comparison.get(part) for part in (*RATIOS, *STANDARDISED))
    return comparison.test in TWO_MEANS and (comparison.get("difference") is not None or not others)


def logarithm(interval: Interval) -> Interval:
    """The logarithms of the positive values inside (−∞ for 0)."""
    positive = interval.within(0, None) or Interval.point(0)
    return positive.image(lambda x: log(x) if 0 < x < inf else (inf if x > 0 else -inf))


def width(ends: tuple[Interval, Interval]) -> Interval:
    """Half the width between two ends (0 at least)."""
    return (ends[1] - ends[0]).scaled(HALF).within(0, None) or Interval.point(0)


def middle(ends: tuple[Interval, Interval]) -> Interval:
    """The middle of two ends."""
    return (ends[0] + ends[1]).scaled(HALF)


def on_scale(target: Target, printed: PrintedInterval) -> tuple[Interval, Interval]:
    """Both ends on the scale of the target."""
    return target.scaled(printed.low.interval), target.scaled(printed.high.interval)


def criticals(comparison: Comparison, printed: PrintedInterval) -> Iterator[Interval]:
    """The critical values that the interval may have used: t where the degrees of freedom are known, z of a model."""
    freedom = comparison.freedom()
    if freedom is not None:
        yield from printed.criticals(comparison.study.reading.critical, freedom.rounded)
    if comparison.test not in T_TESTS:
        yield from printed.criticals("z", UNLIMITED)


def t_of(printed: PrintedInterval, critical: Interval) -> Interval | None:
    """The t or z behind an interval of a difference: critical × middle / half width; None where it has no width."""
    return z_between((printed.low.interval, printed.high.interval), critical)


def z_between(ends: tuple[Interval, Interval], critical: Interval) -> Interval | None:
    """Estimate over standard error, from two ends on the scale on which they are symmetrical."""
    low, high = ends
    if low.low is None or low.high is None or high.low is None or high.high is None or high.low <= low.high:
        return None
    return corners(lambda a, b, k: k * (a + b) / (b - a), low, high, critical)


def _quantile(kind: str, level: float, df: Interval) -> Interval:
    if kind == "t":
        return df.image(lambda freedom: critical_t(level, max(freedom, 1e-9)))
    return Interval.around(critical_z(level), critical_z(level))
