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
from reread.rivals.settings import Changeable, setting
from reread.rivals.two_readings import NEEDS, Draws, Readings, row

__all__ = ["NEEDS", "USES", "Settings", "simulate"]
USES: tuple[str, ...] = ()


@dataclass(frozen=True)
class Settings(Changeable):
    """What a reader may change."""

    gains: tuple[float, ...] = setting(
        (0.2, 0.5, 1.0, 2.0), "gains of everybody at the second reading, each tried", -3, 5, unit="SD of a reading"
    )
    reliability: float = setting(0.7, "correlation of two readings of the same people", 0, 1)
    studies: int = setting(4000, "simulated studies for each gain", 1, 200_000, whole=True)


def simulate(study: OneGroup, seed: int, settings: Settings, parameters: Mapping[str, Parameter]) -> Draws:
    """Studies in which only being measured again is at work, for each gain."""
    rows = []
    for gain in settings.gains:
        rng = stream(seed, study.id, "practice_and_observation", round(1000 * (gain + 10)))
        readings = Readings(reliability=settings.reliability, shift=gain)
        rows.append(row(study, rng, settings.studies, readings, "gain", gain))
    return Draws(study, tuple(rows))
