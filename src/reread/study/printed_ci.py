"""Which levels and orientations may a printed confidence interval of a difference have?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from reread.numbers.interval import Interval
from reread.statistics.bounds import corners
from reread.statistics.conventions import LARGE_SAMPLE_DF, USUAL_LEVELS
from reread.statistics.formulas import critical_t, critical_z
from reread.study.values import Study, Value


@dataclass(frozen=True)
class PrintedCI:
    """A printed interval, and the levels that it may have."""

    low: Value
    high: Value
    level: Value | None
    levels: tuple[float, ...]

    @classmethod
    def of(cls, study: Study, role: str) -> PrintedCI | None:
        """The interval printed below a role, if both of its ends are plain numbers."""
        ends, level = study.all(f"{role}.low", f"{role}.high"), study.get(f"{role}.level")
        if ends is None or not all(end.interval.bounded for end in ends):
            return None
        stated = float(level.reported.value) if level else 0.0
        stated = stated / 100 if stated > 1 else stated
        if level and not 0 < stated < 1:
            return None
        return cls(ends[0], ends[1], level, (stated,) if level else USUAL_LEVELS)

    @property
    def shown(self) -> str:
        """Both ends as printed."""
        return f"{self.low.shown} … {self.high.shown}"

    def criticals(self, df: Interval, reading: str) -> Iterator[Interval]:
        """The quantiles that it may use: t, or z where the sample is large or the interval is read so."""
        fewest, most = df.floats()
        for level in self.levels:
            if reading == "t" or most > LARGE_SAMPLE_DF:
                yield Interval.around(critical_t(level, most), critical_t(level, max(fewest, 1e-9)))
            if reading == "z" or most > LARGE_SAMPLE_DF:
                yield Interval.around(critical_z(level), critical_z(level))

    def fits(self, centre: Interval, se: Interval, critical: Interval) -> bool:
        """Can it be centre ± critical × se, in either direction?"""
        half = corners(lambda k, s: k * s, critical, se)
        both = (self.low.interval, self.high.interval)
        width = (both[1] - both[0]).absolute().scaled(Fraction(1, 2))
        ends = (both, (-both[1], -both[0]))
        near = any((centre - half).meets(low) and (centre + half).meets(high) for low, high in ends)
        return near and width.meets(half)
