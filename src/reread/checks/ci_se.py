"""Is the confidence interval of a test as wide as its standard error says?

Half the width is a critical value times the standard error: that of t with the test's degrees of freedom, a normal one
where the sample is large. For ratios the standard error is that of the logarithm. Where the interval may rest on
another method, or the degrees of freedom are not known, nothing is decided.

Example: a difference of 17.0 percentage points with standard error 7.94: 17.0 ± 1.96 × 7.94, 1.4 to 32.6.

Source: Altman & Bland 2011, doi:10.1136/bmj.d2090.
"""

from __future__ import annotations

from collections.abc import Iterator

from reread.numbers.interval import Interval
from reread.numbers.show import span
from reread.statistics.bounds import corners
from reread.study.comparison import T_TESTS, comparisons
from reread.study.finding import Finding, Param, about, meets
from reread.study.intervals import Target, criticals, interval_of, on_scale, targets, width
from reread.study.values import Study, Value


def check(study: Study) -> Iterator[Finding]:
    """One finding for each interval with a standard error."""
    for test in comparisons(study):
        printed, se, found = interval_of(test), test.get("se"), targets(test)
        if printed is None or se is None or not found or not se.interval.bounded or test.test == "Fisher":
            continue
        sizes, freedom = list(criticals(test, printed)), test.freedom()
        if not sizes:
            continue
        halves = [width(on_scale(target, printed)) for target in found]
        allowed = [[_times(size, error) for size in sizes for error in _errors(target, se)] for target in found]
        agrees = any(half.meets_any(each) for half, each in zip(halves, allowed, strict=True))
        if freedom is None and not agrees:
            continue  # t with unknown degrees of freedom
        first = found[0].part == "difference" and len(found) == 1
        decided = first and test.test in T_TESTS and freedom is not None and freedom.certain
        params: dict[str, Param] = {
            "printed": printed.shown, "se": se.shown, "half": span(*halves[0].floats(), 3),
            "allowed": span(*allowed[0][0].floats(), 3), "critical": span(*sizes[0].floats(), 3),
        }  # fmt: skip
        verdict = meets(agrees, decided and not test.about.adjusted)
        yield Finding("ci_se", about(se, printed.low, printed.high), params=params, **verdict)


def _errors(target: Target, se: Value) -> Iterator[Interval]:
    """The standard error on the scale of the interval; of a ratio as printed, or divided by the ratio."""
    yield se.interval
    size = target.value.interval
    if target.ratio and size.bounded and size.low and size.low > 0:
        yield corners(lambda e, ratio: e / ratio, se.interval, size)


def _times(size: Interval, error: Interval) -> Interval:
    return corners(lambda k, e: k * e, size, error.within(0, None) or Interval.point(0))
