"""If the groups differed before, how strongly must that go on into the outcome to print the difference?

Where the outcome is printed before, the groups lay so many SDs apart, and with a correlation r of before and after that
goes on as r times as many SDs. Where it is not, a factor that nobody printed is asked for: so many SDs apart before,
and correlated by `correlation` with the outcome. (What an analysis adjusted for a printed baseline would have said
stands in the reconstruction.)

Assumptions: `two_groups`; a straight line from before to after, the same in both groups.

Source: Senn 1994, doi:10.1002/sim.4780131703 (imbalance matters with the correlation, not with its p); Vickers & Altman
2001, doi:10.1136/bmj.323.7321.1123.

What it cannot say: that chance imbalance is a bias. Of groups formed by chance the p has counted it on average already.

>>> from reread.rivals.two_groups import Means
>>> found, = simulate(TwoGroups("x", Means(30, 30, 0.6), True, baseline=0.5), 1, Settings(), {})
>>> round(found.few, 2), found.half
(0.33, None)
>>> found, = simulate(TwoGroups("x", Means(30, 30, 0.6), True), 1, Settings(), {})
>>> round(found.few, 2), round(found.half, 1)
(0.33, 1.2)
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from scipy.special import ndtr

from reread.rivals import BETWEEN
from reread.rivals.evidence import Parameter
from reread.rivals.settings import Changeable, setting
from reread.rivals.two_groups import Bias, Means, TwoGroups, bias

NEEDS: dict[str, str] = {}
USES: tuple[str, ...] = ()
OF = BETWEEN


@dataclass(frozen=True)
class Settings(Changeable):
    """What a reader may change."""

    correlation: float = setting(0.5, "correlation of an unprinted factor with the outcome", 0, 1, above=True)
    largest: float = setting(3.0, "the largest imbalance that is tried", 0, 10, unit="SD", above=True)


def simulate(asked: TwoGroups, seed: int, settings: Settings, parameters: Mapping[str, Parameter]) -> tuple[Bias, ...]:
    """The correlation that a printed imbalance needs, else the imbalance that an unprinted factor needs."""
    result = asked.result
    if not isinstance(result, Means) or asked.changes:
        return ()
    if asked.baseline is not None:
        apart = asked.baseline
        return (bias("carried", lambda r: result.reach(max(0.0, r * apart)), 0.0, 1.0).telling(apart=apart),)
    r = settings.correlation
    found = bias("factor", lambda apart: result.reach(r * apart), 0.0, settings.largest).telling(r=r)
    if found.few is None:
        return (found,)
    return (found.telling(chance=100 * float(ndtr(-found.few * result.unit))),)
