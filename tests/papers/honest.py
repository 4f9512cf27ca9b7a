"""Honest studies: data that exist, statistics that follow from them, printed as papers print. For tests only.

Everything is drawn from a `random.Random`, so the same code serves a seeded loop and Hypothesis (`st.randoms()`).
Statistics are exact fractions (roots to 30 digits), so that rounding is that of the true value, ties included.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import exp, floor, isqrt, lgamma, log
from random import Random
from statistics import NormalDist

import numpy as np
from scipy import stats

SCALES = [(0, 1), (0, 2), (1, 2), (1, 3), (1, 4), (1, 5), (1, 7), (0, 10), (-2, 2), (-3, 0), (-1, 1), (0, 30), (0, 100)]
SIZES = [2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 16, 18, 20, 20, 25, 28, 30, 32, 40, 50, 60]


@dataclass(frozen=True)
class Data:
    """Scores of the same people at two occasions; None is a missing answer. `codes` is empty for a measured outcome."""

    before: tuple[Fraction | None, ...]
    after: tuple[Fraction | None, ...]
    codes: tuple[int, ...] = ()
    items: int = 1

    @property
    def n(self) -> int:
        """How many people were enrolled."""
        return len(self.before)

    def at(self, occasion: str) -> list[Fraction]:
        """The answers given at one occasion."""
        return [x for x in getattr(self, occasion) if x is not None]

    @property
    def changes(self) -> list[Fraction]:
        """After − before of everybody with both answers."""
        return [y - x for x, y in self.pairs]

    @property
    def pairs(self) -> list[tuple[Fraction, Fraction]]:
        """Both answers of everybody who gave both."""
        return [(x, y) for x, y in zip(self.before, self.after, strict=True) if x is not None and y is not None]

    @property
    def missing(self) -> bool:
        """Did somebody miss an occasion?"""
        return None in self.before or None in self.after


def drawn(random: Random) -> Data:
    """A small study: coded scores, averages of several items, or a measured outcome; sometimes with drop-outs."""
    n, kind = random.choice(SIZES), random.choice(["codes", "codes", "codes", "items", "continuous"])
    low, high = random.choice(SCALES)
    items = random.randint(2, 5) if kind == "items" else 1
    before, after = measured(random, n) if kind == "continuous" else coded(random, n, low, high, items)
    if random.random() < 0.25:
        before, after = ([None if random.random() < 0.1 else x for x in xs] for xs in (before, after))
    codes = tuple(range(low, high + 1)) if kind == "codes" else ()
    return Data(tuple(before), tuple(after), codes, 0 if kind == "continuous" else items)


def coded(random: Random, n: int, low: int, high: int, items: int) -> tuple[list[Fraction], list[Fraction]]:
    """Averages of `items` whole-number answers, the second correlated with the first, clustered more or less."""
    centre, spread = random.uniform(low, high), random.choice([0.01, 0.4, 1, 3]) * (high - low) / 4
    rise, stay = random.choice([0, 0, 0.2, 0.6]) * (high - low), random.choice([0, 0.5, 1])

    def answer(mean: float) -> int:
        return min(high, max(low, round(normal(random, mean, spread))))

    first = [[answer(centre) for _ in range(items)] for _ in range(n)]
    second = [[answer(stay * x + (1 - stay) * centre + rise) for x in xs] for xs in first]
    return [Fraction(sum(xs), items) for xs in first], [Fraction(sum(xs), items) for xs in second]


def measured(random: Random, n: int) -> tuple[list[Fraction], list[Fraction]]:
    """A continuous outcome to three decimals, of any size."""
    size, together = 10 ** random.uniform(-1, 3), random.uniform(-0.9, 1)
    first = [normal(random, 2, 1) for _ in range(n)]
    second = [together * x + normal(random, 0.5, 1 - abs(together)) for x in first]
    return [[Fraction(round(x * size * 1000), 1000) for x in xs] for xs in (first, second)]  # type: ignore[return-value]


def normal(random: Random, centre: float, spread: float) -> float:
    """A normal deviate of a plain size (Hypothesis's own `gauss` gives any float there is)."""
    return centre + spread * NormalDist().inv_cdf(min(max(random.random(), 1e-5), 1 - 1e-5))


def mean(xs: list[Fraction]) -> Fraction:
    """The exact mean."""
    return sum(xs, Fraction(0)) / len(xs)


def sd(xs: list[Fraction], ddof: int = 1) -> Fraction:
    """The SD, with n − ddof; 0 for a single answer."""
    middle = mean(xs)
    return root(sum(((x - middle) ** 2 for x in xs), Fraction(0)) / max(1, len(xs) - ddof))


def root(x: Fraction) -> Fraction:
    """The square root, cut after 30 digits; exact where it is a short decimal."""
    return Fraction(isqrt(x.numerator * 10**60 // x.denominator), 10**30)


def t(data: Data) -> Fraction | None:
    """The paired t; None where every change is the same."""
    spread = sd(data.changes)
    return mean(data.changes) / (spread / root(Fraction(len(data.changes)))) if spread else None


def p(data: Data) -> Fraction | None:
    """The two-sided p of the paired t."""
    value = t(data)
    return None if value is None else p_of_t(value, len(data.changes) - 1)


def p_of_t(value: Fraction, df: int) -> Fraction:
    """The two-sided p of a t."""
    return Fraction(float(2 * stats.t.sf(abs(float(value)), df)))


def quantile(level: float, df: int) -> Fraction:
    """The two-sided quantile of t."""
    return Fraction(float(stats.t.isf((1 - level) / 2, df)))


def interval(data: Data, level: int, normal: bool = False) -> tuple[Fraction, Fraction]:
    """The confidence interval of the mean change, with t (or, of a large sample, the normal quantile)."""
    tail, df = (1 - level / 100) / 2, len(data.changes) - 1
    size = Fraction(float(stats.norm.isf(tail) if normal else stats.t.isf(tail, df)))
    half = size * sd(data.changes) / root(Fraction(len(data.changes)))
    return mean(data.changes) - half, mean(data.changes) + half


def normality(xs: list[Fraction]) -> Fraction | None:
    """The Shapiro–Wilk p; None where the test is not defined."""
    if len(xs) < 3 or len(set(xs)) < 2:
        return None
    return Fraction(float(stats.shapiro(np.array([float(x) for x in xs])).pvalue))


def ds(data: Data) -> dict[str, Fraction]:
    """The standardised change under each usual definition, SDs with n − 1 and n, as it is and corrected."""
    n, size = len(data.changes), mean(data.changes)
    found: dict[str, Fraction] = {}
    for ddof in (1, 0):
        first, second = (sd(list(xs), ddof) for xs in zip(*data.pairs, strict=True))
        change = sd(data.changes, ddof)
        for name, below in _denominators(first, second, change).items():
            if below:
                found[f"{name}, n − {ddof}"] = size / below
    value = t(data)
    if value is not None:
        found |= {"2t/√df": 2 * value / root(Fraction(n - 1)), "t√(2/n)": value * root(Fraction(2, n))}
    return found | {f"{name}, g{k}": d * g for name, d in found.items() for k, g in enumerate(corrections(n))}


def _denominators(first: Fraction, second: Fraction, change: Fraction) -> dict[str, Fraction]:
    found = {"z": change, "av": (first + second) / 2, "s": root((first**2 + second**2) / 2), "Δ1": first, "Δ2": second}
    apart = 2 * (1 - (first**2 + second**2 - change**2) / (2 * first * second)) if first and second else Fraction(0)
    if apart > Fraction(1, 10**9):
        found["rm"] = change / root(apart)
    return found


def corrections(n: int) -> list[Fraction]:
    """The small-sample factor: Hedges' approximation and his exact one, for one and for two groups."""
    dfs = [df for df in (n - 1, 2 * n - 2) if df > 1]
    exact = [exp(lgamma(df / 2) - lgamma((df - 1) / 2) - log(df / 2) / 2) for df in dfs]
    return [1 - Fraction(3, 4 * df - 1) for df in dfs] + [Fraction(g) for g in exact]


def show(x: Fraction, decimals: int, rounding: str = "half-up", minus: str = "-", bare_zero: bool = True) -> str:
    """A number as printed: half-up (away from zero), half-even, or cut."""
    scaled = abs(x) * 10**decimals
    whole = {"half-up": floor(scaled + Fraction(1, 2)), "half-even": round(scaled), "cut": floor(scaled)}[rounding]
    digits = f"{whole:0{decimals + 1}d}"
    text = f"{digits[:-decimals]}.{digits[-decimals:]}" if decimals else digits
    sign = minus if x < 0 and (whole or not bare_zero) else ""
    return sign + text
