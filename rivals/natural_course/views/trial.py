"""What does `natural_course` show of the study that would answer: power by size and effect, and other designs?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reread.figures import power
from reread.files.problem import Problem
from reread.notebook.views import FigureView, RivalView
from reread.notebook.views.groups import hundred
from reread.rivals import OneGroup
from reread.rivals.evidence import Parameter
from reread.rivals.settings import Changeable, setting
from reread.study.values import Study
from reread.words import Words

from ..series import called_a_step
from ..trial import WANTED, Power, powers, smallest

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
    found = {effect: smallest(rows, effect) for effect in settings.effects}
    enough = {f"{effect:g}": n for effect, n in found.items()}
    needed = _needed({effect: n for effect, n in found.items() if n}, told, say)
    lacking = [
        say(f"{KEY}.not_enough", **told, effect=f"{effect:g}", n=max(settings.sizes))
        for effect, n in found.items()
        if not n
    ]
    more = [_series(group, seed, known, say), say(f"{KEY}.wedge", **told)]
    picture = FigureView(
        power, _picture(rows, settings, say), KEY, {**told, "needed": " ".join([*needed, *lacking])}, "design"
    )
    return RivalView([picture], {"enough": enough}, more)


def _picture(rows: Sequence[Power], settings: Settings, say: Words) -> power.Power:
    """The two-group trial with each effect, the largest by two other analyses, and what finds something in nothing."""
    found, most, none = {(row.n, row.effect): row for row in rows}, max(settings.effects), say(f"{KEY}.no_effect")

    def line(name: str, part: str, effect: float, kind: str) -> power.Line:
        return power.Line(name, tuple(getattr(found[n, effect], part) for n in settings.sizes), kind)

    lines = [line(none, "two_arm", 1.0, "nothing"), line(say(f"{KEY}.one", effect=none), "one_group", 1.0, "nothing")]
    lines += [line(say(f"{KEY}.effect", effect=f"{e:g}"), "two_arm", e, "found") for e in settings.effects]
    lines += [line(say(f"{KEY}.{part}", effect=f"{most:g}"), part, most, "compared") for part in ("raw", "counts")]
    words = (say(f"{KEY}.{part}") for part in ("size", "y_label", "wanted"))
    return power.Power(settings.sizes, tuple(lines), WANTED, *words)


def _needed(found: Mapping[float, int], told: Mapping[str, object], say: Words) -> list[str]:
    """The effects that are found, and with how many in each group, in one sentence; none where none is."""
    if not found:
        return []
    effects = say.joined("notebooks.or", [f"{effect:g}" for effect in found])
    sizes = say.joined("notebooks.or", [str(n) for n in found.values()])
    return [say(f"{KEY}.needed", **told, effect=effects, n=sizes)]


def _series(group: OneGroup, seed: int, known: Mapping[str, Parameter], say: Words) -> str:
    early, begins, late, begins_late = SERIES
    called = [called_a_step(group, seed, known, days, day, 500) for days, day in ((early, begins), (late, begins_late))]
    ends = {"first": early[0], "last": early[-1], "begins": begins, "late_first": late[0], "late_last": late[-1]}
    return say(f"{KEY}.series", **ends, early=hundred(called[0], say), late=hundred(called[1], say))
