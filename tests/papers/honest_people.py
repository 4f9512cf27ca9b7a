"""The people of honest studies under a convention: rows of real tables (`open_data`), or drawn ones with their faults.

Two thirds are real. Drawn are skewed measurements, counts, and answers with many ties.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import exp
from random import Random

import honest
import numpy as np
import open_data
import pandas as pd
from honest_tests import Scores
from open_data import exact, plain, sample, table

REAL = 2 / 3


@dataclass(frozen=True)
class Groups:
    """Scores of several groups, how many were enrolled in each, and whether all scores are whole."""

    scores: list[Scores]
    enrolled: list[int]

    @property
    def whole(self) -> bool:
        """Is every score a whole number?"""
        return all(x.denominator == 1 for xs in self.scores for x in xs)

    @property
    def missing(self) -> bool:
        """Did somebody enrolled not answer?"""
        return [len(xs) for xs in self.scores] != self.enrolled


def groups(random: Random, count: int, least: int = 4, most: int = 40) -> Groups:
    """Groups of a table, or drawn ones; redrawn until each varies."""
    while True:
        found = _real(random, count, least, most) if random.random() < REAL else _drawn(random, count, least, most)
        if found is not None and all(len(set(xs)) > 1 for xs in found.scores):
            return found


def _real(random: Random, count: int, least: int, most: int) -> Groups | None:
    name, what, by = random.choice(open_data.MEASURED)
    rows = table(name)[[what, by]].dropna(subset=[by])
    levels = [level for level, size in rows[by].value_counts().items() if size >= least]
    if len(levels) < count:
        return None
    drawn = [sample(random, rows[rows[by] == level], least, most)[what] for level in random.sample(levels, count)]
    answered = [exact(xs.dropna()) for xs in drawn]
    return Groups(answered, list(map(len, drawn))) if min(map(len, answered)) > 2 else None


def _drawn(random: Random, count: int, least: int, most: int) -> Groups:
    kind, shift = random.choice(["skewed", "counts", "ties"]), random.choice([0, 0.4, 1])
    size, spread = 10 ** random.uniform(0, 2), random.choice([0.4, 0.8, 1.2])
    found = []
    for k in range(count):
        zs = [honest.normal(random, k * shift, 1) for _ in range(random.randint(least, most))]
        found.append([_score(kind, z, size, spread) for z in zs])
    return Groups(found, list(map(len, found)))


def _score(kind: str, z: float, size: float, spread: float) -> Fraction:
    if kind == "ties":
        return Fraction(min(5, max(1, round(2.5 + z))))
    x = size * exp(spread * z)
    return Fraction(round(x)) if kind == "counts" else Fraction(round(x * 100), 100)


def twice(random: Random, least: int = 5, most: int = 40) -> tuple[Scores, Scores]:
    """Two measurements of the same people, of which not all changed alike."""
    while True:
        if random.random() < REAL:
            name, first, second = random.choice(open_data.TWICE)
            rows = sample(random, plain(name, first, second), least, most)
            before, after = exact(rows[first]), exact(rows[second])
        else:
            before = _drawn(random, 1, least, most).scores[0]
            rise = random.choice([1, 1.1, 1.5])
            after = [Fraction(round(float(x) * rise * exp(honest.normal(random, 0, 0.3)))) for x in before]
        if len({y - x for x, y in zip(before, after, strict=True)}) > 2 and min(len(set(before)), len(set(after))) > 1:
            return before, after


def related(random: Random, least: int = 6, most: int = 60) -> tuple[Scores, Scores]:
    """Two measurements of each person that hang together more or less, neither of them all alike."""
    while True:
        if random.random() < REAL:
            name, *both = random.choice(open_data.RELATED)
            rows = sample(random, plain(name, *both), least, most)
            found = exact(rows[both[0]]), exact(rows[both[1]])
        else:
            first = _drawn(random, 1, least, most).scores[0]
            found = first, [Fraction(round(float(x) * exp(honest.normal(random, 0, 0.7)))) for x in first]
        if min(len(set(xs)) for xs in found) > 2:
            return found


def treated(random: Random, least: int = 6, most: int = 40) -> list[tuple[Scores, Scores]]:
    """Baseline and outcome of the people of two treatments."""
    while True:
        if random.random() < REAL:
            name, before, after, by = random.choice(open_data.TREATED)
            rows = plain(name, before, after, by)
            arms = random.sample(sorted(set(rows[by])), 2)
            drawn = [sample(random, rows[rows[by] == arm], least, most) for arm in arms]
            found = [(exact(arm[before]), exact(arm[after])) for arm in drawn]
        else:
            found = [twice(random, least, most) for _ in range(2)]
        if all(len(set(xs)) > 2 for arm in found for xs in arm):
            return found


def crossed(random: Random, rows: int = 0, columns: int = 0) -> np.ndarray:
    """A table of counts, people by two things; of this many rows and columns where they are given."""
    while True:
        if random.random() < REAL:
            name, *both = random.choice(open_data.CROSSED)
            people = sample(random, plain(name, *both), 8, random.choice([30, 80, 400]))
            counts = pd.crosstab(people[both[0]], people[both[1]]).to_numpy()
        else:
            shape = (rows or random.choice([2, 3, 4]), columns or random.choice([2, 3, 4]))
            odds = [[random.choice([0.05, 0.2, 1, 3]) for _ in range(shape[1])] for _ in range(shape[0])]
            counts = np.array([_row(random, each, random.choice([5, 12, 30, 90])) for each in odds])
        counts = counts[: rows or None, : columns or None]
        asked = counts.shape == (rows or counts.shape[0], columns or counts.shape[1])
        if asked and min(counts.shape) > 1 and counts.sum(axis=0).all() and counts.sum(axis=1).all():
            return counts


def _row(random: Random, odds: list[float], n: int) -> list[int]:
    drawn = random.choices(range(len(odds)), weights=odds, k=n)
    return [drawn.count(k) for k in range(len(odds))]


def strata(random: Random) -> list[np.ndarray]:
    """Tables of two groups by two categories, one for each stratum, no margin empty."""
    while True:
        if random.random() < REAL:
            name, by, exposure, outcome = random.choice(open_data.STRATA)
            people = sample(random, plain(name, by, exposure, outcome), 60, random.choice([120, 300, 900]))
            first, second = people[exposure].iloc[0], people[outcome].iloc[0]
            made = people.assign(row=people[exposure] == first, column=people[outcome] == second)
            found = [_four(each) for _, each in made.groupby(by, observed=True)]
        else:
            shift = random.choice([0, 1, 2])
            found = [
                np.array([_row(random, [0.3 + k * shift, 1], random.choice([10, 20, 45])) for _ in range(2)])
                for k in range(random.choice([2, 3, 4]))
            ]
        found = [each for each in found if each.sum(axis=0).all() and each.sum(axis=1).all()]
        if len(found) > 1:
            return found


def _four(rows: pd.DataFrame) -> np.ndarray:
    return np.array([[int(((rows["row"] == a) & (rows["column"] == b)).sum()) for b in (True, False)]
                     for a in (True, False)])  # fmt: skip


def clustered(random: Random) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """For each observation its cluster, its group (0 or 1) and its outcome (0 or 1); whole clusters are drawn."""
    while True:
        if random.random() < REAL:
            name, by, exposure, outcome = random.choice(open_data.CLUSTERED)
            rows = plain(name, by, exposure, outcome)
            chosen = sorted(set(rows[by]))
            rows = rows[rows[by].isin(random.sample(chosen, min(len(chosen), random.randint(10, 40))))]
            first, second = rows[exposure].iloc[0], rows[outcome].iloc[0]
            found = (pd.factorize(rows[by])[0], (rows[exposure] != first).to_numpy(int),
                     (rows[outcome] != second).to_numpy(int))  # fmt: skip
        else:
            shares = [min(0.95, max(0.05, honest.normal(random, 0.3 + 0.2 * (k % 2), 0.25))) for k in range(12)]
            sizes = [random.randint(4, 20) for _ in shares]
            outcome = [int(random.random() < share) for share, n in zip(shares, sizes, strict=True) for _ in range(n)]
            found = np.repeat(np.arange(12), sizes), np.repeat(np.arange(12) % 2, sizes), np.array(outcome)
        if all(0 < found[2][found[1] == k].sum() < (found[1] == k).sum() for k in (0, 1)):
            return found


def followed(random: Random) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """For each person days followed, whether the event came, and the group (0 or 1)."""
    while True:
        if random.random() < REAL:
            name, days, status, event, by = random.choice(open_data.FOLLOWED)
            rows = sample(random, plain(name, days, status, by), 20, 160)
            first = rows[by].iloc[0]
            found = rows[days].to_numpy(float), (rows[status] == event).to_numpy(int), (rows[by] != first).to_numpy(int)
        else:
            n, rate = random.randint(20, 160), random.choice([0.2, 0.6, 1.5])
            group = np.array([random.choice([0, 1]) for _ in range(n)])
            due = np.array([random.expovariate(rate * (1 + 0.5 * k)) * 1000 for k in group])
            left = np.array([random.uniform(100, 3000) for _ in range(n)])
            found = np.ceil(np.minimum(due, left)), (due <= left).astype(int), group
        if all((found[2] == k).sum() > 7 and found[1][found[2] == k].sum() > 1 for k in (0, 1)):
            return found
