"""Which count with its percentage (`88 (29.1%)`) in a table of characteristics is a part of its column's people?

How many they are stands in the head of the column, in a row of its own, in brackets in the head, in the caption, or
anywhere where several blocks of rows each count as many; and the column shows that it is their number, because most of
its percentages are those of their counts among so many. What is asked is never that all of it is right. In rows below a
heading that together count everybody, the one percentage that keeps their sum from 100 is linked too; elsewhere the
only odd one of its rows, which may be of those who answered. Percentages of rows, those less than a unit away (cut off,
made to add up to 100), and several odd ones together (weighted, estimated, of others) are left alone.

>>> from reread.reading.typed import read_lines
>>> rows = ["| Massage (n = 40)", "Women | 12 (30%)", "Married | 30 (75%)", "Working | 10 (25%)", "Smoker | 4 (11%)"]
>>> page, _ = read_lines(rows)
>>> [(dict(result.parts), result.about["complete"]) for result in found(page, [])][0]
({'groups.all.n': 0, 'groups.all.count.part': 1, 'groups.all.percent.part': 2}, False)
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import islice

from reread.reading.links.columns import UNKNOWN, caption_n
from reread.reading.links.group_sizes import LABEL, SIZE
from reread.reading.links.result import Result
from reread.reading.printed_tests import TokensOfTest
from reread.reading.skeleton import NUMBER as N
from reread.reading.skeleton import Skeleton
from reread.reading.tables import CellSpans, Table, tables
from reread.words.reading import either, labels, words

CELL = re.compile(rf"\s*{N}\s*[(\[]\s*{N}\s*%?\s*[)\]]\s*")
IN_BRACKETS = re.compile(rf"[(\[]\s*{N}\s*[)\]]\s*$")
PERCENT = re.compile(rf"[^\w%]*{either(labels()['percent'])}[^\w%]*")
ALONE = re.compile(rf"\s*{N}\s*%?\s*")
EVERYONE = re.compile(rf"[^\w%]*(?:{either(words('everyone'))})[^\w%]*")
TOP = 3  # rows from the top in which a row of sizes stands
FEWEST, UNSIGNED = 3, 5  # cells that show a column's number; where no percent sign says what they are, more
SLIPS = 10  # one in so many may be wrong, and one in any case
CATEGORY = "part"


@dataclass(frozen=True)
class Cell:
    """A count and its percentage, by token, in a row of the table."""

    row: int
    count: int
    percent: int
    signed: bool  # the cell, or what names it, says that the second number is a percentage
    own: bool  # the cell itself does: it is no mean with its SD


def found(page: Skeleton, tests: Sequence[TokensOfTest]) -> Iterator[Result]:
    """Every count with its percentage whose column shows how many people it is of."""
    for table in tables(page):
        for column in range(1, max(map(len, table.rows))):
            beside = _of_percentages(page, table, column + 1)
            cells = [cell for k, row in enumerate(table.rows) if (cell := _cell(page, row, column, k, beside))]
            cells = [cell for cell in cells if cell.own] or cells  # beside cells with a sign the others are means
            told = [*_sizes(page, table, column), *_in_common(page, cells)]
            n = next((n for n in told if _is_of(page, cells, n)), None)
            if n is not None:
                yield from _results(page, table, column, cells, n)


def _of_percentages(page: Skeleton, table: Table, column: int) -> bool:
    """Does a column's head say that it holds percentages and nothing else?"""
    heads = [page.text[slice(*row[column])] for row in table.rows[:2] if column < len(row)]
    return any(PERCENT.fullmatch(head) for head in heads)


def _cell(page: Skeleton, row: CellSpans, column: int, k: int, beside: bool) -> Cell | None:
    """A count and its percentage in one cell, or in two neighbouring ones."""
    cells = row[column : column + (2 if beside else 1)]
    texts = [page.text[slice(*cell)] for cell in cells]
    if len(cells) < 1 + beside or not all((ALONE if beside else CELL).fullmatch(text) for text in texts):
        return None
    count, percent = range(page.at(cells[0][0]), page.at(cells[-1][1]))
    both = [page.tokens[token] for token in (count, percent)]
    plain = all(token.comparator == "=" and not token.unsure and token.value >= 0 for token in both)
    typed = page.stats[count] in ("", "count", "n") and page.stats[percent] in ("", "percent")
    if not (plain and typed and both[0].whole and both[1].value <= 100):
        return None
    own = beside or "%" in f"{texts[0]}{both[1].text}"
    return Cell(k, count, percent, own or page.stats[percent] == "percent", own)


def _sizes(page: Skeleton, table: Table, column: int) -> Iterator[int]:
    """Tokens that may say how many people a column is of, the plainest first."""
    head = [row[column] for row in table.rows[:2] if column < len(row)]
    yield from (page.at(a + m.start("n")) for a, b in head for m in SIZE.finditer(page.text[a:b]))
    for row in table.rows[1 : 1 + TOP]:
        text = page.text[slice(*row[column])] if column < len(row) else ""
        label = page.text[slice(*row[0])].replace(N, " ")
        if text.strip() == N and (LABEL.fullmatch(label) or EVERYONE.fullmatch(label) or not label.strip()):
            yield page.at(row[column][0])
    yield from (
        page.at(a + m.start() + m.group().index(N)) for a, b in head for m in IN_BRACKETS.finditer(page.text[a:b])
    )
    caption = caption_n(page, table)
    if caption is not None:
        yield caption


def _in_common(page: Skeleton, cells: list[Cell]) -> Iterator[int]:
    """The first place in the document of the number that two blocks of the column, or more, each count."""
    totals = Counter(sum(page.tokens[cell.count].value for cell in block) for block in _blocks(cells) if len(block) > 1)
    for total in (total for total, times in totals.items() if times > 1):
        places = (k for k, token in enumerate(page.tokens) if token.value == total and token.whole and not token.unsure)
        yield from islice(places, 1)


def _is_of(page: Skeleton, cells: list[Cell], n: int) -> bool:
    """Are most of these percentages those of their counts among so many, and no more than a slip or two impossible?"""
    size = page.tokens[n]
    if not size.whole or size.unsure or size.comparator != "=" or size.value < 2:
        return False
    fitting = sum(_fits(page, cell, size.value) for cell in cells)
    beyond = sum(_beyond(page, cell, size.value) for cell in cells)
    fewest = FEWEST if all(cell.signed for cell in cells) else UNSIGNED
    return fitting >= fewest and 2 * fitting >= len(cells) and beyond <= max(1, len(cells) // SLIPS)


def _fits(page: Skeleton, cell: Cell, n: Fraction) -> bool:
    return page.tokens[cell.percent].reported.interval.contains(100 * page.tokens[cell.count].value / n)


def _beyond(page: Skeleton, cell: Cell, n: Fraction) -> bool:
    """Is the percentage less than that among everybody, so that no part of them gives it?"""
    high = page.tokens[cell.percent].reported.interval.high
    return high is not None and high < 100 * page.tokens[cell.count].value / n


def _results(page: Skeleton, table: Table, column: int, cells: list[Cell], n: int) -> Iterator[Result]:
    size = page.tokens[n].value
    few = sum(not _fits(page, cell, size) for cell in cells) <= max(1, len(cells) // SLIPS)
    for block in _blocks(cells):
        everybody = _everybody(page, table, column, block, size)
        alone = few and sum(not _fits(page, cell, size) for cell in block) == 1
        slip = _slip(page, everybody, size)
        for cell in block:
            about: dict[str, object] = {"complete": cell in everybody, "measure": "binary"}
            if not _fits(page, cell, size):
                if _near(page, cell, size) or _of_its_row(page, table, cell):
                    continue
                if cell is slip:
                    about["obtained"] = "as usual"  # weights and other bases leave the sum at 100
                elif cell in everybody or not (alone and cell.own and _of_fewer(page, cell, size)):
                    continue
            named = {"n": n, f"count.{CATEGORY}": cell.count, f"percent.{CATEGORY}": cell.percent}
            parts = {f"groups.all.{part}": token for part, token in named.items()}
            yield Result("share", parts, about, table=table.rows[0][0][0])


def _slip(page: Skeleton, everybody: list[Cell], size: Fraction) -> Cell | None:
    """The one percentage of everybody's that is not of its count, where it alone keeps their sum from 100."""
    odd = [cell for cell in everybody if not _fits(page, cell, size)]
    printed = [page.tokens[cell.percent].reported for cell in everybody]
    total = sum((each.value for each in printed), Fraction(0))
    room = sum((each.unit for each in printed), Fraction(2) * max((each.unit for each in printed), default=0)) / 2
    return odd[0] if len(odd) == 1 and not 100 - room <= total <= 100 + room else None


def _of_fewer(page: Skeleton, cell: Cell, size: Fraction) -> bool:
    """Is it less than among everybody, or that of a part of them, who may be those who answered?"""
    count, share = int(page.tokens[cell.count].value), page.tokens[cell.percent].reported.interval
    return _beyond(page, cell, size) or any(
        share.contains(Fraction(100 * count, k)) for k in range(count, int(size)) if k
    )


def _everybody(page: Skeleton, table: Table, column: int, block: list[Cell], size: Fraction) -> list[Cell]:
    """The first rows below a heading of their own that together count everybody, none of them who did not answer."""
    above = table.rows[block[0].row - 1] if block[0].row else []
    heads = len(above) > column and not page.text[slice(*above[column])].strip() and page.text[slice(*above[0])].strip()
    for last in range(2, len(block) + 1 if heads else 0):
        counted = sum(page.tokens[cell.count].value for cell in block[:last])
        labels_of = (page.text[slice(*table.rows[cell.row][0])] for cell in block[:last])
        if any(map(UNKNOWN.fullmatch, labels_of)):
            return []
        if counted >= size:
            return block[:last] if counted == size else []
    return []


def _near(page: Skeleton, cell: Cell, size: Fraction) -> bool:
    """Is it less than a unit of its last place away: cut off, or made to add up to 100?"""
    printed = page.tokens[cell.percent].reported
    return abs(printed.value - 100 * page.tokens[cell.count].value / size) <= printed.unit


def _blocks(cells: list[Cell]) -> Iterator[list[Cell]]:
    """Cells of neighbouring rows."""
    block: list[Cell] = []
    for cell in cells:
        if block and cell.row != block[-1].row + 1:
            yield block
            block = []
        block.append(cell)
    if block:
        yield block


def _of_its_row(page: Skeleton, table: Table, cell: Cell) -> bool:
    """Is the percentage one of the counts of its row?"""
    row = table.rows[cell.row]
    tokens = range(page.at(row[0][0]), page.at(row[-1][1]))
    part = page.tokens[cell.count].value
    counts = [page.tokens[token].value for token in tokens if page.tokens[token].whole and token != cell.percent]
    bases = [base for base in (*counts, sum(counts), *(part + other for other in counts)) if base >= part and base > 0]
    return any(page.tokens[cell.percent].reported.interval.contains(100 * part / base) for base in bases)
