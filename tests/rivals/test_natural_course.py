"""Does the simulated natural course give what an independent implementation, the literature and common sense say?"""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import optimize, stats

from reread.files.problem import Problem
from reread.rivals import OneGroup, evidence, found, natural_course
from reread.rivals.evidence import Parameter, hours_from_day, triangular
from reread.rivals.natural_course import Draws, FirstDay, Settings, model, simulate

EVIDENCE = Path(__file__).parents[2] / "evidence"
PARAMETERS = evidence.parameters(EVIDENCE)
STUDY = OneGroup("one_group", n=20, before=2, after=16)
FEW = Settings(first_days=(1, 2, 3), studies=60)
SEEDS = st.integers(0, 2**32)

# An earlier implementation of the same model, n = 20: day, cut (mL), share after, 95 % of studies, reach, mL before
# and after (means). It prints 9 % adequate at baseline on days 1 and 1.5, as does ours when the cut is the next half
# millilitre *above* the calibrated one; we take the nearest step (10 %). That and the births by caesarean (0 to 30 %
# here) make our shares after larger, by 1 to 2 points each around day 2, where reach is steepest in the share.
EARLIER = [
    (1, 5.5, 0.96, 0.80, 1.00, 0.99, 2.7, 29.6),
    (1.5, 6.5, 0.93, 0.75, 1.00, 0.96, 3.4, 29.9),
    (2, 12.5, 0.78, 0.50, 1.00, 0.55, 6.0, 30.4),
    (2.5, 22.5, 0.50, 0.25, 0.75, 0.02, 10.6, 30.1),
    (3, 33.0, 0.31, 0.10, 0.55, 0.00, 15.6, 30.2),
    (4, 46.6, 0.17, 0.00, 0.35, 0.00, 23.4, 30.4),
    (5, 53.0, 0.12, 0.00, 0.30, 0.00, 27.1, 30.1),
    (7, 57.6, 0.11, 0.00, 0.25, 0.00, 29.8, 30.4),
]


def fixed(name: str, value: float) -> dict[str, Parameter]:
    """The parameters with one of them known exactly."""
    return {**PARAMETERS, name: replace(PARAMETERS[name], value=value, low=value, high=value)}


def world_and_women(seed: int, parameters: dict[str, Parameter]) -> tuple[model.World, model.Women]:
    rng = np.random.default_rng(seed)
    return model.World.drawn(parameters, rng, 50), model.drawn(parameters, rng, 50, 20)


@pytest.fixture(scope="module")
def draws() -> Draws:
    return simulate(STUDY, 1, Settings(baseline="printed"), PARAMETERS)


@pytest.mark.parametrize(("day", "cut", "after", "low", "high", "reach", "ml_before", "ml_after"), EARLIER)
def test_earlier_implementation_agrees(
    draws: Draws, day: float, cut: float, after: float, low: float, high: float, reach: float,
    ml_before: float, ml_after: float,
) -> None:  # fmt: skip
    row = draws.at(day)
    assert row.cut_ml == pytest.approx(cut, abs=1.5)
    assert row.share_before == pytest.approx(0.10, abs=0.01)
    assert row.share_after == pytest.approx(after, abs=0.03)  # Monte Carlo error 0.2 points; the rest is the cut
    assert (row.share_after_low, row.share_after_high) == pytest.approx((low, high), abs=0.051)
    assert row.reach == pytest.approx(reach, abs=0.09 if day == 2 else 0.03)
    assert (row.volume_before, row.volume_after) == pytest.approx((ml_before, ml_after), rel=0.06)


def test_studies_with_the_printed_baseline_count(draws: Draws) -> None:
    for day, reach in ((1, 0.988), (1.5, 0.963), (2, 0.558), (2.5, 0.017), (3, 0.0)):
        conditional = draws.at(day).reach_given_before
        assert conditional == pytest.approx(reach, abs=0.09 if day == 2 else 0.03)
        # a little below the binomial 28.5 %: cuts are half-millilitre steps, so not every study's share is 10 %
        assert draws.at(day).matching / 4000 == pytest.approx(0.28, abs=0.025)


def test_other_reading_of_the_counts() -> None:
    other = simulate(OneGroup("means", 20, 4, 18), 1, Settings(first_days=(1, 2, 3), baseline="printed"), PARAMETERS)
    earlier = ((1, 4.0, 0.982), (2, 8.0, 0.702), (3, 22.5, 0.0))
    for day, cut, reach in earlier:
        assert other.at(day).cut_ml == pytest.approx(cut, abs=0.5)
        assert other.at(day).reach_given_before == pytest.approx(reach, abs=0.08)


def test_median_curve_passes_near_published_intakes() -> None:
    volumes = [a for a in evidence.anchors(EVIDENCE).values() if a.unit == "mL per 24 h"]
    days = [a.hours / 24 + 0.5 for a in volumes]
    low, median, high = natural_course.curve(PARAMETERS, days, np.random.default_rng(0))
    published = np.array([a.value for a in volumes])
    ratio = published / median
    # Widest: Arthur's 82 mL at 24 h, above the 90th percentile here (others: 20 to 44 mL for the first day).
    assert ratio.min() > 1 / 2.1
    assert ratio.max() < 2.7
    assert np.exp(abs(np.log(ratio)).mean()) < 1.45
    assert np.mean((low <= published) & (published <= high)) >= 0.8


def test_refit_to_the_anchors_lies_in_the_ranges_drawn_from() -> None:
    """All anchors equal, log scale, mean over women: floor 28, rise 607, steepness 4.0 (evidence/README.md)."""
    volumes = [a for a in evidence.anchors(EVIDENCE).values() if a.unit == "mL per 24 h" and "not used" not in a.note]
    assert len(volumes) == 14
    score = stats.norm.ppf((np.arange(200) + 0.5) / 200)
    hours, published = np.array([[a.hours, a.value] for a in volumes]).T

    def residual(guess: np.ndarray) -> np.ndarray:
        mean = np.zeros_like(hours)
        for name, weight in (("rise_time_first_birth", 0.35), ("rise_time_later_birth", 0.65)):
            half_rise = PARAMETERS[name].value * np.exp(PARAMETERS["rise_time_log_sd"].value * score)
            mean += weight * (guess[1] / (1 + (half_rise / hours[:, None]) ** guess[2])).mean(axis=1)
        return np.asarray(np.log(guess[0] + mean) - np.log(published))

    fitted = optimize.least_squares(residual, [26.0, 610.0, 5.0]).x
    assert fitted == pytest.approx([28, 607, 4.0], rel=0.02)
    for name, value in zip(("floor", "rise", "steepness"), fitted, strict=True):
        assert PARAMETERS[name].low < value < PARAMETERS[name].high


def test_sittings_pass_near_published_hand_expression(draws: Draws) -> None:
    anchors = evidence.anchors(EVIDENCE)
    both_breasts = {day: 2 * draws.at(day).volume_before for day in (1, 2, 3)}
    for day, volume in both_breasts.items():
        assert 1 / 1.5 < anchors[f"hand_day_{day}"].value / volume < 1.5
    published_rise = anchors["hand_day_3"].value / anchors["hand_day_1"].value
    assert both_breasts[3] / both_breasts[1] == pytest.approx(published_rise, rel=0.35)


@given(SEEDS, st.floats(0.1, 1500))
@settings(max_examples=30, deadline=None)
def test_volumes_are_never_negative(seed: int, hours: float) -> None:
    world, women = world_and_women(seed, PARAMETERS)
    for volume in (model.daily_volume(world, women, hours), model.sitting(world, women, hours, women.rise)):
        assert np.isfinite(volume).all()
        assert (volume >= 0).all()


@given(SEEDS, st.floats(30, 90), st.floats(0, 40), st.sampled_from(["rise_time_first_birth", "rise_time_later_birth"]))
@settings(max_examples=30, deadline=None)
def test_later_rise_never_means_more_on_day_three(seed: int, median: float, later: float, name: str) -> None:
    early, late = (
        model.daily_volume(*world_and_women(seed, fixed(name, value)), hours_from_day(3))
        for value in (median, median + later)
    )
    assert (late <= early + 1e-9).all()


@given(SEEDS, st.floats(0.6, 14))
@settings(max_examples=15, deadline=None)
def test_no_noise_and_no_time_is_no_difference(seed: int, day: float) -> None:
    still = Settings(first_days=(day,), days_between=0, studies=40)
    row = simulate(STUDY, seed, still, fixed("session_log_sd", 0.0)).days[0]
    assert (row.share_before, row.volume_before) == (row.share_after, row.volume_after)


@given(SEEDS, st.lists(st.floats(0.6, 14), max_size=3))
@settings(max_examples=10, deadline=None)
def test_a_day_does_not_depend_on_the_others(seed: int, others: list[float]) -> None:
    alone = simulate(STUDY, seed, replace(FEW, first_days=(2,)), PARAMETERS)
    among = simulate(STUDY, seed, replace(FEW, first_days=(*others, 2)), PARAMETERS)
    assert alone.days[0] == among.days[-1]


def test_same_seed_same_numbers_other_seed_or_study_others() -> None:
    first = simulate(STUDY, 7, FEW, PARAMETERS)
    assert first == simulate(STUDY, 7, FEW, PARAMETERS)
    assert first.days != simulate(STUDY, 8, FEW, PARAMETERS).days
    assert first.days != simulate(replace(STUDY, id="another"), 7, FEW, PARAMETERS).days


@pytest.mark.parametrize("before", [0, 1, 7, 10, 19, 20])
def test_cut_gives_the_printed_share(before: int) -> None:
    known = Settings(first_days=(3,), studies=1500, baseline="printed")
    row = simulate(replace(STUDY, before=before), 3, known, PARAMETERS).days[0]
    printed = min(max(before, 0.5), 19.5) / 20  # none (all) of 20 is read as half a woman
    assert row.share_before == pytest.approx(printed, abs=0.02)


def test_nothing_moves_once_the_rise_is_over() -> None:
    row = simulate(STUDY, 1, Settings(first_days=(40,), studies=2000, baseline="printed"), PARAMETERS).days[0]
    assert row.volume_after == pytest.approx(row.volume_before, rel=0.02)
    assert row.share_after == pytest.approx(row.share_before, abs=0.01)
    assert row.reach == 0


def test_settling_and_a_given_cut() -> None:
    def day_two(**changed: float) -> FirstDay:
        return simulate(STUDY, 1, replace(FEW, studies=500, **changed), PARAMETERS).at(2)  # type: ignore[arg-type]

    assert day_two().share_after < day_two(settle=0.2).share_after < day_two(settle=0.6).share_after
    assert day_two(cut=10).cut_low == day_two(cut=10).cut_high == 10
    assert day_two(cut=30).share_after < day_two(cut=10).share_after


def test_conditional_reach_is_unknown_when_no_study_matches() -> None:
    row = simulate(STUDY, 1, replace(FEW, cut=10_000.0), PARAMETERS).at(1)
    assert (row.matching, row.reach_given_before) == (0, None)


def test_triangular_is_the_triangular_distribution() -> None:
    parameter = PARAMETERS["steepness"]
    uniform = np.linspace(0, 1, 101)
    peak = (parameter.value - parameter.low) / (parameter.high - parameter.low)
    expected = stats.triang.ppf(uniform, peak, parameter.low, parameter.high - parameter.low)
    assert triangular(uniform, parameter) == pytest.approx(expected)


def test_a_missing_parameter_row_is_named() -> None:
    with pytest.raises(Problem, match="no row feeds;"):
        simulate(STUDY, 1, FEW, {name: row for name, row in PARAMETERS.items() if name != "feeds"})


@pytest.mark.parametrize(
    "wrong",
    [{"first_days": (0.5,)}, {"days_between": -1}, {"studies": 0}, {"settle": float("nan")}, {"cut": 0.0}],
    ids=lambda wrong: next(iter(wrong)),
)
def test_settings_refuse_what_means_nothing(wrong: dict[str, float]) -> None:
    with pytest.raises(Problem, match=next(iter(wrong))):
        Settings(**wrong)  # type: ignore[arg-type]


def test_impossible_counts_are_refused() -> None:
    with pytest.raises(Problem, match="21 after"):
        OneGroup("x", 20, 2, 21)


def test_found_by_place() -> None:
    assert found()["natural_course"] is natural_course
    assert "evidence" not in found()
