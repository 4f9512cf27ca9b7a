"""Which counts come from a score that is read twice, if nothing acts but the readings themselves?

A person's two readings are standard normal scores with the correlation `reliability`; a person counts as being in the
category from a cut on. What a rival changes of this:

    shift       the second reading lies so many SDs higher for everybody (practice, observation, another instrument)
    population  the part of all such people who are in the category at any time. Where it is greater than the share
                that the study prints at its first reading, people with low first readings were enrolled: of those in
                the category a random part is left out, and the second reading falls back to everybody's mean
    measures    the study has so many measures, each read like this and correlated by `alike`, and reports the one
                with the greatest count after

The expected share at the first reading is drawn from its posterior given the printed count (Jeffreys); that count sets
the cut and is not used again. Nothing is known here of time, treatment or field.

Source: Barnett, van der Pols & Dobson 2005, doi:10.1093/ije/dyh299 (regression to the mean under a normal score).

>>> rng = np.random.default_rng(1)
>>> still = Readings(reliability=1.0)
>>> before, after = counts(OneGroup("x", 20, 2, 16), rng, 50, still)
>>> bool((before == after).all())
True
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtr, ndtri

from reread.rivals import OneGroup

NEEDS = {
    "outcome": "the name of an outcome of this file",
    "category": "the category of that outcome whose count is to be reached",
}
Counts = NDArray[np.int64]


@dataclass(frozen=True)
class Readings:
    """How the two readings hang together (see above). The defaults change nothing but noise."""

    reliability: float = 0.7
    shift: float = 0.0
    population: float = 0.0
    measures: int = 1
    alike: float = 0.5


@dataclass(frozen=True)
class Row:
    """At one setting: the mean share after, ends that hold 95 % of studies, the part that reaches the printed count.

    `name` and `value` say which setting of the rival it is.
    """

    name: str
    value: float
    share: float
    low: float
    high: float
    reach: float


@dataclass(frozen=True)
class Draws:
    """The answer for every setting, with the study it is about."""

    study: OneGroup
    rows: tuple[Row, ...]


def counts(study: OneGroup, rng: np.random.Generator, studies: int, readings: Readings) -> tuple[Counts, Counts]:
    """The counts of each simulated study at both readings, of the measure that it reports."""
    size = (readings.measures, studies, study.n)
    share = rng.beta(study.before + 0.5, study.n - study.before + 0.5, (studies, 1))
    first, second = (_alike(rng, size, readings.alike) for _ in range(2))
    place = ndtr(first)
    everywhere = np.maximum(share, readings.population)
    inside = place >= 1 - share
    kept = np.where(inside, 1 - (1 - place) / share * everywhere, place / (1 - share) * (1 - everywhere))
    score = ndtri(np.clip(kept, 1e-12, 1 - 1e-12))
    r, cut = readings.reliability, ndtri(1 - everywhere)
    after = (r * score + np.sqrt(1 - r * r) * second + readings.shift >= cut).sum(axis=2)
    best = after.argmax(axis=0)[None]
    before = inside.sum(axis=2)
    return np.take_along_axis(before, best, axis=0)[0], np.take_along_axis(after, best, axis=0)[0]


def row(study: OneGroup, rng: np.random.Generator, studies: int, readings: Readings, name: str, value: float) -> Row:
    """What such studies print at one setting."""
    _, after = counts(study, rng, studies, readings)
    low, high = np.quantile(after / study.n, (0.025, 0.975), method="inverted_cdf")
    return Row(
        name, value, float(after.mean() / study.n), float(low), float(high), float((after >= study.after).mean())
    )


def _alike(rng: np.random.Generator, size: tuple[int, int, int], alike: float) -> NDArray[np.float64]:
    """Standard normal scores of several measures, any two correlated by `alike`."""
    shared, own = rng.standard_normal((1, *size[1:])), rng.standard_normal(size)
    return np.asarray(own if size[0] == 1 else np.sqrt(alike) * shared + np.sqrt(1 - alike) * own)
