"""Which words of a document keep which results from a check, or leave them open?

One entry for each reason: a method, an adjustment for several tests, or a row that was not compared (`rows` of them).
`entries` are the results of which the words speak; which of them are left open, the findings tell.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from reread.documents import Document
from reread.reading.proposal import Proposal
from reread.reading.scope import Said

NOT_COMPARED = "not compared"


def words_of(found: Proposal, documents: Mapping[str, Document]) -> list[dict[str, Any]]:
    """Each reason with the word, its quote and place, and the results that it is about."""
    reasons: dict[str, dict[str, Any]] = {}
    for why, tag, said, entry in sorted(_each(found), key=lambda each: (each[1], each[2].line)):
        made = reasons.setdefault(
            why if why != NOT_COMPARED else f"{why} {said.word.lower()}",
            {"why": why, "rows": 0, "entries": [], **_placed(said, tag, documents[tag])},
        )
        made["entries"] += [entry] if entry else []
        made["rows"] += not entry
    return list(reasons.values())


def _each(found: Proposal) -> Iterator[tuple[str, str, Said, str]]:
    """Why, the document's tag, the words, and the entry, empty for a row that is none."""
    tags = {role.rpartition(".")[0]: tag for role, (tag, _) in found.spans.items()}
    for entry, speaking in found.speaking.items():
        tag = next((tag for stem, tag in tags.items() if f"{stem}.".startswith(f"{entry}.")), "")
        for why, said in speaking.items():
            yield why, tag, said, entry
    for tag, said in found.kept:
        yield NOT_COMPARED, tag, said, ""


def _placed(said: Said, tag: str, document: Document) -> dict[str, Any]:
    line = document.lines[said.line]
    return {"word": said.word, "quote": said.quote, "document": tag, "line": line.number, "place": line.place}
