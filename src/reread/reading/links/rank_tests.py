"""Which U stands beside its z and the sizes of both groups?

The form says it: U, z and two sizes in one sentence, each once: `U = 23, z = -2.0, p = .04, n1 = 10, n2 = 10`.

>>> from reread.reading.typed import read_lines
>>> page, tests = read_lines(["The ranks differed, U = 23, z = -2.04, p = .041, n1 = 10, n2 = 10."])
>>> [(result.name, list(result.parts)) for result in found(page, tests)]
[('U', ['U', 'z', 'groups.first.n', 'groups.second.n'])]
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reread.reading.links.result import Result, sure
from reread.reading.printed_tests import TokensOfTest
from reread.reading.sentences import at, sentences
from reread.reading.skeleton import NUMBER as N
from reread.reading.skeleton import Skeleton

SIZE = re.compile(rf"(?<!\w)[nN]\s?_?(?:[12₁₂]|{N})\s*=\s*(?P<n>{N})")


def found(page: Skeleton, tests: Sequence[TokensOfTest]) -> Iterator[Result]:
    """Every U with z and the sizes of two groups."""
    spans = sentences(page.text)
    for test in tests:
        if test.stat != "U":
            continue
        sentence = spans[at(spans, test.start)]
        inside = range(page.at(sentence.start), page.at(sentence.end))
        stats = [page.stats[token] for token in inside]
        sizes = [page.index(match, "n") for match in SIZE.finditer(page.text, sentence.start, sentence.end)]
        if sentence.row or stats.count("U") != 1 or stats.count("z") != 1 or len(sizes) != 2:
            continue
        parts = {
            "U": test.value,
            "z": inside[stats.index("z")],
            "groups.first.n": sizes[0],
            "groups.second.n": sizes[1],
        }
        plain = all(page.tokens[token].comparator == "=" for token in parts.values())
        whole = all(page.tokens[token].whole and page.tokens[token].value > 0 for token in sizes)
        if plain and whole and sure(page, list(parts.values())):
            yield Result("U", parts, {"test": "Mann-Whitney", "complete": True})
