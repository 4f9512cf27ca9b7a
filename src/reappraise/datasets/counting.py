"""How many data sets print this mean and this SD?

Counted without listing, by a dynamic programme over (people, sum, sum of squares): see `states`.

>>> count(100, "4.00", "1.50", scale=(1, 7))
75996
>>> count(20, "1.20", "0.41", scale=(0, 2)), count(18, "3.44", "2.47", scale=(1, 7))
(1, 0)

Source: counts agree with closure-core 1.0.0 and with exhaustive listing (tests/reference/test_solution_counts.py).
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from itertools import islice

from reappraise.datasets.frame import Frame
from reappraise.datasets.histogram import TooLarge
from reappraise.datasets.printed import Printed
from reappraise.datasets.question import Question, Scale
from reappraise.datasets.states import ways

MOST_TARGETS = 100_000


def count(
    n: int,
    mean: Printed,
    sd: Printed,
    scale: Scale = None,
    *,
    counts: Mapping[int, int] | None = None,
    ddof: int = 1,
    items: int = 1,
) -> int:
    """The number of compatible data sets; arguments as in `list_all`. `TooLarge` where too many states arise."""
    question = Question.posed(n, mean, sd, scale, counts, ddof, items)
    targets = list(islice(question.targets(), MOST_TARGETS + 1))
    if len(targets) > MOST_TARGETS:
        raise TooLarge(f"{n} people have more than {MOST_TARGETS} admissible sums of squares; list with a cap instead")
    if not targets or not question.free:
        return len(targets)
    codes = question.near(*targets)
    if not codes:
        return 0
    frame = Frame.of(codes, round(Fraction(targets[len(targets) // 2].sum, question.free)))
    inside = [target for target in (frame.inward(question.free, target) for target in targets) if target]
    return ways(question.free, frame.units, inside) if inside else 0
