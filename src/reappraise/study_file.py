"""What may a study file say?

It names the kind of study and says which printed number plays which part. A number is never typed: a locator (a few
words of the document with the number in braces) points at it. Roles are paths through this file: `score.before.mean`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, RootModel, model_validator

from reappraise.written import Written

OCCASIONS = ("before", "after")


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


class Cite(Written):
    """Where the study was published."""

    authors: str = ""
    year: int | None = None
    where: str = ""
    doi: str = ""


class Design(Written):
    """How the study was built. `first_measured` points at the time of the first measurement, if one is printed."""

    kind: Literal[
        "one-group pretest-posttest",
        "two-group randomised",
        "two-group non-randomised",
        "one-group posttest only",
        "text without a study",
    ]
    paired: bool = False
    control: Literal["none", "no treatment", "usual care", "placebo", "other treatment"] = "none"
    first_measured: Locators | None = None


class Occasion(Written):
    """What is printed of one outcome at one occasion. `count` and `percent` have one entry per category."""

    n: Locators | None = None
    mean: Locators | None = None
    sd: Locators | None = None
    count: dict[str, Locators] = Field(default_factory=dict)
    percent: dict[str, Locators] = Field(default_factory=dict)
    normality_p: Locators | None = None


class ConfidenceInterval(Written):
    """A printed confidence interval; `level` in percent (95 where none is printed)."""

    low: Locators
    high: Locators
    level: Locators | None = None


class Change(Written):
    """What is printed of the change from before to after, and which test the paper says it used."""

    test: Literal["paired t", "independent t", "not stated"] = "not stated"
    mean: Locators | None = None
    sd: Locators | None = None
    t: Locators | None = None
    df: Locators | None = None
    p: Locators | None = None
    d: Locators | None = None
    ci: ConfidenceInterval | None = None


class Outcome(Written):
    """One outcome: what kind of measure it is, its scale, and what is printed of it."""

    label: str
    unit: str = ""
    measure: Literal["ordinal score", "integer score", "count", "continuous"] = "continuous"
    items: int = Field(default=1, ge=1)
    complete: bool = False
    codes: dict[str, Locators] = Field(default_factory=dict)
    normality_test: Literal["Shapiro-Wilk", "Kolmogorov-Smirnov", "not stated"] = "not stated"
    before: Occasion = Occasion()
    after: Occasion = Occasion()
    change: Change = Change()


class RivalOf(Written):
    """What a rival explanation has to explain: the category of an outcome whose count is to be reached."""

    outcome: str
    category: str


class StudyFile(Written):
    """`studies/<id>/study.yaml`."""

    title: str
    language: str = "en"
    cite: Cite = Cite()
    reported_by: str = ""
    cause: str = "the claimed cause"
    design: Design
    n: Locators | None = None
    alpha: Locators | None = None
    shares: dict[str, Locators] = Field(default_factory=dict)
    outcomes: dict[str, Outcome] = Field(default_factory=dict)
    other: dict[str, Locators] = Field(default_factory=dict)
    rivals: dict[str, RivalOf] = Field(default_factory=dict)
    rests_on: tuple[str, ...] = ()

    @model_validator(mode="before")
    @classmethod
    def _tuple(cls, data: Any) -> Any:
        if isinstance(data, dict) and isinstance(data.get("rests_on"), list):
            return {**data, "rests_on": tuple(data["rests_on"])}
        return data

    @model_validator(mode="after")
    def _rests_on_what_is_there(self) -> StudyFile:
        roles = {role for role, _ in self.locators()}
        for role in self.rests_on:
            if role not in roles:
                raise ValueError(
                    f"in rests_on only parts that this file points at; “{role}” is none of {', '.join(sorted(roles))}"
                )
        return self

    def locators(self) -> Iterator[tuple[str, Locators]]:
        """Every role and its locators; outcomes stand under their own name."""
        for role, locators in _walk(self, ""):
            yield role.removeprefix("outcomes."), locators


def _walk(node: Any, path: str) -> Iterator[tuple[str, Locators]]:
    if isinstance(node, Locators):
        yield path, node
    elif isinstance(node, BaseModel):
        for name in type(node).model_fields:
            yield from _walk(getattr(node, name), f"{path}.{name}".lstrip("."))
    elif isinstance(node, dict):
        for name, value in node.items():
            yield from _walk(value, f"{path}.{name}")
