"""Does what least squares says of the participants lie inside what is said from the printed summaries?"""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray
from scipy import stats
from two_arms import Arm, least_squares

from reread.numbers.interval import Interval
from reread.statistics import ancova
from reread.statistics.two_means import Summary

Floats = NDArray[np.float64]
CELLS = 200


def printed(scores: Floats, decimals: int) -> Summary:
    """n, mean and SD as intervals of rounding."""
    half = Fraction(1, 2 * 10**decimals)
    ends = []
    for value in (scores.mean(), scores.std(ddof=1)):
        shown = Fraction(f"{value:.{decimals}f}")
        ends.append(Interval(shown - half, shown + half))
    return Summary(len(scores), ends[0], ends[1].within(0, None) or ends[1])


def trial(first: Arm, second: Arm, decimals: int) -> ancova.Trial:
    a, b = (tuple(printed(scores, decimals) for scores in arm) for arm in (first, second))
    return ancova.Trial((a[0], a[1]), (b[0], b[1]))


def drawn(seed: int) -> tuple[Arm, Arm, int]:
    """Two groups of 4 to 200 participants, whole or continuous, correlated from −.3 to .95."""
    rng = np.random.default_rng(seed)
    r, whole = rng.uniform(-0.3, 0.95), rng.random() < 0.5
    arms = []
    for k in range(2):
        n = int(rng.integers(4, 200))
        x = rng.standard_normal(n)
        y = r * x + np.sqrt(1 - r * r) * rng.standard_normal(n) * rng.uniform(0.5, 2)
        before, after = 20 + 5 * x, 20 + 5 * y + k * rng.uniform(-4, 4)
        arms.append((np.round(before), np.round(after)) if whole else (before, after))
    return arms[0], arms[1], int(rng.integers(0, 3))


def pooled_correlation(first: Arm, second: Arm) -> float:
    both = [np.cov(*arm) * (len(arm[0]) - 1) for arm in (first, second)]
    cross = sum(c[0, 1] for c in both)
    return float(cross / sum((len(a[0]) - 1) * np.sqrt(np.prod(np.diag(np.cov(*a)))) for a in (first, second)))


def inside(ends: Floats, value: float) -> bool:
    return bool(ends[0] <= value <= ends[1])


@given(st.integers(0, 10**6))
def test_least_squares_lies_at_the_correlation_of_the_participants(seed: int) -> None:
    first, second, decimals = drawn(seed)
    estimate, se, t, p = least_squares(first, second)
    found = ancova.analysed(trial(first, second, decimals), -1, 1, CELLS)
    r = pooled_correlation(first, second)
    row = min(CELLS - 1, int((r + 1) / 2 * CELLS))
    low, high = found.interval()
    half = float(stats.t.isf(0.025, found.df)) * se
    assert found.r[row, 0] - 1e-12 <= r <= found.r[row, 1] + 1e-12
    assert inside(found.estimate[row], estimate)
    assert inside(found.se[row], se)
    assert inside(found.t[row], abs(t))
    assert inside(found.p[row], p)
    assert inside(low[row], estimate - half)
    assert inside(high[row], estimate + half)


@given(st.integers(0, 10**6))
def test_change_and_final_scores_hold_the_t_tests_of_the_participants(seed: int) -> None:
    first, second, decimals = drawn(seed)
    summary, r = trial(first, second, decimals), pooled_correlation(first, second)
    change = ancova.change_scores(summary, max(-1, r - 1e-9), min(1, r + 1e-9))
    final = ancova.final_scores(summary)
    for found, a, b in ((change, first[1] - first[0], second[1] - second[0]), (final, first[1], second[1])):
        test = stats.ttest_ind(b, a)
        assert inside(found.estimate[0], b.mean() - a.mean())
        assert inside(found.t[0], abs(float(test.statistic)))
        assert inside(found.p[0], float(test.pvalue))


@given(st.integers(0, 10**6))
def test_sds_of_change_leave_the_correlation_of_the_participants(seed: int) -> None:
    first, second, decimals = drawn(seed)
    summary, own = trial(first, second, decimals), []
    for arm, (before, after) in zip((first, second), (summary.first, summary.second), strict=True):
        found = ancova.correlation_of(before.sd, after.sd, printed(arm[1] - arm[0], decimals).sd)
        assert found is not None
        assert inside(np.array(found), float(np.corrcoef(*arm)[0, 1])) or np.isnan(np.corrcoef(*arm)[0, 1])
        own.append(found)
    assert inside(np.array(ancova.pooled(summary, *own)), pooled_correlation(first, second))


@given(st.integers(0, 10**6))
def test_the_ends_are_nearly_reached_by_values_inside_the_print(seed: int) -> None:
    """Of values drawn inside the print, at one correlation: nothing outside, and the estimate's ends are reached."""
    first, second, _ = drawn(seed)
    summary, rng = trial(first, second, 1), np.random.default_rng(seed)
    found, best = ancova.analysed(summary, 0.5, 0.5), []
    for _ in range(60):
        means = [rng.choice(part.mean.floats()) for arm in (summary.first, summary.second) for part in arm]
        sds = [rng.choice(part.sd.floats()) for arm in (summary.first, summary.second) for part in arm]
        best.append(by_hand(summary, means, sds, 0.5)[0])
    wide = float(found.estimate[0, 1] - found.estimate[0, 0])
    assert found.estimate[0, 0] <= min(best)
    assert max(best) <= found.estimate[0, 1]
    assert (max(best) - min(best)) > 0.6 * wide


def by_hand(summary: ancova.Trial, means: list[float], sds: list[float], r: float) -> tuple[float, float]:
    """The formulas of the docstring for one set of values."""
    m = [summary.first[0].n - 1, summary.second[0].n - 1]
    xx = m[0] * sds[0] ** 2 + m[1] * sds[2] ** 2
    b = r * (m[0] * sds[0] * sds[1] + m[1] * sds[2] * sds[3]) / xx
    return (means[3] - means[1]) - b * (means[2] - means[0]), b


def test_what_is_no_correlation_is_refused() -> None:
    first, second, _ = drawn(1)
    with pytest.raises(ValueError, match="correlations from"):
        ancova.analysed(trial(first, second, 1), -1.2, 1)


def test_a_correlation_that_no_sds_have() -> None:
    of = Interval.of
    assert ancova.correlation_of(of(2, 2), of(2, 2), of(5, 5)) is None
    assert ancova.correlation_of(of(2, 2), of(2, 2), of(0, 0)) == pytest.approx((1, 1))
