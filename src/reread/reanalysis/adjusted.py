"""What do the printed numbers of two arms with a baseline leave of an adjusted analysis, and of its p?

The correlations that are left are all of −1 … 1, unless SDs of the changes or a printed adjusted result narrow them. A
printed adjusted result that no correlation gives contradicts nothing: a model may hold further covariates.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from reread.reanalysis.adjusted_scores import over_data_sets
from reread.statistics import distributions as stats
from reread.statistics.ancova import Ends, Floats, Result, Trial, analysed, final_scores, meeting
from reread.statistics.formulas import critical_z
from reread.study.arms import ENDS, MeasuredTwice
from reread.study.comparison import Comparison
from reread.study.intervals import interval_of

CELLS = 2000
USUAL_LEVEL = 0.95

Verdict = Literal["all", "some", "none"]
Chosen = NDArray[np.bool_]


@dataclass(frozen=True)
class Adjusted:
    """An adjusted comparison over the correlations that are left.

    `over` has a row for each range of correlations; of whole scores for each sum of products that data sets which print
    the same can have, and with `whole` each is that of such a data set.
    `verdict`: is p below the level at all of them, at some, at none; `below`: where it is, whatever was rounded away.
    `printed`: what a printed adjusted result does: `narrows`, `none` (no correlation gives it), or is not there.
    """

    trial: Trial
    alpha: float
    r: Ends
    narrow: bool
    whole: bool
    over: Result
    verdict: Verdict
    below: tuple[Ends, ...]
    final_below: bool | None
    printed: Literal["narrows", "none", ""]


def adjusted(measure: MeasuredTwice, alpha: float) -> Adjusted | None:
    """None where the arms do not print what it needs, or print SDs of change that no correlation gives."""
    trial, r = measure.trial(), measure.correlation()
    if trial is None or r is None:
        return None
    of_scores = over_data_sets(measure, trial)
    over, listed = of_scores or (analysed(trial, *r, CELLS), False)
    kept, told = _as_printed(over, measure.adjusted)
    over = Result(over.r[kept], over.estimate[kept], over.se[kept], over.df)
    if told == "narrows" or listed:
        r = float(over.r[:, 0].min()), float(over.r[:, 1].max())
    surely, never = over.p[:, 1] < alpha, over.p[:, 0] >= alpha
    verdict: Verdict = "all" if surely.all() else "none" if never.all() else "some"
    final = final_scores(trial).p[0]
    of_final = True if final[1] < alpha else False if final[0] >= alpha else None
    along = analysed(trial, *r, CELLS) if of_scores else over
    below = tuple(_pieces(along, along.p[:, 1] < alpha))
    return Adjusted(trial, alpha, r, r != ENDS, listed, over, verdict, below, of_final, told)


def _as_printed(over: Result, printed: Comparison | None) -> tuple[Chosen, Literal["narrows", "none", ""]]:
    """The correlations that give a printed adjusted estimate, SE, t, interval and p, in either direction.

    Intervals and p may be by t or, as from a mixed model, by the normal distribution.
    """
    kept: Chosen = np.ones(len(over.r), dtype=bool)
    if printed is None or printed.tails == 1:
        return kept, ""
    by_z = np.column_stack((2 * stats.norm.sf(over.t[:, 1]), over.p[:, 1]))
    sizes = [
        (ends, value.interval.absolute())
        for part, ends in (("t", over.t), ("p", by_z), ("se", over.se))
        if (value := printed.get(part)) is not None and value.interval.bounded
    ]
    stated, interval = printed.get("difference"), interval_of(printed)
    ways = []
    for k, sign in enumerate((1, -1)):
        signed = [(over.estimate, stated.interval.scaled(sign))] if stated and stated.interval.bounded else []
        if interval is not None and interval.levels == (USUAL_LEVEL,):
            ends = list(interval.orientations())[k]
            signed += list(zip(_interval(over), ends, strict=True))
        ways.append(signed)
    if not sizes and not any(ways):
        return kept, ""
    kept = meeting(over, sizes) & (meeting(over, ways[0]) | meeting(over, ways[1]))
    return (kept, "narrows") if kept.any() else (np.ones_like(kept), "none")


def _interval(over: Result) -> tuple[Floats, Floats]:
    """The ends of the confidence interval, by t or by z."""
    (low, high), z = over.interval(USUAL_LEVEL), critical_z(USUAL_LEVEL)
    near = z * over.se[:, 0]
    return (
        np.column_stack((low[:, 0], np.maximum(low[:, 1], over.estimate[:, 1] - near))),
        np.column_stack((np.minimum(high[:, 0], over.estimate[:, 0] + near), high[:, 1])),
    )


def _pieces(over: Result, chosen: Chosen) -> Iterator[Ends]:
    """Neighbouring ranges of correlations joined."""
    begun: float | None = None
    for k, (low, high) in enumerate(over.r):
        if chosen[k] and begun is None:
            begun = float(low)
        last = k + 1 == len(chosen) or not chosen[k + 1] or over.r[k + 1, 0] > high + 1e-12
        if chosen[k] and last and begun is not None:
            yield begun, float(high)
            begun = None
