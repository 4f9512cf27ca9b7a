"""Which table of counts do the groups of a comparison print?

Where a group prints one category and its n, the rest stands in a second one; where all but one category are printed
with n, the last follows. A table is *whole* where every group's counts are known to hold all of its participants.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reread.statistics.tables import Table, without_empty
from reread.study.comparison import Comparison
from reread.study.samples import LARGEST
from reread.study.values import Value


@dataclass(frozen=True)
class PrintedTable:
    """One row for each group, one column for each category; and the values that it comes from."""

    table: Table
    whole: bool
    values: tuple[Value, ...]

    @property
    def shown(self) -> str:
        """The counts, group by group."""
        return "; ".join(" + ".join(map(str, row)) for row in self.table)


def counts_of(comparison: Comparison) -> PrintedTable | None:
    """The table of a test, empty rows and columns left out; None where its groups do not give one of 2 × 2 or more."""
    printed = [sample.counts() for sample in comparison.samples]
    names = list(dict.fromkeys(name for row in printed for name in row))
    if len(printed) < 2 or not names or any(set(row) != set(names) for row in printed):
        return None
    sizes = [sample.n for sample in comparison.samples]
    rows = [[row[name].integer for name in names] for row in printed]
    if any(not 0 <= count <= LARGEST for row in rows for count in row):
        return None
    known = [n.integer for n in sizes if n and 0 <= n.integer <= LARGEST]
    rest = [n - sum(row) for n, row in zip(known, rows, strict=True)] if len(known) == len(rows) else []
    if any(count < 0 for count in rest) or (len(names) == 1 and not rest):
        return None
    complete = comparison.stated_complete
    if len(names) == 1 or (complete and any(rest)):
        rows, whole = [[*row, count] for row, count in zip(rows, rest, strict=True)], complete
    else:
        whole = complete or (bool(rest) and not any(rest))
    table = without_empty(rows)
    if len(table) < 2 or len(table[0]) < 2:
        return None
    values = [value for row in printed for value in row.values()]
    return PrintedTable(table, whole, (*values, *(n for n in sizes if n)))


def two_by_two(table: Sequence[Sequence[int]]) -> bool:
    """Two groups and two categories?"""
    return len(table) == 2 and len(table[0]) == 2
