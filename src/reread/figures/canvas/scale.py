"""Where on the page does a value lie, and which values does its axis name?

>>> Scale(0, 10, 100, 200)(2.5)
125.0
>>> Scale(4.3, 7.0, 0, 150).ticks()
[(4.5, '4.5'), (5.0, '5.0'), (5.5, '5.5'), (6.0, '6.0'), (6.5, '6.5'), (7.0, '7.0')]
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from matplotlib.ticker import MaxNLocator

from reread.figures.canvas.text import fixed, power, text_width

AIR = 5.0  # least distance between two tick labels
LEAST = 0.15  # a scale spans at least this part of its values: no axis of 6.658 to 6.660


@dataclass(frozen=True)
class Scale:
    """Values from `low` to `high` on page pixels from `start` to `end` (upwards if end < start)."""

    low: float
    high: float
    start: float
    end: float
    log: bool = False

    @classmethod
    def around(cls, values: Iterable[float], start: float, end: float, margin: float = 0.08) -> Scale:
        """A scale that holds every finite value, with some air on both sides."""
        finite = [value for value in values if math.isfinite(value)] or [0.0, 1.0]
        low, high = min(finite), max(finite)
        room = max(high - low, LEAST * max(abs(low), abs(high))) or 1.0
        middle, half = (low + high) / 2, (0.5 + margin) * room
        return cls(middle - half, middle + half, start, end)

    def __call__(self, value: float) -> float:
        """The page pixel of a value, held within the scale."""
        low, high, at = self.low, self.high, min(max(value, self.low), self.high)
        if self.log:
            low, high, at = math.log10(low), math.log10(high), math.log10(at)
        return self.start + (self.end - self.start) * (at - low) / (high - low)

    def ticks(self, size: float = 12, most: int = 7) -> list[tuple[float, str]]:
        """Round values with their labels, as many as fit without touching."""
        if self.log:
            return self._powers()
        for bins in range(most, 0, -1):
            locator = MaxNLocator(nbins=bins, steps=[1, 2, 2.5, 5, 10])
            values = [float(v) for v in locator.tick_values(self.low, self.high) if self._holds(float(v))]
            labels = _labels(values)
            if len(values) <= most and self._fit(values, labels, size):
                return list(zip(values, labels, strict=True))
        return []

    def _holds(self, value: float) -> bool:
        slack = 1e-9 * (self.high - self.low)
        return self.low - slack <= value <= self.high + slack

    def _fit(self, values: list[float], labels: list[str], size: float) -> bool:
        wide = [text_width(label, size) for label in labels]
        steps = [abs(self(b) - self(a)) for a, b in pairwise(values)]
        return all(s >= (a + b) / 2 + AIR for s, a, b in zip(steps, wide[:-1], wide[1:], strict=True))

    def _powers(self) -> list[tuple[float, str]]:
        first, last = math.ceil(math.log10(self.low) - 1e-9), math.floor(math.log10(self.high) + 1e-9)
        step = max(1, math.ceil((last - first) / 3))
        return [(10.0**k, power(k)) for k in range(last, first - 1, -step)]


def _labels(values: list[float]) -> list[str]:
    """One number of decimals for all: the least that tells the values apart."""
    whole = [round(value, 10) + 0.0 for value in values]
    decimals = next((d for d in range(7) if all(abs(round(v, d) - v) < 1e-9 for v in whole)), 6)
    return [fixed(value, decimals) for value in whole]
