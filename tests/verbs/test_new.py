"""Is a new working folder complete, and is a folder that holds anything left alone?"""

from __future__ import annotations

import os
import tomllib
from pathlib import Path

import pytest

from reread.__main__ import main
from reread.verbs import new


@pytest.fixture
def made(tmp_path: Path) -> Path:
    """A new folder."""
    assert main(["new", str(tmp_path / "readings")]) == 0
    return tmp_path / "readings"


def test_it_holds_the_pipeline_and_an_example(made: Path) -> None:
    for name in ("Snakefile", "config.yaml", "README.md", "workflow/rules/common.smk", "profiles/default/config.yaml"):
        assert (made / name).is_file(), name
    for pattern in ("notebooks/*.ipynb", "notebooks/across/*.ipynb", "evidence/*.csv", "studies/*/study.yaml"):
        assert list(made.glob(pattern)), pattern
    assert not list(made.rglob("__pycache__"))


def test_the_example_reads_without_a_failure(made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(made)
    for study in os.listdir("studies"):
        folder = [f"studies/{study}", "--out", f"results/{study}"]
        for verb in ("extract", "check", "explain", "appraise"):
            assert main([verb, *folder]) == 0
    assert main(["outcome", *os.listdir("studies")]) == 0


def test_it_says_what_to_do_next(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "empty").mkdir()
    assert main(["new", str(tmp_path / "empty")]) == 0
    said = capsys.readouterr().out
    assert said.splitlines()[-1] == f"Next: cd {tmp_path / 'empty'} && snakemake --cores 4"
    assert all(path.name in said for path in (tmp_path / "empty").iterdir())


@pytest.mark.parametrize("what", ["a folder that is not empty", "a file"])
def test_what_is_there_is_left_alone(what: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    place = tmp_path / "mine"
    if what == "a file":
        place.write_text("mine", encoding="utf-8")
    else:
        place.mkdir()
        (place / ".hidden").touch()
    before = sorted(tmp_path.rglob("*"))
    assert main(["new", str(place)]) == 1
    assert f"{place}: found {what}; write the name of a new folder" in capsys.readouterr().err
    assert sorted(tmp_path.rglob("*")) == before


def test_the_wheel_carries_the_same(repo: Path) -> None:
    wheel = tomllib.loads((repo / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["hatch"]["build"]["targets"]
    carried = wheel["wheel"]["force-include"]
    there = [name for name in new.PARTS if (repo / name).exists()]
    assert carried == {name: f"reread/{new.OWN.name}/{name}" for name in there}
