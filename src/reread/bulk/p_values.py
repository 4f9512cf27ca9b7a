"""Which p-values can these printed statistics have, and can the printed p be among them?

The rule of `checks.p_statistic`, over columns: the p of every value in the statistic's interval, widened outward as
computed numbers are, and, where a p is printed, whether what it stands for (rounded or cut off) meets that range. A
degree of freedom printed without decimals is exact. Rows within rounding error of a verdict are decided in exact
arithmetic.

Source: Nuijten et al. 2016, doi:10.3758/s13428-015-0664-2. Example of the statcheck manual: t(28) = 2.20, p = .036.

>>> found = p_from_t(["2.20"], 28, ps=["0.036"])
>>> found.low.round(4), found.high.round(4), found.agrees
(array([0.0358]), array([0.0366]), array([ True]))
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Literal, NamedTuple

import numpy as np

from reread.bulk.floats import Floats, absolute, degrees, ends, outward
from reread.bulk.parsed import Column, Parsed, Truths, parse
from reread.bulk.rows import POWERS, aligned
from reread.numbers.interval import Interval
from reread.numbers.reported import Reported
from reread.statistics import distributions as stats
from reread.statistics.conventions import p_interval

Sides = Literal[1, 2]
# Rows this near to a verdict (relative to both numbers) are decided exactly: far above the error of a few float steps.
NEAR = 1e-12
PLAIN_DECIMALS = 15


class PValues(NamedTuple):
    """The least and greatest possible p of each row; whether the printed one can be among them (None: not given)."""

    low: Floats
    high: Floats
    agrees: Truths | None


def p_from_t(ts: Column, dfs: Column, sides: Sides = 2, *, ps: Column | None = None) -> PValues:
    """t: text; dfs: whole numbers or text. One-sided p is in the direction of t; `agrees` admits the other one."""
    t, fewest, most, p = _columns(ps, parse(ts, "ts"), *degrees(dfs))
    low, high = absolute(ends(t))
    return _answer(_sides(sides) * stats.t.sf(high, most), sides * stats.t.sf(low, fewest), p, sides)


def p_from_z(zs: Column, sides: Sides = 2, *, ps: Column | None = None) -> PValues:
    """z: text; one-sided as for t."""
    z, p = _columns(ps, parse(zs, "zs"))
    low, high = absolute(ends(z))
    return _answer(_sides(sides) * stats.norm.sf(high), sides * stats.norm.sf(low), p, sides)


def p_from_r(rs: Column, dfs: Column, sides: Sides = 2, *, ps: Column | None = None) -> PValues:
    """A correlation: text; dfs are n − 2. Its t is r √(df / (1 − r²)); one-sided as for t."""
    r, fewest, most, p = _columns(ps, parse(rs, "rs"), *degrees(dfs))
    low, high = absolute(ends(r, "rs", -1, 1))
    least, greatest = (stats.t.sf(_t_from_r(*pair), pair[1]) for pair in ((high, most), (low, fewest)))
    return _answer(_sides(sides) * least, sides * greatest, p, sides)


def p_from_chi2(chi2s: Column, dfs: Column, *, ps: Column | None = None) -> PValues:
    """χ²: text; its p falls with χ² and rises with the degrees of freedom."""
    chi2, fewest, most, p = _columns(ps, parse(chi2s, "chi2s"), *degrees(dfs))
    low, high = ends(chi2, "chi2s", 0)
    return _answer(stats.chi2.sf(high, fewest), stats.chi2.sf(low, most), p)


def p_from_f(fs: Column, df1s: Column, df2s: Column, *, ps: Column | None = None) -> PValues:
    """F: text; its p falls with F. Between the ends of a df printed with decimals it is searched, and widened."""
    f, low1, high1, low2, high2, p = _columns(ps, parse(fs, "fs"), *degrees(df1s, "df1s"), *degrees(df2s, "df2s"))
    low, high = ends(f, "fs", 0)
    grid = [(a, b) for a in _three(low1, high1) for b in _three(low2, high2)]
    least, greatest = (np.array([stats.f.sf(value, *dfs) for dfs in grid]) for value in (high, low))
    # p need not be monotone in a df; between points so near to each other it hides less than half of what it varies
    hidden = [np.ptp(values, axis=0) / 2 for values in (least, greatest)]
    return _answer(least.min(axis=0) - hidden[0], greatest.max(axis=0) + hidden[1], p)


def _sides(sides: int) -> int:
    if sides not in (1, 2):
        raise ValueError(f"sides is {sides!r}; a p is one-sided (1) or two-sided (2)")
    return sides


def _three(low: Floats, high: Floats) -> tuple[Floats, Floats, Floats]:
    return low, (low + high) / 2, high


def _t_from_r(r: Floats, df: Floats) -> Floats:
    with np.errstate(divide="ignore"):
        t: Floats = r * np.sqrt(df / (1 - r * r))
    return t


def _columns(ps: Column | None, *columns: Any) -> tuple[Any, ...]:
    """The columns side by side, that of the printed p last (None where there is none)."""
    return (*aligned(*columns), None) if ps is None else aligned(*columns, parse(ps, "ps", _share))


def _share(text: str) -> Reported:
    """A printed p; “5%” is 0.05."""
    reported = Reported.read(text)
    if not text.rstrip().endswith("%"):
        return reported
    return replace(reported, value=reported.value / 100, decimals=reported.decimals + 2)


def _answer(least: Floats, greatest: Floats, printed: Parsed | None, sides: int = 2) -> PValues:
    """The range of p widened outward, and whether a printed p agrees with it (one-sided: or with 1 − it)."""
    greatest = np.minimum(greatest, 1.0)
    low, high = outward(least, greatest)
    agrees = None
    if printed is not None:
        stands = _stands_for(printed)
        agrees, near = _meet((low, high), stands)
        if sides == 1:
            turned, near_turned = _meet((1 - high, 1 - low), stands)
            agrees, near = agrees | turned, near | near_turned
        for row in np.flatnonzero(near).tolist():
            agrees[row] = _exactly(least[row], greatest[row], printed.reported(row), sides)
    return PValues(np.clip(low, 0, 1), np.clip(high, 0, 1), agrees)


def _exactly(least: float, greatest: float, printed: Reported, sides: int) -> bool:
    possible, stands = Interval.around(least, greatest), _p_interval(printed)
    return possible.meets(stands) or (sides == 1 and (Interval.point(1) - possible).meets(stands))


def _p_interval(printed: Reported) -> Interval:
    """What a p stands for; one wholly beyond 0 to 1 stays as printed, and meets nothing."""
    rounded = printed.interval
    return p_interval(printed, rounded.within(0, 1) or rounded)


def _stands_for(printed: Parsed) -> tuple[Floats, Floats]:
    """The same as floats, for all rows: rounded from half a unit below, cut off to one unit above, within 0 to 1."""
    unit = 2 * POWERS[np.minimum(printed.decimals, PLAIN_DECIMALS)]
    low, high = (2 * printed.units - 1) / unit, (2 * printed.units + 2) / unit
    inside = (low <= 1) & (printed.units >= 0)
    low, high = np.where(inside, np.maximum(low, 0), low), np.where(inside, np.minimum(high, 1), high)
    plain = (printed.decimals <= PLAIN_DECIMALS) & (np.abs(printed.units) < 10**PLAIN_DECIMALS) & inside
    for row in {*np.flatnonzero(~plain).tolist(), *printed.odd}:
        low[row], high[row] = _p_interval(printed.reported(row)).floats()
    return low, high


def _meet(a: tuple[Floats, Floats], b: tuple[Floats, Floats]) -> tuple[Truths, Truths]:
    """Which ranges have a common value, and which are too near to that line to be decided in floating point."""
    near = np.zeros(len(a[0]), dtype=np.bool_)
    for x, y in ((a[0], b[1]), (b[0], a[1])):
        with np.errstate(invalid="ignore"):
            near |= np.abs(x - y) <= NEAR * (np.abs(x) + np.abs(y)) + 1e-18
    return (a[0] <= b[1]) & (b[0] <= a[1]), near
