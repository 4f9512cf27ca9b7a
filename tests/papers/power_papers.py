"""What does an honest paper print, everything at once? The ground for errors that a program should notice."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from random import Random
from typing import Any

import honest
import honest_study
from honest import Data, show

from reread.study.file import StudyFile
from reread.study.values import Study, study_of

Prints = dict[str, str]
DECIMALS = 2
SIZES = (12, 40)  # people in a group


@dataclass(frozen=True)
class Paper:
    """The scores behind a paper, by the role of their sample, its test (exact t), and what it prints, role → text."""

    samples: dict[str, list[Fraction]]
    test: str
    difference: Fraction
    t: Fraction
    df: int
    prints: Prints


def paired(random: Random, sizes: tuple[int, int] = SIZES) -> Paper:
    """One group on a scale of whole numbers, twice; complete, d as d_z."""
    data = _scores(random, sizes)
    t = honest.t(data)
    if not t:
        return paired(random, sizes)
    samples = {f"score.{occasion}": data.at(occasion) for occasion in ("before", "after")}
    d, test = t / honest.root(Fraction(data.n)), "score.change"
    return _printed(Paper(samples, test, honest.mean(data.changes), t, data.n - 1, {"n": str(data.n)}), d, data.codes)


def two_groups(random: Random, sizes: tuple[int, int] = SIZES) -> Paper:
    """Two groups on a scale of whole numbers, Student's t, d with the pooled SD."""
    data = _scores(random, sizes)
    first, second = data.at("before"), data.at("after")[random.randint(0, 3) :]
    samples = {"tests.score.groups.first": first, "tests.score.groups.second": second}
    df, difference = len(first) + len(second) - 2, honest.mean(second) - honest.mean(first)
    squares = sum(honest.sd(scores) ** 2 * (len(scores) - 1) for scores in samples.values())
    error = honest.root(Fraction(squares, df) * (Fraction(1, len(first)) + Fraction(1, len(second))))
    if not error or not difference:
        return two_groups(random, sizes)
    sizes = {"n": str(df + 2)} | {f"{role}.n": str(len(scores)) for role, scores in samples.items()}
    paper = Paper(samples, "tests.score", difference, difference / error, df, sizes)
    return _printed(paper, difference / honest.root(Fraction(squares, df)), data.codes)


def _printed(paper: Paper, d: Fraction, codes: tuple[int, ...]) -> Paper:
    """The paper with everything that both designs print."""
    prints = dict(paper.prints)
    for role, scores in paper.samples.items():
        prints |= {f"{role}.mean": show(honest.mean(scores), DECIMALS), f"{role}.sd": show(honest.sd(scores), DECIMALS)}
        prints |= _counts(role, scores, codes)
    half = honest.quantile(0.95, paper.df) * paper.difference / paper.t
    mean = "mean" if paper.test == "score.change" else "estimate"
    test = {mean: paper.difference, "t": paper.t, "d": d}
    test |= {"ci.low": paper.difference - half, "ci.high": paper.difference + half}
    prints |= {f"{paper.test}.{role}": show(x, DECIMALS) for role, x in test.items()}
    prints |= {f"{paper.test}.df": str(paper.df), f"{paper.test}.p": p_text(honest.p_of_t(paper.t, paper.df))}
    return replace(paper, prints=prints | {f"{paper.test}.ci.level": "95%"})


def study(paper: Paper) -> Study:
    """The paper as a study whose file states what it is: complete whole-number scores and the test."""
    whole = {"label": "Score", "measure": "integer score", "complete": True}
    paired = paper.test == "score.change"
    tree: dict[str, Any] = {
        "title": "A paper", "design": {"kind": "one-group pretest-posttest", "paired": paired, "control": "none"},
        "outcomes": {"score": {**whole, "change": {"test": "paired t"}}} if paired else {},
        "tests": {} if paired else {"score": {**whole, "test": "independent t"}},
    }  # fmt: skip
    for role, text in paper.prints.items():
        *path, name = role.split(".")
        place = tree["outcomes"] if path[:1] == ["score"] else tree
        for part in path:
            place = place.setdefault(part, {})
        place[name] = [f"{role} {{{text}}}"]
    rows = [honest_study.row(line, role, text) for line, (role, text) in enumerate(paper.prints.items(), 1)]
    return study_of("paper", StudyFile.model_validate(tree, strict=False), rows)


def p_text(p: Fraction) -> str:
    """p to three decimals, or below .001."""
    return "< 0.001" if p < Fraction(1, 1000) else show(p, 3)


def _scores(random: Random, sizes: tuple[int, int]) -> Data:
    n, (low, high) = random.randint(*sizes), random.choice([(0, 2), (1, 5), (1, 7), (0, 10)])
    before, after = honest.coded(random, n, low, high, 1)
    return Data(tuple(before), tuple(after), tuple(range(low, high + 1)))


def _counts(role: str, scores: list[Fraction], codes: tuple[int, ...]) -> Prints:
    """Counts and percentages of two categories, the lower and the upper half of the scale."""
    cut = Fraction(sum((codes[0], codes[-1])), 2)
    low = sum(score <= cut for score in scores)
    counts = {"low": low, "high": len(scores) - low}
    percents = {f"{role}.percent.{name}": show(Fraction(100 * k, len(scores)), 1) + "%" for name, k in counts.items()}
    return {f"{role}.count.{name}": str(k) for name, k in counts.items()} | percents
