"""Can groups or pairs of these sizes have the printed rank statistic?

U lies between 0 and n₁ n₂, a sum of signed ranks between 0 and n (n + 1) / 2, a rank sum below that of all ranks, each
a multiple of ½; H is at most N − 1. Fewer answers only narrow these limits.

Source: Mann & Whitney 1947, doi:10.1214/aoms/1177730491; Wilcoxon 1945, doi:10.2307/3001968; Kruskal & Wallis 1952,
doi:10.1080/01621459.1952.10483441. Example: ten pairs have a sum of ranks of 55 at most.

>>> from reread.statistics.ranks import greatest_rank_sum
>>> greatest_rank_sum(10)
55
"""

from collections.abc import Iterator
from math import prod

from reread.numbers.interval import Interval
from reread.statistics.ranks import greatest_rank_sum, holds_half
from reread.study.comparison import Comparison, comparisons
from reread.study.finding import Finding, about, meets
from reread.study.values import Study, Value


def check(study: Study) -> Iterator[Finding]:
    """One finding for each U, W or H of groups or pairs of printed sizes."""
    for test in comparisons(study):
        for letter, most, sizes, listed in _limits(test):
            value = test.get(letter)
            if value is None:
                continue
            size = value.interval.absolute() if letter == "W" else value.interval  # W may be a signed sum
            halves = letter == "H" or holds_half(value.interval)
            inside = size.meets(Interval.of(0, most))
            params = {
                "letter": letter, "printed": value.shown, "most": str(most),
                "n": ", ".join(n.shown for n in sizes),
            }  # fmt: skip
            verdict = meets(inside and halves, listed)
            if inside and not halves:
                verdict |= {"say": "no_half"}
            yield Finding("rank_statistic", about(value, *sizes), params=params, **verdict)


def _limits(test: Comparison) -> Iterator[tuple[str, int, tuple[Value, ...], bool]]:
    """Each letter, the greatest value that it can have, the sizes that say so, and whether these are all."""
    sizes = test.group_ns()
    if sizes and test.test == "Mann-Whitney":
        counts = [n.integer for n in sizes]
        yield "U", prod(counts), tuple(sizes), True
        yield "W", prod(counts) + greatest_rank_sum(max(counts)), tuple(sizes), True
    elif sizes:
        counts = [n.integer for n in sizes]
        yield "H", sum(counts) - 1, tuple(sizes), test.all_listed("df")
    n = test.signed_pairs()
    if n:
        yield "W", greatest_rank_sum(n.integer), (n,), True
