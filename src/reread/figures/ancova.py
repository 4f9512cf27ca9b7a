"""What do final scores, change scores and analysis of covariance say, over the correlation of before and after?

Above, the difference between the arms by each of the three, with the confidence interval of the adjusted one as a band;
below, their p on a logarithmic scale. Where the printed numbers leave a narrower range of correlations, it is shaded.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from matplotlib.figure import Figure

from reread.figures import canvas

LEAST_P = 1e-4


@dataclass(frozen=True)
class Ancova:
    """Curves over the correlation; each band is what rounding leaves, that of `interval` the widest interval.

    `names` are those of the arms: the differences are the second less the first.
    """

    interval: canvas.Curve
    change: canvas.Curve
    p: canvas.Curve
    p_change: canvas.Curve
    final: float
    p_final: float
    alpha: float
    names: tuple[str, str]
    unit: str
    implied: tuple[float, float] | None = None


def draw(data: Ancova, wide: bool, words: Mapping[str, str]) -> Figure:
    """Two panels, one above the other, in either width."""
    page = canvas.Page(wide)
    head = words["ancova_difference"].format(second=data.names[1], first=data.names[0])
    top = page.paragraph(0, 9, f"{head} ({data.unit})" if data.unit else head, page.width, "quiet")
    top = _legend(page, top + 4, words)
    upper = canvas.Box(52, top + 12, page.width - 8, top + (172 if wide else 160))
    across = canvas.Scale(data.p.x[0], data.p.x[-1], upper.left, upper.right)
    ends = [*data.interval.low, *data.interval.high, *data.change.low, *data.change.high, data.final, 0.0]
    up = canvas.Scale.around(ends, upper.bottom, upper.top, 0.04)
    _shade(page, data, across, upper, words, named=True)
    canvas.axis_left(page, up, upper.left, upper.right)
    page.line([upper.left, upper.right], [up(0)] * 2, "ink", 1.0)
    canvas.banded(page, data.interval, across, up, "allow", "allow", 0.2)
    canvas.banded(page, data.change, across, up, "fell", "fell", 0.25)
    page.line([upper.left, upper.right], [up(data.final)] * 2, "quiet", 1.8, dotted=True, layer=3)

    y = page.paragraph(0, upper.bottom + 26, words["ancova_p"], page.width, "quiet")
    lower = canvas.Box(upper.left, y + 4, upper.right, y + (126 if wide else 116))
    p_up = canvas.Scale(LEAST_P, 1.0, lower.bottom, lower.top, log=True)
    _shade(page, data, across, lower, words)
    level = p_up(data.alpha)
    for value, label in p_up.ticks():
        if abs(p_up(value) - level) > 16:  # room for the level's own
            page.line([lower.left, lower.right], [p_up(value)] * 2, "rule", layer=0)
            page.text(lower.left - 8, p_up(value), label, "quiet", align="right")
    page.line([lower.left, lower.right], [level] * 2, "ink", 1.0)
    page.text(lower.left - 8, level, f"{data.alpha:g}".lstrip("0"), "ink", align="right")
    canvas.banded(page, _held(data.p), across, p_up, "allow", "allow", 0.2)
    canvas.banded(page, _held(data.p_change), across, p_up, "fell", "fell", 0.25)
    page.line([lower.left, lower.right], [p_up(data.p_final)] * 2, "quiet", 1.8, dotted=True, layer=3)
    bottom = canvas.axis_below(page, across, lower.bottom, words["correlation"])
    bottom = page.paragraph(0, bottom + 8, words["ancova_band"], page.width, "allow")
    return page.finish(bottom + 4)


def table(data: Ancova, words: Mapping[str, str]) -> canvas.Rows:
    """The adjusted difference with its interval and the p of all three at some twenty correlations."""
    every = max(1, (len(data.p.x) - 1) // 20)
    analyses = ("ancova_adjusted", "ancova_change", "ancova_final")
    head = [
        words["column_correlation"], words["ancova_interval_low"], words["ancova_adjusted"],
        words["ancova_interval_high"], *(f"p, {words[key]}" for key in analyses),
    ]  # fmt: skip
    rows = [
        [canvas.fixed(data.p.x[k], 2),
         *(canvas.fixed(line[k], 2) for line in (data.interval.low, data.interval.middle, data.interval.high)),
         *(canvas.p_text(p) for p in (data.p.middle[k], data.p_change.middle[k], data.p_final))]
        for k in range(0, len(data.p.x), every)
    ]  # fmt: skip
    return head, rows


def _held(curve: canvas.Curve) -> canvas.Curve:
    """A curve of p within the scale."""
    lines = (tuple(min(1.0, max(LEAST_P, p)) for p in line) for line in (curve.low, curve.middle, curve.high))
    return canvas.Curve(curve.x, *lines)


def _legend(page: canvas.Page, y: float, words: Mapping[str, str]) -> float:
    """The three analyses, each with its line; on a phone one below the other."""
    x = 0.0
    drawn: list[tuple[str, canvas.Role, bool]] = [
        ("ancova_adjusted", "allow", False),
        ("ancova_change", "fell", False),
        ("ancova_final", "quiet", True),
    ]
    for key, role, dotted in drawn:
        text = words[key]
        wide = canvas.text_width(text, canvas.SMALL)
        if x and x + 30 + wide > page.width:
            x, y = 0.0, y + 17
        page.line([x, x + 22], [y, y], role, 2.2, dotted=dotted)
        page.text(x + 27, y, text, role)
        x += 27 + wide + 18
    return y + 12


def _shade(
    page: canvas.Page,
    data: Ancova,
    across: canvas.Scale,
    pane: canvas.Box,
    words: Mapping[str, str],
    named: bool = False,
) -> None:
    """The correlations that are left, and in the upper panel their ends."""
    if data.implied is None:
        return
    left, right = (across(r) for r in data.implied)
    left, right = min(left, right - 1.5), max(right, left + 1.5)
    page.area([(left, pane.top), (right, pane.top), (right, pane.bottom), (left, pane.bottom)], "band", 1.0, layer=0)
    if named:
        low, high = (canvas.fixed(r, 2) for r in data.implied)
        text = words["implied"].format(low=low, high=high)
        half = canvas.text_width(text, canvas.SMALL) / 2
        middle = min(max((left + right) / 2, pane.left + half), pane.right - half)
        page.text(middle, pane.top - 8, text, "nature", align="center")
