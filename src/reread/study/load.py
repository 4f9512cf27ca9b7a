"""How does a later stage get the study that an earlier one extracted? From the study file and the ledger, unchanged.

Of a study that nobody has confirmed (its file says so, or there is none) stages get what it is called, and the numbers
of entries that a person has confirmed by themselves; `load_proposed` gives what else the program or the file proposes,
for the checks that need no roles.
"""

from __future__ import annotations

from pathlib import Path

from reread.files.problem import Problem
from reread.files.results import read_json
from reread.files.written import read_yaml
from reread.study import ledger
from reread.study.file import StudyFile
from reread.study.values import Study, study_of


def load_study(folder: Path, results: Path) -> Study:
    """The study in `studies/<id>` with the numbers in `results/<id>/numbers.csv`. Raises Problem."""
    file = study_file(folder, results)
    return study_of(folder.name, file if file.confirmed else file.unread(), ledger.read(results / "numbers.csv"))


def load_proposed(folder: Path, results: Path) -> Study | None:
    """The study as proposed; None where a person has confirmed it."""
    file = study_file(folder, results)
    return None if file.confirmed else study_of(folder.name, file.proposed(), ledger.read(results / "numbers.csv"))


def study_file(folder: Path, results: Path) -> StudyFile:
    """The study file of a folder; where there is none, the one that the extract stage proposed. Raises Problem.

    Where it lists no methods, those that the extract stage found mentioned.
    """
    path, made = folder / "study.yaml", results / "study.json"
    told = read_json(made) if made.is_file() else {}
    drafted = {} if path.is_file() else told.get("drafted")
    if not path.is_file() and not drafted:
        raise Problem(str(path), "", "no study file", f"{path} (README: add a study)")
    file = StudyFile.model_validate(drafted, strict=False) if drafted else read_yaml(path, StudyFile)
    if file.methods is not None:
        return file
    return file.model_copy(update={"methods": tuple(each["method"] for each in told.get("mentions", ()))})
