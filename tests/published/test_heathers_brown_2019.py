"""Heathers & Brown 2019, osf.io/5vb3u: DEBIT, on the cases that programs publish for it.

Pins of scrutiny 0.6.1 (a56a945): `debit_map(pigs3)`, n = 1683 throughout.
"""

from math import sqrt

import plain_study
import pytest
from hypothesis import given
from hypothesis import strategies as st
from published_cases import Case, reported, right, wrong

from reread import words
from reread.checks import debit, grimmer
from reread.report.told import rendered
from reread.statistics.conventions import BINARY_CODES

PIGS3 = [
    ("0.53", "0.50", True), ("0.44", "0.50", True), ("0.77", "0.42", True), ("0.19", "0.35", False),
    ("0.34", "0.47", True), ("0.93", "0.25", True), ("0.12", "0.33", True),
]  # fmt: skip
VIGNETTE = ("0.35", "0.18", False)  # n = 20: the first example of scrutiny's vignette on DEBIT
YES_OR_NO = {"before.mean": "0.40", "before.sd": "0.50", "after.mean": "0.75", "after.sd": "0.44"}  # 8 and 15 of 20


@pytest.mark.parametrize(("mean", "sd", "expected"), PIGS3)
def test_as_scrutiny_says(mean: str, sd: str, expected: bool) -> None:
    assert debit.possible(1683, mean, sd) is expected


@given(st.integers(2, 400), st.data(), st.sampled_from(BINARY_CODES), st.integers(0, 4), st.sampled_from([0, 1]))
def test_honest_answers_are_possible(
    n: int, data: st.DataObject, codes: tuple[int, int], places: int, ddof: int
) -> None:
    k, apart = data.draw(st.integers(0, n)), codes[1] - codes[0]
    mean, sd = codes[0] + apart * k / n, apart * sqrt(k * (n - k) / (n * (n - ddof)))
    printed = f"{mean:.{places}f}", f"{sd:.{places}f}"
    assert debit.possible(n, *printed)
    assert grimmer.possible(n, *printed)  # so that GRIMMER's silence where DEBIT speaks loses no verdict


@pytest.mark.parametrize(("sd", "status"), [("0.44", "consistent"), ("0.54", "inconsistent")])
def test_debit_speaks_in_the_place_of_grimmer(sd: str, status: str) -> None:
    study = plain_study.study({**YES_OR_NO, "after.sd": sd}, measure="binary", tests={}, without=("tests.",))
    assert [finding.status for finding in debit.check(study)] == ["consistent", status]
    assert not list(grimmer.check(study))
    several = plain_study.study({**YES_OR_NO, "after.sd": sd}, measure="binary", items=2, tests={}, without=("tests.",))
    assert not list(debit.check(several))
    assert len(list(grimmer.check(several))) == 2


def test_with_missing_answers_it_is_undecided() -> None:
    study = plain_study.study(
        {**YES_OR_NO, "after.sd": "0.54"}, without=(".count", ".percent"), measure="binary", complete=False
    )
    assert [finding.status for finding in debit.check(study)] == ["consistent", "undecided"]


@pytest.mark.parametrize("status", ["inconsistent", "undecided"])
def test_a_mean_that_no_number_of_yes_gives_is_told(status: str) -> None:
    missing = {} if status == "inconsistent" else {"without": (".count", ".percent"), "complete": False}
    study = plain_study.study({**YES_OR_NO, "after.mean": "0.77"}, measure="binary", **missing)
    found = list(debit.check(study))[1]
    told = rendered(found, study, words.load("en"))["words"]["allows"]
    assert (found.status, told.partition(";")[0]) == (status, "no number of yes out of 20 gives a mean of 0.77")


def case(mean: str, sd: str, possible: bool, n: str = "1683") -> Case:
    make = right if possible else wrong
    printed = {"groups.all.n": n, "groups.all.mean": mean, "groups.all.sd": sd}
    study = reported(printed, measure="binary", complete=True)
    return make(study, "debit", where="scrutiny, vignette on DEBIT")


PUBLISHED = [*(case(*each) for each in PIGS3), case(*VIGNETTE, n="20")]
