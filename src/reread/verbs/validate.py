"""List everything that is wrong with the files that a person writes for a study, at once and each with its place."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from reread import rivals
from reread.appraisal.claims import read_claims
from reread.appraisal.files import Appraisal, Claims, read_appraisal
from reread.appraisal.instruments import check
from reread.appraisal.reply import read_reply
from reread.files.problem import Problem, screen
from reread.files.texts import read_texts, texts
from reread.files.written import Written, as_far_as_it_goes, line_of
from reread.reading.ledger import tagged
from reread.reading.locators import other_numbers
from reread.reading.study_folder import SPARE, extract
from reread.reading.undescribed import is_undescribed
from reread.study.file import StudyFile
from reread.words import languages, of_study

TEXTS: dict[str, type[Written]] = {"study.yaml": StudyFile, "appraisal.yaml": Appraisal, "claims.yaml": Claims}


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
        for note in () if found else (*twice(folder), *untold(folder)):
            print(f"  {screen(note)}")
        told = (
            f"{len(found)} problem{'' if len(found) == 1 else 's'}" if found else "every key, place and word is found"
        )
        print(f"{'✗' if found else '✓'} {screen(folder.name)}: {told}")
    return 1 if failed else 0


def problems(folder: Path) -> Iterator[Problem]:
    """Everything wrong with study.yaml, the documents it points at, and what else a person wrote beside it."""
    if not folder.is_dir():
        yield Problem(str(folder), "", "no such folder", "the folder of a study, or its name under studies/")
        return
    roles = list[str]()
    if not is_undescribed(folder):
        yield from _of(lambda: extract(folder))
        path = folder / "study.yaml"
        file = as_far_as_it_goes(path, StudyFile, SPARE)[0] if path.is_file() else None
        if file is not None:
            named, roles = file.rivals, [role for role, _ in file.locators()]
            yield from _of(lambda: rivals.named(folder.name, named))
    yield from _of(lambda: read_claims(folder))
    yield from _of(lambda: check(folder / "appraisal.yaml", read_appraisal(folder)))
    yield from _of(lambda: read_reply(folder, roles, read_appraisal(folder).ask))
    for path in sorted(folder.glob("texts.*.yaml")) if readable(folder) else ():
        yield from translated(path)


def readable(folder: Path) -> bool:
    """Can each file be read whose texts are translated? Of one that cannot, no translation is known to be unused."""
    there = [(folder / name, model) for name, model in TEXTS.items() if (folder / name).is_file()]
    spare: dict[type[Written], dict[str, Any]] = {StudyFile: SPARE}
    return all(as_far_as_it_goes(path, model, spare.get(model, {}))[0] is not None for path, model in there)


def translated(path: Path) -> Iterator[Problem]:
    """What is wrong with a file of translations: its language, or a text that no file of the study says any more."""
    language = path.name.split(".")[1]
    if language not in languages():
        there = ", ".join(f"texts.{each}.yaml" for each in languages())
        yield Problem(str(path), "", f"the language “{language}”", f"one of {there}")
        return
    try:
        known = read_texts(path.parent, language)
    except Problem as problem:
        yield from problem.every
        return
    said = written(path.parent)
    for text in known:
        if text not in said:
            near = "".join(f"“{each}”? " for each in get_close_matches(text, said, 1, 0.8))
            found, write = f"“{text}”, which no file of this study says", f"{near}a text as {', '.join(TEXTS)} has it"
            yield Problem(str(path), line_of(path, text), found, write)


def written(folder: Path) -> list[str]:
    """Every text of the files that a person wrote for a study, as far as they can be read."""
    there = {folder / name: model for name, model in TEXTS.items() if (folder / name).is_file()}
    read = (as_far_as_it_goes(path, model, SPARE if model is StudyFile else {})[0] for path, model in there.items())
    return list(dict.fromkeys(text for file in read if file for text in texts(file)))


def untold(folder: Path) -> Iterator[str]:
    """How many texts a file of translations leaves as they are written, and the first of them."""
    for path in sorted(folder.glob("texts.*.yaml")):
        known = of_study(folder, path.name.split(".")[1]).texts
        every = written(folder)
        left = [text for text in every if text not in known]
        if left:
            yield f"{path.name}: {len(left)} of {len(every)} texts are not translated, the first one “{left[0]}”"


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
