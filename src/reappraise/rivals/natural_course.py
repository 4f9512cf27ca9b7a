"""If nothing but time passed, how often would a study of this size print what this one printed?

One group of mothers is measured on day d after birth and again some days later; nobody is treated. Each day d is a
different answer, because milk comes in during exactly these days. *Adequate* is a volume of one 15-minute sitting at or
above a cut; studies that do not print the cut get, in every simulated study, the cut at which the expected share
adequate at baseline is the printed share (of the half-millilitre steps, the one nearest to it).

Assumptions: the curve and the sitting of `natural_course_model`; both measurements by the same breast, apart from
the noise of two sittings; no drop-out; every mother first measured at the same hour; the score is a cut in volume.

Source: Saint 1984, doi:10.1079/BJN19840074; Casey 1986, doi:10.1001/archpedi.1986.02140230103044; Arthur 1989,
doi:10.1097/00005176-198911000-00016; Nommsen-Rivers 2010, doi:10.3945/ajcn.2010.29192; Nyamagoudar 2024,
doi:10.1136/bmjpo-2024-002622; every parameter with its own source in evidence/parameters.csv.

What it cannot say: the answer is P(printed or more | no effect, day of first measurement, cut). It is not the chance
that massage works or does nothing; a one-group study does not identify the effect, with or without this simulation.
The anchors of the curve are small (9 to 12 pairs in the first days) and mostly Western; none is Indonesian. A cut
found this way can be one nobody would choose (5 mL on day 1): `cut_ml` shows it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields

import numpy as np
from numpy.typing import NDArray

from reappraise.evidence import Parameter
from reappraise.problem import Problem
from reappraise.rivals import OneGroup, stream
from reappraise.rivals import natural_course_model as model

NEEDS = {
    "outcome": "the name of an outcome of this file",
    "category": "the category of that outcome whose count is to be reached",
}
USES = (*(field.name for field in fields(model.World)), "one_breast_shape", "printed_step")

Counts = NDArray[np.int64]
REFERENCE = 512  # women that stand for all women when a cut is calibrated: one study's share is off by about one point
BLOCK = 16_384  # women simulated at a time: arrays stay in the cache, and each block calibrates with women of its own


@dataclass(frozen=True)
class Settings:
    """What a reader may change.

    first_days    days after birth of the first measurement; day d is hour 24 (d − 0.5); each above 0.5, at most 60
    days_between  days from first to second measurement; 0 to 60
    studies       simulated studies for each first day; 1 to 200,000
    settle        the second sitting gives exp(settle) times as much for practice and settling alone; −1 to 1
                  (0 none, 0.1 to 0.3 scenarios)
    cut           mL of one sitting from which a mother counts as adequate, above 0; None: calibrated
    """

    first_days: tuple[float, ...] = (1, 1.5, 2, 2.5, 3, 4, 5, 7)
    days_between: float = 7
    studies: int = 4000
    settle: float = 0.0
    cut: float | None = None

    def __post_init__(self) -> None:
        _within("first_days", all(0.5 < day <= 60 for day in self.first_days), self.first_days, "days in (0.5, 60]")
        _within("days_between", 0 <= self.days_between <= 60, self.days_between, "days from 0 to 60")
        _within("studies", 1 <= self.studies <= 200_000, self.studies, "a count from 1 to 200000")
        _within("settle", -1 <= self.settle <= 1, self.settle, "a number from -1 to 1")
        _within("cut", self.cut is None or self.cut > 0, self.cut, "mL above 0, or None")


@dataclass(frozen=True)
class FirstDay:
    """What simulated studies print when first measured on this day.

    Shares are means over studies; low and high hold 95 % of studies. `reach` is the part of all studies whose count
    after is at least the printed one; `reach_given_before` the same among the `matching` studies that also print the
    baseline count (None where there are none). `cut_ml` is the median cut, cut_low and cut_high hold 95 % of them.
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
class _Block:
    """Some simulated studies: cut, counts adequate and mean volume before and after, one entry each."""

    cut: model.Array
    before: Counts
    after: Counts
    volume_before: model.Array
    volume_after: model.Array


def simulate(study: OneGroup, seed: int, settings: Settings, parameters: Mapping[str, Parameter]) -> Draws:
    """Studies in which only time passes, for each day of first measurement."""
    days = (_first_day(study, seed, settings, parameters, day) for day in settings.first_days)
    return Draws(study, settings, tuple(days))


def curve(parameters: Mapping[str, Parameter], days: Sequence[float], rng: np.random.Generator) -> model.Array:
    """10, 50 and 90 % of women's daily volume (mL per 24 h; three rows) on each of these days, for a picture."""
    world = model.World.drawn(parameters, rng, 4000)
    women = model.drawn(parameters, rng, 4000, 5)
    volumes = (model.daily_volume(world, women, model.hours_from_day(day)) for day in days)
    return np.array([np.quantile(volume, (0.1, 0.5, 0.9)) for volume in volumes]).T


def _first_day(
    study: OneGroup, seed: int, settings: Settings, parameters: Mapping[str, Parameter], day: float
) -> FirstDay:
    minutes = round(60 * model.hours_from_day(day))  # keyed by the day itself: other days do not move it
    rng = stream(seed, study.id, "natural_course", minutes)
    blocks = list(_blocks(study, settings, parameters, day, rng))
    cut, before, after = (np.concatenate([getattr(b, part) for b in blocks]) for part in ("cut", "before", "after"))
    low, high = np.quantile(after / study.n, (0.025, 0.975), method="inverted_cdf")
    cut_low, cut_ml, cut_high = np.quantile(cut, (0.025, 0.5, 0.975), method="inverted_cdf")
    reached, same = after >= study.after, before == study.before
    return FirstDay(
        day=day,
        cut_ml=float(cut_ml),
        cut_low=float(cut_low),
        cut_high=float(cut_high),
        share_before=float(before.mean() / study.n),
        share_after=float(after.mean() / study.n),
        share_after_low=float(low),
        share_after_high=float(high),
        reach=float(reached.mean()),
        matching=int(same.sum()),
        reach_given_before=float(reached[same].mean()) if same.any() else None,
        volume_before=float(np.concatenate([b.volume_before for b in blocks]).mean()),
        volume_after=float(np.concatenate([b.volume_after for b in blocks]).mean()),
    )


def _blocks(
    study: OneGroup, settings: Settings, parameters: Mapping[str, Parameter], day: float, rng: np.random.Generator
) -> Iterator[_Block]:
    """All studies of one first day, in blocks that stay small however large the study."""
    size = max(1, BLOCK // max(study.n, REFERENCE))
    step = model.named(parameters, "printed_step").value
    first, second = model.hours_from_day(day), model.hours_from_day(day + settings.days_between)
    for start in range(0, settings.studies, size):
        world = model.World.drawn(parameters, rng, min(size, settings.studies - start))
        women = model.drawn(parameters, rng, len(world.floor), study.n)
        sessions = rng.standard_normal((2, *women.share.shape))
        before = _printed(model.sitting(world, women, first, sessions[0]), step)
        after = _printed(model.sitting(world, women, second, sessions[1]) * np.exp(settings.settle), step)
        everyone, session = model.spread_evenly(parameters, rng, REFERENCE)
        if settings.cut is None:
            cut = _cut(_printed(model.sitting(world, everyone, first, session), step), study, step)
        else:
            cut = np.full((len(before), 1), settings.cut)
        counts = ((before >= cut).sum(axis=1), (after >= cut).sum(axis=1))
        yield _Block(cut[:, 0], *counts, before.mean(axis=1), after.mean(axis=1))


def _cut(volumes: model.Array, study: OneGroup, step: float) -> model.Array:
    """In each study the printed volume at which the share adequate is nearest to the share printed at baseline.

    A printed count of 0 (or n) says only that the share is small (large): it is read as half a woman more (fewer).
    """
    share = np.clip(study.before, 0.5, study.n - 0.5) / study.n
    women = volumes.shape[1]
    rank = min(women - 1, int(women * (1 - share)))
    lower = np.partition(volumes, rank, axis=1)[:, [rank]]
    upper = lower + step
    miss = [abs((volumes >= cut).mean(axis=1, keepdims=True) - share) for cut in (lower, upper)]
    return np.where(miss[0] <= miss[1], lower, upper)


def _printed(volume: model.Array, step: float) -> model.Array:
    return step * np.round(volume / step)


def _within(field: str, ok: bool, found: object, write: str) -> None:
    if not ok:
        raise Problem("settings of natural_course", field, str(found), write)
