"""A printed number stands for every value that prints like it, and for no more than its comparator says."""

from __future__ import annotations

from decimal import ROUND_DOWN, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reread.numbers.interval import Interval
from reread.numbers.reported import Reported

decimals = st.integers(min_value=0, max_value=6)
numbers = st.decimals(min_value=-10_000, max_value=10_000, places=9)


@given(numbers, decimals, st.sampled_from([ROUND_HALF_UP, ROUND_HALF_EVEN, ROUND_HALF_DOWN]))
def test_a_rounded_number_stands_for_what_was_rounded(number: Decimal, places: int, rounding: str) -> None:
    text = f"{number.quantize(Decimal(1).scaleb(-places), rounding=rounding):f}"
    printed = Reported.read(text)
    assert printed.decimals == places
    assert printed.interval.contains(Fraction(number))


@given(numbers, decimals)
def test_a_cut_number_stands_for_what_was_cut(number: Decimal, places: int) -> None:
    printed = Reported.read(f"{number.quantize(Decimal(1).scaleb(-places), rounding=ROUND_DOWN):f}")
    assert printed.truncated.contains(Fraction(number))


@given(st.decimals(min_value=-1000, max_value=1000, places=3), st.sampled_from(["", "<", "≥ ", "> ", "≤"]))
def test_what_is_shown_reads_back(number: Decimal, comparator: str) -> None:
    printed = Reported.read(f"{comparator}{number:f}")
    again = Reported.read(printed.shown)
    assert (again.value, again.decimals, again.comparator) == (printed.value, printed.decimals, printed.comparator)


@pytest.mark.parametrize(
    ("text", "value", "places", "comparator"),
    [
        ("5.10", "5.10", 2, "="),
        ("–4.87", "-4.87", 2, "="),
        ("−4.87", "-4.87", 2, "="),
        ("+3", "3", 0, "="),
        (".036", "0.036", 3, "="),
        ("80%", "80", 0, "="),
        ("80 %", "80", 0, "="),
        ("< .001", "0.001", 3, "<"),
        ("<= 0.05", "0.05", 2, "<="),
        ("≥ 20", "20", 0, ">="),
        ("= 0.000", "0", 3, "="),
    ],
)
def test_reading(text: str, value: str, places: int, comparator: str) -> None:
    printed = Reported.read(text)
    assert (printed.value, printed.decimals, printed.comparator) == (Fraction(value), places, comparator)


@pytest.mark.parametrize("text", ["", "twenty", "1,234", "1.2.3", "4 5", "p", "-", "1e5", "{20}"])
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="is not one printed number"):
        Reported.read(text)


def test_trailing_zeros_count() -> None:
    assert Reported.read("5.1").interval == Interval.of("5.05", "5.15")
    assert Reported.read("5.10").interval == Interval.of("5.095", "5.105")


def test_comparators_are_one_sided() -> None:
    assert Reported.read("< .05").interval == Interval(None, Fraction(1, 20))
    assert Reported.read("> .05").interval == Interval(Fraction(1, 20), None)


def test_zero_cut_off_may_have_had_either_sign() -> None:
    assert Reported.read("0.00").truncated == Interval.of("-0.01", "0.01")
