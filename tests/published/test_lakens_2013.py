"""Lakens 2013, doi:10.3389/fpsyg.2013.00863: two groups of ten movie ratings.

t(18) = 2.52, p = .022, d = 1.13, g = 1.08; the same as an analysis of variance: F(1, 18) = 6.34, η² = .26.
"""

from of_tests import verdicts

GROUPS = {
    "groups.1.n": "10", "groups.2.n": "10", "groups.1.mean": "8.7", "groups.1.sd": "0.82", "groups.2.mean": "7.7",
    "groups.2.sd": "0.95",
}  # fmt: skip
T = {**GROUPS, "t": "2.52", "df": "18", "p": ".022", "d": "1.13", "g": "1.08"}
F = {**GROUPS, "F": "6.34", "df1": "1", "df2": "18", "p": ".022", "eta2": ".26"}


def test_t() -> None:
    found = verdicts(T, test="independent t")
    assert {found[name] for name in ("p_statistic", "df_n", "effect_from_statistic")} == {"consistent"}


def test_f() -> None:
    found = verdicts(F, test="one-way ANOVA")
    assert {found[name] for name in ("p_statistic", "df_n", "effect_from_statistic")} == {"consistent"}


def test_what_cannot_be() -> None:
    assert verdicts({**T, "d": "0.56"}, test="independent t")["effect_from_statistic"] == "inconsistent"
    assert verdicts({**F, "eta2": ".62"}, test="one-way ANOVA")["effect_from_statistic"] == "inconsistent"
    assert verdicts({**F, "eta2": ".62"}, test="ANOVA")["effect_from_statistic"] == "undecided"


def test_without_means_and_sds_d_may_be_another() -> None:
    alone = {role: text for role, text in T.items() if not role.endswith((".mean", ".sd"))}
    assert verdicts({**alone, "d": "0.56"}, test="independent t")["effect_from_statistic"] == "undecided"
