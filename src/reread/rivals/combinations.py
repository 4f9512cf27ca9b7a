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
from reread.rivals.settings import Changeable, setting
from reread.rivals.two_readings import NEEDS, Draws, Readings, row

__all__ = ["NEEDS", "USES", "Settings", "simulate"]
USES: tuple[str, ...] = ()


@dataclass(frozen=True)
class Settings(Changeable):
    """What a reader may change. A size of 0 (one measure) takes that rival out."""

    time: float = setting(
        1.0, "rise of everybody with time alone (1 SD: from 10 % to 39 %); 0: left out", -3, 5, unit="SD of a reading"
    )
    practice: float = setting(
        0.3, "rise of everybody for being measured again; 0: left out", -3, 5, unit="SD of a reading"
    )
    population: float = setting(0.25, "part of all such people who are in the category on any day; 0: left out", 0, 1)
    measures: int = setting(2, "the reported measure is the best of so many; 1: left out", 1, 20, whole=True)
    reliability: float = setting(0.7, "correlation of two readings of the same people", 0, 1)
    studies: int = setting(4000, "simulated studies for each row", 1, 200_000, whole=True)


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
