"""How is a confidence interval of a mean change printed, and which one follows from a mean change and its SE?

Papers print before minus after or after minus before, so ends are compared under both signs.

Source: Altman & Bland 2011, doi:10.1136/bmj.d2090.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from reread.numbers.interval import Interval
from reread.numbers.show import number
from reread.statistics.conventions import USUAL_LEVELS, criticals
from reread.statistics.formulas import critical_t, critical_z
from reread.study.values import Study, Value


@dataclass(frozen=True)
class PrintedInterval:
    """The printed ends and the level (0 to 1), or the usual levels where none is printed."""

    low: Value
    high: Value
    levels: tuple[float, ...]

    @property
    def shown(self) -> str:
        """Both ends as printed."""
        return f"{self.low.shown} to {self.high.shown}"

    @property
    def signless(self) -> str:
        """Both ends, turned so that the larger one is positive."""
        return " – ".join(number(end, self.decimals) for end in self.turned())

    @property
    def decimals(self) -> int:
        """The decimals that its ends are printed with."""
        return self.low.reported.decimals

    def turned(self) -> tuple[Fraction, Fraction]:
        """Both ends as numbers, the lower one first, turned so that their middle is not negative."""
        low, high = sorted((self.low.reported.value, self.high.reported.value))
        return (-high, -low) if low + high < 0 else (low, high)

    def orientations(self) -> Iterator[tuple[Interval, Interval]]:
        """Low and high end as printed, and with the sign turned."""
        yield self.low.interval, self.high.interval
        yield -self.high.interval, -self.low.interval

    def criticals(self, reading: str, df: Interval) -> list[Interval]:
        """The critical values that this interval may have used."""
        kinds = criticals(reading, df.floats()[1])
        return [_quantile(kind, level, df) for kind in kinds for level in self.levels]


def printed_interval(study: Study, outcome: str) -> PrintedInterval | None:
    """The interval of an outcome's change, if both ends are printed."""
    ends = study.all(f"{outcome}.change.ci.low", f"{outcome}.change.ci.high")
    if ends is None:
        return None
    level = study.get(f"{outcome}.change.ci.level")
    if level is None:
        return PrintedInterval(ends[0], ends[1], USUAL_LEVELS)
    share = level.reported.value
    return PrintedInterval(ends[0], ends[1], (float(share / 100 if share > 1 else share),))


def _quantile(kind: str, level: float, df: Interval) -> Interval:
    if kind == "t":
        return df.image(lambda freedom: critical_t(level, freedom))
    return Interval.around(critical_z(level), critical_z(level))
