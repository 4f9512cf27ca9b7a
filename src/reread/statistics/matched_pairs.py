"""Which McNemar tests can matched pairs have, if only the margins of their table or only its size are printed?

b and c are the two numbers of discordant pairs. The margins fix b − c and bound b; the size alone bounds b + c.

Sources: McNemar 1947, doi:10.1007/BF02295996; Edwards 1948 (correction); Fagerland et al. 2013,
doi:10.1186/1471-2288-13-91 (exact and mid-p).

Fagerland et al. 2013, table 1 (airway hyper-responsiveness before and after stem cell transplantation, 21 children):
b = 1, c = 7.

>>> tests = mcnemar(np.array([1]), np.array([7]))
>>> {name: round(float(p[0]), 3) for name, (_, p) in tests.items()}
{'asymptotic': 0.034, 'corrected by 1': 0.077, 'corrected by ½': 0.052, 'exact': 0.07, 'mid-p': 0.039}
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from reread.statistics import distributions as stats
from reread.statistics.tables import Table

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
MOST_PAIRS_ALONE = 300  # every b and c up to here
MOST_PAIRS = 200_000


def from_margins(first: int, second: int, n: int) -> tuple[Ints, Ints]:
    """Every b and c of n pairs with these numbers of "yes" at the two occasions."""
    b = np.arange(max(0, first - second), min(first, n - second) + 1)
    return b, b - (first - second)


def from_size(n: int) -> tuple[Ints, Ints]:
    """Every b and c of n pairs."""
    b, c = np.meshgrid(np.arange(n + 1), np.arange(n + 1))
    kept = (b + c <= n) & (b <= c)
    return b[kept], c[kept]


def from_table(table: Table) -> tuple[Ints, Ints]:
    """b and c if two groups by two categories are occasions (equal sizes), or if they are the pairs' own table."""
    (a, b), (c, d) = table
    firsts, seconds = [np.array([b, a])], [np.array([c, d])]
    if a + b == c + d and a + b <= MOST_PAIRS:
        first, second = from_margins(a, c, a + b)
        firsts.append(first)
        seconds.append(second)
    return np.concatenate(firsts), np.concatenate(seconds)


def mcnemar(b: Ints, c: Ints) -> dict[str, tuple[Floats | None, Floats]]:
    """Chi-squared (none for exact tests) and two-sided p of every b and c, by the name of the test."""
    total, apart = b + c, np.abs(b - c)
    below = np.maximum(total, 1)
    found: dict[str, tuple[Floats | None, Floats]] = {}
    for name, less in (("asymptotic", 0.0), ("corrected by 1", 1.0), ("corrected by ½", 0.5)):
        square = np.where(total > 0, np.maximum(apart - less, 0.0) ** 2 / below, 0.0)
        found[name] = square, stats.chi2.sf(square, 1)
    exact = np.minimum(1.0, 2 * stats.binom.cdf(np.minimum(b, c), total, 0.5))
    mid = np.minimum(1.0, 2 * stats.binom.cdf(np.minimum(b, c), total, 0.5) - stats.binom.pmf(b, total, 0.5))
    return found | {"exact": (None, exact), "mid-p": (None, mid)}
