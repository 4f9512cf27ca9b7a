"""Which odds ratio or risk ratio, with which interval, follows from a table of two groups by two categories?

The table is (a, b, c, d): a and b are the two counts of the first group, c and d those of the second.

Source: Woolf 1955, Annals of Human Genetics 19:251 (interval of an odds ratio); Katz et al. 1978, Biometrics 34:469 (of
a risk ratio); Cornfield 1956, Proceedings of the Third Berkeley Symposium 4:135 (exact: conditional on the margins).

Infarctions under placebo, 189 of 11,034, and under aspirin, 104 of 11,037 (Agresti 2019, An Introduction to Categorical
Data Analysis, 3rd edition, table 2.2):

>>> table = (189, 10845, 104, 10933)
>>> round(odds_ratio(table), 2), round(risk_ratio(table), 2)
(1.83, 1.82)
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from math import exp, inf, log, sqrt

from reread.statistics import distributions as stats
from reread.statistics.formulas import critical_z

Table = tuple[float, float, float, float]
Ends = tuple[float, float]
MOST_EXACT = 2000  # participants, above which the exact interval takes long and is that of Woolf


def odds_ratio(table: Table) -> float:
    """a d / (b c), infinite where b or c is 0."""
    a, b, c, d = table
    return a * d / (b * c) if b * c else inf


def risk_ratio(table: Table) -> float:
    """The share of a in the first group over that of c in the second, infinite where c is 0."""
    a, b, c, d = table
    return a * (c + d) / (c * (a + b)) if c * (a + b) else inf


def woolf(table: Table, level: float) -> Ends:
    """The interval of an odds ratio on the logarithmic scale; no count may be 0.

    >>> [round(end, 2) for end in woolf((189, 10845, 104, 10933), 0.95)]
    [1.44, 2.33]
    """
    return _around(log(odds_ratio(table)), sqrt(sum(1 / x for x in table)), level)


def katz(table: Table, level: float) -> Ends:
    """The interval of a risk ratio on the logarithmic scale; a and c may not be 0."""
    a, b, c, d = table
    return _around(log(risk_ratio(table)), sqrt(1 / a - 1 / (a + b) + 1 / c - 1 / (c + d)), level)


def corrected(table: Table) -> Table:
    """The table with one half added to each count."""
    a, b, c, d = table
    return a + 0.5, b + 0.5, c + 0.5, d + 0.5


@lru_cache(maxsize=1024)  # found by search, and asked again for each reading of a study
def exact_odds_ratio(table: Table, levels: tuple[float, ...]) -> tuple[float, tuple[Ends, ...]]:
    """The conditional odds ratio with its exact intervals.

    The example of scipy's documentation of `contingency.odds_ratio`:

    >>> value, ends = exact_odds_ratio((7, 15, 58, 472), (0.95,))
    >>> round(value, 2), [round(end, 2) for end in ends[0]]
    (3.78, [1.25, 10.36])
    """
    a, b, c, d = (int(x) for x in table)
    found = stats.contingency.odds_ratio([[a, b], [c, d]], kind="conditional")
    intervals = [found.confidence_interval(level) for level in levels]
    return float(found.statistic), tuple((float(each.low), float(each.high)) for each in intervals)


def orientations(table: Table) -> Iterator[Table]:
    """Either group first, either category first."""
    a, b, c, d = table
    yield from ((a, b, c, d), (c, d, a, b), (b, a, d, c), (d, c, b, a))


def _around(middle: float, error: float, level: float) -> Ends:
    half = critical_z(level) * error
    return exp(middle - half), exp(middle + half)
