"""How is a table laid out, so that no width cuts it or tears a number apart?

A notebook may bring any table. One whose longest words fit side by side on a phone stays a table there; of any other
each row becomes a card, and a first cell without a word is told there with the name of its column ("rose 14").
Spaces inside a number are tied, so that "2.3 × 10⁻⁶" stands on one line.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from reread.report.status import tone_of_cell

PHONE = 36  # characters of a wide face, spaces between columns included, that stand side by side at 320 px
TABLET = 60  # the same at 768 px; beyond it type and spaces are smaller
SHORT = 17  # characters that a cell without a word keeps on one line
TIES = (
    (re.compile(r"(?<=\d) ([×±]) (?=[\d−])"), "\N{NO-BREAK SPACE}\\1\N{NO-BREAK SPACE}"),
    (re.compile(r"(?<=[<>≤≥≈]) (?=[\d−.])"), "\N{NO-BREAK SPACE}"),
    (re.compile(r"(?<=\d) (?=%)"), "\N{NO-BREAK SPACE}"),
)


def tied(text: str) -> str:
    """A text whose numbers are not torn at the end of a line.

    >>> tied("1.20 ± 0.41, p < 0.05").split(" ")
    ['1.20\\xa0±\\xa00.41,', 'p', '<\\xa00.05']
    """
    for spaces, tie in TIES:
        text = spaces.sub(tie, text)
    return text


def cells(head: Sequence[str], rows: Sequence[Sequence[str]]) -> dict[str, Any]:
    """Head and rows of a table, each cell with its classes; and the classes of the table itself."""
    width = _width(head, rows)
    return {
        "head": list(head),
        "rows": [[{"text": tied(text), "kind": _kind(text), "bare": _bare(text)} for text in row] for row in rows],
        "kind": " ".join(name for name, most in (("cards", PHONE), ("dense", TABLET)) if width > most),
    }


def _kind(text: str) -> str:
    tone = tone_of_cell(text)
    names = (f"t-{tone}" if tone else "", "nil" if not text else "", "w" if _bare(text) and len(text) <= SHORT else "")
    return " ".join(name for name in names if name)


def _bare(text: str) -> bool:
    """Is it a number, or numbers, without a word?"""
    return bool(text) and not any(map(str.isalpha, text))


def _width(head: Sequence[str], rows: Sequence[Sequence[str]]) -> int:
    """Characters that the longest words of all columns take side by side, and the spaces between columns."""
    columns = zip(*(row for row in (head, *rows) if len(row) == len(head)), strict=True)
    return sum(max(_longest(text) for text in column) + 2 for column in columns)


def _longest(text: str) -> int:
    words = [text] if "w" in _kind(text).split() else re.split(r"[ \-–]", tied(text))
    return max(map(len, words))
