"""How many are in each group of a table?

Their n stand in the heads, in the first row, beside the names of the groups in the lines above the table, or once there
for each group. None is taken where one group has none, where two places differ, or where another row than the first
prints n: it may be that of one outcome.

>>> from reread.reading.tables import tables
>>> lines = ["Table 2. Massage (n = 30) and control group (n = 28)", "Outcome | Massage | Control", "Pain | 5.2 | 6.1"]
>>> page = Skeleton.of(lines, ".")
>>> sizes(page, {0: ("Massage", None), 1: ("Control", None)}, next(tables(page)).rows[1:])
{0: 1, 1: 2}
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from reread.reading.skeleton import NUMBER as N
from reread.reading.skeleton import Skeleton
from reread.reading.tables import CellSpans
from reread.words.reading import either, labels, words

SIZE = re.compile(rf"[(\[,:;]?\s*(?<!\w)[nN]\s*=\s*(?P<n>{N})\s*[)\]]?")
LABEL = re.compile(rf"[^\w%]*{either(labels()['n'])}[^\w%]*")
EACH = re.compile(rf"(?<!\w){either(words('each_group'))}(?!\w)")
OF_GROUP = rf"(?:\s+{either(words('group_words'))})?"
ABOVE, REACH = 2, 3000  # lines above a table that speak of it, within so many characters


def sizes(
    page: Skeleton, groups: Mapping[int, tuple[str, int | None]], rows: list[CellSpans], same: bool = False
) -> dict[int, int]:
    """The token of n of each group, by its column; empty where one is missing or unclear.

    `same`: both columns are the same people, so that one n is each column's.
    """
    at = [k for k, row in enumerate(rows) if LABEL.fullmatch(page.text[slice(*row[0])].replace(N, " "))]
    if at not in ([], [0]):
        return {}
    of_row = {k: page.at(a) for k, (a, b) in enumerate(rows[0][1:]) if at and page.text[a:b].strip() == N}
    found: dict[int, int] = {}
    for k, (name, of_head) in groups.items():
        listed = [of_head, of_row.get(k), _each(page, rows, same), *_beside(page, name, rows)]
        tokens = [token for token in listed if token is not None]
        if len({page.tokens[token].value for token in tokens}) != 1 or not _whole(page, tokens[0]):
            return {}
        found[k] = tokens[0]
    return found


def lines_above(page: Skeleton, rows: list[CellSpans]) -> list[tuple[int, str]]:
    """The lines above a table that are no rows, each with its place."""
    begin = rows[0][0][0]
    at, found = max(0, begin - REACH), []
    for line in page.text[at:begin].split("\n"):
        if line.strip() and "|" not in line:
            found.append((at, line))
        at += len(line) + 1
    return found[-ABOVE:]


def _whole(page: Skeleton, token: int) -> bool:
    printed = page.tokens[token]
    return printed.whole and printed.comparator == "=" and not printed.unsure and printed.value > 1


def _each(page: Skeleton, rows: list[CellSpans], same: bool) -> int | None:
    """`n = 30 in each group`: the one n of a line that says that it is each group's."""
    for at, line in lines_above(page, rows):
        found = [page.at(at + match.start("n")) for match in SIZE.finditer(line)]
        if len(found) == 1 and (same or EACH.search(line)):
            return found[0]
    return None


def _beside(page: Skeleton, name: str, rows: list[CellSpans]) -> list[int]:
    """`massage (n = 30)` in the lines above."""
    wanted = re.compile(rf"(?<!\w)(?i:{re.escape(name)}){OF_GROUP}\s*{SIZE.pattern}")
    return [page.at(at + m.start("n")) for at, line in lines_above(page, rows) for m in wanted.finditer(line)]
