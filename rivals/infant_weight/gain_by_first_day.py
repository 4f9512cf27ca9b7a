"""With no effect at all, how much is gained, by day of the first measurement, and how many reach the printed gain?

The line is the mean, the band as its words say, both in the unit of the label; how many reach the printed gain stands
above each chosen day.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from matplotlib.figure import Figure

from reread.figures import canvas


@dataclass(frozen=True)
class Reach:
    """How many of 100 reach the printed gain when first measured on this day, in words."""

    day: float
    text: str


@dataclass(frozen=True)
class GainByFirstDay:
    """Curve of gains over days, the printed gain, how many reach it, and the words of axes, line, band and numbers."""

    curve: canvas.Curve
    printed: float
    reaches: tuple[Reach, ...]
    x_label: str
    y_label: str
    printed_label: str
    band_label: str
    reach_label: str
    reach_column: str


def draw(data: GainByFirstDay, wide: bool, words: Mapping[str, str]) -> Figure:
    """A row of numbers above one panel, in either width."""
    page = canvas.Page(wide)
    row = page.paragraph(0, 9, data.y_label, page.width, "quiet") + 4
    if data.reaches:
        row = page.paragraph(0, row, data.reach_label, page.width, "nature", canvas.BASE, bold=True) + 4
    top = row + (18 if data.reaches else 0)
    pane = canvas.Box(44, top, page.width - 6, top + (250 if wide else 260))
    ends = min(data.curve.x), max(data.curve.x)
    room = 0.06 * (ends[1] - ends[0])
    across = canvas.Scale(ends[0] - room, ends[1] + room, pane.left, pane.right)
    up = canvas.Scale.around([0, data.printed, *data.curve.low, *data.curve.high], pane.bottom, pane.top, 0.04)
    grid = canvas.axis_left(page, up, pane.left, pane.right, [data.printed])
    line, rims = canvas.banded(page, data.curve, across, up, "nature", "band")
    grid = canvas.uncovered(grid, data.curve, across, up)
    rule = _rule(page, data, up, pane)
    marks = [box for reach in data.reaches for box in _reach(page, data, reach, across, up, row)]
    taken = [*line, *marks, rule]
    said = _said(page, data, up, pane, [*taken, *rims])
    lower = [(across(x), (up(low) + up(middle)) / 2) for x, low, middle in _points(data.curve)]
    canvas.name_band(page, data.band_label, lower[len(lower) // 2 :], [*taken, *rims, *grid, said], pane, "nature")
    days = [(day, label) for day, label in across.ticks(most=12) if ends[0] <= day <= ends[1]]
    return page.finish(canvas.axis_below(page, across, pane.bottom, data.x_label, days))


def table(data: GainByFirstDay, words: Mapping[str, str]) -> canvas.Rows:
    """Gain by day with the ends of its band, and how many reach the printed one; then the printed gain."""
    told = {reach.day: reach.text for reach in data.reaches}
    curve = data.curve
    rows = [
        [f"{day:g}", *(canvas.fixed(v, 0) for v in values), told.get(day, "")]
        for day, *values in zip(curve.x, curve.middle, curve.low, curve.high, strict=True)
    ]
    head = [*(words[f"column_{key}"] for key in ("day", "middle", "low", "high")), data.reach_column]
    return head, [*rows, [data.printed_label, canvas.fixed(data.printed, 0), "", "", ""]]


def _points(curve: canvas.Curve) -> list[tuple[float, float, float]]:
    return list(zip(curve.x, curve.low, curve.middle, strict=True))


def _rule(page: canvas.Page, data: GainByFirstDay, up: canvas.Scale, pane: canvas.Box) -> canvas.Box:
    """Draw the printed gain across the panel; returns what it hides."""
    y = up(data.printed)
    page.line([pane.left, pane.right], [y, y], "ink", 1.8, layer=4)
    return canvas.Box(pane.left, y - 1.5, pane.right, y + 1.5)


def _reach(
    page: canvas.Page, data: GainByFirstDay, reach: Reach, across: canvas.Scale, up: canvas.Scale, row: float
) -> list[canvas.Box]:
    """How many reach it, in a row above the panel, with a guide down to the printed gain; and the mean of its day."""
    x, y, end = across(reach.day), up(data.curve.middle[data.curve.x.index(reach.day)]), up(data.printed)
    page.text(x, row, reach.text, "nature", canvas.BIG, "center", bold=True)
    page.line([x, x], [row + 12, end], "nature", 1.0, dotted=True, layer=3)
    page.shape(x, y, "nature", size=10)
    return [canvas.Box(x - 2, row + 12, x + 2, end), canvas.Box(x - 5, y - 5, x + 5, y + 5)]


def _said(
    page: canvas.Page, data: GainByFirstDay, up: canvas.Scale, pane: canvas.Box, taken: list[canvas.Box]
) -> canvas.Box:
    """The words of the printed gain above or below its line, as far left as is free."""
    wide, y = canvas.text_width(data.printed_label, canvas.BASE, True), up(data.printed)
    lefts = [pane.left + 4 + 12.0 * k for k in range(int((pane.right - pane.left - wide) / 12) + 1)]
    places = [canvas.Box(x, top, x + wide, top + 15) for x in lefts for top in (y - 19, y + 4)]
    box = canvas.first_free(places, taken, pane)
    return page.label(box, pane.right, data.printed_label, size=canvas.BASE, bold=True)
