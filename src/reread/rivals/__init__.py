"""What, other than the claimed cause, would print the same numbers?

IN: what a study printed (`OneGroup`, `OneCase`, `TwoGroups`), a seed, the rival's own `Settings`, and the literature
(`reread.rivals.evidence`). OUT: `Draws`, how often studies in which the claimed cause does nothing print at least what
this one printed.
MAY NOT: read files, import checks or reports, or say that the claimed cause does nothing. A rival answers "how often
would these numbers come without the cause, if …"; which of the two was at work this design cannot tell.

What the counts of one group leave open before any rival is simulated stands in `reread.appraisal.identification`.
The rivals of this folder fit any field, and most are built on `two_readings`. A rival of one field lies in the folder
`rivals/` of the working directory (`reread.files.own`).

Rivals of two groups (`OF = BETWEEN`) need no word in a study file and draw nothing by chance: each says how large its
bias must be before a study without the effect prints as much (`two_groups.Bias`).

A rival is a module with `NEEDS` (what a study file has to say, each with the words that ask for it), `USES` (the
parameters it takes from the literature), `Settings` and `simulate(study, seed, settings, parameters)`, found by its
place. What it shows: `reread.notebook.views.of_rivals`. Helper modules have no `simulate`.

>>> "combinations" in names(), "two_readings" in names()
(True, False)
"""

from __future__ import annotations

import importlib
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from types import ModuleType
from typing import Any

import numpy as np

from reread.files import own
from reread.files.problem import Problem
from reread.rivals import settings

BETWEEN = "two groups"  # what a rival is of whose bias moves one group against another


@dataclass(frozen=True)
class OneGroup:
    """A one-group study with a yes-or-no outcome: its folder's name, n, and the printed counts before and after."""

    id: str
    n: int
    before: int
    after: int

    def __post_init__(self) -> None:
        if self.n < 1 or not (0 <= self.before <= self.n and 0 <= self.after <= self.n):
            counts = f"{self.before} before and {self.after} after, n = {self.n}"
            raise Problem(f"studies/{self.id}", "counts", counts, "counts between 0 and n")


@dataclass(frozen=True)
class OneCase:
    """One case: its folder's name, the least gain that prints as the printed one, over which days.

    A printed "6 days" stands for 5.5 to 6.5: the hours of the two measurements are not told.
    """

    id: str
    gain: float
    days_low: float
    days_high: float

    def __post_init__(self) -> None:
        if not 0 < self.days_low <= self.days_high:
            days = f"{self.days_low:g} to {self.days_high:g} days"
            raise Problem(f"studies/{self.id}", "days", days, "a time above 0 from first to second measurement")


def names() -> list[str]:
    """Every rival explanation by name: those of this folder, and those of the user's `rivals/`."""
    theirs = own.modules("rivals")
    return [name for name in own.names("rivals", __path__) if name in theirs or hasattr(_module(name), "simulate")]


def rival(name: str) -> ModuleType:
    """One rival explanation. Raises Problem for a user's that cannot be used."""
    path = own.modules("rivals").get(name)
    if path is None:
        return _module(name)
    try:
        module = own.imported("rivals", name, "simulate")
    except Problem:
        raise
    except Exception as error:
        found = f"{type(error).__name__}: {error}"
        raise Problem(own.place("rivals", path), "", found, "a rival explanation that can be imported") from error
    for part in ("NEEDS", "USES", "Settings"):
        if not hasattr(module, part):
            raise Problem(own.place("rivals", path), part, "nothing", f"{part}, as in the rivals of the program")
    return module


def found() -> dict[str, ModuleType]:
    """Every rival explanation, by name."""
    return {name: rival(name) for name in names()}


def between() -> tuple[str, ...]:
    """The rivals that are asked of a comparison of two groups.

    >>> "attrition" in between(), "regression_to_the_mean" in between()
    (True, False)
    """
    return tuple(name for name in names() if getattr(rival(name), "OF", "") == BETWEEN)


def _module(name: str) -> ModuleType:
    return importlib.import_module(f"{__name__}.{name}")


def named(study: str, asked: Mapping[str, Mapping[str, str]]) -> tuple[str, ...]:
    """The rivals that a study file names (its key `rivals`), in its order.

    Raises Problem for one that is not there, and for what one needs and is not told.
    """
    for name, told in asked.items():
        if name not in names():
            raise _wrong(study, name, name, names())
        needs: Mapping[str, str] = rival(name).NEEDS
        for need, write in needs.items():
            if not told.get(need):
                raise Problem(f"studies/{study}/study.yaml", f"rivals.{name}.{need}", "nothing", write)
        for key in told:
            if key not in needs:
                raise _wrong(study, f"{name}.{key}", key, needs)
    return tuple(asked)


def _wrong(study: str, place: str, name: str, there: Iterable[str]) -> Problem:
    near = "".join(f"“{match}”? " for match in get_close_matches(name, list(there), 1))
    write = f"{near}one of: {', '.join(there)}"
    return Problem(f"studies/{study}/study.yaml", f"rivals.{place}", f"the unknown name “{name}”", write)


def chosen(name: str, given: Mapping[str, Any]) -> Any:
    """A rival's settings: what a reader gives, and its own defaults for the rest. Raises Problem for an unknown one."""
    made = rival(name).Settings
    return made(**settings.given({name: made}, given)[name])


def changed(of_study: Iterable[str], other: Mapping[str, Any]) -> dict[str, Any]:
    """The settings of a study's rivals, with what a reader changes (`other_settings` of the notebook).

    A setting that only rivals of other studies have changes nothing here: the notebook runs for every study.
    """
    made = {name: rival(name).Settings for name in of_study}
    known = settings.names(made)
    elsewhere = {} if set(other) <= set(known) else {name: each.Settings for name, each in found().items()}
    given = settings.given({**elsewhere, **made}, other)
    return {name: its(**given[name]) for name, its in made.items()}


def stream(seed: int, study: str, rival: str, index: int) -> np.random.Generator:
    """The random stream of one cell, the same whichever other studies, rivals or cells are run."""
    return np.random.default_rng([seed, zlib.crc32(study.encode()), zlib.crc32(rival.encode()), index])


own.join("rivals", __path__)
