"""Does the printed p follow from the means, SDs and sizes of two groups?

t and its degrees of freedom follow from the groups, pooled or not, SDs with n − 1 or n; p falls with both. A printed t
may have been looked up as printed.

Source: Student 1908, doi:10.1093/biomet/6.1.1; Welch 1947, doi:10.1093/biomet/34.1-2.28. Example: Student's ten
sleepers of each drug as two groups, t(18) = 1.86, p = .079.

>>> from reread.statistics.formulas import p_from_t
>>> round(p_from_t(1.8608, 18), 3)
0.079
"""

from collections.abc import Iterator

from reread.numbers.interval import Interval
from reread.numbers.show import number, span
from reread.statistics.bounds import p_of_t
from reread.statistics.conventions import p_interval
from reread.statistics.two_means import apart, methods
from reread.study.comparison import TWO_GROUPS, Comparison, comparisons
from reread.study.finding import Finding, Param, Several, Term, about, meets
from reread.study.samples import PrintedSummary
from reread.study.values import Study


def check(study: Study) -> Iterator[Finding]:
    """One finding for each p of two groups with means and SDs that is not adjusted for several tests."""
    for test in comparisons(study):
        p, groups = test.get("p"), test.summaries()
        if p is None or groups is None or len(groups) != 2 or test.about.adjusted or test.test not in TWO_GROUPS:
            continue
        one, tails = test.about.sides == "one", test.tails
        possible = _possible(test, groups)
        either = [*possible, *(Interval.point(1) - each for each in possible)] if one else possible
        agrees = p_interval(p.reported, p.interval).meets_any(either)
        low, high = possible[0].floats()
        params: dict[str, Param] = {
            "p": p.shown, "least": number(low, 4), "most": number(high, 4), "allowed": span(low, high, 4),
            "n": Several(tuple(number(group.n, 0) for group in groups), "and"),
            "sided": Term("tails", "one-sided" if tails == 1 else "two-sided"),
        }  # fmt: skip
        counted = test.complete or test.shows("df", groups[0].n + groups[1].n - 2)
        values = [value for group in groups for value in group.values]
        yield Finding("p_from_groups", about(p, *values), params=params, **meets(agrees, counted))


def _possible(test: Comparison, groups: list[PrintedSummary]) -> list[Interval]:
    """The p of every admitted comparison; that of a printed t too, which may be what was looked up."""
    first, second = groups
    found = [(each.t(apart(first, second)), each.df) for each in methods(first, second, test.test)]
    t = test.get("t")
    if t is not None and any(t.interval.absolute().meets(size) for size, _ in found):
        found += [(t.interval.absolute(), df) for _, df in found]
    return [p_of_t(size, df, test.tails) for size, df in found]
