"""List everything that is wrong with the files that a person writes for a study, at once and each with its place."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator
from pathlib import Path

from reread import rivals
from reread.appraisal.claims import read_claims
from reread.appraisal.files import instrument_for, read_appraisal
from reread.appraisal.instruments import check
from reread.files.problem import Problem
from reread.files.written import as_far_as_it_goes
from reread.reading.ledger import tagged
from reread.reading.locators import other_numbers
from reread.reading.study_folder import SPARE, extract
from reread.reading.undescribed import is_undescribed
from reread.study.file import StudyFile


def arguments(parser: ArgumentParser) -> None:
    """`reread validate [studies/<id> …]`"""
    parser.add_argument("folder", type=Path, nargs="*", help="studies' folders, or their names (default: all of them)")
    parser.add_argument("--studies", type=Path, default=Path("studies"), help="the folder of all studies")


def run(args: Namespace) -> int:
    """Print every problem, and one line for each study. Exit code 1 if there is any problem."""
    folders = [each if each.is_dir() else args.studies / each for each in args.folder] or list(_every(args.studies))
    if not folders:
        raise Problem(str(args.studies), "", "no study", "a folder in it with study.yaml (README: add a study)")
    failed = 0
    for folder in folders:
        found = list(dict.fromkeys(map(str, problems(folder))))
        failed += bool(found)
        for line in found:
            print(f"✗ {line}")
        for note in () if found else twice(folder):
            print(f"  {note}")
        told = (
            f"{len(found)} problem{'' if len(found) == 1 else 's'}" if found else "every key, place and word is found"
        )
        print(f"{'✗' if found else '✓'} {folder.name}: {told}")
    return 1 if failed else 0


def problems(folder: Path) -> Iterator[Problem]:
    """Everything wrong with study.yaml, the documents it points at, claims.yaml and appraisal.yaml."""
    if not folder.is_dir():
        yield Problem(str(folder), "", "no such folder", "the folder of a study, or its name under studies/")
        return
    kind = ""
    if not is_undescribed(folder):
        yield from _of(lambda: extract(folder))
        path = folder / "study.yaml"
        file = as_far_as_it_goes(path, StudyFile, SPARE)[0] if path.is_file() else None
        if file is not None:
            kind, named = file.design.kind, file.rivals
            yield from _of(lambda: rivals.named(folder.name, named))
    yield from _of(lambda: read_claims(folder))
    yield from _of(lambda: read_appraisal(folder, instrument_for(kind) if kind else None))
    yield from _of(lambda: check(folder / "appraisal.yaml", read_appraisal(folder, None)))


def twice(folder: Path) -> Iterator[str]:
    """Locators whose words stand elsewhere with another number: the braces choose, and a person may want to know."""
    if is_undescribed(folder):
        return
    found = extract(folder)
    tags = frozenset(document.tag for document in found.documents if document.tag)
    for role, locators in found.file.locators():
        for tag, text in (tagged(text, tags) for text in locators.root):
            for document in (each for each in found.documents if each.tag == tag):
                places = {place.line.number: place.text for place in other_numbers(text, document)}
                if places:
                    others = ", ".join(f"{printed} in line {line}" for line, printed in sorted(places.items()))
                    yield f"{role}: the words of “{text}” also stand with {others} of {document.file}"


def _of(read: Callable[[], object]) -> Iterator[Problem]:
    try:
        read()
    except Problem as problem:
        yield from problem.every


def _every(studies: Path) -> Iterator[Path]:
    yield from sorted(path for path in studies.iterdir() if path.is_dir()) if studies.is_dir() else ()
