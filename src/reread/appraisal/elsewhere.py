"""What do controlled trials elsewhere report of a claimed cause, counted by how their groups were formed?

Rows of `evidence/trials.csv`, counted and not pooled: those of the claimed cause alone on the claimed outcome, apart
from those that differ in treatment or outcome. Nothing is weighed, and no trial is checked here.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from reread.appraisal.trials import DIRECTIONS, Trial

CONTROLLED = ("two-group randomised", "two-group non-randomised")


def reported(trials: Iterable[Trial], cause: str) -> list[dict[str, Any]]:
    """A row for each kind of controlled trial of this cause that there is: trials, people, and trials by direction."""
    listed = [trial for trial in trials if trial.cause == cause]
    rows = []
    for design in CONTROLLED:
        for alone in (True, False):
            mine = [trial for trial in listed if trial.design == design and bool(trial.differs) != alone]
            if mine:
                counts = {way: sum(trial.direction == way for trial in mine) for way in DIRECTIONS}
                people = sum({trial.label: trial.n for trial in mine}.values())
                rows.append({"design": design, "alone": alone, "trials": len(mine), "people": people, **counts})
    return rows
