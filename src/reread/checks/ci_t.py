"""Does the printed confidence interval follow from the printed mean change and t?

The standard error is mean change / t; the interval is mean change ± critical value × standard error. A small study's
interval uses t; if only 1.96 fits, that is said.

Source: Student 1908, doi:10.1093/biomet/6.1.1; Altman & Bland 2011, doi:10.1136/bmj.d2090 (SE from an interval).
"""

from collections.abc import Iterator

from reread.numbers.interval import Interval
from reread.numbers.show import span
from reread.statistics.bounds import corners
from reread.study.comparison import T_TESTS, comparisons
from reread.study.finding import Finding, Param, about, meets
from reread.study.intervals import PrintedInterval, interval_of, of_difference
from reread.study.values import Study


def check(study: Study) -> Iterator[Finding]:
    """One finding for each interval printed with a t and a mean difference."""
    for each in comparisons(study):
        printed, t, freedom, mean = interval_of(each), each.get("t"), each.freedom(), each.apart()
        if printed is None or t is None or mean is None or mean.high is None or freedom is None:
            continue
        size = t.interval.absolute()
        if not size.low or not of_difference(each):
            continue
        sizes = printed.criticals(study.reading.critical, freedom.rounded)
        agrees = any(_fits(printed, mean, size, critical) for critical in sizes)
        below, above = _ends(mean, size, sizes[0])
        params: dict[str, Param] = {
            "printed": printed.shown, "t": t.shown, "size": t.reported.size, "mean": span(*mean.floats(), 3),
            "critical": span(*sizes[0].floats(), 3),
            "low": span(*below.floats()), "high": span(*above.floats()),
            "implied": _implied(mean, size, printed.half), "half": span(*printed.half.floats(), 3),
        }  # fmt: skip
        both = each.get("df") is not None and each.get("difference") is not None
        known = (each.complete and freedom.certain) or both
        named = each.test in T_TESTS or each.of_occasions
        verdict = meets(agrees, known and named and not each.about.adjusted)
        roles = about(printed.low, printed.high, t, each.get("df"), printed.level, *each.behind_apart())
        yield Finding("ci_t", roles, params=params, **verdict)


def _fits(printed: PrintedInterval, mean: Interval, t: Interval, size: Interval) -> bool:
    below, above = _ends(mean, t, size)
    width = corners(lambda m, v, k: k * m / v, mean, t, size).meets(printed.half)
    return width and any(below.meets(low) and above.meets(high) for low, high in printed.orientations())


def _ends(mean: Interval, t: Interval, size: Interval) -> tuple[Interval, Interval]:
    """The ends of the interval; m (1 ∓ size / t) is monotone in each of the three, so corners suffice."""
    low = corners(lambda m, v, k: m - k * m / v, mean, t, size)
    return low, corners(lambda m, v, k: m + k * m / v, mean, t, size)


def _implied(mean: Interval, t: Interval, half: Interval) -> str:
    """The critical value that the printed numbers would need."""
    if not half.low or not mean.low or mean.low < 0:
        return "–"
    return span(*corners(lambda h, v, m: h * v / m, half, t, mean).floats())
