"""Is the confidence interval centred on the printed mean change, and on its side of zero?

A t or z interval is symmetrical: the middle of its ends is the estimate. Sign or absolute value are both admitted; an
interval of the opposite sign (before minus after) is told as such.

Source: Altman & Bland 2011, doi:10.1136/bmj.d2090.
"""

from collections.abc import Iterator
from fractions import Fraction

from reread.numbers.show import span
from reread.study.finding import Finding, about, meets
from reread.study.intervals_of_change import printed_interval
from reread.study.of_change import change_of_means
from reread.study.values import Study


def check(study: Study) -> Iterator[Finding]:
    """One finding for each interval of a mean change."""
    for name in study.file.outcomes:
        printed, change = printed_interval(study, name), study.get(f"{name}.change.mean")
        mean = change_of_means(study, name)
        if printed is None or mean is None:
            continue
        middle = (printed.low.interval + printed.high.interval).scaled(Fraction(1, 2))
        agrees = middle.absolute().meets(mean.absolute())
        exact = printed.low.reported.value + printed.high.reported.value
        turned = bool(agrees and change and change.reported.value * exact < 0)
        params = {
            "printed": printed.shown, "middle": span(*middle.floats(), 3),
            "mean": change.shown if change else span(*mean.floats()),
        }  # fmt: skip
        verdict = meets(agrees, change is not None or study.complete(name))
        if turned:
            verdict |= {"say": "turned", "kind": "cosmetic"}
        yield Finding("ci_centre", about(printed.low, printed.high, change), params=params, **verdict)
