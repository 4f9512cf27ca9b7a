"""If several outcomes were measured, or the data looked at several times, and the best was told: how many?

Outcomes: so many in all, any two correlated by `alike`, of which the most striking one is told. Looks: so many, after
equal numbers of participants, of which the first striking one ends the study. Only the printed side counts.

    outcomes   1 − ∫ Φ((z − √ρ u) / √(1 − ρ))ᵏ φ(u) du          looks   a walk of k equal steps that ever reaches z √j

Assumptions: `two_groups`, or the same people under both treatments; z is the normal deviate of the printed one-sided
p; outcomes alike; no other choice.

Source: Armitage, McPherson & Rowe 1969, doi:10.2307/2343787: repeated looks at two-sided .05; Chan et al. 2004,
doi:10.1001/jama.291.20.2457 (outcomes measured and outcomes told). Two-sided, five looks find .142, ten .193:

>>> [round(looked(k, 1.959964, both=True), 3) for k in (1, 2, 5, 10)]
[0.05, 0.083, 0.142, 0.193]
>>> round(best(5, 1.644854, 0.0), 4), round(best(5, 1.644854, 1.0), 4)
(0.2262, 0.05)

What it cannot say: how many there were. A registration made before the first participant would.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import pi, sqrt

import numpy as np
from scipy.special import ndtr, ndtri

from reread.rivals import BETWEEN
from reread.rivals.evidence import Parameter
from reread.rivals.settings import Changeable, setting
from reread.rivals.two_groups import Bias, Shares, TwoGroups, bias

NEEDS: dict[str, str] = {}
USES: tuple[str, ...] = ()
OF = BETWEEN
EITHER = True  # of two groups, and of the same people under both treatments
GRID = np.linspace(-8.0, 8.0, 1601)
NODES, WEIGHTS = np.polynomial.legendre.leggauss(120)
FAR = 9.0  # in standard errors: no walk is ever below


@dataclass(frozen=True)
class Settings(Changeable):
    """What a reader may change."""

    alike: float = setting(0.5, "correlation between outcomes of one participant", 0, 1)
    most_outcomes: int = setting(100, "the most outcomes that are tried", 2, 10_000, whole=True)
    most_looks: int = setting(20, "the most looks that are tried", 2, 50, whole=True)


def simulate(asked: TwoGroups, seed: int, settings: Settings, parameters: Mapping[str, Parameter]) -> tuple[Bias, ...]:
    """How many outcomes, and how many looks."""
    result = asked.result
    by_chance = result.reach(result.pooled, result.pooled) if isinstance(result, Shares) else result.reach(0.0)
    z = float(-ndtri(max(by_chance, 1e-300)))
    outcomes = bias("outcomes", lambda k: best(int(k), z, settings.alike), 1, settings.most_outcomes, whole=True)
    looks = bias("looks", lambda k: looked(int(k), z), 1, settings.most_looks, whole=True)
    return outcomes.telling(alike=settings.alike), looks


def best(outcomes: int, z: float, alike: float) -> float:
    """The part of studies whose best of so many outcomes is at least z, to one side."""
    if alike >= 1:
        return float(ndtr(-z))
    below = ndtr((z - sqrt(alike) * GRID) / sqrt(1 - alike)) ** outcomes
    density = np.exp(-(GRID**2) / 2) / sqrt(2 * pi)
    return float(np.trapezoid((1 - below) * density, GRID))


def looked(looks: int, z: float, both: bool = False) -> float:
    """The part of studies that are at least z, to one side or to both, at one of so many looks."""
    density, nodes, weights = np.array([1.0]), np.array([0.0]), np.array([1.0])  # nobody seen yet
    going = 1.0
    for look in range(1, looks + 1):
        low, high = (-z if both else -FAR) * sqrt(look), z * sqrt(look)
        here, spread = (high - low) / 2 * NODES + (high + low) / 2, (high - low) / 2 * WEIGHTS
        steps = np.exp(-((here[:, None] - nodes[None, :]) ** 2) / 2) / sqrt(2 * pi)
        density, nodes, weights = steps @ (density * weights), here, spread
        going = float((density * weights).sum())
    return min(1.0, max(0.0, 1 - going))
