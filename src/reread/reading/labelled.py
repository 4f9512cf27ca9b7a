"""Which numbers does a word or symbol before them name? "SD = 0.41", "a mean of 24.78", "nilai p 0,012", "d = 1.32".

The words stand in `languages/`. Words for greater and less ("a p-value greater than 0.05") become the comparator.

>>> page = Skeleton.of(["a p-value greater than 0.05; M = 3.2 (SD = 1.1), r² = .4; aged 20 (see p. 12)"], ".")
>>> label_numbers(page); page.stats, page.tokens[0].comparator
(['p', 'mean', 'sd', 'r2', '', ''], '>')
"""

from __future__ import annotations

import re
from dataclasses import replace

from reread.reading.skeleton import NUMBER as N
from reread.reading.skeleton import Skeleton
from reread.study.ledger import RATIOS
from reread.words.reading import either, labels, words

TESTS = ("t", "F", "chi2", "z", "r", "n", "count", "percent")  # these need more than a word: `printed_tests`, `counted`
OVER, UNDER = either(words("over")), either(words("under"))
IS = rf"(?:\s*(?:=|:|≈|{either(words('links'))}(?!\w))){{0,2}}"
COMPARED = rf"(?:\s*[(]?\s*(?:(?P<over>{OVER})|(?P<under>{UNDER})))?"
SIDED = rf"{N}[\s-]?(?:tailed|sided|sisi|arah|ekor)"
ASIDE = rf"(?:\s*[(\[](?:{SIDED}|(?!{N})[^(){N}\n]{{0,30}})[)\]])?"
UNIT = re.compile(rf"\s?{either(words('units'))}(?!\w)")
LOG = re.compile(r"(?i)(?:\blog|\bln)[\s-]*$")
ANOTHER = re.compile(
    rf"(?<!\w){either([n for stat in ('mean', 'md', 'sd', 'median', 'p', 'r', 'I2') for n in labels()[stat]])}(?!\w)"
)
PURE = (
    "d",
    "g",
    "beta",
    "eta2",
    "omega2",
    "r2",
    "I2",
    "OR",
    "RR",
    "HR",
    "p",
    "alpha",
    "cronbach",
)  # these have no unit


def _pattern(names: tuple[str, ...]) -> str:
    return rf"(?<![\w.²^])(?P<label>{either(names)})s?(?!\w){ASIDE}{IS}{COMPARED}(?P<dash>\s?-)?\s*(?P<value>{N})"


def _of_something(names: tuple[str, ...]) -> str:
    """ "The mean age of the women was 27.4": a few words between, and then a verb that gives the value."""
    few = rf"(?:\s+[^\W\d{N}][\w-]*){{1,5}}?"
    return rf"(?<!\w)(?P<label>{either(names)})(?!\w){few}\s+{either(words('gives'))}\s+(?P<value>{N})"


OF_SOMETHING = {stat: _of_something(labels()[stat]) for stat in ("md", "mean", "median")}
PATTERNS = {stat: _pattern(names) for stat, names in labels().items() if stat not in TESTS}
FIRST = ("cronbach", "md", "p")  # before the shorter words inside them
MORE = {
    "OR": "more_odds_ratios", "RR": "more_risk_ratios", "HR": "more_hazard_ratios", "md": "more_differences"
}  # fmt: skip
NAMES_BEFORE_CI = {stat: (*labels()[stat], *words(kind)) for stat, kind in MORE.items()}
WITH_CI = rf"(?=\s*%?\s*[,;(\[]{{0,2}}\s*(?:{N}\s*%?\s*-?\s*)?{either(words('intervals'))}(?!\w))"
BEFORE_CI = {
    stat: rf"(?<![\w.-])(?P<label>{either(names)})s?(?!\w)[^{N}\n.;|]{{0,60}}?(?:[,=:(]|{either(words('links'))})?\s*"
    rf"(?P<value>{N}){WITH_CI}"
    for stat, names in NAMES_BEFORE_CI.items()
}


def label_numbers(page: Skeleton, only: tuple[str, ...] = ()) -> None:
    """Type every number that a label names."""
    for stat in [*FIRST, *(name for name in PATTERNS if name not in FIRST)]:
        if only and stat not in only:
            continue
        for match in page.starting(PATTERNS[stat], labels()[stat]):
            token = page.index(match, "value")
            if _says(page, match, token) and not _other(page, stat, token) and not _logarithm(page, stat, match):
                page.give(token, stat)
                _compare(page, token, match)


def estimates_before_intervals(page: Skeleton) -> None:
    """Type what stands right before its interval: "hazard ratio for old, 2.2; 95% CI 1.4 to 3.3"."""
    for stat, pattern in BEFORE_CI.items():
        for match in page.starting(pattern, NAMES_BEFORE_CI[stat]):
            token = page.index(match, "value")
            between = page.text[match.end("label") : page.places[token]]
            if (
                page.tokens[token].comparator == "="
                and not ANOTHER.search(between)
                and not _logarithm(page, stat, match)
            ):
                page.give(token, stat)


def label_values_of(page: Skeleton) -> None:
    """Type means and medians of something that stands between the word and its value."""
    for stat, pattern in OF_SOMETHING.items():
        for match in page.starting(pattern, labels()[stat]):
            token = page.index(match, "value")
            if page.tokens[token].comparator == "=" and not _other(page, stat, token):
                page.give(token, stat)


def _says(page: Skeleton, match: re.Match[str], token: int) -> bool:
    """A word is enough; a symbol needs a sign or decimals behind it ("B 12" is a vitamin), I² a percent sign."""
    printed = page.tokens[token]
    if printed.text.endswith("%") and match["label"] in labels()["I2"]:
        return True
    between = match.group()[len(match["label"]) :].strip(" " + N)
    return (
        bool(between) or printed.comparator != "=" or printed.decimals > 1 or sum(map(str.isalpha, match["label"])) > 1
    )


def _logarithm(page: Skeleton, stat: str, match: re.Match[str]) -> bool:
    """Is it the logarithm of a ratio ("log-odds ratio = -0.65")?"""
    return stat in RATIOS and bool(LOG.search(page.text, max(0, match.start() - 6), match.start()))


def _other(page: Skeleton, stat: str, token: int) -> bool:
    """Percentages are no effect sizes; degrees of freedom are never negative."""
    printed = page.tokens[token]
    if stat in PURE and UNIT.match(page.text, page.places[token] + 1):
        return True
    if printed.text.endswith("%"):
        return stat not in ("p", "alpha", "percent", "r2", "I2", "mean", "sd", "md", "se", "median")
    return stat == "df" and printed.value < 0


def _compare(page: Skeleton, token: int, match: re.Match[str]) -> None:
    sign = ">" if match["over"] else "<" if match["under"] else ""
    if sign and page.tokens[token].comparator == "=":
        page.tokens[token] = replace(page.tokens[token], comparator=sign)
    if match["dash"] and page.tokens[token].comparator == "=":
        unsure = f"{page.tokens[token].unsure} operator".strip()
        page.tokens[token] = replace(page.tokens[token], unsure=unsure)
