"""Which pairs of data sets of two independent groups print what a reading reconciles of a reported test?

The groups do not bind one another: every data set of the first goes with every one of the second; a printed t or p of
the test, where it is reconciled, then leaves some of the pairs (all of them, where no pair prints it). Difference, t, d
and p of the t tests depend on a pair only through the sums and sums of squares of both groups: where the pairs are too
many to list, their extremes over every pair are still exact, those that print t and p among them (`datasets.groups`).

Source: Student 1908, doi:10.1093/biomet/6.1.1; Welch 1947, doi:10.1093/biomet/34.1-2.28.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice, product
from math import gcd
from typing import Any

import numpy as np
from numpy.typing import NDArray

from reread.datasets.groups import Grid, Group, Name, grid, with_moments
from reread.datasets.histogram import Counts, Ending, TooLarge
from reread.datasets.listing import Listing, list_all
from reread.reanalysis.labels import work
from reread.reanalysis.printed import OF_T, Held
from reread.reanalysis.readings import ReadAs
from reread.reanalysis.survey import Ends
from reread.statistics.conventions import DDOF
from reread.study.comparison import Comparison, comparison_at
from reread.study.samples import Sample

# So many pairs, fewer where each of them takes long, but a few.
CAP, FEW = 500, 10
MOST_WORK = 1_500_000_000
# Where pairs are too many to list, so many of them are looked at for what does not follow from their sums.
SEEN, MOST_TRIED = 60, 2_000
PLACES, EACH = 5, 20  # half of them with so many values of t, of so many data sets of each group
GOLDEN = 0.618
DataSets = Sequence[Counts]
KNOWN_P: dict[str, Name] = {"t": "p", "welch": "p_welch"}
KNOWN_EFFECTS: dict[str, Name] = {"difference": "difference", "t": "t", "d": "d"}


@dataclass(frozen=True)
class Moments:
    """Every sum and sum of squares of both groups, and which pairs of them print what is held of the test."""

    grid: Grid
    printing: NDArray[np.bool_]
    sides: tuple[tuple[Group, ...], tuple[Group, ...]]
    scale: tuple[int, int] | None

    def ends(self, statistic: Name) -> tuple[float, float] | None:
        """The least and the greatest value over all of these pairs; None where none of them has any."""
        values = self._values(statistic)
        return None if np.isnan(values).all() else (float(np.nanmin(values)), float(np.nanmax(values)))

    @cached_property
    def some(self) -> tuple[tuple[Counts, Counts], ...]:
        """Some pairs of data sets with the least t, with the greatest, and with what lies between."""
        values = self._values("t").ravel()
        order = np.argsort(values)[: int(np.isfinite(values).sum())]
        chosen = order[np.unique(np.linspace(0, len(order) - 1, PLACES).round().astype(int))] if len(order) else order
        found: list[tuple[Counts, Counts]] = []
        for place in chosen.tolist():
            row, column = divmod(place, len(self.grid.second))
            at = self.grid.first[row], self.grid.second[column]
            both = [with_moments(said, each, EACH, scale=self.scale) for said, each in zip(self.sides, at, strict=True)]
            found += islice(_apart((both[0], both[1])), SEEN // (2 * PLACES))
        return tuple(dict.fromkeys(found))

    def _values(self, statistic: Name) -> NDArray[Any]:
        return np.where(self.printing, self.grid.of(statistic), np.nan)


@dataclass(frozen=True)
class Pairs:
    """The pairs found and how the search ended; `moments` where they are too many to list.

    `narrowed`: do they print the reconciled t and p of the test too?
    """

    pairs: tuple[tuple[Counts, Counts], ...]
    ending: Ending
    moments: Moments | None = None
    narrowed: bool = True

    @property
    def data(self) -> tuple[tuple[Counts, Counts], ...]:
        """The same by the name that every list of data sets has."""
        return self.pairs

    def known(self, way: int) -> tuple[Ends, Ends]:
        """Least and greatest p and effect that need no list, where listing stopped. Groups have no other way round."""
        if self.moments is None:
            return {}, {}
        return self._ends(self.moments, KNOWN_P), self._ends(self.moments, KNOWN_EFFECTS)

    def _ends(self, moments: Moments, names: dict[str, Name]) -> Ends:
        found = {name: moments.ends(asked) for name, asked in names.items()}
        return {name: ends for name, ends in found.items() if ends}


def pairs_under(read: ReadAs, role: str, cap: int = CAP) -> Pairs | None:
    """The pairs of one reading (of the first of those that are alike), by the role of the comparison.

    None where too little is held of a group.
    """
    for study in read.studies:
        comparison = comparison_at(study, role)
        listings = [_data_sets(side, read.held, cap) for side in comparison.samples]
        if all(listings):
            first, second = (each for each in listings if each)
            sizes = [side.n.integer for side in comparison.samples if side.n]
            most = min(cap, max(FEW, MOST_WORK // work(*sizes)))
            return _paired(comparison, read.held, (first, second), most)
    return None


def _paired(comparison: Comparison, held: frozenset[str], both: tuple[Listing, Listing], cap: int) -> Pairs:
    if "none exists" in (both[0].ending, both[1].ending):
        return Pairs((), "none exists")
    tried = list(islice(product(both[0].data_sets, both[1].data_sets), cap + 1))
    whole = len(tried) <= cap and "stopped at cap" not in (both[0].ending, both[1].ending)
    binding = any(comparison.role_of(part) in held and comparison.get(part) for part in OF_T)
    printed = Held(comparison, held, same_people=False)
    if not whole:
        return _some(comparison, printed if binding else None, (both[0].data_sets, both[1].data_sets))
    found = tuple(pair for pair in tried if not binding or printed.admits_groups(*pair))
    if binding and not found:  # by a convention that is not tried here, perhaps
        return Pairs(tuple(tried), "all listed", narrowed=False)
    return Pairs(found, "all listed" if found else "none exists")


def _some(comparison: Comparison, printed: Held | None, both: tuple[DataSets, DataSets]) -> Pairs:
    """Of more pairs than are listed: some that print what is held, and what is known of all of them."""
    moments, narrowed = _moments(comparison, printed), True
    if (
        printed and moments is not None and not moments.printing.any()
    ):  # by a convention that is not tried here, perhaps
        moments, printed, narrowed = _moments(comparison, None), None, False
    of_lists = (pair for pair in _apart(both) if printed is None or printed.admits_groups(*pair))
    near = moments.some if moments else ()
    return Pairs(tuple(dict.fromkeys([*near, *islice(of_lists, SEEN)]))[:SEEN], "stopped at cap", moments, narrowed)


def _apart(both: tuple[DataSets, DataSets]) -> Iterator[tuple[Counts, Counts]]:
    """Pairs in an order that soon meets data sets from everywhere in both lists."""
    one, two = both
    for k, j in islice(product(range(len(two)), range(len(one))), MOST_TRIED):
        yield one[_spread(j, len(one))], two[(_spread(j, len(two)) + k) % len(two)]


def _spread(place: int, count: int) -> int:
    """The place-th of a walk through 0 … count − 1 by steps that have no common factor with it."""
    step = next(each for each in range(max(1, round(count * GOLDEN)), 2 * count + 2) if gcd(each, count) == 1)
    return place * step % count


def _moments(comparison: Comparison, printed: Held | None) -> Moments | None:
    sides, scale = _said(comparison.samples), comparison.samples[0].scale
    try:
        every = grid(*sides, scale=scale)
    except TooLarge:
        return None
    whole = np.ones((len(every.first), len(every.second)), dtype=bool)
    return Moments(every, whole if printed is None else printed.admits_grid(every), sides, scale)


def _data_sets(side: Sample, held: frozenset[str], cap: int) -> Listing | None:
    """The data sets of whole answers that print the mean and SD of one group, with n − 1 or with n."""
    values = side.study.all(f"{side.role}.mean", f"{side.role}.sd")
    if values is None or side.n is None or side.n.integer < 2 or not side.whole or side.items != 1:
        return None
    if not {f"{side.role}.mean", f"{side.role}.sd"} <= held or not all(value.interval.bounded for value in values):
        return None
    try:
        parts = [
            list_all(side.n.integer, values[0].interval, values[1].interval, side.scale, cap, ddof=ddof)
            for ddof in DDOF
        ]  # fmt: skip
    except TooLarge:
        return None
    found = tuple(dict.fromkeys(data for part in parts for data in part.data_sets))
    whole = all(part.ending != "stopped at cap" for part in parts)
    return Listing(found, "stopped at cap" if not whole else "all listed" if found else "none exists")


def _said(sides: Sequence[Sample]) -> tuple[tuple[Group, ...], tuple[Group, ...]]:
    """What is printed of each group, as `datasets.groups` takes it: its SD with n − 1, then with n."""
    first, second = (
        tuple(
            Group(
                n=side.n.integer if side.n else 0, mean=side.study.values[f"{side.role}.mean"].interval,
                sd=side.study.values[f"{side.role}.sd"].interval, ddof=ddof,
            )
            for ddof in DDOF
        )
        for side in sides
    )  # fmt: skip
    return first, second
