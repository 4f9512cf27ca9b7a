"""Does the printed d or g follow from the means, SDs and sizes of two groups?

d is the difference over an SD: pooled, averaged, of one group (Glass), of everybody, or made from t. Each is admitted
with and without the small-sample factor, because papers call either of them d or g. The sign is free.

Source: Hedges 1981, doi:10.3102/10769986006002107; Lakens 2013, doi:10.3389/fpsyg.2013.00863. Example: Student's ten
sleepers of each drug, 1908, as two groups: d = 0.83.

>>> from reread.statistics.two_means import sd_pooled
>>> round((2.33 - 0.75) / sd_pooled(1.79, 2.00, 10, 10), 2)
0.83
"""

from collections.abc import Iterator

from reread.numbers.show import number
from reread.statistics.effects import d_of_groups, definitions_of_groups
from reread.study.comparison import TWO_GROUPS, Comparison, comparisons
from reread.study.finding import Finding, Listed, Param, Several, about, meets, range_or_any
from reread.study.moments import moments_of_groups
from reread.study.samples import PrintedSummary
from reread.study.values import Study, Value


def check(study: Study) -> Iterator[Finding]:
    """One finding for each printed d or g of two groups with means and SDs."""
    for test in comparisons(study):
        groups = test.summaries()
        if groups is None or len(groups) != 2 or test.paired or test.test not in (*TWO_GROUPS, "not stated"):
            continue
        for value in (test.get("d"), test.get("g")):
            if value is not None:
                yield _finding(test, groups, value)


def _finding(test: Comparison, groups: list[PrintedSummary], value: Value) -> Finding:
    printed = moments_of_groups(test, groups)
    agrees = any(d_of_groups(printed, value.interval.absolute()))
    admitted = list(definitions_of_groups(printed))
    counted = test.complete or test.shows("df", groups[0].n + groups[1].n - 2)
    params: dict[str, Param] = {
        "d": value.shown, "pooled": range_or_any(admitted[0][1]),
        "each": Listed(tuple((name, range_or_any(d)) for name, d in admitted)),
        "n": Several(tuple(number(group.n, 0) for group in groups), "and"),
    }  # fmt: skip
    values = [v for group in groups for v in group.values]
    return Finding(
        "d_from_groups", about(value, *values), params=params, **meets(agrees, counted and test.test in TWO_GROUPS)
    )
