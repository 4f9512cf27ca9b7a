"""Where is a table without rules, and what stands in its cells?

Neighbouring lines with wide gaps are a table as long as white rivers run through all of them. The rivers part the
columns; a wider step down than between the lines of a cell parts the rows. Lines of a cell are joined, without a space
after a dash before a digit, and within a word that was broken because the column is full.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from statistics import median

from reread.documents.pdf.words import Word

GAP = 0.8  # of a character's height: a gap between cells
RIVER = 0.55  # the same for a gap that runs through all lines
LETTERS = 1.25  # letters: at least as wide is a river in a font whose blanks are wide
ROWS_APART = 3.4  # heights: farther down is no row of this table
CLOSE = 1.6  # heights: nearer lines may be one cell's
WRAP = 1.3  # a row's step is so much larger than the step within a cell

PdfRow = list[Word]


@dataclass(frozen=True)
class Block:
    """A stretch of a column: lines of text, or the rows of a table."""

    rows: list[PdfRow]
    cells: list[list[str]]


def has_gap(row: PdfRow) -> bool:
    """Is there a gap between two words that is wider than between words of a sentence?"""
    return any(b.left - a.right > GAP * max(a.size, b.size) for a, b in itertools.pairwise(row))


def blocks_of(rows: list[PdfRow]) -> list[Block]:
    """A column's lines in stretches of text and tables."""
    found: list[Block] = []
    text: list[PdfRow] = []
    at = 0
    while at < len(rows):
        end = _end_of_table(rows, at) if has_gap(rows[at]) else at
        if end > at:
            found += [Block(text, [])] if text else []
            found.append(Block(rows[at:end], cells_of(rows[at:end])))
            text, at = [], end
        else:
            text.append(rows[at])
            at += 1
    return [*found, Block(text, [])] if text else found


def _end_of_table(rows: list[PdfRow], start: int) -> int:
    """The line behind the table that begins here; `start` where none does."""
    end = last = start + 1
    while end < len(rows):
        step = rows[end][0].bottom - rows[end - 1][0].bottom
        size = max(word.size for word in rows[end])
        gappy = has_gap(rows[end])
        far = ROWS_APART if gappy or _begins_row(rows, end, size) else 1.9
        if step < 0 or step > far * size or len(rivers(rows[start : end + 1])) < 1:
            break
        end += 1
        if gappy or step < CLOSE * size:
            last = end
    first = rows[start]
    if last - start == 1:
        gaps = sum(b.left - a.right > 2 * a.size for a, b in itertools.pairwise(first))
        return last if gaps >= 2 else start
    return last if _fits(rows[start:last]) else start


def _begins_row(rows: list[PdfRow], at: int, size: float) -> bool:
    """Is a line without gaps the first line of a row whose other cells stand on the next line?"""
    behind = rows[at + 1] if at + 1 < len(rows) else None
    return behind is not None and has_gap(behind) and 0 < behind[0].bottom - rows[at][0].bottom < CLOSE * size


def _fits(rows: list[PdfRow]) -> bool:
    """A table has two lines with gaps, and no long sentences in its cells."""
    longest = max(len(cell) for line in cells_of(rows) for cell in line)
    return sum(map(has_gap, rows)) >= 2 and longest < 200


def rivers(rows: list[PdfRow]) -> list[tuple[float, float]]:
    """White stripes through all lines, from left to right."""
    words = sorted((word for row in rows for word in row), key=lambda w: w.left)
    least = max(RIVER * median(word.size for word in words), LETTERS * median(map(_letter, words)))
    found, edge = [], words[0].right
    for word in words[1:]:
        if word.left - edge > least:
            found.append((edge, word.left))
        edge = max(edge, word.right)
    return found


def _letter(word: Word) -> float:
    """The mean width of the word's letters."""
    return (word.right - word.left) / len(word.text)


def cells_of(rows: list[PdfRow]) -> list[list[str]]:
    """The cells of a table's rows."""
    stripes = rivers(rows)
    bounds = [(a + b) / 2 for a, b in stripes]
    narrow = min((b - a for a, b in stripes), default=0)
    limits = [b - narrow for _, b in stripes] + [float("inf")]
    table: list[list[list[PdfRow]]] = []
    for k, row in enumerate(rows):
        split: list[PdfRow] = [[] for _ in range(len(bounds) + 1)]
        for word in row:
            split[sum(word.middle[0] > bound for bound in bounds)].append(word)
        if k and _continues(rows, k, split):
            for column, part in zip(table[-1], split, strict=True):
                column += [part] if part else []
        else:
            table.append([[part] if part else [] for part in split])
    return [[join(lines, limit) for lines, limit in zip(line, limits, strict=True)] for line in table]


def _continues(rows: list[PdfRow], k: int, split: list[PdfRow]) -> bool:
    """Does this line belong to the row above it?"""
    steps = [b[0].bottom - a[0].bottom for a, b in itertools.pairwise(rows)]
    size = max(word.size for word in rows[k])
    if max(steps) > WRAP * min(steps):
        return steps[k - 1] < (max(steps) + min(steps)) / 2 and steps[k - 1] < 1.75 * size
    return not split[0] and 2 * sum(map(bool, split)) <= len(split)


def join(lines: list[PdfRow], limit: float) -> str:
    """The lines of one cell as one text."""
    text = ""
    for k, line in enumerate(lines):
        piece = " ".join(word.text for word in line)
        if not text:
            text = piece
        elif _glued(text, piece, lines[k - 1], line, limit):
            text += piece
        elif re.search(r"[^\W\d]-$", text) and piece[:1].islower():
            text = text[:-1] + piece
        else:
            text += " " + piece
    return text


def _glued(text: str, piece: str, above: PdfRow, line: PdfRow, limit: float) -> bool:
    """After a minus before a digit; within a word that fills its column to the last character."""
    if re.search(r"(?:^|\s)[-–−]$", text) and piece[:1].isdigit():
        return True
    last, first = above[-1], line[0]
    full = len(above) == 1 and last.right + _letter(first) > limit
    return full and last.text[-1:].isalpha() and piece[:1].islower() and last.text.isalpha()
