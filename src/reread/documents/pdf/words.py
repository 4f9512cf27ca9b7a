"""Which words stand where on a page of a PDF?

Characters come from the page's text layer with their boxes; a word ends at white space, another baseline or a gap.
Places are in points from the top left corner.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as pdfium

GAP = 0.25  # of a character's height: wider parts two words
DROPPED = "\0\ufffe\ufeff\u00ad"
LOST = "\ufffd"


@dataclass
class Word:
    """A word and its box; `size` is the height of its characters."""

    text: str
    left: float
    top: float
    right: float
    bottom: float

    @property
    def size(self) -> float:
        """The height of the box."""
        return self.bottom - self.top

    @property
    def middle(self) -> tuple[float, float]:
        """The centre of the box."""
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2


def words_of(page: Any) -> list[Word]:
    """The words of one page, in the order of the file."""
    text = page.get_textpage()
    height = page.get_height()
    found: list[Word] = []
    current: Word | None = None
    for k, character in _characters(text):
        if character.isspace() or character in DROPPED:
            current = None if character not in DROPPED[1:] else current
            continue
        left, low, right, high = text.get_charbox(k, loose=True)
        top, bottom = height - high, height - low
        if current and abs(bottom - current.bottom) < 0.3 * current.size and left - current.right < GAP * current.size:
            current.text += character
            current.right = max(right, current.right)
            current.top, current.bottom = min(top, current.top), max(bottom, current.bottom)
        else:
            current = Word(character, left, top, right, bottom)
            found.append(current)
    return [word for word in found if word.size > 0]


def _characters(text: Any) -> Iterator[tuple[int, str]]:
    """Every character with its number; of one that the library hands out in two halves, the first half's."""
    codes = [pdfium.FPDFText_GetUnicode(text, k) for k in range(text.count_chars())]
    for k, code in enumerate(codes):
        if 0xDC00 <= code < 0xE000 and k and 0xD800 <= codes[k - 1] < 0xDC00:
            continue
        behind = codes[k + 1] if k + 1 < len(codes) else 0
        if 0xD800 <= code < 0xDC00 and 0xDC00 <= behind < 0xE000:
            code = 0x10000 + ((code - 0xD800) << 10) + (behind - 0xDC00)
        yield k, chr(code) if not 0xD800 <= code < 0xE000 else LOST


def baselines(words: list[Word]) -> list[list[Word]]:
    """Words in lines from top to bottom, each line from left to right."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda w: (w.bottom, w.left)):
        if rows and abs(word.bottom - rows[-1][0].bottom) < 0.35 * max(word.size, rows[-1][0].size):
            rows[-1].append(word)
        else:
            rows.append([word])
    return [sorted(row, key=lambda w: w.left) for row in rows]
