"""Does the confidence interval of a difference follow from the means, SDs and sizes of two groups?

The interval is the difference ± critical value × standard error, pooled or not; 90, 95 or 99 % where no level is
printed; t, or the normal quantile where the sample is large. The direction is free.

Source: Altman & Bland 2011, doi:10.1136/bmj.d2090 (interval and standard error). Example: Student's ten sleepers of
each drug, 1908, as two groups: 1.58, from −0.20 to 3.36.

>>> from reread.statistics.formulas import critical_t
>>> from reread.statistics.two_means import se_student
>>> half = critical_t(0.95, 18) * se_student(1.79, 2.00, 10, 10)
>>> round(1.58 - half, 1), round(1.58 + half, 2)
(-0.2, 3.36)
"""

from collections.abc import Iterator

from reread.numbers.show import number, span
from reread.statistics.two_means import Method, methods
from reread.study.comparison import TWO_GROUPS, comparisons
from reread.study.finding import Finding, Param, Several, about, meets
from reread.study.intervals import PrintedInterval, interval_of, of_difference
from reread.study.values import Study


def check(study: Study) -> Iterator[Finding]:
    """One finding for each interval of a difference of two groups."""
    for test in comparisons(study):
        printed, groups = interval_of(test), test.summaries()
        estimate = test.get("difference")
        of_another = not of_difference(test)
        if printed is None or groups is None or len(groups) != 2 or of_another or test.test not in TWO_GROUPS:
            continue
        first, second = groups
        centre, reading = second.mean - first.mean, study.reading.critical
        admitted = list(methods(first, second, test.test))
        agrees = any(
            printed.fits(centre, each.se, critical)
            for each in admitted
            for critical in printed.criticals(reading, each.df)
        )
        params: dict[str, Param] = {
            "printed": printed.shown, "difference": span(*centre.floats(), 3),
            "half": number(_half(printed, admitted[0], reading)), "se": span(*admitted[0].se.floats(), 3),
            "n": Several(tuple(number(group.n, 0) for group in groups), "and"),
        }  # fmt: skip
        counted = test.complete or test.shows("df", first.n + second.n - 2)
        values = [value for group in groups for value in group.values]
        roles = about(printed.low, printed.high, printed.level, *values)
        yield Finding("ci_from_groups", roles, params=params, **meets(agrees, counted and estimate is not None))


def _half(printed: PrintedInterval, method: Method, reading: str) -> float:
    """Half the width of the interval in the middle of what is admitted, for the reader."""
    critical = printed.criticals(reading, method.df)[0]
    return sum(critical.floats()) / 2 * sum(method.se.floats()) / 2
