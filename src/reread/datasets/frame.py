"""How can the allowed values be moved onto small integers about 0, and the sums with them?

A code is base + step × unit, the base a code near the mean and the step the codes' common one. Searching and counting
cost less the smaller the sum of squares; and codes such as 0, 5, 10 rule out most sums at once.

>>> frame = Frame.of((0, 5, 10, 15), centre=9)
>>> frame.base, frame.step, frame.units
(10, 5, (-2, -1, 1, 0))
>>> frame.inward(3, Moments(30, 350)), frame.inward(3, Moments(31, 351))
(Moments(sum=0, squares=2), None)
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import reduce
from math import gcd

from reread.datasets.histogram import Counts, Moments


@dataclass(frozen=True)
class Frame:
    """Units in descending distance from 0, and the way between them and the codes."""

    base: int
    step: int
    units: tuple[int, ...]

    @classmethod
    def of(cls, codes: tuple[int, ...], centre: int) -> Frame:
        """For at least one code; the base is the code nearest to the centre."""
        base = min(codes, key=lambda code: (abs(code - centre), code))
        step = reduce(gcd, (code - base for code in codes), 0) or 1
        units = ((code - base) // step for code in codes)
        return cls(base, step, tuple(sorted(units, key=lambda unit: (-abs(unit), unit))))

    def inward(self, n: int, target: Moments) -> Moments | None:
        """n people's moments in units; None where no whole units can have them."""
        total, rest = divmod(target.sum - n * self.base, self.step)
        about = target.squares - n * self.base**2 - 2 * self.base * (target.sum - n * self.base)
        squares, over = divmod(about, self.step**2)
        return None if rest or over or squares < 0 or (squares - total) % 2 else Moments(total, squares)

    def moments(self, n: int, inside: Moments) -> Moments:
        """The way back: n people's moments in codes, from those in units."""
        total = n * self.base + self.step * inside.sum
        return Moments(total, 2 * self.base * total - n * self.base**2 + self.step**2 * inside.squares)

    def outward(self, units: tuple[tuple[int, int], ...], fixed: Counts) -> Counts:
        """Counts of units as counts of codes, with the known people."""
        free = {self.base + self.step * unit: count for unit, count in units}
        return Counts.of({**dict(fixed), **free})
