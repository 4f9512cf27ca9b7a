"""What, other than the claimed cause, would print the same numbers?

IN: what a study printed (`OneGroup`, `OneCase`), a seed, the rival's own `Settings`, and the literature
(`reread.rivals.evidence`). OUT: `Draws`, how often studies in which the claimed cause does nothing print at least what
this one printed.
MAY NOT: read files, import checks or reports, or say that the claimed cause does nothing. A rival answers "how often
would these numbers come without the cause, if …"; which of the two was at work this design cannot tell.

What the counts of one group leave open before any rival is simulated stands in `reread.appraisal.identification`.
Rivals of any field are built on `two_readings`; the two that know the days after birth are `natural_course`
and `infant_weight`.

A rival is one module of this folder with `NEEDS` (what a study file has to say, each with the words that ask for it),
`USES` (the parameters it takes from the literature), `Settings` and `simulate(study, seed, settings, parameters)`;
`found()` picks it up by its place. What it shows is the module of the same name in `reread.notebook.views`. Helper
modules have no `simulate`.

>>> "natural_course" in found(), "natural_course_model" in found()
(True, False)
"""

from __future__ import annotations

import importlib
import pkgutil
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from difflib import get_close_matches
from types import ModuleType
from typing import Any

import numpy as np

from reread.files.problem import Problem


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


def found() -> dict[str, ModuleType]:
    """Every rival explanation in this folder, by the name of its file."""
    modules = (importlib.import_module(f"{__name__}.{info.name}") for info in pkgutil.iter_modules(__path__))
    return {module.__name__.rpartition(".")[2]: module for module in modules if hasattr(module, "simulate")}


def named(study: str, asked: Mapping[str, Mapping[str, str]]) -> tuple[str, ...]:
    """The rivals that a study file names (its key `rivals`), in its order.

    Raises Problem for one that is not there, and for what one needs and is not told.
    """
    for name, told in asked.items():
        if name not in found():
            raise _wrong(study, name, name, found())
        needs: Mapping[str, str] = found()[name].NEEDS
        for need, write in needs.items():
            if not told.get(need):
                raise Problem(f"studies/{study}/study.yaml", f"rivals.{name}.{need}", "nothing", write)
        for key in told:
            if key not in needs:
                raise _wrong(study, f"{name}.{key}", key, needs)
    return tuple(asked)


def _wrong(study: str, place: str, name: str, there: Mapping[str, Any]) -> Problem:
    near = "".join(f"“{match}”? " for match in get_close_matches(name, list(there), 1))
    write = f"{near}one of: {', '.join(there)}"
    return Problem(f"studies/{study}/study.yaml", f"rivals.{place}", f"the unknown name “{name}”", write)


def chosen(rival: str, given: Mapping[str, Any]) -> Any:
    """A rival's settings: what a reader gives, and its own defaults for the rest. Raises Problem for an unknown one."""
    settings = found()[rival].Settings
    names = [field.name for field in fields(settings)]
    for name in given:
        if name not in names:
            raise Problem(f"settings of {rival}", name, "a setting that it does not have", f"one of {', '.join(names)}")
    return settings(**given)


def stream(seed: int, study: str, rival: str, index: int) -> np.random.Generator:
    """The random stream of one cell, the same whichever other studies, rivals or cells are run."""
    return np.random.default_rng([seed, zlib.crc32(study.encode()), zlib.crc32(rival.encode()), index])
