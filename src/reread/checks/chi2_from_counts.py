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
from reread.study.counted import counts_of, two_by_two
from reread.study.finding import Finding, about, meets
from reread.study.groups import reported_tests, shows_df
from reread.study.values import Study


def check(study: Study) -> Iterator[Finding]:
    """One finding for each chi-squared of a table of groups by categories."""
    for stem, test in reported_tests(study):
        printed, counts = study.get(f"{stem}.chi2"), counts_of(study, stem)
        if printed is None or counts is None or test.test not in ("chi-squared", "not stated"):
            continue
        admitted = chi_squared(counts.table)
        agrees = any(printed.interval.contains_float(value) for value in admitted.values())
        df = study.get(f"{stem}.df")
        as_printed = shows_df(study, f"{stem}.df", freedom(counts.table))
        plain = as_printed or (df is None and two_by_two(counts.table))
        params = {
            "chi2": printed.shown, "counts": counts.shown, "Pearson": number(admitted["Pearson"]),
            "each": "; ".join(f"{name}: {number(value)}" for name, value in admitted.items()),
            "df": str(freedom(counts.table)),
        }  # fmt: skip
        decided = counts.whole and plain and test.test == "chi-squared"
        yield Finding("chi2_from_counts", about(printed, df, *counts.values), params=params, **meets(agrees, decided))
