"""Small honest reported tests, computed from explicit data: what `plain_study` prints under `tests:`."""

from __future__ import annotations

from fractions import Fraction
from math import exp, log, sqrt
from typing import Any

import numpy as np
from honest import show
from scipy import stats

from reread.statistics.formulas import hedges_factor

# Student's two drugs in ten patients: hours of sleep gained (Student 1908, section IX)
FIRST = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0]
SECOND = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]
ARMS = {"a": [4, 5, 3, 6, 4, 5, 2, 4], "b": [6, 7, 5, 6, 8, 7, 5], "c": [5, 4, 6, 7, 5, 6, 6, 5, 4]}
CURED = {"treated": (18, 12), "control": (9, 23)}
ABOUT: dict[str, dict[str, Any]] = {
    "groups": {"label": "Sleep, as if in two groups", "test": "independent t", "complete": True},
    "pairs": {"label": "Sleep", "test": "paired t", "complete": True},
    "arms": {"label": "Score of three arms", "test": "one-way ANOVA", "complete": True},
    "cured": {"label": "Cured", "test": "chi-squared", "measure": "binary", "complete": True},
    "link": {"label": "Both drugs", "test": "Pearson", "complete": True},
}


def printed() -> dict[str, list[str]]:
    """Role → text; two decimals, p and what is below 1 to three."""
    found: dict[str, str] = {}
    for name, values in (("groups", _groups()), ("pairs", _pairs()), ("arms", _arms()), ("link", _link())):
        found |= {f"tests.{name}.{role}": _text(role, value) for role, value in values.items()}
    found |= {f"tests.cured.{role}": _text(role, value) for role, value in _cured().items()}
    return {role: [text] for role, text in found.items()}


def _text(role: str, value: float) -> str:
    if isinstance(value, int):
        return str(value)
    return show(Fraction(float(value)), 3 if role in ("p", "eta2", "omega2", "r2") else 2)


def _summary(groups: dict[str, list[float]]) -> dict[str, float]:
    found: dict[str, float] = {}
    for name, xs in groups.items():
        parts = {"n": len(xs), "mean": np.mean(xs), "sd": np.std(xs, ddof=1)}
        found |= {f"groups.{name}.{part}": value for part, value in parts.items()}
    return found


def _t(estimate: float, se: float, df: int) -> dict[str, float]:
    half = float(stats.t.isf(0.025, df)) * se
    return {
        "estimate": estimate, "se": se, "t": estimate / se, "df": df, "p": 2 * stats.t.sf(abs(estimate / se), df),
        "ci.low": estimate - half, "ci.high": estimate + half, "ci.level": 95,
    }  # fmt: skip


def _groups() -> dict[str, float]:
    pooled = sqrt((np.var(FIRST, ddof=1) + np.var(SECOND, ddof=1)) / 2)
    difference = float(np.mean(SECOND) - np.mean(FIRST))
    d = difference / pooled
    found = _t(difference, pooled * sqrt(2 / 10), 18)
    return {**_summary({"first": FIRST, "second": SECOND}), **found, "d": d, "g": d * hedges_factor(18)}


def _pairs() -> dict[str, float]:
    changes = np.array(SECOND) - np.array(FIRST)
    found = _t(float(changes.mean()), float(changes.std(ddof=1)) / sqrt(10), 9)
    return {"n": 10, **found, "d": float(changes.mean() / changes.std(ddof=1))}


def _arms() -> dict[str, float]:
    F, total = float(stats.f_oneway(*ARMS.values()).statistic), sum(map(len, ARMS.values()))
    eta2, omega2 = 2 * F / (2 * F + total - 3), 2 * (F - 1) / (2 * (F - 1) + total)
    error = sum(float(np.var(arm) * len(arm)) for arm in ARMS.values())
    ss = F * 2 * error / (total - 3)
    found = {"F": F, "df1": 2, "df2": total - 3, "p": float(stats.f.sf(F, 2, total - 3)), "ss": ss, "ms": ss / 2,
             "ss_error": error, "ms_error": error / (total - 3), "ss_total": ss + error}  # fmt: skip
    return {**_summary(ARMS), **found, "n": total, "eta2": eta2, "omega2": omega2}  # type: ignore[arg-type]


def _cured() -> dict[str, float]:
    (a, b), (c, d) = CURED.values()
    chi2, p, df, _ = stats.chi2_contingency([[a, b], [c, d]], correction=False)
    half = 1.959964 * sqrt(1 / a + 1 / b + 1 / c + 1 / d)
    found: dict[str, float] = {"chi2": chi2, "df": int(df), "p": p, "OR": a * d / (b * c), "ci.level": 95}
    found |= {"ci.low": exp(log(a * d / (b * c)) - half), "ci.high": exp(log(a * d / (b * c)) + half)}
    for name, counts in CURED.items():
        found[f"groups.{name}.n"] = sum(counts)
        found |= {f"groups.{name}.count.{what}": k for what, k in zip(("cured", "not cured"), counts, strict=True)}
    return found


def _link() -> dict[str, float]:
    fit = stats.pearsonr(FIRST, SECOND)
    low, high = fit.confidence_interval(0.95)
    found = {"r": fit.statistic, "p": fit.pvalue, "ci.low": low, "ci.high": high, "r2": fit.statistic**2}
    return {**found, "n": 10, "df": 8}
