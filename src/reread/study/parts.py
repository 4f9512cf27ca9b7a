"""What may a study file say of what is measured and compared, and how does it point at printed numbers?

An outcome with its change and a test with its groups state the same things in the same words.
"""

from __future__ import annotations

from typing import Any, Literal

from pydantic import ConfigDict, Field, RootModel, model_validator

from reread.files.written import Written

Measure = Literal["ordinal score", "integer score", "count", "binary", "continuous"]
Sides = Literal["one", "two", "not stated"]
TestName = Literal[
    "paired t", "independent t", "Welch t", "one-sample t", "one-way ANOVA", "ANOVA", "chi-squared", "Fisher",
    "McNemar", "Mann-Whitney", "Wilcoxon signed rank", "Kruskal-Wallis", "Pearson", "Spearman", "z", "Q", "regression",
    "not stated",
]  # fmt: skip
StatedD = Literal["d_z", "d_rm", "d_av", "d_s", "Glass before", "Glass after", "not stated"]


class Locators(RootModel[tuple[str, ...]]):
    """One locator, or several for a number printed in several places (`tag: words` for one of several documents)."""

    model_config = ConfigDict(frozen=True)

    @model_validator(mode="before")
    @classmethod
    def _written(cls, data: Any) -> Any:
        listed = data if isinstance(data, list) else [data]
        if not listed or not all(isinstance(item, str) for item in listed):
            raise ValueError(
                'the words around it in the document, in quotes, with the number in braces: "{20} mothers"'
            )
        return tuple(listed)


class ConfidenceInterval(Written):
    """A printed confidence interval; `level` in percent (95 where none is printed).

    `of` is the number that it belongs to. Not stated, it is that of the mean change of an outcome; of a test that of
    the estimate, else of the one ratio, standardised difference or correlation that is printed.
    """

    low: Locators
    high: Locators
    level: Locators | None = None
    of: Literal["difference", "d", "g", "r", "OR", "RR", "HR", "not stated"] = "not stated"


class SampleFile(Written):
    """What is printed of one set of measurements: an outcome at one occasion, or one group of a test.

    `count` and `percent` have one entry per category.
    """

    n: Locators | None = None
    mean: Locators | None = None
    sd: Locators | None = None
    se: Locators | None = None
    median: Locators | None = None
    minimum: Locators | None = None
    maximum: Locators | None = None
    count: dict[str, Locators] = Field(default_factory=dict)
    percent: dict[str, Locators] = Field(default_factory=dict)
    normality_p: Locators | None = None


class Statistics(Written):
    """What is printed of a comparison, and which test the paper says it used.

    `sides` is what the paper says of the p: one-sided or two-sided; `adjusted`: the p is adjusted for several tests.
    `d_is` is the definition of d that it states. `sd` is that of the change or of the differences.
    """

    test: TestName = "not stated"
    sides: Sides = "not stated"
    adjusted: bool = False
    d_is: StatedD = "not stated"
    n: Locators | None = None
    sd: Locators | None = None
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
    d: Locators | None = None
    g: Locators | None = None
    eta2: Locators | None = None
    omega2: Locators | None = None
    r2: Locators | None = None
    OR: Locators | None = None
    RR: Locators | None = None
    HR: Locators | None = None
    percent: Locators | None = None  # a change, in percent of the first mean
    se: Locators | None = None
    ci: ConfidenceInterval | None = None


class Change(Statistics):
    """What is printed of the change from before to after."""

    mean: Locators | None = None


class Measured(Written):
    """What is measured: its kind, its scale (least and greatest possible score), and the codes of its categories."""

    label: str
    unit: str = ""
    measure: Measure = "continuous"
    items: int = Field(default=1, ge=1)
    scale: tuple[int, int] | None = None
    complete: bool = False
    codes: dict[str, Locators] = Field(default_factory=dict)
    normality_test: Literal["Shapiro-Wilk", "Kolmogorov-Smirnov", "not stated"] = "not stated"

    @model_validator(mode="before")
    @classmethod
    def _pair(cls, data: Any) -> Any:
        if isinstance(data, dict) and isinstance(data.get("scale"), list):
            return {**data, "scale": tuple(data["scale"])}
        return data


class Outcome(Measured):
    """One outcome of the same people at two occasions, and what is printed of its change."""

    before: SampleFile = SampleFile()
    after: SampleFile = SampleFile()
    change: Change = Change()


class ReportedTest(Statistics, Measured):
    """One statistical test with the summaries of its groups; roles look like `tests.pain.groups.massage.mean`."""

    groups: dict[str, SampleFile] = Field(default_factory=dict)
    estimate: Locators | None = None  # a difference or a coefficient
