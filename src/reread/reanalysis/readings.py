"""Under which readings of a paper are its data sought, and which printed numbers must they print there?

As printed, where no number is in conflict: everything. Where numbers are in conflict nothing prints them all, so that
as printed there are two accounts, the means with their SDs and the counts. Each explanation is a reading with the
numbers that it reconciles; readings that no printed number tells from it are pooled with it.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from reread.departures import apply
from reread.study.roles import block_of
from reread.study.values import Study

Kind = Literal["printed", "means", "counts", "reading"]
# Which kinds of numbers of a sample each account as printed must print.
OF_SAMPLES: dict[Kind, tuple[str, ...]] = {"means": ("mean", "sd"), "counts": ("count",)}


@dataclass(frozen=True)
class ReadAs:
    """One reading: its place among the explanations (as printed too), its kind, and the ids of its departures.

    `studies` are the study under it, and under each that no printed number tells from it; `held` the roles (of counts
    the block, `score.before.count`) that its data must print.
    """

    rank: int
    kind: Kind
    departures: tuple[str, ...]
    studies: tuple[Study, ...]
    held: frozenset[str]


def readings(study: Study, found: Sequence[Mapping[str, Any]]) -> list[ReadAs]:
    """Every reading of a study with its explanations, as printed first; `found` as in explanations.json."""
    nothing: Mapping[str, Any] = {"rank": 1, "unreconciled": []}
    printed = next((each for each in found if not each["departures"]), nothing)
    told = [each for each in found if each["departures"]]
    kinds: tuple[Kind, ...] = ("means", "counts") if told or printed["unreconciled"] else ("printed",)
    first = [ReadAs(printed["rank"], kind, (), (study,), _held(study, kind)) for kind in kinds]
    return [*first, *(_read(study, each) for each in told)]


def orientation(study: Study, read: Study, outcome: str) -> int:
    """Do the codes of a reading go the way of the stated ones (1), the other way (−1), or neither (0)?"""
    stated, codes = study.codes(outcome) or {}, read.codes(outcome) or {}
    labels = [label for label in codes if label in stated]
    ways = {
        (codes[a] > codes[b]) - (codes[a] < codes[b])
        for a in labels
        for b in labels
        if stated[a] > stated[b]
    }  # fmt: skip
    return (ways or {1}).pop() if len(ways) < 2 else 0


def _read(study: Study, each: Mapping[str, Any]) -> ReadAs:
    every = (_under(study, used) for used in (each["departures"], *each["alike"]))
    ids = tuple(departure["id"] for departure in each["departures"])
    return ReadAs(each["rank"], "reading", ids, tuple(s for s in every if s), frozenset(each["reconciled"]))


def _under(study: Study, used: Sequence[Mapping[str, Any]]) -> Study | None:
    return apply(study, ((each["id"], each["about"]) for each in used))


def _held(study: Study, kind: Kind) -> frozenset[str]:
    roles: Collection[str] = {block_of(role) for role in study.values}
    return frozenset(role for role in roles if kind == "printed" or role.rpartition(".")[2] in OF_SAMPLES[kind])
