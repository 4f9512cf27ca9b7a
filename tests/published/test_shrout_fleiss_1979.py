"""Shrout & Fleiss 1979, Psychological Bulletin 86:420, table 2: six targets, each rated by four judges.

Whole ratings, two judges at a time taken as one outcome measured twice. What a paired t-test and Shapiro–Wilk's test of
them would print is computed here from the ratings.
"""

from __future__ import annotations

from math import sqrt
from statistics import mean, stdev

from published_cases import altered, right, twice_measured
from scipy import stats

FIRST, FOURTH = [9, 6, 8, 7, 10, 6], [8, 2, 8, 6, 9, 7]
CHANGES = [b - a for a, b in zip(FIRST, FOURTH, strict=True)]
HALF = stats.t.isf(0.025, 5) * stdev(CHANGES) / sqrt(6)
RATINGS = {
    "n": "6", "before.mean": f"{mean(FIRST):.2f}", "before.sd": f"{stdev(FIRST):.2f}",
    "after.mean": f"{mean(FOURTH):.2f}", "after.sd": f"{stdev(FOURTH):.2f}", "change.mean": f"{mean(CHANGES):.2f}",
    "change.t": f"{stats.ttest_rel(FOURTH, FIRST).statistic:.2f}",
    "change.d": f"{mean(CHANGES) / stdev(CHANGES):.2f}", "change.ci.low": f"{mean(CHANGES) - HALF:.2f}",
    "change.ci.high": f"{mean(CHANGES) + HALF:.2f}", "before.normality_p": f"{stats.shapiro(FIRST).pvalue:.3f}",
    "after.normality_p": f"{stats.shapiro(FOURTH).pvalue:.3f}",
}  # fmt: skip
ABOUT = {"measure": "integer score", "normality_test": "Shapiro-Wilk"}

PUBLISHED = [
    right(
        twice_measured(RATINGS, **ABOUT), "t_from_tables", "d_from_tables", "ci_from_tables", "normality_p", "grim",
        "grimmer", "paired_t_from_groups", where="table 2, judges 1 and 4",
    ),
    altered(
        twice_measured({**RATINGS, "before.normality_p": "0.0009"}, **ABOUT), "normality_p",
        where="table 2, judges 1 and 4",
    ),
]  # fmt: skip
