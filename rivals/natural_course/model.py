"""How does daily volume rise after birth, and what does one 15-minute sitting show of it?

    T    ~ LogNormal(ln median[first or later birth], sd) + delay if caesarean    half-rise time, h
    V(t) = C + M · t^h / (t^h + T^h)                                             mL per 24 h
    Y(t) = share · (K + φ · V(t) / F) · exp(e)                                   mL, one sitting, one breast

C (floor), M (rise), φ (removed) and F (feeds) vary between women; e varies between sittings of one woman. Every
quantity of `World` is drawn once per simulated study from a triangular distribution (most plausible value and both
ends as in the parameters: three numbers are all that is known, and no tail goes beyond what anyone argued for), so
the answers are as wide as the ignorance about the model. C and M are log-normal with the given mean and CV.

Day 1 is hours 0 to 24; "day d" is its middle, 24 (d − 0.5) h.

Source: Nommsen-Rivers et al. 2010, doi:10.3945/ajcn.2010.29192. Their median of 68.9 h and 44 % above 72 h fix the
spread of T for first births:

>>> from statistics import NormalDist
>>> round(1 - NormalDist(np.log(68.9), 0.29).cdf(np.log(72)), 2)
0.44
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from functools import cache

import numpy as np
from numpy.typing import NDArray
from scipy.special import betaincinv, expit, ndtr, ndtri

from reread.rivals.evidence import Parameter, named, triangular

Array = NDArray[np.float64]
FEWEST_FEEDS = 4.0  # below this a normal draw of feeds a day means nothing


@dataclass(frozen=True)
class World:
    """What is true in each simulated study: one column per study. Field names are the names of parameters."""

    first_birth_share: Array
    caesarean_share: Array
    rise_time_first_birth: Array
    rise_time_later_birth: Array
    rise_time_log_sd: Array
    caesarean_delay: Array
    floor: Array
    floor_cv: Array
    rise: Array
    rise_cv: Array
    steepness: Array
    store: Array
    removed: Array
    removed_log_sd: Array
    feeds: Array
    feeds_sd: Array
    session_log_sd: Array

    @classmethod
    def drawn(cls, parameters: Mapping[str, Parameter], rng: np.random.Generator, studies: int) -> World:
        """One world per study. A fixed parameter uses up its draw too, so that fixing one leaves the others alone."""
        draws = rng.random((len(fields(cls)), studies, 1))
        return cls(*triangular(draws, *(named(parameters, each.name) for each in fields(cls))))


@dataclass(frozen=True)
class Women:
    """How each woman stands among women: uniform for birth and delivery, her breast's share, normal scores else."""

    birth: Array
    delivery: Array
    share: Array
    rise_time: Array
    floor: Array
    rise: Array
    removed: Array
    feeds: Array


def drawn(parameters: Mapping[str, Parameter], rng: np.random.Generator, studies: int, women: int) -> Women:
    """Independent women, `women` for each study."""
    size = (studies, women)
    shape = named(parameters, "one_breast_shape").value
    birth, delivery = rng.random((2, *size))
    return Women(birth, delivery, rng.beta(shape, shape, size), *rng.standard_normal((5, *size)))


def spread_evenly(parameters: Mapping[str, Parameter], rng: np.random.Generator, women: int) -> tuple[Women, Array]:
    """A stand-in for all women, one row for every study: Latin hypercube of women, and scores for one sitting."""
    shape = named(parameters, "one_breast_shape").value
    strata = rng.permuted(np.tile(np.arange(women), (9, 1)), axis=1)
    uniform = (strata + rng.random((9, women))) / women
    scores = np.asarray(ndtri(uniform[2:]), dtype=np.float64)
    share = np.interp(scores[0], *_beta_by_score(shape))
    return Women(uniform[0], uniform[1], share, *scores[1:6]), scores[6]


@cache
def _beta_by_score(shape: float) -> tuple[Array, Array]:
    """Normal scores and the values of Beta(shape, shape) with the same rank: ten times quicker than its inverse."""
    scores = np.linspace(-6, 6, 2401)
    return scores, np.asarray(betaincinv(shape, shape, ndtr(scores)), dtype=np.float64)


def daily_volume(world: World, women: Women, hours: float | Array) -> Array:
    """V(t), mL per 24 h."""
    return _course(world, women)(hours)


def sitting(world: World, women: Women, hours: float | Array, session: Array) -> Array:
    """Y(t), mL of one sitting from one breast; `session` are standard normal scores of that sitting."""
    return next(sittings(world, women, [hours], [session]))


def sittings(
    world: World, women: Women, hours: Sequence[float | Array], sessions: Sequence[Array] | Array
) -> Iterator[Array]:
    """Y(t) of the same women at several times: what does not move with time is computed once."""
    feeds = np.maximum(world.feeds + world.feeds_sd * women.feeds, FEWEST_FEEDS)
    removed = world.removed * np.exp(world.removed_log_sd * women.removed)
    volume = _course(world, women)
    for at, session in zip(hours, sessions, strict=True):
        both = world.store + removed * volume(at) / feeds
        yield women.share * both * np.exp(world.session_log_sd * session)


def _course(world: World, women: Women) -> Callable[[float | Array], Array]:
    """V as a function of the hours."""
    median = np.where(women.birth < world.first_birth_share, world.rise_time_first_birth, world.rise_time_later_birth)
    delay = np.where(women.delivery < world.caesarean_share, world.caesarean_delay, 0.0)
    half_rise = np.log(median * np.exp(world.rise_time_log_sd * women.rise_time) + delay)
    floor = _log_normal(world.floor, world.floor_cv, women.floor)
    rise = _log_normal(world.rise, world.rise_cv, women.rise)
    return lambda hours: floor + rise * expit(world.steepness * (np.log(hours) - half_rise))  # t^h / (t^h + T^h)


def _log_normal(mean: Array, cv: Array, score: Array) -> Array:
    variance = np.log1p(cv * cv)
    return mean * np.exp(np.sqrt(variance) * score - variance / 2)
