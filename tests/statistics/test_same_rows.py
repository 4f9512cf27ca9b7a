"""Are rows the same in both arms as often as is said? Held against trials drawn person by person."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import stats

from reread.statistics.same_rows import at_least, imbalance, same_count, same_mean, same_sd

RNG = np.random.default_rng(20250701)
TRIALS = 40_000


@pytest.mark.parametrize("whole", [False, True], ids=["measured", "whole numbers"])
@pytest.mark.parametrize(
    ("sd", "n", "m", "decimals"), [(4.2, 30, 30, 1), (1.1, 20, 25, 1), (12, 60, 60, 0), (9, 30, 30, 2)]
)
def test_means_and_sds_person_by_person(sd: float, n: int, m: int, decimals: int, whole: bool) -> None:
    """Never less likely than it is: whole numbers repeat more, and are what the chance of a mean is computed for."""
    middle = RNG.uniform(20, 60, (TRIALS, 1))
    arms = [RNG.normal(middle, sd, (TRIALS, size)) for size in (n, m)]
    arms = [arm.round() for arm in arms] if whole else arms
    means = [np.round(arm.mean(1), decimals) for arm in arms]
    sds = [np.round(arm.std(1, ddof=1), decimals) for arm in arms]
    step, room = 10.0**-decimals, 4 / np.sqrt(TRIALS)
    same = [float(np.isclose(first, second).mean()) for first, second in (means, sds)]
    said = same_mean(sd, n, m, step), same_sd(sd, n, m, step)
    assert said[0] > same[0] * 0.9 - room * np.sqrt(said[0])
    assert same[1] == pytest.approx(said[1], rel=0.12, abs=room * np.sqrt(said[1]))
    if decimals < 2 or whole:
        assert same[0] == pytest.approx(said[0], rel=0.12, abs=room * np.sqrt(said[0]))


def test_counts_and_sizes_as_scipy() -> None:
    assert same_count(15, 30, 30, 30) == pytest.approx(stats.hypergeom.pmf(15, 60, 30, 30))
    assert imbalance(480, 520) == pytest.approx(2 * stats.binom.cdf(480, 1000, 0.5))
    assert imbalance(20, 40) == pytest.approx(stats.binomtest(20, 60).pvalue)
    with pytest.raises(ValueError, match="31 of 30"):
        same_count(31, 40, 30, 30)


@pytest.mark.parametrize("correlation", [0.0, 0.5])
def test_how_many_rows_person_by_person(correlation: float) -> None:
    chances = [0.02, 0.1, 0.1, 0.3, 0.05]
    edges = stats.norm.ppf((1 + np.array(chances)) / 2)
    common, own = RNG.standard_normal((5 * TRIALS, 1)), RNG.standard_normal((5 * TRIALS, 5))
    same = np.abs(np.sqrt(correlation) * common + np.sqrt(1 - correlation) * own) < edges
    for rows in (1, 2, 3):
        assert at_least(rows, chances, correlation) == pytest.approx((same.sum(1) >= rows).mean(), abs=0.004)
    with pytest.raises(ValueError, match="correlation"):
        at_least(1, chances, 1.0)
