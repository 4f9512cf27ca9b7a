"""Is the test statistic the estimate over its standard error?

t = difference / SE, z = coefficient / SE, Wald's χ² its square. Sign or absolute value are both admitted. One-sample
tests against another value than 0 and coefficients of no named model (standardised ones, say) are left open, and so is
a difference taken by hand from rounded means.

Example: Student's two drugs in 10 patients, mean difference 1.58, SE 0.389, t = 4.06.

Source: Student 1908, doi:10.1093/biomet/6.1.1, section IX.

>>> round(1.58 / 0.389, 2)
4.06
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from reread.numbers.interval import Interval
from reread.numbers.show import span
from reread.statistics.bounds import corners
from reread.study.comparison import comparisons
from reread.study.finding import Finding, about, meets
from reread.study.values import Study, Value

DECIDED = {"paired t": ("t",), "independent t": ("t",), "Welch t": ("t",), "regression": ("t", "z", "wald")}
ANY = Interval(Fraction(0), None)


def check(study: Study) -> Iterator[Finding]:
    """One finding for each estimate with its standard error and t or z."""
    for test in comparisons(study):
        estimate, se = test.get("difference"), test.get("se")
        t = test.get("t") or test.get("z") or test.get("wald")
        if estimate is None or se is None or t is None:
            continue
        unit = estimate.reported.unit
        exact = _quotient(estimate.interval, se)
        by_hand = _quotient(estimate.interval + Interval(-unit, unit), se)
        if exact is None or by_hand is None:
            continue
        name, size = t.role.rpartition(".")[2], t.interval.absolute()
        squared = name == "wald" and not size.meets(exact)
        if squared:
            exact, by_hand = (each.image(lambda v: v * v) if each.bounded else ANY for each in (exact, by_hand))
        decided = name in DECIDED.get(test.test, ()) and not size.meets(by_hand)
        params = {
            "name": _symbol(name), "t": t.shown, "estimate": estimate.shown, "se": se.shown,
            "allowed": _shown(exact),
        }  # fmt: skip
        yield Finding("statistic_se", about(estimate, se, t), params=params, **meets(size.meets(exact), decided))


def _symbol(name: str) -> str:
    return "Wald" if name == "wald" else name


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
