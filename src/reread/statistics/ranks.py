"""Within which limits lie rank statistics and their p, whatever the data and their ties?

U is a count of pairs won, a tie counting ½. Ties only shrink the variance of a rank sum; the tie-corrected z of two
groups is √(N − 1) times the correlation of ranks with groups, so |z| ≤ √(N − 1), H ≤ N − 1, and of signed ranks |z| ≤
√n. No exact p is below that of one arrangement of the ranks.

Sources: Mann & Whitney 1947, doi:10.1214/aoms/1177730491; Wilcoxon 1945, doi:10.2307/3001968; Kruskal & Wallis 1952,
doi:10.1080/01621459.1952.10483441.

>>> greatest_rank_sum(10), round(least_p_two_groups(3, 3, 2), 4), round(least_p_signed(5, 2), 4)
(55, 0.025, 0.0253)
"""

from __future__ import annotations

from math import comb, exp, lgamma, sqrt

from reread.numbers.interval import Interval
from reread.statistics import distributions as stats


def greatest_rank_sum(n: int) -> int:
    """The sum of all ranks from 1 to n."""
    return n * (n + 1) // 2


def holds_half(interval: Interval) -> bool:
    """Is there a multiple of ½ inside?"""
    if interval.low is None or interval.high is None:
        return True
    return -(-2 * interval.low // 1) <= 2 * interval.high


def least_z_from_u(u: Interval, n1: int, n2: int) -> float:
    """The least |z| of U: variance without ties, with the correction for continuity.

    >>> round(least_z_from_u(Interval.point(23), 10, 10), 2)
    2.0
    """
    middle = n1 * n2 / 2
    low, high = u.floats()
    near = 0.0 if low <= middle <= high else min(abs(low - middle), abs(high - middle))
    return max(0.0, near - 0.5) / sqrt(n1 * n2 * (n1 + n2 + 1) / 12)


def least_p_two_groups(n1: int, n2: int, tails: int) -> float:
    """The least p of a rank test of two groups: of one arrangement (mid-p: half of it), or by the normal tail."""
    total = n1 + n2
    return min(_one_of(total, n1) / 2, tails * float(stats.norm.sf(sqrt(total - 1))))


def least_p_signed(n: int, tails: int) -> float:
    """The least p of the signed rank test with n pairs."""
    return min(2.0**-n * tails / 2, tails * float(stats.norm.sf(sqrt(n))))


def least_p_several(sizes: list[int]) -> float:
    """The least p of a rank test of several groups: of one arrangement, or chi-squared of N − 1."""
    total = sum(sizes)
    arrangements = lgamma(total + 1) - sum(lgamma(n + 1) for n in sizes)
    return min(exp(-arrangements) / 2, float(stats.chi2.sf(total - 1, len(sizes) - 1)))


def _one_of(total: int, chosen: int) -> float:
    return 1 / comb(total, chosen) if total <= 1000 else 0.0
