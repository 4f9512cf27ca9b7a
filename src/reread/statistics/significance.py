"""Which p follows from a test statistic, and does an error in it cross the level of significance?

Two-sided for t, z and r unless told otherwise; upper tail for F and χ². A *decision error* is a printed p on one
side of the level with every possible p on the other.

Source: Nuijten et al. 2016, doi:10.3758/s13428-015-0664-2 (p recomputed, decision errors); Greenhouse & Geisser 1959,
Psychometrika 24:95 (degrees of freedom of repeated measures).
"""

from __future__ import annotations

from math import inf, sqrt

import numpy as np

from reread.numbers.interval import Interval
from reread.statistics import distributions as stats
from reread.statistics.bounds import corners, p_of_t

STEPS = 9


def decision_error(possible: Interval, stands_for: Interval, line: float) -> bool:
    """Does every p that the printed one stands for lie on the other side of the level than every possible p?"""
    (low, high), (least, most) = possible.floats(), stands_for.floats()
    return high < line <= least or most <= line < low


def one_sided(possible: Interval) -> tuple[Interval, Interval]:
    """A one-sided p in either direction: which one was expected is not told."""
    return possible, Interval.point(1) - possible


def p_from_f(f: float, df1: float, df2: float) -> float:
    """The upper tail of F.

    >>> round(p_from_f(1.48, 2, 61), 2)
    0.24
    """
    return float(stats.f.sf(f, df1, df2))


def p_from_chi2(chi2: float, df: float) -> float:
    """The upper tail of χ².

    >>> round(p_from_chi2(3.841, 1), 3)
    0.05
    """
    return float(stats.chi2.sf(chi2, df))


def t_from_r(r: float, df: float) -> float:
    """The t of a correlation with n − 2 degrees of freedom; infinite for a perfect one.

    >>> round(t_from_r(0.5, 28), 3)
    3.055
    """
    return r * sqrt(df / (1 - r * r)) if abs(r) < 1 else inf


def p_of_z(z: Interval, tails: int) -> Interval:
    """The p of every z in the interval."""
    low, high = z.absolute().floats()
    return Interval.around(tails * float(stats.norm.sf(high)), tails * float(stats.norm.sf(low)))


def p_of_r(r: Interval, df: Interval, tails: int) -> Interval:
    """The p of every correlation and degrees of freedom in the intervals; beyond ±1 as at ±1."""
    low, high = (min(1.0, end) for end in r.absolute().floats())
    (fewest, most) = df.floats()
    t = Interval.around(t_from_r(low, fewest), t_from_r(high, most))
    return p_of_t(Interval(t.low, t.high), df, tails)


def p_of_chi2(chi2: Interval, df: Interval) -> Interval:
    """The p of every χ² of at least 0: it falls with χ² and rises with the degrees of freedom."""
    positive = chi2.within(0, None) or Interval.point(0)
    return corners(p_from_chi2, positive, df)


def p_of_f(f: Interval, df1: Interval, df2: Interval) -> Interval:
    """The p of every F and degrees of freedom in the intervals.

    It falls with F but need not be monotone in the degrees of freedom: tried at several, and widened by as much as they
    differ.
    """
    least, most = (f.within(0, None) or Interval.point(0)).floats()
    grid = [(a, b) for a in _between(df1) for b in _between(df2)]
    lows, highs = ([p_from_f(end, a, b) for a, b in grid] for end in (most, least))
    return Interval.around(max(0.0, 2 * min(lows) - max(lows)), min(1.0, 2 * max(highs) - min(highs)))


def p_of_f_corrected(f: Interval, df1: Interval, df2: Interval) -> Interval:
    """The p after any correction for sphericity: both degrees of freedom times ε from 1 / df1 to 1."""
    least, most = (f.within(0, None) or Interval.point(0)).floats()
    top = max(1.0, df1.floats()[1])
    shares = [float(e) for e in np.linspace(1 / top, 1, 40)]
    found = [p_from_f(end, e * top, e * bottom) for end in (least, most) for e in shares for bottom in df2.floats()]
    return Interval.around(min(found), max(found))


def _between(df: Interval) -> list[float]:
    low, high = df.floats()
    return [low] if low == high else [float(x) for x in np.linspace(low, high, STEPS)]
