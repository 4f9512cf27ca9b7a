"""Honest tests of measured scores and whole-number scores: t-tests, analyses of variance, ranks, correlations, slopes.

Every function draws explicit data for a press of `honest_tests.py` and prints what follows from them.
"""

from __future__ import annotations

from math import atanh, sqrt, tanh

import honest
import numpy as np
from honest_tests import Scores, TestPress, drawn, pooled, spread
from scipy import stats

from reread.statistics.formulas import hedges_factor, hedges_factor_exact

SIZES = [2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 20, 30, 40, 75, 150]


def groups_of(press: TestPress, sizes: list[int], least: int = 2) -> list[Scores]:
    """Groups of scores, declared as whole or continuous; redrawn until the pooled SD is not 0."""
    random = press.random
    whole = random.random() < 0.4
    press.about["measure"] = random.choice(["integer score", "ordinal score"]) if whole else "continuous"
    size = random.uniform(1, 10) if whole else 10 ** random.uniform(-1, 2.5)
    shift = random.choice([0, 0.3, 1, 2])
    while True:
        found = [drawn(random, max(least, n), k * shift, size, whole) for k, n in enumerate(sizes)]
        if all(spread(xs) > 0 for xs in found):
            return found


def told(press: TestPress, names: list[str], groups: list[Scores]) -> None:
    """Print the groups; in some studies a few people did not answer, and n is that of those enrolled."""
    random = press.random
    missing = [random.randint(0, 2) if press.about.get("missing") else 0 for _ in groups]
    press.about.pop("missing", None)
    press.about["complete"] = not any(missing) and random.random() < 0.7
    for name, scores, gone in zip(names, groups, missing, strict=True):
        press.group(name, scores, len(scores) + gone)
    if random.random() < 0.3:
        press.whole("n", sum(map(len, groups)) + sum(missing))


def two_groups(press: TestPress) -> None:
    """Student's t or Welch's, sometimes Welch's under the name "independent t"."""
    random = press.random
    a, b = groups_of(press, [random.choice(SIZES), random.choice(SIZES)])
    press.about["missing"] = random.random() < 0.2
    told(press, ["first", "second"], [a, b])
    welch = random.random() < 0.35
    press.about["test"] = random.choice(["Welch t", "Welch t", "independent t"]) if welch else "independent t"
    m, n = len(a), len(b)
    difference = press.turned * float(honest.mean(b) - honest.mean(a))
    va, vb = spread(a) ** 2 / m, spread(b) ** 2 / n
    se = sqrt(va + vb) if welch else pooled([a, b]) * sqrt(1 / m + 1 / n)
    df = (va + vb) ** 2 / (va**2 / (m - 1) + vb**2 / (n - 1)) if welch else m + n - 2
    _t_of(press, difference, se, df)
    _d_of(press, a, b, difference, difference / se, df)
    t2 = (difference / se) ** 2
    if not welch and random.random() < 0.2:
        press.put("eta2", t2 / (t2 + df))
    if random.random() < 0.1:
        press.put("r", sqrt(t2 / (t2 + df)))


def _t_of(press: TestPress, estimate: float, se: float, df: float) -> None:
    """Print estimate, SE, interval, t, df and p of a t-test."""
    t = estimate / se
    press.put("t", t, signless=True)
    if float(df).is_integer():
        if press.random.random() < 0.8:
            press.whole("df", int(df))
    else:
        press.put("df", df)
    press.p(float(2 * stats.t.sf(abs(t), df)), t * press.random.choice([1, 1, 1, -1]))
    if press.random.random() < 0.6:
        press.put("estimate", estimate, signless=True)
        if press.random.random() < 0.5:
            press.put("se", se)
        press.ci(estimate, lambda level: float(stats.t.isf((1 - level) / 2, df)) * se)


def _d_of(press: TestPress, a: Scores, b: Scores, difference: float, t: float, df: float) -> None:
    """Print d or g by one of the usual definitions, from the data or from the printed means and SDs."""
    random, m, n = press.random, len(a), len(b)
    below = {"pooled": pooled([a, b]), "with n": pooled([a, b], 0), "a": spread(a), "b": spread(b)}
    below["average"] = sqrt((spread(a) ** 2 + spread(b) ** 2) / 2)
    ds = {name: difference / s for name, s in below.items()} | {"2t/√df": 2 * t / sqrt(df)}
    means, sds = ([press.by_hand(f"groups.{g}.{s}") for g in ("first", "second")] for s in ("mean", "sd"))
    if None not in means and all(sds):
        weighed = ((m - 1) * sds[0] ** 2 + (n - 1) * sds[1] ** 2) / (m + n - 2)  # type: ignore[operator]
        ds["by hand"] = (means[1] - means[0]) / sqrt(weighed)  # type: ignore[operator]
    corrections = [f(m + n - 2) for f in (hedges_factor, hedges_factor_exact) if m + n > 3]
    if random.random() < 0.5:
        press.put("d", random.choice(list(ds.values())) * random.choice([1, *corrections]), signless=True)
    elif corrections:
        press.put("g", ds["pooled"] * random.choice(corrections), signless=True)


def one_group(press: TestPress) -> None:
    """A paired t with both occasions as groups, or a one-sample t against a stated value."""
    random = press.random
    n, paired = random.choice(SIZES), random.random() < 0.7
    first, second = groups_of(press, [n, n])
    changes = [y - x for x, y in zip(first, second, strict=True)] if paired else second
    if spread(changes) == 0:
        return two_groups(press)
    press.about["test"] = "paired t" if paired else "one-sample t"
    null = 0 if paired else round(float(honest.mean(first)), 1)
    if paired:
        told(press, ["before", "after"], [first, second])
        press.prints.pop(f"tests.{press.name}.n", None)
    elif random.random() < 0.5:
        told(press, ["all"], [changes])
    if random.random() < 0.5:
        press.whole("n", len(changes))
    estimate = press.turned * (float(honest.mean(changes)) - null)
    se = spread(changes) / sqrt(len(changes))
    _t_of(press, estimate, se, len(changes) - 1)
    if paired:
        change = abs(estimate) / spread(changes)
        sds = [spread(first), spread(second)]
        ds = [change, abs(estimate) / sds[0], 2 * abs(estimate) / sum(sds)]
        press.put("d", random.choice(ds) * press.turned, signless=True)
    else:
        press.put("d", estimate / spread(changes), signless=True)
    return None


def several_groups(press: TestPress) -> None:
    """One-way analysis of variance, or Kruskal–Wallis, with its size of effect."""
    random = press.random
    groups = groups_of(press, [random.choice(SIZES) for _ in range(random.choice([2, 3, 3, 4, 6]))])
    press.about["missing"] = random.random() < 0.15
    told(press, [f"arm {k}" for k in range(len(groups))], groups)
    floats = [[float(x) for x in xs] for xs in groups]
    total, k = sum(map(len, groups)), len(groups)
    if random.random() < 0.3:
        H, p = stats.kruskal(*floats)
        press.about["test"] = "Kruskal-Wallis"
        press.put("H", float(H))
        press.whole("df", k - 1)
        return press.p(float(p))
    press.about["test"] = random.choice(["one-way ANOVA"] * 3 + ["ANOVA"])
    F = float(stats.f_oneway(*floats).statistic)
    df1, df2 = k - 1, total - k
    press.put("F", F)
    press.whole("df1", df1)
    press.whole("df2", df2)
    press.p(float(stats.f.sf(F, df1, df2)))
    press.put("eta2", df1 * F / (df1 * F + df2))
    if random.random() < 0.4:
        omega2 = df1 * (F - 1) / (df1 * (F - 1) + total)
        press.put("omega2", random.choice([omega2, max(0.0, omega2)]))
    return None


def repeated(press: TestPress) -> None:
    """Analysis of variance over occasions, its p sometimes after the Greenhouse–Geisser correction."""
    random, k, n = press.random, press.random.choice([2, 3, 4]), press.random.choice([x for x in SIZES if x > 2])
    table = np.array([[float(x) for x in xs] for xs in groups_of(press, [n] * k)])
    press.about["test"] = random.choice(["ANOVA", "ANOVA", "one-way ANOVA"])
    means = table.mean(axis=1, keepdims=True)
    between = n * ((means - table.mean()) ** 2).sum()
    rest = ((table - means - table.mean(axis=0) + table.mean()) ** 2).sum()
    df1, df2 = k - 1, (k - 1) * (n - 1)
    if rest < 1e-9:
        return two_groups(press)
    F = float(between / df1 / (rest / df2))
    covariance = np.cov(table)
    centred = covariance - covariance.mean(axis=0) - covariance.mean(axis=1)[:, None] + covariance.mean()
    epsilon = random.choice([1.0, float(np.trace(centred) ** 2 / (df1 * (centred**2).sum()))])
    press.put("F", F)
    press.whole("df1", df1)
    press.whole("df2", df2)
    press.p(float(stats.f.sf(F, df1 * epsilon, df2 * epsilon)))
    press.put("eta2", random.choice([df1 * F / (df1 * F + df2), between / (n * k * table.var())]))
    if random.random() < 0.5:
        press.whole("n", n)
    return None


def correlation(press: TestPress) -> None:
    """Pearson's or Spearman's correlation with its interval; Spearman's p exact where the sample is small."""
    random = press.random
    n = random.choice([x for x in SIZES if x > 3])
    x, y = ([float(v) for v in xs] for xs in groups_of(press, [n, n]))
    y = [v + random.choice([-1, 0, 1]) * w for v, w in zip(y, x, strict=True)]
    if np.std(y) < 1e-9:
        return two_groups(press)
    spearman = random.random() < 0.3
    press.about["test"] = "Spearman" if spearman else random.choice(["Pearson", "Pearson", "not stated"])
    r, p = (float(v) for v in (stats.spearmanr if spearman else stats.pearsonr)(x, y))
    press.put("r", r, always=True)
    press.p(p, r * random.choice([1, -1]))
    press.about["complete"] = random.random() < 0.3
    if random.random() < 0.7:
        press.whole("n", n)
    if random.random() < 0.5:
        press.whole("df", random.choice([n - 2, n - 2, n]))
    if abs(r) < 0.999:
        error = random.choice([1.03, sqrt(1 + r * r / 2)]) if spearman else 1
        press.ci(atanh(r), lambda level: float(stats.norm.isf((1 - level) / 2)) * error / sqrt(n - 3), tanh)
    if random.random() < 0.3:
        press.put("r2", r * r)
    return None


def slope(press: TestPress) -> None:
    """A regression on one predictor: coefficient, SE, interval, t, p, F and the share explained."""
    random = press.random
    n = random.choice([x for x in SIZES if x > 3])
    x, y = ([float(v) for v in xs] for xs in groups_of(press, [n, n]))
    fit = stats.linregress(x, y)
    if not fit.stderr > 1e-12 or abs(fit.rvalue) > 0.9999:
        return two_groups(press)
    press.about["test"] = "regression"
    t, df = float(fit.slope / fit.stderr), n - 2
    press.put("estimate", float(fit.slope))
    press.put("se", float(fit.stderr))
    press.put("t", t)
    if random.random() < 0.5:
        press.whole("df", df)
    press.p(float(fit.pvalue))
    press.ci(float(fit.slope), lambda level: float(stats.t.isf((1 - level) / 2, df) * fit.stderr))
    r2 = float(fit.rvalue) ** 2
    press.put("r2", random.choice([r2, max(0.0, 1 - (1 - r2) * (n - 1) / df)]))
    if random.random() < 0.3:
        press.put("F", t * t)
        press.whole("df1", 1)
        press.whole("df2", df)
    return None


MEASURED = [two_groups, two_groups, two_groups, one_group, several_groups, several_groups, repeated, correlation, slope]
