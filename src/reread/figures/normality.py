"""Is a number printed as the p of a normality test a p, or is it the test's statistic W?

Each row is one data set that the printed numbers leave, with W and p of its test. The printed number is drawn on both
axes: on p (logarithmic) it should meet the p of the data; where it meets W instead, the paper prints W as p.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from matplotlib.figure import Figure

from reread.figures import canvas

SMALLEST = 1e-9
ALPHA = 0.05
STEP = 40.0
ROOM = 54.0  # for the value beside a mark at the end of an axis


@dataclass(frozen=True)
class NormalityRow:
    """A data set: label, the p printed for it, W and p of its test, and where the data set comes from."""

    label: str
    printed: canvas.PrintedNumber
    w: float
    p: float
    source: str = ""


@dataclass(frozen=True)
class Normality:
    """The rows in the order in which they are shown, and the name of the test."""

    rows: tuple[NormalityRow, ...]
    test: str = "Shapiro–Wilk"


def draw(data: Normality, wide: bool, words: Mapping[str, str]) -> Figure:
    """The two axes beside each other with common row labels (wide), or below each other (slim)."""
    page = canvas.Page(wide)
    least = min([SMALLEST, *(10.0 ** math.floor(math.log10(row.p)) for row in data.rows if row.p > 0)])
    labels = [text for row in data.rows for text in (row.label, row.source)]
    column = min(170.0, max(canvas.text_width(text, 12) for text in labels)) + 18 if wide else 0.0
    split = column + 0.54 * (page.width - column)
    titles = [words[key].format(test=data.test) for key in ("normality_p", "normality_w")]
    log = canvas.Scale(least, 1, column + 12, (split if wide else page.width) - ROOM, log=True)
    flat = canvas.Scale(0, 1, (split if wide else 0) + ROOM, page.width - ROOM)
    bottom = _panel(page, data, titles[0], log, 0, column)
    if wide:
        _labels(page, data, column)
    bottom = _panel(page, data, titles[1], flat, 0 if wide else bottom + 22, split if wide else 0)
    return page.finish(_key(page, bottom, words))


def table(data: Normality, words: Mapping[str, str]) -> canvas.Rows:
    """Each data set with the printed number, W and p."""
    head = [words["column_data"], words["column_source"], words["column_printed"], "W", "p"]
    return head, [[r.label, r.source, r.printed.shown, canvas.fixed(r.w, 4), canvas.p_text(r.p)] for r in data.rows]


def _panel(page: canvas.Page, data: Normality, title: str, scale: canvas.Scale, y: float, left: float) -> float:
    """One axis over all rows; returns the height under it."""
    page.text(left, y + 9, title, size=canvas.BASE, bold=True)
    step = STEP if page.wide else STEP + 22
    top = y + 26
    for k, row in enumerate(data.rows):
        low = top + step * (k + 1)
        if not page.wide:
            page.text(0, low - STEP - 9, f"{row.label} ({row.source})" if row.source else row.label, "allow")
        page.line([0, page.width], [low, low], "rule", layer=0)
        _marks(page, scale, row, low - STEP / 2, left)
    bottom = top + step * len(data.rows)
    ticks = scale.ticks()
    if scale.log:
        tops = [top + step * k + (0 if page.wide else 22) for k in range(len(data.rows))]
        for begin in tops:
            page.line(
                [scale(ALPHA)] * 2, [begin, begin + STEP - (0 if page.wide else 4)], "quiet", 1, dotted=True, layer=1
            )
        ticks.append((ALPHA, f"{ALPHA:g}".lstrip("0")))
    return canvas.axis_below(page, scale, bottom, ticks=ticks)


def _labels(page: canvas.Page, data: Normality, column: float) -> None:
    """The names of the data sets, and under each where it comes from."""
    for k, row in enumerate(data.rows):
        lines = [(line, "allow") for line in canvas.wrapped(row.label, column - 12, 12)]
        lines += [(line, "quiet") for line in canvas.wrapped(row.source, column - 12, 12) if line]
        for i, (line, role) in enumerate(lines):
            y = 26 + STEP * (k + 0.5) + 15.8 * (i - (len(lines) - 1) / 2)
            page.text(0, y, line, "allow" if role == "allow" else "quiet")


def _marks(page: canvas.Page, scale: canvas.Scale, row: NormalityRow, y: float, left: float) -> None:
    """What the data give (a dot) and what is printed (a diamond, inside the dot where they meet), with their values."""
    value, text = (row.p, canvas.p_text(row.p)) if scale.log else (row.w, canvas.fixed(row.w, 4))
    own, printed = scale(value), scale(row.printed.value)
    meet = abs(own - printed) < 8
    page.shape(own, y, "allow", "o", 13 if meet else 9)
    page.shape(printed, y, "ink", "D", 6 if meet else 8, layer=7)
    taken = [canvas.Box(x - 6, y - 6, x + 6, y + 6) for x in (own, printed)]
    if scale.log:
        taken.append(canvas.Box(scale(ALPHA) - 2, y - STEP / 2, scale(ALPHA) + 2, y + STEP / 2))
    bounds = canvas.Box(left, y - STEP / 2, scale.end + ROOM, y + STEP / 2)
    outer, inner = ("r", "l") if own > printed else ("l", "r")
    far = abs(own - printed) > 120
    for x, said, sides, bold in (
        (printed, row.printed.shown, inner + outer, True),
        (own, text, inner + outer if far else outer + inner, False),
    ):
        size = (canvas.text_width(said, 12, bold), 14.0)
        places = canvas.around(x, y, size, 10, sides) + canvas.around(x, y, size, 6, "ab")
        box = canvas.first_free(places, taken, bounds)
        taken.append(page.label(box, x, said, "ink" if bold else "allow", bold=bold))


def _key(page: canvas.Page, y: float, words: Mapping[str, str]) -> float:
    """Which mark is which; returns the height under it."""
    page.shape(5, y + 10, "ink", "D", 8)
    page.text(15, y + 10, words["printed"], bold=True)
    left = 15 + canvas.text_width(words["printed"], 12, True) + 22
    page.shape(left, y + 10, "allow", "o", 9)
    page.text(left + 10, y + 10, words["from_data"], "allow")
    return y + 22
