"""Which mean changes, SDs of change and correlations do printed means, SDs and tests of a measured outcome leave?

For a continuous outcome there are no data sets to count: what is left is a closed region. With e = SD / √n every
printed number of the change is a half-plane in (mean m, standard error e): m = t e; m ± q e are the ends of the
interval, q being the t quantile; a two-sided p is |t| between two values. They leave convex polygons (two where only p
knows no direction). Both SDs and the correlation r bound e: n e² = s₁² + s₂² − 2 r s₁ s₂. Any m goes with any such e.

The sleep data (Student 1908; n = 10), as a paper would print them, leave r = 0.795 and the SD 1.230 of the change:

>>> sleep = {"before": {"mean": "0.75", "sd": "1.79"}, "after": {"mean": "2.33", "sd": "2.00"}}
>>> found = region(10, **sleep, change={"t": "4.06"})
>>> [f"{end:.3f}" for end in (*found.sd.floats(), *found.r.floats())]
['1.221', '1.240', '0.790', '0.799']
>>> region(10, **sleep, change={"t": "1.06"}).ending  # the SD of the change would be more than both SDs together
'none exists'

Coordinates are exact fractions; roots and quantiles are enclosed from outside, so that an empty region is a proof, and
one that is not empty holds every possible value. Assumptions: the same people twice, three or more; SDs with n − 1; the
change is after − before. Source: Student 1908, doi:10.1093/biomet/6.1.1; clipping: Sutherland & Hodgman 1974,
doi:10.1145/360767.360802.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import product
from math import isqrt, sqrt
from typing import Literal

from reread.datasets.changing import Asked, Said
from reread.datasets.joint import Occasion
from reread.datasets.polygons import HalfPlane, Point, clipped, inside
from reread.datasets.printed import mean_interval, variance_interval
from reread.numbers.interval import Interval
from reread.statistics import distributions as stats
from reread.statistics.formulas import critical_t

FINE = 10**15


@dataclass(frozen=True)
class Region:
    """What is left: polygons of (mean change, its standard error), and the ranges of mean, SD and correlation.

    All three are None where nothing is left: `ending` is then "none exists", a proof. The mean is after − before, in
    units of the outcome.
    """

    n: int
    parts: tuple[tuple[Point, ...], ...]
    sds: tuple[Interval, Interval]
    mean: Interval | None
    sd: Interval | None
    r: Interval | None

    @property
    def ending(self) -> Literal["region", "none exists"]:
        """Is anything left?"""
        return "region" if self.parts else "none exists"

    def corners(self) -> tuple[tuple[tuple[float, float], ...], ...]:
        """The polygons with the SD in place of the standard error, for drawing: (mean, SD), in order round each."""
        return tuple(tuple((float(m), float(e) * sqrt(self.n)) for m, e in part) for part in self.parts)

    def correlation(self, sd: float) -> Interval | None:
        """Which correlations go with one SD of the change; None where it is not in the region."""
        if self.sd is None or self.r is None or not self.sd.contains_float(sd):
            return None
        found = correlations(self.sds, sd, sd)
        return found.within(self.r.low, self.r.high) if found else None

    def contains(self, mean: float, sd: float, r: float) -> bool:
        """May the change have this mean and SD, and the occasions this correlation? Rounding errors are allowed for."""
        if self.sd is None or self.r is None or not (self.sd.contains_float(sd) and self.r.contains_float(r)):
            return False
        squares = _squares(self.sds, Interval.point(Fraction(r)))
        point, near = (Fraction(mean), Fraction(sd / sqrt(self.n))), Fraction(1, 10**9)
        return _root(squares).contains_float(sd) and any(inside(part, point, near) for part in self.parts)


def region(n: int, before: Occasion, after: Occasion, *, change: Said | None = None) -> Region:
    """The region that all printed numbers leave together.

    before, after: mean and sd (or se) as printed. change: mean, sd or se, t, p (two-sided), r, ci with level (0.95).
    Errors: ValueError for what cannot be asked, or where a mean or an SD is missing.
    """
    if n < 3:
        raise ValueError(f"n is {n}; the region is that of three people or more")
    asked, sds = Asked.read(n, change), (_sd(n, before, "before"), _sd(n, after, "after"))
    means = mean_interval(after["mean"]) - mean_interval(before["mean"])
    rs = (asked.r or Interval.of(-1, 1)).within(-1, 1)
    mean = means if asked.mean is None else means.within(asked.mean.low, asked.mean.high)
    squares = _squares(sds, rs) if rs else None
    if squares and asked.variance:
        squares = squares.within(asked.variance.low, asked.variance.high)
    if mean is None or squares is None or rs is None:
        return Region(n, (), sds, None, None, None)
    parts = _parts(mean, _root(squares.scaled(Fraction(1, n))), asked)
    if not parts:
        return Region(n, (), sds, None, None, None)
    means, errors = (_range([point[side] for part in parts for point in part]) for side in (0, 1))
    low, high = (float(end) * sqrt(n) for end in errors.ends)
    return Region(n, parts, sds, means, Interval.around(low, high), _narrowed(sds, low, high, rs))


def _sd(n: int, said: Occasion, where: str) -> Interval:
    """The SD of one occasion, its ends exact, or enclosed where a standard error is printed."""
    variance = variance_interval(n, said.get("sd"), said.get("se"))
    if variance is None or "mean" not in said:
        raise ValueError(
            f'{where}: found {dict(said)}; write its mean and its SD (or SE), as in {{"mean": "0.75", "sd": "1.79"}}'
        )
    return _root(variance)


def _squares(sds: tuple[Interval, Interval], rs: Interval) -> Interval:
    """The squared SDs of change: least at the greatest r, on an edge; greatest at the least r, in a corner."""
    (l1, h1), (l2, h2) = (sd.ends for sd in sds)
    low_r, high_r = rs.ends

    def squared(x: Fraction, y: Fraction, r: Fraction) -> Fraction:
        return x * x + y * y - 2 * r * x * y

    edges = [(x, min(max(high_r * x, l2), h2)) for x in (l1, h1)] + [
        (min(max(high_r * y, l1), h1), y) for y in (l2, h2)
    ]
    least = min(squared(x, y, high_r) for x, y in edges)
    return Interval(least, max(squared(x, y, low_r) for x, y in product((l1, h1), (l2, h2))))


def _parts(mean: Interval, error: Interval, asked: Asked) -> tuple[tuple[Point, ...], ...]:
    """The polygons that the tests leave of a rectangle."""
    (left, right), (down, up) = mean.ends, error.ends
    rectangle = ((left, down), (left, up), (right, up), (right, down))
    sides = [*_slopes(asked.t, 1), *_interval_sides(asked)]
    found = []
    for cone in [_slopes(_sizes_of_t(asked), sign) for sign in (1, -1)] if asked.p else [[]]:
        part: tuple[Point, ...] = rectangle
        for side in (*sides, *cone):
            part = clipped(part, side)
        found.append(tuple(dict.fromkeys(part)))
    return tuple(dict.fromkeys(part for part in found if part))


def _slopes(t: Interval | None, sign: int) -> list[HalfPlane]:
    """low × e <= sign × m <= high × e."""
    sides: list[HalfPlane] = []
    if t is not None and t.low is not None:
        sides.append((Fraction(-sign), t.low, Fraction(0)))
    if t is not None and t.high is not None:
        sides.append((Fraction(sign), -t.high, Fraction(0)))
    return sides


def _interval_sides(asked: Asked) -> list[HalfPlane]:
    """m − q e in the interval of the printed lower end, m + q e in that of the upper one."""
    if asked.ci is None:
        return []
    q = critical_t(asked.level, asked.n - 1)
    least, most = Interval.around(q, q).ends
    sides: list[HalfPlane] = []
    for end, sign in zip(asked.ci, (-1, 1), strict=True):
        if end.low is not None:  # m + sign q e >= low
            sides.append((Fraction(-1), -sign * (most if sign > 0 else least), -end.low))
        if end.high is not None:
            sides.append((Fraction(1), sign * (least if sign > 0 else most), end.high))
    return sides


def _sizes_of_t(asked: Asked) -> Interval:
    """Every |t| that the two-sided p can stand for."""
    assert asked.p is not None
    low, high = asked.p.floats()
    least, most = (float(stats.t.isf(min(max(p, 0.0), 1.0) / 2, asked.n - 1)) for p in (high, low))
    return Interval.around(least, most).within(0, None) or Interval.of(0, 0)


def correlations(sds: tuple[Interval, Interval], low: float, high: float) -> Interval | None:
    """The correlations that SDs of change between two values leave: greatest in a corner, least there or on an edge."""
    (l1, h1), (l2, h2) = (sd.floats() for sd in sds)
    if l1 <= 0 or l2 <= 0:
        return Interval.of(-1, 1)
    corners = list(product((l1, h1), (l2, h2)))
    top = max((x * x + y * y - low * low) / (2 * x * y) for x, y in corners)
    bottom = min((x * x + y * y - high * high) / (2 * x * y) for x, y in corners)
    for fixed, (start, stop) in ((l1, (l2, h2)), (h1, (l2, h2)), (l2, (l1, h1)), (h2, (l1, h1))):
        other = sqrt(max(fixed * fixed - high * high, 0.0))  # where r is least beside a fixed SD
        if start <= other <= stop:
            bottom = min(bottom, other / fixed)
    return Interval.around(bottom, top).within(-1, 1)


def _narrowed(sds: tuple[Interval, Interval], low: float, high: float, rs: Interval) -> Interval | None:
    """The same, within what is printed of r."""
    found = correlations(sds, low, high)
    return found.within(rs.low, rs.high) if found else None


def _root(squares: Interval) -> Interval:
    """Both roots, exact where they are fractions, else enclosed."""
    low, high = squares.ends
    least, most = (end.numerator * end.denominator * FINE**2 for end in (low, high))
    up = isqrt(most) + (isqrt(most) ** 2 < most)
    return Interval(Fraction(isqrt(least), low.denominator * FINE), Fraction(up, high.denominator * FINE))


def _range(values: Sequence[Fraction]) -> Interval:
    return Interval(min(values), max(values))
