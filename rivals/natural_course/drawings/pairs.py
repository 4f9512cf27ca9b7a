"""Which pairs of natural change and effect print the same study?

Across: the factor by which the outcome changes by itself; up: the factor by which the treatment would have to change it
on top. Every point of the line prints the same result, and the band is all that does not conflict with it: the study
alone does not tell where on it the truth lies.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from matplotlib.figure import Figure

from reread.figures import canvas
from reread.figures.canvas.palette import Role

LEVELS = (0.25, 0.5, 1.0, 2.0, 4.0, 8.0, 16.0)


@dataclass(frozen=True)
class Point:
    """A named place on the line: the natural change, the effect, the name, and whether no effect conflicts there."""

    natural: float
    effect: float
    name: str
    conflicts: bool = False


@dataclass(frozen=True)
class Pairs:
    """The line with its band over the natural change, named points on it, and the words of axes, band and no effect."""

    curve: canvas.Curve
    points: tuple[Point, ...]
    x_label: str
    y_label: str
    band_label: str
    one_label: str


def draw(data: Pairs, wide: bool, words: Mapping[str, str]) -> Figure:
    """One panel with logarithmic axes in either width."""
    page = canvas.Page(wide)
    top = page.paragraph(0, 9, data.y_label, page.width, "quiet")
    pane = canvas.Box(54, top, page.width - 8, top + (280 if wide else 290))
    low, high = min(*data.curve.low, 0.9), max(*data.curve.high, 1.2)
    across = canvas.Scale(min(data.curve.x) / 1.06, max(data.curve.x) * 1.06, pane.left, pane.right, log=True)
    up = canvas.Scale(low / 1.05, high * 1.05, pane.bottom, pane.top, log=True)
    grid = _levels(page, up, pane)
    line, rims = canvas.banded(page, data.curve, across, up, "nature", "band")
    grid = canvas.uncovered(grid, data.curve, across, up)
    one = up(1.0)
    page.line([pane.left, pane.right], [one, one], "ink", 1.4, layer=4)
    rule = canvas.Box(pane.left, one - 1.5, pane.right, one + 1.5)
    taken = [*line, rule, *(_mark(page, point, across, up) for point in data.points)]
    said = _said(page, data.one_label, one, pane, taken)
    names = [said]
    for point in data.points:
        names.append(_name(page, point, across, up, [*taken, *names], [*rims, *grid], pane))
    upper = [(across(x), (up(m) + up(h)) / 2) for x, m, h in _points(data.curve)]
    canvas.name_band(page, data.band_label, upper, [*taken, *rims, *grid, *names], pane, "nature")
    ends = across.low, across.high
    ticks = [(v, f"×{v:g}") for v in (1, 1.5, 2, 3, 5, 10, 20) if ends[0] <= v <= ends[1]]
    return page.finish(canvas.axis_below(page, across, pane.bottom, data.x_label, ticks))


def table(data: Pairs, words: Mapping[str, str]) -> canvas.Rows:
    """The named points, with the band where the line has the same natural change."""
    ends = {x: (low, high) for x, low, high in zip(data.curve.x, data.curve.low, data.curve.high, strict=True)}
    head = [words["column_name"], words["column_natural"], words["column_effect"]]
    head += [words["column_low"], words["column_high"]]
    rows = []
    for point in data.points:
        low, high = ends.get(point.natural, (point.effect, point.effect))
        rows.append([point.name, *(canvas.fixed(v, 2) for v in (point.natural, point.effect, low, high))])
    return head, rows


def _levels(page: canvas.Page, up: canvas.Scale, pane: canvas.Box) -> list[canvas.Box]:
    lines = []
    for value in LEVELS:
        if up.low <= value <= up.high:
            y = up(value)
            if value != 1:
                page.line([pane.left, pane.right], [y, y], "rule", layer=0)
            page.text(pane.left - 8, y, f"×{value:g}", "quiet", align="right")
            lines.append(canvas.Box(pane.left, y - 0.5, pane.right, y + 0.5))
    return lines


def _mark(page: canvas.Page, point: Point, across: canvas.Scale, up: canvas.Scale) -> canvas.Box:
    x, y = across(point.natural), up(point.effect)
    page.shape(x, y, "quiet" if point.conflicts else "nature", size=9, hollow=point.conflicts)
    return canvas.Box(x - 5, y - 5, x + 5, y + 5)


def _name(
    page: canvas.Page, point: Point, across: canvas.Scale, up: canvas.Scale, taken: list[canvas.Box],
    faint: list[canvas.Box], pane: canvas.Box,
) -> canvas.Box:  # fmt: skip
    """The name beside its point."""
    role: Role = "quiet" if point.conflicts else "ink"
    size = (canvas.text_width(point.name, canvas.SMALL), 14.0)
    x, y = across(point.natural), up(point.effect)
    places = [box for gap in (9, 14, 20, 30) for box in canvas.around(x, y, size, gap, "ArBaCDbl")]
    box = canvas.first_free(places, taken, pane, faint)
    return page.label(box, x, point.name, role)


def _said(page: canvas.Page, text: str, y: float, pane: canvas.Box, taken: list[canvas.Box]) -> canvas.Box:
    """The words of the line of no effect, above or below it, as far left as is free."""
    wide = canvas.text_width(text, canvas.SMALL, True)
    lefts = [pane.left + 4 + 12.0 * k for k in range(int((pane.right - pane.left - wide) / 12) + 1)]
    places = [canvas.Box(x, top, x + wide, top + 15) for x in lefts for top in (y + 4, y - 19)]
    box = canvas.first_free(places, taken, pane)
    return page.label(box, pane.right, text, bold=True)


def _points(curve: canvas.Curve) -> list[tuple[float, float, float]]:
    return list(zip(curve.x, curve.middle, curve.high, strict=True))
