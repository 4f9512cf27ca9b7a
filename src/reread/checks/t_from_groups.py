"""Does the printed t follow from the means, SDs and sizes of two groups?

t = (m₂ − m₁) / standard error, pooled (Student) or not (Welch); both are admitted where the paper says "independent t",
and so are SDs with n − 1 or n. Where a standard error is printed in place of an SD, SD = SE × √n. The sign is free.

Source: Student 1908, doi:10.1093/biomet/6.1.1 (p. 20: hours of sleep gained, 0.75 and 2.33 with two drugs, ten men
each); Welch 1947, doi:10.1093/biomet/34.1-2.28. As two groups: t(18) = 1.86.

>>> from reread.statistics.two_means import se_student
>>> round((2.33 - 0.75) / se_student(1.79, 2.00, 10, 10), 2)
1.86
"""

from collections.abc import Iterator

from reread.numbers.show import number, span
from reread.statistics.two_means import apart, methods
from reread.study.comparison import TWO_GROUPS, comparisons
from reread.study.finding import Finding, Listed, Param, Several, about, meets, range_or_any
from reread.study.values import Study


def check(study: Study) -> Iterator[Finding]:
    """One finding for each printed t of two groups with means and SDs."""
    for test in comparisons(study):
        t, groups = test.get("t"), test.summaries()
        if t is None or groups is None or len(groups) != 2 or test.test not in (*TWO_GROUPS, "not stated"):
            continue
        first, second = groups
        size = apart(first, second)
        ranges = {each.name: each.t(size) for each in methods(first, second, test.test)}
        agrees = t.interval.absolute().meets_any(ranges.values())
        shown = {name: range_or_any(r) for name, r in ranges.items()}
        params: dict[str, Param] = {
            "t": t.shown, "allowed": next(iter(shown.values())), "difference": span(*size.floats(), 3),
            "each": Listed(tuple(shown.items())),
            "n": Several(tuple(number(group.n, 0) for group in groups), "and"),
        }  # fmt: skip
        counted = test.complete or test.shows("df", first.n + second.n - 2)
        values = [value for group in groups for value in group.values]
        yield Finding(
            "t_from_groups", about(t, *values), params=params, **meets(agrees, counted and test.test in TWO_GROUPS)
        )
