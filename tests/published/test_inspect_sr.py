"""INSPECT-SR guidance 1.1, doi:10.1101/2025.09.03.25334905: its worked examples, found from a study file.

Example 4.1: men in a trial of women. 4.2: blocks of 4 in one list, arms 5 apart. 4.3: nine of eleven rows of
characteristics alike under simple allocation. 4.6: 100 allocated, more than 150 in the results; 40 planned, more than
twice as many. 4.8: Apgar scores of 30 newborns with means of 8.96 and 9.96, and 9.93 with an SD of 0.18. 4.9: means
of 20 (4) and 21 (2), p = .02, which rounding leaves possible; a p for each sex of one two-by-two table. 4.10: 30 with
6.2 and 11 with 7.4 are not 7.3.
Where the guidance prints no counts (4.1, 4.2, 4.3, 4.6, sexes of 4.9) those here are made up to its words.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from honest_tests import direct
from hypothesis import given
from hypothesis import strategies as st
from published_cases import right, wrong

from reread import words
from reread.appraisal.facts import beside_items
from reread.checks.subgroups import check as subgroups
from reread.explain.benign import findings_with_readings
from reread.report.told import rendered
from reread.study.flow import Eligible
from reread.study.values import Study

SAY = words.load("en")
APGAR = {"label": "Apgar", "measure": "integer score", "scale": (0, 10), "complete": True}


def groups(test: str, **arms: dict[str, str]) -> dict[str, list[str]]:
    """Role → text of the groups of one test."""
    return {
        f"tests.{test}.groups.{arm}.{part.replace('_', '.')}": [text]
        for arm, parts in arms.items() for part, text in parts.items()
    }  # fmt: skip


def apgar(mean: str, sd: str = "0.40") -> Study:
    arms = groups("apgar", one={"n": "30", "mean": mean, "sd": sd}, other={"n": "30", "mean": "9.00", "sd": "0.79"})
    return direct(arms, {"apgar": APGAR})


def t_test(p: str) -> Study:
    first, second = {"n": "30", "mean": "20", "sd": "4"}, {"n": "30", "mean": "21", "sd": "2"}
    return direct(
        {**groups("t", one=first, other=second), "tests.t.p": [p]},
        {"t": {"label": "score", "test": "independent t", "complete": True}},
    )


def sexes(p: str) -> Study:
    arms = groups("sex", one={"n": "30", "count_female": "18"}, other={"n": "30", "count_female": "12"})
    return direct({**arms, "tests.sex.p": [p]}, {"sex": {"label": "Sex", "test": "chi-squared", "complete": True}})


def quality(mean: str, complete: bool = True) -> Study:
    parts = groups("age", under={"n": "30", "mean": "6.2"}, over={"n": "11", "mean": "7.4"})
    whole = {"tests.age.whole.n": ["41"], "tests.age.whole.mean": [mean]}
    return direct({**whole, **parts}, {"age": {"label": "Quality of the treated", "complete": complete}})


PUBLISHED = [
    wrong(apgar("8.96"), "grim", where="check 4.8, example 1"),
    wrong(apgar("9.96"), "grim", where="check 4.8, example 1"),
    wrong(apgar("9.93", "0.18"), "grimmer", where="check 4.8, example 1"),
    right(t_test("0.02"), "p_from_groups", where="check 4.9, example 1: rounding leaves it possible"),
    wrong(quality("7.3"), "subgroups", where="check 4.10, example 1"),
    right(quality("6.5"), "subgroups", where="check 4.10, example 1: the mean that follows"),
]


def beside(study: Study) -> dict[str, str]:
    """What stands beside each check of INSPECT-SR."""
    findings, broken = findings_with_readings(study)
    assert not broken
    told = [rendered(finding, study, SAY) for finding in findings]
    found = beside_items(study, told, SAY).get("inspect-sr-checks", {})
    return {item: " ".join(fact["text"] for fact in facts) for item, facts in found.items()}


def test_4_1_men_in_a_trial_of_women() -> None:
    arms = groups("sex", one={"n": "30", "count_female": "21", "count_male": "9"}, other={"n": "30", "count_male": "0"})
    study = direct(arms, {"sex": {"label": "Sex", "occasion": "baseline"}})
    told = beside(_with(study, eligibility={"sex": Eligible(excluded=("male",))}))["4.1"]
    assert told == "Left open: male 9 (one) (who could take part)."


def test_4_1_an_sd_that_nobody_within_the_limits_has() -> None:
    """Aged 18 to 40 with a mean of 38: everybody at the limits has an SD of 7.9 at most."""
    for sd, told in (("9", "Left open: SD 9 (one)"), ("6", "none impossible")):
        arms = groups("age", one={"n": "30", "mean": "38", "sd": sd, "minimum": "18", "maximum": "41"})
        limits = {"eligibility.age.at_least": ["18"], "eligibility.age.at_most": ["40"]}
        about = {"age": {"label": "Age", "occasion": "baseline", "complete": True}}
        assert told in beside(direct({**arms, **limits}, about))["4.1"]


def test_4_2_sizes_that_blocks_cannot_leave() -> None:
    study = direct({"arms.treated.allocated": ["48"], "arms.control.allocated": ["53"], "allocation.block": ["4"]}, {})
    study = _with(study, allocation=study.file.allocation.model_copy(update={"method": "blocks"}))
    assert "48 / 53 (blocks of at most 4 in 1 lists leave at most 2 between the arms" in beside(study)["4.2"]


def test_4_3_nine_of_eleven_rows_alike() -> None:
    prints: dict[str, list[str]] = {}
    abouts: dict[str, dict[str, Any]] = {}
    for k in range(11):
        other = f"{20 + k}.{'25' if k < 9 else '31'}"
        arm = {"n": "40", "mean": f"{20 + k}.25", "sd": "5.10"}
        prints |= groups(f"row {k}", treated=arm, control={**arm, "mean": other})
        abouts[f"row {k}"] = {"label": f"row {k}", "occasion": "baseline"}
    told = beside(direct(prints, abouts))["4.3"]
    assert "9 of 11" in told
    assert "< 1 /" in told


def test_4_6_more_in_the_results_than_were_allocated() -> None:
    sizes = {"arms.treated.allocated": ["50"], "arms.control.allocated": ["50"], "flow.planned": ["40"]}
    results = groups(
        "pain", treated={"n": "77", "mean": "3.1", "sd": "1.2"}, control={"n": "76", "mean": "3.3", "sd": "1"}
    )
    told = beside(direct({**sizes, **results}, {"pain": {"label": "Pain", "test": "independent t"}}))["4.6"]
    assert "a comparison holds more than the 100 who were allocated" in told
    assert "40 planned, 100 allocated" in told


def test_4_8_means_of_whole_numbers() -> None:
    assert "Cannot agree: mean 9.96" in beside(apgar("9.96"))["4.8"]


def test_4_9_no_test_of_one_table_gives_either_p() -> None:
    for p in ("0.82", "0.0004"):
        assert f"Cannot agree: p = {p}" in beside(sexes(p))["4.9"]
    assert "none impossible" in beside(t_test("0.02"))["4.9"]


def test_4_10_parts_that_do_not_make_the_whole() -> None:
    assert "Cannot agree: mean 7.3 of 41" in beside(quality("7.3"))["4.10"]


PARTS = st.lists(st.lists(st.floats(-50, 50), min_size=2, max_size=12), min_size=2, max_size=5)


@given(PARTS, st.integers(0, 3), st.integers(0, 1), st.integers(0, 1))
def test_honest_parts_are_never_accused(parts: list[list[float]], decimals: int, own: int, of_all: int) -> None:
    def printed(x: list[float], ddof: int) -> dict[str, str]:
        return {"n": str(len(x)), "mean": f"{np.mean(x):.{decimals}f}", "sd": f"{np.std(x, ddof=ddof):.{decimals}f}"}

    everybody = printed([value for x in parts for value in x], of_all)
    prints = groups("by", **{f"part {k}": printed(x, own) for k, x in enumerate(parts)})
    prints |= {f"tests.by.whole.{part}": [text] for part, text in everybody.items()}
    study = direct(prints, {"by": {"label": "By", "complete": True}})
    assert [finding.status for finding in subgroups(study)] == ["consistent"] * 2


def test_an_sd_that_the_parts_cannot_have() -> None:
    parts = groups("age", under={"n": "30", "mean": "6.2", "sd": "1.0"}, over={"n": "11", "mean": "7.4", "sd": "1.2"})
    for sd, status in (("1.17", "consistent"), ("1.71", "inconsistent")):
        whole = {f"tests.age.whole.{part}": [text] for part, text in (("n", "41"), ("mean", "6.5"), ("sd", sd))}
        study = direct({**parts, **whole}, {"age": {"label": "Quality", "complete": True}})
        assert [finding.status for finding in subgroups(study)] == ["consistent", status]


def test_where_some_may_not_have_answered_it_is_left_open() -> None:
    assert [finding.status for finding in subgroups(quality("7.3", complete=False))] == ["undecided"]
    assert [finding.status for finding in subgroups(quality("6.5", complete=False))] == ["consistent"]


def test_a_missing_part_is_left_open() -> None:
    study = quality("7.3").printing({"tests.age.whole.n": "45"})
    assert [finding.status for finding in subgroups(study)] == ["undecided"]


def _with(study: Study, **parts: Any) -> Study:
    return Study(study.id, study.file.model_copy(update=parts), study.values)
