"""StataCorp, Base Reference Manual, [R] ranksum: mileage of 12 cars with and 12 without a fuel treatment (`fuel2`).

Printed: rank sums 128 and 172, z = −1.279, Prob > |z| = 0.2010. U = 128 − 12 × 13 / 2 = 50.
"""

from published_cases import altered, groups_of, right

GROUPS = {"untreated": {"n": "12"}, "treated": {"n": "12"}}
TEST = {"U": "50", "z": "-1.279", "p": "0.2010"}

PUBLISHED = [
    right(
        groups_of(GROUPS, TEST, test="Mann-Whitney"), "rank_z", "rank_statistic", "rank_p", "p_statistic",
        where="ranksum mpg, by(treat)",
    ),
    altered(
        groups_of(GROUPS, {**TEST, "z": "-1.129"}, test="Mann-Whitney"), "rank_z",
        where="ranksum mpg, by(treat); −1.129 for −1.279",
    ),
]  # fmt: skip
