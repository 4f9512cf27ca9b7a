"""What may `appraisal.yaml` and `claims.yaml` say?

Judgements are proposed until a reader signs them with a name and a date; nothing in the program can sign.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pydantic import Field, model_validator

from reread.files.problem import Problem
from reread.files.written import Written, read_yaml

INSTRUMENTS = Path(__file__).parent


class Listed(Written):
    """Lists of a YAML file become tuples."""

    @model_validator(mode="before")
    @classmethod
    def _tuples(cls, data: Any) -> Any:
        return {k: tuple(v) if isinstance(v, list) else v for k, v in data.items()} if isinstance(data, dict) else data


class Judgement(Written):
    """One item of an instrument, judged for one study, with the place that the judgement rests on."""

    item: str
    judgement: str
    because: str
    place: str = ""


class Overall(Written):
    """The overall judgement of an instrument that readers usually apply to such a study."""

    instrument: str
    judgement: str
    because: str


class Placed(Written):
    """A sentence about the document, and where the document says so."""

    text: str
    place: str = ""


class Answer(Written):
    """The answer to one item of an instrument, why, and the place in the document."""

    answer: str
    because: str = ""
    place: str = ""


class Second(Written):
    """A second reader's answers: name and date, and what was answered by instrument and item."""

    by: str
    instruments: dict[str, dict[str, Answer]] = Field(default_factory=dict)


class Appraisal(Listed):
    """`studies/<id>/appraisal.yaml`."""

    threats: tuple[Judgement, ...] = ()
    instruments: dict[str, dict[str, Answer]] = Field(default_factory=dict)  # instrument → item → answer
    second: Second | None = None
    overall: tuple[Overall, ...] = ()
    concessions: tuple[Placed, ...] = ()
    ask: tuple[str, ...] = ()
    not_printed: tuple[Placed, ...] = ()  # what was measured or shown but prints no number; `place` says why or where
    signed: tuple[str, ...] = ()  # name and date of each reader who stands by these judgements


class Claim(Listed):
    """One claim of the document in our words, its place, what bears on it, and the claims that it stands against.

    `place` names one place for each document (by tag) where a study has several. `against` names claims of the same
    file, or of another study as `study/claim`.
    """

    claim: str
    place: str | dict[str, str]
    bears: str = ""
    against: tuple[str, ...] = ()

    def places(self) -> dict[str, str]:
        """The place in each document, by its tag; one without a tag where the study has one document."""
        return self.place if isinstance(self.place, dict) else {"": self.place}


class Claims(Written):
    """`studies/<id>/claims.yaml`: claims by name, the load-bearing ones first, and what to call the document."""

    document: str = ""
    claims: dict[str, Claim] = Field(default_factory=dict)


class Form(Listed):
    """An instrument with answers: names and items by language, answers from the mildest with their tones, its rule."""

    name: dict[str, str]
    version: str
    licence: str
    source: str
    designs: tuple[str, ...]
    rule: str
    answers: dict[str, dict[str, str]]
    items: dict[str, dict[str, tuple[str, str]]]

    @model_validator(mode="before")
    @classmethod
    def _pairs(cls, data: Any) -> Any:
        items = {key: {lang: tuple(pair) for lang, pair in told.items()} for key, told in data["items"].items()}
        return {**data, "items": items}


class Instrument(Listed):
    """An instrument as data: its items, each with the question it asks."""

    name: str
    version: str
    designs: tuple[str, ...]
    judgements: tuple[str, ...]
    items: dict[str, str]


def read_appraisal(folder: Path, instrument: Instrument | None) -> Appraisal:
    """The judgements of a study, none where the file is missing. Raises Problem for an unknown item or judgement."""
    path = folder / "appraisal.yaml"
    appraisal = read_yaml(path, Appraisal) if path.is_file() else Appraisal()
    for row in appraisal.threats if instrument else ():
        if instrument and row.item not in instrument.items:
            raise Problem(
                str(path), f"threats, {row.item}", f"the item “{row.item}”", f"one of {', '.join(instrument.items)}"
            )
        if instrument and row.judgement not in instrument.judgements:
            raise Problem(
                str(path), f"threats, {row.item}", f"“{row.judgement}”", f"one of {', '.join(instrument.judgements)}"
            )
    return appraisal


def instrument_for(design: str) -> Instrument | None:
    """The instrument of this folder that is made for a design."""
    named = (path for path in sorted(INSTRUMENTS.glob("*.yaml")) if design in path.read_text(encoding="utf-8"))
    found = (read_yaml(path, Instrument) for path in named)
    return next((instrument for instrument in found if design in instrument.designs), None)
