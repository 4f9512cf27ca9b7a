"""What may a study file say?

It names the kind of study and says which printed number plays which part. A number is never typed: a locator (a few
words of the document with the number in braces) points at it. Roles are paths through this file: `score.before.mean`.
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, RootModel, model_validator

from reread.files.written import Misplaced, Written

OCCASIONS = ("before", "after")
# Roles are names joined by dots, and the ledger joins the roles of one number by semicolons.
APART = (".", ";")


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


class Cite(Written):
    """Where the study was published."""

    authors: str = ""
    year: int | None = None
    where: str = ""
    doi: str = ""


class Design(Written):
    """How the study was built. `first_measured` points at the time of the first measurement, if one is printed.

    `control` is *not stated* where what was read names no comparison group and does not say that there was none.
    `negative_control` names an outcome or test of the file that the claimed cause should leave as it is.
    """

    kind: Literal[
        "one-group pretest-posttest",
        "two-group randomised",
        "two-group non-randomised",
        "one-group posttest only",
        "single case",
        "text without a study",
        "not stated",
    ]
    paired: bool = False
    control: Literal["none", "no treatment", "usual care", "placebo", "other treatment", "not stated"] = "none"
    first_measured: Locators | None = None
    negative_control: str = ""


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


class Dose(Written):
    """How much of the treatment: minutes at a time (to: the other end of a range), times a day, days."""

    minutes: Locators | None = None
    minutes_to: Locators | None = None
    times_a_day: Locators | None = None
    days: Locators | None = None


class StudyFile(Written):
    """`studies/<id>/study.yaml`."""

    title: str
    confirmed: bool = True  # false: written by the program, and no person has read it yet
    language: str = "en"
    cite: Cite = Cite()
    reported_by: str = ""
    cause: str = "the claimed cause"
    design: Design
    n: Locators | None = None
    alpha: Locators | None = None
    shares: dict[str, Locators] = Field(default_factory=dict)
    outcomes: dict[str, Outcome] = Field(default_factory=dict)
    tests: dict[str, ReportedTest] = Field(default_factory=dict)
    other: dict[str, Locators] = Field(default_factory=dict)
    dose: Dose = Dose()
    rivals: dict[str, dict[str, str]] = Field(default_factory=dict)  # rival → what it has to explain (its NEEDS)
    rests_on: tuple[str, ...] = ()

    @model_validator(mode="before")
    @classmethod
    def _tuple(cls, data: Any) -> Any:
        if isinstance(data, dict) and isinstance(data.get("rests_on"), list):
            return {**data, "rests_on": tuple(data["rests_on"])}
        return data

    @model_validator(mode="after")
    def _names_make_roles(self) -> StudyFile:
        for place, name in _names(self):
            if set(name) & set(APART):
                raise Misplaced(place, f"the name “{name}”", f"a name without {' or '.join(APART)}")
        for name in self.outcomes:
            if name in StudyFile.model_fields:
                raise Misplaced(("outcomes", name), f"the name “{name}”", "a name that is no key of the study file")
        return self

    @model_validator(mode="after")
    def _rests_on_what_is_there(self) -> StudyFile:
        roles = sorted(role for role, _ in self.locators())
        for k, role in enumerate(self.rests_on):
            if role not in roles:
                near = "".join(f"“{name}”? " for name in get_close_matches(role, roles, 1))
                write = f"{near}only parts that this file points at: {', '.join(roles)}"
                raise Misplaced(("rests_on", k), f"“{role}”", write)
        return self

    def unread(self) -> StudyFile:
        """What is left of a file that nobody has confirmed: what the study is called, and nothing that counts."""
        kept = {"title": self.title, "language": self.language, "cite": self.cite, "reported_by": self.reported_by}
        return StudyFile.model_validate({**kept, "confirmed": False, "design": {"kind": "not stated"}})

    def locators(self) -> Iterator[tuple[str, Locators]]:
        """Every role and its locators; outcomes stand under their own name."""
        for role, locators in _walk(self, ""):
            yield role.removeprefix("outcomes."), locators


def _names(node: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], str]]:
    """Every name that a person chose (outcomes, categories), with its place in the file."""
    if isinstance(node, Written):
        for name in type(node).model_fields:
            yield from _names(getattr(node, name), (*path, name))
    elif isinstance(node, dict):
        for name, value in node.items():
            yield (*path, name), name
            yield from _names(value, (*path, name))


def _walk(node: Any, path: str) -> Iterator[tuple[str, Locators]]:
    if isinstance(node, Locators):
        yield path, node
    elif isinstance(node, BaseModel):
        for name in type(node).model_fields:
            yield from _walk(getattr(node, name), f"{path}.{name}".lstrip("."))
    elif isinstance(node, dict):
        for name, value in node.items():
            yield from _walk(value, f"{path}.{name}")
