"""Which t, d and interval does each before–after table give that the printed numbers leave, beside those printed?

All values are absolute: the sign only says which occasion was subtracted. Attainable values are written with the
decimals of the printed one, so that equal digits mean agreement. More than `MOST` tables are shown as the first, the
last, and the range of those between.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import isfinite

from matplotlib.figure import Figure

from reread.figures import canvas

MOST = 12
TOP, STEP, GAP = 26.0, 28.0, 18.0


@dataclass(frozen=True)
class AttainableRow:
    """One joint table: its label, |t|, |d| and the ends of the interval of the change, low end first."""

    label: str
    t: float
    d: float
    ci_low: float
    ci_high: float


@dataclass(frozen=True)
class PrintedRow:
    """The printed values without sign; None where the paper prints none."""

    t: canvas.PrintedNumber | None = None
    d: canvas.PrintedNumber | None = None
    ci: tuple[canvas.PrintedNumber, canvas.PrintedNumber] | None = None

    def of(self, key: str) -> tuple[canvas.PrintedNumber, ...]:
        """What is printed of t, d or ci."""
        one = {"t": self.t, "d": self.d}.get(key)
        return (one,) if one else self.ci or () if key == "ci" else ()


@dataclass(frozen=True)
class Thin:
    """A second interval for comparison, and the words that say where it comes from."""

    low: float
    high: float
    label: str


@dataclass(frozen=True)
class Attainable:
    """The rows in the order in which they are shown; the unit of the change stands under its axis."""

    rows: tuple[AttainableRow, ...]
    printed: PrintedRow
    thin: Thin | None = None
    level: str = "95 %"
    unit: str = ""


@dataclass(frozen=True)
class _Line:
    """A line of the figure: one table, or the range of several."""

    label: str
    spans: dict[str, tuple[float, float]]
    many: bool = False


@dataclass(frozen=True)
class _Panel:
    """One statistic: its place, its printed values, and the words of every line's value."""

    key: str
    title: str
    printed: tuple[canvas.PrintedNumber, ...]
    values: list[str]
    left: float
    right: float


def draw(data: Attainable, wide: bool, words: Mapping[str, str]) -> Figure:
    """Three panels beside each other (wide) or below each other (slim)."""
    page = canvas.Page(wide)
    lines = _lines(data, words)
    most = 150.0 if wide else 120.0
    column = min(most, max(canvas.text_width(line.label, 12) for line in lines))
    column = max(column, canvas.text_width(words["printed"], 13, True)) + 12
    labels = [canvas.wrapped(line.label, column - 12, 12) for line in lines]
    step = STEP + 16 * (max(len(label) for label in labels) - 1)
    panels = _panels(data, lines, column, page, words)
    head = max(len(canvas.wrapped(p.title, _room(page, p), canvas.BASE, True)) for p in panels) if wide else 1
    y, bottom = 0.0, 0.0
    for panel in panels:
        top = y + TOP + 17 * (head - 1)
        rows = [top + step * (k + 0.5) for k in range(len(lines) + 1)]
        if not wide or panel.key == "t":
            _labels(page, labels, lines, rows, step, words)
        page.paragraph(panel.left if wide else 0, y + 9, panel.title, _room(page, panel), size=canvas.BASE, bold=True)
        bottom = max(bottom, _panel(page, panel, lines, data, rows, words))
        y = y if wide else bottom + 22
    return page.finish(bottom)


def table(data: Attainable, words: Mapping[str, str]) -> canvas.Rows:
    """Every table, also those that the figure only counts, and the printed values last."""
    head = [words["column_table"], "t", "d", words["change_low"], words["change_high"]]
    places = [_decimals(data.printed, key) for key in ("t", "d", "ci", "ci")]
    rows = [
        [row.label, *(canvas.fixed(v, d) for v, d in zip((row.t, row.d, row.ci_low, row.ci_high), places, strict=True))]
        for row in data.rows
    ]
    printed = [data.printed.t, data.printed.d, *(data.printed.ci or (None, None))]
    rows.append([words["printed"], *(one.shown if one else "" for one in printed)])
    if data.thin:
        ends = (canvas.fixed(end, places[3]) for end in (data.thin.low, data.thin.high))
        rows.append([data.thin.label, "", "", *ends])
    return head, rows


def _room(page: canvas.Page, panel: _Panel) -> float:
    """How wide the heading of a panel may be."""
    return panel.right - panel.left if page.wide else page.width


def _decimals(printed: PrintedRow, key: str) -> int:
    return next((one.decimals for one in printed.of(key)), 2)


def _lines(data: Attainable, words: Mapping[str, str]) -> list[_Line]:
    one = [_Line(r.label, {"t": (r.t, r.t), "d": (r.d, r.d), "ci": (r.ci_low, r.ci_high)}) for r in data.rows]
    if len(one) <= MOST:
        return one
    between = one[1:-1]
    spans = {k: (min(r.spans[k][0] for r in between), max(r.spans[k][1] for r in between)) for k in ("t", "d", "ci")}
    return [one[0], _Line(words["and_more"].format(k=len(between)), spans, many=True), one[-1]]


def _panels(
    data: Attainable, lines: list[_Line], column: float, page: canvas.Page, words: Mapping[str, str]
) -> list[_Panel]:
    p = data.printed
    interval = words["interval"].format(level=data.level)
    narrow = (page.width - column - 2 * GAP) * 0.29
    out, left = [], column
    for key, title in (("t", "t"), ("d", "d"), ("ci", interval)):
        right = left + narrow if page.wide and key != "ci" else page.width
        values = [_value(line.spans[key], _decimals(p, key), words) for line in lines]
        out.append(_Panel(key, title, p.of(key), values, left, right))
        left = right + GAP if page.wide else left
    return out


def _value(span: tuple[float, float], decimals: int, words: Mapping[str, str]) -> str:
    low, high = (canvas.fixed(v, decimals) for v in span)
    return high if span[0] == span[1] else words["from_to"].format(low=low, high=high)


def _labels(
    page: canvas.Page,
    labels: list[list[str]],
    lines: list[_Line],
    rows: list[float],
    step: float,
    words: Mapping[str, str],
) -> None:
    """The names of the rows and the light lines under them."""
    for label, line, y in zip(labels, lines, rows[:-1], strict=True):
        for k, text in enumerate(label):
            page.text(0, y + 15.8 * (k - (len(label) - 1) / 2), text, "quiet" if line.many else "allow")
        page.line([0, page.width], [y + step / 2] * 2, "rule", layer=0)
    page.text(0, rows[-1], words["printed"], size=canvas.BASE, bold=True)


def _panel(
    page: canvas.Page, panel: _Panel, lines: list[_Line], data: Attainable, rows: list[float], words: Mapping[str, str]
) -> float:
    """Marks on an axis, their values in a column beside it; returns the height under them."""
    thin = data.thin if panel.key == "ci" else None
    printed = [one.value for one in panel.printed]
    said = _said(panel.printed, words)
    room = max(canvas.text_width(text, 12, True) for text in [said, *panel.values]) + 12
    ends = [v for line in lines for v in line.spans[panel.key]] + printed + ([thin.low, thin.high] if thin else [])
    scale = canvas.Scale.around(ends, panel.left, panel.right - room)
    for x in map(scale, printed):
        page.line([x, x], [rows[0] - STEP / 2, rows[-1]], "ink", 1, dotted=True, layer=1)
    for line, value, y in zip(lines, panel.values, rows[:-1], strict=True):
        page.text(panel.right, y, value, "allow", align="right")
        _mark(page, scale, line.spans[panel.key], y, panel.key, line.many)
    page.text(panel.right, rows[-1], said, "ink" if printed else "quiet", align="right", bold=bool(printed))
    if len(printed) == 2:
        page.line([scale(v) for v in printed], [rows[-1]] * 2, "ink", 5)
    elif printed:
        page.shape(scale(printed[0]), rows[-1], "ink", "D", 8.5)
    bottom = rows[-1] + STEP / 2
    if thin:
        page.line([scale(thin.low), scale(thin.high)], [bottom - 1] * 2, "quiet", 2)
        bottom += 7
    bottom = canvas.axis_below(page, scale, bottom, data.unit if panel.key == "ci" else "")
    return _thin_note(page, thin, panel, bottom) if thin else bottom


def _said(printed: tuple[canvas.PrintedNumber, ...], words: Mapping[str, str]) -> str:
    if len(printed) == 2:
        return words["from_to"].format(low=printed[0].shown, high=printed[1].shown)
    return printed[0].shown if printed else words["not_printed"]


def _mark(page: canvas.Page, scale: canvas.Scale, span: tuple[float, float], y: float, key: str, many: bool) -> None:
    """A bar for an interval, a dot for a value, a thin bar for the range of several; nothing for a t without end."""
    if key == "ci" or many:
        page.line([scale(span[0]), scale(span[1])], [y, y], "allow", 2.0 if many else 5.0)
    elif isfinite(span[0]):
        page.shape(scale(span[0]), y, "allow")


def _thin_note(page: canvas.Page, thin: Thin, panel: _Panel, y: float) -> float:
    """The words of the thin line below the axis, beside a piece of it."""
    left = panel.left if page.wide else 0.0
    page.line([left, left + 16], [y + 10, y + 10], "quiet", 2)
    return page.paragraph(left + 23, y + 10, thin.label, panel.right - left - 23, "quiet")
