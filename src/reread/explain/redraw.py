"""What could another honest study of the same kind have printed in some numbers' place?

Of the same n, scale, decimals and direction. Counts are those of a data set drawn uniformly; a mean with its SD are
those of one other data set; what is computed from a change is that of two data sets in the printed direction, paired at
random. Numbers of no whole-number scale are drawn uniformly from the strings of as many digits. Each block is drawn by
itself, for that is the point: nothing but chance makes it agree with the others. Where counts and percentages disagree
among themselves as printed, one of the redrawn ones is any other number.

Two reference laws say which answers there are: all on the stated scale, or those that the printed counts show.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from itertools import product
from math import sqrt
from random import Random
from typing import Literal

from reread.datasets.histogram import Counts, drawn
from reread.datasets.pairing import shares
from reread.explain.blocks import packs
from reread.explain.prints import tallies
from reread.explain.strings import rounded, space, ways
from reread.statistics.formulas import critical_t, p_from_t
from reread.study.comparison import Comparison, comparisons
from reread.study.roles import owner, pack_of, part_of, sample_of
from reread.study.values import Study, Value

Law = Literal["scale", "apparent"]
LAWS: tuple[Law, ...] = ("scale", "apparent")
WITHOUT_SIGN = ("sd", "se", "p")
# Draws without a usable change (nobody changed, or all alike, or the other direction) are made again, so often.
TRIES = 200
# Of more data sets than these not every print is listed.
MOST_LISTED = 10_000


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

    def every(self, most: int) -> list[tuple[dict[str, str], int]] | None:
        """Each print that a draw can make, with its weight; None where there are more than `most`, or changes."""
        found: list[tuple[dict[str, str], int]] = [({}, 1)]
        for pack in packs(self.blocks):
            listed = self._every(pack, most)
            if listed is None or len(found) * len(listed) > most:
                return None
            found = [(one | other, k * m) for one, k in found for other, m in listed]
        return found

    def _broken(self, texts: dict[str, str], random: Random) -> dict[str, str]:
        """Of counts that disagree among themselves as printed, so will these: one number of them is any other."""
        if self._agree(texts):
            return texts
        role = random.choice([role for role in texts if role in self.study.values])
        return texts | {role: self._string(self.study.values[role], random)}

    def _n(self, sample: str) -> int:
        n = self.study.get(f"{sample}.n") or self.study.get("n")
        return n.integer if n and n.whole else 0

    def _agree(self, roles: Iterable[str]) -> bool:
        """Do the counts and percentages among these roles, if any, agree as printed?"""
        sample = next((sample_of(role) for role in roles if ".count." in role), "")
        n = self._n(sample) if sample else 0
        return not n or tallies(n, self.study.group(f"{sample}.count"), self.study.group(f"{sample}.percent"))

    def _every(self, pack: tuple[str, ...], most: int) -> list[tuple[dict[str, str], int]] | None:
        data = self._data(pack)
        if data and not self._agree(data[2](drawn(data[0], data[1], Random(0)))):
            return None
        if data:
            places, n, shown = data
            if ways(n, len(places)) > MOST_LISTED:
                return None
            every = (Counts.of(dict(zip(places, k, strict=True))) for k in shares(n, (n,) * len(places)))
            return [(dict(each), weight) for each, weight in Counter(tuple(shown(k).items()) for k in every).items()]
        roles = [role for role in pack if role in self.study.values]
        texts = [self._strings(role, most) for role in roles]
        if self._changed(pack) or not all(texts):
            return None
        return [(dict(zip(roles, each, strict=True)), 1) for each in product(*texts)]

    def _strings(self, role: str, most: int) -> list[str]:
        """Every string that a draw can put in a place; none where there are more than `most`."""
        value = self.study.values[role]
        if value.reported.comparator != "=":
            return [value.reported.text]
        places = space(self.study, value)
        return [places.text(k) for k in range(len(places))] if len(places) <= most else []

    def _pack(self, pack: tuple[str, ...], random: Random) -> dict[str, str]:
        data, changed = self._data(pack), self._changed(pack)
        if data:
            places, n, shown = data
            return self._broken(shown(drawn(places, n, random)), random)
        if changed:
            return self._change(pack, *changed, random)
        return {role: self._string(self.study.values[role], random) for role in pack if role in self.study.values}

    def _data(self, pack: tuple[str, ...]) -> tuple[Sequence[int], int, Callable[[Counts], dict[str, str]]] | None:
        """The answers and the number of people of the one data set that prints a pack, and how it is printed."""
        whose, kind = pack_of(pack[0])
        comparison, codes, n = self._scored(whose)
        if kind == "count":
            return self._counts(whose, codes)
        if not codes or n is None or kind == "normality_p" or (comparison and comparison.role == whose):
            return None

        def shown(data: Counts) -> dict[str, str]:
            values = {"mean": data.mean, "sd": Fraction(sqrt(data.variance()))}
            return {role: self._print(role, values[part_of(role)]) for role in pack}

        return codes, n, shown

    def _changed(self, pack: tuple[str, ...]) -> tuple[Comparison, Sequence[int], int] | None:
        """The comparison, its answers and the number of people, where a pack is of whole-number scores of the same."""
        whose = pack_of(pack[0])[0]
        comparison, codes, n = self._scored(whose)
        of_change = comparison and comparison.paired and comparison.role == whose
        return (comparison, codes, n) if comparison and of_change and codes and n is not None else None

    def _scored(self, whose: str) -> tuple[Comparison | None, tuple[int, ...], int | None]:
        """Of a sample or a comparison: the comparison, its answers, and how many people gave them."""
        comparison = self._comparisons.get(owner(whose))
        if not comparison or len(comparison.samples) != 2 or not self.study.integer_scale(comparison.owner):
            return comparison, (), None
        n = comparison.pairs if comparison.paired else self.study.get(f"{whose}.n")
        codes = self._codes(comparison)
        return comparison, codes, n.integer if codes and n and n.whole else None

    @cached_property
    def _comparisons(self) -> dict[str, Comparison]:
        return {each.owner: each for each in comparisons(self.study)}

    def _codes(self, comparison: Comparison) -> tuple[int, ...]:
        """Every answer that there is under the law."""
        codes = self.study.codes(comparison.owner) or {}
        shown = {label for sample in comparison.samples for label, count in sample.counts().items() if count.integer}
        apparent = tuple(sorted(code for label, code in codes.items() if label in shown))
        every = tuple(range(min(codes.values()), max(codes.values()) + 1)) if codes else ()
        return apparent if self.law == "apparent" and len(apparent) > 1 else every

    def _counts(
        self, sample: str, codes: Sequence[int]
    ) -> tuple[Sequence[int], int, Callable[[Counts], dict[str, str]]] | None:
        printed = self.study.counted(sample)
        agree = self._agree(f"{sample}.count.{label}" for label in printed)
        coded = self.study.codes(owner(sample)) or {}
        labels = {code: label for label, code in coded.items() if code in codes}
        places = tuple(labels) or tuple(range(len(printed)))
        names = labels or dict(enumerate(printed))
        total = (sum(value.integer for value in printed.values()) if agree else 0) or self._n(sample)
        if not places or not total:  # percentages alone, or nobody counted
            return None
        percents = self.study.group(f"{sample}.percent")
        decimals = next((value.reported.decimals for value in percents.values()), 0)

        def shown(data: Counts) -> dict[str, str]:
            found = {}
            for place, label in names.items():
                count = data.get(place, 0)
                found[f"{sample}.count.{label}"] = str(count)
                if percents:
                    found[f"{sample}.percent.{label}"] = rounded(Fraction(100 * count, total), decimals) + "%"
            return found

        return places, total, shown

    def _change(
        self, pack: tuple[str, ...], comparison: Comparison, codes: Sequence[int], n: int, random: Random
    ) -> dict[str, str]:
        """Numbers of one change: two data sets whose means differ in the printed direction, paired at random."""
        rising = _rises(comparison)
        for _ in range(TRIES):
            before, after = (list(drawn(codes, n, random).answers()) for _ in range(2))
            random.shuffle(after)
            changes = Counts.of([y - x for x, y in zip(before, after, strict=True)])
            if changes.variance() and changes.mean and (changes.mean > 0) == rising:
                return {role: self._of_change(role, comparison, changes, n, random) for role in pack}
        return {role: self._string(self.study.values[role], random) for role in pack}

    def _of_change(self, role: str, comparison: Comparison, changes: Counts, n: int, random: Random) -> str:
        mean, sd = float(changes.mean), sqrt(changes.variance())
        t, half = mean / (sd / sqrt(n)), critical_t(0.95, n - 1) * sd / sqrt(n)
        sign = -1 if self._turned(role, comparison) else 1
        values = {
            "difference": mean, "sd": sd, "se": sd / sqrt(n), "t": t, "p": p_from_t(t, n - 1), "d": mean / sd,
            "ci.low": mean - sign * half, "ci.high": mean + sign * half,
        }  # fmt: skip
        part = next((part for part in values if comparison.role_of(part) == role), None)
        if part is None:
            return self._string(self.study.values[role], random)
        return self._print(role, Fraction(values[part] if part in WITHOUT_SIGN else sign * values[part]))

    def _turned(self, role: str, comparison: Comparison) -> bool:
        """Is the change printed as before minus after?"""
        if role.endswith((".ci.low", ".ci.high")):
            ends = [comparison.get(end) for end in ("ci.low", "ci.high")]
            return sum(end.reported.value for end in ends if end) < 0
        return (self.study.values[role].reported.value < 0) == _rises(comparison)

    def _string(self, value: Value, random: Random) -> str:
        if value.reported.comparator != "=":
            return value.reported.text
        places = space(self.study, value)
        return places.text(random.randrange(len(places)))

    def _print(self, role: str, value: Fraction) -> str:
        return rounded(value, self.study.values[role].reported.decimals)


def _rises(comparison: Comparison) -> bool:
    first, second = (sample.get("mean") for sample in comparison.samples)
    return not (first and second) or second.reported.value >= first.reported.value
