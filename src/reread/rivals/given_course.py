"""If the outcome runs by itself along a curve that the study file gives, how often would the printed result come?

    reading of a person at time t = curve(t) + b + e      b ~ N(0, between), e ~ N(0, within)

For a category the cut is set by the printed share at the first reading (drawn from its posterior, Jeffreys), and the
count after is asked for. For a mean the change is asked for: curve(t + later) − curve(t), with the noise of n people
read twice. The curve is linear between its points; the time of the first reading is varied between its two ends.

Assumptions: one curve for everybody; normal readings; nobody drops out; who is first read late is not otherwise
different. All numbers of the curve come from the study file, which has to name where they were read.

Source: the study file's own (`source`); Campbell & Stanley 1963, Experimental and Quasi-Experimental Designs
(maturation; history).

What it cannot say: whether the curve holds for these people, or which of time and treatment was at work.

>>> points("0: 12, 7: 20")
((0.0, 12.0), (7.0, 20.0))
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from scipy.special import ndtri

from reread.files.problem import Problem
from reread.rivals import OneGroup, stream
from reread.rivals.evidence import Parameter
from reread.rivals.settings import Changeable, setting
from reread.rivals.two_readings import Draws, Row

NEEDS = {
    "outcome": "the name of an outcome of this file",
    "category": "the category of that outcome whose count is to be reached, or the word mean",
    "side": "above or below: on which side of a cut the category lies (for a mean: the side to which it moved)",
    "curve": "times and values of the untreated outcome, such as 0: 12, 7: 20, 14: 24",
    "between": "the SD between people at one time, in the curve's units",
    "within": "the SD of two readings of one person at one time, in the curve's units",
    "first": "the earliest and the latest time of the first reading, such as 0 to 7",
    "later": "the time from the first to the second reading",
    "unit": "the unit of time, in words",
    "source": "where the curve was read",
}
USES: tuple[str, ...] = ()
NUMBER = r"-?\d+(?:\.\d+)?"


@dataclass(frozen=True)
class Course:
    """What the study file gives: points of the curve, SDs between and within people, first times, time until later."""

    curve: tuple[tuple[float, float], ...]
    between: float
    within: float
    first: tuple[float, float]
    later: float

    def at(self, time: float) -> float:
        """The curve at a time; level beyond its ends."""
        times, values = np.array(self.curve).T
        return float(np.interp(time, times, values))


@dataclass(frozen=True)
class Asked:
    """Counts of a category, or else the least change that prints as the printed means; the side; the course."""

    id: str
    n: int
    counts: OneGroup | None
    change: float
    above: bool
    course: Course


@dataclass(frozen=True)
class Settings(Changeable):
    """What a reader may change."""

    times: int = setting(4, "how many times of the first reading are tried between its ends", 1, 20, whole=True)
    studies: int = setting(4000, "simulated studies for each time", 1, 200_000, whole=True)


def simulate(asked: Asked, seed: int, settings: Settings, parameters: Mapping[str, Parameter]) -> Draws:
    """Studies in which the outcome follows its curve, for each time of the first reading."""
    rows = []
    for time in np.linspace(*asked.course.first, settings.times) if settings.times > 1 else [asked.course.first[0]]:
        rng = stream(seed, asked.id, "given_course", round(1000 * (float(time) + 1000)))
        rows.append(_row(asked, rng, settings.studies, float(time)))
    return Draws(asked.counts or OneGroup(asked.id, asked.n, 0, 0), tuple(rows))


def _row(asked: Asked, rng: np.random.Generator, studies: int, time: float) -> Row:
    found = _shares(asked, rng, studies, time) if asked.counts else _changes(asked, rng, studies, time)
    printed = asked.counts.after / asked.n if asked.counts else asked.change
    low, high = np.quantile(found, (0.025, 0.975), method="inverted_cdf")
    as_striking = found <= printed + 1e-12 if not asked.counts and not asked.above else found >= printed - 1e-12
    return Row("time", time, *map(float, (found.mean(), low, high, as_striking.mean())))


def _shares(asked: Asked, rng: np.random.Generator, studies: int, time: float) -> np.ndarray:
    """The share in the category after, of each study."""
    course, group = asked.course, asked.counts
    assert group is not None
    share = rng.beta(group.before + 0.5, group.n - group.before + 0.5, (studies, 1))
    spread = float(np.hypot(course.between, course.within))
    sign = 1 if asked.above else -1
    edge = sign * course.at(time) + spread * ndtri(1 - share)
    people = course.between * rng.standard_normal((studies, group.n))
    readings = sign * course.at(time + course.later) + people + course.within * rng.standard_normal(people.shape)
    return np.asarray((readings >= edge).mean(axis=1))


def _changes(asked: Asked, rng: np.random.Generator, studies: int, time: float) -> np.ndarray:
    """The change of the mean, of each study."""
    course = asked.course
    noise = course.within * np.sqrt(2 / asked.n) * rng.standard_normal(studies)
    return np.asarray(course.at(time + course.later) - course.at(time) + noise)


def points(text: str) -> tuple[tuple[float, float], ...]:
    """Times and values as written. Raises ValueError for other words, and for times out of order."""
    pairs = [re.fullmatch(rf"({NUMBER}) ?: ?({NUMBER})", part.strip()) for part in text.split(",")]
    if not all(pairs) or len(pairs) < 2:
        raise ValueError(text)
    found = tuple((float(pair[1]), float(pair[2])) for pair in pairs if pair)
    if any(one[0] >= other[0] for one, other in pairwise(found)):
        raise ValueError(text)
    return found


def course_of(study: str, told: Mapping[str, str]) -> Course:
    """The course as a study file gives it. Raises Problem that names the part."""

    def read(need: str, pattern: str) -> tuple[float, ...]:
        match = re.fullmatch(pattern, told[need].strip())
        if not match:
            raise Problem(f"studies/{study}/study.yaml", f"rivals.given_course.{need}", told[need], NEEDS[need])
        return tuple(float(group) for group in match.groups())

    try:
        curve = points(told["curve"])
    except ValueError:
        place = "rivals.given_course.curve"
        raise Problem(f"studies/{study}/study.yaml", place, told["curve"], f"{NEEDS['curve']}, in order") from None
    one = rf"({NUMBER})"
    low, high = read("first", rf"{one} to {one}")
    (between,), (noise,), (later,) = (read(need, one) for need in ("between", "within", "later"))
    return Course(curve, between, noise, (low, high), later)
