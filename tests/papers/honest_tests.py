"""Honest reported tests: data of groups that exist, their test, printed as papers print. For tests only.

`random_tests_study(seed)` is one study with a few entries under `tests:`. Half-up or half-even rounding, signs, tails
and one of the admitted definitions of each effect are drawn at random; what is printed always follows from the data.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from fractions import Fraction
from math import sqrt
from random import Random
from typing import Any

import honest
import honest_study
from honest import show
from honest_print import Prints, p_text

from reread.study.file import StudyFile
from reread.study.values import Study, study_of

Scores = list[Fraction]
USUAL = [95, 95, 95, 95, 90, 99]


@dataclass
class TestPress:
    """One paper's habits for one reported test: role → texts, and what the study file says beside the numbers."""

    __test__ = False
    random: Random
    name: str
    prints: Prints = field(default_factory=dict)
    about: dict[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        draw = self.random
        self.rounding = draw.choice(["half-up", "half-even"])
        self.minus, self.bare_zero = draw.choice(["-", "−", "–"]), draw.random() < 0.5
        self.decimals, self.fullness = draw.choice([0, 1, 2, 2, 2, 3, 4]), draw.choice([0.5, 0.8, 1])
        self.ddof, self.turned = draw.choice([1, 1, 1, 0]), draw.choice([1, -1])
        self.about |= {"label": self.name, "complete": False}

    def places(self) -> int:
        """Decimals: the paper's usual ones, now and then others."""
        return self.decimals if self.random.random() < 0.8 else self.random.randint(0, 4)

    def put(self, role: str, x: float | Fraction, signless: bool = False, always: bool = False) -> None:
        """Print a number, or not; `signless`: perhaps without its sign, or a second time without it."""
        if not always and self.random.random() > self.fullness:
            return
        exact, texts = Fraction(x), []
        for value in [exact, abs(exact) if signless else exact][: self.random.choice([1] * 6 + [2])]:
            texts.append(show(value, self.places(), self.rounding, self.minus, self.bare_zero))
        self.prints[f"tests.{self.name}.{role}"] = texts

    def whole(self, role: str, count: int) -> None:
        """Print a whole number, as it is."""
        self.prints[f"tests.{self.name}.{role}"] = [str(count)]

    def p(self, two_sided: float, signed: float | None = None) -> None:
        """Print p: two-sided, sometimes one-sided (either direction, declared), sometimes adjusted (declared)."""
        p = two_sided
        self.about["sides"] = self.random.choice(["two", "not stated"])
        if signed is not None and self.random.random() < 0.1:
            self.about["sides"], p = "one", two_sided / 2 if signed > 0 else 1 - two_sided / 2
        if self.random.random() < 0.1:
            self.about["adjusted"], p = True, min(1.0, p * self.random.choice([1, 2, 3, 10]))
        if self.random.random() < 0.9:
            self.prints[f"tests.{self.name}.p"] = [p_text(self, Fraction(p))]  # type: ignore[arg-type]

    def ci(self, middle: float, half: Callable[[float], float], back: Callable[[float], float] = float) -> None:
        """Print the interval `middle` ± half(level), ends put through `back`; the level perhaps not."""
        level = self.random.choice(USUAL)
        ends = [back(middle - half(level / 100)), back(middle + half(level / 100))]
        if self.random.random() > self.fullness or max(map(abs, ends)) > 1e6:
            return
        places = self.places()
        for end, x in zip(("low", "high"), ends, strict=True):
            self.prints[f"tests.{self.name}.ci.{end}"] = [show(Fraction(x), places, self.rounding, self.minus)]
        if self.random.random() < 0.7:
            self.prints[f"tests.{self.name}.ci.level"] = [f"{level}%"]

    def group(self, name: str, scores: Scores, enrolled: int | None = None) -> None:
        """Print a group: n (those enrolled, where some did not answer), mean, SD, perhaps SE and range."""
        if self.random.random() < 0.85:
            self.whole(f"groups.{name}.n", enrolled or len(scores))
        self.put(f"groups.{name}.mean", honest.mean(scores))
        self.put(f"groups.{name}.sd", honest.sd(scores, self.ddof))
        if self.random.random() < 0.2:
            self.put(f"groups.{name}.se", honest.sd(scores, self.ddof) / honest.root(Fraction(len(scores))))
        if self.random.random() < 0.2:
            ordered = sorted(scores)
            middle = (ordered[(len(ordered) - 1) // 2] + ordered[len(ordered) // 2]) / 2
            for role, x in (("median", middle), ("minimum", ordered[0]), ("maximum", ordered[-1])):
                self.put(f"groups.{name}.{role}", x)

    def by_hand(self, role: str) -> float | None:
        """What somebody with a pocket calculator takes from the page: the print with most decimals."""
        texts = self.prints.get(f"tests.{self.name}.{role}", [])
        return float(max(texts, key=len).replace("−", "-").replace("–", "-")) if texts else None


def random_tests_study(seed: int) -> Study:
    """An honest study with one to four reported tests, by its seed."""
    from honest_counts import COUNTED  # the drawers of both files need the press
    from honest_scores import MEASURED

    random = Random(seed)
    presses = []
    for k in range(random.choice([1, 1, 2, 4])):
        press = TestPress(random, f"test {k + 1}")
        random.choice([*MEASURED, *MEASURED, *COUNTED])(press)
        presses.append(press)
    return study_of_tests(presses, random.choice([{}, {}, {"alpha": ["0.05"]}, {"alpha": ["1%"]}]))


def study_of_tests(presses: list[TestPress], prints: Prints | None = None) -> Study:
    """The study that prints these tests, without a document."""
    printed = {**(prints or {}), **{role: texts for press in presses for role, texts in press.prints.items()}}
    return direct(printed, {press.name: press.about for press in presses})


def direct(printed: Prints, abouts: dict[str, dict[str, Any]]) -> Study:
    """A study from role → texts, and from test → what the study file says beside its numbers."""
    placed = [(role, text) for role, texts in printed.items() for text in texts]
    rows = [honest_study.row(line, role, text) for line, (role, text) in enumerate(placed, 1)]
    return study_of("honest tests", StudyFile.model_validate(tree(printed, abouts), strict=False), rows)


def tree(printed: Prints, abouts: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """The study file as a tree, a locator for each print."""
    found: dict[str, Any] = {
        "title": "An honest study", "design": {"kind": "two-group randomised"},
        "tests": {name: dict(about) for name, about in abouts.items()},
    }  # fmt: skip
    for role, texts in printed.items():
        *path, last = role.split(".")
        place = found
        for part in path:
            place = place.setdefault(part, {})
        place[last] = [f"{role} {k} {{{text}}}" for k, text in enumerate(texts)]
    return found


def drawn(random: Random, n: int, shift: float, size: float, whole: bool) -> Scores:
    """Scores of one group: whole numbers, or measured to three decimals, of a common size."""
    spread = random.choice([0.5, 1, 1, 2])
    xs = [honest.normal(random, 3 + shift, spread) * size for _ in range(n)]
    return [Fraction(round(x)) if whole else Fraction(round(x * 1000), 1000) for x in xs]


def spread(scores: Scores) -> float:
    """The sample SD."""
    return float(honest.sd(scores))


def pooled(groups: list[Scores], ddof: int = 1) -> float:
    """The root of the pooled variance."""
    squares = sum(spread(xs) ** 2 * (len(xs) - 1) for xs in groups)
    return sqrt(squares / (sum(map(len, groups)) - ddof * len(groups)))
