"""What do tests that fit matched pairs say about every before–after table that is possible?

For one table: how many rose and fell, the paired t with d_z and interval, the sign test (two scores: exact McNemar).
Rank tests come from scipy; pingouin stands beside them in the notebook.

Source: McNemar 1947, doi:10.1007/BF02295996; Agresti 2013, Categorical Data Analysis; exact p: binomial distribution.

>>> exact_p(16, 2)
0.001312255859375
"""

from __future__ import annotations

from dataclasses import dataclass
from math import inf, sqrt

import numpy as np
from scipy import stats

from reappraise.datasets.paired import Table
from reappraise.formulas import critical_t, p_from_t


@dataclass(frozen=True)
class Reanalysis:
    """One table and its tests. The interval is that of the mean change (after − before), with t."""

    table: Table
    rose: int
    fell: int
    t: float
    d_z: float
    ci: tuple[float, float]
    p_t: float
    p_exact: float
    p_wilcoxon: float


def reanalysed(table: Table, level: float = 0.95) -> Reanalysis:
    """All tests on one before–after table."""
    n, mean, sd = table.n, float(table.mean_of_change), sqrt(table.variance_of_change())
    half = critical_t(level, n - 1) * sd / sqrt(n)
    t = mean / (sd / sqrt(n)) if sd > 0 else inf
    return Reanalysis(
        table, table.rose, table.fell, t, mean / sd if sd > 0 else inf, (mean - half, mean + half),
        p_from_t(t, n - 1), exact_p(table.rose, table.fell), wilcoxon_p(table),
    )  # fmt: skip


def exact_p(rose: int, fell: int) -> float:
    """The two-sided sign test of those who changed; on a two-valued score this is the exact McNemar test."""
    return float(stats.binomtest(min(rose, fell), rose + fell).pvalue) if rose + fell else 1.0


def wilcoxon_p(table: Table) -> float:
    """Wilcoxon's signed-rank test with ties (normal approximation, zeros left out)."""
    differences = np.array(table.differences.answers())
    if not differences.any():
        return 1.0
    return float(stats.wilcoxon(differences, zero_method="wilcox", correction=False, method="approx").pvalue)


def scores(table: Table) -> tuple[list[int], list[int]]:
    """The participants' scores before and after, one entry each."""
    before = [b for b, _, k in table.cells for _ in range(k)]
    return before, [a for _, a, k in table.cells for _ in range(k)]
