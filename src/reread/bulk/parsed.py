"""Which whole numbers and decimals are printed in a column of text?

`"5.10"` is 510 units of 2 decimals. Plain numbers (a sign, digits, a point) are read all at once, column of characters
by column of characters; every other text is read by `Reported.read`, so that it means what it means there.

>>> parse(["5.10", "-.5", "12"])
Parsed(units=array([510,  -5,  12]), decimals=array([2, 1, 0]), odd={})
>>> sorted(parse(["5.10", "< 3"]).odd)
[1]
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

import numpy as np
from numpy.typing import NDArray

from reread.numbers.reported import MINUS, Reported

Integers = NDArray[np.int64]
Truths = NDArray[np.bool_]
Column = Any  # a list, array or Series of printed text, one printed text, or a `Parsed`

MOST_DIGITS = 18  # of a 64-bit integer
LONGEST = 24  # characters of a number that is read in columns
SIGNS = np.array([ord(sign) for sign in MINUS + "+"], dtype=np.uint32)
NAMED = 5  # rows that an error names


@dataclass(frozen=True, eq=False)
class Parsed:
    """A column of printed numbers: `units` of the last printed place, `decimals`; both int64, of one length.

    `odd` holds what two integers do not say, by row: a comparator ("< 3"), more than 18 digits.
    """

    units: Integers
    decimals: Integers
    odd: Mapping[int, Reported] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for name in ("units", "decimals"):
            column = np.atleast_1d(np.asarray(getattr(self, name)))
            if column.ndim != 1 or (column.size and not np.issubdtype(column.dtype, np.integer)):
                raise TypeError(f"{name} must be one column of whole numbers, not {column.dtype}, {column.ndim}-d")
            if column.dtype == np.uint64 and column.size and int(column.max()) > np.iinfo(np.int64).max:
                raise TypeError(f"{name} hold a number beyond 64-bit integers")
            object.__setattr__(self, name, column.astype(np.int64, copy=False))
        if len(self.units) != len(self.decimals):
            raise ValueError(f"{len(self.units)} units, but {len(self.decimals)} decimals")
        refuse(self.decimals < 0, "decimals", lambda row: f"{self.decimals[row]} decimals; there are 0 or more")

    def __len__(self) -> int:
        return len(self.units)

    def reported(self, row: int) -> Reported:
        """The printed number of one row, as the single checks take it."""
        if row in self.odd:
            return self.odd[row]
        decimals = int(self.decimals[row])
        value = Fraction(int(self.units[row]), 10**decimals)
        return Reported(f"{self.units[row]}e-{decimals}", value, decimals)


def parse(texts: Column, name: str = "numbers", read: Callable[[str], Reported] = Reported.read) -> Parsed:
    """Read a column of printed numbers. Raises TypeError where a row is not text, ValueError where it is no number.

    `name` is what errors call the column. A number (3.2) is refused: its printed decimals (3.20?) are lost.
    """
    if isinstance(texts, Parsed):
        return texts
    listed = _texts(texts, name)
    units, decimals, plain = _columns(listed, percent=read == Reported.read)
    odd: dict[int, Reported] = {}
    unread: dict[int, str] = {}
    for row in np.flatnonzero(~plain).tolist():
        try:
            reported = read(listed[row])
        except ValueError:
            unread[row] = f"“{listed[row][:40]}” is not one printed number" if listed[row].strip() else "empty"
            continue
        whole = reported.value * 10**reported.decimals
        if reported.comparator == "=" and abs(whole) < 10**MOST_DIGITS:
            units[row], decimals[row] = int(whole), reported.decimals
        else:
            units[row], decimals[row], odd[row] = 0, 0, reported
    refuse_rows(unread, name)
    return Parsed(units, decimals, odd)


def refuse(bad: Truths, name: str, found: Callable[[int], str], error: type[Exception] = ValueError) -> None:
    """Raise an error that names the column, the rows and what was found, where any row is bad."""
    if bad.any():
        refuse_rows({row: found(row) for row in np.flatnonzero(bad).tolist()}, name, error)


def refuse_rows(found: Mapping[int, str], name: str, error: type[Exception] = ValueError) -> None:
    """The same from what was found in each bad row."""
    if found:
        told = "; ".join(f"row {row}: {what}" for row, what in list(found.items())[:NAMED])
        more = f"; and {len(found) - NAMED} more rows" if len(found) > NAMED else ""
        raise error(f"{name}, {told}{more} (rows are counted from 0)")


def _texts(texts: Column, name: str) -> list[str]:
    """A list of text, one a row; TypeError names the rows that are not."""
    column = texts.tolist() if hasattr(texts, "tolist") else texts
    listed: list[Any] = [column] if isinstance(column, str) or not isinstance(column, Iterable) else list(column)
    if set(map(type, listed)) <= {str, np.str_}:
        return listed
    what = "must be printed text, such as “3.20” (pandas.read_csv(…, dtype=str))"
    wrong = {row: f"{text!r} {what}" for row, text in enumerate(listed) if not isinstance(text, str)}
    refuse_rows(wrong, name, TypeError)
    return [str(text) for text in listed]


def _columns(texts: list[str], percent: bool) -> tuple[Integers, Integers, Truths]:
    """Units and decimals of the rows that are plain numbers (`percent`: or plain with a % behind), and which are."""
    lengths = np.fromiter(map(len, texts), dtype=np.int64, count=len(texts))
    width = min(int(lengths.max(initial=1)), LONGEST)
    # text beyond the width is cut off here and known by its length; so is a trailing NUL, which numpy drops
    codes = np.array(texts, dtype=f"U{width}").view(np.uint32).reshape(len(texts), width).T.copy()
    units, decimals = np.zeros(len(texts), dtype=np.int64), np.zeros(len(texts), dtype=np.int64)
    digits, pointed = np.zeros(len(texts), dtype=np.int64), np.zeros(len(texts), dtype=np.bool_)
    signed = np.isin(codes[0], SIGNS)
    read = signed.astype(np.int64)  # how many characters belong to the number
    for place, column in enumerate(codes):
        digit = column - np.uint32(ord("0"))  # wraps below “0”
        is_digit, point = digit < 10, (column == ord(".")) & ~pointed
        units = np.where(is_digit, units * 10 + digit, units)
        digits += is_digit
        decimals += is_digit & pointed
        pointed |= point
        behind = (column == ord("%")) & (lengths == place + 1) & percent
        read += is_digit | point | behind
    plain = (read == lengths) & (digits > 0) & (digits <= MOST_DIGITS) & ~(pointed & (decimals == 0))
    negative = signed & (codes[0] != ord("+"))
    return np.where(negative, -units, units), decimals, plain
