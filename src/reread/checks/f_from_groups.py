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

from reread.numbers.show import number, span
from reread.statistics.variances import f_ranges
from reread.study.finding import Finding, about, meets
from reread.study.groups import TWO_MEANS, all_listed, all_measured, reported_tests, shows_df, summaries
from reread.study.values import Study

ONE_WAY = ("one-way ANOVA", *TWO_MEANS)


def check(study: Study) -> Iterator[Finding]:
    """One finding for each F of groups with means and SDs."""
    for stem, test in reported_tests(study):
        printed, groups = study.get(f"{stem}.F"), summaries(study, stem)
        known = test.test in (*ONE_WAY, "not stated") or (test.test == "ANOVA" and len(groups or []) == 2)
        if printed is None or groups is None or not known:
            continue
        df2 = sum(group.n for group in groups) - len(groups)
        pooled = shows_df(study, f"{stem}.df2", df2)
        df_other = study.get(f"{stem}.df2") is not None and not pooled
        ranges = dict(f_ranges(groups, welch=not pooled))
        agrees = printed.interval.meets_any(ranges.values())
        shown = {name: "any" if not r.bounded else span(*r.floats()) for name, r in ranges.items()}
        params = {
            "F": printed.shown, "df1": str(len(groups) - 1), "df2": str(df2), "allowed": shown["F"],
            "each": "; ".join(f"{name}: {allowed}" for name, allowed in shown.items()),
            "n": " + ".join(number(group.n, 0) for group in groups),
        }  # fmt: skip
        listed = test.test in TWO_MEANS or all_listed(study, stem, [group.n for group in groups], "df1")
        decided = test.test in ONE_WAY and listed and not df_other and (pooled or all_measured(study, stem))
        values = [value for group in groups for value in group.values]
        yield Finding("f_from_groups", about(printed, *values), params=params, **meets(agrees, decided))
