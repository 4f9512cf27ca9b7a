"""Are samples uniform, and marginals those of the full list?"""

from __future__ import annotations

from collections import Counter
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from printed_samples import Sample, samples
from scipy import stats

from reread.datasets import Counts, count, list_all, marginals, sample, walk


def listed(data_sets: tuple[Counts, ...], value: int) -> dict[int, int]:
    return dict(sorted(Counter(data.get(value, 0) for data in data_sets).items()))


@given(samples())
def test_marginals_are_those_of_the_full_list(printed: Sample) -> None:
    asked = (printed.n, printed.mean, printed.sd, printed.scale)
    every = list_all(*asked, ddof=printed.ddof).data_sets
    found = marginals(*asked, ddof=printed.ddof)
    assert found.total == len(every)
    for value in range(printed.scale[0], printed.scale[1] + 1):
        ways = listed(every, value)
        if value not in found.counts:
            assert set(ways) == {0}
            continue
        one = found.counts[value]
        assert one.ways == ways
        assert (one.least, one.greatest) == (min(ways), max(ways))
        assert one.mean == Fraction(sum(data.get(value, 0) for data in every), len(every))


@given(st.sets(st.integers(-9, 20), min_size=1, max_size=7), st.integers(2, 14), st.data())
def test_also_with_gaps_and_known_counts(codes: set[int], n: int, draw: st.DataObject) -> None:
    mean = str(draw.draw(st.decimals(min(codes), max(codes), places=1), label="mean"))
    sd = str(draw.draw(st.decimals(0, 15, places=1), label="sd"))
    known = draw.draw(st.dictionaries(st.sampled_from(sorted(codes)), st.integers(0, 3), max_size=2), label="known")
    every = list_all(n, mean, sd, codes, counts=known).data_sets
    found = marginals(n, mean, sd, codes, counts=known)
    assert found.total == len(every)
    assert {value: one.ways for value, one in found.counts.items()} == {
        value: ways for value in sorted(codes) if (ways := listed(every, value)) and set(ways) != {0}
    }
    drawn = sample(n, mean, sd, codes, size=3, seed=1, counts=known)
    assert len(drawn) == (3 if every else 0)
    assert set(drawn) <= set(every)


@pytest.mark.parametrize(
    "asked",
    [(10, "3.50", "1.43", (1, 5)), (12, "6.17", "2.41", (0, 10)), (20, "-0.40", "1.35", (-3, 3)), (12, "2.0", "0.9")],
)
def test_samples_are_uniform(asked: tuple[object, ...]) -> None:
    """χ² against the full list; the seed is fixed, so that this is one event of probability above .001."""
    every = list_all(*asked).data_sets  # type: ignore[arg-type]
    met = Counter(sample(*asked, size=40 * len(every), seed=7))  # type: ignore[arg-type]
    assert set(met) <= set(every)
    assert len(every) > 1
    assert stats.chisquare([met[data] for data in every]).pvalue > 0.001


def test_the_same_seed_gives_the_same_data_sets() -> None:
    asked = (30, "5.00", "2.78", (1, 7), 1)
    assert sample(*asked, seed=3) == sample(*asked, seed=3)
    assert len(set(sample(40, "5.10", "2.30", (0, 10), 20, seed=3))) == 20


def test_python_integers_take_over_where_64_bits_might_not_do(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = (40, "4.1", "1.6", (1, 7))
    expected, drawn = marginals(*asked), sample(*asked, size=5, seed=2)
    monkeypatch.setattr(walk, "MOST_IN_64_BITS", 2**20)
    assert marginals(*asked) == expected
    assert sample(*asked, size=5, seed=2) == drawn
    assert expected.total == count(*asked) == 46591


def test_no_data_set_has_no_marginals_and_no_sample() -> None:
    assert marginals(18, "3.44", "2.47", (1, 7)).total == 0
    assert sample(18, "3.44", "2.47", (1, 7), 5, seed=1) == ()
