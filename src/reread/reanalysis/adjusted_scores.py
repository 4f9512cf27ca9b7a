"""Of whole scores: what does an analysis of covariance say of every data set that prints the same two arms?

A printed mean and SD (n − 1) of whole scores leave few sums and sums of squares. How the people of an arm are paired,
before with after, leaves some sums of products: exactly those of the data sets and their pairings where these can be
listed, else every whole number that no numbers exceed (Cauchy and Schwarz). The analysis depends on these sums alone,
by the formulas of `reread.statistics.ancova`, so it is made of each of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice, product
from math import isqrt, sqrt
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from reread.datasets.changes import change_pairs
from reread.datasets.histogram import Counts, Moments, TooLarge
from reread.datasets.listing import list_all
from reread.datasets.question import Question
from reread.numbers.interval import Interval
from reread.statistics.ancova import OUTWARD, Result, Trial
from reread.statistics.two_means import Summary
from reread.study.arms import MeasuredTwice

# About a second in all: data sets and sums of one sample, pairs of data sets of one arm, of arms, and all their sums.
MOST_LISTED, MOST_SUMS, MOST_PAIRS, MOST_ARMS, MOST_ROWS = 60, 40, 300, 5_000, 400_000
Scale = tuple[int, int] | None
Whole = NDArray[np.int64]
# the data sets of each sum and sum of squares; none where they are not listed
Sets = Mapping[Moments, Sequence[Counts]]


class Arm(NamedTuple):
    """The sums of one arm before and after, and the sums of products that pairing leaves."""

    n: int
    before: Moments
    after: Moments
    products: Whole

    def squares(self, moments: Moments) -> float:
        """Σ(x − x̄)²"""
        return moments.squares - moments.sum**2 / self.n

    @property
    def middle(self) -> float:
        """What is taken off Σxy to make it Σ(x − x̄)(y − ȳ)."""
        return self.before.sum * self.after.sum / self.n


def over_data_sets(measure: MeasuredTwice, trial: Trial) -> tuple[Result, bool] | None:
    """A row for each sum of products of both arms, and whether each is that of a data set.

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
        paired = _paired(x, y)
        listed = listed and paired is not None
        arms.append(list(_arms(before.n, x, y, paired, sd)))
    found = _analysed(arms[0], arms[1])
    return (found, listed) if found else None


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


def _paired(before: Sets, after: Sets) -> dict[tuple[Moments, Moments], Whole] | None:
    """The sums of products of every data set before with every one after, however paired; None where they are many."""
    data = [[(moments, one) for moments, sets in each.items() for one in sets] for each in (before, after)]
    if not all([*before.values(), *after.values()]) or len(data[0]) * len(data[1]) > MOST_PAIRS:
        return None
    found: dict[tuple[Moments, Moments], set[int]] = {}
    try:
        for (x, one), (y, other) in product(*data):
            squares = (change.squares for change in change_pairs(one, other))
            found.setdefault((x, y), set()).update((x.squares + y.squares - each) // 2 for each in squares)
    except TooLarge:
        return None
    return {moments: np.array(sorted(sums), dtype=np.int64) for moments, sums in found.items()}


def _arms(
    n: int, before: Sets, after: Sets, paired: Mapping[tuple[Moments, Moments], Whole] | None, sd: Interval | None
) -> Iterator[Arm]:
    for x, y in product(before, after):
        if paired is not None:
            sums = paired[x, y]
        else:
            root = isqrt((n * x.squares - x.sum**2) * (n * y.squares - y.sum**2))
            sums = np.arange(-((root - x.sum * y.sum) // n), (root + x.sum * y.sum) // n + 1)
        if sd is not None:
            (least, most), middle = sd.floats(), x.squares + y.squares - (y.sum - x.sum) ** 2 / n
            squares = (middle - 2 * sums) / (n - 1)
            sums = sums[(squares >= least**2 - OUTWARD) & (squares <= most**2 + OUTWARD)]
        if len(sums):
            yield Arm(n, x, y, sums)


def _analysed(first: Sequence[Arm], second: Sequence[Arm]) -> Result | None:
    pairs = list(product(first, second)) if len(first) * len(second) <= MOST_ARMS else []
    if not pairs or sum(len(a.products) * len(b.products) for a, b in pairs) > MOST_ROWS:
        return None
    n, m = first[0].n, second[0].n
    df, columns = n + m - 3, []
    for a, b in pairs:
        own = [(arm.squares(arm.before), arm.squares(arm.after)) for arm in (a, b)]
        xx, yy = (sum(each) for each in zip(*own, strict=True))
        if xx <= 0:
            continue
        xy = np.unique(np.add.outer(a.products, b.products)) - a.middle - b.middle
        x, y = b.before.sum / m - a.before.sum / n, b.after.sum / m - a.after.sum / n
        most = sum(sqrt(before * after) for before, after in own)
        se = np.sqrt(np.maximum(yy - xy**2 / xx, 0.0) / df * (1 / n + 1 / m + x**2 / xx))
        columns.append((y - xy / xx * x, se, np.clip(xy / most, -1, 1) if most else np.zeros(len(xy))))
    if not columns:
        return None
    estimate, se, r = (np.concatenate(each) for each in zip(*columns, strict=True))
    room = OUTWARD * (1 + np.abs(estimate))
    ends = np.column_stack((estimate - room, estimate + room))
    return Result(np.column_stack((r, r)), ends, se[:, None] * [1 - OUTWARD, 1 + OUTWARD], df)
