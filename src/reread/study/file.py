"""What may a study file say?

It names the kind of study and says which printed number plays which part. A number is never typed: a locator (a few
words of the document with the number in braces) points at it. Roles are paths through this file: `score.before.mean`.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from difflib import get_close_matches
from typing import Annotated, Any, Literal, TypeVar

from pydantic import BaseModel, Field, model_validator

from reread.files.texts import NAMED, Text
from reread.files.written import Misplaced, Written
from reread.study.flow import Allocation, Arm, Eligible, Flow, Planning
from reread.study.parts import Locators, Method, Outcome, ReportedTest

OCCASIONS = ("before", "after")
NOT_WRITTEN = "not written"  # what study.json says of a part of the design that the file leaves out
# Roles are names joined by dots, and the ledger joins the roles of one number by semicolons.
APART = (".", ";")


class Cite(Written):
    """Where the study was published."""

    authors: Text = ""
    year: int | None = None
    where: str = ""
    doi: str = ""


class Design(Written):
    """How the study was built. `first_measured` points at the time of the first measurement, if one is printed.

    `control` is *not stated* where what was read names no comparison group and does not say that there was none; where
    the file does not write it, nothing is said of it.
    `negative_control` names an outcome or test of the file that the claimed cause should leave as it is.
    """

    kind: Literal[
        "one-group pretest-posttest",
        "two-group randomised",
        "two-group non-randomised",
        "cross-sectional",
        "case-control",
        "crossover",
        "one-group posttest only",
        "single case",
        "text without a study",
        "not stated",
    ]
    paired: bool = False
    control: Literal["none", "no treatment", "usual care", "placebo", "other treatment", "not stated"] | None = None
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

    title: Text
    confirmed: bool = True  # false: written by the program, and no person has read it yet
    language: str = "en"
    written_in: str = ""  # the language of these texts; empty: that of the document
    cite: Cite = Cite()
    reported_by: Text = ""
    cause: Text = "the claimed cause"
    design: Design
    n: Locators | None = None
    alpha: Locators | None = None
    methods: tuple[Method, ...] | None = None
    shares: Annotated[dict[str, Locators], NAMED] = Field(default_factory=dict)
    outcomes: dict[str, Outcome] = Field(default_factory=dict)
    tests: Annotated[dict[str, ReportedTest], NAMED] = Field(default_factory=dict)
    other: Annotated[dict[str, Locators], NAMED] = Field(default_factory=dict)
    eligibility: dict[str, Eligible] = Field(default_factory=dict)  # by the name of an outcome or a test
    arms: Annotated[dict[str, Arm], NAMED] = Field(default_factory=dict)
    flow: Flow = Flow()
    allocation: Allocation = Allocation()
    planning: Planning = Planning()
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

    @model_validator(mode="after")
    def _baselines_are_there(self) -> StudyFile:
        for name, test in self.tests.items():
            groups, known = set(test.groups), [other for other in self.tests if other != name]
            if test.baseline and test.baseline not in known:
                near = "".join(f"“{other}”? " for other in get_close_matches(test.baseline, known, 1))
                write = f"{near}another test of this file: {', '.join(known) or 'there is none'}"
                raise Misplaced(("tests", name, "baseline"), f"“{test.baseline}”", write)
            before = set(self.tests[test.baseline].groups) if test.baseline else set()
            if groups and before and groups != before:
                write = f"the groups of “{test.baseline}”: {', '.join(sorted(before))}"
                raise Misplaced(("tests", name, "groups"), f"{', '.join(sorted(groups))}", write)
        return self

    @model_validator(mode="after")
    def _pooled_are_there(self) -> StudyFile:
        for name, test in self.tests.items():
            known = [other for other in self.tests if other != name]
            for k, pooled in enumerate(test.pools):
                if pooled not in known or pooled in test.pools[:k]:
                    near = "".join(f"“{other}”? " for other in get_close_matches(pooled, known, 1))
                    write = f"{near}other tests of this file, each once: {', '.join(known) or 'there is none'}"
                    raise Misplaced(("tests", name, "pools", k), f"“{pooled}”", write)
        return self

    @model_validator(mode="after")
    def _eligibility_is_of_what_is_measured(self) -> StudyFile:
        known = [*self.outcomes, *self.tests]
        for name in self.eligibility:
            if name not in known:
                near = "".join(f"“{other}”? " for other in get_close_matches(name, known, 1))
                write = f"{near}an outcome or a test of this file: {', '.join(known) or 'there is none'}"
                raise Misplaced(("eligibility", name), f"“{name}”", write)
        return self

    @property
    def texts_in(self) -> str:
        """The language in which its title, labels and names are written."""
        return self.written_in or self.language

    def unread(self) -> StudyFile:
        """What counts of a file that nobody has confirmed: what the study is called, and entries confirmed alone."""
        kept = {name: getattr(self, name) for name in ("title", "language", "written_in", "cite", "reported_by")}
        counts = {"outcomes": _confirmed(self.outcomes, True), "tests": _confirmed(self.tests, True)}
        return StudyFile.model_validate({**kept, **counts, "confirmed": False, "design": {"kind": "not stated"}})

    def proposed(self) -> StudyFile:
        """The file without what counts already: what is still to confirm."""
        left = {"outcomes": _confirmed(self.outcomes, False), "tests": _confirmed(self.tests, False)}
        return self.model_copy(update=left)

    def locators(self) -> Iterator[tuple[str, Locators]]:
        """Every role and its locators; outcomes stand under their own name."""
        for role, locators in _walk(self, ""):
            yield role.removeprefix("outcomes."), locators


E = TypeVar("E", Outcome, ReportedTest)


def _confirmed(entries: Mapping[str, E], whether: bool) -> dict[str, E]:
    """The entries that are, or are not; none of them names one that is left out."""
    kept = {name: entry for name, entry in entries.items() if entry.confirmed is whether}
    return {name: entry.model_copy(update=_naming(entry, kept)) for name, entry in kept.items()}


def _naming(entry: Outcome | ReportedTest, known: Container[str]) -> dict[str, Any]:
    """Which other tests an entry names, of those that are there."""
    if isinstance(entry, Outcome):
        return {}
    pools = tuple(name for name in entry.pools if name in known)
    return {"pools": pools, "baseline": entry.baseline if entry.baseline in known else ""}


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
