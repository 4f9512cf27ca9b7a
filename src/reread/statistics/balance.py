"""How far apart lie the rows of a table of characteristics, beside trials in which chance alone forms both arms?

Each row gives t² of the two arms (of categories χ² over its degrees of freedom); the *dispersion* of a table is their
mean, about 1 where chance formed the arms. What other values chance gives is simulated for the table itself: its sizes,
SDs and counts, measured or whole numbers or categories, printed with its decimals. Rows that are correlated are drawn
by the order of correlated deviates. It is not for routine use: `mistaken` says of how many honest trials it would say
something, where a row is skewed, categorical but taken as measured, or correlated with the others.

Source: Barnett 2023, doi:10.12688/f1000research.123002.2 (t of both kinds of rows; a uniform law of p is wrong for
skewed, categorical and rounded rows); why it stays behind a fold: INSPECT-SR guidance 1.1, check 4.3. The order of
correlated deviates: Iman & Conover 1982, Communications in Statistics B 11:311 (not looked up).

Of 30 and 30 with means of 50 (10) and 55 (10), and of 12 and 18 of 30 with a property:

>>> round(float(t_of_means(30, 30, 50.0, 55.0, 10.0, 10.0)) ** 2, 2)
3.75
>>> round(float(chi_squared(np.array([[12, 18]]), np.array([30, 30]), 30)[0]), 2)
2.4
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
DRAWS, PEOPLE, MOST = 10_000, 3000, 500  # tables; rows and people of an arm that are drawn person by person
ENDS = (0.025, 0.975)
SKEWED, RARE, CORRELATED = 1.0, 0.1, 0.5  # SD of the logarithm; share of a category; correlation of two rows


@dataclass(frozen=True)
class Means:
    """Two arms with means and SDs: sizes, the middle and the SD of both, steps of their print, whole numbers or not."""

    n: int
    m: int
    middle: float
    sd: float
    step_of_mean: float
    step_of_sd: float
    whole: bool

    def drawn(self, rng: np.random.Generator, draws: int) -> Floats:
        """t of as many trials, from the means and SDs that they print."""
        shown = []
        middle = self.middle + self.step_of_mean * rng.uniform(-0.5, 0.5, draws)
        for size in (self.n, self.m):
            mean = middle + self.sd / sqrt(size) * rng.standard_normal(draws)
            mean = np.round(mean * size) / size if self.whole else mean
            sd = self.sd * np.sqrt(rng.chisquare(size - 1, draws) / (size - 1))
            shown += [_rounded(mean, self.step_of_mean), _rounded(sd, self.step_of_sd)]
        a, r, b, s = shown
        found: Floats = t_of_means(self.n, self.m, a, b, r, s)
        return found


@dataclass(frozen=True)
class Counts:
    """Two arms with the counts of categories: sizes, and how many of both are in each category."""

    n: int
    m: int
    totals: tuple[int, ...]

    def drawn(self, rng: np.random.Generator, draws: int) -> Floats:
        """√(χ² / df) of as many trials, with the sign of the difference in the first category."""
        first = rng.multivariate_hypergeometric(self.totals, self.n, size=draws)
        value = np.sqrt(chi_squared(first, np.array(self.totals), self.n) / (len(self.totals) - 1))
        return np.where(first[:, 0] * (self.n + self.m) >= self.totals[0] * self.n, value, -value)


Row = Means | Counts


def t_of_means(n: int, m: int, a: Any, b: Any, r: Any, s: Any) -> Any:
    """Student's t of two means a and b with SDs r and s; 0 where nobody differs."""
    variance = ((n - 1) * np.square(r) + (m - 1) * np.square(s)) / (n + m - 2) * (1 / n + 1 / m)
    return (np.asarray(a) - b) / np.sqrt(np.where(variance > 0, variance, np.inf))


def chi_squared(first: NDArray[Any], totals: NDArray[Any], n: int) -> Floats:
    """Pearson's χ² of rows of counts of the first of two arms, given how many of both are in each category."""
    share = n / totals.sum()
    found: Floats = ((first - totals * share) ** 2 / (totals * share * (1 - share))).sum(axis=-1)
    return found


def by_chance(rows: Sequence[Row], correlation: float, rng: np.random.Generator, draws: int = DRAWS) -> Floats:
    """The dispersion of as many tables like this, in which chance alone forms the arms.

    Raises ValueError for a correlation that is not from 0 to below 1.
    """
    if not 0 <= correlation < 1:
        raise ValueError(f"a correlation of {correlation}")
    common, total = rng.standard_normal(draws), np.zeros(draws)
    for row in rows:
        place = sqrt(correlation) * common + sqrt(1 - correlation) * rng.standard_normal(draws)
        total += np.sort(row.drawn(rng, draws))[np.argsort(np.argsort(place))] ** 2
    return total / len(rows)


def mistaken(rows: Sequence[Row], rng: np.random.Generator, draws: int = DRAWS) -> dict[str, float]:
    """Of honest trials as large as this, the share outside of the middle 95 % that is told for it, by kind of rows."""
    ends = np.quantile(by_chance(rows, 0.0, rng, draws), ENDS)
    n, m = (min(MOST, int(np.median([row.n if k else row.m for row in rows]))) for k in (1, 0))
    found = {
        "independent": by_chance(rows, 0.0, rng, draws),
        "skewed": _of_people(rng.lognormal(0, SKEWED, (PEOPLE, n + m)), n, (draws, len(rows)), rng),
        "categorical": _of_people((rng.random((PEOPLE, n + m)) < RARE).astype(float), n, (draws, len(rows)), rng),
        "correlated": by_chance(rows, CORRELATED, rng, draws),
    }
    return {kind: float(((each < ends[0]) | (each > ends[1])).mean()) for kind, each in found.items()}


def _of_people(people: Floats, n: int, shape: tuple[int, int], rng: np.random.Generator) -> Floats:
    """The dispersion of so many tables of so many rows, drawn from these rows of people; the first n are one arm."""
    first, second = people[:, :n], people[:, n:]
    numbers = [each for arm in (first, second) for each in (arm.mean(1), arm.std(1, ddof=1))]
    a, r, b, s = numbers
    squares = np.square(t_of_means(n, people.shape[1] - n, a, b, r, s))
    picked: Floats = rng.choice(squares, shape).mean(1)
    return picked


def _rounded(value: Floats, step: float) -> Floats:
    return np.round(value / step) * step
