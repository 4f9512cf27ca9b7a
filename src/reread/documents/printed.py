"""How does a format hand on what a file prints?

As lines of text, each with its place in the file ("page 4", "table 2, row 1"; empty where the line's number says it). A
table's row is a line with its cells between ` | `, blank ones, too; a merged cell fills every column that it spans
where it is a head, and stands once where it prints a number or is the only one of its row.

>>> heads = [[Cell("Group", rows=2), Cell("Before", columns=2)], [Cell("n"), Cell("%")]]
>>> [line.text for line in table_lines([*heads, [Cell("A"), Cell("3"), Cell("30")]], "table 1")]
['Group | Before n | Before %', 'A | 3 | 30']
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reread.files.problem import Problem

SPANS = 200  # columns or rows that one cell may span
CELLS, LETTERS = 200_000, 4_000_000  # of one table, merged cells counted as often as they are repeated
SPACE = re.compile(r"\s+")


@dataclass(frozen=True)
class PrintedLine:
    """One line of a document and its place in the file."""

    text: str
    place: str = ""
    row: bool = False  # of a table: all its cells between ` | `, blank ones too, and nothing around them
    once: bool = False  # of a table with numbers: a second reader did not read this row alike


@dataclass(frozen=True)
class Cell:
    """One cell of a table: its text, how many columns and rows it spans, and whether the file calls it a head."""

    text: str
    columns: int = 1
    rows: int = 1
    head: bool = False


def one_line(text: str) -> str:
    """Text without line ends and without the mark between cells."""
    return SPACE.sub(" ", text).strip().replace("|", "¦")


def table_lines(rows: Sequence[Sequence[Cell]], place: str, once: Sequence[bool] = ()) -> Iterator[PrintedLine]:
    """The rows of a table as lines; several rows of heads become one. `once`: which rows one reader alone read so."""
    grid = _grid(rows)
    for k, cells in enumerate(rows[1:], 1):
        if len(cells) == 1 and len(set(grid[k])) == 1:
            grid[k][1:] = [""] * (len(grid[k]) - 1)
    heads = 0
    while heads < len(grid) - 1 and _is_head(rows, grid, heads):
        heads += 1
    if heads > 1:
        joined = [" ".join(dict.fromkeys(filter(None, column))) for column in zip(*grid[:heads], strict=True)]
        grid = [joined, *grid[heads:]]
        once = [any(once[:heads]), *once[heads:]]
    for number, row in enumerate(grid, 1):
        if any(row):
            line = row_line(row, f"{place}, row {number}")
            yield replace(line, once=any(once[number - 1 : number]))


def row_line(cells: Sequence[str], place: str) -> PrintedLine:
    """One row of a table, whose cells are one line each."""
    return PrintedLine(" | ".join(cell or " " for cell in cells) if len(cells) > 1 else cells[0], place, row=True)


def _grid(rows: Sequence[Sequence[Cell]]) -> list[list[str]]:
    """Every row with one text for each column."""
    grid: list[list[str]] = [[] for _ in rows]
    taken: dict[tuple[int, int], str] = {}
    letters = 0
    for k, row in enumerate(rows):
        column = 0
        for cell in row:
            while (k, column) in taken:
                column += 1
            text = one_line(cell.text)
            again = "" if any(character.isdigit() for character in text) else text
            for down in range(min(cell.rows, SPANS, len(rows) - k)):
                for right in range(min(cell.columns, SPANS)):
                    taken[k + down, column + right] = text if down == right == 0 else again
            letters += len(again) * min(cell.rows, SPANS, len(rows) - k) * min(cell.columns, SPANS)
            if len(taken) > CELLS or letters > LETTERS:
                raise _too_many()
            column += min(cell.columns, SPANS)
    width = max((column for _, column in taken), default=-1) + 1
    if width * len(rows) > CELLS:  # all of them are written, those that no cell fills, too
        raise _too_many()
    for k in range(len(rows)):
        grid[k] = [taken.get((k, column), "") for column in range(width)]
    return grid


def _too_many() -> Problem:
    found = f"a table of more than {CELLS:,} cells or {LETTERS // 1_000_000} MB"
    return Problem("", "", found, "the article's own tables, without data")


def _is_head(rows: Sequence[Sequence[Cell]], grid: list[list[str]], number: int) -> bool:
    """Called a head by the file, or below one that spans columns and itself without numbers."""
    row, texts = rows[number], grid[number]
    if row and all(cell.head for cell in row):
        return True
    plain = not any(re.search(r"\d", re.sub(r"\([^)]*\)|95\s?%", "", text)) for text in texts[1:])
    above = max(0, number - 1)
    return plain and _spans(rows[above], grid[above])


def _spans(row: Sequence[Cell], texts: list[str]) -> bool:
    """Does a cell span columns, or is one repeated where it would? Blank cells are no repeated ones."""
    filled = [text for text in texts if text]
    return any(cell.columns > 1 for cell in row) or len(set(filled)) < len(filled)
