"""Lakens 2013, doi:10.3389/fpsyg.2013.00863: two groups of ten movie ratings.

t(18) = 2.52, p = .022, d = 1.13, g = 1.08; the same as an analysis of variance: F(1, 18) = 6.34, η² = .26.
"""

from published_cases import altered, reported, right

GROUPS = {
    "groups.1.n": "10", "groups.2.n": "10", "groups.1.mean": "8.7", "groups.1.sd": "0.82", "groups.2.mean": "7.7",
    "groups.2.sd": "0.95",
}  # fmt: skip
T = {**GROUPS, "t": "2.52", "df": "18", "p": ".022", "d": "1.13", "g": "1.08"}
F = {**GROUPS, "F": "6.34", "df1": "1", "df2": "18", "p": ".022", "eta2": ".26"}
ALONE = {part: text for part, text in T.items() if not part.endswith((".mean", ".sd"))}
TOTAL = {"groups.1.mean": "8.7", "groups.2.mean": "7.7", "n": "20"}
EFFECT = "effect_from_statistic"
RATINGS = {"measure": "integer score", "complete": True}

PUBLISHED = [
    right(
        reported(T, test="independent t"), "p_statistic", "df_n", EFFECT, "d_from_groups", "t_from_groups",
        "p_from_groups", where="t-test",
    ),
    right(
        reported(F, test="one-way ANOVA"), "p_statistic", "df_n", EFFECT, "f_from_groups", "eta2_from_groups",
        where="analysis of variance",
    ),
    right(reported(T, test="independent t", **RATINGS), "grim", "grimmer", where="t-test"),
    right(
        reported(TOTAL, test="independent t", **RATINGS), "unknown_sizes",
        where="t-test, had only the number of all ratings been printed",
    ),
    altered(reported({**T, "d": "0.56"}, test="independent t"), EFFECT, where="t-test; .56 for 1.13"),
    altered(
        reported({**T, "d": "3.11"}, test="independent t", complete=True), "d_from_groups",
        where="t-test; 3.11 for 1.13",
    ),
    altered(reported({**F, "eta2": ".62"}, test="one-way ANOVA"), EFFECT, where="analysis of variance; .62 for .26"),
    altered(
        reported({**F, "eta2": ".12"}, test="ANOVA"), EFFECT, where="an analysis of variance with more in it",
        says="undecided",
    ),
    altered(
        reported({**ALONE, "d": "0.56"}, test="independent t"), EFFECT, says="undecided",
        where="without means and SDs d may be another",
    ),
    altered(
        reported({**TOTAL, "groups.1.mean": "8.73", "groups.2.mean": "7.77"}, test="independent t", **RATINGS),
        "unknown_sizes", where="t-test; 8.73 and 7.77 for 8.70 and 7.70",
    ),
]  # fmt: skip
