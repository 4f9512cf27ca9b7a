"""What do tests that fit two independent groups say about one pair of data sets?

Exact tests with ties (Mann–Whitney, permutation of the difference of means), Student's and Welch's t; Cohen's d with
the pooled SD, Cliff's δ, Vargha and Delaney's A; the interval of the difference of means (Welch).

Assumptions: people are independent of one another; differences are first − second. Source: see `labels` and `effects`;
Student 1908, doi:10.1093/biomet/6.1.1; Welch 1947, doi:10.1093/biomet/34.1-2.28; Cohen 1988, p. 20 (d).

>>> one = compared(Counts.of([1, 2, 2, 3]), Counts.of([3, 4, 5, 5]))
>>> {test: round(p, 4) for test, p in one.p.items()}
{'mann_whitney': 0.0571, 'permutation': 0.0571, 't': 0.0117, 'welch': 0.0122}
>>> {name: round(size, 3) for name, size in one.effects.items()}
{'difference': -2.25, 'd': -2.529, 'cliffs_delta': -0.938, 'vargha_delaney': 0.031}
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from math import copysign, factorial, inf, prod, sqrt

from reread.datasets.histogram import Counts
from reread.reanalysis.effects import cliffs_delta, vargha_delaney
from reread.reanalysis.labels import mann_whitney_p, permutation_p
from reread.statistics.formulas import critical_t, p_from_t

TESTS = ("mann_whitney", "permutation", "t", "welch")
EFFECTS = ("difference", "d", "cliffs_delta", "vargha_delaney")


@dataclass(frozen=True)
class Comparison:
    """Two groups and their tests; the interval is that of the difference of means, first − second."""

    first: Counts
    second: Counts
    t: float
    t_welch: float
    ci: tuple[float, float]
    tests: tuple[tuple[str, float], ...]
    sizes: tuple[tuple[str, float], ...]

    @property
    def p(self) -> dict[str, float]:
        """The two-sided p of each test; exact ones only where the groups are not too large."""
        return dict(self.tests)

    @property
    def effects(self) -> dict[str, float]:
        """The size of the difference by each measure."""
        return dict(self.sizes)


@cache
def compared(first: Counts, second: Counts, level: float = 0.95) -> Comparison:
    """All tests on one pair of data sets, each of two people or more."""
    n, m, difference = first.n, second.n, float(first.mean - second.mean)
    v, w = float(first.variance()), float(second.variance())
    pooled = ((n - 1) * v + (m - 1) * w) / (n + m - 2)
    d, t = _over(difference, sqrt(pooled)), _over(difference, sqrt(pooled * (1 / n + 1 / m)))
    se = sqrt(v / n + w / m)
    df = (v / n + w / m) ** 2 / ((v / n) ** 2 / (n - 1) + (w / m) ** 2 / (m - 1)) if se else float(n + m - 2)
    half, welch = critical_t(level, df) * se, _over(difference, se)
    exact = {"mann_whitney": mann_whitney_p(first, second), "permutation": permutation_p(first, second)}
    tests = {**exact, "t": p_from_t(t, n + m - 2), "welch": p_from_t(welch, df)}
    sizes = (difference, d, cliffs_delta(first, second), vargha_delaney(first, second))
    return Comparison(
        first, second, t, welch, (difference - half, difference + half),
        tuple((test, p) for test, p in tests.items() if p is not None), tuple(zip(EFFECTS, sizes, strict=True)),
    )  # fmt: skip


def samples_of(first: Counts, second: Counts) -> int:
    """In how many ways named people of each group can have these answers.

    >>> samples_of(Counts.of([1, 2]), Counts.of([3, 3, 4]))
    6
    """
    return prod(factorial(group.n) // prod(factorial(k) for _, k in group.pairs) for group in (first, second))


def _over(difference: float, spread: float) -> float:
    return difference / spread if spread > 0 else copysign(inf, difference) if difference else 0.0
