"""How many of 100 such studies, for every pair of two things that are not told, and where does the study stand?

One cell for each pair: the fuller its shade, the more studies. A cell that conflicts with what is printed is grey and
keeps its number; a frame goes around the cells in which the study may stand.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from matplotlib.figure import Figure

from reread.figures import canvas

TALL = 27.0
FAINT = 0.02  # a shade below this is nearly none


@dataclass(frozen=True)
class Cell:
    """What stands in a cell: its words, its shade (0 to 1), and whether it conflicts with the printed values."""

    text: str
    shade: float
    grey: bool = False


@dataclass(frozen=True)
class DayMap:
    """Names of columns and rows, cells row by row, the row in which the study may stand, and words around it all."""

    columns: tuple[str, ...]
    rows: tuple[str, ...]
    cells: tuple[tuple[Cell, ...], ...]
    place: int | None
    x_label: str
    y_label: str
    key: str = ""
    corner: str = ""  # what the rows are, in a word or two, for the head of the table


def draw(data: DayMap, wide: bool, words: Mapping[str, str]) -> Figure:
    """The same grid in both widths, with narrower columns in the slim one."""
    page = canvas.Page(wide)
    top = page.paragraph(0, 9, data.y_label, page.width, "quiet") + 2
    left = max(canvas.text_width(row, canvas.SMALL) for row in data.rows) + 12
    step = min((page.width - left - 4) / len(data.columns), 76.0)
    for r, (name, cells) in enumerate(zip(data.rows, data.cells, strict=True)):
        y = top + TALL * r
        page.text(left - 8, y + TALL / 2, name, "quiet", align="right")
        for c, cell in enumerate(cells):
            _cell(page, cell, canvas.Box(left + step * c, y, left + step * (c + 1), y + TALL))
    bottom = top + TALL * len(data.rows)
    right = left + step * len(data.columns)
    if data.place is not None:
        y = top + TALL * data.place
        page.frame(canvas.Box(left + 0.5, y + 0.5, right - 0.5, y + TALL - 0.5), "ink", 1.8)
    for c, name in enumerate(data.columns):
        page.text(left + step * (c + 0.5), bottom + 12, name, "quiet", align="center")
    end = page.paragraph(left, bottom + 31, data.x_label, page.width - left, "quiet")
    return page.finish((page.paragraph(left, end + 2, data.key, page.width - left, "quiet") if data.key else end) - 4)


def table(data: DayMap, words: Mapping[str, str]) -> canvas.Rows:
    """The same grid; conflicting cells in brackets."""
    rows = [
        [name, *(f"({cell.text})" if cell.grey else cell.text for cell in cells)]
        for name, cells in zip(data.rows, data.cells, strict=True)
    ]
    return [data.corner or data.y_label, *data.columns], rows


def _cell(page: canvas.Page, cell: Cell, box: canvas.Box) -> None:
    inner = [(box.left + 1, box.top + 1), (box.right - 1, box.top + 1)]
    inner += [(box.right - 1, box.bottom - 1), (box.left + 1, box.bottom - 1)]
    page.area(inner, "soft" if cell.grey else "band", 1.0 if cell.grey else 0.15 + 0.85 * cell.shade)
    x, y = box.middle
    faint = cell.grey or cell.shade < FAINT
    page.text(x, y, cell.text, "quiet" if faint else "ink", align="center", bold=not faint)
