"""Which pairs of data sets of two independent groups print what a reading reconciles of a reported test?

The groups do not bind one another: every data set of the first goes with every one of the second; a printed t or p of
the test, where it is reconciled, then leaves some of the pairs (all of them, where no pair prints it). Where the pairs
are too many to list, difference, t, d and p of the t tests are still known exactly from all sums and sums of squares
(`datasets.groups`).

Source: Student 1908, doi:10.1093/biomet/6.1.1; Welch 1947, doi:10.1093/biomet/34.1-2.28.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice, product

from reread.datasets.groups import Group, Name, extremes
from reread.datasets.histogram import Counts, Ending, TooLarge
from reread.datasets.listing import Listing, list_all
from reread.reanalysis.labels import work
from reread.reanalysis.printed import OF_T, Held
from reread.reanalysis.readings import ReadAs
from reread.reanalysis.reanalysed import reanalysed
from reread.reanalysis.survey import Ends
from reread.statistics.conventions import DDOF
from reread.study.comparison import Comparison, comparison_at
from reread.study.samples import Sample

# So many pairs, fewer where each of them takes long, but a few.
CAP, FEW = 500, 10
MOST_WORK = 1_500_000_000
KNOWN_P: dict[str, Name] = {"t": "p", "welch": "p_welch"}
KNOWN_EFFECTS: dict[str, Name] = {"difference": "difference", "d": "d"}


@dataclass(frozen=True)
class Pairs:
    """The pairs found and how the search ended; `groups` is what is printed of both, where nothing else binds them.

    `narrowed`: do they print the reconciled t and p of the test too?
    """

    pairs: tuple[tuple[Counts, Counts], ...]
    ending: Ending
    groups: tuple[tuple[Group, Group], ...]
    scale: tuple[int, int] | None
    narrowed: bool = True

    @property
    def data(self) -> tuple[tuple[Counts, Counts], ...]:
        """The same by the name that every list of data sets has."""
        return self.pairs

    def known(self, way: int) -> tuple[Ends, Ends]:
        """Least and greatest p and effect that need no list, where listing stopped. Groups have no other way round."""
        if self.ending != "stopped at cap" or not self.groups:
            return {}, {}
        return self._ends(KNOWN_P), self._ends(KNOWN_EFFECTS)

    def _ends(self, names: dict[str, Name]) -> Ends:
        found: dict[str, tuple[float, float]] = {}
        for name, asked in names.items():
            try:
                ends = [extremes(asked, *each, scale=self.scale) for each in self.groups]
            except TooLarge:
                return {}
            values = [float(end) for each in ends for end in (each.least, each.greatest) if end is not None]
            found |= {name: (min(values), max(values))} if values else {}
        return found


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
        return Pairs((), "none exists", (), None)
    sides, scale = comparison.samples, comparison.samples[0].scale
    tried = list(islice(product(both[0].data_sets, both[1].data_sets), cap + 1))
    whole = len(tried) <= cap and "stopped at cap" not in (both[0].ending, both[1].ending)
    binding = any(comparison.role_of(part) in held and comparison.get(part) for part in OF_T)
    printed = Held(comparison, held, same_people=False)
    found = tuple(pair for pair in tried[:cap] if not binding or printed.admits_groups(reanalysed(pair)))
    if whole and binding and not found:  # by a convention that is not tried here, perhaps
        return Pairs(tuple(tried), "all listed", (), scale, narrowed=False)
    ending: Ending = "stopped at cap" if not whole else "all listed" if found else "none exists"
    return Pairs(found, ending, () if binding else _said(sides), scale)


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


def _said(sides: Sequence[Sample]) -> tuple[tuple[Group, Group], ...]:
    """What is printed of both groups, as `datasets.groups` takes it: SDs with n − 1, then with n."""
    found = []
    for ddof in DDOF:
        first, second = (
            Group(
                n=side.n.integer if side.n else 0, mean=side.study.values[f"{side.role}.mean"].interval,
                sd=side.study.values[f"{side.role}.sd"].interval, ddof=ddof,
            )
            for side in sides
        )  # fmt: skip
        found.append((first, second))
    return tuple(found)
