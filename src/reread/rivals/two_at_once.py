"""If who measured knew the groups, and the best of a few outcomes was told as well: how far a shift is then enough?

As `unblinded_measurement`, of every outcome alike; of so many outcomes, correlated by `alike`, the most striking one is
told (`choice_of_result`).

Assumptions: those of both; z is the normal deviate of the part of studies that one outcome alone would reach.

Source: as both; Shadish, Cook & Campbell 2002, ISBN 978-0-395-61556-0, ch. 2 (threats act together).

What it cannot say: that both were at work, or either; only that together each need not be large.

>>> from reread.rivals.two_groups import Means
>>> found, = simulate(TwoGroups("x", Means(30, 30, 0.6), True), 1, Settings(), {})
>>> round(found.few, 2), round(found.half, 2)
(0.05, 0.44)
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from scipy.special import ndtri

from reread.rivals import BETWEEN
from reread.rivals.choice_of_result import best
from reread.rivals.evidence import Parameter
from reread.rivals.settings import Changeable, setting
from reread.rivals.two_groups import Bias, Means, TwoGroups, bias

NEEDS: dict[str, str] = {}
USES: tuple[str, ...] = ()
OF = BETWEEN


@dataclass(frozen=True)
class Settings(Changeable):
    """What a reader may change."""

    outcomes: int = setting(3, "the told outcome is the best of so many", 2, 100, whole=True)
    alike: float = setting(0.5, "correlation between outcomes of one participant", 0, 1)
    largest: float = setting(2.0, "the largest shift that is tried", 0, 10, unit="SD", above=True)


def simulate(asked: TwoGroups, seed: int, settings: Settings, parameters: Mapping[str, Parameter]) -> tuple[Bias, ...]:
    """The shift, or the part of one group that is misjudged, when the best of a few outcomes is told."""
    result, k = asked.result, settings.outcomes
    if asked.by_outcome:
        return ()

    def told(alone: float) -> float:
        return best(k, float(-ndtri(min(max(alone, 1e-300), 1 - 1e-12))), settings.alike)

    if isinstance(result, Means):
        found = bias("shift", lambda size: told(result.reach(size)), 0.0, settings.largest)
    else:
        low = result.low[0] / result.low[1]
        found = bias("misjudged", lambda part: told(result.reach(low, low + part)), 0.0, 1 - low)
    return (found.telling(outcomes=k, alike=settings.alike),)
