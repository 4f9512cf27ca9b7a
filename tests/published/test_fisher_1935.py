"""Fisher 1935, The Design of Experiments, chapter III, section 17: Darwin's crossed and self-fertilised maize.

Fifteen pairs, heights in inches (Darwin 1876); differences in eighths of an inch have a mean of 20.933, t = 2.148 with
14 degrees of freedom. Means and SDs are computed here from the heights.
"""

from __future__ import annotations

from statistics import mean, stdev

import pytest
from published_cases import altered, groups_of, right

CROSSED = [23.5, 12, 21, 22, 19.125, 21.5, 22.125, 20.375, 18.25, 21.625, 23.25, 21, 22.125, 23, 12]
SELFED = [17.375, 20.375, 20, 20, 18.375, 18.625, 18.625, 15.25, 16.5, 18, 16.25, 18, 12.75, 15.5, 18]
GROUPS = {
    name: {"n": "15", "mean": f"{mean(xs):.2f}", "sd": f"{stdev(xs):.2f}"}
    for name, xs in (("crossed", CROSSED), ("self-fertilised", SELFED))
}
PUBLISHED = [
    right(
        groups_of(GROUPS, {"t": "2.148", "df": "14"}, test="paired t"), "paired_t_from_groups",
        where="section 17; the heights of a pair correlate by −0.33, which is possible and told to be unusual",
        says="below_zero",
    ),
    right(groups_of(GROUPS, {"t": "2.148", "df": "14"}, test="paired t"), "df_n", where="section 17"),
    altered(
        groups_of(GROUPS, {"t": "1.148", "df": "14"}, test="paired t"), "paired_t_from_groups",
        where="section 17; 1.148 for 2.148, which no correlation gives",
    ),
]  # fmt: skip


def test_the_heights_are_darwins() -> None:
    assert 8 * mean(x - y for x, y in zip(CROSSED, SELFED, strict=True)) == pytest.approx(20.933, abs=0.001)
