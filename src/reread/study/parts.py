"""What may a study file say of what is measured and compared, and how does it point at printed numbers?

An outcome with its change and a test with its groups state the same things in the same words.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal, get_args

from pydantic import ConfigDict, Field, RootModel, model_validator

from reread.files.texts import NAMED, Text
from reread.files.written import Written

Measure = Literal["ordinal score", "integer score", "count", "binary", "continuous"]
Sides = Literal["one", "two", "not stated"]
TestName = Literal[
    "paired t", "independent t", "Welch t", "one-sample t", "one-way ANOVA", "ANOVA", "chi-squared", "Fisher",
    "McNemar", "Mann-Whitney", "Wilcoxon signed rank", "Kruskal-Wallis", "Pearson", "Spearman", "z", "Q", "regression",
    "not stated",
]  # fmt: skip
# How a number may be obtained other than by the usual formula from the printed data (docs/study-file.md).
Method = Literal[
    "permutation", "bootstrap", "simulated", "exact", "transformed", "adjusted", "stratified", "pooled error",
    "design-based", "cumulative incidence", "standardised", "weighted", "of those who answered", "several answers",
    "events",
]  # fmt: skip
METHODS: tuple[str, ...] = get_args(Method)
OfP = Literal[
    "not stated", "as usual", "permutation", "bootstrap", "simulated", "exact", "transformed", "adjusted", "stratified",
    "pooled error", "design-based",
]  # fmt: skip
OfStatistic = Literal["not stated", "as usual", "transformed", "adjusted", "stratified", "pooled error", "design-based"]
OfPercent = Literal[
    "not stated", "as usual", "cumulative incidence", "standardised", "weighted", "of those who answered",
    "design-based",
]  # fmt: skip
Occasion = Literal["baseline", "follow-up", "change", "adjusted", "not stated"]
Counted = Literal["persons", "answers", "events", "not stated"]
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
    the estimate, else of the one ratio, standardised difference or correlation that is printed. That of one sample is
    of its mean, or of how far this is from the value that it is tested against.
    """

    low: Locators
    high: Locators
    level: Locators | None = None
    of: Literal["difference", "mean", "d", "g", "r", "OR", "RR", "HR", "not stated"] = "not stated"


class Obtained(Written):
    """How the numbers of a comparison were obtained; one word in its place may be behind any of them (`some`).

    `statistic` speaks of t, F, χ², z with their degrees of freedom, SE and effect sizes; `summary` of means and SDs.
    """

    some: Method | Literal["not stated"] = "not stated"

    p: OfP = "not stated"
    ci: OfP = "not stated"
    statistic: OfStatistic = "not stated"
    estimate: OfStatistic = "not stated"
    percent: OfPercent = "not stated"
    summary: Literal["not stated", "as usual", "weighted"] = "not stated"

    @model_validator(mode="before")
    @classmethod
    def _all(cls, data: Any) -> Any:
        if not isinstance(data, str):
            return data
        if data == "as usual":
            return {name: data for name in cls.model_fields if name != "some"}
        if data not in METHODS:
            raise ValueError(", ".join(("as usual", *METHODS)))
        return {"some": data}


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
    count: Annotated[dict[str, Locators], NAMED] = Field(default_factory=dict)
    percent: Annotated[dict[str, Locators], NAMED] = Field(default_factory=dict)
    normality_p: Locators | None = None


class Statistics(Written):
    """What is printed of a comparison, and which test the paper says it used.

    `sides` is what the paper says of the p: one-sided or two-sided; `adjusted`: the p is adjusted for several tests;
    `d_is`: the definition of d that it states; `higher`: the occasion or group that the text calls the higher one;
    `obtained`: numbers come from permutations, of logarithms, adjusted for covariates … (`Obtained`). `sd` is that of
    the change or of the differences; `against` the value that one sample is tested against.
    """

    test: TestName = "not stated"
    sides: Sides = "not stated"
    adjusted: bool = False
    d_is: StatedD = "not stated"
    obtained: Obtained = Obtained()
    higher: str = ""
    n: Locators | None = None
    against: Locators | None = None
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
    I2: Locators | None = None  # heterogeneity of pooled studies, beside their Q
    U: Locators | None = None
    W: Locators | None = None
    H: Locators | None = None
    wald: Locators | None = None  # of one coefficient: z or its square
    p: Locators | None = None
    d: Locators | None = None
    g: Locators | None = None
    eta2: Locators | None = None
    omega2: Locators | None = None
    r2: Locators | None = None
    ss: Locators | None = None  # of a row of an analysis of variance: its sum of squares and mean square
    ms: Locators | None = None
    ss_error: Locators | None = None
    ms_error: Locators | None = None
    ss_total: Locators | None = None
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
    """What is measured: its kind, its scale (least and greatest possible score), and the codes of its categories.

    `counted`: persons, each in one category; answers, of which a person may give several; or events. `methods`: those
    that the document says of this result; where it is not written, those of the file. `confirmed`: a person has
    compared this one with the document, in a file that is not confirmed as a whole.
    """

    label: Text
    confirmed: bool = False
    unit: Text = ""
    measure: Measure = "continuous"
    items: int = Field(default=1, ge=1)
    scale: tuple[int, int] | None = None
    complete: bool = False
    counted: Counted = "not stated"
    methods: tuple[Method, ...] | None = None
    codes: Annotated[dict[str, Locators], NAMED] = Field(default_factory=dict)
    normality_test: Literal["Shapiro-Wilk", "Kolmogorov-Smirnov", "not stated"] = "not stated"

    @model_validator(mode="before")
    @classmethod
    def _pair(cls, data: Any) -> Any:
        if not isinstance(data, dict):
            return data
        return data | {
            name: tuple(data[name]) for name in ("scale", "methods", "pools") if isinstance(data.get(name), list)
        }


class Outcome(Measured):
    """One outcome of the same people at two occasions, and what is printed of its change."""

    before: SampleFile = SampleFile()
    after: SampleFile = SampleFile()
    change: Change = Change()


class ReportedTest(Statistics, Measured):
    """One statistical test with the summaries of its groups; roles look like `tests.pain.groups.massage.mean`.

    `occasion`: what it compares; `baseline`: the test of this file that compares the same measure and groups before.
    `whole`: everybody in the groups together, where they are the parts of one larger group. `pools`: the tests of this
    file whose estimates it is the pooled result of, or whose Q it prints; with `complete` these are all of them.
    """

    occasion: Occasion = "not stated"
    baseline: str = ""
    pools: tuple[str, ...] = ()
    whole: SampleFile = SampleFile()
    groups: Annotated[dict[str, SampleFile], NAMED] = Field(default_factory=dict)
    estimate: Locators | None = None  # a difference or a coefficient
