"""Student 1908, doi:10.1093/biomet/6.1.1, section IX: sleep gained by ten patients under two drugs (Cushny & Peebles).

Read as one outcome at two occasions, as R's help page of `sleep` does: t = 4.0621, df = 9, p = 0.002833, mean
difference 1.58, 95 % interval 0.70 to 2.46.
"""

from __future__ import annotations

from statistics import mean, stdev

import honest_study
from scipy import stats

from reappraise import checks

FIRST = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0]
SECOND = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]
PRINTED = {
    "n": "10", "score.before.mean": "0.75", "score.before.sd": "1.79", "score.after.mean": "2.33",
    "score.after.sd": "2.00", "score.change.mean": "1.58", "score.change.sd": "1.23", "score.change.t": "4.0621",
    "score.change.df": "9", "score.change.p": "0.002833", "score.change.ci.low": "0.70", "score.change.ci.high": "2.46",
    "score.change.ci.level": "95%", "score.change.d": "1.28",
}  # fmt: skip
ABOUT = {
    "label": "Sleep", "unit": "h", "measure": "continuous", "items": 1, "complete": True, "codes": {},
    "normality_test": "not stated", "test": "paired t",
}  # fmt: skip


def verdicts(**changed: str) -> dict[str, set[str]]:
    prints = {**PRINTED, **{f"score.change.{role.replace('_', '.')}": text for role, text in changed.items()}}
    found: dict[str, set[str]] = {}
    for finding in checks.findings(honest_study.direct({role: [text] for role, text in prints.items()}, ABOUT)):
        found.setdefault(finding.check, set()).add(finding.status)
    return found


def test_the_data_give_what_is_printed() -> None:
    gained = [b - a for a, b in zip(FIRST, SECOND, strict=True)]
    t = stats.ttest_rel(SECOND, FIRST)
    assert (round(t.statistic, 4), round(t.pvalue, 6), round(mean(gained), 2), round(stdev(gained), 2)) == (
        4.0621, 0.002833, 1.58, 1.23,
    )  # fmt: skip
    assert [round(x, 2) for x in (mean(FIRST), stdev(FIRST), mean(SECOND), stdev(SECOND))] == [0.75, 1.79, 2.33, 2.0]


def test_everything_agrees() -> None:
    found = verdicts()
    assert {status for statuses in found.values() for status in statuses} == {"consistent"}
    assert {
        "ci_centre", "ci_from_sd_of_change", "ci_t", "change_of_means", "d_t", "df_paired", "p_t", "sd_of_change",
        "t_from_sd_of_change", "t_means_sds",
    } <= set(found)  # fmt: skip


def test_what_is_altered_is_noticed() -> None:
    for role, text, check in (
        ("df", "10", "df_paired"), ("sd", "4.23", "sd_of_change"), ("t", "3.0621", "t_from_sd_of_change"),
        ("ci_high", "2.96", "ci_from_sd_of_change"), ("d", "2.28", "d_t"), ("mean", "1.85", "change_of_means"),
    ):  # fmt: skip
        assert "inconsistent" in verdicts(**{role: text})[check], role
