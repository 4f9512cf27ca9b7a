"""If participants came in clusters that the test ignored, how alike must those of one cluster be?

Clusters of m participants, all of one group, correlated by the intracluster correlation: the variance of a difference
is 1 + (m − 1) · ICC times what the test took it for.

Assumptions: `two_groups`; clusters of equal size, each wholly in one group; degrees of freedom stay as they are (fewer
clusters would make the result still less striking).

Source: Killip, Mahfoud & Pearce 2004, doi:10.1370/afm.141 (design effect); Adams et al. 2004,
doi:10.1016/j.jclinepi.2003.12.013: of 1,039 variables of primary care the median ICC is .010, three in four below .032.

What it cannot say: whether there were clusters (wards, schools, one therapist for many). The paper's methods may.

>>> from reread.rivals.two_groups import Means
>>> found = simulate(TwoGroups("x", Means(30, 30, 0.6), True), 1, Settings(), {})
>>> [(round(each.few, 3), each.half, round(each.told["level"], 3)) for each in found]
[(0.233, None, 0.087), (0.049, None, 0.018)]
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import sqrt

from scipy.special import ndtri, stdtrit

from reread.rivals import BETWEEN
from reread.rivals.evidence import Parameter
from reread.rivals.settings import Changeable, setting
from reread.rivals.two_groups import Bias, Means, Reach, TwoGroups, bias

NEEDS: dict[str, str] = {}
USES: tuple[str, ...] = ()
OF = BETWEEN


@dataclass(frozen=True)
class Settings(Changeable):
    """What a reader may change."""

    sizes: tuple[int, ...] = setting((5, 20), "participants in one cluster, each tried", 2, 10_000, whole=True, most=3)
    largest: float = setting(0.3, "the largest intracluster correlation that is tried", 0, 1, above=True)


def simulate(asked: TwoGroups, seed: int, settings: Settings, parameters: Mapping[str, Parameter]) -> tuple[Bias, ...]:
    """The intracluster correlation for each size of a cluster; `level`: where the two-sided p comes to alpha."""
    found = []
    for size in settings.sizes:
        if size > _people(asked) / 2:
            continue
        at = critical(asked, size)
        made = bias("icc", _of_icc(asked, size), 0.0, settings.largest)
        found.append(made.telling(size=size, **({} if at is None else {"level": at})))
    return tuple(found)


def design_effect(size: int, icc: float) -> float:
    """How many times the variance is what a test without clusters takes it for.

    >>> round(design_effect(20, 0.05), 2)
    1.95
    """
    return 1 + (size - 1) * icc


def critical(asked: TwoGroups, size: int) -> float | None:
    """The correlation at which the two-sided p comes to alpha; 0 where it is there already, None where 1 is too little.

    Of means by Student's t, of shares by z.
    """
    result = asked.result
    if isinstance(result, Means):
        statistic, needed = result.t, float(stdtrit(result.df, 1 - asked.alpha / 2))
    else:
        statistic, needed = result.z, float(ndtri(1 - asked.alpha / 2))
    icc = max(0.0, ((statistic / needed) ** 2 - 1) / (size - 1))
    return icc if icc <= 1 else None


def _of_icc(asked: TwoGroups, size: int) -> Reach:
    result = asked.result

    def reach(icc: float) -> float:
        inflated = sqrt(design_effect(size, icc))
        if isinstance(result, Means):
            return result.reach(0.0, inflated)
        return result.reach(result.pooled, result.pooled, inflated)

    return reach


def _people(asked: TwoGroups) -> int:
    result = asked.result
    return result.low_n + result.high_n if isinstance(result, Means) else result.low[1] + result.high[1]
