"""Which standardised differences of two groups follow from the printed t, means and SDs, under the usual definitions?

Student's t gives t √(1/n₁ + 1/n₂) with the pooled SD; papers also print 2t / √df. Means and SDs give the difference
over the pooled SD, over the average of both variances, and over either SD (Glass's Δ). SDs may be taken with n − 1 or
n, and every d may carry a small-sample factor.

Source: Cohen 1988, p. 66; Glass 1976, doi:10.3102/0013189X005010003; Hedges 1981, doi:10.3102/10769986006002107.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from math import sqrt
from operator import mul

from reread.numbers.interval import Interval
from reread.statistics.bounds import corners
from reread.statistics.effect_sizes import d_from_independent_t, d_from_t_and_df
from reread.statistics.formulas import hedges_factor, hedges_factor_exact
from reread.study.printed_test import PrintedTest

Definition = tuple[str, Interval]


def means_and_sds(test: PrintedTest) -> tuple[Interval, list[Interval]] | None:
    """The absolute difference of two printed means, and both SDs above 0."""
    groups = list(test.about.groups)
    if len(groups) != 2:
        return None
    means = [test.get(f"groups.{group}.mean") for group in groups]
    sds = [test.get(f"groups.{group}.sd") for group in groups]
    if means[0] is None or means[1] is None or sds[0] is None or sds[1] is None:
        return None
    found = [sd.interval for sd in sds if sd and sd.interval.bounded and sd.interval.low and sd.interval.low > 0]
    difference = (means[1].interval - means[0].interval).absolute()
    return (difference, found) if len(found) == 2 and difference.bounded else None


def definitions(test: PrintedTest, t: Interval, n1: int, n2: int) -> Iterator[Definition]:
    """Every definition by name, without a small-sample factor."""
    size, df = t.absolute(), n1 + n2 - 2
    if size.bounded:
        if test.about.test != "Welch t":
            yield "t √(1/n₁ + 1/n₂)", corners(lambda v: d_from_independent_t(v, n1, n2), size)
        yield "2t / √df", corners(lambda v: d_from_t_and_df(v, df), size)
    freedom = test.freedom()
    if size.bounded and freedom is not None:
        yield "2t / √df", corners(d_from_t_and_df, size, freedom.rounded)
    printed = means_and_sds(test)
    if printed is not None:
        yield from _from_sds(*printed, n1, n2)


def _from_sds(difference: Interval, sds: list[Interval], n1: int, n2: int) -> Iterator[Definition]:
    """As printed, and with either SD taken with n in place of n − 1, or the other way round."""
    wider = [sqrt(n / (n - 1)) if n > 1 else 1.0 for n in (n1, n2)]
    for power in (0, 1, -1):
        first, second = (sd.image(partial(mul, w**power)) for sd, w in zip(sds, wider, strict=True))
        yield from _from_both(difference, first, second, n1, n2)


def _from_both(difference: Interval, first: Interval, second: Interval, n1: int, n2: int) -> Iterator[Definition]:
    def pooled(m: float, a: float, b: float) -> float:
        return m / sqrt(((n1 - 1) * a * a + (n2 - 1) * b * b) / (n1 + n2 - 2))

    yield "pooled SD", corners(pooled, difference, first, second)
    yield "average SD", corners(lambda m, a, b: m / sqrt((a * a + b * b) / 2), difference, first, second)
    yield "mean of the SDs", corners(lambda m, a, b: m / ((a + b) / 2), difference, first, second)
    yield "Δ, first SD", corners(lambda m, a: m / a, difference, first)
    yield "Δ, second SD", corners(lambda m, b: m / b, difference, second)


def values(test: PrintedTest, t: Interval, n1: int, n2: int) -> Iterator[Interval]:
    """Every definition, SDs printed or taken with n − 1 or n, with and without the small-sample factor."""
    for _, interval in definitions(test, t, n1, n2):
        for stretch in _stretches(n1, n2):
            for factor in (1.0, *_factors(n1, n2)):
                yield interval.image(partial(mul, stretch * factor))


def _stretches(n1: int, n2: int) -> list[float]:
    both = sqrt((n1 + n2) / (n1 + n2 - 2))
    each = [sqrt(n / (n - 1)) for n in (n1, n2) if n > 1]
    return [1.0, *(x for f in (both, *each) for x in (f, 1 / f))]


def _factors(n1: int, n2: int) -> list[float]:
    dfs = [df for df in (n1 + n2 - 2, n1 - 1, n2 - 1) if df > 1]
    return [factor(df) for df in dfs for factor in (hedges_factor, hedges_factor_exact)]
