"""Loo et al. 2024, doi:10.1001/jamanetworkopen.2024.1860: spending on children's mental health, $3,004 to $4,361.

Printed as a rise of 31.1 % at first; corrected by the journal (PMC11022109) to 45.2 %. Amounts and correction at second
hand, as a collection of corrected errors quotes them; 31.1 % and $4,361 also stood in the press.
"""

from published_cases import right, twice_measured, wrong

SPENT = {"before.mean": "3004", "after.mean": "4361"}
PUBLISHED = [
    wrong(
        twice_measured({**SPENT, "change.percent": "31.1%"}, test="not stated"), "percent_change", says="undecided",
        where="results, as first published",
    ),
    right(
        twice_measured({**SPENT, "change.percent": "45.2%"}, test="not stated"), "percent_change",
        where="results, as corrected",
    ),
]  # fmt: skip
