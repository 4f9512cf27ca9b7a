"""How do the data sets that print these numbers look: some of them, equally likely, and how often each answer occurs?

Both come from the exact count, not from a search that may favour some data sets.

>>> marginals(20, "1.20", "0.41", scale=(0, 2)).counts[2]
Marginal(least=4, greatest=4, mean=Fraction(4, 1), ways={4: 1})
>>> sample(20, "1.90", "0.31", seed=1)
(Counts({1: 2, 2: 18}),)

"Equally likely" is over data sets (histograms), a measure of nothing but this list: it is no chance that a data set is
the true one. Source: see `layers`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from random import Random

from reappraise.datasets.counting import admissible, framed
from reappraise.datasets.frame import Frame
from reappraise.datasets.histogram import Counts
from reappraise.datasets.layers import Layers
from reappraise.datasets.printed import Printed
from reappraise.datasets.question import Question, Scale


@dataclass(frozen=True)
class Marginal:
    """Of one value: the least, greatest and mean count over all data sets, and in how many each count occurs."""

    least: int
    greatest: int
    mean: Fraction
    ways: dict[int, int]


@dataclass(frozen=True)
class Marginals:
    """How many data sets there are, and the marginal of every value that some data set has."""

    total: int
    counts: dict[int, Marginal]


def marginals(
    n: int,
    mean: Printed,
    sd: Printed,
    scale: Scale = None,
    *,
    counts: Mapping[int, int] | None = None,
    ddof: int = 1,
    items: int = 1,
) -> Marginals:
    """The exact marginals; arguments as in `list_all`. `TooLarge` where too many states arise."""
    question = Question.posed(n, mean, sd, scale, counts, ddof, items)
    found = _layered(question)
    if found is None:
        return Marginals(0, {})
    frame, layers = found
    total = 1 if layers is None else layers.total
    each = {value: {count: total} for value, count in question.fixed.pairs} if total else {}
    for unit, ways in zip(frame.units, layers.ways_by_count() if layers else [], strict=False):
        each[frame.base + frame.step * unit] = ways
    shown = {value: _marginal(ways, total) for value, ways in sorted(each.items()) if any(ways)}
    return Marginals(total, shown)


def sample(
    n: int,
    mean: Printed,
    sd: Printed,
    scale: Scale = None,
    size: int = 1,
    *,
    seed: int,
    counts: Mapping[int, int] | None = None,
    ddof: int = 1,
    items: int = 1,
) -> tuple[Counts, ...]:
    """`size` data sets, drawn independently, each equally likely; none where none exists. Arguments as in `list_all`.

    The same seed gives the same data sets. `TooLarge` where too many states arise.
    """
    question = Question.posed(n, mean, sd, scale, counts, ddof, items)
    found = _layered(question)
    if found is None:
        return ()
    frame, layers = found
    if layers is None:
        return (question.fixed,) * size
    random = Random(seed)
    return tuple(frame.outward(layers.drawn(random), question.fixed) for _ in range(size)) if layers.total else ()


def _layered(question: Question) -> tuple[Frame, Layers | None] | None:
    """The units and the layers of states over them; no layers where nobody is free; None where no data set exists."""
    targets = admissible(question)
    if not targets:
        return None
    if not question.free:
        return Frame(0, 1, ()), None
    frame, inside = framed(question, targets)
    return (frame, Layers.of(question.free, frame.units, tuple(inside))) if inside else None


def _marginal(ways: dict[int, int], total: int) -> Marginal:
    mean = Fraction(sum(count * number for count, number in ways.items()), total)
    return Marginal(min(ways), max(ways), mean, ways)
