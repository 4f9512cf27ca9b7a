"""How may the people of two printed distributions be paired, before with after?

Every table of whole counts with the two printed margins. The mean of the changes follows from the margins alone; how
many rose or fell, and the SD of the changes, do not.

>>> result = tables({1: 16, 2: 4}, {1: 2, 2: 18})
>>> result.ending, [(table.rose, table.fell) for table in result.tables]
('all listed', [(14, 0), (15, 1), (16, 2)])
>>> result.tables[0].cells, result.tables[0].mean_of_change, result.tables[0].variance_of_change()
(((1, 1, 2), (1, 2, 14), (2, 2, 4)), Fraction(7, 10), Fraction(21, 95))

Assumptions: the same people twice. Source: the tables are the fibre of Diaconis & Sturmfels 1998,
doi:10.1214/aos/1030563990, here listed in full.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import islice

from reread.datasets.histogram import Counts, Ending


@dataclass(frozen=True, order=True)
class Table:
    """One before × after table: its cells that hold somebody, as (before, after, count), ascending."""

    cells: tuple[tuple[int, int, int], ...]

    @property
    def differences(self) -> Counts:
        """How many people changed by how much (after − before)."""
        changes: dict[int, int] = {}
        for before, after, count in self.cells:
            changes[after - before] = changes.get(after - before, 0) + count
        return Counts.of(changes)

    @property
    def n(self) -> int:
        """How many people."""
        return sum(count for _, _, count in self.cells)

    @property
    def rose(self) -> int:
        """How many have a higher value after than before."""
        return sum(count for before, after, count in self.cells if after > before)

    @property
    def fell(self) -> int:
        """How many have a lower value after than before."""
        return sum(count for before, after, count in self.cells if after < before)

    @property
    def mean_of_change(self) -> Fraction:
        """The exact mean of the differences."""
        return self.differences.mean

    def variance_of_change(self, ddof: int = 1) -> Fraction:
        """The exact squared SD of the differences."""
        return self.differences.variance(ddof)


@dataclass(frozen=True)
class Tables:
    """The tables found and how the search ended."""

    tables: tuple[Table, ...]
    ending: Ending


def tables(before: Mapping[int, int], after: Mapping[int, int], cap: int = 10_000) -> Tables:
    """Every table with these margins, up to `cap`; the one with the smallest squares of change comes first.

    ValueError where the two margins are of different numbers of people.
    """
    rows, columns = margins(before, after)
    found = tuple(islice(_each_table(rows.pairs, columns.pairs), cap + 1))
    return Tables(found[:cap], "stopped at cap") if len(found) > cap else Tables(found, "all listed")


def margins(before: Mapping[int, int], after: Mapping[int, int]) -> tuple[Counts, Counts]:
    """Both margins, of the same positive number of people; ValueError otherwise."""
    rows, columns = Counts.of(before), Counts.of(after)
    if rows.n != columns.n:
        raise ValueError(f"{rows.n} people before and {columns.n} after cannot be paired; give the same people twice")
    if not rows.n:
        raise ValueError("there is nobody to pair; give at least one person before and after")
    return rows, columns


def _each_table(rows: tuple[tuple[int, int], ...], columns: tuple[tuple[int, int], ...]) -> Iterator[Table]:
    """Row by row: whatever earlier rows take, equal totals leave a way to fill the rest."""
    if not rows:
        yield Table(())
        return
    (value, count), *others = rows
    for taken in shares(count, tuple(have for _, have in columns)):
        row = tuple((value, column, share) for (column, _), share in zip(columns, taken, strict=True) if share)
        rest = tuple((column, have - share) for (column, have), share in zip(columns, taken, strict=True))
        for table in _each_table(tuple(others), rest):
            yield Table(row + table.cells)


def shares(count: int, have: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
    """Every way to take `count` in all from what each place has, the first places as much as they have first."""
    if len(have) == 1:
        yield (count,)
        return
    for share in range(min(count, have[0]), max(count - sum(have[1:]), 0) - 1, -1):
        for others in shares(count - share, have[1:]):
            yield (share, *others)
