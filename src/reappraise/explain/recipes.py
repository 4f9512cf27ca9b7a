"""Every reading of no more than so many bits, ready to be applied again where some numbers are printed otherwise.

A reading mostly says which printed number stands where, and how the rest is read. That much is kept as a recipe and
filled in with other prints at once; only where a departure reads a redrawn number itself otherwise is it applied anew.
Readings that come to the same on a few draws are tried once, and so is what several of them make of one sample.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from reappraise.explain.accounts import Accounts
from reappraise.explain.readings import MOST_DEPARTURES, Readings, Used
from reappraise.explain.redraw import Redraw
from reappraise.study import Study

PROBES = 3


@dataclass(frozen=True)
class Recipe:
    """The departures of a reading, the study under it, and which printed number stands at each role."""

    used: tuple[Used, ...]
    study: Study
    places: tuple[tuple[str, str], ...]
    anew: bool


class Recipes:
    """Every reading of no higher cost than E's."""

    def __init__(self, redraw: Redraw, cost: float, accounts: Accounts, readings: Readings, seed: int) -> None:
        self.readings, self.accounts = readings, accounts
        probes = [redraw.draw(seed, -1 - k) for k in range(PROBES)]
        first, self.redrawn = probes[0], frozenset(redraw.texts_roles(probes[0]))
        self.recipes: list[Recipe] = []
        self._alike: list[tuple[int, ...]] = []  # for each recipe and sample, the first recipe that makes the same of it
        met: set[object] = set()
        firsts: dict[object, int] = {}
        for used, study in self._every(first, cost):
            recipe = self._recipe(used, study, first)
            states = [accounts.state(self._applied(recipe, probe)) for probe in probes]
            if (whole := tuple(states)) not in met:
                met.add(whole)
                samples = zip(*([side for part in state for side in part[:2]] for state in states), strict=True)
                place = len(self.recipes)
                self._alike.append(tuple(firsts.setdefault(each, place) for each in enumerate(samples)))
                self.recipes.append(recipe)

    def reaching(self, study: Study, limit: float) -> Iterator[Study]:
        """The study under each reading whose account could take no more bits than this, as far as its samples tell."""
        known: dict[tuple[int, int], float] = {}
        states: dict[int, list[float]] = {}
        for recipe, alike in zip(self.recipes, self._alike, strict=True):
            bound = 0.0
            for side, first in enumerate(alike):
                if (side, first) not in known:
                    if first not in states:
                        states[first] = self.accounts.least_of_samples(self._applied(self.recipes[first], study))
                    known[side, first] = states[first][side]
                bound += known[side, first]
            if bound <= limit:
                yield self._applied(recipe, study)

    def _every(self, study: Study, cost: float) -> Iterator[tuple[tuple[Used, ...], Study]]:
        level: list[tuple[tuple[Used, ...], Study]] = [((), study)]
        for _ in range(MOST_DEPARTURES):
            level = [
                ((*used, further), other)
                for used, parent in level
                for further, other in self.readings.over(parent, used, cost - sum(each.cost for each in used) + 1e-9)
            ]
            yield from level

    def _recipe(self, used: tuple[Used, ...], study: Study, printed: Study) -> Recipe:
        whose = {id(value): role for role, value in printed.values.items()}
        places = tuple((role, whose[id(value)]) for role, value in study.values.items() if id(value) in whose)
        kept = dict(places)
        anew = any(value.role in self.redrawn for role, value in study.values.items() if role not in kept)
        return Recipe(used, study, places, anew)

    def _applied(self, recipe: Recipe, study: Study) -> Study:
        if recipe.anew:
            return self._again(recipe, study)
        moved = {role: study.values[origin] for role, origin in recipe.places if origin in study.values}
        return replace(recipe.study, values={**recipe.study.values, **moved})

    def _again(self, recipe: Recipe, study: Study) -> Study:
        for used in recipe.used:
            made = self.readings.library[used.id](study)
            study = next((other for params, other in made if tuple(params.items()) == used.params), study)
        return study
