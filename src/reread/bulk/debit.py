"""Which of these means and SDs can n answers of yes or no have?

The rule of `checks.debit`, over columns. The number k of the higher answer lies in the interval of the mean, and
k (n − k) in that of the SD; as k (n − k) rises up to n / 2 and falls from there, the k that the SD allows are known.

Source: as `checks.debit`; the examples are two of scrutiny's.

>>> debit(["0.53", "0.19"], ["0.50", "0.35"], 1683)
array([ True, False])
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from reread.bulk.parsed import Column, Integers, Parsed, Truths, parse, refuse
from reread.bulk.rows import aligned, ceil_divide, decide, plain, powers, safe, whole
from reread.checks.debit import possible
from reread.statistics.conventions import BINARY_CODES, DDOF


def debit(
    means: Column,
    sds: Column,
    ns: Column,
    *,
    codings: Iterable[tuple[int, int]] = BINARY_CODES,
    ddof: Iterable[int] = DDOF,
) -> Truths:
    """True where some n answers of yes or no (coded 0 and 1, or as `conventions.BINARY_CODES` admits) print like this.

    means, sds: text, length N; ns (2 or more): whole numbers, length N or one for all. Errors name the row.
    """
    pairs, ddofs = tuple(codings), tuple(ddof)
    mean, sd, n = aligned(parse(means, "means"), parse(sds, "sds"), whole(ns, "ns", 2))
    refuse(sd.units < 0, "sds", lambda row: f"the SD {float(sd.reported(row).value)} is negative; an SD is 0 or more")
    mean_size, sd_size = (2 * abs(column.units.astype(float)) + 1 for column in (mean, sd))
    widest = max(high - low for low, high in pairs)
    furthest = max(abs(code) for pair in pairs for code in pair)
    one, unit = powers(mean.decimals), powers(sd.decimals)
    easy = plain(mean, sd) & safe((n, mean_size + 2.0 * furthest * one), (2, one, widest), (n, n, 4))
    easy &= safe((n, n, sd_size, sd_size), (4, unit, unit, widest, widest))
    return decide(
        easy,
        lambda rows: _any_coding(mean, sd, n, rows, pairs, ddofs),
        lambda row: possible(int(n[row]), mean.reported(row).interval, sd.reported(row).interval, pairs, ddofs),
        "means and sds",
    )


def _any_coding(
    mean: Parsed,
    sd: Parsed,
    n: Integers,
    rows: slice | Integers,
    codings: tuple[tuple[int, int], ...],
    ddofs: tuple[int, ...],
) -> Truths:
    n = n[rows]
    found = np.zeros(len(n), dtype=np.bool_)
    for low, high in codings:
        first, last = _by_mean(mean, n, rows, low, high - low)
        for ddof in ddofs:
            found |= _fits(n, first, last, *_products(sd, n, rows, high - low, ddof))
    return found


def _by_mean(mean: Parsed, n: Integers, rows: slice | Integers, low: int, apart: int) -> tuple[Integers, Integers]:
    """The least and the greatest number of higher answers that the mean allows, from 0 to n."""
    one = powers(mean.decimals[rows])
    doubled, whole_ = 2 * (mean.units[rows] - low * one), 2 * apart * one
    first = ceil_divide((doubled - 1) * n, whole_)
    return np.maximum(first, 0), np.minimum((doubled + 1) * n // whole_, n)


def _products(sd: Parsed, n: Integers, rows: slice | Integers, apart: int, ddof: int) -> tuple[Integers, Integers]:
    """The least and the greatest k (n − k) that the SD allows: k (n − k) / (n (n − ddof)) is the variance."""
    doubled, unit = 2 * sd.units[rows], powers(sd.decimals[rows])
    whole_ = 4 * unit * unit * apart * apart
    low = np.maximum(doubled - 1, 0)
    return ceil_divide(low * low * n * (n - ddof), whole_), (doubled + 1) ** 2 * n * (n - ddof) // whole_


def _fits(n: Integers, first: Integers, last: Integers, low: Integers, high: Integers) -> Truths:
    """Is there a k from first to last with k (n − k) from low to high? (n − 2k)² = n² − 4 k (n − k)."""
    most, least = n * n - 4 * low, n * n - 4 * np.minimum(high, n * n)
    inner = (n - root(np.maximum(most, 0)) + 1) // 2  # k and n − k are at least this
    outer = (n - root(np.maximum(least - 1, 0)) - 1) // 2  # and the smaller of them at most this
    first, last = np.maximum(first, inner), np.minimum(last, n - inner)
    anywhere = (least <= 0) & (first <= last)
    below, above = first <= np.minimum(last, outer), np.maximum(first, n - outer) <= last
    found: Truths = (most >= 0) & (anywhere | ((least > 0) & (below | above)))
    return found


def root(squares: Integers) -> Integers:
    """The integer part of a square root, exactly: floating point, and one step down or up.

    >>> root(np.array([0, 1, 2, 99, 100, 10**18 - 1]))
    array([        0,         1,         1,         9,        10, 999999999])
    """
    found = np.sqrt(squares.astype(np.float64)).astype(np.int64)
    found -= found * found > squares
    found += (found + 1) * (found + 1) <= squares
    return found
