"""What do other programs make of the same papers? Run by any interpreter that has some of them; JSON in, JSON out.

In: {"papers": [{"samples": [[mean, sd, n] …], "test": [t, df, p]} …]}. Out: program → whether it objects, paper by
paper, and program → version. Each program is asked in the way that suits it best: one that breaks on a paper objects to
nothing there, and statcheck 0.0.7 (which needs pandas below 3) gets no zero before the point and no minus, because it
objects to both.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from contextlib import redirect_stdout
from importlib.metadata import PackageNotFoundError, version
from io import StringIO
from typing import Any

Paper = dict[str, Any]


def scrutipy(paper: Paper) -> bool:
    import scrutipy as program

    means, sds, sizes = zip(*paper["samples"], strict=True)
    return not all(program.grimmer(list(means), list(sds), [int(n) for n in sizes]))


def pysprite(paper: Paper) -> bool:
    from pysprite import grim

    return not all(grim(int(n), float(mean), prec=len(mean.partition(".")[2])) for mean, _, n in paper["samples"])


def grim(paper: Paper) -> bool:
    from grim.mean_tester import consistency_check

    return not all(consistency_check(mean, int(n)) for mean, _, n in paper["samples"])


def statcheck(paper: Paper) -> bool:
    from statcheck.st import statcheck as program

    t, df, p = paper["test"]
    sign, p = "" if p.startswith("<") else "= ", p.replace("0.", ".", 1)
    t = t.lstrip("-")
    with redirect_stdout(StringIO()):
        found, _ = program([f"We found t({df}) = {t}, p {sign}{p}."])
    return bool(found["Error"].any())


PROGRAMS: dict[str, Callable[[Paper], bool]] = {
    "scrutipy": scrutipy, "pysprite": pysprite, "grim": grim, "statcheck": statcheck,
}  # fmt: skip


def asked(program: Callable[[Paper], bool], paper: Paper) -> bool:
    try:
        return program(paper)
    except Exception:
        return False


def main() -> None:
    papers = json.load(sys.stdin)["papers"]
    versions, answers = {}, {}
    for name, program in PROGRAMS.items():
        try:
            versions[name] = version(name)
        except PackageNotFoundError:
            continue
        answers[name] = [asked(program, paper) for paper in papers]
    json.dump({"versions": versions, "answers": answers}, sys.stdout)


if __name__ == "__main__":
    main()
