"""What would an analysis of covariance have said, of two groups measured before and after, from what is printed?

With one slope for both groups it depends on the unprinted covariances through one number only, the correlation r of
before and after pooled within the groups. With S_xx = Σ(n − 1)s_x², S_yy likewise and C = Σ(n − 1)s_x s_y:

    slope b = r C / S_xx          adjusted difference = (ȳ₂ − ȳ₁) − b(x̄₂ − x̄₁)
    σ² = (S_yy − r² C² / S_xx) / (N − 3)      SE² = σ² (1/n₁ + 1/n₂ + (x̄₂ − x̄₁)² / S_xx)      N − 3 df

Final scores are b = 0, change scores b = 1. Rounding leaves each printed number an interval; the ends given here hold
every result that some values inside would give, each factor bounded by itself, so that they are at most a little wide.
By Lagrange's identity S_yy − C² / S_xx = (n₁ − 1)(n₂ − 1)(s_x1 s_y2 − s_x2 s_y1)² / S_xx, which keeps σ² from falling
below 0.

Source: Vickers & Altman 2001, doi:10.1136/bmj.323.7321.1123 (change, final and adjusted scores of one trial). The
formulas are those of least squares and are tested against it.

Two groups of 30, before 10 (2) and 11 (2), after 12 (2.5) and 14 (2.5):

>>> exact = [Summary(30, Interval.of(m, m), Interval.of(s, s)) for m, s in ((10, 2), (11, 2), (12, "2.5"), (14, "2.5"))]
>>> trial = Trial((exact[0], exact[2]), (exact[1], exact[3]))
>>> [round(float(analysed(trial, r, r).estimate[0, 0]), 2) for r in (0, 0.5, 0.9)]
[2.0, 1.37, 0.87]
>>> [round(float(analysed(trial, r, r).p[0, 0]), 4) for r in (0, 0.5, 0.9)]
[0.0043, 0.0216, 0.0041]
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import product
from math import sqrt
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from reread.numbers.interval import Interval
from reread.statistics import distributions as stats
from reread.statistics.two_means import Summary

Floats = NDArray[np.float64]
Ends = tuple[float, float]
FEWEST = 4  # participants: one degree of freedom is left for σ²
OUTWARD = 1e-9  # relative widening of what is computed in floats, as of an `Interval`


@dataclass(frozen=True)
class Trial:
    """Two groups, each with its summary before and after; differences are second less first."""

    first: tuple[Summary, Summary]
    second: tuple[Summary, Summary]

    @property
    def total(self) -> int:
        """Participants in both groups."""
        return self.first[0].n + self.second[0].n

    def apart(self, occasion: int) -> Ends:
        """The difference of the means, before (0) or after (1)."""
        return (self.second[occasion].mean - self.first[occasion].mean).floats()


@dataclass(frozen=True)
class Result:
    """Ends of what some values behind the print give, for each range of correlations: rows of (least, greatest)."""

    r: Floats
    estimate: Floats
    se: Floats
    df: int

    @property
    def t(self) -> Floats:
        """The size of t."""
        size = np.sort(np.abs(self.estimate), axis=1)
        size[(self.estimate[:, 0] <= 0) & (self.estimate[:, 1] >= 0), 0] = 0.0
        with np.errstate(divide="ignore", invalid="ignore"):
            found = np.column_stack((size[:, 0] / self.se[:, 1], size[:, 1] / self.se[:, 0]))
        return np.where(np.isnan(found), (0.0, np.inf), found)

    @property
    def p(self) -> Floats:
        """The two-sided p."""
        t = self.t
        found: Floats = 2 * np.asarray(stats.t.sf(t[:, ::-1], self.df))
        return found

    def interval(self, level: float = 0.95) -> tuple[Floats, Floats]:
        """Least and greatest of the lower end of the confidence interval, and of the upper one."""
        half = float(stats.t.isf((1 - level) / 2, self.df)) * self.se
        return self.estimate - half[:, ::-1], self.estimate + half

    def over_all(self, what: Floats) -> Ends:
        """The least and the greatest of any row."""
        return float(what[:, 0].min()), float(what[:, 1].max())


def analysed(trial: Trial, low: float, high: float, cells: int = 1) -> Result:
    """Analysis of covariance over correlations from `low` to `high`, cut into so many ranges.

    Raises ValueError for correlations that are none, and where fewer than four participants leave no error.
    """
    if not -1 <= low <= high <= 1:
        raise ValueError(f"correlations from {low} to {high}")
    edges = np.linspace(low, high, cells + 1)
    r = np.column_stack((edges[:-1], edges[1:]))
    slope = _outer(r, np.array(steepest(trial)))
    return _result(trial, r, slope, trial.total - 3, _unexplained(trial, r), lean=True)


def change_scores(trial: Trial, low: float, high: float, cells: int = 1) -> Result:
    """The comparison of the changes (b = 1), equal variances; N − 2 df."""
    edges = np.linspace(low, high, cells + 1)
    r = np.column_stack((edges[:-1], edges[1:]))
    squares = np.array([[_change_squares(trial, a, b, end) for end in (min, max)] for a, b in r])
    return _result(trial, r, np.ones((cells, 2)), trial.total - 2, squares, lean=False)


def final_scores(trial: Trial) -> Result:
    """The comparison of the final scores (b = 0), equal variances; N − 2 df, whatever the correlation."""
    squares = np.array([_squares(trial, 1)])
    return _result(trial, np.array([[-1.0, 1.0]]), np.zeros((1, 2)), trial.total - 2, squares, lean=False)


def steepest(trial: Trial) -> Ends:
    """Least and greatest slope at a correlation of 1: C / S_xx over what rounding leaves of four SDs.

    A linear function over a convex one has its least value at a corner; its greatest is found by Dinkelbach's
    iteration (1967, doi:10.1287/mnsc.13.7.492), in which each SD has its own optimum.
    """
    arms = (trial.first, trial.second)
    m = np.array([before.n - 1 for before, _ in arms], dtype=float)
    x, y = (np.array([arm[k].sd.floats() for arm in arms]) for k in (0, 1))
    low, high = y[:, 0], y[:, 1]
    corners = [np.array(sds) for sds in product(*x)]
    least = min((m * sds * low).sum() / max((m * sds**2).sum(), 1e-300) for sds in corners)
    best = max((m * sds * high).sum() / max((m * sds**2).sum(), 1e-300) for sds in corners)
    for _ in range(50):
        sds = np.clip(high / (2 * max(best, 1e-300)), x[:, 0], x[:, 1])
        better = (m * sds * high).sum() / max((m * sds**2).sum(), 1e-300)
        if better <= best * (1 + 1e-14):
            break
        best = better
    return float(least), float(best)


def correlation_of(before: Interval, after: Interval, change: Interval) -> Ends | None:
    """The correlations that three SDs of one group leave, within −1 … 1; None where they leave none.

    r = (s_x² + s_y² − s_d²) / (2 s_x s_y): greatest at the ends of s_x and s_y, least there or where it turns.
    """
    (x0, x1), (y0, y1), (d0, d1) = before.floats(), after.floats(), change.floats()
    if x0 <= 0 or y0 <= 0:
        return (-1.0, 1.0)

    def r(x: float, y: float, d: float) -> float:
        return (x * x + y * y - d * d) / (2 * x * y)

    high = max(r(x, y, d0) for x, y in product((x0, x1), (y0, y1)))
    turns = [(min(max(sqrt(max(y * y - d1 * d1, 0)), x0), x1), y) for y in (y0, y1)]
    turns += [(x, min(max(sqrt(max(x * x - d1 * d1, 0)), y0), y1)) for x in (x0, x1)]
    low = min(r(x, y, d1) for x, y in [*product((x0, x1), (y0, y1)), *turns])
    low, high = low - OUTWARD, high + OUTWARD
    return None if low > 1 or high < -1 else (max(low, -1.0), min(high, 1.0))


def pooled(trial: Trial, first: Ends, second: Ends) -> Ends:
    """The pooled correlation of two groups' own: their mean, weighted with (n − 1) s_x s_y."""
    weights = [
        (arm[0].n - 1) * np.array(arm[0].sd.floats()) * np.array(arm[1].sd.floats())
        for arm in (trial.first, trial.second)
    ]
    a, b = weights
    shares = [a[0] / max(a[0] + b[1], 1e-300), a[1] / max(a[1] + b[0], 1e-300)]
    ends = [[w * first[k] + (1 - w) * second[k] for w in shares] for k in (0, 1)]
    return max(-1.0, min(ends[0]) - OUTWARD), min(1.0, max(ends[1]) + OUTWARD)


def meeting(result: Result, printed: Iterable[tuple[Floats, Interval]]) -> NDArray[np.bool_]:
    """Which ranges of correlations may give all of these printed numbers: pairs of ends (of `result`) and print."""
    kept: NDArray[np.bool_] = np.ones(len(result.r), dtype=bool)
    for ends, interval in printed:
        low, high = interval.floats()
        kept &= (ends[:, 0] <= high + OUTWARD * abs(high)) & (ends[:, 1] >= low - OUTWARD * abs(low))
    return kept


def _squares(trial: Trial, occasion: int) -> Ends:
    """Ends of Σ(n − 1)s²."""
    ends = [(arm[occasion].n - 1, arm[occasion].sd.floats()) for arm in (trial.first, trial.second)]
    return sum(m * low**2 for m, (low, _) in ends), sum(m * high**2 for m, (_, high) in ends)


def _unexplained(trial: Trial, r: Floats) -> Floats:
    """Ends of S_yy − r² C² / S_xx for each range of r."""
    (xx_low, xx_high), (yy_low, yy_high) = _squares(trial, 0), _squares(trial, 1)
    (a, b), (c, d) = (tuple(each.sd.floats() for each in arm) for arm in (trial.first, trial.second))
    low, high = a[0] * d[0] - c[1] * b[1], a[1] * d[1] - c[0] * b[0]  # s_x1 s_y2 − s_x2 s_y1
    m = (trial.first[0].n - 1) * (trial.second[0].n - 1)
    least = 0.0 if low <= 0 <= high else min(low**2, high**2)
    uneven = m * least / max(xx_high, 1e-300), min(m * max(low**2, high**2) / max(xx_low, 1e-300), yy_high)
    small = np.where((r[:, 0] <= 0) & (r[:, 1] >= 0), 0.0, np.abs(r).min(axis=1)) ** 2
    large = np.abs(r).max(axis=1) ** 2
    return np.column_stack((
        (1 - large) * yy_low + small * uneven[0], np.minimum((1 - small) * yy_high + large * uneven[1], yy_high)
    ))  # fmt: skip


def _change_squares(trial: Trial, low: float, high: float, pick: Any) -> float:
    """The least or greatest Σ(n − 1)s_d² where the pooled correlation is from `low` to `high`.

    Σ(n − 1)(s_x² + s_y² − 2 r s_x s_y): in each group a convex function of both SDs for a given r.
    """
    r = high if pick is min else low
    total = 0.0
    for before, after in (trial.first, trial.second):
        (x0, x1), (y0, y1) = before.sd.floats(), after.sd.floats()
        points = list(product((x0, x1), (y0, y1)))
        if pick is min:
            points += [(min(max(r * y, x0), x1), y) for y in (y0, y1)]
            points += [(x, min(max(r * x, y0), y1)) for x in (x0, x1)]
        total += (before.n - 1) * pick(x * x + y * y - 2 * r * x * y for x, y in points)
    return max(total, 0.0)


def _result(trial: Trial, r: Floats, slope: Floats, df: int, squares: Floats, lean: bool) -> Result:
    """Ends of the difference and of its standard error."""
    if trial.total < FEWEST:
        raise ValueError(f"{trial.total} participants")
    x, y = trial.apart(0), trial.apart(1)
    moved = _outer(slope, np.array(x))
    estimate = np.column_stack((y[0] - moved[:, 1], y[1] - moved[:, 0]))
    near = 0.0 if x[0] <= 0 <= x[1] else min(x[0] ** 2, x[1] ** 2)
    far = max(x[0] ** 2, x[1] ** 2)
    xx = _squares(trial, 0)
    sizes = 1 / trial.first[0].n + 1 / trial.second[0].n
    leaning = (near / max(xx[1], 1e-300), far / max(xx[0], 1e-300)) if lean else (0.0, 0.0)
    error = np.sqrt(np.maximum(squares, 0) / df * (sizes + np.array(leaning)))
    outward = np.array([1 - OUTWARD, 1 + OUTWARD])
    room = OUTWARD * np.abs(estimate).max(axis=1, keepdims=True) * np.array([-1, 1])
    return Result(r, estimate + room, error * outward, df)


def _outer(a: ArrayLike, b: ArrayLike) -> Floats:
    """Ends of the products of two rows of ends."""
    first, second = np.atleast_2d(np.asarray(a, dtype=float)), np.atleast_2d(np.asarray(b, dtype=float))
    all_four = first[:, :, None] * second[:, None, :]
    return np.column_stack((all_four.min(axis=(1, 2)), all_four.max(axis=(1, 2))))
