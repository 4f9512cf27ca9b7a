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
from reappraise.datasets.histogram import Moments, TooLarge
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
    targets = admissible(question)
    if not targets or not question.free:
        return len(targets)
    frame, inside = framed(question, targets)
    return ways(question.free, frame.units, inside) if inside else 0


def admissible(question: Question) -> list[Moments]:
    """What the free people may add up to. `TooLarge` where that is too much."""
    targets = list(islice(question.targets(), MOST_TARGETS + 1))
    if len(targets) > MOST_TARGETS:
        raise TooLarge(f"{question.n} people have more than {MOST_TARGETS} admissible sums of squares; list with a cap")
    return targets


def framed(question: Question, targets: list[Moments]) -> tuple[Frame, list[Moments]]:
    """The free codes as small units, and the targets in them; no target where no units can have any."""
    codes = question.near(*targets)
    if not codes:
        return Frame(0, 1, ()), []
    frame = Frame.of(codes, round(Fraction(targets[len(targets) // 2].sum, question.free)))
    inside = (frame.inward(question.free, target) for target in targets)
    return frame, [target for target in inside if target]
