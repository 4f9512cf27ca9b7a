"""What is one result that a document prints: which of its numbers is which part?

A part is named as below a test in a study file (`t`, `df`, `ci.low`, `groups.group.n`) and points at one token.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from reread.numbers.lexer import Token
from reread.reading.phrases import of_kind
from reread.reading.scope import Place, Said, speaking
from reread.reading.skeleton import NUMBER, Skeleton
from reread.study.ledger import LIMITS, RATIOS
from reread.words.reading import either, labels, words

LARGEST, DECIMALS = 10**9, 300  # of numbers that are linked
NEVER_BELOW_0 = frozenset(["I2", *(stat for stat, (low, _) in LIMITS.items() if low == 0)])
QUOTED = 40  # characters of the line before the first number and behind the last one


@dataclass(frozen=True)
class Result:
    """One result: the statistic it is called by, its parts by token, and what the document's form says besides."""

    name: str
    parts: Mapping[str, int]
    about: Mapping[str, Any] = field(default_factory=dict)
    occasion: str = ""  # before or after, where the head of the column says it
    table: int = -1  # where its table begins in the text
    kept: Said | None = None  # the words for which it is kept from all checks
    pools: tuple[int, ...] = ()  # the estimates that it pools, each by its token
    heterogeneity: int | None = None  # the Q of what it pools


def sure(page: Skeleton, tokens: list[int]) -> bool:
    """Was every one of these numbers printed plainly, of a size that a statistic may have, all within one line?"""
    plain = all(_plain(page.tokens[token]) and _signed(page, token) for token in tokens)
    return plain and len({page.lines[token] for token in tokens}) == 1


def _signed(page: Skeleton, token: int) -> bool:
    """May the number have its sign? What is never below 0 may stand behind a dash ("SD - 1.2"), or be a logarithm."""
    if page.tokens[token].value >= 0 or page.stats[token] not in NEVER_BELOW_0:
        return True
    equals = page.text[: page.places[token]].rstrip().endswith("=")
    return equals and page.stats[token] not in RATIOS


def says(page: Skeleton, kind: str) -> bool:
    """Does a word of this kind stand anywhere in the document?"""
    return of_kind(kind).stand_in(page.text)


def speaks_of(page: Skeleton, kind: str, about: Place, must: str = "", never: str = "") -> Said | None:
    """The first word of this kind that speaks of a result (`scope.speaking`)."""
    return next(speaking(page, of_kind(kind), about, must, never), None)


def _plain(token: Token) -> bool:
    return not token.unsure and abs(token.value) < LARGEST and token.decimals < DECIMALS


def between(page: Skeleton, first: int, second: int) -> str:
    """The text between two tokens, numbers between them as signs."""
    return page.text[page.places[first] + 1 : page.places[second]]


def says_nothing_else(text: str, *kinds: str) -> bool:
    """Does a stretch hold only punctuation, numbers' signs, words that join, and labels and words of these kinds?

    >>> says_nothing_else(", with a p-value of ", "p"), says_nothing_else(", but in men p = ", "p")
    (True, False)
    """
    named = [name for kind in kinds for name in (labels()[kind] if kind in labels() else words(kind))]
    allowed = either([*named, *words("links"), *words("joins")])
    left = re.sub(rf"(?<!\w){allowed}(?!\w)", " ", text.replace(NUMBER, " "))
    return not re.search(r"[^\W\d_]|\||[.!?]\s", left)


def quoted(page: Skeleton, lines: list[str], tokens: list[int]) -> str:
    """The words of the document around a result, of the line on which it begins."""
    number = page.lines[tokens[0]]
    line, same = lines[number], [page.tokens[token] for token in tokens if page.lines[token] == number]
    spans = [(token.start, token.end) for token in same]
    start, end = min(spans)[0], max(end for _, end in spans)
    low, high = line.rfind(" ", 0, max(0, start - QUOTED)) + 1, line.find(" ", min(len(line), end + QUOTED // 2))
    return line[low if start > QUOTED else 0 : high if high >= 0 else len(line)].strip()
