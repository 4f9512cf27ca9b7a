"""Which F, degrees of freedom, p, sums of squares and mean squares does a table of an analysis of variance print?

Rows are effects, each with its F; the first row of an error below them has what F is held against. Both degrees of
freedom may stand in the head (`F(2, 40)`), or in one cell (`2, 40`). A row of the total whose degrees of freedom are
those of one effect and its error shows a one-way analysis. Elsewhere F may be held against another term: its p is
linked where F is the ratio of both mean squares, or where there is but one effect; where both are printed and F is not
their ratio, it is linked with them alone.

>>> from reread.reading.typed import read_lines
>>> rows = ["Source | SS | df | MS | F | p", "Diet | 84.2 | 2 | 42.1 | 5.26 | .012", "Error | 216.0 | 27 | 8.00 | |"]
>>> page, _ = read_lines(rows)
>>> [(dict(result.parts), dict(result.about)) for result in found(page, [])]
[({'F': 3, 'df1': 1, 'df2': 6, 'ss': 0, 'ms': 2, 'ss_error': 5, 'ms_error': 7, 'p': 4}, {'test': 'ANOVA'})]
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from reread.reading.links.estimate_rows import ONE
from reread.reading.links.group_tables import parts
from reread.reading.links.result import Result, sure
from reread.reading.links.tests import of_test
from reread.reading.printed_tests import TokensOfTest
from reread.reading.skeleton import NUMBER as N
from reread.reading.skeleton import Skeleton
from reread.reading.tables import CellSpans, tables
from reread.words.reading import either, labels, words

BOTH = re.compile(rf"\s*[(\[]?\s*{N}\s*[,;/]\s*{N}\s*[)\]]?\s*")
IN_HEAD = re.compile(rf"F\s*[(\[]\s*{N}\s*,\s*{N}\s*[)\]]")
OF_ERROR = re.compile(rf"[^\w]*(?:{either(words('error_rows'))})[^\w]*(?:[(\[][^()\[\]]*[)\]])?\W*")
OF_TOTAL = re.compile(rf"[^\w]*(?:{either(words('total_rows'))})\W*")
BESIDE = ("p", "eta2", "omega2")
NOT_THESE = ("mean", "sd", "count", "percent", "n", "t", "r", "z", "chi2")
Row = Mapping[str, int]


@cache
def _kinds() -> dict[str, re.Pattern[str]]:
    """What a head in full says that its column prints."""
    names = {kind: labels().get(kind, ()) for kind in ("df", "p", "eta2", "omega2")}
    squares, means = either(words("sums_of_squares")), either(words("mean_squares"))
    shapes = {
        "ss": squares, "ms": means, "df": rf"(?:{either(names['df'])}|[Dd]\.?[Ff]\.?|DF)",
        "F": rf"F(?:[\s-]*(?i:value|ratio|statistic|hitung))?|{IN_HEAD.pattern}",
        "p": rf"(?:{either(names['p'])}|[pP]|Pr\s*\(>\s*F\))(?:[\s-]*values?)?",
        "eta2": rf"(?:(?i:partial)\s+)?{either(names['eta2'])}", "omega2": either(names["omega2"]),
    }  # fmt: skip
    return {kind: re.compile(rf"\W*?(?:{shape})[\s*†‡§.:]*") for kind, shape in shapes.items()}


def found(page: Skeleton, tests: Sequence[TokensOfTest]) -> Iterator[Result]:
    """Every effect with its F and what that follows from, or what follows from it."""
    for table in tables(page):
        for heads, rows in parts(page, table.rows):
            last = [page.text[slice(*cell)].strip() for cell in heads[-1]]
            kinds = [next((kind for kind, shape in _kinds().items() if shape.fullmatch(text)), "") for text in last]
            for columns in _analyses(kinds):
                degrees = _in_head(page, heads[-1][columns["F"]])
                yield from _of_table(page, rows, columns, degrees, table.rows[0][0][0])


def _analyses(kinds: Sequence[str]) -> Iterator[dict[str, int]]:
    """The columns of each F of a table: what stands before the first, or right behind one, once for each kind."""
    at = [column for column, kind in enumerate(kinds) if kind == "F"]
    for k, column in enumerate(at):
        end = at[k + 1] if k + 1 < len(at) else len(kinds)
        inside = [c for c in range(0 if len(at) == 1 else column, end) if kinds[c] not in ("", "F")]
        columns = {kinds[c]: c for c in inside} | {"F": column}
        if len(columns) == len(inside) + 1:
            yield columns


def _in_head(page: Skeleton, cell: tuple[int, int]) -> tuple[int, int] | None:
    match = IN_HEAD.search(page.text, *cell)
    first = page.at(match.start()) if match else 0
    return (first, first + 1) if match else None


def _of_table(
    page: Skeleton, rows: list[CellSpans], columns: Mapping[str, int], degrees: tuple[int, int] | None, table: int
) -> Iterator[Result]:
    read = [(page.text[slice(*row[0])], _row(page, row, columns)) for row in rows if len(row) > max(columns.values())]
    effects = [k for k, (label, row) in enumerate(read) if "F" in row and not OF_ERROR.fullmatch(label)]
    for k in effects:
        row = dict(read[k][1])
        if degrees:
            row |= dict(zip(("df1", "df2"), degrees, strict=True))
        if {"F", "df1", "df2"} <= set(row):
            yield from _linked(page, {part: row[part] for part in ("F", "df1", "df2", *BESIDE) if part in row}, table)
            continue
        error = next((row for label, row in read[k + 1 :] if OF_ERROR.fullmatch(label)), {})
        if "df1" in row and "df1" in error and "F" not in error:
            total = next((row for label, row in read[k + 1 :] if OF_TOTAL.fullmatch(label)), {})
            errors = sum(bool(OF_ERROR.fullmatch(label)) for label, _ in read)
            yield from _held(page, row, error, total, len(effects) == errors == 1, table)


def _row(page: Skeleton, row: CellSpans, columns: Mapping[str, int]) -> Row:
    """The numbers of a row by part; those of cells that print anything else are left out."""
    told: dict[str, int] = {}
    for kind, column in columns.items():
        text, tokens = page.text[slice(*row[column])], list(range(page.at(row[column][0]), page.at(row[column][1])))
        both = kind == "df" and bool(BOTH.fullmatch(text))
        plain = all(
            (kind == "p" or page.tokens[token].comparator == "=") and page.stats[token] not in NOT_THESE
            for token in tokens
        )
        if (both or ONE.fullmatch(text)) and plain and sure(page, tokens):
            told |= {{"df": "df1"}.get(kind, kind): tokens[0]} | ({"df2": tokens[1]} if both else {})
    return told


def _held(page: Skeleton, row: Row, error: Row, total: Row, alone: bool, table: int) -> Iterator[Result]:
    """An effect with its error: all of it, or F with the mean squares alone."""
    linked = {"F": row["F"], "df1": row["df1"], "df2": error["df1"]}
    linked |= {part: row[part] for part in ("ss", "ms") if part in row}
    linked |= {f"{part}_error": error[part] for part in ("ss", "ms") if part in error}
    value = {part: page.tokens[token].value for part, token in linked.items()}
    degrees = page.tokens[total["df1"]].value if "df1" in total else None
    one_way = alone and degrees == value["df1"] + value["df2"]
    if one_way and "ss" in total:
        linked["ss_total"] = total["ss"]
    if not (alone or _is_ratio(page, linked)):
        linked = {part: token for part, token in linked.items() if part in ("F", "ms", "ms_error", "ss", "df1")}
        if {"ms", "ms_error"} <= set(linked):
            yield Result("variance", linked, {"test": "ANOVA"}, table=table)
        return
    linked |= {part: row[part] for part in BESIDE if part in row}
    yield from _linked(page, linked, table, "one-way ANOVA" if one_way else "ANOVA")


def _is_ratio(page: Skeleton, linked: Row) -> bool:
    """Is F the ratio of the two mean squares, give or take rounding?"""
    if not {"ms", "ms_error"} <= set(linked):
        return False
    f, ms, error = (page.tokens[linked[part]].reported.interval for part in ("F", "ms", "ms_error"))
    ends = (f.low, f.high, ms.low, ms.high, error.low, error.high)
    if any(end is None for end in ends) or not error.low or error.low <= 0:
        return False
    low, high, top_low, top_high, least, most = (end for end in ends if end is not None)
    return top_low / most <= high and low <= top_high / least


def _linked(page: Skeleton, linked: Mapping[str, int], table: int, test: str = "") -> Iterator[Result]:
    squares = {"ss", "ms", "ss_error", "ms_error", "eta2", "omega2"} & set(linked)
    about = {"test": test} if test else {}
    if "p" in linked:
        result = of_test(page, "F", dict(linked), True)
        yield replace(result, about={**result.about, **about}, table=table)
    elif squares:
        yield Result("F", dict(linked), about, table=table)
