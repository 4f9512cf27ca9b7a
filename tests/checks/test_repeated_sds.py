"""How often do independent measurements print a repeated SD by chance? The rates in the docstring of the check.

Run as a program for the rates with 2,000 studies each: `python tests/checks/test_repeated_sds.py`.
"""

from __future__ import annotations

import honest
import numpy as np
import pytest
from honest import show
from honest_print import Prints
from honest_tests import direct

from reread.checks.repeated_sds import check

N = 30


def scores(random: np.random.Generator, kind: str) -> tuple[np.ndarray, int]:
    """N scores, and the decimals with which their SD has three digits."""
    if kind == "one scale":
        return random.normal(10, 2.5, N), 2
    if kind == "whole":
        return np.clip(np.rint(random.normal(10, 4, N)), 1, 20), 2
    size = 10 ** random.uniform(-1, 2)
    return random.normal(4, 1, N) * size, 2 - int(np.floor(np.log10(size)))


def share_repeated(outcomes: int, kind: str, studies: int, seed: int = 1) -> float:
    """The share of studies in which the check finds a repeat, with two groups an outcome."""
    random, found = np.random.default_rng(seed), 0
    for _ in range(studies):
        prints: Prints = {}
        for k in range(outcomes):
            for group in ("a", "b"):
                xs, decimals = scores(random, kind)
                stem, exact = f"tests.t{k}.groups.{group}", [honest.Fraction(float(x)) for x in xs]
                prints |= {f"{stem}.n": [str(N)], f"{stem}.mean": [show(honest.mean(exact), max(0, decimals))]}
                prints[f"{stem}.sd"] = [show(honest.Fraction(float(np.std(xs, ddof=1))), max(0, decimals))]
        study = direct(prints, {f"t{k}": {"label": f"Outcome {k}"} for k in range(outcomes)})
        found += any(finding.kind for finding in check(study))
    return found / studies


@pytest.mark.parametrize(("outcomes", "kind", "most"), [(3, "one scale", 0.02), (6, "own scales", 0.02)])
def test_chance_seldom_repeats(outcomes: int, kind: str, most: float) -> None:
    assert share_repeated(outcomes, kind, 150) <= most


if __name__ == "__main__":
    for outcomes in (3, 6):
        for kind in ("one scale", "whole", "own scales"):
            print(outcomes, kind, share_repeated(outcomes, kind, 2000))
