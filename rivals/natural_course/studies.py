"""Which volumes and which cut has each simulated study in which nothing but time passes?

One block is some studies of the same first day: what n women give at the first measurement and at each later one, and
the cut from which a woman counts as adequate. Studies that do not print the cut get, in every simulated study, the cut
at which the expected share adequate at baseline is a share drawn from its posterior given the printed count (Jeffreys:
Beta(k + ½, n − k + ½)), or the printed share itself (of the half-millilitre steps, the one nearest to it).

A study reaches k with an effect g (a factor on every second sitting) if and only if g is at least the study's *needed*
effect, the inverse of its k-th largest second volume in units of the cut: no grid of effects has to be simulated.

Source: Brown, Cai & DasGupta 2001, Statistical Science 16:101 (Jeffreys interval); the rest is the model's.

>>> volumes = np.array([[4.0, 8.0, 16.0, 2.0]])
>>> needed(volumes, np.array([[8.0]]), 2), needed(volumes, np.array([[8.0]]), 4)
(array([1.]), array([4.]))
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from reread.rivals import OneGroup
from reread.rivals.evidence import Parameter, named

from . import model

REFERENCE = 512  # women that stand for all women when a cut is calibrated: one study's share is off by about one point
BLOCK = 16_384  # women simulated at a time: arrays stay in the cache, and each block calibrates with women of its own


@dataclass(frozen=True)
class Block:
    """Some simulated studies, one row each: cut, volumes (mL, not rounded) before and at each later measurement."""

    cut: model.Array
    before: model.Array
    after: tuple[model.Array, ...]
    step: float

    def reached(self, volumes: model.Array) -> model.Array:
        """Whether each printed volume is at or above the cut."""
        return np.asarray(printed(volumes, self.step) >= self.cut)

    @property
    def edge(self) -> model.Array:
        """The least volume that prints as the cut."""
        return self.cut - self.step / 2


def blocks(
    study: OneGroup, parameters: Mapping[str, Parameter], rng: np.random.Generator, studies: int,
    day: float | Sequence[float], later: Sequence[float], *, cut: float | None = None, posterior: bool = True,
) -> Iterator[Block]:  # fmt: skip
    """All studies first measured on a day and again `later` days after it, in blocks that stay small.

    Of several days each woman has one, in turn: women 1, 2, 3, 4 of days (1, 3) have 1, 3, 1, 3.
    """
    size = max(1, BLOCK // max(study.n, REFERENCE))
    step = named(parameters, "printed_step").value
    first, *second = (_hours(day, days, study.n) for days in (0, *later))
    start_hours = _hours(day, 0, REFERENCE)
    for start in range(0, studies, size):
        world = model.World.drawn(parameters, rng, min(size, studies - start))
        women = model.drawn(parameters, rng, len(world.floor), study.n)
        sessions = rng.standard_normal((1 + len(second), *women.share.shape))
        before, *after = model.sittings(world, women, (first, *second), sessions)
        everyone, session = model.spread_evenly(parameters, rng, REFERENCE)
        share = baseline(study, rng, len(before), posterior)
        if cut is None:
            cuts = cut_from_share(printed(model.sitting(world, everyone, start_hours, session), step), share, step)
        else:
            cuts = np.full((len(before), 1), cut)
        yield Block(cuts, before, tuple(after), step)


def _hours(day: float | Sequence[float], later: float, women: int) -> model.Array:
    days = np.resize(np.asarray(day, dtype=float), women) if np.ndim(day) else np.array([float(day)])  # type: ignore[arg-type]
    return np.asarray(24 * (days + later - 0.5))


def baseline(study: OneGroup, rng: np.random.Generator, studies: int, posterior: bool) -> model.Array:
    """The expected share adequate at the first measurement in each study.

    A printed count of 0 (or n) says only that the share is small (large): as a share it is half a woman more (fewer).
    """
    draws = rng.beta(study.before + 0.5, study.n - study.before + 0.5, (studies, 1))
    share = np.clip(study.before, 0.5, study.n - 0.5) / study.n
    return draws if posterior else np.full_like(draws, share)


def cut_from_share(volumes: model.Array, share: model.Array, step: float) -> model.Array:
    """In each study the printed volume at which the share adequate is nearest to `share`."""
    women = volumes.shape[1]
    rank = np.minimum(women - 1, (women * (1 - share)).astype(int))
    lower = np.take_along_axis(np.sort(volumes, axis=1), rank, axis=1)
    upper = lower + step
    miss = [abs((volumes >= cut).mean(axis=1, keepdims=True) - share) for cut in (lower, upper)]
    return np.where(miss[0] <= miss[1], lower, upper)


def needed(after: model.Array, edge: model.Array, count: int) -> model.Array:
    """The effect that each study needs for this many women at or above the edge: 0 for none, infinite above n."""
    n = after.shape[1]
    if not 0 < count <= n:
        return np.full(len(after), 0.0 if count < 1 else np.inf)
    largest = np.partition(after, n - count, axis=1)[:, n - count]
    return np.asarray(edge[:, 0] / np.maximum(largest, 1e-12))


def printed(volume: model.Array, step: float) -> model.Array:
    """A volume as it is read from the cup."""
    return step * np.round(volume / step)
