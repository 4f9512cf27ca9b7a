"""Under one reading, which printed numbers can all stand at once, and how many bits does the account take?

For each comparison of two means the candidates for its two samples are joined with the candidates for what was computed
from them. Each joint candidate is a possible study: it prints some of the numbers, and leaves others
unreconciled. Its bits are those that tell the candidate, and those of every number that it does not print. The fewest
win. Where the text calls one side higher (`higher:`) and the means of a reading say the opposite, that word is lost,
too.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import product
from math import inf

from reread.explain.blocks import blocks
from reread.explain.compared import MEANS, Compared
from reread.explain.margins import Margin, fewest_bits, fewest_within, margins
from reread.explain.opened import Fit
from reread.explain.prints import Printed, Prints
from reread.study.comparison import comparisons
from reread.study.parts import Change, ReportedTest
from reread.study.roles import of_test, owner
from reread.study.samples import samples
from reread.study.values import Study

# What a word costs that says the opposite of the means: one of some ten thousand words, and no misprint of another.
OF_A_WORD = 14.0


@dataclass(frozen=True)
class Account:
    """The bits of an account, and which blocks it prints, does not print, and says nothing about."""

    bits: float
    reconciled: frozenset[str]
    unreconciled: frozenset[str]
    untested: frozenset[str]
    margins: tuple[Margin, ...] = ()


@dataclass(frozen=True)
class Twosome:
    """A comparison of two samples, as far as no reading changes it."""

    role: str
    samples: tuple[str, str]
    same_people: bool
    linked: bool  # is everybody known to be in both samples, if they are of the same people?
    bits: tuple[tuple[str, float], ...]  # of each block of the comparison, by the last parts of its name

    def about(self, study: Study) -> Change | ReportedTest:
        """What the study file says of it."""
        name = self.role.removeprefix("tests.")
        return study.file.tests[name] if of_test(self.role) else study.outcome(owner(self.role)).change

    def told(self, study: Study) -> bool:
        """Is it, under the study's reading, a comparison of the same people, or of two means?"""
        return self.same_people or self.about(study).test in MEANS

    def contradicted(self, study: Study) -> bool:
        """Do the means that the reading takes as printed say the opposite of what the text says?"""
        higher = self.about(study).higher
        first, second = (study.get(f"{role}.mean") for role in self.samples)
        if not higher or first is None or second is None:
            return False
        sides = (first, second) if self.samples[0].endswith(f".{higher}") else (second, first)
        top, bottom = (each.interval.floats() for each in sides)
        return any(role.endswith(f".{higher}") for role in self.samples) and top[1] < bottom[0]

    def compared(self, study: Study) -> Compared:
        """What is printed of the difference under the study's reading."""
        return Compared.of(study, self.role, self.about(study), self.bits, self.same_people, self.linked)


class Accounts:
    """Accounts of readings of one study: its blocks, and their bits, are those of the study as printed."""

    def __init__(self, study: Study) -> None:
        self.blocks = {block.name: block for block in blocks(study)}
        self.bits = {name: block.bits for name, block in self.blocks.items()}
        self._printed = {each.role: Printed(each, self._bits(each.role)) for each in samples(study)}
        self._twosomes = [
            Twosome(each.role, (first.role, second.role), bool(each.paired), each.complete, self._bits(each.role))
            for each in comparisons(study) if len(each.samples) == 2 for first, second in [each.samples]
        ]  # fmt: skip

    def of(self, study: Study) -> Account:
        """The best account of a reading."""
        return self._worded(study, together([account for part in self._parts(study) if (account := _best(*part))]))

    def within(self, study: Study, limit: float) -> Account | None:
        """The best account of a reading if it takes no more bits than this."""
        parts, paid = list(self._parts(study)), self.lost_words(study)
        rest = sum(fewest_bits(side) for part in parts for side in part[:2])
        accounts = []
        for part in parts:
            rest -= fewest_bits(part[0]) + fewest_bits(part[1])
            account = _best(*part, limit=round(limit - paid - rest, 6))
            if account is None:
                return None
            paid += account.bits
            accounts.append(account)
        return self._worded(study, together(accounts))

    def least(self, study: Study) -> float:
        """A lower bound of its bits: what the samples' best candidates take by themselves, and words that are lost."""
        return sum(fewest_bits(side) for side in self.sides(study)) + self.lost_words(study)

    def lost_words(self, study: Study) -> float:
        """The bits of what the text says of two means and a reading contradicts."""
        return OF_A_WORD * sum(each.contradicted(study) for each in self._twosomes)

    def _worded(self, study: Study, account: Account) -> Account:
        """The account with what the text says: means that contradict it are not reconciled."""
        roles = {f"{role}.mean" for each in self._twosomes if each.contradicted(study) for role in each.samples}
        bits = account.bits + self.lost_words(study)
        return replace(
            account, bits=bits, reconciled=account.reconciled - roles, unreconciled=account.unreconciled | roles,
            untested=account.untested - roles,
        ) if roles else account  # fmt: skip

    def sides(self, study: Study) -> list[Prints]:
        """What is printed of each sample that the account is about, both of each comparison in turn."""
        told = (each.samples for each in self._twosomes if each.told(study))
        return [self._printed[role].of(study) for roles in told for role in roles]

    def dearest(self, study: Study) -> float:
        """The most bits that one block may cost."""
        return max([*self.bits.values(), *(side.counting for side in self.sides(study))], default=0.0)

    def least_of(self, study: Study, role: str, room: float = inf) -> float:
        """What one sample's best candidate takes by itself; if that is more than `room`, anything above it."""
        return fewest_within(self._printed[role].of(study), room)

    def _parts(self, study: Study) -> Iterator[tuple[Prints, Prints, Compared, str]]:
        """Of each comparison: what is printed of both samples, and of their difference."""
        for each in self._twosomes:
            if each.told(study):
                first, second = (self._printed[role].of(study) for role in each.samples)
                yield first, second, same(each.compared(study)), each.role

    def _bits(self, role: str) -> tuple[tuple[str, float], ...]:
        """The bits of the blocks directly below a role, by the last parts of their names."""
        own = {k.removeprefix(role + "."): bits for k, bits in self.bits.items() if k.startswith(role + ".")}
        return tuple((part, bits) for part, bits in own.items() if not part.startswith("groups."))


def together(parts: list[Account]) -> Account:
    """The account of several outcomes and tests."""
    named = (
        frozenset[str]().union(*sets)
        for sets in zip(*((p.reconciled, p.unreconciled, p.untested) for p in parts), strict=True)
    )
    reconciled, unreconciled, untested = named if parts else (frozenset(), frozenset(), frozenset())
    return Account(
        sum(part.bits for part in parts), reconciled, unreconciled, untested,
        tuple(margin for part in parts for margin in part.margins),
    )  # fmt: skip


@lru_cache(maxsize=500)
def same(compared: Compared) -> Compared:
    """The first of equal ones, which keeps what it has found out."""
    return compared


@lru_cache(maxsize=5_000)
def _best(before: Prints, after: Prints, compared: Compared, role: str, limit: float = inf) -> Account | None:
    """The joint candidate with the fewest bits; pairs of samples in the order of their own bits, while they can win."""
    pairs = [(first.own + second.own, first, second) for first, second in product(margins(before), margins(after))]
    best: Account | None = None
    for own, first, second in sorted(pairs, key=lambda pair: pair[0]):
        if own > min(limit, best.bits if best else inf) + 1e-9:
            break
        if own + compared.least(first, second) > min(limit, best.bits if best else inf) + 1e-9:
            continue
        for fit in compared.fits(first, second):
            total = own + fit.bits + sum(bits for part, bits in compared.bits if part not in fit.agrees)
            if total > min(limit, best.bits if best else inf) + 1e-9:
                continue
            told = _told(total, (before, after), (first, second), compared, fit, role)
            if best is None or total < best.bits - 1e-9 or len(told.unreconciled) < len(best.unreconciled):
                best = told
    return best


def _told(
    bits: float,
    prints: tuple[Prints, ...],
    chosen: tuple[Margin, ...],
    compared: Compared,
    fit: Fit,
    role: str,
) -> Account:
    every, agrees, differs = set(), set(), set()
    for each, margin in zip(prints, chosen, strict=True):
        every |= {f"{each.role}.{part}" for part, _ in each.bits}
        agrees |= {f"{each.role}.{part}" for part in margin.agrees}
        differs |= {f"{each.role}.{part}" for part in margin.differs}
    every |= {f"{role}.{part}" for part, _ in compared.bits}
    agrees |= {f"{role}.{part}" for part in fit.agrees}
    differs |= {f"{role}.{part}" for part in fit.differs}
    return Account(bits, frozenset(agrees), frozenset(differs), frozenset(every - agrees - differs), chosen)
