"""What does one study folder hold, and what do its documents print?

The folder has `study.yaml` and, per tag, `transcript[.<tag>].md` and perhaps the reader's own `original[.<tag>].*`. An
original is what is read; where it prints a role otherwise than the transcript, the difference is recorded.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reread.documents import Document, read, readers
from reread.files.limits import refuse_special
from reread.files.problem import Problem
from reread.files.written import as_far_as_it_goes, line_of
from reread.reading.ledger import ledger
from reread.reading.methods import Mention, mentioned
from reread.study.file import StudyFile
from reread.study.ledger import Number

NAME = re.compile(r"(?P<kind>original|transcript)(?:\.(?P<tag>[a-z0-9-]+))?\.(?P<suffix>[A-Za-z]+)")

MARKED = re.compile(r"#\s*look\b")
SPARE = {"title": "", "design": {"kind": "not stated"}}  # what a file has to say, where it does not


@dataclass(frozen=True)
class Extracted:
    """The study file, the documents that were read, the ledger, where original and transcript differ, and methods.

    `mentions`: how the documents say that numbers were obtained, with the tag of the document. Where the study file
    does not list the methods, `file` has those.
    """

    file: StudyFile
    documents: tuple[Document, ...]
    numbers: tuple[Number, ...]
    differences: tuple[dict[str, str], ...]
    mentions: tuple[tuple[str, Mention], ...] = ()


def extract(folder: Path) -> Extracted:
    """Read one study folder. Raises Problem with everything that a person must mend."""
    path = folder / "study.yaml"
    if not path.is_file():
        raise Problem(str(path), "", "no study file", f"{path} (README: add a study)")
    file, wrong = as_far_as_it_goes(path, StudyFile, SPARE)
    if file is None:
        raise Problem.of(wrong)
    wrong += list(_not_looked_at(path)) if file.confirmed else []
    originals, transcripts = documents(folder, "original"), documents(folder, "transcript")
    read_ones = {**transcripts, **originals}
    if not read_ones:
        raise Problem(str(folder), "", "no document", "transcript.md with the figures and tables, or original.txt")
    tags = frozenset(tag for tag in read_ones if tag)
    rows = _rows([read_ones[tag] for tag in sorted(read_ones)], file, str(path), tags, wrong)
    absent = {role for role, _ in file.locators()} - {role for row in rows for role in row.role.split(";")}
    if absent:
        raise Problem(
            str(path),
            min(absent),
            "a locator for a document that is not there",
            f"one of the tags: {', '.join(sorted(read_ones))}",
        )
    differences = [
        d
        for tag in sorted(originals)
        if tag in transcripts
        for d in differing(rows, transcripts[tag], file, str(path), tags)
    ]
    read_all = tuple(read_ones[tag] for tag in sorted(read_ones))
    told = tuple(mentioned(read_all))
    if file.methods is None:
        file = file.model_copy(update={"methods": tuple(each.method for _, each in told)})
    return Extracted(file, read_all, tuple(rows), tuple(differences), told)


def _not_looked_at(path: Path) -> Iterator[Problem]:
    """Lines of the design that the program marked and nobody has looked at, in a file that says it is confirmed."""
    inside = False
    for number, line in enumerate(path.read_text(encoding="utf-8-sig").splitlines(), 1):
        inside = line.startswith("design:") or (inside and line[:1] in (" ", "#", ""))
        if inside and MARKED.search(line):
            key = line.strip().partition(":")[0]
            found = "a confirmed file in which this line of the design is still marked “look”"
            write = "what the document says, without the mark; or confirmed: false"
            yield Problem(str(path), f"line {number}, design.{key}", found, write)


def _rows(
    found: Iterable[Document], file: StudyFile, path: str, tags: frozenset[str], wrong: Iterable[Problem]
) -> list[Number]:
    """The ledger of every document. Raises Problem with what is wrong with the file and every locator that misses."""
    rows: list[Number] = []
    problems = [*wrong]
    for document in found:
        try:
            rows += ledger(document, file, path, tags)
        except Problem as problem:
            problems += [_with_line(each) for each in problem.every]
    if problems:
        raise Problem.of(problems)
    return rows


def _with_line(problem: Problem) -> Problem:
    """A problem of a role with the line of the study file that names it."""
    keys = problem.place.split(".")
    line = line_of(Path(problem.file), *keys) or line_of(Path(problem.file), "outcomes", *keys)
    place = f"{line}, {problem.place}" if line else problem.place
    return Problem(problem.file, place, problem.found, problem.write)


def tags_of(folder: Path) -> list[str]:
    """The tags of the documents in a folder, by their file names; one empty tag where they have none."""
    matches = (NAME.fullmatch(path.name) for path in folder.iterdir())
    return sorted({match["tag"] or "" for match in matches if match})


def documents(folder: Path, kind: str) -> dict[str, Document]:
    """The documents of one kind by tag. Two with one tag are an error."""
    found: dict[str, Document] = {}
    for path in sorted(folder.iterdir()):
        match = NAME.fullmatch(path.name)
        if match is None and path.name.startswith(f"{kind}.") and path.suffix.lower() in readers():
            name = f"{kind}.<tag>.<suffix>, the tag of a–z, 0–9 and hyphens"
            raise Problem(str(folder), path.name, "a file name that is no document's", name)
        if match is None or match["kind"] != kind:
            continue
        tag = match["tag"] or ""
        if tag in found:
            raise Problem(
                str(folder),
                path.name,
                f"a second {kind}{f' with the tag “{tag}”' if tag else ''} beside {found[tag].file}",
                "one document per tag",
            )
        if path.suffix.lower() not in readers():
            raise Problem(str(path), "", f"a file ending in “{path.suffix}”", f"one of {', '.join(sorted(readers()))}")
        refuse_special(path, folder)
        found[tag] = read(path, tag, kind)
    return found


def differing(
    rows: Iterable[Number], transcript: Document, file: StudyFile, path: str, tags: frozenset[str]
) -> Iterable[dict[str, str]]:
    """Roles that the original prints otherwise than the transcript, or that the transcript lacks."""
    printed: dict[str, str] = {}
    for row in rows:
        if row.document == transcript.tag:
            for role in filter(None, row.role.split(";")):
                printed.setdefault(role, row.reported().shown)
    try:
        ours = {
            role: row.reported().shown
            for row in reversed(ledger(transcript, file, path, tags))
            for role in row.role.split(";")
            if role
        }
    except Problem as problem:
        yield {"role": problem.place, "original": printed.get(problem.place, ""), "transcript": str(problem)}
        return
    for role in printed:
        if ours.get(role) != printed[role]:
            yield {"role": role, "original": printed[role], "transcript": ours.get(role, "")}


def _read(document: Document) -> dict[str, Any]:
    """Which document was read, its encoding where this is not UTF-8, and the lines with characters that are lost."""
    return {
        "document": document.tag, "file": document.file, "sha256": document.sha256, "kind": document.kind,
        "encoding": document.encoding, "lost": document.lost,
    }  # fmt: skip


def record(study: str, extracted: Extracted) -> dict[str, Any]:
    """What the extract stage hands on beside the ledger."""
    lines = {(d.tag, line.number): line.text for d in extracted.documents for line in d.lines}
    return {
        "ok": True,
        "study": study,
        "read": [_read(d) for d in extracted.documents],
        "differences": list(extracted.differences),
        "lines": {row.id: lines[row.document, row.line] for row in extracted.numbers},
        "texts": {d.tag: d.raw.split("\n") for d in extracted.documents if d.kind == "transcript"},
    }
