"""Which before–after tables print what a reading reconciles of two samples of the same people?

The data sets of each sample (those that the counts give, else those that print mean and SD), every way to pair the
participants, and of these the tables that print the reconciled numbers of the change. A paper may have computed these
by a convention that is not tried here: where no table prints them all, every table stands, and that is told. Where the
tables are too many to list, the SDs that their changes can have are still known exactly (`datasets.changes`), and with
them t, d_z and p.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice, product
from math import sqrt

from reread.datasets.changes import change_pairs
from reread.datasets.histogram import Counts, Ending, TooLarge
from reread.datasets.listing import Listing
from reread.datasets.of_study import Change, compatible, from_counts
from reread.datasets.pairing import Table, tables
from reread.reanalysis.printed import Held
from reread.reanalysis.readings import ReadAs
from reread.reanalysis.survey import Ends
from reread.statistics.formulas import p_from_t
from reread.study.comparison import Comparison, comparison_at
from reread.study.file import OCCASIONS
from reread.study.samples import Sample
from reread.study.values import Study

CAP = 1_000
MOST_PAIRS = 30


@dataclass(frozen=True)
class Tables:
    """The tables found, how the search ended, and every change that they can have: None where not all are known.

    `narrowed`: do they print the reconciled numbers of the change too, and not only those of both samples?
    """

    tables: tuple[Table, ...]
    ending: Ending
    changes: tuple[Change, ...] | None
    n: int
    narrowed: bool = True

    @property
    def data(self) -> tuple[Table, ...]:
        """The same by the name that every list of data sets has."""
        return self.tables

    def known(self, way: int) -> tuple[Ends, Ends]:
        """The ends of p and effects that follow from the SD of the change, over every change that some table has."""
        if not self.changes:
            return {}, {}
        n, means = self.n, [way * each.mean for each in self.changes]
        d_z = [way * each.mean / each.sd for each in self.changes if each.sd > 0]
        effects = {"mean": (min(means), max(means))}
        if len(d_z) < len(self.changes):  # a change without spread: t without end, or none at all
            return {}, effects
        ps = [p_from_t(d * sqrt(n), n - 1) for d in d_z]
        return {"t": (min(ps), max(ps))}, effects | {"d_z": (min(d_z), max(d_z))}


def by_means(study: Study, outcome: str, cap: int = CAP) -> Tables | None:
    """The tables that print the means and SDs of both occasions, whatever is printed of the change."""
    means = frozenset(f"{outcome}.{occasion}.{part}" for occasion in OCCASIONS for part in ("mean", "sd"))
    return tables_under(ReadAs(1, "means", (), (study,), means), f"{outcome}.change", cap)


def tables_under(read: ReadAs, role: str, cap: int = CAP) -> Tables | None:
    """The tables of one reading, by the role of the comparison; None where it leaves too little of a sample."""
    parts = [part for study in read.studies if (part := _of(comparison_at(study, role), read.held, cap))]
    if not parts:
        return None
    of_change = frozenset(each for each in read.held if each.startswith(f"{role}.") and ".groups." not in each)
    if all(part.ending == "none exists" for part in parts) and of_change:
        wider = tables_under(replace(read, held=read.held - of_change), role, cap)
        return replace(wider, narrowed=False) if wider and wider.tables else wider
    found = tuple(dict.fromkeys(table for part in parts for table in part.tables))
    changes: dict[Change, None] = {}
    for part in parts:
        changes.update(dict.fromkeys(part.changes or ()))
    known = all(part.changes is not None for part in parts)
    whole = all(part.ending != "stopped at cap" for part in parts)
    ending: Ending = "stopped at cap" if not whole else "all listed" if found else "none exists"
    return Tables(found, ending, tuple(changes) if known else None, parts[0].n)


def _of(comparison: Comparison, held: frozenset[str], cap: int) -> Tables | None:
    listings = [_data_sets(sample, held) for sample in comparison.samples]
    if not all(listings):
        return None
    before, after = (each.data_sets for each in listings if each)
    if any(each.ending == "none exists" for each in listings if each):
        return Tables((), "none exists", (), 0)
    if before and after and (before[0].n != after[0].n or before[0].n < 2):  # not the same people, or one
        return None
    whole = all(each.ending != "stopped at cap" for each in listings if each)
    printed, few = Held(comparison, held, same_people=True), len(before) * len(after) <= MOST_PAIRS
    pairs = list(islice(product(before, after), MOST_PAIRS))
    found: list[Table] = []
    for first, second in pairs:
        listed = tables(first, second, cap)
        whole = whole and listed.ending == "all listed"
        found += (each for each in listed.tables if printed.admits_change(_change(each, first, second), each.n))
    whole = whole and few and len(found) <= cap
    ending: Ending = "stopped at cap" if not whole else "all listed" if found else "none exists"
    n = before[0].n if before else 0
    changes = _changes(pairs, printed) if few and all(e.ending != "stopped at cap" for e in listings if e) else None
    return Tables(tuple(found[:cap]), ending, changes, n)


def _data_sets(sample: Sample, held: frozenset[str]) -> Listing | None:
    """Those that the counts give, else those that print mean and SD, as far as the reading holds them."""
    counted = from_counts(sample) if f"{sample.role}.count" in held else None
    if counted is not None:
        return Listing((counted,), "all listed")
    return compatible(sample) if {f"{sample.role}.mean", f"{sample.role}.sd"} <= held else None


def _change(table: Table, before: Counts, after: Counts) -> Change:
    sds = (sqrt(part) for part in (table.variance_of_change(), before.variance(), after.variance()))
    return Change(float(table.mean_of_change), *sds)


def _changes(pairs: Sequence[tuple[Counts, Counts]], printed: Held) -> tuple[Change, ...] | None:
    """Every change that prints what is held; None where pairing takes too many steps to know them all."""
    try:
        return tuple(dict.fromkeys(each for each, n in _every(pairs) if printed.admits_change(each, n)))
    except TooLarge:
        return None


def _every(pairs: Sequence[tuple[Counts, Counts]]) -> Iterator[tuple[Change, int]]:
    for before, after in pairs:
        n, sds = before.n, (sqrt(before.variance()), sqrt(after.variance()))
        for moments in change_pairs(before, after):
            yield Change(moments.sum / n, sqrt(moments.variance(n)), *sds), n
