"""Honest tables of characteristics, drawn person by person: rows of every kind, of two arms by chance. For tests."""

from __future__ import annotations

import numpy as np
from honest_tests import direct

from reread.study.values import Study

ROWS = 10
# kind of table → what the page says of such a one (`reread.statistics.balance.mistaken`)
SAID = {"independent": "independent", "skewed": "skewed", "categorical": "independent",
        "categorical as means": "categorical", "correlated": "correlated"}  # fmt: skip
KINDS = tuple(SAID)


def table(rng: np.random.Generator, kind: str, n: int, rows: int = ROWS) -> Study:
    """Rows of `n` people an arm: of three kinds in turn where independent or correlated (by one half), else of one."""
    alike = 0.5 if kind == "correlated" else 0.0
    shared = alike * np.ones((rows, rows)) + (1 - alike) * np.eye(rows)
    people = rng.multivariate_normal(np.zeros(rows), shared, 2 * n)
    prints: dict[str, list[str]] = {}
    for k in range(rows):
        place, way = people[:, k], kind if kind in KINDS[1:4] else ("measured", "whole", "categorical")[k % 3]
        for arm, its in (("treated", place[:n]), ("control", place[n:])):
            prints |= {f"tests.row {k}.groups.{arm}.{part}": [text] for part, text in _printed(its, way).items()}
    return direct(prints, {f"row {k}": {"label": f"row {k}", "occasion": "baseline"} for k in range(rows)})


def _printed(place: np.ndarray, way: str) -> dict[str, str]:
    """One arm, from deviates: means and SDs to one decimal, or counts of three categories; one in ten in a rare one."""
    n = {"n": str(len(place))}
    if way == "categorical":
        edges = np.array([-1.0, 0.3])
        return n | {f"count.{name}": str(int((np.digitize(place, edges) == k).sum())) for k, name in enumerate("abc")}
    ways = {"measured": (50 + 8 * place, 1), "whole": (np.round(20 + 3 * place), 1), "skewed": (np.exp(place), 2),
            "categorical as means": ((place > 1.2816).astype(float), 2)}  # fmt: skip
    x, decimals = ways[way]
    return n | {"mean": f"{x.mean():.{decimals}f}", "sd": f"{x.std(ddof=1):.{decimals}f}"}
