"""What leads to the printed change, and what would have told these apart?

The claimed cause and its rivals stand at the left, each with an arrow to the one outcome that was printed. Below them
stands who would have had all of them but the claimed one: the group that a study with one group lacks.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from matplotlib.figure import Figure

from reread.figures import canvas
from reread.figures.canvas.page import LEADING

PAD, GAP, HEAD = 9.0, 10.0, 8.0  # inside a box, between boxes, of an arrow
LINE = LEADING * canvas.SMALL


@dataclass(frozen=True)
class Causes:
    """The claimed cause, its rivals, the outcome in lines, and what is missing."""

    claimed: str
    rivals: tuple[str, ...]
    outcome: tuple[str, ...]
    missing: str


def draw(data: Causes, wide: bool, words: Mapping[str, str]) -> Figure:
    """Causes at the left and the outcome at the right (wide), or above it (slim)."""
    page = canvas.Page(wide)
    width = 330.0 if wide else page.width - 26
    boxes, y = [], 1.0
    for k, name in enumerate((data.claimed, *data.rivals)):
        boxes.append(_box(page, 1.0, y, width, (name,), "nature" if k else "allow"))
        y = boxes[-1].bottom + GAP
    if wide:
        tall, across = _height(data.outcome, 190), page.width - 192
        top = (boxes[0].top + boxes[-1].bottom - tall) / 2
        result = _box(page, across, top, 190, data.outcome, "ink")
        for k, box in enumerate(boxes):
            entry = result.top + (result.bottom - result.top) * (k + 0.5) / len(boxes)
            page.bend((box.right, box.middle[1]), (result.left - HEAD, entry), _role(k), 1.6)
            _arrow(page, (result.left, entry), _role(k), down=False)
        y = max(y, result.bottom + GAP)
    else:
        result = _box(page, 1.0, y + 14, page.width - 2, data.outcome, "ink")
        for k, box in enumerate(boxes):
            x = width + 5 + 20 * k / max(1, len(boxes) - 1)
            page.line((box.right, x, x), (box.middle[1], box.middle[1], result.top - HEAD), _role(k), 1.6)
            _arrow(page, (x, result.top), _role(k), down=True)
        y = result.bottom + GAP
    y = page.paragraph(1.0, y + 10, f"✕ {data.missing}", page.width - 2, "fell", bold=True)
    return page.finish(y)


def table(data: Causes, words: Mapping[str, str]) -> canvas.Rows:
    """One row a cause: what it is, and whether it is the claimed one."""
    rows = [[name, words["rival"] if k else words["claimed"]] for k, name in enumerate((data.claimed, *data.rivals))]
    return [words["column_cause"], words["column_kind"]], rows


def _role(k: int) -> canvas.Role:
    return "nature" if k else "allow"


def _lines(told: tuple[str, ...], width: float) -> list[tuple[str, bool]]:
    """Every line of a box, the first part bold."""
    return [
        (line, k == 0)
        for k, part in enumerate(told)
        for line in canvas.wrapped(part, width - 2 * PAD, canvas.SMALL, k == 0)
    ]


def _height(told: tuple[str, ...], width: float) -> float:
    return LINE * len(_lines(told, width)) + 2 * PAD - 2


def _box(page: canvas.Page, x: float, y: float, width: float, told: tuple[str, ...], role: canvas.Role) -> canvas.Box:
    box = canvas.Box(x, y, x + width, y + _height(told, width))
    page.frame(box, role, 1.4)
    for k, (line, bold) in enumerate(_lines(told, width)):
        page.text(x + PAD, y + PAD + LINE * (k + 0.5) - 1, line, role, bold=bold)
    return box


def _arrow(page: canvas.Page, tip: tuple[float, float], role: canvas.Role, down: bool) -> None:
    x, y = tip
    side = HEAD / 2
    corners = ((x - side, y - HEAD), (x + side, y - HEAD)) if down else ((x - HEAD, y - side), (x - HEAD, y + side))
    page.area((tip, *corners), role, layer=3)
