"""With no effect at all, which share would be reached, by day of the first measurement, and where is the printed one?

Shares lie between 0 and 1 and are drawn in per cent. The line is the middle of such studies, the band as its words say.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from matplotlib.figure import Figure

from reread.figures import canvas


@dataclass(frozen=True)
class Line:
    """A printed share and the words beside its line, for example “printed: 80 % (16 of 20)”."""

    share: float
    label: str


@dataclass(frozen=True)
class ByFirstDay:
    """Curve of shares over days, the days whose point is labelled, printed lines, axis words, the band's words.

    Days in `grey` conflict with what is printed: their points are hollow and their shares quiet.
    """

    curve: canvas.Curve
    labelled: tuple[float, ...]
    after: Line
    before: Line | None
    x_label: str
    y_label: str
    band_label: str
    grey: tuple[float, ...] = ()


def draw(data: ByFirstDay, wide: bool, words: Mapping[str, str]) -> Figure:
    """One panel in either width."""
    page = canvas.Page(wide)
    top = page.paragraph(0, 9, data.y_label, page.width, "quiet")
    pane = canvas.Box(40, top, page.width - 6, top + (270 if wide else 280))
    ends = min(data.curve.x), max(data.curve.x)
    room = 0.06 * (ends[1] - ends[0])
    across = canvas.Scale(ends[0] - room, ends[1] + room, pane.left, pane.right)
    up = canvas.Scale(0, 1.08, pane.bottom, pane.top)
    grid = _percents(page, up, pane, [data.after.share])
    line, rims = canvas.banded(page, data.curve, across, up, "nature", "band")
    grid = canvas.uncovered(grid, data.curve, across, up)
    rules = [_rule(page, up, pane, data.after, 1.8, False)]
    rules += [_rule(page, up, pane, data.before, 1.0, True)] if data.before else []
    dots = [_dot(page, data, day, across, up) for day in data.labelled]
    taken = [*line, *rules, *dots]
    said = [_said(page, data.after, up, pane, taken, True)]
    said += [_said(page, data.before, up, pane, [*taken, *said], False)] if data.before else []
    for day in data.labelled:
        said.append(_value(page, data, day, across, up, [*taken, *grid, *said], rims, pane))
    upper = [(across(x), up(share)) for x, share in zip(data.curve.x, data.curve.high, strict=True)]
    canvas.name_band(page, data.band_label, upper[len(upper) // 2 :], [*taken, *rims, *grid, *said], pane, "nature")
    days = [(day, label) for day, label in across.ticks(most=12) if ends[0] <= day <= ends[1]]
    return page.finish(canvas.axis_below(page, across, pane.bottom, data.x_label, days))


def table(data: ByFirstDay, words: Mapping[str, str]) -> canvas.Rows:
    """Share by day with the ends of its band, in per cent, then the printed shares."""
    keys = ("day", "middle", "low", "high")
    curve = data.curve
    rows = [
        [f"{day:g}", *(_percent(v) for v in values)]
        for day, *values in zip(curve.x, curve.middle, curve.low, curve.high, strict=True)
    ]
    rows += [[line.label, _percent(line.share), "", ""] for line in (data.after, data.before) if line]
    return [words[f"column_{key}"] for key in keys], rows


def _percent(share: float) -> str:
    return f"{100 * share:.0f} %"


def _percents(page: canvas.Page, up: canvas.Scale, pane: canvas.Box, skip: list[float]) -> list[canvas.Box]:
    """Lines across every 20 per cent, except where a printed line lies."""
    lines = []
    for k in range(0, 101, 20):
        y = up(k / 100)
        if all(abs(y - up(share)) > 1 for share in skip):
            page.line([pane.left, pane.right], [y, y], "rule", layer=0)
        page.text(pane.left - 8, y, str(k), "quiet", align="right")
        lines.append(canvas.Box(pane.left, y - 0.5, pane.right, y + 0.5))
    return lines


def _rule(page: canvas.Page, up: canvas.Scale, pane: canvas.Box, line: Line, width: float, dotted: bool) -> canvas.Box:
    """Draw a printed share across the panel; returns what it hides."""
    y = up(line.share)
    page.line([pane.left, pane.right], [y, y], "ink", width, dotted, layer=4)
    return canvas.Box(pane.left, y - 1.5, pane.right, y + 1.5)


def _said(
    page: canvas.Page, line: Line, up: canvas.Scale, pane: canvas.Box, taken: list[canvas.Box], bold: bool
) -> canvas.Box:
    """The words of a printed line above or below it, as far right as is free."""
    size = canvas.BASE if bold else canvas.SMALL
    wide, y = canvas.text_width(line.label, size, bold), up(line.share)
    rights = [pane.right - 12.0 * k for k in range(int((pane.right - pane.left - wide) / 12) + 1)]
    places = [canvas.Box(x - wide, top, x, top + 15) for x in rights for top in (y - 19, y + 4)]
    box = canvas.first_free(places, taken, pane)
    return page.label(box, pane.right, line.label, size=size, bold=bold)


def _at(data: ByFirstDay, day: float) -> float:
    return data.curve.middle[data.curve.x.index(day)]


def _dot(page: canvas.Page, data: ByFirstDay, day: float, across: canvas.Scale, up: canvas.Scale) -> canvas.Box:
    x, y = across(day), up(_at(data, day))
    grey = day in data.grey
    page.shape(x, y, "quiet" if grey else "nature", size=10, hollow=grey)
    return canvas.Box(x - 5, y - 5, x + 5, y + 5)


def _value(
    page: canvas.Page,
    data: ByFirstDay,
    day: float,
    across: canvas.Scale,
    up: canvas.Scale,
    taken: list[canvas.Box],
    faint: list[canvas.Box],
    pane: canvas.Box,
) -> canvas.Box:
    """The share beside its point."""
    text = _percent(_at(data, day))
    size = (canvas.text_width(text, canvas.BIG, True), 13.0)
    x, y = across(day), up(_at(data, day))
    places = [box for gap in (9, 13, 18, 26) for box in canvas.around(x, y, size, gap, "AraBCblD")]
    box = canvas.first_free(places, taken, pane, faint)
    return page.label(box, x, text, "quiet" if day in data.grey else "nature", canvas.BIG, bold=True)
