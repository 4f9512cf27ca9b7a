"""Law 2 for groups in less usual prints; and no check breaks on any of their numbers, however odd they are printed."""

from __future__ import annotations

from collections import Counter
from random import Random

import plain_groups
import pytest
from honest_groups import random_groups_study
from honest_tests import random_tests_study
from hypothesis import given, settings
from hypothesis import strategies as st
from test_honesty import accusations

from reread import checks, words
from reread.explain.benign import findings_with_readings
from reread.report.told import rendered
from reread.study.values import Study

SEEDED = 70
ODD = ["0", "1", "2", "-1", "-0.72", "0.00", "< 5", "> 0.4", "≤ 1", "~3", "99.999", "5%", ".5",
       "< .001", "> .05", "−3.2", "2.5", "100", "7", "0.000001", "100000.00"]  # fmt: skip


def test_no_honest_group_is_accused() -> None:
    for seed in range(SEEDED):
        assert not accusations(random_groups_study(seed)), f"seed {seed}"


def odd(study: Study, random: Random) -> Study:
    """The study with some numbers missing and some printed oddly."""
    changed: dict[str, str] = {}
    for role in list(study.values):
        if random.random() < 0.3:
            changed[role] = random.choice(ODD)
    kept = {role: value for role, value in study.printing(changed).values.items() if random.random() < 0.9}
    return Study(study.id, study.file, kept)


@settings(max_examples=120, deadline=None)
@given(st.integers(0, 10**6), st.sampled_from([random_groups_study, random_tests_study]))
def test_no_check_breaks_on_odd_numbers(seed: int, draw: object) -> None:
    study = odd(draw(seed), Random(seed))  # type: ignore[operator]
    for name in plain_groups.WRONG:
        assert {finding.check for finding in checks.found()[name](study)} <= {name}


@pytest.mark.parametrize("seed", range(12))
def test_every_finding_can_be_told(seed: int) -> None:
    """Also of odd numbers, and with every departure tried."""
    say, random = words.load("en"), Random(seed)
    findings, broken = findings_with_readings(odd(random_groups_study(seed), random))
    assert not broken
    assert all(rendered(f, Study("s", random_groups_study(seed).file, {}), say)["words"]["allows"] for f in findings)


def test_the_groups_meet_what_they_are_drawn_for() -> None:
    met: Counter[str] = Counter()
    for seed in range(200):
        found = checks.findings(random_groups_study(seed))
        met.update(finding.check for finding in found if finding.status == "consistent")
    assert {"mcnemar_from_counts", "proportions", "rank_z", "sd_limits", "unknown_sizes", "range_limits"} <= set(met)
