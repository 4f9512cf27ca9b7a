"""At which days of both measurements would time alone print the printed counts, and with which cut both of them?

`reach_map`: for each first day and each number of days between the measurements, the part of simulated studies without
effect whose count after is at least the printed one, and whether the printed count lies outside what 95 of 100 such
studies print (*conflicts*: the cell is greyed, not dropped).

`joint_fit`: for each first day and each cut, the part of studies that print exactly both counts. Here the cut is given
and not calibrated, so both printed percentages are data.

`tips`: between which first days the answer turns: from where fewer than a given part of studies reach the count.

Assumptions, sources: those of `natural_course`.

>>> tips([1, 2, 3], [1.0, 0.6, 0.0], 0.5)
2.17
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from reread.rivals import OneGroup, stream
from reread.rivals.evidence import Parameter
from reread.rivals.once import once

from . import CONFLICT, minutes
from .studies import blocks, needed


@dataclass(frozen=True)
class Cell:
    """One first day and days between: the part of studies that reach the count, and whether it conflicts."""

    first: float
    later: float
    reach: float
    conflicts: bool


@dataclass(frozen=True)
class Fit:
    """One first day and cut (mL): the part of studies without effect that print both counts exactly."""

    first: float
    cut: float
    both: float


@once
def reach_map(
    study: OneGroup, seed: int, parameters: Mapping[str, Parameter], firsts: Sequence[float], laters: Sequence[float],
    studies: int, posterior: bool = True,
) -> tuple[Cell, ...]:  # fmt: skip
    """Every pair of first day and days between; the same women at every later measurement of a first day."""
    cells = []
    for first in firsts:
        rng = stream(seed, study.id, "natural_course_map", minutes(first))
        found = list(blocks(study, parameters, rng, studies, first, laters, posterior=posterior))
        for k, later in enumerate(laters):
            reach, passing = (
                np.concatenate([needed(block.after[k], block.edge, count) for block in found])
                for count in (study.after, study.after + 1)
            )
            conflicts = (reach <= 1).mean() < CONFLICT or (passing > 1).mean() < CONFLICT
            cells.append(Cell(first, later, float((reach <= 1).mean()), bool(conflicts)))
    return tuple(cells)


@once
def joint_fit(
    study: OneGroup, seed: int, parameters: Mapping[str, Parameter], firsts: Sequence[float], later: float,
    cuts: Sequence[float], studies: int,
) -> tuple[Fit, ...]:  # fmt: skip
    """Every pair of first day and cut."""
    fits = []
    for first in firsts:
        rng = stream(seed, study.id, "natural_course_joint", minutes(first))
        found = list(blocks(study, parameters, rng, studies, first, (later,), cut=1.0))
        before, after = (np.concatenate(part) for part in zip(*((b.before, b.after[0]) for b in found), strict=True))
        for cut in cuts:
            edge = cut - found[0].step / 2
            both = ((before >= edge).sum(axis=1) == study.before) & ((after >= edge).sum(axis=1) == study.after)
            fits.append(Fit(first, cut, float(both.mean())))
    return tuple(fits)


def tips(days: Sequence[float], reach: Sequence[float], part: float) -> float | None:
    """The first day at which the part of studies that reach the count falls to `part` (linear between days).

    None where it is below from the start, or never.
    """
    for (day, high), (later, low) in pairwise(zip(days, reach, strict=True)):
        if high >= part > low:
            return round(day + (later - day) * (high - part) / (high - low), 2)
    return None
