"""If both treatments of a crossover did the same, how much must the first one have gone on into the second period?

Each participant had both treatments, as many in either order. What is left of the first adds to the second reading; if
one treatment leaves λ more than the other, the difference of the treatments reads λ / 2 too large. λ is counted in SDs
of the differences within participants, of which t is made.

Assumptions: both orders are equally common; the carry-over is the same in everybody; differences are normal. A trend
over time that is the same in both orders falls out.

Source: arithmetic (half of λ goes into the difference); Mills et al. 2009, doi:10.1186/1745-6215-10-27: of 116
crossover trials 29 % spoke of carry-over, and 70 % reported a pause between the treatments.

What it cannot say: whether there was any carry-over, or how long the pause was and for what it would be enough.

>>> from reread.rivals.two_groups import Pairs
>>> found, = simulate(TwoGroups("x", Pairs(20, 20, 0.6), True), 1, Settings(), {})
>>> round(found.few, 2), round(found.half, 2)
(0.38, 1.18)
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from reread.rivals import BETWEEN
from reread.rivals.evidence import Parameter
from reread.rivals.settings import Changeable, setting
from reread.rivals.two_groups import Bias, Pairs, TwoGroups, bias

NEEDS: dict[str, str] = {}
USES: tuple[str, ...] = ()
OF = BETWEEN
WITHIN = True  # of the same people under both treatments


@dataclass(frozen=True)
class Settings(Changeable):
    """What a reader may change."""

    largest: float = setting(
        4.0, "the largest carry-over that is tried", 0, 20, unit="SD of the differences", above=True
    )


def simulate(asked: TwoGroups, seed: int, settings: Settings, parameters: Mapping[str, Parameter]) -> tuple[Bias, ...]:
    """By how much more one treatment goes on than the other; empty where people had one treatment only."""
    result = asked.result
    if not isinstance(result, Pairs):
        return ()
    return (bias("carried_over", lambda more: result.reach(more / 2), 0.0, settings.largest),)
