"""What does a one-group study leave open of the effect on a share, before anything is assumed, and after what?"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from reread.appraisal.identification import Bound, bounds, others
from reread.figures import intervals
from reread.figures.canvas.palette import Role
from reread.notebook.views import FigureView, Untreated
from reread.notebook.views.groups import group_of
from reread.numbers.show import number
from reread.study.values import Study
from reread.words import Words

KEY = "identification.bounds"


def view(study: Study, untreated: Sequence[Untreated], say: Words) -> FigureView | None:
    """Bounds by assumption, then those that others' untreated people suggest; None where no counts of one group."""
    rival = counted(study)
    if rival is None or not study.file.design.kind.startswith("one-group pretest"):
        return None
    group, cause = group_of(study, rival), study.file.cause
    found = bounds(group.before, group.after, group.n)
    rows = [_row(bound, say(f"{KEY}.{bound.name}", cause=cause), say) for bound in found]
    for one in untreated:
        low, high = number(100 * one.low, 0), number(100 * one.high, 0)
        label = say(f"{KEY}.others", cause=cause, low=low, high=high, who=one.who)
        rows.append(_row(others(group.after, group.n, one.low, one.high), label, say))
    category = study.file.rivals[rival]["category"]
    params = {
        "cause": cause, "category": category, "n": group.n,
        "low": number(found[0].low), "high": number(found[0].high),
    }  # fmt: skip
    words = say(f"{KEY}.x_label", category=category), say(f"{KEY}.right_head")
    data = intervals.Intervals(tuple(rows), *words, 0.0, say(f"{KEY}.zero"))
    return FigureView(intervals, data, KEY, params, "bounds")


def counted(study: Study) -> str | None:
    """The first rival of the study file that is about the count of a category, if any."""
    asked = study.file.rivals.items()
    return next((name for name, told in asked if told.get("category", "mean") != "mean"), None)


def control(study: Study, say: Words) -> str:
    """Whether the document prints an outcome that the cause should leave as it is."""
    named, cause = study.file.design.negative_control, study.file.cause
    if not named:
        return say("identification.no_negative_control", cause=cause)
    outcome = study.file.outcomes.get(named)
    return say("identification.negative_control", cause=cause, name=outcome.label if outcome else named)


def _row(bound: Bound, label: str, say: Words) -> intervals.IntervalRow:
    low, high = _signed(bound.low), _signed(bound.high)
    right = low if bound.low == bound.high else say(f"{KEY}.span", low=low, high=high)
    role: Role = "nature" if bound.name == "others" else "allow"
    return intervals.IntervalRow(label, float(bound.low), float(bound.high), None, right, role)


def _signed(value: Fraction) -> str:
    return number(value) if value <= 0 else f"+{number(value)}"
