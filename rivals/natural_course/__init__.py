"""If nothing but time passed, how often would a study of this size print what this one printed?

One group of mothers is measured on day d after birth and again some days later; nobody is treated. Each day d is a
different answer, because milk comes in during exactly these days. *Adequate* is a volume of one 15-minute sitting at or
above a cut. The printed count at baseline sets the cut (`studies`) and is not counted again: *at least
as striking* orders studies by their count after, and by nothing else.

Assumptions: the curve and the sitting of `model`; both measurements by the same breast, apart from
the noise of two sittings; no drop-out; every mother first measured at the same hour; the score is a cut in volume.
A stated effect multiplies every second sitting by the same factor.

Source: Saint 1984, doi:10.1079/BJN19840074; Casey 1986, doi:10.1001/archpedi.1986.02140230103044; Arthur 1989,
doi:10.1097/00005176-198911000-00016; Nommsen-Rivers 2010, doi:10.3945/ajcn.2010.29192; Nyamagoudar 2024,
doi:10.1136/bmjpo-2024-002622; every parameter with its own source in evidence/parameters.csv.

What it cannot say: the answer is P(printed or more | no effect, day of first measurement, cut). It is not the chance
that massage works or does nothing; a one-group study does not identify the effect, with or without this simulation.
The anchors of the curve are small (9 to 12 pairs in the first days) and mostly Western; none is Indonesian. A cut
found this way can be one nobody would choose (5 mL on day 1): `cut_ml` shows it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields

import numpy as np
from numpy.typing import NDArray

from reread.rivals import OneGroup, stream
from reread.rivals.evidence import Parameter, hours_from_day
from reread.rivals.once import once
from reread.rivals.settings import Changeable, setting

from . import model
from .studies import Block, blocks, needed, printed

NEEDS = {
    "outcome": "the name of an outcome of this file",
    "category": "the category of that outcome whose count is to be reached",
}
USES = (*(field.name for field in fields(model.World)), "one_breast_shape", "printed_step")

Counts = NDArray[np.int64]
CONFLICT = 0.025  # a printed count is in conflict with a day if it lies outside what 95 of 100 such studies print


@dataclass(frozen=True)
class Settings(Changeable):
    """What a reader may change."""

    first_days: tuple[float, ...] = setting(
        (1, 1.5, 2, 2.5, 3, 4, 5, 7),
        "days after birth of the first measurement, each tried; day d is hour 24 (d − 0.5)",
        0.5, 60, above=True, unit="day",
    )  # fmt: skip
    bars: tuple[float, ...] = setting(
        (1, 2, 3, 5), "the first days that the second answer shows; some of first_days",
        0.5, 60, above=True, unit="day", most=4,
    )  # fmt: skip
    days_between: float = setting(7, "from the first to the second measurement", 0, 60, unit="days")
    studies: int = setting(4000, "simulated studies for each first day", 1, 200_000, whole=True)
    settle: float = setting(
        0.0, "exp(settle): how many times as much the second sitting gives for practice alone; scenarios: 0.1 to 0.3",
        -1, 1, unit="log factor",
    )  # fmt: skip
    cut: float | None = setting(
        None, "what counts as adequate at one sitting", 0, above=True, unit="mL",
        none="set to the printed share at the first measurement",
    )  # fmt: skip
    baseline: str = setting(
        "posterior", "what the cut is set to: the posterior of the printed share at first, or that share as printed",
        one_of=("posterior", "printed"),
    )  # fmt: skip
    effects: tuple[float, ...] = setting(
        (1, 1.25, 1.5, 2),
        "factors by which a treatment that works would multiply the second sitting",
        0,
        above=True,
        least=0,
    )


@dataclass(frozen=True)
class Chance:
    """Of studies in which the treatment multiplies the yield by `effect`: how many reach, or print exactly, the count.

    Effect 1 is no effect.
    """

    effect: float
    at_least: float
    exactly: float


@dataclass(frozen=True)
class FirstDay:
    """What simulated studies print when first measured on this day.

    Shares are means over studies; low and high hold 95 % of studies. `reach` is the part of all studies whose count
    after is at least the printed one; `reach_given_before` the same among the `matching` studies that also print the
    baseline count (None where there are none, and where that count has set the cut through its posterior: it would be
    used twice). `cut_ml` is the median cut, cut_low and cut_high hold 95 % of them. `needed` is the effect with which
    half of all studies pass the printed count; effects from needed_low to needed_high do not conflict with it.
    """

    day: float
    cut_ml: float
    cut_low: float
    cut_high: float
    share_before: float
    share_after: float
    share_after_low: float
    share_after_high: float
    reach: float
    matching: int
    reach_given_before: float | None
    volume_before: float
    volume_after: float
    needed: float
    needed_low: float
    needed_high: float
    conflicts: bool
    chances: tuple[Chance, ...]


@dataclass(frozen=True)
class Draws:
    """The answer for every first day, with the settings it holds for."""

    study: OneGroup
    settings: Settings
    days: tuple[FirstDay, ...]

    def at(self, day: float) -> FirstDay:
        """The answer for one first day."""
        return {row.day: row for row in self.days}[day]


@dataclass(frozen=True)
class _Counted:
    """One entry for each simulated study: cut, counts, mean volumes, effects needed for the count and for more."""

    cut: model.Array
    before: Counts
    after: Counts
    volume_before: model.Array
    volume_after: model.Array
    reach: model.Array
    passing: model.Array

    @classmethod
    def of(cls, study: OneGroup, block: Block, settled: float) -> _Counted:
        """What is kept of one block of studies."""
        before, after = block.before, block.after[0] * settled
        counts = (block.reached(volumes).sum(axis=1) for volumes in (before, after))
        means = (printed(volumes, block.step).mean(axis=1) for volumes in (before, after))
        effects = (needed(after, block.edge, count) for count in (study.after, study.after + 1))
        return cls(block.cut[:, 0], *counts, *means, *effects)

    @classmethod
    def joined(cls, parts: Sequence[_Counted]) -> _Counted:
        """All blocks as one."""
        return cls(*(np.concatenate([getattr(part, field.name) for part in parts]) for field in fields(cls)))


@once
def simulate(study: OneGroup, seed: int, settings: Settings, parameters: Mapping[str, Parameter]) -> Draws:
    """Studies in which only time passes, for each day of first measurement."""
    days = (_first_day(study, seed, settings, parameters, day) for day in settings.first_days)
    return Draws(study, settings, tuple(days))


def curve(parameters: Mapping[str, Parameter], days: Sequence[float], rng: np.random.Generator) -> model.Array:
    """10, 50 and 90 % of women's daily volume (mL per 24 h; three rows) on each of these days, for a picture."""
    world = model.World.drawn(parameters, rng, 4000)
    women = model.drawn(parameters, rng, 4000, 5)
    volumes = (model.daily_volume(world, women, hours_from_day(day)) for day in days)
    return np.array([np.quantile(volume, (0.1, 0.5, 0.9)) for volume in volumes]).T


def minutes(day: float) -> int:
    """The number that keys the random stream of a first day: other days do not move it."""
    return round(60 * hours_from_day(day))


def _first_day(
    study: OneGroup, seed: int, settings: Settings, parameters: Mapping[str, Parameter], day: float
) -> FirstDay:
    rng = stream(seed, study.id, "natural_course", minutes(day))
    posterior = settings.baseline == "posterior"
    drawn = blocks(
        study, parameters, rng, settings.studies, day, (settings.days_between,), cut=settings.cut, posterior=posterior
    )
    found = _Counted.joined([_Counted.of(study, block, float(np.exp(settings.settle))) for block in drawn])
    low, high = np.quantile(found.after / study.n, (0.025, 0.975), method="inverted_cdf")
    cut_low, cut_ml, cut_high = np.quantile(found.cut, (0.025, 0.5, 0.975), method="inverted_cdf")
    reached, same = found.after >= study.after, found.before == study.before
    twice = posterior and settings.cut is None
    least, middle = np.quantile(found.reach, (CONFLICT, 0.5), method="inverted_cdf")
    most = np.quantile(found.passing, 1 - CONFLICT, method="inverted_cdf")  # infinite where everybody is adequate
    return FirstDay(
        day=day,
        cut_ml=float(cut_ml),
        cut_low=float(cut_low),
        cut_high=float(cut_high),
        share_before=float(found.before.mean() / study.n),
        share_after=float(found.after.mean() / study.n),
        share_after_low=float(low),
        share_after_high=float(high),
        reach=float(reached.mean()),
        matching=int(same.sum()),
        reach_given_before=float(reached[same].mean()) if same.any() and not twice else None,
        volume_before=float(found.volume_before.mean()),
        volume_after=float(found.volume_after.mean()),
        needed=float(middle),
        needed_low=float(least),
        needed_high=float(most),
        conflicts=not least <= 1 <= most,
        chances=tuple(_chance(found, effect) for effect in settings.effects),
    )


def _chance(found: _Counted, effect: float) -> Chance:
    at_least, more = (float((effects <= effect).mean()) for effects in (found.reach, found.passing))
    return Chance(effect, at_least, at_least - more)
