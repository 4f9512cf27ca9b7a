"""Is the printed baseline count used once, do stated effects stand beside none, and does a prefix of studies repeat?"""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from reread.rivals import OneGroup, evidence, stream
from reread.rivals.natural_course import Draws, Settings, simulate, studies
from reread.rivals.natural_course.studies import baseline, blocks, needed

PARAMETERS = evidence.parameters(Path(__file__).parents[2] / "evidence")
STUDY = OneGroup("one_group", n=20, before=2, after=16)
SEEDS = st.integers(0, 2**32)


@pytest.fixture(scope="module")
def both() -> dict[str, Draws]:
    return {kind: simulate(STUDY, 1, Settings(baseline=kind), PARAMETERS) for kind in ("printed", "posterior")}


def test_the_share_at_baseline_is_drawn_from_its_posterior(both: dict[str, Draws]) -> None:
    drawn = baseline(STUDY, np.random.default_rng(1), 20_000, True)
    assert np.quantile(drawn, (0.025, 0.975)) == pytest.approx(stats.beta.ppf((0.025, 0.975), 2.5, 18.5), abs=0.004)
    assert both["posterior"].at(3).share_before == pytest.approx(2.5 / 21, abs=0.01)
    for day in (2, 2.5, 3):  # what 2 of 20 leaves open makes the answer wider
        rows = [both[kind].at(day) for kind in ("printed", "posterior")]
        widths = [row.share_after_high - row.share_after_low for row in rows]
        assert widths[1] > widths[0]


def test_the_baseline_count_is_not_used_twice(both: dict[str, Draws]) -> None:
    assert all(row.reach_given_before is None for row in both["posterior"].days)
    assert both["printed"].at(2).reach_given_before is not None


def test_reach_is_the_chance_without_effect_and_grows_with_the_effect(both: dict[str, Draws]) -> None:
    for row in both["posterior"].days:
        assert row.chances[0].effect == 1
        assert row.chances[0].at_least == row.reach
        reaches = [chance.at_least for chance in row.chances]
        assert reaches == sorted(reaches)
        assert all(0 <= chance.exactly <= chance.at_least for chance in row.chances)
        assert row.needed_low <= row.needed <= row.needed_high


def test_days_that_conflict_are_those_whose_band_misses_the_printed_count(both: dict[str, Draws]) -> None:
    rows = {row.day: row for row in both["posterior"].days}
    assert [day for day, row in rows.items() if row.conflicts] == [3, 4, 5, 7]
    for row in rows.values():
        assert row.conflicts == (not row.share_after_low <= 0.8 <= row.share_after_high)


@pytest.mark.parametrize(("before", "after"), [(0, 20), (20, 20), (0, 0), (20, 0)])
def test_everybody_or_nobody_is_no_conflict_by_itself(before: int, after: int) -> None:
    rows = simulate(OneGroup("edge", 20, before, after), 1, Settings(first_days=(1, 7), studies=400), PARAMETERS).days
    for row in rows:
        assert row.conflicts == (not row.share_after_low <= after / 20 <= row.share_after_high)
        assert (row.needed_high == np.inf) == (after == 20)
        assert (row.needed_low == 0) == (after == 0)
        assert not np.isnan([row.needed_low, row.needed, row.needed_high]).any()


@given(SEEDS, st.integers(0, 20), st.floats(0.2, 5))
@settings(max_examples=25, deadline=None)
def test_the_effect_needed_is_the_least_that_reaches_the_count(seed: int, count: int, effect: float) -> None:
    (block,) = blocks(STUDY, PARAMETERS, np.random.default_rng(seed), 12, 2, (7,))
    counted = (block.after[0] * effect >= block.edge).sum(axis=1)
    assert ((counted >= count) == (needed(block.after[0], block.edge, count) <= effect)).all()


def test_women_take_the_first_days_in_turn() -> None:
    days: tuple[float | tuple[float, ...], ...] = (1.0, (1.0, 3.0))
    one, both = (next(blocks(STUDY, PARAMETERS, np.random.default_rng(5), 8, day, (7,), cut=9.0)) for day in days)
    assert (one.before[:, ::2] == both.before[:, ::2]).all()
    assert (one.before[:, 1::2] < both.before[:, 1::2]).mean() > 0.9


def test_each_study_rival_and_day_has_a_stream_of_its_own() -> None:
    """Nothing is shared between days, so that any number of cores gives the same results in any order."""
    firsts = [stream(1, study, rival, day).random() for study in "ab" for rival in "cd" for day in (1, 2)]
    assert len(set(firsts)) == len(firsts)
    days = (3.0, 1.0, 2.0)
    together = simulate(STUDY, 4, Settings(first_days=days, studies=90), PARAMETERS).days
    alone = [simulate(STUDY, 4, Settings(first_days=(d,), studies=90), PARAMETERS).days[0] for d in sorted(days)]
    assert sorted(together, key=lambda row: row.day) == alone


def test_a_few_large_blocks_and_many_small_ones_are_one_distribution(monkeypatch: pytest.MonkeyPatch) -> None:
    known = Settings(first_days=(2,), studies=1200)
    large = simulate(STUDY, 1, known, PARAMETERS).at(2)
    monkeypatch.setattr(studies, "BLOCK", 2048)
    small = simulate(STUDY, 1, known, PARAMETERS).at(2)
    assert small.share_after == pytest.approx(large.share_after, abs=0.03)
