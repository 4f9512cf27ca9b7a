"""How far from everybody's mean do those lie whom a cut let in, and how much of that comes back by itself?

Of normal readings N(μ, σ²) those at or below a cut c are kept. With a = (c − μ) / σ and λ = φ(a) / Φ(a) their mean is
μ − λσ and their variance σ² (1 − aλ − λ²). Mean m and SD s of those kept give a, from (c − m) / s, then σ and μ. With
a correlation r of two readings of everybody, and one mean and SD at both, their second mean is μ − r (μ − m): it
comes back by (1 − r) (μ − m), which is regression to the mean. Readings kept above a cut are its mirror.

Assumptions: both readings of everybody are normal together, nobody changes, and this reading decided who is kept.

Sources: Barnett, van der Pols & Dobson 2005, doi:10.1093/ije/dyh299; Davis 1976, American Journal of Epidemiology
104:493 (both readings normal, a cut on the first; not looked up).

Of readings N(0, 1) those at or below 0 have the mean −0.798 and the SD 0.603.

>>> round(distance(0.0, -0.797885, 0.602810), 3)
0.798
>>> round(returning(0.4, 0.8), 2), round(returning(1.0, 0.8), 2)
(0.5, -0.25)
"""

from __future__ import annotations

from math import erfc, exp, pi, sqrt

LEAST, MOST = -3.0, 3.0  # cuts that keep fewer than 1 in 700 people, or leave out fewer, are not told by m and s
STEPS = 60


def distance(cut: float, mean: float, sd: float) -> float | None:
    """How far the mean of those kept lies from that of everybody; None where no usual cut prints mean and SD."""
    ratio = abs(cut - mean) / sd if sd > 0 else 0.0
    if not _ratio(LEAST) < ratio < _ratio(MOST):
        return None
    low, high = LEAST, MOST
    for _ in range(STEPS):
        middle = (low + high) / 2
        low, high = (middle, high) if _ratio(middle) < ratio else (low, middle)
    return _mills(low) * sd / _spread(low)


def returning(change: float, away: float) -> float:
    """The correlation of two readings of everybody at which those `away` from the mean come back by `change`.

    Below 0: they come back by less even where two readings have nothing in common.
    """
    return 1 - change / away


def _ratio(a: float) -> float:
    """(c − m) / s, which grows with a."""
    return (a + _mills(a)) / _spread(a)


def _mills(a: float) -> float:
    """λ, the density at the cut over the share below it."""
    return exp(-a * a / 2) / sqrt(2 * pi) / (erfc(-a / sqrt(2)) / 2)


def _spread(a: float) -> float:
    """The SD of those kept over that of everybody."""
    return sqrt(1 - a * _mills(a) - _mills(a) ** 2)
