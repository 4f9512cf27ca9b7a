"""Which cells of a table print a count with its percentage, and what may the percentage be of?

`88 (29.1%)`, `88, 29.1%` or `29.1% (88)` in one cell, or `88 | 29.1` in two columns of which the second is headed `%`;
`29.1 (88)` where head, label or caption say `% (n)`. A percentage *fits* a number of people if it is that of its count
among them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from reread.reading.links.columns import UNKNOWN, caption
from reread.reading.skeleton import NUMBER as N
from reread.reading.skeleton import Skeleton
from reread.reading.tables import CellSpans, Table
from reread.words.reading import either, labels, words

MARK = r"(?:\s*[*†‡§¶#]+|\s*\^?[a-z](?!\w))?\s*"  # of a note
CELL = re.compile(rf"\s*{N}\s*[(\[]\s*{N}\s*%?\s*[)\]]{MARK}")
COMMA = re.compile(rf"\s*{N}\s*[,;]\s*{N}{MARK}")
PERCENT_FIRST = re.compile(
    rf"(?:{either(labels()['percent'])})\s*[(\[]\s*(?:[nN]|[nN]os?\.?|{either(labels()['count'])})\s*[)\]]"
)
ALONE = re.compile(rf"\s*{N}\s*%?{MARK}")
PERCENT = re.compile(
    rf"(?:[^%]*[^\w%])?{either(labels()['percent'])}[^\w%]*|[^\w%]*{either(labels()['percent'])}\s[^%]*"
)
NAMED = re.compile(rf"{either(labels()['percent'])}")
EVERYONE = re.compile(rf"[^\w%]*(?:{either(words('everyone'))})[^\w%]*")
CATEGORY = "part"


@dataclass(frozen=True)
class Cell:
    """A count and its percentage, by token, in a row and a column of the table."""

    row: int
    column: int
    count: int
    percent: int
    signed: bool  # the cell, or what names it, says that the second number is a percentage
    own: bool  # the cell itself does: it is no mean with its SD


def cells_of(page: Skeleton, table: Table, column: int) -> list[Cell]:
    """The cells of a column, those of its neighbour with it where that prints percentages alone."""
    beside = percentages_in(page, table, column + 1)
    found = [cell for k, row in enumerate(table.rows) if (cell := _cell(page, table, row, column, k, beside))]
    return [cell for cell in found if cell.own] or found  # beside cells with a sign the others are means


def percentages_in(page: Skeleton, table: Table, column: int) -> bool:
    """Does a column's head say that it holds percentages, in cells of one number beside counts alone, for the most?"""
    heads = [page.text[slice(*row[column])] for row in table.rows[:2] if column < len(row)]
    cells, before = (
        [page.text[slice(*row[k])] for row in table.rows[1:] if k < len(row)] for k in (column, column - 1)
    )
    alone = sum(map(bool, map(ALONE.fullmatch, before))) >= sum(map(bool, map(CELL.fullmatch, before)))
    said = any(PERCENT.fullmatch(head) and N not in head for head in heads)
    return said and alone and not any(map(CELL.fullmatch, cells))


def _cell(page: Skeleton, table: Table, row: CellSpans, column: int, k: int, beside: bool) -> Cell | None:
    cells = row[column : column + (2 if beside else 1)]
    texts = [page.text[slice(*cell)] for cell in cells]
    comma = not beside and len(texts) == 1 and bool(COMMA.fullmatch(texts[0]))
    if len(cells) < 1 + beside or not (comma or all((ALONE if beside else CELL).fullmatch(text) for text in texts)):
        return None
    count, percent = range(page.at(cells[0][0]), page.at(cells[-1][1]))
    turned = not beside and _percent_first(page, table, row, column, count)
    if turned:
        count, percent = percent, count
    if comma and "%" not in page.tokens[percent].text:
        return None
    both = [page.tokens[token] for token in (count, percent)]
    plain = all(token.comparator == "=" and not token.unsure and token.value >= 0 for token in both)
    stats = (page.stats[count], page.stats[percent])
    typed = turned or (stats[0] in ("", "count", "n") and stats[1] in ("", "percent"))
    if not (plain and typed and both[0].whole and both[1].value <= 100):
        return None
    own = beside or "%" in f"{texts[0]}{both[1].text}"
    signed = own or turned or page.stats[percent] == "percent" or bool(NAMED.search(_section(page, table, k)))
    return Cell(k, column, count, percent, signed, own)


def _percent_first(page: Skeleton, table: Table, row: CellSpans, column: int, first: int) -> bool:
    """Is the first number of a cell the percentage: has it the sign, or say head, label or caption `% (n)`?"""
    if "%" in page.tokens[first].text:
        return True
    said = [caption(page, table), row[0], *(head[column] for head in table.rows[:2] if column < len(head))]
    return "%" not in page.tokens[first + 1].text and any(PERCENT_FIRST.search(page.text[a:b]) for a, b in said)


def _section(page: Skeleton, table: Table, k: int) -> str:
    """The label of the row that heads the rows around this one, and has no other cell."""
    for row in table.rows[k - 1 : 0 : -1] if k else ():
        if not any(page.text[a:b].strip() for a, b in row[1:]):
            return page.text[slice(*row[0])]
    return ""


def blocks(cells: Sequence[Cell]) -> Iterator[list[Cell]]:
    """Cells of neighbouring rows."""
    block: list[Cell] = []
    for cell in cells:
        if block and cell.row != block[-1].row + 1:
            yield block
            block = []
        block.append(cell)
    if block:
        yield block


def answered(page: Skeleton, table: Table, block: Sequence[Cell]) -> list[Cell]:
    """The cells of a block without those who did not answer."""
    return [cell for cell in block if not unknown(page, table, cell)]


def unknown(page: Skeleton, table: Table, cell: Cell) -> bool:
    """Is it the row of those who did not answer?"""
    row = table.rows[cell.row]
    return any(UNKNOWN.fullmatch(page.text[slice(*label)]) for label in row[: cell.column])


def total(page: Skeleton, cells: Sequence[Cell]) -> Fraction:
    """How many they count together."""
    return sum((page.tokens[cell.count].value for cell in cells), Fraction(0))


def fits(page: Skeleton, cell: Cell, n: Fraction) -> bool:
    """Is the percentage that of its count among so many?"""
    return n > 0 and page.tokens[cell.percent].reported.interval.contains(100 * page.tokens[cell.count].value / n)


def near(page: Skeleton, cell: Cell, n: Fraction) -> bool:
    """Is it less than a unit of its last place away: cut off, or made to add up to 100?"""
    printed = page.tokens[cell.percent].reported
    return n > 0 and abs(printed.value - 100 * page.tokens[cell.count].value / n) <= printed.unit


def beyond(page: Skeleton, cell: Cell, n: Fraction) -> bool:
    """Is the percentage less than that among so many, so that no part of them gives it?"""
    high = page.tokens[cell.percent].reported.interval.high
    return high is not None and high < 100 * page.tokens[cell.count].value / n


def of_its_row(page: Skeleton, table: Table, cell: Cell) -> bool:
    """Is the percentage one of the counts of its row?"""
    row = table.rows[cell.row]
    tokens = range(page.at(row[0][0]), page.at(row[-1][1]))
    part = page.tokens[cell.count].value
    counts = [page.tokens[token].value for token in tokens if page.tokens[token].whole and token != cell.percent]
    bases = [base for base in (*counts, sum(counts), *(part + other for other in counts)) if base >= part and base > 0]
    return any(fits(page, cell, Fraction(base)) for base in bases)


def adds_up(page: Skeleton, cells: Sequence[Cell]) -> bool:
    """Do the percentages add up to 100, give or take rounding?"""
    printed = [page.tokens[cell.percent].reported for cell in cells]
    room = sum((each.unit for each in printed), 2 * max((each.unit for each in printed), default=Fraction(0))) / 2
    return abs(sum((each.value for each in printed), Fraction(-100))) <= room
