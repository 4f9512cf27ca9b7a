"""Which paired t do a mean change and the SDs of both occasions allow, whatever the correlation between them?"""

from __future__ import annotations

from math import sqrt

from reread.numbers.interval import Interval
from reread.statistics.bounds import corners
from reread.statistics.formulas import t_from_change


def paired_t_range(mean: Interval, sds: Interval, n: int) -> Interval:
    """The t of every SD of change that the two SDs, with n − 1 or n, allow; unbounded where that SD may be 0."""
    low_sd, high_sd = sds.floats()
    high_sd *= sqrt(n / (n - 1))
    low = corners(lambda m: t_from_change(m, high_sd, n) if high_sd > 0 else 0.0, mean.absolute())
    if low_sd <= 0:
        return Interval(low.low, None)
    return Interval(low.low, corners(lambda m: t_from_change(m, low_sd, n), mean.absolute()).high)
