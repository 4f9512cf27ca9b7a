"""Altman & Bland 2011, doi:10.1136/bmj.d2090: an interval from an estimate and its p.

A difference of 17 percentage points with p = .032 has SE 7.940 and the 95 % interval 1.4 to 32.6; a relative risk of
0.30 with p = .034 the interval 0.10 to 0.91 by their formula (0.098 to 0.915).
"""

from published_cases import altered, reported, right

DIFFERENCE = {
    "estimate": "17", "se": "7.940", "z": "2.141", "p": "0.032", "ci.low": "1.4", "ci.high": "32.6", "ci.level": "95%",
}  # fmt: skip
RATIO = {"RR": "0.30", "p": "0.034", "ci.low": "0.10", "ci.high": "0.91", "ci.level": "95%"}
T = {"estimate": "17", "se": "7.940", "t": "2.141", "ci.low": "1.4", "ci.high": "32.6", "ci.level": "95%"}
MANY = {"groups.a.n": "400", "groups.b.n": "400"}  # so that t and z are one

PUBLISHED = [
    right(
        reported(DIFFERENCE, test="z"), "p_statistic", "ci_estimate", "ci_se", "statistic_se", "ci_p", "possible_value",
        where="first example",
    ),
    right(reported(RATIO, test="regression"), "ci_estimate", "ci_p", where="second example"),
    right(
        reported({**RATIO, "ci.low": "1.11", "ci.high": "10.0"}), "ci_estimate",
        where="second example, interval of the reciprocal",
    ),
    altered(reported({**RATIO, "RR": "0.95"}), "ci_estimate", where="second example; 0.95 for 0.30"),
    altered(
        reported({**RATIO, "p": "0.34"}, test="regression"), "ci_p", where="second example; .34 for .034",
        says="undecided",
    ),
    altered(reported({**DIFFERENCE, "ci.level": "950%"}), "possible_value", where="first example; 950 for 95"),
    altered(reported({**DIFFERENCE, "p": "1.032"}, test="z"), "possible_value", where="first example; 1.032 for 0.032"),
    altered(
        reported({**T, **MANY, "se": "4.790", "df": "798"}, test="independent t", complete=True), "ci_se",
        "statistic_se", where="first example as a t of large groups; 4.790 for 7.940",
    ),
]  # fmt: skip
