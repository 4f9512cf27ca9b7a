"""If nothing but time passed, how often would the mean of a study of this size rise by the printed factor or more?

As `natural_course`, for a study that prints means and no counts: n mothers are measured on day d after birth and again
some days later, and nobody is treated. What is compared is the factor from the first mean to the second, because the
document may name no unit and no breast: whatever both measurements have in common drops out of a factor.

Assumptions: the curve and the sitting of `natural_course.model`; no drop-out; every mother first measured at the same
hour; the printed number is a mean of volumes of one kind, measured the same way twice.

Source: as `natural_course`; every parameter with its own source in evidence/parameters.csv.

What it cannot say: the chance that massage works or does nothing. A document that does not tell the days between both
measurements could stand at any; `days_between` is then a guess.

>>> study = MeanGroup("one", 36, 1.63)
>>> study.factor
1.63
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from reread.files.problem import Problem
from reread.rivals import stream
from reread.rivals.evidence import Parameter, hours_from_day
from reread.rivals.natural_course import USES as OF_THE_COURSE
from reread.rivals.natural_course import minutes, model
from reread.rivals.once import once
from reread.rivals.settings import Changeable, setting

NEEDS = {"outcome": "the name of an outcome of this file, with a mean before and after"}
USES = tuple(name for name in OF_THE_COURSE if name != "printed_step")
BLOCK = 16_384  # women simulated at a time


@dataclass(frozen=True)
class Settings(Changeable):
    """What a reader may change."""

    first_days: tuple[float, ...] = setting(
        (1, 2, 3, 5, 7), "days after birth of the first measurement, each tried; day d is hour 24 (d − 0.5)",
        0.5, 60, above=True, unit="day",
    )  # fmt: skip
    days_between: float = setting(7, "from the first to the second measurement", 0, 60, unit="days")
    studies: int = setting(4000, "simulated studies for each first day", 1, 200_000, whole=True)
    settle: float = setting(
        0.0, "exp(settle): how many times as much the second measurement gives for practice alone",
        -1, 1, unit="log factor",
    )  # fmt: skip


@dataclass(frozen=True)
class MeanGroup:
    """A one-group study of n people, and the least factor from its first printed mean to its second."""

    id: str
    n: int
    factor: float

    def __post_init__(self) -> None:
        if self.n < 1 or not self.factor > 0:
            raise Problem(f"studies/{self.id}", "means", f"a factor of {self.factor:g}, n = {self.n}", "means above 0")


@dataclass(frozen=True)
class FirstDay:
    """Of studies first measured on this day: the middle factor, the ends that hold 95 %, how many reach the printed."""

    day: float
    middle: float
    low: float
    high: float
    reach: float


@dataclass(frozen=True)
class Draws:
    """The answer for every first day, with the settings it holds for."""

    study: MeanGroup
    settings: Settings
    days: tuple[FirstDay, ...]


@once
def simulate(study: MeanGroup, seed: int, settings: Settings, parameters: Mapping[str, Parameter]) -> Draws:
    """Studies in which only time passes, for each day of first measurement."""
    return Draws(
        study, settings, tuple(_first_day(study, seed, settings, parameters, day) for day in settings.first_days)
    )


def _first_day(
    study: MeanGroup, seed: int, settings: Settings, parameters: Mapping[str, Parameter], day: float
) -> FirstDay:
    rng = stream(seed, study.id, "natural_course_mean", minutes(day))
    hours = hours_from_day(day), hours_from_day(day + settings.days_between)
    size, found = max(1, BLOCK // study.n), []
    for start in range(0, settings.studies, size):
        world = model.World.drawn(parameters, rng, min(size, settings.studies - start))
        women = model.drawn(parameters, rng, len(world.floor), study.n)
        sessions = rng.standard_normal((2, *women.share.shape))
        before, after = (each.mean(axis=1) for each in model.sittings(world, women, hours, sessions))
        found.append(np.exp(settings.settle) * after / before)
    factors = np.concatenate(found)
    low, middle, high = np.quantile(factors, (0.025, 0.5, 0.975))
    return FirstDay(day, float(middle), float(low), float(high), float((factors >= study.factor).mean()))
