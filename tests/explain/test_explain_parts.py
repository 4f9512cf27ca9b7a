"""Blocks, bits, accounts and redraws, each against something counted by hand or by brute force."""

from __future__ import annotations

from collections import Counter
from itertools import product
from math import isclose, log2, sqrt
from random import Random

import honest_study
import plain_study
import power_papers
import pytest
from power import DESIGNS, papers
from scipy import stats

from reread.datasets.histogram import Counts, drawn
from reread.datasets.pairing import tables
from reread.explain import explain, in_conflict
from reread.explain.accounts import Accounts
from reread.explain.blocks import blocks, packs
from reread.explain.coincidence import upper_limit
from reread.explain.readings import Readings, search
from reread.explain.redraw import Redraw
from reread.explain.strings import ways

STUDY = plain_study.study()


def test_counts_and_their_percentages_are_one_block() -> None:
    found = {block.name: block.roles for block in blocks(STUDY)}
    assert all(role.startswith("change.") is False for role in found)
    counted = [roles for name, roles in found.items() if name.endswith(".count")]
    assert counted
    assert all(".count." in role or ".percent." in role for roles in counted for role in roles)


def test_bits_of_a_distribution_are_those_of_its_ways() -> None:
    every = {tuple(sorted(Counter(answers).items())) for answers in product(range(3), repeat=5)}
    assert ways(5, 3) == len(every)


@pytest.mark.parametrize("seed", range(25))
def test_as_printed_is_first_on_honest_studies(seed: int) -> None:
    study = honest_study.study(Random(seed))
    assert not in_conflict(study)
    assert explain(study, seed)[0].departures == ()


@pytest.mark.parametrize("seed", [7])
def test_nothing_cheaper_is_left_out(seed: int) -> None:
    """Among all single departures, tried one after another, none takes fewer bits than the search's best."""
    study = plain_study.study({"after.mean": f"{2 + seed / 100:.2f}", "before.sd": f"{0.4 + seed / 50:.2f}"})
    accounts, readings = Accounts(study), Readings(study)
    best = search(study, accounts, readings)[0]
    for name in readings.library.keys() - readings.slips:
        for _, other in readings.library[name](study):
            assert readings.costs[name] + accounts.of(other).bits >= best.bits - 1e-6, name
    assert best.bits <= accounts.of(study).bits + 1e-6


def test_a_limit_only_leaves_out_what_exceeds_it() -> None:
    study = plain_study.study({"after.mean": "1.21"})
    accounts = Accounts(study)
    bits = accounts.of(study).bits
    within = accounts.within(study, bits + 1e-6)
    assert within is not None
    assert isclose(within.bits, bits)
    assert accounts.within(study, bits - 0.01) is None
    assert accounts.least(study) <= bits


def test_drawn_data_sets_are_uniform() -> None:
    random = Random(3)
    draws = Counter(drawn((0, 1, 2), 4, random).pairs for _ in range(6000))
    assert len(draws) == ways(4, 3)
    assert stats.chisquare(list(draws.values())).pvalue > 1e-4


def test_what_is_redrawn_is_printed_as_before() -> None:
    names = tuple(block.name for block in blocks(STUDY) if block.name.startswith("score."))
    for law in ("scale", "apparent"):
        redraw = Redraw(STUDY, names, law)  # type: ignore[arg-type]
        other = redraw.draw(1, 0)
        assert other.values != STUDY.values
        for role, value in other.values.items():
            if role in STUDY.values:
                assert value.reported.decimals == STUDY.values[role].reported.decimals, role
        assert redraw.draw(1, 0).values == other.values
    assert sorted(name for pack in packs(names) for name in pack) == sorted(names)


def test_the_limit_is_clopper_and_pearson() -> None:
    for hits, draws in ((0, 59), (1, 59), (4, 181)):
        limit = upper_limit(hits, draws)
        assert isclose(stats.binom.cdf(hits, draws, limit), 0.05, rel_tol=1e-6)


def test_the_bits_of_a_table_are_those_of_the_changes() -> None:
    """With both data sets known, telling t costs log2 of the changes that pairing them can give."""
    before, after = Counts.of({1: 16, 2: 4}), Counts.of({1: 2, 2: 18})
    changes = {table.differences.moments for table in tables(before, after).tables}
    assert len(changes) == 3
    assert log2(len(changes)) < 2
    assert {round(float(t.sum) / 20 / (sqrt(t.variance(20)) / sqrt(20)), 2) for t in changes} == {4.77, 5.48, 6.66}


def test_a_number_that_only_a_departure_puts_there_has_no_bits() -> None:
    """Its SDs are left out, as only the accounts mind them; a departure puts others in their place."""
    paper = next(papers("n off by one to three", DESIGNS["two groups"], 1))
    assert explain(power_papers.study(paper), 7, weighed=0)


def test_numbers_of_a_sample_of_unknown_size_are_paid_for() -> None:
    """No candidate says anything of them, so each costs its own bits."""
    study = plain_study.study(without=("groups.a.n", "groups.b.n"))
    accounts = Accounts(study)
    unknown = [side for side in accounts.sides(study) if side.n is None]
    assert unknown
    for side in unknown:
        assert isclose(accounts.least_of(study, side.role), sum(bits for _, bits in side.bits))
