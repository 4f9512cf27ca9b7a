"""Medical Research Council 1948, doi:10.1136/bmj.2.4582.769: streptomycin for tuberculosis of the lungs.

After six months 4 of 55 patients with streptomycin had died and 14 of 52 without; the report says of the difference
that the probability of it occurring by chance is less than one in a hundred. z and the shares are computed here.
"""

from __future__ import annotations

from honest_tests import direct
from published_cases import altered, groups_of, right

from reread.study.values import Study

GROUPS = {
    "streptomycin": {"n": "55", "count.died": "4", "count.lived": "51", "percent.died": "7%", "percent.lived": "93%"},
    "bed rest": {"n": "52", "count.died": "14", "count.lived": "38", "percent.died": "27%", "percent.lived": "73%"},
}
WHERE = "deaths at six months"


def study(statistics: dict[str, str], test: str = "chi-squared", **bed_rest: str) -> Study:
    changed = {part.replace("_", "."): text for part, text in bed_rest.items()}
    groups = {**GROUPS, "bed rest": {**GROUPS["bed rest"], **changed}}
    return groups_of(groups, statistics, test=test, measure="binary")


def flow(total: str, lost: str = "0") -> Study:
    arms = {"arms.streptomycin.allocated": ["55"], "arms.bed rest.allocated": ["52"], "arms.bed rest.lost": [lost]}
    return direct({**arms, "flow.allocated": [total]}, {})


PUBLISHED = [
    right(flow("107"), "flow_adds_up", where="patients in the report"),
    altered(flow("107", lost="53"), "flow_adds_up", where="patients in the report; 53 of 52 lost"),
    right(
        study({"p": "< 0.01", "n": "107"}), "p_from_counts", "groups_total", "counts_total", "percent_of_count",
        "percents_total", where=WHERE,
    ),
    right(study({"p": "< 0.01"}), "p_zero", where=WHERE, says="nothing"),
    altered(study({"p": "< 0.001"}), "p_from_counts", where=f"{WHERE}; one in a thousand for one in a hundred"),
    altered(study({"n": "97"}), "groups_total", where=f"{WHERE}; 97 for 107 patients"),
    altered(study({}, percent_died="72%"), "percent_of_count", where=f"{WHERE}; 72 % for 27 %"),
    altered(study({}, percent_died="72%"), "percents_total", where=f"{WHERE}; 72 % for 27 %", says="implausible"),
    altered(study({"z": "7.22"}, test="z"), "proportions", where=f"{WHERE}; 7.22 for 2.72"),
]  # fmt: skip
