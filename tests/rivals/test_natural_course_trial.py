"""Does a two-arm trial of the same engine hold its size and find an effect, where one group tells nothing apart?"""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pingouin
import pytest
from scipy import stats

from reread.rivals import OneGroup, evidence
from reread.rivals.natural_course.trial import (
    ALPHA,
    Power,
    adjusted_p,
    arms_of,
    fisher_p,
    mcnemar_p,
    p_of,
    powers,
    smallest,
)

PARAMETERS = evidence.parameters(Path(__file__).parents[2] / "evidence")
STUDY = OneGroup("one_group", n=20, before=2, after=16)
TRIALS = 3000
ERROR = np.sqrt(ALPHA * (1 - ALPHA) / TRIALS)


@pytest.fixture(scope="module", params=[1, 1.5, 2, 2.5, 3, 4, 5, 7])
def on_a_day(request: pytest.FixtureRequest) -> dict[float, Power]:
    found = powers(STUDY, 1, PARAMETERS, (request.param,), 7, (20,), (1, 2), TRIALS)
    return {row.effect: row for row in found}


def test_the_null_holds_its_size_at_every_baseline_day(on_a_day: dict[float, Power]) -> None:
    assert on_a_day[1].two_arm <= ALPHA + 3 * ERROR
    assert on_a_day[1].counts <= ALPHA  # exact, and conservative at a ceiling


def test_an_effect_is_found_by_two_arms_and_not_told_apart_by_one_group(on_a_day: dict[float, Power]) -> None:
    assert on_a_day[2].two_arm > 0.8
    assert on_a_day[2].two_arm > on_a_day[1].two_arm + 0.7


def test_one_group_is_significant_with_and_without_effect() -> None:
    rows = powers(STUDY, 1, PARAMETERS, (1, 2), 7, (20,), (1, 2), 500)
    assert all(row.one_group > 0.95 for row in rows)


def test_the_effect_comes_out_as_it_was_put_in() -> None:
    arms = arms_of(STUDY, 1, PARAMETERS, (2,), 7, 60, 400)
    treated = np.arange(120) % 2 == 0
    after = arms.after + np.log(1.5) * treated
    estimates = after[:, treated].mean(axis=1) - after[:, ~treated].mean(axis=1)
    assert np.exp(estimates.mean()) == pytest.approx(1.5, rel=0.03)


def test_power_is_that_of_a_t_test_where_one_applies() -> None:
    """Without adjustment and in a world that is known, log yields are nearly normal: pingouin's power says as much."""
    known = {name: replace(row, low=row.value, high=row.value) for name, row in PARAMETERS.items()}
    arms = arms_of(STUDY, 1, known, (3,), 7, 60, 2000)
    treated = np.arange(120) % 2 == 0
    after = arms.after + np.log(1.4) * treated
    found = (stats.ttest_ind(after[:, treated], after[:, ~treated], axis=1).pvalue < ALPHA).mean()
    d = np.log(1.4) / np.sqrt(arms.after.var(axis=1, ddof=1).mean())
    assert found == pytest.approx(pingouin.power_ttest2n(60, 60, d=d), abs=0.03)
    adjusted = (adjusted_p(after, arms.before, treated, 1) < ALPHA).mean()
    assert adjusted >= found - 0.02  # adjusting never costs more than a degree of freedom


def test_the_adjusted_test_is_the_regression() -> None:
    rng = np.random.default_rng(3)
    treated, stratum = np.arange(24) // 3 % 2 == 0, np.arange(24) % 3
    before = rng.standard_normal((5, 24))
    after = 0.6 * before + 0.5 * treated + stratum + rng.standard_normal((5, 24))
    for k, p in enumerate(adjusted_p(after, before, treated, 3)):
        design = np.column_stack([treated, before[k], *(stratum == s for s in range(3))]).astype(float)
        beta, left, _, _ = np.linalg.lstsq(design, after[k], rcond=None)
        error = np.sqrt(left[0] / 19 * np.linalg.inv(design.T @ design)[0, 0])
        assert p == pytest.approx(2 * stats.t.sf(abs(beta[0] / error), 19))


@pytest.mark.parametrize("n", [3, 8, 20])
def test_exact_tests_are_those_of_scipy(n: int) -> None:
    rng = np.random.default_rng(n)
    a, c = rng.integers(0, n + 1, (2, 40))
    expected = [stats.fisher_exact([[x, n - x], [y, n - y]]).pvalue for x, y in zip(a, c, strict=True)]
    assert fisher_p(a, c, n) == pytest.approx(expected)
    exact = [stats.binomtest(int(x), int(x + y)).pvalue if x + y else 1.0 for x, y in zip(a, c, strict=True)]
    assert mcnemar_p(a, c) == pytest.approx(exact)


def test_draws_without_variance_are_counted() -> None:
    assert p_of(np.array([0.0, 1.0]), np.zeros(2), 10).tolist() == [1.0, 0.0]
    same = np.ones((1, 8))
    assert adjusted_p(same, same, np.arange(8) % 2 == 0, 1).tolist() == [1.0]


def test_the_smallest_size_that_suffices() -> None:
    rows = [Power(n, 2.0, p, p, 0, 1) for n, p in ((10, 0.5), (20, 0.81), (40, 0.99))]
    assert smallest(rows, 2.0) == 20
    assert smallest(rows, 2.0, 0.999) is None


def test_strata_have_as_many_in_both_groups() -> None:
    with pytest.raises(ValueError, match="multiples of 3"):
        powers(STUDY, 1, PARAMETERS, (1, 2, 3), 7, (10,), (1,), 10)
