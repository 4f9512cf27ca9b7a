"""Are percentages taken of other participants than those of their row?

Of everybody in all rows, of another row's participants, or of those with the same answer (row percentages for column
percentages). Ask what 100 % is.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from reread.study.samples import Sample, by_owner
from reread.study.values import Study, Value, shifted

ALONE = True


def variants(study: Study) -> Iterator[tuple[dict[str, str], Study]]:
    """All percentages of an outcome or test of another base: each other size, the sum of all, the same answers."""
    for owner, found in by_owner(study):
        sizes = {sample.role: size for sample in found if (size := _size(study, sample))}
        percents = {role: study.group(f"{role}.percent") for role in sizes}
        if len(sizes) < 2 or not any(percents.values()):
            continue
        for base in dict.fromkeys([sum(sizes.values()), *sizes.values()]):
            changed = {
                value.role: _of(value, Fraction(base, sizes[role]))
                for role in sizes
                for value in percents[role].values()
                if base != sizes[role]
            }
            if changed:
                yield {"outcome": owner, "base": str(base)}, study.with_values(dict(changed))
        same = dict(_of_the_same_answer(study, sizes))
        if same:
            yield {"outcome": owner, "base": "row"}, study.with_values(dict(same))


def _size(study: Study, sample: Sample) -> int:
    return sample.n.integer if sample.n else sum(count.integer for count in study.counted(sample.role).values())


def _of_the_same_answer(study: Study, sizes: dict[str, int]) -> Iterator[tuple[str, Value]]:
    """Percentages of those who gave one answer, in all samples together; where all of their counts are printed."""
    for role, size in sizes.items():
        for name, value in study.group(f"{role}.percent").items():
            counts = [study.counted(other).get(name) for other in sizes]
            total = sum(count.integer for count in counts if count)
            if all(counts) and total not in (0, size):
                yield value.role, _of(value, Fraction(total, size))


def _of(value: Value, factor: Fraction) -> Value:
    return shifted(value, value.interval.scaled(factor))
