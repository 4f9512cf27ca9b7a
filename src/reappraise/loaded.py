"""How does a later stage get the study that an earlier one extracted? From the study file and the ledger, unchanged."""

from pathlib import Path

from reappraise.extract import ledger
from reappraise.study import Study, study_of
from reappraise.study_file import StudyFile
from reappraise.written import read_yaml


def load_study(folder: Path, results: Path) -> Study:
    """The study in `studies/<id>` with the numbers in `results/<id>/numbers.csv`. Raises Problem."""
    file = read_yaml(folder / "study.yaml", StudyFile)
    return study_of(folder.name, file, ledger.read(results / "numbers.csv"))
