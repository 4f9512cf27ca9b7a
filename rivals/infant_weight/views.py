"""What does the rival `infant_weight` show: the course of weight with its sources, and the gain by day of weighing?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

import numpy as np

from reread.figures import course
from reread.figures.canvas import Curve
from reread.files.problem import Problem
from reread.notebook.views import FigureView, RivalView, TableView
from reread.notebook.views.course_points import course_points
from reread.numbers.show import number, span
from reread.rivals import OneCase, stream
from reread.rivals import evidence as literature
from reread.rivals.evidence import Anchor, Parameter
from reread.study.values import Study, Value
from reread.words import Words

from . import NEEDS, Draws, FirstDay, Settings, curve, gain_by_first_day, simulate

KEY = "infant_weight"
LAST_DAY = 14.5


def rival_view(study: Study, seed: int, evidence: Path, settings: Settings, say: Words) -> RivalView:
    """The course with its anchors, the figure and the table by first day, and the bars of the second answer."""
    known = literature.parameters(evidence)
    draws = simulate(case_of(study), seed, settings, known)
    views = (
        first_day_view(study, draws, say),
        course_view(study, seed, known, literature.anchors(evidence, say.language).values(), say),
        by_day_view(study, draws, say),
    )
    note = say(f"{KEY}.cannot_say", cause=study.file.cause)
    return RivalView([view for view in views if view], answer(study, draws, say), [note])


def printed(study: Study, need: str) -> Value:
    """The number that the study file names for `need`. Raises Problem where it points at none."""
    name = study.file.rivals[KEY][need]
    value = study.get(f"other.{name}")
    if value is None:
        write = f"one of the names under “other”: {', '.join(study.file.other) or 'none yet'}"
        raise Problem(f"studies/{study.id}/study.yaml", f"rivals.{KEY}.{need}", f"“{name}”, which is not there", write)
    return value


def case_of(study: Study) -> OneCase:
    """The least gain and the two ends of the time that the printed numbers stand for."""
    gain, days = (printed(study, need) for need in NEEDS)
    ends = (gain.interval.low, days.interval.low, days.interval.high)
    if any(end is None for end in ends):
        found = f"{gain.shown} g in {days.shown} days"
        write = "a gain with a lower end, and a time with both"
        raise Problem(f"studies/{study.id}/study.yaml", f"rivals.{KEY}", found, write)
    return OneCase(study.id, *(float(end) for end in ends if end is not None))


def told(study: Study) -> dict[str, object]:
    """The parameters of every sentence."""
    return {**{need: printed(study, need).shown for need in NEEDS}, "cause": study.file.cause}


def course_view(
    study: Study, seed: int, parameters: Mapping[str, Parameter], anchors: Iterable[Anchor], say: Words
) -> FigureView:
    """Weight since birth by day: the model's middle and band, other people's medians."""
    days = np.arange(1, LAST_DAY + 0.01, 0.25)
    low, middle, high = curve(parameters, tuple(days), stream(seed, study.id, "weight_curve", 0))
    birth = parameters["birth_weight"].value
    points = course_points(anchors, "% of birth weight", LAST_DAY, birth / 100)
    labels = [say(f"{KEY}.course_{part}", cause=study.file.cause) for part in ("x", "y", "band")]
    lowest = int(np.argmin(middle))
    rate = parameters["weight_regain"].value / 100 * birth
    params = {
        "lost": number(round(-middle[lowest], -1), 0), "lowest": number(days[lowest], 0), "birth": number(birth, 0),
        "rate": number(round(rate / 5) * 5, 0), "cause": study.file.cause,
        "again": number(np.interp(0, middle[lowest:], days[lowest:]), 0),
    }  # fmt: skip
    line = Curve(*(tuple(map(float, end)) for end in (days, low, middle, high)))
    return FigureView(course, course.Course(line, points, *labels), f"{KEY}.course", params)


def hundred(share: float, say: Words) -> str:
    """A share as so many of 100."""
    return say(f"{KEY}.under_one") if 0 < share < 0.005 else number(round(100 * share), 0)


def by_day_view(study: Study, draws: Draws, say: Words) -> TableView:
    """One row for each first day."""
    settings = draws.settings
    params = {**told(study), "infants": settings.infants, "picked_from": settings.picked_from}
    key = f"{KEY}.gain_by_day"
    rows = [
        [f"{d.day:g}", number(round(d.gain), 0), span(round(d.gain_low), round(d.gain_high), 0),
         hundred(d.reach, say), span(round(100 * d.reach_low), round(100 * d.reach_high), 0), hundred(d.best, say)]
        for d in draws.days
    ]  # fmt: skip
    return TableView("gain_by_day", say.several(f"{key}.head", **params), rows, key, params)


def first_day_view(study: Study, draws: Draws, say: Words) -> FigureView | None:
    """The gain by day of the first weighing, with the printed one as a line and the share that reaches it."""
    if len(draws.days) < 2:
        return None
    params = told(study)
    ends = ("day", "gain_low", "gain", "gain_high")
    band = Curve(*(tuple(float(getattr(d, part)) for d in draws.days) for part in ends))
    days = [d for d in draws.days if d.day in draws.settings.bars]
    reaches = [hundred(d.reach, say) for d in days]
    untold = study.file.design.first_measured is None
    parts = (f"x_label{'' if untold else '_told'}", "y_label", "printed", "band", "reach", "reach_column")
    data = gain_by_first_day.GainByFirstDay(
        band,
        float(printed(study, "gain").reported.value),
        tuple(gain_by_first_day.Reach(d.day, text) for d, text in zip(days, reaches, strict=True)),
        *(say(f"{KEY}.{part}", **params) for part in parts),
    )
    params |= {"days_low": f"{draws.case.days_low:g}", "days_high": f"{draws.case.days_high:g}"}
    params["reaches"] = say.joined("notebooks.and", reaches)
    params["days_shown"] = say.joined("notebooks.or", [f"{d.day:g}" for d in days])
    params["day_told"] = say(f"{KEY}.day_untold") if untold else ""
    return FigureView(gain_by_first_day, data, f"{KEY}.gain_by_first_day", params)


def answer(study: Study, draws: Draws, say: Words) -> dict[str, object]:
    """What the page's second answer shows of this rival: shares of infants, no printed one beside them."""
    params = told(study)
    shown = [d for d in draws.days if d.day in draws.settings.bars]
    rows = [
        {"label": say(f"{KEY}.day", day=f"{d.day:g}"), "share": round(d.reach, 4),
         "low": round(d.reach_low, 4), "high": round(d.reach_high, 4), "reach": round(d.reach, 4)}
        for d in shown
    ]  # fmt: skip
    return {"bars": rows, "bars_say": say(f"{KEY}.bars_say", **params), "line_say": _after(study, draws, shown, say)}


def _after(study: Study, draws: Draws, shown: list[FirstDay], say: Words) -> str:
    """The sentences below the bars: their ranges, the day that is not told, and the choice of the case."""
    parts = [say(f"{KEY}.line_say")]
    if study.file.design.first_measured is None:
        parts.append(say(f"{KEY}.day_untold"))
    if draws.settings.picked_from > 1 and shown:
        bests = say.joined("notebooks.and", [hundred(d.best, say) for d in shown])
        parts.append(say(f"{KEY}.best", picked_from=draws.settings.picked_from, bests=bests))
    return " ".join(parts)
