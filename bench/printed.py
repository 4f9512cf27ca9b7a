"""What does a real paper print that could be checked: tests, n (%), means with SDs, ratios with intervals?

Counted by plain patterns that know nothing of the reader, so that what it does not see is counted, too. `n (%)`: cells
whose percentage is that of their count among a number that the table, its caption or its notes print, or that its rows
or blocks add up to, where this number fits half of the cells around it.

>>> [each.kind for each in printed(from_text("F(1, 20) = 4.5, p = .05; HR 0.73 (95% CI 0.56-0.95)"))]
['tests', 'ratios with CI']
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import groupby

from reread.documents import Document, Line

KINDS = ("tests", "n (%)", "mean and SD", "ratios with CI")
OF_ANY = "k (p), any"  # cells of this form, whether or not it can be found of how many they are
NUMBER = r"-?\d*[.·,]?\d+"
TEST = re.compile(
    rf"(?<![\w^])(?:[tFrzZ]|[χΧ]\s?\^?2|X\^?2)\s*\(\s*[\d.,;\s=NndfDF]+\)\s*[=<>]\s*(?P<value>{NUMBER})\s*[,;]?\s*[pP]\s*[<>=]"
)
RATIO_WORDS = r"\b(?:a?OR|c?OR|a?HR|a?RR|IRR|(?i:(?:odds|hazards?|risk|rate|prevalence)[ -]ratio|relative risk))s?\b"
RATIO = re.compile(RATIO_WORDS)
IN_PROSE = re.compile(
    rf"{RATIO_WORDS}[^|.;]{{0,40}}?(?<![\d.])(?P<value>\d+[.·]\d+)[^|\d]{{0,12}}(?:95\s?%[^|\d]{{0,25}})?"
    r"\d+[.·]\d+\s*(?:to|-|,|;)\s*\d+[.·]\d+"
)
ESTIMATE = re.compile(r"^\D{0,2}(?P<value>\d+[.·]?\d*)\D{1,6}\d+[.·]?\d*\s*(?:to|-|,|;)\s*\d+[.·]?\d*\D{0,4}$")
INTERVAL = re.compile(r"^\D{0,2}\d+[.·]\d+\s*(?:to|-|,|;)\s*\d+[.·]\d+\D{0,4}$")
ALONE = re.compile(r"^\D{0,2}(?P<value>\d+[.·]?\d*)\D{0,4}$")
CI = re.compile(r"\b(?:CI|C\.I\.)|confidence interval")
COUNT = re.compile(r"^\s*(?P<count>\d[\d,]*)\s*[(\[]\s*(?P<value>\d{1,3}(?:[.,·]\d+)?)\s*%?\s*[)\]]\s*\W{0,2}[a-z]?$")
WHOLE = re.compile(r"^\s*(?P<count>\d[\d,]*)\s*[a-z*]?$")
SHARE = re.compile(r"^\s*(?P<value>\d{1,3}(?:[.,·]\d+)?)\s*%?\s*[a-z*]?$")
PERCENT = re.compile(r"%|(?i:per ?cent|proportion)")
OF_COUNTS = re.compile(r"(?i)(?:^|.*\s)(?:n|no\.?|number|count|frequency|f)\W*$")
OF_SHARES = re.compile(r"(?i)(?:^|.*\s)(?:%|percent\w*|per cent)\W*\w?$")
NO_COUNT = re.compile(r"(?i)\b(?:mean|median|SD|SE|IQR|range|CI|interval|min|max|ratio|years?)\b|±")
SPREAD = re.compile(r"^\D{0,3}(?P<value>-?\d+[.·]?\d*)\s*±\s*\d+[.·]?\d*")
MEAN_SD = re.compile(r"(?i)\bM(?:ean)?\b[^|]{0,20}\bS\.?D\b")
SAID = re.compile(r"\bM\s*=\s*(?P<value>-?\d*[.·]?\d+)[^|.;]{0,20}?,\s*SD\s*=\s*\d*[.·]?\d+")
SIZE = re.compile(r"(?<!\w)[nN]\s*=\s*\d|(?<!\w)[nN]\s*\(\s*\d")
NEAR = 4  # lines of the caption above a table, and of its notes below


@dataclass(frozen=True)
class Printed:
    """One thing that a paper prints: its kind and the raw place of the number by which it is known."""

    kind: str
    start: int
    end: int


@dataclass(frozen=True)
class Cell:
    """The text of a cell, its line, and where it begins in the line."""

    text: str
    line: Line
    at: int

    def place(self, match: re.Match[str], name: str = "value") -> tuple[int, int]:
        """The raw place of a group."""
        return self.line.raw_span(self.at + match.start(name), self.at + match.end(name))


def printed(document: Document) -> Iterator[Printed]:
    """All that a document prints of these kinds, each once."""
    for line in document.lines:
        cell = Cell(line.text, line, 0)
        for kind, pattern in (("tests", TEST), ("ratios with CI", IN_PROSE), ("mean and SD", SAID)):
            if " | " not in line.text or kind == "tests":
                yield from (Printed(kind, *cell.place(match)) for match in pattern.finditer(line.text))
    for rows, around in tables(document.lines):
        yield from _of_counts(rows, around)
        yield from _of_means(rows, around)
        yield from _of_ratios(rows, around)


def tables(lines: Sequence[Line]) -> Iterator[tuple[list[list[Cell]], str]]:
    """The rows of each table, and the lines around it."""
    at = 0
    for row, group in groupby(lines, lambda line: " | " in line.text):
        block = list(group)
        if row and len(block) > 1:
            above = " ".join(line.text for line in lines[max(0, at - NEAR) : at])
            below = " ".join(line.text[:400] for line in lines[at + len(block) : at + len(block) + NEAR])
            yield [_cells(line) for line in block], f"{above} {below}"
        at += len(block)


def _cells(line: Line) -> list[Cell]:
    found, at = [], 0
    for text in line.text.split("|"):
        found.append(Cell(text, line, at))
        at += len(text) + 1
    return found


def _number(text: str) -> Fraction:
    return Fraction(text.replace("·", ".").replace(",", ""))


def _head(rows: list[list[Cell]], column: int) -> str:
    return " ".join(row[column].text for row in rows[:2] if column < len(row))


@dataclass(frozen=True)
class _Counted:
    row: int
    column: int
    count: Fraction
    share: Fraction
    unit: Fraction
    place: tuple[int, int]

    def of(self, base: Fraction) -> bool:
        return base > 0 and abs(100 * self.count / base - self.share) <= self.unit / 2


def _of_counts(rows: list[list[Cell]], around: str) -> Iterator[Printed]:
    """Counts with their percentages, where the number that they are of can be found."""
    found = [cell for k, row in enumerate(rows) for cell in _counted(rows, k, row, around)]
    said = {_number(text) for text in re.findall(r"(?<![\d.,])\d[\d,]*\d(?![\d.]|,\d)", around)}
    for cell in found:
        yield Printed(OF_ANY, *cell.place)
        column = [other for other in found if other.column == cell.column]
        block = _block(column, cell, rows)
        row = [other for other in found if other.row == cell.row]
        above = " ".join(row[cell.column].text for row in rows[: max(3, cell.row)] if cell.column < len(row))
        printed_there = {_number(text) for text in re.findall(r"(?<![\d.,·])\d[\d,]*(?![\d.·]|,\d)", above)}
        beside = " ".join(other.text for other in rows[cell.row])
        of_row = {_number(text) for text in re.findall(r"(?<![\d.,·])\d[\d,]*(?![\d.·]|,\d)", beside)}
        sums = {sum((each.count for each in group), Fraction(0)) for group in (block, row, column) if len(group) > 1}
        bases = [(base, column) for base in said | printed_there | sums]
        bases += [(base, block) for base in printed_there | sums] + [(base, row) for base in of_row | sums]
        if any(
            cell.of(b) and len(g) > 1 and 2 * sum(o.of(b) for o in g) >= len(g) and b >= cell.count for b, g in bases
        ):
            yield Printed("n (%)", *cell.place)


def _block(column: list[_Counted], cell: _Counted, rows: list[list[Cell]]) -> list[_Counted]:
    """The cells of a column without a gap to this one."""
    have = {each.row: each for each in column}
    low = high = cell.row
    while low - 1 in have:
        low -= 1
    while high + 1 in have:
        high += 1
    return [have[row] for row in range(low, high + 1)]


def _counted(rows: list[list[Cell]], k: int, row: list[Cell], around: str) -> Iterator[_Counted]:
    label = " ".join(cell.text for cell in row[:2])
    section = next((above[0].text for above in rows[k:0:-1] if not any(c.text.strip() for c in above[1:])), "")
    for column in range(1, len(row)):
        head = _head(rows, column)
        both = COUNT.match(row[column].text)
        if both and not NO_COUNT.search(f"{label} {head}"):
            signed = PERCENT.search(f"{row[column].text} {label} {section} {head} {around}")
            if signed:
                yield _cell(k, column, row[column], both, row[column], both)
        if column + 1 < len(row) and OF_COUNTS.match(head.strip()) and OF_SHARES.match(_head(rows, column + 1).strip()):
            count, share = WHOLE.match(row[column].text), SHARE.match(row[column + 1].text)
            if count and share:
                yield _cell(k, column, row[column], count, row[column + 1], share)


def _cell(k: int, column: int, one: Cell, count: re.Match[str], other: Cell, share: re.Match[str]) -> _Counted:
    text = share["value"].replace("·", ".").replace(",", ".")
    unit = Fraction(1, 10 ** len(text.partition(".")[2]))
    return _Counted(k, column, _number(count["count"]), Fraction(text), unit, other.place(share))


def _of_means(rows: list[list[Cell]], around: str) -> Iterator[Printed]:
    """Means with SDs in tables that print n."""
    if not SIZE.search(" ".join(cell.text for row in rows[:3] for cell in row) + around):
        return
    for row in rows:
        for column, cell in enumerate(row[1:], 1):
            named = MEAN_SD.search(f"{row[0].text} {_head(rows, column)} {around}")
            match = SPREAD.match(cell.text) or (
                named and re.match(r"^\s*(?P<value>-?\d+[.·]\d+)\s*\(\d+[.·]\d+\)\s*$", cell.text)
            )
            if match:
                yield Printed("mean and SD", *cell.place(match))


def _of_ratios(rows: list[list[Cell]], around: str) -> Iterator[Printed]:
    """Ratios with their interval in one cell, or in neighbouring ones."""
    for row in rows[1:]:
        for column, cell in enumerate(row[1:], 1):
            head, behind = _head(rows, column), _head(rows, column + 1)
            both = (
                ESTIMATE.match(cell.text)
                if RATIO.search(f"{head} {around[:400]}") and CI.search(f"{head} {around}")
                else None
            )
            if both is None and column + 1 < len(row) and RATIO.search(head) and CI.search(behind):
                both = ALONE.match(cell.text) if INTERVAL.match(row[column + 1].text) else None
            if both:
                yield Printed("ratios with CI", *cell.place(both))
