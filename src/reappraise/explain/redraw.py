"""What could another honest study of the same kind have printed in some numbers' place?

Of the same n, scale, decimals and direction. Counts are those of a data set drawn uniformly; a mean with its SD are
those of one other data set; what is computed from a change is that of two data sets in the printed direction, paired at
random. Numbers of no whole-number scale are drawn uniformly from the strings of as many digits. Each block is drawn by
itself, for that is the point: nothing but chance makes it agree with the others.

Two reference laws say which answers there are: all on the stated scale, or those that the printed counts show.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from math import sqrt
from random import Random
from typing import Literal

from reappraise.datasets.histogram import Counts
from reappraise.explain.strings import rounded, space
from reappraise.formulas import critical_t, p_from_t
from reappraise.study import Study, Value

Law = Literal["scale", "apparent"]
LAWS: tuple[Law, ...] = ("scale", "apparent")
OF_CHANGE = ("mean", "sd", "t", "p", "d", "ci.low", "ci.high")
# Draws without a usable change (nobody changed, or all alike, or the other direction) are made again, so often.
TRIES = 200


@dataclass(frozen=True)
class Redraw:
    """Draws other prints of some blocks of a study under a law."""

    study: Study
    blocks: tuple[str, ...]
    law: Law

    def draw(self, seed: int, k: int) -> Study:
        """The study as it would be printed with the k-th draw."""
        return self.study.printing(self.texts(Random(f"{seed} {self.study.id} {self.law} {k}")))

    def roles(self, drawn: Study) -> list[str]:
        """The roles that a draw prints anew."""
        return [role for role, value in drawn.values.items() if self.study.values.get(role) is not value]

    def texts(self, random: Random) -> dict[str, str]:
        """One draw: what would be printed, by role."""
        found: dict[str, str] = {}
        for pack in packs(self.blocks):
            found |= self._pack(pack, random)
        return found

    def _pack(self, pack: tuple[str, ...], random: Random) -> dict[str, str]:
        owner, kind = _owner(pack[0])
        name, _, place = owner.partition(".")
        codes = self._codes(name) if name in self.study.file.outcomes and self.study.integer_scale(name) else ()
        n = self.study.n(name) if codes else None
        if kind == "count":
            return self._counts(pack[0], codes, random)
        if not codes or n is None or kind == "normality_p":
            return {role: self._string(self.study.values[role], random) for role in pack if role in self.study.values}
        if place == "change":
            return self._change(pack, name, codes, n.integer, random)
        data = drawn(codes, n.integer, random)
        values = {"mean": data.mean, "sd": Fraction(sqrt(data.variance()))}
        return {role: self._print(role, values[role.rpartition(".")[2]]) for role in pack}

    def _codes(self, name: str) -> tuple[int, ...]:
        """Every answer that there is under the law."""
        codes = self.study.codes(name) or {}
        shown = {label for o in ("before", "after") for label, v in self.study.counts(name, o).items() if v.integer}
        apparent = tuple(sorted(code for label, code in codes.items() if label in shown))
        every = tuple(range(min(codes.values()), max(codes.values()) + 1)) if codes else ()
        return apparent if self.law == "apparent" and len(apparent) > 1 else every

    def _counts(self, block: str, codes: Sequence[int], random: Random) -> dict[str, str]:
        sample = block.removesuffix(".count")
        name = sample.partition(".")[0]
        printed = (
            self.study.counts(name, sample.partition(".")[2])
            if name in self.study.file.outcomes
            else self.study.counted(sample)
        )
        labels = {code: label for label, code in (self.study.codes(name) or {}).items() if code in codes}
        places = tuple(labels) or tuple(range(len(printed)))
        names = labels or dict(enumerate(printed))
        total = sum(value.integer for value in printed.values())
        data = drawn(places, total, random)
        percents = self.study.group(f"{sample}.percent")
        decimals = next((value.reported.decimals for value in percents.values()), 0)
        found = {}
        for place, label in names.items():
            count = data.get(place, 0)
            found[f"{sample}.count.{label}"] = str(count)
            if percents:
                found[f"{sample}.percent.{label}"] = rounded(Fraction(100 * count, total), decimals) + "%"
        return found

    def _change(self, pack: tuple[str, ...], name: str, codes: Sequence[int], n: int, random: Random) -> dict[str, str]:
        """Numbers of one change: two data sets whose means differ in the printed direction, paired at random."""
        rising = self._rises(name)
        for _ in range(TRIES):
            before, after = (list(drawn(codes, n, random).answers()) for _ in range(2))
            random.shuffle(after)
            changes = Counts.of([y - x for x, y in zip(before, after, strict=True)])
            if changes.variance() and changes.mean and (changes.mean > 0) == rising:
                return {role: self._of_change(role, changes, n) for role in pack}
        return {role: self._string(self.study.values[role], random) for role in pack}

    def _rises(self, name: str) -> bool:
        first, second = (self.study.get(f"{name}.{occasion}.mean") for occasion in ("before", "after"))
        return not (first and second) or second.reported.value >= first.reported.value

    def _of_change(self, role: str, changes: Counts, n: int) -> str:
        part = next(part for part in OF_CHANGE if role.endswith(f".{part}"))
        mean, sd = float(changes.mean), sqrt(changes.variance())
        t = mean / (sd / sqrt(n))
        half = critical_t(0.95, n - 1) * sd / sqrt(n)
        sign = -1 if self._turned(role) else 1
        values = {
            "mean": mean, "sd": sd, "t": t, "p": p_from_t(t, n - 1), "d": mean / sd,
            "ci.low": mean - half if sign > 0 else mean + half, "ci.high": mean + half if sign > 0 else mean - half,
        }  # fmt: skip
        return self._print(role, Fraction(values[part] if part in ("sd", "p") else sign * values[part]))

    def _turned(self, role: str) -> bool:
        """Is the change printed as before minus after?"""
        value = self.study.values[role]
        if role.endswith((".ci.low", ".ci.high")):
            ends = [self.study.get(role.rpartition(".")[0] + end) for end in (".low", ".high")]
            return sum(end.reported.value for end in ends if end) < 0
        rising = self._rises(role.partition(".")[0])
        return (value.reported.value < 0) == rising

    def _string(self, value: Value, random: Random) -> str:
        if value.reported.comparator != "=":
            return value.reported.text
        places = space(self.study, value)
        return places.text(random.randrange(len(places)))

    def _print(self, role: str, value: Fraction) -> str:
        return rounded(value, self.study.values[role].reported.decimals)


def packs(blocks: Sequence[str]) -> list[tuple[str, ...]]:
    """Blocks that one data set prints together: a mean with its SD, the two ends of an interval.

    >>> packs(("a.before.mean", "a.before.sd", "a.before.count", "a.change.t"))
    [('a.before.mean', 'a.before.sd'), ('a.before.count',), ('a.change.t',)]
    """
    found: dict[tuple[str, str], list[str]] = {}
    for block in blocks:
        found.setdefault(_owner(block), []).append(block)
    return [tuple(each) for each in found.values()]


def _owner(block: str) -> tuple[str, str]:
    owner, _, last = block.rpartition(".")
    if owner.endswith(".ci"):
        return owner.removesuffix(".ci"), "ci"
    if last in ("mean", "sd") and not owner.endswith(".change"):
        return owner, "mean and sd"
    return owner, last


def drawn(codes: Sequence[int], n: int, random: Random) -> Counts:
    """One data set of n answers among these codes, all data sets alike likely.

    >>> drawn((0, 2), 20, Random(1)).n
    20
    """
    bars = sorted(random.sample(range(n + len(codes) - 1), len(codes) - 1))
    edges = [-1, *bars, n + len(codes) - 1]
    sizes = [after - before - 1 for before, after in pairwise(edges)]
    return Counts.of(dict(zip(codes, sizes, strict=True)))
