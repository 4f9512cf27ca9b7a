"""Which effects on a share do a one-group study's counts leave possible, before anything is assumed, and after what?

    effect = share after with the treatment − share after without it

The first share is printed. The second nobody saw: it lies between 0 and 1, whatever was measured before. Each stated
assumption narrows it; only an assumption makes it one number. The bounds are about these n people: chance comes on top.

    nothing assumed                          [after − 1, after]
    untreated, nobody falls back             [after − 1, after − before]
    the treatment takes it from nobody       [0, after]
    both                                     [0, after − before]
    untreated, a share of `low` to `high`    [after − high, after − low]
    untreated, nothing would change          after − before: the reading of a before–after comparison

Source: Manski 1990, American Economic Review 80:319 (bounds without assumptions); Manski 1997, Econometrica 65:1311
(response in one direction only).

>>> [(bound.name, float(bound.low), float(bound.high)) for bound in bounds(2, 16, 20)][:2]
[('nothing', -0.2, 0.8), ('no_falling_back', -0.2, 0.7)]
>>> others(16, 20, 0.25, 0.5)
Bound(name='others', low=Fraction(3, 10), high=Fraction(11, 20))
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True)
class Bound:
    """What one assumption leaves of the effect on the share, as a part of 1."""

    name: str
    low: Fraction
    high: Fraction

    @property
    def width(self) -> Fraction:
        """How much is left open."""
        return self.high - self.low


def bounds(before: int, after: int, n: int) -> tuple[Bound, ...]:
    """From nothing assumed to everything assumed. Raises ValueError for counts that are none of n."""
    if n < 1 or not (0 <= before <= n and 0 <= after <= n):
        raise ValueError(f"{before} before and {after} after are no counts of {n}")
    least, most, rise = Fraction(after, n) - 1, Fraction(after, n), Fraction(after - before, n)
    zero = Fraction(0)
    made = [
        Bound("nothing", least, most),
        Bound("no_falling_back", least, rise),
        Bound("no_harm", zero, most),
        Bound("both", zero, rise),
        Bound("no_change", rise, rise),
    ]
    return tuple(bound for bound in made if bound.low <= bound.high)  # a share that fell contradicts two of them


def others(after: int, n: int, low: float, high: float) -> Bound:
    """What is left if the untreated share after lies from `low` to `high`, as others' untreated people suggest.

    Raises ValueError for ends that are no shares.
    """
    if not 0 <= low <= high <= 1:
        raise ValueError(f"{low} to {high} are no shares")
    share = Fraction(after, n)
    return Bound("others", share - _fraction(high), share - _fraction(low))


def _fraction(share: float) -> Fraction:
    return Fraction(repr(float(share)))
