"""Which tables have one column for each group, and what does each of their columns print?

A head is that of a column of means and SDs (`Massage (n = 30)`, `Control: mean ± SD`; two heads where they stand
apart), that of a test (t, df, p, a difference, its interval, d), or of everybody. Of two rows of heads, as merged cells
leave them, each column has both. A table in which the n of one group is not printed is none (`group_sizes`).

>>> from reread.reading.typed import read_lines
>>> heads = "Outcome | Massage (n = 30) | Control (n = 28) | t | p"
>>> page, _ = read_lines([heads, "Pain | 5.2 ± 1.4 | 6.1 ± 1.6 | 2 | .03"])
>>> [(column.kind, column.name, column.n) for table in group_tables(page) for column in table.columns]
[('group', 'Massage', 0), ('group', 'Control', 1), ('t', '', None), ('p', '', None)]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from reread.reading.grouped import MEAN_SD
from reread.reading.links.group_sizes import SIZE, lines_above, sizes
from reread.reading.skeleton import NUMBER as N
from reread.reading.skeleton import Skeleton
from reread.reading.tables import LETTERS, CellSpans, tables
from reread.words.reading import either, labels, words

SIDES = re.compile(r"[(\[][^()\[\]]*(?:tailed|sided|arah|sisi)[)\]]")
LEVEL = rf"(?:{N}\s*%?\s*)?"
CI = rf"(?:{LEVEL}{either(words('intervals'))}(?:\s*{N}\s*%?)?)"
DIFFERENCE = either([*labels()["md"], "MD", "difference", "selisih", "beda"])
VALUES = re.compile(rf"[^\w|]*{N}[^\w|]*(?:(?:to|sampai|hingga)[^\w|]*{N}[^\w|]*)?")
FORBIDDEN = re.compile(r"[^\w %<>≤≥=+/()-]+")
BELOW, REACH, CLIPPED = 2, 1000, 300  # lines below a table that may speak of it, and characters of each


@dataclass(frozen=True)
class Column:
    """One column behind the labels: `group`, `all`, a part of a test, `sd` of the group before it, or `marks` alone."""

    kind: str
    name: str = ""
    printed: str = ""  # of a group: mean, or "" where each cell holds mean and SD, as far as the head says
    n: int | None = None
    level: int | None = None  # of an interval


@dataclass(frozen=True)
class GroupTable:
    """Columns, the rows below the heads, and the words of the heads and around the table."""

    columns: list[Column]
    rows: list[CellSpans]
    near: str


def group_tables(page: Skeleton) -> Iterator[GroupTable]:
    """Every table, or part of one below heads of its own, with two groups or more whose n is known."""
    for table in tables(page):
        near = _near(page, table.rows)
        for heads, rows in parts(page, table.rows):
            texts = [[page.text[a:b] for a, b in row[1:]] for row in heads]
            columns = [
                Column("marks") if _of_marks(page, cells, k, rows) else _column(page, cells)
                for k, cells in enumerate(zip(*(row[1:] for row in heads), strict=True), 1)
            ]
            sized = _sized(page, _joined(columns), rows)
            if sized:
                yield GroupTable(sized, rows, "\n".join([*near, *(cell for row in texts for cell in row)]))


def before_and_after(names: list[str]) -> bool:
    """Are these two columns the same people before and after? Beside these words they have the same name or none.

    >>> before_and_after(["Before", "After"]), before_and_after(["Massage before", "Control after"])
    (True, False)
    """
    kinds = [re.compile(rf"(?<!\w){either(words(kind))}(?!\w)") for kind in ("before", "after")]
    if len(names) != 2 or any(
        bool(kind.search(name)) != (at == k) for k, kind in enumerate(kinds) for at, name in enumerate(names)
    ):
        return False
    rest = {" ".join(kind.sub(" ", name).split()).casefold() for name, kind in zip(names, kinds, strict=True)}
    return len(rest) == 1


def name_of(page: Skeleton, start: int, text: str) -> str:
    """A stretch of the text with its numbers, as a name in a study file."""
    digits = iter(page.tokens[page.at(start) :])
    shown = "".join(next(digits).text if character == N else character for character in text)
    return " ".join(FORBIDDEN.sub(" ", shown).split())[:40].strip(" -/(=")


def parts(page: Skeleton, rows: list[CellSpans]) -> Iterator[tuple[list[CellSpans], list[CellSpans]]]:
    """Heads (one row, or two of one length) and the rows below them, as often as heads come again."""
    at = 0
    while at < len(rows):
        below = at + 1
        while below < len(rows) and _is_head(page, rows[below]):
            below += 1
        end = below
        while end < len(rows) and not _is_head(page, rows[end]):
            end += 1
        heads = rows[at:below]
        if below - at <= 2 and len({len(row) for row in heads}) == 1 and below < end:
            yield heads, rows[below:end]
        at = end


def _is_head(page: Skeleton, row: CellSpans) -> bool:
    texts = [page.text[a:b].strip() for a, b in row[1:]]
    return sum(any(c.isalpha() for c in text) for text in texts) > 1 and not any(map(VALUES.fullmatch, texts))


def _near(page: Skeleton, rows: list[CellSpans]) -> list[str]:
    """The lines above and below a table that print anything, clipped."""
    end = rows[-1][-1][1]
    below = [line for line in page.text[end : end + BELOW * REACH].split("\n")[1:] if line.strip()][:BELOW]
    return [*(line[-CLIPPED:] for _, line in lines_above(page, rows)), *(line[:CLIPPED] for line in below)]


@cache
def _kinds() -> dict[str, re.Pattern[str]]:
    """A test's head in full; what follows more than one way (a mark of a note, say) is none of these."""
    names = {stat: either([*labels()[stat], *LETTERS.get(stat, ())]) for stat in ("t", "df", "p", "d", "g")}
    effect = r"(?:effect size\s*[(:,]?\s*)?"
    shapes = {
        "p": rf"{names['p']}(?:[\s-]*values?)?", "t": rf"{names['t']}(?:[\s-]*(?:value|test|hitung))?",
        "t df": rf"{names['t']}\s*[(,]\s*{names['df']}\s*\)?", "df": names["df"],
        "estimate": DIFFERENCE, "ci": CI, "estimate ci": rf"{DIFFERENCE}\s*[(,\[]\s*{CI}\s*[)\]]?",
        "d": rf"{effect}{names['d']}\)?", "g": rf"{effect}{names['g']}\)?",
    }  # fmt: skip
    return {kind: re.compile(shape) for kind, shape in shapes.items()}


def _column(page: Skeleton, cells: tuple[tuple[int, int], ...]) -> Column:
    """What a head says, of one row or of two."""
    start, text = cells[0][0], " ".join(page.text[a:b].strip() for a, b in cells).strip()
    found = [
        (page.at(a + m.start("n")), page.text[a + m.end() : b]) for a, b in cells for m in SIZE.finditer(page.text[a:b])
    ]
    sizes = [token for token, _ in found]
    if any(N in behind for _, behind in found):  # `n = 30/28`
        return Column("unclear")
    rest = SIZE.sub(" ", text).strip()
    bare = " ".join(SIDES.sub(" ", rest).split()).strip(" .:")
    kind = next((kind for kind, pattern in _kinds().items() if pattern.fullmatch(bare)), "")
    if kind and not sizes:
        levels = [token for a, b in cells for token in range(page.at(a), page.at(b))]
        return Column(kind, level=levels[0] if "ci" in kind and len(levels) == 1 else None)
    if re.fullmatch(rf"{either(words('everyone'))}(?:\s+{either([*words('persons'), *words('group_words')])})?", bare):
        return Column("all", n=sizes[0] if len(sizes) == 1 else None)
    return _group(page, start, rest, sizes)


def _of_marks(page: Skeleton, heads: tuple[tuple[int, int], ...], k: int, rows: list[CellSpans]) -> bool:
    """Has a column no head, and no number below (stars of significance, say)?"""
    below = (page.text[slice(*row[k])] for row in rows if k < len(row))
    return not any(page.text[a:b].strip() for a, b in heads) and not any(N in cell for cell in below)


def _group(page: Skeleton, start: int, rest: str, sizes: list[int]) -> Column:
    both = MEAN_SD.search(rest)
    mean, sd = (rf"(?<!\w){either(labels()[stat])}(?!\w)" for stat in ("mean", "sd"))
    printed = "" if both else "sd" if re.search(sd, rest) else "mean" if re.search(mean, rest) else ""
    name = re.sub(rf"{mean}|{sd}|[±()\[\],:;]|\s/\s", " ", rest)
    named = name_of(page, start, name) if N not in rest or rest.count(N) == name.count(N) else ""
    one = sizes[0] if len(sizes) == 1 else None
    return Column("sd" if printed == "sd" else "group", named, printed, one) if len(sizes) < 2 else Column("unclear")


def _joined(columns: list[Column]) -> list[Column]:
    """With each column of SDs below the group of the means before it."""
    found: list[Column] = []
    for column in columns:
        before = found[-1] if found else Column("")
        if column.kind == "sd" and (before.printed != "mean" or column.name not in ("", before.name)):
            column = Column("unclear")
        found.append(column)
    apart = [after.kind == "sd" for after in [*found, Column("")][1:]]
    return [
        Column("unclear") if column.printed == "mean" and not sd else column
        for column, sd in zip(found, apart, strict=True)
    ]


def _sized(page: Skeleton, columns: list[Column], rows: list[CellSpans]) -> list[Column]:
    """The columns with the n of every group; none where a column or an n is unclear."""
    groups = {k: column for k, column in enumerate(columns) if column.kind == "group"}
    names = [column.name for column in groups.values()]
    if len(groups) < 2 or len(set(names)) < len(names) or not all(names) or "unclear" in {c.kind for c in columns}:
        return []
    printed = {k: (column.name, column.n) for k, column in groups.items()}
    found = sizes(page, printed, rows, before_and_after(names))
    return [replace(column, n=found.get(k, column.n)) for k, column in enumerate(columns)] if found else []
