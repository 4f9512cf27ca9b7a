"""Medical Research Council 1948, doi:10.1136/bmj.2.4582.769, table II: streptomycin for tuberculosis of the lungs.

After six months 4 of 55 patients with streptomycin had died and 14 of 52 without; the report says of the difference
that the probability of it occurring by chance is less than one in a hundred.
"""

from __future__ import annotations

from printed_groups import published, said

GROUPS = {
    "streptomycin": {"n": "55", "count.died": "4", "count.lived": "51", "percent.died": "7%"},
    "bed rest": {"n": "52", "count.died": "14", "count.lived": "38", "percent.died": "27%"},
}


def test_less_than_one_in_a_hundred() -> None:
    study = published(GROUPS, {"p": "< 0.01", "n": "107"}, test="chi-squared", measure="binary")
    assert set(said(study, "p_from_counts", "groups_total").values()) == {"consistent"}


def test_not_less_than_one_in_a_thousand() -> None:
    study = published(GROUPS, {"p": "< 0.001"}, test="chi-squared", measure="binary")
    assert said(study, "p_from_counts") == {"p_from_counts": "inconsistent"}
