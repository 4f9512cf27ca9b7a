"""Between which floats do the printed numbers of a column lie, and how are two columns of computed ranges compared?

>>> from reread.bulk.parsed import parse
>>> ends(parse(["2.20", "< 0.05"]))
(array([2.195,  -inf]), array([2.205, 0.05 ]))
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from reread.bulk.parsed import Column, Parsed, refuse
from reread.bulk.rows import POWERS, whole_or_text
from reread.numbers.interval import WIDEN

Floats = NDArray[np.float64]
Ends = tuple[Floats, Floats]

EXACT_DIGITS = (
    15  # integers and powers of ten up to this many digits are exact floats, and their quotient is rounded once
)
TINY = 1e-15  # the absolute part of the widening, as in `Interval.around`


def ends(printed: Parsed, name: str = "numbers", least: int | None = None, most: int | None = None) -> Ends:
    """Both ends of every printed number's interval, inside the limits of its kind; ValueError where it lies outside."""
    doubled, unit = 2 * printed.units, 2 * POWERS[np.minimum(printed.decimals, EXACT_DIGITS)]
    low, high = (doubled - 1) / unit, (doubled + 1) / unit
    large = (printed.decimals > EXACT_DIGITS) | (np.abs(printed.units) >= 10**EXACT_DIGITS // 2)
    for row in {*np.flatnonzero(large).tolist(), *printed.odd}:
        low[row], high[row] = printed.reported(row).interval.floats()
    return limited(low, high, name, least, most)


def limited(low: Floats, high: Floats, name: str, least: int | None = None, most: int | None = None) -> Ends:
    """The part inside the limits; ValueError names a row that has none."""
    outside = np.zeros(len(low), dtype=np.bool_)
    if least is not None:
        outside |= high < least
        low = np.maximum(low, least)
    if most is not None:
        outside |= low > most
        high = np.minimum(high, most)
    limits = f"{'−∞' if least is None else least} to {'∞' if most is None else most}"
    refuse(outside, name, lambda row: f"outside {limits}")
    return low, high


def absolute(both: Ends) -> Ends:
    """The absolute values of what lies between."""
    low, high = both
    crosses = (low < 0) & (high > 0)
    sizes = np.abs(low), np.abs(high)
    return np.where(crosses, 0.0, np.minimum(*sizes)), np.maximum(*sizes)


def degrees(dfs: Column, name: str = "dfs") -> Ends:
    """Degrees of freedom, 1 or more: whole numbers are exact, text with decimals is an interval."""
    printed = whole_or_text(dfs, name)
    low, high = ends(printed, name)
    exact = printed.decimals == 0
    exact[list(printed.odd)] = False
    values = printed.units.astype(np.float64)
    return limited(np.where(exact, values, low), np.where(exact, values, high), name, 1)


def outward(low: Floats, high: Floats) -> Ends:
    """Computed ends, widened as `Interval.around` widens them."""
    return low - (np.abs(low) * WIDEN + TINY), high + (np.abs(high) * WIDEN + TINY)
