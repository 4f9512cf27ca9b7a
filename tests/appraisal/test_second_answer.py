"""Does the second answer say of each kind of design what this study prints of it?"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any, get_args

import numpy as np
import pytest
from honest_tests import direct

from reread import rivals, words
from reread.appraisal.judge import appraisal, computed
from reread.appraisal.second_answer import points
from reread.notebook.views import compared
from reread.notebook.views import two_groups as view
from reread.rivals.two_groups import Shares, TwoGroups
from reread.statistics.confounding import e_value
from reread.study.file import Design
from reread.study.values import Study

KINDS = [kind for kind in get_args(Design.model_fields["kind"].annotation) if kind != "not stated"]
PAIN = {
    "tests.pain.groups.rest.n": ["40"], "tests.pain.groups.rest.mean": ["5.0"], "tests.pain.groups.rest.sd": ["2.0"],
    "tests.pain.groups.heat.n": ["38"], "tests.pain.groups.heat.mean": ["4.0"], "tests.pain.groups.heat.sd": ["2.0"],
}  # fmt: skip
AGE = {role.replace("pain", "age"): ["41.0"] if role.endswith("heat.mean") else text for role, text in PAIN.items()}


def designed(study: Study, kind: str) -> Study:
    design = study.file.design.model_copy(update={"kind": kind})
    return replace(study, file=study.file.model_copy(update={"design": design}))


def said(study: Study, kind: str, language: str = "en") -> list[str]:
    say = words.load(language)
    return [say(f"appraisal.open.{point}", **told) for point, told in points(designed(study, kind))]


@pytest.mark.parametrize("language", words.languages())
@pytest.mark.parametrize("kind", KINDS)
def test_every_design_has_its_words(kind: str, language: str) -> None:
    say = words.load(language)
    key = f"appraisal.designs.{kind.replace(' ', '_').replace('-', '_')}"
    assert all(say(f"{key}.{part}") for part in ("tells", "say", "because"))
    assert say(f"page.designs.{kind}")


def test_a_trial_says_who_is_missing() -> None:
    about: dict[str, Any] = {"pain": {"label": "Pain", "test": "independent t"}}
    assert said(direct(PAIN, about), "two-group randomised") == [
        "How many of those allocated were analysed is not told."
    ]
    flow = {f"arms.{arm}.{part}": [n] for arm, (a, b) in {"rest": ("44", "40"), "heat": ("41", "38")}.items()
            for part, n in (("allocated", a), ("analysed", b))}  # fmt: skip
    assert said(direct({**PAIN, **flow}, about), "two-group randomised") == [
        "7 of the 85 who were allocated are not analysed."
    ]
    allocated = {role: n for role, n in flow.items() if role.endswith("allocated")}
    study = direct({**PAIN, **allocated}, about)
    rests = replace(study, file=study.file.model_copy(update={"rests_on": ("tests.pain.p",)}))
    assert said(study, "two-group randomised") == ["How many of those allocated were analysed is not told."]
    assert said(rests, "two-group randomised") == ["7 of the 85 who were allocated are not analysed."]
    blocks = direct({**PAIN, **flow, "allocation.block": ["4"]}, about)
    assert said(blocks, "two-group randomised")[1] == "Arms of 44 / 41 lie farther apart than blocks of 4 leave."


@pytest.mark.parametrize("kind", ["two-group non-randomised", "cross-sectional", "case-control"])
def test_groups_not_by_chance_say_how_far_apart_they_were(kind: str) -> None:
    about: dict[str, Any] = {"pain": {"label": "Pain"}, "age": {"label": "Age", "occasion": "baseline"}}
    assert said(direct({**PAIN, **AGE}, about), kind) == ["The groups also lay 18.00 SD apart in Age."]
    told = said(direct(PAIN, {"pain": {"label": "Pain"}}), kind)
    assert told == ["No row that this file names says how alike the groups were before."]


def test_a_correlation_says_which_third_thing_would_print_it() -> None:
    study = direct({"tests.link.r": ["0.40"], "tests.link.n": ["50"]}, {"link": {"label": "Sleep", "test": "Pearson"}})
    (told,) = said(study, "cross-sectional")
    assert told == "A third thing correlated 0.63 with both would print r = 0.40 by itself."
    (inverse,) = said(study.printing({"tests.link.r": "-0.40"}), "cross-sectional")
    assert "0.63 with one and −0.63 with the other" in inverse
    x, rng = np.sqrt(0.4), np.random.default_rng(1)
    z = rng.standard_normal(400_000)
    both = [x * z + np.sqrt(1 - x * x) * rng.standard_normal(len(z)) for _ in range(2)]
    assert np.corrcoef(*both)[0, 1] == pytest.approx(0.40, abs=0.005)


def because(study: Study, folder: Path, language: str = "en") -> str:
    return str(appraisal(folder, designed(study, "cross-sectional"), [], words.load(language))["design"]["because"])


@pytest.mark.parametrize("test", ["Pearson", "Spearman", "regression"])
def test_a_correlation_has_no_groups(test: str, tmp_path: Path) -> None:
    alone = direct({"tests.link.r": ["0.40"], "tests.link.n": ["50"]}, {"link": {"label": "Sleep", "test": test}})
    both = direct(PAIN, {"pain": {"label": "Pain", "test": test, "occasion": "baseline"}})  # of two measures each
    for study in (alone, both):
        assert because(study, tmp_path) == (
            "Everything was measured at one time, so what came first is not seen; and nobody was assigned to anything, "
            "so who has more of one may differ in all else."
        )
        assert "kelompok" not in because(study, tmp_path, "id")
        assert not [each for each in said(study, "cross-sectional") if "groups" in each]


def test_groups_at_one_time_are_called_groups(tmp_path: Path) -> None:
    groups = (
        "Everything was measured at one time, so what came first is not seen, and the groups were not formed by chance."
    )
    assert because(direct(PAIN, {"pain": {"label": "Pain"}}), tmp_path) == groups
    assert (
        because(direct({"tests.pain.t": ["2.1"]}, {"pain": {"label": "Pain", "test": "Welch t"}}), tmp_path) == groups
    )


def test_a_crossover_says_which_carry_over_would_print_the_difference() -> None:
    study = direct({"tests.pain.estimate": ["1.5"]}, {"pain": {"label": "Pain", "unit": "cm", "test": "paired t"}})
    (told,) = said(study, "crossover")
    assert told.startswith(
        "A carry-over 3.00 cm larger from one treatment than from the other would print the difference of 1.50 cm"
    )
    first_then_second, second_then_first = 10.0 - (10.0 + 0.0), (10.0 + 3.0) - 10.0
    assert (first_then_second + second_then_first) / 2 == 1.5


def test_cases_and_controls_are_asked_of_recall_and_of_odds() -> None:
    groups = TwoGroups("x", Shares((20, 100), (40, 100)), False, by_outcome=True)
    found = {name: rivals.rival(name).simulate(groups, 1, rivals.chosen(name, {}), {}) for name in rivals.between()}
    assert [each.name for each in found["misclassification"]] == ["recalled"]
    assert found["unblinded_measurement"] == found["two_at_once"] == ()
    (strength,) = found["unmeasured_confounder"]
    assert strength.told["e_value"] == pytest.approx(e_value(40 * 80 / (20 * 60)))
    assert strength.half == pytest.approx(strength.told["e_value"], rel=0.06)


def test_a_crossover_is_no_comparison_of_groups() -> None:
    study = designed(direct(PAIN, {"pain": {"label": "Pain", "test": "independent t"}}), "crossover")
    assert compared.asked(study) is not None
    assert view.names(study) == ()


def test_rows_about_arms_have_their_lines() -> None:
    flow = {"arms.rest.allocated": ["40"], "arms.heat.allocated": ["38"]}
    rows = list(computed(direct({**PAIN, **flow}, {"pain": {"label": "Pain"}}), [], words.load("en")))
    sizes = next(row for row in rows if row["item"] == "Sizes of the arms")
    assert sizes["place"].startswith("lines ")
