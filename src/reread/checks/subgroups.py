"""Are the mean and the SD of a whole those of its parts, and do the sizes of the parts make it up?

A test whose groups are the parts of one larger group prints that under `whole`. The sizes are added; where they make up
the whole, its mean lies where some values behind the printed means of the parts put it, M = Σ n x̄ / N, and its SD
where some values behind their means and SDs do: squares add up to Σ (n − 1) s² + Σ n (x̄ − M)². SDs may be those with n.
Sizes that do not make it up are left open, as a part may be missing; so is what lies outside where it is not known that
everybody answered (`complete`), because then n may count more than those behind the means. But a mean below all of the
parts', or above, is none whoever answered.

Source: arithmetic; INSPECT-SR guidance 1.1, check 4.10. Example there: 30 with a mean of 6.2 and 11 with 7.4 are 41
with a mean of 6.5, printed as 7.3.

>>> means = [Interval.of("6.15", "6.25"), Interval.of("7.35", "7.45")]
>>> [round(end, 2) for end in pooled_mean([30, 11], means).floats()]
[6.47, 6.57]
>>> [round(end, 2) for end in pooled_sd([30, 11], means, [Interval.of(2, 2), Interval.of(2, 2)]).floats()]
[2.01, 2.11]
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations
from math import sqrt

from reread.numbers.interval import Interval
from reread.numbers.show import span
from reread.study.comparison import Comparison, comparison_at
from reread.study.finding import Finding, Param, Status, Term
from reread.study.samples import plain_size
from reread.study.values import Study, Value


def check(study: Study) -> Iterator[Finding]:
    """One finding for the mean and one for the SD of each whole whose parts print theirs and their sizes."""
    for name in study.file.tests:
        comparison = comparison_at(study, f"tests.{name}")
        n = plain_size(study.get(f"{comparison.role}.whole.n"))
        sizes = [size for sample in comparison.samples if (size := plain_size(sample.n)) and size.integer > 0]
        if n is None or n.integer < 2 or len(sizes) != len(comparison.samples) or len(sizes) < 2:
            continue
        means = _bounded(comparison.of_samples("mean"))
        sds = _bounded(comparison.of_samples("sd"))
        counts = [size.integer for size in sizes]
        if means:
            allowed = pooled_mean(counts, [mean.interval for mean in means])
            yield from _of_part(comparison, "mean", n, sizes, means, allowed)
        if means and sds and all(sd.reported.value >= 0 for sd in sds):
            allowed = pooled_sd(counts, [mean.interval for mean in means], [sd.interval for sd in sds])
            yield from _of_part(comparison, "sd", n, sizes, (*means, *sds), allowed)


def _of_part(
    comparison: Comparison, part: str, n: Value, sizes: list[Value], values: tuple[Value, ...], allowed: Interval
) -> Iterator[Finding]:
    """Nothing where the whole does not print this part."""
    whole = comparison.study.get(f"{comparison.role}.whole.{part}")
    if whole is None or not whole.interval.bounded:
        return
    total = sum(size.integer for size in sizes)
    makes_up, agrees = total == n.integer, whole.interval.meets(allowed)
    beyond = part == "mean" and not whole.interval.meets(hull([each.interval for each in values]))
    wrong: Status = "inconsistent" if beyond or comparison.complete else "undecided"
    status: Status = "undecided" if not makes_up else "consistent" if agrees else wrong
    params: dict[str, Param] = {
        "part": Term("part", {"sd": "SD"}.get(part, part)), "printed": whole.shown, "n": n.shown, "total": str(total),
        "sizes": " + ".join(size.shown for size in sizes), "values": " / ".join(each.shown for each in values),
        "allowed": span(*allowed.floats(), max(whole.reported.decimals, 0) + 1),
    }  # fmt: skip
    yield Finding(
        "subgroups", (whole.role, n.role, *(each.role for each in (*sizes, *values))), status, params,
        say="" if status != "undecided" else "answers" if makes_up else "sizes",
        kind="impossible" if status == "inconsistent" else "",
    )  # fmt: skip


def hull(means: Sequence[Interval]) -> Interval:
    """From the least to the greatest that one of them may be: where any weights put their mean."""
    ends = [mean.ends for mean in means]
    return Interval(min(low for low, _ in ends), max(high for _, high in ends))


def _bounded(values: tuple[Value, ...] | None) -> tuple[Value, ...]:
    return values if values and all(each.interval.bounded for each in values) else ()


def pooled_mean(sizes: Sequence[int], means: Sequence[Interval]) -> Interval:
    """The mean of all, from the sizes and means of the parts. Raises ValueError for an open interval."""
    parts = [mean.ends for mean in means]
    low, high = (sum((n * part[k] for n, part in zip(sizes, parts, strict=True)), Fraction(0)) for k in (0, 1))
    return Interval(low / sum(sizes), high / sum(sizes))


def pooled_sd(sizes: Sequence[int], means: Sequence[Interval], sds: Sequence[Interval]) -> Interval:
    """The SD of all, from the sizes, means and SDs of the parts, each SD with n − 1 or n.

    The squares between the parts are Σ n n′ (x̄ − x̄′)² / N over all pairs of parts, each pair by itself as near and as
    far as its means allow. Raises ValueError for an open interval.
    """
    total = sum(sizes)
    squares = [Fraction(0), Fraction(0)]
    for n, sd in zip(sizes, sds, strict=True):
        low, high = sd.ends
        squares[0] += (n - 1) * max(low, Fraction(0)) ** 2
        squares[1] += n * high**2
    for (n, first), (m, second) in combinations(zip(sizes, means, strict=True), 2):
        apart = (first - second).absolute().ends
        for k in (0, 1):
            squares[k] += Fraction(n * m, total) * apart[k] ** 2
    return Interval.around(sqrt(squares[0] / total), sqrt(squares[1] / (total - 1)))
