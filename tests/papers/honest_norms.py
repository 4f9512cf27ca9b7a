"""Honest tests of one sample against a value that is not 0, intervals of one sample, one-sided tests. For tests."""

from __future__ import annotations

from math import sqrt

import honest
import honest_people
from honest_people import related, twice
from honest_scores import _d_of
from honest_tests import Scores, pooled, spread
from honest_told import ToldPress, floats, student
from scipy import stats


def _sample(press: ToldPress) -> tuple[Scores, float, float]:
    """One sample as printed, its mean and standard error."""
    xs = press.random.choice(
        [lambda: twice(press.random)[1], lambda: honest_people.groups(press.random, 1).scores[0]]
    )()
    press.groups(["all"], [xs])
    return xs, float(honest.mean(xs)), spread(xs) / sqrt(len(xs))


def against_a_norm(press: ToldPress) -> None:
    """t, p and d against a value; the interval that of the mean, or of the distance, which the study file tells."""
    xs, mean, se = _sample(press)
    norm, df = press.norm(xs), len(xs) - 1
    away, of = mean - norm, press.random.choice(["mean", "difference", "not stated"])
    press.stated["ci"] = {"of": of}
    press.t_test(away, se, df, ends=student(mean if of == "mean" else away, se, df))
    if of == "mean":
        press.prints.pop(f"tests.{press.name}.estimate", None)
    if press.random.random() < 0.4:
        press.put("d", away / spread(xs), signless=True)


def interval_of_a_sample(press: ToldPress) -> None:
    """The mean of one sample with its interval, now and then with t against a value."""
    xs, mean, se = _sample(press)
    press.about["test"] = press.random.choice(["one-sample t", "not stated"])
    press.stated["ci"], press.mistold["ci"] = {"of": press.random.choice(["mean", "not stated"])}, {"of": "difference"}
    press.interval(student(mean, se, len(xs) - 1), always=True)
    if press.random.random() < 0.4:
        norm = press.norm(xs)
        press.put("t", (mean - norm) / se, signless=True)
        press.p(float(2 * stats.t.sf(abs(mean - norm) / se, len(xs) - 1)))


def interval_of_the_difference(press: ToldPress) -> None:
    """SPSS's interval: of the distance between the mean and the value that it is tested against."""
    xs, mean, se = _sample(press)
    norm, df = press.norm(xs), len(xs) - 1
    press.stated["ci"] = {"of": "difference"}
    press.put("t", (mean - norm) / se, signless=True)
    press.whole("df", df)
    press.p(float(2 * stats.t.sf(abs(mean - norm) / se, df)))
    press.interval(student(mean - norm, se, df), always=True)
    if press.random.random() < 0.5:
        press.put("estimate", mean - norm)


def one_sided(press: ToldPress) -> None:
    """A one-sided p, in either direction, declared: two groups, pairs, one sample, or r."""
    random, kind = press.random, press.random.choice(["groups", "pairs", "sample", "r"])
    if kind == "groups":
        found = honest_people.groups(random, 2)
        press.groups(["first", "second"], found.scores, found.enrolled)
        (a, b), df = found.scores, sum(map(len, found.scores)) - 2
        press.about["test"], estimate = "independent t", float(honest.mean(b) - honest.mean(a))
        se = pooled([a, b]) * sqrt(1 / len(a) + 1 / len(b))
        _d_of(press, a, b, estimate, estimate / se, df)
    elif kind == "pairs":
        first, second = twice(random)
        press.pairs(first, second)
        changes = [y - x for x, y in zip(first, second, strict=True)]
        press.about["test"], estimate = "paired t", float(honest.mean(changes))
        se, df = spread(changes) / sqrt(len(changes)), len(changes) - 1
    elif kind == "sample":
        xs, mean, se = _sample(press)
        estimate, df = mean - press.norm(xs), len(xs) - 1
    else:
        x, y = (floats(xs) for xs in related(random))
        r = float(stats.pearsonr(x, y).statistic)
        press.about["test"] = "Pearson"
        press.put("r", r, always=True)
        press.whole("n", len(x))
        press.about["complete"] = True
        return _sided(press, float(stats.t.sf(r * sqrt((len(x) - 2) / (1 - r * r)), len(x) - 2)))
    return _sided(press, float(stats.t.sf(estimate / se, df)), (estimate, se, df))


def _sided(press: ToldPress, upper: float, tested: tuple[float, float, float] | None = None) -> None:
    """Print the p of either direction, with the t that it is of."""
    p = press.random.choice([upper, 1 - upper])
    if tested:
        press.t_test(*tested, p=p)
    else:
        press.p(p)
    press.stated["sides"] = "one"


NORMS = {
    "one sample against a norm": against_a_norm, "interval of one sample": interval_of_a_sample,
    "interval of the difference from a norm": interval_of_the_difference, "one-sided p": one_sided,
}  # fmt: skip
