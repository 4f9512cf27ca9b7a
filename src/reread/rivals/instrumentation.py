"""If the score is a checklist whose items are passed with age, how often would the count come out with time alone?

A person is in the category who passes at least so many items. Each item has a norm: the part of untreated people who
pass it at the age of the first reading, and at the age of the second. The instrument then rises with age, whatever is
measured by it otherwise.

    item j passed at reading k  ⇔  √a · z(person, k) + √(1 − a) · e ≤ Φ⁻¹(norm of j at k)

Assumptions: items of one person are alike (correlation a), a person's readings are correlated by `reliability`; norms
come from the study file, which has to name where they were read. Nothing is calibrated: the share at the first reading
is an answer too, and may conflict with the printed one.

Source: the study file's own (`source`); Shadish, Cook & Campbell 2002, ISBN 978-0-395-61556-0, ch. 2
(instrumentation).

What it cannot say: whether the study's checklist is this one. A printed cut for every item, and its age, would.

>>> norms("reads ten words: 5 to 95; counts to 20: 80 to 90")
(('reads ten words', 5.0, 95.0), ('counts to 20', 80.0, 90.0))
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from scipy.special import ndtri

from reread.files.problem import Problem
from reread.rivals import OneGroup, stream
from reread.rivals.evidence import Parameter
from reread.rivals.settings import Changeable, setting
from reread.rivals.two_readings import Draws, Row

NEEDS = {
    "outcome": "the name of an outcome of this file",
    "category": "the category of that outcome whose count is to be reached",
    "items": "items with the % of untreated people who pass at the first and at the second age, such as "
    "“reads ten words: 5 to 95; counts to 20: 80 to 90”",
    "at_least": "how many items have to be passed",
    "source": "where the norms were read",
}
USES: tuple[str, ...] = ()


@dataclass(frozen=True)
class Checklist:
    """A group's counts, its items (name, % passing at both ages), and how many have to be passed."""

    group: OneGroup
    items: tuple[tuple[str, float, float], ...]
    at_least: int


@dataclass(frozen=True)
class Settings(Changeable):
    """What a reader may change."""

    alike: tuple[float, ...] = setting((0.2, 0.5, 0.8), "correlations between items of one person, each tried", 0, 1)
    reliability: float = setting(0.5, "correlation of two readings of the same people", 0, 1)
    studies: int = setting(4000, "simulated studies for each correlation", 1, 200_000, whole=True)


def simulate(asked: Checklist, seed: int, settings: Settings, parameters: Mapping[str, Parameter]) -> Draws:
    """Studies in which people only grow older: the share before and after for each correlation between items."""
    group, rows = asked.group, []
    for alike in settings.alike:
        rng = stream(seed, group.id, "instrumentation", round(1000 * alike))
        before, after = _shares(asked, rng, settings, alike)
        rows += [_row("before", alike, before, group.before / group.n), _row("after", alike, after, _printed(group))]
    return Draws(group, tuple(rows))


def _printed(group: OneGroup) -> float:
    return group.after / group.n


def _row(name: str, alike: float, shares: np.ndarray, printed: float) -> Row:
    low, high = np.quantile(shares, (0.025, 0.975), method="inverted_cdf")
    return Row(name, alike, *map(float, (shares.mean(), low, high, (shares >= printed - 1e-12).mean())))


def _shares(
    asked: Checklist, rng: np.random.Generator, settings: Settings, alike: float
) -> tuple[np.ndarray, np.ndarray]:
    """The share in the category at both readings, of each study."""
    norms_at = np.array([[first, second] for _, first, second in asked.items]) / 100
    size, r = (settings.studies, asked.group.n), settings.reliability
    first, second = rng.standard_normal((2, *size))
    found = []
    for k, person in enumerate((first, r * first + np.sqrt(1 - r * r) * second)):
        own = rng.standard_normal((len(asked.items), *size))
        limit = ndtri(norms_at[:, k])[:, None, None]
        passed = np.sqrt(alike) * person + np.sqrt(1 - alike) * own <= limit
        found.append((passed.sum(axis=0) >= asked.at_least).mean(axis=1))
    return found[0], found[1]


def norms(text: str) -> tuple[tuple[str, float, float], ...]:
    """Items with both percentages as written. Raises ValueError for other words."""
    parts = [re.fullmatch(r"(.+): ?(\d+(?:\.\d+)?) to (\d+(?:\.\d+)?)", part.strip()) for part in text.split(";")]
    if not all(part and float(part[2]) <= 100 and float(part[3]) <= 100 for part in parts):
        raise ValueError(text)
    return tuple((part[1], float(part[2]), float(part[3])) for part in parts if part)


def checklist(group: OneGroup, told: Mapping[str, str]) -> Checklist:
    """The checklist as a study file gives it. Raises Problem that names the part."""
    try:
        items = norms(told["items"])
    except ValueError:
        raise _wrong(group.id, "items", told["items"]) from None
    if not re.fullmatch(r"\d+", told["at_least"]) or not 1 <= int(told["at_least"]) <= len(items):
        raise _wrong(group.id, "at_least", told["at_least"])
    return Checklist(group, items, int(told["at_least"]))


def _wrong(study: str, need: str, found: str) -> Problem:
    return Problem(f"studies/{study}/study.yaml", f"rivals.instrumentation.{need}", found, NEEDS[need])
