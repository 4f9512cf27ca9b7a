"""Where do the names of sources stand when each source has several points, so that no name hides anything?

Each source is named once, beside the point that leaves most room. Names are placed one after the other, so the order
matters: several orders are tried, and the one with the fewest hidden things and the shortest lines to names is drawn.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reread.figures.canvas.page import SMALL, Page, Point
from reread.figures.canvas.place import Box, along, around, away, crossed, ranked
from reread.figures.canvas.text import text_width

NEAR = 14.0  # a name this close to its point needs no line to it


@dataclass(frozen=True)
class _Name:
    """A name's box, the point it belongs to, its line there (empty if close), and whether something is hidden."""

    text: str
    box: Box
    spot: Point
    line: tuple[Point, ...]
    hides: bool


def name_points(
    page: Page, points: Mapping[str, Sequence[Point]], marks: list[Box], lines: list[Box], faint: list[Box], pane: Box
) -> list[Box]:
    """Name every source; `marks` and `lines` must not be hidden, `faint` things may. Returns what the names hide."""
    given = list(points)
    orders = [given, given[::-1], sorted(given, key=lambda name: (len(points[name]), -max(x for x, _ in points[name])))]
    tried = [_placed(order, points, marks, [*marks, *lines], faint, pane) for order in orders]
    names = min(tried, key=lambda names: (sum(n.hides for n in names), sum(_length(n.line) for n in names)))
    for name in names:
        if name.line:
            page.line([x for x, _ in name.line], [y for _, y in name.line], "quiet", 0.8, layer=4)
        page.label(name.box, name.spot[0], name.text)
    return [box for name in names for box in _hidden(name)]


def _placed(
    order: list[str],
    points: Mapping[str, Sequence[Point]],
    marks: list[Box],
    taken: list[Box],
    faint: list[Box],
    pane: Box,
) -> list[_Name]:
    names: list[_Name] = []
    for text in order:
        done = [box for name in names for box in _hidden(name)]
        places = _places(points[text], (text_width(text, SMALL), 12.0))
        names.append(_best(text, places, marks, [*taken, *done], done, faint, pane))
    return names


def _places(spots: Sequence[Point], size: tuple[float, float]) -> list[tuple[Box, Point]]:
    """Beside each point, the last point first, then farther and farther away."""
    near = [(box, spot) for gap in (8.0, 11.0) for spot in reversed(spots) for box in around(*spot, size, gap)]
    return near + [(box, spot) for far in range(20, 200, 18) for spot in spots for box in away(*spot, size, far)]


def _best(
    text: str,
    places: list[tuple[Box, Point]],
    marks: list[Box],
    taken: list[Box],
    done: list[Box],
    faint: list[Box],
    pane: Box,
) -> _Name:
    """The first free place whose line, if it needs one, runs over no name, no line to a name, and no other's mark."""
    order = ranked([box for box, _ in places], taken, pane, faint)
    for k in order:
        box, spot = places[k]
        line = _line(box, spot)
        others = [mark for mark in marks if abs(mark.middle[0] - spot[0]) + abs(mark.middle[1] - spot[1]) > 1]
        if pane.holds(box) and not crossed([box], taken) and not crossed(along(line, 1.0), [*done, *others]):
            return _Name(text, box, spot, line, hides=False)
    box, spot = places[order[0]]
    return _Name(text, box, spot, _line(box, spot), hides=True)


def _line(box: Box, spot: Point) -> tuple[Point, ...]:
    x, y = spot
    near = min(max(x, box.left + 4), box.right - 4), min(max(y, box.top + 1), box.bottom - 1)
    return (spot, near) if _length((spot, near)) > NEAR else ()


def _length(line: tuple[Point, ...]) -> float:
    return abs(line[0][0] - line[1][0]) + abs(line[0][1] - line[1][1]) if line else 0.0


def _hidden(name: _Name) -> list[Box]:
    return [name.box, *along(name.line, 1.0)]
