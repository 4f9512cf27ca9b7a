"""How do the lines of a page become text: what repeats from page to page, what stands in pictures, what is a paragraph?

Heads and feet of pages go: lines at an edge that stand as high, with other numbers perhaps, on a page nearby. Short
pieces within a drawing of curves are its labels, never cells of a table. Lines of a paragraph are joined, over the end
of a column or page, too, and words parted at a line's end put together.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from reread.documents.pdf.rivers import PdfRow, pieces_of
from reread.documents.pdf.rules import Drawn
from reread.documents.pdf.words import Word, said
from reread.documents.printed import PrintedLine, one_line

EDGE = (2, 3)  # lines at the top and at the bottom that may be head and foot
AS_HIGH = 4  # points
SLOPES = 20  # lines and curves that slope, of a picture with labels
NEAR = 12  # points: drawings of one picture
SIDES = 40  # points: a picture is no smaller
MOST = 0.6  # of a page's words: what holds more is no picture but a frame
AROUND = 1.6  # heights: labels stand as far outside the curves
LABEL = 25  # characters
Box = tuple[float, float, float, float]


def edges_of(rows: Sequence[PdfRow]) -> list[tuple[str, float]]:
    """The lines at the edges of a page, numbers left out, and how high each stands."""
    listed = [*rows[: EDGE[0]], *rows[max(EDGE[0], len(rows) - EDGE[1]) :]]
    return [(re.sub(r"\d+", "#", said(row)), row[0].bottom) for row in listed]


def without_furniture(rows: Sequence[PdfRow], others: Iterable[list[tuple[str, float]]]) -> list[PdfRow]:
    """The lines of a page without its head and foot, as other pages nearby have them."""
    seen = [each for edges in others for each in edges]
    own = edges_of(rows)
    gone = {
        (text, level) for text, level in own
        if (text == "#" or re.search(r"[^\W\d]{3}", text))
        and any(text == other and abs(level - height) < AS_HIGH for other, height in seen)
    }  # fmt: skip
    edge = {id(row) for row in [*rows[: EDGE[0]], *rows[max(EDGE[0], len(rows) - EDGE[1]) :]]}
    return [row for row in rows if id(row) not in edge or edges_of([row])[0] not in gone]


def labels_of(rows: Sequence[PdfRow], drawn: Drawn) -> set[int]:
    """The words (by identity) that are labels in pictures."""
    found: set[int] = set()
    total = sum(map(len, rows))
    for box in _pictures(drawn):
        inside = [word for row in rows for piece in pieces_of(row, row[0].size) if _label(piece, box) for word in piece]
        if len(inside) < MOST * total:
            found |= set(map(id, inside))
    return found


def _label(piece: PdfRow, box: Box) -> bool:
    room = AROUND * piece[0].size
    left, top, right, bottom = box[0] - room, box[1] - room, box[2] + room, box[3] + room
    within = left < piece[0].left and piece[-1].right < right and top < piece[0].bottom < bottom
    return within and len(said(piece)) <= LABEL


def _pictures(drawn: Drawn) -> list[Box]:
    """Boxes of drawings that lie near each other, those with enough slopes."""
    groups: list[tuple[Box, int]] = []
    for box, slopes in drawn.pictures:
        near = [each for each in groups if _touch(each[0], box)]
        groups = [each for each in groups if each not in near]
        boxes = [box, *(each[0] for each in near)]
        whole = (min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes))
        groups.append((whole, slopes + sum(each[1] for each in near)))
    return [box for box, slopes in groups if slopes >= SLOPES and min(box[2] - box[0], box[3] - box[1]) >= SIDES]


def _touch(a: Box, b: Box) -> bool:
    return a[0] - NEAR < b[2] and b[0] - NEAR < a[2] and a[1] - NEAR < b[3] and b[1] - NEAR < a[3]


@dataclass(frozen=True)
class Paragraph:
    """The text of a paragraph, the height of its characters, and whether its last line is full."""

    text: str
    size: float
    full: bool


def paragraphs(rows: Sequence[PdfRow]) -> Iterator[Paragraph]:
    """Lines joined where one runs on into the next."""
    if not rows:
        return
    edge = sorted(row[-1].right for row in rows)[int(0.9 * (len(rows) - 1))]
    left = min(row[0].left for row in rows)
    steps = [b[0].bottom - a[0].bottom for a, b in itertools.pairwise(rows)]
    leading = median(steps) if steps else 0
    text, above = one_line(said(rows[0])), rows[0]
    for row in rows[1:]:
        step = row[0].bottom - above[0].bottom
        if _full(above, left, edge) and 0 < step < 1.35 * leading and _as_large(row[0].size, above[0].size):
            text = run_on(text, one_line(said(row)))
        else:
            yield Paragraph(text, above[0].size, _full(above, left, edge))
            text = one_line(said(row))
        above = row
    yield Paragraph(text, above[0].size, _full(above, left, edge))


def _full(row: list[Word], left: float, edge: float) -> bool:
    return row[-1].right > left + 0.8 * (edge - left)


def _as_large(size: float, other: float) -> bool:
    return abs(size - other) < 0.2 * size


def run_on(text: str, more: str) -> str:
    """A line joined to the one before it.

    >>> run_on("the treat-", "ment rose by -"), run_on("rose by -", "0.5"), run_on("p =", ".03")
    ('the treatment rose by -', 'rose by -0.5', 'p = .03')
    """
    if re.search(r"[^\W\d]-$", text) and more[:1].islower():
        return text[:-1] + more
    if re.search(r"(?:^|[\s(\[=])[-–−]$", text) and more[:1].isdigit():
        return text + more
    return f"{text} {more}"


def runs_over(last: Paragraph, first: Paragraph) -> bool:
    """Does a paragraph go on at the top of the next column or page?"""
    if not last.full or re.search(r"[.!?:]\W*$", last.text) or not _as_large(first.size, last.size):
        return False
    return not first.text[:1].isupper() or bool(re.search(r"[=<>±(,–-]$", last.text))


def line_of(paragraph: Paragraph, place: str) -> PrintedLine:
    """A paragraph as a printed line."""
    return PrintedLine(paragraph.text, place)
