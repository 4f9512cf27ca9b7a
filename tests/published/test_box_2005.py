"""Box, Hunter & Hunter 2005, Statistics for Experimenters, 2nd edition, table 3.5: wear of two materials of shoes.

Ten boys, one shoe of each. R's `t.test(A, B, paired = TRUE)`: t = −3.3489, df = 9. Means and p are computed here.
"""

from __future__ import annotations

from statistics import mean

from published_cases import altered, right, twice_measured
from scipy import stats

from reread.study.values import Study

A = [13.2, 8.2, 10.9, 14.3, 10.7, 6.6, 9.5, 10.8, 8.8, 13.3]
B = [14.0, 8.8, 11.2, 14.2, 11.8, 6.4, 9.8, 11.3, 9.3, 13.6]
T = stats.ttest_rel(A, B)


def study(p: str) -> Study:
    """As a paper prints it that gives neither t nor SDs."""
    return twice_measured({"n": "10", "before.mean": f"{mean(A):.2f}", "after.mean": f"{mean(B):.2f}", "change.p": p})


PUBLISHED = [
    right(study(f"{T.pvalue:.4f}"), "sd_from_p", where="table 3.5"),
    altered(study("0.95"), "sd_from_p", where="table 3.5; .95 for .0085", says="implausible"),
]


def test_the_data_give_what_is_printed() -> None:
    assert round(T.statistic, 4) == -3.3489
