"""Which mean of whole numbers stands beside the n that it is a mean of?

Beside it means in the same brackets or right before them (`5.19 ± 1.40 (n = 28)`, `(n = 28; M = 5.19)`), or in the same
row of a table with one n and one mean. That scores are whole numbers is taken from the words before it (a score, a
number of something), and is to be confirmed above all: a score that averages items may have any mean.

>>> from reread.reading.typed import read_lines
>>> page, _ = read_lines(["The pain score was 5.19 ± 1.40 (n = 28); weight was 3.12 ± 0.40 (n = 28)."])
>>> [dict(result.parts) for result in found(page, [])]
[{'groups.all.n': 2, 'groups.all.mean': 0}]
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reread.reading.links.result import Result, sure
from reread.reading.printed_tests import TokensOfTest
from reread.reading.skeleton import NUMBER as N
from reread.reading.skeleton import Skeleton
from reread.reading.tables import tables
from reread.words.reading import either, labels, words

WHOLE = re.compile(rf"(?<!\w){either(words('whole_numbers'))}(?!\w)")
STOP = re.compile(r"[.;!?]\s|\n")
REACH = 90  # characters before a mean in which a word says what it is a mean of
SPREAD = rf"\s*(?:±\s*{N}|[(\[]\s*{either(labels()['sd'])}\s*[=:]?\s*{N}\s*[)\]])?"
SIZE = rf"[nN]\s*=\s*(?P<n>{N})"
BEHIND = re.compile(rf"(?P<mean>{N}){SPREAD}\s*[(\[]\s*{SIZE}\s*[)\]]")
BEFORE = re.compile(rf"[(\[]\s*{SIZE}\s*[,;:]\s*{either(labels()['mean'])}\s*[=:]?\s*(?P<mean>{N})")


def found(page: Skeleton, tests: Sequence[TokensOfTest]) -> Iterator[Result]:
    """Every mean of whole numbers with its n."""
    for pattern in (BEHIND, BEFORE):
        for match in page.find(pattern):
            mean, n = page.index(match, "mean"), page.index(match, "n")
            if _plain(page, mean, n) and WHOLE.search(_before(page, match.start())):
                yield _result(mean, n)
    for table in tables(page):
        head = page.text[table.rows[0][0][0] : table.rows[0][-1][1]] if table.rows[0] else ""
        for row in table.rows[1:]:
            cells = range(page.at(row[0][0]), page.at(row[-1][1])) if row else range(0)
            stats = [page.stats[token] for token in cells]
            if stats.count("n") == stats.count("mean") == 1 and (
                WHOLE.search(head) or WHOLE.search(page.text[slice(*row[0])])
            ):
                mean, n = (cells[stats.index(stat)] for stat in ("mean", "n"))
                if _plain(page, mean, n):
                    yield _result(mean, n)


def _result(mean: int, n: int) -> Result:
    return Result("mean", {"groups.all.n": n, "groups.all.mean": mean}, {"measure": "integer score"})


def _plain(page: Skeleton, mean: int, n: int) -> bool:
    typed = (page.stats[mean], page.stats[n]) == ("mean", "n") and page.tokens[n].whole
    same = all(page.tokens[token].comparator == "=" for token in (mean, n))
    return typed and same and page.tokens[n].value > 0 and sure(page, [mean, n])


def _before(page: Skeleton, start: int) -> str:
    """The sentence before a place, as far as it is near."""
    near = page.text[max(0, start - REACH) : start]
    return STOP.split(near)[-1]
