"""What does a table of characteristics say before any test: which rows are the same in both arms, how often by chance?

Facts with their numbers, of the tests of a study file that are `occasion: baseline`: how many rows print the same in
both arms (mean and SD; or every count), and in how many trials that simple allocation forms so many do, for rows that
are independent and for rows correlated by one half. No test of balance, and no judgement: factors that strata or
minimisation held alike are the same by design, and why is a question for a person.

Source: INSPECT-SR guidance 1.1, checks 4.3 (nine of eleven rows alike) and 4.2 (simple allocation usually leaves arms
of different sizes).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reread.numbers.show import number
from reread.statistics.same_rows import at_least, imbalance, same_count, same_mean, same_sd
from reread.study.comparison import Comparison, comparison_at
from reread.study.samples import plain_size
from reread.study.values import Study, Value

TWO = 2
CORRELATED, RAREST = 0.5, 1e-6
NARROW = "\N{NARROW NO-BREAK SPACE}"
Fact = tuple[str, dict[str, str], tuple[Value, ...]]


@dataclass(frozen=True)
class Row:
    """One row of the table: its label, whether both arms print the same, and how often simple allocation does that."""

    label: str
    same: bool
    chance: float
    values: tuple[Value, ...]


def rows(study: Study) -> list[Row]:
    """The rows of two arms that print means and SDs, or counts, with the sizes of both."""
    found = []
    for name, test in study.file.tests.items():
        if test.occasion == "baseline" and len(test.groups) == TWO:
            comparison = comparison_at(study, f"tests.{name}")
            row = _of_means(comparison, test.label) or _of_counts(comparison, test.label)
            if row is not None:
                found.append(row)
    return found


def facts(study: Study) -> Iterator[Fact]:
    """How many rows are the same, and how far apart the sizes of the arms are, each with its printed numbers."""
    listed = rows(study)
    alike = [row for row in listed if row.same]
    if listed:
        chances = [row.chance for row in listed]
        told = {"same": str(len(alike)), "rows": str(len(listed)), "labels": ", ".join(row.label for row in alike)}
        if alike:
            told["independent"] = one_in(at_least(len(alike), chances, 0.0))
            told["correlated"] = one_in(at_least(len(alike), chances, CORRELATED))
        yield ("rows_same" if alike else "rows_differ"), told, tuple(value for row in alike for value in row.values)
    yield from _sizes(study)


def one_in(share: float) -> str:
    r"""So many of how many trials: of 100 where that says something, else one of so many; needs no translation.

    >>> one_in(0.204), one_in(0.00034), one_in(2.4e-9)
    ('20 / 100', '1 / 2900', '< 1 / 1\u202f000\u202f000')
    """
    if share >= 0.01:
        return f"{number(100 * share, 0)} / 100"
    if share < RAREST:
        return f"< 1 / {10**6:,}".replace(",", NARROW)
    size = 1 / share
    digits = len(str(int(size))) - TWO
    shown = f"{round(size, -digits):,.0f}".replace(",", NARROW)
    return f"1 / {shown if size >= 10_000 else shown.replace(NARROW, '')}"


def _of_means(comparison: Comparison, label: str) -> Row | None:
    """None where n, mean or SD of an arm is not printed, or an SD is 0."""
    found = comparison.summaries()
    if found is None:
        return None
    parts = [[sample.get(part) for sample in comparison.samples] for part in ("mean", "sd")]
    if any(value is None or value.reported.comparator != "=" for pair in parts for value in pair):
        return None
    (n, m), sd = (each.n for each in found), sum(sum(each.sd.floats()) for each in found) / (2 * TWO)
    if sd <= 0:
        return None
    chance = same_mean(sd, n, m, _step(parts[0])) * same_sd(sd, n, m, _step(parts[1]))
    return Row(label, all(_same(pair) for pair in parts), chance, _printed(parts))


def _of_counts(comparison: Comparison, label: str) -> Row | None:
    """Every count the same, of arms of one size; None where a count or n is missing, or the sizes differ."""
    sizes, counts = comparison.sizes, [sample.counts() for sample in comparison.samples]
    if len(set(sizes)) != 1 or not counts[0] or set(counts[0]) != set(counts[1]):
        return None
    n = sizes[0]
    pairs = [[row[name] for row in counts] for name in counts[0]]
    if any(not 0 <= value.integer <= n for pair in pairs for value in pair):
        return None
    chance = min(_even(sum(value.integer for value in pair) // TWO, n) for pair in pairs)
    return Row(label, all(_same(pair) for pair in pairs), chance, _printed(pairs))


def _even(half: int, n: int) -> float:
    """Twice so many persons with a property, of twice n, fall into halves of the same count.

    An odd number never does; the even one below it stands for it, which can only make sameness more likely.
    """
    return same_count(half, TWO * half, n, n)


def _same(pair: list[Value | None] | list[Value]) -> bool:
    first, second = pair
    return bool(first and second and first.shown == second.shown)


def _step(pair: list[Value | None]) -> float:
    """The coarser of the steps on which the two are printed."""
    return max(10.0 ** -max(value.reported.decimals, 0) for value in pair if value)


def _printed(parts: list[list[Value | None]] | list[list[Value]]) -> tuple[Value, ...]:
    return tuple(value for pair in parts for value in pair if value)


def _sizes(study: Study) -> Iterator[Fact]:
    """How often simple allocation leaves two arms no farther, and at least so far, apart; nothing with blocks told."""
    found = [plain_size(study.get(f"arms.{name}.allocated")) for name in study.file.arms]
    first, second = (found[0], found[1]) if len(found) == TWO else (None, None)
    if first is None or second is None or study.file.allocation.method not in ("simple", "not stated"):
        return
    if study.file.design.kind != "two-group randomised" or not first.integer + second.integer:
        return
    sizes = sorted((first.integer, second.integer))
    far = imbalance(*sizes)
    near = 1 - (imbalance(sizes[0] - 1, sizes[1] + 1) if sizes[0] else 0.0)
    told = {"far": number(100 * far, 0), "near": number(100 * near, 0), "sizes": f"{first.shown} / {second.shown}"}
    yield "sizes_by_chance", told, (first, second)
