"""Which ordered answers, with which weights, are printed as a median or as quartiles?

A quantile is a weighted mean of one or two order statistics; which ones depends on the program. Admitted for quartiles
are the nine definitions of Hyndman & Fan 1996 and the medians of the two halves, the middle answer in both or in none
(Tukey's hinges; Moore & McCabe). Both quartiles of one print follow one definition. The median has one definition.

>>> median_of(20), median_of(5)
(((10, Fraction(1, 2)), (11, Fraction(1, 2))), ((3, Fraction(1, 1)),))
>>> len(quartiles_of(20)), ((5, Fraction(3, 4)), (6, Fraction(1, 4))) in [low for low, _ in quartiles_of(20)]
(6, True)

Source: Hyndman & Fan 1996, *The American Statistician* 50, 361-365; Tukey 1977, *Exploratory Data Analysis*, chapter 2.
"""

from __future__ import annotations

from fractions import Fraction
from math import floor

# (rank from 1, weight), the weights adding up to 1
Terms = tuple[tuple[int, Fraction], ...]
# Hyndman & Fan's types 4 to 9: position = (n + a) p + b
CONTINUOUS = (("0", "0"), ("0", "1/2"), ("1", "0"), ("-1", "1"), ("1/3", "1/3"), ("1/4", "3/8"))


def median_of(n: int) -> Terms:
    """The middle answer, or the mean of the two."""
    return _between(Fraction(n + 1, 2), n)


def quartiles_of(n: int) -> tuple[tuple[Terms, Terms], ...]:
    """Every distinct way to take the first and the third quartile of n ordered answers."""
    first, third = Fraction(1, 4), Fraction(3, 4)
    ways = [(_stepped(n, first, kind), _stepped(n, third, kind)) for kind in (1, 2, 3)]
    for a, b in CONTINUOUS:
        low, high = ((n + Fraction(a)) * p + Fraction(b) for p in (first, third))
        ways.append((_between(low, n), _between(high, n)))
    for half in {(n + 1) // 2, max(n // 2, 1)}:
        terms = median_of(half)
        ways.append((terms, tuple((n + 1 - rank, weight) for rank, weight in reversed(terms))))
    return tuple(dict.fromkeys(ways))


def _stepped(n: int, p: Fraction, kind: int) -> Terms:
    """Hyndman & Fan's types 1 to 3: jumps from one answer to the next."""
    position = n * p - (Fraction(1, 2) if kind == 3 else 0)
    at, exact = floor(position), position == floor(position)
    if exact and kind == 2:
        return _between(at + Fraction(1, 2), n)
    stays = exact and (kind == 1 or at % 2 == 0)
    return _between(Fraction(at if stays else at + 1), n)


def _between(position: Fraction, n: int) -> Terms:
    """The answer at a rank that may lie between two."""
    position = min(max(position, Fraction(1)), Fraction(n))
    rank, over = floor(position), position - floor(position)
    return ((rank, 1 - over), (rank + 1, over)) if over else ((rank, Fraction(1)),)
