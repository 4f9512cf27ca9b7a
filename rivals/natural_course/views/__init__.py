"""What does the rival `natural_course` show: the curve with its sources, the share reached by first day, and more?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

import numpy as np

from reread.figures import course
from reread.figures.canvas import Curve
from reread.notebook.views import Elsewhere, FigureView, RivalView, TableView
from reread.notebook.views.course_points import course_points
from reread.notebook.views.groups import by_means, group_of, hundred
from reread.numbers.show import number
from reread.rivals import OneGroup, stream
from reread.rivals import evidence as literature
from reread.rivals.evidence import Anchor, Parameter
from reread.study.values import Study
from reread.words import Words

from .. import Draws, Settings, curve, simulate
from ..drawings import by_first_day
from ..others import changes, exact_interval, matched
from .days import chances_view, joint_view, map_view, pairs_view
from .trial import Settings as Design
from .trial import design_view
from .unknowns import ask_view, name, others_rows, others_view, suggested, unknown_rows, unknowns_view

KEY = "natural_course"
LAST_DAY = 14.5
STILL = 1.05  # time alone does little where the mean sitting rises by less than this factor


def rival_view(study: Study, seed: int, evidence: Path, settings: Settings, say: Words) -> RivalView:
    """The curve with its anchors, figures and tables by day, what is not known, and the bars of the second answer."""
    known, anchors = literature.parameters(evidence), literature.anchors(evidence, say.language).values()
    draws = simulate(group_of(study, KEY), seed, settings, known)
    params = told(study, draws, say)
    unknown, others = unknown_rows(draws, seed, known), others_rows(draws, anchors)
    views = (
        first_day_view(study, draws, say),
        course_view(study, seed, known, anchors, say),
        others_view(others, draws, params, say),
        by_day_view(study, draws, say),
        map_view(study, draws, seed, known, params, say),
        chances_view(draws, params, say),
        pairs_view(draws, params, say),
        joint_view(study, draws, seed, known, params, say),
        unknowns_view(unknown, draws, params, say),
        ask_view(unknown, params, say),
    )
    shown = [view for view in views if view]
    told_of, said = answer(study, draws, say), notes(draws, params, say)
    instead = by_means(study, KEY)
    if instead is not None:
        short, long = _instead(instead, draws, seed, known, say)
        told_of["line_say"], said = f"{told_of['line_say']} {short}", [long, *said]
    return RivalView(shown, told_of, said, suggested(others, say))


def _instead(group: OneGroup, draws: Draws, seed: int, known: Mapping[str, Parameter], say: Words) -> tuple[str, str]:
    """What the means and SDs leave in place of the printed counts, and the shares with it: in short, and at length."""
    other = simulate(group, seed, replace(draws.settings, first_days=draws.settings.bars), known)
    days = [say(f"{KEY}.instead_day", day=f"{d.day:g}", share=number(100 * d.share_after, 0)) for d in other.days]
    before, after, was, now = (
        number(100 * k / each.n, 0) for each in (group, draws.study) for k in (each.before, each.after)
    )
    shares = ", ".join(number(100 * d.share_after, 0) for d in other.days)
    short = say(f"{KEY}.instead_short", before=before, after=after, shares=shares)
    return short, say(f"{KEY}.instead", before=before, after=after, was=was, now=now, days=", ".join(days))


def elsewhere(evidence: Path, say: Words) -> list[Elsewhere]:
    """Other people's untreated women: the longest change from each first day of a source."""
    found = matched(changes(literature.anchors(evidence, say.language).values()), LAST_DAY)
    return [
        Elsewhere(
            say(f"{KEY}.others.named", source=name(change), first=f"{change.first:g}", second=f"{change.second:g}"),
            change.ratio, change.known == "secondary",
        )
        for change in found
    ]  # fmt: skip


def design(study: Study, seed: int, evidence: Path, settings: Design, say: Words) -> RivalView:
    """The study that would answer."""
    return design_view(study, group_of(study, KEY), seed, literature.parameters(evidence), settings, say)


def notes(draws: Draws, params: Mapping[str, object], say: Words) -> list[str]:
    """The ordering, the negative-control interval where one is simulated, and what the rival cannot say."""
    low, high = (number(100 * end, 1) for end in exact_interval(draws.study))
    said = [say(f"{KEY}.ordering", **params, low=low, high=high)]
    still = [row for row in draws.days if row.volume_after < STILL * row.volume_before]
    if still:
        first = still[0].day
        days = {"first": f"{first:g}", "second": f"{first + draws.settings.days_between:g}"}
        said.append(say(f"{KEY}.negative_interval", **params, **days, reach=hundred(still[0].reach, say)))
    return [*said, say(f"{KEY}.cannot_say", **params)]


def course_view(
    study: Study, seed: int, parameters: Mapping[str, Parameter], anchors: Iterable[Anchor], say: Words
) -> FigureView:
    """Daily volume by day, the model's middle and band, other people's untreated averages."""
    days = np.arange(1, LAST_DAY + 0.01, 0.25)
    low, middle, high = curve(parameters, tuple(days), stream(seed, study.id, "curve", 0))
    points = course_points(anchors, "mL per 24 h", LAST_DAY)
    cause = study.file.cause
    labels = [say(f"{KEY}.course_{part}", cause=cause) for part in ("x", "y", "band")]
    line = Curve(*(tuple(map(float, end)) for end in (days, low, middle, high)))
    first, last = (round(float(np.interp(day, days, middle)), -1) for day in (1, 8))
    params = {"first": int(first), "last": int(last), "days": 8, "cause": cause}
    return FigureView(course, course.Course(line, points, *labels), f"{KEY}.course", params)


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


def first_day_view(study: Study, draws: Draws, say: Words) -> FigureView | None:
    """The share reached by day of the first measurement, with the printed shares as lines."""
    if len(draws.days) < 2:
        return None
    params = told(study, draws, say)
    ends = ("day", "share_after_low", "share_after", "share_after_high")
    band = Curve(*(tuple(float(getattr(d, part)) for d in draws.days) for part in ends))
    lines = [
        by_first_day.Line(k / draws.study.n, say(f"{KEY}.printed_{o}", share=params[o], k=k, n=draws.study.n))
        for o, k in (("after", draws.study.after), ("before", draws.study.before))
    ]
    labelled = [d for d in draws.days if d.day in draws.settings.bars]
    params["reaches"] = say.joined("notebooks.and", [number(100 * d.reach, 0) for d in labelled])
    params["days_shown"] = say.joined("notebooks.or", [f"{d.day:g}" for d in labelled])
    x_label = say(f"{KEY}.x_label{'_told' if study.file.design.first_measured else ''}")
    words = (x_label, say(f"{KEY}.y_label", **params), say(f"{KEY}.band"))
    grey = tuple(d.day for d in labelled if d.conflicts)
    data = by_first_day.ByFirstDay(band, tuple(d.day for d in labelled), lines[0], lines[1], *words, grey)
    return FigureView(by_first_day, data, f"{KEY}.by_first_day", params)


def answer(study: Study, draws: Draws, say: Words) -> dict[str, object]:
    """What the page's second answer shows of this rival."""
    params = told(study, draws, say)
    shown = [
        {"label": say(f"{KEY}.day", day=f"{d.day:g}"), "share": round(d.share_after, 4),
         "low": round(d.share_after_low, 4), "high": round(d.share_after_high, 4), "reach": round(d.reach, 4)}
        for d in draws.days if d.day in draws.settings.bars
    ]  # fmt: skip
    line = "line_told" if study.file.design.first_measured else "line_say"
    return {
        "bars": shown, "bars_say": say(f"{KEY}.bars_say", **params),
        "line": draws.study.after / draws.study.n, "line_say": say(f"{KEY}.{line}", **params),
    }  # fmt: skip
