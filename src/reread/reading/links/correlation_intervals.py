"""Which correlation stands before its interval, with its n or degrees of freedom?

The form says it: `r(58) = .32, p = .012, 95% CI [.07, .53]`, with nothing else between or behind but n. An interval
that does not hold the correlation may be that of another number, of a difference that r is the size of: it is left.

>>> from reread.reading.typed import read_lines
>>> page, tests = read_lines(["They were related, r = .32, 95% CI [.07, .53], n = 60, p = .012."])
>>> [(result.name, list(result.parts), dict(result.about)) for result in found(page, tests)]
[('correlation', ['r', 'n', 'ci.low', 'ci.high', 'ci.level'], {'test': 'Pearson'})]
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reread.reading.links.result import Result, between, says_nothing_else, sure
from reread.reading.links.tests import SPEARMAN
from reread.reading.printed_tests import TokensOfTest
from reread.reading.sentences import at, sentences
from reread.reading.skeleton import Skeleton


def found(page: Skeleton, tests: Sequence[TokensOfTest]) -> Iterator[Result]:
    """Every correlation with its interval."""
    spans = sentences(page.text)
    for test in tests:
        sentence = spans[at(spans, test.start)]
        behind = range(test.value + 1, page.at(sentence.end))
        low = next((token for token in behind if page.stats[token] == "ci_low"), None)
        if test.stat != "r" or len(test.df) > 1 or low is None or page.stats[low + 1 : low + 2] != ["ci_high"]:
            continue
        if not says_nothing_else(between(page, test.value, low), "p", "df", "n", "intervals"):
            continue
        parts = {"r": test.value, **_size(page, test, low, page.at(sentence.end)), "ci.low": low, "ci.high": low + 1}
        parts |= {"ci.level": low - 1} if page.stats[low - 1] == "ci_level" else {}
        r, least, most = (page.tokens[token].value for token in (test.value, low, low + 1))
        plain = all(page.tokens[t].comparator == "=" for t in parts.values()) and sure(page, list(parts.values()))
        if plain and -1 <= least <= r <= most <= 1:
            name = "Spearman" if SPEARMAN.search(page.text, sentence.start, page.places[test.value]) else "Pearson"
            yield Result("correlation", parts, {"test": name})


def _size(page: Skeleton, test: TokensOfTest, low: int, end: int) -> dict[str, int]:
    """Its degrees of freedom, or the one n between it and its interval or right behind this."""
    if test.df:
        return {"df": test.df[0]}
    ns = [token for token in range(test.value + 1, end) if page.stats[token] == "n"]
    near = ns and (ns[0] < low or says_nothing_else(between(page, low + 1, ns[0]), "p", "n"))
    return {"n": ns[0]} if len(ns) == 1 and near else {}
