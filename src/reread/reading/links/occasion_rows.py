"""Which two rows of a table are one outcome before and after, and which paired t test stands beside them?

One label says before and another after, each once in the table. A column with numbers in both rows is of the occasions
(n, mean and SD; the p of a test of normality); one with numbers in one of the rows alone is of the change (t, its p, an
interval, d), where the words around the table name a paired t-test and nothing else that would give another t.
Elsewhere nothing is linked of the change, nor where a number would play two parts. An interval behind d may be that of
d.

>>> from reread.reading.typed import read_lines
>>> lines = ["Table 1. Paired t-test (n = 12)", "Time | Mean ± SD | t | p", "Before | 5.20 ± 1.40 | - | -"]
>>> lines += ["After | 4.10 ± 1.60 | 2.28 | .04"]
>>> [(result.name, list(result.parts)) for result in found(read_lines(lines)[0], [])]
[('outcome', ['before.mean', 'before.sd', 'after.mean', 'after.sd', 'before.n', 'after.n', 'change.t', 'change.p'])]
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from reread.reading.links.columns import OCCASIONS, caption, caption_n
from reread.reading.links.group_tests import speaks
from reread.reading.links.occasions import of_everybody
from reread.reading.links.result import Result, speaks_of
from reread.reading.printed_tests import TokensOfTest
from reread.reading.scope import Place
from reread.reading.skeleton import Skeleton
from reread.reading.tables import CellSpans, Table, tables
from reread.words.reading import words

OF_CHANGE = {"t": "t", "p": "p", "df": "df", "d": "d", "md": "mean", "ci_low": "ci.low", "ci_high": "ci.high"}
OF_OCCASION = {"n": "n", "mean": "mean", "sd": "sd", "p": "normality_p"}
Cells = list[list[int]]  # the tokens of each cell behind the label


def found(page: Skeleton, tests: Sequence[TokensOfTest]) -> Iterator[Result]:
    """Every pair of rows, before and after, of a table."""
    for table in tables(page):
        rows = {name: _rows(page, table, name) for name in OCCASIONS}
        if all(len(each) == 1 for each in rows.values()):
            before, after = rows["before"][0], rows["after"][0]
            if before is not after and len(before) == len(after):
                yield from _outcome(page, table, before, after)


def _rows(page: Skeleton, table: Table, occasion: str) -> list[CellSpans]:
    """The rows whose label names an occasion."""
    return [row for row in table.rows[1:] if OCCASIONS[occasion].search(page.text[slice(*row[0])])]


def _outcome(page: Skeleton, table: Table, before: CellSpans, after: CellSpans) -> Iterator[Result]:
    cells = {"before": _cells(page, before), "after": _cells(page, after)}
    both = [k for k, pair in enumerate(zip(*cells.values(), strict=True)) if all(pair)]
    one = [k for k in range(len(cells["before"])) if k not in both]
    parts = _of_occasions(page, table, cells, both)
    if parts is None:
        return
    n = caption_n(page, table)
    parts |= {f"{name}.n": n for name in cells if n is not None and not {"before.n", "after.n"} & set(parts)}
    near = _near(page, table)
    change = _of_change(page, table, [cells[name][k] for k in one for name in cells], one)
    place = Place([*parts.values(), *change.values()])
    tested = "change.t" in change and speaks(near, words("paired_t_tests")) and not _another(near)
    kept = speaks_of(page, "resampled", place, "of_groups") if tested else None
    tested &= of_everybody(page, parts | change) and not kept
    if tested and speaks_of(page, "adjusted_for_several", place):
        change.pop("change.p", None)
    about: dict[str, Any] = {"measure": "continuous"} | ({"change": {"test": "paired t"}} if tested else {})
    if "before.mean" in parts and "after.mean" in parts:
        yield Result("outcome", parts | (change if tested else {}), about, table=table.rows[0][0][0])
    if kept:
        yield Result("change", change, kept=kept)


def _cells(page: Skeleton, row: CellSpans) -> Cells:
    return [list(range(page.at(a), page.at(b))) for a, b in row[1:]]


def _of_occasions(page: Skeleton, table: Table, cells: dict[str, Cells], both: list[int]) -> dict[str, int] | None:
    """n, means, SDs and the p of tests of normality; none where one is unsure or would be a second one."""
    parts: dict[str, int] = {}
    for name, row in cells.items():
        for k in both:
            for token in row[k]:
                part = OF_OCCASION.get(page.stats[token])
                if part is None or (part == "normality_p" and not speaks(_head(page, table, k), words("normality"))):
                    continue
                if f"{name}.{part}" in parts or page.tokens[token].unsure:
                    return None
                parts[f"{name}.{part}"] = token
    return parts


def _of_change(page: Skeleton, table: Table, cells: Cells, columns: list[int]) -> dict[str, int]:
    """The parts of a change that stand in one row alone; none where one would play two parts or is unsure."""
    parts: dict[str, int] = {}
    tokens = [token for cell in cells for token in cell]
    if len({page.lines[token] for token in tokens}) != 1:
        return {}
    for token in tokens:
        part = OF_CHANGE.get(page.stats[token])
        if part is None or f"change.{part}" in parts or page.tokens[token].unsure:
            return {}
        if part != "p" and page.tokens[token].comparator != "=":
            return {}
        if not (part.startswith("ci.") and "change.d" in parts):
            parts[f"change.{part}"] = token
    levels = [token for k in columns for token in _in_head(page, table, k) if page.stats[token] == "ci_level"]
    ends = "change.ci.low" in parts and "change.ci.high" in parts
    return parts | ({"change.ci.level": levels[0]} if ends and len(levels) == 1 else {})


def _head(page: Skeleton, table: Table, k: int) -> str:
    """The head of the k-th column behind the labels."""
    heads = table.rows[0]
    return page.text[slice(*heads[k + 1])] if k + 1 < len(heads) else ""


def _in_head(page: Skeleton, table: Table, k: int) -> range:
    heads = table.rows[0]
    return range(page.at(heads[k + 1][0]), page.at(heads[k + 1][1])) if k + 1 < len(heads) else range(0)


def _near(page: Skeleton, table: Table) -> str:
    """The caption, the heads and the labels."""
    labels = [page.text[slice(*row[0])] for row in table.rows[1:] if row]
    return "\n".join([page.text[caption(page, table)[0] : table.rows[0][-1][1]], *labels])


def _another(near: str) -> bool:
    """Do the words name something else that t or p may be of?"""
    elsewhere = ("other_models", "other_tests", "contrasts", "weighted")
    return any(speaks(near, words(kind)) for kind in elsewhere)
