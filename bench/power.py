"""How often is each kind of error noticed, here and by other programs, on the same papers? `make power` prints it.

Each paper is honest, prints everything to two decimals, and then one error is made. *Noticed* means that something is
called inconsistent (other programs: an objection). The first row has no error: whatever is noticed there is false.
"""

from __future__ import annotations

import json
import subprocess
import sys
from argparse import ArgumentParser
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

import power_errors
from power_papers import Paper, paired, study, two_groups

from reread import checks

DESIGNS: dict[str, Callable[[Random], Paper]] = {"before and after": paired, "two groups": two_groups}
NO_ERROR = "no error"


def papers(kind: str, draw: Callable[[Random], Paper], count: int) -> Iterator[Paper]:
    """`count` papers with one error of a kind, the same ones each time."""
    seed = made = 0
    while made < count and seed < 50 * count:
        random = Random(f"{kind} {seed}")
        seed += 1
        paper = draw(random)
        changed = {} if kind == NO_ERROR else power_errors.KINDS[kind](paper, random)
        if changed is None or (changed and all(paper.prints[role] == text for role, text in changed.items())):
            continue
        made += 1
        yield replace(paper, prints={**paper.prints, **changed})


def noticed(paper: Paper) -> bool:
    """Is anything called inconsistent?"""
    return any(finding.status == "inconsistent" for finding in checks.findings(study(paper)))


def peers(python: str, listed: list[Paper]) -> dict[str, Any]:
    """What the other programs of another interpreter say of the same papers."""
    asked = json.dumps({"papers": [_for_peers(paper) for paper in listed]})
    script = str(Path(__file__).with_name("power_peers.py"))
    done = subprocess.run([python, script], input=asked, capture_output=True, text=True, check=True)
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def _for_peers(paper: Paper) -> dict[str, Any]:
    prints = paper.prints
    samples = [[prints[f"{r}.mean"], prints[f"{r}.sd"], prints.get(f"{r}.n", prints["n"])] for r in paper.samples]
    return {"samples": samples, "test": [prints[f"{paper.test}.{part}"] for part in ("t", "df", "p")]}


def table(count: int, python: str) -> Iterator[str]:
    """The table, as Markdown lines."""
    kinds = [NO_ERROR, *power_errors.KINDS]
    asked = {(kind, name): list(papers(kind, draw, count)) for kind in kinds for name, draw in DESIGNS.items()}
    flat = [paper for listed in asked.values() for paper in listed]
    told = peers(python, flat) if python else {"versions": {}, "answers": {}}
    others = {f"{name} {told['versions'][name]}": answers for name, answers in told["answers"].items()}
    yield "| error | " + " | ".join([*DESIGNS, *others]) + " |"
    yield "|---|" + "---:|" * (len(DESIGNS) + len(others))
    start = 0
    for kind in kinds:
        sizes = [len(asked[kind, name]) for name in DESIGNS]
        cells = [f"{sum(map(noticed, asked[kind, name]))} of {size}" for name, size in zip(DESIGNS, sizes, strict=True)]
        cells += [f"{sum(answers[start : start + sum(sizes)])} of {sum(sizes)}" for answers in others.values()]
        start += sum(sizes)
        yield f"| {kind} | " + " | ".join(cells) + " |"


def main() -> None:
    """Print the table."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--papers", type=int, default=200, help="papers of each design and kind of error")
    parser.add_argument("--peers", default="", help="a Python that has some of scrutipy, pysprite, grim, statcheck")
    args = parser.parse_args()
    for line in table(args.papers, args.peers):
        print(line, flush=True)


if __name__ == "__main__":
    sys.exit(main())
