"""A t of a model without printed degrees of freedom: three or more are usual, fewer are possible."""

import pytest
from published_cases import reported

from reread import checks


@pytest.mark.parametrize(
    ("t", "p", "verdict"),
    [("0.18", ".877", "undecided"), ("0.18", ".860", "consistent"), ("2.00", ".40", "inconsistent")],
)
def test_few_degrees_of_freedom_are_left_open(t: str, p: str, verdict: str) -> None:
    """t = 0.18 with 2 degrees of freedom is p = .874; t = 2.00 has p = .295 with 1, the largest there is."""
    study = reported({"t": t, "p": p}, test="regression")
    (found,) = checks.found()["p_statistic"](study)
    assert found.status == verdict
