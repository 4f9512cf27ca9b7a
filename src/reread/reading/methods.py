"""By which methods does a document say that numbers were obtained: permutations, logarithms, covariates, weights?

A word of `methods:` in `words/<language>/reading.yaml`, anywhere but in the list of references. It leaves open what
would otherwise be called impossible (`reread.study.obtained`), so it is believed without a second look; which of the
study's numbers were obtained so, the study file can say.

>>> lines = ["P values come from 10,000 random shuffles of the group labels.", "t(38) = 2.62, p = .0098."]
>>> [(each.method, each.line) for each in mentions(Skeleton.of(lines, "."), lines)]
[('permutation', 0)]
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from reread.documents import Document
from reread.reading.links.cues import around
from reread.reading.not_statistics import references
from reread.reading.skeleton import Skeleton
from reread.reading.typed import read_lines
from reread.words.reading import either, trees


@dataclass(frozen=True)
class Mention:
    """A method, the line (from 0) whose words name it first, and these words."""

    method: str
    line: int
    quote: str


def mentions(page: Skeleton, lines: Sequence[str]) -> list[Mention]:
    """The first place at which each method is mentioned, in the order of the text."""
    start, end = references(page)
    return [each for each in _named(lines) if not start <= each.line < end]


def mentioned(documents: Iterable[Document]) -> Iterator[tuple[str, Mention]]:
    """Each method that the documents of a study mention, once, with the tag of the document."""
    met: set[str] = set()
    for document in documents:
        lines = [line.text for line in document.lines]
        for each in mentions(read_lines(lines)[0], lines):
            if each.method not in met:
                met.add(each.method)
                yield document.tag, each


def _named(lines: Sequence[str]) -> Iterator[Mention]:
    for number, line in enumerate(lines):
        for method, pattern in patterns().items():
            match = pattern.search(line)
            if match:
                yield Mention(method, number, around(line, match.start(), match.end()))


@cache
def patterns() -> dict[str, re.Pattern[str]]:
    """For each method the words that name it, in all languages."""
    kinds: dict[str, list[str]] = {}
    for tree in trees().values():
        for method, listed in (tree.get("methods") or {}).items():
            kinds.setdefault(method, []).extend(map(str, listed))
    return {method: re.compile(rf"(?<!\w){either(listed)}(?!\w)") for method, listed in kinds.items()}
