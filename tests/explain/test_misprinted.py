"""A misprint that would make a finding hold is asked about, with how many would, and what speaks against it."""

from __future__ import annotations

from pathlib import Path

import pytest
from published_cases import groups_of, reported, twice_measured

from reread import words
from reread.explain.benign import findings_with_readings
from reread.reading.study_folder import extract
from reread.report.told import rendered
from reread.study.finding import Finding
from reread.study.values import Study, study_of


def told(study: Study, check: str) -> tuple[Finding, str]:
    (finding,) = [f for f in findings_with_readings(study)[0] if f.check == check]
    return finding, str(rendered(finding, study, words.load("en"))["words"]["tried"])


def test_what_follows_from_the_number_speaks_against_it(repo: Path) -> None:
    """t = 4.87 would be that of a table as 4.77, and the printed interval follows from 4.87."""
    found = extract(repo / "studies" / "khaeriyah-sari-2025")
    finding, sentence = told(study_of("a", found.file, found.numbers), "t_from_tables")
    assert (finding.misprints[0].meant, finding.misprints_that_fit) == ("−4.77", 1)
    assert [other.check for other in finding.misprints[0].against] == ["ci_t"]
    assert "misprint of −4.77" in sentence
    assert "interval −0.98 to −0.42 rests on −4.87" in sentence


def test_every_misprint_that_is_offered_makes_it_hold() -> None:
    study = reported({"t": "2.02", "df": "28", "p": "0.036"}, test="independent t")
    finding, sentence = told(study, "p_statistic")
    assert finding.misprints_that_fit > 0
    for each in finding.misprints:
        other, _ = told(study.printing({each.role: each.meant}), "p_statistic")
        assert other.status == "consistent"
    assert "Is 2.02 a misprint of 2.20? It is the one misprint" in sentence


def test_none_is_offered_where_none_fits() -> None:
    study = reported({"t": "9.99", "df": "4", "p": "0.95"}, test="independent t")
    finding, sentence = told(study, "p_statistic")
    assert finding.misprints == ()
    assert "No single misprint" in sentence


DRUGS = {"first": {"n": "10", "mean": "2.33", "sd": "2.00"}, "second": {"n": "10", "mean": "0.75", "sd": "1.79"}}


@pytest.mark.parametrize("printed", [{}, {"t": "-1.86", "df": "18"}, {"t": "1.86", "df": "18", "estimate": "1.58"}])
def test_exchanged_arms_are_noticed_and_named(printed: dict[str, str]) -> None:
    """Student's two drugs in each other's column, of which the text calls the second higher."""
    study = groups_of(DRUGS, printed, test="independent t", higher="second")
    finding, _ = told(study, "higher_side")
    assert finding.status == "inconsistent"
    assert {each.departure for each in finding.benign} == {"exchanged_groups"}
    groups = dict(zip(DRUGS, reversed(DRUGS.values()), strict=True))
    right = groups_of(groups, printed, test="independent t", higher="second")
    assert told(right, "higher_side")[0].status == "consistent"


def test_exchanged_occasions_are_noticed_and_named() -> None:
    study = twice_measured({"n": "10", "before.mean": "2.33", "after.mean": "0.75"}, higher="after")
    finding, _ = told(study, "higher_side")
    assert {each.departure for each in finding.benign} == {"exchanged_occasions"}


def test_medians_decide_no_side() -> None:
    """The side with the lower median may have the higher mean, and the higher ranks."""
    medians = {"first": {"n": "9", "median": "6"}, "second": {"n": "9", "median": "10"}}
    finding, _ = told(groups_of(medians, {}, test="Mann-Whitney", higher="first"), "higher_side")
    assert (finding.status, finding.say) == ("undecided", "medians")
    means = {name: {**printed, "mean": mean} for (name, printed), mean in zip(medians.items(), "84", strict=True)}
    assert told(groups_of(means, {}, higher="first"), "higher_side")[0].status == "consistent"
