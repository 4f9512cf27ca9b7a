"""Student 1908, doi:10.1093/biomet/6.1.1, section IX: sleep gained by ten patients under two drugs (Cushny & Peebles).

The numbers are those that R prints for its data set `sleep` with t.test: paired, and Welch's as if in two groups.
"""

from of_tests import verdicts

PAIRED = {
    "n": "10", "estimate": "-1.58", "t": "-4.0621", "df": "9", "p": "0.002833", "ci.low": "-2.4598858",
    "ci.high": "-0.7001142", "ci.level": "95",
}  # fmt: skip
WELCH = {
    "groups.1.n": "10", "groups.2.n": "10", "groups.1.mean": "0.75", "groups.2.mean": "2.33", "t": "-1.8608",
    "df": "17.776", "p": "0.07939", "estimate": "-1.58", "ci.low": "-3.3654832", "ci.high": "0.2054832",
    "ci.level": "95",
}  # fmt: skip


def test_paired() -> None:
    found = verdicts(PAIRED, test="paired t")
    assert set(found.values()) == {"consistent"}
    assert {"p_statistic", "df_n", "ci_estimate", "ci_p"} <= set(found)


def test_welch() -> None:
    found = verdicts(WELCH, test="Welch t")
    assert set(found.values()) == {"consistent"}
    assert {"p_statistic", "df_n", "ci_estimate", "ci_p"} <= set(found)


def test_the_p_of_the_other_analysis() -> None:
    """Welch's p beside the paired t, and Student's 18 degrees of freedom under pairs."""
    assert verdicts({**PAIRED, "p": "0.07939"}, test="paired t")["p_statistic"] == "inconsistent"
    assert verdicts({**PAIRED, "p": "0.07939"}, test="paired t")["ci_p"] == "inconsistent"
    assert verdicts({**PAIRED, "df": "18"}, test="paired t")["df_n"] == "inconsistent"
