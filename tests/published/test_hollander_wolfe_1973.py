"""Hollander & Wolfe 1973, *Nonparametric Statistical Methods*: two data sets that R's help pages analyse.

Depression in nine patients before and after the first visit (pp. 27–33, `wilcox.test`), and lightness of tuna by two
measures (pp. 185–194, `cor.test`).
"""

from __future__ import annotations

from published_cases import altered, reported, right
from scipy import stats

FIRST = [1.83, 0.50, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.30]
SECOND = [0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29]
HUNTER_L = [44.4, 45.9, 41.9, 53.3, 44.7, 44.1, 50.7, 45.2, 60.1]
PANEL = [2.6, 3.1, 2.5, 5.0, 3.6, 4.0, 5.2, 2.8, 3.8]

RANKS = {"n": "9", "W": "40", "p": "0.01953"}
TUNA = {"n": "9", "r": "0.5712", "t": "1.8411", "df": "7", "p": "0.1082", "ci.low": "-0.1497", "ci.high": "0.8956"}
SIGNED = {"test": "Wilcoxon signed rank", "sides": "one", "complete": True}

PUBLISHED = [
    right(reported(RANKS, **SIGNED), "rank_statistic", "rank_p", where="pp. 27–33"),
    altered(
        reported({**RANKS, "W": "46"}, **SIGNED), "rank_statistic", where="pp. 27–33; all ranks of nine make 45"
    ),
    altered(
        reported({**RANKS, "W": "40.3"}, **SIGNED), "rank_statistic", where="pp. 27–33; ties give halves at most"
    ),
    altered(
        reported({**RANKS, "p": "0.0001953"}, **SIGNED), "rank_p", where="pp. 27–33; the point two places further",
    ),
    right(
        reported(TUNA, test="Pearson", complete=True), "correlation_ci", "effect_from_statistic", "p_statistic", "df_n",
        where="pp. 185–194",
    ),
    altered(reported({**TUNA, "r": "0.9712"}, test="Pearson"), "correlation_ci", where="pp. 185–194; .97 for .57"),
]  # fmt: skip


def test_the_data_give_what_is_printed() -> None:
    signed = stats.wilcoxon(FIRST, SECOND, alternative="greater")
    assert (signed.statistic, round(signed.pvalue, 5)) == (40, 0.01953)
    found = stats.pearsonr(HUNTER_L, PANEL)
    assert (round(found.statistic, 4), round(found.pvalue, 4)) == (0.5712, 0.1082)
    low, high = found.confidence_interval(0.95)
    assert (round(low, 4), round(high, 4)) == (-0.1497, 0.8956)
