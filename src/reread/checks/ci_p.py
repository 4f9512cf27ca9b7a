"""Do the confidence interval and the p of a test tell the same about no difference?

A 95 % interval that leaves out 0 (1 for a ratio) belongs to p < .05, if both come from the same test. For a t-test they
do, and its p follows from the interval. Intervals and tests of ratios, proportions and coefficients often rest on two
methods (Wald, score, exact, likelihood ratio), which may differ near the line: that is shown and not decided. So is a p
that follows from the interval only if its ends are one standard error away.

Example: a relative risk of 0.30 with p = .034 and 95 % interval 0.10 to 0.91 (by their formula).

Source: Altman & Bland 2011, doi:10.1136/bmj.d2304 (p from an interval) and doi:10.1136/bmj.d2090 (the example).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from reread.numbers.interval import Interval
from reread.numbers.show import number, span
from reread.statistics.bounds import p_of_t
from reread.statistics.conventions import p_interval
from reread.statistics.significance import p_of_z
from reread.study.comparison import Comparison, comparisons
from reread.study.finding import Finding, Param, about
from reread.study.intervals import (
    UNLIMITED,
    PrintedInterval,
    Target,
    criticals,
    interval_of,
    middle,
    on_scale,
    t_of,
    targets,
    z_between,
)
from reread.study.values import Study

SAME_TEST = ("paired t", "independent t", "Welch t")


def check(study: Study) -> Iterator[Finding]:
    """One finding for each interval with a p, two-sided and not adjusted for several tests."""
    for test in comparisons(study):
        printed, p, found = interval_of(test), test.get("p"), targets(test)
        one = test.tails == 1
        if printed is None or p is None or not found or test.about.adjusted or one:
            continue
        stands_for = p_interval(p.reported, p.interval)
        target = found[0]
        implied = _implied(test, printed) if target.part == "difference" and len(found) == 1 else []
        verdict = _verdict(test, found, printed, stands_for, implied)
        if target.ratio and len(found) == 1 and verdict["status"] != "inconsistent":
            implied, verdict = _of_ratio(target, printed, stands_for, verdict)
        level = max(printed.levels) if len(printed.levels) == 1 else 0.95
        params: dict[str, Param] = {
            "printed": printed.shown, "p": p.shown, "null": str(target.null), "line": number(1 - level),
            "implied": _shown(implied, stands_for),
        }  # fmt: skip
        yield Finding("ci_p", about(p, printed.low, printed.high), params=params, **verdict)


def _verdict(
    test: Comparison, found: list[Target], printed: PrintedInterval, stands_for: Interval, implied: list[Interval]
) -> dict[str, Any]:
    crosses = all(_apart(target, printed, stands_for) for target in found)
    if stands_for.meets_any(implied):
        return {"status": "consistent"}
    if implied and test.test in SAME_TEST and _about_estimate(found[0], printed):
        if crosses and _known(test):
            return {"status": "inconsistent", "kind": "impossible", "decision_error": True}
        return {"status": "undecided"}
    return {"status": "undecided", "say": "crosses"} if crosses else {"status": "consistent", "say": "same_side"}


def _of_ratio(
    target: Target, printed: PrintedInterval, stands_for: Interval, verdict: dict[str, Any]
) -> tuple[list[Interval], dict[str, Any]]:
    """The p behind a usual interval of a ratio; does the printed one belong to ends one standard error away?"""
    ends = on_scale(target, printed)
    found = [p_of_z(z, 2) for size in printed.criticals("z", UNLIMITED) if (z := z_between(ends, size))]
    one = z_between(ends, Interval.point(1))
    if not found or one is None or stands_for.meets_any(found) or not p_of_z(one, 2).meets(stands_for):
        return found, verdict
    return found, {"status": "undecided", "say": "one_se", "kind": "implausible"}


def _known(test: Comparison) -> bool:
    freedom = test.freedom()
    return freedom is not None and freedom.certain


def _about_estimate(target: Target, printed: PrintedInterval) -> bool:
    """Is the interval symmetrical about the estimate, as that of a t-test is?"""
    centre = middle((printed.low.interval, printed.high.interval))
    return centre.absolute().meets((target.value.interval + target.unit).absolute())


def _implied(test: Comparison, printed: PrintedInterval) -> list[Interval]:
    """The two-sided p behind an interval of a difference, by t and by z."""
    freedom, found = test.freedom(), []
    for critical in criticals(test, printed):
        t = t_of(printed, critical)
        if t is None:
            return []
        found.append(p_of_z(t, 2))
        if freedom is not None:
            found.insert(0, p_of_t(t, freedom.rounded, 2))
    return found


def _apart(target: Target, printed: PrintedInterval, p: Interval) -> bool:
    """Do interval and p tell the opposite about no difference, at every level that the interval may have?"""
    low, high, null = printed.low.interval, printed.high.interval, target.null
    excluded = (low.low is not None and low.low > null) or (high.high is not None and high.high < null)
    included = low.high is not None and high.low is not None and low.high < null < high.low
    least, most = p.floats()
    lines = [1 - level for level in printed.levels]
    return (excluded and all(least > line + 1e-9 for line in lines)) or (
        included and all(most < line - 1e-9 for line in lines)
    )


def _shown(implied: list[Interval], printed: Interval) -> str:
    """The first that the printed p may be; else the first of all."""
    first = next((each for each in implied if each.meets(printed)), implied[0] if implied else None)
    return span(*first.floats(), 3) if first else "–"
