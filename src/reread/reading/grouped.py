"""Which numbers belong together by their form: mean ± SD, an interval, k/n, a count with its percentage, a size?

`1.20 ± 0.41`, `95% CI [-0.98, -0.42]`, `79/106 (74.5%)`, `18 (90%)`, `n = 20`, `20 postpartum mothers`, `80%`. A spread
after ± is an SD unless SE stands before it. Years, labels ("Table 1") and numbers with a unit of time are no counts.

>>> page = Skeleton.of(["20 postpartum mothers (n = 20), 1.20 ± 0.41, 95% CI -0.98 to -0.42; 18 (90%) in 2024"], ".")
>>> group_numbers(page); page.stats
['n', 'n', 'mean', 'sd', 'ci_level', 'ci_low', 'ci_high', 'count', 'percent', '']
"""

from __future__ import annotations

import re

from reread.reading.skeleton import NUMBER as N
from reread.reading.skeleton import Skeleton
from reread.words.reading import either, labels, words

UNITS = either(words("units"))
TO = rf"\s*(?:[,;–-]|{either(words('through'))})\s*"
BEHIND = rf"(?(level)|(?:(?P<behind>{N})\s*[):,;]*\s*(?=[^{N}\n]{{0,20}}{N}\s?%?{TO}{N}))?)"  # "CI 95% 1,2-3,4"
INTERVAL = re.compile(
    rf"(?:(?P<level>{N})\s*%?\s*-?)?(?<!\w){either(words('intervals'))}(?!\w)[\s:(]*{BEHIND}"
    rf"[^{N}\n]{{0,60}}(?P<low>{N})\s?%?{TO}(?P<high>{N})"
)
LEVEL = re.compile(rf"(?P<level>{N})\s*%?-?\s*{either(words('intervals'))}(?!\w)")
RATIOS = [name for stat in ("OR", "RR", "HR", "d", "g", "r") for name in labels()[stat]]
RATIO = either(RATIOS)
BARE = re.compile(rf"(?<!\w){RATIO}\s*(?:=|:|of)?\s*{N}\s*[(\[]\s*(?P<low>{N}){TO}(?P<high>{N})\s*[)\]]")
QUARTILES = re.compile(rf"(?<!\w){either(words('quartiles'))}(?!\w)[^{N}\n]{{0,20}}(?P<low>{N}){TO}(?P<high>{N})")
SPREAD = re.compile(rf"(?P<mean>{N})\s*(?:%|\w{{1,3}})?\s*±\s*(?P<sd>{N})")
STANDARD_ERROR = re.compile(rf"(?<!\w){either(labels()['se'])}(?!\w)")
MEAN_SD = re.compile(rf"(?<!\w){either(labels()['mean'])}\s*[(±]\s*{either(labels()['sd'])}(?!\w)")
WITH_SD = re.compile(
    rf"(?P<mean>{N})\s*(?:%|[^\W\d_]{{1,8}}(?:/\w+)?)?\s*(?:[(,]|{either(words('with_sd'))})\s*"
    rf"{either(labels()['sd'])}\s*(?:[=:±]|{either(words('links'))})?\s*(?P<sd>{N})"
)
WITH_QUARTILES = re.compile(rf"(?P<median>{N})\s*(?:%|[^\W\d_]{{1,8}})?\s*[(,\[]\s*{either(words('quartiles'))}(?!\w)")
BRACKETED = re.compile(rf"(?P<mean>{N})\s*\((?:±\s*)?(?P<sd>{N})\)")
OF_TOTAL = rf"(?:/|{either(words('of_total'))}(?:\s+the)?)"
# "145 of 120 women" is read, too: more than there are
OUT_OF = re.compile(rf"(?P<count>{N})\s*{OF_TOTAL}\s*(?P<n>{N})(?=\s*\(\s*{N}\s*%?\s*\)|\s+{either(words('persons'))})")
OF_PERCENT = re.compile(rf"{N}\s*%?\s*[(\[]\s*(?P<count>{N})\s*{OF_TOTAL}\s*(?P<n>{N})(?=[^{N}\n()]{{0,40}}[)\]])")
COUNT = re.compile(rf"(?P<count>{N})(?:\s+(?!{UNITS}\b)\w+){{0,3}}\s*\(\s*(?P<percent>{N})\s*(?P<sign>%?)\s*\)")
PERCENT = re.compile(rf"(?P<percent>{N})\s?(?:%|{either([w for w in labels()['percent'] if w != '%'])}(?!\w))")
SIZED = re.compile(rf"(?<![\w%.])(?:{either(labels()['n'])})(?!\w)\s*(?:=|:|of|was|adalah|sebesar)?\s*(?P<n>{N})")
PERSONS = re.compile(
    rf"(?P<n>{N})(?:\s+(?!{either(words('units'))}\b)[\w-]+){{0,3}}?\s+{either(words('persons'))}(?!\w)"
)
UNIT = re.compile(rf"\s*-?\s*{either(words('units'))}(?!\w)")
LETTER = re.compile(r"(?:[nN]|nobs)\s*[=:]\s*$")


def group_numbers(page: Skeleton) -> None:
    """Type what its form tells."""
    intervals = page.begins(words("intervals"))
    for match in [*page.find(INTERVAL, intervals), *page.starting(BARE, RATIOS)]:
        _interval(page, match)
    for match in page.find(LEVEL, intervals):
        page.give(page.index(match, "level"), "ci_level")
    for match in page.starting(QUARTILES, words("quartiles")):
        page.give(page.index(match, "low"), "q1")
        page.give(page.index(match, "high"), "q3")
    _spreads(page)
    _counts(page)
    for token, printed in enumerate(page.tokens):
        if printed.text.endswith("%"):
            page.give(token, "percent")
    for match in page.find(PERCENT):
        page.give(page.index(match, "percent"), "percent")


def _interval(page: Skeleton, match: re.Match[str]) -> None:
    low, high = page.index(match, "low"), page.index(match, "high")
    page.give(low, "ci_low")
    page.give(high, "ci_high")
    if match.groupdict().get("level"):
        page.give(page.index(match, "level"), "ci_level")
    if match.groupdict().get("behind"):
        page.give(page.index(match, "behind"), "ci_level")


def _spreads(page: Skeleton) -> None:
    for match in page.find(SPREAD):
        page.give(page.index(match, "mean"), "mean")
        line = page.text.rfind("\n", 0, match.start()) + 1
        before = page.text[max(line, match.start() - 60) : match.start()]
        page.give(page.index(match, "sd"), "se" if STANDARD_ERROR.search(before) else "sd")
    for match in page.find(WITH_SD):
        page.give(page.index(match, "mean"), "mean")
        page.give(page.index(match, "sd"), "sd")
    for match in page.find(WITH_QUARTILES):
        page.give(page.index(match, "median"), "median")
    for said in page.starting(MEAN_SD, labels()["mean"]):
        stop = re.search(r"\n|\.\s", page.text[said.end() :])
        end = said.end() + (stop.start() if stop else 200)
        for match in BRACKETED.finditer(page.text, said.end(), min(end, said.end() + 200)):
            if not page.tokens[page.index(match, "sd")].text.endswith("%"):
                page.give(page.index(match, "mean"), "mean")
                page.give(page.index(match, "sd"), "sd")


def _counts(page: Skeleton) -> None:
    for match in page.find(OUT_OF):
        count, total = page.index(match, "count"), page.index(match, "n")
        part, whole = page.tokens[count].value, page.tokens[total].value
        more = "/" not in match.group() and not (
            _year(page, count) or page.text[match.start() - 1 : match.start()].strip()
        )
        if _whole(page, count) and _whole(page, total) and (part <= whole or (more and whole < part < 10 * whole)):
            page.give(count, "count")
            page.give(total, "n")
    for match in page.find(OF_PERCENT):
        count, total = page.index(match, "count"), page.index(match, "n")
        signed = "%" in match.group() or "%" in page.tokens[page.at(match.start())].text
        if (
            signed
            and all(_whole(page, k) for k in (count, total))
            and page.tokens[count].value <= page.tokens[total].value
        ):
            page.give(count, "count")
            page.give(total, "n")
    for match in page.find(COUNT):
        count, percent = page.index(match, "count"), page.index(match, "percent")
        if (
            (match["sign"] or page.tokens[percent].text.endswith("%"))
            and _whole(page, count)
            and not _year(page, count)
        ):
            page.give(count, "count")
    for pattern, matches in ((SIZED, page.starting(SIZED, labels()["n"])), (PERSONS, page.find(PERSONS))):
        for match in matches:
            token = page.index(match, "n")
            sized = pattern is SIZED and bool(LETTER.search(match.group()[:-1]))
            if sized or (_whole(page, token) and not _year(page, token) and not UNIT.match(page.text, match.end("n"))):
                page.give(token, "n")


def _whole(page: Skeleton, token: int) -> bool:
    return page.tokens[token].whole


def _year(page: Skeleton, token: int) -> bool:
    return 1900 <= page.tokens[token].value <= 2100 and page.tokens[token].text.isdigit()
