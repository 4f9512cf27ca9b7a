"""Does the printed chi-squared follow from the groups' counts?

Pearson's, the likelihood ratio, (N − 1) / N of Pearson's and, for two groups by two categories, Yates's are all
admitted. A larger table may have been merged or tested for a trend, unless its degrees of freedom are printed.

Source: Pearson 1900; Yates 1934, doi:10.2307/2983604. Example: Medical Research Council 1948,
doi:10.1136/bmj.2.4582.769: 4 of 55 patients with streptomycin died, 14 of 52 without: 7.38, corrected 6.04.

>>> from reread.statistics.tables import chi_squared
>>> round(chi_squared(((4, 51), (14, 38)))["Pearson"], 2)
7.38
"""

from collections.abc import Iterator

from reread.numbers.show import number
from reread.statistics.tables import chi_squared, freedom
from reread.study.comparison import comparisons
from reread.study.counted import counts_of, two_by_two
from reread.study.finding import Finding, Listed, Param, about, meets
from reread.study.values import Study


def check(study: Study) -> Iterator[Finding]:
    """One finding for each chi-squared of a table of groups by categories."""
    for test in comparisons(study):
        printed, counts = test.get("chi2"), counts_of(test)
        if printed is None or counts is None or test.paired or test.test not in ("chi-squared", "not stated"):
            continue
        admitted = chi_squared(counts.table)
        agrees = any(printed.interval.contains_float(value) for value in admitted.values())
        df = test.get("df")
        as_printed = test.shows("df", freedom(counts.table))
        plain = as_printed or (df is None and two_by_two(counts.table))
        params: dict[str, Param] = {
            "chi2": printed.shown, "counts": counts.shown, "Pearson": number(admitted["Pearson"]),
            "each": Listed(tuple((name, number(value)) for name, value in admitted.items())),
            "df": str(freedom(counts.table)),
        }  # fmt: skip
        decided = counts.whole and plain and test.test == "chi-squared"
        yield Finding("chi2_from_counts", about(printed, df, *counts.values), params=params, **meets(agrees, decided))
