"""What would an analysis of covariance have said, of two arms with a baseline?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from reread.figures import ancova as drawing
from reread.figures.canvas import Curve
from reread.notebook.views import FigureView, TableView
from reread.numbers.show import number, span
from reread.reanalysis.adjusted import Adjusted, adjusted
from reread.statistics.ancova import Result, analysed, change_scores, final_scores
from reread.study.arms import MeasuredTwice, measured_twice
from reread.study.values import Study
from reread.words import Words

KEY = "notebooks.reconstruction.ancova"
DRAWN = (0.0, 1.0)  # correlations that the figure shows; below 0 the table tells
POINTS = 100
LISTED = (0.0, 0.3, 0.5, 0.7, 0.9)


def views(study: Study, alpha: float, level: float, say: Words) -> Iterator[FigureView | TableView | str]:
    """Of each measure with a baseline: a picture and a table, or the sentence that says why there is none."""
    for measure in measured_twice(study):
        label, found = study.measured(measure.after.owner).label, adjusted(measure, alpha)
        if found is None:
            yield say(f"{KEY}.why_not.{measure.why_not() or 'correlation'}", label=label)
            continue
        yield figure(study, measure, found, level, say)
        yield table(measure, label, found, level, say)
        if found.printed == "none":
            yield say(f"{KEY}.printed_none", label=label)


def decides(study: Study, alpha: float, say: Words) -> str:
    """The sentence of the second answer: what the first adjusted analysis says; nothing where none follows."""
    for measure in measured_twice(study):
        found = adjusted(measure, alpha)
        if found is not None:
            label = study.measured(measure.after.owner).label
            return say(f"{KEY}.decides.{_verdict(found)}", **told(found, say), label=label)
    return ""


def figure(study: Study, measure: MeasuredTwice, found: Adjusted, level: float, say: Words) -> FigureView:
    """The three analyses over the correlation."""
    trial, about = found.trial, study.measured(measure.after.owner)
    low, high = min(DRAWN[0], found.r[0]) if found.narrow else DRAWN[0], DRAWN[1]
    over = analysed(trial, low, high, POINTS)
    ends = over.interval(level)
    change, final = change_scores(trial, low, high, POINTS), final_scores(trial)
    middle = [_middle(trial, float(r), False) for r in over.r.mean(axis=1)]
    of_change = [_middle(trial, float(r), True) for r in over.r.mean(axis=1)]
    x = tuple(float(r) for r in over.r.mean(axis=1))
    x = (low, *x[1:-1], high)
    data = drawing.Ancova(
        interval=Curve(x, _floats(ends[0][:, 0]), tuple(m[0] for m in middle), _floats(ends[1][:, 1])),
        change=Curve(x, _floats(change.estimate[:, 0]), tuple(m[0] for m in of_change), _floats(change.estimate[:, 1])),
        p=Curve(x, _floats(over.p[:, 0]), tuple(m[1] for m in middle), _floats(over.p[:, 1])),
        p_change=Curve(x, _floats(change.p[:, 0]), tuple(m[1] for m in of_change), _floats(change.p[:, 1])),
        final=float(final.estimate.mean()), p_final=float(final.p.mean()), alpha=found.alpha,
        names=(measure.arms[0], measure.arms[1]), unit=about.unit,
        implied=found.r if found.narrow else None,
    )  # fmt: skip
    params = {**told(found, say), "label": about.label}
    return FigureView(drawing, data, f"{KEY}.{_verdict(found)}", params, f"ancova-{measure.name}".replace(" ", "-"))


def table(measure: MeasuredTwice, label: str, found: Adjusted, level: float, say: Words) -> TableView:
    """Difference, interval and p of final scores, change scores and the adjusted ones at some correlations."""
    trial, rows = found.trial, []
    rows.append([say(f"{KEY}.rows.final"), *_row(final_scores(trial), level)])
    for key, (low, high) in {"left": found.r, "any": (-1.0, 1.0)}.items():
        if key == "any" or found.narrow:
            name = say(f"{KEY}.rows.change_{key}", r=span(low, high))
            rows.append([name, *_row(change_scores(trial, low, high, POINTS), level)])
    for r in LISTED:
        rows.append([say(f"{KEY}.rows.at", r=number(r, 1)), *_row(analysed(trial, r, r), level)])
    if found.narrow:
        key = "whole" if found.whole else "left"
        rows.append([say(f"{KEY}.rows.adjusted_{key}", r=span(*found.r)), *_row(found.over, level)])
    rows.append([say(f"{KEY}.rows.adjusted_any"), *_row(analysed(trial, -1.0, 1.0, 4 * POINTS), level)])
    name = f"ancova-table-{measure.name}".replace(" ", "-")
    params = {"label": label, "first": measure.arms[0], "second": measure.arms[1], "level": f"{100 * level:g}"}
    return TableView(name, say.several(f"{KEY}.head"), rows, f"{KEY}.table", params)


def told(found: Adjusted, say: Words) -> dict[str, Any]:
    """What the sentences about one measure need."""
    over = found.over
    low, high = over.over_all(over.estimate)
    change = change_scores(found.trial, *found.r, POINTS)
    pieces = say.several(f"{KEY}.joined")[0].join(span(a, b) for a, b in found.below) or say(f"{KEY}.nowhere")
    return {
        "estimate": span(low, high, 1 if max(abs(low), abs(high)) >= 10 else 2),
        "p": _p(over), "p_final": _p(final_scores(found.trial)), "p_change": _p(change),
        "alpha": number(found.alpha, 2), "r": span(*found.r), "pieces": pieces,
    }  # fmt: skip


def _verdict(found: Adjusted) -> str:
    return f"whole_{found.verdict}" if found.whole else found.verdict


def _row(result: Result, level: float) -> list[str]:
    low, high = result.interval(level)
    ends = result.over_all(low)[0], result.over_all(high)[1]
    return [span(*result.over_all(result.estimate)), span(*ends), _p(result)]


def _p(result: Result) -> str:
    """Least and greatest p."""
    low, high = result.over_all(result.p)
    return span(low, high, 3 if high >= 0.0005 else 4)


def _middle(trial: Any, r: float, change: bool) -> tuple[float, float]:
    """The middle of what rounding leaves of the difference and of p, at one correlation."""
    found = change_scores(trial, r, r) if change else analysed(trial, r, r)
    return float(found.estimate.mean()), float(found.p.mean())


def _floats(values: NDArray[np.float64]) -> tuple[float, ...]:
    return tuple(float(value) for value in values)
