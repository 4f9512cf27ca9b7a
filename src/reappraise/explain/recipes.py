"""Every reading that costs no more than another, ready to be applied again where some numbers are printed otherwise.

Of one departure or two, and of three those of the other reading's own kinds.

A reading mostly says which printed number stands where, and how the rest is read. That much is kept as a recipe and
filled in with other prints at once; only where a departure reads a redrawn number itself otherwise is it applied anew.
Recipes hold the departures that change what the samples print; those that change only what is computed from them are
added where the samples leave room. Readings that come to the same on a few draws are tried once.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from reappraise.explain.accounts import Accounts
from reappraise.explain.readings import MOST_DEPARTURES, Explained, Readings, Used
from reappraise.explain.redraw import Redraw
from reappraise.study import Study

PROBES = 2


@dataclass(frozen=True)
class Recipe:
    """The departures of a reading, the study under it, and which printed number stands at each role."""

    used: tuple[Used, ...]
    study: Study
    places: tuple[tuple[str, str], ...]
    anew: bool

    @property
    def cost(self) -> float:
        """The bits of the departures."""
        return sum(each.cost for each in self.used)


class Recipes:
    """Every reading that costs no more than E; without misprints where these cannot gain so many bits."""

    def __init__(
        self, redraw: Redraw, explained: Explained, gain: float, accounts: Accounts, readings: Readings, seed: int
    ) -> None:
        # A misprint changes one number: at best it is reconciled itself, and tells what another number told before.
        few = gain <= 2 * max(accounts.bits.values(), default=0.0)
        self.kinds = frozenset(name for name in readings.library if few or name not in readings.slips)
        self.readings, self.accounts, self.limit = readings, accounts, explained.cost + 1e-9
        self.own = frozenset(used.id for used in explained.departures)
        probes = [redraw.draw(seed, -1 - k) for k in range(PROBES)]
        self.redrawn = frozenset(redraw.roles(probes[0]))
        self.shaping = frozenset(name for name in self.kinds if self._shapes(name, probes[0]))
        self.recipes: list[Recipe] = []
        self._alike: list[
            tuple[int, ...]
        ] = []  # for each recipe and sample, the first recipe that makes the same of it
        firsts: dict[object, int] = {}
        met: set[object] = set()
        for used, study in [((), probes[0]), *self._every(probes[0], (), self.shaping)]:
            recipe = self._recipe(used, study, probes[0])
            sides = list(zip(*(self._samples(self._applied(recipe, probe)) for probe in probes), strict=True))
            if tuple(sides) not in met:
                met.add(tuple(sides))
                place = len(self.recipes)
                self._alike.append(tuple(firsts.setdefault(each, place) for each in enumerate(sides)))
                self.recipes.append(recipe)

    def reaching(self, study: Study, limit: float) -> Iterator[Study]:
        """The study under each reading whose account could take no more bits than this, as far as its samples tell."""
        known: dict[int, list[float]] = {}
        for recipe, alike in zip(self.recipes, self._alike, strict=True):
            for first in alike:
                if first not in known:
                    known[first] = self.accounts.least_of_samples(self._applied(self.recipes[first], study))
            if sum(known[first][side] for side, first in enumerate(alike)) <= limit:
                read = self._applied(recipe, study)
                yield read
                yield from (other for _, other in self._every(read, recipe.used, self.kinds - self.shaping))

    def _samples(self, study: Study) -> list[object]:
        return [side for part in self.accounts.state(study) for side in part[:2]]

    def _shapes(self, name: str, study: Study) -> bool:
        """Does a kind of departure change what the samples print?"""
        plain = self._samples(study)
        return any(self._samples(other) != plain for _, other in self.readings.library[name](study))

    def _every(
        self, study: Study, used: tuple[Used, ...], kinds: frozenset[str]
    ) -> Iterator[tuple[tuple[Used, ...], Study]]:
        """Every reading with further departures of these kinds, within the cost."""
        level = [(used, study)]
        for _ in range(MOST_DEPARTURES - len(used)):
            level = [
                ((*before, further), other)
                for before, parent in level
                for further, other in self.readings.over(
                    parent, before, self.limit - sum(each.cost for each in before), kinds, before[len(used) :]
                )
                if len(before) < 2 or {*(each.id for each in before), further.id} <= self.own
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
