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

from reread.numbers.interval import Interval
from reread.numbers.reported import Reported

DDOF = (1, 0)
# The two numbers behind yes and no: plain, of a questionnaire, of a contrast, of a percentage.
BINARY_CODES = ((0, 1), (1, 2), (-1, 1), (0, 100))
# The factor on a normality p that other programs' approximations of the tail are allowed.
IMPLEMENTATIONS_DIFFER = 10
# Above this many degrees of freedom a normal quantile differs from t by less than 1 %, and papers use either.
LARGE_SAMPLE_DF = 200
# Of a confidence interval whose level is not printed; the first is shown.
USUAL_LEVELS = (0.95, 0.9, 0.99)


def p_interval(printed: Reported, rounded: Interval) -> Interval:
    """What a printed p can stand for: rounded (or as a departure reads it) or cut off to its decimals; 0 to 1."""
    cut = printed.truncated
    ends = [end for end in (rounded.high, cut.high) if end is not None]
    low = min(end for end in (rounded.low, cut.low) if end is not None) if rounded.low is not None else None
    return Interval(low, max(ends) if ends else None).within(0, 1) or rounded


def criticals(reading: str, df: float) -> tuple[str, ...]:
    """Which quantiles an interval may use: t (or, as a departure, z); both where the sample is large."""
    return ("t", "z") if df > LARGE_SAMPLE_DF else (reading,)
