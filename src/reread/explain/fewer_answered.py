"""Could printed numbers of two groups agree, had fewer answered than the table's heads print?

The n of a head may count everybody of a group, and that of a row is then not printed. Fewer answers make a t smaller, a
p larger and an interval wider; where the printed number lies between what all of them give and what a quarter of each
group would, some number of answers between makes it agree. Pooled, fewer answers of the group with the larger SD may
also make t larger, so several numbers of answers of either group are tried for both ends.

>>> list(answered((40, 2))), list(answered((3, 2)))
([(40, 2), (36, 2), (30, 2), (20, 2), (10, 2)], [(3, 2), (2, 2)])
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from fractions import Fraction
from itertools import product

from reread.numbers.interval import Interval
from reread.study.finding import Finding
from reread.study.values import Study, Value, shifted

SHARES = (Fraction(1), Fraction(9, 10), Fraction(3, 4), Fraction(1, 2), Fraction(1, 4))
FAR = Fraction(10**12)  # beyond any printed number
Found = Callable[[Study], list[Finding]]
Read = dict[str, Interval]


def explains(study: Study, name: str, finding: Finding, found: Found) -> bool:
    """Does some number of answers make an inconsistent finding about a test agree? No, where df is printed."""
    roles = [f"tests.{name}.groups.{group}.n" for group in study.file.tests[name].groups]
    sizes = tuple(n.integer for role in roles if (n := study.get(role)) and n.whole)
    ends = _ends(study, finding)
    if study.get(f"tests.{name}.df") is not None or not len(sizes) == len(roles) == 2:
        return False
    return bool(ends) and all(
        any(
            holds(finding, found(_with(study, read, dict(zip(roles, counts, strict=True)))))
            for counts in answered(sizes)
        )
        for read in ends
    )


def holds(finding: Finding, found: list[Finding]) -> bool:
    """Is this finding among others, and consistent there?"""
    return any(other.id == finding.id and other.status == "consistent" for other in found)


def answered(sizes: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
    """Numbers of answers of the groups that are tried, from all to a quarter and never below two."""
    each = [[max(2, int(size * share)) for share in SHARES] for size in sizes]
    yield from dict.fromkeys(product(*each))


def _ends(study: Study, finding: Finding) -> tuple[Read, ...]:
    """The printed number read as anything from itself to what more answers give, and to what fewer do."""
    role = finding.roles[0]
    stem, printed = role.rpartition(".")[0], study.values[role].interval
    size = printed.absolute()
    if role.endswith(".p"):
        within = printed.within(0, 1)
        return ({role: Interval(Fraction(0), within.high)}, {role: Interval(within.low, Fraction(1))}) if within else ()
    if role.endswith((".t", ".d", ".g")):  # d moves with n where SDs are standard errors
        return {role: Interval(size.low, FAR)}, {role: Interval(Fraction(0), size.high)}
    if role.endswith(".ci.low"):
        low, high = printed, study.values[f"{stem}.high"].interval
        middle = (low + high).scaled(Fraction(1, 2))
        narrower = {role: Interval(low.low, middle.high), f"{stem}.high": Interval(middle.low, high.high)}
        return narrower, {role: Interval(-FAR, low.high), f"{stem}.high": Interval(high.low, FAR)}
    return ()


def _with(study: Study, read: Read, counts: dict[str, int]) -> Study:
    changed: dict[str, Value | None] = {role: shifted(study.values[role], stands) for role, stands in read.items()}
    for role, count in counts.items():
        n = study.values[role]
        reported = replace(n.reported, value=Fraction(count), text=str(count))
        changed[role] = replace(n, reported=reported, interval=Interval.point(count))
    return study.with_values(changed)
