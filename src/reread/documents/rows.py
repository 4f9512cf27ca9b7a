r"""Which pipes and tabs of a text stand between cells, and which only around a row?

A row alone does not tell: `| n | t |` may be two cells, or four of which two are blank. Its neighbours do. The line of
dashes of a Markdown table shows its outer pipes; so do pipes or tabs with which every row begins (or ends). One that
only some rows have parts a blank cell. Each of several tabs in a row parts a cell, unless the rows have the same
number of cells only where such tabs are one.

>>> [edges.outer for edges in edges_of(["\tn\tt", "Pain\t40\t"])], edges_of(["| | n |", "|---|---|"])[0].outer
([(0, 0), (0, 0)], (1, 1))
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby

RULE = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*")
TABS = re.compile(r"\t[\t ]*")
PIPE, TAB = "|", "\t"


@dataclass(frozen=True)
class Edges:
    """How many marks stand before and behind the cells of a row, and whether several tabs are one."""

    outer: tuple[int, int] = (0, 0)
    aligned: bool = False


NO_ROW = Edges((10**6, 10**6))  # whatever stands at the ends of a line is around it


def edges_of(lines: Sequence[str]) -> list[Edges]:
    """The edges of every line of a text."""
    found: list[Edges] = []
    for mark, block in groupby(lines, _mark):
        rows = list(block)
        found += [NO_ROW if not mark else _of_pipes(rows) if mark == PIPE else _of_tabs(rows)] * len(rows)
    return found


def _mark(line: str) -> str:
    return PIPE if PIPE in line else TAB if TAB in line else ""


def _of_pipes(rows: list[str]) -> Edges:
    rules = [row for row in rows if RULE.fullmatch(row)]

    def around(ends: Callable[[str], bool]) -> int:
        return int(all(map(ends, rows)) or (bool(rules) and all(map(ends, rules))))

    return Edges((around(lambda row: row.lstrip()[:1] == PIPE), around(lambda row: row.rstrip()[-1:] == PIPE)))


def _of_tabs(rows: list[str]) -> Edges:
    """A block in which no tab stands between two words is no table."""
    filled = [row for row in rows if row.strip()]
    if not any(TAB in row.strip() for row in filled):
        return NO_ROW
    before = min(row[: len(row) - len(row.lstrip())].count(TAB) for row in filled)
    behind = min(row[len(row.rstrip()) :].count(TAB) for row in filled)
    apart = {row.count(TAB) for row in filled}
    joined = {len(TABS.findall(_without(row, before, behind))) for row in filled}
    return Edges((before, behind), aligned=len(apart) > 1 and len(joined) == 1)


def _without(row: str, before: int, behind: int) -> str:
    """A row without the tabs around it."""
    cells = row.split(TAB)
    return TAB.join(cells[before : len(cells) - behind])
