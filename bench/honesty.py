"""Is any honest study accused? `make honesty` draws 100,000 and prints what each check said; exit code 1 if one is.

Every study is data that exist, with statistics that follow from them, printed under conventions drawn at random
(rounding, ties, signs, SDs with n or n − 1, missing answers, definitions of d, tests). In one family of six, numbers
are obtained otherwise than by the usual formula, and the study file says so (`honest_conventions`). Of trials of two
arms it is asked, too, whether what is said of an adjusted analysis holds that of the participants, and how much of it
data sets that print the same reach (`arms_adjusted`). The bound is one-sided, 95 %, exact: with no accusation among N
studies, the rate is below 1 − 0.05^(1/N).
"""

from __future__ import annotations

import os
import sys
import time
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from multiprocessing import Pool
from random import Random

import arms_adjusted
import honest_study
from honest_conventions import CONVENTIONS, convened
from honest_groups import random_groups_study
from honest_pooled import random_pooled_study
from honest_tests import random_tests_study
from honest_two_arms import random_two_arms

from reread import checks
from reread.study.finding import Finding
from reread.study.roles import owner
from reread.study.values import Study

UNDER_CONVENTIONS, TWO_ARMS = "under conventions", "two arms"
FAMILIES: dict[str, Callable[[int], Study]] = {
    "one group, before and after": lambda seed: honest_study.study(Random(seed)),
    "reported tests": random_tests_study,
    "ranks, pairs and group sizes": random_groups_study,
    TWO_ARMS: random_two_arms,
    "pooled trials": random_pooled_study,
    UNDER_CONVENTIONS: lambda seed: convened(seed).study(),
}
BLOCK, EACH = 250, 5  # seeds; data sets that reach the ends of a range are looked for in one trial of so many
Said = Counter[tuple[str, str]]
Shares = dict[str, list[arms_adjusted.Shares]]


def block(asked: tuple[str, int, int]) -> tuple[Shares, Said, list[str], Said]:
    """What every check says of the studies of one family with these seeds; each accusation, with its seed.

    And of how many studies, and of how many entries under each convention, something is left open or inconsistent; of
    two arms how much of the range of an adjusted analysis is reached.
    """
    family, start, count = asked
    shares: Shares = {}
    said, met = Said(), Said()
    wrong: list[str] = []
    for seed in range(start, start + count):
        study, told = drawn(family, seed)
        findings: list[Finding] = []
        for name, check in checks.found().items():
            try:
                found = list(check(study))
            except Exception as error:
                said[name, "broke"] += 1
                wrong.append(f"{family}, seed {seed}: {name} broke: {error!r}")
                continue
            findings += found
            for finding in found:
                said[name, finding.status] += 1
                said[name, finding.kind] += finding.status != "inconsistent"
                if finding.status == "inconsistent":
                    wrong.append(f"{family}, seed {seed}: {finding.id} {finding.params}")
        count_each(met, {**told, "": family}, findings)
        if family == TWO_ARMS:
            wrong += [f"{family}, seed {seed}: adjusted analysis, {what}" for what in of_arms(seed, met, shares)]
    return shares, said, wrong, met


def of_arms(seed: int, met: Said, shares: Shares) -> Iterator[str]:
    """What of an adjusted analysis lies outside of what is said; counts those asked, keeps what is reached."""
    lies = arms_adjusted.truth(seed)
    met[arms_adjusted.ASKED, "studies"] += lies is not None
    yield from lies or ()
    for kind, ask in arms_adjusted.KINDS.items() if seed % EACH == 0 else ():
        try:
            shares.setdefault(kind, []).extend(filter(None, [ask(seed)]))
        except AssertionError as outside:
            yield f"{kind}: {outside}"


def drawn(family: str, seed: int) -> tuple[Study, Mapping[str, str]]:
    """A study, and the convention of each of its entries that has one."""
    if family != UNDER_CONVENTIONS:
        return FAMILIES[family](seed), {}
    found = convened(seed)
    return found.study(), {press.name: press.convention for press in found.presses if press.convention in CONVENTIONS}


def count_each(met: Said, told: Mapping[str, str], findings: list[Finding]) -> None:
    """Count a study with each of its conventions once, and with its family ("" in `told`): accused, or left open."""
    for convention in set(told.values()):
        own = {name for name, each in told.items() if each == convention}
        about = [f for f in findings if "" in own or owner(f.roles[0]).removeprefix("tests.") in own]
        met[convention, "studies"] += 1
        met[convention, "open"] += any(finding.unless is not None for finding in about)
        met[convention, "accused"] += any(finding.status == "inconsistent" for finding in about)


def blocks(studies: int, first: int, families: Sequence[str]) -> Iterator[tuple[str, int, int]]:
    """The families in turn, so that an interrupted run has some of each."""
    each = -(-studies // len(families))
    for start in range(0, each, BLOCK):
        for family in families:
            yield family, first + start, min(BLOCK, each - start)


def bound(studies: int) -> float:
    """The largest rate of accusation that none among so many studies leaves open."""
    return 1 - 0.05 ** (1 / studies)


def main() -> int:
    """Draw, count and print."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--studies", type=int, default=100_000)
    parser.add_argument("--first", type=int, default=1_000_000, help="the first seed")
    parser.add_argument("--family", choices=FAMILIES, action="append", help="only this family; may be given again")
    args = parser.parse_args()
    said, met = Said(), Said()
    wrong: list[str] = []
    shares: Shares = {}
    begun = time.monotonic()
    families = args.family or list(FAMILIES)
    asked = list(blocks(args.studies, args.first, families))
    with Pool(os.cpu_count()) as pool:
        for done, (reached, found, accused, counted) in enumerate(pool.imap_unordered(block, asked), 1):
            for kind, each in reached.items():
                shares.setdefault(kind, []).extend(each)
            said.update(found)
            met.update(counted)
            wrong += accused
            print("\r" + "\n".join(accused), end="\n" if accused else "", file=sys.stderr)
            print(f"\r{done} of {len(asked)} blocks, {len(wrong)} wrong", end="", file=sys.stderr)
    print(file=sys.stderr)
    total = sum(count for _, _, count in asked)
    report(said, wrong, f"{total:,} honest studies ({', '.join(families)}), {time.monotonic() - begun:.0f} s")
    if not wrong:
        print(f"The rate of false accusation is below {100 * bound(total):.4f} % (95 %, one-sided).")
    print(f"\n{told_of_each(met, 'studies')}")
    if shares:
        print(f"\n{arms_adjusted.table(met[arms_adjusted.ASKED, 'studies'], shares)}")
    return 1 if wrong else 0


def report(said: Said, wrong: list[str], drew: str) -> None:
    """What each check said, and the first accusations."""
    print("| check | consistent | undecided | inconsistent | unusual | broke |\n|---|---:|---:|---:|---:|---:|")
    for name in checks.found():
        shown = [said[name, what] for what in ("consistent", "undecided", "inconsistent", "implausible", "broke")]
        print(f"| {name} | " + " | ".join(f"{count:,}" for count in shown) + " |")
    print("\n".join([f"\n{drew}: {len(wrong)} wrong.", *wrong[:20]]))


def told_of_each(met: Said, what: str) -> str:
    """A table: how many of each family and of each convention, with something left open for it, and accused."""
    names = [name for name in (*FAMILIES, *CONVENTIONS) if met[name, what]]
    rows = [f"| {name} | " + " | ".join(f"{met[name, each]:,}" for each in (what, "open", "accused")) + " |"
            for name in names]  # fmt: skip
    return "\n".join([f"| family or convention | {what} | left open for it | accused |", "|---|---:|---:|---:|", *rows])


if __name__ == "__main__":
    sys.exit(main())
