"""Which columns has a table, given its lines?

Columns are parted by lines drawn down or by white rivers; a piece of a line that runs over a river spans columns (a
head above several, a section's name).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import median

from reread.documents.pdf.rivers import WIDE, PdfRow, along, between_numbers, heads_of, pieces_of, river_width, through
from reread.documents.pdf.rules import Drawn, Rule
from reread.documents.pdf.words import said

MIDDLE = 3  # times nearer to the middle of several columns than to that of its own: a head of them all


@dataclass
class Piece:
    """Words of one line that stand in one cell, or in one that spans columns up to `last`."""

    words: PdfRow
    first: int = 0
    last: int = 0

    @property
    def left(self) -> float:
        """Where it begins."""
        return self.words[0].left

    @property
    def right(self) -> float:
        """Where it ends."""
        return max(word.right for word in self.words)

    @property
    def text(self) -> str:
        """Its words."""
        return said(self.words)


@dataclass
class Lines:
    """The lines of one table in columns; `bounds` part these, `edges` are where the widest piece of each ends."""

    pieces: list[list[Piece]]
    bottoms: list[float]
    size: float
    bounds: list[float]
    edges: list[tuple[float, float]] = field(default_factory=list)

    def filled(self, k: int) -> set[int]:
        """The columns in which a line has words."""
        return {piece.first for piece in self.pieces[k]}

    def step(self, k: int) -> float:
        """How far a line stands below the one above."""
        return self.bottoms[k] - self.bottoms[k - 1]


def lines_of(rows: Sequence[PdfRow], drawn: Drawn) -> Lines:
    """The lines of a table in columns."""
    words = [word for row in rows for word in row]
    top, bottom = min(w.bottom - w.size for w in words), max(w.bottom for w in words)
    left, right = min(w.left for w in words), max(w.right for w in words)
    ruled = [rule.at for rule in drawn.down if left < rule.at < right and along(rule, top, bottom) > WIDE]
    heads = heads_of(rows, drawn.across, left, right)
    stripes = through(rows, heads)
    white = [(a + b) / 2 for a, b in stripes if not any(a - 1 <= at <= b + 1 for at in ruled)]
    least = river_width(rows)
    found = Lines([], [median(w.bottom for w in row) for row in rows], median(w.size for w in words), [])
    found.bounds = sorted([*ruled, *white])
    found.bounds = sorted([*found.bounds, *between_numbers(rows[heads:], found.bounds)])
    found.pieces = [_placed(row, found.bounds, least) for row in rows]
    for column in range(len(found.bounds) + 1):
        alone = [p for line in found.pieces if len(line) > 1 for p in line if p.first == p.last == column]
        found.edges.append((min((p.left for p in alone), default=0.0), max((p.right for p in alone), default=0.0)))
    for k in range(min(heads, len(rows) - 1)):
        under = [r for r in drawn.across if found.bottoms[k] - 1 < r.at < found.bottoms[k + 1] - 0.3 * found.size]
        _span(found, k, [rule for rule in under if along(rule, left, right) < WIDE])
    return found


def _span(lines: Lines, k: int, rules: Sequence[Rule]) -> None:
    """Heads over several columns: those above a rule of their own, or in the middle above columns that have none."""
    centres = [(a + b) / 2 for a, b in lines.edges]
    taken = lines.filled(k)
    for piece in lines.pieces[k]:
        own = next((r for r in rules if r.start < (piece.left + piece.right) / 2 < r.end), None)
        if own:
            below = [c for c, centre in enumerate(centres) if own.start < centre < own.end]
            piece.first, piece.last = (below[0], below[-1]) if below else (piece.first, piece.last)
        elif piece.first == piece.last:
            piece.first, piece.last = _over(lines, k, piece, centres, taken)


def _over(lines: Lines, k: int, piece: Piece, centres: list[float], taken: set[int]) -> tuple[int, int]:
    """The columns in whose middle a head stands, its own one or some beside it that only the next line fills."""
    middle, below = (piece.left + piece.right) / 2, lines.filled(k + 1)
    best = abs(middle - centres[piece.first]) / MIDDLE, (piece.first, piece.first)
    for first in range(len(centres)):
        for last in range(first + 1, len(centres)):
            own = set(range(first, last + 1))
            if piece.first in own and own & taken <= {piece.first} and own <= below:
                left, right = lines.edges[first][0], lines.edges[last][1]
                off = abs(middle - (left + right) / 2)
                if off < lines.size:
                    best = min(best, (off, (first, last)))
    return best[1]


def _placed(row: PdfRow, bounds: list[float], least: float) -> list[Piece]:
    """The pieces of a line with their columns."""
    found: list[Piece] = []
    for piece in pieces_of(row, least):
        for part in _parted(piece, bounds):
            found.append(_in_columns(part, bounds))
    merged: list[Piece] = []
    for each in found:
        if merged and merged[-1].last >= each.first:
            merged[-1] = Piece([*merged[-1].words, *each.words], merged[-1].first, max(each.last, merged[-1].last))
        else:
            merged.append(each)
    return merged


def _in_columns(words: PdfRow, bounds: list[float]) -> Piece:
    left, right = words[0].left, max(word.right for word in words)
    slack = 0.25 * words[0].size
    first, last = (sum(edge > bound for bound in bounds) for edge in (left + slack, right - slack))
    if first != last and len(words) == 1:  # one word sticks out of its column
        first = last = sum((left + right) / 2 > bound for bound in bounds)
    return Piece(words, first, max(first, last))


def _parted(piece: PdfRow, bounds: list[float]) -> list[PdfRow]:
    """A piece in two where a river runs through one of its blanks and both sides print numbers."""
    for k in range(1, len(piece)):
        before, behind = max(word.right for word in piece[:k]), piece[k].left
        if any(before <= bound <= behind for bound in bounds):
            sides = said(piece[:k]), said(piece[k:])
            if all(re.search(r"\d", side) for side in sides) or behind - before > 0.45 * piece[k].size:
                return [piece[:k], *_parted(piece[k:], bounds)]
    return [piece]
