"""Which few departures from what a paper says let its printed numbers stand with the fewest bits?

A reading is up to three departures, each of another kind. A departure costs log2 of how many kinds there are plus log2
of how many ways its own kind has on this study, because that is what it takes to name it. The search takes readings in
the order of a lower bound (its departures, and the samples' own best candidates) and leaves out what cannot come
within `SLACK` bits of the best any more. As printed is always among them, and wins ties.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import log2

from reread.departures import Departure, is_alone, is_slip
from reread.departures import found as departures
from reread.explain.accounts import Account, Accounts
from reread.study.values import Study

MOST_DEPARTURES = 3
# Readings of two departures that lead on to a third: the best so many by their lower bound.
BEAM = 25
SLACK = 6.0


@dataclass(frozen=True)
class Used:
    """One departure of a reading: its file's name, its parameters, and what naming it costs in bits."""

    id: str
    params: tuple[tuple[str, str], ...]
    cost: float


@dataclass(frozen=True)
class Explained:
    """A reading with its account. `bits` are all of it: departures, candidate, and what it leaves unreconciled."""

    departures: tuple[Used, ...]
    study: Study
    account: Account

    @property
    def cost(self) -> float:
        """The bits of the departures."""
        return sum(used.cost for used in self.departures)

    @property
    def bits(self) -> float:
        """Departures and account."""
        return self.cost + self.account.bits


class Readings:
    """The library of departures over one study, with the cost of each."""

    def __init__(self, study: Study, library: dict[str, Departure] | None = None) -> None:
        self.library = departures() if library is None else library
        self.study = study
        self.slips = {name for name in self.library if is_slip(name)}
        self.alone = self.slips | {name for name in self.library if is_alone(name)}
        self.costs: dict[str, float] = {}
        for name, make in self.library.items():
            variants = sum(1 for _ in make(study))
            self.costs[name] = log2(len(self.library)) + log2(max(variants, 1))

    def over(
        self,
        study: Study,
        used: tuple[Used, ...],
        room: float,
        kinds: frozenset[str] | None = None,
        after: tuple[Used, ...] | None = None,
    ) -> Iterator[tuple[Used, Study]]:
        """Every departure of another kind on top of a reading, for less than `room` bits, in alphabetical order.

        A departure that moves numbers far stands alone: joined to others there are so many that some would fit nearly
        anything. `kinds`: only these. `after`: those that it has to follow in the alphabet (default: all of `used`).
        """
        if any(each.id in self.alone for each in used):
            return
        last, taken = (used if after is None else after)[-1:], {each.id for each in used}
        for name, make in self.library.items():
            fits = self.costs[name] < room and name not in taken and (kinds is None or name in kinds)
            if fits and not (last and name <= last[0].id) and not (used and name in self.alone):
                yield from ((self._used(name, params), other) for params, other in make(study))

    def _used(self, name: str, params: dict[str, str]) -> Used:
        return Used(name, tuple(params.items()), self.costs[name])


def search(study: Study, accounts: Accounts, readings: Readings) -> list[Explained]:
    """The readings that take the fewest bits, best first, as printed among them."""
    printed = Explained((), study, accounts.of(study))
    found, best = [printed], printed.bits
    for bound, used, other in sorted(_candidates(study, accounts, readings, best), key=lambda each: each[0]):
        if bound > best + SLACK:
            break
        account = accounts.within(other, best + SLACK - sum(each.cost for each in used))
        if account is not None:
            found.append(Explained(used, other, account))
            best = min(best, found[-1].bits)
    within = [each for each in found if each.bits <= best + SLACK or not each.departures]
    return sorted(within, key=_order)


def _candidates(study: Study, accounts: Accounts, readings: Readings, room: float) -> list[Candidate]:
    """Every reading of one or two departures, and of three on top of the best, with a lower bound of its bits."""
    every: list[Candidate] = []
    level: list[Candidate] = [(0.0, (), study)]
    for depth in range(MOST_DEPARTURES):
        following = []
        for _, used, parent in level:
            paid = sum(each.cost for each in used)
            for further, other in readings.over(parent, used, room - paid):
                following.append((paid + further.cost + accounts.least(other), (*used, further), other))
        every += following
        level = sorted(following, key=lambda each: each[0])
        level = level[:BEAM] if depth else level
    return every


Candidate = tuple[float, tuple[Used, ...], Study]


def _order(each: Explained) -> tuple[float, int, int, str]:
    """Fewest bits, then fewest departures, then fewest numbers left unreconciled."""
    return round(each.bits, 6), len(each.departures), len(each.account.unreconciled), _name(each)


def _name(each: Explained) -> str:
    return " ".join(f"{used.id} {used.params}" for used in each.departures)
