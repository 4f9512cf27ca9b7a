"""Under which reading of the codes do the printed counts give the printed means and SDs?

Each row is one reading: mean ± SD that the counts give with it, before (hollow) and after (filled), against the printed
means as dotted lines. A row that gives all printed values has a tinted ground, and says so.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from matplotlib.figure import Figure

from reread.figures import canvas

Pair = tuple[float, float]
PrintedPair = tuple[canvas.PrintedNumber, canvas.PrintedNumber]
PLUS = "±"
TEXTS = 504  # where the values and results of the wide drawing begin


@dataclass(frozen=True)
class CodingRow:
    """A reading: label, detail (may be empty), (mean, SD) before and after, and whether all printed values come out."""

    label: str
    detail: str
    before: Pair
    after: Pair
    agrees: bool


@dataclass(frozen=True)
class Codings:
    """Printed (mean, SD) before and after; the readings; what the axis measures, with its unit."""

    printed_before: PrintedPair
    printed_after: PrintedPair
    rows: tuple[CodingRow, ...]
    axis: str


@dataclass(frozen=True)
class _Line:
    """A row of the figure: its texts, and where texts and bars stand in page pixels."""

    label: list[str]
    detail: list[str]
    text: float
    bars: float
    top: float
    bottom: float


def draw(data: Codings, wide: bool, words: Mapping[str, str]) -> Figure:
    """Label, bars and result in one line (wide), or the texts above the bars (slim)."""
    page = canvas.Page(wide)
    printed = (_pair(data.printed_before), _pair(data.printed_after))
    pairs = [*printed, *(pair for row in data.rows for pair in (row.before, row.after))]
    ends = [mean + sd * k for mean, sd in pairs for k in (-1, 1)]
    scale = canvas.Scale.around(ends, 180 if wide else 8, 490 if wide else 312, 0.05)
    names = [(words["printed"], ""), *((row.label, row.detail) for row in data.rows)]
    lines = _wide_lines(names) if wide else _slim_lines(names)
    _guides(page, data, scale, lines, words)
    _texts(page, _said(*printed, data), "", lines[0], False)
    _bars(page, scale, printed, lines[0].bars, "ink")
    _occasions(page, scale, printed, lines[0].bars, words)
    for row, line in zip(data.rows, lines[1:], strict=True):
        mark = words["agrees" if row.agrees else "cannot_agree"]
        _texts(page, _said(row.before, row.after, data), mark, line, row.agrees)
        _bars(page, scale, (row.before, row.after), line.bars, "allow")
    return page.finish(canvas.axis_below(page, scale, lines[-1].bottom + 2, data.axis))


def table(data: Codings, words: Mapping[str, str]) -> canvas.Rows:
    """The printed values first, then every reading."""
    keys = ("reading", "mean_before", "sd_before", "mean_after", "sd_after", "agrees")
    printed = (*data.printed_before, *data.printed_after)
    rows = [[words["printed"], *(one.shown for one in printed), ""]]
    for row in data.rows:
        values = zip((*row.before, *row.after), printed, strict=True)
        label = f"{row.label}, {row.detail}" if row.detail else row.label
        mark = words["agrees" if row.agrees else "cannot_agree"]
        rows.append([label, *(canvas.fixed(v, one.decimals) for v, one in values), mark])
    return [words[f"column_{key}"] for key in keys], rows


def _pair(printed: PrintedPair) -> Pair:
    return printed[0].value, printed[1].value


def _said(before: Pair, after: Pair, data: Codings) -> str:
    values = zip((*before, *after), (*data.printed_before, *data.printed_after), strict=True)
    m0, s0, m1, s1 = (canvas.fixed(value, one.decimals) for value, one in values)
    return f"{m0} {PLUS} {s0} → {m1} {PLUS} {s1}"


def _wide_lines(names: list[tuple[str, str]]) -> list[_Line]:
    lines, y = [], 26.0
    for name, more in names:
        label, detail = canvas.wrapped(name, 160, 13), [t for t in canvas.wrapped(more, 160, 12) if t]
        tall = max(50.0, 17.0 * (len(label) + len(detail)) + 12)
        lines.append(_Line(label, detail, y + tall / 2, y + tall / 2, y, y + tall - 3))
        y += tall
    return lines


def _slim_lines(names: list[tuple[str, str]]) -> list[_Line]:
    lines, y = [], 0.0
    for k, (name, more) in enumerate(names):
        label = canvas.wrapped(f"{name}, {more}" if more else name, 308, 13)
        texts = 17.0 * (len(label) + 1)
        bars = y + texts + (48 if k == 0 else 26)
        lines.append(_Line(label, [], y + 11, bars, y, bars + 19))
        y = bars + 22
    return lines


def _guides(
    page: canvas.Page, data: Codings, scale: canvas.Scale, lines: list[_Line], words: Mapping[str, str]
) -> None:
    """The printed means: named above the first bars, dotted through every row's bars."""
    means = sorted({data.printed_before[0], data.printed_after[0]}, key=lambda one: one.value)
    key = "printed_both" if len(means) == 1 else "printed_value"
    said = [words[key].format(value=one.shown) for one in means]
    half = max(canvas.text_width(text, canvas.SMALL) for text in said) / 2
    y = 9.0 if page.wide else lines[0].bars - 30
    xs = [scale(one.value) for one in means]
    for x, at, text in zip(xs, canvas.spread(xs, 2 * half + 8), said, strict=True):
        page.text(min(max(at, half), page.width - half), y, text, align="center")
        for k, line in enumerate(lines):
            top = y + 9 if k == 0 else line.top - 3 if page.wide else line.bars - 15
            page.line([x, x], [top, line.bottom], "ink", 1, dotted=True, layer=1)


def _bars(page: canvas.Page, scale: canvas.Scale, pairs: tuple[Pair, Pair], y: float, role: canvas.Role) -> None:
    for k, (mean, sd) in enumerate(pairs):
        at = y + (-6 if k == 0 else 6)
        page.line([scale(mean - sd), scale(mean + sd)], [at, at], role, 1.5)
        page.shape(scale(mean), at, role, size=9, hollow=k == 0)


def _occasions(
    page: canvas.Page, scale: canvas.Scale, printed: tuple[Pair, Pair], y: float, words: Mapping[str, str]
) -> None:
    """The words before and after at the free ends of the printed bars."""
    early, room = printed[0][0] <= printed[1][0], TEXTS if page.wide else page.width
    for k, (mean, sd) in enumerate(printed):
        text, left = words["before" if k == 0 else "after"], early == (k == 0)
        wide = canvas.text_width(text, 12) + 6
        left = (left and scale(mean - sd) - wide > 0) or scale(mean + sd) + wide > room
        x = scale(mean - sd) - 6 if left else scale(mean + sd) + 6
        page.text(x, y + (-7 if k == 0 else 7), text, "quiet", align="right" if left else "left")


def _texts(page: canvas.Page, said: str, mark: str, line: _Line, agrees: bool) -> None:
    """Label, values and result of a row, on a tinted ground where the reading agrees."""
    role: canvas.Role = "allow" if mark else "ink"
    if agrees:
        top, bottom, right = line.top - 1, line.bottom, page.width
        page.area([(0, top), (right, top), (right, bottom), (0, bottom)], "soft", layer=-1)
    texts = [(text, role, canvas.BASE) for text in line.label]
    details: list[tuple[str, canvas.Role, int]] = [(text, "quiet", canvas.SMALL) for text in line.detail]
    y = line.text - (8.5 * (len(texts) + len(details) - 1) if page.wide else 0)
    for text, colour, size in [*texts, *details]:
        page.text(8, y, text, colour, size, bold=not mark)
        y += 17
    if page.wide:
        page.text(TEXTS, line.text - (8.5 if mark else 0), said, role)
        page.text(TEXTS, line.text + 8.5, mark, bold=agrees)
    else:
        page.text(8, y, said, role)
        page.text(312, y, mark, align="right", bold=agrees)
