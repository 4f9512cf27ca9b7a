"""What is shown of two groups by two outcomes: streptomycin 1948, 4 of 55 against 14 of 52 deaths."""

from __future__ import annotations

from dataclasses import replace
from math import sqrt

import pytest
from honest_tests import direct
from statsmodels.stats.proportion import confint_proportions_2indep

from reread import words
from reread.notebook.views import two_shares
from reread.statistics.two_shares import Arm, difference, extremes, tipping
from reread.study.values import Study

COUNTS = {
    "tests.deaths.groups.rest.n": ["52"], "tests.deaths.groups.rest.count.died": ["14"],
    "tests.deaths.groups.drug.n": ["55"], "tests.deaths.groups.drug.count.died": ["4"],
}  # fmt: skip
ABOUT = {"deaths": {"label": "Deaths", "test": "chi-squared", "measure": "binary", "complete": True}}


def rows(study: Study) -> dict[str, list[str]]:
    (view,) = two_shares.views(study, 0.05, 0.95, words.load("en"))
    return {str(row[0]): [str(cell) for cell in row[1:]] for row in view.rows}


def test_of_a_trial_no_confounder_is_asked_for() -> None:
    found = rows(direct(COUNTS, ABOUT))
    assert found["risk difference"][0] == "−0.197"
    assert found["risk ratio"] == ["0.27", "0.10 … 0.77"]
    assert found["p, Fisher's exact test"][0] == "0.0090"
    assert not any("confounder" in name for name in found)


def test_where_chance_did_not_form_the_groups_it_is() -> None:
    study = direct(COUNTS, ABOUT)
    design = study.file.design.model_copy(update={"kind": "two-group non-randomised"})
    found = rows(replace(study, file=study.file.model_copy(update={"design": design})))
    assert found["an unmeasured confounder that leaves nothing of the risk ratio (E-value)"][0] == "6.86"


def test_the_lost_have_a_row_where_the_flow_tells_them() -> None:
    flow = {"arms.rest.allocated": ["52"], "arms.drug.allocated": ["65"]}
    found = rows(direct({**COUNTS, **flow}, ABOUT))
    low, high = extremes(Arm(14, 52, 52), Arm(4, 55, 65))
    shown = found["risk difference of all who were allocated, whatever the lost had"][1]
    assert shown == f"−{abs(low):.3f} … −{abs(high):.3f}"
    assert low == pytest.approx(4 / 65 - 14 / 52)
    assert high == pytest.approx(14 / 65 - 14 / 52)


@pytest.mark.parametrize("table", [(56, 70, 48, 80), (9, 10, 3, 10), (6, 7, 2, 7), (5, 56, 0, 29), (0, 10, 0, 20)])
def test_newcombe_as_statsmodels_has_it(table: tuple[int, int, int, int]) -> None:
    other = confint_proportions_2indep(*table, method="newcomb")
    assert difference(*table)[1] == pytest.approx(tuple(other), abs=6e-5)


def test_nothing_tips_what_is_not_significant() -> None:
    assert tipping(Arm(5, 50, 60), Arm(6, 50, 60)) == 0
    assert tipping(Arm(50, 100, 100), Arm(0, 100, 101)) is None


def test_of_cases_and_controls_only_the_odds_say_anything() -> None:
    """Doll & Hill 1950, doi:10.1136/bmj.2.4682.739: 647 of 649 men with and 622 of 649 without cancer had smoked."""
    counts = {
        "tests.smoked.groups.cases.n": ["649"], "tests.smoked.groups.cases.count.smoked": ["647"],
        "tests.smoked.groups.controls.n": ["649"], "tests.smoked.groups.controls.count.smoked": ["622"],
    }  # fmt: skip
    study = direct(counts, {"smoked": {**ABOUT["deaths"], "label": "Smoked"}})
    design = study.file.design.model_copy(update={"kind": "case-control"})
    found = rows(replace(study, file=study.file.model_copy(update={"design": design})))
    assert not [name for name in found if name.startswith("risk")]
    odds = (622 / 27) / (647 / 2)
    told = next(value[0] for name, value in found.items() if "odds ratio, where the outcome is rare" in name)
    assert float(told) == pytest.approx(1 / odds + sqrt(1 / odds * (1 / odds - 1)), rel=1e-3)
