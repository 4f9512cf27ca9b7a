"""Who rose, who stayed and who fell in each before–after table that the printed numbers leave?

One line is one person, from the score before to the score after; those who fell are thicker and in their own colour,
and counted in words. Above `LINES` persons a ribbon stands for all who made the same move, as thick as they are many.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from matplotlib.figure import Figure

from reread.figures import canvas

LINES = 60
SIDE_BY_SIDE = 4
LABEL = 62.0  # widest label beside a column


@dataclass(frozen=True)
class JointTable:
    """counts[i][j] persons had score i before and score j after; notes are lines under the heading."""

    counts: tuple[tuple[int, ...], ...]
    notes: tuple[str, ...] = ()

    def moves(self, sign: int) -> int:
        """How many rose (+1), stayed (0) or fell (−1)."""
        n = len(self.counts)
        return sum(self.counts[i][j] for i in range(n) for j in range(n) if np.sign(j - i) == sign)

    def margins(self) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """How many had each score before, and after."""
        grid = np.array(self.counts)
        return tuple(int(k) for k in grid.sum(axis=1)), tuple(int(k) for k in grid.sum(axis=0))


@dataclass(frozen=True)
class BeforeAfter:
    """Score names, lowest first, and the tables; of more than four the first two and the last two are drawn."""

    scores: tuple[str, ...]
    tables: tuple[JointTable, ...]


@dataclass(frozen=True)
class _Spot:
    """Where a panel stands: its two columns of people, and on which sides the groups are named."""

    left: float
    right: float
    top: float
    step: float
    named: str


def draw(data: BeforeAfter, wide: bool, words: Mapping[str, str]) -> Figure:
    """The tables beside each other (wide) or below each other (slim)."""
    page = canvas.Page(wide)
    tables = _drawn(data.tables)
    alike = wide and len({table.margins() for table in tables}) == 1
    people = sum(tables[0].margins()[0])
    step = min(9.0 if wide else 8.0, 300 / (people + 3 * len(data.scores)))
    in_row = len(tables) if alike else 2 if wide else 1
    y, bottom = 0.0, 0.0
    for k, table in enumerate(tables):
        if k and k % in_row == 0:
            y = bottom + 26
        named = ("l" if k == 0 else "") + ("r" if k == len(tables) - 1 else "") if alike else "lr"
        left, right = _columns(page, k % in_row, min(in_row, len(tables)), alike)
        top = _heading(page, table, left, right, y, words)
        bottom = max(bottom, _people(page, data.scores, table, _Spot(left, right, top, step, named), words))
    if len(data.tables) > len(tables):
        page.text(0, bottom + 8, words["more_tables"].format(k=len(data.tables) - len(tables)), "quiet")
        bottom += 18
    return page.finish(bottom)


def table(data: BeforeAfter, words: Mapping[str, str]) -> canvas.Rows:
    """One row for each move that occurs in each table."""
    head = [words["column_table"], words["before"], words["after"], words["column_people"]]
    rows = [
        [str(k), data.scores[i], data.scores[j], str(count)]
        for k, joint in enumerate(data.tables, 1)
        for i, line in enumerate(joint.counts)
        for j, count in enumerate(line)
        if count
    ]
    return head, rows


def _drawn(tables: tuple[JointTable, ...]) -> tuple[JointTable, ...]:
    return tables if len(tables) <= SIDE_BY_SIDE else (*tables[:2], *tables[-2:])


def _columns(page: canvas.Page, k: int, of: int, alike: bool) -> tuple[float, float]:
    """The two columns of a panel: labels outside all panels if all share their margins, else beside each."""
    room = LABEL + 10
    gap = 30.0 if alike else 2 * room + 16
    lane = (page.width - 2 * room - (of - 1) * gap) / of
    left = room + k * (lane + gap)
    return left, left + lane


def _heading(
    page: canvas.Page, table: JointTable, left: float, right: float, y: float, words: Mapping[str, str]
) -> float:
    """How many rose and fell, then the notes; returns the height under them."""
    rose, fell = table.moves(1), table.moves(-1)
    texts = (
        words["rose"].format(k=rose) if rose else words["rose_none"],
        (words["fell"].format(k=fell) if fell else words["fell_none"]),
    )
    page.text(left, y + 9, texts[0], "allow", canvas.BIG, bold=True)
    page.text(left, y + 28, texts[1], "fell", canvas.BIG, bold=True)
    y += 49
    for note in table.notes:
        y = page.paragraph(left, y, note, max(right - left + 20, 130), "quiet")
    return y + 6


def _people(
    page: canvas.Page, scores: tuple[str, ...], table: JointTable, spot: _Spot, words: Mapping[str, str]
) -> float:
    before, after = table.margins()
    n, gap = sum(before), 3.0
    height = spot.step * (n + gap * (len(scores) - 1))
    base = spot.top + height
    starts = [_starts(counts, spot.step, gap) for counts in (before, after)]
    if n <= LINES:
        _lines(page, table, spot, base, starts)
    else:
        _ribbons(page, table, spot, base, starts)
    for side, counts, x, begin in (("l", before, spot.left, starts[0]), ("r", after, spot.right, starts[1])):
        if side in spot.named:
            _names(page, side, scores, counts, x, base, spot.step, begin, words)
    page.text(spot.left - 3, base + 14, words["before"], "quiet")
    page.text(spot.right + 3, base + 14, words["after"], "quiet", align="right")
    return base + 24


def _starts(counts: tuple[int, ...], step: float, gap: float) -> list[float]:
    """The height above the base at which each score's group begins."""
    out, at = [], 0.0
    for count in counts:
        out.append(at)
        at += step * (count + (gap if count else 0))
    return out


def _moves(table: JointTable) -> list[tuple[int, int, int, int, int]]:
    """(from, to, count, persons of `from` drawn before, persons of `to` drawn before), lowest scores first."""
    grid = np.array(table.counts)
    return [
        (i, j, int(grid[i, j]), int(grid[i, :j].sum()), int(grid[:i, j].sum()))
        for i in range(len(grid))
        for j in range(len(grid))
        if grid[i, j]
    ]


def _lines(page: canvas.Page, table: JointTable, spot: _Spot, base: float, starts: list[list[float]]) -> None:
    dot = min(6.0, 0.72 * spot.step)
    for i, j, count, below_left, below_right in _moves(table):
        role: canvas.Role = "fell" if j < i else "allow" if j > i else "quiet"
        width = min(2.8, 0.5 * spot.step) if j < i else min(1.3, 0.2 * spot.step)
        for k in range(count):
            y0 = base - starts[0][i] - spot.step * (below_left + k + 0.5)
            y1 = base - starts[1][j] - spot.step * (below_right + k + 0.5)
            page.bend((spot.left, y0), (spot.right, y1), role, width, layer=3 if j < i else 2)
            page.shape(spot.left, y0, "allow", size=dot, hollow=i == 0)
            page.shape(spot.right, y1, "allow", size=dot, hollow=j == 0)


def _ribbons(page: canvas.Page, table: JointTable, spot: _Spot, base: float, starts: list[list[float]]) -> None:
    for i, j, count, below_left, below_right in _moves(table):
        role: canvas.Role = "fell" if j < i else "allow" if j > i else "quiet"
        y0 = base - starts[0][i] - spot.step * below_left
        y1 = base - starts[1][j] - spot.step * below_right
        tall, layer = spot.step * count, 3 if j < i else 2
        page.ribbon((spot.left, y0), (spot.right, y1), tall, role, 0.9 if j < i else 0.35, layer)
        if j < i:  # so that even one person among hundreds is seen
            page.bend((spot.left, y0 - tall / 2), (spot.right, y1 - tall / 2), role, 2, layer)


def _names(
    page: canvas.Page,
    side: str,
    scores: tuple[str, ...],
    counts: tuple[int, ...],
    x: float,
    base: float,
    step: float,
    begin: list[float],
    words: Mapping[str, str],
) -> None:
    """Count and score of each group beside its column, pushed apart where groups are small."""
    named = [(scores[i], k, base - begin[i] - step * k / 2) for i, k in enumerate(counts) if k]
    texts = [canvas.wrapped(words["count_at"].format(k=k, score=score), LABEL, 12) for score, k, _ in named]
    tall = 15.8 * max(len(lines) for lines in texts)
    for lines, y in zip(texts, canvas.spread([y for _, _, y in named], tall), strict=True):
        for row, line in enumerate(lines):
            at = y + 15.8 * (row - (len(lines) - 1) / 2)
            page.text(x + (-10 if side == "l" else 10), at, line, align="right" if side == "l" else "left")
