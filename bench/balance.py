"""Of how many honest tables of characteristics would the combined measure of balance say something? Prints a table.

Ten rows of people drawn one by one, of each kind; each table is put to the measure as its page does. Beside the share
outside of the middle 95 % stands what the page says of it for that table (the mean over tables).
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "papers"))

from honest_rows import KINDS, SAID, table

from reread.appraisal import balance
from reread.statistics.balance import ENDS, by_chance, mistaken

SIZES, DRAWS = (15, 50, 200), 1000


def main() -> None:
    """Draw, count and print."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--tables", type=int, default=1000, help="of each kind and size")
    tables = parser.parse_args().tables
    print(
        "| rows | " + " | ".join(f"{n} an arm | the page says" for n in SIZES) + " |\n|---|" + "---:|" * 2 * len(SIZES)
    )
    for kind in KINDS:
        cells = [f"{100 * share:.1f} %" for n in SIZES for share in counted(kind, n, tables)]
        print(f"| {kind} | " + " | ".join(cells) + " |")


def counted(kind: str, n: int, tables: int) -> tuple[float, float]:
    """The share of tables outside, and the share that is said."""
    rng, outside, said = np.random.default_rng(n), 0, []
    for _ in range(tables):
        rows = list(balance.rows(table(rng, kind, n)))
        drawn = [row for row, _ in rows]
        low, high = np.quantile(by_chance(drawn, 0.0, rng, DRAWS), ENDS)
        outside += not low <= np.mean([square for _, square in rows]) <= high
        if len(said) < max(1, tables // 10):
            said.append(mistaken(drawn, rng, DRAWS)[SAID[kind]])
    return outside / tables, float(np.mean(said))


if __name__ == "__main__":
    main()
