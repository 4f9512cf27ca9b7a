"""Which count with its percentage (`88 (29.1%)`) in a table of characteristics is a part of its column's people?

How many they are stands in the head of the column, in a row of its own, in brackets in the head, in the caption or a
note, beside 100 %, or anywhere where several blocks of rows each count as many, or it is the n that the document prints
most often; and the column shows that it is their number, because most of its percentages are those of their counts
among so many, or of those who answered, whom their block counts. What is asked is never that all of it is right. In
rows below a heading that together count everybody, the one percentage that keeps their sum from 100 is linked too;
elsewhere the only odd one of its rows, which may be of those who answered. Percentages of rows, those less than a unit
away (cut off, made to add up to 100), and several odd ones together (weighted, estimated, of others) are left alone.

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
from fractions import Fraction
from itertools import islice

from reread.reading.links.columns import caption_n
from reread.reading.links.group_sizes import LABEL, SIZE
from reread.reading.links.percent_cells import (
    CATEGORY,
    EVERYONE,
    Cell,
    adds_up,
    answered,
    beyond,
    blocks,
    cells_of,
    fits,
    near,
    of_its_row,
    total,
    unknown,
)
from reread.reading.links.percent_rows import row_samples
from reread.reading.links.result import Result
from reread.reading.links.row_bases import row_shares
from reread.reading.printed_tests import TokensOfTest
from reread.reading.skeleton import NUMBER as N
from reread.reading.skeleton import Skeleton
from reread.reading.tables import Table, tables

IN_BRACKETS = re.compile(rf"[(\[]\s*{N}\s*[)\]]\s*$")
TOP = 3  # rows from the top in which a row of sizes stands
NOTES = 3  # lines below a table that may say of how many its percentages are
FEWEST, UNSIGNED, SAID = 3, 5, 2  # cells that show a column's number; without a percent sign; where its head says it
OFTEN = 3  # places in which an n that is everybody's is printed
SLIPS = 10  # one in so many may be wrong, and one in any case


def found(page: Skeleton, tests: Sequence[TokensOfTest]) -> Iterator[Result]:
    """Every count with its percentage whose column shows how many people it is of."""
    usual = list(_most_printed(page))
    for table in tables(page):
        columns = {column: cells_of(page, table, column) for column in range(1, max(map(len, table.rows)))}
        samples = list(row_samples(page, table, [cell for cells in columns.values() for cell in cells]))
        yield from (result for result, _ in samples)
        of_rows = [cell for _, row in samples for cell in row]
        for result, cell in list(row_shares(page, table, [c for each in columns.values() for c in each], of_rows)):
            of_rows.append(cell)
            yield result
        heads = {column: list(_of_head(page, table, column)) for column in columns}
        shares = [cell for column, every in columns.items() for cell in every
                  if any(fits(page, cell, page.tokens[n].value) for n in heads[column])]  # fmt: skip
        for column, every in columns.items():
            cells = [cell for cell in every if cell not in of_rows]
            beside = [cell for cell in shares if cell.column != column]
            told = [*heads[column], *_sizes(page, table, column, cells), *_in_common(page, cells), *usual]
            n = _best(page, table, cells, told, heads[column], len(beside))
            if n is not None:
                yield from _results(page, table, cells, n, {cell.row for cell in beside})
            elif cells:
                yield from _without_n(page, table, cells)


def _of_head(page: Skeleton, table: Table, column: int) -> Iterator[int]:
    """The n of a column's own head: `Massage (n = 40)`."""
    head = [row[column] for row in table.rows[:2] if column < len(row)]
    yield from (page.at(a + m.start("n")) for a, b in head for m in SIZE.finditer(page.text[a:b]))


def _sizes(page: Skeleton, table: Table, column: int, cells: list[Cell]) -> Iterator[int]:
    """Tokens that may say how many people a column is of, the plainest first."""
    for row in table.rows[1 : 1 + TOP]:
        text = page.text[slice(*row[column])] if column < len(row) else ""
        label = page.text[slice(*row[0])].replace(N, " ")
        if text.strip() == N and (LABEL.fullmatch(label) or EVERYONE.fullmatch(label) or not label.strip()):
            yield page.at(row[column][0])
    head = [row[column] for row in table.rows[:2] if column < len(row)]
    yield from (
        page.at(a + m.start() + m.group().index(N)) for a, b in head for m in IN_BRACKETS.finditer(page.text[a:b])
    )
    caption = caption_n(page, table)
    if caption is not None:
        yield caption
    yield from (cell.count for cell in cells if page.tokens[cell.percent].value == 100)
    end = table.rows[-1][-1][1]
    notes = "\n".join(page.text[end:].split("\n", NOTES + 1)[1 : NOTES + 1])
    yield from (token for token in range(page.at(end), page.at(end + len(notes) + 1)) if page.stats[token] == "n")


def _in_common(page: Skeleton, cells: list[Cell]) -> Iterator[int]:
    """The first place in the document of the number that two blocks of the column, or more, each count."""
    totals = Counter(total(page, block) for block in blocks(cells) if len(block) > 1)
    for n in (each for each, times in totals.items() if times > 1):
        places = (k for k, token in enumerate(page.tokens) if token.value == n and token.whole and not token.unsure)
        yield from islice(places, 1)


def _most_printed(page: Skeleton) -> Iterator[int]:
    """The first place of the n that is printed most often in the document, if it is so three times or more."""
    sizes = [k for k, stat in enumerate(page.stats) if stat == "n" and page.tokens[k].whole]
    counted = Counter(page.tokens[k].value for k in sizes).most_common(1)
    if counted and counted[0][1] >= OFTEN:
        yield next(k for k in sizes if page.tokens[k].value == counted[0][0])


def _best(page: Skeleton, table: Table, cells: list[Cell], told: list[int], said: list[int], beside: int) -> int | None:
    """The n of a column: that of its head, or that of which most cells are percentages, the plainest first."""
    able = [n for n in dict.fromkeys(told) if _is_of(page, table, cells, n, beside if n in said else None)]
    first = [n for n in able if n in said] or able
    return max(first, key=lambda n: sum(fits(page, cell, page.tokens[n].value) for cell in cells), default=None)


def _is_of(page: Skeleton, table: Table, cells: list[Cell], n: int, beside: int | None) -> bool:
    """Are most of these percentages those of their counts among so many, or among those who answered?

    No more than a slip or two may be impossible. Where the head of the column says the number, `beside` tells how
    many cells of the other columns are percentages of what theirs say, which shows what the heads mean.
    """
    size = page.tokens[n]
    if not cells or not size.whole or size.unsure or size.comparator != "=" or size.value < 2:
        return False
    of_others = [cell for block in blocks(cells) for cell in _of_those_who_answered(page, table, block, size.value)]
    fitting = [cell for cell in cells if fits(page, cell, size.value) or cell in of_others]
    too_many = sum(beyond(page, cell, size.value) and cell not in of_others for cell in cells)
    signed = all(cell.signed for cell in cells)
    said = beside is not None and signed
    fewest = min(SAID, len(cells)) if said else FEWEST if signed else UNSIGNED
    like = len(fitting) + (beside or 0 if said else 0)
    shown = like - len(of_others) >= min(fewest, FEWEST) and like >= fewest
    return shown and 2 * len(fitting) >= len(cells) and too_many <= max(1, len(cells) // SLIPS)


def _of_those_who_answered(page: Skeleton, table: Table, block: list[Cell], n: Fraction) -> list[Cell]:
    """The cells of a block that are percentages of what they count together, where that is fewer than everybody."""
    those = answered(page, table, block)
    together = total(page, those)
    if len(those) < 2 or not 0 < together < n:
        return []
    of_them, of_all = (sum(fits(page, cell, base) for cell in those) for base in (together, n))
    return those if of_them >= max(2, len(those) - 1) and of_them > of_all else []


def _results(page: Skeleton, table: Table, cells: list[Cell], n: int, shares: set[int]) -> Iterator[Result]:
    size = page.tokens[n].value
    parted = [(block, _of_those_who_answered(page, table, block, size)) for block in blocks(cells)]
    of_all = [cell for block, those in parted for cell in block if cell not in those]
    fitting = [cell for cell in of_all if fits(page, cell, size)]
    few = len(of_all) - len(fitting) <= max(1, len(cells) // SLIPS)
    printed = {page.tokens[cell.percent].decimals for cell in fitting}  # a row with others may be a mean and an SD
    shares = shares & {cell.row for cell in of_all if page.tokens[cell.percent].decimals in printed}
    for block, those in parted:
        if those:
            yield from _categories(page, table, those)
        yield from _shares(page, table, [cell for cell in block if cell not in those], n, shares if few else None)


def _shares(page: Skeleton, table: Table, block: list[Cell], n: int, shares: set[int] | None) -> Iterator[Result]:
    """Each cell as a share of everybody; `shares` are the rows that print one in another column, where few are odd."""
    size = page.tokens[n].value
    everybody = _everybody(page, table, block, size)
    alone = shares is not None and sum(not fits(page, cell, size) for cell in block) == 1
    slip = _slip(page, everybody, size)
    for cell in block:
        about: dict[str, object] = {"complete": cell in everybody, "measure": "binary"}
        told_as_share = cell.own or cell.row in (shares or ())
        if not fits(page, cell, size):
            if near(page, cell, size) or of_its_row(page, table, cell):
                continue
            if cell is slip:
                about["obtained"] = "as usual"  # weights and other bases leave the sum at 100
            elif cell in everybody or not (alone and told_as_share and _of_fewer(page, cell, size)):
                continue
        named = {"n": n, f"count.{CATEGORY}": cell.count, f"percent.{CATEGORY}": cell.percent}
        parts = {f"groups.all.{part}": token for part, token in named.items()}
        yield Result("share", parts, about, table=table.rows[0][0][0])


def _categories(page: Skeleton, table: Table, those: list[Cell]) -> Iterator[Result]:
    """The categories of those who answered; without one that is cut off, or is of its row."""
    together = total(page, those)
    odd = [cell for cell in those if not fits(page, cell, together)]
    exactly = sum((page.tokens[cell.percent].value for cell in those), Fraction(0)) == 100
    if any((near(page, cell, together) and not exactly) or of_its_row(page, table, cell) for cell in odd):
        return
    named = {f"{part}.row {cell.row}": token for cell in those
             for part, token in (("count", cell.count), ("percent", cell.percent))}  # fmt: skip
    parts = {f"groups.all.{part}": token for part, token in named.items()}
    about = {"complete": True} | ({"obtained": "as usual"} if odd and not adds_up(page, those) else {})
    yield Result("answered", parts, about, table=table.rows[0][0][0])


def _without_n(page: Skeleton, table: Table, cells: list[Cell]) -> Iterator[Result]:
    """Blocks below a heading of their own whose percentages are of what they count together, n being nowhere."""
    for block in blocks(cells):
        those = answered(page, table, block)
        together, signed = total(page, those), all(cell.signed for cell in those)
        fitting = sum(fits(page, cell, together) for cell in those)
        if signed and len(those) > 1 and _headed(page, table, block) and fitting >= max(2, len(those) - 1):
            yield from _categories(page, table, those)


def _slip(page: Skeleton, everybody: list[Cell], size: Fraction) -> Cell | None:
    """The one percentage of everybody's that is not of its count, where it alone keeps their sum from 100."""
    odd = [cell for cell in everybody if not fits(page, cell, size)]
    return odd[0] if len(odd) == 1 and not adds_up(page, everybody) else None


def _of_fewer(page: Skeleton, cell: Cell, size: Fraction) -> bool:
    """Is it less than among everybody, or that of a part of them, who may be those who answered?"""
    count = int(page.tokens[cell.count].value)
    return beyond(page, cell, size) or any(fits(page, cell, Fraction(k)) for k in range(count, int(size)) if k)


def _headed(page: Skeleton, table: Table, block: list[Cell]) -> bool:
    """Stands a heading above the block: a row with a label and no cell in this column, or the head of the table?"""
    above = table.rows[block[0].row - 1] if block[0].row else []
    column = block[0].column
    empty = len(above) > column and not page.text[slice(*above[column])].strip()
    return empty and any(page.text[a:b].strip() for a, b in above[:column])


def _everybody(page: Skeleton, table: Table, block: list[Cell], size: Fraction) -> list[Cell]:
    """The first rows below a heading of their own that together count everybody, none of them who did not answer."""
    for last in range(2, len(block) + 1 if block and _headed(page, table, block) else 0):
        counted = total(page, block[:last])
        if any(unknown(page, table, cell) for cell in block[:last]):
            return []
        if counted >= size:
            return block[:last] if counted == size else []
    return []
