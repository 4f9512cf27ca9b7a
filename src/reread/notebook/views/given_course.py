"""What does the rival `given_course` show: the curve of the study file, and what it prints by time of first reading?"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np

from reread.figures import course, intervals
from reread.figures.canvas import Curve
from reread.files.problem import Problem
from reread.notebook.views import FigureView, RivalView, TableView, two_readings
from reread.notebook.views.groups import group_of, hundred
from reread.numbers.interval import Interval
from reread.numbers.show import number
from reread.rivals import given_course
from reread.rivals.given_course import Asked, course_of
from reread.rivals.two_readings import Draws
from reread.study.values import Study
from reread.words import Words

KEY = "given_course"


def rival_view(study: Study, seed: int, evidence: Path, settings: given_course.Settings, say: Words) -> RivalView:
    """The curve, and its rows: shares of a category, or changes of a mean."""
    asked = asked_of(study)
    draws = given_course.simulate(asked, seed, settings, {})
    picture = curve_view(study, asked, say)
    if asked.counts:
        shown = two_readings.rival_view(study, KEY, draws, vars(settings), say)
        return replace(shown, views=[picture, *shown.views])
    return of_means(study, asked, draws, picture, say)


def asked_of(study: Study) -> Asked:
    """What the study file gives and the document prints. Raises Problem where one of them is missing."""
    told = study.file.rivals[KEY]
    course_given, place = course_of(study.id, told), f"studies/{study.id}/study.yaml"
    if told["side"] not in ("above", "below"):
        raise Problem(place, f"rivals.{KEY}.side", told["side"], "above or below")
    above = told["side"] == "above"
    if told["category"] != "mean":
        group = group_of(study, KEY)
        return Asked(study.id, group.n, group, 0.0, above, course_given)
    means = study.all(*(f"{told['outcome']}.{occasion}.mean" for occasion in ("before", "after")))
    n = study.n(told["outcome"])
    if means is None or n is None:
        raise Problem(place, f"rivals.{KEY}", "no means before and after, or no n", "locators of all three")
    return Asked(study.id, n.integer, None, _least(means[0].interval, means[1].interval, above), above, course_given)


def _least(before: Interval, after: Interval, above: bool) -> float:
    """The least change towards a side that prints like this; a printed mean stands for a range."""
    ends = (before.high, after.low) if above else (before.low, after.high)
    if ends[0] is None or ends[1] is None:
        raise Problem("the printed means", "", "a mean without an end (such as > 5)", "means that stand for a range")
    return float(ends[1] - ends[0])


def _printed_change(study: Study) -> float:
    before, after = (study.values[f"{study.file.rivals[KEY]['outcome']}.{part}.mean"] for part in ("before", "after"))
    return float(after.reported.value - before.reported.value)


def curve_view(study: Study, asked: Asked, say: Words) -> FigureView:
    """The curve with the SD between people, and the span of first readings in words."""
    given, told = asked.course, study.file.rivals[KEY]
    times = np.linspace(given.curve[0][0], given.curve[-1][0], 61)
    middle = np.array([given.at(float(time)) for time in times])
    curve = Curve(
        *(tuple(map(float, line)) for line in (times, middle - given.between, middle, middle + given.between))
    )
    params = {**told, "cause": study.file.cause, "label": study.outcome(told["outcome"]).label}
    labels = (say(f"{KEY}.course.{part}", **params) for part in ("x_label", "y_label", "band"))
    return FigureView(course, course.Course(curve, (), *labels), f"{KEY}.course", params)


def of_means(study: Study, asked: Asked, draws: Draws, picture: FigureView, say: Words) -> RivalView:
    """The rows of a mean: how it changes by itself, and how often at least as much as printed."""
    told = study.file.rivals[KEY]
    params = {**told, "cause": study.file.cause, "change": number(_printed_change(study)), "n": asked.n}
    params |= two_readings.found(draws.rows, say)
    labels = [two_readings.label(row, KEY, say) for row in draws.rows]
    rows = tuple(
        intervals.IntervalRow(text, row.low, row.high, row.share, hundred(row.reach, say))
        for text, row in zip(labels, draws.rows, strict=True)
    )
    words = say(f"{KEY}.mean.x_label", **params), say(f"{KEY}.mean.right_head", **params)
    data = intervals.Intervals(rows, *words, _printed_change(study), say(f"{KEY}.mean.printed", **params))
    shown = FigureView(intervals, data, f"{KEY}.mean", params, KEY)
    cells = [[text, number(row.share), f"{number(row.low)} … {number(row.high)}", hundred(row.reach, say)]
             for text, row in zip(labels, draws.rows, strict=True)]  # fmt: skip
    table = TableView("changes", say.several(f"{KEY}.mean.head", **params), cells, f"{KEY}.table", params)
    bars = [
        {"label": two_readings.label(row, KEY, say, "bar"), "share": row.reach, "low": row.reach, "high": row.reach,
         "reach": row.reach}
        for row in draws.rows
    ][: two_readings.MOST]  # fmt: skip
    answer = {"bars": bars, "bars_say": say(f"{KEY}.mean.bars_say", **params), "line_say": say(f"{KEY}.mean.line_say")}
    return RivalView([picture, shown, table], answer, [say("rivals.cannot_say", **params)])
