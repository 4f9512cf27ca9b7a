"""Law 2 for reported tests: no check may call honest data inconsistent, however they are printed."""

from __future__ import annotations

from honest_tests import random_tests_study
from test_honesty import accusations

SEEDED = 150


def test_no_honest_test_is_accused() -> None:
    for seed in range(SEEDED):
        assert not accusations(random_tests_study(seed)), f"seed {seed}"
