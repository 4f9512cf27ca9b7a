"""Do the same printed numbers get the same verdict as an outcome and as a paired test? `make spellings` counts.

Honest papers, and papers with one error of each kind that `make power` makes; every check has to say the same of both
spellings. Exit code 1 if one does not.
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from collections.abc import Iterator
from itertools import count, islice

import power
import power_errors
import spelled
from honesty import FAMILIES

from reread.study.values import Study

FAMILY, DESIGN = "one group, before and after", "before and after"
FIRST = 2_000_000


def honest(papers: int) -> Iterator[tuple[str, Study]]:
    """Honest studies that name the paired t-test."""
    drawn = ((f"honest, seed {seed}", FAMILIES[FAMILY](seed)) for seed in count(FIRST))
    named = (each for each in drawn if each[1].file.outcomes[spelled.NAME].change.test == "paired t")
    yield from islice(named, papers)


def spoilt(papers: int) -> Iterator[tuple[str, Study]]:
    """As many papers of each kind of error as make `papers` in all, or a few more."""
    each = -(-papers // len(power_errors.KINDS))
    for kind in power_errors.KINDS:
        for number, paper in enumerate(power.papers(kind, power.DESIGNS[DESIGN], each)):
            yield f"{kind}, paper {number}", power.study(paper)


def apart(study: Study) -> list[str]:
    """What only one of the two spellings is told."""
    one, other = spelled.said(study), spelled.said(spelled.as_test(study))
    return [f"outcome only: {each}" for each in one - other] + [f"test only: {each}" for each in other - one]


def main() -> int:
    """Draw, compare and print."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--papers", type=int, default=600, help="honest papers, and as many spoilt ones (600)")
    args = parser.parse_args()
    wrong = 0
    for name, draw in (("honest", honest), ("spoilt", spoilt)):
        found = [(which, apart(study)) for which, study in draw(args.papers)]
        differ = [(which, told) for which, told in found if told]
        wrong += len(differ)
        print(f"{len(found)} {name} papers: {len(differ)} apart", flush=True)
        for which, told in differ[:20]:
            print(f"  {which}: {'; '.join(told)}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
