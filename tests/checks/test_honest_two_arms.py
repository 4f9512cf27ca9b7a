"""Law 2 for trials of two arms; and what is said of an adjusted analysis holds that of the participants."""

from __future__ import annotations

from honest_two_arms import drawn, random_two_arms
from scipy import stats
from test_honesty import accusations
from two_arms import least_squares

from reread.checks.eligibility import check as eligibility
from reread.reanalysis.adjusted import adjusted
from reread.study.arms import measured_twice

SEEDED = 60


def test_no_honest_trial_is_accused() -> None:
    for seed in range(SEEDED):
        assert not accusations(random_two_arms(seed)), f"seed {seed}"


def test_nobody_who_could_take_part_is_a_question() -> None:
    found = [finding for seed in range(SEEDED) for finding in eligibility(random_two_arms(seed))]
    assert {finding.status for finding in found} == {"consistent"}
    assert {str(finding.roles[0]).rpartition(".")[2] for finding in found} == {"minimum", "maximum", "mean", "sd"}


def test_the_adjusted_analysis_of_the_participants_lies_in_what_is_left() -> None:
    asked = 0
    for seed in range(SEEDED):
        study, arms, same = drawn(seed)
        measure = next(measured_twice(study))
        found = adjusted(measure, 0.05)
        assert same or (found is None and measure.why_not() == "sizes")
        if found is None:
            continue
        asked += 1
        estimate, se, _, p = least_squares(*arms.values())
        half = float(stats.t.isf(0.025, found.over.df)) * se
        low, high = found.over.interval()
        truth = {"estimate": (found.over.estimate, estimate), "p": (found.over.p, p),
                 "low": (low, estimate - half), "high": (high, estimate + half)}  # fmt: skip
        for what, (ends, value) in truth.items():
            least, greatest = found.over.over_all(ends)
            assert least <= value <= greatest, f"seed {seed}: {what}"
        assert found.printed != "none", f"seed {seed}: the printed adjusted result is one of them"
    assert asked > SEEDED / 2
