"""If the groups differed before, how strongly must that go on into the outcome to print the difference?

Where the outcome is printed before, the groups lay so many SDs apart, and with a correlation r of before and after that
goes on as r times as many SDs. Where it is not, a factor that nobody printed is asked for: so many SDs apart before,
and correlated by `correlation` with the outcome. (What an analysis adjusted for a printed baseline would have said
stands in the reconstruction.) Of an outcome in counts, every characteristic that is printed in counts before is tried:
of the prevalences p₁ and p₀ it moves the risk of the higher group by (p₁ (x − 1) + 1) / (p₀ (x − 1) + 1) against that
of the other, if it multiplies the risk of the outcome by x in both. Told is the one that can do most.

Assumptions: `two_groups`; a straight line from before to after, the same in both groups.

Source: Senn 1994, doi:10.1002/sim.4780131703 (imbalance matters with the correlation, not with its p); Vickers & Altman
2001, doi:10.1136/bmj.323.7321.1123; counts: Schneeweiss 2006, doi:10.1002/pds.1200.

What it cannot say: that chance imbalance is a bias. Of groups formed by chance the p has counted it on average already.

>>> from reread.rivals.two_groups import Means
>>> found, = simulate(TwoGroups("x", Means(30, 30, 0.6), True, baseline=0.5), 1, Settings(), {})
>>> round(found.few, 2), found.half
(0.33, None)
>>> found, = simulate(TwoGroups("x", Means(30, 30, 0.6), True), 1, Settings(), {})
>>> round(found.few, 2), round(found.half, 1)
(0.33, 1.2)
>>> fever = Characteristic("fever", "yes", (20, 55), (30, 52), False)
>>> deaths = TwoGroups("x", Shares((4, 55), (14, 52)), True, characteristics=(fever,))
>>> found, = simulate(deaths, 1, Settings(), {})
>>> found.few is None, found.facts, round(found.told["limit"], 2), round(found.told["ratio"], 2)
(True, ('unexplained',), 1.59, 3.7)
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil, isfinite

from scipy.special import ndtr

from reread.rivals import BETWEEN
from reread.rivals.evidence import Parameter
from reread.rivals.settings import Changeable, setting
from reread.rivals.two_groups import Bias, Characteristic, Shares, TwoGroups, bias
from reread.statistics.confounding import bias_factor, strength_that_moves

NEEDS: dict[str, str] = {}
USES: tuple[str, ...] = ()
OF = BETWEEN


@dataclass(frozen=True)
class Settings(Changeable):
    """What a reader may change."""

    correlation: float = setting(0.5, "correlation of an unprinted factor with the outcome", 0, 1, above=True)
    largest: float = setting(3.0, "the largest imbalance that is tried", 0, 10, unit="SD", above=True)
    strongest: float = setting(20.0, "the strongest risk ratio that is tried", 1, 1000, above=True)


def simulate(asked: TwoGroups, seed: int, settings: Settings, parameters: Mapping[str, Parameter]) -> tuple[Bias, ...]:
    """The correlation that a printed imbalance needs, else the imbalance that an unprinted factor needs; of counts the
    risk ratio that a printed characteristic needs."""
    result = asked.result
    if isinstance(result, Shares):
        return () if asked.by_outcome else _of_counts(result, asked.characteristics, settings.strongest)
    if asked.changes:
        return ()
    if asked.baseline is not None:
        apart = asked.baseline
        return (bias("carried", lambda r: result.reach(max(0.0, r * apart)), 0.0, 1.0).telling(apart=apart),)
    r = settings.correlation
    found = bias("factor", lambda apart: result.reach(r * apart), 0.0, settings.largest).telling(r=r)
    if found.few is None:
        return (found,)
    return (found.telling(chance=100 * float(ndtr(-found.few * result.unit))),)


def _of_counts(result: Shares, printed: tuple[Characteristic, ...], strongest: float) -> tuple[Bias, ...]:
    """Of the characteristics that the higher group has more often, the one that can move its risk farthest."""
    low, ratio = result.low[0] / result.low[1], result.risk_ratio
    if not printed or not isfinite(ratio):
        return ()

    def moves(one: Characteristic, x: float) -> float:
        return bias_factor(x, *one.shares[::-1])

    most = max(printed, key=lambda one: moves(one, strongest))
    found = bias(
        "bears_absent" if most.absent else "bears", lambda x: result.reach(low, min(1.0, low * moves(most, x))), 1.0,
        strongest,
    )  # fmt: skip
    (k, n), (j, m) = most.high, most.low
    found = found.telling(label=most.label, category=most.category, k=k, n=n, j=j, m=m, rows=len(printed), ratio=ratio)
    less, more = most.shares
    needed = strength_that_moves(ratio, more, less)
    if needed is None:
        return (found.saying("unexplained", limit=ceil(100 * more / less) / 100),)
    return (found.saying("explained_absent" if most.absent else "explained", needed=needed),)
