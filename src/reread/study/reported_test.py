"""What may a study file say of a statistical test that is not the before–after comparison of an outcome?

Its groups with their summaries, its statistic, p and effect, each as a locator. Roles look like
`tests.pain.groups.massage.mean`.
"""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field, model_validator

from reread.files.written import Written
from reread.study.pointing import ConfidenceInterval, Locators, Measure, Sides


class Group(Written):
    """What is printed of one group in a test. `count` and `percent` have one entry per category."""

    n: Locators | None = None
    mean: Locators | None = None
    sd: Locators | None = None
    se: Locators | None = None
    median: Locators | None = None
    minimum: Locators | None = None
    maximum: Locators | None = None
    count: dict[str, Locators] = Field(default_factory=dict)
    percent: dict[str, Locators] = Field(default_factory=dict)


class ReportedTest(Written):
    """What is printed of one statistical test that is not a before–after outcome: its groups, statistic, p and effect.

    `scale` gives the least and the greatest possible score where the paper states them.
    """

    label: str
    test: Literal[
        "paired t",
        "independent t",
        "Welch t",
        "one-sample t",
        "one-way ANOVA",
        "ANOVA",
        "chi-squared",
        "Fisher",
        "McNemar",
        "Mann-Whitney",
        "Wilcoxon signed rank",
        "Kruskal-Wallis",
        "Pearson",
        "Spearman",
        "z",
        "Q",
        "regression",
        "not stated",
    ] = "not stated"
    sides: Sides = "not stated"
    measure: Measure = "continuous"
    unit: str = ""
    items: int = Field(default=1, ge=1)
    scale: tuple[int, int] | None = None
    complete: bool = False
    adjusted: bool = False  # the p is adjusted for several tests
    groups: dict[str, Group] = Field(default_factory=dict)
    n: Locators | None = None
    t: Locators | None = None
    df: Locators | None = None
    F: Locators | None = None
    df1: Locators | None = None
    df2: Locators | None = None
    chi2: Locators | None = None
    z: Locators | None = None
    r: Locators | None = None
    Q: Locators | None = None
    U: Locators | None = None
    W: Locators | None = None
    H: Locators | None = None
    p: Locators | None = None
    estimate: Locators | None = None  # a difference or a coefficient
    se: Locators | None = None
    ci: ConfidenceInterval | None = None  # of the estimate, else of the one ratio, difference in SDs or r printed
    d: Locators | None = None
    g: Locators | None = None
    eta2: Locators | None = None
    omega2: Locators | None = None
    r2: Locators | None = None
    OR: Locators | None = None
    RR: Locators | None = None
    HR: Locators | None = None

    @model_validator(mode="before")
    @classmethod
    def _pair(cls, data: Any) -> Any:
        if isinstance(data, dict) and isinstance(data.get("scale"), list):
            return {**data, "scale": tuple(data["scale"])}
        return data
