"""How is something put on the page at a place given in pixels?

One axes covers the figure; its units are page pixels from the upper left corner, so that nothing is placed by trial.
The height is known when everything is drawn: `finish` sets it. Texts stand on a baseline computed from their size, so
that they stay on their line in any font.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from matplotlib.figure import Figure
from matplotlib.patches import PathPatch, Polygon, Rectangle
from matplotlib.path import Path

from reread.figures.canvas.palette import MARKER, Role
from reread.figures.canvas.place import Box
from reread.figures.canvas.text import font, text_width, wrapped

WIDE, SLIM = 680, 320
SMALL, BASE, BIG = 12, 13, 15
LEADING = 1.32
Align = Literal["left", "center", "right"]
Point = tuple[float, float]


class Page:
    """A drawing surface of the wide or the slim width."""

    def __init__(self, wide: bool) -> None:
        self.wide = wide
        self.width = float(WIDE if wide else SLIM)
        self.figure = Figure(figsize=(self.width / 72, 1), dpi=72)
        self.figure.patch.set_visible(False)
        self.axes = self.figure.add_axes((0, 0, 1, 1))
        self.axes.set_axis_off()
        self.axes.set_xlim(0, self.width)
        self.axes.set_autoscale_on(False)

    def finish(self, height: float) -> Figure:
        """Fix the height and hand the figure over."""
        self.figure.set_size_inches(self.width / 72, round(height) / 72)
        self.axes.set_ylim(round(height), 0)
        return self.figure

    def text(
        self,
        x: float,
        y: float,
        text: str,
        role: Role = "ink",
        size: int = SMALL,
        align: Align = "left",
        bold: bool = False,
    ) -> Box:
        """One line whose small letters are centred on y; returns its box."""
        w = text_width(text, size, bold)
        left = x - {"left": 0.0, "center": 0.5, "right": 1.0}[align] * w
        box = Box(left, y - 0.62 * size, left + w, y + 0.62 * size)
        if not text:
            return box
        self.axes.text(
            x,
            y + 0.36 * size,
            text,
            color=MARKER[role],
            ha=align,
            va="baseline",
            fontproperties=font(size, bold),
            parse_math=False,
            zorder=9,
        )
        return box

    def label(
        self, box: Box, beside: float, text: str, role: Role = "ink", size: int = SMALL, bold: bool = False
    ) -> Box:
        """A text in its box, set against the side that faces `beside`, so that narrower fonts leave no hole there."""
        if box.right <= beside:
            return self.text(box.right, box.middle[1], text, role, size, "right", bold)
        if box.left >= beside:
            return self.text(box.left, box.middle[1], text, role, size, "left", bold)
        return self.text(box.middle[0], box.middle[1], text, role, size, "center", bold)

    def paragraph(
        self,
        x: float,
        y: float,
        text: str,
        width: float,
        role: Role = "ink",
        size: int = SMALL,
        align: Align = "left",
        bold: bool = False,
    ) -> float:
        """Lines no wider than `width`, the first centred on y; returns the y of the line after the last."""
        for line in wrapped(text, width, size, bold):
            self.text(x, y, line, role, size, align, bold)
            y += LEADING * size
        return y

    def block(self, box: Box, lines: Sequence[str], role: Role, align: Align = "left") -> None:
        """Small lines of text that fill a box from its top."""
        for k, line in enumerate(lines):
            x = {"left": box.left, "center": box.middle[0], "right": box.right}[align]
            self.text(x, box.top + LEADING * SMALL * (k + 0.5), line, role, SMALL, align)

    def line(
        self,
        xs: Sequence[float],
        ys: Sequence[float],
        role: Role,
        width: float = 1.0,
        dotted: bool = False,
        layer: int = 2,
    ) -> None:
        """A line through points; dotted ones are guides."""
        style = (0, (2 / width, 3 / width)) if dotted else "solid"
        self.axes.plot(
            xs,
            ys,
            color=MARKER[role],
            linewidth=width,
            linestyle=style,
            solid_capstyle="butt",
            dash_capstyle="butt",
            solid_joinstyle="round",
            clip_on=False,
            zorder=layer,
        )

    def shape(
        self, x: float, y: float, role: Role, kind: str = "o", size: float = 9.0, hollow: bool = False, layer: int = 5
    ) -> None:
        """A mark at a point: filled marks have a rim of paper, hollow ones are filled with paper."""
        self.axes.plot(
            [x],
            [y],
            kind,
            markersize=size,
            markerfacecolor=MARKER["paper" if hollow else role],
            markeredgecolor=MARKER[role if hollow else "paper"],
            markeredgewidth=1.5 if hollow else 1.0,
            clip_on=False,
            zorder=layer,
        )

    def area(self, points: Sequence[tuple[float, float]], role: Role, alpha: float = 1.0, layer: int = 1) -> None:
        """A filled area without a rim."""
        self.axes.add_patch(
            Polygon(points, closed=True, facecolor=MARKER[role], alpha=alpha, linewidth=0, clip_on=False, zorder=layer)
        )

    def bend(self, start: Point, end: Point, role: Role, width: float, layer: int = 2) -> None:
        """A line from one column to the next that leaves and arrives level."""
        path = Path([start, *_level(start, end)], [Path.MOVETO, *[Path.CURVE4] * 3])
        style = {"facecolor": "none", "edgecolor": MARKER[role], "linewidth": width, "capstyle": "butt"}
        self.axes.add_patch(PathPatch(path, clip_on=False, zorder=layer, **style))

    def ribbon(self, start: Point, end: Point, height: float, role: Role, alpha: float, layer: int = 2) -> None:
        """An area of constant height above a line that leaves and arrives level."""
        over, back = (end[0], end[1] - height), (start[0], start[1] - height)
        points = [start, *_level(start, end), over, *_level(over, back), start]
        codes = [Path.MOVETO, *[Path.CURVE4] * 3, Path.LINETO, *[Path.CURVE4] * 3, Path.CLOSEPOLY]
        patch = PathPatch(Path(points, codes), facecolor=MARKER[role], alpha=alpha, linewidth=0, clip_on=False)
        patch.set_zorder(layer)
        self.axes.add_patch(patch)

    def frame(self, box: Box, role: Role, width: float = 1.8, layer: int = 6) -> None:
        """The outline of a rectangle."""
        self.axes.add_patch(
            Rectangle(
                (box.left, box.top),
                box.right - box.left,
                box.bottom - box.top,
                fill=False,
                edgecolor=MARKER[role],
                linewidth=width,
                clip_on=False,
                zorder=layer,
            )
        )


def _level(start: Point, end: Point) -> list[Point]:
    """The control points and the end of a cubic that is level at both ends."""
    third = (end[0] - start[0]) / 3
    return [(start[0] + third, start[1]), (end[0] - third, end[1]), end]
