"""Which chi-squared, z and exact p follow from a table of counts?

Pearson's chi-squared with and without Yates's correction, times (N − 1) / N, and the likelihood ratio; Fisher's exact p
in its usual two-sided forms; z of two proportions, pooled or not.

Sources: Pearson 1900; Yates 1934, doi:10.2307/2983604; Fisher 1935; Campbell 2007, doi:10.1002/sim.2832 (N − 1);
Agresti 2013, Categorical Data Analysis, 3rd edition (page not looked up).

Streptomycin for tuberculosis (Medical Research Council 1948): 4 of 55 and 14 of 52 patients died.

>>> {name: round(value, 2) for name, value in chi_squared(((4, 51), (14, 38))).items()}
{'Pearson': 7.38, 'likelihood ratio': 7.71, 'N − 1': 7.31, 'Yates': 6.04, 'likelihood ratio, Yates': 6.25}
>>> round(fisher_p(4, 51, 14, 38)["by probability"], 4)
0.009
"""

from __future__ import annotations

from collections.abc import Sequence
from math import asin, isclose, sqrt
from typing import Literal

import numpy as np

from reread.statistics import distributions as stats

Table = tuple[tuple[int, ...], ...]
LARGEST_EXACT = 200_000  # counts in the first row; beyond, no exact p
TIE = 1 + 1e-7  # probabilities closer than that count as equal


def without_empty(table: Sequence[Sequence[int]]) -> Table:
    """The table without rows and columns of zeros, which no test uses."""
    rows = [tuple(row) for row in table if sum(row) > 0]
    kept = [k for k in range(len(rows[0]) if rows else 0) if sum(row[k] for row in rows) > 0]
    return tuple(tuple(row[k] for k in kept) for row in rows)


def freedom(table: Table) -> int:
    """The degrees of freedom of independence."""
    return (len(table) - 1) * (len(table[0]) - 1)


def chi_squared(table: Table) -> dict[str, float]:
    """Every usual chi-squared of independence by name, for a table without empty rows and columns."""
    found = {
        "Pearson": _statistic(table, "pearson", False),
        "likelihood ratio": _statistic(table, "log-likelihood", False),
    }
    total = sum(map(sum, table))
    found["N − 1"] = found["Pearson"] * (total - 1) / total
    if freedom(table) == 1:
        found["Yates"] = _statistic(table, "pearson", True)
        found["likelihood ratio, Yates"] = _statistic(table, "log-likelihood", True)
        if not isclose(found["Yates"], past_zero := _yates_unbounded(table), rel_tol=1e-9):
            found["Yates, past 0"] = past_zero
    return found


def fisher_p(a: int, b: int, c: int, d: int) -> dict[str, float]:
    """Fisher's exact p of a 2 × 2 table: one-sided, and two-sided in every usual form; with mid-p."""
    if a + b > LARGEST_EXACT:
        return {}
    support = np.arange(max(0, a - d), min(a + b, a + c) + 1)
    pmf = stats.hypergeom.pmf(support, a + b + c + d, a + b, a + c)
    here = float(pmf[a - support[0]])
    less, greater = float(pmf[support <= a].sum()), float(pmf[support >= a].sum())
    smaller = min(less, greater)
    probable = float(pmf[pmf <= here * TIE].sum())
    other = np.cumsum(pmf[::-1] if less <= greater else pmf)
    blaker = smaller + float(max((tail for tail in other if tail <= smaller * TIE), default=0.0))
    distance = np.abs(support - float((support * pmf).sum()))
    far = float(pmf[distance >= distance[a - support[0]] * (1 - 1e-9)].sum())
    found = {
        "by probability": probable, "doubled": 2 * smaller, "Blaker": blaker, "by distance": far,
        "mid-p": probable - here / 2, "mid-p, doubled": 2 * smaller - here,
        "less": less, "greater": greater, "less, mid-p": less - here / 2, "greater, mid-p": greater - here / 2,
    }  # fmt: skip
    return {name: min(1.0, max(0.0, p)) for name, p in found.items()}


ONE_SIDED = ("less", "greater", "less, mid-p", "greater, mid-p")


def z_of_proportions(a: int, n1: int, c: int, n2: int) -> dict[str, float]:
    """The size of z for a of n₁ against c of n₂, by name; those that would divide by 0 are left out.

    >>> {name: round(z, 2) for name, z in z_of_proportions(4, 55, 14, 52).items()}
    {'pooled': 2.72, 'unpooled': 2.78, 'pooled, corrected': 2.46, 'unpooled, corrected': 2.51, 'arcsine': 2.82}
    """
    p1, p2, p = a / n1, c / n2, (a + c) / (n1 + n2)
    pooled, apart = sqrt(p * (1 - p) * (1 / n1 + 1 / n2)), sqrt(p1 * (1 - p1) / n1 + p2 * (1 - p2) / n2)
    size, correction = abs(p1 - p2), (1 / n1 + 1 / n2) / 2
    found: dict[str, float] = {}
    for label, top in (("", size), (", corrected", max(0.0, size - correction))):
        found |= {f"{name}{label}": top / se for name, se in (("pooled", pooled), ("unpooled", apart)) if se > 0}
    return found | {"arcsine": 2 * abs(asin(sqrt(p1)) - asin(sqrt(p2))) / sqrt(1 / n1 + 1 / n2)}


def _statistic(table: Table, of: Literal["pearson", "log-likelihood"], corrected: bool) -> float:
    return float(stats.chi2_contingency(np.array(table, dtype=np.float64), correction=corrected, lambda_=of).statistic)


def _yates_unbounded(table: Table) -> float:
    """Yates's chi-squared of programs that subtract ½ also where the counts differ by less from what is expected."""
    (a, b), (c, d) = table
    total = a + b + c + d
    top = (abs(a * d - b * c) - total / 2) ** 2
    return total * top / ((a + b) * (c + d) * (a + c) * (b + d))
