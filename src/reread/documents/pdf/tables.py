"""Where is a table on a page, and what stands in its cells?

A table is what stands between two rules of one width with gaps between its words, or neighbouring lines with wide gaps
as long as white rivers run through all of them. `grid` finds its columns, `running` its rows. A cell's lines are joined
without a space after a dash before a digit, and within a word that was broken because the column is full.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from reread.documents.pdf.grid import Lines, lines_of
from reread.documents.pdf.rivers import PdfRow, letter, rivers
from reread.documents.pdf.rules import Drawn, Rule
from reread.documents.pdf.running import rows_of
from reread.documents.pdf.words import TOUCH, said
from reread.documents.printed import Cell

LEVEL = 0.5  # of a character's height: lines no farther apart are one, where their words stand beside each other
EDGE, INDENT = 1.5, 3  # points from the right edge; heights from the left one: a line of text is set to both
ALIKE, BLANK = 1.4, 4  # times the narrowest, and heights: blanks of one line of text are no wider
GAP = 0.8  # of a character's height: a gap between cells
ROWS_APART = 3.4  # heights: farther down is no row of this table
CLOSE = 1.6  # heights: nearer lines may be one cell's
SAME = 4  # points: ends of rules of one table
PARTED = 0.25  # of the lines between two rules have gaps, in a table
NAME = 80  # characters: what is written over a table's whole width
SENTENCE = 200  # characters: no cell is so long


@dataclass(frozen=True)
class Block:
    """A stretch of a column: lines of text, or the rows of a table."""

    rows: list[PdfRow]
    cells: list[list[Cell]]


def blocks_of(rows: list[PdfRow], drawn: Drawn) -> list[Block]:
    """A column's lines in stretches of text and tables."""
    rows = _levelled(rows)
    gappy = gaps_in(rows)
    found: list[Block] = []
    text: list[PdfRow] = []
    framed = dict(_framed(rows, gappy, drawn.across))
    at = 0
    while at < len(rows):
        end = framed.get(at) or (_end_of_table(rows, gappy, at, framed) if gappy[at] else at)
        cells = cells_of(rows[at:end], drawn) if end > at else []
        if cells:
            found += [Block(text, [])] if text else []
            found.append(Block(rows[at:end], cells))
            text, at = [], end
        else:
            text.append(rows[at])
            at += 1
    return [*found, Block(text, [])] if text else found


def _levelled(rows: list[PdfRow]) -> list[PdfRow]:
    """Lines so near to each other that they are one, whose cells stand a little higher and lower."""
    found: list[PdfRow] = []
    for row in rows:
        above = found[-1] if found else []
        apart = all(a.right < b.left or b.right < a.left for a in above for b in row)
        if above and apart and row[0].bottom - max(w.bottom for w in above) < LEVEL * row[0].size:
            found[-1] = sorted([*above, *row], key=lambda word: word.left)
        else:
            found.append(row)
    return found


def gaps_in(rows: Sequence[PdfRow]) -> list[bool]:
    """Of each line: is a gap between two words wider than between words of a sentence?

    Not in a line that is set to both edges of its column by blanks that are all alike wide.
    """
    left = min((row[0].left for row in rows), default=0.0)
    right = sorted(row[-1].right for row in rows)[int(0.8 * (len(rows) - 1))] if rows else 0.0
    return [_gap(row) and not _justified(row, left, right) for row in rows]


def _gap(row: PdfRow) -> bool:
    return any(b.left - a.right > GAP * max(a.size, b.size) for a, b in itertools.pairwise(row))


def _justified(row: PdfRow, left: float, right: float) -> bool:
    blanks = [b.left - a.right for a, b in itertools.pairwise(row) if b.left - a.right > TOUCH * b.size]
    to_both = abs(row[-1].right - right) < EDGE and row[0].left - left < INDENT * row[0].size
    of_words = 2 * sum(any(map(str.isalpha, word.text)) for word in row) > len(row)
    return to_both and of_words and bool(blanks) and max(blanks) < min(ALIKE * min(blanks), BLANK * row[0].size)


def _framed(rows: list[PdfRow], gappy: list[bool], across: Sequence[Rule]) -> Iterator[tuple[int, int]]:
    """First line and the line behind the last of each table that stands between rules of one width."""
    left, right = (
        min((w.left for row in rows for w in row), default=0),
        max((w.right for row in rows for w in row), default=0),
    )
    inside = [rule for rule in across if rule.end > left and rule.start < right]
    taken = 0
    while inside:
        first = inside[0]
        same = [r for r in inside if abs(r.start - first.start) < SAME and abs(r.end - first.end) < SAME]
        inside = [rule for rule in inside if rule not in same]
        begun = None
        for upper, lower in itertools.pairwise([*same, Rule(float("inf"), 0, 0)]):
            between = [k for k, row in enumerate(rows) if upper.at < row[0].bottom < lower.at + 0.2 * row[0].size
                       and first.start - SAME < row[0].left and row[-1].right < first.end + SAME]  # fmt: skip
            if lower.at < float("inf") and _of_a_table(rows, gappy, between, upper.at, lower.at):
                begun = between[0] if begun is None and between else begun
                taken = between[-1] + 1 if between else taken
            elif begun is not None:
                yield begun, taken
                begun = None


def _of_a_table(rows: list[PdfRow], gappy: list[bool], between: list[int], upper: float, lower: float) -> bool:
    """May these lines between two rules be a table's?"""
    if not between:
        return lower - upper < 10
    size = median(word.size for k in between for word in rows[k])
    gaps = sum(gappy[k] for k in between)
    if gaps >= PARTED * len(between):
        return True
    name = len(between) <= 2 and not gaps and len(said(rows[between[0]])) < NAME
    return name and lower - upper < (1.4 * len(between) + 1.2) * size


def _end_of_table(rows: list[PdfRow], gappy: list[bool], start: int, framed: dict[int, int]) -> int:
    """The line behind the table that begins here; `start` where none does."""
    end = last = start + 1
    while end < len(rows) and end not in framed:
        step = rows[end][0].bottom - rows[end - 1][0].bottom
        size = max(word.size for word in rows[end])
        far = ROWS_APART if gappy[end] or _begins_row(rows, gappy, end, size) else 1.9
        if step < 0 or step > far * size or not rivers(rows[start : end + 1], 0):
            break
        if gappy[end] or step < CLOSE * size:
            last = end + 1
        end += 1
    first = rows[start]
    if last - start == 1:
        gaps = sum(b.left - a.right > 2 * a.size for a, b in itertools.pairwise(first))
        return last if gaps >= 2 else start
    return last if sum(gappy[start:last]) >= 2 else start


def _begins_row(rows: list[PdfRow], gappy: list[bool], at: int, size: float) -> bool:
    """Is a line without gaps the first line of a row whose other cells stand on the next line?"""
    behind = rows[at + 1] if at + 1 < len(rows) else None
    return behind is not None and gappy[at + 1] and 0 < behind[0].bottom - rows[at][0].bottom < CLOSE * size


def cells_of(rows: list[PdfRow], drawn: Drawn) -> list[list[Cell]]:
    """The cells of a table's rows, blank ones too; none where it is no table."""
    lines = lines_of(rows, drawn)
    alone = {piece.first for line in lines.pieces for piece in line if piece.first == piece.last}
    if len(alone) < 2:
        return []
    table = [_row(lines, group) for group in rows_of(lines, drawn.across)]
    return table if max(len(cell.text) for row in table for cell in row) < SENTENCE else []


def _row(lines: Lines, group: list[int]) -> list[Cell]:
    """The cells of the lines of one row."""
    narrow = min((b[0] - a[1] for a, b in itertools.pairwise(lines.edges)), default=0.0)
    columns: dict[int, list[PdfRow]] = {}
    last: dict[int, int] = {}
    for k in group:
        for piece in lines.pieces[k]:
            first = next((c for c in last if c <= piece.first <= last[c]), piece.first)
            columns.setdefault(first, []).append(piece.words)
            last[first] = max(last.get(first, first), piece.last)
    cells, at = [], 0
    while at <= len(lines.bounds):
        end = max([last.get(at, at), *(last[c] for c in last if at <= c <= last.get(at, at))])
        parts = [part for c in range(at, end + 1) for part in columns.get(c, [])]
        limit = lines.edges[end + 1][0] - max(narrow, 0) if end < len(lines.bounds) else float("inf")
        cells.append(Cell(join(parts, limit), end - at + 1))
        at = end + 1
    return cells


def join(lines: list[PdfRow], limit: float) -> str:
    """The lines of one cell as one text."""
    text = ""
    for k, line in enumerate(lines):
        piece = said(line)
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
    if re.search(r"(?:^|[\s\d])[-–−]$", text) and piece[:1].isdigit():
        return True
    last, first = above[-1], line[0]
    full = len(above) == 1 and last.right + letter(first) > limit
    return full and last.text[-1:].isalpha() and piece[:1].islower() and last.text.isalpha()
