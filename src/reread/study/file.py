"""What may a study file say?

It names the kind of study and says which printed number plays which part. A number is never typed: a locator (a few
words of the document with the number in braces) points at it. Roles are paths through this file: `score.before.mean`.
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from typing import Any, Literal

from pydantic import BaseModel, Field, model_validator

from reread.files.written import Misplaced, Written
from reread.study.parts import Locators, Method, Outcome, ReportedTest

OCCASIONS = ("before", "after")
# Roles are names joined by dots, and the ledger joins the roles of one number by semicolons.
APART = (".", ";")


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


class Dose(Written):
    """How much of the treatment: minutes at a time (to: the other end of a range), times a day, days."""

    minutes: Locators | None = None
    minutes_to: Locators | None = None
    times_a_day: Locators | None = None
    days: Locators | None = None


class StudyFile(Written):
    """`studies/<id>/study.yaml`.

    `methods`: how the document says that numbers were obtained, anywhere; where the key is not written, its words tell.
    """

    title: str
    confirmed: bool = True  # false: written by the program, and no person has read it yet
    language: str = "en"
    cite: Cite = Cite()
    reported_by: str = ""
    cause: str = "the claimed cause"
    design: Design
    n: Locators | None = None
    alpha: Locators | None = None
    methods: tuple[Method, ...] | None = None
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
        if not isinstance(data, dict):
            return data
        listed = {name: tuple(data[name]) for name in ("rests_on", "methods") if isinstance(data.get(name), list)}
        return {**data, **listed}

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
