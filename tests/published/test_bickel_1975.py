"""Bickel, Hammel & O'Connell 1975, doi:10.1126/science.187.4175.398, table 1: admissions to Berkeley by sex.

Of 8,442 men 3,738 were admitted, of 4,321 women 1,494; printed there: chi-squared 110.8 (corrected for continuity).
"""

from __future__ import annotations

from printed_groups import published, said

MEN = {"n": "8442", "count.admitted": "3738", "count.denied": "4704"}
WOMEN = {"n": "4321", "count.admitted": "1494", "count.denied": "2827"}


def test_chi_squared() -> None:
    study = published({"men": MEN, "women": WOMEN}, {"chi2": "110.8", "df": "1", "p": "< 0.001"}, test="chi-squared")
    assert set(said(study, "chi2_from_counts", "p_from_counts").values()) == {"consistent"}


def test_another_number() -> None:
    study = published({"men": MEN, "women": WOMEN}, {"chi2": "101.8", "df": "1"}, test="chi-squared")
    assert said(study, "chi2_from_counts") == {"chi2_from_counts": "inconsistent"}
