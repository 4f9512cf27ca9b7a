"""How do the data sets that print these numbers look: some of them, equally likely, and how often each answer occurs?

Both come from the exact count, not from a search that may favour some data sets.

>>> marginals(20, "1.20", "0.41", scale=(0, 2)).counts[2]
Marginal(least=4, greatest=4, mean=Fraction(4, 1), ways={4: 1})
>>> sample(20, "1.90", "0.31", seed=1)
(Counts({1: 2, 2: 18}),)

"Equally likely" is over data sets (histograms), or over samples: histograms weighted by the orders in which people can
give the answers. Both are measures of nothing but this list: neither is the chance that a data set is the true one.
Source: see `walk`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import accumulate
from random import Random
from typing import Any, Unpack

from reread.datasets.asked import Also, Scale
from reread.datasets.histogram import Counts
from reread.datasets.paths import Path, Paths, tallies
from reread.datasets.printed import Printed
from reread.datasets.question import Question
from reread.datasets.single import walks
from reread.datasets.walk import Measure, Walk


@dataclass(frozen=True)
class Marginal:
    """Of one value: the least, greatest and mean count over all data sets, and in how many each count occurs."""

    least: int
    greatest: int
    mean: Fraction
    ways: dict[int, int]


@dataclass(frozen=True)
class Marginals:
    """How many data sets (or samples) there are, and the marginal of every value (or cell) that some data set has."""

    total: int
    counts: dict[Any, Marginal]

    @classmethod
    def of(cls, every: list[Walk]) -> Marginals:
        """Over all that several walks count together."""
        total, each = sum(walk.total for walk in every), dict[Any, Counter[int]]()
        for walk in every:
            for value, ways in tallies(walk):
                each.setdefault(value, Counter()).update(ways)
        shown = {value: _marginal(ways, total) for value, ways in sorted(each.items()) if any(ways)}
        return cls(total, shown)


def marginals(
    n: int,
    mean: Printed | None = None,
    sd: Printed | None = None,
    scale: Scale = None,
    *,
    measure: Measure = "data sets",
    **also: Unpack[Also],
) -> Marginals:
    """The exact marginals over data sets or over samples; arguments as in `count`. `TooLarge` where it is."""
    question = Question.posed(n, mean, sd, scale, also, everybody=True)
    return Marginals.of(list(walks(question, measure)))


def sample(
    n: int,
    mean: Printed | None = None,
    sd: Printed | None = None,
    scale: Scale = None,
    size: int = 1,
    *,
    seed: int,
    measure: Measure = "data sets",
    **also: Unpack[Also],
) -> tuple[Counts, ...]:
    """`size` data sets, drawn independently, each equally likely; none where none exists. Arguments as in `count`.

    With measure="samples" a data set is drawn as often as the samples that have these counts make it: each *sample* is
    equally likely. The same seed gives the same data sets. `TooLarge` where too many states arise.
    """
    question = Question.posed(n, mean, sd, scale, also, everybody=True)
    return tuple(Counts.of(dict(path)) for path in drawn(list(walks(question, measure)), size, seed))


def drawn(every: list[Walk], size: int, seed: int) -> Iterator[Path]:
    """Of all that several walks count, `size` equally likely ones."""
    random, upto = Random(seed), list(accumulate(walk.total for walk in every))
    if not upto or not upto[-1]:
        return
    paths: dict[int, Paths] = {}
    for _ in range(size):
        chosen = bisect_right(upto, random.randrange(upto[-1])) if len(upto) > 1 else 0
        if chosen not in paths:
            paths[chosen] = Paths(every[chosen])
        yield paths[chosen].drawn(random)


def _marginal(ways: Counter[int], total: int) -> Marginal:
    mean = Fraction(sum(count * number for count, number in ways.items()), total)
    return Marginal(min(ways), max(ways), mean, dict(sorted(ways.items())))
