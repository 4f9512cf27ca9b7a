"""What do small rival explanations print together that none of them prints alone?

Time alone (a rise of so many SDs), practice and observation, enrolment by a low first reading, and the better of two
measures: each by itself at a modest size, and then one added to the other.

Assumptions: `two_readings`; sizes are assumed, none is printed. Rises by time and by practice add up.

Source: as each rival; Shadish, Cook & Campbell 2002, ISBN 978-0-395-61556-0, ch. 2 (threats act together).

What it cannot say: that all of them, or any, were at work; only that together they need not be large.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from reread.rivals import OneGroup, stream
from reread.rivals.evidence import Parameter
from reread.rivals.two_readings import NEEDS, Draws, Readings, row, within

__all__ = ["NEEDS", "USES", "Settings", "simulate"]
USES: tuple[str, ...] = ()


@dataclass(frozen=True)
class Settings:
    """What a reader may change. A size of 0 (one measure) takes that rival out.

    time         SDs of a single reading by which everybody rises with time alone; −3 to 5
    practice     SDs by which everybody is higher for being measured again; −3 to 5
    population   part of all such people who are in the category at any time; 0 to 1
    measures     how many measures the reported one is the best of; 1 to 20
    reliability  correlation of two readings of the same people; 0 to 1
    studies      simulated studies for each row; 1 to 200,000
    """

    time: float = 1.0
    practice: float = 0.3
    population: float = 0.25
    measures: int = 2
    reliability: float = 0.7
    studies: int = 4000

    def __post_init__(self) -> None:
        limits = {"time": (self.time, -3, 5), "practice": (self.practice, -3, 5), "measures": (self.measures, 1, 20)}
        more = {"population": (self.population, 0, 1), "reliability": (self.reliability, 0, 1)}
        within("combinations", {**limits, **more, "studies": (self.studies, 1, 200_000)})


def simulate(study: OneGroup, seed: int, settings: Settings, parameters: Mapping[str, Parameter]) -> Draws:
    """Each rival alone, then all of them added one after the other."""
    none = Readings(settings.reliability)
    alone = {
        "time": replace(none, shift=settings.time),
        "practice": replace(none, shift=settings.practice),
        "population": replace(none, population=settings.population),
        "measures": replace(none, measures=settings.measures),
    }
    small = replace(alone["population"], shift=settings.practice, measures=settings.measures)
    together = {"without_time": small, "all": replace(small, shift=settings.practice + settings.time)}
    values = {name: float(getattr(settings, name)) for name in alone}
    rows = [
        row(study, stream(seed, study.id, "combinations", k), settings.studies, readings, name, values.get(name, 0.0))
        for k, (name, readings) in enumerate({**alone, **together}.items())
    ]
    return Draws(study, tuple(rows))
