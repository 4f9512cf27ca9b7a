"""For every check: a right and a wrong case, as one number that `plain_study` prints otherwise.

A new check needs an entry in `WRONG` (or, if it accuses nobody, in `ODD`); one in `RIGHT` where the plain study prints
nothing that the check looks at.
"""

from __future__ import annotations

from typing import Any

import plain_groups
import plain_tests

# One group and its two parts, which the plain study does not have.
WHOLE = {
    **plain_tests.ABOUT, **plain_groups.ABOUT,
    "parts": {"label": "Quality", "complete": True},
}  # fmt: skip
# One arm before, after, and its change.
TWICE = {
    **plain_tests.ABOUT, **plain_groups.ABOUT,
    "earlier": {"label": "Weight", "occasion": "baseline"}, "later": {"label": "Weight", "baseline": "earlier"},
    "gain": {"label": "Weight", "baseline": "earlier", "occasion": "change"},
}  # fmt: skip
GAINED = {
    f"tests.{test}.groups.first.{part}": text
    for test, mean in (("earlier", "82.7"), ("later", "85.7"), ("gain", "3.0"))
    for part, text in (("n", "29"), ("mean", mean))
}
PARTS = {
    f"tests.parts.{name}.{part}": text
    for name, *texts in (("whole", "41", "6.5"), ("groups.young", "30", "6.2"), ("groups.old", "11", "7.4"))
    for part, text in zip(("n", "mean"), texts, strict=True)
}
# Two trials, what pools them, and their Q.
TRIALS = {
    **plain_tests.ABOUT, **plain_groups.ABOUT,
    "one": {"label": "One"}, "two": {"label": "Two"},
    "all": {"label": "All", "pools": ["one", "two"]},
    "q": {"label": "Heterogeneity", "test": "Q", "pools": ["one", "two"], "obtained": "as usual"},
}  # fmt: skip
POOLED = {
    "tests.one.estimate": "0.50", "tests.two.estimate": "0.30", "tests.all.estimate": "0.37",
    "tests.q.Q": "1.60", "tests.q.df": "1", "tests.q.I2": "37.5%",
}  # fmt: skip
FROM_ONE = {"eligibility.ranks.at_least": "1", "eligibility.ranks.at_most": "7"}
PLANNED = {"planning.alpha": "0.05", "planning.power": "0.80", "planning.difference": "5.0", "planning.sd": "10.0"}
# check → what to print otherwise in `plain_study`, which then cannot hold. Two prints of one number come as a list.
WRONG: dict[str, dict[str, Any]] = {
    "ci_estimate": {"changed": {"tests.pairs.estimate": "4.58"}},
    "ci_from_tables": {"changed": {"change.ci.low": "0.38", "change.ci.high": "1.12"}},
    "ci_p": {"changed": {"tests.pairs.p": "0.283"}},
    "ci_se": {"changed": {"tests.pairs.se": "0.93"}},
    "ci_t": {"changed": {"change.ci.low": "0.38", "change.ci.high": "1.12"}},
    "correlation_ci": {"changed": {"tests.link.r": "0.05"}},
    "counts_in_datasets": {"changed": {"after.count.poor": "9"}},
    "counts_mean_sd": {"changed": {"before.mean": "0.40"}},
    "counts_total": {"changed": {"before.count.poor": "13"}},
    "d_from_tables": {"changed": {"change.d": "9.00"}},
    "debit": {"measure": "binary", "changed": {"after.mean": "0.75", "after.sd": "0.54"}},
    "df_n": {"changed": {"tests.groups.df": "19"}},
    "effect_from_statistic": {"changed": {"tests.groups.d": "0.38"}},
    "f_from_squares": {"changed": {"tests.arms.ms": "1.23"}},
    "flow_adds_up": {"changed": {"arms.first.allocated": "20", "arms.first.lost": "21"}},
    "grim": {"changed": {"after.mean": "1.23"}},
    "grimmer": {"changed": {"after.sd": "0.71"}},
    "i_squared": {"changed": {**POOLED, "tests.q.I2": "73.5%"}, "tests": TRIALS},
    "normality_p": {"changed": {"before.normality_p": "0.4510"}},
    "p_statistic": {"changed": {"tests.pairs.p": "0.036"}},
    "pooled": {"changed": {**POOLED, "tests.all.estimate": "0.73"}, "tests": TRIALS},
    "possible_value": {"changed": {"change.p": "1.20"}},
    "percent_of_count": {"changed": {"before.percent.poor": "61%"}},
    "ratio_from_counts": {"changed": {"tests.cured.OR": "2.83"}},
    "repeats": {"changed": {"before.mean": ["0.45", "0.54"]}},
    "se_of_sd": {"changed": {"tests.sleep.groups.first.se": "1.57"}},
    "statistic_se": {"changed": {"tests.pairs.t": "4.60"}},
    "subgroups": {"changed": {**PARTS, "tests.parts.whole.mean": "7.3"}, "tests": WHOLE},
    "t_from_tables": {"changed": {"change.t": "5.00"}},
    **{check: {"changed": change} for check, change in plain_groups.WRONG.items()},
}
# Checks that accuse nobody: what they say of an odd case instead.
ODD: dict[str, tuple[dict[str, Any], str]] = {
    "change_of_means": ({"changed": {**GAINED, "tests.gain.groups.first.mean": "4.0"}, "tests": TWICE}, "undecided"),
    "eligibility": ({"changed": {**FROM_ONE, "eligibility.ranks.at_least": "6"}}, "undecided"),
    "p_zero": ({"changed": {"change.p": "0.000"}}, "zero"),
    "planned_size": ({"changed": {**PLANNED, "planning.n": "12"}}, "undecided"),
    "percent_change": ({"changed": {"change.percent": "90%"}}, "undecided"),
    "sd_from_p": ({"changed": {"change.p": "0.49"}, "without": ("change.t", ".sd")}, "wide"),
    "percents_total": ({"changed": {"tests.deaths.groups.bed rest.percent.no": "93.1%"}}, "over"),
    "repeated_sds": ({"changed": plain_groups.SAME_SDS}, "repeated"),
    "test_fits": ({"measure": "ordinal score"}, "undecided"),
}
YES_OR_NO = {"before.mean": "0.40", "before.sd": "0.50", "after.mean": "0.75", "after.sd": "0.44"}  # 8 and 15 of 20
RIGHT: dict[str, dict[str, Any]] = {
    "change_of_means": {"changed": GAINED, "tests": TWICE},
    "eligibility": {"changed": FROM_ONE},
    "flow_adds_up": {"changed": {"arms.first.allocated": "20", "arms.first.lost": "2", "arms.first.analysed": "18"}},
    "i_squared": {"changed": POOLED, "tests": TRIALS},
    "pooled": {"changed": POOLED, "tests": TRIALS},
    "se_of_sd": {"changed": {"tests.sleep.groups.first.se": "0.57"}},
    "subgroups": {"changed": {**PARTS, "tests.parts.whole.mean": "6.5"}, "tests": WHOLE},
    "p_zero": {"changed": {"change.p": "0.000"}},
    "planned_size": {"changed": {**PLANNED, "planning.n": "64"}},
    "debit": {"measure": "binary", "changed": YES_OR_NO},
    "percent_change": {"changed": {"change.percent": "178%"}},
    "repeats": {"changed": {"before.mean": ["0.45", "0.5"]}},
    "sd_from_p": {"without": ("change.t", ".sd")},
}
