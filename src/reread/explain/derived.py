"""Which difference, standard error, degrees of freedom and d follow from ranges of means and SDs?

Sources: Student 1908, doi:10.1093/biomet/6.1.1; Welch 1947, doi:10.1093/biomet/34.1-2.28; Lakens 2013,
doi:10.3389/fpsyg.2013.00863 (d).
"""

from __future__ import annotations

from functools import lru_cache
from math import sqrt

from reread.explain.near import Range, ratio
from reread.statistics.effects import admits_d, corrections, d_of_sd
from reread.statistics.two_means import df_welch, factors, sd_pooled, se_student, se_welch


@lru_cache(maxsize=5_000)
def d_factors(n: int, stated: str = "not stated") -> tuple[float, ...]:
    """d times the SD of the change over the mean change, under every definition that needs no other SD, or the stated.

    >>> d_factors(20, "d_av"), d_factors(20, "d_z")[:2]
    ((), (1.0, 0.96))
    """
    kinds = (factor for name, factor in d_of_sd(n) if admits_d(stated, name))
    return tuple(dict.fromkeys(kind * factor for kind in kinds for factor in (1.0, *corrections(n))))


def apart(before: Range | None, after: Range | None) -> Range | None:
    """The size of the difference of two means."""
    if before is None or after is None:
        return None
    low, high = after[0] - before[1], after[1] - before[0]
    return (max(0.0, low, -high), max(abs(low), abs(high)))


@lru_cache(maxsize=5_000)
def d_of_t(n1: int, n2: int) -> tuple[float, ...]:
    """d over t of two groups, with each small-sample factor."""
    return tuple(sqrt(1 / n1 + 1 / n2) * factor for factor in factors(n1, n2))


@lru_cache(maxsize=5_000)
def error(kind: str, s1: Range, s2: Range, n1: int, n2: int) -> tuple[Range, Range]:
    """Degrees of freedom and standard error of two groups; both SDs printed with n − 1."""
    se = se_student if kind == "Student" else se_welch
    between = (se(s1[0], s2[0], n1, n2), se(s1[1], s2[1], n1, n2))
    if kind == "Student":
        return (n1 + n2 - 2.0, n1 + n2 - 2.0), between
    corners = [df_welch(a, b, n1, n2) for a in s1 for b in s2]
    return (min(corners), max(corners)), between


@lru_cache(maxsize=5_000)
def standardised(mean: Range, s1: Range, s2: Range, n1: int, n2: int) -> list[Range]:
    """Every usual d of two groups."""
    spreads = [s1, s2]
    for of in (lambda a, b: sd_pooled(a, b, n1, n2), lambda a, b: sqrt((a * a + b * b) / 2), lambda a, b: (a + b) / 2):
        spreads.append((of(s1[0], s2[0]), of(s1[1], s2[1])))
    spreads.append(tuple(end * sqrt((n1 + n2 - 2) / (n1 + n2)) for end in spreads[2]))  # type: ignore[arg-type]
    return [tuple(end * factor for end in ratio(mean, each)) for each in spreads for factor in factors(n1, n2)]  # type: ignore[misc]
