"""Does `possible` say yes to all honest data, and no wherever trying everything finds none?"""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from printed_samples import Sample, brute_force, samples

from reread.datasets import list_all, possible, sums


@given(samples())
def test_honest_data_are_possible(sample: Sample) -> None:
    assert possible(sample.n, sample.mean, sample.sd, ddof=sample.ddof)
    assert possible(sample.n, sample.mean, sample.sd, sample.scale, ddof=sample.ddof)
    assert possible(sample.n, sample.mean, sample.sd, counts=dict(sample.counts), ddof=sample.ddof)


@given(st.integers(2, 3), st.decimals(0, 2, places=1), st.decimals(0, 3, places=2))
def test_any_integers_is_what_a_wide_enough_scale_finds(n: int, mean: object, sd: object) -> None:
    """An SD up to 3 about a mean within 0 to 2 keeps each of three people within 4 of the mean."""
    assert possible(n, str(mean), str(sd)) == bool(brute_force(n, str(mean), str(sd), range(-5, 8)))


@given(st.integers(4, 9), st.decimals(0, 2, places=2), st.decimals(0, 3, places=2))
def test_the_rule_and_the_search_agree(n: int, mean: object, sd: object) -> None:
    assert possible(n, str(mean), str(sd)) == possible(n, str(mean), str(sd), (-9, 11))


@given(st.integers(2, 7), st.decimals(-1, 4, places=1), st.decimals(0, 3, places=1), st.sampled_from([0, 1]))
def test_on_a_scale_it_is_whether_something_is_listed(n: int, mean: object, sd: object, ddof: int) -> None:
    asked = (n, str(mean), str(sd), (0, 3))
    assert possible(*asked, ddof=ddof) == bool(brute_force(n, str(mean), str(sd), range(4), ddof))
    assert possible(*asked, ddof=ddof) == (list_all(*asked, ddof=ddof).ending != "none exists")


def reference(name: str) -> list[dict[str, str]]:
    """The rows of a table of other programs' answers, with the exact one, if it is there."""
    path = Path(__file__).resolve().parents[3] / "shared" / "reference" / name
    if not path.is_file():
        pytest.skip(f"no ../shared/reference/{name} beside the repository")
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(line for line in file if not line.startswith("#")))


def wrong(rows: list[dict[str, str]]) -> list[dict[str, str]]:
    """Rows whose exact column `possible` does not give."""
    return [
        row
        for row in rows
        if possible(int(row["n"]), row["x"], row["sd"], items=int(row.get("items") or 1)) != (row["exact"] == "1")
    ]


def test_grimmer_as_the_exact_column_has_it() -> None:
    assert not wrong(reference("grimmer_compare.csv"))


def test_hard_families_as_the_exact_column_has_it() -> None:
    """Means with fewer decimals than SDs, n above 100, several items: where two published tools err."""
    assert not wrong(reference("grimmer_hard_families.csv"))


def test_grim_as_the_exact_column_has_it() -> None:
    """Closed intervals are the rule "up_or_down"; what a stricter rule allows, they allow too."""
    for row in reference("grim_compare.csv"):
        allowed = bool(sums(int(row["n"]), row["x"], int(row["items"])))
        if row["rounding"] == "up_or_down":
            assert allowed == (row["exact"] == "True"), row
        else:
            assert allowed or row["exact"] == "False", row
