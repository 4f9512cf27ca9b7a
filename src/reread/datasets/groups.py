"""Which data sets of two independent groups print these numbers, and how far apart can t, d and p then lie?

The groups do not bind one another: every data set of the first goes with every one of the second. t, d and p follow
from the sums and sums of squares of both, of which all that data sets have are tried.

>>> first, second = {"n": 20, "mean": "3.45", "sd": "1.2"}, {"n": 25, "mean": "2.8", "sd": "1.1"}
>>> count(first, second, scale=(1, 5))
4250
>>> found = extremes("t", first, second, scale=(1, 5))
>>> round(found.least, 2), round(found.greatest, 2)
(1.72, 2.06)

Differences are first − second; d is standardised by the pooled SD. Source: Student 1908, doi:10.1093/biomet/6.1.1;
Welch 1947, doi:10.1093/biomet/34.1-2.28; Cohen 1988, p. 20 (d).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice, product
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from reread.datasets.asked import Scale
from reread.datasets.counting import count as count_one
from reread.datasets.extremes import Extremes, attained
from reread.datasets.histogram import Counts, Ending, Moments, TooLarge
from reread.datasets.joint import Occasion
from reread.datasets.listing import each_data_set
from reread.datasets.listing import list_all as list_one
from reread.datasets.possible import possible as possible_one
from reread.datasets.question import Question
from reread.datasets.sampling import Marginals
from reread.datasets.sampling import marginals as marginals_of
from reread.datasets.sampling import sample as sample_of
from reread.datasets.walk import Measure
from reread.statistics import distributions as stats


class Group(Occasion, total=False):
    """What is printed of one group, with its n."""

    n: int


Two = tuple[Counts, Counts]
Name = Literal["difference", "t", "t_welch", "d", "p", "p_welch"]
NAMES = ("difference", "t", "t_welch", "d", "p", "p_welch")
MOST_PAIRS = 4_000_000


@dataclass(frozen=True)
class Pairs:
    """The pairs of data sets found, first group and second, and how the search ended."""

    data_sets: tuple[Two, ...]
    ending: Ending


def count(first: Group, second: Group, *, scale: Scale = None, measure: Measure = "data sets") -> int:
    """How many pairs of data sets (or of samples) there are. `TooLarge` where one group's are too many to count.

    first, second: n and printed statistics by name, as `datasets.list_all` takes them. scale: of both groups.
    """
    return count_one(**_said(first, scale), measure=measure) * count_one(**_said(second, scale), measure=measure)


def possible(first: Group, second: Group, *, scale: Scale = None) -> bool:
    """Does each group have at least one data set?"""
    return possible_one(**_said(first, scale)) and possible_one(**_said(second, scale))


def list_all(first: Group, second: Group, *, scale: Scale = None, cap: int = 10_000) -> Pairs:
    """Every pair, up to `cap`."""
    one, two = (list_one(**_said(group, scale), cap=cap) for group in (first, second))
    found = tuple(islice(product(one.data_sets, two.data_sets), cap + 1))
    if "none exists" in (one.ending, two.ending):
        return Pairs((), "none exists")
    whole = len(found) <= cap and one.ending == two.ending == "all listed"
    return Pairs(found[:cap], "all listed" if whole else "stopped at cap")


def sample(
    first: Group, second: Group, *, size: int = 1, seed: int, scale: Scale = None, measure: Measure = "data sets"
) -> tuple[Two, ...]:
    """Pairs drawn independently, each equally likely under the measure; none where none exists."""
    drawn = [
        sample_of(**_said(group, scale), size=size, seed=2 * seed + place, measure=measure)
        for place, group in enumerate((first, second))
    ]
    return tuple(zip(*drawn, strict=True)) if all(drawn) else ()


def marginals(
    first: Group, second: Group, *, scale: Scale = None, measure: Measure = "data sets"
) -> tuple[Marginals, Marginals]:
    """Each group's marginals: the other group does not change them, unless it has no data set at all."""
    one, two = (marginals_of(**_said(group, scale), measure=measure) for group in (first, second))
    none = Marginals(0, {})
    return (one, two) if one.total and two.total else (none, none)


@dataclass(frozen=True)
class Grid:
    """The sums and sums of squares of the data sets of each group; each of the first goes with each of the second."""

    n: int
    m: int
    first: tuple[Moments, ...]
    second: tuple[Moments, ...]

    def of(self, statistic: Name) -> NDArray[Any]:
        """A statistic of every pair: rows first group, columns second; NaN where it is undefined."""
        return _values(statistic, (self.n, list(self.first)), (self.m, list(self.second)))


def grid(first: Sequence[Group], second: Sequence[Group], *, scale: Scale = None) -> Grid:
    """Of all data sets of two groups, each told in several ways (SD with n − 1 or with n, say).

    `TooLarge` where too many pairs of sums and squares arise.
    """
    asked = [[_question(group, scale) for group in groups] for groups in (first, second)]
    one, two = (sorted(set[Moments]().union(*map(attained, questions))) for questions in asked)
    if len(one) * len(two) > MOST_PAIRS:
        raise TooLarge(
            f"{len(one)} × {len(two)} pairs of sums and squares are too many; give numbers with more decimals"
        )
    return Grid(asked[0][0].n, asked[1][0].n, tuple(one), tuple(two))


def with_moments(group: Sequence[Group], moments: Moments, most: int = 1, *, scale: Scale = None) -> tuple[Counts, ...]:
    """Data sets of a group, told in several ways, that have this sum and this sum of squares: at most so many."""
    questions = (_question(each, scale) for each in group)
    return tuple(
        islice(dict.fromkeys(d for each in questions for d in islice(each_data_set(each.at(moments)), most)), most)
    )


def extremes(statistic: Name, first: Group, second: Group, *, scale: Scale = None) -> Extremes[Two]:
    """Least and greatest value of: difference (of means), t (pooled), t_welch, d (pooled SD), p, p_welch (two-sided).

    Where neither group has any spread, t and d are infinite, or undefined if the means agree too (then left out).
    Errors: ValueError for what cannot be asked; `TooLarge` where too many pairs of sums and squares arise.
    """
    if statistic not in NAMES:
        raise ValueError(f"the statistic “{statistic}” is not known; write one of {', '.join(NAMES)}")
    questions = [_question(group, scale) for group in (first, second)]
    every = grid([first], [second], scale=scale)
    one, two = every.first, every.second
    if not one or not two:
        return Extremes(None, None, None, None, "none exists")
    values = every.of(statistic)
    if np.isnan(values).all():
        return Extremes(None, None, None, None, "all listed")
    ends = [np.unravel_index(pick(values), values.shape) for pick in (np.nanargmin, np.nanargmax)]
    low, high = (
        (next(each_data_set(questions[0].at(one[int(i)]))), next(each_data_set(questions[1].at(two[int(j)]))))
        for i, j in ends
    )
    return Extremes(float(values[ends[0]]), float(values[ends[1]]), low, high, "all listed")


def _said(group: Group, scale: Scale) -> dict[str, Any]:
    """As arguments of a function of one sample."""
    if "n" not in group:
        raise ValueError(f'a group is {dict(group)}; write its n too, as in {{"n": 20, "mean": "3.45", "sd": "1.2"}}')
    return {"scale": scale, **group}


def _question(group: Group, scale: Scale) -> Question:
    said = _said(group, scale)
    n, mean, sd, codes = (said.pop(name, None) for name in ("n", "mean", "sd", "scale"))
    return Question.posed(n, mean, sd, codes, said, everybody=True)  # type: ignore[arg-type]


def _values(statistic: str, one: tuple[int, list[Moments]], two: tuple[int, list[Moments]]) -> NDArray[Any]:
    """The statistic of every pair of moments: rows first group, columns second; NaN where it is undefined."""
    (n, first), (m, second) = one, two
    a, b = (np.array([float(each.sum) / k for each in group]) for k, group in ((n, first), (m, second)))
    difference = a[:, None] - b[None, :]
    if statistic == "difference":
        return np.asarray(difference)
    v, w = (np.array([float(each.variance(k)) for each in group]) for k, group in ((n, first), (m, second)))
    pooled = ((n - 1) * v[:, None] + (m - 1) * w[None, :]) / (n + m - 2)
    first_part, second_part = v[:, None] / n, w[None, :] / m
    with np.errstate(divide="ignore", invalid="ignore"):
        if statistic == "d":
            return np.asarray(difference / np.sqrt(pooled))
        if statistic in ("t", "p"):
            t, df = difference / np.sqrt(pooled * (1 / n + 1 / m)), np.asarray(float(n + m - 2))
        else:
            t = difference / np.sqrt(first_part + second_part)
            df = (first_part + second_part) ** 2 / (first_part**2 / (n - 1) + second_part**2 / (m - 1))
        return np.asarray(t if statistic.startswith("t") else 2 * stats.t.sf(np.abs(t), df))
