"""Student 1908, doi:10.1093/biomet/6.1.1, p. 20: hours of sleep gained by ten men with two drugs.

Printed there: means .75, 2.33 and 1.58; SDs 1.70, 1.90 and 1.17, with n below. The ratio that he takes, 1.35 = 1.58 /
1.17, is t / √(n − 1) of today: t(9) = 4.06.
"""

from __future__ import annotations

import pytest
from printed_groups import published, said

WITH_N = {"first": ("0.75", "1.70"), "second": ("2.33", "1.90")}
TODAY = {"first": ("0.75", "1.79"), "second": ("2.33", "2.00")}


def groups(prints: dict[str, tuple[str, str]]) -> dict[str, dict[str, str]]:
    return {name: {"n": "10", "mean": mean, "sd": sd} for name, (mean, sd) in prints.items()}


@pytest.mark.parametrize("prints", [WITH_N, TODAY])
def test_paired(prints: dict[str, tuple[str, str]]) -> None:
    study = published(groups(prints), {"t": "4.06", "estimate": "1.58"}, test="paired t")
    assert set(said(study, "paired_t_from_groups", "difference_of_groups").values()) == {"consistent"}


@pytest.mark.parametrize("prints", [WITH_N, TODAY])
def test_as_two_groups(prints: dict[str, tuple[str, str]]) -> None:
    """R's documentation of `sleep`: t = −1.8608, df = 17.776, p = 0.07939, −3.365 to 0.205."""
    printed = {"t": "-1.8608", "p": "0.07939", "estimate": "1.58", "ci.low": "-3.365", "ci.high": "0.205"}
    study = published(groups(prints), printed, test="Welch t")
    names = ("t_from_groups", "p_from_groups", "ci_from_groups", "difference_of_groups")
    assert set(said(study, *names).values()) == {"consistent"}


def test_the_paired_t_is_not_that_of_two_groups() -> None:
    study = published(groups(TODAY), {"t": "4.06", "p": "0.003"}, test="independent t")
    assert set(said(study, "t_from_groups", "p_from_groups").values()) == {"inconsistent"}
