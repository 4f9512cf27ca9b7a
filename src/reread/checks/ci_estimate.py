"""Does the estimate of a test lie in its confidence interval, and in the middle of it?

A t interval is symmetrical about the estimate. A usual interval of a ratio is so on the logarithmic scale, but profile,
bootstrap and exact ones are not: one that is far off the middle is left open, with the end whose decimal point, moved,
would put the estimate there. Sign or absolute value, and a ratio or its reciprocal, are both admitted. A difference
taken by hand from rounded means may be off by one unit. A d or g outside of an interval beside it may be no part of it,
unless the study file says whose the interval is.

Example: a relative risk of 0.30 with 95 % interval 0.10 to 0.91: √(0.10 × 0.91) = 0.30.

Source: Altman & Bland 2011, doi:10.1136/bmj.d2090.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from math import exp
from operator import itemgetter
from typing import Any

from reread.numbers.interval import Interval
from reread.numbers.show import number, span
from reread.study.comparison import TWO_MEANS, Comparison, comparisons
from reread.study.finding import Finding, Param, about, meets
from reread.study.intervals import PrintedInterval, Target, interval_of, middle, on_scale, targets, whose, width
from reread.study.ledger import RATIOS
from reread.study.values import Study

DIFFERENCES_IN_SDS = ("d", "g")
OWN = (*TWO_MEANS, "z", "regression", "ANOVA")
TURNED = {"status": "consistent", "say": "turned", "kind": "cosmetic"}
FAR = Fraction(1, 4)  # of half the width: less than that is rounding and small samples


def check(study: Study) -> Iterator[Finding]:
    """One finding for each interval with its estimate; that of a correlation has its own check."""
    for test in comparisons(study):
        printed = interval_of(test)
        found = [target for target in targets(test) if target.part != "r" and _on_its_scale(target, printed)]
        if printed is not None and found:
            yield from _of_estimate(test, found, printed)
        elif printed is not None and whose(test) == "difference":
            yield from _of_means(test, printed)


def _of_estimate(test: Comparison, found: list[Target], printed: PrintedInterval) -> Iterator[Finding]:
    target = next((each for each in found if _inside(each, printed, 1)), found[0])
    centre = printed.middle
    if target.ratio:
        centre = middle(on_scale(target, printed)).image(lambda x: exp(min(x, 700)))
    params: dict[str, Param] = {
        "printed": printed.shown, "estimate": target.value.shown, "middle": span(*centre.floats(), 3),
    }  # fmt: skip
    verdict = _verdict(test, found, target, printed)
    if verdict.get("say") == "lopsided" and (moved := _moved_point(target, printed)):
        params |= {"end": moved[0], "moved": moved[1]}
        verdict["say"] = "moved_point"
    yield Finding("ci_estimate", about(printed.low, printed.high, target.value), params=params, **verdict)


def _of_means(test: Comparison, printed: PrintedInterval) -> Iterator[Finding]:
    """An interval of a mean change that is not printed itself: the means say where its middle is."""
    apart = test.apart()
    if apart is None:
        return
    agrees = printed.middle.absolute().meets(apart)
    params: dict[str, Param] = {
        "printed": printed.shown, "estimate": span(*apart.floats()), "middle": span(*printed.middle.floats(), 3),
    }  # fmt: skip
    verdict = meets(agrees, test.complete)
    if not agrees:
        verdict |= {"say": "off"}
    roles = about(printed.low, printed.high, *(test.of_samples("mean") or ()))
    yield Finding("ci_estimate", roles, params=params, **verdict)


def _own(test: Comparison) -> bool:
    """Is the printed difference what the interval is of?"""
    return test.of_occasions or test.test in OWN


def _on_its_scale(target: Target, printed: PrintedInterval | None) -> bool:
    """A ratio's interval is positive; one with a negative end is that of something else."""
    return printed is not None and not (target.ratio and printed.low.reported.value < 0)


def _verdict(test: Comparison, found: list[Target], target: Target, printed: PrintedInterval) -> dict[str, Any]:
    if any(_inside(each, printed, 1) for each in found):
        return _about_the_middle(test, target, printed)
    if any(_inside(each, printed, -1) for each in found):
        return TURNED
    own = all(
        each.part in RATIOS or each.part == whose(test) or (each.part == "difference" and _own(test)) for each in found
    )
    other_scale = any(_inside_otherwise(each, printed) for each in found)
    return meets(False, own and not other_scale and not test.about.adjusted)


def _inside(target: Target, printed: PrintedInterval, sign: int) -> bool:
    """Is the estimate (with the sign turned: its opposite, of a ratio the reciprocal) between the ends?"""
    between = Interval(printed.low.interval.low, printed.high.interval.high)
    if sign > 0:
        return target.value.interval.meets(between)
    if not target.ratio:
        return (-target.value.interval).meets(between)
    return (-target.scaled(target.value.interval)).meets(target.scaled(between))


def _inside_otherwise(target: Target, printed: PrintedInterval) -> bool:
    """Is exp(estimate) between the ends: an interval of the ratio printed beside the coefficient?"""
    ends = target.value.interval if target.ratio else target.value.interval.image(lambda x: exp(min(x, 700)))
    between = Interval(printed.low.interval.low, printed.high.interval.high)
    return not target.ratio and ends.meets(between)


def _about_the_middle(test: Comparison, target: Target, printed: PrintedInterval) -> dict[str, Any]:
    ends = on_scale(target, printed)
    centre, size = middle(ends), target.scaled(target.value.interval)
    if centre.meets(size) or target.part in DIFFERENCES_IN_SDS:
        return {"status": "consistent"}
    if target.part == "difference" and centre.absolute().meets(size.absolute()):
        return TURNED
    if target.part == "difference" and (test.of_occasions or test.test in TWO_MEANS):
        by_hand = (target.value.interval + target.unit).absolute()
        return {**meets(False, not centre.absolute().meets(by_hand) and not test.about.adjusted), "say": "off"}
    half = width(ends).high
    away = None if half is None else Interval(-half * FAR, half * FAR)
    if test.test == "Fisher" or away is None or (centre + away).meets(size):
        return {"status": "consistent"}
    return {"status": "undecided", "say": "lopsided", "kind": "implausible"}


def _moved_point(target: Target, printed: PrintedInterval) -> tuple[str, str] | None:
    """The end, as printed and with its decimal point moved, that would put a ratio in the middle of its interval.

    One that then has as many decimals as the ratio, if there is one.
    """
    size, usual, found = target.scaled(target.value.interval), target.value.reported.decimals, []
    for k, value in enumerate((printed.low, printed.high)):
        for places in (-1, 1, -2, 2) if target.ratio else ():
            factor, decimals = Fraction(10) ** places, max(0, value.reported.decimals - places)
            ends = [target.scaled(printed.low.interval), target.scaled(printed.high.interval)]
            ends[k] = target.scaled(value.interval.scaled(factor))
            if middle((ends[0], ends[1])).meets(size):
                found.append((decimals != usual, value.shown, number(value.reported.value * factor, decimals)))
    return min(found, key=itemgetter(0))[1:] if found else None
