"""Between which values must the ends of a confidence interval lie, given estimates with their t or standard errors?

The ends are estimate ∓ critical value × standard error, and the standard error is |estimate| / |t|. The critical value
is that of t; above `conventions.LARGE_SAMPLE_DF` degrees of freedom also the normal one, as `checks.ci_t` admits.

Source: Student 1908, doi:10.1093/biomet/6.1.1; Altman & Bland 2011, doi:10.1136/bmj.d2090.

>>> found = ci_from_t(["0.70"], ["4.87"], 19)
>>> found.low.low.round(2), found.low.high.round(2), found.high.low.round(2), found.high.high.round(2)
(array([0.4]), array([0.4]), array([0.99]), array([1.01]))
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from reread.bulk.floats import Floats, absolute, degrees, ends, outward
from reread.bulk.parsed import Column, parse
from reread.bulk.rows import aligned
from reread.statistics import distributions as stats
from reread.statistics.conventions import LARGE_SAMPLE_DF


class Range(NamedTuple):
    """The least and the greatest possible value in each row."""

    low: Floats
    high: Floats


class Ends(NamedTuple):
    """The lower and the upper end of each confidence interval, each between two values."""

    low: Range
    high: Range


def ci_from_t(estimates: Column, ts: Column, dfs: Column, level: float = 0.95) -> Ends:
    """estimates, ts: text; dfs: whole numbers or text; level: 0 to 1. A t that may be 0 leaves the ends unbounded."""
    estimate, t, fewest, most = aligned(parse(estimates, "estimates"), parse(ts, "ts"), *degrees(dfs))
    means, sizes = ends(estimate), absolute(ends(t))
    criticals = _criticals(level, fewest, most)
    corners = [(m, np.abs(m), t, k) for m in (*means, _nearest_to_zero(*means)) for t in sizes for k in criticals]
    with np.errstate(divide="ignore", invalid="ignore"):
        halves = [(m, np.where((t == 0) | np.isinf(m), np.inf, k * size / t)) for m, size, t, k in corners]
    return _hull(halves)


def ci_from_se(estimates: Column, ses: Column, dfs: Column, level: float = 0.95) -> Ends:
    """estimates, ses: text; dfs: whole numbers or text; level: 0 to 1."""
    estimate, se, fewest, most = aligned(parse(estimates, "estimates"), parse(ses, "ses"), *degrees(dfs))
    means, sizes = ends(estimate), ends(se, "ses", 0)
    return _hull([(m, k * size) for m in means for size in sizes for k in _criticals(level, fewest, most)])


def _criticals(level: float, fewest: Floats, most: Floats) -> tuple[Floats, Floats]:
    """The least and the greatest critical value of each row."""
    if not 0 < level < 1:
        raise ValueError(f"level is {level!r}; it must lie between 0 and 1, such as 0.95")
    tail = (1 - level) / 2
    least = np.where(most > LARGE_SAMPLE_DF, stats.norm.isf(tail), stats.t.isf(tail, most))
    return outward(least, np.asarray(stats.t.isf(tail, fewest)))


def _nearest_to_zero(low: Floats, high: Floats) -> Floats:
    """Where an estimate may have either sign, its size is least in between."""
    nearest: Floats = np.clip(np.zeros_like(low), low, high)
    return nearest


def _hull(halves: list[tuple[Floats, Floats]]) -> Ends:
    with np.errstate(invalid="ignore"):
        lows, highs = [m - half for m, half in halves], [m + half for m, half in halves]
    lows = [np.where(np.isnan(low), -np.inf, low) for low in lows]  # an estimate without an end, and a half without one
    highs = [np.where(np.isnan(high), np.inf, high) for high in highs]
    return Ends(*(Range(*outward(np.min(side, axis=0), np.max(side, axis=0))) for side in (lows, highs)))
