"""Honest tests of another model or scale than the printed means: logarithms, contrasts, covariates, strata. For tests.

Means and SDs are raw, as papers print them beside such tests.
"""

from __future__ import annotations

from fractions import Fraction
from math import exp, log, sqrt

import honest
import honest_people
import numpy as np
import statsmodels.api as sm
from honest_people import strata, treated, twice
from honest_tests import Scores, pooled, spread
from honest_told import ToldPress, floats, student
from scipy import stats
from statsmodels.stats.contingency_tables import StratifiedTable, Table2x2


def _scaled(press: ToldPress, groups: list[list[float]]) -> list[list[float]]:
    """The groups as logarithms, roots or ranks of all; logarithms of x + 1 where there are zeros."""
    kind, least = press.random.choice(["log", "log", "root", "ranks"]), min(map(min, groups))
    if kind == "ranks":
        ranks = iter(stats.rankdata([x for xs in groups for x in xs]))
        return [[float(next(ranks)) for _ in xs] for xs in groups]
    if kind == "root" and least >= 0:
        return [[sqrt(x) for x in xs] for xs in groups]
    plus = 0 if least > 0 else 1 - min(0, least)
    return [[log(x + plus) for x in xs] for xs in groups]


def transformed_groups(press: ToldPress) -> None:
    """The t of two groups or the F of several, of transformed scores beside raw means and SDs."""
    count = press.random.choice([2, 2, 2, 3, 4])
    found = honest_people.groups(press.random, count)
    scaled = _scaled(press, list(map(floats, found.scores)))
    if min(map(np.std, scaled)) < 1e-9 or abs(np.mean(scaled[0]) - np.mean(scaled[1])) < 1e-9:
        return transformed_groups(press)
    press.groups([f"arm {k}" for k in range(count)], found.scores, found.enrolled)
    if count > 2:
        press.about["test"] = press.random.choice(["one-way ANOVA", "ANOVA"])
        test = stats.f_oneway(*scaled)
        df2 = sum(map(len, scaled)) - count
        press.put("F", float(test.statistic), always=True)
        press.whole("df1", count - 1)
        press.whole("df2", df2)
        press.p(float(test.pvalue))
        if press.random.random() < 0.4:
            press.put("eta2", (count - 1) * test.statistic / ((count - 1) * test.statistic + df2))
        return press.by("transformed", "statistic", "p")
    welch = press.random.random() < 0.3
    press.about["test"] = "Welch t" if welch else "independent t"
    test = stats.ttest_ind(scaled[1], scaled[0], equal_var=not welch)
    estimate = float(np.mean(scaled[1]) - np.mean(scaled[0]))
    if press.random.random() < 0.3:
        sds = [float(np.std(xs, ddof=1)) for xs in scaled]
        press.put("d", estimate / sqrt((sds[0] ** 2 + sds[1] ** 2) / 2), signless=True)
    return _of_scaled(press, estimate, float(test.statistic), float(test.df), found.scores)


def _of_scaled(press: ToldPress, estimate: float, t: float, df: float, raw: list[Scores]) -> None:
    """Print t and p of the transformed scores, and the difference of them, a ratio of geometric means, or a raw one."""
    random, se = press.random, estimate / t
    how = random.choice(["no more", "as computed", "back", "raw"])
    press.put("t", t, signless=True, always=True)
    if df.is_integer():
        press.whole("df", int(df))
    else:
        press.put("df", df)
    press.p(float(2 * stats.t.sf(abs(t), df)))
    ends = student(estimate, se, df)
    if how == "as computed":
        press.put("estimate", estimate)
        press.interval(ends)
    elif how == "back" and abs(estimate) < 10:
        press.put("estimate", exp(estimate))
        press.interval(lambda level: (exp(ends(level)[0]), exp(ends(level)[1])))
    elif how == "raw" and len(raw) == 2:
        apart = float(honest.mean(raw[1]) - honest.mean(raw[0]))
        m, n = map(len, raw)
        error = pooled(raw) * sqrt(1 / m + 1 / n)
        if press.about["test"] == "independent t":
            press.put("estimate", apart)
            press.interval(student(apart, error, m + n - 2))
    parts = ("statistic", "p") if how in ("no more", "raw") else ("statistic", "p", "estimate", "ci")
    press.by("transformed", *parts)


def transformed_pairs(press: ToldPress) -> None:
    """The paired t of logarithms, roots or ranks beside raw means and SDs."""
    first, second = twice(press.random)
    scaled = _scaled(press, [floats(first), floats(second)])
    changes = np.array(scaled[1]) - np.array(scaled[0])
    if np.std(changes) < 1e-9 or abs(changes.mean()) < 1e-9:
        return transformed_pairs(press)
    press.about["test"] = "paired t"
    press.pairs(first, second)
    test = stats.ttest_rel(scaled[1], scaled[0])
    return _of_scaled(press, float(changes.mean()), float(test.statistic), float(test.df), [])


def contrast(press: ToldPress) -> None:
    """Two of three or more groups compared with the error of all: t with N − k degrees of freedom, or its square."""
    random, count = press.random, press.random.choice([3, 3, 4, 5])
    found = honest_people.groups(random, count)
    error = pooled(found.scores, 1)
    m, n, df = *map(len, found.scores[:2]), sum(map(len, found.scores)) - count
    shown = 2 if random.random() < 0.7 else count
    press.groups([f"arm {k}" for k in range(shown)], found.scores[:shown], found.enrolled[:shown])
    press.prints.pop(f"tests.{press.name}.n", None)
    estimate = float(honest.mean(found.scores[1]) - honest.mean(found.scores[0]))
    if random.random() < 0.3:
        press.put("d", estimate / error, signless=True)
    if shown == 2 and random.random() < 0.8:
        press.about["test"] = random.choice(["independent t", "independent t", "not stated"])
        press.t_test(estimate, error * sqrt(1 / m + 1 / n), df)
    else:
        F = (estimate / error) ** 2 / (1 / m + 1 / n)
        press.about["test"] = "ANOVA"
        press.put("F", F, always=True)
        press.whole("df1", 1)
        press.whole("df2", df)
        press.p(float(stats.f.sf(F, 1, df)))
        if random.random() < 0.5:
            press.put("estimate", estimate, signless=True)
            press.interval(student(estimate, error * sqrt(1 / m + 1 / n), df))
    press.by("pooled error", "statistic", "p", "ci")


def _ancova(arms: list[tuple[Scores, Scores]], of_changes: bool) -> sm.regression.linear_model.RegressionResults:
    """The fit of outcome or change by treatment and baseline; the constant is the first arm at the mean baseline."""
    before = np.array([x for arm in arms for x in floats(arm[0])])
    after = np.array([x for arm in arms for x in floats(arm[1])])
    group = np.repeat([0, 1], [len(arm[0]) for arm in arms])
    X = np.column_stack([np.ones(len(before)), group, before - before.mean()])
    return sm.OLS(after - before if of_changes else after, X).fit()


def adjusted_change(press: ToldPress) -> None:
    """The change of one of two arms, adjusted for baseline, beside raw means before and after."""
    arms = treated(press.random)
    fit = _ancova(arms, True)
    press.about["test"] = press.random.choice(["not stated", "not stated", "regression", "ANOVA"])
    press.pairs(*arms[0])
    press.t_test(float(fit.params[0]), float(fit.bse[0]), float(fit.df_resid))
    press.by("adjusted", "statistic", "p", "ci", "estimate")


def adjusted_difference(press: ToldPress) -> None:
    """The difference of two arms, adjusted for baseline, beside the raw means of the outcome or of the change."""
    random, arms = press.random, treated(press.random)
    fit = _ancova(arms, False)
    changes = [[y - x for x, y in zip(*arm, strict=True)] for arm in arms]
    shown = changes if random.random() < 0.3 and all(spread(xs) > 0 for xs in changes) else [arm[1] for arm in arms]
    press.groups(["first", "second"], shown)
    press.about["test"] = random.choice(["not stated", "regression", "independent t", "independent t"])
    t, df = float(fit.tvalues[1]), int(fit.df_resid)
    if random.random() < 0.3:
        press.put("F", t * t, always=True)
        press.whole("df1", 1)
        press.whole("df2", df)
        press.put("eta2", t * t / (t * t + df))
        press.p(float(fit.pvalues[1]))
        press.put("estimate", float(fit.params[1]))
        press.interval(student(float(fit.params[1]), float(fit.bse[1]), df))
        press.about["test"] = "ANOVA"
    else:
        press.t_test(float(fit.params[1]), float(fit.bse[1]), df)
    if random.random() < 0.2:
        press.put("d", float(fit.params[1]) / sqrt(fit.mse_resid), signless=True)
    press.by("adjusted", "statistic", "p", "ci", "estimate")


def another_sd(press: ToldPress) -> None:
    """d over the SD of the controls, of everybody, of before, of both; the study file states no definition."""
    random = press.random
    if random.random() < 0.5:
        found = honest_people.groups(random, 2)
        press.groups(["first", "second"], found.scores, found.enrolled)
        press.about["test"] = "independent t"
        test = stats.ttest_ind(*(floats(xs) for xs in found.scores[::-1]))
        a, b = found.scores
        se = pooled([a, b]) * sqrt(1 / len(a) + 1 / len(b))
    else:
        a, b = twice(random)
        press.about["test"] = "paired t"
        press.pairs(a, b)
        test = stats.ttest_rel(floats(b), floats(a))
        se = spread([y - x for x, y in zip(a, b, strict=True)]) / sqrt(len(a))
    estimate = float(honest.mean(b) - honest.mean(a))
    press.t_test(estimate, se, float(test.df))
    over = [spread(a), spread(b), (spread(a) + spread(b)) / 2]
    over += [] if press.about["test"] == "paired t" else [spread([*a, *b])]
    press.put("d", estimate / random.choice(over), signless=True, always=True)
    press.mistold["d_is"] = "d_z"


def stratified(press: ToldPress) -> None:
    """Cochran–Mantel–Haenszel's χ² and the pooled odds ratio beside the crude counts."""
    random, tables = press.random, strata(press.random)
    while not all(sum(each[0, k] * each[1, 1 - k] for each in tables) for k in (0, 1)):
        tables = strata(random)
    fit, crude = StratifiedTable(tables), sum(tables)
    test = fit.test_null_odds(correction=random.random() < 0.4)
    press.about |= {"test": random.choice(["chi-squared", "chi-squared", "not stated"]), "measure": "binary"}
    press.about["complete"] = random.random() < 0.7
    for k, row in enumerate(crude):
        press.whole(f"groups.arm {k}.n", int(row.sum()))
        press.count(f"arm {k}", "yes", row[0])
        if random.random() < 0.5:
            press.percent(f"arm {k}", "yes", Fraction(int(row[0]), int(row.sum())))
        if random.random() < 0.5:
            press.count(f"arm {k}", "no", row[1])
    press.put("chi2", float(test.statistic))
    if random.random() < 0.7:
        press.whole("df", 1)
    press.p(float(test.pvalue))
    of_all = random.random() < 0.3 and crude.all()
    ratio = crude[0, 0] * crude[1, 1] / (crude[0, 1] * crude[1, 0]) if of_all else float(fit.oddsratio_pooled)
    if of_all or (random.random() < 0.6 and 0.001 < ratio < 1000):
        press.put("OR", ratio, always=True)
        ends = Table2x2(crude).oddsratio_confint if of_all else fit.oddsratio_pooled_confint
        press.interval(lambda level: tuple(map(float, ends(alpha=1 - level))))
    press.by("stratified", "statistic", "p", *(() if of_all else ("ci", "estimate")))


MODELS = {
    "t or F of transformed groups": transformed_groups, "t of transformed pairs": transformed_pairs,
    "contrast with the error of all groups": contrast, "change adjusted for baseline": adjusted_change,
    "difference adjusted for baseline": adjusted_difference, "d over another SD": another_sd,
    "test stratified by centre or age": stratified,
}  # fmt: skip
