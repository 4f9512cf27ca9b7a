"""What does the rival `natural_course_mean` show: the factor of the mean by day of the first measurement?"""

from __future__ import annotations

from pathlib import Path

from reread.figures import intervals
from reread.files.problem import Problem
from reread.notebook.views import FigureView, RivalView
from reread.notebook.views.groups import hundred
from reread.numbers.show import number
from reread.rivals.evidence import parameters
from reread.study.values import Study
from reread.words import Words

from . import Draws, MeanGroup, Settings, simulate

KEY = "natural_course_mean"
BARS = 4
SELDOM = 0.03  # of studies that reach the printed factor: the mark is hollow below
TICKS = (1, 2, 5, 10, 20, 50)


def rival_view(study: Study, seed: int, evidence: Path, settings: Settings, say: Words) -> RivalView:
    """The figure of factors by first day, and the bars of the second answer."""
    draws = simulate(group_of(study), seed, settings, parameters(evidence))
    params = told(study, draws)
    rows = tuple(
        intervals.IntervalRow(
            say(f"{KEY}.day", day=f"{d.day:g}"), d.low, d.high, d.middle, hundred(d.reach, say), hollow=d.reach < SELDOM
        )
        for d in draws.days
    )
    words = say(f"{KEY}.x_label", **params), say(f"{KEY}.right_head", **params)
    ticks = tuple((float(tick), f"×{tick}") for tick in TICKS if tick <= 1.2 * max(d.high for d in draws.days))
    data = intervals.Intervals(rows, *words, draws.study.factor, say(f"{KEY}.printed", **params), ticks, log=True)
    reaches = ", ".join(hundred(d.reach, say) for d in draws.days)
    figure = FigureView(intervals, data, f"{KEY}.figure", {**params, "reaches": reaches}, KEY)
    reached = [(say(f"{KEY}.day", day=f"{d.day:g}"), round(d.reach, 4)) for d in draws.days[:BARS]]
    bars = [{"label": day, **dict.fromkeys(("share", "low", "high", "reach"), share)} for day, share in reached]
    told_of = "untold" if study.file.design.first_measured is None else "say"
    answer = {
        "bars": bars, "bars_say": say(f"{KEY}.bars_say", **params), "line_say": say(f"{KEY}.line_{told_of}", **params),
    }  # fmt: skip
    return RivalView([figure], answer, [say(f"{KEY}.cannot_say", **params)])


def group_of(study: Study) -> MeanGroup:
    """The least factor that the printed means stand for. Raises Problem where n or a mean above 0 is missing."""
    name = study.file.rivals[KEY]["outcome"]
    means, n = study.all(f"{name}.before.mean", f"{name}.after.mean"), study.n(name)
    if means is None or n is None or means[0].reported.value <= 0:
        found = f"no n, or no means above 0 at {name}.before.mean and {name}.after.mean"
        write = "an outcome whose n and means this file points at"
        raise Problem(f"studies/{study.id}/study.yaml", f"rivals.{KEY}", found, write)
    (_, most), (least, _) = means[0].interval.floats(), means[1].interval.floats()
    return MeanGroup(study.id, n.integer, least / most)


def told(study: Study, draws: Draws) -> dict[str, object]:
    """The parameters of every sentence about these draws."""
    name = study.file.rivals[KEY]["outcome"]
    before, after = (study.values[f"{name}.{occasion}.mean"].shown for occasion in ("before", "after"))
    return {
        "n": draws.study.n, "cause": study.file.cause, "before": before, "after": after,
        "factor": number(draws.study.factor), "days": f"{draws.settings.days_between:g}",
        "days_shown": ", ".join(f"{d.day:g}" for d in draws.days),
    }  # fmt: skip
