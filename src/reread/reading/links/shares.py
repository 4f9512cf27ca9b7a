"""Which percentage stands beside the count and the total that it is of?

The form says it: `45/120 (37.5%)`, `45 of 120 women (37.5%)`, `45 dari 120 responden (37,5%)`, `37.5% (45/120)`,
`Of the 120 women, 45 (37.5%)`.

>>> from reread.reading.typed import read_lines
>>> page, _ = read_lines(["In all 45/120 (37.5%) came, 9 of the 20 women (45%) and 120/80 (5%) mmHg."])
>>> [list(result.parts.values()) for result in found(page, [])]
[[0, 1, 2], [3, 4, 5]]
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reread.reading.grouped import OF_TOTAL
from reread.reading.links.result import Result, sure
from reread.reading.printed_tests import TokensOfTest
from reread.reading.skeleton import NUMBER as N
from reread.reading.skeleton import Skeleton
from reread.words.reading import either, words

PERSONS = rf"(?:\s+(?:[\w-]+\s+){{0,2}}?{either(words('persons'))})?"
REVERSED = re.compile(rf"(?P<percent>{N})\s*%?\s*[(\[]\s*(?P<count>{N})\s*{OF_TOTAL}\s*(?P<n>{N}){PERSONS}\s*[)\]]")
SHARE = re.compile(rf"(?P<count>{N})\s*{OF_TOTAL}\s*(?P<n>{N}){PERSONS}\s*[(\[]\s*(?P<percent>{N})\s*%?\s*[)\]]")

AMONG = re.compile(
    rf"(?<!\w)(?i:{either(words('among'))}(?:\s+(?:the|these|all))?)\s+(?P<n>{N})(?:\s+[\w-]+){{0,2}}?\s+"
    rf"{either(words('persons'))}\s*,\s*(?:[^\W\d_]+\s+)?(?P<count>{N})\s*[(\[]\s*(?P<percent>{N})\s*%?\s*[)\]]"
)
MIDDLE = re.compile(
    rf"(?P<count>{N})\s+{either(words('persons'))}\s+{OF_TOTAL}\s*(?P<n>{N})"
    rf"\s*[(\[]\s*(?P<percent>{N})\s*%?\s*[)\]]"
)


def found(page: Skeleton, tests: Sequence[TokensOfTest]) -> Iterator[Result]:
    """Every percentage with its count and total."""
    for match in (match for shape in (SHARE, REVERSED, AMONG, MIDDLE) for match in page.find(shape)):
        count, n, percent = (page.index(match, name) for name in ("count", "n", "percent"))
        tokens = [count, n, percent]
        typed = sorted(page.stats[token] for token in tokens) == ["count", "n", "percent"]
        signed = "%" in page.tokens[percent].text or "%" in match.group()
        same = all(page.tokens[token].comparator == "=" for token in tokens)
        whole = all(page.tokens[token].whole for token in (count, n))
        if typed and signed and same and whole and sure(page, tokens) and page.tokens[n].value > 0:
            parts = {"groups.all.count.part": count, "groups.all.n": n, "groups.all.percent.part": percent}
            yield Result("share", parts, {"complete": True, "measure": "binary"})
