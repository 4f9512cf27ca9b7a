"""Of groups that chance did not form: how strong must a cause be that nobody measured?

It multiplies the chance of being in the higher group, and the chance of the event, each by the same risk ratio x; the
shares then lie a bounding factor x² / (2x − 1) apart at most, in truth nothing. Of means the difference in SDs stands
for a risk ratio of exp(0.91 · d); where groups are formed by the outcome (case–control) it is the odds of exposure that
are moved, as of a rare outcome. At 50 of 100 studies this is the E-value, but for the discreteness of counts.

Assumptions: `two_groups`; one such cause, equally strong on both sides; a strong one side needs a weaker other.

Source: VanderWeele & Ding 2017, doi:10.7326/M16-2607; Ding & VanderWeele 2016, doi:10.1097/EDE.0000000000000457. The R
package EValue gives 2.52914198 for d = .5 (its `evalues.MD`), as its users' tests pin it:

>>> from reread.rivals.two_groups import Means
>>> round(e_value(risk_ratio_of_d(0.5)), 8)
2.52914198
>>> found, = simulate(TwoGroups("x", Means(5000, 5000, 0.5), False), 1, Settings(), {})
>>> round(found.half, 2)
2.53

What it cannot say: whether there is such a cause. A list of what is known to go with both would be a start.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import isfinite, log

from reread.rivals import BETWEEN
from reread.rivals.evidence import Parameter
from reread.rivals.settings import Changeable, setting
from reread.rivals.two_groups import Bias, Means, TwoGroups, bias
from reread.statistics.confounding import LOG_RISK_RATIO_OF_D, bounding_factor, e_value, risk_ratio_of_d

NEEDS: dict[str, str] = {}
USES: tuple[str, ...] = ()
OF = BETWEEN


@dataclass(frozen=True)
class Settings(Changeable):
    """What a reader may change."""

    strongest: float = setting(20.0, "the strongest risk ratio that is tried", 1, 1000, above=True)


def simulate(asked: TwoGroups, seed: int, settings: Settings, parameters: Mapping[str, Parameter]) -> tuple[Bias, ...]:
    """The risk ratio on both sides, of groups that chance did not form; `e_value` of the result as printed."""
    result = asked.result
    if asked.by_chance:
        return ()
    if isinstance(result, Means):
        made = bias(
            "strength", lambda x: result.reach(log(bounding_factor(x, x)) / LOG_RISK_RATIO_OF_D), 1.0,
            settings.strongest,
        )  # fmt: skip
        return (made.telling(e_value=e_value(risk_ratio_of_d(result.d))),)
    low, ratio = result.low[0] / result.low[1], result.odds_ratio if asked.by_outcome else result.risk_ratio
    if not isfinite(ratio):
        return ()

    def moved(x: float) -> float:
        factor = bounding_factor(x, x)
        return factor * low / (1 - low + factor * low) if asked.by_outcome else min(1.0, low * factor)

    made = bias("strength", lambda x: result.reach(low, moved(x)), 1.0, settings.strongest)
    return (made.telling(e_value=e_value(ratio)),)
