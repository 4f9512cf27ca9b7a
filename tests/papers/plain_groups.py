"""Reported tests of plain honest data, everything printed: the ground for tests that change one printed number.

The measurements are published ones: hours of sleep gained by ten men with each of two drugs (Student 1908, p. 20),
dried weights of plants (R's PlantGrowth, from Dobson 1983), deaths with and without streptomycin (Medical Research
Council 1948); the scores and the pairs are made up.
"""

from __future__ import annotations

from fractions import Fraction
from math import sqrt
from typing import Any

import honest
from honest import show
from honest_print import Prints
from scipy import stats

FIRST = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0]
SECOND = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]
PLANTS = {
    "control": [4.17, 5.58, 5.18, 6.11, 4.50, 4.61, 5.17, 4.53, 5.33, 5.14],
    "first": [4.81, 4.17, 4.41, 3.59, 5.87, 3.83, 6.03, 4.89, 4.32, 4.69],
    "second": [6.31, 5.12, 5.54, 5.50, 5.37, 5.29, 4.92, 6.15, 5.80, 5.26],
}
SCORES = {"a": [1, 2, 2, 3, 3, 4, 5, 7], "b": [3, 4, 5, 5, 6, 6, 7, 7]}
DEATHS = {"streptomycin": (4, 51), "bed rest": (14, 38)}
PAIRS = {"before": (12, 9), "after": (6, 15)}  # of 21 pairs 1 and 7 changed
GROUPS = ("first", "second", *PLANTS, *SCORES, *DEATHS, *PAIRS)
TWO = {"label": "Sleep", "complete": True}
ABOUT: dict[str, dict[str, Any]] = {
    "sleep": TWO | {"test": "independent t", "higher": "second"},
    "drugs": TWO | {"test": "paired t"},
    "gained": TWO | {"test": "one-sample t"},
    "plants": {"label": "Weight", "test": "one-way ANOVA", "complete": True},
    "deaths": {"label": "Deaths", "test": "chi-squared", "measure": "binary", "complete": True},
    "shares": {"label": "Deaths", "test": "z", "measure": "binary", "complete": True},
    "matched": {"label": "Pairs", "test": "McNemar", "measure": "binary", "complete": True},
    "ranks": {"label": "Score", "test": "Mann-Whitney", "measure": "integer score", "scale": (1, 7), "complete": True},
    "total": {"label": "Score", "test": "Welch t", "measure": "integer score", "complete": True},
}

# check → what to print otherwise, which then cannot hold
WRONG: dict[str, dict[str, str]] = {
    "t_from_groups": {"tests.sleep.t": "2.86"},
    "t_from_one_sample": {"tests.gained.t": "3.13"},
    "ci_from_one_sample": {"tests.gained.ci.high": "2.30"},
    "higher_side": {"tests.sleep.groups.second.mean": "0.33"},
    "difference_of_groups": {"tests.sleep.estimate": "1.85"},
    "ci_from_groups": {"tests.sleep.ci.low": "0.20"},
    "d_from_groups": {"tests.sleep.d": "1.83"},
    "p_from_groups": {"tests.sleep.p": "0.009"},
    "f_from_groups": {"tests.plants.F": "8.85"},
    "eta2_from_groups": {"tests.plants.eta2": "0.464"},
    "chi2_from_counts": {"tests.deaths.chi2": "8.73"},
    "p_from_counts": {"tests.deaths.p": "0.0666"},
    "proportions": {"tests.shares.z": "7.22"},
    "mcnemar_from_counts": {"tests.matched.chi2": "9.50"},
    "paired_t_from_groups": {"tests.drugs.t": "0.46"},
    "rank_statistic": {"tests.ranks.U": "65.0"},
    "rank_p": {"tests.ranks.p": "0.00002"},
    "rank_z": {"tests.ranks.z": "4.17"},
    "sd_limits": {"tests.ranks.groups.a.sd": "3.95"},
    "range_limits": {"tests.ranks.groups.a.mean": "7.38"},
    "groups_total": {"tests.deaths.n": "97"},
    "sd_of_change": {"change.sd": "1.91"},
    "t_from_sd_of_change": {"change.sd": "0.96"},
    "ci_from_sd_of_change": {"change.sd": "0.96"},
    "unknown_sizes": {"tests.total.groups.a.mean": "3.39"},
}
SAME_SDS = {
    f"tests.{test}.groups.{group}.sd": "1.92"
    for test, group in (("sleep", "first"), ("drugs", "second"), ("ranks", "a"))
}


def printed() -> Prints:
    """Role → text of every test."""
    found = {**_two_means(), **_plants(), **_counts(), **_ranks()}
    return {f"tests.{role}": [text] for role, text in found.items()}


def _group(stem: str, scores: list[float] | list[int], decimals: int) -> dict[str, str]:
    exact = [Fraction(str(x)) for x in scores]
    stem = f"{stem.partition('.')[0]}.groups.{stem.partition('.')[2]}"
    return {
        f"{stem}.n": str(len(exact)), f"{stem}.mean": show(honest.mean(exact), decimals),
        f"{stem}.sd": show(honest.sd(exact), decimals),
    }  # fmt: skip


def _two_means() -> dict[str, str]:
    found = {}
    for test in ("sleep", "drugs"):
        for group, hours in (("first", FIRST), ("second", SECOND)):
            found |= _group(f"{test}.{group}", hours, 2)
    found |= _group("gained.first", FIRST, 2) | {"gained.against": "0", "gained.ci.level": "95%"}
    two, pairs, one = stats.ttest_ind(SECOND, FIRST), stats.ttest_rel(SECOND, FIRST), stats.ttest_1samp(FIRST, 0)
    low, high = two.confidence_interval(0.95)
    ends = one.confidence_interval(0.95)
    values = {
        "sleep.t": (two.statistic, 2), "sleep.p": (two.pvalue, 3), "sleep.estimate": (1.58, 2),
        "sleep.ci.low": (low, 2),
        "sleep.ci.high": (high, 2), "sleep.d": (two.statistic * sqrt(0.2), 2), "sleep.df": (18, 0),
        "drugs.t": (pairs.statistic, 2), "drugs.p": (pairs.pvalue, 3), "drugs.df": (9, 0),
        "gained.t": (one.statistic, 2), "gained.df": (9, 0), "gained.p": (one.pvalue, 3),
        "gained.ci.low": (ends.low, 2), "gained.ci.high": (ends.high, 2),
    }  # fmt: skip
    return found | _shown(values)


def _plants() -> dict[str, str]:
    found = {}
    for group, weights in PLANTS.items():
        found |= _group(f"plants.{group}", weights, 3)
    F, p = stats.f_oneway(*PLANTS.values())
    values = {"F": (F, 2), "df1": (2, 0), "df2": (27, 0), "p": (p, 3), "eta2": (2 * F / (2 * F + 27), 3)}
    return found | _shown({f"plants.{role}": value for role, value in values.items()})


def _counts() -> dict[str, str]:
    found: dict[str, str] = {}
    for test, table in (("deaths", DEATHS), ("shares", DEATHS), ("matched", PAIRS)):
        for group, (yes, no) in table.items():
            stem = f"{test}.groups.{group}"
            found |= {f"{stem}.n": str(yes + no), f"{stem}.count.yes": str(yes), f"{stem}.count.no": str(no)}
            shares = {"yes": (100 * yes / (yes + no), 1), "no": (100 * no / (yes + no), 1)}
            found |= {role: text + "%" for role, text in _shown(shares, f"{stem}.percent.").items()}
    chi2, p, _, _ = stats.chi2_contingency(list(DEATHS.values()), correction=False)
    exact = float(stats.binomtest(1, 8).pvalue)
    return found | _shown({
        "deaths.chi2": (chi2, 2), "deaths.df": (1, 0), "deaths.p": (p, 4), "deaths.n": (107, 0),
        "shares.z": (sqrt(chi2), 2), "shares.p": (p, 4), "matched.chi2": (36 / 8, 2), "matched.p": (exact, 3),
    })  # fmt: skip


def _ranks() -> dict[str, str]:
    found: dict[str, str] = {}
    for group, scores in SCORES.items():
        found |= _group(f"ranks.{group}", scores, 2)
        stem = f"ranks.groups.{group}"
        found |= {f"{stem}.minimum": str(min(scores)), f"{stem}.maximum": str(max(scores))}
        found[f"total.groups.{group}.mean"] = show(Fraction(sum(scores), len(scores)), 2)
    U, p = stats.mannwhitneyu(*SCORES.values(), method="asymptotic", use_continuity=False)
    z = stats.norm.isf(p / 2)
    return found | _shown({"ranks.U": (U, 1), "ranks.z": (z, 2), "ranks.p": (p, 3), "total.n": (16, 0)})


def _shown(values: dict[str, tuple[float, int]], stem: str = "") -> dict[str, str]:
    return {stem + role: show(Fraction(float(x)), places) for role, (x, places) in values.items()}
