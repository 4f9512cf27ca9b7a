"""Where can a label stand so that it hides nothing?

A label tries its places in order of preference and takes the first that is free of what is already there; where none
is, the one that hides least.

>>> first_free([Box(0, 0, 10, 10), Box(20, 0, 30, 10)], [Box(5, 5, 8, 8)], Box(0, 0, 40, 40))
Box(left=20, top=0, right=30, bottom=10)
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import cos, pi, sin

import numpy as np
from numpy.typing import NDArray

# What a square pixel costs, and what being less preferred does: cut is worse than hidden, hidden far worse than far
# away, and a light line may be crossed if nothing near is better.
CUT, HIDDEN, FAINT, LATER = 50.0, 10.0, 0.0005, 0.05


@dataclass(frozen=True)
class Box:
    """A rectangle in page pixels."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def middle(self) -> tuple[float, float]:
        """Its centre."""
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2

    def holds(self, other: Box) -> bool:
        """Whether the other rectangle lies within this one."""
        across = self.left <= other.left and other.right <= self.right
        return across and self.top <= other.top and other.bottom <= self.bottom


def around(x: float, y: float, size: tuple[float, float], gap: float, sides: str = "rlabABCD") -> list[Box]:
    """Places beside a point: right, left, above, below, then the corners A upper right, B lower right, C, D left."""
    w, h = size
    slant = 0.6 * gap
    corner = {
        "r": (x + gap, y - h / 2),
        "l": (x - gap - w, y - h / 2),
        "a": (x - w / 2, y - gap - h),
        "b": (x - w / 2, y + gap),
        "A": (x + slant, y - slant - h),
        "B": (x + slant, y + slant),
        "C": (x - slant - w, y - slant - h),
        "D": (x - slant - w, y + slant),
    }
    return [Box(left, top, left + w, top + h) for left, top in (corner[side] for side in sides)]


def away(x: float, y: float, size: tuple[float, float], distance: float) -> list[Box]:
    """Places whose nearest edge is about `distance` from a point, in sixteen directions, upwards first."""
    boxes = []
    for k in (4, 5, 3, 2, 6, 1, 7, 0, 8, 15, 9, 14, 10, 13, 11, 12):
        across, down = cos(pi * k / 8), -sin(pi * k / 8)
        left = x + distance * across - size[0] * (1 - across) / 2
        top = y + distance * down - size[1] * (1 - down) / 2
        boxes.append(Box(left, top, left + size[0], top + size[1]))
    return boxes


def along(points: Sequence[tuple[float, float]], thickness: float = 3.0) -> list[Box]:
    """What a line hides: small boxes along it, closer together than any label is wide."""
    boxes = []
    for (x0, y0), (x1, y1) in pairwise(points):
        steps = max(1, round(max(abs(x1 - x0), abs(y1 - y0)) / 4))
        for k in range(steps + 1):
            x, y = x0 + (x1 - x0) * k / steps, y0 + (y1 - y0) * k / steps
            boxes.append(Box(x - thickness, y - thickness, x + thickness, y + thickness))
    return boxes


def first_free(places: Sequence[Box], taken: Sequence[Box], bounds: Box, faint: Sequence[Box] = ()) -> Box:
    """The first place that is free and inside the bounds, else the least bad; `faint` things count a little."""
    if not places:
        raise ValueError("a label needs at least one place to try")
    return places[ranked(places, taken, bounds, faint)[0]]


def ranked(places: Sequence[Box], taken: Sequence[Box], bounds: Box, faint: Sequence[Box] = ()) -> list[int]:
    """The places by number, the best first."""
    here = _edges(places)
    area = (here[:, 2] - here[:, 0]) * (here[:, 3] - here[:, 1])
    cost = LATER * np.arange(len(places)) + CUT * (area - _shared(here, [bounds]))
    cost += HIDDEN * _shared(here, taken) + FAINT * _shared(here, faint)
    return [int(k) for k in np.argsort(cost, kind="stable")]


def crossed(boxes: Sequence[Box], by: Sequence[Box]) -> bool:
    """Whether any of the boxes lies on any of the others."""
    return bool(boxes) and bool(by) and bool(_shared(_edges(boxes), by).any())


def _edges(boxes: Sequence[Box]) -> NDArray[np.float64]:
    return np.array([(b.left, b.top, b.right, b.bottom) for b in boxes], dtype=float).reshape(-1, 4)


def _shared(here: NDArray[np.float64], boxes: Sequence[Box]) -> NDArray[np.float64]:
    """The area that each place shares with all boxes together."""
    there = _edges(boxes)[None, :, :]
    across = np.minimum(here[:, None, 2], there[..., 2]) - np.maximum(here[:, None, 0], there[..., 0])
    down = np.minimum(here[:, None, 3], there[..., 3]) - np.maximum(here[:, None, 1], there[..., 1])
    area: NDArray[np.float64] = (np.clip(across, 0, None) * np.clip(down, 0, None)).sum(axis=1)
    return area


def spread(centres: Sequence[float], gap: float) -> list[float]:
    """The same places along one line, pushed apart until neighbours are at least `gap` apart."""
    order = sorted(range(len(centres)), key=lambda k: centres[k])
    out = [float(c) for c in centres]
    for _ in range(200):
        moved = False
        for a, b in pairwise(order):
            short = gap - (out[b] - out[a])
            if short > 1e-6:
                out[a], out[b], moved = out[a] - short / 2, out[b] + short / 2, True
        if not moved:
            break
    return out
