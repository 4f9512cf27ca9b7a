"""NHANES: glasses or contact lenses worn for distance, by 1,181 of 3,195 men and 1,584 of 3,350 women.

Stata's `prtest VIQ220, by(RIAGENDR)`, as printed in a worked solution: .3696401 and .4728358, z = −8.45.
"""

from published_cases import altered, groups_of, right

GROUPS = {"1": {"n": "3195", "count.yes": "1181"}, "2": {"n": "3350", "count.yes": "1584"}}

PUBLISHED = [
    right(groups_of(GROUPS, {"z": "-8.45"}, test="z", measure="binary"), "proportions", where="prtest VIQ220"),
    altered(
        groups_of(GROUPS, {"z": "-4.85"}, test="z", measure="binary"), "proportions",
        where="prtest VIQ220; −4.85 for −8.45",
    ),
]  # fmt: skip
