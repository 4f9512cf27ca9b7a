"""Which counts and percentages of a table are the categories of one sample?

Neighbouring rows of one column (or of two, counts and percentages) whose counts add up to the n that the table's own
caption or column head prints, or that a row of totals right below prints, and whose percentages are those of their
counts, all but one in rows that stand by themselves, or add up to 100 (what is not of its count may then be weighted,
and is never more than not decided). Where any of this does not hold nothing is linked, nor where a row's label prints
an n, or a percentage is one of its row.

>>> from reread.reading.typed import read_lines
>>> page, _ = read_lines(["Table 1. Answers (n = 20)", "Answer | n | %", "Low | 18 | 90", "High | 2 | 10"])
>>> [dict(result.parts) for result in found(page, [])]
[{'groups.all.n': 1, 'groups.all.count.Low': 2, 'groups.all.percent.Low': 3, 'groups.all.count.High': 4, \
'groups.all.percent.High': 5}]
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from reread.reading.links.result import Result
from reread.reading.printed_tests import TokensOfTest
from reread.reading.skeleton import NUMBER, Skeleton
from reread.reading.tables import CellSpans, Table, tables
from reread.words.reading import either, words

UNKNOWN = re.compile(
    rf"[^\w]*{either(words('unanswered'))}(?:[\s/,]|or|and|atau|data|{either(words('unanswered'))})*[^\w]*"
)
NEAR_100 = (Fraction(99), Fraction(101))
FORBIDDEN = re.compile(r"[^\w %<>≤≥=+/()-]+")
OCCASIONS = {name: re.compile(rf"(?<!\w){either(words(name))}(?!\w)") for name in ("before", "after")}
Pair = tuple[int, int, int]  # row, token of the count, token of the percentage


def found(page: Skeleton, tests: Sequence[TokensOfTest]) -> Iterator[Result]:
    """Every sample that a table prints by category."""
    for table in tables(page):
        caption = caption_n(page, table)
        for column in range(1, max(map(len, table.rows))):
            pairs = [pair for k, row in enumerate(table.rows[1:], 1) if (pair := _pair(page, row, column, k))]
            head = _size(page, [table.rows[0][column]]) if column < len(table.rows[0]) else None
            for result in _samples(page, table, pairs, caption if head is None else head):
                yield _at_its_occasion(page, table, column, result)


def _at_its_occasion(page: Skeleton, table: Table, column: int, result: Result) -> Result:
    """With the occasion that the head of the column names, and the one mean and SD that the column prints."""
    heads = [page.text[a:b] for a, b in table.rows[0][column : column + 1]]
    named = [name for name, pattern in OCCASIONS.items() if any(pattern.search(head) for head in heads)]
    cells = [cell for row in table.rows[1:] if _stats(page, cell := _tokens(page, row, column)) == ["mean", "sd"]]
    plain = len(cells) == 1 and not any(page.tokens[token].unsure for token in cells[0])
    more = dict(zip(("groups.all.mean", "groups.all.sd"), cells[0], strict=True)) if plain and len(named) == 1 else {}
    occasion = named[0] if len(named) == 1 else ""
    return replace(result, parts={**result.parts, **more}, occasion=occasion, table=table.rows[0][0][0])


def _pair(page: Skeleton, row: CellSpans, column: int, k: int) -> Pair | None:
    """A count with its percentage in one cell (`18 (90%)`) or in neighbouring ones."""
    cells = [_tokens(page, row, place) for place in (column, column + 1)]
    if _stats(page, cells[0]) == ["count", "percent"]:
        return _plain(page, k, cells[0][0], cells[0][1])
    if [_stats(page, cell) for cell in cells] == [["count"], ["percent"]]:
        return _plain(page, k, cells[0][0], cells[1][0])
    return None


def _plain(page: Skeleton, k: int, count: int, percent: int) -> Pair | None:
    printed = [page.tokens[count], page.tokens[percent]]
    sure = printed[0].whole and all(token.comparator == "=" and not token.unsure for token in printed)
    return (k, count, percent) if sure else None


def _samples(page: Skeleton, table: Table, pairs: list[Pair], size: int | None) -> Iterator[Result]:
    """Runs of neighbouring rows that are all of one sample."""
    first = 0
    while first < len(pairs):
        run = next((run for run in _runs(pairs, first) if _all_of(page, table, run, pairs, size) is not None), None)
        if run is None:
            first += 1
            continue
        n = _all_of(page, table, run, pairs, size)
        first += len(run)
        if n is None or any(_of_its_row(page, table.rows[k], count, percent, n) for k, count, percent in run):
            continue
        parts = {"groups.all.n": n}
        for k, count, percent in run:
            name = _name(page, table.rows[k], k)
            parts |= {f"groups.all.count.{name}": count, f"groups.all.percent.{name}": percent}
        if len(parts) == 2 * len(run) + 1:  # categories of one name are none
            yield Result("categories", parts, {"complete": True})


def _runs(pairs: list[Pair], first: int) -> Iterator[list[Pair]]:
    for last in range(first + 1, len(pairs)):
        if pairs[last][0] != pairs[last - 1][0] + 1:
            return
        yield pairs[first : last + 1]


def _all_of(page: Skeleton, table: Table, run: list[Pair], pairs: list[Pair], size: int | None) -> int | None:
    """The token of the n that these rows add up to."""
    total = sum(page.tokens[count].value for _, count, _ in run)
    shares = sum((page.tokens[percent].value for _, _, percent in run), Fraction(0))
    own = size is not None and page.tokens[size].value == total
    above, below = ([count for k, count, _ in pairs if k == at] for at in (run[0][0] - 1, run[-1][0] + 1))
    totals = bool(below) and page.tokens[below[0]].value == total
    labels = [page.text[slice(*table.rows[k][0])] for k, _, _ in run]
    alone = not above and (totals or not below) and not any(map(UNKNOWN.fullmatch, labels))
    near = NEAR_100[0] <= shares <= NEAR_100[1]
    allowed = 0 if not alone or len(run) < 2 else len(run) if near else 1
    odd = _odd(page, run, total)
    if odd is None or odd > allowed or not (own or near):
        return None
    return size if own else below[0] if totals else None


def _odd(page: Skeleton, run: list[Pair], n: Fraction | int) -> int | None:
    """How many percentages are not those of their counts among n; where they add up to 100, give or take a unit.

    None where one less than a unit away may be cut off, and where there is nobody.
    """
    if n <= 0:
        return None
    printed = [(page.tokens[percent].reported, 100 * page.tokens[count].value / n) for _, count, percent in run]
    off = [abs(share.value - exact) / share.unit for share, exact in printed if not share.interval.contains(exact)]
    near = sum(units <= 1 for units in off)
    if near and sum(share.value for share, _ in printed) != 100:
        return None
    return len(off) - near


def _of_its_row(page: Skeleton, row: CellSpans, count: int, percent: int, n: int) -> bool:
    """Is a percentage one of its row and not of its column, or is the row a group with an n of its own?"""
    tokens = range(page.at(row[0][0]), page.at(row[-1][1]))
    if any(page.stats[token] == "n" for token in _tokens(page, row, 0)):
        return True
    printed, part = page.tokens[percent].reported.interval, page.tokens[count].value
    counts = [page.tokens[token].value for token in tokens if page.stats[token] in ("count", "n")]
    others = [base for base in (*counts, sum(counts), *(part + each for each in counts)) if base >= part and base > 0]
    of_row = any(printed.contains(100 * part / base) for base in others)
    return of_row and not printed.contains(100 * part / page.tokens[n].value)


def _tokens(page: Skeleton, row: CellSpans, column: int) -> list[int]:
    return list(range(page.at(row[column][0]), page.at(row[column][1]))) if column < len(row) else []


def _stats(page: Skeleton, cell: list[int]) -> list[str]:
    return [page.stats[token] for token in cell]


def caption_n(page: Skeleton, table: Table) -> int | None:
    """The one n that the caption of a table prints."""
    return _size(page, [caption(page, table)])


def caption(page: Skeleton, table: Table) -> tuple[int, int]:
    """Where the last line with text above a table stands."""
    end = len(page.text[: table.rows[0][0][0]].rstrip())
    return page.text.rfind("\n", 0, end) + 1, end


def _size(page: Skeleton, stretches: list[tuple[int, int]]) -> int | None:
    """The only n in stretches of the text."""
    tokens = [token for a, b in stretches for token in range(page.at(a), page.at(b)) if page.stats[token] == "n"]
    values = {page.tokens[token].value for token in tokens if not page.tokens[token].unsure}
    return tokens[-1] if len(values) == 1 and page.tokens[tokens[-1]].whole else None


def _name(page: Skeleton, row: CellSpans, k: int) -> str:
    """A category's name, as its row's label says it."""
    label = page.text[slice(*row[0])]
    digits = iter(page.tokens[page.at(row[0][0]) :])
    label = "".join(next(digits).text if character == NUMBER else character for character in label)
    return " ".join(FORBIDDEN.sub(" ", label).split())[:40] or f"row {k}"
