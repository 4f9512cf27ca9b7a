"""A study of another field and another design (a published two-arm trial) is one folder and no code."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from reread.__main__ import main

STUDY = "streptomycin-1948"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The stages before and after the notebooks, on the fixture alone."""
    root = tmp_path_factory.mktemp("field")
    shutil.copytree(Path(__file__).parents[1] / "fixtures" / STUDY, root / "studies" / STUDY)
    out = root / "results" / STUDY
    for verb in ("extract", "check", "appraise"):
        assert main([verb, str(root / "studies" / STUDY), "--out", str(out)]) == 0
    assert main(["report", STUDY, "--results", str(root / "results"), "--root", str(root)]) == 0
    return out


def test_nothing_is_called_impossible(folder: Path) -> None:
    found = json.loads((folder / "findings.json").read_text(encoding="utf-8"))
    assert found["ok"]
    assert {finding["status"] for finding in found["findings"]} == {"undecided"}
    assert {finding["check"] for finding in found["findings"]} == {"counts_total"}


def test_the_design_is_the_one_that_can_tell(folder: Path) -> None:
    appraisal = json.loads((folder / "appraisal.json").read_text(encoding="utf-8"))
    assert appraisal["design"]["tells"] == "yes"
    page = (folder / "report.html").read_text(encoding="utf-8")
    assert "This design can tell, if it was kept to." in page
    assert "streptomycin" in page
