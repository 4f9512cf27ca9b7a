"""Honest counts and percentages that are not plain shares of n: surveys, rates, several answers, events. For tests.

Percentages of people followed, standardised to another population, weighted, of those who answered; counts of answers
or of events; and tests of clustered people beside an uncorrected χ².
"""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise
from math import sqrt

import honest
import numpy as np
import open_data
import statsmodels.api as sm
from honest_people import clustered, followed, strata
from honest_told import ToldPress, floats, student
from open_data import exact, plain, sample
from scipy import stats
from statsmodels.duration.survfunc import SurvfuncRight, survdiff


def _by_group(press: ToldPress, outcome: np.ndarray, group: np.ndarray) -> np.ndarray:
    """Print the outcomes of both groups; the table of counts."""
    random = press.random
    counts = np.array([[int((outcome[group == k] == value).sum()) for value in (1, 0)] for k in (0, 1)])
    press.about |= {"test": "chi-squared", "measure": "binary", "complete": random.random() < 0.8}
    both = random.random() < 0.6
    for k, (yes, no) in enumerate(counts):
        press.whole(f"groups.arm {k}.n", int(yes + no))
        press.count(f"arm {k}", "yes", yes)
        if both:
            press.count(f"arm {k}", "no", no)
        if random.random() < 0.5:
            press.percent(f"arm {k}", "yes", Fraction(int(yes), int(yes + no)))
    return counts


def _effects(cluster: np.ndarray, group: np.ndarray, outcome: np.ndarray) -> list[float]:
    """The design effect of each group's share (Rao & Scott 1992, doi:10.2307/2532311)."""
    found = []
    for k in (0, 1):
        at, y = cluster[group == k], outcome[group == k]
        sizes, sums = np.bincount(at), np.bincount(at, weights=y)
        sizes, sums = sizes[sizes > 0], sums[sizes > 0]
        share, m = y.mean(), len(sizes)
        variance = m / max(1, m - 1) * ((sums - share * sizes) ** 2).sum() / len(y) ** 2
        found.append(float(variance / (share * (1 - share) / len(y))))
    return found


def rao_scott(press: ToldPress) -> None:
    """χ² of clustered people, uncorrected, with the p of χ² over the mean design effect; or that χ², or F, itself."""
    random = press.random
    cluster, group, outcome = clustered(random)
    counts = _by_group(press, outcome, group)
    plain_ = float(stats.chi2_contingency(counts, correction=False).statistic)
    corrected = plain_ / max(0.2, float(np.mean(_effects(cluster, group, outcome))))
    p, shown = float(stats.chi2.sf(corrected, 1)), random.choice(["uncorrected", "uncorrected", "corrected", "F"])
    if shown == "F":
        press.about["test"] = "ANOVA"
        df2 = len(set(cluster)) - 1
        press.put("F", corrected, always=True)
        press.whole("df1", 1)
        press.whole("df2", df2)
        press.p(float(stats.f.sf(corrected, 1, df2)))
    else:
        press.put("chi2", plain_ if shown == "uncorrected" else corrected, always=True)
        press.whole("df", 1)
        press.p(p)
    press.by("design-based", *(("p",) if shown == "uncorrected" else ("statistic", "p")))


def robust(press: ToldPress) -> None:
    """χ² of clustered people beside p and difference with cluster-robust errors; or t of scores with such errors."""
    random = press.random
    cluster, group, outcome = clustered(random)
    X = sm.add_constant(group.astype(float))
    of_scores = random.random() < 0.3
    if of_scores:
        spread = [honest.normal(random, 0, 4) for _ in range(int(cluster.max()) + 1)]
        y = np.array([round(20 + spread[c] + honest.normal(random, g, 3)) for c, g in zip(cluster, group, strict=True)])
        press.groups(["first", "second"], [exact(y[group == k]) for k in (0, 1)])
        press.about["test"] = random.choice(["independent t", "regression", "not stated"])
    else:
        y = outcome
        counts = _by_group(press, outcome, group)
        press.put("chi2", float(stats.chi2_contingency(counts, correction=False).statistic), always=True)
        press.whole("df", 1)
    fit = sm.OLS(y.astype(float), X).fit(cov_type="cluster", cov_kwds={"groups": cluster}, use_t=True)
    estimate, se, df = float(fit.params[1]), float(fit.bse[1]), len(set(cluster)) - 1
    if of_scores:
        press.t_test(estimate, se, df)
        return press.by("design-based", "statistic", "p", "ci", "estimate")
    press.p(float(fit.pvalues[1]))
    if random.random() < 0.5:
        press.put("estimate", 100 * estimate)
        press.interval(student(100 * estimate, 100 * se, df))
    return press.by("design-based", "p", "ci", "estimate")


def cumulative(press: ToldPress) -> None:
    """Events of people followed for different times, and the Kaplan–Meier percentage of those at risk."""
    random = press.random
    days, event, group = followed(random)
    press.about |= {"test": "not stated", "measure": "binary", "complete": random.random() < 0.6}
    horizon = float(np.quantile(days, random.choice([0.5, 0.7, 0.9])))
    for k in (0, 1):
        own = group == k
        curve = SurvfuncRight(days[own], event[own])
        before = curve.surv_times <= horizon
        left = float(curve.surv_prob[before][-1]) if before.any() else 1.0
        press.whole(f"groups.arm {k}.n", int(own.sum()))
        press.count(f"arm {k}", "event", int(event[own & (days <= horizon)].sum()))
        press.percent(f"arm {k}", "event", 1 - left)
    if random.random() < 0.4:
        square, p = survdiff(days, event, group)
        press.put("chi2", float(square))
        press.p(float(p))
    press.by("cumulative incidence", "percent")


def standardised(press: ToldPress) -> None:
    """Crude counts of two groups, and percentages standardised directly to the strata of both."""
    tables = strata(press.random)
    sizes = np.array([each.sum() for each in tables], dtype=float)
    press.about |= {"test": "not stated", "measure": "binary", "complete": press.random.random() < 0.8}
    for k, row in enumerate(sum(tables)):
        rates = np.array([each[k, 0] / each[k].sum() for each in tables])
        press.whole(f"groups.arm {k}.n", int(row.sum()))
        press.count(f"arm {k}", "yes", row[0])
        press.percent(f"arm {k}", "yes", float(rates @ sizes / sizes.sum()))
    press.by("standardised", "percent")


def weighted(press: ToldPress) -> None:
    """Raw counts with weighted percentages; or weighted means and SDs of whole scores."""
    random = press.random
    people = sample(random, plain("psych/bfi", "N1", "N3", "gender"), 12, 90)
    population = {1: random.uniform(0.3, 0.7)}
    population[2] = 1 - population[1]
    share = people["gender"].value_counts(normalize=True)
    weights = people["gender"].map({k: population[k] / share.get(k, 1.0) for k in population}).to_numpy()
    of_counts, cut = random.random() < 0.6, random.choice([[1, 3.5, 7], [1, 2.5, 4.5, 7]])
    press.about |= {"test": "not stated", "complete": random.random() < 0.8}
    for name, question in zip(press.samples(), ("N1", "N3"), strict=False):
        scores, n = people[question].to_numpy(), len(people)
        press.whole(f"groups.{name}.n", n)
        for k, (low, high) in enumerate(pairwise(cut) if of_counts else ()):
            inside = (scores >= low) & (scores < high)
            press.count(name, f"kind {k}", int(inside.sum()))
            press.percent(name, f"kind {k}", float(weights @ inside / weights.sum()))
        if not of_counts:
            mean = float(np.average(scores, weights=weights))
            sd = sqrt(float(np.average((scores - mean) ** 2, weights=weights)) * n / (n - 1))
            press.about |= {"measure": "integer score", "scale": (1, 6)}
            press.put(f"groups.{name}.mean", mean, always=True)
            press.put(f"groups.{name}.sd", sd, always=True)
    press.by("weighted", "percent" if of_counts else "summary")


def answered(press: ToldPress) -> None:
    """Counts of all who were asked, missing ones among them, and percentages of those who answered."""
    random = press.random
    name, what = random.choice([("MASS/survey", "Smoke"), ("MASS/survey", "Exer"), ("psych/bfi", "education"),
                                ("survival/pbc", "stage"), ("survival/pbc", "hepato")])  # fmt: skip
    press.about |= {"test": "not stated", "complete": False}
    with_missing = random.random() < 0.7
    for group in press.samples():
        rows = sample(random, open_data.table(name)[[what]], 15, 200)[what]
        counts = rows.value_counts()
        missing = int(rows.isna().sum()) or random.randint(1, 6)
        told, total = int(counts.sum()), int(counts.sum()) + missing
        press.whole(f"groups.{group}.n", total)
        for k, count in enumerate(counts):
            press.count(group, f"kind {k}", count)
            press.percent(group, f"kind {k}", Fraction(int(count), told))
        if with_missing:
            press.count(group, "missing", missing)
            if random.random() < 0.3:
                press.percent(group, "missing", Fraction(missing, total))
    press.by("of those who answered", "percent")


def several(press: ToldPress) -> None:
    """Everybody may tick more than one answer: counts of answers, percentages of people or of answers, or none."""
    random = press.random
    items = random.sample([f"{letter}{k}" for letter in "ACENO" for k in range(1, 6)], random.choice([3, 4, 6]))
    press.about |= {"test": "not stated", "measure": "continuous", "complete": random.random() < 0.7}
    of_people, shown = random.random() < 2 / 3, random.random() < 0.75
    for group in press.samples():
        people, counts = _ticked(press, items)
        press.whole(f"groups.{group}.n", people)
        for item, count in zip(items, counts, strict=True):
            press.count(group, item, count)
            if shown:
                press.percent(group, item, Fraction(count, people if of_people else sum(counts)))
    press.by("several answers")


def _ticked(press: ToldPress, items: list[str]) -> tuple[int, list[int]]:
    """How many people were asked, and how many agreed with each of some statements: in all, more than there are."""
    while True:
        people = sample(press.random, plain("psych/bfi", *items), 8, 120)
        counts = [int((people[item] >= press.random.choice([4, 5])).sum()) for item in items]
        if sum(counts) > len(people):
            return len(people), counts


def events(press: ToldPress) -> None:
    """Events of people who may have had several, with the share of all events or the number for 100 people."""
    random = press.random
    name, what = random.choice(open_data.EVENTS)
    press.about |= {"test": "not stated", "measure": "count", "complete": random.random() < 0.7}
    base = random.choice(["people", "people", "", "events"])
    while True:
        arms = [floats(exact(sample(random, plain(name, what), 5, 60)[what])) for _ in range(random.choice([1, 2]))]
        if all(sum(xs) > 0 for xs in arms):
            break
    kinds = random.choice([1, 1, 3])
    for k, xs in enumerate(arms):
        counts = [int(c) for c in stats.multinomial(int(sum(xs)), [1 / kinds] * kinds).rvs(
            random_state=open_data.stream(random))[0]]  # fmt: skip
        press.whole(f"groups.arm {k}.n", len(xs))
        for kind, count in enumerate(counts):
            press.count(f"arm {k}", f"kind {kind}", count)
            of = {"people": len(xs), "events": sum(counts)}.get(base, 0)
            if of:
                press.percent(f"arm {k}", f"kind {kind}", Fraction(count, of))
    press.by("events")


SURVEYS = {
    "p by Rao and Scott": rao_scott, "cluster-robust p": robust, "cumulative incidence": cumulative,
    "standardised percentages": standardised, "weighted percentages or means": weighted,
    "percentages of those who answered": answered, "several answers": several, "events": events,
}  # fmt: skip
