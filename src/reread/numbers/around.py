r"""What do the characters around a stretch of a line say: that one value is printed there, and that it ends there?

After a sign of comparison or a word for p one value is printed, between brackets and in a table's cell without words
numbers only. A value has ended before punctuation that closes it, before its interval and at the end of a cell; before
a word it may be a sentence that has ended.

>>> line = "t(38) = 4. 02, p"
>>> value_before(line, 8), ended(line, 13), value_before(line, 2), ended("n = 20. 30 women", 10)
(True, True, False, False)
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from reread.words.reading import either, labels, words

NEAR = 60  # characters that are looked at on either side
SIGN = r"(?:[-+]\s?)?"
VALUE = re.compile(rf"[=<>≤≥≈~±]\s{{0,2}}{SIGN}$")
P_SAID = re.compile(rf"(?<!\w){either(labels()['p'])}s?(?!\w)[^\d.;|]{{0,25}}$")
COUNTED = re.compile(rf"(?<!\w){either([*labels()['n'], *labels()['count'], 'df'])}\s?[=:]?\s?$")
OPENED = re.compile(rf"[(\[]\s?{SIGN}$")
TO = rf"\s*(?:-|{either(words('through'))})\s*-?"
DECIMAL = r"(?:\d+(?:[.·] ?| [.·] ?)\d|[.]\d)"
ENDED = re.compile(
    rf"\s*(?:[,;)\]|*]|\.(?:\s|,|$)|%\s*(?:[,;)\]|]|\.(?:\s|$)|$)|$|±|\[)|{TO}{DECIMAL}"
    rf"|\s*\(\s*(?:±|{either(labels()['sd'])}|{either(labels()['se'])}|(?:\d+\s?%?\s?)?{either(words('intervals'))})"
)
SHUT = re.compile(rf"\s*(?:%\s*)?[,;)\]±]|{TO}{DECIMAL}")
NAMES = [*words("intervals"), *(name for names in labels().values() for name in names)]
NAMED = re.compile(rf"(?<!\w){either(name for name in NAMES if sum(map(str.isalpha, name)) > 1)}\s?$")
PLAIN_CELL = re.compile(rf"(?:[^\w|]|\d|{either([*words('through'), *words('intervals')])})*")
FIRST_OF_LINE = re.compile(r"[\s*#•-]*")


@dataclass(frozen=True)
class Stretch:
    """A stretch of a line: how it is written in one piece, if otherwise; what is unsure; can it be read at all?"""

    start: int
    end: int
    written: str | None = None
    unsure: str = ""
    readable: bool = True


def value_before(line: str, start: int) -> bool:
    """Does a sign of comparison stand before a number?"""
    return bool(VALUE.search(line, max(0, start - NEAR), start))


def p_before(line: str, start: int) -> bool:
    """Is a number said to be p?"""
    return bool(P_SAID.search(line, max(0, start - NEAR), start))


def name_before(line: str, start: int) -> bool:
    """Does the name of a statistic or an interval stand right before it (of two letters at least)?"""
    return bool(NAMED.search(line, max(0, start - NEAR), start))


def count_before(line: str, start: int) -> bool:
    """Is a number said to be a count, which has no decimals?"""
    return bool(COUNTED.search(line, max(0, start - NEAR), start))


def bracketed(line: str, start: int, end: int) -> bool:
    """Does it stand behind an opening bracket, and end?"""
    return bool(OPENED.search(line, max(0, start - NEAR), start) and SHUT.match(line, end))


def ended(line: str, end: int) -> bool:
    """Is the number said to have ended here?"""
    return bool(ENDED.match(line, end))


def begins_line(line: str, start: int) -> bool:
    """Does nothing but the mark of a list stand before it?"""
    return bool(FIRST_OF_LINE.fullmatch(line, 0, start))


def in_cell(line: str, start: int, alone: bool = False) -> bool:
    """Does it stand in a cell without words, behind the row's label? `alone`: the line is one number, nothing else."""
    low, high = line.rfind("|", max(0, start - NEAR), start) + 1, line.find("|", start, start + NEAR)
    end = len(line) if high < 0 else high
    return (low > 0 or alone) and end <= start + NEAR and bool(PLAIN_CELL.fullmatch(line, low, end))
