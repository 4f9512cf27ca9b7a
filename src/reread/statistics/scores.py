"""Which mean, SD and normality test does one data set of whole-number scores have, exactly?

Source: Royston 1995, doi:10.2307/2986146 (algorithm AS R94, as scipy has it).
"""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from math import sqrt

import numpy as np

from reread.numbers.interval import Interval
from reread.statistics import distributions as stats
from reread.statistics.conventions import DDOF


@cache
def shapiro(scores: tuple[tuple[int, int], ...]) -> tuple[float, float]:
    """W and p of a data set given as (score, how many) pairs."""
    result = stats.shapiro(np.repeat([s for s, _ in scores], [k for _, k in scores]))
    return float(result.statistic), float(result.pvalue)


def moments(scores: dict[int, int]) -> tuple[Fraction, Fraction]:
    """The mean of coded scores and their sum of squared deviations, exactly."""
    n = sum(scores.values())
    mean = Fraction(sum(code * k for code, k in scores.items()), n)
    return mean, sum((k * (code - mean) ** 2 for code, k in scores.items()), Fraction(0))


def sd(squares: Fraction, n: int, ddof: int = 1) -> float:
    """The SD of a sum of squared deviations."""
    return sqrt(squares / (n - ddof))


def sd_fits(printed: Interval, squares: Fraction, n: int) -> bool:
    """Does the SD, with n − 1 or n, lie in the printed interval? Compared as squares, exactly."""
    low, high = max(printed.low or Fraction(0), Fraction(0)), printed.high
    return any(low**2 <= squares / (n - ddof) and (high is None or squares / (n - ddof) <= high**2) for ddof in DDOF)
