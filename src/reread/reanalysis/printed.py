"""Does one change print the numbers of the change that a reading reconciles?

Mean, SD, t, p, interval and d of one before–after table are held against what is printed of an outcome's change, under
the conventions of the reading (quantile, tails, rounded inputs, paired or not) and those that are always admitted:
either sign, SD with n − 1 or n, the usual levels where none is printed, every usual d where none is stated.

Source: Student 1908, doi:10.1093/biomet/6.1.1; Lakens 2013, doi:10.3389/fpsyg.2013.00863 (d).
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from math import sqrt

from reread.datasets.of_study import Change
from reread.numbers.interval import Interval
from reread.statistics.conventions import p_interval
from reread.statistics.effects import admits_d, d_of_data
from reread.statistics.formulas import p_from_t
from reread.study.comparison import TWO_GROUPS, comparison_at
from reread.study.intervals import interval_of
from reread.study.values import Study, Value


class PrintedChange:
    """What is printed of one outcome's change, as far as it is held."""

    def __init__(self, study: Study, outcome: str, held: Collection[str]) -> None:
        self.study, self.outcome = study, outcome
        self.parts: dict[str, Value] = {
            part: value
            for part in TOLD
            if f"{outcome}.change.{part}" in held and (value := study.get(f"{outcome}.change.{part}"))
        }
        self.paired = study.outcome(outcome).change.test not in TWO_GROUPS
        ends = {f"{outcome}.change.ci.low", f"{outcome}.change.ci.high"}
        self.ci = interval_of(comparison_at(study, f"{outcome}.change")) if ends <= set(held) else None

    def admits(self, change: Change, n: int) -> bool:
        """Is every number of the change that is held printed by this one?"""
        places = self.study.reading.rounded_to
        change = change if places is None else change.rounded(places)
        return all(TOLD[part](self, value, change, n) for part, value in self.parts.items()) and self._between(
            change, n
        )

    def t(self, change: Change, n: int) -> float:
        """The t of a change: paired, or as the reading has it of two independent groups; infinite without spread."""
        return abs(change.t(n, self.paired))

    def df(self, n: int) -> int:
        """The degrees of freedom of that t."""
        return n - 1 if self.paired else 2 * n - 2

    def _between(self, change: Change, n: int) -> bool:
        if self.ci is None:
            return True
        sizes = self.ci.criticals(self.study.reading.critical, Interval.point(self.df(n)))
        mean, spread = abs(change.mean), abs(change.mean) / self.t(change, n) if change.mean else change.sd / sqrt(n)
        return any(
            low.meets(Interval.around(mean - half, mean - half))
            and high.meets(Interval.around(mean + half, mean + half))
            for low, high in self.ci.orientations()
            for half in (float(end) * spread for size in sizes for end in size.floats())
        )


def _mean(_: PrintedChange, value: Value, change: Change, n: int) -> bool:
    return value.interval.absolute().contains_float(abs(change.mean))


def _sd(_: PrintedChange, value: Value, change: Change, n: int) -> bool:
    return any(value.interval.contains_float(change.sd * factor) for factor in (1.0, sqrt((n - 1) / n)))


def _t(printed: PrintedChange, value: Value, change: Change, n: int) -> bool:
    return value.interval.absolute().contains_float(printed.t(change, n))


def _p(printed: PrintedChange, value: Value, change: Change, n: int) -> bool:
    one_sided = printed.study.outcome(printed.outcome).change.sides == "one"
    p = p_from_t(printed.t(change, n), printed.df(n), 1 if one_sided else printed.study.reading.tails)
    stands_for = p_interval(value.reported, value.interval)
    return stands_for.contains_float(p) or (one_sided and stands_for.contains_float(1 - p))


def _d(printed: PrintedChange, value: Value, change: Change, n: int) -> bool:
    stated = printed.study.outcome(printed.outcome).change.d_is
    defined = d_of_data(n, change.mean, change.sd_before, change.sd_after, change.sd)
    return value.interval.absolute().contains_any(abs(d) for name, d in defined if admits_d(stated, name))


Told = Callable[[PrintedChange, Value, Change, int], bool]
TOLD: dict[str, Told] = {"mean": _mean, "sd": _sd, "t": _t, "p": _p, "d": _d}
