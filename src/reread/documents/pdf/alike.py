"""Which rows of tables does a second, independent reader of PDFs read alike?

The second one is pdf-inspector, which finds tables with a program of its own; where it is not installed, or cannot read
the file, no row is read alike. Rows are compared by their cells that hold a digit, in their order, without spaces and
marks of raised text; heads, which it may leave in several rows, by their numbers. A row in which a bracket, a sign or a
comma is left open is not whole, and so is none that one like that follows.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from reread.files.forked import apart
from reread.files.problem import Problem

Key = tuple[str, ...]
Table = list[Key]  # the rows of a table that the second reader found
BETWEEN = re.compile(r"(?<!\\)\|")
RULE = re.compile(r"[|\s:-]+")
NOT_PRINTED = re.compile(r"\*\*|<[a-z/]+>|[\s_^\\*·'’′]")
DASHES = re.compile(r"[‐-―−˗]")
DIGIT, NUMBER = re.compile(r"\d"), re.compile(r"\d+(?:[.,]\d+)*")
OPEN_END = re.compile(r"[±=<>≤≥,;/×]$")


def second_reading(path: Path) -> Mapping[int, list[Table]]:
    """The tables that the second reader finds, by page (from 1); none where it cannot read."""
    try:
        return apart(str(path), lambda: _read(path))
    except Problem:  # it met a limit: nothing is read alike
        return {}


def _read(path: Path) -> dict[int, list[Table]]:
    try:
        import pdf_inspector

        pages = pdf_inspector.extract_pages_markdown(str(path)).pages
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException:  # not installed, or a panic of its Rust, which is no Exception
        return {}
    return {page.page + 1: list(_tables(page.markdown)) for page in pages}


def _tables(markdown: str) -> Iterator[Table]:
    rows: Table = []
    for line in [*markdown.split("\n"), ""]:
        if line.lstrip().startswith("|"):
            rows += [] if RULE.fullmatch(line) else [key_of(BETWEEN.split(line.strip().strip("|")))]
        elif rows:
            yield rows
            rows = []


def key_of(cells: Sequence[str]) -> Key:
    """What a row is compared by.

    >>> key_of(["Age", "", "5.1 ± 1.0", "10^−3"]) == key_of(["**Age**", "5.1 ± 1.0", "10⁻³"]) == ("5.1±1.0", "10-3")
    True
    """
    plain = (DASHES.sub("-", unicodedata.normalize("NFKC", cell)) for cell in cells)
    return tuple(NOT_PRINTED.sub("", cell) for cell in plain if DIGIT.search(cell))


def read_once(table: Sequence[Sequence[str]], others: list[Table]) -> list[bool]:
    """Of each row of a table: has it numbers that the second reader did not read alike?

    >>> read_once([["", "A (n = 5)"], ["Age", "4.0"], ["SD", "1.1"]], [[("A(n=",), ("5)",), ("4.0",)]])
    [False, False, True]
    >>> read_once([["Age", "4.0"], ["Range", "1.1 (0.2"]], [[("4.0",), ("1.1(0.2",)]])
    [True, True]
    """
    keys = [key_of(row) for row in table]
    torn = [any(_torn(cell) for cell in row) for row in table]
    same = max(others, key=lambda other: (Counter(keys) & Counter(other)).total(), default=Table())
    there = Counter(same)
    once = []
    for key in keys:
        once.append(bool(key) and there[key] < 1)
        there[key] -= not once[-1]
    body = next((k for k, key in enumerate(keys) if key and not once[k]), 0)
    heads, their_heads = keys[:body], same[: same.index(keys[body])] if body else []
    if _numbers(heads) == _numbers(their_heads):
        once[:body] = [False] * body
    return [one or (bool(key) and any(torn[k : k + 2])) for k, (one, key) in enumerate(zip(once, keys, strict=True))]


def _numbers(rows: Sequence[Key]) -> Counter[str]:
    return Counter(number for row in rows for cell in row for number in NUMBER.findall(cell))


def _torn(cell: str) -> bool:
    """Does a cell end, or begin, within what belongs together?"""
    text = cell.strip()
    return any(text.count(a) != text.count(b) for a, b in ("()", "[]")) or bool(OPEN_END.search(text) and text[1:])
