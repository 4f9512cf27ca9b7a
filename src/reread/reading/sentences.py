"""Where do the sentences of a text begin and end, and which words belong to a table?

A line that stops in the middle of a sentence goes on in the next. A row of a table is by itself. References, titles,
lines that come again and again (running headers) and sections that report no methods are `apart`.

>>> text = "Groups differed (cf. Table 2).\\nThe test was\\nexact."
>>> [text[each.start : each.end] for each in sentences(text)]
['Groups differed (cf. Table 2).', 'The test was\\nexact.']
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from reread.reading.not_statistics import reference_list
from reread.reading.skeleton import NUMBER as N
from reread.words.reading import either, words

STOP = re.compile(rf"(?<=[.!?])[)\]”\"]*\s+(?=[\"“(\[]*[^\W\d_a-z]|{N})")
ABBREVIATED = re.compile(r"(?:\b(?:e\.g|i\.e|cf|vs|al|approx|ca|resp|Fig|Eq|No|St|Dr|Prof|dll|dkk|tsb)|\b[A-Z])\.$")
OPEN = re.compile(r"[^.!?:;|”\")\]]\s*$")  # a line whose sentence goes on in the next
CAPTION = re.compile(r"(?i)^\W*(?:table|tabel)\b")
NOTE = re.compile(rf"(?i)^\W*(?:{either(words('notes'))}\b|[*†‡§¶#]|[a-e]\s)")
ENTRY = re.compile(
    rf"^\W*(?:\[?{N}[.\])]?\s+)?[^\W\d_a-z][\w'’-]+,?\s+(?:[^\W\d_a-z]\.?[\s-]*){{1,3}}[,(&;].{{0,200}}?{N}"
)
ENDS = re.compile(r"[.!?;:,…)\]”\"]\s*$")
HEADING, ROUND, BELOW = 14, 3, 2  # words of a heading; lines above and below a table that may belong to it


@dataclass(frozen=True)
class Sentence:
    """A sentence, or a row of a table. `apart`: it says nothing of the document's own results."""

    start: int
    end: int
    row: bool = False
    apart: bool = False


@lru_cache(maxsize=4)
def sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences and rows of a text, in their order."""
    first, last = reference_list(text)
    lines, at, found = text.split("\n"), 0, list[Sentence]()
    often = Counter(line.strip() for line in lines if "|" not in line)
    going, aside = False, False
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        start, at = at, at + len(line) + 1
        if not line.strip():
            going = False
            continue
        if "|" in line:
            found.append(Sentence(start, start + len(line), row=True, apart=first <= start < last))
            going = False
            continue
        heading = not going and _heading(line, following)
        if heading:
            aside = bool(_aside().match(line))
        apart = first <= start < last or heading or aside or bool(ENTRY.match(line)) or often[line.strip()] > ROUND
        for k, (a, b) in enumerate(split(line)):
            if k == 0 and going and found and not found[-1].row and found[-1].apart == apart:
                found[-1] = Sentence(found[-1].start, start + b, apart=apart)
            else:
                found.append(Sentence(start + a, start + b, apart=apart))
        going = not heading and bool(OPEN.search(line))
    return tuple(found)


def split(line: str) -> Iterator[tuple[int, int]]:
    """Where the sentences of a line begin and end."""
    start = 0
    for match in STOP.finditer(line):
        if not ABBREVIATED.search(line[start : match.start()].rstrip(')]”"')):
            yield start, match.end()
            start = match.end()
    yield start, len(line)


def _heading(line: str, following: str) -> bool:
    """Is it a title or a heading? A caption is none, nor a line whose sentence goes on in the next."""
    text = line.strip()
    if text.startswith("#"):
        return True
    goes_on = following.strip()[:1].islower() or following.strip()[:1] == N
    short = len(text.split()) <= HEADING and not text[:1].islower() and not goes_on
    return short and not ENDS.search(text) and not CAPTION.match(text) and not NOTE.match(text)


@cache
def _aside() -> re.Pattern[str]:
    return re.compile(rf"^[#*\s]*(?:{N}[.\s]*)?{either(words('sections_apart'))}[*:\s]*$")


def at(spans: Sequence[Sentence], place: int) -> int:
    """Which sentence stands at a place of the text."""
    return max(0, bisect_right(spans, place, key=lambda each: each.start) - 1)


@lru_cache(maxsize=64)
def table_with_words(text: str, row: int) -> tuple[int, int]:
    """Where the table of a row begins and ends in the text, with its caption and notes."""
    spans = sentences(text)
    first = last = row
    while first and spans[first - 1].row and "\n\n" not in text[spans[first - 1].end : spans[first].start]:
        first -= 1
    while last + 1 < len(spans) and spans[last + 1].row and "\n\n" not in text[spans[last].end : spans[last + 1].start]:
        last += 1
    begin, end = spans[first].start, spans[last].end
    for line_start, line in _lines_above(text, begin):
        if CAPTION.match(line):
            begin = line_start
            break
    for line_end, line in _lines_below(text, end):
        if not (NOTE.match(line) or not ENDS.search(line)) or CAPTION.match(line) or line.startswith("#"):
            break
        end = line_end
    return begin, end


def _lines_above(text: str, begin: int) -> Iterator[tuple[int, str]]:
    for _ in range(2 * ROUND):
        if not begin:
            return
        start = text.rfind("\n", 0, begin - 1) + 1
        line = text[start : begin - 1]
        if "|" in line:
            return
        if line.strip():
            yield start, line
        begin = start


def _lines_below(text: str, end: int) -> Iterator[tuple[int, str]]:
    seen = 0
    while end < len(text) and seen < 2 * BELOW:
        stop = text.find("\n", end + 1)
        stop = len(text) if stop < 0 else stop
        line = text[end + 1 : stop]
        if "|" in line:
            return
        if line.strip():
            seen += 1
            yield stop, line
        end = stop
