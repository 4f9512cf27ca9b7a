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
from reread.statistics.two_means import Comparison, comparisons
from reread.study.finding import Finding, about, meets
from reread.study.groups import TWO_MEANS, all_measured, reported_tests, shows_df, summaries
from reread.study.printed_ci import PrintedCI
from reread.study.values import Study

OTHER_ESTIMATES = ("d", "g", "r", "OR", "RR", "HR")


def check(study: Study) -> Iterator[Finding]:
    """One finding for each interval of a difference of two groups."""
    for stem, test in reported_tests(study):
        printed, groups = PrintedCI.of(study, f"{stem}.ci"), summaries(study, stem)
        estimate = study.get(f"{stem}.estimate")
        of_another = estimate is None and any(study.get(f"{stem}.{name}") for name in OTHER_ESTIMATES)
        if printed is None or groups is None or len(groups) != 2 or of_another or test.test not in TWO_MEANS:
            continue
        first, second = groups
        centre, reading = second.mean - first.mean, study.reading.critical
        admitted = list(comparisons(first, second, test.test))
        agrees = any(
            printed.fits(side, each.se, critical)
            for each in admitted
            for critical in printed.criticals(each.df, reading)
            for side in (centre, -centre)
        )
        params = {
            "printed": printed.shown, "difference": span(*centre.floats(), 3),
            "half": number(_half(printed, admitted[0], reading)), "se": span(*admitted[0].se.floats(), 3),
            "n": " and ".join(number(group.n, 0) for group in groups),
        }  # fmt: skip
        counted = all_measured(study, stem) or shows_df(study, f"{stem}.df", first.n + second.n - 2)
        values = [value for group in groups for value in group.values]
        roles = about(printed.low, printed.high, printed.level, *values)
        yield Finding("ci_from_groups", roles, params=params, **meets(agrees, counted and estimate is not None))


def _half(printed: PrintedCI, comparison: Comparison, reading: str) -> float:
    """Half the width of the interval in the middle of what is admitted, for the reader."""
    critical = next(printed.criticals(comparison.df, reading))
    return sum(critical.floats()) / 2 * sum(comparison.se.floats()) / 2
