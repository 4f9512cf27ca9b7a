"""Which numbers printed of a change from before to after do two margins reconcile?

Where both data sets are known, every way of pairing the participants is one candidate change, exactly. Otherwise the SD
of the change is open, and each printed number that tells it (SD, t, the interval, p, d) is tried as the one that does.

Source: the sum of squares of a change over all tables, `reread.datasets.changes`; Lakens 2013,
doi:10.3389/fpsyg.2013.00863 (d).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from math import hypot, log2, sqrt

from reread.explain.margins import Margin
from reread.explain.near import Range, meets, point
from reread.explain.opened import Fit, Opened
from reread.explain.pairings import Pairings, pairings
from reread.explain.spread import NEED_NO_MEAN, ORDER, WIDEST, Part, Rules, asked_by, part_of
from reread.numbers.interval import Interval
from reread.numbers.reported import Reported
from reread.statistics.conventions import USUAL_LEVELS
from reread.statistics.effects import admits_d, corrections, d_of_sd
from reread.study.comparison import TWO_GROUPS
from reread.study.values import Study

# Of more changes than these, the SD of the change is left open.
MOST_CHANGES = 600


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
    d_is: str = "not stated"  # the definition of d that the paper states

    @classmethod
    def of(cls, study: Study, name: str, bits: tuple[tuple[str, float], ...], linked: bool) -> Changes:
        """The values of a change under the study's reading; `bits` are those of each part that nothing explains."""
        found = {part: study.get(f"{name}.change.{part}") for part in ("mean", "df", *ORDER)}
        level = study.get(f"{name}.change.ci.level")
        share = float(level.reported.value) if level else 0.0
        about, reading = study.file.outcomes[name].change, study.reading
        one = about.sides == "one"
        return cls(
            tuple((part, value.interval, value.reported) for part, value in found.items() if value), bits,
            (share / 100 if share > 1 else share,) if level else USUAL_LEVELS,
            reading.critical, 1 if one else reading.tails, one, about.test not in TWO_GROUPS, reading.rounded_to,
            linked, about.d_is,
        )  # fmt: skip

    @cached_property
    def printed(self) -> dict[str, Part]:
        """Each printed part."""
        return {part: part_of(interval, reported) for part, interval, reported in self.parts}

    def fits(self, before: Margin, after: Margin) -> tuple[Fit, ...]:
        """Every candidate change of two margins."""
        key = _key(before, after)
        if key not in self._met:
            self._met[key] = tuple(self._fits(before, after))
        return self._met[key]

    def least(self, before: Margin, after: Margin) -> float:
        """No candidate takes fewer bits, those of the parts that it does not print among them."""
        n, before, after = self._sides(before, after)
        if n < 2 or not self.printed or self._paired_data(before, after):
            return 0.0
        key = before.mean, after.mean, before.sd, after.sd, n
        if key not in self._bounds:
            plain, opened = self._open(n, before, after)
            lost = plain.bits + sum(bits for part, bits in self.bits if part not in plain.agrees)
            self._bounds[key] = min(lost, opened.least) if opened else lost
        return self._bounds[key]

    @cached_property
    def _met(self) -> dict[object, tuple[Fit, ...]]:
        return {}

    @cached_property
    def _bounds(self) -> dict[object, float]:
        return {}

    def _sides(self, before: Margin, after: Margin) -> tuple[int, Margin, Margin]:
        """How many people the change is of (0 where both occasions have not as many), and what it follows from."""
        n = before.n if before.n == after.n else 0
        return (
            (n, before, after)
            if self.linked
            else (n, Margin(n, None, None, None, 0.0), Margin(n, None, None, None, 0.0))
        )

    def _paired_data(self, before: Margin, after: Margin) -> Pairings | None:
        both = before.data is not None and after.data is not None
        return pairings(before.data, after.data, MOST_CHANGES) if both and before.data and after.data else None

    def _fits(self, before: Margin, after: Margin) -> Iterator[Fit]:
        n, before, after = self._sides(before, after)
        if n < 2 or not self.printed:
            yield Fit(frozenset(), frozenset(), 0.0)
        elif found := self._paired_data(before, after):
            yield from self._of_tables(found)
        else:
            plain, opened = self._open(n, before, after)
            yield plain
            yield from opened.fits() if opened else ()

    def _of_tables(self, found: Pairings) -> Iterator[Fit]:
        """Every way of pairing two data sets is one candidate."""
        changes = found if self.rounded_to is None else found.rounded(self.rounded_to)
        mean, rules, printed = point(abs(changes.mean)), self._rules(found.n), self.printed
        plain = {part for part in ("mean", "df") if part in printed and self._plain(part, mean, rules)}
        open_ = {part: value for part, value in printed.items() if part in ORDER}
        for parts, count, last in changes.printed_by(open_, rules, self.paired):
            chosen = log2(len(found.sds) / count) if parts else 0.0
            bits = changes.bits_of_d(last, printed["d"].decimals, self.d_is) if "d" in parts else 0.0
            agrees = plain | set(parts)
            yield Fit(frozenset(agrees), frozenset(set(printed) - agrees), chosen + bits)

    def _open(self, n: int, before: Margin, after: Margin) -> tuple[Fit, Opened | None]:
        """The SD of the change told by none of the printed numbers, or by one."""
        mean, rules, bits = apart(before.mean, after.mean), self._rules(n), dict(self.bits)
        free = mean is None
        if mean is None:
            mean = self.printed["mean"].size if "mean" in self.printed else None
        plain = frozenset(p for p in ("mean", "df") if p in self.printed and mean and self._plain(p, mean, rules))
        tested = frozenset({"df"} if free else {"mean", "df"}) & set(self.printed)
        cost = bits.get("mean", 0.0) if free and "mean" in plain else 0.0
        alone = Fit(plain, tested - plain, cost)
        spread = self._spread(before.sd, after.sd)
        printed = self.printed
        if mean is None:  # t, d and p hang together without it
            mean, spread, printed = (1.0, 1.0), WIDEST, {p: v for p, v in printed.items() if p in NEED_NO_MEAN}
        if spread is None:
            return alone, None
        if (mean, n, free) not in self._asked:
            self._asked[mean, n, free] = asked_by(printed, mean, rules)
        return alone, Opened(printed, self._asked[mean, n, free], mean, spread, rules, bits, plain, tested, cost)

    @cached_property
    def _asked(self) -> dict[object, dict[str, tuple[Range, ...]]]:
        return {}

    def _plain(self, part: str, mean: Range, rules: Rules) -> bool:
        """The mean change and the degrees of freedom need no SD."""
        return meets(self.printed[part].size, mean if part == "mean" else (rules.df, rules.df))

    def _rules(self, n: int) -> Rules:
        if n not in self._by_n:
            df = n - 1 if self.paired else 2 * n - 2
            factors = d_factors(n, self.d_is)
            self._by_n[n] = Rules(
                sqrt(n), df, self.critical, self.tails, self.levels, factors, self.one_sided, self.d_is
            )
        return self._by_n[n]

    @cached_property
    def _by_n(self) -> dict[int, Rules]:
        return {}

    def _spread(self, before: Range | None, after: Range | None) -> Range | None:
        """The SD behind t: of the change, between what correlations of 1 and −1 give, or as if of two groups."""
        if before is None or after is None:
            return WIDEST if self.paired else None
        if not self.paired:
            return hypot(before[0], after[0]), hypot(before[1], after[1])
        return max(0.0, before[0] - after[1], after[0] - before[1]), before[1] + after[1]


def _key(before: Margin, after: Margin) -> object:
    return before.n, after.n, before.mean, after.mean, before.sd, after.sd, before.data, after.data


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
