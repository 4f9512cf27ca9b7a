"""Which sums and sums of squares can n whole numbers have, if their mean and SD print like this?

The sum S lies in n times the mean's interval. The sum of squares Q lies in S²/n + (n − ddof) times the squared interval
of the SD, has the parity of S, and is at least what n numbers as equal as possible give. For n ≥ 5 *every* such pair is
attained. Proof: fix a fifth number x of the other parity than S; then 4(Q − x²) − (S − x)² is 3 modulo 8, so a sum of
three odd squares, which gives four integers with sum S − x and squares Q − x² whenever it is not negative; some x
within 1 of S/5 keeps it so. A larger n takes one of the most equal numbers out. For n ≤ 4 more is needed: `attainable`.

With several items a person's score is a whole number divided by the items, so mean and SD are multiplied by them; for
`sums` alone that says the same as n × items answers.

>>> moments(20, "1.20", "0.41")
[Moments(sum=24, squares=32)]
>>> attainable(4, 2, 8), attainable(5, 2, 8)  # two pairs of equal parity, least squares respected by both
(False, True)

Source: Brown & Heathers 2017, doi:10.1177/1948550616673876 (means); Anaya 2016, doi:10.7287/peerj.preprints.2400v1
(SDs); Nathanson 1987, doi:10.1090/S0002-9939-1987-0866422-3 (Cauchy's lemma: four integers of given sum and squares).
"""

from __future__ import annotations

from fractions import Fraction
from math import ceil, floor, isqrt

from reread.datasets.histogram import Moments
from reread.datasets.printed import Printed, mean_interval, variance_interval
from reread.numbers.interval import Interval


def moments(n: int, mean: Printed, sd: Printed, ddof: int = 1, items: int = 1) -> list[Moments]:
    """Every (sum, sum of squares) that n integers of any size can have, by sum and then squares.

    With several items these are the moments of the people's totals over the items. ddof is 1 for the sample SD and 0
    for the population's. ValueError where n − ddof is not positive, the mean has no two ends, or the SD no upper end.
    """
    variance = variance_interval(n, sd, None, items)
    assert variance is not None
    found = []
    for total in sums(n, mean, items):
        each = (Moments(total, squares) for squares in squares_of(n, total, variance, ddof))
        found += [pair for pair in each if attainable(n, pair.sum, pair.squares)]
    return found


def squares_of(n: int, total: int, variance: Interval, ddof: int) -> range:
    """The sums of squares that the squared SD allows beside this sum: of its parity, and not below the least."""
    if n <= ddof:
        raise ValueError(f"the SD with n − {ddof} in the denominator is undefined for n = {n}")
    about, (least, most) = Fraction(total * total, n), variance.ends
    low = max(ceil(about + least * (n - ddof)), least_squares(n, total))
    return range(low + (low - total) % 2, floor(about + most * (n - ddof)) + 1, 2)


def sums(n: int, mean: Printed, items: int = 1) -> range:
    """Every integer sum over n × items answers that the printed mean allows; empty where the mean is impossible."""
    if n < 1:
        raise ValueError(f"n is {n}; it must be at least 1")
    low, high = mean_interval(mean, items).ends
    return range(ceil(low * n), floor(high * n) + 1)


def least_squares(n: int, total: int) -> int:
    """The least sum of squares of n integers with this sum: the integers as equal as possible."""
    floor_, rest = divmod(total, n)
    return n * floor_**2 + rest * (2 * floor_ + 1)


def attainable(n: int, total: int, squares: int) -> bool:
    """Are there n integers with exactly this sum and this sum of squares?"""
    if n == 0:
        return total == squares == 0
    if (squares - total) % 2 or squares < least_squares(n, total):
        return False
    if n >= 5:
        return True
    if n == 4:
        return total % 2 == 1 or _three_squares((4 * squares - total**2) // 4)
    if n == 3:
        reach = isqrt(squares)
        return any(_two(total - x, squares - x * x) for x in range(-reach, reach + 1))
    return _two(total, squares) if n == 2 else squares == total**2


def _two(total: int, squares: int) -> bool:
    """Two integers x, y: (x − y)² = 2 × squares − sum², of the sum's parity (which the square has by itself)."""
    gap = 2 * squares - total**2
    return gap >= 0 and isqrt(gap) ** 2 == gap


def _three_squares(number: int) -> bool:
    """Legendre: a sum of three squares unless 4^a (8b + 7)."""
    while number and number % 4 == 0:
        number //= 4
    return number % 8 != 7
