"""Does a damaged document or study file give a row or a refusal, and never a fault? `make mutated` asks 2,000."""

from __future__ import annotations

from pathlib import Path
from random import Random

import mutated


def test_a_damaged_document_is_a_row(tmp_path: Path) -> None:
    assert mutated.documents(tmp_path, Random(5), 30, 2) == []


def test_a_damaged_study_file_is_accepted_or_refused(tmp_path: Path) -> None:
    assert mutated.study_files(tmp_path, Random(6), 30) == []
