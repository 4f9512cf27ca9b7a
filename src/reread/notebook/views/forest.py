"""By which factor does each trial elsewhere report a change, beside people to whom nothing was done?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reread.appraisal.trials import Trial
from reread.figures import intervals
from reread.notebook.views import Elsewhere, FigureView
from reread.notebook.views.landscape import TELLS, tells
from reread.numbers.show import number
from reread.report.side_by_side import Read
from reread.words import Words

KEY = "synthesis.forest"
TICKS = (0.5, 1.0, 2.0, 5.0, 10.0, 20.0)


def view(
    read: Sequence[Read], trials: Iterable[Trial], untreated: Sequence[Elsewhere], say: Words
) -> FigureView | None:
    """Untreated people first, then trials by what their design can tell; None where no trial prints a ratio."""
    read_of = {one.study.file.cause for one in read if one.is_study}
    mine = [trial for trial in trials if trial.cause in read_of]
    causes = {trial.cause for trial in mine}
    if not any(trial.ratio for trial in mine):
        return None
    rows = [intervals.IntervalRow(say(f"{KEY}.untreated"), heading=True)] if untreated else []
    rows += [_untreated(one) for one in sorted(untreated, key=lambda one: -one.ratio)]
    for column in TELLS:
        group = [trial for trial in mine if tells(trial, say) == column]
        rows += [intervals.IntervalRow(say(f"{KEY}.heads.{column}"), heading=True)] if group else []
        rows += [_trial(t, t.ratio, say) for t in sorted(group, key=_order) if t.ratio]
        rest = sum(trial.ratio is None for trial in group)
        rows += [intervals.IntervalRow(say.plural(f"{KEY}.rest", rest, n=say.spelled(rest)))] if rest else []
    params = {
        "cause": say.joined("notebooks.and", sorted(causes)), "untreated": _span(one.ratio for one in untreated),
        "before_after": _span(t.ratio for t in mine if t.ratio and tells(t, say) == "no"),
        "by_chance": sum(t.ratio is not None and not t.differs and tells(t, say) == "yes" for t in mine),
    }  # fmt: skip
    shown = [row.middle for row in rows if row.middle is not None]
    ticks = tuple((v, f"×{v:g}") for v in TICKS if min(*shown, 1) / 2 <= v <= max(shown) * 1.3)
    words = say(f"{KEY}.x_label"), "", 1.0, say(f"{KEY}.same"), ticks, True
    return FigureView(intervals, intervals.Intervals(tuple(rows), *words), KEY, params, "forest")


def _untreated(one: Elsewhere) -> intervals.IntervalRow:
    return intervals.IntervalRow(one.name, None, None, one.ratio, _times(one.ratio), "nature", one.second_hand)


def _trial(trial: Trial, ratio: float, say: Words) -> intervals.IntervalRow:
    label = say(f"{KEY}.name", label=trial.label, n=trial.n, what=trial.differs or trial.outcome)
    return intervals.IntervalRow(label, None, None, ratio, _times(ratio), "ink", bool(trial.differs))


def _order(trial: Trial) -> tuple[bool, float, str]:
    return bool(trial.differs), -(trial.ratio or 0), trial.label


def _times(ratio: float) -> str:
    return f"×{number(ratio, 1)}"


def _span(ratios: Iterable[float | None]) -> str:
    found = sorted(ratio for ratio in ratios if ratio)
    if not found:
        return "–"
    return _times(found[0]) if len(found) == 1 else f"{_times(found[0])} – {_times(found[-1])}"
