"""Does the printed z of two proportions follow from the groups' counts?

z = (p₁ − p₂) / standard error, pooled or not, with and without the correction for continuity, or of arcsines. The root
of a 2 × 2 chi-squared is the pooled z. The sign is free.

Source: Agresti 2013, Categorical Data Analysis, 3rd edition (page not looked up). Example: Medical Research Council
1948, doi:10.1136/bmj.2.4582.769: 4 of 55 patients with streptomycin died, 14 of 52 without: z = 2.72.

>>> from reread.statistics.tables import z_of_proportions
>>> round(z_of_proportions(4, 55, 14, 52)["pooled"], 2)
2.72
"""

from collections.abc import Iterator
from math import sqrt

from reread.numbers.show import number
from reread.statistics.tables import chi_squared, z_of_proportions
from reread.study.comparison import comparisons
from reread.study.counted import counts_of, two_by_two
from reread.study.finding import Finding, Listed, Param, about, meets
from reread.study.values import Study


def check(study: Study) -> Iterator[Finding]:
    """One finding for each z of two groups by two categories."""
    for test in comparisons(study):
        printed, counts = test.get("z"), counts_of(test)
        known = test.test in ("z", "chi-squared", "not stated")
        if printed is None or counts is None or test.paired or not known or not two_by_two(counts.table):
            continue
        (a, b), (c, d) = counts.table
        roots = {f"root of {name}": sqrt(value) for name, value in chi_squared(counts.table).items()}
        admitted = z_of_proportions(a, a + b, c, c + d) | roots
        agrees = any(printed.interval.absolute().contains_float(value) for value in admitted.values())
        params: dict[str, Param] = {
            "z": printed.shown, "counts": counts.shown, "pooled": number(admitted["pooled"]),
            "first": f"{a}/{a + b}", "second": f"{c}/{c + d}",
            "each": Listed(tuple((name, number(value)) for name, value in admitted.items())),
        }  # fmt: skip
        decided = counts.whole and test.test == "z"
        yield Finding("proportions", about(printed, *counts.values), params=params, **meets(agrees, decided))
