"""Which numbers printed of a change from before to after do two margins reconcile?

Where both data sets are known, every way of pairing the participants is one candidate change, exactly. Otherwise the SD
of the change is open, and each printed number that tells it (SD, t, the interval, p, d) is tried as the one that does.

Source: the sum of squares of a change over all tables, `reappraise.datasets.changes`; Lakens 2013,
doi:10.3389/fpsyg.2013.00863 (d).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from math import hypot, log2, sqrt

from reappraise.conventions import USUAL_LEVELS, corrections, d_values
from reappraise.datasets.changes import change_bounds
from reappraise.datasets.histogram import Counts
from reappraise.datasets.of_study import Change
from reappraise.explain.margins import Margin
from reappraise.explain.near import Range, meets, point
from reappraise.explain.spread import NEED_NO_MEAN, ORDER, WIDEST, Part, Rules, asks, orders
from reappraise.interval import Interval
from reappraise.reported import Reported
from reappraise.study import Study

# Of more changes than these, the SD of the change is left open.
MOST_CHANGES = 600


@dataclass(frozen=True)
class Fit:
    """Which parts of a change one candidate prints and which it does not, and the bits that tell the candidate."""

    agrees: frozenset[str]
    differs: frozenset[str]
    bits: float


@dataclass(frozen=True)
class Changes:
    """What is printed of an outcome's change, and how it is read; equal ones have equal candidates."""

    parts: tuple[tuple[str, Interval, Reported], ...]
    bits: tuple[tuple[str, float], ...]
    levels: tuple[float, ...]
    critical: str
    tails: int
    one_sided: bool  # declared, on a side that is not told
    paired: bool
    rounded_to: int | None
    linked: bool  # is everybody known to be measured twice, so that the change follows from both samples?

    @classmethod
    def of(cls, study: Study, name: str, bits: tuple[tuple[str, float], ...], linked: bool) -> Changes:
        """The values of a change under the study's reading; `bits` are those of each part that nothing explains."""
        found = {part: study.get(f"{name}.change.{part}") for part in ("mean", "df", *ORDER)}
        level = study.get(f"{name}.change.ci.level")
        share = float(level.reported.value) if level else 0.0
        one, reading = study.file.outcomes[name].change.sides == "one", study.reading
        return cls(
            tuple((part, value.interval, value.reported) for part, value in found.items() if value), bits,
            (share / 100 if share > 1 else share,) if level else USUAL_LEVELS,
            reading.critical, 1 if one else reading.tails, one, reading.paired, reading.rounded_to,
            linked,
        )  # fmt: skip

    @cached_property
    def printed(self) -> dict[str, Part]:
        """Each printed part."""
        return {part: Part(interval, reported) for part, interval, reported in self.parts}

    def fits(self, before: Margin, after: Margin) -> tuple[Fit, ...]:
        """Every candidate change of two margins."""
        key = (before.n, after.n, before.mean, after.mean, before.sd, after.sd, before.data, after.data)
        if key not in self._met:
            self._met[key] = tuple(self._fits(before, after))
        return self._met[key]

    @cached_property
    def _met(self) -> dict[object, tuple[Fit, ...]]:
        return {}

    def _fits(self, before: Margin, after: Margin) -> Iterator[Fit]:
        n = before.n if before.n == after.n else 0
        if not self.linked:
            before, after = Margin(n, None, None, None, 0.0), Margin(n, None, None, None, 0.0)
        if n < 2 or not self.printed:
            yield Fit(frozenset(), frozenset(), 0.0)
            return
        if before.data is not None and after.data is not None and (changes := _changes(before.data, after.data)):
            yield from self._of_tables(n, changes)
        else:
            yield from self._open(n, before, after)

    def _of_tables(self, n: int, changes: tuple[Change, ...]) -> Iterator[Fit]:
        places = self.rounded_to
        found: dict[frozenset[str], tuple[int, float]] = {}
        for change in changes:
            agrees, bits = self._printed_by(n, change if places is None else change.rounded(places))
            count, _ = found.get(agrees, (0, 0.0))
            found[agrees] = (count + 1, bits)
        for agrees, (count, bits) in found.items():
            chosen = log2(len(changes) / count) if agrees & set(ORDER) else 0.0
            yield Fit(agrees, frozenset(self.printed) - agrees, chosen + bits)

    def _printed_by(self, n: int, change: Change) -> tuple[frozenset[str], float]:
        """Which parts one change prints, and the bits of the definition of d."""
        mean, rules, d_bits = point(abs(change.mean)), self._rules(n), 0.0
        agrees: set[str] = {part for part in ("mean", "df") if part in self.printed and self._plain(part, mean, rules)}
        spread = change.sd if self.paired else sqrt(change.sd_before**2 + change.sd_after**2)
        for part in set(self.printed) & set(ORDER) - {"d", "sd"}:
            asked = asks(part, self.printed[part], mean, rules)
            if any(meets(each, point(spread)) for each in asked):
                agrees.add(part)
        if "sd" in self.printed and meets(self.printed["sd"].size, point(change.sd)):
            agrees.add("sd")
        if "d" in self.printed:
            defined = [d for _, d in d_values(n, abs(change.mean), change.sd_before, change.sd_after, change.sd)]
            if any(meets(self.printed["d"].size, point(abs(d))) for d in defined):
                agrees.add("d")
                d_bits = log2(len({round(d, self.printed["d"].decimals) for d in defined}))
        return frozenset(agrees), d_bits

    def _open(self, n: int, before: Margin, after: Margin) -> Iterator[Fit]:
        """The SD of the change told by one of the printed numbers, or by none."""
        mean, rules, bits = apart(before.mean, after.mean), self._rules(n), dict(self.bits)
        free = mean is None
        if mean is None:
            mean = self.printed["mean"].size if "mean" in self.printed else None
        plain = frozenset(p for p in ("mean", "df") if p in self.printed and mean and self._plain(p, mean, rules))
        tested = frozenset({"df"} if free else {"mean", "df"}) & set(self.printed)
        cost = bits.get("mean", 0.0) if free and "mean" in plain else 0.0
        yield Fit(plain, tested - plain, cost)
        spread = self._spread(before.sd, after.sd)
        printed = self.printed
        if mean is None:  # t, d and p hang together without it
            mean, spread, printed = (1.0, 1.0), WIDEST, {p: v for p, v in printed.items() if p in NEED_NO_MEAN}
        if spread is None:
            return
        for found in orders(printed, mean, spread, rules):
            agrees, differs = ({part for part, holds, _ in found if holds is each} for each in (True, False))
            paid = sum(min(told, bits[part]) for part, _, told in found)
            yield Fit(frozenset(agrees | plain), frozenset(differs | (tested - plain)), paid + cost)

    def _plain(self, part: str, mean: Range, rules: Rules) -> bool:
        """The mean change and the degrees of freedom need no SD."""
        return meets(self.printed[part].size, mean if part == "mean" else (rules.df, rules.df))

    def _rules(self, n: int) -> Rules:
        df = n - 1 if self.paired else 2 * n - 2
        return Rules(sqrt(n), df, self.critical, self.tails, self.levels, d_factors(n), self.one_sided)

    def _spread(self, before: Range | None, after: Range | None) -> Range | None:
        """The SD behind t: of the change, between what correlations of 1 and −1 give, or as if of two groups."""
        if before is None or after is None:
            return WIDEST if self.paired else None
        if not self.paired:
            return hypot(before[0], after[0]), hypot(before[1], after[1])
        return max(0.0, before[0] - after[1], after[0] - before[1]), before[1] + after[1]


@lru_cache(maxsize=5_000)
def _changes(before: Counts, after: Counts) -> tuple[Change, ...]:
    moments = change_bounds(before, after, MOST_CHANGES)
    n = before.n
    sds = (sqrt(before.variance()), sqrt(after.variance()))
    return tuple(Change(each.sum / n, sqrt(each.variance(n)), *sds) for each in moments)


@lru_cache(maxsize=5_000)
def d_factors(n: int) -> tuple[float, ...]:
    """d times the SD of the change over the mean change, under every definition that needs no other SD."""
    wide = sqrt(n / (n - 1))
    kinds = (1.0, wide, 2 * wide, 2 * wide / sqrt(2), sqrt(2))
    return tuple(dict.fromkeys(kind * factor for kind in kinds for factor in (1.0, *corrections(n))))


def apart(before: Range | None, after: Range | None) -> Range | None:
    """The size of the difference of two means."""
    if before is None or after is None:
        return None
    low, high = after[0] - before[1], after[1] - before[0]
    return (max(0.0, low, -high), max(abs(low), abs(high)))
