"""What does `natural_course` show of the unknown: what each moves, what to ask, other people's untreated women?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from reread.appraisal.identification import others
from reread.figures import intervals
from reread.notebook.views import FigureView, TableView
from reread.notebook.views import Untreated as Suggested
from reread.notebook.views.course_points import short_name
from reread.numbers.show import number, span
from reread.rivals.evidence import Anchor, Parameter
from reread.words import Words

from .. import Draws
from ..others import Change, Untreated, changes, matched, untreated
from ..unknowns import Unknown, unknowns

KEY = "natural_course"
DAYS = (1.0, 2.0, 3.0)  # least, middle and greatest first day where none is told
SHOWN = 8  # unknowns in the figure


def unknown_rows(draws: Draws, seed: int, known: Mapping[str, Parameter]) -> tuple[Unknown, ...]:
    """Every unknown with its part of what is not known."""
    return unknowns(draws.study, seed, known, DAYS, draws.settings.days_between)


def unknowns_view(rows: Sequence[Unknown], draws: Draws, told: Mapping[str, object], say: Words) -> FigureView:
    """How far each of the first unknowns moves the share, with its part at the right."""
    key = f"{KEY}.unknowns"
    shown = tuple(
        intervals.IntervalRow(
            say(f"{key}.names.{row.name}", **told), 100 * min(row.share_low, row.share_high),
            100 * max(row.share_low, row.share_high), None, _part(row),
        )
        for row in rows[:SHOWN]
    )  # fmt: skip
    words = say(f"{key}.x_label", **told), say(f"{key}.right_head")
    printed = 100 * draws.study.after / draws.study.n
    data = intervals.Intervals(shown, *words, printed, say(f"{key}.printed", **told))
    day = next(row.total for row in rows if row.name == "first_day")
    ends = dict(zip(("low", "middle", "high"), (f"{day:g}" for day in DAYS), strict=True))
    return FigureView(intervals, data, key, {**told, **ends, "day": number(100 * day, 0)}, "sensitivity")


def ask_view(rows: Sequence[Unknown], told: Mapping[str, object], say: Words) -> TableView:
    """Each unknown that carries a hundredth or more: its ends, what it moves, and what would settle it."""
    key = f"{KEY}.unknowns"
    shown = [
        [say(f"{key}.names.{row.name}", **told), *_ends(row), span(100 * row.share_low, 100 * row.share_high, 0),
         _part(row), say.get(f"{key}.ask.{row.name}", say(f"{key}.ask.other"))]
        for row in rows if row.total >= 0.005
    ]  # fmt: skip
    return TableView("unknowns", say.several(f"{key}.table.head", **told), shown, f"{key}.table", told)


def others_rows(draws: Draws, anchors: Iterable[Anchor]) -> tuple[Untreated, ...]:
    """Other people's untreated changes over days that match, and the share after that each suggests."""
    return untreated(draws.study, matched(changes(anchors), draws.settings.days_between))


def others_view(rows: Sequence[Untreated], draws: Draws, told: Mapping[str, object], say: Words) -> TableView:
    """One row a change, with what it leaves for an effect."""
    key = f"{KEY}.others"
    shown = []
    for row in rows:
        left = others(draws.study.after, draws.study.n, row.low, row.high)
        change = row.change
        days = f"{change.first:g}", f"{change.second:g}", f"×{number(change.ratio, 1)}"
        ends = span(100 * row.low, 100 * row.high, 0), span(left.low, left.high)
        shown.append([name(change), *days, *ends])
    return TableView("others", say.several(f"{key}.head", **told), shown, key, told)


def suggested(rows: Sequence[Untreated], say: Words) -> tuple[Suggested, ...]:
    """For the bounds: of each first day the longest change that was seen in its own source."""
    best: dict[float, Untreated] = {}
    for row in rows:
        if row.change.known == "retrieved":
            there = best.get(row.change.first)
            if there is None or row.change.second > there.change.second:
                best[row.change.first] = row
    return tuple(
        Suggested(row.low, row.high, say(
            f"{KEY}.others.who", source=name(row.change),
            first=f"{row.change.first:g}", second=f"{row.change.second:g}",
        ))
        for row in best.values()
    )  # fmt: skip


def name(change: Change) -> str:
    """First word and year of a source; all of its words up to a comma where it has no year."""
    short = short_name(change.source)
    return short if short[-4:].isdigit() else change.source.split(",")[0]


def _part(row: Unknown) -> str:
    return f"{number(round(100 * row.total), 0)} %"


def _ends(row: Unknown) -> tuple[str, str]:
    low, high = (f"{end:.3g}" for end in (row.low, row.high))
    return low, high
