"""What does a rival show that says what such studies print at a few settings: rows, bars, and its limits?

A rival without a view of its own is shown by this one alone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reread.figures import intervals
from reread.notebook.views import FigureView, RivalView
from reread.notebook.views.groups import hundred
from reread.numbers.show import number, span
from reread.rivals.two_readings import Draws, Row
from reread.study.values import Study
from reread.words import Words

MOST = 4  # bars of the second answer


def rival_view(study: Study, rival: str, draws: Draws, settings: Mapping[str, object], say: Words) -> RivalView:
    """A figure of the share after at each setting, in the words of the rival."""
    params = told(study, rival, draws, settings, say)
    labels = [label(row, rival, say) for row in draws.rows]
    bars = [
        {"label": label(row, rival, say, "bar"), **{part: round(getattr(row, part), 4) for part in SHARES}}
        for row in draws.rows if row.name != "before"
    ][-MOST:]  # fmt: skip
    answer = {
        "bars": bars, "bars_say": say(f"{rival}.bars_say", **params),
        "line": draws.study.after / draws.study.n, "line_say": say("rivals.line_say", **params),
    }  # fmt: skip
    views = [_figure(draws, rival, labels, params, say)]
    return RivalView(views, answer, [say("rivals.cannot_say", **params)])


SHARES = ("share", "low", "high", "reach")
TOGETHER = ("without_time", "all")


def told(study: Study, rival: str, draws: Draws, settings: Mapping[str, object], say: Words) -> dict[str, object]:
    """The parameters of every sentence: the counts, the words of the study file, and the rival's settings."""
    group = draws.study
    shown = {name: f"{value:g}" for name, value in settings.items() if isinstance(value, (int, float))}
    return {
        **shown, **study.file.rivals[rival], "n": group.n, "k": group.after, "cause": study.file.cause,
        "after": number(100 * group.after / group.n, 0), "before": number(100 * group.before / group.n, 0),
        **found(draws.rows, say),
    }  # fmt: skip


def found(rows: Sequence[Row], say: Words) -> dict[str, object]:
    """What the rows come to: how many reach, for single causes and all together; shares at both readings."""
    before, after = ([row for row in rows if (row.name == "before") == first] for first in (True, False))
    alone = [row for row in after if row.name not in TOGETHER] or after
    together = [row for row in after if row.name == "all"]
    return {
        "reaches": _reaches(after, say), "alone": _reaches(alone, say), "together": _reaches(together, say),
        "befores": _shares(before), "afters": _shares(after),
    }  # fmt: skip


def _reaches(rows: Sequence[Row], say: Words) -> str:
    ordered = [hundred(row.reach, say) for row in sorted(rows, key=lambda row: row.reach)]
    return " … ".join(dict.fromkeys((ordered[0], ordered[-1]))) if ordered else ""


def _shares(rows: Sequence[Row]) -> str:
    shares = sorted(100 * row.share for row in rows)
    return span(shares[0], shares[-1], 0) if shares else ""


def label(row: Row, rival: str, say: Words, kind: str = "row") -> str:
    """A setting in words."""
    value, percent = f"{row.value:.3g}", number(100 * row.value, 0)
    return say(f"{rival}.{kind}.{row.name}", value=value, percent=percent)


def _figure(
    draws: Draws, rival: str, labels: Sequence[str], params: Mapping[str, object], say: Words
) -> FigureView:  # fmt: skip
    rows = tuple(
        intervals.IntervalRow(
            text, 100 * row.low, 100 * row.high, 100 * row.share, hundred(row.reach, say) if after else ""
        )
        for text, row, after in zip(labels, draws.rows, (row.name != "before" for row in draws.rows), strict=True)
    )
    words = say("rivals.x_label", **params), say("rivals.right_head", **params)
    data = intervals.Intervals(rows, *words, 100 * draws.study.after / draws.study.n, say("rivals.printed", **params))
    return FigureView(intervals, data, f"{rival}.figure", params, rival)
