"""If being measured, watched or settled makes people do better the second time, how often would the count come out?

Everybody's second reading lies some SDs higher, for having done it before (testing), for being observed (Hawthorne),
or for having settled in (calm, sleep, help). The three act alike in a one-group study and cannot be told apart in it.

Assumptions: `two_readings`; the same gain for everybody; how large the gain is, is not printed and is assumed.

Source: Shadish, Cook & Campbell 2002, ISBN 978-0-395-61556-0, ch. 2 (testing, reactivity).

What it cannot say: how large the gain was, or whether there was one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from reread.rivals import OneGroup, stream
from reread.rivals.evidence import Parameter
from reread.rivals.two_readings import NEEDS, Draws, Readings, row, within

__all__ = ["NEEDS", "USES", "Settings", "simulate"]
USES: tuple[str, ...] = ()


@dataclass(frozen=True)
class Settings:
    """What a reader may change.

    gains        SDs of a single reading by which everybody is higher at the second one; −3 to 5
    reliability  correlation of two readings of the same people; 0 to 1
    studies      simulated studies for each gain; 1 to 200,000
    """

    gains: tuple[float, ...] = (0.2, 0.5, 1.0, 2.0)
    reliability: float = 0.7
    studies: int = 4000

    def __post_init__(self) -> None:
        limits = {"gains": (self.gains, -3, 5), "reliability": (self.reliability, 0, 1)}
        within("practice_and_observation", {**limits, "studies": (self.studies, 1, 200_000)})


def simulate(study: OneGroup, seed: int, settings: Settings, parameters: Mapping[str, Parameter]) -> Draws:
    """Studies in which only being measured again is at work, for each gain."""
    rows = []
    for gain in settings.gains:
        rng = stream(seed, study.id, "practice_and_observation", round(1000 * (gain + 10)))
        readings = Readings(reliability=settings.reliability, shift=gain)
        rows.append(row(study, rng, settings.studies, readings, "gain", gain))
    return Draws(study, tuple(rows))
