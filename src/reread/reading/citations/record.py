"""What does `extract.json` say of a document's citations? Each with its words and its place, none with a verdict."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from reread.documents import Document, read
from reread.reading.citations import read_citations
from reread.reading.citations.in_text import Mark
from reread.reading.citations.listed import Entry
from reread.reading.study_folder import Extracted

FILE = "citations.md"


def of_study(folder: Path, extracted: Extracted) -> list[dict[str, Any]]:
    """The citations of a study: as a person wrote them down (`citations.md`), else those of each document itself.

    A study that is known through another text has none of its own; those of that text are read where they are written
    down.
    """
    path = folder / FILE
    if path.is_file():
        return of_documents([read(path)])
    if extracted.file.reported_by:
        return []
    return of_documents([document for document in extracted.documents if document.kind == "original"])


def of_documents(documents: list[Document]) -> list[dict[str, Any]]:
    """The citations of documents that have any, or a list of references."""
    return [found for document in documents if (found := _recorded(document))]


def _recorded(document: Document) -> dict[str, Any] | None:
    found = read_citations(document)
    if found is None or not (found.style or found.entries):
        return None
    return {
        "document": document.tag, "style": found.style, "listed": found.entries, "cited": found.cited,
        "in_text": found.marks, "numbers": list(found.numbers),
        "missing": [
            {**_mark(mark), "nearest": near} for mark, near in zip(found.missing, found.nearest, strict=True)
        ],
        "unused": [_entry(entry) for entry in found.unused],
        "twice": [[_entry(entry) for entry in pair] for pair in found.twice],
        "et_al": [{**_mark(mark), "entry": _entry(entry)} for mark, entry in found.et_al],
        "unclear": [{**_mark(mark), "entries": [_entry(e) for e in several]} for mark, several in found.unclear],
        "titles": [{**_mark(each.mark), "title": each.entry.title, "why": each.why} for each in found.titles],
    }  # fmt: skip


def _mark(mark: Mark) -> dict[str, Any]:
    return {"text": mark.text, "sentence": mark.sentence, "line": mark.line, "place": mark.place}


def _entry(entry: Entry) -> dict[str, Any]:
    return {"text": entry.text, "line": entry.line}
