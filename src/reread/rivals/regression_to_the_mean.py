"""If people were enrolled because their first reading was low, how many come back by themselves?

Of all such people a larger part is in the category at any time than the study prints at its first reading; who was
low on that day is measured again. The second reading lies closer to everybody's mean, the more so the less reliable a
single reading is.

Assumptions: `two_readings`; the part of all such people in the category (`populations`) and the reliability of one
reading are not printed and have to be assumed; nobody changes. A study that takes everybody has no such selection.

Source: Barnett, van der Pols & Dobson 2005, doi:10.1093/ije/dyh299.

What it cannot say: whether the study chose by the first reading, or which of selection and treatment was at work.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from reread.rivals import OneGroup, stream
from reread.rivals.evidence import Parameter
from reread.rivals.settings import Changeable, setting
from reread.rivals.two_readings import NEEDS, Draws, Readings, row

__all__ = ["NEEDS", "USES", "Settings", "simulate"]
USES: tuple[str, ...] = ()


@dataclass(frozen=True)
class Settings(Changeable):
    """What a reader may change."""

    populations: tuple[float, ...] = setting(
        (0.25, 0.5, 0.75, 0.9),
        "parts of all such people who are in the category at any time, below the printed share: none chosen",
        0, 1,
    )  # fmt: skip
    reliability: float = setting(0.5, "correlation of two readings of the same people", 0, 1)
    studies: int = setting(4000, "simulated studies for each part", 1, 200_000, whole=True)


def simulate(study: OneGroup, seed: int, settings: Settings, parameters: Mapping[str, Parameter]) -> Draws:
    """Studies of people who were enrolled by a low first reading, for each part of all such people."""
    rows = []
    for population in settings.populations:
        rng = stream(seed, study.id, "regression_to_the_mean", round(1000 * population))
        readings = Readings(reliability=settings.reliability, population=population)
        rows.append(row(study, rng, settings.studies, readings, "population", population))
    return Draws(study, tuple(rows))
