"""Which claims does a document make, where, and which other claims do they stand against, here or in another study?

A contradiction is written once, at either claim, and shown at both. In a study with several documents a claim names its
place in each; one that stands in some of them only is told.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from reread.appraisal.files import Claim, Claims
from reread.files.problem import Problem
from reread.files.written import read_yaml
from reread.reading.study_folder import tags_of


@dataclass(frozen=True)
class Other:
    """The claims of another study of the same run; none where its file is missing or cannot be read."""

    study: str
    document: str
    claims: dict[str, Claim]

    @classmethod
    def read(cls, folder: Path) -> Other:
        """Whatever of another folder can be read: its own page tells what is wrong with it."""
        try:
            found = read_claims(folder)
        except Problem:
            found = Claims()
        return cls(folder.name, found.document or folder.name, found.claims)


def read_claims(folder: Path) -> Claims:
    """The claims of a study, none where the file is missing."""
    path = folder / "claims.yaml"
    return read_yaml(path, Claims) if path.is_file() else Claims()


def claim_rows(folder: Path, beside: Sequence[Path], by: str) -> list[dict[str, Any]]:
    """The claims of a study for appraisal.json. Raises Problem for a place or a claim that is not there."""
    own, others = (
        read_claims(folder).claims,
        {path.name: Other.read(path) for path in beside if path.name != folder.name},
    )
    tags = tags_of(folder)
    rows = []
    for name, claim in own.items():
        _has_places(folder, name, claim, tags)
        against = [_found(folder, name, text, own, others) for text in claim.against]
        against += _from_the_other_side(folder.name, name, own, others.values())
        places = [{"document": tag, "place": place} for tag, place in claim.places().items()]
        rows.append({
            "name": name, "claim": claim.claim, "places": places,
            "absent": [tag for tag in tags if isinstance(claim.place, dict) and tag not in claim.place],
            "bears": claim.bears, "against": list({(row["study"], row["name"]): row for row in against}.values()),
            "by": by,
        })  # fmt: skip
    return rows


def _has_places(folder: Path, name: str, claim: Claim, tags: list[str]) -> None:
    for tag in claim.place if isinstance(claim.place, dict) else ():
        if tag not in tags:
            where = f"claims, {name}, place"
            raise Problem(str(folder / "claims.yaml"), where, f"the document “{tag}”", f"one of: {', '.join(tags)}")


def _found(folder: Path, name: str, text: str, own: dict[str, Claim], others: dict[str, Other]) -> dict[str, Any]:
    """The claim that `against` names; without its words where the other study is not in this run or cannot be read."""
    study, slash, other_name = text.rpartition("/")
    if slash and (study not in others or not others[study].claims):
        return _row(study, others[study].document if study in others else study, other_name, None)
    known = others[study].claims if slash else own
    if other_name not in known or (not slash and other_name == name):
        near = "".join(f"“{each}”? " for each in get_close_matches(other_name, known, 1))
        write = f"{near}a claim of the same file, or study/claim: {', '.join(known)}"
        raise Problem(str(folder / "claims.yaml"), f"claims, {name}, against", f"“{text}”", write)
    return _row(study, others[study].document if slash else "", other_name, known[other_name])


def _from_the_other_side(
    study: str, name: str, own: dict[str, Claim], others: Iterable[Other]
) -> Iterator[dict[str, Any]]:
    """The claims that name this one as what they stand against."""
    for other_name, claim in own.items():
        if name in claim.against:
            yield _row("", "", other_name, claim)
    for other in others:
        for other_name, claim in other.claims.items():
            if f"{study}/{name}" in claim.against:
                yield _row(other.study, other.document, other_name, claim)


def _row(study: str, document: str, name: str, claim: Claim | None) -> dict[str, Any]:
    places = claim.places() if claim else {}
    return {
        "study": study, "document": document, "name": name, "claim": claim.claim if claim else "",
        "places": [{"document": tag, "place": place} for tag, place in places.items()],
    }  # fmt: skip
