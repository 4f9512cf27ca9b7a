"""If nothing but time passed, how often would an infant gain as much as the one that is reported?

    W(t) / B = 1 − L · (1 − (1 − t / N)²)     until the nadir N: the physiological loss, largest L
    W(t) / B = 1 − L + g · (t − N)            from there on
    gain     = W(t + days) − W(t) + e         e: fed or not, before or after a stool, two weighings

B, L, N and g (birth weight, loss, hour of the lowest weight, regain a day) vary between infants: L and N log-normal, B
and g normal. The middle and the spread of each are known only within ends; they are drawn once for every *world*, so
that the range of the answer over worlds is what is not known about the model. Day d is hour 24 (d − 0.5).

Assumptions: B, L, N and g of an infant are independent (those who lose more regain a little slower: 1.0 against 1.2 %
a day); regain is steady for the first month; no illness, no change of scales. The upper half of g has no source of its
own: its spread is fitted to how many regain *late*, and normal.

Source: Macdonald 2003, doi:10.1136/fn.88.6.F472; Flaherman 2015, doi:10.1542/peds.2014-1532; Paul 2016,
doi:10.1542/peds.2016-2625; Noel-Weiss 2008 (PMC3091615); DiTomasso & Paiva 2018; every parameter with its own source in
evidence/parameters.csv. Paul: 14 % and 5 % are below birth weight after 14 and 21 days. A normal g with mean 1.1 and
SD 0.40 % a day gives, for an infant that loses 6.6 % in 2.5 days, nearly that (the spread of L gives the rest):

>>> from statistics import NormalDist
>>> [round(NormalDist(1.1, 0.40).cdf(6.6 / (day - 2.5)), 2) for day in (14, 21)]
[0.09, 0.03]

What it cannot say: the answer is P(printed or more | no effect, day of first weighing). One case does not identify an
effect. And a case that is told is a chosen one: `best` asks the same of the best of several infants.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtri

from reread.files.problem import Problem
from reread.rivals import OneCase, stream
from reread.rivals.evidence import Parameter, hours_from_day, named, triangular
from reread.rivals.once import once
from reread.rivals.settings import Changeable, setting

Array = NDArray[np.float64]
NEEDS = {
    "gain": "the name, under “other”, of the gain in grams",
    "days": "the name, under “other”, of the number of days in which it was gained",
}
WORLDS = 100  # ranges over worlds are read from so many: their ends move by about a point between seeds
MONTH = 31.0  # Paul's sample ends with the first month, and so does the steady regain
GRAMS = 20.0  # a smaller gain is below what a feed weighs; it was more likely printed in kilograms


@dataclass(frozen=True)
class Settings(Changeable):
    """What a reader may change."""

    first_days: tuple[float, ...] = setting(
        (1, 1.5, 2, 2.5, 3, 4, 5, 7), "days after birth of the first weighing, each tried; day d is hour 24 (d − 0.5)",
        0.5, MONTH, above=True, unit="day",
    )  # fmt: skip
    bars: tuple[float, ...] = setting(
        (1, 2, 3, 5), "the first days that the second answer shows; some of first_days", 0.5, MONTH, above=True,
        unit="day", most=4,
    )  # fmt: skip
    infants: int = setting(4000, "simulated infants for each first day", 1, 20_000, whole=True)
    picked_from: int = setting(10, "the reported infant may be the best of so many; 1: not chosen", 1, 1000, whole=True)


@dataclass(frozen=True)
class FirstDay:
    """What infants gain who are first weighed on this day, in grams.

    `gain` is the mean, gain_low and gain_high hold 95 % of infants. `reach` is the part of all infants that gain at
    least the printed gain; reach_low and reach_high hold it in 95 % of worlds. `best` is the part of all groups of
    `picked_from` infants in which at least one does.
    """

    day: float
    gain: float
    gain_low: float
    gain_high: float
    reach: float
    reach_low: float
    reach_high: float
    best: float


@dataclass(frozen=True)
class Draws:
    """The answer for every first day, with the settings it holds for."""

    case: OneCase
    settings: Settings
    days: tuple[FirstDay, ...]

    def at(self, day: float) -> FirstDay:
        """The answer for one first day."""
        return {row.day: row for row in self.days}[day]


@dataclass(frozen=True)
class World:
    """What is true in each world: one row per world. Field names are the names of parameters."""

    birth_weight: Array
    birth_weight_sd: Array
    weight_loss: Array
    weight_loss_log_sd: Array
    weight_nadir: Array
    weight_nadir_log_sd: Array
    weight_regain: Array
    weight_regain_sd: Array
    weighing_sd: Array

    @classmethod
    def drawn(cls, parameters: Mapping[str, Parameter], rng: np.random.Generator) -> World:
        """All worlds, spread evenly over what each parameter may be. A fixed parameter uses up its draw too."""
        uniform = _even(rng, len(fields(cls)), WORLDS)[..., None]
        return cls(*triangular(uniform, *(named(parameters, field.name) for field in fields(cls))))


USES = tuple(field.name for field in fields(World))


@dataclass(frozen=True)
class Infants:
    """Grams at birth, largest loss (part of birth weight), its day of life, regain (part of birth weight a day)."""

    birth: Array
    loss: Array
    nadir: Array
    regain: Array

    @classmethod
    def drawn(cls, world: World, rng: np.random.Generator, infants: int) -> Infants:
        """The same infants in every world, as far as they stand among infants; one row per world."""
        birth, loss, nadir, regain = np.asarray(ndtri(_even(rng, 4, infants)))
        return cls(
            world.birth_weight + world.birth_weight_sd * birth,
            world.weight_loss / 100 * np.exp(world.weight_loss_log_sd * loss),
            world.weight_nadir / 24 * np.exp(world.weight_nadir_log_sd * nadir),
            (world.weight_regain + world.weight_regain_sd * regain) / 100,
        )

    def change(self, days: float | Array) -> Array:
        """Grams above birth weight so many days (of 24 hours) after birth."""
        left = np.maximum(1 - days / self.nadir, 0)
        since = np.maximum(days - self.nadir, 0)
        return np.asarray(self.birth * (self.regain * since - self.loss * (1 - left * left)))


@once
def simulate(case: OneCase, seed: int, settings: Settings, parameters: Mapping[str, Parameter]) -> Draws:
    """Infants in whom only time passes, for each day of first weighing."""
    if case.gain < GRAMS:
        raise _unfit(case, "gain", f"{case.gain:g} g", f"a gain of {GRAMS:g} g or more, in grams")
    latest = max(settings.first_days) + case.days_high
    if latest > MONTH:
        found = f"a second weighing as late as day {latest:g}"
        raise _unfit(case, "days", found, f"days and first days that end by day {MONTH:g}")
    rng = stream(seed, case.id, "infant_weight", 0)
    world = World.drawn(parameters, rng)
    infants = Infants.drawn(world, rng, settings.infants)
    between = rng.uniform(case.days_low, case.days_high, settings.infants)
    weighings = math.sqrt(2) * world.weighing_sd * rng.standard_normal(settings.infants)
    days = []
    for day in settings.first_days:  # the same infants on each day, so that days differ by nothing but the day
        first = hours_from_day(day) / 24
        gains = infants.change(first + between) - infants.change(first) + weighings
        days.append(_first_day(day, gains, case.gain, settings.picked_from))
    return Draws(case, settings, tuple(days))


def curve(parameters: Mapping[str, Parameter], days: Sequence[float], rng: np.random.Generator) -> Array:
    """10, 50 and 90 % of infants' grams above birth weight (three rows) on each of these days, for a picture."""
    infants = Infants.drawn(World.drawn(parameters, rng), rng, 400)
    return np.array([np.quantile(infants.change(hours_from_day(day) / 24), (0.1, 0.5, 0.9)) for day in days]).T


def _first_day(day: float, gains: Array, printed: float, picked_from: int) -> FirstDay:
    """What these gains (one row per world, one column per infant) say about one first day."""
    reached = (gains >= printed).mean(axis=1)
    gain_low, gain_high = np.quantile(gains, (0.025, 0.975))
    low, high = np.quantile(reached, (0.025, 0.975))
    best = (1 - (1 - reached) ** picked_from).mean()
    shares = (float(share) for share in (reached.mean(), low, high, best))
    return FirstDay(day, float(gains.mean()), float(gain_low), float(gain_high), *shares)


def _even(rng: np.random.Generator, rows: int, columns: int) -> Array:
    """Uniform values of which each row covers 0 to 1 evenly, in an order of its own (Latin hypercube)."""
    strata = rng.permuted(np.tile(np.arange(columns), (rows, 1)), axis=1)
    return (strata + rng.random((rows, columns))) / columns


def _unfit(case: OneCase, need: str, found: str, write: str) -> Problem:
    return Problem(f"studies/{case.id}/study.yaml", f"rivals.infant_weight.{need}", found, write)
