"""Which cells do the rules of a page draw?

pdfplumber finds the cells; the words in them are those of `pdf_words`, so that both ways of reading agree.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pdfplumber

from reread.documents.pdf.tables import join
from reread.documents.pdf.words import Word, baselines


@dataclass(frozen=True)
class Ruled:
    """A table: its words in the order of reading and the text of its cells."""

    words: list[Word]
    cells: list[list[str]]


def ruled_tables(path: Path, number: int, words: list[Word]) -> list[Ruled]:
    """The tables of one page (from 1) with two columns and two cells at least."""
    try:
        with pdfplumber.open(path, pages=[number]) as file:
            found = [[row.cells for row in table.rows] for table in file.pages[0].find_tables()]
    except Exception:  # pdfplumber's own parser may stumble where pdfium does not: the page is then read by its white
        return []
    tables = [_table(rows, words) for rows in found]
    return [table for table in tables if table.words and max(map(len, table.cells)) > 1]


def _table(rows: list[list[tuple[float, float, float, float] | None]], words: list[Word]) -> Ruled:
    inside: list[Word] = []
    cells = []
    for row in rows:
        line = []
        for box in row:
            there = [word for word in words if box and _within(word, box)]
            inside += there
            limit = box[2] - (min(word.left for word in there) - box[0]) if box and there else 0.0
            line.append(join(baselines(there), limit))
        cells.append(line)
    return Ruled(inside, cells)


def _within(word: Word, box: tuple[float, float, float, float]) -> bool:
    x, y = word.middle
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]
