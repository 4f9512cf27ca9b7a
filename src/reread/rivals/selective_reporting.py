"""If several measures were taken and the one with the greatest count after was reported, how often would it reach?

Each measure is read twice and sets its own cut by the printed share at the first reading; between the readings all of
them rise alike by `rise` SDs (0: nothing happens). The study reports the one with the greatest count after.

Assumptions: `two_readings`; the measures are alike and correlated; only the one with the greatest count is printed.

Source: Chan et al. 2004, doi:10.1001/jama.291.20.2457 (outcomes measured and outcomes reported).

What it cannot say: how many measures there were. A study that measured more than it reports says so in its methods.
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

    measures: tuple[int, ...] = setting(
        (1, 2, 5), "how many measures the reported one is the best of, each tried", 1, 20, whole=True
    )
    alike: float = setting(0.5, "correlation between measures of one person at one reading", 0, 1)
    rise: float = setting(0.0, "rise of all measures by themselves", -3, 5, unit="SD of a reading")
    reliability: float = setting(0.7, "correlation of two readings of the same people", 0, 1)
    studies: int = setting(4000, "simulated studies for each number of measures", 1, 200_000, whole=True)


def simulate(study: OneGroup, seed: int, settings: Settings, parameters: Mapping[str, Parameter]) -> Draws:
    """Studies that report the best of several measures, for each number of them."""
    rows = []
    for measures in settings.measures:
        rng = stream(seed, study.id, "selective_reporting", measures)
        readings = Readings(settings.reliability, settings.rise, measures=measures, alike=settings.alike)
        rows.append(row(study, rng, settings.studies, readings, "measures", measures))
    return Draws(study, tuple(rows))
