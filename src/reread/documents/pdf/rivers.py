"""Where does white run down through the lines of a table?

A river parts columns where it runs through all lines that have several pieces; a few of them, and the heads, may run
over it. Between the numbers of one column only words may run over it: the names of what the next lines compare.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from statistics import median

from reread.documents.pdf.rules import Rule
from reread.documents.pdf.words import Word, said

RIVER = 0.55  # of a character's height: a gap that runs through all lines
LETTERS = 1.25  # letters: at least as wide is a river in a font whose blanks are wide
SPANNING = 0.12  # of the lines with several pieces may run over a river
HEADS = 6  # lines of heads at most
WIDE = 0.8  # of a table's width (or height): a line drawn as far parts its rows (or columns)
PAIRS = 0.5  # of a column's lines with numbers have two, where these are two columns
DIGIT = re.compile(r"\d")
PdfRow = list[Word]


def letter(word: Word) -> float:
    """The mean width of the word's letters."""
    return (word.right - word.left) / max(1, len(word.text.replace("^", "")))


def river_width(rows: Sequence[PdfRow]) -> float:
    """The least width of a river between the columns of these lines."""
    words = [word for row in rows for word in row]
    return max(RIVER * median(word.size for word in words), LETTERS * median(map(letter, words)))


def pieces_of(row: PdfRow, least: float) -> list[PdfRow]:
    """A line in pieces, parted where the white is as wide as a river."""
    found = [[row[0]]]
    edge = row[0].right
    for word in row[1:]:
        if word.left - edge > least:
            found.append([word])
        else:
            found[-1].append(word)
        edge = max(edge, word.right)
    return found


def rivers(rows: Sequence[PdfRow], spanning: float = SPANNING, heads: int = 0) -> list[tuple[float, float]]:
    """White stripes through all lines with several pieces, from left to right; a few of them may run over one.

    The first lines, as far as they are known to be heads, may all run over it.
    """
    least = river_width(rows)
    parted = [pieces_of(row, least) for row in rows[heads:]]
    several = [[(piece[0].left, max(w.right for w in piece)) for piece in line] for line in parted if len(line) > 1]
    if not several:
        return []
    may = int(spanning * len(several))
    found = []
    for a, b in _thin([span for line in several for span in line], may):
        over = [(p, q) for line in several for p, q in line if p <= a and q >= b]
        for p, q in (span for line in several for span in line if span not in over):
            a, b = (max(a, q) if p <= a < q < b else a), (min(b, p) if a < p < b <= q else b)
        if b - a > least and len(over) <= may:
            found.append(_beside(a, b, [piece for row in rows[:heads] for piece in pieces_of(row, least)], least))
    return found


def _beside(a: float, b: float, heads: Sequence[PdfRow], least: float) -> tuple[float, float]:
    """A river between its heads, too, where they leave room for it."""
    spans = [(piece[0].left, max(word.right for word in piece)) for piece in heads]
    low = max([a, *(q for p, q in spans if p <= a < q < b)])
    high = min([b, *(p for p, q in spans if a < p < b <= q)])
    return (low, high) if high - low > least / 2 else (a, b)


def _thin(spans: list[tuple[float, float]], may: int) -> list[tuple[float, float]]:
    """Stretches between the first and the last span that no more than `may` of them cover."""
    events = sorted([(a, 1) for a, _ in spans] + [(b, -1) for _, b in spans])
    found: list[tuple[float, float]] = []
    depth, since = 0, None
    for at, change in events:
        depth += change
        if depth <= may and since is None and change < 0:
            since = at
        elif depth > may and since is not None:
            found.append((since, at))
            since = None
    return found


def heads_of(rows: Sequence[PdfRow], across: Sequence[Rule], left: float, right: float) -> int:
    """How many lines stand above the first rule within a table; 0 where there is none, or more than heads have."""
    levels = [rule.at for rule in across if along(rule, left, right) > WIDE]
    for k, row in enumerate(rows[1 : HEADS + 1], 1):
        if any(rows[k - 1][0].bottom - 1 < at < row[0].bottom - 0.3 * row[0].size for at in levels):
            return k
    return 0


def through(rows: Sequence[PdfRow], heads: int) -> list[tuple[float, float]]:
    """The rivers below the heads; where no rule tells these, one or two lines are taken for them if that parts more."""
    if heads and len(rows) > heads + 1:
        return rivers(rows, heads=heads)
    found = rivers(rows)
    for k in (1, 2):
        more = rivers(rows, heads=k) if len(rows) > k + 2 else []
        found = more if len(more) > len(found) else found
    return found


def between_numbers(rows: Sequence[PdfRow], bounds: list[float]) -> list[float]:
    """Rivers between the numbers of one column, over which only words run: the names of what the next lines compare."""
    least = river_width(rows)
    found = []
    for low, high in itertools.pairwise([float("-inf"), *bounds, float("inf")]):
        lines = []
        for row in rows:
            inside = [word for word in row if low < word.middle[0] < high]
            pieces = pieces_of(inside, least) if inside else []
            lines.append([(p[0].left, max(w.right for w in p)) for p in pieces if DIGIT.search(said(p))])
        several = [line for line in lines if len(line) > 1]
        for a, b in _thin([span for line in several for span in line], 0):
            over = sum(p < b and q > a for line in lines for p, q in line)
            if b - a > least and len(several) >= max(3, PAIRS * sum(map(bool, lines))) and not over:
                found.append((a + b) / 2)
    return found


def along(rule: Rule, start: float, end: float) -> float:
    """Which part of a stretch a line runs along."""
    return max(0.0, min(rule.end, end) - max(rule.start, start)) / max(end - start, 1)
