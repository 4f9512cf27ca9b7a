"""Agresti 2007, An Introduction to Categorical Data Analysis, 2nd edition, table 2.3, sections 2.2.3 and 2.3.3.

Infarctions in the Physicians' Health Study: 189 of 11,034 under placebo and 104 of 11,037 under aspirin; odds ratio
1.83 (1.44 to 2.33), relative risk 1.82.
"""

from of_tests import verdicts

COUNTS = {
    "groups.placebo.n": "11034", "groups.aspirin.n": "11037", "groups.placebo.count.infarction": "189",
    "groups.aspirin.count.infarction": "104",
}  # fmt: skip
ODDS = {**COUNTS, "OR": "1.83", "ci.low": "1.44", "ci.high": "2.33", "ci.level": "95"}


def of(printed: dict[str, str]) -> str:
    return verdicts(printed, test="chi-squared", complete=True)["ratio_from_counts"]


def test_odds_ratio() -> None:
    assert of(ODDS) == "consistent"


def test_relative_risk() -> None:
    assert of({**COUNTS, "RR": "1.82"}) == "consistent"
    assert of({**COUNTS, "RR": "0.55"}) == "consistent"  # aspirin first


def test_what_cannot_be() -> None:
    assert of({**COUNTS, "OR": "2.18"}) == "inconsistent"
    assert of({**COUNTS, "RR": "2.18"}) == "undecided"  # by hand from 2 % and 1 %
    assert of({**ODDS, "ci.high": "5.33"}) == "inconsistent"
    assert verdicts({**COUNTS, "OR": "2.18"}, test="not stated")["ratio_from_counts"] == "undecided"
    assert "ratio_from_counts" not in verdicts({**COUNTS, "OR": "2.18"}, test="regression")
