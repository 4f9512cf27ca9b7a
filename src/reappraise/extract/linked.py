"""Which printed numbers belong to one statistic, as far as the print alone tells?

Four kinds: a test with its degrees of freedom and p, an interval with its estimate, k of n with a percentage, a mean
and SD with n. Numbers are linked only where nothing but names of statistics stands between them, and, in a row of a
table, where each is the only one of its kind. A number that was not printed plainly (`unsure`) is linked with nothing.

>>> from reappraise.extract.typed import read_lines
>>> page, tests = read_lines(["It rose, t(28) = 2.20, d = 0.8, p = .036; OR = 2.0 (95% CI 1.1 to 3.6); 18/20 (90%)."])
>>> for link in links(page, tests):
...     print(link.kind, {part: page.tokens[k].text for part, k in link.parts.items()})
test {'t': '2.20', 'df': '28', 'p': '.036'}
interval {'ci.low': '1.1', 'ci.high': '3.6', 'OR': '2.0', 'ci.level': '95%'}
share {'count': '18', 'n': '20', 'percent': '90%'}
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from reappraise.extract.languages import either, labels, words
from reappraise.extract.lexer import Token
from reappraise.extract.printed_tests import PrintedTest
from reappraise.extract.skeleton import NUMBER as N
from reappraise.extract.skeleton import Skeleton
from reappraise.extract.tables import tables

ESTIMATES = ("md", "mean", "beta", "percent", "OR", "RR", "HR", "d", "g", "r")
BESIDE = (*ESTIMATES, "eta2", "omega2", "r2", "sd", "se", "ci_low", "ci_high", "ci_level", "p", "df", "df1", "df2", "n")
KINDS = ("p", "se", "ci_level", "df", "df1", "df2", "n")  # may stand between an estimate and its interval
TESTED = ("t", "chi2", "r", "z")  # of a table's row, with df (z without)
NAMED = ("intervals", "links", "with_sd", "joiners", "over", "under", "units", "whole_scores")  # words between them
REACH = 90
LARGEST, DECIMALS = 10**9, 300  # of numbers that are linked
WORD = re.compile(r"[^\W\d_]{3,}")
SHARE = re.compile(
    rf"(?P<count>{N})\s*(?:/|{either(words('of_total'))}(?:\s+the)?)\s*(?P<n>{N})"
    rf"(?:\s+(?:[^\W\d_]\w*\s+){{0,2}}{either(words('persons'))})?\s*[(\[]\s*(?P<percent>{N})\s*(?P<sign>%?)\s*[)\]]"
)


@dataclass(frozen=True)
class Link:
    """Tokens of one statistic by the part that each plays: `t`, `df`, `p`, `ci.low`, `count` …"""

    kind: str  # test, interval, share or sample
    stat: str
    parts: dict[str, int]


def links(page: Skeleton, tests: Sequence[PrintedTest]) -> list[Link]:
    """Every link of a typed page in the order of the text; a token has one part in one link at most."""
    found: list[Link] = []
    taken: set[int] = set()
    for link in (*_tests(page, tests), *_in_rows(page), *_intervals(page), *_shares(page), *_samples(page)):
        plain = all(_plain(page.tokens[k]) for k in link.parts.values()) and _ordered(page, link)
        if plain and not taken & set(link.parts.values()):
            found.append(link)
            taken |= set(link.parts.values())
    return sorted(found, key=lambda link: min(link.parts.values()))


def _plain(token: Token) -> bool:
    """Printed plainly, and of a size that a statistic may have."""
    return not token.unsure and abs(token.value) < LARGEST and token.decimals < DECIMALS


def _ordered(page: Skeleton, link: Link) -> bool:
    """Is the lower end of an interval the lower one? Else what was taken for its ends is something else."""
    ends = [page.tokens[link.parts[end]].value for end in ("ci.low", "ci.high") if end in link.parts]
    return ends == sorted(ends)


def plainly(page: Skeleton, first: int, second: int, between: Sequence[str] = BESIDE) -> bool:
    """Does nothing but names of statistics, and numbers that they name, stand between two numbers of one sentence?"""
    gap = page.text[page.places[first] + 1 : page.places[second]]
    if len(gap) > REACH or "\n" in gap or " | " in gap or re.search(r"[.;]\s+[A-Z]", gap):
        return False
    if any(page.stats[k] not in between for k in range(first + 1, second)):
        return False
    return not WORD.search(_names().sub(" ", gap))


@cache
def _names() -> re.Pattern[str]:
    named = [name for names in labels().values() for name in names]
    other = [word for kind in NAMED for word in words(kind)]
    listed = sorted({*named, *other}, key=lambda word: (-len(word), word))
    return re.compile(rf"(?<!\w){either(listed)}(?!\w)")


def _tests(page: Skeleton, tests: Sequence[PrintedTest]) -> Iterator[Link]:
    """Tests in prose with the p that plainly is theirs."""
    for test in tests:
        parts = {test.stat: test.value}
        names = ("df1", "df2") if test.stat == "F" else ("df",)
        parts |= dict(zip(names, test.df, strict=False))
        if test.n is not None:
            parts["n"] = test.n
        if test.p is not None and page.stats[test.p] == "p" and plainly(page, test.value, test.p):
            parts["p"] = test.p
            yield Link("test", test.stat, parts)


def _in_rows(page: Skeleton) -> Iterator[Link]:
    """A row of a table with one t (χ², r) with df, or one z, and one p; or with one mean, one SD and one n."""
    for table in tables(page):
        for row in table.rows[1:]:
            found: dict[str, list[int]] = {}
            for token in range(page.at(row[0][0]), page.at(row[-1][1])):
                found.setdefault(page.stats[token], []).append(token)
            one = {stat: tokens[0] for stat, tokens in found.items() if len(tokens) == 1}
            named = [stat for stat in (*TESTED, "F", "Q", "U", "W", "H") if stat in found]
            if (
                len(named) == 1
                and named[0] in TESTED
                and {named[0], "p"} <= set(one)
                and ("df" in one or named == ["z"])
            ):
                yield Link("test", named[0], {part: one[part] for part in (named[0], "df", "p") if part in one})
            if {"mean", "sd", "n"} <= set(one):
                yield Link("sample", "mean", {part: one[part] for part in ("n", "mean", "sd")})
            if {"ci_low", "ci_high"} <= set(one):
                yield from _interval_of_row(page, one, found)


def _interval_of_row(page: Skeleton, one: dict[str, int], found: dict[str, list[int]]) -> Iterator[Link]:
    """The one estimate of a row with its one interval, unless another number stands before the interval in its cell."""
    low, estimates = one["ci_low"], [stat for stat in ESTIMATES if stat in found]
    if len(estimates) != 1 or estimates[0] not in one:
        return
    estimate = one[estimates[0]]
    before = page.text[page.places[low - 1] : page.places[low]]
    if low - 1 == estimate or "|" in before or page.stats[low - 1] == "ci_level":
        yield Link("interval", estimates[0], _ends(low, one["ci_high"]) | {estimates[0]: estimate})


def _ends(low: int, high: int) -> dict[str, int]:
    return {"ci.low": low, "ci.high": high}


def _intervals(page: Skeleton) -> Iterator[Link]:
    """Both ends with the estimate that stands plainly before them, and a p plainly behind them."""
    for low in range(1, len(page.tokens) - 1):
        if page.stats[low : low + 2] != ["ci_low", "ci_high"]:
            continue
        before = low - 1
        while before > 0 and page.stats[before] in KINDS:
            before -= 1
        if page.stats[before] not in ESTIMATES or not plainly(page, before, low, KINDS):
            continue
        parts = _ends(low, low + 1) | {page.stats[before]: before}
        level = next((k for k in range(before + 1, low) if page.stats[k] == "ci_level"), None)
        behind = low + 2
        if level is not None:
            parts["ci.level"] = level
        if behind < len(page.tokens) and page.stats[behind] == "p" and plainly(page, low + 1, behind):
            parts["p"] = behind
        yield Link("interval", page.stats[before], parts)


def _shares(page: Skeleton) -> Iterator[Link]:
    """k of n with the percentage in the same breath."""
    for match in page.find(SHARE):
        parts = {name: page.index(match, name) for name in ("count", "n", "percent")}
        percent = page.tokens[parts["percent"]]
        if all(page.stats[k] == name for name, k in parts.items()) and (match["sign"] or percent.text.endswith("%")):
            yield Link("share", "percent", parts)


def _samples(page: Skeleton) -> Iterator[Link]:
    """A mean with its SD and, right before or behind them, n."""
    for mean in range(len(page.tokens) - 1):
        if page.stats[mean : mean + 2] != ["mean", "sd"] or not plainly(page, mean, mean + 1, ()):
            continue
        before = mean > 0 and page.stats[mean - 1] == "n" and plainly(page, mean - 1, mean, ())
        behind = page.stats[mean + 2 : mean + 3] == ["n"] and plainly(page, mean + 1, mean + 2, ())
        if before != behind:
            yield Link("sample", "mean", {"n": mean - 1 if before else mean + 2, "mean": mean, "sd": mean + 1})
