"""What do the tests that fit the design conclude under each reading of a paper?

Samples of the same people, as the paper has it, are tested as matched pairs, two groups with whole answers as
independent ones. Of exchanged codes the direction is told in the order of the stated ones.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from reread.reanalysis import survey
from reread.reanalysis.pairs import Pairs, pairs_under
from reread.reanalysis.readings import ReadAs, orientation, readings
from reread.reanalysis.reanalysed import reanalysed
from reread.reanalysis.survey import Survey, Tested
from reread.reanalysis.tables import Tables, tables_under
from reread.study.comparison import Comparison, comparisons
from reread.study.parts import ReportedTest
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
    """Every comparison of two samples under every reading; none of those that leave no data sets open.

    found: the explanations as in explanations.json. alpha: the level that p is held against; level: of the intervals.
    """
    made: list[UnderReading] = []
    every = readings(study, found)
    for comparison in comparisons(study):
        about = comparison.about
        # whether arms differed before anything was done is no conclusion of the study
        before = isinstance(about, ReportedTest) and about.occasion == "baseline"
        if len(comparison.samples) == 2 and not before:
            listed = [(read, _data_sets(comparison, read)) for read in every]
            made += _told(
                UnderReading(
                    comparison.name, read, surveyed(comparison, read, sets, alpha, level) if sets else None,
                    not sets or sets.narrowed,
                )
                for read, sets in listed
            )  # fmt: skip
    return made


def _data_sets(comparison: Comparison, read: ReadAs) -> Tables | Pairs | None:
    """Of the same people, as the paper has it, before–after tables; else pairs of groups."""
    return (tables_under if comparison.paired else pairs_under)(read, comparison.role)


def _told(each: Iterable[UnderReading]) -> list[UnderReading]:
    """As printed only what there is; an explanation also where it leaves too little, if any other leaves data sets."""
    every = list(each)
    if not any(one.survey for one in every):
        return []
    return [one for one in every if one.survey or one.read.kind == "reading"]


def surveyed(comparison: Comparison, read: ReadAs, sets: Tables | Pairs, alpha: float, level: float) -> Survey:
    """The survey of data sets; effects in the direction of the stated codes, of two groups first less second."""
    ways = (
        {orientation(comparison.study, each, comparison.owner) for each in read.studies} if comparison.paired else {1}
    )
    way = ways.pop() if len(ways) == 1 else 0
    tested = []
    for data in sets.data:
        one = reanalysed(data, level)
        effects = {name: (way or 1) * size for name, size in one.effects.items()}
        turned = {name: _turned(ends, way, 1.0 if name == "rose" else 0.0) for name, ends in one.intervals}
        tested.append(Tested(one.p, effects, turned, one.samples))
    leading = "dominance" if comparison.paired else "cliffs_delta"
    made = survey.surveyed(tested, sets.ending, alpha, leading, *sets.known(way or 1))
    return made if way else replace(made, direction="open")


def _turned(ends: tuple[float, float], way: int, whole: float) -> tuple[float, float]:
    """An interval seen from the other side, where the codes go the other way."""
    return (whole - ends[1], whole - ends[0]) if way < 0 else ends
