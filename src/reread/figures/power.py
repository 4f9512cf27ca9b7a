"""How many of 100 studies of each size find an effect, and from which size on are they enough?

One line for each effect over the number of people in each group, on a scale of ratios. Where a line first reaches the
wanted share, its size is named. A line that should find nothing (no effect) is drawn in the colour of a warning.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from matplotlib.figure import Figure

from reread.figures import canvas
from reread.figures.canvas.place import along

ROLES: dict[str, canvas.Role] = {"found": "allow", "compared": "quiet", "nothing": "fell"}


@dataclass(frozen=True)
class Line:
    """One kind of study: its name, the share that finds something at each size, and what finding it would be.

    `kind`: "found" an effect that is there, "compared" the same by another analysis, "nothing" where there is none.
    """

    name: str
    shares: tuple[float, ...]
    kind: str


@dataclass(frozen=True)
class Power:
    """Sizes of each group, lines over them, the share that is wanted, and the words of the axes."""

    sizes: tuple[int, ...]
    lines: tuple[Line, ...]
    wanted: float
    x_label: str
    y_label: str
    wanted_label: str

    def __post_init__(self) -> None:
        if not self.sizes or any(len(line.shares) != len(self.sizes) for line in self.lines):
            raise ValueError("power needs sizes, and of each line as many shares as there are sizes")

    def first(self, line: Line) -> int | None:
        """The smallest size whose share is wanted."""
        return next((n for n, share in zip(self.sizes, line.shares, strict=True) if share >= self.wanted), None)


def draw(data: Power, wide: bool, words: Mapping[str, str]) -> Figure:
    """One panel in either width."""
    page = canvas.Page(wide)
    top = page.paragraph(0, 9, data.y_label, page.width, "quiet") + 6
    pane = canvas.Box(40, top, page.width - 10, top + (290 if wide else 330))
    low, high = min(data.sizes), max(data.sizes)
    across = canvas.Scale(low / 1.06, high * 1.06, pane.left, pane.right, log=True)
    up = canvas.Scale(0, 1.04, pane.bottom, pane.top)
    for k in range(0, 101, 20):
        page.line([pane.left, pane.right], [up(k / 100)] * 2, "rule", layer=0)
        page.text(pane.left - 8, up(k / 100), str(k), "quiet", align="right")
    y = up(data.wanted)
    page.line([pane.left, pane.right], [y, y], "ink", 1.0, True, layer=3)
    marks, taken, points = [], [canvas.Box(pane.left, y - 1, pane.right, y + 1)], {}
    dots: list[tuple[float, float, int]] = []
    for line in data.lines:
        spots = [(across(n), up(share)) for n, share in zip(data.sizes, line.shares, strict=True)]
        role, compared = ROLES[line.kind], line.kind == "compared"
        page.line([x for x, _ in spots], [y for _, y in spots], role, 1.4 if compared else 2.4, compared, layer=3)
        taken += along(spots)
        points[line.name] = _apart(spots, line, [other for other in data.lines if other is not line])
        enough = data.first(line) if line.kind == "found" else None
        if enough is not None:
            dots.append((across(enough), up(line.shares[data.sizes.index(enough)]), enough))
    for x, height, _ in dots:
        page.shape(x, height, "allow", size=10)
        marks.append(canvas.Box(x - 6, height - 6, x + 6, height + 6))
    said = canvas.text_width(data.wanted_label, canvas.SMALL)
    places = [canvas.Box(x, y - 16, x + said, y - 3) for x in range(int(pane.left) + 4, int(pane.right - said), 8)]
    texts = [canvas.first_free(places, [*taken[1:], *marks], pane)]
    page.label(texts[0], texts[0].left, data.wanted_label)
    for x, height, enough in dots:
        size = canvas.text_width(str(enough), canvas.BIG, True), 14.0
        around = [box for gap in (9, 13, 18) for box in canvas.around(x, height, size, gap, "CalADBrb")]
        texts.append(canvas.first_free(around, [*taken, *marks, *texts], pane))
        page.label(texts[-1], x, str(enough), "allow", canvas.BIG, bold=True)
    canvas.name_points(page, points, marks, [*taken, *texts], [], pane)
    return page.finish(canvas.axis_below(page, across, pane.bottom, data.x_label, _ticks(data.sizes, across)))


def table(data: Power, words: Mapping[str, str]) -> canvas.Rows:
    """One row a size, one column a line, of 100."""
    rows = [[str(n), *(f"{100 * line.shares[k]:.0f}" for line in data.lines)] for k, n in enumerate(data.sizes)]
    return [data.x_label, *(line.name for line in data.lines)], rows


def _apart(spots: list[tuple[float, float]], line: Line, others: list[Line]) -> list[tuple[float, float]]:
    """Where a line can be named: its two points that are farthest from every other line."""

    def far(k: int) -> float:
        return min((abs(line.shares[k] - other.shares[k]) for other in others), default=1.0)

    return [spots[k] for k in sorted(range(len(spots)), key=far)[-2:]]


def _ticks(sizes: tuple[int, ...], across: canvas.Scale) -> list[tuple[float, str]]:
    """The sizes that were tried, as many as have room."""
    kept: list[tuple[float, str]] = []
    for n in sizes:
        half = canvas.text_width(str(n), canvas.SMALL) / 2
        if not kept or across(n) - across(kept[-1][0]) > half + canvas.text_width(kept[-1][1], canvas.SMALL) / 2 + 6:
            kept.append((n, str(n)))
    return kept
