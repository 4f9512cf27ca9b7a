"""Which statistics of a change follow from two distributions and a sum of squares of the changes between them?

Changes are after − before; SDs have n − 1; p is two-sided. A table without spread in its changes has no t, d_z or p
unless it changes (then t is infinite and p 0); one without spread at an occasion has no r.
Source: Student 1908, doi:10.1093/biomet/6.1.1; Cohen 1988, p. 48 (d_z); Cumming 2012, p. 291 (d_av).
"""

from __future__ import annotations

from dataclasses import dataclass
from math import copysign, inf, sqrt
from typing import Literal

from reread.datasets.histogram import Counts, Moments
from reread.statistics.formulas import d_av, p_from_t, r_from_sd_of_change

Name = Literal["mean", "sd", "t", "d_z", "d_av", "p", "r"]
NAMES = ("mean", "sd", "t", "d_z", "d_av", "p", "r")


@dataclass(frozen=True)
class Candidate:
    """Two distributions and a sum of squares of the changes between them."""

    before: Counts
    after: Counts
    change: Moments

    def value(self, name: str) -> float | None:
        """A statistic of every such table; None where it is undefined."""
        n, mean = self.before.n, self.change.sum / self.before.n
        sd, first, second = (sqrt(part.variance(n)) for part in (self.change, self.before.moments, self.after.moments))
        if name == "mean":
            return mean
        if name == "sd":
            return sd
        if name == "d_av":
            return d_av(mean, first, second) if first + second else None
        if name == "r":
            return max(-1.0, min(1.0, r_from_sd_of_change(first, second, sd))) if first and second else None
        if not sd and not mean:
            return None
        d_z = mean / sd if sd else copysign(inf, mean)
        t = d_z * sqrt(n)
        return {"d_z": d_z, "t": t}[name] if name != "p" else p_from_t(t, n - 1)


def refuse_unknown(statistic: str, n: int) -> None:
    """ValueError for a statistic that has no name here, and for too few people."""
    if statistic not in NAMES:
        raise ValueError(f"the statistic “{statistic}” is not known; write one of {', '.join(NAMES)}, or a function")
    if n < 2:
        raise ValueError(f"n is {n}; a change has an SD, and all that follows, for two people or more")
