"""Which t, d and interval does each before–after table have, beside the printed ones?"""

from __future__ import annotations

from typing import Any

from reread.figures import attainable
from reread.figures.canvas import PrintedNumber
from reread.notebook.views import FigureView, size_of
from reread.numbers.show import number
from reread.reanalysis.reanalysed import Reanalysis
from reread.statistics.formulas import critical_t, critical_z
from reread.study.comparison import comparison_at
from reread.study.intervals import PrintedInterval, interval_of
from reread.study.values import Study
from reread.words import Words

KEY = "notebooks.reconstruction"
CHECKS = ("t_from_tables", "ci_from_tables", "d_from_tables")
MOST = 12


def view(
    study: Study, name: str, again: list[Reanalysis], findings: list[dict[str, Any]], say: Words
) -> FigureView | None:
    """Three panels for one outcome; a thin second interval where 1.96 explains the printed one."""
    t, d, ci = (
        study.get(f"{name}.change.t"),
        study.get(f"{name}.change.d"),
        interval_of(comparison_at(study, f"{name}.change")),
    )
    if not again or not (t or d or ci):
        return None
    printed = attainable.PrintedRow(size_of(t) if t else None, size_of(d) if d else None, _ends(ci) if ci else None)
    rows = tuple(_row(one, say) for one in again[:MOST])
    thin, thin_words = _thin(study, name, rows, findings, say)
    mine = [f for f in findings if f["check"] in CHECKS and f["roles"][0].startswith(f"{name}.")]
    bad = [f"{f['short']['label']} {f['short']['printed']}" for f in mine if f["status"] == "inconsistent"]
    params = {"count": say.spelled(len(again)), "missed": say.joined("notebooks.or", bad), "thin": thin_words}
    data = attainable.Attainable(rows, printed, thin, unit=say.own(study.outcome(name).unit))
    return FigureView(attainable, data, f"{KEY}.attainable_{'none' if bad else 'some'}", params)


def prints_everything(study: Study, name: str, one: Reanalysis) -> bool:
    """Does one table give t, d_z and interval as printed (of those that are)?"""
    t, d, ci = (
        study.get(f"{name}.change.t"),
        study.get(f"{name}.change.d"),
        interval_of(comparison_at(study, f"{name}.change")),
    )
    pairs = [(value.interval.absolute(), abs(x)) for value, x in ((t, one.t), (d, one.d_z)) if value]
    fits = ci is None or any(
        low.contains_float(one.ci[0]) and high.contains_float(one.ci[1]) for low, high in ci.orientations()
    )
    return fits and all(interval.contains_float(x) for interval, x in pairs)


def _ends(ci: PrintedInterval) -> tuple[PrintedNumber, PrintedNumber]:
    low, high = (PrintedNumber(float(end), ci.decimals, number(end, ci.decimals)) for end in ci.turned())
    return low, high


def _row(one: Reanalysis, say: Words) -> attainable.AttainableRow:
    low, high = sorted(one.ci) if sum(one.ci) >= 0 else sorted(-end for end in one.ci)
    label = say(f"{KEY}.row", rose=one.rose, fell=one.fell or say(f"{KEY}.nobody"))
    return attainable.AttainableRow(label, abs(one.t), abs(one.d_z), low, high)


def _thin(
    study: Study, name: str, rows: tuple[attainable.AttainableRow, ...], findings: list[dict[str, Any]], say: Words
) -> tuple[attainable.Thin | None, str]:
    """The interval from the printed t with the normal quantile, where that reading was found to hold."""
    t, n = study.get(f"{name}.change.t"), study.n(name)
    readings = [b["departure"] for f in findings if f["check"] == "ci_t" for b in f["benign_readings"]]
    if t is None or n is None or "z_for_t" not in readings:
        return None, ""
    mean, z, q = (rows[0].ci_low + rows[0].ci_high) / 2, critical_z(0.95), critical_t(0.95, n.integer - 1)
    half = z * mean / abs(float(t.reported.value))
    label = say(f"{KEY}.thin_label", mean=number(mean), t=size_of(t).shown, z=number(z))
    return attainable.Thin(mean - half, mean + half, label), say(f"{KEY}.thin_fits", z=number(z), t=number(q, 3))
