"""Which tests does a text print: the statistic, its degrees of freedom and its p?

`t(28) = 2.20, p = .03`, `F(2, 42)`, `χ²(1, N = 90)`, `z = 2.1`; with df in a bracket the form is enough, without one
(`t = 1.62, df = 38`) only beside a p. A symbol that is none of these (`G2(12)`, `A(12)`, `F(12)`) names no test.

>>> page = Skeleton.of(["F(2,42) = 13.7, p = .001; b2(12)=.3, p<.05; Qb(2) = 2.2, ns"], ".")
>>> [(test.stat, [str(page.tokens[k].value) for k in test.df]) for test in tests_in(page)]
[('F', ['2', '42']), ('Q', ['2'])]
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from reread.reading.skeleton import NUMBER as N
from reread.reading.skeleton import Skeleton
from reread.words.reading import either, labels, words

TWO = r"\s?(?:\^?\{?\s?[2²]\}?|-?\s?[sS]quared?|" + N + r"(?=\s?[(\[]))"
SYMBOLS = {
    "t": r"[tT]s?",
    "F": r"B?Fs?",
    "chi2": rf"(?:(?:[χΧꭓ𝜒]|[cC]hi|CHI|\\chi){TWO}?|[xX]\s?\^?[2²])",
    "z": r"[zZ]s?",
    "r": r"(?:rs?|r_s|ρ|rho)",
    "Q": r"Q(?:[-_\s]?(?:[wW]ithin|[bB]etween|[wWbBEMT]))?",
    "U": r"U",
    "W": r"W",
    "H": r"H",
}
ALONE = r"(?<![\w^.²'/])"
DF = rf"\s*[(\[]\s*(?:df\s*[=:]?\s*)?(?P<df1>{N})(?:\s*[,;/]\s*(?:df2?\s*=?\s*)?(?P<df2>{N}))?"
SIZE = rf"(?:\s*[,;]\s*(?:[nN]|obs)\s*=\s*(?P<n>{N}))"
IS = rf"\s*(?:=|:|(?<!\w){either(words('links'))}(?!\w))?\s*(?P<value>{N})"
# lowered signs that stand beside their letter: t38, F1,58
LOWERED = {
    "t": re.compile(rf"{ALONE}(?P<symbol>t)(?P<df1>{N})\s?=\s?(?P<value>{N})"),
    "F": re.compile(rf"{ALONE}(?P<symbol>F)(?P<df1>{N}),\s?(?P<df2>{N})\s?=\s?(?P<value>{N})"),
}
LOST_CHI = re.compile(rf"{ALONE}(?P<symbol>[BcCvw]\s?\^?[2²]){DF}{SIZE}\s*[)\]]{IS}")
BRACKET = re.compile(rf"[(\[]\s*(?:df\s*[=:]?\s*)?{N}")
NS = re.compile(r"(?<=\W)[nN]\.?\s?[sS]\.?(?!\w)")
NOT_SIGNIFICANT = re.compile(r"\W{1,4}(?:[pP]\s*[=:]?\s*)?(?:[nN]\.?\s?[sS]\.?)(?!\w)")
BESIDE = frozenset(("p", "I2"))
SENTENCE_ENDS = re.compile(r"\.\s+[A-Z]")
REACH = 90  # characters within which a p belongs to the test before it


def _named(stat: str) -> str:
    symbol = rf"{SYMBOLS[stat]}(?:[-\s](?:value|test|statistic|score))?"
    return f"(?:{either(labels()[stat])}|{symbol})" if stat in labels() else f"(?:{symbol})"


# "d z = 1.57" is a d.
NOT_D = {"z": r"(?<!\b[dg] )"}
WITH_DF = {stat: re.compile(rf"{ALONE}(?P<symbol>{_named(stat)}){DF}{SIZE}?\s*[)\]]{IS}") for stat in SYMBOLS}


def _behind(stat: str) -> str:
    """Degrees of freedom behind the value: `t = 1.62, df = 38`, `χ² = 4.5 on 1 df`, `F = 4.5 (df = 1, 58)`."""
    second = rf"\s*[,;/]\s*(?P<df2>{N})" if stat == "F" else ""
    name = either(labels()["df"])
    before = rf"(?:\s*[,;(]\s*|\s+{either(words('with_df'))}\s+)"
    return rf"(?:{before}(?:{name}s?\s*[=:]?\s*(?P<df1>{N}){second}|(?P<df0>{N})\s?{name})\)?)?"


WITHOUT = {
    stat: re.compile(rf"{ALONE}{NOT_D.get(stat, '')}(?P<symbol>{_named(stat)}){IS}{_behind(stat)}") for stat in SYMBOLS
}


@dataclass(frozen=True)
class TokensOfTest:
    """Which tokens of a skeleton print one test. `p` is None where none is printed; `not_significant` where "ns" is."""

    stat: str
    symbol: str
    start: int
    value: int
    df: tuple[int, ...]
    n: int | None = None
    p: int | None = None
    not_significant: bool = False


def tests_in(page: Skeleton) -> list[TokensOfTest]:
    """Every test in the order of the text, each with the p that follows it; the tokens of p are typed already."""
    found: dict[int, TokensOfTest] = {}
    brackets = [match.start() for match in BRACKET.finditer(page.text)]
    for stat, pattern in WITH_DF.items():
        for match in page.find(pattern, brackets):
            if (stat == "F") == (match["df2"] is not None) or (stat in ("chi2", "Q") and match["df2"]):
                _add(found, page, stat, match)
    for match in page.find(LOST_CHI, brackets):
        _add(found, page, "chi2", match)
    for stat, pattern in LOWERED.items():
        for match in page.find(pattern):
            _add(found, page, stat, match)
    beside = _near_p(page)
    for stat, pattern in WITHOUT.items():
        for match in page.find(pattern, beside):
            if _is_value(page, match) and _beside_p(page, match):
                _add(found, page, stat, match)
    return _with_p(page, [found[k] for k in sorted(found)])


def _near_p(page: Skeleton) -> list[int]:
    """Places in steps through all text in which a test without df may stand: near a p or an I², or before "ns"."""
    said = [match.start() for match in NS.finditer(page.text)]
    typed = [place for place, stat in zip(page.places, page.stats, strict=True) if stat in BESIDE]
    return sorted({*said, *(place - REACH for place in typed), *typed})


def _add(found: dict[int, TokensOfTest], page: Skeleton, stat: str, match: re.Match[str]) -> None:
    value = page.index(match, "value")
    if value in found or page.stats[value] or _broken(page, value):
        return
    groups = match.groupdict()
    df = tuple(page.index(match, name) for name in ("df0", "df1", "df2") if groups.get(name))
    size = page.index(match, "n") if groups.get("n") else None
    found[value] = TokensOfTest(stat, match["symbol"], match.start(), value, df, size)


def _broken(page: Skeleton, token: int) -> bool:
    """Is another number printed right behind ("1 0.25")? Then the value cannot be read."""
    behind = re.compile(rf" +{N}").match(page.text, page.places[token] + 1)
    return bool(behind) and not page.tokens[token + 1].text.endswith("%")


def _is_value(page: Skeleton, match: re.Match[str]) -> bool:
    """A bare letter needs a sign between it and the number, and no unit behind ("t = 5 min")."""
    token = page.tokens[page.index(match, "value")]
    says = page.text[match.end("symbol") : match.end("value")].strip(" " + N) or token.comparator != "="
    return bool(says) and not UNIT.match(page.text, match.end("value")) and not token.text.endswith("%")


UNIT = re.compile(rf"\s?{either(words('units'))}(?!\w)")


def _beside_p(page: Skeleton, match: re.Match[str]) -> bool:
    """Is a p or an I² printed in the same sentence, or shortly before?"""
    stop = SENTENCE_ENDS.search(page.text, match.end())
    low, high = match.start() - REACH // 2, min(match.end() + REACH, stop.start() if stop else len(page.text))
    first, last = page.at(low), page.at(high)
    return not BESIDE.isdisjoint(page.stats[first:last]) or bool(NOT_SIGNIFICANT.match(page.text, match.end()))


def _with_p(page: Skeleton, tests: list[TokensOfTest]) -> list[TokensOfTest]:
    """The tests, each with its p; none behind a number that cannot be read, which may be it."""
    done, taken = [], set[int]()
    for k, test in enumerate(tests):
        start = page.places[test.value] + 1
        end = min(start + REACH, tests[k + 1].start if k + 1 < len(tests) else len(page.text))
        stop = SENTENCE_ENDS.search(page.text, start, end)
        inside = range(test.value + 1, page.at(stop.start() if stop else end))
        inside = range(inside.start, next((j for j in inside if not page.tokens[j].readable), inside.stop))
        p = next((j for j in inside if page.stats[j] == "p" and j not in taken), None)
        silent = p is None and NOT_SIGNIFICANT.match(page.text, start)
        taken.add(-1 if p is None else p)
        done.append(replace(test, p=p, not_significant=bool(silent)))
    return done
