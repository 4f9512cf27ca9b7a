"""Which range does each row have, on one axis, and where is the printed value?

Bounds under assumptions, simulated shares by setting, the reach of each unknown, trials beside each other: each row is
a label, a range (or a point), and a few words at the right. Rows may stand under headings. Nothing is pooled, and no
mark is larger than another.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from matplotlib.figure import Figure

from reread.figures import canvas
from reread.figures.canvas.palette import Role

STEP, AIR = 15.8, 6.0


@dataclass(frozen=True)
class IntervalRow:
    """A row: label, ends of its range, its middle, words at the right. Without ends a point, without middle a bar.

    A row with neither is a heading, or says at the right why it has none.
    """

    label: str
    low: float | None = None
    high: float | None = None
    middle: float | None = None
    right: str = ""
    role: Role = "nature"
    hollow: bool = False
    heading: bool = False


@dataclass(frozen=True)
class Intervals:
    """Rows, the words below the axis and above the right column, and a line with its words (the printed value)."""

    rows: tuple[IntervalRow, ...]
    x_label: str
    right_head: str = ""
    line: float | None = None
    line_label: str = ""
    ticks: tuple[tuple[float, str], ...] = ()
    log: bool = False


def draw(data: Intervals, wide: bool, words: Mapping[str, str]) -> Figure:
    """Labels beside the ranges (wide) or above them (slim)."""
    page = canvas.Page(wide)
    right = max((canvas.text_width(row.right, canvas.SMALL) for row in data.rows), default=0.0) + 14
    left = 236.0 if wide else 8.0
    top = _above(page, data, left, page.width - (right if wide else 8.0))
    across = _scale(data, left + 4, page.width - (right if wide else 8.0))
    y, marks = top, []
    for row in data.rows:
        start = y
        y, middle = _label(page, row, y, left, wide)
        marks.append((row, middle))
        if data.line is not None and not row.heading and (wide or row.middle is not None or row.low is not None):
            ends = (start - 9, y - 9) if wide else (middle - 7, middle + 7)
            page.line([across(data.line)] * 2, ends, "ink", 1.4, layer=1)
    bottom = y + 2
    for row, middle in marks:
        _range(page, row, middle, across)
    return page.finish(canvas.axis_below(page, across, bottom, data.x_label, list(data.ticks) or None))


def table(data: Intervals, words: Mapping[str, str]) -> canvas.Rows:
    """The same numbers; a row below a heading is named with it."""
    head = [words["column_row"], *(words[f"column_{key}"] for key in ("low", "middle", "high")), data.right_head]
    rows, heading = [], ""
    for row in data.rows:
        if row.heading:
            heading = f"{row.label.removesuffix(':')}: "
        else:
            rows.append([heading + row.label, *(_number(v) for v in (row.low, row.middle, row.high)), row.right])
    if data.line is not None:
        rows.append([data.line_label, "", _number(data.line), "", ""])
    return head, rows


def _number(value: float | None) -> str:
    if value is None:
        return ""
    if 0 < value < 0.005:  # a small p is not 0.00
        return canvas.p_text(value)
    return canvas.fixed(value, 2 if abs(value) < 10 else 1)


def _above(page: canvas.Page, data: Intervals, left: float, right: float) -> float:
    """The words of the right column and of the line; returns where the rows begin."""
    y = 9.0
    if data.right_head:
        y = page.paragraph(page.width, y, data.right_head, page.width * 0.6, "quiet", align="right") + 2
    if data.line is not None and data.line_label:
        at = _scale(data, left + 4, right)(data.line)
        half = canvas.text_width(data.line_label, canvas.SMALL, True) / 2
        page.text(min(max(at, half), page.width - half), y, data.line_label, align="center", bold=True)
        y += STEP
    return y + 6


def _scale(data: Intervals, start: float, end: float) -> canvas.Scale:
    values = [v for row in data.rows for v in (row.low, row.middle, row.high) if v is not None]
    values += [data.line] if data.line is not None else []
    values += [value for value, _ in data.ticks]
    if data.log:
        return canvas.Scale(min(values) / 1.08, max(values) * 1.08, start, end, log=True)
    return canvas.Scale.around(values, start, end, 0.02)


def _label(page: canvas.Page, row: IntervalRow, y: float, left: float, wide: bool) -> tuple[float, float]:
    """The label and the words at the right; returns the next y and the height of the range."""
    if row.heading:
        y += 4
        end = page.paragraph(0, y, row.label, page.width, bold=True)
        return end + 3, y
    if wide:
        end = page.paragraph(0, y, row.label, left - 14)
        middle = (y + end - STEP) / 2
        page.text(page.width, middle, row.right, align="right")
        return end + AIR, middle
    width = page.width - canvas.text_width(row.right, canvas.SMALL) - 12
    end = page.paragraph(0, y, row.label, width)
    page.text(page.width, y, row.right, align="right")
    return (end + STEP + 6, end) if row.low is not None or row.middle is not None else (end + 6, y)


def _range(page: canvas.Page, row: IntervalRow, y: float, across: canvas.Scale) -> None:
    if row.low is not None and row.high is not None:
        width = 7.0 if row.middle is None else 2.4
        page.line([across(row.low), across(row.high)], [y, y], row.role, width, layer=3)
        if row.low == row.high:
            page.shape(across(row.low), y, row.role, "D", 8.5, layer=6)
    if row.middle is not None:
        page.shape(across(row.middle), y, row.role, size=8.5, hollow=row.hollow, layer=6)
