"""Would a single group measured every day tell a treatment from time (interrupted time series)?

One group, measured on each day from the first to the last; on one day a treatment begins that does nothing. The mean
of log yield per day is fitted by a straight line that may change its level and slope when the treatment begins, and
the change is tested (F with 2 and T − 4 df). The part of significant tests says how often time alone passes for the
treatment, because the natural course is no straight line.

Source: Wagner et al. 2002, Journal of Clinical Pharmacy and Therapeutics 27:299 (segmented
regression); the course: `natural_course`.

>>> days = np.arange(1.0, 11)
>>> rows = np.array([3 * days, 3 * days + 5 * (days >= 6)]) + 0.01 * np.sin(9 * days)
>>> (step_p(rows, days, 6) < 0.05).tolist()
[False, True]
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from scipy.special import fdtrc

from reread.rivals import OneGroup, stream
from reread.rivals.evidence import Parameter
from reread.rivals.once import once

from . import minutes
from .model import Array
from .studies import blocks

ALPHA = 0.05
LEAST = 0.25  # mL, as in the trial


@once
def called_a_step(
    study: OneGroup, seed: int, parameters: Mapping[str, Parameter], days: Sequence[float], begins: float, studies: int
) -> float:
    """The part of simulated series without effect in which level or slope change significantly on the day it begins."""
    rng = stream(seed, study.id, "natural_course_series", minutes(days[0]))
    later = [day - days[0] for day in days[1:]]
    found = blocks(study, parameters, rng, studies, days[0], later, cut=1.0)
    means = [
        np.stack([np.log(np.maximum(v, LEAST)).mean(axis=1) for v in (block.before, *block.after)], axis=1)
        for block in found
    ]
    return float((step_p(np.concatenate(means), np.asarray(days, dtype=float), begins) < ALPHA).mean())


def step_p(series: Array, days: Array, begins: float) -> Array:
    """p of a change in level or slope from the day `begins` on, for each series (row)."""
    post = (days >= begins).astype(float)
    line = np.stack([np.ones_like(days), days], axis=1)
    full = np.column_stack([line, post, post * (days - begins)])
    rest, least = (_left(series, design) for design in (line, full))
    df = len(days) - full.shape[1]
    with np.errstate(divide="ignore", invalid="ignore"):
        f = (rest - least) / 2 / (least / df)
    return np.asarray(fdtrc(2, df, np.maximum(np.nan_to_num(f, nan=0.0), 0)))


def _left(series: Array, design: Array) -> Array:
    """The sum of squares that a design leaves of each series."""
    fitted = series @ design @ np.linalg.pinv(design.T @ design) @ design.T
    return np.asarray(((series - fitted) ** 2).sum(axis=1))
