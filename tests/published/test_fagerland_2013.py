"""Fagerland, Lydersen & Laake 2013, doi:10.1186/1471-2288-13-91, table 1: 21 children, of whom 1 and 7 changed.

Airway hyper-responsiveness before and after stem cell transplantation: 1 both times, 1 only before, 7 only after, 12
never. McNemar's tests: asymptotic p = .034, corrected .077, exact .070, mid-p .039. What a paired t-test of such
answers (1 and 0) would print is computed here from the table.
"""

from __future__ import annotations

from math import sqrt
from statistics import mean, stdev

from published_cases import altered, groups_of, right, twice_measured
from scipy import stats

from reread.study.values import Study

PAIRS = {"yes": {"count.yes": "1", "count.no": "1"}, "no": {"count.yes": "7", "count.no": "12"}}
MARGINS = {
    "before": {"n": "21", "count.yes": "2", "count.no": "19"},
    "after": {"n": "21", "count.yes": "8", "count.no": "13"},
}
BEFORE = [1] * 2 + [0] * 19
AFTER = [1, 0] + [1] * 7 + [0] * 12
CHANGES = [after - before for before, after in zip(BEFORE, AFTER, strict=True)]
ANSWERS = {
    "n": "21", "codes.no": "0", "codes.yes": "1", "before.count.yes": "2", "before.count.no": "19",
    "after.count.yes": "8", "after.count.no": "13", "before.mean": f"{mean(BEFORE):.2f}",
    "before.sd": f"{stdev(BEFORE):.2f}", "after.mean": f"{mean(AFTER):.2f}", "after.sd": f"{stdev(AFTER):.2f}",
}  # fmt: skip
HALF = stats.t.isf(0.025, 20) * stdev(CHANGES) / sqrt(21)
CHANGE = {
    "change.t": f"{stats.ttest_rel(AFTER, BEFORE).statistic:.2f}", "change.d": f"{mean(CHANGES) / stdev(CHANGES):.2f}",
    "change.ci.low": f"{mean(CHANGES) - HALF:.2f}", "change.ci.high": f"{mean(CHANGES) + HALF:.2f}",
}  # fmt: skip
ABOUT = {"measure": "binary", "codes": {"no": 0, "yes": 1}}


def mcnemar(groups: dict[str, dict[str, str]], p: str) -> Study:
    return groups_of(groups, {"p": p}, test="McNemar", measure="binary")


PUBLISHED = [
    *(
        right(mcnemar(groups, p), "mcnemar_from_counts", where="table 1 and the tests of it")
        for groups in (PAIRS, MARGINS)
        for p in ("0.034", "0.077", "0.070", "0.039")
    ),
    altered(mcnemar(PAIRS, "0.5"), "mcnemar_from_counts", where="table 1; .5 for .034"),
    right(
        twice_measured({**ANSWERS, **CHANGE}, **ABOUT), "t_from_tables", "ci_from_tables", "d_from_tables",
        "counts_mean_sd", "counts_in_datasets", "counts_total", "debit", "grim",
        where="table 1, as answers of 0 and 1",
    ),
    altered(
        twice_measured({**ANSWERS, "after.mean": "0.83"}, **ABOUT), "counts_mean_sd", "debit", "grim",
        where="table 1; 0.83 for 0.38",
    ),
]  # fmt: skip
