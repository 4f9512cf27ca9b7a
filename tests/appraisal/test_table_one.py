"""Are rows that are the same in both arms told with their chance, and is an honest table left in peace?"""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from honest_tests import direct

from reread import checks, words
from reread.appraisal import table_one
from reread.statistics.same_rows import at_least
from reread.study.values import Study

ROWS, TABLES = 10, 150
PROBE = (
    ("age", "27.10", "4.20", "0.31"), ("weight", "61.20", "7.10", "0.02"), ("height", "158.30", "5.40", "0.88"),
)  # fmt: skip


def table(rng: np.random.Generator) -> Study:
    """Ten rows correlated by one half, half of them whole numbers, printed as papers print, of two arms by chance."""
    n = int(rng.integers(20, 60))
    people = rng.multivariate_normal(np.zeros(ROWS), 0.5 * np.ones((ROWS, ROWS)) + 0.5 * np.eye(ROWS), 2 * n)
    prints: dict[str, list[str]] = {}
    for k in range(ROWS):
        scores = people[:, k] * rng.uniform(1, 15) + rng.uniform(20, 80)
        scores = scores.round() if k % 2 else scores
        decimals = int(rng.integers(0, 3))
        for arm, its in (("treated", scores[:n]), ("control", scores[n:])):
            role = f"tests.row {k}.groups.{arm}"
            prints[f"{role}.n"] = [str(n)]
            prints[f"{role}.mean"] = [f"{its.mean():.{decimals}f}"]
            prints[f"{role}.sd"] = [f"{its.std(ddof=1):.{decimals}f}"]
    return direct(prints, {f"row {k}": {"label": f"row {k}", "occasion": "baseline"} for k in range(ROWS)})


@pytest.mark.parametrize("correlation", [0.0, table_one.CORRELATED])
def test_honest_tables_are_seldom_called_rare(correlation: float) -> None:
    """At most as often as is said: a chance below 1 in 20 is told of fewer than 1 in 20 honest tables."""
    rng, rare = np.random.default_rng(20250701), 0
    for _ in range(TABLES):
        rows = table_one.rows(table(rng))
        same = sum(row.same for row in rows)
        rare += bool(same) and at_least(same, [row.chance for row in rows], correlation) < 0.05
    assert rare <= 0.05 * TABLES


def test_equal_means_and_counts_have_a_p_of_1_and_are_rows_that_are_the_same() -> None:
    prints: dict[str, list[str]] = {}
    abouts: dict[str, dict[str, Any]] = {}
    for name, mean, sd, p in PROBE:
        abouts[name] = {"label": name, "occasion": "baseline", "test": "independent t", "complete": True}
        prints[f"tests.{name}.p"] = [p]
        for arm in ("massage", "control"):
            role = f"tests.{name}.groups.{arm}"
            prints |= {f"{role}.n": ["30"], f"{role}.mean": [mean], f"{role}.sd": [sd]}
    abouts["first"] = {"label": "first child", "occasion": "baseline", "test": "chi-squared", "complete": True}
    prints["tests.first.p"] = ["0.02"]
    for arm in ("massage", "control"):
        prints |= {f"tests.first.groups.{arm}.n": ["30"], f"tests.first.groups.{arm}.count.yes": ["15"]}
    study = direct(prints, abouts)
    found = [f for check in ("p_from_groups", "p_from_counts") for f in checks.found()[check](study)]
    assert [finding.status for finding in found] == ["inconsistent"] * 4
    key, told, values = next(table_one.facts(study))
    assert (key, told["same"], told["rows"]) == ("rows_same", "4", "4")
    assert told["independent"].startswith("< 1 / 1")
    assert len(values) == 14
    ones = study.printing({f"tests.{name}.p": "1.00" for name in abouts})
    assert {f.status for check in ("p_from_groups", "p_from_counts") for f in checks.found()[check](ones)} == {
        "consistent"
    }


def test_other_methods_of_allocation_get_no_chance_of_sizes() -> None:
    study = direct({"arms.a.allocated": ["30"], "arms.b.allocated": ["30"]}, {})
    assert [key for key, _, _ in table_one.facts(study)] == ["sizes_by_chance"]
    blocks = study.file.model_copy(update={"allocation": study.file.allocation.model_copy(update={"method": "blocks"})})
    assert list(table_one.facts(Study("x", blocks, study.values))) == []
    for language in words.languages():
        assert words.load(language)("appraisal.computed.sizes_by_chance.because", near="10", far="100")
