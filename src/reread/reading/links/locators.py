"""Which few words of the document point at one number, and at no other?

The shortest stretch of whole words around the number that stands at one place only; the whole line where nothing
shorter does. A number whose line is printed twice has none.

>>> from reread.documents import Document, Line
>>> from reread.documents.normalise import normalise
>>> line = Line(1, *normalise("t(28) = 2.20, p = .03 and t(30) = 2.20, p = .04"))
>>> pointing(Document("", "a.txt", "original", line.text, "", (line,)), (1, 8, 12))
't(28) = {2.20}'
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product
from pathlib import Path

from reread.documents import Document
from reread.files.problem import Problem
from reread.reading.locators import locate

WORD = re.compile(r"\S+\s*")
MOST = 6  # words on either side, before the whole line is tried


def pointing(document: Document, span: tuple[int, int, int]) -> str | None:
    """A locator of a number (line, start, end) that no other number of the document answers to."""
    number, start, end = span
    line = document.lines[number - 1].text
    if "{" in line or "}" in line:
        return None
    for low, high in _stretches(line, start, end):
        text = f"{line[low:start]}{{{line[start:end]}}}{line[end:high]}".strip()
        if _points(text, document, span):
            return text
    return None


def _stretches(line: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Whole words on both sides, the shortest first; then the line."""
    before = [match.start() for match in WORD.finditer(line, 0, start)][::-1]
    behind = [match.end() for match in WORD.finditer(line, end)]
    lows, highs = [start, *before[:MOST]], [end, *behind[:MOST]]
    sizes = sorted(product(range(len(lows)), range(len(highs))), key=lambda size: (sum(size), size[1]))
    for left, right in sizes:
        if left or right:
            yield lows[left], highs[right]
    yield 0, len(line)


def _points(text: str, document: Document, span: tuple[int, int, int]) -> bool:
    if sum(line.text.count(text.replace("{", "").replace("}", "")) for line in document.lines) != 1:
        return False
    try:
        found = locate(text, document, document.file, "")
    except Problem:
        return False
    return [(place.line.number, place.start, place.end) for place in found] == [span]


def name_of(path: Path) -> str:
    """A study's name made of a file's.

    >>> name_of(Path("Paper 2 (final).pdf")), name_of(Path("论文.pdf"))
    ('paper-2-final', 'paper')
    """
    return re.sub(r"[^a-z0-9]+", "-", path.stem.lower()).strip("-") or "paper"
