"""How is a curve with its band drawn, and what does it hide?"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from reread.figures.canvas.page import SMALL, Page
from reread.figures.canvas.palette import Role
from reread.figures.canvas.place import Box, along, first_free
from reread.figures.canvas.scale import Scale
from reread.figures.canvas.text import text_width, wrapped

LINE, PIECE = 15.8, 5.0


@dataclass(frozen=True)
class Curve:
    """A line and its band over x; all four of one length."""

    x: tuple[float, ...]
    low: tuple[float, ...]
    middle: tuple[float, ...]
    high: tuple[float, ...]

    def __post_init__(self) -> None:
        if not len(self.x) == len(self.low) == len(self.middle) == len(self.high) >= 2:
            raise ValueError("a curve needs two points or more, and as many low, middle and high values as x")


def banded(
    page: Page, curve: Curve, across: Scale, up: Scale, line: Role, band: Role, alpha: float = 1.0
) -> tuple[list[Box], list[Box]]:
    """Draw the band under the line, as far as the scale reaches; returns what the line hides and the rims would."""
    points = [p for p in zip(curve.x, curve.low, curve.middle, curve.high, strict=True) if p[1] <= up.high]
    low = [(across(x), up(y)) for x, y, _, _ in points]
    high = [(across(x), up(y)) for x, _, _, y in points]
    middle = [(across(x), up(y)) for x, _, y, _ in points if up.low <= y <= up.high]
    page.area([*high, *low[::-1]], band, alpha)
    page.line([x for x, _ in middle], [y for _, y in middle], line, 2.4, layer=3)
    return along(middle), along(low, 1.0) + along(high, 1.0)


def uncovered(lines: list[Box], curve: Curve, across: Scale, up: Scale) -> list[Box]:
    """The pieces of lines across the panel that the band does not cover: it is drawn over them."""
    xs = [across(x) for x in curve.x]
    tops, bottoms = [up(y) for y in curve.high], [up(y) for y in curve.low]
    pieces: list[Box] = []
    for line in lines:
        y, begun = line.middle[1], line.left
        for x in np.append(np.arange(line.left, line.right, PIECE), line.right):
            covered = xs[0] <= x <= xs[-1] and np.interp(x, xs, tops) <= y <= np.interp(x, xs, bottoms)
            if (covered or x == line.right) and begun < x:
                pieces.append(Box(begun, line.top, float(x), line.bottom))
            begun = float(x) if covered else begun
    return pieces


def name_band(page: Page, text: str, near: list[tuple[float, float]], taken: list[Box], pane: Box, role: Role) -> Box:
    """Say what a band is, at the free place closest to one of the points `near`."""
    lines = wrapped(text, 240 if page.wide else 140, SMALL)
    wide, tall = max(text_width(line, SMALL) for line in lines), LINE * len(lines)
    places = [
        Box(left, top, left + wide, top + tall)
        for left in range(int(pane.left) + 4, int(pane.right - wide), 8)
        for top in range(int(pane.top), int(pane.bottom - tall), 4)
    ]
    across, down = np.array([box.middle for box in places]).T
    far = np.min([np.abs(x - across) + 2 * np.abs(y - down) for x, y in near], axis=0)
    box = first_free([places[k] for k in np.argsort(far, kind="stable")[:800]], taken, pane)
    page.block(box, lines, role)
    return box
