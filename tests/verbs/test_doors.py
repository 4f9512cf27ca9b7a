"""The door is light: help imports no verb, a paper needs no pipeline, and what is missing is told in one line."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from reread import verbs
from reread.__main__ import main

VERBS = sorted(path for path in verbs.HERE.glob("*.py") if path.stem != "__init__")
PAPER = "In one group the score rose, t(28) = 2.20, p = .001, and the mean was 5.19 (n = 28).\n"
PIPELINE = ("IPython", "SALib", "ipykernel", "matplotlib", "nbformat", "papermill", "pingouin", "snakemake", "zmq")


def loaded(folder: Path, *arguments: str) -> set[str]:
    """The modules that stand loaded after a call of the program."""
    told = f"""
import sys
from reread.__main__ import main
try:
    main({list(arguments)!r})
except SystemExit:
    pass
sys.stderr.write("\\n".join(sys.modules))
"""
    answer = subprocess.run([sys.executable, "-c", told], cwd=folder, capture_output=True, text=True, check=True)
    return set(answer.stderr.split("\n"))


def test_the_help_names_every_verb_with_its_first_line(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--help"])
    said = " ".join(capsys.readouterr().out.split())
    assert ended.value.code == 0
    assert len(VERBS) > 10
    for path in VERBS:
        first = (ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or "").split("\n")[0]
        assert f" {path.stem} {first}" in said


@pytest.mark.parametrize("path", VERBS, ids=lambda path: path.stem)
def test_each_verb_has_a_help_of_its_own(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main([path.stem, "--help"])
    assert ended.value.code == 0
    assert capsys.readouterr().out.startswith(f"usage: reread {path.stem} ")


def test_the_help_imports_no_verb_and_no_library(tmp_path: Path) -> None:
    modules = loaded(tmp_path, "--help")
    assert "reread.__main__" in modules
    assert not [name for name in modules if name.startswith("reread.verbs.")]
    assert not modules & {"numpy", "scipy", "pydantic", "ruamel.yaml", "jinja2", *PIPELINE}


def test_a_text_is_read_without_what_it_does_not_need(tmp_path: Path) -> None:
    (tmp_path / "paper.txt").write_text(PAPER, encoding="utf-8")
    modules = loaded(tmp_path, "read", "paper.txt")
    assert (tmp_path / "paper.reread.html").is_file()
    assert not modules & {"scipy.stats", "pandas", "pypdfium2", "pdf_inspector", "ruamel.yaml", *PIPELINE}


def test_a_file_in_place_of_a_verb_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    for folder in (tmp_path, tmp_path / "papers"):
        folder.mkdir(exist_ok=True)
        (folder / "paper.txt").write_text(PAPER, encoding="utf-8")
    assert main(["papers/paper.txt"]) == 0
    short = capsys.readouterr().out
    assert main(["read", "papers/paper.txt"]) == 0
    assert capsys.readouterr().out == short
    assert main(["paper.txt", "--out", "page.html"]) == 0
    assert (tmp_path / "page.html").read_text(encoding="utf-8").startswith("<!doctype html>")


def test_a_file_that_is_not_there_is_told_as_by_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path / "paper.pdf")]) == 1
    assert "paper.pdf: found a file that cannot be read" in capsys.readouterr().err


def test_a_word_that_is_neither_verb_nor_file_is_told_with_the_verbs(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["raed"])
    said = capsys.readouterr().err
    assert "invalid choice: 'raed'" in said
    assert all(path.stem in said for path in VERBS)


@pytest.mark.parametrize("verb", ["notebook", "across", "answers"])
def test_a_verb_without_the_pipeline_says_what_to_install(
    verb: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in [name for name in sys.modules if name.startswith(("reread.notebook", "reread.verbs.", "nbformat"))]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "nbformat", None)  # as if it were not installed
    assert main([verb, "notebooks/rivals.ipynb"]) == 1
    assert capsys.readouterr().err == f"reread {verb}: needs reread[pipeline]: pip install 'reread[pipeline]'\n"


def test_another_missing_package_is_no_matter_of_the_pipeline() -> None:
    assert verbs.of_the_pipeline("IPython.display")
    assert verbs.of_the_pipeline("jupyter_client.manager")
    assert not verbs.of_the_pipeline("numpy")
    assert not verbs.of_the_pipeline("ipy")
    assert not verbs.of_the_pipeline("reread.checks.no_such")
