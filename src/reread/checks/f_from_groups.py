"""Does the printed F follow from the means, SDs and sizes of the groups?

F = variance between / variance within, of one-way analysis of variance; of two groups F = t². SDs with n − 1 or n are
admitted, and Welch's F unless the printed degrees of freedom are those of the pooled one.

Source: Fisher 1925, Statistical Methods for Research Workers, chapter VII; Welch 1951, doi:10.1093/biomet/38.3-4.330.
Example: dried weight of plants under three treatments (Dobson 1983; R's PlantGrowth), n = 10 each, 5.032 ± 0.583,
4.661 ± 0.794, 5.526 ± 0.443: F(2, 27) = 4.85.

>>> from reread.statistics.two_means import Summary
>>> from reread.numbers.reported import Reported
>>> prints = [("5.032", "0.583"), ("4.661", "0.794"), ("5.526", "0.443")]
>>> groups = [Summary(10, Reported.read(m).interval, Reported.read(s).interval) for m, s in prints]
>>> [round(end, 2) for end in dict(f_ranges(groups, False))["F"].floats()]
[4.82, 4.86]
"""

from collections.abc import Iterator

from reread.numbers.show import number
from reread.statistics.variances import f_ranges
from reread.study.comparison import TWO_GROUPS, comparisons
from reread.study.finding import Finding, Listed, Param, about, meets, range_or_any
from reread.study.values import Study

ONE_WAY = ("one-way ANOVA", *TWO_GROUPS)


def check(study: Study) -> Iterator[Finding]:
    """One finding for each F of groups with means and SDs."""
    for test in comparisons(study):
        printed, groups = test.get("F"), test.summaries()
        known = test.test in (*ONE_WAY, "not stated") or (test.test == "ANOVA" and len(groups or []) == 2)
        if printed is None or groups is None or not known:
            continue
        df2 = sum(group.n for group in groups) - len(groups)
        pooled = test.shows("df2", df2)
        df_other = test.get("df2") is not None and not pooled
        ranges = dict(f_ranges(groups, welch=not pooled))
        agrees = printed.interval.meets_any(ranges.values())
        shown = {name: range_or_any(r) for name, r in ranges.items()}
        params: dict[str, Param] = {
            "F": printed.shown, "df1": str(len(groups) - 1), "df2": str(df2), "allowed": shown["F"],
            "each": Listed(tuple(shown.items())),
            "n": " + ".join(number(group.n, 0) for group in groups),
        }  # fmt: skip
        listed = test.test in TWO_GROUPS or test.all_listed("df1")
        decided = test.test in ONE_WAY and listed and not df_other and (pooled or test.complete)
        values = [value for group in groups for value in group.values]
        yield Finding("f_from_groups", about(printed, *values), params=params, **meets(agrees, decided))
