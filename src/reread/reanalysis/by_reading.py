"""What do the tests that fit the design conclude under each reading of a paper?

Outcomes measured twice are tested as matched pairs, reported tests of two groups with whole answers as independent
groups. Of exchanged codes the direction is told in the order of the stated ones.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import sqrt
from typing import Any

from reread.reanalysis import groups, paired, pairs, survey
from reread.reanalysis.readings import ReadAs, orientation, readings
from reread.reanalysis.survey import Survey, Tested
from reread.reanalysis.tables import Tables, tables_under
from reread.statistics.formulas import p_from_t
from reread.study.values import Study

Found = Sequence[Mapping[str, Any]]


@dataclass(frozen=True)
class UnderReading:
    """One outcome or reported test under one reading, by its name in the study file."""

    of: str
    read: ReadAs
    survey: Survey | None  # None where the reading leaves too few numbers to list data sets
    narrowed: bool = True

    @property
    def data_sets(self) -> int:
        """How many were listed."""
        return self.survey.data_sets if self.survey else 0


def reanalyses(study: Study, found: Found, alpha: float, level: float = 0.95) -> list[UnderReading]:
    """Every outcome, then every test of two groups, under every reading; none of those that leave no data sets open.

    found: the explanations as in explanations.json. alpha: the level that p is held against; level: of the intervals.
    """
    made: list[UnderReading] = []
    every = readings(study, found)
    for name in study.file.outcomes:
        listed = [(read, tables_under(read, name)) for read in every]
        made += _told(
            UnderReading(name, read, of_tables(study, name, read, t, alpha, level) if t else None, not t or t.narrowed)
            for read, t in listed
        )
    for name in study.file.tests:
        joint = [(read, pairs.pairs_under(read, name)) for read in every]
        made += _told(
            UnderReading(name, read, of_pairs(p, alpha, level) if p else None, not p or p.narrowed) for read, p in joint
        )
    return made


def _told(each: Iterable[UnderReading]) -> list[UnderReading]:
    """As printed only what there is; an explanation also where it leaves too little, if any other leaves data sets."""
    every = list(each)
    if not any(one.survey for one in every):
        return []
    return [one for one in every if one.survey or one.read.kind == "reading"]


def of_tables(study: Study, outcome: str, read: ReadAs, found: Tables, alpha: float, level: float) -> Survey:
    """The survey of before–after tables; effects in the direction of the stated codes."""
    ways = {orientation(study, each, outcome) for each in read.studies}
    way = ways.pop() if len(ways) == 1 else 0
    tested = []
    for table in found.tables:
        one = paired.reanalysed(table, level)
        effects = {name: (way or 1) * size for name, size in one.effects.items()}
        intervals = {"mean": _turned(one.ci, way), "rose": one.ci_rose if way >= 0 else _turned(one.ci_rose, way, 1.0)}
        tested.append(Tested(one.p, effects, intervals, paired.samples_of(table)))
    ps, effects_known = _known(found, way or 1)
    made = survey.surveyed(tested, found.ending, alpha, "dominance", ps, effects_known)
    return made if way else replace(made, direction="open")


def of_pairs(found: pairs.Pairs, alpha: float, level: float) -> Survey:
    """The survey of pairs of groups; effects are first less second."""
    tested = []
    for pair in found.pairs:
        one = groups.compared(*pair, level)
        tested.append(Tested(one.p, one.effects, {"difference": one.ci}, groups.samples_of(*pair)))
    if found.ending != "stopped at cap":
        return survey.surveyed(tested, found.ending, alpha, "cliffs_delta")
    known = found.known(pairs.KNOWN_P), found.known(pairs.KNOWN_EFFECTS)
    return survey.surveyed(tested, found.ending, alpha, "cliffs_delta", *known)


def _turned(ends: tuple[float, float], way: int, whole: float = 0.0) -> tuple[float, float]:
    """An interval seen from the other side, where the codes go the other way."""
    return (whole - ends[1], whole - ends[0]) if way < 0 else ends


def _known(found: Tables, way: int) -> tuple[survey.Ends, survey.Ends]:
    """The ends of what follows from the SD of the change, over every change that some table has."""
    if not found.changes:
        return {}, {}
    n, means = found.n, [way * each.mean for each in found.changes]
    d_z = [way * each.mean / each.sd for each in found.changes if each.sd > 0]
    effects = {"mean": (min(means), max(means))}
    if len(d_z) < len(found.changes):  # a change without spread: t without end, or none at all
        return {}, effects
    ps = [p_from_t(d * sqrt(n), n - 1) for d in d_z]
    return {"t": (min(ps), max(ps))}, effects | {"d_z": (min(d_z), max(d_z))}
