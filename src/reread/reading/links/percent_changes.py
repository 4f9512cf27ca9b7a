"""Which printed percentage is told as the change from one printed mean to another?

The form says it, in one sentence: a verb of change, from where to where, and a percentage beside a word of change:
`milk rose from 24.78 to 40.36 mL, an increase of 63%`. Shares (`from 20% to 30%`), years and days are left alone.

>>> from reread.reading.typed import read_lines
>>> page, _ = read_lines(["Milk rose from 24.78 to 40.36 mL, an increase of 63%; it rose from 2 to 3 days by 20%."])
>>> [(result.name, dict(result.parts)) for result in found(page, [])]
[('outcome', {'before.mean': 0, 'after.mean': 1, 'change.percent': 2})]
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reread.reading.links.result import Result, sure
from reread.reading.printed_tests import TokensOfTest
from reread.reading.skeleton import NUMBER as N
from reread.reading.skeleton import Skeleton
from reread.words.reading import either, words

CHANGES, BY = either(words("moves")), either(words("change_by"))
# at most a unit behind each number, no second number, and a spread in brackets or behind ±
SPREAD = rf"(?:\s*±\s*{N}|\s*\((?![^()\n]*(?<!\w){CHANGES}(?!\w))[^()\n]{{0,30}}\))?"
UNIT = r"(?:\s*(?P<{}>[^\W\d_][\w/]{{0,9}}))?"
MOVED = re.compile(
    rf"(?<!\w){CHANGES}(?!\w)(?:\s+{BY}\s+(?P<percent>{N})\s*,?)?[^{N}.;:\n]{{0,60}}?"
    rf"(?<!\w){either(words('change_from'))}\s+"
    rf"(?P<before>{N}){SPREAD}{UNIT.format('first')}{SPREAD}\s+{either(words('change_to'))}\s+"
    rf"(?P<after>{N}){SPREAD}{UNIT.format('second')}{SPREAD}"
)
BEHIND = re.compile(
    rf"[^{N}.;\n]{{0,40}}?(?<!\w)(?:{CHANGES}(?!\w)[^{N}.;\n]{{0,15}}|{BY}\s+)(?P<percent>{N})"
    rf"|[^{N}.;\n]{{0,40}}?(?P<first>{N})\s+{CHANGES}(?!\w)"
)
YEARS = range(1800, 2200)


def found(page: Skeleton, tests: Sequence[TokensOfTest]) -> Iterator[Result]:
    """Every change of means told with its percentage."""
    for match in page.find(MOVED):
        before, after = page.index(match, "before"), page.index(match, "after")
        told = match if match["percent"] else BEHIND.match(page.text, match.end())
        if not told or _of_time(match):
            continue
        percent = page.index(told, "percent" if told["percent"] else "first")
        means = [page.tokens[token] for token in (before, after)]
        plain = all(not token.text.endswith("%") and token.comparator == "=" and token.value > 0 for token in means)
        years = all(token.whole and token.value in YEARS for token in means)
        share = page.tokens[percent]
        typed = all(page.stats[token] in ("", "mean") for token in (before, after))
        told_so = plain and typed and not years and share.text.endswith("%") and share.comparator == "="
        if told_so and sure(page, [before, after, percent]):
            yield Result("outcome", {"before.mean": before, "after.mean": after, "change.percent": percent})


def _of_time(match: re.Match[str]) -> bool:
    """Is one of both numbers one of hours, days or years, or per cent in words?"""
    names = {name.lower() for kind in ("measured_at", "month_units", "ages", "not_moved") for name in words(kind)}
    return any((match[unit] or "").lower() in names for unit in ("first", "second"))
