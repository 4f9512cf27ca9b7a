"""What do fitting tests conclude of all, of some, or of none of the data sets that a reading leaves?

Only *all*, *some* and *none* and the extremes are conclusions: data sets that print the same numbers are not equally
likely. Two shares are told beside them, over data sets and over samples (people named), where every data set is listed.
Where listing stopped at its cap a range is only that of what was seen, unless it is known exactly without a list
(t, d_z, mean change); such a range of seen values can show *some*, never *all* or *none*.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from reread.datasets.histogram import Ending

Quantifier = Literal["all", "some", "none", "open"]


@dataclass(frozen=True)
class Range:
    """The least and the greatest value of a statistic; `proven` if no compatible data set lies beyond them."""

    name: str
    least: float
    greatest: float
    proven: bool


@dataclass(frozen=True)
class Concluded:
    """A test's range of p, of how many data sets it is below the level, and the two shares where all are listed."""

    p: Range
    below: Quantifier
    of_data_sets: float | None
    of_samples: float | None


@dataclass(frozen=True)
class Tested:
    """One data set: the p of its tests, its sizes of effect, its intervals, and in how many ways people can have it."""

    p: Mapping[str, float]
    effects: Mapping[str, float]
    intervals: Mapping[str, tuple[float, float]]
    samples: int


@dataclass(frozen=True)
class Survey:
    """All data sets of one reading: how many, how the search ended, what each test and each effect comes to.

    `intervals`: from the least low end to the greatest high end of a confidence interval.
    """

    data_sets: int
    ending: Ending | None
    tests: tuple[Concluded, ...]
    effects: tuple[Range, ...]
    intervals: tuple[Range, ...]
    direction: Literal["up", "down", "even", "mixed", "open"]

    def p(self, test: str) -> Concluded | None:
        """What one test concludes."""
        return next((each for each in self.tests if each.p.name == test), None)


Ends = Mapping[str, tuple[float, float]]


def surveyed(
    found: Sequence[Tested],
    ending: Ending,
    alpha: float,
    leading: str,
    known_p: Ends | None = None,
    known_effects: Ends | None = None,
) -> Survey:
    """Quantified over the data sets found; the known ends hold of all data sets, listed or not.

    leading: the effect whose sign tells the direction.
    """
    if not found:
        return Survey(0, ending, (), (), (), "open")
    whole = ending == "all listed"
    ps, sizes = known_p or {}, known_effects or {}
    tests = [name for name in found[0].p if all(name in each.p for each in found)]
    effects = {
        name: _range(name, [each.effects[name] for each in found], whole, sizes) for name in found[0].effects
    }  # fmt: skip
    concluded = (
        _concluded(_range(name, [each.p[name] for each in found], whole, ps), found, whole, alpha) for name in tests
    )
    intervals = (
        Range(name, min(e.intervals[name][0] for e in found), max(e.intervals[name][1] for e in found), whole)
        for name in found[0].intervals
    )
    return Survey(
        len(found), ending, tuple(concluded), tuple(effects.values()), tuple(intervals), _direction(effects[leading])
    )


def joined(ranges: Sequence[Range]) -> Range:
    """The range over several readings."""
    return Range(
        ranges[0].name, min(each.least for each in ranges), max(each.greatest for each in ranges),
        all(each.proven for each in ranges),
    )  # fmt: skip


def _range(name: str, values: list[float], whole: bool, known: Ends) -> Range:
    if not whole and name in known:
        return Range(name, *known[name], proven=True)
    return Range(name, min(values), max(values), proven=whole)


def _concluded(p: Range, every: Sequence[Tested], whole: bool, alpha: float) -> Concluded:
    below = [each for each in every if each.p[p.name] < alpha]
    if not whole:
        return Concluded(p, _quantifier(p, alpha), None, None)
    share = Fraction(sum(each.samples for each in below), sum(each.samples for each in every))
    return Concluded(p, _quantifier(p, alpha), len(below) / len(every), float(share))


def _quantifier(p: Range, alpha: float) -> Quantifier:
    if p.least < alpha <= p.greatest:
        return "some"
    if not p.proven:
        return "open"
    return "all" if p.greatest < alpha else "none"


def _direction(effect: Range) -> Literal["up", "down", "even", "mixed", "open"]:
    if effect.least < 0 < effect.greatest:
        return "mixed"
    if not effect.proven:
        return "open"
    if effect.least == effect.greatest == 0:
        return "even"
    return "up" if effect.least > 0 else "down" if effect.greatest < 0 else "mixed"
