"""What may `appraisal.yaml` and `claims.yaml` say?

Judgements are proposed until a reader signs them with a name and a date; nothing in the program can sign.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import Field, model_validator

from reread.files.texts import READ, Text
from reread.files.written import Written, read_yaml

# What a claim is about, and what it rests on in its own document.
ClaimKind = Literal[
    "cause", "mechanism", "result", "design", "measurement", "participants", "dose", "other evidence", "advice",
    "concession",
]  # fmt: skip
RestsOn = Literal["own results", "own methods", "cited source", "unnamed source", "argument", "nothing told"]


class Listed(Written):
    """Lists of a YAML file become tuples."""

    @model_validator(mode="before")
    @classmethod
    def _tuples(cls, data: Any) -> Any:
        return {k: tuple(v) if isinstance(v, list) else v for k, v in data.items()} if isinstance(data, dict) else data


class Overall(Written):
    """The overall judgement of an instrument that readers usually apply to such a study."""

    instrument: Text
    judgement: Text
    because: Text


class Placed(Written):
    """A sentence about the document, and where the document says so."""

    text: Text
    place: Text = ""


class Answer(Written):
    """The answer to one item of an instrument, why, and the place in the document."""

    answer: str
    because: Text = ""
    place: Text = ""


class Second(Written):
    """A second reader's answers: name and date, and what was answered by instrument and item."""

    by: str
    instruments: dict[str, dict[str, Answer]] = Field(default_factory=dict)


class Appraisal(Listed):
    """`studies/<id>/appraisal.yaml`."""

    instruments: dict[str, dict[str, Answer]] = Field(default_factory=dict)  # instrument → item → answer
    second: Second | None = None
    overall: tuple[Overall, ...] = ()
    concessions: tuple[Placed, ...] = ()
    ask: Annotated[tuple[str, ...], READ] = ()
    not_printed: tuple[Placed, ...] = ()  # what was measured or shown but prints no number; `place` says why or where
    signed: tuple[str, ...] = ()  # name and date of each reader who stands by these judgements


class Claim(Listed):
    """One claim of the document in our words: its place, kind, what it rests on, what bears on it, and other claims.

    `place` names one place for each document (by tag) where a study has several. `against` and `supported_by` name
    claims of the same file, or of another study as `study/claim`.
    """

    claim: Text
    place: Annotated[str | dict[str, str], READ]
    kind: ClaimKind | None = None
    rests_on: RestsOn | None = None
    bears: Text = ""
    against: tuple[str, ...] = ()
    supported_by: tuple[str, ...] = ()

    def places(self) -> dict[str, str]:
        """The place in each document, by its tag; one without a tag where the study has one document."""
        return self.place if isinstance(self.place, dict) else {"": self.place}


class Claims(Written):
    """`studies/<id>/claims.yaml`: claims by name, the load-bearing ones first, and what to call the document."""

    document: Text = ""
    claims: dict[str, Claim] = Field(default_factory=dict)


class Form(Listed):
    """An instrument with answers: names and items by language, answers from the mildest with their tones, its rule.

    `unanswered`: the answer that stands until somebody gives one.
    """

    name: dict[str, str]
    version: dict[str, str]
    licence: dict[str, str]
    source: str
    designs: tuple[str, ...]
    rule: str
    unanswered: str = ""
    answers: dict[str, dict[str, str]]
    items: dict[str, dict[str, tuple[str, str]]]

    @model_validator(mode="before")
    @classmethod
    def _pairs(cls, data: Any) -> Any:
        items = {key: {lang: tuple(pair) for lang, pair in told.items()} for key, told in data["items"].items()}
        return {**data, "items": items}


def read_appraisal(folder: Path) -> Appraisal:
    """The judgements of a study, none where the file is missing. Raises Problem."""
    path = folder / "appraisal.yaml"
    return read_yaml(path, Appraisal) if path.is_file() else Appraisal()
