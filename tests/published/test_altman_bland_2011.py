"""Altman & Bland 2011, doi:10.1136/bmj.d2090: an interval from an estimate and its p.

A difference of 17 percentage points with p = .032 has SE 7.940 and the 95 % interval 1.4 to 32.6; a relative risk of
0.30 with p = .034 the interval 0.10 to 0.90.
"""

from of_tests import verdicts

DIFFERENCE = {
    "estimate": "17", "se": "7.940", "z": "2.141", "p": "0.032", "ci.low": "1.4", "ci.high": "32.6", "ci.level": "95%",
}  # fmt: skip
RATIO = {"RR": "0.30", "p": "0.034", "ci.low": "0.10", "ci.high": "0.90", "ci.level": "95%"}


def test_difference() -> None:
    found = verdicts(DIFFERENCE, test="z")
    assert set(found.values()) == {"consistent"}
    assert {"p_statistic", "ci_estimate", "ci_se", "statistic_se", "ci_p"} <= set(found)


def test_ratio() -> None:
    found = verdicts(RATIO, test="regression")
    assert set(found.values()) == {"consistent"}
    assert {"ci_estimate", "ci_p"} <= set(found)


def test_a_ratio_and_its_reciprocal_interval() -> None:
    assert verdicts({**RATIO, "ci.low": "1.11", "ci.high": "10.0"})["ci_estimate"] == "consistent"


def test_what_cannot_be() -> None:
    assert verdicts({**RATIO, "RR": "0.95"})["ci_estimate"] == "inconsistent"
    assert verdicts({**RATIO, "p": "0.34"}, test="regression")["ci_p"] == "undecided"
