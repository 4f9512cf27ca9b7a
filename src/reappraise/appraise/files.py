"""What may `appraisal.yaml` and `claims.yaml` say?

Judgements are proposed until a reader signs them with a name and a date; nothing in the program can sign.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pydantic import model_validator

from reappraise.problem import Problem
from reappraise.written import Written, read_yaml

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


class Appraisal(Listed):
    """`studies/<id>/appraisal.yaml`."""

    threats: tuple[Judgement, ...] = ()
    overall: tuple[Overall, ...] = ()
    concessions: tuple[Placed, ...] = ()
    ask: tuple[str, ...] = ()
    not_printed: tuple[Placed, ...] = ()  # what was measured or shown but prints no number; `place` says why or where
    signed: tuple[str, ...] = ()  # name and date of each reader who stands by these judgements


class Claim(Written):
    """One claim of the document in our words, its place, and what bears on it."""

    claim: str
    place: str
    bears: str


class Claims(Listed):
    """`studies/<id>/claims.yaml`."""

    claims: tuple[Claim, ...] = ()


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


def read_claims(folder: Path) -> Claims:
    """The claims of a study, none where the file is missing."""
    path = folder / "claims.yaml"
    return read_yaml(path, Claims) if path.is_file() else Claims()


def instrument_for(design: str) -> Instrument | None:
    """The instrument of this folder that is made for a design."""
    found = [read_yaml(path, Instrument) for path in sorted(INSTRUMENTS.glob("*.yaml"))]
    return next((instrument for instrument in found if design in instrument.designs), None)
