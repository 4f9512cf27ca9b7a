"""What do the axes of a figure look like: one light line below, light lines across, their values and unit."""

from __future__ import annotations

from collections.abc import Sequence

from reread.figures.canvas.page import SMALL, Page
from reread.figures.canvas.place import Box
from reread.figures.canvas.scale import Scale
from reread.figures.canvas.text import text_width

TICK = 4.0


def axis_below(
    page: Page, scale: Scale, y: float, unit: str = "", ticks: Sequence[tuple[float, str]] | None = None
) -> float:
    """A horizontal axis at height y with its unit centred below; returns the height under both."""
    page.line([scale.start, scale.end], [y, y], "rule", layer=0)
    for value, label in scale.ticks() if ticks is None else ticks:
        x = scale(value)
        page.line([x, x], [y, y + TICK], "rule", layer=0)
        half = text_width(label, SMALL) / 2
        page.text(min(max(x, half), page.width - half), y + 14, label, "quiet", align="center")
    if not unit:
        return y + 24
    middle = (scale.start + scale.end) / 2
    room = 2 * min(middle, page.width - middle)
    return page.paragraph(middle, y + 33, unit, room, "quiet", align="center") - 4


def axis_left(page: Page, scale: Scale, left: float, right: float, skip: Sequence[float] = ()) -> list[Box]:
    """Lines across at round values, named on the left; returns the lines as faint obstacles for labels."""
    lines = []
    for value, label in scale.ticks(most=6):
        y = scale(value)
        if value not in skip:
            page.line([left, right], [y, y], "rule", layer=0)
        page.text(left - 8, y, label, "quiet", align="right")
        lines.append(Box(left, y - 0.5, right, y + 0.5))
    return lines
