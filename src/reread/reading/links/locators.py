"""Which few words of the document point at one number, and at no other?

The shortest stretch of whole words around the number that stands at one place only, with a word that a person can look
for if there is one within WORDS. A number that no such stretch points at has none.

>>> from reread.documents import Document, Line
>>> from reread.documents.normalise import normalise
>>> line = Line(1, *normalise("t(28) = 2.20, p = .03 and t(30) = 2.20, p = .04"))
>>> pointing(Document("", "a.txt", "original", line.text, "", (line,)), (1, 8, 12))
'{2.20}, p = .03 and'
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product
from pathlib import Path

from reread.documents import Document
from reread.files.keyed import UNREADABLE
from reread.files.problem import Problem
from reread.reading.locators import locate

WORD = re.compile(r"\S+\s*")
NAMED = re.compile(r"[^\W\d_]{3}")
WORDS = 8  # of a locator, the number one of them
MOST = 9  # words and marks on either side


def pointing(document: Document, span: tuple[int, int, int]) -> str | None:
    """A locator of a number (line, start, end) that no other number of the document answers to."""
    return Pointer(document).at(span)


class Pointer:
    """Points at numbers of one document; its lines as one text, in which what stands once stands at one place."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.whole = "\n".join(line.text for line in document.lines)

    def at(self, span: tuple[int, int, int], behind: bool = False) -> str | None:
        """A locator of the number at a line's stretch, or None; with words behind it rather, if asked for."""
        number, start, end = span
        line = self.document.lines[number - 1].text
        if "{" in line or "}" in line:
            return None
        shortest = None
        for low, high in _stretches(line, start, end, behind):
            text = f"{line[low:start]}{{{line[start:end]}}}{line[end:high]}".strip()
            named = bool(NAMED.search(text))
            if UNREADABLE.search(text):  # which no study file can hold
                continue
            if (named or shortest is None) and self._points(text, span):
                if named:
                    return text
                shortest = text
        return shortest

    def _points(self, text: str, span: tuple[int, int, int]) -> bool:
        if self.whole.count(text.replace("{", "").replace("}", "")) != 1:
            return False
        try:
            found = locate(text, self.document, self.document.file, "")
        except Problem:
            return False
        return [(place.line.number, place.start, place.end) for place in found] == [span]


def _stretches(line: str, start: int, end: int, behind_first: bool) -> Iterator[tuple[int, int]]:
    """Whole words on both sides, the shortest first."""
    before = [match.start() for match in WORD.finditer(line, 0, start)][::-1]
    behind = [match.end() for match in WORD.finditer(line, end)]
    lows, highs = [start, *before[:MOST]], [end, *behind[:MOST]]
    sizes = product(range(len(lows)), range(len(highs)))
    for left, right in sorted(sizes, key=lambda size: (sum(size), size[0 if behind_first else 1])):
        if (left or right) and _words(line[lows[left] : highs[right]]) <= WORDS:
            yield lows[left], highs[right]


def _words(text: str) -> int:
    return sum(any(map(str.isalnum, word)) for word in text.split())


def name_of(path: Path) -> str:
    """A study's name made of a file's.

    >>> name_of(Path("Paper 2 (final).pdf")), name_of(Path("论文.pdf"))
    ('paper-2-final', 'paper')
    """
    return re.sub(r"[^a-z0-9]+", "-", path.stem.lower()).strip("-") or "paper"
