"""What do tests that fit matched pairs say about one before–after table?

How many rose and fell; exact tests with ties (sign test, Wilcoxon, permutation of the mean difference), the paired t
with d_z; ordinal effect sizes; the interval of the mean change (t) and of the share who rose among those who changed.

Assumptions: people are independent of one another; the t and its interval need changes that are roughly normal, the
others do not. Source: see `signs` and `effects`; Student 1908, doi:10.1093/biomet/6.1.1.

>>> one = reanalysed(Table(((1, 2, 16), (2, 1, 2), (2, 2, 2))))
>>> {test: round(p, 5) for test, p in one.p.items()}
{'sign': 0.00131, 'signed_rank': 0.00131, 'signed_rank_pratt': 0.00131, 'permutation': 0.00131, 't': 0.00013}
>>> [round(end, 2) for end in one.ci], {name: round(size, 2) for name, size in one.effects.items()}
([0.39, 1.01], {'mean': 0.7, 'd_z': 1.07, 'rank_biserial': 0.78, 'dominance': 0.7})
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from math import copysign, factorial, inf, prod, sqrt

from reread.datasets.histogram import Counts
from reread.datasets.pairing import Table
from reread.reanalysis.effects import dominance, rank_biserial, share_interval
from reread.reanalysis.signs import permutation_p, sign_p, signed_rank_p
from reread.statistics.formulas import critical_t, p_from_t

TESTS = ("sign", "signed_rank", "signed_rank_pratt", "permutation", "t")
EFFECTS = ("mean", "d_z", "rank_biserial", "dominance")


@dataclass(frozen=True)
class Reanalysis:
    """One table and its tests. The intervals are that of the mean change (after − before) and of the share who rose."""

    table: Table
    rose: int
    fell: int
    t: float
    ci: tuple[float, float]
    ci_rose: tuple[float, float]
    tests: tuple[tuple[str, float], ...]
    sizes: tuple[tuple[str, float], ...]

    @property
    def p(self) -> dict[str, float]:
        """The two-sided p of each test."""
        return dict(self.tests)

    @property
    def effects(self) -> dict[str, float]:
        """The size of the change by each measure; positive is a rise."""
        return dict(self.sizes)

    @property
    def d_z(self) -> float:
        """The mean change over its SD."""
        return self.effects["d_z"]

    @property
    def p_exact(self) -> float:
        """The p of the sign test."""
        return self.p["sign"]


def reanalysed(table: Table, level: float = 0.95) -> Reanalysis:
    """All tests on one before–after table, of two people or more."""
    ci, t, tests, sizes = _of(table.differences, level)
    changed = table.rose + table.fell
    return Reanalysis(
        table, table.rose, table.fell, t, ci, share_interval(table.rose, changed, level), tests, sizes
    )  # fmt: skip


Named = tuple[tuple[str, float], ...]


@cache
def _of(differences: Counts, level: float) -> tuple[tuple[float, float], float, Named, Named]:
    """Interval, t, tests and sizes: of a table they depend on its differences only."""
    n, mean, sd = differences.n, float(differences.mean), sqrt(differences.variance())
    half = critical_t(level, n - 1) * sd / sqrt(n)
    d_z = mean / sd if sd > 0 else copysign(inf, mean) if mean else 0.0
    rose = sum(people for change, people in differences.pairs if change > 0)
    fell = sum(people for change, people in differences.pairs if change < 0)
    tests = (
        sign_p(rose, fell), signed_rank_p(differences), signed_rank_p(differences, pratt=True),
        permutation_p(differences), p_from_t(d_z * sqrt(n), n - 1),
    )  # fmt: skip
    sizes = (mean, d_z, rank_biserial(differences), dominance(differences))
    named = tuple(zip(TESTS, tests, strict=True)), tuple(zip(EFFECTS, sizes, strict=True))
    return (mean - half, mean + half), d_z * sqrt(n), *named


def scores(table: Table) -> tuple[list[int], list[int]]:
    """The participants' scores before and after, one entry each."""
    before = [b for b, _, k in table.cells for _ in range(k)]
    return before, [a for _, a, k in table.cells for _ in range(k)]


def samples_of(table: Table) -> int:
    """In how many ways named people can make this table.

    >>> samples_of(Table(((1, 1, 2), (1, 2, 1))))
    3
    """
    return factorial(table.n) // prod(factorial(people) for *_, people in table.cells)
