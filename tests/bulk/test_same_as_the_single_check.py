"""Does a column get, row by row, the verdict of the single check?"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reread import bulk
from reread.checks import debit, grim, grimmer
from reread.datasets import possible as with_ddof
from reread.numbers.interval import Interval
from reread.numbers.reported import Reported
from reread.statistics.bounds import p_of_t
from reread.statistics.conventions import p_interval
from reread.study.ledger import allowed, read_as

MINUS = st.sampled_from(["", "", "", "-", "−", "–", "+"])


def printed(most: int, decimals: int = 4, sign: st.SearchStrategy[str] = MINUS) -> st.SearchStrategy[str]:
    """Any printed number up to a size, also “.50”, “ 3 ” and “40%”."""

    def text(units: int, places: int, before: str, form: str) -> str:
        whole, part = divmod(units, 10**places)
        number = f"{whole}.{part:0{places}d}" if places else str(whole)
        return form.format(before + (number.removeprefix("0") if form == ".{}" and places else number))

    forms = st.sampled_from(["{}", "{}", "{}", "{}", " {} ", "{}%", "= {}"])
    return st.integers(0, decimals).flatmap(
        lambda places: st.builds(text, st.integers(0, most * 10**places), st.just(places), sign, forms)
    )


MEANS, SDS = printed(60), printed(12, sign=st.just(""))
HUGE = st.integers(10**15, 10**25).map(str) | st.integers(10**15, 10**25).map(lambda k: f"0.{k}")
NS = st.integers(1, 40) | st.integers(1, 3000) | st.sampled_from([10**6, 10**9, 10**12, 10**17])
ITEMS = st.integers(1, 6)


def verdict(single: Callable[[], bool]) -> bool | None:
    """The single check's answer; None where it has none."""
    try:
        return single()
    except ValueError:
        return None


def same(column: Callable[[], object], singles: list[bool | None]) -> None:
    """Every row as the single check has it, or an error that names exactly the rows without an answer."""
    without = [row for row, single in enumerate(singles) if single is None]
    if without:
        with pytest.raises(ValueError, match=f"row {without[0]}:"):
            column()
    else:
        assert np.asarray(column()).tolist() == singles


def tables(*columns: st.SearchStrategy[object]) -> st.SearchStrategy[list[tuple[object, ...]]]:
    return st.lists(st.tuples(*columns), min_size=1, max_size=12)


@given(tables(MEANS | HUGE | st.sampled_from(["< 3", "≥ 2.5", "~4.20"]), NS, ITEMS), st.booleans())
@example([("< 3", 20, 1), ("5.19", 28, 1), ("−5.19", 28, 1)], False)
def test_grim(rows: list[tuple[str, int, int]], percent: bool) -> None:
    means, ns, items = map(list, zip(*rows, strict=True))
    singles = [grim.possible(n, mean, item, percent) for mean, n, item in rows]
    same(lambda: bulk.grim(means, ns, items, percent=percent), singles)


@given(tables(MEANS, SDS, st.integers(2, 8) | st.integers(2, 300), ITEMS), st.sampled_from([(1, 0), (1,), (0,)]))
@example([("5.0", "0.0", 5, 1), ("5.0", "0.0", 4, 1), ("0.5", "0.50", 2, 1), ("-0.5", "0.71", 2, 1)], (1,))
@example([("3.5", "0.1", 3000, 1), ("3", "0.00", 3000, 1), ("3.5", "0.50", 3000, 2)], (1, 0))
@settings(max_examples=300, deadline=None)
def test_grimmer(rows: list[tuple[str, str, int, int]], ddofs: tuple[int, ...]) -> None:
    means, sds, ns, items = map(list, zip(*rows, strict=True))
    singles = [grimmer.possible(n, mean, sd, item, ddofs) for mean, sd, n, item in rows]
    same(lambda: bulk.grimmer(means, sds, ns, items, ddof=ddofs), singles)


NEAR_SDS = st.builds(
    lambda n, total, squares, places: (
        f"{total / n:.{places}f}",
        f"{(max(squares - total * total / n, 0) / (n - 1)) ** 0.5:.{places}f}",
        n,
    ),
    st.integers(2, 90),
    st.integers(-400, 400),
    st.integers(0, 20000),
    st.integers(0, 3),
)


@given(st.lists(NEAR_SDS, min_size=1, max_size=12))
def test_grimmer_beside_what_is_possible(rows: list[tuple[str, str, int]]) -> None:
    means, sds, ns = map(list, zip(*rows, strict=True))
    for ddof in (1, 0):
        singles = [bool(with_ddof(n, mean, sd, ddof=ddof)) for mean, sd, n in rows]
        same(lambda: bulk.grimmer(means, sds, ns, ddof=(ddof,)), singles)  # noqa: B023


@given(tables(HUGE | st.just("5.0"), HUGE, st.just(9)))
@example([("0.1234567890123456", "1.50", 10**10), ("0.500000000000", "0.50", 10**10), ("5", "1.5", 9)])
def test_grimmer_beyond_64_bits(rows: list[tuple[str, str, int]]) -> None:
    means, sds, ns = map(list, zip(*rows, strict=True))
    same(lambda: bulk.grimmer(means, sds, ns), [grimmer.possible(n, mean, sd) for mean, sd, n in rows])


@given(tables(printed(2), printed(1, sign=st.just("")), st.integers(2, 60) | st.integers(2, 900)))
@example([("0.19", "0.35", 1683), ("0.53", "0.50", 1683), ("1.53", "0.50", 1683), ("53", "50", 1683)])
@settings(deadline=None)
def test_debit(rows: list[tuple[str, str, int]]) -> None:
    means, sds, ns = map(list, zip(*rows, strict=True))
    same(lambda: bulk.debit(means, sds, ns), [debit.possible(n, mean, sd) for mean, sd, n in rows])
    plain = [debit.possible(n, mean, sd, [(0, 1)], [1]) for mean, sd, n in rows]
    same(lambda: bulk.debit(means, sds, ns, codings=[(0, 1)], ddof=[1]), plain)


@given(st.integers(2, 700), st.integers(0, 700), st.integers(0, 4), st.integers(0, 4), st.integers(-2, 2))
def test_debit_beside_what_is_possible(n: int, k: int, places: int, sd_places: int, units: int) -> None:
    k = min(k, n)
    sd = Fraction(f"{(k * (n - k) / (n * (n - 1))) ** 0.5:.{sd_places}f}") + Fraction(units, 10**sd_places)
    mean, text = f"{k / n:.{places}f}", f"{float(abs(sd)):.{sd_places}f}"
    same(lambda: bulk.debit([mean], [text], [n]), [debit.possible(n, mean, text)])
    assert units or bulk.debit([mean], [text], [n]).all()


PS = st.builds(lambda k, places: f"{k / 10**places:.{places}f}", st.integers(0, 60), st.integers(1, 4))
ODD_PS = st.sampled_from(["< .05", "<0.001", "> 0.05", "5%", "~0.04", "1.20", "1", "0", "0.000"])


def agrees(t: str, df: str, p: str, sides: int) -> bool:
    """The comparison of `checks.p_statistic`."""
    freedom = allowed(Reported.read(df), "df").within(1, None)
    assert freedom is not None
    reported = read_as(p, "p")
    possible = p_of_t(Reported.read(t).interval, freedom, sides)
    stands_for = p_interval(reported, allowed(reported, "p"))
    turned = sides == 1 and (Interval.point(1) - possible).meets(stands_for)
    return possible.meets(stands_for) or turned


@given(
    tables(printed(6, 3), st.integers(1, 200).map(str) | printed(90, 2, st.just("1")), PS | ODD_PS),
    st.sampled_from([1, 2]),
)
@example([("2.20", "28", "0.036"), ("> 2", "28", "0.036"), ("0.00", "3", "1.00"), ("0", "5", "0.7")], 2)
@settings(deadline=None)
def test_p_from_t(rows: list[tuple[str, str, str]], sides: bulk.p_values.Sides) -> None:
    ts, dfs, ps = (
        [text.replace("%", "") if column < 2 else text for text in texts]
        for column, texts in enumerate(zip(*rows, strict=True))
    )
    found = bulk.p_from_t(ts, dfs, sides, ps=ps)
    assert found.agrees is not None
    assert found.agrees.tolist() == [agrees(*row, sides) for row in zip(ts, dfs, ps, strict=True)]
    assert (found.low <= found.high).all()
