"""Are the counts those of other programs and of an independent exhaustive count?

The pins are rows of ../shared/reference/solution_counts.csv of closure-core 1.0.0 (da4ef4c): `closure_count(mean, sd,
n, low, high, half a unit of the mean, half a unit of the SD)`. The published counts stand in the READMEs and notes of
closure-core, scrutipy and unsum; the listed one is beyond them and found twice here, by counting and by listing.
"""

import csv
from pathlib import Path

import pytest

from reread.datasets import Counts, count, list_all, possible
from reread.numbers.interval import Interval

PINS = [
    ("1.20", "0.41", 20, (0, 2), 1),
    ("1.90", "0.31", 20, (1, 5), 1),
    ("3.50", "1.43", 10, (1, 5), 4),
    ("5.00", "2.78", 30, (1, 7), 1),
    ("6.17", "2.41", 12, (0, 10), 164),
    ("14.20", "4.10", 10, (0, 40), 1128),
    ("4.1", "1.6", 40, (1, 7), 46591),
    ("-0.40", "1.35", 20, (-3, 3), 73),
    ("3.44", "2.47", 18, (1, 7), 0),
]
PUBLISHED = [
    ("3.0", "1.0", 100, (1, 5), 24907),
    ("4.7", "2.2", 50, (1, 7), 81020),
    ("2.00", "1.45", 65, (1, 5), 30),
    ("3.8", "1.5", 120, (1, 5), 31672),
    ("3.0", "1.7", 200, (1, 5), 261155),
]


@pytest.mark.parametrize(("mean", "sd", "n", "scale", "expected"), PINS + PUBLISHED)
def test_pinned_counts(mean: str, sd: str, n: int, scale: tuple[int, int], expected: int) -> None:
    assert count(n, mean, sd, scale) == expected


def test_a_long_list_is_as_long_as_its_count() -> None:
    asked = (100, "4.00", "1.50", (1, 7))
    assert count(*asked) == len(list_all(*asked, cap=80_000).data_sets) == 75_996


def test_a_mean_known_less_well_than_printed() -> None:
    """scrutipy's README: closure(3.5, 1.2, 50, 0, 7, 0.05, 0.005)."""
    assert count(50, Interval.of("3.45", "3.55"), Interval.of("1.195", "1.205"), (0, 7)) == 7980


def test_every_row_of_the_reference() -> None:
    path = Path(__file__).resolve().parents[3] / "shared" / "reference" / "solution_counts.csv"
    if not path.is_file():
        pytest.skip("no ../shared/reference/solution_counts.csv beside the repository")
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(line for line in file if not line.startswith("#")))
    for row in rows:
        asked = (int(row["n"]), row["mean"], row["sd"], (int(row["scale_min"]), int(row["scale_max"])))
        expected = int(row["exact_dp"])
        assert count(*asked) == expected, row
        assert possible(*asked) == (expected > 0), row
        if expected <= 1_500:
            listing = list_all(*asked)
            assert len(listing.data_sets) == expected, row
            assert _breakdown(listing.data_sets) == row["sum_sumsq_breakdown"], row
    assert len(rows) >= 40


def _breakdown(data_sets: tuple[Counts, ...]) -> str:
    """Counts by sum and sum of squares, as the reference writes them."""
    each = [data.moments for data in data_sets]
    return ";".join(f"S={m.sum} Q={m.squares}:{each.count(m)}" for m in sorted(set(each)))
