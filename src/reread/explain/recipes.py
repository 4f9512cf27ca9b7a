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

from reread.explain.accounts import Accounts
from reread.explain.readings import MOST_DEPARTURES, Explained, Readings, Used
from reread.explain.redraw import Redraw
from reread.study.values import Study

PROBES = 2

# What kinds of departures make of one print on top of others: reading and kind → parameters → study.
Made = dict[tuple[tuple[Used, ...], str], dict[tuple[tuple[str, str], ...], Study]]


@dataclass(frozen=True)
class Recipe:
    """The departures of a reading, the study under it without redrawn numbers, and which of these stand where."""

    used: tuple[Used, ...]
    study: Study
    places: tuple[tuple[str, str], ...]
    anew: bool

    @property
    def cost(self) -> float:
        """The bits of the departures."""
        return sum(each.cost for each in self.used)


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
        self._alike: list[list[tuple[str, int]]] = []
        firsts: dict[object, int] = {}
        met: set[object] = set()
        for used, study in [((), probes[0]), *self._every(probes[0], (), self.shaping)]:
            recipe = self._recipe(used, study, probes[0])
            sides = list(zip(*(self.accounts.sides(self._applied(recipe, each, {})) for each in probes), strict=True))
            if tuple(sides) not in met:
                met.add(tuple(sides))
                place = len(self.recipes)
                self._alike.append([(each[0].role, firsts.setdefault(each, place)) for each in sides])
                self.recipes.append(recipe)

    def reaching(self, study: Study, limit: float) -> Iterator[Study]:
        """The study under each reading whose account could take no more bits than this, as far as its samples tell."""
        known: dict[tuple[str, int], float] = {}
        made: Made = {}
        for recipe, alike in zip(self.recipes, self._alike, strict=True):
            least = 0.0
            for role, first in alike:
                if (role, first) not in known:
                    read = self._applied(self.recipes[first], study, made)
                    known[role, first] = self.accounts.least_of(read, role)
                least += known[role, first]
                if least > limit:
                    break
            else:
                read = self._applied(recipe, study, made)
                yield read
                yield from (other for _, other in self._every(read, recipe.used, self.kinds - self.shaping))

    def _shapes(self, name: str, study: Study) -> bool:
        """Does a kind of departure change what the samples print?"""
        plain = self.accounts.sides(study)
        return any(self.accounts.sides(other) != plain for _, other in self.readings.library[name](study))

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
        origins = {role: whose.get(id(value)) for role, value in study.values.items()}
        places = tuple((role, origin) for role, origin in origins.items() if origin in self.redrawn)
        anew = any(value.role in self.redrawn for role, value in study.values.items() if origins[role] is None)
        fixed = {role: value for role, value in study.values.items() if origins[role] not in self.redrawn}
        return Recipe(used, replace(study, values=fixed), places, anew)

    def _applied(self, recipe: Recipe, study: Study, made: Made) -> Study:
        if recipe.anew:
            return self._again(recipe, study, made)
        moved = {role: study.values[origin] for role, origin in recipe.places if origin in study.values}
        under = recipe.study
        return Study(under.id, under.file, {**under.values, **moved}, under.reading)

    def _again(self, recipe: Recipe, study: Study, made: Made) -> Study:
        """The departures on another print; `made` keeps what each makes of it, for the next recipes."""
        for k, used in enumerate(recipe.used):
            key = recipe.used[:k], used.id
            if key not in made:
                made[key] = {}
                for params, other in self.readings.library[used.id](study):
                    made[key].setdefault(tuple(params.items()), other)
            study = made[key].get(used.params, study)
        return study
