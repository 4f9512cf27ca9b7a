"""What does the rival `natural_course` show: the curve with its sources, and the share reached by first day?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import numpy as np

from reappraise import evidence as literature
from reappraise.evidence import Anchor, Parameter
from reappraise.figures import by_first_day, course
from reappraise.figures.canvas import Curve
from reappraise.problem import Problem
from reappraise.rivals import OneGroup, chosen, natural_course, stream
from reappraise.rivals.natural_course import Draws
from reappraise.show import number
from reappraise.study import Study
from reappraise.views import FigureView, RivalView, TableView
from reappraise.views.course_points import course_points
from reappraise.words import Words

KEY = "natural_course"
LAST_DAY = 14.5


def rival_view(
    study: Study, seed: int, evidence: Path, settings: Mapping[str, Any], bars: tuple[float, ...], say: Words
) -> RivalView:
    """The curve with its anchors, the table and the figure by first day, and the bars of the second answer."""
    known = literature.parameters(evidence)
    draws = natural_course.simulate(group_of(study), seed, chosen(KEY, settings), known)
    views = (
        course_view(study, seed, known, literature.anchors(evidence).values(), say),
        first_day_view(study, draws, bars, say),
        by_day_view(study, draws, say),
    )
    note = say(f"{KEY}.cannot_say", cause=study.file.cause)
    return RivalView([view for view in views if view], answer(study, draws, bars, say), [note])


def group_of(study: Study) -> OneGroup:
    """What the study prints of the category it names. Raises Problem where a count or n is missing."""
    told = study.file.rivals[KEY]
    roles = [f"{told['outcome']}.{occasion}.count.{told['category']}" for occasion in ("before", "after")]
    counts, n = study.all(*roles), study.n(told["outcome"])
    if counts is None or n is None or not all(count.whole for count in counts):
        found = f"no whole numbers for n, {' and '.join(roles)}"
        write = "an outcome and category whose counts and n this file points at"
        raise Problem(f"studies/{study.id}/study.yaml", f"rivals.{KEY}", found, write)
    return OneGroup(study.id, n.integer, *(count.integer for count in counts))


def course_view(
    study: Study, seed: int, parameters: Mapping[str, Parameter], anchors: Iterable[Anchor], say: Words
) -> FigureView:
    """Daily volume by day, the model's middle and band, other people's untreated averages."""
    days = np.arange(1, LAST_DAY + 0.01, 0.25)
    low, middle, high = natural_course.curve(parameters, tuple(days), stream(seed, study.id, "curve", 0))
    points = course_points(anchors, "mL per 24 h", LAST_DAY)
    cause = study.file.cause
    labels = [say(f"{KEY}.course_{part}", cause=cause) for part in ("x", "y", "band")]
    curve = Curve(*(tuple(map(float, line)) for line in (days, low, middle, high)))
    first, last = (round(float(np.interp(day, days, middle)), -1) for day in (1, 8))
    params = {"first": int(first), "last": int(last), "days": 8, "cause": cause}
    return FigureView(course, course.Course(curve, points, *labels), f"{KEY}.course", params)


def told(study: Study, draws: Draws, say: Words) -> dict[str, object]:
    """The parameters of every sentence about these draws."""
    group, settings = draws.study, draws.settings
    return {
        "n": group.n, "k": group.after, "days": f"{settings.days_between:g}", "studies": settings.studies,
        "before": number(100 * group.before / group.n, 0), "after": number(100 * group.after / group.n, 0),
        "cause": study.file.cause, "category": study.file.rivals[KEY]["category"],
    }  # fmt: skip


def by_day_view(study: Study, draws: Draws, say: Words) -> TableView:
    """One row for each first day."""
    params = told(study, draws, say)
    rows = [
        [f"{d.day:g}", number(d.cut_ml, 1), number(100 * d.share_after, 0),
         f"{number(100 * d.share_after_low, 0)} … {number(100 * d.share_after_high, 0)}", number(100 * d.reach, 0)]
        for d in draws.days
    ]  # fmt: skip
    return TableView("by_day", say.several(f"{KEY}.by_day.head", **params), rows, f"{KEY}.by_day", params)


def first_day_view(study: Study, draws: Draws, bars: tuple[float, ...], say: Words) -> FigureView | None:
    """The share reached by day of the first measurement, with the printed shares as lines."""
    if len(draws.days) < 2:
        return None
    params = told(study, draws, say)
    ends = ("day", "share_after_low", "share_after", "share_after_high")
    curve = Curve(*(tuple(float(getattr(d, part)) for d in draws.days) for part in ends))
    lines = [
        by_first_day.Line(k / draws.study.n, say(f"{KEY}.printed_{o}", share=params[o], k=k, n=draws.study.n))
        for o, k in (("after", draws.study.after), ("before", draws.study.before))
    ]
    chosen = [d for d in draws.days if d.day in bars]
    params["reaches"] = say.joined("notebooks.and", [number(100 * d.reach, 0) for d in chosen])
    params["days_shown"] = say.joined("notebooks.or", [f"{d.day:g}" for d in chosen])
    x_label = say(f"{KEY}.x_label{'_told' if study.file.design.first_measured else ''}")
    words = (x_label, say(f"{KEY}.y_label", **params), say(f"{KEY}.band"))
    data = by_first_day.ByFirstDay(curve, tuple(d.day for d in chosen), lines[0], lines[1], *words)
    return FigureView(by_first_day, data, f"{KEY}.by_first_day", params)


def answer(study: Study, draws: Draws, bars: tuple[float, ...], say: Words) -> dict[str, object]:
    """What the page's second answer shows of this rival."""
    params = told(study, draws, say)
    shown = [
        {"label": say(f"{KEY}.day", day=f"{d.day:g}"), "share": round(d.share_after, 4),
         "low": round(d.share_after_low, 4), "high": round(d.share_after_high, 4), "reach": round(d.reach, 4)}
        for d in draws.days if d.day in bars
    ]  # fmt: skip
    line = "line_told" if study.file.design.first_measured else "line_say"
    return {
        "bars": shown, "bars_say": say(f"{KEY}.bars_say", **params),
        "line": draws.study.after / draws.study.n, "line_say": say(f"{KEY}.{line}", **params),
    }  # fmt: skip
