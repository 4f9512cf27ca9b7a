"""How do columns of one table stand side by side, and which of their rows are safe in 64-bit integers?

>>> n, items = aligned(whole([20, 30], "ns"), whole(4, "items"))
>>> n, items
(array([20, 30]), array([4, 4]))
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from reread.bulk.parsed import Column, Integers, Parsed, Truths, parse, refuse, refuse_rows

SAFE = 2.0**61  # products below this, found in floating point, leave room for sums of a few of them
POWERS = 10 ** np.arange(19, dtype=np.int64)


def whole(values: Column, name: str, least: int = 1) -> Integers:
    """A column of whole numbers: integers, whole floats, or printed text; errors name the row."""
    found = whole_or_text(values, name)
    refuse(found.decimals > 0, name, lambda row: f"{float(found.reported(row).value)} is not a whole number")
    refuse_rows({row: f"“{odd.text}” is not one whole number" for row, odd in found.odd.items()}, name)
    refuse(found.units < least, name, lambda row: f"{found.units[row]}; it must be at least {least}")
    return found.units


def aligned(*columns: Any) -> tuple[Any, ...]:
    """The columns, those of one row repeated; ValueError where lengths differ."""
    lengths = {len(column) for column in columns}
    length = max(lengths - {1}, default=1) if 0 not in lengths else 0
    if lengths - {1, length}:
        raise ValueError(f"columns of one length, or of one row, are needed; these have {[len(c) for c in columns]}")
    return tuple(column if len(column) == length else _repeated(column, length) for column in columns)


def powers(decimals: Integers) -> Integers:
    """10 to the decimals; rows beyond 18 are not safe, and get 10¹⁸."""
    return POWERS[np.minimum(decimals, 18)]


def safe(*products: Sequence[Any]) -> Truths:
    """In which rows does every product of these columns fit 64-bit integers with room to spare?"""
    fits: Truths = np.ones((), dtype=np.bool_)
    for factors in products:
        size: NDArray[np.float64] = np.ones(())
        for factor in factors:
            size = size * np.abs(np.asarray(factor, dtype=np.float64))
        fits = fits & (size < SAFE)
    return fits


def decide(
    easy: Truths, vectorised: Callable[[Any], Truths], single: Callable[[int], bool], name: str = "numbers"
) -> Truths:
    """The verdict of every row: all easy rows at once, the others one by one; ValueError names a row that has none."""
    possible = np.zeros(len(easy), dtype=np.bool_)
    if easy.all():
        return vectorised(slice(None)) if len(easy) else possible
    rows = np.flatnonzero(easy)
    possible[rows] = vectorised(rows)
    undecided: dict[int, str] = {}
    for row in np.flatnonzero(~easy).tolist():
        try:
            possible[row] = single(row)
        except ValueError as error:
            undecided[row] = str(error)
    refuse_rows(undecided, name)
    return possible


def plain(*columns: Parsed) -> Truths:
    """The rows without odd entries, and with no more decimals than 64-bit integers can hold."""
    found = np.ones(len(columns[0]), dtype=np.bool_)
    for column in columns:
        found &= column.decimals <= 18
        found[list(column.odd)] = False
    return found


def ceil_divide(a: Integers, b: Integers) -> Integers:
    """a / b, rounded up, exactly."""
    return -(-a // b)


def _repeated(column: Any, length: int) -> Any:
    if not isinstance(column, Parsed):
        return np.repeat(column, length)
    odd = dict.fromkeys(range(length), column.odd[0]) if column.odd else {}
    return Parsed(np.repeat(column.units, length), np.repeat(column.decimals, length), odd)


def whole_or_text(values: Column, name: str) -> Parsed:
    """A column of integers, whole floats or printed text as printed numbers."""
    if isinstance(values, Parsed):
        return values
    column = np.atleast_1d(np.asarray(values))
    if column.ndim != 1:
        raise TypeError(f"{name} must be one column, not {column.ndim}-dimensional")
    if column.dtype.kind in "iu":
        return Parsed(column, np.zeros(len(column), dtype=np.int64))
    if column.dtype.kind == "f":
        whole_ = np.isfinite(column) & (np.floor(column) == column) & (np.abs(column) < SAFE)
        refuse(~whole_, name, lambda row: f"{column[row]} is not a whole number")
        return Parsed(column.astype(np.int64), np.zeros(len(column), dtype=np.int64))
    listed = column.tolist()
    texts = [str(value) if isinstance(value, int) and not isinstance(value, bool) else value for value in listed]
    wrong = {row: f"{value!r} is not a whole number" for row, value in enumerate(texts) if not isinstance(value, str)}
    refuse_rows(wrong, name, TypeError)
    return parse(texts, name)
