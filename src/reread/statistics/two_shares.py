"""How far apart are two shares, with which interval, and what could those who were lost have made of it?

Interval of the difference: Newcombe's hybrid of two Wilson intervals (his method 10).

Source: Newcombe 1998, doi:10.1002/(SICI)1097-0258(19980430)17:8<873::AID-SIM779>3.0.CO;2-I. 56 of 70 and 48 of 80:

>>> difference(56, 70, 48, 80)
(0.2, (0.0524, 0.3339))
"""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

from reread.statistics import distributions as stats
from reread.statistics.formulas import critical_z

Ends = tuple[float, float]


@dataclass(frozen=True)
class Arm:
    """Participants with an event, those whose outcome is known, and those who were allocated."""

    events: int
    known: int
    allocated: int

    def __post_init__(self) -> None:
        if not 0 <= self.events <= self.known <= self.allocated or not self.known:
            raise ValueError(f"{self.events} of {self.known} of {self.allocated}")

    @property
    def lost(self) -> int:
        """Allocated, and their outcome is not known."""
        return self.allocated - self.known


def wilson(events: int, n: int, level: float = 0.95) -> Ends:
    """Wilson's interval of one share."""
    z, p = critical_z(level), events / n
    middle, half = p + z * z / (2 * n), z * sqrt(p * (1 - p) / n + z * z / (4 * n * n))
    return (middle - half) / (1 + z * z / n), (middle + half) / (1 + z * z / n)


def difference(a: int, n: int, c: int, m: int, level: float = 0.95) -> tuple[float, Ends]:
    """a of n less c of m, with its interval, to four decimals."""
    p, q = a / n, c / m
    (p_low, p_high), (q_low, q_high) = wilson(a, n, level), wilson(c, m, level)
    low = p - q - sqrt((p - p_low) ** 2 + (q_high - q) ** 2)
    high = p - q + sqrt((p_high - p) ** 2 + (q - q_low) ** 2)
    return round(p - q, 4), (round(low, 4), round(high, 4))


def extremes(first: Arm, second: Arm) -> Ends:
    """Least and greatest difference of the risks of everybody allocated (second less first), whatever the lost had."""
    low = second.events / second.allocated - (first.events + first.lost) / first.allocated
    high = (second.events + second.lost) / second.allocated - first.events / first.allocated
    return low, high


def tipping(first: Arm, second: Arm, alpha: float = 0.05) -> float | None:
    """The least share of the lost of the second arm with (or without) an event that takes significance away.

    Those lost from the first arm have its share of events (rounded). 0 where the analysed alone are not below `alpha`
    by Fisher's test, None where no share takes it away. Of the arm with more events, it is a share without one.

    >>> tipping(Arm(14, 52, 52), Arm(4, 55, 65))
    0.4
    """
    if _p(first.events, first.known, second.events, second.known) >= alpha:
        return 0.0
    at = first.events + round(first.lost * first.events / first.known)
    more = second.events * first.known > first.events * second.known
    for k in range(second.lost + 1):
        events = second.events + (second.lost - k if more else k)
        if _p(at, first.allocated, events, second.allocated) >= alpha:
            return k / second.lost if second.lost else 0.0
    return None


def _p(a: int, n: int, c: int, m: int) -> float:
    return float(stats.fisher_exact([[a, n - a], [c, m - c]]).pvalue)
