"""Dobson 1983, An Introduction to Statistical Modelling (R's PlantGrowth): weights of plants under three treatments.

R's `anova(lm(weight ~ group, PlantGrowth))`: F(2, 27) = 4.8461, p = 0.01591.
"""

from __future__ import annotations

from published_cases import altered, groups_of, right

PRINTS = {"control": ("5.032", "0.583"), "treatment 1": ("4.661", "0.794"), "treatment 2": ("5.526", "0.443")}
GROUPS = {name: {"n": "10", "mean": mean, "sd": sd} for name, (mean, sd) in PRINTS.items()}
TEST = {"F": "4.846", "df1": "2", "df2": "27", "p": "0.01591", "eta2": "0.264"}
WHERE = "anova of PlantGrowth"

PUBLISHED = [
    right(
        groups_of(GROUPS, TEST, test="one-way ANOVA"), "f_from_groups", "eta2_from_groups", "df_n", "p_statistic",
        "repeated_sds", where=WHERE,
    ),
    altered(
        groups_of(GROUPS, {**TEST, "F": "4.486"}, test="one-way ANOVA"), "f_from_groups",
        where=f"{WHERE}; 4.486 for 4.846",
    ),
    altered(
        groups_of(GROUPS, {**TEST, "eta2": "0.462"}, test="one-way ANOVA"), "eta2_from_groups",
        where=f"{WHERE}; .462 for .264",
    ),
    altered(
        groups_of({**GROUPS, "treatment 1": GROUPS["control"]}, {}), "repeated_sds",
        where=f"{WHERE}; the first row printed twice", says="implausible",
    ),
]  # fmt: skip
