"""Are the before × after tables all those with the two margins, and their changes what the tables say?"""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reread.datasets import Counts, Table, TooLarge, change_pairs, change_range, changes, tables

margin = st.lists(st.integers(-2, 3), min_size=1, max_size=7)


@st.composite
def two_occasions(draw: st.DrawFn) -> tuple[list[int], list[int]]:
    """The same people twice."""
    before = draw(margin)
    return before, draw(st.lists(st.integers(-2, 3), min_size=len(before), max_size=len(before)))


def table_of(before: list[int], after: list[int]) -> Table:
    """The cross-tabulation of two answers of everybody."""
    pairs = sorted(zip(before, after, strict=True))
    return Table(tuple((x, y, pairs.count((x, y))) for x, y in sorted(set(pairs))))


@given(two_occasions())
def test_the_true_table_is_listed_and_every_margin_holds(data: tuple[list[int], list[int]]) -> None:
    before, after = data
    result = tables(Counts.of(before), Counts.of(after))
    assert result.ending == "all listed"
    assert table_of(before, after) in result.tables
    assert len(set(result.tables)) == len(result.tables)
    for table in result.tables:
        assert Counts.of([x for x, _, k in table.cells for _ in range(k)]) == Counts.of(before)
        assert Counts.of([y for _, y, k in table.cells for _ in range(k)]) == Counts.of(after)


@given(st.lists(st.integers(0, 3), min_size=2, max_size=2), st.lists(st.integers(0, 3), min_size=3, max_size=3))
def test_two_by_three_tables_are_those_that_trying_everything_finds(rows: list[int], columns: list[int]) -> None:
    if sum(rows) == sum(columns) > 0:
        found = [
            (a, b, c)
            for a, b, c in product(range(4), repeat=3)
            if a + b + c == rows[0] and a <= columns[0] and b <= columns[1] and c <= columns[2]
        ]
        assert len(tables(dict(enumerate(rows)), dict(enumerate(columns))).tables) == len(found)


@given(two_occasions())
def test_the_properties_are_those_of_the_people(data: tuple[list[int], list[int]]) -> None:
    before, after = data
    table, change = table_of(before, after), [y - x for x, y in zip(before, after, strict=True)]
    assert table.n == len(change)
    assert table.differences == Counts.of(change)
    assert table.rose == sum(d > 0 for d in change)
    assert table.fell == sum(d < 0 for d in change)
    assert (table.differences.moments.sum, table.differences.moments.squares) == (
        sum(change),
        sum(d * d for d in change),
    )
    assert table.mean_of_change * table.n == sum(change)
    if table.n > 1:
        assert table.variance_of_change() == Counts.of(change).variance()


@given(two_occasions())
def test_change_pairs_are_those_of_all_tables(data: tuple[list[int], list[int]]) -> None:
    before, after = map(Counts.of, data)
    every = {table.differences.moments for table in tables(before, after, cap=100_000).tables}
    assert change_pairs(before, after) == tuple(sorted(every))
    assert change_range(before, after) == (min(every), max(every))


def test_the_first_table_changes_least() -> None:
    before, after = {0: 5, 1: 9, 2: 6}, {0: 2, 1: 8, 2: 10}
    result = tables(before, after)
    assert result.tables[0].differences.moments == change_range(before, after)[0]


def test_a_cap_is_told() -> None:
    result = tables({1: 10, 2: 10, 3: 10}, {1: 10, 2: 10, 3: 10}, cap=5)
    assert (len(result.tables), result.ending) == (5, "stopped at cap")


@given(two_occasions())
def test_the_walk_meets_only_what_some_table_has(data: tuple[list[int], list[int]]) -> None:
    before, after = map(Counts.of, data)
    assert changes._met(before, after) <= changes._reached(before, after)


def test_many_people_are_settled_by_the_walk() -> None:
    likert = dict.fromkeys(range(1, 6), 20)
    assert [pair.squares for pair in change_pairs(likert, likert)] == list(range(0, 801, 2))


def test_change_pairs_say_where_they_stop(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(changes, "MOST_STEPS", 10)
    with pytest.raises(TooLarge, match="change_range"):
        change_pairs(dict.fromkeys((0, 1, 4, 9), 1), dict.fromkeys((0, 1, 4, 9), 1))


def test_different_numbers_of_people_cannot_be_paired() -> None:
    with pytest.raises(ValueError, match="20 people before and 18 after"):
        tables({1: 20}, {1: 18})
    with pytest.raises(ValueError, match="nobody"):
        tables({}, {1: 0})
