"""Anaya 2016, doi:10.7287/peerj.preprints.2400v1: GRIMMER, on the cases that programs publish for it.

Pins of scrutiny 0.6.1 (a56a945): `grimmer_map(pigs5)`; of rsprite2 0.2.1.9002: its tests of
`GRIMMER_test(mean, sd, n_obs)`.
Both know SDs with n − 1 only, so that they are compared with `datasets.possible`; the check admits n as well.
"""

import pytest
from published_cases import Case, reported, right, wrong

from reread.checks.grimmer import possible as possible_either_way
from reread.datasets import possible

CASES = [  # mean, SD, n, possible
    ("3.44", "2.47", 18, False),  # rsprite2
    ("5.21", "1.6", 28, True),  # rsprite2
    ("3.33", "1.234", 250, True),  # rsprite2: possible SDs beside it are 1.2339 and 1.2345
    ("4.57", "2.00", 7, False),  # todd866/paperscope, calibration/cases, as the next two
    ("4.43", "1.51", 7, True),
    ("4.57", "1.51", 7, True),
]
PIGS5 = [
    ("7.22", "5.30", 38, False), ("4.74", "6.55", 31, True), ("5.23", "2.55", 35, False), ("2.57", "2.57", 30, True),
    ("6.77", "2.18", 33, False), ("2.68", "2.59", 34, True), ("7.01", "6.68", 35, False), ("7.38", "3.65", 32, True),
    ("3.14", "5.32", 33, False), ("6.89", "4.18", 37, True), ("5.00", "2.18", 31, True), ("0.24", "6.43", 34, True),
]  # fmt: skip


@pytest.mark.parametrize(("mean", "sd", "n", "expected"), CASES + PIGS5)
def test_mean_and_sd(mean: str, sd: str, n: int, expected: bool) -> None:
    assert possible(n, mean, sd) is expected


@pytest.mark.parametrize(("mean", "sd", "n", "expected"), CASES + PIGS5)
def test_the_check_accuses_no_more_than_they_do(mean: str, sd: str, n: int, expected: bool) -> None:
    assert possible_either_way(n, mean, sd) >= expected


def case(mean: str, sd: str, n: int, possible: bool) -> Case:
    make = right if possible else wrong
    printed = {"groups.all.n": str(n), "groups.all.mean": mean, "groups.all.sd": sd}
    study = reported(printed, measure="integer score", complete=True)
    return make(study, "grimmer", where="test-grimmer.R of rsprite2; paperscope, calibration/cases")


PUBLISHED = [case(*each) for each in CASES]
