"""Brown & Heathers 2017, doi:10.1177/1948550616673876: GRIM, the worked example on p. 364 and what programs make of it.

Pins of scrutiny 0.6.1 (a56a945): `grim_map(pigs1)`; of rsprite2 0.2.1.9002: its tests of
`GRIM_test(mean, n_obs, n_items)`.
"""

import pytest
from published_cases import Case, reported, right, wrong

from reread.checks.grim import attainable, nearest
from reread.numbers.reported import Reported

CASES = [  # mean, n, items, possible
    ("5.19", 28, 1, False),  # p. 364
    ("5.18", 28, 1, True),  # p. 364: a neighbour
    ("5.21", 28, 1, True),  # p. 364: the other neighbour
    ("5.19", 40, 1, False),  # scrutiny, README
    ("5.27", 43, 1, False),  # scrutiny, vignette on GRIM
    ("5.93", 49, 1, False),  # replicationnetwork.com, 28 June 2016
    ("5.18", 14, 2, True),  # rsprite2
    ("5.83", 50, 1, False),  # rsprite2
    ("8.965", 52, 1, False),  # ianhussey/trustworthiness-assessment-skill, tests/test-helpers.R, as the next three
    ("13.50", 52, 1, True),
    ("15.19", 26, 1, True),
    ("15.95", 26, 1, False),
]
PIGS1 = [
    ("7.22", 32, True), ("4.74", 25, False), ("5.23", 29, False), ("2.57", 24, False), ("6.77", 27, False),
    ("2.68", 28, True), ("7.01", 29, False), ("7.38", 26, True), ("3.14", 27, False), ("6.89", 31, False),
    ("5.00", 25, True), ("0.24", 28, False),
]  # fmt: skip


@pytest.mark.parametrize(("mean", "n", "items", "possible"), CASES)
def test_mean(mean: str, n: int, items: int, possible: bool) -> None:
    assert attainable(Reported.read(mean).interval, n * items) is possible


@pytest.mark.parametrize(("mean", "n", "possible"), PIGS1)
def test_as_scrutiny_says(mean: str, n: int, possible: bool) -> None:
    assert attainable(Reported.read(mean).interval, n) is possible


@pytest.mark.parametrize(
    ("mean", "n", "beside"),
    [("5.19", 28, {"5.18", "5.21"}), ("5.83", 50, {"5.82", "5.84"})],  # p. 364; rsprite2
)
def test_neighbours(mean: str, n: int, beside: set[str]) -> None:
    assert {f"{float(value):.2f}" for value in nearest(Reported.read(mean).value, n)} == beside


def case(mean: str, n: int, items: int, possible: bool) -> Case:
    make = right if possible else wrong
    printed = {"groups.all.n": str(n), "groups.all.mean": mean}
    study = reported(printed, measure="integer score", items=items, complete=True)
    return make(study, "grim", where="p. 364, or a program's own example: see CASES")


PUBLISHED = [case(*each) for each in CASES]
