"""Do readings that are not the thing itself print what theory says, and nothing where nothing is at work?"""

from dataclasses import fields, replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.special import ndtri
from scipy.stats import multivariate_normal, norm

from reread import rivals
from reread.files.problem import Problem
from reread.rivals import OneGroup, combinations, practice_and_observation, regression_to_the_mean, selective_reporting
from reread.rivals.two_readings import Readings, counts

STUDY = OneGroup("one_group", n=20, before=2, after=16)
LARGE = OneGroup("large", n=2000, before=600, after=1500)
SEEDS = st.integers(0, 2**32)
READINGS = ("regression_to_the_mean", "practice_and_observation", "selective_reporting", "combinations")


def shares(readings: Readings, group: OneGroup = LARGE, seed: int = 1) -> tuple[float, float]:
    before, after = counts(group, np.random.default_rng(seed), 300, readings)
    return float(before.mean() / group.n), float(after.mean() / group.n)


@given(SEEDS, st.integers(0, 20), st.integers(1, 3))
@settings(max_examples=25, deadline=None)
def test_no_noise_and_no_change_is_no_difference(seed: int, k: int, measures: int) -> None:
    still = Readings(reliability=1.0, measures=measures)
    before, after = counts(replace(STUDY, before=k), np.random.default_rng(seed), 30, still)
    assert (before == after).all()


@given(SEEDS, st.floats(0, 1), st.floats(0, 3))
@settings(max_examples=25, deadline=None)
def test_a_greater_gain_never_lowers_a_count(seed: int, reliability: float, gain: float) -> None:
    none, some = (
        counts(STUDY, np.random.default_rng(seed), 30, Readings(reliability, shift))[1] for shift in (0.0, gain)
    )
    assert (some >= none).all()


def test_without_a_cause_the_share_stays() -> None:
    before, after = shares(Readings(0.3))
    assert before == pytest.approx(0.3, abs=0.01)
    assert after == pytest.approx(before, abs=0.01)


def test_a_shift_is_the_normal_shift() -> None:
    assert shares(Readings(0.6, shift=1.0))[1] == pytest.approx(norm.cdf(ndtri(0.3) + 1), abs=0.01)


@pytest.mark.parametrize(("population", "r"), [(0.5, 0.6), (0.8, 0.3), (0.9, 0.0)])
def test_those_who_were_low_come_back_as_the_two_normal_scores_say(population: float, r: float) -> None:
    """P(second high | first low or high) under correlation r, weighted by the printed share at first."""
    cut = ndtri(1 - population)
    both = multivariate_normal([0, 0], [[1, r], [r, 1]])
    low_low = both.cdf([cut, cut])
    high_if_low = 1 - low_low / (1 - population)
    high_if_high = (2 * population - 1 + low_low) / population
    expected = 0.7 * high_if_low + 0.3 * high_if_high
    assert shares(Readings(r, population=population))[1] == pytest.approx(expected, abs=0.012)


def test_a_population_below_the_printed_share_selects_nobody() -> None:
    assert shares(Readings(0.5, population=0.1))[1] == pytest.approx(shares(Readings(0.5))[1], abs=1e-9)


def test_the_best_of_several_measures_is_greater_and_of_equal_ones_is_not() -> None:
    one, three = (shares(Readings(0.5, measures=m, alike=0.2), STUDY)[1] for m in (1, 3))
    assert three > one + 0.03
    same = shares(Readings(0.5, measures=3, alike=1.0), STUDY)[1]
    assert same == pytest.approx(one, abs=0.02)


def test_none_alone_reaches_the_printed_count_and_all_together_do() -> None:
    rows = {row.name: row for row in combinations.simulate(STUDY, 1, combinations.Settings(), {}).rows}
    assert all(rows[name].reach < 0.05 for name in ("time", "practice", "population", "measures", "without_time"))
    assert rows["all"].reach > 0.2
    alone = max(rows[name].share for name in ("practice", "population", "measures"))
    assert rows["all"].share > rows["without_time"].share > alone


def test_a_rival_taken_out_is_out() -> None:
    nothing = combinations.Settings(time=0, practice=0, population=0, measures=1)
    rows = combinations.simulate(STUDY, 1, nothing, {}).rows
    assert all(row.share == pytest.approx(2.5 / 21, abs=0.01) for row in rows)


def test_rows_grow_with_their_setting() -> None:
    for rival in (regression_to_the_mean, practice_and_observation, selective_reporting):
        found = [row.share for row in rival.simulate(STUDY, 1, rival.Settings(), {}).rows]
        assert found == sorted(found)


@pytest.mark.parametrize("name", READINGS)
def test_a_row_does_not_depend_on_the_others(name: str) -> None:
    rival = rivals.found()[name]
    many = {f.name: f.default for f in fields(rival.Settings) if isinstance(f.default, tuple)}
    full = rival.simulate(STUDY, 5, rival.Settings(), {}).rows
    for field, values in many.items():
        (row,) = rival.simulate(STUDY, 5, rival.Settings(**{field: values[-1:]}), {}).rows
        assert row == full[-1]
    assert rival.simulate(STUDY, 5, rival.Settings(), {}).rows == full
    assert rival.simulate(replace(STUDY, id="other"), 5, rival.Settings(), {}).rows != full


@pytest.mark.parametrize(
    ("name", "wrong"),
    [
        ("regression_to_the_mean", {"populations": (1.2,)}),
        ("practice_and_observation", {"reliability": -0.1}),
        ("selective_reporting", {"measures": (0,)}),
        ("combinations", {"time": float("nan")}),
    ],
)
def test_settings_refuse_what_means_nothing(name: str, wrong: dict[str, object]) -> None:
    with pytest.raises(Problem, match=next(iter(wrong))):
        rivals.chosen(name, wrong)
