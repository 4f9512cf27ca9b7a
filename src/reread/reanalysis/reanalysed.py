"""What do tests that fit the design say about one data set of two samples?

Of the same people twice, a before–after table: how many rose and fell; exact tests with ties (sign test, Wilcoxon,
permutation of the mean difference), the paired t with d_z; ordinal effect sizes; the interval of the mean change (t)
and of the share who rose among those who changed. Of two groups: exact tests with ties (Mann–Whitney, permutation of
the difference of means), Student's and Welch's t; Cohen's d with the pooled SD, Cliff's δ, Vargha and Delaney's A; the
interval of the difference of means (Welch).

Assumptions: people are independent of one another; the t and its interval need changes that are roughly normal, the
others do not. Changes are after − before, differences first − second. Source: see `signs`, `labels` and `effects`;
Student 1908, doi:10.1093/biomet/6.1.1; Welch 1947, doi:10.1093/biomet/34.1-2.28; Cohen 1988, p. 20 (d).

>>> one = reanalysed(Table(((1, 2, 16), (2, 1, 2), (2, 2, 2))))
>>> {test: round(p, 5) for test, p in one.p.items()}
{'sign': 0.00131, 'signed_rank': 0.00131, 'signed_rank_pratt': 0.00131, 'permutation': 0.00131, 't': 0.00013}
>>> [round(end, 2) for end in one.ci], {name: round(size, 2) for name, size in one.effects.items()}
([0.39, 1.01], {'mean': 0.7, 'd_z': 1.07, 'rank_biserial': 0.78, 'dominance': 0.7})
>>> one = reanalysed((Counts.of([1, 2, 2, 3]), Counts.of([3, 4, 5, 5])))
>>> {test: round(p, 4) for test, p in one.p.items()}
{'mann_whitney': 0.0571, 'permutation': 0.0571, 't': 0.0117, 'welch': 0.0122}
>>> {name: round(size, 3) for name, size in one.effects.items()}
{'difference': -2.25, 't': -3.576, 'd': -2.529, 'cliffs_delta': -0.938, 'vargha_delaney': 0.031, 'U': 0.5}
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from math import copysign, factorial, inf, prod, sqrt

from reread.datasets.histogram import Counts
from reread.datasets.pairing import Table
from reread.reanalysis.effects import cliffs_delta, dominance, rank_biserial, share_interval, vargha_delaney
from reread.reanalysis.labels import mann_whitney_p
from reread.reanalysis.labels import permutation_p as permutation_of_groups
from reread.reanalysis.signs import permutation_p, sign_p, signed_rank_p
from reread.statistics.formulas import critical_t, p_from_t

Groups = tuple[Counts, Counts]
Ends = tuple[float, float]
Named = tuple[tuple[str, float], ...]


@dataclass(frozen=True)
class Reanalysis:
    """One data set and its tests.

    `ts`: each t with its degrees of freedom, the paired one, or Student's and Welch's. `intervals`: first that of the
    mean change or the difference, of the same people also that of the share who rose.
    """

    data: Table | Groups
    ts: tuple[tuple[float, float], ...]
    intervals: tuple[tuple[str, Ends], ...]
    tests: Named
    sizes: Named

    @property
    def table(self) -> Table:
        """The before–after table of the same people."""
        if not isinstance(self.data, Table):
            raise TypeError("two groups have no before–after table")
        return self.data

    @property
    def rose(self) -> int:
        """How many have a higher value after than before."""
        return self.table.rose

    @property
    def fell(self) -> int:
        """How many have a lower value after than before."""
        return self.table.fell

    @property
    def t(self) -> float:
        """The paired t, or Student's."""
        return self.ts[0][0]

    @property
    def ci(self) -> Ends:
        """The interval of the mean change or of the difference."""
        return self.intervals[0][1]

    @property
    def p(self) -> dict[str, float]:
        """The two-sided p of each test; of two groups exact ones only where these are not too large."""
        return dict(self.tests)

    @property
    def effects(self) -> dict[str, float]:
        """The size of the change or difference by each measure; positive is a rise, or a higher first group."""
        return dict(self.sizes)

    @property
    def d_z(self) -> float:
        """The mean change over its SD."""
        return self.effects["d_z"]

    @property
    def p_exact(self) -> float:
        """The p of the sign test."""
        return self.p["sign"]

    @property
    def samples(self) -> int:
        """In how many ways named people can have this data set.

        >>> reanalysed(Table(((1, 1, 2), (1, 2, 1)))).samples
        3
        """
        return prod(factorial(sum(cells)) // prod(map(factorial, cells)) for cells in _cells(self.data))


def reanalysed(data: Table | Groups, level: float = 0.95) -> Reanalysis:
    """All tests on one data set, of two people or more in each sample."""
    if not isinstance(data, Table):
        return _of_groups(*data, level)
    t, ci, tests, sizes = _of_differences(data.differences, level)
    rose = share_interval(data.rose, data.rose + data.fell, level)
    return Reanalysis(data, (t,), (("mean", ci), ("rose", rose)), tests, sizes)


@cache
def _of_differences(differences: Counts, level: float) -> tuple[tuple[float, float], Ends, Named, Named]:
    """t with its df, interval, tests and sizes: of a table they depend on its differences only."""
    n, mean, sd = differences.n, float(differences.mean), sqrt(differences.variance())
    half, d_z = critical_t(level, n - 1) * sd / sqrt(n), _over(mean, sd)
    rose = sum(people for change, people in differences.pairs if change > 0)
    fell = sum(people for change, people in differences.pairs if change < 0)
    tests = {
        "sign": sign_p(rose, fell), "signed_rank": signed_rank_p(differences),
        "signed_rank_pratt": signed_rank_p(differences, pratt=True), "permutation": permutation_p(differences),
        "t": p_from_t(d_z * sqrt(n), n - 1),
    }  # fmt: skip
    ranks = {"rank_biserial": rank_biserial(differences), "dominance": dominance(differences)}
    sizes = {"mean": mean, "d_z": d_z, **ranks}
    return (d_z * sqrt(n), n - 1), (mean - half, mean + half), tuple(tests.items()), tuple(sizes.items())


def t_tests(first: Counts, second: Counts) -> tuple[tuple[float, float], tuple[float, float]]:
    """Student's and Welch's t of two groups, each with its degrees of freedom."""
    n, m, difference, pooled, se = _moments(first, second)
    v, w = float(first.variance()) / n, float(second.variance()) / m
    df = (v + w) ** 2 / (v**2 / (n - 1) + w**2 / (m - 1)) if se else float(n + m - 2)
    return (_over(difference, sqrt(pooled * (1 / n + 1 / m))), n + m - 2), (_over(difference, se), df)


def _moments(first: Counts, second: Counts) -> tuple[int, int, float, float, float]:
    """Sizes, difference of means, pooled variance, standard error."""
    n, m, v, w = first.n, second.n, float(first.variance()), float(second.variance())
    pooled = ((n - 1) * v + (m - 1) * w) / (n + m - 2)
    return n, m, float(first.mean - second.mean), pooled, sqrt(v / n + w / m)


@cache
def _of_groups(first: Counts, second: Counts, level: float) -> Reanalysis:
    n, m, difference, pooled, se = _moments(first, second)
    (t, _), (welch, df) = ts = t_tests(first, second)
    exact = {"mann_whitney": mann_whitney_p(first, second), "permutation": permutation_of_groups(first, second)}
    tests = {**exact, "t": p_from_t(t, n + m - 2), "welch": p_from_t(welch, df)}
    sizes = {
        "difference": difference, "t": t, "d": _over(difference, sqrt(pooled)),
        "cliffs_delta": cliffs_delta(first, second), "vargha_delaney": vargha_delaney(first, second),
        "U": vargha_delaney(first, second) * n * m,
    }  # fmt: skip
    half = critical_t(level, df) * se
    return Reanalysis(
        (first, second), ts, (("difference", (difference - half, difference + half)),),
        tuple((test, p) for test, p in tests.items() if p is not None), tuple(sizes.items()),
    )  # fmt: skip


def scores(table: Table) -> tuple[list[int], list[int]]:
    """The participants' scores before and after, one entry each."""
    before = [b for b, _, k in table.cells for _ in range(k)]
    return before, [a for _, a, k in table.cells for _ in range(k)]


def _cells(data: Table | Groups) -> Iterator[list[int]]:
    """How many people share a cell: of a table, or of each group."""
    if isinstance(data, Table):
        yield [people for *_, people in data.cells]
    else:
        yield from ([people for _, people in group.pairs] for group in data)


def _over(difference: float, spread: float) -> float:
    return difference / spread if spread > 0 else copysign(inf, difference) if difference else 0.0
