"""What does one sentence say of the calculation of the sample size?

A power, a level of significance, a difference with its SD (or d), and how many participants each group needs, every one
of them once in the same sentence.

>>> from reread.reading.typed import read_lines
>>> text = "With alpha of 0.05, power of 80%, SD of 10 and a difference of 5, 64 patients per group were needed."
>>> page, _ = read_lines([text])
>>> [(role, page.tokens[token].text) for role, token in planned(page)]
[('planning.alpha', '0.05'), ('planning.power', '80%'), ('planning.difference', '5'), ('planning.sd', '10'), \
('planning.n', '64')]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from reread.reading.phrases import of_kind
from reread.reading.sentences import Sentence, at, sentences
from reread.reading.skeleton import NUMBER as N
from reread.reading.skeleton import Skeleton
from reread.words.reading import either, labels, words

SAME = r"\s*(?:[=:,]|\(|of|at|was|is|sebesar|adalah)?\s*(?:[=:]\s*)?"
APART = (("d",), ("difference", "sd"))


@cache
def _shapes() -> dict[str, list[re.Pattern[str]]]:
    """How a sentence prints each part, the number as a group."""
    power, each, persons = either(words("power")), either(words("each_group")), r"(?:\s+[\w-]+){0,2}?"
    level = either(labels()["alpha"])
    apart = either([*labels()["md"], *words("differences")])
    sd, d = either(labels()["sd"]), either([*labels()["d"], *words("sizes_of_effect")])
    forms = {
        "alpha": [rf"{level}{SAME}(?P<x>{N})", rf"(?P<x>{N})\s*%?\s*(?:{level})"],
        "power": [rf"{power}{SAME}(?P<x>{N})", rf"(?P<x>{N})\s*%?\s*{power}"],
        "difference": [rf"(?<!\w){apart}{SAME}(?P<x>{N})"],
        "sd": [rf"(?<!\w){sd}{SAME}(?P<x>{N})"],
        "d": [rf"(?<!\w){d}{SAME}(?P<x>{N})"],
        "n": [rf"(?P<x>{N}){persons}\s+{each}(?!\w)", rf"(?<!\w){each}\s*[(:]?\s*[nN]\s*=\s*(?P<x>{N})"],
    }
    return {part: [re.compile(f"(?i){form}") for form in listed] for part, listed in forms.items()}


def planned(page: Skeleton) -> Iterator[tuple[str, int]]:
    """Roles and tokens of the one sentence that tells all of it; nothing where two do."""
    names = of_kind("power").found(page.text)
    spans = sentences(page.text)
    speaking = [spans[k] for k in sorted({at(spans, start) for start, _ in names})]
    told = [found for sentence in speaking if not sentence.row and (found := _of(page, sentence))]
    if len(told) == 1:
        yield from ((f"planning.{part}", token) for part, token in told[0].items())


def _of(page: Skeleton, sentence: Sentence) -> dict[str, int]:
    if sentence.apart:
        return {}
    found = {part: _tokens(page, sentence, shapes) for part, shapes in _shapes().items()}
    one = {part: tokens.pop() for part, tokens in found.items() if len(tokens) == 1}
    apart = next((parts for parts in APART if set(parts) <= set(one)), ())
    parts = ("alpha", "power", *apart, "n")
    plain = set(parts) <= set(one) and len({one[part] for part in parts}) == len(parts)
    return {part: one[part] for part in parts} if apart and plain and page.tokens[one["n"]].whole else {}


def _tokens(page: Skeleton, sentence: Sentence, shapes: list[re.Pattern[str]]) -> set[int]:
    """The numbers of the sentence in one of these forms, printed plainly."""
    matches = (m for shape in shapes for m in shape.finditer(page.text, sentence.start, sentence.end))
    tokens = {page.at(m.start("x")) for m in matches}
    return {token for token in tokens if page.tokens[token].comparator == "=" and not page.tokens[token].unsure}
