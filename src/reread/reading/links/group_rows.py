"""Which numbers of a row are a group's mean and SD, and which its test's statistic, df, p, difference, interval or d?

Every cell is read by the head of its column, and must print what that head says and nothing else: `5.2 ± 1.4`,
`5.2 (1.4)` where the words say mean and SD, one number, two ends. A row with another cell is not read, and a table
whose tests leave cells empty is read without its tests, as are neighbouring rows that print the same t, or p where no t
is printed: one test may span several rows.

>>> from reread.reading.links.group_tables import group_tables
>>> from reread.reading.typed import read_lines
>>> heads = "Outcome | Massage (n = 30) | Control (n = 28) | t | p"
>>> page, _ = read_lines([heads, "Pain | 5.2 ± 1.4 | 6.1 ± 1.6 | 2 | .03"])
>>> [(row.label, row.groups, row.test) for table in group_tables(page) for row in group_rows(page, table)]
[('Pain', {'Massage': (0, 2, 3), 'Control': (1, 4, 5)}, {'t': 6, 'p': 7})]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from fractions import Fraction

from reread.reading.grouped import MEAN_SD
from reread.reading.links.group_tables import GroupTable
from reread.reading.links.result import sure
from reread.reading.links.row_names import names_everybody
from reread.reading.skeleton import NUMBER as N
from reread.reading.skeleton import Skeleton
from reread.reading.tables import CellSpans
from reread.words.reading import either, labels, words

SD = rf"(?:{either(labels()['sd'])}\s*=?\s*)?"
PLUS_MINUS = re.compile(rf"\s*{N}\s*(?:±\s*{N}|\(\s*±\s*{N}\s*\))\s*")
BRACKETS = re.compile(rf"\s*{N}\s*[(\[]\s*{SD}{N}\s*[)\]]\s*")
ONE, EMPTY = re.compile(rf"\s*{N}\**\s*"), re.compile(r"[\s–—-]*")
TO = rf"\s*(?:[,;–-]|{either(words('through'))})\s*"
ENDS = rf"[(\[]?\s*{N}{TO}{N}\s*[)\]]?"
SHAPES = {
    "t df": re.compile(rf"\s*{N}\s*\(\s*{N}\s*\)\s*"), "ci": re.compile(rf"\s*{ENDS}\s*"),
    "estimate ci": re.compile(rf"\s*{N}\s*[,;]?\s*{ENDS}\s*"),
}  # fmt: skip
PARTS = {"t df": ("t", "df"), "ci": ("ci.low", "ci.high"), "estimate ci": ("estimate", "ci.low", "ci.high")}

NO_TEST = ("group", "sd", "all", "marks")
PrintedStatistics = tuple[tuple[str, Fraction], ...]
Tokens = tuple[int, int, int]  # of n, mean and SD


@dataclass(frozen=True)
class GroupRow:
    """The label of a row; n, mean and SD of each group, those of all of them together, and the parts of its test."""

    label: str
    groups: dict[str, Tokens]
    test: dict[str, int] = field(default_factory=dict)
    whole: Tokens | None = None


def group_rows(page: Skeleton, table: GroupTable) -> Iterator[GroupRow]:
    """Every row that prints the mean and SD of each group; with its test where all of these rows have their own."""
    kinds = [column.kind for column in table.columns if column.kind not in NO_TEST]
    parts = [part for kind in kinds for part in PARTS.get(kind, (kind,))]
    read: list[tuple[GroupRow, bool, PrintedStatistics]] = []
    for row in table.rows:
        groups = _groups(page, table, row)
        if groups:
            test, empty, printed = _test(page, table, row)
            whole = _whole(page, table, row, groups)
            read.append((GroupRow(page.text[slice(*row[0])].strip(), groups, test, whole), empty, printed))
    own = len(set(parts)) == len(parts) and not any(empty for _, empty, _ in read)
    for k, (found, _, printed) in enumerate(read):
        beside = [other for _, _, other in [*read[max(0, k - 1) : k], *read[k + 1 : k + 2]]]
        yield found if own and not (printed and printed in beside) else replace(found, test={})


def _groups(page: Skeleton, table: GroupTable, row: CellSpans) -> dict[str, Tokens]:
    """n, mean and SD of every group; none where one cell prints anything else."""
    columns = {k: column for k, column in enumerate(table.columns, 1) if column.kind == "group"}
    read = {column.name: _tokens(page, table, row, k) for k, column in columns.items() if column.n is not None}
    found = {name: tokens for name, tokens in read.items() if tokens}
    return found if len(found) == len(read) else {}


def _whole(page: Skeleton, table: GroupTable, row: CellSpans, groups: dict[str, Tokens]) -> Tokens | None:
    """n, mean and SD of everybody, where one column prints them and the groups make up its n."""
    of_all = [k for k, column in enumerate(table.columns, 1) if column.kind == "all" and column.n is not None]
    tokens = _tokens(page, table, row, of_all[0]) if len(of_all) == 1 else None
    together = sum(page.tokens[n].value for n, _, _ in groups.values())
    return tokens if tokens and page.tokens[tokens[0]].value == together else None


def _tokens(page: Skeleton, table: GroupTable, row: CellSpans, k: int) -> Tokens | None:
    column = table.columns[k - 1]
    cells = row[k : k + (2 if column.printed == "mean" else 1)]
    tokens = [token for a, b in cells for token in range(page.at(a), page.at(b))]
    texts = [page.text[a:b] for a, b in cells]
    said = f"{table.near} {page.text[slice(*row[0])]}"
    if len(tokens) != 2 or not _mean_and_sd(page, tokens, texts, said) or not names_everybody(page, row[0]):
        return None
    return (column.n, tokens[0], tokens[1]) if column.n is not None else None


def _mean_and_sd(page: Skeleton, tokens: list[int], texts: list[str], said: str) -> bool:
    stats = [page.stats[token] for token in tokens]
    typed = stats[0] in ("", "mean") and stats[1] in ("", "sd")
    if len(texts) == 2:
        shaped = all(ONE.fullmatch(text) and "*" not in text for text in texts)
    else:
        named = stats == ["mean", "sd"] or bool(MEAN_SD.search(said))
        shaped = bool(PLUS_MINUS.fullmatch(texts[0]) or (named and BRACKETS.fullmatch(texts[0])))
    printed = [page.tokens[token] for token in tokens]
    plain = all(token.comparator == "=" and "%" not in token.text for token in printed)
    return typed and shaped and plain and printed[1].value >= 0 and sure(page, tokens)


def _test(page: Skeleton, table: GroupTable, row: CellSpans) -> tuple[dict[str, int], bool, PrintedStatistics]:
    """The parts of the row's test; whether a cell of it is empty; and t, else p, as printed."""
    found: dict[str, int] = {}
    empty, clear = False, True
    for k, column in enumerate(table.columns, 1):
        if column.kind in NO_TEST:
            continue
        text = page.text[slice(*row[k])] if k < len(row) else ""
        empty = empty or bool(EMPTY.fullmatch(text))
        tokens = list(range(page.at(row[k][0]), page.at(row[k][1]))) if k < len(row) else []
        if not SHAPES.get(column.kind, ONE).fullmatch(text) or not _plain(page, column.kind, tokens):
            clear = False
            continue
        found |= dict(zip(PARTS.get(column.kind, (column.kind,)), tokens, strict=True))
        if column.level is not None and "ci" in column.kind:
            found["ci.level"] = column.level
    printed = [page.tokens[found[part]] for part in ("t", "p") if part in found][:1]
    return (found if clear else {}), empty, tuple((token.comparator, token.value) for token in printed)


def _plain(page: Skeleton, kind: str, tokens: list[int]) -> bool:
    """Printed plainly, and not typed as anything else; only p may have a comparator."""
    named = PARTS.get(kind, (kind,))
    allowed = [{"estimate": "md", "ci.low": "ci_low", "ci.high": "ci_high"}.get(part, part) for part in named]
    typed = all(page.stats[token] in ("", stat) for token, stat in zip(tokens, allowed, strict=True))
    printed = [page.tokens[token] for token in tokens]
    same = kind == "p" or all(token.comparator == "=" for token in printed)
    ends = printed[-2].value <= printed[-1].value if "ci" in kind else True
    return typed and same and ends and all("%" not in token.text for token in printed) and sure(page, tokens)
