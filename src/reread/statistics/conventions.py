"""Which unstated choices does the program admit before it says that printed numbers cannot agree?

The first list is admitted silently: a check holds if *any* of these makes the intervals meet. The second list makes
nothing hold; it is the list of `departures/`, shown beside a finding as benign readings.

Admitted silently: half-up and half-even rounding with closed ends; statistics computed from unrounded inputs, d also by
hand from the printed ones; sign or absolute value of a change, t, d and a confidence interval; SD with n − 1 or n;
yes and no as 0 and 1, 1 and 2, −1 and 1, or in percent; missing answers unless completeness is stated or shown by
counts; percentages of n, of those who answered, or made to add up to 100; p rounded or cut off, so that 0.000 is
[0, 0.001]; a p declared as one-sided in either direction, one declared as adjusted at any larger value up to 1; every
definition of d, η² and r, with and without the small-sample factor, where none is stated; t for a confidence interval
of a small study, z only where the sample is large; a level of 90, 95 or 99 % where none is printed; Student's or
Welch's test, Pearson's, Yates' or the likelihood-ratio χ², Fisher's exact test, exact or asymptotic tests of ranks with
and without corrections, where none is named; whole degrees of freedom for Welch's; quartiles by any
usual definition (`datasets.quartiles`).

Benign readings only (the finding stays): 1.96 for t, an undeclared one-sided or adjusted p, another n where nobody is
missing, standard errors for SDs, rounding twice, cut digits, statistics computed from rounded numbers, exchanged rows,
or columns, groups or categories, other codes or categories taken together, variances or half widths of intervals for
SDs, SDs for standard errors or for the ends of an interval, another level, percentages of another base, another size of
effect than the named one, a statistic in the place of its p, a paired test for one of groups and the reverse, Student's
for Welch's.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from math import sqrt

from reread.numbers.interval import Interval
from reread.numbers.reported import Reported
from reread.statistics.formulas import d_av, d_pooled, d_rm, hedges_factor, hedges_factor_exact

DDOF = (1, 0)
# The two numbers behind yes and no: plain, of a questionnaire, of a contrast, of a percentage.
BINARY_CODES = ((0, 1), (1, 2), (-1, 1), (0, 100))
# Above this many degrees of freedom a normal quantile differs from t by less than 1 %, and papers use either.
LARGE_SAMPLE_DF = 200
# Of a confidence interval whose level is not printed; the first is shown.
USUAL_LEVELS = (0.95, 0.9, 0.99)

# What a stated definition of d admits of all that are usual: the names below, and in `d_of_change`, that begin so.
STATED_D = {
    "d_z": ("d_z", "t / √df"), "d_rm": ("d_rm",), "d_av": ("d_av",), "d_s": ("d_s",),
    "Glass before": ("Δ, SD before",), "Glass after": ("Δ, SD after",),
}  # fmt: skip


def admits_d(stated: str, name: str) -> bool:
    """Is this definition the stated one? Every one is where none is stated; n for n − 1 and small samples apart.

    >>> admits_d("d_av", "d_av, SD with n, corrected"), admits_d("d_av", "d_z"), admits_d("not stated", "d_z")
    (True, False, True)
    """
    return name.startswith(STATED_D.get(stated, ("",)))


def p_interval(printed: Reported, rounded: Interval) -> Interval:
    """What a printed p can stand for: rounded (or as a departure reads it) or cut off to its decimals; 0 to 1."""
    cut = printed.truncated
    ends = [end for end in (rounded.high, cut.high) if end is not None]
    low = min(end for end in (rounded.low, cut.low) if end is not None) if rounded.low is not None else None
    return Interval(low, max(ends) if ends else None).within(0, 1) or rounded


def criticals(reading: str, df: float) -> tuple[str, ...]:
    """Which quantiles an interval may use: t (or, as a departure, z); both where the sample is large."""
    return ("t", "z") if df > LARGE_SAMPLE_DF else (reading,)


def d_values(n: int, mean: float, sd_before: float, sd_after: float, sd_change: float) -> Iterator[tuple[str, float]]:
    """Every usual standardised change of one data set, by name; each with and without the small-sample factor."""
    for name, value in _definitions(n, mean, sd_before, sd_after, sd_change):
        yield name, value
        for factor in corrections(n):
            yield f"{name}, corrected", value * factor


@lru_cache(maxsize=1_000)
def corrections(n: int) -> tuple[float, ...]:
    """The small-sample factors in use: approximate and exact, for the df of one group, of two, and of N − 2."""
    dfs = [df for df in (n - 1, 2 * n - 2, n - 2) if df > 1]
    return tuple(factor(df) for df in dfs for factor in (hedges_factor, hedges_factor_exact))


def d_of_sd(n: int) -> tuple[tuple[str, float], ...]:
    """The definitions that need no SD but that of the change: each name, and the factor of mean change over that SD."""
    inflate = sqrt(n / (n - 1))  # SDs with n in place of n − 1
    return (
        ("d_z", 1.0), ("d_z, SD with n", inflate), ("2t / √df", 2 * inflate),
        ("2t / √df, as if in two groups", 2 * inflate / sqrt(2)), ("t √(2 / n)", sqrt(2)),
    )  # fmt: skip


def _definitions(
    n: int, mean: float, sd_before: float, sd_after: float, sd_change: float
) -> Iterator[tuple[str, float]]:
    inflate = sqrt(n / (n - 1))
    if sd_change > 0:
        yield from ((name, mean / sd_change * factor) for name, factor in d_of_sd(n))
        if sd_before > 0 and sd_after > 0:
            r = (sd_before**2 + sd_after**2 - sd_change**2) / (2 * sd_before * sd_after)
            yield "d_rm", d_rm(mean, sd_change, min(1.0, r))
            yield "d_rm, SD with n", d_rm(mean, sd_change, min(1.0, r)) * inflate
    if sd_before + sd_after > 0:
        for label, factor in (("", 1.0), (", SD with n", inflate)):
            yield f"d_av{label}", d_av(mean, sd_before, sd_after) * factor
            yield f"d_s{label}", d_pooled(mean, sd_before, sd_after) * factor
    for name, sd in (("Δ, SD before", sd_before), ("Δ, SD after", sd_after)):
        if sd > 0:
            yield name, mean / sd
            yield f"{name} with n", mean / sd * inflate
