"""By which methods does a document say that numbers were obtained: permutations, logarithms, covariates, weights?

A word of `methods:` in `words/<language>/reading.yaml`. It leaves open what would otherwise be called impossible
(`reread.study.obtained`), so it is believed without a second look, but only of the results of which it speaks
(`reread.reading.scope`).

>>> lines = ["P values come from 10,000 random shuffles of the group labels.", "t(38) = 2.62, p = .0098."]
>>> page = Skeleton.of(lines, ".")
>>> [(each.method, each.line) for each in mentions(page)], list(of_result(page, Place([1, 2, 3], "t", {"p"})))
([('permutation', 0)], ['permutation'])
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from reread.documents import Document
from reread.reading.phrases import Phrases
from reread.reading.scope import Place, Said, anywhere, speaking
from reread.reading.skeleton import Skeleton
from reread.reading.typed import read_lines
from reread.study.obtained import BY_ITSELF
from reread.words.reading import trees


@dataclass(frozen=True)
class Mention:
    """A method, the line (from 0) whose words name it first, and these words."""

    method: str
    line: int
    quote: str


def mentions(page: Skeleton) -> list[Mention]:
    """The first place at which each method is mentioned, in the order of the text."""
    first = {method: next(anywhere(page, names), None) for method, names in phrases().items()}
    found = [Mention(method, said.line, said.quote) for method, said in first.items() if said]
    return sorted(found, key=lambda each: each.line)


def mentioned(documents: Iterable[Document]) -> Iterator[tuple[str, Mention]]:
    """Each method that the documents of a study mention, once, with the tag of the document."""
    met: set[str] = set()
    for document in documents:
        for each in mentions(read_lines([line.text for line in document.lines])[0]):
            if each.method not in met:
                met.add(each.method)
                yield document.tag, each


def of_result(page: Skeleton, about: Place) -> dict[str, Said]:
    """Each method that the document says of a result, with the words that do.

    How p or an interval alone was obtained, a sentence may say of some numbers or tests only.
    """
    loose = replace(about, stat="", numbers=(), alike=True)
    said = {
        method: next(speaking(page, names, about if method in BY_ITSELF else loose), None)
        for method, names in phrases().items()
    }
    return {method: each for method, each in said.items() if each}


@cache
def phrases() -> dict[str, Phrases]:
    """For each method the words that name it, in all languages."""
    kinds: dict[str, list[str]] = {}
    for tree in trees().values():
        for method, listed in (tree.get("methods") or {}).items():
            kinds.setdefault(method, []).extend(map(str, listed))
    return {method: Phrases(tuple(listed)) for method, listed in kinds.items()}
