"""Which rows of a table are one sample each: columns that hold its categories, with percentages of the row?

`Item | n (%) No | n (%) Yes`. Rows are samples where the percentages of most of them add up to 100 and are those of
what the row counts, and those of no column do. A row that adds up otherwise than its neighbours is linked all the same.

>>> from reread.reading.tables import tables
>>> from reread.reading.typed import read_lines
>>> rows = ["Item | n (%) No | n (%) Yes", "Pain | 12 (30.0) | 28 (70.0)", "Fever | 10 (25.0) | 30 (75.0)"]
>>> page, _ = read_lines(rows)
>>> found = [row_samples(page, table, _cells(page, table)) for table in tables(page)]
>>> [list(result.parts.values()) for each in found for result, _ in each]
[[0, 1, 2, 3], [4, 5, 6, 7]]
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from reread.reading.links.percent_cells import Cell, adds_up, blocks, cells_of, fits, near, total
from reread.reading.links.result import Result
from reread.reading.skeleton import Skeleton
from reread.reading.tables import Table

FEWEST = 2  # rows that show it


def row_samples(page: Skeleton, table: Table, cells: Sequence[Cell]) -> Iterator[tuple[Result, list[Cell]]]:
    """Every row that is a sample, with its cells; none where the columns are."""
    by_row = sorted((cell for cell in cells if cell.signed), key=lambda cell: (cell.row, cell.column))
    rows = [list(group) for _, group in groupby(by_row, key=lambda cell: cell.row)]
    rows = [row for row in rows if len(row) > 1]
    whole = [row for row in rows if adds_up(page, row) and all(fits(page, cell, total(page, row)) for cell in row)]
    if len(whole) < FEWEST or 3 * len(whole) < 2 * len(rows) or _columns_add_up(page, cells):
        return
    for row in rows:
        together = total(page, row)
        odd = [cell for cell in row if not fits(page, cell, together)]
        if any(near(page, cell, together) for cell in odd):
            continue
        parts = {f"groups.all.{part}.column {cell.column}": token for cell in row
                 for part, token in (("count", cell.count), ("percent", cell.percent))}  # fmt: skip
        about = {"complete": True} | ({"obtained": "as usual"} if len(odd) == 1 and not adds_up(page, row) else {})
        yield Result("answered", parts, about, table=table.rows[0][0][0]), row


def _columns_add_up(page: Skeleton, cells: Sequence[Cell]) -> bool:
    """Do blocks of rows of one column add up to 100, too?"""
    columns = [list(group) for _, group in groupby(cells, key=lambda cell: cell.column)]
    return any(len(block) > 1 and adds_up(page, block) for column in columns for block in blocks(column))


def _cells(page: Skeleton, table: Table) -> list[Cell]:
    return [cell for column in range(1, max(map(len, table.rows))) for cell in cells_of(page, table, column)]
