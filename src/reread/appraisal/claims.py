"""Which claims does a document make, where, and which claims stand against them or with them, here or in another study?

A relation of two claims is written once, at either, and shown at both. In a study with several documents a claim names
its place in each; one that stands in some of them only is told.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from reread.appraisal.files import Claim, Claims
from reread.files.problem import Problem
from reread.files.texts import read_texts, retold
from reread.files.written import read_yaml
from reread.reading.study_folder import tags_of


@dataclass(frozen=True)
class Other:
    """The claims of another study of the same run; none where its file is missing or cannot be read."""

    study: str
    document: str
    claims: dict[str, Claim]

    @classmethod
    def read(cls, folder: Path, language: str = "") -> Other:
        """Whatever of another folder can be read: its own page tells what is wrong with it."""
        try:
            found = _told(folder, language)
        except Problem:
            found = Claims()
        return cls(folder.name, found.document or folder.name, found.claims)


def read_claims(folder: Path) -> Claims:
    """The claims of a study, none where the file is missing."""
    path = folder / "claims.yaml"
    return read_yaml(path, Claims) if path.is_file() else Claims()


def _told(folder: Path, language: str) -> Claims:
    known = read_texts(folder, language)
    return retold(read_claims(folder), lambda text: known.get(text, text))


def claim_rows(folder: Path, beside: Sequence[Path], by: str, language: str = "") -> list[dict[str, Any]]:
    """The claims of a study for appraisal.json, in a language where they are there in it, else as written.

    Raises Problem for a place or a claim that is not there.
    """
    own, others = (
        _told(folder, language).claims,
        {path.name: Other.read(path, language) for path in beside if path.name != folder.name},
    )
    tags = tags_of(folder)
    rows = []
    for name, claim in own.items():
        _has_places(folder, name, claim, tags)
        places = [{"document": tag, "place": place} for tag, place in claim.places().items()]
        related = {
            key: _related(folder, name, relation, own, others)
            for key, relation in (("against", "against"), ("supported", "supported_by"))
        }
        rows.append({
            "name": name, "claim": claim.claim, "places": places,
            "absent": [tag for tag in tags if isinstance(claim.place, dict) and tag not in claim.place],
            "kind": claim.kind or "", "rests_on": claim.rests_on or "", "bears": claim.bears, **related, "by": by,
        })  # fmt: skip
    return rows


def _related(
    folder: Path, name: str, relation: str, own: dict[str, Claim], others: dict[str, Other]
) -> list[dict[str, Any]]:
    """The claims that stand in a relation (`against`, `supported_by`) to this one, wherever that is written."""
    rows = [_found(folder, name, relation, text, own, others) for text in getattr(own[name], relation)]
    rows += _from_the_other_side(folder.name, name, relation, own, others.values())
    return list({(row["study"], row["name"]): row for row in rows}.values())


def _has_places(folder: Path, name: str, claim: Claim, tags: list[str]) -> None:
    for tag in claim.place if isinstance(claim.place, dict) else ():
        if tag not in tags:
            where = f"claims, {name}, place"
            raise Problem(str(folder / "claims.yaml"), where, f"the document “{tag}”", f"one of: {', '.join(tags)}")


def _found(
    folder: Path, name: str, relation: str, text: str, own: dict[str, Claim], others: dict[str, Other]
) -> dict[str, Any]:
    """The claim that a relation names; without its words where the other study is not in this run or cannot be read."""
    study, slash, other_name = text.rpartition("/")
    if slash and (study not in others or not others[study].claims):
        return _row(study, others[study].document if study in others else study, other_name, None)
    known = others[study].claims if slash else own
    if other_name not in known or (not slash and other_name == name):
        near = "".join(f"“{each}”? " for each in get_close_matches(other_name, known, 1))
        write = f"{near}a claim of the same file, or study/claim: {', '.join(known)}"
        raise Problem(str(folder / "claims.yaml"), f"claims, {name}, {relation}", f"“{text}”", write)
    return _row(study, others[study].document if slash else "", other_name, known[other_name])


def _from_the_other_side(
    study: str, name: str, relation: str, own: dict[str, Claim], others: Iterable[Other]
) -> Iterator[dict[str, Any]]:
    """The claims that name this one in the same relation."""
    for other_name, claim in own.items():
        if name in getattr(claim, relation):
            yield _row("", "", other_name, claim)
    for other in others:
        for other_name, claim in other.claims.items():
            if f"{study}/{name}" in getattr(claim, relation):
                yield _row(other.study, other.document, other_name, claim)


def _row(study: str, document: str, name: str, claim: Claim | None) -> dict[str, Any]:
    places = claim.places() if claim else {}
    return {
        "study": study, "document": document, "name": name, "claim": claim.claim if claim else "",
        "places": [{"document": tag, "place": place} for tag, place in places.items()],
    }  # fmt: skip
