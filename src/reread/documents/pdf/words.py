"""Which words stand where on a page of a PDF?

Characters come from the page's text layer with their ends, baselines and sizes; a word ends at white space, another
baseline or a gap on either side (some files draw every ± and = of a line behind all its other characters). Small
raised characters are written with ^ ("10^-5", "word^2"), as in the other formats; lowered ones stand as they are.
Places are in points from the left and downwards. A page that is set on its side is turned; other turned text (axes,
stamps) goes.
"""

from __future__ import annotations

import ctypes
import itertools
import math
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from statistics import median
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

GAP = 0.25  # of a character's height: wider parts two words
BACK = 0.6  # the same to the left of where the word ends
TOUCH = 0.1  # nearer words of one line are one
LEVEL = 0.12  # of the height: baselines no farther apart are one
LINE = 0.25  # the same for words of one line, whose fonts may differ
SMALL = 0.88  # of the height: raised and lowered characters are no larger
RAISED, LOWERED = 0.65, 0.4  # of the height: no farther from the baseline
BESIDE = 0.35  # of the height: a raised character is that near to its word
NOTHING = "\0\ufeff\u00ad"
HYPHENS = "\x02\ufffe"  # at the end of a line, as the library hands them out
LOST = "\ufffd"
SPACE, LETTERS = 0x20, 0x7E  # between them stand characters that need no second look


class Glyph(NamedTuple):
    """One character as the file draws it; blank for white space. `turn`: its direction in quarters of a circle."""

    text: str
    left: float
    right: float
    bottom: float
    size: float
    turn: int


BLANK = Glyph("", 0, 0, 0, 0, 0)


@dataclass
class Word:
    """A word: its ends, its baseline and the height of its characters."""

    text: str
    left: float
    right: float
    bottom: float
    size: float

    @property
    def middle(self) -> tuple[float, float]:
        """The centre of its characters."""
        return (self.left + self.right) / 2, self.bottom - 0.35 * self.size


def words_of(page: Any) -> list[Word]:
    """The words of one page, in the order of the file."""
    glyphs = list(_glyphs(page.get_textpage()))
    turns = Counter(glyph.turn for glyph in glyphs if glyph.text)
    turn = max(turns, key=lambda t: (turns[t], -t), default=0)
    found: list[Word] = []
    word, level = None, 0.0
    for glyph in glyphs:
        if not glyph.text or glyph.turn != turn:
            word = None
            continue
        if word is None or not _goes_on(word, glyph):
            word = Word(glyph.text, glyph.left, glyph.right, glyph.bottom, glyph.size)
            found.append(word)
        else:
            raised = word.bottom - glyph.bottom > LEVEL * word.size and abs(level - glyph.bottom) > LEVEL * glyph.size
            word.text += f"^{glyph.text}" if raised else glyph.text
            word.right = max(word.right, glyph.right)
        level = glyph.bottom
    return settled([word for word in found if word.size > 0])


def _goes_on(word: Word, glyph: Glyph) -> bool:
    """Is the character the word's next one: beside it, on its baseline, or small and a little above or below?"""
    gap, up = glyph.left - word.right, word.bottom - glyph.bottom
    if not -BACK * word.size < gap < GAP * word.size:
        return False
    if abs(up) <= LEVEL * max(word.size, glyph.size):
        return True
    return glyph.size < SMALL * word.size and -LOWERED * word.size < up < RAISED * word.size


def _glyphs(textpage: Any) -> Iterator[Glyph]:
    """Every character; one that the library hands out in two halves (beyond U+FFFF) at the first one's place."""
    raw = textpage.raw
    box, x, y, matrix = pdfium.FS_RECTF(), ctypes.c_double(), ctypes.c_double(), pdfium.FS_MATRIX()
    codes = [pdfium.FPDFText_GetUnicode(raw, k) for k in range(textpage.count_chars())]
    set_by, scale, turn = (0.0, 0.0, 0.0, 0.0), 0.0, 0
    for k, (code, behind) in enumerate(itertools.pairwise([*codes, 0])):
        text = chr(code)
        if code <= SPACE or code > LETTERS:
            if 0xDC00 <= code < 0xE000 and k and 0xD800 <= codes[k - 1] < 0xDC00:
                continue
            text = _text(code, behind)
            if text in HYPHENS:
                text = "-" if pdfium.FPDFText_IsHyphen(raw, k) == 1 else NOTHING[-1]
            if text in NOTHING[1:]:
                continue
            if text.isspace() or text == NOTHING[0]:
                yield BLANK
                continue
        pdfium.FPDFText_GetLooseCharBox(raw, k, box)
        pdfium.FPDFText_GetCharOrigin(raw, k, x, y)
        pdfium.FPDFText_GetMatrix(raw, k, matrix)
        if set_by != (matrix.a, matrix.b, matrix.c, matrix.d):
            set_by = (matrix.a, matrix.b, matrix.c, matrix.d)
            scale, turn = math.hypot(matrix.c, matrix.d), round(math.atan2(matrix.b, matrix.a) / (math.pi / 2)) % 4
        size = pdfium.FPDFText_GetFontSize(raw, k) * scale
        if turn == 0:
            yield Glyph(text, box.left, box.right, -y.value, size, turn)
        elif turn == 1:
            yield Glyph(text, box.bottom, box.top, x.value, size, turn)
        elif turn == 2:
            yield Glyph(text, -box.right, -box.left, y.value, size, turn)
        else:
            yield Glyph(text, -box.top, -box.bottom, -x.value, size, turn)


def _text(code: int, behind: int) -> str:
    if 0xD800 <= code < 0xDC00 and 0xDC00 <= behind < 0xE000:
        return chr(0x10000 + ((code - 0xD800) << 10) + (behind - 0xDC00))
    return LOST if 0xD800 <= code < 0xE000 else chr(code)


def settled(words: list[Word]) -> list[Word]:
    """The words, raised and lowered ones on the baseline of the word that they stand beside."""
    order = sorted(words, key=lambda word: word.bottom)
    levels = [word.bottom for word in order]
    usual = median(word.size for word in words) if words else 0.0
    for k, word in enumerate(words):
        near = words[max(0, k - 2) : k + 3]  # in the order of the file it nearly always stands beside its word
        if word.size < SMALL * usual:
            low, high = word.bottom - 2 * word.size, word.bottom + 2 * word.size
            near = order[bisect_left(levels, low) : bisect_right(levels, high)]
        host = next((other for other in near if _beside(word, other)), None)
        if host is not None:
            raised = host.bottom - word.bottom > LEVEL * host.size
            word.text, word.bottom, word.size = (f"^{word.text}" if raised else word.text), host.bottom, host.size
    return words


def _beside(word: Word, host: Word) -> bool:
    """Is a small word raised or lowered behind another, or raised before it?"""
    up = host.bottom - word.bottom
    if word.size >= SMALL * host.size or not LEVEL * host.size < abs(up) or not -LOWERED < up / host.size < RAISED:
        return False
    behind, before = word.left - host.right, host.left - word.right
    return -BACK < behind / host.size < BESIDE or (up > 0 and 0 <= before / host.size < BESIDE)


def baselines(words: list[Word]) -> list[list[Word]]:
    """Words in lines from top to bottom, each line from left to right."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda w: (w.bottom, w.left)):
        if rows and abs(word.bottom - rows[-1][0].bottom) < LINE * max(word.size, rows[-1][0].size):
            rows[-1].append(word)
        else:
            rows.append([word])
    return [sorted(row, key=lambda w: w.left) for row in rows]


def said(row: list[Word]) -> str:
    """The words of a line as text; those that touch are one."""
    text = row[0].text if row else ""
    for before, word in itertools.pairwise(row):
        text += word.text if word.left - before.right < TOUCH * max(before.size, word.size) else f" {word.text}"
    return text
