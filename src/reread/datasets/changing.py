"""Which sums of squares of the changes does a printed change leave, if both distributions are known?

The sum of the changes follows from the two distributions; mean, SD, SE, t and r are then compared exactly, squared with
their sign, so that no root is taken: t |t| = n mean |mean| / variance. A confidence interval and a p need a quantile,
which is computed in floating point and widened outward.

>>> asked = Asked.read(20, {"sd": "0.47", "ci": ("0.48", "0.92")})
>>> [squares for squares in (14, 16, 18) if asked.admits(Moments(24, 32), Moments(38, 74), Moments(14, squares))]
[14]

Assumptions: changes are after − before, the SD has n − 1, t and the interval are those of the paired t test. Where the
change has no spread, t is without end and r undefined; what is undefined agrees with nothing printed, but for p = 1
where nobody changed.
Source: Student 1908, doi:10.1093/biomet/6.1.1.
"""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from fractions import Fraction
from math import sqrt
from typing import TypedDict

from reread.datasets.changes import change_bounds
from reread.datasets.histogram import Counts, Moments
from reread.datasets.printed import Printed, interval_of, variance_interval
from reread.numbers.interval import Interval
from reread.statistics.formulas import critical_t, p_from_t


class Said(TypedDict, total=False):
    """What may be printed of the change from one occasion to a later one. `r` is the correlation of both occasions.

    `p` is two-sided; `ci` the two ends of the confidence interval of the mean change, `level` its level (0.95).
    """

    mean: Printed
    sd: Printed
    se: Printed
    t: Printed
    p: Printed
    r: Printed
    ci: tuple[Printed, Printed]
    level: float


@dataclass(frozen=True)
class Asked:
    """The same as intervals; None where nothing is printed."""

    n: int
    mean: Interval | None = None
    variance: Interval | None = None
    t: Interval | None = None
    p: Interval | None = None
    r: Interval | None = None
    ci: tuple[Interval, Interval] | None = None
    level: float = 0.95

    @classmethod
    def read(cls, n: int, said: Said | None) -> Asked:
        """ValueError for a name that is not known, or a number that is none."""
        said = said or {}
        for name in said:
            if name not in Said.__annotations__:
                near = get_close_matches(name, Said.__annotations__, 1)
                hint = f"“{near[0]}”, or one of" if near else "one of"
                raise ValueError(
                    f"“{name}” of the change is not known; write {hint}: {', '.join(sorted(Said.__annotations__))}"
                )
        ends, level = said.get("ci"), said.get("level", 0.95)
        if ends is not None and (isinstance(ends, str) or len(ends) != 2):
            raise ValueError(f'the interval of the change is {ends!r}; write both ends, as in ("0.48", "0.92")')
        if not 0 < level < 1:
            raise ValueError(f"the level is {level}; write a share between 0 and 1, as in 0.95")
        read = {
            name: interval_of(said[name], f"{name} of the change") for name in ("mean", "t", "p", "r") if name in said
        }
        low, high = (interval_of(end, "interval of the change") for end in ends) if ends else (None, None)
        variance = variance_interval(n, said.get("sd"), said.get("se"))
        return cls(n, variance=variance, ci=(low, high) if low and high else None, level=level, **read)

    @property
    def nothing(self) -> bool:
        """Is nothing printed of the change?"""
        return not any((self.mean, self.variance, self.t, self.p, self.r, self.ci))

    def squares(self, before: Counts, after: Counts) -> frozenset[int] | None:
        """The sums of squares of changes that agree, of all that parity allows; None where all of them do."""
        if self.nothing:
            return None
        margins = before.moments, after.moments
        return frozenset(change.squares for change in change_bounds(before, after) if self.admits(*margins, change))

    def admits(self, before: Moments, after: Moments, change: Moments) -> bool:
        """Do the moments of both occasions and of the change agree with all that is printed?"""
        mean = Fraction(change.sum, self.n)
        if self.mean and not self.mean.contains(mean):
            return False
        if not (self.variance or self.t or self.p or self.r or self.ci):
            return True
        variance = change.variance(self.n)
        return (
            (self.variance is None or self.variance.contains(variance))
            and (self.t is None or _met(self.t, mean * abs(mean) * self.n, variance))
            and (self.r is None or self._correlates(before, after, change))
            and self._tested(float(mean), sqrt(variance / self.n))
        )

    def _correlates(self, before: Moments, after: Moments, change: Moments) -> bool:
        first, second = before.variance(self.n), after.variance(self.n)
        both = (first + second - change.variance(self.n)) / 2
        return self.r is not None and first * second > 0 and _met(self.r, both * abs(both), first * second)

    def _tested(self, mean: float, se: float) -> bool:
        if self.ci is not None:
            half = critical_t(self.level, self.n - 1) * se
            if not (self.ci[0].contains_float(mean - half) and self.ci[1].contains_float(mean + half)):
                return False
        if self.p is None:
            return True
        p = p_from_t(mean / se, self.n - 1) if se else float(not mean)
        return self.p.contains_float(p)


def _met(printed: Interval, top: Fraction, bottom: Fraction) -> bool:
    """Does an interval hold the signed root of top / bottom?"""
    if bottom == 0:
        return (top > 0 and printed.high is None) or (top < 0 and printed.low is None)
    ends = (None if end is None else end * abs(end) for end in (printed.low, printed.high))
    return Interval(*ends).contains(top / bottom)
