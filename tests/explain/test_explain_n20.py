"""The study of 20 women: which fewest departures reconcile its numbers, which does nothing, and is it luck?"""

from __future__ import annotations

from functools import cache
from math import inf
from pathlib import Path

from reread.departures import other_codes
from reread.explain import Explanation, explain, in_conflict, never
from reread.explain.accounts import Accounts
from reread.explain.readings import Readings, search
from reread.explain.recipes import Recipes
from reread.explain.redraw import Redraw
from reread.reading.study_folder import extract
from reread.study.values import Study, study_of

FOLDER = Path(__file__).parents[2] / "studies" / "khaeriyah-sari-2025"


@cache
def study() -> Study:
    found = extract(FOLDER)
    return study_of(FOLDER.name, found.file, found.numbers)


@cache
def found() -> tuple[Explanation, ...]:
    return tuple(explain(study(), seed=1))


def test_the_reading_that_reconciles_most() -> None:
    best = found()[0]
    named = {used.id: dict(used.params) for used in best.departures}
    assert set(named) == {"exchanged_occasions", "other_codes", "statistic_for_p"}
    assert named["exchanged_occasions"]["what"] == "means_sds"
    assert named["other_codes"]["codes"] == "adequate = 1, low = 2"
    assert named["statistic_for_p"]["place"] == "normality"


def test_what_it_reconciles_and_what_nothing_does() -> None:
    best = found()[0]
    samples = {f"score.{o}.{p}" for o in ("before", "after") for p in ("mean", "sd", "count", "normality_p")}
    assert samples <= set(best.reconciled)
    assert set(best.unreconciled) == {"score.change.t", "score.change.d", "score.change.ci.low", "score.change.ci.high"}
    assert set(never(list(found()))) == {"score.change.t", "score.change.d"}
    assert (best.data_sets, best.ending) == (3, "all listed")


def test_little_else_would_fit() -> None:
    luck = found()[0].coincidence
    assert luck is not None
    assert 0 < luck.limit <= 0.05


def test_as_printed_is_among_them() -> None:
    printed = [each for each in found() if not each.departures]
    assert len(printed) == 1
    assert printed[0].bits > found()[0].bits


def test_each_part_of_the_reading_is_needed() -> None:
    """Two of the three departures leave more bits than all three."""
    accounts, best = Accounts(study()), found()[0]
    coded = next(s for params, s in other_codes.variants(study()) if params["codes"] == "adequate = 1, low = 2")
    assert accounts.of(coded).bits + best.departures[1].cost > best.bits


def test_the_study_without_its_conflicts_needs_no_explanation() -> None:
    roles = [role for role in study().values if role.startswith("score.change.") or ".count." in role]
    quiet = study().with_values({role: None for role in study().values if role in roles or "normality" in role})
    assert not in_conflict(quiet)
    assert [each.departures for each in explain(quiet, seed=1)] == [()]


def test_same_seed_same_answer() -> None:
    other = study().printing({"score.after.mean": "1.80"})
    assert explain(other, 1, weighed=0) == explain(other, 1, weighed=0)


def test_readings_of_a_redraw_count_its_people_alone() -> None:
    """Under the law of apparent answers nobody is moderate; no reading brings somebody back from another redraw."""
    accounts, readings = Accounts(study()), Readings(study())
    first = next(each for each in search(study(), accounts, readings) if each.departures)
    blocks = ("score.before.count", "score.after.count")
    recipes = Recipes(Redraw(study(), blocks, "scale"), first, accounts, readings, 1)
    for k in range(3):
        drawn = Redraw(study(), blocks, "apparent").draw(1, k)
        assert "score.before.count.moderate" not in drawn.values
        read = list(recipes.on(drawn).reaching(inf))
        assert len(read) > 100
        for occasion in ("before", "after"):
            counted = {sum(count.integer for count in each.counts("score", occasion).values()) for each in read}
            assert counted == {20, 100}  # 100 where counts and percentages are taken for each other
