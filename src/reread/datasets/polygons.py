"""Which part of a convex polygon lies on one side of a line, and does it hold a point?

Corners are exact fractions, in order round the polygon; a line and a point are polygons too.

>>> square = ((0, 0), (0, 1), (1, 1), (1, 0))
>>> square = tuple((Fraction(x), Fraction(y)) for x, y in square)
>>> [(str(x), str(y)) for x, y in clipped(square, (Fraction(1), Fraction(1), Fraction(1, 2)))]  # x + y <= 1/2
[('0', '0'), ('0', '1/2'), ('1/2', '0')]

Source: Sutherland & Hodgman 1974, doi:10.1145/360767.360802.
"""

from __future__ import annotations

from fractions import Fraction

Point = tuple[Fraction, Fraction]
# a x + b y <= c
HalfPlane = tuple[Fraction, Fraction, Fraction]


def clipped(part: tuple[Point, ...], side: HalfPlane) -> tuple[Point, ...]:
    """The part of a convex polygon (or of a line, or of a point) inside a half-plane."""
    a, b, c = side
    over = [a * m + b * e - c for m, e in part]
    kept: list[Point] = []
    for (one, first), (two, second) in zip(
        zip(part, over, strict=True), zip(part[1:] + part[:1], over[1:] + over[:1], strict=True), strict=True
    ):
        if first <= 0:
            kept.append(one)
        if (first < 0 < second) or (second < 0 < first):
            share = first / (first - second)
            kept.append((one[0] + share * (two[0] - one[0]), one[1] + share * (two[1] - one[1])))
    return tuple(kept)


def inside(part: tuple[Point, ...], point: Point, near: Fraction) -> bool:
    """Is a point within a convex polygon, or as near to it?"""
    low, high = (tuple(end(corner[side] for corner in part) for side in (0, 1)) for end in (min, max))
    if not all(low[side] - near <= point[side] <= high[side] + near for side in (0, 1)):
        return False
    turns = [
        (two[0] - one[0]) * (point[1] - one[1]) - (two[1] - one[1]) * (point[0] - one[0])
        for one, two in zip(part, (*part[1:], part[0]), strict=True)
    ]
    return all(turn <= near for turn in turns) or all(turn >= -near for turn in turns)
