"""Every reading that costs no more than another, ready to be applied again where some numbers are printed otherwise.

Of one departure or two, and of three those of the other reading's own kinds.

A reading mostly says which printed number stands where, and how the rest is read. That much is kept as a recipe and
filled in with other prints at once; only a departure that reads a redrawn number itself otherwise is applied anew,
before the others where that comes to the same on a few draws.
Recipes hold the departures that change what the samples print; those that change only what is computed from them are
added where the samples leave room. Readings that come to the same on a few draws are tried once.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from reread.explain.accounts import Accounts
from reread.explain.readings import MOST_DEPARTURES, Explained, Readings, Used
from reread.explain.redraw import Redraw
from reread.study.values import Study

PROBES = 2

# What kinds of departures make of one print on top of others: reading and kind → parameters → study.
Made = dict[tuple[tuple[Used, ...], str], dict[tuple[tuple[str, str], ...], Study]]


@dataclass(frozen=True)
class Recipe:
    """The departures of a reading, the study under it without redrawn numbers, and which of these stand where.

    `anew` are those of its departures that are applied to the redrawn numbers first; where these are all, they are the
    recipe.
    """

    used: tuple[Used, ...]
    anew: tuple[Used, ...]
    study: Study
    places: tuple[tuple[str, str], ...] = ()

    def filled(self, study: Study) -> Study:
        """The study under it with the numbers of another print, as the first departures read them, in their places."""
        if self.anew and self.anew == self.used:
            return study
        values = study.values
        moved = {role: values[origin] for role, origin in self.places if origin in values}
        return Study(self.study.id, self.study.file, {**self.study.values, **moved}, self.study.reading)


class Recipes:
    """Every reading that costs no more than E, without misprints."""

    def __init__(self, redraw: Redraw, explained: Explained, accounts: Accounts, readings: Readings, seed: int) -> None:
        self.kinds = frozenset(readings.library.keys() - readings.slips)
        self.readings, self.accounts, self.limit = readings, accounts, explained.cost + 1e-9
        self.own = frozenset(used.id for used in explained.departures)
        probes = [redraw.draw(seed, -1 - k) for k in range(PROBES)]
        self.redrawn = frozenset(redraw.roles(probes[0]))
        self.shaping = frozenset(name for name in self.kinds if self._shapes(name, probes[0]))
        self.recipes: list[Recipe] = []
        # for each recipe, its samples, and for each of these the first recipe that makes the same of it
        self.alike: list[list[tuple[str, int]]] = []
        firsts: dict[object, int] = {}
        met: set[object] = set()
        drawn = [self.on(probe) for probe in probes]
        for used, study in [((), probes[0]), *self.further(probes[0], (), self.shaping)]:
            recipe = self._recipe(used, study, drawn)
            sides = list(zip(*(self.accounts.sides(each.read(recipe)) for each in drawn), strict=True))
            if tuple(sides) not in met:
                met.add(tuple(sides))
                place = len(self.recipes)
                self.alike.append([(each[0].role, firsts.setdefault(each, place)) for each in sides])
                self.recipes.append(recipe)

    def on(self, study: Study) -> Filled:
        """Every recipe filled in with another print."""
        return Filled(self, study)

    def _shapes(self, name: str, study: Study) -> bool:
        """Does a kind of departure change what the samples print?"""
        plain = self.accounts.sides(study)
        return any(self.accounts.sides(other) != plain for _, other in self.readings.library[name](study))

    def further(
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

    def _recipe(self, used: tuple[Used, ...], study: Study, drawn: list[Filled]) -> Recipe:
        """By as few departures applied anew as come to the same on every draw."""
        for anew in ((), *((each,) for each in used if len(used) > 1)):
            recipe = self._first(used, anew, study, drawn[0])
            if recipe and (not anew or all(each.read(recipe) == each.again(used) for each in drawn)):
                return recipe
        return Recipe(used, used, study)

    def _first(self, used: tuple[Used, ...], anew: tuple[Used, ...], study: Study, drawn: Filled) -> Recipe | None:
        """The reading with some of its departures before the others; None where that does not do."""
        printed = drawn.again(anew)
        if anew:
            study = drawn.again((*anew, *(each for each in used if each not in anew)))
        moving = {role for role, value in printed.values.items() if value is not drawn.study.values.get(role)}
        moving |= self.redrawn
        whose = {id(value): role for role, value in printed.values.items()}
        origins = {role: whose.get(id(value)) for role, value in study.values.items()}
        if any(value.role in self.redrawn for role, value in study.values.items() if origins[role] is None):
            return None
        places = tuple((role, origin) for role, origin in origins.items() if origin in moving)
        fixed = {role: value for role, value in study.values.items() if origins[role] not in moving}
        return Recipe(used, anew, replace(study, values=fixed), places)


class Filled:
    """One print under every recipe, by the recipe's place; what is found out once is kept."""

    def __init__(self, recipes: Recipes, study: Study) -> None:
        self.recipes, self.study = recipes, study
        self._studies: dict[int, Study] = {}
        self._least: dict[tuple[str, int], tuple[float, float]] = {}
        self._made: Made = {}
        self._again: dict[tuple[Used, ...], Study] = {(): study}

    def reaching(self, limit: float) -> Iterator[Study]:
        """The study under each reading whose account could take no more bits than this, as far as its samples tell."""
        recipes = self.recipes
        for place, alike in enumerate(recipes.alike):
            room = limit
            for role, first in alike:
                room -= self._least_of(role, first, room)
                if room < 0:
                    break
            else:
                read = self.under(place)
                yield read
                used, kinds = recipes.recipes[place].used, recipes.kinds - recipes.shaping
                yield from (other for _, other in recipes.further(read, used, kinds))

    def _least_of(self, role: str, first: int, room: float) -> float:
        """What a sample's best candidate takes under a recipe, as far as `room`: see `Accounts.least_of`."""
        known, as_far = self._least.get((role, first), (0.0, -1.0))
        if as_far < known <= room:  # more than it was looked for before, so known to be dear and no more
            known = self.recipes.accounts.least_of(self.under(first), role, room)
            self._least[role, first] = known, room
        return known

    def under(self, place: int) -> Study:
        """The study under the recipe at a place."""
        if place not in self._studies:
            self._studies[place] = self.read(self.recipes.recipes[place])
        return self._studies[place]

    def read(self, recipe: Recipe) -> Study:
        """The study under a recipe."""
        return recipe.filled(self.again(recipe.anew))

    def again(self, departures: tuple[Used, ...]) -> Study:
        """The study under some departures, one after the other; what each makes is kept for the next."""
        if departures not in self._again:
            *before, used = departures
            study = self.again(tuple(before))
            key = tuple(before), used.id
            if key not in self._made:
                self._made[key] = {}
                for params, other in self.recipes.readings.library[used.id](study):
                    self._made[key].setdefault(tuple(params.items()), other)
            self._again[departures] = self._made[key].get(used.params, study)
        return self._again[departures]
