"""How does the outcome run over the days by itself: the middle, the band, and what other sources printed?

Points of one source share a shape; filled ones were read in the source, hollow ones at second hand. Each source is
named beside one of its points, at the first place that hides neither a point nor the line nor another name.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from matplotlib.figure import Figure

from reread.figures import canvas

SHAPES = ("o", "s", "D", "^", "v", "p", "<", ">", "h", "d", "X", "P")
SIZE = 8.0


@dataclass(frozen=True)
class Anchor:
    """A printed value: source, day, value, and whether it was seen in another source's words only."""

    source: str
    day: float
    value: float
    second_hand: bool = False


@dataclass(frozen=True)
class Course:
    """The curve over days (middle, with the band's low and high), anchors, axis words with units, the band's words."""

    curve: canvas.Curve
    anchors: tuple[Anchor, ...]
    x_label: str
    y_label: str
    band_label: str


def draw(data: Course, wide: bool, words: Mapping[str, str]) -> Figure:
    """One panel in either width; a slim one has fewer days named."""
    page = canvas.Page(wide)
    days = [*data.curve.x, *(a.day for a in data.anchors)]
    values = [*data.curve.high, *(a.value for a in data.anchors)]
    pane = canvas.Box(44, 30, page.width - 6, 290 if wide else 280)
    room = 0.02 * (max(days) - min(days))
    across = canvas.Scale(min(days) - room, max(days) + room, pane.left, pane.right)
    up = canvas.Scale(min(0.0, *data.curve.low), 1.06 * max(values), pane.bottom, pane.top)
    page.paragraph(0, 9, data.y_label, page.width, "quiet")
    grid = canvas.axis_left(page, up, pane.left, pane.right)
    line, rims = canvas.banded(page, data.curve, across, up, "nature", "band")
    grid = canvas.uncovered(grid, data.curve, across, up)
    marks = [_mark(page, data, anchor, across, up) for anchor in data.anchors]
    points = {name: [(across(a.day), up(a.value)) for a in data.anchors if a.source == name] for name in _sources(data)}
    names = canvas.name_points(page, points, marks, [*line, *grid], rims, pane)
    half = len(data.curve.x) // 2
    upper = [(across(x), (up(y) + up(m)) / 2) for x, m, y in _points(data.curve)[half:]]
    canvas.name_band(page, data.band_label, upper, [*marks, *line, *rims, *grid, *names], pane, "nature")
    bottom = canvas.axis_below(page, across, pane.bottom, data.x_label, across.ticks(most=15))
    if any(anchor.second_hand for anchor in data.anchors):
        beside = canvas.text_width(data.x_label, 12) + 2 * canvas.text_width(words["second_hand"], 12) < page.width - 60
        page.text(pane.right, bottom - (8 if beside else -8), words["second_hand"], align="right")
        bottom += 0 if beside else 18
    return page.finish(bottom)


def table(data: Course, words: Mapping[str, str]) -> canvas.Rows:
    """The anchors with the middle and band of the curve on their day."""
    keys = ("source", "day", "value", "low", "middle", "high")
    rows = []
    for anchor in data.anchors:
        nearest = min(range(len(data.curve.x)), key=lambda k: abs(data.curve.x[k] - anchor.day))
        here = [curve[nearest] for curve in (data.curve.low, data.curve.middle, data.curve.high)]
        hand = words["second_hand_yes" if anchor.second_hand else "first_hand"]
        numbers = [canvas.fixed(anchor.day, 1), *(canvas.fixed(v, 0) for v in (anchor.value, *here))]
        rows.append([f"{anchor.source} ({hand})", *numbers])
    return [words[f"column_{key}"] for key in keys], rows


def _points(curve: canvas.Curve) -> list[tuple[float, float, float]]:
    return list(zip(curve.x, curve.middle, curve.high, strict=True))


def _sources(data: Course) -> list[str]:
    return list(dict.fromkeys(anchor.source for anchor in data.anchors))


def _mark(page: canvas.Page, data: Course, anchor: Anchor, across: canvas.Scale, up: canvas.Scale) -> canvas.Box:
    """Draw a point; returns what it hides."""
    x, y = across(anchor.day), up(anchor.value)
    shape = SHAPES[_sources(data).index(anchor.source) % len(SHAPES)]
    page.shape(x, y, "ink", shape, SIZE, hollow=anchor.second_hand, layer=6)
    return canvas.Box(x - SIZE * 0.7, y - SIZE * 0.7, x + SIZE * 0.7, y + SIZE * 0.7)
