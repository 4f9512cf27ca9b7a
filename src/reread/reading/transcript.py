"""What would a transcript hold, so that the study file can be read without the document?

The lines of tables that hold a number with a part, as printed, with the first line of their table; of prose only the
words of the locators. All else is for a person to write, in their own words.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reread.documents import Document
from reread.reading.locators import locate

HEAD = """\
# {title}

Figures and tables as the document prints them. Everything else is to be written here in your own words.
"""


def transcript(document: Document, title: str, locators: Mapping[str, str]) -> str:
    """The skeleton of a transcript; `locators` are those of this document, without its tag."""
    stretches: dict[int, list[tuple[int, int]]] = {}
    for words in locators.values():
        place = locate(words, document, document.file, "")[0]
        start = place.start - words.index("{")
        stretches.setdefault(place.line.number, []).append((start, start + len(words) - 2))
    return HEAD.format(title=title) + "\n" + "\n".join(_lines(document, stretches)) + "\n"


def _lines(document: Document, stretches: Mapping[int, list[tuple[int, int]]]) -> Iterator[str]:
    texts = {line.number: line.text for line in document.lines}
    rows = {number for number, text in texts.items() if " | " in text}
    wanted = set(stretches)
    for number in sorted(wanted):
        head = number
        while number in rows and head - 1 in rows:
            head -= 1
        wanted.add(head)
    last = 0
    for number in sorted(wanted):
        if number - 1 != last or number not in rows:
            yield ""
        last = number
        if number in rows:
            yield texts[number]
        else:
            yield from (texts[number][start:end] for start, end in _joined(stretches[number]))


def _joined(spans: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Stretches that meet, as one."""
    low, high = -1, -1
    for start, end in sorted(spans):
        if start > high + 1:
            if high >= 0:
                yield low, high
            low = start
        high = max(high, end)
    if high >= 0:
        yield low, high
