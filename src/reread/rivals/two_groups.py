"""How large must a bias be before two groups that do not differ print a result at least as striking as the printed one?

A *result* is a standardised difference of two means, or two shares with an event. A study without the claimed effect
prints one at least as striking where its t (pooled variance) or its z (pooled share) is at least the printed one, to
the same side. `reach` gives the part of such studies at one size of a bias; `Bias` holds the least sizes at which 5
and 50 of 100 do. All of it is exact under normal readings or binomial counts; nothing is drawn by chance.

    means    t ~ noncentral t, noncentrality = shift in SDs · √(n₁ n₂ / (n₁ + n₂))
    shares   both counts binomial, every pair of counts weighted (the unlikely below 10⁻¹⁵ left out)

Source: Greenland 1996, doi:10.1093/ije/25.6.1107-a (how a bias of given size moves a result); noncentral t: Owen 1968,
Technometrics 10:445. Without a bias the part is half of the two-sided p:

>>> result = Means(30, 30, 0.6)
>>> round(result.t, 3), round(2 * result.reach(0), 4), round(result.reach(0.6), 2)
(2.324, 0.0237, 0.5)
>>> round(Shares((4, 55), (14, 52)).reach(4 / 55, 4 / 55), 4)
0.0023
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from math import inf, sqrt

import numpy as np
from numpy.typing import NDArray
from scipy.special import gammaln as log_gamma
from scipy.special import nctdtr, stdtr, xlog1py, xlogy

from reread.statistics.lost_means import AtEnds

FEW, HALF = 0.05, 0.5
CELLS = 4_000_000  # pairs of counts that are weighted at most; beyond, the normal distribution stands for both
Reach = Callable[[float], float]
Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Means:
    """Sizes of the group with the lower and of the one with the higher mean, and how many SDs they lie apart."""

    low_n: int
    high_n: int
    d: float

    @property
    def unit(self) -> float:
        """t for one SD."""
        return sqrt(self.low_n * self.high_n / (self.low_n + self.high_n))

    @property
    def df(self) -> int:
        """Degrees of freedom."""
        return self.low_n + self.high_n - 2

    @property
    def t(self) -> float:
        """The size of t."""
        return self.d * self.unit

    def reach(self, shift: float, inflated: float = 1.0) -> float:
        """The part of studies without the effect whose t is at least this one.

        `shift`: the higher group reads so many SDs higher; `inflated`: the SE is really so many times the printed one.
        """
        t = self.t / inflated
        if shift == 0:
            return float(stdtr(self.df, -t))
        return float(1 - nctdtr(self.df, shift * self.unit, t))


@dataclass(frozen=True)
class Pairs(Means):
    """The same people under both treatments: how many SDs of their differences the mean difference is."""

    @property
    def unit(self) -> float:
        """t for one SD of the differences."""
        return sqrt(self.low_n)

    @property
    def df(self) -> int:
        """Degrees of freedom."""
        return self.low_n - 1


@dataclass(frozen=True)
class Shares:
    """Events and participants of the group with the lower share, and of the one with the higher share."""

    low: tuple[int, int]
    high: tuple[int, int]

    @property
    def pooled(self) -> float:
        """The share of both groups together."""
        return (self.low[0] + self.high[0]) / (self.low[1] + self.high[1])

    @property
    def risk_ratio(self) -> float:
        """The higher share over the lower one; infinite where that is 0."""
        low = self.low[0] / self.low[1]
        return self.high[0] / self.high[1] / low if low else inf

    @property
    def odds_ratio(self) -> float:
        """The higher odds over the lower ones; infinite where one of them is 0 or nobody is without the event."""
        (a, n), (c, m) = self.low, self.high
        return c * (n - a) / (a * (m - c)) if a and m - c else inf

    @property
    def z(self) -> float:
        """The size of z with the pooled share; its square is χ² without correction."""
        return float(_z(np.array([float(self.low[0])]), np.array([float(self.high[0])]), self.low[1], self.high[1])[0])

    def reach(self, low: float, high: float, inflated: float = 1.0) -> float:
        """The part of studies whose z is at least this one, if the shares are these in truth."""
        n, m = self.low[1], self.high[1]
        least = self.z / inflated
        a, c = _likely(n, low), _likely(m, high)
        if len(a) * len(c) > CELLS:
            apart, pooled = high - low, (n * low + m * high) / (n + m)
            null = sqrt(pooled * (1 - pooled) * (1 / n + 1 / m))
            own = sqrt(low * (1 - low) / n + high * (1 - high) / m)
            return float(stdtr(1e9, (apart - least * null) / own))
        reached = _z(a[:, None], c[None, :], n, m) >= least * (1 - 1e-9)
        return float((_chances(a, n, low)[:, None] * _chances(c, m, high)[None, :])[reached].sum())

    def turned(self) -> Shares:
        """The same table read the other way: who was in the higher group, of those without and with the event."""
        without = self.low[1] - self.low[0], self.high[1] - self.high[0]
        return Shares((without[1], sum(without)), (self.high[0], self.low[0] + self.high[0]))


@dataclass(frozen=True)
class Characteristic:
    """What a table of characteristics prints before: how many of the lower and of the higher group are in a category.

    `absent`: it is not being in it that is more common in the higher group.
    """

    label: str
    category: str
    low: tuple[int, int]
    high: tuple[int, int]
    absent: bool

    @property
    def shares(self) -> tuple[float, float]:
        """The prevalences in the lower and in the higher group of what is more common in the higher one."""
        low, high = (k / n for k, n in (self.low, self.high))
        return (1 - low, 1 - high) if self.absent else (low, high)


@dataclass(frozen=True)
class TwoGroups:
    """What a study prints of two groups, as far as a rival needs it.

    `lost`: the parts of those allocated that are missing, of the lower and the higher group, where the file tells.
    `by_outcome`: the groups are those with and without the outcome, and the category is what they were exposed to.
    `baseline`: how many SDs the higher group lay above the other one before; `changes`: the result is of changes, and
    `spread` is the SD of the baseline over that of the change. `at_ends`: what the lost can make of means on a scale.
    `characteristics`: counts before, of what the higher group had more often.
    """

    id: str
    result: Means | Shares
    by_chance: bool
    alpha: float = 0.05
    lost: tuple[float, float] | None = None
    baseline: float | None = None
    changes: bool = False
    spread: float = 1.0
    by_outcome: bool = False
    at_ends: AtEnds | None = None
    characteristics: tuple[Characteristic, ...] = ()


@dataclass(frozen=True)
class Bias:
    """How large one bias must be: a scale from `none` to `most`, and the least sizes that reach 5 and 50 of 100.

    None where not even the largest one does. `name`: which words say it; `of`: the reach at no bias and at the largest;
    `facts`: which sentences say more of it, beside the one of its own name.
    """

    name: str
    none: float
    most: float
    few: float | None
    half: float | None
    of: tuple[float, float]
    told: Mapping[str, float | str] = field(default_factory=dict)
    facts: tuple[str, ...] = ()

    def telling(self, **told: float | str) -> Bias:
        """The same with more numbers, or a person's texts, for its sentences."""
        return replace(self, told={**self.told, **told})

    def saying(self, fact: str, **told: float | str) -> Bias:
        """The same with one more sentence, and its numbers."""
        return replace(self.telling(**told), facts=(*self.facts, fact))


def bias(name: str, reach: Reach, none: float, most: float, whole: bool = False) -> Bias:
    """The least sizes at which `reach`, which rises with the size, comes to 5 and to 50 of 100."""
    ends = reach(none), reach(most)
    few, half = (_least(reach, none, most, share, ends, whole) for share in (FEW, HALF))
    return Bias(name, none, most, few, half, ends)


def _least(
    reach: Reach, none: float, most: float, share: float, ends: tuple[float, float], whole: bool
) -> float | None:
    if ends[0] >= share:
        return none
    if ends[1] < share:
        return None
    low, high = none, most
    while high - low > (1 if whole else 1e-5 * (most - none)):
        middle = (low + high) // 2 if whole else (low + high) / 2
        low, high = (low, middle) if reach(middle) >= share else (middle, high)
    return high


def _z(a: Floats, c: Floats, n: int, m: int) -> Floats:
    """(c/m − a/n) over its SE by the pooled share; 0 where nobody or everybody has the event."""
    pooled = (a + c) / (n + m)
    error = np.sqrt(pooled * (1 - pooled) * (1 / n + 1 / m))
    apart = c / m - a / n
    return np.divide(apart, error, out=np.zeros_like(apart + error), where=error > 0)


def _likely(n: int, share: float) -> Floats:
    """The counts that are not beyond all chance."""
    middle, room = n * share, 9 * sqrt(n * share * (1 - share)) + 9
    return np.arange(max(0, int(middle - room)), min(n, int(middle + room)) + 1, dtype=float)


def _chances(counts: Floats, n: int, share: float) -> Floats:
    ways = log_gamma(n + 1) - log_gamma(counts + 1) - log_gamma(n - counts + 1)
    found: Floats = np.exp(ways + xlogy(counts, share) + xlog1py(n - counts, -share))
    return found
