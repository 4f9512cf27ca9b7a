"""Sizes of effect, p-values and intervals beside pingouin and scipy, which compute them from the data or otherwise."""

from __future__ import annotations

from random import Random

import numpy as np
import pandas as pd
import pingouin as pg
import pytest
from scipy import stats
from scipy.stats import contingency

from reread.checks.correlation_ci import fisher_interval
from reread.numbers.interval import Interval
from reread.statistics.bounds import p_of_t
from reread.statistics.effect_sizes import d_from_independent_t, epsilon2_from_f, eta2_from_f, omega2_from_f, r_from_t
from reread.statistics.ratios import katz, odds_ratio, risk_ratio, woolf
from reread.statistics.significance import p_from_chi2, p_from_f, p_of_r, p_of_z

CLOSE = 1e-9  # both in double precision


def groups(seed: int) -> list[np.ndarray]:
    generator = np.random.default_rng(seed)
    return [generator.normal(k * 0.7, 1 + k, 8 + 5 * k) for k in range(3)]


@pytest.mark.parametrize("seed", range(3))
def test_d_and_r_of_two_groups(seed: int) -> None:
    a, b, _ = groups(seed)
    t, p = stats.ttest_ind(a, b)
    d = pg.compute_effsize(a, b, eftype="cohen")
    assert d_from_independent_t(t, len(a), len(b)) == pytest.approx(d, rel=CLOSE)
    belongs = np.repeat([1.0, 0.0], [len(a), len(b)])
    assert r_from_t(t, len(a) + len(b) - 2) == pytest.approx(np.corrcoef(belongs, [*a, *b])[0, 1], rel=CLOSE)
    df = Interval.point(len(a) + len(b) - 2)
    assert p_of_t(Interval.around(t, t), df, 2).contains_float(float(p))


@pytest.mark.parametrize("seed", range(3))
def test_shares_of_variance(seed: int) -> None:
    data = groups(seed)
    table = pd.DataFrame([(k, x) for k, xs in enumerate(data) for x in xs], columns=["arm", "score"])
    row = pg.anova(data=table, dv="score", between="arm", detailed=True, effsize="n2").iloc[0]
    within = pg.anova(data=table, dv="score", between="arm", detailed=True).iloc[1]
    f, p = stats.f_oneway(*data)
    df1, df2 = 2, len(table) - 3
    between, rest = row["SS"], within["SS"]
    assert eta2_from_f(f, df1, df2) == pytest.approx(row["n2"], rel=CLOSE)
    mean_square = rest / df2
    assert omega2_from_f(f, df1, df2) == pytest.approx((between - df1 * mean_square) / (between + rest + mean_square))
    assert epsilon2_from_f(f, df1, df2) == pytest.approx((between - df1 * mean_square) / (between + rest))
    assert p_from_f(f, df1, df2) == pytest.approx(p, rel=CLOSE)


@pytest.mark.parametrize("seed", range(3))
def test_correlation(seed: int) -> None:
    a, b = groups(seed)[0], groups(seed + 50)[0]
    fit = stats.pearsonr(a, b)
    r, low, high = float(fit.statistic), *fit.confidence_interval(0.95)
    assert fisher_interval(r, len(a), 0.95) == pytest.approx((low, high), rel=CLOSE)
    assert p_of_r(Interval.around(r, r), Interval.point(len(a) - 2), 2).contains_float(float(fit.pvalue))


@pytest.mark.parametrize("seed", range(3))
def test_tables(seed: int) -> None:
    random = Random(seed)
    a, b, c, d = (random.randint(5, 60) for _ in range(4))
    of_odds = contingency.odds_ratio([[a, b], [c, d]], kind="sample")
    of_risk = contingency.relative_risk(a, a + b, c, c + d)
    assert odds_ratio((a, b, c, d)) == pytest.approx(of_odds.statistic, rel=CLOSE)
    assert woolf((a, b, c, d), 0.95) == pytest.approx(tuple(of_odds.confidence_interval(0.95)), rel=1e-6)
    assert risk_ratio((a, b, c, d)) == pytest.approx(of_risk.relative_risk, rel=CLOSE)
    assert katz((a, b, c, d), 0.95) == pytest.approx(tuple(of_risk.confidence_interval(0.95)), rel=1e-6)
    chi2, p, df, _ = stats.chi2_contingency([[a, b], [c, d]])
    assert p_from_chi2(chi2, df) == pytest.approx(p, rel=CLOSE)


def test_z() -> None:
    """The two-sided normal tail of 1.959964 is 0.05."""
    assert p_of_z(Interval.of("1.959963", "1.959965"), 2).contains_float(0.05)
