"""Which lines of a table are one row?

A line goes on with the row above where no rule is drawn between them, the next word would not have fitted at the end of
the cell's line above, and one of these holds: rules part all rows; the lines are nearer to each other than rows are; a
bracket or a dash is open; or only words go on.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from reread.documents.pdf.grid import Lines, Piece
from reread.documents.pdf.rules import Rule
from reread.documents.pdf.words import Word

LEADING = (0.75, 1.9)  # heights: lines of a cell are no nearer, and no farther apart
SPACE = 0.25  # heights: a blank
NEARER = 1.12  # rows are so much farther apart than the lines of a cell
WIDER, OFTEN = 1.4, 0.3  # where they are that much farther apart, that part of the lines, no look at them is needed
CELL = 1.5  # heights: lines of a cell are no farther apart
WIDE = 0.8  # of a table's width: a rule as wide parts rows
WANTS_MORE = re.compile(r"[±=<>≤≥(\[]$")
OPEN = re.compile(r"[-–—−±/(\[,:×=+]$")
CLOSES = re.compile(r"^[)\],;%–—]")
IN_BRACKETS = re.compile(r"[(\[][^()\[\]]*[)\]]\S?")


def rows_of(lines: Lines, across: Sequence[Rule]) -> list[list[int]]:
    """The lines of each row."""
    runs = _Runs(lines, across)
    rows: list[list[int]] = []
    for k in range(len(lines.pieces)):
        if rows and runs.on(rows[-1], k):
            rows[-1].append(k)
        else:
            rows.append([k])
    return rows


class _Runs:
    """What is known of a table's lines before any of them is joined to another."""

    def __init__(self, lines: Lines, across: Sequence[Rule]) -> None:
        self.lines = lines
        left = min(piece.left for line in lines.pieces for piece in line)
        right = max(piece.right for line in lines.pieces for piece in line)
        self.rules = [
            rule.at for rule in across if min(rule.end, right) - max(rule.start, left) > WIDE * (right - left)
        ]
        count = len(lines.pieces)
        self.steps = [0.0, *(lines.step(k) for k in range(1, count))]
        self.parted = [False, *(self._ruled(k) for k in range(1, count))]
        self.exact = self._part_all(count)
        self.near = self._near()

    def _ruled(self, k: int) -> bool:
        above, here = self.lines.bottoms[k - 1 : k + 1]
        return any(above - 0.1 * self.lines.size < rule < here - 0.3 * self.lines.size for rule in self.rules)

    def _part_all(self, count: int) -> bool:
        """Do rules part all rows, so that nearly every stretch between two of them looks like one row?"""
        begins = [0, *(k for k in range(1, count) if self.parted[k]), count]
        bands = list(itertools.pairwise(begins))
        return len(bands) > 2 and (
            len(bands) >= 0.4 * count or sum(self._one_row(a, b) for a, b in bands) >= 0.8 * len(bands)
        )

    def _one_row(self, start: int, end: int) -> bool:
        """Have these lines one label, or do their cells end one after the other?"""
        filled = [self.lines.filled(k) for k in range(start, end)]
        end_by_and_by = all(b <= a for a, b in itertools.pairwise(filled)) and filled[-1] < filled[0]
        return sum(0 in columns for columns in filled) <= 1 or end_by_and_by

    def _near(self) -> float:
        """Lines with a smaller step than this are one cell's; 0 where the steps do not tell."""
        size = self.lines.size
        steps = sorted(
            step for step, ruled in zip(self.steps, self.parted, strict=True)
            if not ruled and LEADING[0] * size < step < 2 * LEADING[1] * size
        )  # fmt: skip
        ratios = [(b / a, (a + b) / 2) for a, b in itertools.pairwise(steps) if a < CELL * size]
        ratio, between = max(ratios, default=(1.0, 0.0))
        if ratio < NEARER:
            return 0.0
        close = [k for k in range(1, len(self.steps)) if self.steps[k] < between and not self.parted[k]]
        told = ratio > WIDER and len(self.steps) - 1 - len(close) >= OFTEN * (len(self.steps) - 1)
        return between if told or 2 * sum(self._a_row(k) for k in close) < len(close) else 0.0

    def _a_row(self, k: int) -> bool:
        """Does a line look like a row of its own: a label, and most columns filled, none of them running on?"""
        here, above = self.lines.filled(k), {p.first: p for p in self.lines.pieces[k - 1]}
        on = any(_open(above[p.first].text, p.text) for p in self.lines.pieces[k] if p.first in above)
        fits = any(self._fits(above[p.first], p) for p in self.lines.pieces[k] if p.first in above)
        return fits or (not on and 0 in here and len(here) >= max(2, 0.5 * (len(self.lines.bounds) + 1)))

    def _fits(self, above: Piece, piece: Piece) -> bool:
        """Would the piece's first word have fitted at the end of the line above? Then it is no part of that cell."""
        if above.first != piece.first or above.last != piece.last:
            return False
        left, right = self.lines.edges[piece.first] if piece.first == piece.last else (above.left, above.right)
        word = _first_word(piece)
        need = above.right - above.left + SPACE * self.lines.size + word.right - word.left
        return need < right - left - 0.05 * self.lines.size

    def on(self, row: list[int], k: int) -> bool:
        """Does a line go on with the row above?"""
        lines, step, size = self.lines, self.steps[k], self.lines.size
        here = lines.filled(k)
        before = [p for j in row for p in lines.pieces[j]]
        last = {p.first: p for p in before}
        if self.parted[k] or self.exact:
            return not self.parted[k]
        if step > LEADING[1] * size:
            return False
        if step < LEADING[0] * size:
            return not here & lines.filled(k - 1)
        pairs = [(last[p.first], p) for p in lines.pieces[k] if p.first in last]
        if step < CELL * size and any(len(a.text) > 1 and WANTS_MORE.search(a.text) for a, _ in pairs):
            return True
        if any(self._fits(above, piece) for above, piece in pairs):
            return False
        if step < CELL * size and any(_open(above.text, piece.text) for above, piece in pairs):
            return True
        if here == {0} and len(lines.pieces[k]) == 1 and step < CELL * size and pairs and pairs[0][1].text[:1] in "([":
            return True
        label_only = set(last) == {0} and _in_the_middle(pairs)
        if self.near:
            return step < self.near
        if not here <= set(last):
            return label_only and step < CELL * size
        return step < CELL * size and self._only_words(here, set(last), lines.pieces[k])

    def _only_words(self, here: set[int], before: set[int], pieces: list[Piece]) -> bool:
        """Do only words go on, of fewer cells than the row has?"""
        return here < before and all(piece.text[:1].islower() and not re.search(r"\d", piece.text) for piece in pieces)


def _first_word(piece: Piece) -> Word:
    return piece.words[0]


def _in_the_middle(pairs: list[tuple[Piece, Piece]]) -> bool:
    """Does a label's second line go on in the middle of its words?"""
    return any(
        piece.first == 0 and (piece.text[:1].islower() or _open(above.text, piece.text)) for above, piece in pairs
    )


def _open(above: str, piece: str) -> bool:
    """Is a bracket or a dash of the line above open, or does the line below hold what stands in brackets?

    >>> _open("5.1 years (1.0–", "13.0)"), _open("4,574", "(100)"), _open("5.1 (1.0)", "4.2 (1.3)"), _open("-", "-")
    (True, True, False, False)
    """
    if len(above) > 1 and (OPEN.search(above) or CLOSES.match(piece)):
        return True
    depth = sum(above.count(a) - above.count(b) for a, b in ("()", "[]"))
    return depth > 0 or bool(
        IN_BRACKETS.fullmatch(piece) and re.search(r"\d", above) and not re.search(r"[)\]]", above)
    )
