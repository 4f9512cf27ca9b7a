"""Is the count the length of the list, where both can be had, and right where only the count can?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from printed_samples import Sample, samples

from reread.datasets import TooLarge, count, list_all, states


@given(samples())
def test_the_count_is_the_length_of_the_list(sample: Sample) -> None:
    asked = (sample.n, sample.mean, sample.sd, sample.scale)
    assert count(*asked, ddof=sample.ddof) == len(list_all(*asked, ddof=sample.ddof).data_sets) > 0


@given(st.sets(st.integers(-20, 40), min_size=1, max_size=8), st.integers(2, 25), st.data())
def test_also_for_gaps_known_counts_and_numbers_that_nobody_has(codes: set[int], n: int, draw: st.DataObject) -> None:
    mean = str(draw.draw(st.decimals(min(codes), max(codes), places=1), label="mean"))
    sd = str(draw.draw(st.decimals(0, 25, places=1), label="sd"))
    counts = draw.draw(st.dictionaries(st.sampled_from(sorted(codes)), st.integers(0, 3), max_size=2), label="known")
    listing = list_all(n, mean, sd, codes, counts=counts, cap=3_000)
    if listing.ending != "stopped at cap":
        assert count(n, mean, sd, codes, counts=counts) == len(listing.data_sets)


def test_without_a_scale_the_squares_bound_the_values() -> None:
    assert count(20, "1.20", "0.41") == 1
    assert count(6, "3.0", "2.0") == len(list_all(6, "3.0", "2.0").data_sets)


def test_python_integers_take_over_where_64_bits_might_not_do(monkeypatch: pytest.MonkeyPatch) -> None:
    expected = count(40, "4.1", "1.6", (1, 7))
    monkeypatch.setattr(states, "LARGEST", 2**40)
    assert count(40, "4.1", "1.6", (1, 7)) == expected == 46591


@pytest.mark.parametrize(
    ("n", "mean", "sd", "scale"),
    [(60, "50.0", "20.0", (0, 100)), (2000, "50.00", "20", None), (9, "0", "9000000000", None)],
    ids=["states", "targets", "values"],
)
def test_too_large_is_told_soon(n: int, mean: str, sd: str, scale: tuple[int, int] | None) -> None:
    with pytest.raises(TooLarge):
        count(n, mean, sd, scale)
