"""Which unknown decides what a study without effect prints: the day, the baseline share, or a parameter of the model?

The output is the expected share adequate after, in a world given by one value of every unknown: the first day (even
between two ends), the expected share at baseline (the middle 95 % of its posterior), practice (0 to 0.3 on the log
scale) and every parameter of the model that is not fixed, as it is drawn there. *One at a time* moves one unknown
between its ends and leaves the others at their most plausible values. The *total effect* is the part of the variance
of the output that is left when all but this unknown are known, with all its interactions (Sobol). Total effects of
unknowns that act together add up to more than 1.

Source: Saltelli et al. 2010, Computer Physics Communications 181:259; Herman & Usher 2017 (SALib),
doi:10.21105/joss.00097.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields

import numpy as np
from scipy.special import betaincinv

from reread.rivals import OneGroup, stream
from reread.rivals.evidence import Parameter, named, triangular
from reread.rivals.once import once

from . import model
from .studies import cut_from_share, printed

WOMEN = 256
PRACTICE = Parameter("practice", 0, 0, 0.3, "log factor", "", "assumption", "", "assumption")
CHUNK = 256  # worlds at a time: arrays stay in the cache


@dataclass(frozen=True)
class Unknown:
    """One unknown: its ends, the share after at both ends with all else at its middle, its part of the variance."""

    name: str
    low: float
    high: float
    share_low: float
    share_high: float
    total: float


@once
def unknowns(
    study: OneGroup, seed: int, parameters: Mapping[str, Parameter], first: tuple[float, float, float], later: float,
    samples: int = 128,
) -> tuple[Unknown, ...]:  # fmt: skip
    """Every unknown, the one that carries most first. `first`: least, middle and greatest first day."""
    space = _Space(study, seed, parameters, first, later)
    low, high = (space.shares(space.one_moved(end)) for end in (0.0, 1.0))
    totals = space.total_effects(samples)
    rows = []
    for k, name in enumerate(space.names):
        ends = space.value(k, 0.0), space.value(k, 1.0)
        rows.append(Unknown(name, *ends, float(low[k]), float(high[k]), float(totals[k])))
    return tuple(sorted(rows, key=lambda row: -row.total))


def share_of(rows: Sequence[Unknown], name: str) -> float:
    """The total effect of one unknown."""
    return {row.name: row.total for row in rows}[name]


class _Space:
    """The cube of all unknowns: each from 0 to 1, turned into values of the model."""

    def __init__(
        self, study: OneGroup, seed: int, parameters: Mapping[str, Parameter], first: tuple[float, float, float],
        later: float,
    ) -> None:  # fmt: skip
        self.study, self.first, self.later = study, first, later
        self.known = {f.name: named(parameters, f.name) for f in fields(model.World)}
        free = [name for name, row in self.known.items() if row.low < row.high]
        self.names = ["first_day", "baseline_share", "practice", *free]
        self.seed, self.step = seed, named(parameters, "printed_step").value
        rng = stream(seed, study.id, "natural_course_unknowns", 0)
        self.women, self.session = model.spread_evenly(parameters, rng, WOMEN)
        self.later_session = rng.permuted(self.session)

    def value(self, k: int, uniform: float) -> float:
        """The value of one unknown."""
        return float(self._values(np.full((1, len(self.names)), uniform))[self.names[k]][0, 0])

    def middle(self) -> model.Array:
        """Every unknown at its most plausible value, as places in the cube."""
        rows = [self.known.get(name, PRACTICE) for name in self.names]
        places = [(row.value - row.low) / (row.high - row.low) if row.high > row.low else 0.5 for row in rows]
        low, middle, high = self.first
        return np.array([(middle - low) / (high - low) if high > low else 0.5, 0.5, *places[2:]])

    def one_moved(self, end: float) -> model.Array:
        """One row for each unknown, in which only this one lies at an end (0 or 1)."""
        rows = np.tile(self.middle(), (len(self.names), 1))
        np.fill_diagonal(rows, end)
        return rows

    def shares(self, cube: model.Array) -> model.Array:
        """The expected share after in each world (row of the cube)."""
        return np.concatenate([self._shares(cube[k : k + CHUNK]) for k in range(0, len(cube), CHUNK)])

    def total_effects(self, samples: int) -> model.Array:
        """Sobol total-effect indices."""
        from SALib.analyze import sobol
        from SALib.sample import sobol as sampler

        problem = {"num_vars": len(self.names), "names": self.names, "bounds": [[0.0, 1.0]] * len(self.names)}
        cube = sampler.sample(problem, samples, calc_second_order=False, seed=self.seed % 2**32)
        shares = self.shares(np.clip(cube, 1e-9, 1 - 1e-9))
        if shares.std() == 0:
            return np.zeros(len(self.names))
        found = sobol.analyze(problem, shares, calc_second_order=False, num_resamples=2, seed=self.seed % 2**32)
        return np.asarray(found["ST"])

    def _values(self, cube: model.Array) -> dict[str, model.Array]:
        """One column for each unknown, distributed as it is drawn elsewhere."""
        low, _, high = self.first
        found = {"first_day": low + (high - low) * cube[:, [0]]}
        k, n = self.study.before, self.study.n
        found["baseline_share"] = betaincinv(k + 0.5, n - k + 0.5, 0.025 + 0.95 * cube[:, [1]])
        for column, name in enumerate(self.names[2:], 2):
            found[name] = triangular(cube[:, [column]], self.known.get(name, PRACTICE))
        return found

    def _shares(self, cube: model.Array) -> model.Array:
        found = self._values(cube)
        fixed = {name: np.full((len(cube), 1), row.value) for name, row in self.known.items()}
        world = model.World(**{name: found.get(name, value) for name, value in fixed.items()})
        hours = [np.asarray(24 * (found["first_day"] + days - 0.5)) for days in (0, self.later)]
        before = printed(model.sitting(world, self.women, hours[0], self.session), self.step)
        after = model.sitting(world, self.women, hours[1], self.later_session) * np.exp(found["practice"])
        cut = cut_from_share(before, found["baseline_share"], self.step)
        return np.asarray((printed(after, self.step) >= cut).mean(axis=1))
