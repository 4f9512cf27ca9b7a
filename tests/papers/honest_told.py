"""How a study file tells by which convention a number was obtained: of the entry, of its parts, or of the whole study.

A `ToldPress` prints one reported test as `honest_tests.TestPress` does and keeps what is to be told of it. For tests
only.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from fractions import Fraction
from math import isfinite
from typing import Any

import honest
from honest import show
from honest_tests import USUAL, Scores, TestPress
from scipy import stats

from reread.study.parts import METHODS

WAYS = ("entry", "parts", "methods")
PARTS = ("p", "ci", "statistic", "estimate", "percent")
COUNTED = {"several answers": "answers", "events": "events"}
Ends = Callable[[float], tuple[float, float]]


@dataclass
class ToldPress(TestPress):
    """One paper's habits for one test, the method behind its numbers, and the parts that the method concerns.

    `methods`: what the study file says of the whole study for it, now and then a method of something else, too.
    `stated`: what the study file says besides, which is no method: whose an interval is, one-sided tests.
    `mistold`: what it would say instead, if it told nothing or the wrong thing.
    """

    __test__ = False
    convention: str = ""
    method: str = ""
    parts: tuple[str, ...] = ()
    way: str = ""
    usual: tuple[str, ...] = ()  # parts of which the study file says that they were obtained as usual
    methods: tuple[str, ...] = ()
    as_outcome: bool = False
    stated: dict[str, Any] = field(default_factory=dict)
    mistold: dict[str, Any] = field(default_factory=dict)

    def by(self, method: str, *parts: str) -> None:
        """These parts were obtained by a method; how the study file tells it is drawn."""
        draw = self.random
        self.method, self.parts, self.way = method, parts, draw.choice(WAYS)
        self.usual = tuple(part for part in PARTS if part not in parts and draw.random() < 0.6)
        if self.way == "methods":
            self.methods = (method, draw.choice(METHODS)) if draw.random() < 0.1 else (method,)

    def told(self) -> dict[str, Any]:
        """What the entry of the study file says of it."""
        if not self.method or self.way == "methods":
            return self.stated
        if self.method in COUNTED:
            return self.stated | {"counted": COUNTED[self.method]}
        if self.way == "entry":
            return self.stated | {"obtained": self.method}
        parts = dict.fromkeys(self.usual, "as usual") | dict.fromkeys(self.parts, self.method)
        return self.stated | {"obtained": parts}

    def t_test(self, estimate: float, se: float, df: float, p: float | None = None, ends: Ends | None = None) -> None:
        """Print t, df, p, and perhaps the estimate with its SE and interval; p and interval may be others'."""
        t = estimate / se
        self.put("t", t, signless=True)
        if float(df).is_integer():
            if self.random.random() < 0.7:
                self.whole("df", int(df))
        else:
            self.put("df", df)
        self.p(float(2 * stats.t.sf(abs(t), df)) if p is None else p)
        if ends is not None or self.random.random() < 0.5:
            self.put("estimate", estimate, signless=True)
            if self.random.random() < 0.3:
                self.put("se", se)
            self.interval(ends or student(estimate, se, df), always=ends is not None)

    def interval(self, ends: Ends, always: bool = False) -> None:
        """Print an interval, with its level or without."""
        if not always and self.random.random() > self.fullness:
            return
        level = self.random.choice(USUAL) if self.random.random() < 0.5 else 95
        found = ends(level / 100)
        if not all(isfinite(end) and abs(end) < 1e6 for end in found):
            return
        places = self.places()
        for end, x in zip(("low", "high"), found, strict=True):
            self.prints[f"tests.{self.name}.ci.{end}"] = [show(Fraction(float(x)), places, self.rounding, self.minus)]
        if level != 95 or self.random.random() < 0.7:
            self.prints[f"tests.{self.name}.ci.level"] = [f"{level}%"]

    def groups(self, names: list[str], scores: list[Scores], enrolled: list[int] | None = None) -> None:
        """Print n, mean and SD of every group, and what kind of scores they are."""
        whole = all(x.denominator == 1 for xs in scores for x in xs)
        kinds = ["integer score", "ordinal score", "continuous"] if whole else ["continuous"]
        self.about["measure"] = self.random.choice(kinds)
        sizes = enrolled or list(map(len, scores))
        nobody_missing = sizes == list(map(len, scores))
        self.about["complete"] = nobody_missing and self.random.random() < 0.8
        for name, xs, size in zip(names, scores, sizes, strict=True):
            self.group(name, xs, size)
        if self.random.random() < 0.3:
            self.whole("n", sum(sizes))
        means = [honest.mean(xs) for xs in scores]
        if len(set(means)) == 2 == len(scores) and self.random.random() < 0.2:
            self.stated["higher"] = names[means.index(max(means))]

    def pairs(self, first: Scores, second: Scores) -> None:
        """Print both occasions of the same people; the entry may be an outcome with its change."""
        self.groups(["before", "after"], [first, second])
        self.prints.pop(f"tests.{self.name}.n", None)
        self.as_outcome = self.random.random() < 0.5
        if self.random.random() < 0.6:
            self.whole("n", len(first))

    def samples(self) -> list[str]:
        """One sample of everybody; or, three times in ten, two of an outcome before and after."""
        self.as_outcome = self.random.random() < 0.3
        return ["before", "after"] if self.as_outcome else ["all"]

    def norm(self, scores: Scores) -> float:
        """Print the value that one sample is tested against: near its mean, but not 0."""
        self.about["test"] = "one-sample t"
        away = self.random.choice([-1, 0.2, 0.5, 1]) * float(honest.sd(scores)) / len(scores) ** 0.5 * 2
        found = round(float(honest.mean(scores)) + away, self.random.choice([0, 1])) or 1.0
        self.prints[f"tests.{self.name}.against"] = [f"{found:.1f}"]
        return found

    def percent(self, group: str, category: str, share: float | Fraction) -> None:
        """Print a percentage of a category; `share` of 1."""
        places, mark = self.random.choice([0, 1, 1, 2]), self.random.choice(["", "%"])
        text = show(Fraction(share) * 100, places, self.rounding)
        self.prints[f"tests.{self.name}.groups.{group}.percent.{category}"] = [text + mark]

    def count(self, group: str, category: str, count: int) -> None:
        """Print a count of a category."""
        self.whole(f"groups.{group}.count.{category}", int(count))


def student(estimate: float, se: float, df: float) -> Ends:
    """The interval by t."""

    def ends(level: float) -> tuple[float, float]:
        half = float(stats.t.isf((1 - level) / 2, df)) * se
        return estimate - half, estimate + half

    return ends


def floats(scores: Scores) -> list[float]:
    """Scores as numpy takes them."""
    return [float(x) for x in scores]
