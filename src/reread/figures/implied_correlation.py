"""Which correlation of before and after do a printed t, mean change and two SDs imply?

The line is t for every correlation, the band what rounding of the printed numbers leaves; where the band meets the
printed t lies the implied range, shaded. A range outside [−1, 1] does not exist, and the figure says so.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from matplotlib.figure import Figure

from reread.figures import canvas


@dataclass(frozen=True)
class ImpliedCorrelation:
    """|t| over the correlation, the printed |t| with its rounding interval, and the implied range if there is one."""

    curve: canvas.Curve
    printed_t: canvas.PrintedNumber
    t_low: float
    t_high: float
    implied: tuple[float, float] | None


def draw(data: ImpliedCorrelation, wide: bool, words: Mapping[str, str]) -> Figure:
    """One panel in either width."""
    page = canvas.Page(wide)
    page.text(0, 9, words["t_value"], "quiet")
    pane = canvas.Box(40, 28, page.width - 8, 278 if wide else 268)
    middle = sorted(v for v in data.curve.middle if v < float("inf"))
    most = max(1.5 * data.t_high, 1.2 * middle[int(0.8 * (len(middle) - 1))])
    across = canvas.Scale(-1, 1, pane.left, pane.right)
    up = canvas.Scale(0, most, pane.bottom, pane.top)
    faint = canvas.axis_left(page, up, pane.left, pane.right)
    line, rims = canvas.banded(page, data.curve, across, up, "allow", "allow", 0.2)
    y = up(data.printed_t.value)
    page.line([pane.left, pane.right], [y, y], "ink", 1.8, layer=4)
    taken = [*line, canvas.Box(pane.left, y - 1.5, pane.right, y + 1.5)]
    taken.append(_implied(page, data, across, y, pane, words, [*taken, *rims, *faint]))
    text = words["printed_value"].format(value=f"t {data.printed_t.shown}")
    taken.append(_beside(page, text, [y - 19, y + 4], pane, [*taken, *rims, *faint]))
    bottom = canvas.axis_below(page, across, pane.bottom, words["correlation"])
    page.text(pane.right, bottom + 8, words["rounding"], "allow", align="right")
    return page.finish(bottom + 18)


def table(data: ImpliedCorrelation, words: Mapping[str, str]) -> canvas.Rows:
    """t at some twenty correlations, then the implied correlations beside the printed t and its rounding interval."""
    curve = data.curve
    every = max(1, (len(curve.x) - 1) // 20)
    points = list(zip(curve.x, curve.low, curve.middle, curve.high, strict=True))[::every]
    rows = [[canvas.fixed(v, 2) for v in point] for point in points]
    ends = canvas.fixed(data.t_low, 3), data.printed_t.shown, canvas.fixed(data.t_high, 3)
    head = [words["column_correlation"], *(f"t, {words[f'column_{key}']}" for key in ("low", "middle", "high"))]
    return head, [*rows, [f"{words['printed']}: {_range(data, words)}", *ends]]


def _range(data: ImpliedCorrelation, words: Mapping[str, str]) -> str:
    if data.implied is None:
        return words["implied_none"]
    for decimals in (2, 3, 4):
        low, high = (canvas.fixed(r, decimals) for r in data.implied)
        if low != high:
            break
    return words["implied"].format(low=low, high=high)


def _implied(
    page: canvas.Page,
    data: ImpliedCorrelation,
    across: canvas.Scale,
    y: float,
    pane: canvas.Box,
    words: Mapping[str, str],
    taken: list[canvas.Box],
) -> canvas.Box:
    """Shade the implied correlations under the printed t and name them, or say that there are none."""
    text = _range(data, words)
    if data.implied is None:
        return _beside(page, text, [y + 4, y + 20, y - 19], pane, taken)
    left, right = (across(r) for r in data.implied)
    left, right = min(left, pane.right - 1.5), max(right, left + 1.5)
    page.area([(left, y), (right, y), (right, pane.bottom), (left, pane.bottom)], "allow", 0.25)
    wide = canvas.text_width(text, canvas.BASE, True)
    tops = [pane.bottom - 22 - 8 * k for k in range(12)]
    places = [canvas.Box(x, top, x + wide, top + 16) for top in tops for x in (right + 6, left - 6 - wide)]
    box = canvas.first_free(places, taken, pane)
    return page.label(box, (left + right) / 2, text, "allow", canvas.BASE, bold=True)


def _beside(page: canvas.Page, text: str, tops: list[float], pane: canvas.Box, taken: list[canvas.Box]) -> canvas.Box:
    """Words along the printed line, as far left as is free."""
    wide = canvas.text_width(text, canvas.BASE, True)
    lefts = [pane.left + 4 + 10.0 * k for k in range(int((pane.right - pane.left - wide) / 10) + 1)]
    box = canvas.first_free([canvas.Box(x, t, x + wide, t + 15) for t in tops for x in lefts], taken, pane)
    return page.text(box.left, box.middle[1], text, size=canvas.BASE, bold=True)
