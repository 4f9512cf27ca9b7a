"""One small honest study, everything printed to two decimals: the ground for tests that change one printed number."""

from __future__ import annotations

from fractions import Fraction
from random import Random

import honest
import honest_study
import plain_groups
import plain_tests
from honest import Data, show
from honest_print import Prints

from reread.study.values import Study

# (before, after) of 20 people on a scale of 0, 1, 2
PAIRS = [(0, 0)] * 2 + [(0, 1)] * 7 + [(0, 2)] * 3 + [(1, 1)] * 2 + [(1, 2)] * 4 + [(1, 0)] + [(2, 2)]
LABELS = {"poor": 0, "fair": 1, "good": 2}
ABOUT = {
    "label": "Score", "measure": "integer score", "items": 1, "complete": True, "normality_test": "Shapiro-Wilk",
    "codes": LABELS, "test": "paired t", "tests": {**plain_tests.ABOUT, **plain_groups.ABOUT},
}  # fmt: skip


def data(pairs: list[tuple[int, int]] = PAIRS) -> Data:
    """The scores."""
    before, after = (tuple(map(Fraction, xs)) for xs in zip(*pairs, strict=True))
    return Data(before, after, (0, 1, 2))


def printed(scores: Data, ddof: int = 1) -> Prints:
    """Role → text, all to two decimals (p to three), after − before."""
    found: dict[str, Fraction] = {}
    for occasion in ("before", "after"):
        answers = scores.at(occasion)
        found |= {f"{occasion}.mean": honest.mean(answers), f"{occasion}.sd": honest.sd(answers, ddof)}
    low, high = honest.interval(scores, 95)
    t = honest.t(scores) or Fraction(0)
    found |= {
        "change.mean": honest.mean(scores.changes), "change.t": t, "change.ci.low": low, "change.ci.high": high,
        "change.d": t / honest.root(Fraction(scores.n)), "change.sd": honest.sd(scores.changes, ddof),
    }  # fmt: skip
    texts = {role: show(value, 2) for role, value in found.items()}
    texts |= {"change.p": show(honest.p(scores) or Fraction(1), 3)}
    for occasion in ("before", "after"):
        answers = scores.at(occasion)
        texts[f"{occasion}.normality_p"] = show(honest.normality(answers) or Fraction(1), 4)
        for label, code in LABELS.items():
            count = sum(x == code for x in answers)
            texts[f"{occasion}.count.{label}"] = str(count)
            texts[f"{occasion}.percent.{label}"] = show(Fraction(100 * count, len(answers)), 0) + "%"
    return {"n": [str(scores.n)], **{f"score.{role}": [text] for role, text in texts.items()}}


def study(changed: dict[str, str | list[str]] | None = None, without: tuple[str, ...] = (), **about: object) -> Study:
    """The study, some parts printed otherwise ("score." is left out), some not printed, some stated otherwise."""
    prints = {**printed(data()), **plain_tests.printed(), **plain_groups.printed()}
    for role, texts in (changed or {}).items():
        whole = role == "n" or role.startswith(("tests.", "arms.", "flow.", "planning.", "eligibility."))
        prints[role if whole else f"score.{role}"] = [texts] if isinstance(texts, str) else texts
    kept = {role: texts for role, texts in prints.items() if not any(part in role for part in without)}
    return honest_study.direct(kept, {**ABOUT, **about})


def random_study(seed: int) -> Study:
    """An honest study of any kind, by its seed."""
    return honest_study.study(Random(seed))
