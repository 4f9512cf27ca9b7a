"""Bickel, Hammel & O'Connell 1975, doi:10.1126/science.187.4175.398, table 1: admissions to Berkeley by sex.

Of 8,442 men 3,738 were admitted, of 4,321 women 1,494; printed there: chi-squared 110.8 (corrected for continuity).
"""

from published_cases import altered, groups_of, right

GROUPS = {
    "men": {"n": "8442", "count.admitted": "3738", "count.denied": "4704"},
    "women": {"n": "4321", "count.admitted": "1494", "count.denied": "2827"},
}
TEST = {"chi2": "110.8", "df": "1", "p": "< 0.001"}

PUBLISHED = [
    right(groups_of(GROUPS, TEST, test="chi-squared"), "chi2_from_counts", "p_from_counts", "df_n", where="table 1"),
    altered(
        groups_of(GROUPS, {**TEST, "chi2": "101.8"}, test="chi-squared"), "chi2_from_counts",
        where="table 1; 101.8 for 110.8",
    ),
    altered(
        groups_of({**GROUPS, "men": {**GROUPS["men"], "count.denied": "4740"}}, {}), "counts_total",
        where="table 1; 4,740 men denied for 4,704",
    ),
]  # fmt: skip
