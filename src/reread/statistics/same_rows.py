"""How often do two groups that chance formed print the same mean, SD or count, and how many rows of a table at once?

The difference of two means or SDs is normal; what is printed is a value on a grid of steps h. With the place on the
grid left to chance, two values a distance x apart print the same with probability 1 − x / h. A whole-number variable
has steps of its own, 1 / n: the coarser of the two steps is taken, which can only make sameness more likely. Rows are
not independent: the number of rows that are the same is given for rows correlated by any ρ (one common normal deviate).

Source: the sum is elementary, and tested against simulated trials; why no single p is made of it: INSPECT-SR guidance
1.1, check 4.3, and Barnett 2022, PMC10285343.

Means to two decimals of an SD of 4.2 in two groups of 30, their SDs, and 15 of 30 twice:

>>> round(same_mean(4.2, 30, 30, 0.01), 4), round(same_sd(4.2, 30, 30, 0.01), 4), round(same_count(15, 30, 30, 30), 4)
(0.0123, 0.0051, 0.2035)
>>> round(at_least(2, [0.5, 0.5, 0.5], 0.0), 4), round(at_least(2, [0.5, 0.5, 0.5], 0.5), 4)
(0.5, 0.5092)
"""

from __future__ import annotations

from collections.abc import Sequence
from math import exp, lgamma, pi, sqrt

import numpy as np
from scipy.special import ndtr, ndtri

NODES, WEIGHTS = np.polynomial.hermite_e.hermegauss(64)  # of one normal deviate


def same_print(step: float, error: float) -> float:
    """Two values whose difference has this standard error print the same on a grid of such steps."""
    if error <= 0:
        return 1.0
    ratio = step / error
    inside = 2 * float(ndtr(ratio)) - 1
    return max(0.0, min(1.0, inside - 2 / ratio * (1 - exp(-(ratio**2) / 2)) / sqrt(2 * pi)))


def same_mean(sd: float, n: int, m: int, step: float) -> float:
    """Means of two groups; of whole-number variables where that makes sameness more likely."""
    return same_print(max(step, 1 / max(n, m)), sd * sqrt(1 / n + 1 / m))


def same_sd(sd: float, n: int, m: int, step: float) -> float:
    """SDs of two groups (of a normal variable)."""
    return same_print(step, sd * sqrt(1 / (2 * (n - 1)) + 1 / (2 * (m - 1))))


def same_count(count: int, total: int, n: int, m: int) -> float:
    """Of `total` persons with a property among n + m, `count` in the first group (hypergeometric).

    Raises ValueError for counts that cannot be.
    """
    if not (0 <= count <= n and 0 <= total - count <= m):
        raise ValueError(f"{count} of {n} and {total - count} of {m}")
    return exp(_ways(n, count) + _ways(m, total - count) - _ways(n + m, total))


def at_least(rows: int, chances: Sequence[float], correlation: float) -> float:
    """At least so many rows are the same, each with its own chance, any two correlated by `correlation`.

    Raises ValueError for a correlation that is not from 0 to below 1.
    """
    if not 0 <= correlation < 1:
        raise ValueError(f"a correlation of {correlation}")
    total = 0.0
    for node, weight in zip(NODES, WEIGHTS / WEIGHTS.sum(), strict=True):
        total += weight * _reached(rows, [_given(chance, float(node), correlation) for chance in chances])
    return float(total)


def imbalance(first: int, second: int) -> float:
    """Simple allocation, each by the toss of a coin, leaves two groups at least so far apart in size.

    >>> round(imbalance(30, 30), 3), round(imbalance(20, 40), 4)
    (1.0, 0.0135)
    """
    total, least = first + second, min(first, second)
    below = sum(exp(_ways(total, k)) / 2**total if total < 900 else exp(_ways(total, k) - total * _LOG_TWO)
                for k in range(least + 1))  # fmt: skip
    return min(1.0, 2 * below)


_LOG_TWO = float(np.log(2))


def _given(chance: float, common: float, correlation: float) -> float:
    """The chance of one row, given the common deviate: the row's own deviate lies within ± its quantile."""
    edge, own = float(ndtri((1 + chance) / 2)), sqrt(1 - correlation)
    moved = sqrt(correlation) * common
    return float(ndtr((edge - moved) / own) - ndtr((-edge - moved) / own))


def _reached(rows: int, chances: Sequence[float]) -> float:
    """At least so many of independent rows."""
    counts = np.zeros(len(chances) + 1)
    counts[0] = 1.0
    for chance in chances:
        counts[1:] = counts[1:] * (1 - chance) + counts[:-1] * chance
        counts[0] *= 1 - chance
    return float(counts[rows:].sum())


def _ways(n: int, k: int) -> float:
    return lgamma(n + 1) - lgamma(k + 1) - lgamma(n - k + 1)
