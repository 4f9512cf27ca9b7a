"""How much of the treatment does each document print, side by side?"""

from __future__ import annotations

from collections.abc import Sequence

from reread.notebook.views import TableView
from reread.report.side_by_side import Read
from reread.study.values import Study
from reread.words import Words

KEY = "synthesis.dose"
PARTS = ("times_a_day", "days")


def view(read: Sequence[Read], say: Words) -> TableView | None:
    """Minutes at a time, times a day, days; and their product where all three are printed."""
    shown = [one for one in read if any(one.study.get(f"dose.{part}") for part in ("minutes", *PARTS))]
    if not shown:
        return None
    rows = [[say.own(one.title), *(cell or say(f"{KEY}.absent") for cell in _cells(one.study))] for one in shown]
    others = [say.own(one.title) for one in read if one not in shown]
    ends = [end for one in shown for end in minutes(one.study)]
    params = {
        "others": say(f"{KEY}.others", names="; ".join(others)) if others else "",
        "minutes": say(f"{KEY}.minutes", low=f"{min(ends):g}", high=f"{max(ends):g}") if ends else "",
    }
    return TableView("dose", say.several(f"{KEY}.head"), rows, KEY, params)


def minutes(study: Study) -> list[float]:
    """The ends of the printed minutes at a time, the smaller first; empty where none is printed."""
    found = [study.get(f"dose.{part}") for part in ("minutes", "minutes_to")]
    return sorted(float(value.reported.value) for value in found if value)


def total(study: Study) -> list[float]:
    """The ends of the minutes in all; empty unless minutes, times and days are all printed."""
    times = study.all(*(f"dose.{part}" for part in PARTS))
    if times is None:
        return []
    return [end * float(times[0].reported.value) * float(times[1].reported.value) for end in minutes(study)]


def _cells(study: Study) -> list[str]:
    single = [study.get(f"dose.{part}") for part in PARTS]
    return [_range(minutes(study)), *(value.shown if value else "" for value in single), _range(total(study))]


def _range(ends: list[float]) -> str:
    return "–".join(dict.fromkeys(f"{end:g}" for end in ends))
