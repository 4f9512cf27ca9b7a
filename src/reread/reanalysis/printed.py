"""Does one difference of two samples print the numbers of a comparison that a reading reconciles?

Difference, SD, t, p, interval and d of one data set are held against what is printed, under the conventions of the
reading (quantile, tails, rounded inputs, the test) and those that are always admitted: either sign, SD with n − 1 or n,
the usual levels where none is printed, every usual d where none is stated, Student's or Welch's t where neither is
named. Of two groups t and p are held; of tests that are no t tests nothing is held against them.

Source: Student 1908, doi:10.1093/biomet/6.1.1; Lakens 2013, doi:10.3389/fpsyg.2013.00863 (d).
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from math import sqrt
from typing import Any

import numpy as np
from numpy.typing import NDArray

from reread.datasets.groups import Grid, Name
from reread.datasets.histogram import Counts
from reread.datasets.of_study import Change
from reread.numbers.interval import WIDEN, Interval
from reread.reanalysis.reanalysed import t_tests
from reread.statistics.conventions import p_interval
from reread.statistics.effects import admits_d, d_of_data
from reread.statistics.formulas import p_from_t
from reread.study.comparison import TWO_GROUPS, TWO_MEANS, Comparison
from reread.study.intervals import interval_of
from reread.study.values import Value

# Which t a test of two groups by this name may have printed, by place among Student's and Welch's.
OF_GROUPS = {"independent t": (0, 1), "Welch t": (1,)}
OF_T = ("t", "p")
OF_T_GRID: tuple[Name, ...] = ("t", "t_welch")
OF_P_GRID: tuple[Name, ...] = ("p", "p_welch")


@dataclass(frozen=True)
class Difference:
    """What one data set's difference comes to: each t, as a size, with its df, and of the same people the change."""

    ts: tuple[tuple[float, float], ...]
    change: Change | None = None
    n: int = 0


class Held:
    """What is printed of a comparison, as far as it is held."""

    def __init__(self, comparison: Comparison, held: Collection[str], same_people: bool) -> None:
        self.comparison, self.same_people = comparison, same_people
        self.parts: dict[str, Value] = {
            part: value
            for part in self._asked()
            if comparison.role_of(part) in held and (value := comparison.get(part))
        }
        ends = {comparison.role_of("ci.low"), comparison.role_of("ci.high")}
        asked = same_people and self._of_t and ends <= set(held)
        self.ci = interval_of(comparison) if asked else None

    @property
    def _of_t(self) -> bool:
        return self.comparison.test in (*TWO_MEANS, "not stated")

    def _asked(self) -> tuple[str, ...]:
        if self.same_people:
            return tuple(PRINTS) if self._of_t else ("difference", "sd")
        return OF_T if self.comparison.test in OF_GROUPS else ()

    def admits_change(self, change: Change, n: int) -> bool:
        """Is every number that is held printed by this change of n people?"""
        places, paired = self.comparison.study.reading.rounded_to, self.comparison.test not in TWO_GROUPS
        change = change if places is None else change.rounded(places)
        one = Difference(((abs(change.t(n, paired)), n - 1 if paired else 2 * n - 2),), change, n)
        return self._admits(one) and self._between(one, change)

    def admits_groups(self, first: Counts, second: Counts) -> bool:
        """The same of two groups."""
        kinds, ts = OF_GROUPS.get(self.comparison.test, ()), t_tests(first, second)
        return self._admits(Difference(tuple((abs(t), df) for t, df in (ts[kind] for kind in kinds))))

    def admits_grid(self, every: Grid) -> NDArray[np.bool_]:
        """The same of every pair of sums and sums of squares of two groups: t and p depend on no more."""
        kinds = OF_GROUPS.get(self.comparison.test, ())
        ts, ps = ([np.abs(every.of(names[kind])) for kind in kinds] for names in (OF_T_GRID, OF_P_GRID))
        found = np.ones((len(every.first), len(every.second)), dtype=bool)
        if "t" in self.parts:
            found &= _any_within(self.parts["t"].interval.absolute(), ts)
        if "p" in self.parts:
            value, half = self.parts["p"], self.comparison.tails / 2
            ps = [p * half for p in ps]
            either = [1 - p for p in ps] if self.comparison.about.sides == "one" else []
            found &= _any_within(p_interval(value.reported, value.interval), [*ps, *either])
        return found

    def _admits(self, one: Difference) -> bool:
        return all(PRINTS[part](self.comparison, value, one) for part, value in self.parts.items())

    def _between(self, one: Difference, change: Change) -> bool:
        if self.ci is None:
            return True
        (t, df), n = one.ts[0], one.n
        sizes = self.ci.criticals(self.comparison.study.reading.critical, Interval.point(int(df)))
        mean, spread = abs(change.mean), abs(change.mean) / t if change.mean else change.sd / sqrt(n)
        return any(
            low.meets(Interval.around(mean - half, mean - half))
            and high.meets(Interval.around(mean + half, mean + half))
            for low, high in self.ci.orientations()
            for half in (float(end) * spread for size in sizes for end in size.floats())
        )


def _any_within(interval: Interval, values: list[NDArray[Any]]) -> NDArray[np.bool_]:
    """Where one of several arrays lies within an interval, give or take the error of a float."""
    low, high = interval.floats()
    finite = [np.where(np.isfinite(each), each, np.nan) for each in values]
    room = [np.abs(each) * WIDEN + 1e-15 for each in finite]
    held = [(low <= each + more) & (each - more <= high) for each, more in zip(finite, room, strict=True)]
    return np.asarray(np.logical_or.reduce(held), dtype=bool)


def _mean(_: Comparison, value: Value, one: Difference) -> bool:
    return one.change is not None and value.interval.absolute().contains_float(abs(one.change.mean))


def _sd(_: Comparison, value: Value, one: Difference) -> bool:
    n, change = one.n, one.change
    return change is not None and any(value.interval.contains_float(change.sd * f) for f in (1.0, sqrt((n - 1) / n)))


def _t(_: Comparison, value: Value, one: Difference) -> bool:
    return value.interval.absolute().contains_any(t for t, _ in one.ts)


def _p(comparison: Comparison, value: Value, one: Difference) -> bool:
    ps = [p_from_t(t, df, comparison.tails) for t, df in one.ts]
    either = [1 - p for p in ps] if comparison.about.sides == "one" else []  # which side was expected is not told
    return p_interval(value.reported, value.interval).contains_any([*ps, *either])


def _d(comparison: Comparison, value: Value, one: Difference) -> bool:
    if one.change is None:
        return False
    stated, change = comparison.about.d_is, one.change
    defined = d_of_data(one.n, change.mean, change.sd_before, change.sd_after, change.sd)
    return value.interval.absolute().contains_any(abs(d) for name, d in defined if admits_d(stated, name))


Prints = Callable[[Comparison, Value, Difference], bool]
PRINTS: dict[str, Prints] = {"difference": _mean, "sd": _sd, "t": _t, "p": _p, "d": _d}
