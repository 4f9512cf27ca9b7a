"""Agresti 2019, An Introduction to Categorical Data Analysis, 3rd edition, table 2.2 (p. 30) and p. 34.

Infarctions in the Physicians' Health Study: 189 of 11,034 under placebo and 104 of 11,037 under aspirin; odds ratio
1.83 (1.44 to 2.33), relative risk 1.82.
"""

from published_cases import altered, reported, right

from reread.study.values import Study

COUNTS = {
    "groups.placebo.n": "11034", "groups.aspirin.n": "11037", "groups.placebo.count.infarction": "189",
    "groups.aspirin.count.infarction": "104",
}  # fmt: skip
ODDS = {"OR": "1.83", "ci.low": "1.44", "ci.high": "2.33", "ci.level": "95"}
RATIO = "ratio_from_counts"


def study(printed: dict[str, str], test: str = "chi-squared") -> Study:
    return reported({**COUNTS, **printed}, test=test, complete=True)


PUBLISHED = [
    right(study(ODDS), RATIO, where="p. 34"),
    right(study({"RR": "1.82"}), RATIO, where="table 2.2"),
    right(study({"RR": "0.55"}), RATIO, where="table 2.2, aspirin first"),
    altered(study({"OR": "2.18"}), RATIO, where="p. 34; 2.18 for 1.83"),
    altered(study({**ODDS, "ci.high": "5.33"}), RATIO, where="p. 34; 5.33 for 2.33"),
    altered(study({"RR": "2.18"}), RATIO, where="table 2.2; by hand from 2 % and 1 %", says="undecided"),
    altered(study({"OR": "2.18"}, test="not stated"), RATIO, where="p. 34, test unknown", says="undecided"),
    right(study({"OR": "2.18"}, test="regression"), RATIO, where="of an adjusted ratio: no word", says="nothing"),
]
