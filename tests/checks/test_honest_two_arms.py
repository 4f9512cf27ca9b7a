"""Law 2 for trials of two arms; and what is said of an adjusted analysis holds that of the participants."""

from __future__ import annotations

import arms_adjusted
from honest_two_arms import random_two_arms
from test_honesty import accusations

from reread.checks.eligibility import check as eligibility

SEEDED = 60


def test_no_honest_trial_is_accused() -> None:
    for seed in range(SEEDED):
        assert not accusations(random_two_arms(seed)), f"seed {seed}"


def test_nobody_who_could_take_part_is_a_question() -> None:
    found = [finding for seed in range(SEEDED) for finding in eligibility(random_two_arms(seed))]
    assert {finding.status for finding in found} == {"consistent"}
    assert {str(finding.roles[0]).rpartition(".")[2] for finding in found} == {"minimum", "maximum", "mean", "sd"}


def test_the_adjusted_analysis_of_the_participants_lies_in_what_is_left() -> None:
    found = [arms_adjusted.truth(seed) for seed in range(SEEDED)]
    assert {seed: wrong for seed, wrong in enumerate(found) if wrong} == {}
    assert sum(wrong is not None for wrong in found) > SEEDED / 2


def test_data_sets_that_print_the_same_reach_its_ends() -> None:
    """Nothing lies outside (it raises); measured trials reach nearly all, small ones of whole scores all of it."""
    made, every = ([shares for seed in range(SEEDED) if (shares := ask(seed))] for ask in arms_adjusted.KINDS.values())
    assert made
    assert all(share > 0.98 for shares in made for share in shares.values())
    assert len(every) > SEEDED / 2
    assert all(shares[part] > 0.999 for shares in every for part in ("estimate", "low", "high"))
    assert sum(shares["p"] > 0.999 for shares in every) > 0.95 * len(every)  # beside a perfect fit p is told as any
