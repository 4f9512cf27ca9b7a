"""Is every data set that prints these numbers listed, once, and no other?"""

from collections.abc import Collection
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from printed_samples import Sample, brute_force, prints, samples

from reread.datasets import Counts, count, list_all
from reread.numbers.reported import Reported

Asked = tuple[int, str, str, tuple[int, int] | Collection[int] | None]


@given(samples())
def test_honest_data_are_listed(sample: Sample) -> None:
    listing = list_all(sample.n, sample.mean, sample.sd, sample.scale, ddof=sample.ddof)
    assert listing.ending == "all listed"
    assert sample.counts in listing.data_sets


@given(samples(largest=6, widest=3))
def test_honest_data_are_listed_without_a_scale(sample: Sample) -> None:
    listing = list_all(sample.n, sample.mean, sample.sd, cap=300, ddof=sample.ddof)
    assert listing.ending == "stopped at cap" or sample.counts in listing.data_sets
    assert len(set(listing.data_sets)) == len(listing.data_sets)
    assert all(prints(data.answers(), sample.mean, sample.sd, sample.ddof) for data in listing.data_sets)


@given(samples(largest=7, widest=4))
def test_the_list_is_what_trying_everything_finds(sample: Sample) -> None:
    low, high = sample.scale
    listing = list_all(sample.n, sample.mean, sample.sd, sample.scale, ddof=sample.ddof)
    expected = brute_force(sample.n, sample.mean, sample.sd, range(low, high + 1), sample.ddof)
    assert len(listing.data_sets) == len(expected)
    assert set(listing.data_sets) == expected


@given(
    codes=st.sets(st.integers(-12, 12), min_size=1, max_size=6),
    n=st.integers(2, 6),
    mean=st.decimals(-12, 12, places=1),
    sd=st.decimals(0, 9, places=1),
)
def test_explicit_codes_also_for_numbers_that_nobody_has(codes: set[int], n: int, mean: object, sd: object) -> None:
    listing = list_all(n, str(mean), str(sd), codes)
    assert set(listing.data_sets) == brute_force(n, str(mean), str(sd), codes)
    assert (listing.ending == "none exists") == (not listing.data_sets)


@given(samples(largest=8, widest=4), st.data())
def test_known_counts_keep_just_the_data_sets_that_have_them(sample: Sample, draw: st.DataObject) -> None:
    known = draw.draw(st.sets(st.integers(*sample.scale)), label="values whose count is known")
    counts = {value: sample.counts.get(value, 0) for value in known}
    asked = (sample.n, sample.mean, sample.sd, sample.scale)
    everything = list_all(*asked, ddof=sample.ddof).data_sets
    expected = {data for data in everything if all(data.get(v, 0) == k for v, k in counts.items())}
    assert set(list_all(*asked, counts=counts, ddof=sample.ddof).data_sets) == expected
    assert sample.counts in expected


@given(samples(largest=5, widest=3), st.integers(1, 3))
@settings(max_examples=40)
def test_items_are_totals_of_answers_on_the_scale(sample: Sample, items: int) -> None:
    """Printed for totals, then asked per item: dividing the interval by the items undoes the multiplying."""
    mean, sd = (Reported.read(text).interval.scaled(Fraction(1, items)) for text in (sample.mean, sample.sd))
    scale = (sample.scale[0] // items, -(-sample.scale[1] // items))
    listing = list_all(sample.n, mean, sd, scale, ddof=sample.ddof, items=items)
    assert sample.counts in listing.data_sets


@pytest.mark.parametrize("scale", [None, (1, 2), (0, 2), (1, 5), {1, 2, 9}, range(3)])
def test_the_first_subject_has_one_data_set_each(scale: tuple[int, int] | Collection[int] | None) -> None:
    assert list_all(20, "1.20", "0.41", scale).data_sets == (Counts.of({1: 16, 2: 4}),)
    assert list_all(20, "1.90", "0.31", scale).data_sets == (Counts.of({1: 2, 2: 18}),)


def test_known_counts_that_exceed_n_leave_nothing() -> None:
    assert list_all(20, "1.20", "0.41", (0, 2), counts={1: 21}).ending == "none exists"


def test_all_counts_known_is_a_yes_or_no() -> None:
    assert list_all(20, "1.20", "0.41", (0, 2), counts={0: 0, 1: 16, 2: 4}).data_sets == (
        Counts.of([1] * 16 + [2] * 4),
    )
    assert list_all(20, "1.20", "0.41", (0, 2), counts={0: 2, 1: 12, 2: 6}).ending == "none exists"


def test_the_cap_is_told_only_where_something_is_left() -> None:
    asked = (10, "3.50", "1.43", (1, 5))
    assert (list_all(*asked, cap=4).ending, len(list_all(*asked, cap=4).data_sets)) == ("all listed", 4)
    assert (list_all(*asked, cap=3).ending, len(list_all(*asked, cap=3).data_sets)) == ("stopped at cap", 3)


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ((14, "5.00", "2.51", (0, 10)), 556),
        ((10, "8.0", "5.0", (0, 16)), 4170),
    ],
)
def test_wide_scales_where_different_beginnings_leave_the_same_rest(asked: Asked, expected: int) -> None:
    found = list_all(*asked).data_sets
    assert len(set(found)) == len(found) == count(*asked) == expected


def test_hundreds_of_different_values_do_not_exhaust_the_stack() -> None:
    listing = list_all(2000, "500.0", "288.0", (0, 1000), cap=1)
    assert listing.ending == "stopped at cap"
    assert len(listing.data_sets[0]) > 400


@pytest.mark.parametrize(
    ("extra", "words"),
    [
        ({"scale": (5, 1)}, "low end 5 lies above"),
        ({"scale": set()}, "no codes"),
        ({"scale": (1, 5), "counts": {7: 2}}, "7 lies outside the scale"),
        ({"counts": {1: -1}}, "cannot be negative"),
    ],
)
def test_what_cannot_be_asked_is_said_in_words(extra: dict[str, object], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        list_all(20, "1.20", "0.41", **extra)  # type: ignore[arg-type]
