"""Of groups that chance did not form: how unevenly must people have come into the study?

People of the four kinds (higher or lower group, with or without the event) come in with four chances. Only their ratio
matters, (with, higher) · (without, lower) over (with, lower) · (without, higher): the selection odds ratio, by which
the odds of the two groups then differ, in truth nothing.

Assumptions: `two_groups`, counts; the share of the lower group is not moved.

Source: Greenland 1996, doi:10.1093/ije/25.6.1107-a; episensr's `selection`, whose example (Stang and others 2006: 136,
107, 297, 165) gives a factor of 0.43 for chances of .94, .85, .64 and .25, and .7061 for the odds ratio as printed:

>>> round(factor(0.94, 0.85, 0.64, 0.25), 2), round(136 * 165 / (107 * 297), 4)
(0.43, 0.7061)
>>> from reread.rivals.two_groups import Shares
>>> found, = simulate(TwoGroups("x", Shares((200, 1000), (300, 1000)), False), 1, Settings(), {})
>>> round(found.half, 2)
1.71

What it cannot say: who did not come. How many were asked, of each kind, and how many of them came, would.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from reread.rivals import BETWEEN
from reread.rivals.evidence import Parameter
from reread.rivals.settings import Changeable, setting
from reread.rivals.two_groups import Bias, Shares, TwoGroups, bias

NEEDS: dict[str, str] = {}
USES: tuple[str, ...] = ()
OF = BETWEEN


@dataclass(frozen=True)
class Settings(Changeable):
    """What a reader may change."""

    largest: float = setting(10.0, "the largest selection odds ratio that is tried", 1, 1000, above=True)


def simulate(asked: TwoGroups, seed: int, settings: Settings, parameters: Mapping[str, Parameter]) -> tuple[Bias, ...]:
    """The selection odds ratio; empty of groups formed by chance, of means, and where nobody lower has the event."""
    result = asked.result
    if asked.by_chance or not isinstance(result, Shares) or not result.low[0]:
        return ()
    low = result.low[0] / result.low[1]
    return (bias("uneven", lambda s: result.reach(low, s * low / (1 - low + s * low)), 1.0, settings.largest),)


def factor(with_higher: float, with_lower: float, without_higher: float, without_lower: float) -> float:
    """The selection odds ratio of four chances to come in. Raises ValueError for one that is not from above 0 to 1."""
    for chance in (with_higher, with_lower, without_higher, without_lower):
        if not 0 < chance <= 1:
            raise ValueError(f"a chance of {chance}")
    return with_higher * without_lower / (with_lower * without_higher)
