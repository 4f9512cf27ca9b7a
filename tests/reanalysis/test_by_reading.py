"""Are conclusions those of every compatible data set, and is nothing said of all where not all were listed?"""

from __future__ import annotations

import json
from functools import cache
from math import sqrt
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from published_cases import groups_of, twice_measured
from scipy import stats

from reread import words
from reread.datasets import Counts, tables
from reread.explain import explain
from reread.notebook.views import by_reading as views
from reread.reading.study_folder import extract
from reread.reanalysis import readings, results, survey
from reread.reanalysis.by_reading import UnderReading, reanalyses
from reread.reanalysis.pairs import pairs_under
from reread.reanalysis.reanalysed import reanalysed
from reread.reanalysis.tables import by_means, tables_under
from reread.report.told import told
from reread.study.values import Study, study_of

FOLDER = Path(__file__).parents[2] / "studies" / "khaeriyah-sari-2025"
AS_PRINTED: list[dict[str, Any]] = [{"rank": 1, "departures": [], "alike": [], "reconciled": [], "unreconciled": []}]
MEANS = {"n": "20", "before.mean": "1.20", "before.sd": "0.41", "after.mean": "1.90", "after.sd": "0.31"}
WHOLE = {"measure": "ordinal score"}


def surveyed(each: UnderReading) -> survey.Survey:
    assert each.survey is not None
    return each.survey


@cache
def paper() -> Study:
    found = extract(FOLDER)
    return study_of(FOLDER.name, found.file, found.numbers)


@cache
def explained() -> tuple[dict[str, Any], ...]:
    say = words.load("en")
    return tuple(told(each, rank, say) for rank, each in enumerate(explain(paper(), seed=1, weighed=0), 1))


@cache
def of_paper() -> tuple[UnderReading, ...]:
    return tuple(reanalyses(paper(), explained(), 0.05))


def test_three_accounts_of_the_20_women() -> None:
    assert [(each.read.kind, surveyed(each).data_sets, surveyed(each).ending) for each in of_paper()] == [
        ("means", 3, "all listed"), ("counts", 3, "all listed"), ("reading", 3, "all listed"),
    ]  # fmt: skip
    assert of_paper()[2].read.departures == ("exchanged_occasions", "other_codes", "statistic_for_p")


def test_what_survives_them_all() -> None:
    """Under every account 14 to 16 rose and 0 to 2 fell: all tests below .05, the rise towards the higher codes."""
    for each in of_paper():
        assert {test.below for test in surveyed(each).tests} == {"all"}
        sign = surveyed(each).p("sign")
        assert sign is not None
        assert (sign.p.least, sign.p.greatest) == pytest.approx((2 / 2**14, 0.001312255859375))
        assert (sign.of_data_sets, sign.of_samples) == (1.0, 1.0)
        assert surveyed(each).direction == "up"  # also where the codes are read as adequate 1, low 2
    say = words.load("en")
    notes = list(views.notes(paper(), of_paper(), 0.05, say))
    assert "every test that fits the design has p below 0.05: the greatest is 0.0013" in notes[0]
    assert "more participants rose than fell" in notes[0]
    assert "nothing here speaks of a cause" in notes[-1]


def test_t_of_the_paper_is_in_no_account() -> None:
    """Each account leaves the same three t, and 4.87 is none of them."""
    for read in readings.readings(paper(), explained()):
        found = tables_under(read, "score.change")
        assert found is not None
        sizes = sorted(abs(float(t.mean_of_change)) / sqrt(t.variance_of_change() / 20) for t in found.tables)
        assert [round(t, 2) for t in sizes] == [4.77, 5.48, 6.66]


def test_a_reconciled_t_leaves_fewer_tables() -> None:
    every = [tables_under(read, "score.change") for read in _as_printed(twice_measured(MEANS, **WHOLE))]
    some = [
        tables_under(r, "score.change") for r in _as_printed(twice_measured({**MEANS, "change.t": "5.48"}, **WHOLE))
    ]
    none = [
        tables_under(r, "score.change") for r in _as_printed(twice_measured({**MEANS, "change.t": "4.87"}, **WHOLE))
    ]
    told = [[(len(found.tables), found.narrowed) for found in each if found] for each in (every, some, none)]
    assert told == [[(3, True)], [(1, True)], [(3, False)]]


def notes_of(study: Study, every: list[UnderReading]) -> str:
    return " ".join(views.notes(study, every, 0.05, words.load("en")))


def test_a_change_that_no_table_prints_accuses_nobody() -> None:
    """It may have been computed by a convention that is not tried: all tables are tested, and that is told."""
    study = twice_measured({**MEANS, "change.t": "4.87"}, **WHOLE)
    (only,) = reanalyses(study, AS_PRINTED, 0.05)
    assert (surveyed(only).data_sets, only.narrowed) == (3, False)
    assert "all 3 data sets of the two samples are tested" in notes_of(study, [only])
    assert "no data set" not in notes_of(study, [only])


def test_a_reading_that_leaves_nothing_is_said_to() -> None:
    study = twice_measured({**MEANS, "after.sd": "0.35"}, **{**WHOLE, "complete": False})
    (only,) = reanalyses(study, AS_PRINTED, 0.05)
    assert (surveyed(only).ending, surveyed(only).tests) == ("none exists", ())
    say = words.load("en")
    assert views.figure(study, "score", [only], 0.05, say) is None
    assert views.table(study, "score", [only], say) is None
    assert "no data set of that many people prints" in notes_of(study, [only])
    assert "taken as measured" in notes_of(study, [only])
    assert "taken as measured" not in notes_of(paper(), list(of_paper()))


def test_an_explanation_with_too_few_numbers_is_told_and_not_counted() -> None:
    few = {"rank": 1, "departures": [{"id": "truncated", "about": {}}], "alike": [], "reconciled": ["score.after.mean"]}
    study = twice_measured(MEANS, **WHOLE)
    every = reanalyses(study, [few, {**AS_PRINTED[0], "rank": 2, "unreconciled": ["x"]}], 0.05)
    assert [(each.read.kind, each.survey is None) for each in every] == [("means", False), ("reading", True)]
    assert "Reading 1: too few of the printed numbers are left" in notes_of(study, every)
    assert results.record(every[1])["datasets"] == {"count": None, "ending": None}
    assert views.figure(study, "score", every, 0.05, words.load("en")) is not None


def test_where_listing_stops_only_t_speaks_of_all() -> None:
    """Wide scores: the tables are too many, the SDs of their changes are not."""
    both = {"n": "30", "before.mean": "3.10", "before.sd": "1.27", "after.mean": "3.40", "after.sd": "1.30"}
    before, after = Counts.of({1: 4, 2: 6, 3: 8, 4: 7, 5: 5}), Counts.of({1: 3, 2: 5, 3: 7, 4: 7, 5: 8})
    study = twice_measured({**both, **_counted(before, after)}, **WHOLE, codes=_codes(5))
    (only,) = [
        each
        for each in reanalyses(study, [{**AS_PRINTED[0], "unreconciled": ["x"]}], 0.05)
        if each.read.kind == "counts"
    ]
    assert surveyed(only).ending == "stopped at cap"
    t, sign = surveyed(only).p("t"), surveyed(only).p("sign")
    assert t is not None
    assert sign is not None
    assert (t.p.proven, sign.p.proven) == (True, False)
    assert sign.below in ("some", "open")
    assert (t.of_data_sets, t.of_samples) == (None, None)
    seen = [stats.ttest_rel(a, b).pvalue for b, a in map(_scores, tables(before, after, 50).tables)]
    assert all(t.p.least - 1e-9 <= p <= t.p.greatest + 1e-9 for p in seen)
    ends = sorted(before.answers()), sorted(after.answers())
    extreme = [stats.ttest_rel(ends[1], ends[0]).pvalue, stats.ttest_rel(ends[1][::-1], ends[0]).pvalue]
    assert (t.p.least, t.p.greatest) == pytest.approx(tuple(sorted(extreme)))
    assert any("listing stopped" in note for note in views.notes(study, [only], 0.05, words.load("en")))


@settings(max_examples=25, deadline=None)
@given(st.lists(st.integers(0, 2), min_size=5, max_size=9), st.data())
def test_conclusions_are_those_of_every_table(first: list[int], data: st.DataObject) -> None:
    """Against all ways to pair the two counts, by scipy."""
    second = data.draw(st.lists(st.integers(0, 2), min_size=len(first), max_size=len(first)))
    before, after = Counts.of(first), Counts.of(second)
    study = twice_measured({"n": str(len(first)), **_counted(before, after)}, **WHOLE, codes=_codes(2, 0))
    (only,) = reanalyses(study, AS_PRINTED, 0.05)
    every = [_scores(table) for table in tables(before, after).tables]
    ps = [_sign(np.array(a) - np.array(b)) for b, a in every]
    sign = surveyed(only).p("sign")
    assert sign is not None
    assert (sign.p.least, sign.p.greatest) == pytest.approx((min(ps), max(ps)))
    below = [p < 0.05 for p in ps]
    assert sign.below == ("all" if all(below) else "some" if any(below) else "none")
    assert sign.of_data_sets == pytest.approx(sum(below) / len(below))
    assert all(test.of_samples is not None for test in surveyed(only).tests)


def test_both_shares_differ_where_data_sets_hold_different_samples() -> None:
    found = [survey.Tested({"x": 0.01}, {"e": 1.0}, {}, 1), survey.Tested({"x": 0.5}, {"e": -1.0}, {}, 3)]
    made = survey.surveyed(found, "all listed", 0.05, "e")
    assert made.p("x") == survey.Concluded(survey.Range("x", 0.01, 0.5, True), "some", 0.5, 0.25)
    assert made.direction == "mixed"


@pytest.mark.parametrize(
    ("ps", "ending", "known", "below"),
    [
        ((0.01, 0.02), "all listed", {}, "all"),
        ((0.2, 0.3), "all listed", {}, "none"),
        ((0.01, 0.05), "all listed", {}, "some"),  # p of exactly the level is not below it
        ((0.01, 0.02), "stopped at cap", {}, "open"),
        ((0.2, 0.3), "stopped at cap", {}, "open"),
        ((0.01, 0.3), "stopped at cap", {}, "some"),
        ((0.01, 0.02), "stopped at cap", {"x": (0.001, 0.04)}, "all"),
        ((0.01, 0.02), "stopped at cap", {"x": (0.001, 0.2)}, "some"),
    ],
)
def test_all_and_none_only_where_it_is_known(
    ps: tuple[float, ...], ending: Any, known: dict[str, tuple[float, float]], below: str
) -> None:
    found = [survey.Tested({"x": p}, {"e": 1.0}, {}, 1) for p in ps]
    test = survey.surveyed(found, ending, 0.05, "e", known).p("x")
    assert test is not None
    assert test.below == below


GROUPS = {
    "this": {"n": "12", "mean": "3.5", "sd": "0.52"},
    "other": {"n": "11", "mean": "2.2", "sd": "0.40"},
}  # fmt: skip


def test_two_groups() -> None:
    study = groups_of(GROUPS, {}, measure="integer score", test="independent t", scale=[1, 5])
    (only,) = reanalyses(study, AS_PRINTED, 0.05)
    found = pairs_under(only.read, "tests.it")
    assert found is not None
    assert (only.of, surveyed(only).ending, surveyed(only).data_sets) == ("it", "all listed", len(found.pairs))
    ps = [stats.ttest_ind(a.answers(), b.answers()).pvalue for a, b in found.pairs]
    t = surveyed(only).p("t")
    assert t is not None
    assert (t.p.least, t.p.greatest) == pytest.approx((min(ps), max(ps)))
    assert {test.p.name for test in surveyed(only).tests} == {"mann_whitney", "permutation", "t", "welch"}
    assert (t.below, surveyed(only).direction) == ("all", "up")
    assert "first group’s answers are the higher ones" in next(views.notes(study, [only], 0.05, words.load("en")))


def test_two_groups_with_a_printed_t_have_fewer_pairs() -> None:
    wide = {name: {**group, "sd": sd} for (name, group), sd in zip(GROUPS.items(), ("0.9", "1.1"), strict=True)}
    every = groups_of(wide, {}, measure="integer score", test="independent t", scale=[1, 5])
    one = pairs_under(_as_printed(every)[0], "tests.it")
    assert one is not None
    t = sorted({round(reanalysed(pair).t, 2) for pair in one.pairs})
    printed = groups_of(wide, {"t": f"{t[0]:.2f}"}, measure="integer score", test="independent t", scale=[1, 5])
    fewer = pairs_under(_as_printed(printed)[0], "tests.it")
    assert fewer is not None
    assert 0 < len(fewer.pairs) < len(one.pairs)


def test_a_paired_test_is_of_the_same_people_in_either_spelling() -> None:
    occasions = {
        "before": {"n": "20", "mean": "1.20", "sd": "0.41"},
        "after": {"n": "20", "mean": "1.90", "sd": "0.31"},
    }
    tested = groups_of(occasions, {"t": "5.48"}, measure="ordinal score", test="paired t")
    (one,) = reanalyses(tested, AS_PRINTED, 0.05)
    (other,) = reanalyses(twice_measured({**MEANS, "change.t": "5.48"}, **WHOLE), AS_PRINTED, 0.05)
    assert surveyed(one).data_sets == 1
    assert surveyed(one) == surveyed(other)


def test_many_pairs_of_groups_keep_exact_ends_for_t() -> None:
    groups = {"a": {"n": "30", "mean": "3.1", "sd": "1.2"}, "b": {"n": "30", "mean": "2.8", "sd": "1.3"}}
    study = groups_of(groups, {}, measure="integer score", test="independent t", scale=[1, 5])
    (only,) = reanalyses(study, AS_PRINTED, 0.05)
    assert surveyed(only).ending == "stopped at cap"
    t, whitney = surveyed(only).p("t"), surveyed(only).p("mann_whitney")
    assert t is not None
    assert whitney is not None
    assert (t.p.proven, whitney.p.proven) == (True, False)


def test_codes_the_other_way_round_turn_the_direction() -> None:
    study = twice_measured(
        {"n": "6", **_counted(Counts.of([0] * 5 + [2]), Counts.of([2] * 5 + [0]))}, **WHOLE, codes=_codes(2, 0)
    )
    turned = study.read_as(codes=(("score", (("c0", 2), ("c1", 1), ("c2", 0))),))
    mixed = study.read_as(codes=(("score", (("c0", 1), ("c1", 0), ("c2", 2))),))
    assert [readings.orientation(study, each, "score") for each in (study, turned, mixed)] == [1, -1, 0]


def test_records_hold_no_infinity() -> None:
    study = twice_measured({"n": "6", **_counted(Counts.of([1] * 6), Counts.of([2] * 6))}, **WHOLE, codes=_codes(2))
    made = [results.record(each) for each in reanalyses(study, AS_PRINTED, 0.05)]
    assert "Infinity" not in json.dumps(made)
    assert made[0]["effects"][1] == {"effect": "d_z", "least": None, "greatest": None, "of_all": True}


def test_one_impossible_occasion_leaves_nothing_however_many_the_other_has() -> None:
    both = {"n": "40", "before.mean": "3.10", "before.sd": "1.27", "after.mean": "3.43", "after.sd": "1.30"}
    found = by_means(twice_measured(both, **WHOLE), "score")
    assert found is not None
    assert (found.tables, found.ending) == ((), "none exists")
    wrong = {"a": {"n": "20", "mean": "3.51", "sd": "1.2"}, "b": {"n": "30", "mean": "2.8", "sd": "1.3"}}
    study = groups_of(wrong, {}, measure="integer score", test="independent t", scale=[1, 5])
    pairs = pairs_under(_as_printed(study)[0], "tests.it")
    assert pairs is not None
    assert (pairs.pairs, pairs.ending) == ((), "none exists")


def test_by_means_says_when_tables_were_too_many() -> None:
    both = {"n": "40", "before.mean": "3.10", "before.sd": "1.26", "after.mean": "3.43", "after.sd": "1.30"}
    found = by_means(twice_measured(both, **WHOLE), "score", cap=20)
    assert found is not None
    assert (len(found.tables), found.ending) == (20, "stopped at cap")


def _as_printed(study: Study) -> list[readings.ReadAs]:
    return readings.readings(study, AS_PRINTED)


def _codes(most: int, least: int = 1) -> dict[str, str]:
    return {f"c{code}": str(code) for code in range(least, most + 1)}


def _counted(before: Counts, after: Counts) -> dict[str, str]:
    every = {"before": before, "after": after}
    return {f"{o}.count.c{code}": str(k) for o, counts in every.items() for code, k in counts.pairs}


def _scores(table: Any) -> tuple[list[int], list[int]]:
    pairs = [(b, a) for b, a, k in table.cells for _ in range(k)]
    return [b for b, _ in pairs], [a for _, a in pairs]


def _sign(change: Any) -> float:
    rose, fell = int((change > 0).sum()), int((change < 0).sum())
    return float(stats.binomtest(rose, rose + fell).pvalue) if rose + fell else 1.0
