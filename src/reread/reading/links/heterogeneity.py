"""Which I² belongs to which Q of a meta-analysis?

Those that stand alone in one sentence or one row, with the degrees of freedom of Q; a χ² is Q where the sentence speaks
of heterogeneity. A Q between groups or of moderators is another. Where the document says that studies were pooled by
DerSimonian and Laird, or with a fixed effect and no random ones, and names no other estimator, I² is taken from Q.

>>> from reread.reading.typed import read_lines
>>> page, tests = read_lines(["It was 1.9 (I² = 87%; Q = 15.2, df = 2, p < .001)."])
>>> [(result.name, dict(result.parts)) for result in found(page, tests)]
[('heterogeneity', {'Q': 2, 'df': 3, 'p': 4, 'I2': 1})]
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from reread.reading.links.result import Result, between, says_nothing_else, sure
from reread.reading.links.tests import of_test
from reread.reading.phrases import of_kind
from reread.reading.printed_tests import TokensOfTest
from reread.reading.scope import anywhere
from reread.reading.sentences import Sentence, at, sentences
from reread.reading.skeleton import Skeleton

OF_Q, WHOLE = ("Q", "chi2"), 100  # percent
BETWEEN = re.compile(r"Q[-_\s]?(?:[bBM]|[bB]etween)")
USUAL: dict[str, Any] = {"obtained": {"statistic": "as usual"}}


def found(page: Skeleton, tests: Sequence[TokensOfTest]) -> Iterator[Result]:
    """Every Q with its p or its I², and an I² without one that can be none."""
    linked = [result for result in of_tests(page, tests) if {"p", "I2"} & set(result.parts)]
    yield from linked
    taken = {result.parts.get("I2") for result in linked}
    for token, stat in enumerate(page.stats):
        inside = 0 <= page.tokens[token].value <= WHOLE
        if stat == "I2" and token not in taken and not inside and _plain(page, [token]):
            yield Result("heterogeneity", {"I2": token})


def of_tests(page: Skeleton, tests: Sequence[TokensOfTest]) -> Iterator[Result]:
    """Every Q of a meta-analysis with its degrees of freedom, and with p and I² where they are printed."""
    spans = sentences(page.text)
    mine = [(at(spans, test.start), test) for test in tests if test.stat in OF_Q and not BETWEEN.match(test.symbol)]
    for k, test in mine:
        text = page.text[spans[k].start : spans[k].end]
        if test.stat == "Q" or of_kind("heterogeneity").stand_in(text):
            alone = sum(other == k for other, _ in mine) == 1
            parts = _parts(page, test, spans[k], alone)
            if parts:
                yield Result("heterogeneity", parts, _about(page, parts, len(tests) > 1))


def _about(page: Skeleton, parts: dict[str, int], several: bool) -> dict[str, Any]:
    about = dict(of_test(page, "Q", parts, several).about) if "p" in parts else {"test": "Q"}
    return about | (USUAL if "I2" in parts and _as_usual(page) else {})


def _parts(page: Skeleton, test: TokensOfTest, sentence: Sentence, alone: bool) -> dict[str, int]:
    inside = range(page.at(sentence.start), page.at(sentence.end))
    of = {stat: [token for token in inside if page.stats[token] == stat] for stat in ("df", "I2")}
    df = list(test.df) or of["df"]
    if len(df) != 1 or not _plain(page, [test.value, *df]):
        return {}
    parts = {"Q": test.value, "df": df[0]}
    if test.p is not None and says_nothing_else(between(page, test.value, test.p), "p", "df", "n", "I2"):
        parts |= {"p": test.p} if sure(page, [test.value, test.p]) else {}
    if alone and len(of["I2"]) == 1 and _plain(page, [test.value, *of["I2"]]):
        parts["I2"] = of["I2"][0]
    return parts


def _plain(page: Skeleton, tokens: list[int]) -> bool:
    return sure(page, tokens) and all(page.tokens[token].comparator == "=" for token in tokens)


def _as_usual(page: Skeleton) -> bool:
    """Does the document say that its studies are pooled so that I² comes from Q?"""
    says = {
        kind: next(anywhere(page, of_kind(kind)), None) is not None
        for kind in ("heterogeneity_from_q", "heterogeneity_otherwise", "fixed_effect", "random_effects")
    }
    fixed = says["fixed_effect"] and not says["random_effects"]
    return (says["heterogeneity_from_q"] or fixed) and not says["heterogeneity_otherwise"]
