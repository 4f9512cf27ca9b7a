"""Is a departure that really happened found again? `make recovery` prints it, for each departure, design and pair.

Each paper is honest but for one departure, or two; those of two arms, before and after, for one. Brute force tries as
printed, every single departure of the library, and every two that may be joined (`--singles`: none), without any of the
search's short cuts. Where the true one takes strictly fewer bits than all others, the paper is *identifiable*, and the
search must put it first, alone. Else the truth is one of several that no print tells apart, or something else does as
well for less, and the search must not invent another.
"""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from itertools import combinations
from statistics import median

import recovery_arms
from power_papers import study
from recovery_papers import DESIGNS, KINDS, papers

from reread.explain import in_conflict, judged
from reread.explain.accounts import Accounts
from reread.explain.coincidence import upper_limit
from reread.explain.readings import Readings, search
from reread.study.values import Study

TIE = 1e-6
TWO_ARMS = "two arms"
# Two departures of these happen together; none of them is a misprint or moves numbers far.
JOINED = tuple(
    combinations(("exchanged_occasions", "one_sided_p", "other_codes", "other_level", "truncated", "z_for_t"), 2)
)

Truth = tuple[str, ...]


@dataclass(frozen=True)
class Outcome:
    """Of one paper: is it noticed, the truth identifiable, first alone, among the least; how many are the least?"""

    noticed: bool
    identifiable: bool = False
    first: bool = False
    tied: bool = False
    least: int = 0


def recovered(paper: Study, truth: Truth, pairs: bool = True) -> Outcome:
    """Search against brute force on one paper; no truth: nothing happened to it. `pairs`: of two departures, too."""
    if not in_conflict(paper):
        return Outcome(False, first=not truth)
    accounts, readings = Accounts(paper), Readings(paper)
    totals = list(every(paper, accounts, readings, pairs))
    found = search(paper, accounts, readings)
    least = min(*(bits for _, bits in totals), found[0].bits)
    best = {names for names, bits in totals if bits <= least + TIE}
    top = [each for each in found if each.bits <= found[0].bits + TIE]
    names = {tuple(sorted(used.id for used in each.departures)) for each in top}
    return Outcome(True, best == {truth}, names == {truth}, truth in names, len(top))


def every(paper: Study, accounts: Accounts, readings: Readings, pairs: bool) -> Iterator[tuple[Truth, float]]:
    """All readings of none, one and, if asked, two departures with their bits, by brute force."""
    yield (), accounts.of(paper).bits
    for name, make in readings.library.items():
        for _, other in make(paper):
            yield (name,), readings.costs[name] + accounts.of(other).bits
            for second in readings.library if pairs and name not in readings.alone else ():
                if second > name and second not in readings.alone:
                    cost = readings.costs[name] + readings.costs[second]
                    for _, third in readings.library[second](other):
                        yield (name, second), cost + accounts.of(third).bits


def row(asked: tuple[str, Truth, str, int, bool]) -> tuple[str, list[Outcome]]:
    """One kind of one design: its line, and what happened to each paper."""
    kind, truth, design, count, pairs = asked
    if design == TWO_ARMS:
        told = [
            recovered(judged(paper, in_conflict(paper)), truth, pairs) for paper in recovery_arms.papers(kind, count)
        ]
    else:
        told = [recovered(study(paper), truth, pairs) for paper in papers(truth, DESIGNS[design], count)]
    name = kind or " + ".join(truth) or "none"
    return f"{name:36} {design:23} {_counts(told)}" if told else "", told


def _counts(told: list[Outcome]) -> str:
    noticed = [each for each in told if each.noticed]
    known = [each for each in noticed if each.identifiable]
    rest = [each for each in noticed if not each.identifiable]
    size = f"{median(each.least for each in rest if each.tied):g}" if any(each.tied for each in rest) else "-"
    first, tied = sum(each.first for each in known), sum(each.tied for each in rest)
    return f"{len(told):6} {len(noticed):7} {len(known):12} {first:5}   {tied:5} of {len(rest):3} {size:>5}"


def main() -> None:
    """Print the table and its sums."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--papers", type=int, default=10, help="papers of each departure and design (default: 10)")
    parser.add_argument("--jobs", type=int, default=2, help="processes (default: 2)")
    parser.add_argument("--two-arms", action="store_true", help="only the papers of two arms, before and after")
    parser.add_argument("--singles", action="store_true", help="brute force over single departures only: far quicker")
    parser.add_argument("--only", default="", help="of two arms only kinds with this in their name")
    args = parser.parse_args()
    truths: list[Truth] = [] if args.two_arms else [(), *((name,) for name in KINDS), *JOINED]
    asked = [("", truth, design, args.papers, not args.singles) for truth in truths for design in DESIGNS]
    of_arms: dict[str, Truth] = {"": (), **{kind: (name,) for kind, (name, _) in recovery_arms.KINDS.items()}}
    asked += [
        (kind, truth, TWO_ARMS, args.papers, not args.singles) for kind, truth in of_arms.items() if args.only in kind
    ]
    every_one: list[Outcome] = []
    print(f"{'departure':36} {'design':23} papers noticed identifiable first   among the least, size")
    with ProcessPoolExecutor(args.jobs) as pool:
        for line, told in pool.map(row, asked):
            every_one += told
            if line:
                print(line, flush=True)
    print(summary(every_one))
    spent = os.times()
    print(f"{sum(spent[:4]):.0f} s of CPU")


def summary(every_one: list[Outcome]) -> str:
    """What was found of all that could be."""
    known = [each for each in every_one if each.noticed and each.identifiable]
    rest = [each for each in every_one if each.noticed and not each.identifiable]
    missed = sum(not each.first for each in known)
    return (
        f"identifiable {len(known)}, first alone {len(known) - missed} (at most {upper_limit(missed, len(known)):.1%} "
        f"missed); of {len(rest)} others {sum(each.tied for each in rest)} among the least"
    )


if __name__ == "__main__":
    sys.exit(main())
