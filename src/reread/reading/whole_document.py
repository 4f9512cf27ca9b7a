"""Which numbers does one document print, without a study file that says what they are?

Every number is a row as in `ledger`, with the statistic that the document itself makes of it; number words are rows,
too (exact, and a size where at least ten persons follow: "twenty-two women"). No row has a role.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from reread.documents import Document, Line
from reread.numbers.number_words import phrases
from reread.numbers.reported import Reported
from reread.reading.ledger import row, typed_numbers
from reread.reading.skeleton import Skeleton
from reread.study.ledger import Number, share
from reread.words.reading import either, words

RAISED = re.compile(r"(?<=[^\W\d_]{3})[¹²³⁴-⁹]+|(?<!\S)[¹²³⁴-⁹]+(?=\s)")
DIGITS = str.maketrans("¹²³⁴⁵⁶⁷⁸⁹", "123456789")
PERSONS = re.compile(rf"(?:\s+[\w-]+){{0,3}}?\s+{either(words('persons'))}(?!\w)")
Found = tuple[int, int, str, Reported, str]  # start and end in the line, stat, number, what is unsure


def numbers(document: Document, page: Skeleton | None = None) -> Iterator[Number]:
    """Every number of the document in its order; `page` is the document as read, where it was read already."""
    typed = typed_numbers(document, page)
    for line in document.lines:
        printed: list[Found] = [
            (token.start, token.end, stat, share(token.reported, stat), token.unsure)
            for token, stat in typed.get(line.number, [])
        ]
        also = [found for found in _in_words(line) if not any(found[0] < b and a < found[1] for a, b, *_ in printed)]
        for k, (start, end, stat, reported, unsure) in enumerate(sorted([*printed, *also], key=lambda f: f[:2]), 1):
            name = f"{document.tag}:{line.number}.{k}".lstrip(":")
            yield row(name, document, line, (start, end), stat, reported, unsure=unsure)


def _in_words(line: Line) -> Iterator[Found]:
    """Number words, and raised digits (marks of notes and places of work)."""
    for start, end, phrase, value in phrases(line.text):
        stat = "n" if value >= 10 and PERSONS.match(line.text, end) else ""
        yield start, end, stat, Reported(phrase, Fraction(value), 0), ""
    for match in RAISED.finditer(line.text):
        yield match.start(), match.end(), "", Reported(match.group(), Fraction(match.group().translate(DIGITS)), 0), ""
