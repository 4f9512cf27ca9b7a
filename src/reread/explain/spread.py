"""Which SD of the change does each printed number ask for, and can they all have the same?

The mean change is told; its SD is open between |SD before − SD after| and their sum. Each number that depends on the SD
(SD, t, the ends of the interval, p, d) asks for a range of it. Numbers are taken one after another: one whose range
meets what is left agrees, narrows it, and costs log2 of the strings that were still possible in its place.

Source: formulas as in `reread.statistics.formulas`; Lakens 2013, doi:10.3389/fpsyg.2013.00863 (d).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from math import inf, log2

from scipy.special import stdtr

from reread.explain.near import Range, ends, ratio, scaled
from reread.numbers.interval import Interval
from reread.numbers.reported import Reported
from reread.statistics.conventions import criticals, p_interval
from reread.statistics.formulas import critical_t, critical_z

ORDER = ("sd", "se", "t", "ci.low", "ci.high", "d", "p")
NEED_NO_MEAN = ("t", "d", "p")
WIDEST = (0.0, inf)


class Part:
    """A printed number as floats: its ends, the ends of its size, its p, a unit of its last place. See `part_of`."""

    def __init__(self, interval: Interval, reported: Reported) -> None:
        self.ends, self.size = ends(interval), ends(interval.absolute())
        self.p = tuple(min(max(end, 0.0), 1.0) for end in ends(p_interval(reported, interval)))
        self.unit, self.decimals = float(reported.unit), reported.decimals


@dataclass(frozen=True)
class Rules:
    """How statistics are computed from a mean difference and a spread.

    t is the mean over the spread times `root` (√n for a change, 1 where the spread is a standard error); d is the mean
    over the spread times one of `d_factors`.
    """

    root: float
    df: float
    critical: str
    tails: int
    levels: tuple[float, ...]
    d_factors: tuple[float, ...]
    either_side: bool = False  # a declared one-sided p: which side was expected is not told
    d_is: str = "not stated"  # the definition of d that the paper states

    def __hash__(self) -> int:
        return self._hash

    @cached_property
    def _hash(self) -> int:
        told = self.root, self.df, self.critical, self.tails, self.levels, self.d_factors, self.either_side, self.d_is
        return hash(told)

    @cached_property
    def criticals(self) -> list[float]:
        """Every critical value that an interval may have used."""
        return [
            critical_value(kind, level, self.df) for kind in criticals(self.critical, self.df) for level in self.levels
        ]


@lru_cache(maxsize=5_000)
def part_of(interval: Interval, reported: Reported) -> Part:
    """The same part for the same print, so that what it asks for is found out once."""
    return Part(interval, reported)


def asked_by(printed: dict[str, Part], mean: Range, rules: Rules) -> dict[str, tuple[Range, ...]]:
    """The spreads that each printed part asks for."""
    return {part: _asked(part, printed[part], mean, rules) for part in ORDER if part in printed}


@lru_cache(maxsize=50_000)
def _asked(part: str, value: Part, mean: Range, rules: Rules) -> tuple[Range, ...]:
    return tuple(asks(part, value, mean, rules))


def orders(
    asked: dict[str, tuple[Range, ...]], printed: dict[str, Part], mean: Range, spread: Range, rules: Rules
) -> Iterator[list[tuple[str, bool, float]]]:
    """For each printed part as the first: the parts in turn, whether they agree, and the bits that each then costs."""
    for first in asked:
        left, found = spread, []
        for part in (first, *(part for part in asked if part != first)):
            narrowed = widest(left, asked[part])
            found.append(
                (part, narrowed is not None, told(part, printed[part], mean, left, rules) if narrowed else 0.0)
            )
            left = narrowed or left
        yield found


def widest(left: Range, asked: Iterable[Range]) -> Range | None:
    """What several ranges leave of one: of the first that leaves most; None where they leave nothing."""
    (low, high), best = left, None
    for a, b in asked:
        if low <= b and a <= high:
            each = (a if a > low else low, b if b < high else high)
            if best is None or each[1] - each[0] > best[1] - best[0]:
                best = each
    return best


def asks(part: str, value: Part, mean: Range, rules: Rules) -> Iterator[Range]:
    """The SDs of the change with which a printed number agrees."""
    root = rules.root
    if part == "sd":
        yield value.size
    elif part == "se":
        yield scaled(value.size, root)
    elif part == "t":
        yield scaled(ratio(mean, value.size), root)
    elif part == "p":
        yield from (scaled(ratio(mean, t), root) for t in t_of_p(value, rules))
    elif part == "d":
        for factor in rules.d_factors:
            yield scaled(ratio(mean, value.size), factor)
    else:
        for half in _halves(part, value, mean):
            yield from (scaled(half, root / critical) for critical in rules.criticals)


@lru_cache(maxsize=50_000)
def told(part: str, value: Part, mean: Range, left: Range, rules: Rules) -> float:
    """log2 of the strings that are possible for a part while the SD lies in what is left."""
    t = scaled(ratio(mean, left), rules.root)
    unit = value.unit
    if part == "p":
        low, high = (rules.tails * float(stdtr(rules.df, -end)) for end in (t[1], t[0]))
        return _bits(high - low, unit)
    if part in ("sd", "se"):
        return _bits((left[1] - left[0]) / (rules.root if part == "se" else 1.0), unit)
    if part == "t":
        return _bits(t[1] - t[0], unit)
    if part == "d":
        return _bits((t[1] - t[0]) / rules.root * max(rules.d_factors), unit) + log2(len(rules.d_factors))
    critical = min(rules.criticals)
    return _bits((left[1] - left[0]) * critical / rules.root, unit)


def t_of_p(value: Part, rules: Rules) -> Iterator[Range]:
    """The sizes of t that a printed p stands for."""
    low, high = value.p
    yield t_of_tail(high / rules.tails, rules.df), t_of_tail(low / rules.tails, rules.df)
    if rules.either_side:
        yield t_of_tail(1 - low, rules.df), t_of_tail(1 - high, rules.df)


@lru_cache(maxsize=5_000)
def critical_value(kind: str, level: float, df: float) -> float:
    """The quantile behind an interval."""
    return critical_t(level, df) if kind == "t" else critical_z(level)


@lru_cache(maxsize=5_000)
def t_of_tail(tail: float, df: float) -> float:
    """The t above which a share `tail` lies; infinite for none, 0 from half on."""
    if tail <= 0:
        return inf
    return critical_t(1 - 2 * tail, df) if tail < 0.5 else 0.0


def _halves(part: str, value: Part, mean: Range) -> Iterator[Range]:
    """Half the width of the interval, from one end and the mean, whichever sign is printed."""
    (low, high), (m, most) = value.ends, mean
    if part == "ci.low":
        found = ((m - high, most - low), (-most - high, -m - low))
    else:
        found = ((low - most, high - m), (low + m, high + most))
    yield from (_positive(half) for half in found if half[1] >= 0)


def _positive(one: Range) -> Range:
    return max(0.0, one[0]), one[1]


def _bits(width: float, unit: float) -> float:
    return log2(1 + width / unit) if width < inf else inf
