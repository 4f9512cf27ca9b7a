"""Is any honest study accused? `make honesty` draws 100,000 and prints what each check said; exit code 1 if one is.

Every study is data that exist, with statistics that follow from them, printed under conventions drawn at random
(rounding, ties, signs, SDs with n or n − 1, missing answers, definitions of d, tests). The bound is one-sided, 95 %,
exact: with no accusation among N studies, the rate is below 1 − 0.05^(1/N).
"""

from __future__ import annotations

import os
import sys
import time
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Callable, Iterator
from multiprocessing import Pool
from random import Random

import honest_study
from honest_groups import random_groups_study
from honest_tests import random_tests_study

from reread import checks
from reread.study.values import Study

FAMILIES: dict[str, Callable[[int], Study]] = {
    "one group, before and after": lambda seed: honest_study.study(Random(seed)),
    "reported tests": random_tests_study,
    "ranks, pairs and group sizes": random_groups_study,
}
BLOCK = 250


def block(asked: tuple[str, int, int]) -> tuple[str, Counter[tuple[str, str]], list[str]]:
    """What every check says of the studies of one family with these seeds; and each accusation, with its seed."""
    family, start, count = asked
    said: Counter[tuple[str, str]] = Counter()
    wrong: list[str] = []
    for seed in range(start, start + count):
        study = FAMILIES[family](seed)
        for name, check in checks.found().items():
            try:
                found = list(check(study))
            except Exception as error:
                said[name, "broke"] += 1
                wrong.append(f"{family}, seed {seed}: {name} broke: {error!r}")
                continue
            for finding in found:
                said[name, finding.status] += 1
                said[name, finding.kind] += finding.status != "inconsistent"
                if finding.status == "inconsistent":
                    wrong.append(f"{family}, seed {seed}: {finding.id} {finding.params}")
    return family, said, wrong


def blocks(studies: int, first: int) -> Iterator[tuple[str, int, int]]:
    """The families in turn, so that an interrupted run has some of each."""
    each = -(-studies // len(FAMILIES))
    for start in range(0, each, BLOCK):
        for family in FAMILIES:
            yield family, first + start, min(BLOCK, each - start)


def bound(studies: int) -> float:
    """The largest rate of accusation that none among so many studies leaves open."""
    return 1 - 0.05 ** (1 / studies)


def main() -> int:
    """Draw, count and print."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--studies", type=int, default=100_000)
    parser.add_argument("--first", type=int, default=1_000_000, help="the first seed")
    args = parser.parse_args()
    said: dict[str, Counter[tuple[str, str]]] = {family: Counter() for family in FAMILIES}
    wrong: list[str] = []
    begun = time.monotonic()
    with Pool(os.cpu_count()) as pool:
        asked = list(blocks(args.studies, args.first))
        for done, (family, found, accused) in enumerate(pool.imap_unordered(block, asked), 1):
            said[family].update(found)
            wrong += accused
            print("\r" + "\n".join(accused), end="\n" if accused else "", file=sys.stderr)
            print(f"\r{done} of {len(asked)} blocks, {len(wrong)} wrong", end="", file=sys.stderr)
    print(file=sys.stderr)
    total = sum(count for _, _, count in asked)
    report(said, wrong, total, time.monotonic() - begun)
    return 1 if wrong else 0


def report(said: dict[str, Counter[tuple[str, str]]], wrong: list[str], total: int, seconds: float) -> None:
    """The tables: what each check said, and the rate that this allows."""
    each: Counter[tuple[str, str]] = sum(said.values(), Counter())
    print("| check | consistent | undecided | inconsistent | unusual | broke |\n|---|---:|---:|---:|---:|---:|")
    for name in checks.found():
        shown = [each[name, what] for what in ("consistent", "undecided", "inconsistent", "implausible", "broke")]
        print(f"| {name} | " + " | ".join(f"{count:,}" for count in shown) + " |")
    print(f"\n{total:,} honest studies ({', '.join(said)}), {seconds:.0f} s: {len(wrong)} wrong.")
    if wrong:
        print("\n".join(wrong[:20]))
    else:
        print(f"The rate of false accusation is below {100 * bound(total):.4f} % (95 %, one-sided).")


if __name__ == "__main__":
    sys.exit(main())
