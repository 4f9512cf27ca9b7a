"""How many data sets print this mean and this SD?

Counted without listing, by a dynamic programme over (people, sum, sum of squares): see `states`. Where more is printed
than a mean, an SD and known counts, and where samples are counted, see `walk`.

>>> count(mean="4.00", sd="1.50", n=100, scale=(1, 7))
75996
>>> count(20, "1.20", "0.41", scale=(0, 2)), count(18, "3.44", "2.47", scale=(1, 7))
(1, 0)
>>> count(mean="4.00", sd="1.50", n=100, scale=(1, 7), median="4", quartiles=("3", "5"), mode="4")
17625

Source: counts agree with closure-core 1.0.0 and with exhaustive listing (tests/reference/test_solution_counts.py).
"""

from __future__ import annotations

from fractions import Fraction
from typing import Unpack

from reread.datasets.asked import Also, Scale
from reread.datasets.frame import Frame
from reread.datasets.histogram import Moments
from reread.datasets.printed import Printed
from reread.datasets.question import Question
from reread.datasets.single import admissible, walks
from reread.datasets.states import ways
from reread.datasets.walk import Measure


def count(
    n: int,
    mean: Printed | None = None,
    sd: Printed | None = None,
    scale: Scale = None,
    *,
    measure: Measure = "data sets",
    **also: Unpack[Also],
) -> int:
    """How many data sets (histograms) there are, or samples: n answers in the order of the people who gave them.

    Each data set stands for n! / (c₁! c₂! …) samples. Other arguments as in `list_all`.

    Errors: ValueError for what cannot be asked; `TooLarge` where too many states arise.
    """
    question = Question.posed(n, mean, sd, scale, also, everybody=measure == "samples")
    if measure == "samples" or not question.plain:
        return sum(walk.total for walk in walks(question, measure))
    targets = admissible(question)
    if not targets or not question.free:
        return len(targets)
    frame, inside = framed(question, targets)
    return ways(question.free, frame.units, inside) if inside else 0


def framed(question: Question, targets: list[Moments]) -> tuple[Frame, list[Moments]]:
    """The free codes as small units, and the targets in them; no target where no units can have any."""
    codes = question.near(*targets)
    if not codes:
        return Frame(0, 1, ()), []
    frame = Frame.of(codes, round(Fraction(targets[len(targets) // 2].sum, question.free)))
    inside = (frame.inward(question.free, target) for target in targets)
    return frame, [target for target in inside if target]
