"""Intervals are exact, closed, and never lose a value that is possible."""

from __future__ import annotations

import math
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reread.numbers.interval import Interval

exact = st.fractions(min_value=-1000, max_value=1000, max_denominator=1000)


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    low, high = sorted((draw(exact), draw(exact)))
    return Interval(draw(st.sampled_from([low, None])), draw(st.sampled_from([high, None])))


@st.composite
def inside(draw: st.DrawFn) -> tuple[Interval, Fraction]:
    """An interval and one of its values."""
    value = draw(exact)
    low, high = value - abs(draw(exact)), value + abs(draw(exact))
    return Interval(draw(st.sampled_from([low, None])), draw(st.sampled_from([high, None]))), value


@given(inside(), inside())
def test_sums_and_differences_lose_nothing(first: tuple[Interval, Fraction], second: tuple[Interval, Fraction]) -> None:
    (a, x), (b, y) = first, second
    assert (a + b).contains(x + y)
    assert (a - b).contains(x - y)
    assert (-a).contains(-x)
    assert a.absolute().contains(abs(x))


@given(inside(), exact)
def test_multiples_lose_nothing(one: tuple[Interval, Fraction], factor: Fraction) -> None:
    interval, value = one
    if factor or (interval.low is not None and interval.high is not None):
        assert interval.scaled(factor).contains(value * factor)


@given(inside(), inside())
def test_meeting_is_having_a_value_in_common(
    first: tuple[Interval, Fraction], second: tuple[Interval, Fraction]
) -> None:
    (a, x), (b, _) = first, second
    assert a.meets(b) is b.meets(a)
    if b.contains(x):
        assert a.meets(b)
        common = a.within(b.low, b.high)
        assert common is not None
        assert common.contains(x)
    if not a.meets(b):
        assert a.within(b.low, b.high) is None


@given(inside())
def test_images_of_monotone_functions_lose_nothing(one: tuple[Interval, Fraction]) -> None:
    interval, value = one
    for function in (lambda x: 3 * x, lambda x: -math.atan(x), math.atan):
        assert interval.image(function).contains_float(function(float(value)))


@given(st.floats(allow_nan=False, allow_infinity=False, min_value=-1e200, max_value=1e200))
def test_computed_ends_lie_inside(value: float) -> None:
    assert Interval.around(value, value).contains(Fraction(value))


def test_closed_ends_touch() -> None:
    assert Interval.of("1.195", "1.205").meets(Interval.of("1.205", "1.215"))
    assert not Interval.of("1.195", "1.204").meets(Interval.of("1.205", "1.215"))


def test_union_is_not_the_hull() -> None:
    assert not Interval.point(5).meets_any([Interval.of(1, 2), Interval.of(8, 9)])
    assert Interval.point(8).meets_any([Interval.of(1, 2), Interval.of(8, 9)])


def test_infinities_are_unbounded_and_nan_is_refused() -> None:
    assert Interval.around(-math.inf, math.inf) == Interval(None, None)
    with pytest.raises(ValueError, match="not a number"):
        Interval.around(math.nan, 1.0)


def test_ends_in_the_wrong_order_are_refused() -> None:
    with pytest.raises(ValueError, match="lies above"):
        Interval.of(2, 1)
