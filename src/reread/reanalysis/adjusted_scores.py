"""Of whole scores: what does an analysis of covariance say of every data set that prints the same two arms?

A printed mean and SD (n − 1) of whole scores leave few sums and sums of squares. How the people of an arm are paired,
before with after, leaves every sum of products between two ends: those of equal and of opposite ranks where the data
sets can be listed, else those that no numbers exceed (Cauchy and Schwarz). The analysis depends on these sums alone, by
the formulas of `reread.statistics.ancova`, so it is made of each of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice, product
from math import isqrt, sqrt
from typing import NamedTuple

import numpy as np

from reread.datasets.changes import change_range
from reread.datasets.histogram import Counts, Moments, TooLarge
from reread.datasets.listing import list_all
from reread.datasets.question import Question
from reread.numbers.interval import Interval
from reread.statistics.ancova import OUTWARD, Result, Trial
from reread.statistics.two_means import Summary
from reread.study.arms import MeasuredTwice

# About a second in all: data sets and sums of one sample, pairs of arms, and sums of products of all of these.
MOST_LISTED, MOST_SUMS, MOST_ARMS, MOST_ROWS = 60, 40, 5_000, 400_000
Scale = tuple[int, int] | None
Sets = Mapping[
    Moments, Sequence[Counts]
]  # the data sets of each sum and sum of squares; none where they are not listed


class Arm(NamedTuple):
    """The sums of one arm before and after, and the least and the greatest sum of products that pairing leaves."""

    n: int
    before: Moments
    after: Moments
    low: int
    high: int

    def squares(self, moments: Moments) -> float:
        """Σ(x − x̄)²"""
        return moments.squares - moments.sum**2 / self.n

    @property
    def middle(self) -> float:
        """What is taken off Σxy to make it Σ(x − x̄)(y − ȳ)."""
        return self.before.sum * self.after.sum / self.n


def over_data_sets(measure: MeasuredTwice, trial: Trial) -> tuple[Result, bool] | None:
    """A row for each sum of products, and whether the ends of each are those of a data set.

    None where scores are not whole, where no data set prints these numbers, and where there are too many.
    """
    if not measure.whole:
        return None
    arms: list[list[Arm]] = []
    listed = True
    for (before, after), sd in zip((trial.first, trial.second), measure.sds_of_change(), strict=True):
        samples = [_sets(each, measure.scale) for each in (before, after)]
        if any(each is None for each in samples):
            return None
        x, y = (each for each in samples if each is not None)
        listed = listed and all(sets for each in (x, y) for sets in each.values())
        arms.append(list(_arms(before.n, x, y, sd)))
    return _analysed(arms[0], arms[1], listed)


def _sets(summary: Summary, scale: Scale) -> Sets | None:
    """Every sum and sum of squares that prints the same, with its data sets where all can be listed."""
    n, mean, sd = summary.n, summary.mean, summary.sd
    try:
        sums = list(islice(Question.posed(n, mean, sd, scale, {"ddof": 1}).targets(), MOST_SUMS + 1))
        if len(sums) > MOST_SUMS:
            return None
        found = list_all(n, mean, sd, scale, MOST_LISTED, ddof=1)
    except TooLarge:
        return None
    if found.ending == "stopped at cap":
        return dict.fromkeys(sums, ())
    met: dict[Moments, list[Counts]] = {}
    for data in found.data_sets:
        met.setdefault(data.moments, []).append(data)
    return met


def _arms(n: int, before: Sets, after: Sets, sd: Interval | None) -> Iterator[Arm]:
    for (x, xs), (y, ys) in product(before.items(), after.items()):
        root = isqrt((n * x.squares - x.sum**2) * (n * y.squares - y.sum**2))
        low, high = -((root - x.sum * y.sum) // n), (root + x.sum * y.sum) // n
        if xs and ys:
            ends = [change_range(*pair) for pair in product(xs, ys)]
            low = (x.squares + y.squares - max(most.squares for _, most in ends)) // 2
            high = (x.squares + y.squares - min(least.squares for least, _ in ends)) // 2
        if sd is not None:
            (least, most), middle = sd.floats(), x.squares + y.squares - (y.sum - x.sum) ** 2 / n
            low = max(low, int(np.ceil((middle - most**2 * (n - 1)) / 2 - 1e-6)))
            high = min(high, int(np.floor((middle - least**2 * (n - 1)) / 2 + 1e-6)))
        if low <= high:
            yield Arm(n, x, y, low, high)


def _analysed(first: Sequence[Arm], second: Sequence[Arm], listed: bool) -> tuple[Result, bool] | None:
    pairs = list(product(first, second)) if len(first) * len(second) <= MOST_ARMS else []
    if not pairs or sum(a.high + b.high - a.low - b.low + 1 for a, b in pairs) > MOST_ROWS:
        return None
    n, m = first[0].n, second[0].n
    df, columns = n + m - 3, []
    for a, b in pairs:
        own = [(arm.squares(arm.before), arm.squares(arm.after)) for arm in (a, b)]
        xx, yy = (sum(each) for each in zip(*own, strict=True))
        if xx <= 0:
            continue
        xy = np.arange(a.low + b.low, a.high + b.high + 1) - a.middle - b.middle
        x, y = b.before.sum / m - a.before.sum / n, b.after.sum / m - a.after.sum / n
        most = sum(sqrt(before * after) for before, after in own)
        se = np.sqrt(np.maximum(yy - xy**2 / xx, 0.0) / df * (1 / n + 1 / m + x**2 / xx))
        columns.append((y - xy / xx * x, se, np.clip(xy / most, -1, 1) if most else np.zeros(len(xy))))
    if not columns:
        return None
    estimate, se, r = (np.concatenate(each) for each in zip(*columns, strict=True))
    room = OUTWARD * (1 + np.abs(estimate))
    ends = np.column_stack((estimate - room, estimate + room))
    return Result(np.column_stack((r, r)), ends, se[:, None] * [1 - OUTWARD, 1 + OUTWARD], df), listed
