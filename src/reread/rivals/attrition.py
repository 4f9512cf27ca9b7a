"""If those who were lost would have done otherwise than those who stayed, how far otherwise to print the difference?

All who were allocated are alike in truth. Of means the lost of the higher group would have read so many SDs lower than
those who stayed, the lost of the lower group as much higher: with the parts λ and μ lost, the groups that stayed lie
(λ + μ) · x apart. Nobody can be more selected than if exactly the highest or the lowest went, which under normal
readings is φ(Φ⁻¹(λ)) / (λ(1 − λ)) SDs; the scale ends there. Of shares 0 means that the lost are like all, 1 that none
of the higher group's lost and all of the lower group's lost had the event. Where the study file gives the `scale`, what
the lost can make of the means at its ends is told beside (`reread.statistics.lost_means`).

Assumptions: `two_groups`; the n of the arms' allocation is printed.

Source: Hollis & Campbell 1999, doi:10.1136/bmj.319.7211.670 (extreme cases of those who were lost).

What it cannot say: why anybody left. Losses that do not hang together with the outcome move nothing.

>>> from reread.rivals.two_groups import Means
>>> found, = simulate(TwoGroups("x", Means(30, 30, 0.6), True, lost=(0.1, 0.2)), 1, Settings(), {})
>>> round(found.few, 2), found.half, round(most_selected(0.2), 2)
(0.54, None, 1.75)
>>> simulate(TwoGroups("x", Means(30, 30, 0.6), True, lost=(0.0, 0.0)), 1, Settings(), {})
()
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import exp, pi, sqrt

from scipy.special import ndtri, stdtrit

from reread.rivals import BETWEEN
from reread.rivals.evidence import Parameter
from reread.rivals.settings import Changeable
from reread.rivals.two_groups import Bias, Means, Shares, TwoGroups, bias
from reread.statistics import lost_means

NEEDS: dict[str, str] = {}
USES: tuple[str, ...] = ()
OF = BETWEEN


@dataclass(frozen=True)
class Settings(Changeable):
    """Nothing to change: the losses are printed."""


def simulate(asked: TwoGroups, seed: int, settings: Settings, parameters: Mapping[str, Parameter]) -> tuple[Bias, ...]:
    """How otherwise the lost must be; empty where no loss is printed."""
    if asked.lost is None or not any(asked.lost) or max(asked.lost) >= 1:
        return ()
    low, high = asked.lost
    told = {"low": 100 * low, "high": 100 * high}
    if isinstance(asked.result, Shares):
        found = bias("lost_events", lambda part: _of_shares(asked.result, asked.lost, part), 0.0, 1.0)
        return (found.telling(**told),)
    result, tops = asked.result, {part: most_selected(part) for part in asked.lost if part}

    def shift(size: float) -> float:
        return sum(part * min(size, top) for part, top in ((part, tops[part]) for part in asked.lost or () if part))

    found = bias("lost_apart", lambda size: result.reach(shift(size)), 0.0, max(tops.values()))
    found, size = found.telling(**told), tipping(result, asked.lost, asked.alpha)
    found = found if size is None else found.saying("tipping", tipping=size)
    return (found if asked.at_ends is None else _at_ends(found, asked.at_ends, asked.alpha),)


def _at_ends(found: Bias, ends: lost_means.AtEnds, alpha: float) -> Bias:
    """With the differences of everybody if the lost had read an end of the scale, and how many of them tip p."""
    (least, most), (bottom, top) = lost_means.extremes(ends), ends.scale
    found = found.saying(
        "at_ends", bottom=bottom, top=top, least=least.apart, least_p=least.p, most=most.apart, most_p=most.p,
        low_lost=ends.low.lost, high_lost=ends.high.lost,
    )  # fmt: skip
    tips = lost_means.tipping(ends, alpha)
    if tips is None:
        return found.saying("stays_below" if lost_means.is_below(ends, alpha) else "stays_above")
    return found.saying("tips_up" if tips.up else "tips_down", low_some=tips.low, high_some=tips.high)


def most_selected(part: float) -> float:
    """How many SDs those who stay and those who leave can lie apart at most, if this part leaves."""
    return exp(-(float(ndtri(part)) ** 2) / 2) / sqrt(2 * pi) / (part * (1 - part))


def tipping(result: Means, lost: tuple[float, float], alpha: float) -> float | None:
    """How many SDs the lost must have read otherwise before everybody allocated has p at `alpha`, by Student's t.

    The lost of the higher group so much lower than its others, those of the lower group as much higher than theirs, and
    as spread as the others; that they lie elsewhere adds to the SD of everybody. None where p is not below `alpha` as
    printed.
    """
    least = float(stdtrit(result.df, 1 - alpha / 2))
    if result.t <= least:
        return None
    sizes = [n / (1 - gone) for n, gone in zip((result.low_n, result.high_n), lost, strict=True)]
    df = sum(sizes) - 2
    # (d − Σλ x)² = c² (1 + x² Σ nλ / df), of which x is the lesser root
    limit = float(stdtrit(df, 1 - alpha / 2)) ** 2 * sum(1 / size for size in sizes)
    spread = sum(n * gone for n, gone in zip((result.low_n, result.high_n), lost, strict=True)) / df
    square, half, rest = sum(lost) ** 2 - limit * spread, result.d * sum(lost), result.d**2 - limit
    return rest / (half + sqrt(half**2 - square * rest))


def _of_shares(result: Means | Shares, lost: tuple[float, float] | None, part: float) -> float:
    """Risks of those who stayed: that of all, less what the lost had."""
    if not isinstance(result, Shares) or lost is None:
        raise TypeError(f"{result}, lost {lost}")
    all_of = result.pooled
    stayed = [
        (all_of - gone * risk) / (1 - gone)
        for gone, risk in zip(lost, (all_of + part * (1 - all_of), all_of * (1 - part)), strict=True)
    ]
    return result.reach(*(min(1.0, max(0.0, risk)) for risk in stayed))
