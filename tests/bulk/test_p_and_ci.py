"""Are p-values and confidence limits those of the formulas, and does honest printing always agree?

Examples: Nuijten et al. 2016 (t); todd866/paperscope, calibration/cases (t, F, r).
"""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from reread import bulk


def test_published() -> None:
    found = bulk.p_from_t(["2.20", "1.02", "2.50"], ["28", "38", "30"], ps=["0.036", ".003", ".018"])
    assert found.agrees.tolist() == [True, False, True]
    assert bulk.p_from_f("4.10", 1, 60, ps=[".047", ".057"]).agrees.tolist() == [True, False]
    assert bulk.p_from_r("0.28", 48, ps=[".049", ".059"]).agrees.tolist() == [True, False]
    assert bulk.p_from_chi2("3.84", 1, ps=[".05", "< .001"]).agrees.tolist() == [True, False]
    assert bulk.p_from_z(["1.96", "-1.96"], ps=".05").agrees.all()


def test_conventions_of_a_printed_p() -> None:
    ps = ["0.000", "< .001", "5%", "0.04", "1.20", ".05", "> 0.05"]
    found = bulk.p_from_t(["4.87", "4.87", "2.09", "2.08", "0.1", "1.73", "1.73"], 19, ps=ps)
    assert found.agrees.tolist() == [True, True, True, False, False, False, True]
    assert bulk.p_from_t(["1.73", "-1.73"], 19, sides=1, ps=[".05", ".95"]).agrees.all()
    assert bulk.p_from_t("2.20", 28).agrees is None


T, DF, R = st.floats(-8, 8), st.integers(1, 400), st.floats(-0.999, 0.999)
PLACES = st.integers(1, 4)


@given(T, DF, DF, R, PLACES, PLACES)
def test_what_was_computed_and_printed_agrees(
    t: float, df: int, df2: int, r: float, places: int, p_places: int
) -> None:
    f, chi2 = t * t, 10 * abs(t)
    t_of_r = r * np.sqrt(df / (1 - r * r))
    found = {
        2 * stats.t.sf(abs(t), df): lambda p: bulk.p_from_t(f"{t:.{places}f}", df, ps=p),
        2 * stats.norm.sf(abs(t)): lambda p: bulk.p_from_z(f"{t:.{places}f}", ps=p),
        2 * stats.t.sf(abs(t_of_r), df): lambda p: bulk.p_from_r(f"{r:.{places}f}", df, ps=p),
        stats.chi2.sf(chi2, df): lambda p: bulk.p_from_chi2(f"{chi2:.{places}f}", df, ps=p),
        stats.f.sf(f, df, df2): lambda p: bulk.p_from_f(f"{f:.{places}f}", df, df2, ps=p),
        stats.t.sf(t, df): lambda p: bulk.p_from_t(f"{t:.{places}f}", df, 1, ps=p),
    }
    for p, ask in found.items():
        answer = ask(f"{p:.{p_places}f}")
        assert answer.agrees.all()
        cut = ask(f"{np.floor(p * 10**p_places) / 10**p_places:.{p_places}f}")
        assert cut.agrees.all()


@given(st.floats(0, 8), st.floats(1, 30), st.floats(1, 90))
def test_the_range_of_f_holds_every_df_that_prints_alike(f: float, df1: float, df2: float) -> None:
    """A Greenhouse-Geisser F with one decimal in its degrees of freedom."""
    texts = f"{f:.2f}", f"{df1:.1f}", f"{df2:.1f}"
    if min(map(float, texts[1:])) > 1.05:
        found = bulk.p_from_f(*texts)
        assert found.low <= stats.f.sf(f, df1, df2) <= found.high


@given(st.floats(-20, 20), st.floats(0.01, 9), st.integers(2, 400), PLACES, st.sampled_from([0.9, 0.95, 0.99]))
def test_honest_intervals_lie_within(mean: float, se: float, df: int, places: int, level: float) -> None:
    half = stats.t.isf((1 - level) / 2, df) * se
    text, t, printed_se = (f"{value:.{places}f}" for value in (mean, mean / se, se))
    for found in (bulk.ci_from_t(text, t, df, level), bulk.ci_from_se(text, printed_se, df, level)):
        for end, true in zip(found, (mean - half, mean + half), strict=True):
            assert end.low <= true <= end.high


def test_a_t_of_zero_or_an_open_end_bounds_nothing() -> None:
    found = bulk.ci_from_t(["0.70", "< 3"], ["0.00", "2.0"], 19)
    assert np.isneginf(found.low.low).all()
    assert np.isposinf(found.high.high[0])
    assert not any(np.isnan(value).any() for end in found for value in end)


@pytest.mark.parametrize(("df", "lowest"), [(19, 2.093), (400, 1.960)])
def test_a_large_sample_may_use_the_normal_value(df: int, lowest: float) -> None:
    found = bulk.ci_from_se("0.0000", "1.0000", df)
    assert found.high.low[0] == pytest.approx(lowest, abs=2e-4)
