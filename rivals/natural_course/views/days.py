"""What does `natural_course` show of days and effects: a map, the joint fit, effects side by side, pairs that agree?"""

from __future__ import annotations

from collections.abc import Mapping

from reread.figures.canvas import Curve
from reread.notebook.views import FigureView, TableView
from reread.notebook.views.groups import hundred
from reread.numbers.show import number
from reread.rivals.evidence import Parameter
from reread.study.values import Study
from reread.words import Words

from .. import Draws, FirstDay
from ..drawings import day_map, pairs
from ..map import Cell, joint_fit, reach_map, tips

KEY = "natural_course"
LATERS = (1.0, 2.0, 3.0, 5.0, 7.0, 10.0, 14.0)
CUTS = (4.0, 6.0, 8.0, 10.0, 12.0, 15.0, 20.0, 25.0, 30.0)
FEW = 1000  # simulated studies for each cell: off by 1 or 2 of 100
MOST = 8  # columns of a map
TOO_MANY = 1e4  # an effect that no picture shows: everybody, or nobody, is in the category


def map_view(
    study: Study, draws: Draws, seed: int, known: Mapping[str, Parameter], told: Mapping[str, object], say: Words
) -> FigureView:
    """How many of 100 reach the count, by first day and days between; the printed days in a frame."""
    key, printed = f"{KEY}.map", draws.settings.days_between
    firsts = draws.settings.first_days[:MOST]
    laters = sorted({*LATERS, printed} - {0.0})
    posterior = draws.settings.baseline == "posterior"
    cells = reach_map(draws.study, seed, known, firsts, [later for later in laters if later != printed], FEW, posterior)
    cells += tuple(Cell(row.day, printed, row.reach, row.conflicts) for row in draws.days)  # as everywhere else
    by_row = [[cell for cell in cells if cell.later == later and cell.first in firsts] for later in laters]
    shown = tuple(tuple(day_map.Cell(hundred(c.reach, say), c.reach, c.conflicts) for c in row) for row in by_row)
    place = laters.index(printed) if printed in laters else None
    names = tuple(f"{first:g}" for first in firsts), tuple(f"{later:g}" for later in laters)
    words = (say(f"{key}.{part}", **told) for part in ("x_label", "y_label", "key", "corner"))
    where = say(f"{key}.place{'_told' if study.file.design.first_measured else ''}")
    params = {**told, "tips": turn(draws, told, say), "place": where}
    return FigureView(day_map, day_map.DayMap(*names, shown, place, *words), key, params)


def turn(draws: Draws, told: Mapping[str, object], say: Words) -> str:
    """The first days at which the answer turns, in a sentence."""
    rows = sorted(draws.days, key=lambda row: row.day)
    days, reach = [row.day for row in rows], [row.reach for row in rows]
    half, few = (tips(days, reach, part) for part in (0.5, 0.05))
    if few is None:
        return say(f"{KEY}.map.tips_none")
    kind = "tips" if half is not None else "tips_few"
    return say(f"{KEY}.map.{kind}", **told, half="" if half is None else number(half, 1), few=number(few, 1))


def joint_view(
    study: Study, draws: Draws, seed: int, known: Mapping[str, Parameter], told: Mapping[str, object], say: Words
) -> FigureView:
    """How many of 1000 print both percentages, by first day and cut."""
    key, settings = f"{KEY}.joint", draws.settings
    firsts = settings.first_days[:MOST]
    fits = joint_fit(draws.study, seed, known, firsts, settings.days_between, CUTS, 2 * FEW)
    most = max(fits, key=lambda fit: fit.both)
    rows = [[fit for fit in fits if fit.cut == cut] for cut in CUTS]
    shown = tuple(
        tuple(day_map.Cell(number(round(1000 * f.both), 0), f.both / (most.both or 1)) for f in row) for row in rows
    )
    names = tuple(f"{first:g}" for first in firsts), tuple(f"{cut:g}" for cut in CUTS)
    words = say(f"{key}.x_label"), say(f"{key}.y_label", **told), "", say(f"{key}.corner")
    params = {**told, "day": f"{most.first:g}", "cut": f"{most.cut:g}"}
    return FigureView(day_map, day_map.DayMap(*names, shown, None, *words), key, params, "joint_fit")


def chances_view(draws: Draws, told: Mapping[str, object], say: Words) -> TableView | None:
    """For each first day: of 100 studies with each stated effect, how many reach, and how many print, the count."""
    effects, key = draws.settings.effects, f"{KEY}.chances"
    if not effects:
        return None
    head = [say(f"{key}.day")]
    head += [say(f"{key}.no_effect") if e == 1 else say(f"{key}.effect", effect=f"{e:g}") for e in effects]
    rows = [[f"{row.day:g}{' –' if row.conflicts else ''}", *_chances(row, say)] for row in draws.days]
    return TableView("chances", head, rows, key, told)


def _chances(row: FirstDay, say: Words) -> list[str]:
    return [f"{hundred(chance.at_least, say)} ({hundred(chance.exactly, say)})" for chance in row.chances]


def pairs_view(draws: Draws, told: Mapping[str, object], say: Words) -> FigureView | None:
    """Which effects print the study at each natural change: the line, its band, and the first days on it."""
    key = f"{KEY}.pairs"
    by_change = {round(row.volume_after / row.volume_before, 3): row for row in draws.days}
    rows = [by_change[change] for change in sorted(by_change)]
    changes = tuple(sorted(by_change))
    if len(rows) < 2 or any(not 0 < end < TOO_MANY for row in rows for end in (row.needed_low, row.needed_high)):
        return None
    ends = (tuple(getattr(row, part) for row in rows) for part in ("needed_low", "needed", "needed_high"))
    curve = Curve(changes, *ends)
    points = tuple(
        pairs.Point(change, row.needed, say(f"{key}.day", day=f"{row.day:g}"), row.conflicts)
        for change, row in zip(changes, rows, strict=True)
    )
    words = (say(f"{key}.{part}", **told) for part in ("x_label", "y_label", "band_label", "one"))
    enough = [row for row in draws.days if row.needed <= 1]
    late = max(rows, key=lambda row: row.needed)
    ends_say = {"early": f"{enough[-1].day:g}" if enough else "", "late": f"{late.day:g}"}
    which = say(f"{key}.which{'' if enough else '_one'}", **told, **ends_say, factor=number(late.needed, 1))
    params = {**told, "which": which}
    return FigureView(pairs, pairs.Pairs(curve, points, *words), key, params)
