"""What does `natural_course` show of the study that would answer: power by size and effect, and other designs?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reread.files.problem import Problem
from reread.notebook.views import RivalView, TableView
from reread.notebook.views.groups import hundred
from reread.rivals import OneGroup
from reread.rivals.evidence import Parameter
from reread.rivals.settings import Changeable, setting
from reread.study.values import Study
from reread.words import Words

from ..series import called_a_step
from ..trial import Power, powers, smallest

KEY = "natural_course.trial"
SERIES = (tuple(range(1, 11)), 4, tuple(range(8, 18)), 11)  # days and begin, during the rise and after it


@dataclass(frozen=True)
class Settings(Changeable):
    """What a reader may change of the study that would answer."""

    first_days: tuple[float, ...] = setting(
        (1, 2, 3),
        "days of the first measurement, as many women of each in both groups",
        0.5,
        60,
        above=True,
        unit="day",
    )
    days_between: float = setting(7, "from the first to the second measurement", 0, 60, unit="days")
    sizes: tuple[int, ...] = setting(
        (9, 15, 21, 30, 42, 60, 90, 120, 180, 240), "women in each group; multiples of the number of first_days",
        2, 2000, whole=True,
    )  # fmt: skip
    effects: tuple[float, ...] = setting(
        (1.25, 1.5, 2), "factors by which the treatment multiplies the yield", 0, above=True
    )
    trials: int = setting(500, "simulated trials for each size and effect", 1, 20_000, whole=True)

    def __post_init__(self) -> None:
        super().__post_init__()
        if any(n % len(self.first_days) for n in self.sizes):
            found, write = f"sizes {list(self.sizes)}", f"multiples of {len(self.first_days)}, one for each first day"
            raise Problem("settings of the study that would answer", "sizes", found, write)


def design_view(
    study: Study, group: OneGroup, seed: int, known: Mapping[str, Parameter], settings: Settings, say: Words
) -> RivalView:
    """Power by women in each group; sentences on the size that suffices, a daily series, and a stepped wedge."""
    days, later, effects = settings.first_days, settings.days_between, (1.0, *settings.effects)
    rows = powers(group, seed, known, days, later, settings.sizes, effects, settings.trials)
    told = {
        "cause": study.file.cause, "days": f"{later:g}", "category": study.file.rivals["natural_course"]["category"],
        "days_list": say.joined("notebooks.and", [f"{day:g}" for day in days]),
    }  # fmt: skip
    table = _table(rows, settings, told, say)
    notes = [_needed(rows, effect, max(settings.sizes), told, say) for effect in settings.effects]
    enough = {f"{effect:g}": smallest(rows, effect) for effect in settings.effects}
    more = [_series(group, seed, known, say), say(f"{KEY}.wedge", **told)]
    return RivalView([table], {"enough": enough}, [" ".join(notes), *more])


def _table(rows: Sequence[Power], settings: Settings, told: Mapping[str, object], say: Words) -> TableView:
    found, most, none = {(row.n, row.effect): row for row in rows}, max(settings.effects), say(f"{KEY}.no_effect")
    head = [say(f"{KEY}.size"), none, *(say(f"{KEY}.effect", effect=f"{e:g}") for e in settings.effects)]
    head += [say(f"{KEY}.{kind}", effect=f"{most:g}") for kind in ("raw", "counts")]
    head += [say(f"{KEY}.one", effect=none)]
    cells = [
        [str(n), *(hundred(found[n, effect].two_arm, say) for effect in (1.0, *settings.effects)),
         hundred(found[n, most].raw, say), hundred(found[n, most].counts, say),
         hundred(found[n, 1.0].one_group, say)]
        for n in settings.sizes
    ]  # fmt: skip
    return TableView("design", head, cells, KEY, told)


def _needed(rows: Sequence[Power], effect: float, most: int, told: Mapping[str, object], say: Words) -> str:
    n = smallest(rows, effect)
    key = "not_enough" if n is None else "needed"
    return say(f"{KEY}.{key}", **told, effect=f"{effect:g}", n=most if n is None else n)


def _series(group: OneGroup, seed: int, known: Mapping[str, Parameter], say: Words) -> str:
    early, begins, late, begins_late = SERIES
    called = [called_a_step(group, seed, known, days, day, 500) for days, day in ((early, begins), (late, begins_late))]
    ends = {"first": early[0], "last": early[-1], "begins": begins, "late_first": late[0], "late_last": late[-1]}
    return say(f"{KEY}.series", **ends, early=hundred(called[0], say), late=hundred(called[1], say))
