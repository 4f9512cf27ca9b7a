"""Of groups told apart by asking or by records: how many with the outcome must be in the wrong group?

Of those with the event who belong to the lower group, so large a part is recorded in the higher one (people who fell
ill search their memory; who looks into a record knows the outcome). Those without the event are recorded as they are,
and their share stands for both in truth.

Where the groups are those with and without the outcome (case–control), of the higher group's unexposed so large a part
is recorded as exposed.

Assumptions: `two_groups`, counts; errors to one side only. An error that is the same with and without the event pulls
two groups together and prints less, not more.

Source: Greenland 1996, doi:10.1093/ije/25.6.1107-a; the correction by sensitivity and specificity is that of episensr's
`misclass`, whose example (Fink & Lash 2003: 215, 1449, 668, 4296; .78 and .99) its tests pin at a risk ratio of .9614:

>>> a, b, c, d = corrected((215, 1449, 668, 4296), (0.78, 0.78), (0.99, 0.99))
>>> round((a / (a + c)) / (b / (b + d)), 4)
0.9614

What it cannot say: whether anybody was asked after the event. A register written before it cannot err this way.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from reread.rivals import BETWEEN
from reread.rivals.evidence import Parameter
from reread.rivals.settings import Changeable
from reread.rivals.two_groups import Bias, Shares, TwoGroups, bias

NEEDS: dict[str, str] = {}
USES: tuple[str, ...] = ()
OF = BETWEEN
Pair = tuple[float, float]


@dataclass(frozen=True)
class Settings(Changeable):
    """Nothing to change."""


def simulate(asked: TwoGroups, seed: int, settings: Settings, parameters: Mapping[str, Parameter]) -> tuple[Bias, ...]:
    """The part that is recorded in the wrong group; empty of groups formed by chance, and of means."""
    if asked.by_chance or not isinstance(asked.result, Shares):
        return ()
    if asked.by_outcome:
        result, exposed = asked.result, asked.result.low[0] / asked.result.low[1]
        return (bias("recalled", lambda part: result.reach(exposed, exposed + part * (1 - exposed)), 0.0, 1.0),)
    turned = asked.result.turned()
    in_high = turned.low[0] / turned.low[1]
    return (bias("recorded", lambda part: turned.reach(in_high, in_high + part * (1 - in_high)), 0.0, 1.0),)


def corrected(table: tuple[float, float, float, float], sensitivity: Pair, specificity: Pair) -> tuple[float, ...]:
    """Exposed and not with the event, exposed and not without it, as they are in truth.

    `sensitivity` and `specificity` of being recorded as exposed, each with and without the event. Raises ValueError
    where the two do not come to more than 1, so that the record tells nothing.
    """
    found: list[float] = []
    for k in (0, 1):
        exposed, others = table[2 * k], table[2 * k + 1]
        told = sensitivity[k] + specificity[k] - 1
        if told <= 0:
            raise ValueError(f"sensitivity {sensitivity[k]} and specificity {specificity[k]}")
        truly = (exposed - (1 - specificity[k]) * (exposed + others)) / told
        found += [truly, exposed + others - truly]
    return tuple(found)
