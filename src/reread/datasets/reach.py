"""Between which sums of squares do n values from given codes lie, if their sum is known?

For every code v, (v − low)(v − high) ≤ 0 with the two ends, and (v − p)(v − q) ≥ 0 with the mean's two neighbours.
Summed over n people: (p + q)S − npq ≤ Q ≤ (low + high)S − n·low·high. Where not everybody can be at an end, one person
at a distance r from it, r being what S − n·low leaves over when divided by the width w, costs least: r(w − r).

>>> least_squares_on((1, 2, 5), n=4, total=11), most_squares_between(1, 5, n=4, total=11)  # 2 2 2 5 and 1 1 4 5
(37, 43)

Assumptions: the codes ascend, and the sum lies between n times the least and n times the greatest of them.
Source: the upper bound is that of Bhatia & Davis 2000, doi:10.1080/00029890.2000.12005203, for sums.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence


def least_squares_on(codes: Sequence[int], n: int, total: int) -> int:
    """No n of these codes with this sum have a smaller sum of squares."""
    at = bisect_right(codes, total // n)
    p = codes[at - 1]
    q = codes[at] if at < len(codes) else p + 1
    return (p + q) * total - n * p * q


def most_squares_between(low: int, high: int, n: int, total: int) -> int:
    """No n integers from low to high with this sum have a greater sum of squares."""
    width = high - low
    rest = (total - n * low) % width if width else 0
    return (low + high) * total - n * low * high - rest * (width - rest)
