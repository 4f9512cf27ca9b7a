"""What is read of a folder that holds a document and no study file?

The program proposes a study file, which nobody has confirmed. Only an original (`original.pdf`) is read so: who writes
a transcript knows what its numbers are and says it in `study.yaml`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from reread.documents import Document
from reread.files.problem import Problem
from reread.reading.ledger import ledger
from reread.reading.proposal import Proposal, proposal
from reread.reading.study_folder import Extracted, documents
from reread.study.ledger import Number


@dataclass(frozen=True)
class Drafted:
    """What a program read by itself."""

    extracted: Extracted
    proposal: Proposal


def is_undescribed(folder: Path) -> bool:
    """Is there an original, and no study file? One that is called otherwise (`study.yml`) is an error.

    Raises Problem.
    """
    if (folder / "study.yaml").is_file() or not any(folder.glob("original*.*")):
        return False
    other = next((path for path in sorted(folder.iterdir()) if path.name.lower() in ("study.yml", "study.yaml")), None)
    if other is not None:
        raise Problem(str(other), "", "a study file of another name", "study.yaml")
    return True


def drafted(folder: Path) -> Drafted:
    """The documents of a folder, typed and linked. Raises Problem for what cannot be read."""
    read = documents(folder, "original")
    return of_documents([read[tag] for tag in sorted(read)], folder.name)


def of_documents(read: list[Document], title: str, details: bool = False) -> Drafted:
    """What documents suggest, and their ledger with the proposed roles; with `details` for a person's look."""
    found = proposal(read, title, details)
    file = found.file()
    rows = [row for document in read for row in _with_roles(document, found)]
    return Drafted(Extracted(file, tuple(read), tuple(rows), (), found.mentions), found)


def _with_roles(document: Document, found: Proposal) -> list[Number]:
    """The ledger of a document; every number of a proposed part has its role."""
    roles: dict[tuple[int, int, int], list[str]] = {}
    for role, (tag, (number, start, end)) in found.spans.items():
        if tag == document.tag:
            line = document.lines[number - 1]
            roles.setdefault((number, *line.raw_span(start, end)), []).append(role)
    nothing = found.file().unread()
    return [
        replace(row, role=";".join(roles.get((row.line, row.start, row.end), ())))
        for row in ledger(document, nothing, document.file)
    ]
