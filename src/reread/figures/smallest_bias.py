"""How large must each bias be, beside the others, before it prints the result?

Each row has a scale of its own, from none of the bias to the most that is tried, whose ends are written at it. A dot
stands where a few studies without the effect print as much, a bar runs from it to where half of them do. Far left: a
small bias is enough. A row without a dot is not enough at its largest.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from matplotlib.figure import Figure

from reread.figures import canvas

STEP, AIR = 15.8, 9.0


@dataclass(frozen=True)
class BiasRow:
    """A bias: where on its scale (0 to 1) a few and half of the studies print as much, its ends, its sizes in words."""

    label: str
    few: float | None
    half: float | None
    begins: str
    ends: str
    right: str


@dataclass(frozen=True)
class SmallestBias:
    """Rows, what dot and bar mean, and in few words what the sizes are (for the table)."""

    rows: tuple[BiasRow, ...]
    head: str
    sizes: str


def draw(data: SmallestBias, wide: bool, words: Mapping[str, str]) -> Figure:
    """Label and sizes above the scale in either width."""
    page = canvas.Page(wide)
    y = page.paragraph(0, 9, data.head, page.width, "quiet") + 6
    left = max(canvas.text_width(row.begins, canvas.SMALL) for row in data.rows) + 10
    right = page.width - max(canvas.text_width(row.ends, canvas.SMALL) for row in data.rows) - 10
    for row in data.rows:
        said = canvas.text_width(row.right, canvas.SMALL, True) + 14
        page.text(page.width, y, row.right, "nature" if row.few is not None else "quiet", align="right", bold=True)
        y = page.paragraph(0, y, row.label, page.width - said) + 1
        page.text(left - 8, y, row.begins, "quiet", align="right")
        page.text(right + 8, y, row.ends, "quiet")
        page.line([left, right], [y, y], "rule", 3)
        if row.few is not None:
            start = left + (right - left) * row.few
            end = right if row.half is None else left + (right - left) * row.half
            page.line([start, end], [y, y], "nature", 2.4 if row.half is None else 6, row.half is None, layer=3)
            page.shape(start, y, "nature", size=9, layer=6)
        y += STEP + AIR
    return page.finish(y - AIR)


def table(data: SmallestBias, words: Mapping[str, str]) -> canvas.Rows:
    """One row a bias: its scale and its sizes."""
    head = [words["column_row"], words["column_low"], words["column_high"], data.sizes]
    return head, [[row.label, row.begins, row.ends, row.right] for row in data.rows]
