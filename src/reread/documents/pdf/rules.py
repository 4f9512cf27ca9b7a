"""Which straight lines are drawn on a page, and where are pictures?

Lines come from strokes and from the edges of filled boxes (a shaded row has two); those that go on from each other are
one. What is drawn with curves or slopes is a picture.
"""

from __future__ import annotations

import ctypes
import itertools
import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pypdfium2.raw as pdfium

OBJECTS = 6_000  # of a page are looked at
SEGMENTS = 4_000  # of one path
DEPTH = 6  # of drawings within drawings
STRAIGHT = 0.6  # points that a straight line may lean
SHORT = 4  # points: shorter lines are parts of signs
ON = 3.5  # points between lines that go on from each other
WHITE = 252  # of 255: boxes of paper are no boxes
Point = tuple[float, float]


@dataclass(frozen=True, order=True)
class Rule:
    """A straight line: where it stands across, and its two ends along."""

    at: float
    start: float
    end: float


@dataclass
class Drawn:
    """What is drawn on a page besides letters: lines across and down, and what is drawn with curves or slopes.

    Of the latter each box (left, top, right, bottom), and how many lines of it slope.
    """

    across: list[Rule] = field(default_factory=list)
    down: list[Rule] = field(default_factory=list)
    pictures: list[tuple[tuple[float, float, float, float], int]] = field(default_factory=list)


def drawn(page: Any) -> Drawn:
    """What is drawn on a page."""
    found = Drawn()
    left = [OBJECTS]
    for item, matrix in _objects(page.raw, pdfium.FPDFPage_CountObjects, pdfium.FPDFPage_GetObject, _EVEN, left, 0):
        _path(item, matrix, found)
    return Drawn(_joined(found.across), _joined(found.down), found.pictures)


_EVEN = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
Matrix = tuple[float, float, float, float, float, float]


def _objects(
    holder: Any, count: Any, get: Any, matrix: Matrix, left: list[int], depth: int
) -> Iterator[tuple[Any, Matrix]]:
    """The paths of a page and of the drawings within it, each with the matrix that puts it on the page."""
    for k in range(count(holder)):
        left[0] -= 1
        if left[0] < 0:
            return
        item = get(holder, k)
        kind = pdfium.FPDFPageObj_GetType(item)
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            yield item, matrix
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < DEPTH:
            inner = _times(_matrix(item), matrix)
            yield from _objects(
                item, pdfium.FPDFFormObj_CountObjects, pdfium.FPDFFormObj_GetObject, inner, left, depth + 1
            )


def _matrix(item: Any) -> Matrix:
    found = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(item, found)
    return found.a, found.b, found.c, found.d, found.e, found.f


def _times(a: Matrix, b: Matrix) -> Matrix:
    return (
        a[0] * b[0] + a[1] * b[2], a[0] * b[1] + a[1] * b[3],
        a[2] * b[0] + a[3] * b[2], a[2] * b[1] + a[3] * b[3],
        a[4] * b[0] + a[5] * b[2] + b[4], a[4] * b[1] + a[5] * b[3] + b[5],
    )  # fmt: skip


def _at(x: float, y: float, m: Matrix) -> Point:
    """A point on the page, downwards."""
    return x * m[0] + y * m[2] + m[4], -(x * m[1] + y * m[3] + m[5])


def _path(item: Any, matrix: Matrix, found: Drawn) -> None:
    """The straight lines of one path; a slope or a curve makes it part of a picture."""
    count = pdfium.FPDFPath_CountSegments(item)
    if not 1 < count <= SEGMENTS or _unseen(item):
        return
    whole = _times(_matrix(item), matrix)
    x, y = ctypes.c_float(), ctypes.c_float()
    last = begun = (math.nan, math.nan)
    points: list[Point] = []
    sloping = 0
    for k in range(count):
        segment = pdfium.FPDFPath_GetPathSegment(item, k)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        here, kind = _at(x.value, y.value, whole), pdfium.FPDFPathSegment_GetType(segment)
        points.append(here)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            begun = here
        elif kind == pdfium.FPDF_SEGMENT_LINETO:
            sloping += not _line(last, here, found)
        else:
            sloping += 1
        if pdfium.FPDFPathSegment_GetClose(segment):
            sloping += not _line(here, begun, found)
        last = here
    if sloping:
        xs, ys = [p[0] for p in points], [p[1] for p in points]
        found.pictures.append(((min(xs), min(ys), max(xs), max(ys)), sloping))


def _unseen(item: Any) -> bool:
    """Is a path neither stroked nor filled with anything but white?"""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(item, fill, stroke)
    if stroke.value:
        return False
    colour = [ctypes.c_uint() for _ in range(4)]
    pdfium.FPDFPageObj_GetFillColor(item, *colour)
    return not fill.value or min(c.value for c in colour[:3]) >= WHITE or not colour[3].value


def _line(a: Point, b: Point, found: Drawn) -> bool:
    """Note a line that is straight across or down; False where it slopes."""
    across, down = abs(a[0] - b[0]), abs(a[1] - b[1])
    if down <= STRAIGHT and across >= SHORT:
        found.across.append(Rule((a[1] + b[1]) / 2, min(a[0], b[0]), max(a[0], b[0])))
    elif across <= STRAIGHT and down >= SHORT:
        found.down.append(Rule((a[0] + b[0]) / 2, min(a[1], b[1]), max(a[1], b[1])))
    return min(across, down) <= STRAIGHT or max(across, down) < SHORT


def _joined(rules: list[Rule]) -> list[Rule]:
    """Lines that go on from each other as one."""
    levels: list[list[Rule]] = []
    for rule in sorted(rules):
        if levels and rule.at - levels[-1][0].at <= STRAIGHT * 3:
            levels[-1].append(rule)
        else:
            levels.append([rule])
    found = []
    for level in levels:
        at = sum(rule.at for rule in level) / len(level)
        ends = sorted((rule.start, rule.end) for rule in level)
        start, end = ends[0]
        for a, b in itertools.islice(ends, 1, None):
            if a > end + ON:
                found.append(Rule(at, start, end))
                start = a
                end = b
            end = max(end, b)
        found.append(Rule(at, start, end))
    return found
