"""Which fewest departures from what the paper says reconcile the most of its numbers, and is that more than luck?

IN: a `Study` and a seed. OUT: an `Explanation`s list, best first, *as printed* always among them.
MAY NOT: know any one study or departure, look at words, call a number wrong: it says what a reading would reconcile.

Everything is counted in bits. A departure costs what it takes to name it; a printed number that a reading leaves
unreconciled costs log2 of the strings that could have been printed there; one that it reconciles costs log2 of the
strings that the reading allows. The fewest bits win, and as printed wins ties. Where no check finds anything
inconsistent there is nothing to explain, and as printed stands alone.

Of the checks it uses only whether a number is in conflict at all. What it can reconcile are outcomes measured twice and
t tests of two groups; all else stays as it is.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from reread.checks import findings
from reread.datasets.histogram import Ending
from reread.datasets.pairing import tables
from reread.explain.accounts import Account, Accounts
from reread.explain.blocks import Block, blocks, without
from reread.explain.coincidence import Coincidence, coincidence
from reread.explain.readings import Explained, Readings, Used, search
from reread.study.roles import block_of
from reread.study.values import Study

# So many explanations are told, and for so many of them how much else would have fitted.
SHOWN, WEIGHED = 5, 2
CAP = 10_000


@dataclass(frozen=True)
class Explanation:
    """One reading of the paper, what it reconciles and what it does not, and how much else would fit as well.

    `alike` are other readings of the same bits that leave the same numbers unreconciled: no print separates them.
    """

    departures: tuple[Used, ...]
    bits: float
    reconciled: tuple[str, ...]
    unreconciled: tuple[str, ...]
    data_sets: int | None
    ending: Ending | None
    coincidence: Coincidence | None
    alike: tuple[tuple[Used, ...], ...] = ()


def explain(study: Study, seed: int, weighed: int = WEIGHED) -> list[Explanation]:
    """Every explanation worth telling, best first; as printed alone where no check finds anything inconsistent.

    For the first `weighed` of them it is counted how much else would fit, which takes most of the time.

    >>> from reread.study.file import StudyFile
    >>> file = StudyFile.model_validate({"title": "", "design": {"kind": "single case"}})
    >>> [explanation.departures for explanation in explain(Study("empty", file, {}), seed=1)]
    [()]
    """
    conflicts = in_conflict(study)
    if not conflicts:
        return [_told(Explained((), study, _all_stand(study)), study, None, ())]
    study = judged(study, conflicts)
    accounts, readings = Accounts(study), Readings(study)
    found = search(study, accounts, readings)
    printed = next(each for each in found if not each.departures)
    classes: dict[object, list[Explained]] = defaultdict(list)
    for each in found:
        classes[round(each.bits, 3), each.account.unreconciled].append(each)
    told: list[Explanation] = []
    for first, *others in list(classes.values())[:SHOWN]:
        weigh = first.departures and sum(bool(each.departures) for each in told) < weighed
        luck = coincidence(first, printed, accounts, readings, seed) if weigh else None
        told.append(_told(first, study, luck, tuple(each.departures for each in others)))
    if all(each.departures for each in told):
        told.append(_told(printed, study, None, ()))
    return told


def in_conflict(study: Study) -> frozenset[str]:
    """The blocks of which some check says that they cannot all be true."""
    told = findings(study, lost=True)  # a check that broke was told by the stage that ran it
    roles = {role for each in told if each.status == "inconsistent" for role in each.roles}
    return frozenset(block_of(role) for role in roles)


def never(explanations: list[Explanation]) -> tuple[str, ...]:
    """What stays unreconciled under every explanation, as printed included."""
    return tuple(
        name for name in explanations[0].unreconciled if all(name in each.unreconciled for each in explanations)
    )


def judged(study: Study, conflicts: frozenset[str]) -> Study:
    """The study without numbers that are left unreconciled as printed although no check finds fault with them.

    The accounts admit fewer conventions than the checks; what only they mind is not to be explained.
    """
    left = Accounts(study).of(study).unreconciled - conflicts
    return without(study, [block for block in blocks(study) if block.name in left])


def _all_stand(study: Study) -> Account:
    return Account(0.0, frozenset(), frozenset(), frozenset(block.name for block in blocks(study)))


def _told(each: Explained, study: Study, luck: Coincidence | None, alike: tuple[tuple[Used, ...], ...]) -> Explanation:
    order: list[Block] = list(blocks(study))
    count, ending = _data_sets(each.account)
    return Explanation(
        each.departures, each.bits, tuple(block.name for block in order if block.name in each.account.reconciled),
        tuple(block.name for block in order if block.name in each.account.unreconciled), count, ending, luck, alike,
    )  # fmt: skip


def _data_sets(account: Account) -> tuple[int | None, Ending | None]:
    """How many before–after tables the chosen data sets leave; None where they are not known."""
    data = [margin.data for margin in account.margins[:2]]
    if len(data) < 2 or data[0] is None or data[1] is None or data[0].n != data[1].n:
        return None, None
    found = tables(data[0], data[1], CAP)
    return len(found.tables), found.ending
