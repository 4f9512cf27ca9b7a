"""Honest tests of counts: tables of groups by categories, their chi-squared or exact test, ratios and intervals."""

from __future__ import annotations

from fractions import Fraction
from math import exp, log, sqrt

import numpy as np
from honest import show
from honest_tests import TestPress
from scipy import stats
from scipy.stats import contingency

SIZES = [5, 8, 12, 20, 20, 35, 60, 120, 400]
CATEGORIES = ["yes", "no", "unsure", "late"]


def table(press: TestPress, rows: int, columns: int) -> np.ndarray:
    """Counts of groups by categories, no row or column empty."""
    random = press.random
    while True:
        odds = [[random.choice([0.2, 1, 1, 2, 4]) for _ in range(columns)] for _ in range(rows)]
        sizes = [random.choice(SIZES) for _ in range(rows)]
        drawn = [random.choices(range(columns), weights=o, k=n) for o, n in zip(odds, sizes, strict=True)]
        counts = np.array([[row.count(c) for c in range(columns)] for row in drawn])
        if counts.sum(axis=0).all():
            return counts


def printed(press: TestPress, counts: np.ndarray, first_only: bool = False) -> None:
    """Print counts, percentages and n of each group; `first_only`: one category, and n."""
    random = press.random
    press.about["measure"] = "binary" if counts.shape[1] == 2 and random.random() < 0.5 else "continuous"
    press.about["complete"] = random.random() < 0.6
    with_n, shares = first_only or random.random() < 0.7, random.choice(["count", "count", "both"])
    for name, row in zip([f"arm {k}" for k in range(len(counts))], counts, strict=True):
        total = int(row.sum())
        if with_n:
            press.whole(f"groups.{name}.n", total)
        for category, count in list(zip(CATEGORIES, row, strict=False))[: 1 if first_only else None]:
            press.whole(f"groups.{name}.count.{category}", int(count))
            if shares == "both":
                percent = show(Fraction(100 * int(count), total), random.choice([0, 1, 2]), press.rounding)
                press.prints[f"tests.{press.name}.groups.{name}.percent.{category}"] = [percent + "%"]
    if random.random() < 0.3:
        press.whole("n", int(counts.sum()))


def two_by_two(press: TestPress) -> None:
    """Two groups, two categories: chi-squared (Pearson, Yates, likelihood ratio) or Fisher, and one ratio."""
    random = press.random
    counts = table(press, 2, 2)
    printed(press, counts, random.random() < 0.4)
    kind = random.choice(["Pearson", "Pearson", "Yates", "likelihood ratio", "Fisher"])
    if kind == "Fisher":
        press.about["test"] = "Fisher"
        press.p(float(stats.fisher_exact(counts).pvalue))
    else:
        press.about["test"] = "chi-squared"
        of = "log-likelihood" if kind == "likelihood ratio" else "pearson"
        chi2, p, _, _ = stats.chi2_contingency(counts, correction=kind == "Yates", lambda_=of)
        press.put("chi2", float(chi2))
        if random.random() < 0.8:
            press.whole("df", 1)
        press.p(float(p))
    if random.random() < 0.7:
        ratio(press, counts)


def ratio(press: TestPress, counts: np.ndarray) -> None:
    """An odds ratio or a risk ratio in one of four orientations, with an interval by one usual method."""
    random = press.random
    if random.random() < 0.5:
        counts = counts[::-1]
    if random.random() < 0.5:
        counts = counts[:, ::-1]
    cells = counts + 0.5 if not counts.all() or random.random() < 0.1 else counts.astype(float)
    (a, b), (c, d) = cells
    if random.random() < 0.6:
        value, error = a * d / (b * c), sqrt(1 / a + 1 / b + 1 / c + 1 / d)
        press.put("OR", value)
        if counts.all() and random.random() < 0.3:
            return exact(press, counts)
    else:
        value, error = (a / (a + b)) / (c / (c + d)), sqrt(1 / a - 1 / (a + b) + 1 / c - 1 / (c + d))
        press.put("RR", value)
    return press.ci(log(value), lambda level: float(stats.norm.isf((1 - level) / 2)) * error, exp)


def exact(press: TestPress, counts: np.ndarray) -> None:
    """The conditional odds ratio and its exact 95 % interval."""
    found = contingency.odds_ratio(counts, kind="conditional")
    low, high = found.confidence_interval(0.95)
    press.prints.pop(f"tests.{press.name}.OR", None)
    press.put("OR", float(found.statistic), always=True)
    for end, x in (("low", low), ("high", high)):
        press.put(f"ci.{end}", float(x), always=True)


def r_by_c(press: TestPress) -> None:
    """Several groups by several categories: chi-squared with (r − 1)(c − 1) degrees of freedom."""
    counts = table(press, press.random.choice([2, 3, 4]), press.random.choice([2, 3, 4]))
    printed(press, counts)
    press.about["test"] = "chi-squared"
    chi2, p, df, _ = stats.chi2_contingency(counts, correction=False)
    press.put("chi2", float(chi2))
    press.whole("df", int(df))
    press.p(float(p))


def ranks(press: TestPress) -> None:
    """Mann–Whitney or the signed ranks: z with its asymptotic p, or with the exact one."""
    random = press.random
    a = [random.gauss(0, 1) for _ in range(random.choice([5, 8, 20, 60]))]
    b = [random.gauss(random.choice([0, 1]), 1) for _ in range(len(a))]
    if random.random() < 0.5:
        press.about["test"] = "Mann-Whitney"
        found = stats.mannwhitneyu(a, b, method=random.choice(["exact", "asymptotic"]), use_continuity=False)
        m = len(a)
        z = (found.statistic - m * m / 2) / sqrt(m * m * (2 * m + 1) / 12)
        press.put("U", float(found.statistic))
    else:
        press.about["test"] = "Wilcoxon signed rank"
        found = stats.wilcoxon(a, b, method=random.choice(["exact", "asymptotic"]))
        m = len(a)
        z = (found.statistic - m * (m + 1) / 4) / sqrt(m * (m + 1) * (2 * m + 1) / 24)
        press.put("W", float(found.statistic))
    press.put("z", float(z), signless=True)
    if random.random() < 0.5:
        press.put("r", float(z) / sqrt(2 * m), signless=True)
    press.p(float(found.pvalue))


def heterogeneity(press: TestPress) -> None:
    """Cochran's Q of a meta-analysis with I², or a normal test of its estimate with the interval."""
    random = press.random
    k = random.choice([2, 3, 5, 9, 20])
    errors = [10 ** random.uniform(-1, 0.5) for _ in range(k)]
    effects = [random.gauss(random.choice([0, 0.5]), e) for e in errors]
    weights = [1 / e**2 for e in errors]
    mean = sum(w * y for w, y in zip(weights, effects, strict=True)) / sum(weights)
    Q = sum(w * (y - mean) ** 2 for w, y in zip(weights, effects, strict=True))
    if random.random() < 0.5:
        press.about["test"] = "Q"
        press.put("Q", Q)
        press.whole("df", k - 1)
        i2 = show(Fraction(100 * max(0.0, 1 - (k - 1) / Q)), press.places(), press.rounding)
        press.prints[f"tests.{press.name}.I2"] = [i2 + "%"]
        return press.p(float(stats.chi2.sf(Q, k - 1)))
    press.about["test"], se = "z", 1 / sqrt(sum(weights))
    press.put("z", mean / se, signless=True)
    press.p(float(2 * stats.norm.sf(abs(mean / se))), mean)
    press.put("estimate", mean)
    press.put("se", se)
    return press.ci(mean, lambda level: float(stats.norm.isf((1 - level) / 2)) * se)


COUNTED = [two_by_two, two_by_two, two_by_two, r_by_c, ranks, heterogeneity]
