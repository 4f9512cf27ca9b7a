"""Is the test statistic the estimate over its standard error?

t = difference / SE, z = coefficient / SE. Sign or absolute value are both admitted. One-sample tests against another
value than 0, standardised coefficients and a squared statistic (Wald's χ²) are left open, and so is a difference taken
by hand from rounded means.

Example: Student's two drugs in 10 patients, mean difference 1.58, SE 0.389, t = 4.06.

Source: Student 1908, doi:10.1093/biomet/6.1.1, section IX.

>>> round(1.58 / 0.389, 2)
4.06
"""

from __future__ import annotations

from collections.abc import Iterator

from reread.numbers.interval import Interval
from reread.numbers.show import span
from reread.statistics.bounds import corners
from reread.study.comparison import comparisons
from reread.study.finding import Finding, about, meets
from reread.study.values import Study, Value

OF_A_DIFFERENCE = ("paired t", "independent t", "Welch t")


def check(study: Study) -> Iterator[Finding]:
    """One finding for each estimate with its standard error and t or z."""
    for test in comparisons(study):
        estimate, se, t = test.get("difference"), test.get("se"), test.get("t") or test.get("z")
        if estimate is None or se is None or t is None:
            continue
        unit = estimate.reported.unit
        exact = _quotient(estimate.interval, se)
        by_hand = _quotient(estimate.interval + Interval(-unit, unit), se)
        if exact is None or by_hand is None:
            continue
        size = t.interval.absolute()
        decided = test.test in OF_A_DIFFERENCE and test.get("t") is not None and not size.meets(by_hand)
        params = {
            "name": t.role.rpartition(".")[2], "t": t.shown, "estimate": estimate.shown, "se": se.shown,
            "allowed": _shown(exact),
        }  # fmt: skip
        yield Finding("statistic_se", about(estimate, se, t), params=params, **meets(size.meets(exact), decided))


def _quotient(estimate: Interval, se: Value) -> Interval | None:
    """Every |estimate| / SE; unbounded above where the SE may be 0."""
    top, below = estimate.absolute(), se.interval.within(0, None)
    if below is None or not top.bounded or not below.high:
        return None
    low = corners(lambda m: m / float(below.high or 1), top)
    if not below.low:
        return Interval(low.low, None)
    return corners(lambda m, e: m / e, top, below)


def _shown(exact: Interval) -> str:
    low, high = exact.floats()
    return span(low, high) if exact.bounded else f"{span(low, low)} … ∞"
