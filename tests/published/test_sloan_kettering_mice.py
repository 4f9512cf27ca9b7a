"""A textbook's example of data that cannot be (W. H. Freeman, supplement to chapter 9): six groups of 20 mice each.

Printed as shares of successes: 53, 58, 63, 46, 48 and 67 %, where 20 mice give multiples of 5 only. As a mouse may be
missing from a group, the check does not call them impossible.
"""

from published_cases import groups_of, wrong

SHARES = ("53%", "58%", "63%", "46%", "48%", "67%")
GROUPS = {f"group {k}": {"n": "20", "percent.success": share} for k, share in enumerate(SHARES, 1)}

PUBLISHED = [
    wrong(groups_of(GROUPS, {}, measure="binary"), "percent_of_count", where="example 6", says="undecided"),
]
