"""How many participants does a calculation of the sample size ask for?

n = k (z₁₋α + z_power)² / d² by the normal approximation, d the standardised difference: k = 2 in each of two groups,
k = 1 of one group measured twice (d is then over the SD of the changes); α is halved for a two-sided test. By t a few
more are needed, never fewer.

Source: Whitley & Ball 2002, Critical Care 6:335 (standardised difference, power, sizes of two groups).
"""

from __future__ import annotations

from math import inf

from reread.statistics import distributions as stats

GROUPS, PAIRS = 2, 1


def least_size(alpha: float, power: float, d: float, k: int = GROUPS, tails: int = 2) -> float:
    """The number in each group (or of pairs), not rounded up; infinite where there is no difference.

    `alpha` and `power` are shares of one. A difference of half an SD, with α = .05 and a power of 80 %:

    >>> round(least_size(0.05, 0.80, 0.5), 1), round(least_size(0.05, 0.80, 0.5, PAIRS, tails=1), 1)
    (62.8, 24.7)
    """
    if not d:
        return inf
    return k * float(stats.norm.isf(alpha / tails) + stats.norm.isf(1 - power)) ** 2 / d**2
