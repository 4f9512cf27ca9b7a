"""If who measured knew the groups, how far must the readings have been shifted to print the difference?

Of means every reading of the higher group lies so many SDs higher than it would with blinded eyes. Of shares so many
participants of the higher group, as a part of all of it, are put into the category who do not belong there; the share
of the lower group stands for both in truth. Of a crossover every reading under one treatment lies higher, in SDs of the
differences within participants, of which t is made.

Assumptions: `two_groups`; one group's readings are shifted, all by the same; a shift of both groups adds up.

Source: Hróbjartsson et al. 2013, doi:10.1503/cmaj.120744: in 16 trials that measured both ways, on scales, assessors
who knew made the effect 0.23 SD larger (95 % interval 0.06 to 0.40); shares: the same 2012, doi:10.1136/bmj.e1119.

What it cannot say: whether anybody knew, or let it matter. A death is hard to misread, a score of pain is not.

>>> from reread.rivals.two_groups import Means
>>> found, = simulate(TwoGroups("x", Means(30, 30, 0.6), True), 1, Settings(), {})
>>> round(found.few, 2), round(found.half, 2)
(0.16, 0.6)
>>> found, = simulate(TwoGroups("x", Pairs(20, 20, 0.6), True), 1, Settings(), {})
>>> found.name, round(found.few, 2), round(found.half, 2)
('shift_within', 0.19, 0.59)
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from reread.rivals import BETWEEN
from reread.rivals.evidence import Parameter
from reread.rivals.settings import Changeable, setting
from reread.rivals.two_groups import Bias, Means, Pairs, TwoGroups, bias

NEEDS: dict[str, str] = {}
USES: tuple[str, ...] = ()
OF = BETWEEN
EITHER = True  # of two groups, and of the same people under both treatments


@dataclass(frozen=True)
class Settings(Changeable):
    """What a reader may change."""

    largest: float = setting(2.0, "the largest shift that is tried", 0, 10, unit="SD", above=True)


def simulate(asked: TwoGroups, seed: int, settings: Settings, parameters: Mapping[str, Parameter]) -> tuple[Bias, ...]:
    """The shift in SDs, or the part of one group that is misjudged; empty where groups are formed by the outcome."""
    result = asked.result
    if asked.by_outcome:  # what persons were exposed to before: `misclassification`
        return ()
    if isinstance(result, Means):
        return (bias("shift_within" if isinstance(result, Pairs) else "shift", result.reach, 0.0, settings.largest),)
    low = result.low[0] / result.low[1]
    return (bias("misjudged", lambda part: result.reach(low, low + part), 0.0, 1 - low),)
