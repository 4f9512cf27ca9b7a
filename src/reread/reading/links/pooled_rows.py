"""Which rows of a table are trials, and which is the pooled one?

The head of the first column says that the rows are studies; each prints one estimate with its interval, and the last
alone is that of all (`Total`, `Overall`). Tables of subgroups, of studies left out in turn or added one by one have
other sums and are left alone. Which Q is theirs: one in a last row, or in the line below that speaks of heterogeneity.

>>> from reread.reading.typed import read_lines
>>> rows = ["Study | MD (95% CI)", "Lee 2010 | 0.5 (0.1, 0.9)", "Roy 2012 | 0.3 (0.0, 0.6)", "Total | 0.4 (0.1, 0.6)"]
>>> [(result.name, result.pools) for result in found(*read_lines(rows))]
[('trial', ()), ('trial', ()), ('pooled', (2, 6))]
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from reread.reading.links import estimate_rows
from reread.reading.links.group_sizes import lines_above
from reread.reading.links.group_tables import name_of
from reread.reading.links.heterogeneity import of_tests
from reread.reading.links.intervals import PARTS
from reread.reading.links.pooled import FEWEST, pooling, with_q
from reread.reading.links.result import Result
from reread.reading.phrases import of_kind
from reread.reading.printed_tests import TokensOfTest
from reread.reading.skeleton import Skeleton
from reread.reading.tables import CellSpans, tables
from reread.words.reading import either, words

ALL = re.compile(rf"\W*{either(words('pooled'))}(?!\w)")
OF_STUDIES = re.compile(rf"\W*{either(words('heads_of_studies'))}(?!\w)")
OTHER_SUMS = re.compile(rf"(?<!\w){either(words('other_sums'))}(?!\w)")


def found(page: Skeleton, tests: Sequence[TokensOfTest]) -> Iterator[Result]:
    """The rows of each table of studies that ends with the row of all."""
    if not of_kind("pooled").stand_in(page.text):
        return
    rows = sorted(estimate_rows.found(page, tests), key=lambda result: result.table)
    of_table = {begin: list(listed) for begin, listed in groupby(rows, key=lambda result: result.table)}
    for table in tables(page):
        begin = table.rows[0][0][0]
        results = _of_table(page, table.rows, of_table.get(begin, []))
        if results:
            reach = range(results[-1].parts["ci.high"], page.at(_below(page, table.rows[-1][-1][1])))
            yield from with_q(results, [q for q in of_tests(page, tests) if q.parts["Q"] in reach])


def _below(page: Skeleton, end: int) -> int:
    """Where the line ends that stands right below a table, if it speaks of heterogeneity; else where the table does."""
    start = end + len(page.text[end:]) - len(page.text[end:].lstrip("\n |"))
    stop = page.text.find("\n", start)
    stop = stop if stop >= 0 else len(page.text)
    return stop if of_kind("heterogeneity").stand_in(page.text[start:stop]) else end


def _of_table(page: Skeleton, rows: list[CellSpans], listed: list[Result]) -> list[Result]:
    """The rows of studies and the last one, of all, where heads say so and each row prints one estimate."""
    results = sorted(listed, key=lambda result: min(_own(result)))
    named = [_row(page, rows, result) for result in results]
    whole = [k for k, row in enumerate(named) if ALL.match(page.text[slice(*row[0])])]
    above = "\n".join(line for _, line in lines_above(page, rows))
    told = [above, page.text[rows[0][0][0] : rows[0][-1][1]], *(page.text[slice(*row[0])] for row in rows[1:])]
    if len(named) <= FEWEST or whole != [len(named) - 1] or any(map(OTHER_SUMS.search, told)):
        return []
    parts = {next(part for part in result.parts) for result in results}
    part = parts.pop() if len(parts) == 1 else ""
    once = len({row[0] for row in named}) == len(named)
    of_studies = OF_STUDIES.match(page.text[slice(*rows[0][0])]) is not None
    if part not in PARTS.values() or not once or not of_studies or not all("ci.low" in r.parts for r in results):
        return []
    below = any(page.tokens[token].value < 0 for result in results for token in _own(result))
    if part == "estimate" and results[0].name == "coefficient" and not below:
        return []
    trials = [
        replace(
            result, name="trial", about={**result.about, "label": name_of(page, row[0][0], page.text[slice(*row[0])])}
        )
        for result, row in zip(results[:-1], named, strict=False)
    ]
    return pooling(page, trials, replace(results[-1], name="pooled"), part)


def _own(result: Result) -> list[int]:
    return [token for part, token in result.parts.items() if part not in ("ci.level", "df")]


def _row(page: Skeleton, rows: list[CellSpans], result: Result) -> CellSpans:
    """The row in which a result stands."""
    place = page.places[min(_own(result))]
    return next(row for row in rows if row[0][0] <= place <= row[-1][1])
