"""Dobson 1983, An Introduction to Statistical Modelling (R's PlantGrowth): weights of plants under three treatments.

R's `anova(lm(weight ~ group, PlantGrowth))`: F(2, 27) = 4.8461, p = 0.01591.
"""

from __future__ import annotations

from printed_groups import published, said

PRINTS = {"control": ("5.032", "0.583"), "treatment 1": ("4.661", "0.794"), "treatment 2": ("5.526", "0.443")}
GROUPS = {name: {"n": "10", "mean": mean, "sd": sd} for name, (mean, sd) in PRINTS.items()}


def test_f() -> None:
    study = published(GROUPS, {"F": "4.846", "df1": "2", "df2": "27", "eta2": "0.264"}, test="one-way ANOVA")
    assert set(said(study, "f_from_groups", "eta2_from_groups").values()) == {"consistent"}


def test_another_f() -> None:
    study = published(GROUPS, {"F": "4.486", "df1": "2", "df2": "27"}, test="one-way ANOVA")
    assert said(study, "f_from_groups") == {"f_from_groups": "inconsistent"}
