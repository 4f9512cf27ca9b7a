"""Which values can a printed number stand for?

A number is read as text; its decimals and comparator say which interval it stands for, closed at both ends because
half-up and half-even rounding are both in use. `"5.10"` is [5.095, 5.105]; `"< .05"` is everything up to .05.

>>> Reported.read("5.10").interval
Interval(low=Fraction(1019, 200), high=Fraction(1021, 200))
>>> Reported.read("–4.87").value, Reported.read("< .05").comparator, Reported.read("80%").decimals
(Fraction(-487, 100), '<', 0)

Source: Brown & Heathers 2017, doi:10.1177/1948550616673876 (granularity); Allard 2018 (rounding intervals).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property

from reread.numbers.interval import Interval

MINUS = "-−–‒"
COMPARATORS = {"<": "<", ">": ">", "≤": "<=", "≥": ">=", "<=": "<=", ">=": ">=", "=": "=", "~": "~", "": "="}
PATTERN = re.compile(rf"\s*(?P<cmp><=|>=|[<>≤≥=~])?\s*(?P<sign>[{MINUS}+])?\s*(?P<digits>\d+(?:\.\d+)?|\.\d+)\s*%?\s*")


@dataclass(frozen=True)
class Reported:
    """A number as printed: its text, exact value, count of decimals and comparator (=, <, >, <=, >=, ~)."""

    text: str
    value: Fraction
    decimals: int
    comparator: str = "="

    @classmethod
    def read(cls, text: str) -> Reported:
        """Read one printed number (decimal point). Raises ValueError where the text is not one number."""
        match = PATTERN.fullmatch(text)
        if not match:
            raise ValueError(f"“{text}” is not one printed number")
        digits = match["digits"]
        value = Fraction(digits) * (-1 if (match["sign"] or "+") in MINUS else 1)
        return cls(text.strip(), value, len(digits.partition(".")[2]), COMPARATORS[match["cmp"] or ""])

    @cached_property
    def unit(self) -> Fraction:
        """One unit of the last printed place."""
        return Fraction(10) ** -self.decimals

    @cached_property
    def interval(self) -> Interval:
        """Every value that prints like this under half-up or half-even rounding."""
        if self.comparator in ("<", "<="):
            return Interval(None, self.value)
        if self.comparator in (">", ">="):
            return Interval(self.value, None)
        return Interval(self.value - self.unit / 2, self.value + self.unit / 2)

    @cached_property
    def truncated(self) -> Interval:
        """Every value that prints like this if digits were cut off instead of rounded."""
        if self.comparator != "=":
            return self.interval
        toward = Interval(self.value, self.value + self.unit)
        return (
            toward
            if self.value > 0
            else -Interval(-self.value, -self.value + self.unit)
            if self.value < 0
            else Interval(-self.unit, self.unit)
        )

    @property
    def shown(self) -> str:
        """The printed number with a typographic minus and its comparator."""
        sign = "−" if self.value < 0 or (self.value == 0 and self.text[:1] in MINUS) else ""
        return self._comparator + sign + self._body

    @property
    def in_percent(self) -> str:
        """A share of one as it was printed: in percent, where it has the sign."""
        if not self.text.endswith("%"):
            return self.shown
        return f"{replace(self, value=self.value * 100, decimals=self.decimals - 2).shown} %"

    @property
    def size(self) -> str:
        """The same without its sign."""
        return self._comparator + self._body

    @property
    def _body(self) -> str:
        return f"{float(abs(self.value)):.{max(self.decimals, 0)}f}"

    @property
    def _comparator(self) -> str:
        return {"=": "", "<=": "≤ ", ">=": "≥ "}.get(self.comparator, f"{self.comparator} ")
