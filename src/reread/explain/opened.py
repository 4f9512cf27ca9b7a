"""Which printed numbers does a candidate reconcile whose spread is open, and what must it cost at least?

What needs no spread (a mean, degrees of freedom) is judged before. Each other number asks for a range of spreads, and
is tried as the one that tells it. The least cost counts what no spread within reach prints, and the cheapest way to
tell the spread; a candidate that is too dear by that much is not looked at further.

>>> from reread.explain.spread import asked_by
>>> from reread.numbers.reported import Reported
>>> t, rules = Reported.read("2.0"), Rules(1.0, 18, "t", 2, (0.95,), (1.0,))
>>> asked = asked_by({"t": Part(t.interval, t)}, (1.0, 1.0), rules)
>>> candidate = Opened({"t": Part(t.interval, t)}, asked, (1.0, 1.0), (0.4, 1.0), rules, {"t": 6.0, "p": 9.0})
>>> round(candidate.least, 3), [sorted(fit.agrees) for fit in candidate.fits()]
(13.0, [['t']])
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from reread.explain.near import Range, meets
from reread.explain.spread import Part, Rules, orders, told

NONE: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Fit:
    """Which printed parts one candidate prints and which it does not, and the bits that tell the candidate."""

    agrees: frozenset[str]
    differs: frozenset[str]
    bits: float


@dataclass(frozen=True, eq=False)
class Opened:
    """Printed parts that depend on the spread, the spreads that they ask for, the mean, the spreads within reach.

    `bits` are those of each part that nothing explains, `plain` the parts that the candidate prints whatever the
    spread, `tested` those of them that it might have printed, `cost` what it takes to tell all of that.
    """

    printed: dict[str, Part]
    asked: dict[str, tuple[Range, ...]]
    mean: Range
    spread: Range
    rules: Rules
    bits: dict[str, float]
    plain: frozenset[str] = NONE
    tested: frozenset[str] = NONE
    cost: float = 0.0

    def fits(self) -> Iterator[Fit]:
        """The candidate with each printed part as the one that tells the spread."""
        for found in orders(self.asked, self.printed, self.mean, self.spread, self.rules):
            agrees, differs = ({part for part, holds, _ in found if holds is each} for each in (True, False))
            paid = sum(min(told_, self.bits.get(part, 0.0)) for part, _, told_ in found)
            yield Fit(frozenset(agrees | self.plain), frozenset(differs | (self.tested - self.plain)), paid + self.cost)

    @cached_property
    def least(self) -> float:
        """No fit takes fewer bits, those of the parts that it does not print among them."""
        reached = [part for part, asked in self.asked.items() if any(meets(self.spread, each) for each in asked)]
        telling = (min(self._told(part), self.bits.get(part, 0.0)) for part in reached)
        lost = sum(bits for part, bits in self.bits.items() if part not in self.plain and part not in reached)
        return self.cost + lost + min(telling, default=0.0)

    def _told(self, part: str) -> float:
        return told(part, self.printed[part], self.mean, self.spread, self.rules)
