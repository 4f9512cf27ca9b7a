"""Which studies stand where: across by what their design can tell, down by what they print or report?

Blocks below each other share the columns, so that what was read can be compared with what is known from elsewhere. A
row's mark stands before each of its names, and its words beside it; hollow marks are explained below their block.
Nothing is pooled, and no mark is larger than another.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from matplotlib.figure import Figure

from reread.figures import canvas

LINE, AIR = 16.0, 7.0
FILLED, HOLLOW = 9.0, 7.5  # filled marks have a rim of paper
LABELS = 134.0  # width of the row labels beside the columns
INSET = 14.0  # from a mark to its name


@dataclass(frozen=True)
class LandscapeRow:
    """A row: its words, with their own mark, and the shape that stands before its names."""

    label: str
    shape: str = "o"


@dataclass(frozen=True)
class Entry:
    """A name in one cell, with a note in quiet; hollow where the block's key says so."""

    row: int
    column: int
    text: str
    note: str = ""
    hollow: bool = False


@dataclass(frozen=True)
class Block:
    """Rows under one title, what stands in them, what a hollow mark means, and a short title for the table."""

    title: str
    rows: tuple[LandscapeRow, ...]
    entries: tuple[Entry, ...]
    key: str = ""
    short: str = ""

    def cell(self, row: int, column: int) -> list[Entry]:
        """What stands in a cell, in the order given."""
        return [entry for entry in self.entries if (entry.row, entry.column) == (row, column)]


@dataclass(frozen=True)
class Landscape:
    """The columns, each with a second line in quiet, and the blocks that share them."""

    columns: tuple[tuple[str, str], ...]
    blocks: tuple[Block, ...]


def draw(data: Landscape, wide: bool, words: Mapping[str, str]) -> Figure:
    """Columns beside each other (wide), or one below the other (slim)."""
    page = canvas.Page(wide)
    return page.finish(_wide(page, data, words) if wide else _slim(page, data, words))


def table(data: Landscape, words: Mapping[str, str]) -> canvas.Rows:
    """One row for each name."""
    head = [words[f"column_{key}"] for key in ("name", "block", "design", "says")]
    rows = [
        [
            f"{entry.text}, {entry.note}" if entry.note else entry.text,
            block.short or block.title,
            data.columns[entry.column][0],
            block.rows[entry.row].label,
        ]
        for block in data.blocks
        for entry in sorted(block.entries, key=lambda entry: (entry.column, entry.row))
    ]
    return head, rows


def _wide(page: canvas.Page, data: Landscape, words: Mapping[str, str]) -> float:
    step = (page.width - LABELS) / len(data.columns)
    lefts = [LABELS + step * k for k in range(len(data.columns))]
    bottom = max(_heading(page, x, 9, column, step - 10) for x, column in zip(lefts, data.columns, strict=True))
    for block in data.blocks:
        y = bottom + 18
        page.line([0, page.width], [y - 16, y - 16], "ink", 1.2)
        bottom = page.paragraph(0, y, block.title, page.width, size=canvas.BASE, bold=True) + 2
        for k, row in enumerate(block.rows):
            page.line([0, page.width], [bottom - 8, bottom - 8], "rule", layer=0)
            ends = [page.paragraph(0, bottom + AIR, row.label, LABELS - 10)]
            ends += [_cell(page, block, k, c, x, bottom + AIR, step - 10) for c, x in enumerate(lefts)]
            bottom = max(ends) + AIR - 3
        _empty(page, block, lefts, y + 2 * LINE + 2, words)
        bottom = page.paragraph(LABELS, bottom, block.key, page.width - LABELS, "quiet") if block.key else bottom
    return bottom


def _empty(page: canvas.Page, block: Block, lefts: list[float], y: float, words: Mapping[str, str]) -> None:
    """Say so where a whole column of a block has no name."""
    for column, x in enumerate(lefts):
        if not any(entry.column == column for entry in block.entries):
            page.text(x, y - LINE + AIR + 3, words["none_here"], "quiet")


def _slim(page: canvas.Page, data: Landscape, words: Mapping[str, str]) -> float:
    y = 9.0
    for block in data.blocks:
        y = page.paragraph(0, y, block.title, page.width, size=canvas.BASE, bold=True) + 4
        for column, heading in enumerate(data.columns):
            page.line([0, page.width], [y - 9, y - 9], "rule", layer=0)
            y = _heading(page, 0, y + 4, heading, page.width) + 2
            filled = [k for k in range(len(block.rows)) if block.cell(k, column)]
            for k in filled:
                y = page.paragraph(INSET, y + 2, block.rows[k].label, page.width - INSET)
                y = _cell(page, block, k, column, 2 * INSET, y, page.width - 2 * INSET) + 2
            if not filled:
                page.text(INSET, y + 2, words["none_here"], "quiet")
                y += LINE
            y += AIR
        y = page.paragraph(0, y - 2, block.key, page.width, "quiet") + 10 if block.key else y + 10
    return y - 14


def _heading(page: canvas.Page, x: float, y: float, column: tuple[str, str], width: float) -> float:
    label, detail = column
    y = page.paragraph(x, y, label, width, bold=True)
    return page.paragraph(x, y, detail, width, "quiet") if detail else y


def _cell(page: canvas.Page, block: Block, row: int, column: int, x: float, y: float, width: float) -> float:
    """The names of a cell below each other; returns the height under them."""
    for entry in block.cell(row, column):
        size = HOLLOW if entry.hollow else FILLED
        page.shape(x + FILLED / 2, y, "ink", block.rows[row].shape, size, entry.hollow)
        y = page.paragraph(x + INSET, y, entry.text, width - INSET)
        y = page.paragraph(x + INSET, y, entry.note, width - INSET, "quiet") if entry.note else y
    return y
