"""What, other than the claimed cause, would print the same numbers?

IN: what a study printed (`OneGroup`), a seed, the rival's own `Settings`, and the literature (`reappraise.evidence`).
OUT: `Draws`, how often studies in which the claimed cause does nothing print at least what this one printed.
MAY NOT: read files, import checks or reports, or say that the claimed cause does nothing. A rival answers "how often
would these numbers come without the cause, if …"; which of the two was at work this design cannot tell.

A rival is one module of this folder with `Settings` and `simulate(study, seed, settings, parameters) -> Draws`;
`found()` picks it up by its place. Helper modules have no `simulate`.

>>> "natural_course" in found(), "natural_course_model" in found()
(True, False)
"""

from __future__ import annotations

import importlib
import pkgutil
import zlib
from dataclasses import dataclass
from types import ModuleType

import numpy as np

from reappraise.problem import Problem


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


def found() -> dict[str, ModuleType]:
    """Every rival explanation in this folder, by the name of its file."""
    modules = (importlib.import_module(f"{__name__}.{info.name}") for info in pkgutil.iter_modules(__path__))
    return {module.__name__.rpartition(".")[2]: module for module in modules if hasattr(module, "simulate")}


def stream(seed: int, study: str, rival: str, index: int) -> np.random.Generator:
    """The random stream of one cell, the same whichever other studies, rivals or cells are run."""
    return np.random.default_rng([seed, zlib.crc32(study.encode()), zlib.crc32(rival.encode()), index])
