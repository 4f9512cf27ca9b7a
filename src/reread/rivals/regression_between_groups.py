"""If the group that started lower rises more by itself, how unreliable must a reading be to print the difference?

A result of changes: who is read low by chance is read higher the next time. Of people of one kind the group that starts
x SDs lower rises (1 − r) · x SDs of a reading more, with r the correlation of two readings, whatever is done.

Assumptions: `two_groups`; the groups are of one kind of people, and a straight line from before to after.

Source: Barnett, van der Pols & Dobson 2005, doi:10.1093/ije/dyh299; Vickers & Altman 2001,
doi:10.1136/bmj.323.7321.1123 (change scores favour who starts worse).

What it cannot say: whether the groups are of one kind. If not, each falls back to its own mean, and this is no rival.

>>> from reread.rivals.two_groups import Means
>>> found, = simulate(TwoGroups("x", Means(30, 30, 0.6), True, baseline=-0.8, changes=True), 1, Settings(), {})
>>> round(found.few, 2), round(found.half, 2)
(0.2, 0.75)
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from reread.rivals import BETWEEN
from reread.rivals.evidence import Parameter
from reread.rivals.settings import Changeable
from reread.rivals.two_groups import Bias, Means, TwoGroups, bias

NEEDS: dict[str, str] = {}
USES: tuple[str, ...] = ()
OF = BETWEEN


@dataclass(frozen=True)
class Settings(Changeable):
    """Nothing to change: the imbalance is printed."""


def simulate(asked: TwoGroups, seed: int, settings: Settings, parameters: Mapping[str, Parameter]) -> tuple[Bias, ...]:
    """The part of a reading's variance that is not the person's; empty where no changes and baselines are printed."""
    result = asked.result
    if not isinstance(result, Means) or not asked.changes or asked.baseline is None:
        return ()
    lower = max(0.0, -asked.baseline) * asked.spread
    return (bias("unreliable", lambda part: result.reach(part * lower), 0.0, 1.0).telling(apart=-asked.baseline),)
