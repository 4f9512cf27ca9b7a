"""Which printed numbers follow from each other under a convention: what is left open, and what is still found wrong."""

from __future__ import annotations

from typing import Any

import pytest
from as_read import checked
from honest_conventions import direct

from reread import checks
from reread.documents import from_text

GROUPS = {"groups.a.n": "12", "groups.a.mean": "29.5", "groups.a.sd": "11.0",
          "groups.b.n": "12", "groups.b.mean": "42.2", "groups.b.sd": "19.2"}  # fmt: skip
COUNTS = {"groups.a.n": "40", "groups.a.count.yes": "10", "groups.b.n": "40", "groups.b.count.yes": "22"}


def said(prints: dict[str, str], about: dict[str, Any], methods: tuple[str, ...] = ()) -> dict[str, str]:
    """What each check says of one test."""
    printed = {f"tests.x.{role}": [text] for role, text in prints.items()}
    study = direct(printed, {"x": {"label": "X", "complete": True, **about}}, list(methods), [])
    return {finding.check: finding.status for finding in checks.findings(study)}


@pytest.mark.parametrize("methods", [(), ("transformed",)])
def test_a_ratio_of_geometric_means_with_its_interval(methods: tuple[str, ...]) -> None:
    prints = {**GROUPS, "t": "2.1", "df": "22", "estimate": "1.4", "ci.low": "1.0", "ci.high": "2.0"}
    about = {"test": "independent t", "obtained": {} if methods else "transformed"}
    told = said(prints, about, methods)
    assert "inconsistent" not in told.values()
    assert said(prints, {"test": "independent t"})["ci_t"] == "inconsistent"


def test_an_adjusted_interval_is_compared_with_its_own_estimate() -> None:
    """Not with the raw means; where all are said to be adjusted, one that does not follow from them is found."""
    parts = ("statistic", "p", "ci", "estimate")
    adjusted = {"test": "independent t", "obtained": dict.fromkeys(parts, "adjusted")}
    prints = {**GROUPS, "t": "2.50", "df": "21", "estimate": "10.0", "ci.low": "1.7", "ci.high": "18.3"}
    assert said(prints, adjusted)["ci_t"] == "consistent"
    assert said(prints, {"test": "independent t"})["ci_t"] == "inconsistent"
    assert said({**prints, "ci.low": "6.7", "ci.high": "13.3"}, adjusted)["ci_t"] == "inconsistent"


def test_degrees_of_freedom_that_are_not_printed_are_not_certain_beside_a_model() -> None:
    prints = {**GROUPS, "t": "2.50", "p": "0.0212"}  # df are 21, and not 22
    assert said(prints, {"test": "independent t", "obtained": "adjusted"})["p_statistic"] != "inconsistent"
    assert said({**prints, "p": "0.212"}, {"test": "independent t"})["p_statistic"] == "inconsistent"
    assert said({**prints, "df": "21", "p": "0.212"}, {"test": "independent t", "obtained": "adjusted"})[
        "p_statistic"
    ] == "inconsistent"  # fmt: skip


@pytest.mark.parametrize("methods", [(), ("pooled error",)])
def test_the_error_of_all_groups_has_more_degrees_of_freedom_and_another_d(methods: tuple[str, ...]) -> None:
    prints = {**GROUPS, "t": "1.80", "df": "56", "d": "0.70"}
    about = {"test": "independent t", "obtained": {} if methods else "pooled error"}
    assert "inconsistent" not in said(prints, about, methods).values()
    assert said(prints, {"test": "independent t"})["df_n"] == "inconsistent"
    assert said({**GROUPS, "t": "1.80", "df": "56"}, {"test": "independent t", "obtained": "transformed"})[
        "df_n"
    ] == "inconsistent"  # fmt: skip


@pytest.mark.parametrize("methods", [(), ("design-based",)])
@pytest.mark.parametrize(("chi2", "p"), [("7.50", "0.030"), ("4.70", "0.030")])
def test_chi_squared_of_clustered_people(chi2: str, p: str, methods: tuple[str, ...]) -> None:
    """Papers print the uncorrected one beside the corrected p, and the corrected one beside the counts."""
    about = {"test": "chi-squared", "measure": "binary", "obtained": {} if methods else "design-based"}
    assert "inconsistent" not in said({**COUNTS, "chi2": chi2, "df": "1", "p": p}, about, methods).values()
    usual = {**about, "obtained": {"p": "design-based", "statistic": "as usual"}}
    assert said({**COUNTS, "chi2": "9.50", "df": "1", "p": p}, usual, methods)["chi2_from_counts"] == "inconsistent"


def test_nobody_in_any_category_breaks_no_check() -> None:
    prints = {"groups.a.n": "4", "groups.a.count.yes": "0", "groups.a.count.no": "0", "groups.a.percent.yes": "0"}
    assert said(prints, {"complete": False})["percent_of_count"] == "consistent"


def test_a_one_sided_p_in_the_other_direction_is_asked_about() -> None:
    """Also where a p adjusted for several tests, of which the document says nothing, would be as large."""
    _, findings = checked(from_text("All tests were one-sided. The score fell, t(16) = -0.51, p = .6926."))
    assert [finding.status for finding in findings if finding.check == "p_statistic"] == ["undecided"]
