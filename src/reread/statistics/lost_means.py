"""What could those who were lost have made of two means, if each had read an end of the scale?

Everybody allocated has the mean (n m + k e) / (n + k) and the sum of squares (n − 1) s² + n k (m − e)² / (n + k), where
n participants have the mean m and the SD s, and k of the lost read the end e. The *least* difference has the lost of
the higher arm at the bottom and those of the lower arm at the top, the *greatest* the reverse. Nothing is assumed of
the lost but the scale.

Source: Hollis & Campbell 1999, doi:10.1136/bmj.319.7211.670 (extreme cases of those who were lost). Three who read 1, 2
and 3 and one who is lost, against three who read 4, 5 and 6, on a scale from 0 to 10; and t of 1, 2, 3, 10 and 4, 5, 6:

>>> least, greatest = extremes(AtEnds(Arm(3, 2, 1, 4), Arm(3, 5, 1, 3), (0, 10), False))
>>> least.apart, round(least.p, 4), greatest.apart, round(greatest.p, 4)
(1.0, 0.7015, 3.5, 0.0117)
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, inf, sqrt

from scipy.special import stdtr

from reread.statistics.two_means import df_welch, se_student, se_welch

MOST, STEPS = 1000, 20_000  # beyond so many lost, shares are tried in so many equal steps


@dataclass(frozen=True)
class Arm:
    """Participants whose reading is known, their mean and SD, and how many were allocated."""

    n: int
    mean: float
    sd: float
    allocated: int

    def __post_init__(self) -> None:
        if not 2 <= self.n <= self.allocated:
            raise ValueError(f"{self.n} of {self.allocated}")

    @property
    def lost(self) -> int:
        """Allocated, and their reading is not known."""
        return self.allocated - self.n

    def having(self, some: int, end: float) -> Arm:
        """The arm with so many of its lost at an end of the scale."""
        everybody = self.n + some
        squares = (self.n - 1) * self.sd**2 + self.n * some / everybody * (self.mean - end) ** 2
        mean = (self.n * self.mean + some * end) / everybody
        return Arm(everybody, mean, sqrt(squares / (everybody - 1)), self.allocated)


@dataclass(frozen=True)
class AtEnds:
    """The arm with the lower and the one with the higher mean, the ends of the scale, and whether t is Welch's."""

    low: Arm
    high: Arm
    scale: tuple[float, float]
    welch: bool


@dataclass(frozen=True)
class Compared:
    """The higher arm's mean less the lower one's, and the two-sided p of t."""

    apart: float
    p: float


@dataclass(frozen=True)
class Tipping:
    """How many of the lost of the lower and of the higher arm bring p across the level; `up`: from below it."""

    low: int
    high: int
    up: bool


def compared(low: Arm, high: Arm, welch: bool) -> Compared:
    """Difference and p of two arms."""
    spread = se_welch if welch else se_student
    se = spread(low.sd, high.sd, low.n, high.n)
    df = df_welch(low.sd, high.sd, low.n, high.n) if welch else low.n + high.n - 2
    apart = high.mean - low.mean
    t = apart / se if se else inf if apart else 0.0
    return Compared(apart, float(2 * stdtr(df, -abs(t))) if t else 1.0)


def extremes(asked: AtEnds) -> tuple[Compared, Compared]:
    """The least and the greatest difference of everybody allocated, each with its p."""
    least, greatest = (_with_lost(asked, asked.low.lost, asked.high.lost, nearer) for nearer in (True, False))
    return least, greatest


def is_below(asked: AtEnds, alpha: float) -> bool:
    """Is p of those whose readings are known below `alpha`?"""
    return compared(asked.low, asked.high, asked.welch).p < alpha


def tipping(asked: AtEnds, alpha: float) -> Tipping | None:
    """The least share of the lost at the ends, the same of both arms, that takes p across `alpha`; None if none does.

    From below `alpha` the lost bring the means nearer, else farther apart. The other lost are left out.
    """
    up = is_below(asked, alpha)
    for share in _shares(asked.low.lost, asked.high.lost):
        low, high = (ceil(share * arm.lost) for arm in (asked.low, asked.high))
        if (_with_lost(asked, low, high, nearer=up).p < alpha) != up:
            return Tipping(low, high, up)
    return None


def _with_lost(asked: AtEnds, low: int, high: int, nearer: bool) -> Compared:
    bottom, top = asked.scale if nearer else asked.scale[::-1]
    return compared(asked.low.having(low, top), asked.high.having(high, bottom), asked.welch)


def _shares(first: int, second: int) -> Iterator[Fraction]:
    """Every share that adds a person to either, least first; in equal steps where those are too many."""
    steps = {max(1, first), max(1, second)} if first + second <= MOST else {STEPS}
    yield from sorted({Fraction(k, step) for step in steps for k in range(1, step + 1)})
