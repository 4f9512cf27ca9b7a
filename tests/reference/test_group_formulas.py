"""The formulas of groups against scipy.stats and pingouin, on random summaries; and their limits against trials.

Tolerance: 1e-9 relative, the outward widening of intervals; both sides are computed in double precision.
"""

from __future__ import annotations

from fractions import Fraction
from random import Random

import numpy as np
import pandas as pd
import pingouin
import pytest
from scipy import stats

from reread.numbers.interval import Interval
from reread.statistics.ranks import least_p_several, least_p_two_groups
from reread.statistics.spread import sd_on_scale
from reread.statistics.tables import chi_squared, fisher_p
from reread.statistics.two_means import Summary, apart, df_welch, methods, sd_pooled, se_student, se_welch
from reread.statistics.variances import f_ranges, greatest_between, least_between

CLOSE = 1e-9
SEEDS = range(20)


def exact(value: float) -> Interval:
    return Interval.point(Fraction(float(value)))


def group(scores: np.ndarray) -> Summary:
    return Summary(len(scores), exact(scores.mean()), exact(scores.std(ddof=1)))


@pytest.mark.parametrize("seed", SEEDS)
def test_t_and_df(seed: int) -> None:
    random = np.random.default_rng(seed)
    a, b = random.normal(3, 1, random.integers(2, 30)), random.normal(4, 3, random.integers(2, 30))
    s1, s2, m, n = a.std(ddof=1), b.std(ddof=1), len(a), len(b)
    for equal, se in ((True, se_student(s1, s2, m, n)), (False, se_welch(s1, s2, m, n))):
        found = stats.ttest_ind_from_stats(a.mean(), s1, m, b.mean(), s2, n, equal_var=equal)
        assert (a.mean() - b.mean()) / se == pytest.approx(found.statistic, rel=CLOSE)
    assert df_welch(s1, s2, m, n) == pytest.approx(stats.ttest_ind(a, b, equal_var=False).df, rel=CLOSE)
    d = pingouin.compute_effsize(a, b, eftype="cohen")
    assert (a.mean() - b.mean()) / sd_pooled(s1, s2, m, n) == pytest.approx(d, rel=1e-6)


@pytest.mark.parametrize("seed", SEEDS)
def test_f(seed: int) -> None:
    random = np.random.default_rng(seed)
    groups = [random.normal(k, k + 1, random.integers(2, 20)) for k in range(random.integers(2, 6))]
    ranges = dict(f_ranges([group(xs) for xs in groups], welch=True))
    assert ranges["F"].contains_float(float(stats.f_oneway(*groups).statistic))
    data = {"y": np.concatenate(groups), "g": np.repeat(np.arange(len(groups)), [len(xs) for xs in groups])}
    welch = float(pingouin.welch_anova(dv="y", between="g", data=pd.DataFrame(data))["F"].iloc[0])
    low, high = ranges["Welch's F"].floats()
    assert low * (1 - 1e-6) <= welch <= high * (1 + 1e-6)


@pytest.mark.parametrize("seed", SEEDS)
def test_limits_hold_every_trial(seed: int) -> None:
    """Means and SDs drawn inside their intervals, corners too, have a t and an F inside the limits."""
    random = Random(seed)
    boxes = [
        (random.uniform(0, 3), random.uniform(0, 1), random.uniform(0.5, 2), random.uniform(0, 0.4)) for _ in range(3)
    ]
    sizes = [random.randint(2, 20) for _ in boxes]
    groups = [
        Summary(n, Interval(Fraction(m), Fraction(m + w)), Interval(Fraction(s), Fraction(s + v)))
        for n, (m, w, s, v) in zip(sizes, boxes, strict=True)
    ]
    ranges = dict(f_ranges(groups, welch=True))
    two = {c.name: c.t(apart(groups[0], groups[1])) for c in methods(groups[0], groups[1], "independent t")}
    for _ in range(200):
        at = [random.choice([0, 1, random.random()]) for _ in boxes]
        means = np.array([m + w * x for (m, w, _, _), x in zip(boxes, at, strict=True)])
        sds = np.array([s + v * random.choice([0, 1, random.random()]) for _, _, s, v in boxes])
        centre = np.average(means, weights=sizes)
        within = sum((n - 1) * s**2 for n, s in zip(sizes, sds, strict=True)) / (sum(sizes) - 3)
        F = float(sum(n * (m - centre) ** 2 for n, m in zip(sizes, means, strict=True)) / 2 / within)
        assert ranges["F"].contains_float(F)
        for name, equal in (("Student", True), ("Welch", False)):
            t = stats.ttest_ind_from_stats(means[0], sds[0], sizes[0], means[1], sds[1], sizes[1], equal_var=equal)
            assert two[name].contains_float(abs(float(t.statistic)))


def test_sums_between_reach_their_limits() -> None:
    means = [Interval.of(0, 2), Interval.of(1, 3), Interval.of(5, 6)]
    grid = [np.linspace(*mean.floats(), 21) for mean in means]
    sums = [float(np.var([a, b, c]) * 3) for a in grid[0] for b in grid[1] for c in grid[2]]
    assert float(greatest_between(means, [1, 1, 1])) == pytest.approx(max(sums))
    assert -1e-9 <= min(sums) - float(least_between(means, [1, 1, 1])) < 0.01


@pytest.mark.parametrize("seed", SEEDS)
def test_tables(seed: int) -> None:
    random = np.random.default_rng(seed)
    table = random.integers(1, 30, (2, 2))
    (a, b), (c, d) = table.tolist()
    found = chi_squared(((a, b), (c, d)))
    assert found["Pearson"] == pytest.approx(stats.chi2_contingency(table, correction=False).statistic, rel=CLOSE)
    assert found["Yates"] == pytest.approx(stats.chi2_contingency(table).statistic, rel=CLOSE)
    exact_p = fisher_p(a, b, c, d)
    assert exact_p["by probability"] == pytest.approx(stats.fisher_exact(table).pvalue, rel=1e-7)
    assert exact_p["less"] == pytest.approx(stats.fisher_exact(table, alternative="less").pvalue, rel=1e-7)


def test_least_p_of_ranks() -> None:
    for m, n in ((2, 3), (3, 3), (5, 8), (20, 20)):
        for how in ("exact", "asymptotic"):
            apart_wholly = stats.mannwhitneyu(range(m), range(100, 100 + n), method=how).pvalue
            tied = stats.mannwhitneyu([1] * m, [2] * n, method="asymptotic", use_continuity=False).pvalue
            assert least_p_two_groups(m, n, 2) <= min(apart_wholly, tied) * (1 + CLOSE)
    assert least_p_several([3, 4]) <= stats.kruskal([1, 1, 1], [2, 2, 2, 2]).pvalue * (1 + CLOSE)


@pytest.mark.parametrize(("n", "top"), [(2, 3), (3, 2), (4, 4), (5, 3)])
def test_sds_on_a_scale_by_listing(n: int, top: int) -> None:
    """Every set of n whole scores: the least and the greatest SD of each sum are the limits."""
    from itertools import combinations_with_replacement

    by_sum: dict[int, list[float]] = {}
    for scores in combinations_with_replacement(range(top + 1), n):
        by_sum.setdefault(sum(scores), []).append(float(np.std(scores)))
    for total, sds in by_sum.items():
        (limits,) = sd_on_scale(n, Interval.point(Fraction(total, n)), Interval.of(0, top), 1)
        low, high = limits.floats()
        assert low == pytest.approx(min(sds), abs=1e-7)
        assert high == pytest.approx(max(sds) * (n / (n - 1)) ** 0.5, abs=1e-7)
