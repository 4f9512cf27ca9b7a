"""Honest trials of two arms, before and after: n 8 to 200 an arm, drop-out, correlation 0 to .9, whole scores or not.

`random_two_arms(seed)` is one such study; `drawn(seed)` also gives the participants. It prints the baseline
of everybody or of those who stayed, now and then changes or an adjusted result, the flow, who could take
part; rounded half-up or half-even.
"""

from __future__ import annotations

from fractions import Fraction
from random import Random
from typing import Any

import numpy as np
from honest import show
from honest_tests import direct
from scipy import stats
from two_arms import Arms, least_squares

from reread.study.values import Study

NAMES = ("control", "treated")


def random_two_arms(seed: int) -> Study:
    """An honest trial of two arms, by its seed."""
    return drawn(seed)[0]


def drawn(seed: int) -> tuple[Study, Arms, bool]:
    """The study, those with both measurements, and whether the baseline is printed of these."""
    rng, random = np.random.default_rng(seed), Random(seed)
    whole, r, effect = random.random() < 0.5, random.uniform(0, 0.9), random.choice([0, 0, 2, 5])
    everybody: Arms = {}
    for k, name in enumerate(NAMES):
        n = random.choice([8, 9, 12, 20, 31, 60, 200])
        x = rng.standard_normal(n)
        y = r * x + np.sqrt(1 - r * r) * rng.standard_normal(n)
        before, after = 20 + 5 * x, 20 + random.uniform(3, 8) * y + k * effect
        everybody[name] = (np.round(before), np.round(after)) if whole else (before, after)
    lost = {name: random.choice([0, 0, 1, 3]) for name in NAMES}
    stayed = {name: (x[lost[name] :], y[lost[name] :]) for name, (x, y) in everybody.items()}
    same = random.random() < 0.7
    press = _Press(random)
    press.arms("before", {name: arm[0] for name, arm in (stayed if same else everybody).items()})
    press.arms("after", {name: arm[1] for name, arm in stayed.items()})
    _test(press, "after", {name: arm[1] for name, arm in stayed.items()})
    about: dict[str, dict[str, Any]] = {
        "before": {"label": "Before", "occasion": "baseline"},
        "after": {"label": "After", "baseline": "before", "test": "independent t"},
    }
    if whole:
        for each in about.values():
            each["measure"] = "integer score"
    if random.random() < 0.5:
        gains = {name: arm[1] - arm[0] for name, arm in stayed.items()}
        press.arms("gain", gains)
        _test(press, "gain", gains)
        about["gain"] = {"label": "Gain", "baseline": "before", "occasion": "change", "test": "independent t"}
    if random.random() < 0.4:
        _adjusted(press, stayed)
        about["adjusted"] = {"label": "Adjusted", "baseline": "before", "occasion": "adjusted", "obtained": "adjusted"}
    if random.random() < 0.4:
        about["parts"] = _parts(press, stayed["treated"][1])
    if random.random() < 0.3:
        about["squares"] = _squares(press, stayed["treated"][1])
    if random.random() < 0.3:
        _planning(press)
    _flow(press, {name: len(arm[0]) for name, arm in everybody.items()}, lost)
    if random.random() < 0.3:
        _eligibility(press, {name: arm[0] for name, arm in (stayed if same else everybody).items()})
    return direct(press.printed, about), stayed, same or not any(lost.values())


class _Press:
    """What is printed, by role, with one way of rounding."""

    def __init__(self, random: Random) -> None:
        self.random, self.printed = random, dict[str, list[str]]()
        self.rounding, self.decimals = random.choice(["half-up", "half-even"]), random.choice([1, 1, 2])

    def put(self, role: str, value: float, decimals: int | None = None) -> None:
        """A number, rounded."""
        places = self.decimals if decimals is None else decimals
        self.printed[role] = [show(Fraction(float(value)), places, self.rounding, "−")]

    def arms(self, test: str, scores: dict[str, Any]) -> None:
        """n, mean and SD of each arm."""
        for name, each in scores.items():
            role = f"tests.{test}.groups.{name}"
            self.printed[f"{role}.n"] = [str(len(each))]
            self.put(f"{role}.mean", each.mean())
            self.put(f"{role}.sd", each.std(ddof=1))


def _test(press: _Press, test: str, scores: dict[str, Any]) -> None:
    """Student's t of the arms, in either direction, its df and p."""
    arms = list(scores.values())[:: press.random.choice([1, -1])]
    found = stats.ttest_ind(*arms)
    press.put(f"tests.{test}.t", found.statistic, 2)
    press.put(f"tests.{test}.p", found.pvalue, 3)
    press.printed[f"tests.{test}.df"] = [str(sum(map(len, arms)) - 2)]


def _adjusted(press: _Press, arms: Arms) -> None:
    """The adjusted difference with its SE, interval and p, in either direction."""
    estimate, se, _, p = least_squares(*list(arms.values())[:: press.random.choice([1, -1])])
    half = float(stats.t.isf(0.025, sum(len(x) for x, _ in arms.values()) - 3)) * se
    press.put("tests.adjusted.estimate", estimate)
    press.put("tests.adjusted.ci.low", estimate - half)
    press.put("tests.adjusted.ci.high", estimate + half)
    press.printed["tests.adjusted.ci.level"] = ["95%"]
    press.put("tests.adjusted.p", p, 3)


def _parts(press: _Press, scores: Any) -> dict[str, Any]:
    """The treated in two or three parts, SDs with n − 1 or n."""
    k, ddof = press.random.choice([2, 3]), press.random.choice([0, 1])
    for name, each in {"whole": scores, **{f"groups.part {i + 1}": scores[i::k] for i in range(k)}}.items():
        press.printed[f"tests.parts.{name}.n"] = [str(len(each))]
        press.put(f"tests.parts.{name}.mean", each.mean())
        if len(each) > 1:
            press.put(f"tests.parts.{name}.sd", each.std(ddof=ddof))
    return {"label": "Parts", "complete": press.random.random() < 0.7}


def _squares(press: _Press, scores: Any) -> dict[str, Any]:
    """A table of variance of the treated in two or three parts."""
    k = press.random.choice([2, 3])
    parts = [scores[i::k] for i in range(k)]
    within = sum(float(((each - each.mean()) ** 2).sum()) for each in parts)
    total = float(((scores - scores.mean()) ** 2).sum())
    df1, df2, places = k - 1, len(scores) - k, press.random.choice([1, 2, 3])
    f = (total - within) / df1 / (within / df2)
    numbers = {"ss": total - within, "ss_error": within, "ss_total": total, "ms": (total - within) / df1,
               "ms_error": within / df2, "F": f}  # fmt: skip
    for part, value in numbers.items():
        press.put(f"tests.squares.{part}", value, places)
    press.printed |= {"tests.squares.df1": [str(df1)], "tests.squares.df2": [str(df2)]}
    press.put("tests.squares.p", float(stats.f.sf(f, df1, df2)), 3)
    return {"label": "Squares", "test": "one-way ANOVA"}


def _planning(press: _Press) -> None:
    """A calculation of the sample size, by the normal approximation, with some more for losses."""
    alpha, power = press.random.choice(["0.05", "0.01"]), press.random.choice([0.8, 0.9, 0.95])
    apart, sd = press.random.uniform(2, 8), press.random.uniform(4, 10)
    needed = 2 * (stats.norm.isf(float(alpha) / 2) + stats.norm.ppf(power)) ** 2 * sd**2 / apart**2
    more = press.random.choice([1, 1, 1.1, 1.25])
    press.printed |= {
        "planning.alpha": [alpha], "planning.power": [f"{100 * power:.0f}%"],
        "planning.n": [str(int(np.ceil(needed * more)))],
    }  # fmt: skip
    press.put("planning.difference", apart)
    press.put("planning.sd", sd)


def _eligibility(press: _Press, scores: dict[str, Any]) -> None:
    """Who could take part by the first measurement, in whole units, with the least and the greatest of each arm."""
    everybody = np.concatenate(list(scores.values()))
    press.printed["eligibility.before.at_least"] = [str(int(np.floor(everybody.min())))]
    if press.random.random() < 0.7:  # until the next whole unit, as completed years are
        press.printed["eligibility.before.at_most"] = [str(int(np.floor(everybody.max())))]
    for name, each in scores.items():
        press.put(f"tests.before.groups.{name}.minimum", each.min())
        press.put(f"tests.before.groups.{name}.maximum", each.max())


def _flow(press: _Press, sizes: dict[str, int], lost: dict[str, int]) -> None:
    """Allocated, lost and analysed by arm and in all, and those who were screened."""
    refused, total = press.random.randint(0, 40), sum(sizes.values())
    for name, n in sizes.items():
        for part, k in (("allocated", n), ("lost", lost[name]), ("analysed", n - lost[name])):
            press.printed[f"arms.{name}.{part}"] = [str(k)]
    whole = {"screened": total + refused, "excluded": refused, "allocated": total, "lost": sum(lost.values())}
    press.printed |= {f"flow.{part}": [str(k)] for part, k in whole.items()}
