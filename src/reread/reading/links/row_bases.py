"""Which count with its percentage is a part of people whom its own row counts?

The row prints how many they are in a column of its own (`Examined | Positive (%)`), or in the cell (`12/40 | 30.0`).
A column is that of the people where most percentages, of rows that differ in their number, are those of their counts
among them. Beside five or more of these an odd one is linked all the same, and may be of those who answered; those cut
off, those that another number of the row explains, a whole 100 and rows of everybody are left alone.

>>> from reread.reading.links.percent_cells import cells_of
>>> from reread.reading.typed import read_lines
>>> rows = ["Village | Examined | Ill, n (%)", "A | 40 | 12 (30.0)", "B | 50 | 10 (20.0)", "C | 80 | 60 (75.0)"]
>>> page, _ = read_lines(rows)
>>> shares = [row_shares(page, table, cells_of(page, table, 2)) for table in tables(page)]
>>> [list(result.parts.values()) for each in shares for result, _ in each]
[[0, 1, 2], [3, 4, 5], [6, 7, 8]]
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from reread.reading.grouped import OF_TOTAL
from reread.reading.links.columns import caption
from reread.reading.links.percent_cells import (
    ALONE,
    EVERYONE,
    MARK,
    NAMED,
    Cell,
    fits,
    near,
    of_its_row,
    percentages_in,
)
from reread.reading.links.result import Result
from reread.reading.printed_tests import TokensOfTest
from reread.reading.skeleton import NUMBER as N
from reread.reading.skeleton import Skeleton
from reread.reading.tables import Table, tables

PART = re.compile(rf"\s*{N}\s*{OF_TOTAL}\s*{N}{MARK}")
WITH_PERCENT = re.compile(rf"\s*{N}\s*{OF_TOTAL}\s*{N}\s*[(\[]\s*{N}\s*[)\]]{MARK}")
FEWEST, DIFFERENT = 3, 2  # rows that show it, and numbers of people among them
PLAIN, SLIPS = 5, 10  # rows beside which one may be wrong; and one in so many more
Bases = Mapping[Cell, int]


def row_shares(
    page: Skeleton, table: Table, cells: Sequence[Cell], linked: Sequence[Cell] = ()
) -> Iterator[tuple[Result, Cell]]:
    """Every cell that is a part of the people of its row, but for those that are linked otherwise."""
    for _, group in groupby(sorted(cells, key=lambda cell: (cell.column, cell.row)), key=lambda cell: cell.column):
        listed = [cell for cell in group if cell.signed and cell not in linked]
        beside = [_beside(page, table, listed, cells, other) for other in range(1, max(map(len, table.rows)))]
        best = max(beside, key=lambda bases: _fitting(page, bases), default={})
        yield from _shares(page, table, best, DIFFERENT)


def found(page: Skeleton, tests: Sequence[TokensOfTest]) -> Iterator[Result]:
    """Every `12/40` of a table with its percentage behind it or in the next column.

    Those with a sign in the same cell are found wherever they stand (`shares`).
    """
    for table in tables(page):
        for column in range(1, max(map(len, table.rows))):
            beside = percentages_in(page, table, column + 1)
            yield from (result for result, _ in _shares(page, table, dict(_parts(page, table, column, beside)), 1))


def _parts(page: Skeleton, table: Table, column: int, beside: bool) -> Iterator[tuple[Cell, int]]:
    around = f"{page.text[slice(*caption(page, table))]} {_heads(page, table, column)}"
    for k, row in enumerate(table.rows[1:], 1):
        cells = row[column : column + 1 + beside]
        texts = [page.text[slice(*cell)] for cell in cells]
        shapes = (PART, ALONE) if beside else (WITH_PERCENT,)
        if len(texts) != len(shapes) or not all(map(re.Pattern.fullmatch, shapes, texts)):
            continue
        count, base, percent = range(page.at(cells[0][0]), page.at(cells[-1][1]))
        printed = [page.tokens[token] for token in (count, base, percent)]
        plain = all(token.comparator == "=" and not token.unsure and token.value >= 0 for token in printed)
        typed = page.stats[count] in ("", "count", "n") and page.stats[percent] in ("", "percent")
        signed = beside or bool(NAMED.search(f"{around} {page.text[slice(*row[0])]}"))
        elsewhere = not beside and "%" in printed[2].text
        if plain and typed and signed and not elsewhere and printed[0].whole and _is_base(page, base):
            yield Cell(k, column, count, percent, True, True), base


def _heads(page: Skeleton, table: Table, column: int) -> str:
    return " ".join(page.text[slice(*row[column])] for row in table.rows[:2] if column < len(row))


def _beside(page: Skeleton, table: Table, listed: Sequence[Cell], cells: Sequence[Cell], other: int) -> Bases:
    """The numbers of people of these cells that another column prints: alone, or beside 100 %."""
    whole = {cell.row: cell.count for cell in cells if cell.column == other and page.tokens[cell.percent].value == 100}
    told = {}
    for cell in listed:
        text = page.text[slice(*table.rows[cell.row][other])] if other < len(table.rows[cell.row]) else ""
        alone = ALONE.fullmatch(text) and "%" not in text
        token = page.at(table.rows[cell.row][other][0]) if alone else whole.get(cell.row)
        if token is not None and token not in (cell.count, cell.percent) and _is_base(page, token):
            told[cell] = token
    return told


def _is_base(page: Skeleton, token: int) -> bool:
    printed = page.tokens[token]
    plain = printed.whole and printed.comparator == "=" and not printed.unsure and "%" not in printed.text
    return plain and printed.value > 0 and page.stats[token] in ("", "n", "count")


def _fitting(page: Skeleton, bases: Bases) -> int:
    return sum(fits(page, cell, page.tokens[base].value) for cell, base in bases.items())


def _shares(page: Skeleton, table: Table, bases: Bases, different: int) -> Iterator[tuple[Result, Cell]]:
    """The rows of a column of which most are parts of these people."""
    told = {cell: base for cell, base in bases.items() if page.tokens[cell.count].value > 0}
    odd = [cell for cell, base in told.items() if not fits(page, cell, page.tokens[base].value)]
    shown = {page.tokens[base].value for cell, base in told.items() if cell not in odd}
    plain = len(told) - len(odd)
    if plain < FEWEST or len(shown) < different or len(odd) > max(1, len(told) // SLIPS):
        return
    for cell, base in bases.items():
        if cell in odd and (plain < PLAIN or not _may_be_odd(page, table, cell, base)):
            continue
        parts = {"groups.all.n": base, "groups.all.count.part": cell.count, "groups.all.percent.part": cell.percent}
        yield Result("share", parts, {"complete": False, "measure": "binary"}, table=table.rows[0][0][0]), cell


def _may_be_odd(page: Skeleton, table: Table, cell: Cell, base: int) -> bool:
    """Is an odd percentage told to be one of these people, as far as its row tells?"""
    size, percent = page.tokens[base].value, page.tokens[cell.percent].value
    of_all = EVERYONE.fullmatch(page.text[slice(*table.rows[cell.row][0])])
    otherwise = near(page, cell, size) or of_its_row(page, table, cell) or percent == 100 or bool(of_all)
    return not otherwise and page.tokens[cell.count].value <= size
