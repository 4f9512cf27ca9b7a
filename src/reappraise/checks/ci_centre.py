"""Is the confidence interval centred on the printed mean change, and on its side of zero?

A t or z interval is symmetrical: the middle of its ends is the estimate. Sign or absolute value are both admitted; an
interval of the opposite sign (before minus after) is told as such.

Source: Altman & Bland 2011, doi:10.1136/bmj.d2090.
"""

from collections.abc import Iterator
from fractions import Fraction

from reappraise.bounds import change_of_means
from reappraise.finding import Finding, about, meets
from reappraise.show import number, span
from reappraise.study import Study


def check(study: Study) -> Iterator[Finding]:
    """One finding for each interval of a mean change."""
    for name in study.file.outcomes:
        ends = study.all(f"{name}.change.ci.low", f"{name}.change.ci.high")
        printed, mean = study.get(f"{name}.change.mean"), change_of_means(study, name)
        if ends is None or mean is None:
            continue
        middle = (ends[0].interval + ends[1].interval).scaled(Fraction(1, 2))
        agrees = middle.absolute().meets(mean.absolute())
        turned = bool(agrees and printed and _opposite(printed.reported.value, ends[0].reported.value + ends[1].reported.value))
        params = {
            "printed": f"{number(ends[0].reported.value)} to {number(ends[1].reported.value)}",
            "middle": span(*middle.floats(), 3), "mean": printed.shown if printed else span(*mean.floats()),
        }  # fmt: skip
        verdict = meets(agrees)
        kind = verdict.pop("kind", "cosmetic" if turned else "")
        yield Finding("ci_centre", about(*ends, printed), params=params, kind=kind, say="turned" if turned else "", **verdict)


def _opposite(a: Fraction, b: Fraction) -> bool:
    return a * b < 0
