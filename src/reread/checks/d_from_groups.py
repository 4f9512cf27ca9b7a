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
from functools import partial
from math import sqrt
from operator import mul

from reread.numbers.interval import Interval
from reread.numbers.show import number, span
from reread.statistics.bounds import corners
from reread.statistics.two_means import apart, factors, standardised
from reread.study.finding import Finding, about, meets
from reread.study.groups import TWO_MEANS, PrintedSummary, all_measured, estimate, reported_tests, shows_df, summaries
from reread.study.reported_test import ReportedTest
from reread.study.values import Study, Value


def check(study: Study) -> Iterator[Finding]:
    """One finding for each printed d or g of two groups with means and SDs."""
    for stem, test in reported_tests(study):
        groups = summaries(study, stem)
        if groups is None or len(groups) != 2 or test.test not in (*TWO_MEANS, "not stated"):
            continue
        for value in (study.get(f"{stem}.d"), study.get(f"{stem}.g")):
            if value is not None:
                yield _finding(study, stem, test, groups, value)


def _finding(study: Study, stem: str, test: ReportedTest, groups: list[PrintedSummary], value: Value) -> Finding:
    first, second = groups
    admitted = list(_definitions(study, stem, first, second))
    # A correction only shrinks: each definition reaches from its corrected to its plain value.
    shrunk = [
        corners(lambda d, factor: d * factor, d, Interval.around(factor, factor)) if d.bounded else d
        for _, d in admitted
        for factor in factors(first.n, second.n)
    ]
    agrees = value.interval.absolute().meets_any(shrunk)
    pooled = admitted[0][1]
    counted = all_measured(study, stem) or shows_df(study, f"{stem}.df", first.n + second.n - 2)
    params = {
        "d": value.shown, "pooled": span(*pooled.floats()) if pooled.bounded else "any",
        "each": "; ".join(f"{name}: {span(*d.floats()) if d.bounded else 'any'}" for name, d in admitted),
        "n": " and ".join(number(group.n, 0) for group in groups),
    }  # fmt: skip
    values = [v for group in groups for v in group.values]
    return Finding(
        "d_from_groups", about(value, *values), params=params, **meets(agrees, counted and test.test in TWO_MEANS)
    )


def _definitions(
    study: Study, stem: str, first: PrintedSummary, second: PrintedSummary
) -> Iterator[tuple[str, Interval]]:
    """Every definition from means and SDs; then those that a printed t gives by hand, and a printed difference."""
    yield from standardised(first, second, apart(first, second))
    by_hand = estimate(study, stem)
    if by_hand is not None and by_hand.bounded:
        yield from ((f"{name}, printed difference", d) for name, d in standardised(first, second, by_hand))
    t, n1, n2 = study.get(f"{stem}.t"), first.n, second.n
    if t is not None and t.interval.bounded:
        units = {
            "t √(1/n₁ + 1/n₂)": sqrt(1 / n1 + 1 / n2),
            "2t / √df": 2 / sqrt(n1 + n2 - 2),
            "2t / √N": 2 / sqrt(n1 + n2),
        }
        for name, unit in units.items():
            yield name, t.any_print.image(partial(mul, unit))
