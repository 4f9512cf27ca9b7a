"""House rules that no linter knows: what is tracked, how notebooks are stored, how long a file may be."""

import ast
import json
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest

LONGEST_MODULE = 250
REGISTRY = re.compile(
    r"\b(?:pypi|pythonhosted|npmjs|anaconda|crates|debian)\.(?:org|com|io)\b|https?://\S*(?:/simple\b|\.whl\b)", re.I
)
MACHINE_PATH = re.compile(r"(?<![\w./}])/(?:home|root|tmp|work|Users)/[\w.-]+")


@pytest.fixture(scope="module")
def files(repo: Path) -> list[Path]:
    """Every file that is in git or about to be, relative to the root."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    try:
        listed = subprocess.run(command, cwd=repo, capture_output=True, text=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("not a git checkout: nothing says which files belong to it")
    return [Path(name) for name in listed.split("\0") if name and (repo / name).is_file()]


def read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return ""


def places(repo: Path, files: list[Path], pattern: re.Pattern[str]) -> list[str]:
    texts = {path: read(repo / path) for path in files}
    return [f"{p}:{t.count(chr(10), 0, m.start()) + 1}: {m[0]}" for p, t in texts.items() for m in pattern.finditer(t)]


def test_results_are_not_tracked(files: list[Path]) -> None:
    made = [p for p in files if p.parts[0] == "results" and p.name not in {"README.md", ".gitignore"}]
    assert not made


def test_originals_are_not_tracked(files: list[Path]) -> None:
    assert not [p for p in files if p.parts[0] == "studies" and p.name.startswith("original")]


def test_no_registry_address(repo: Path, files: list[Path]) -> None:
    assert not places(repo, files, REGISTRY)


def test_no_path_of_one_machine(repo: Path, files: list[Path]) -> None:
    assert not places(repo, files, MACHINE_PATH)


def stored_notebooks(repo: Path) -> dict[str, dict[str, Any]]:
    paths = [path for path in sorted((repo / "notebooks").rglob("*.ipynb")) if path.parent.name[0] != "."]
    return {path.name: json.loads(read(path)) for path in paths}


def test_notebooks_hold_no_outputs(repo: Path) -> None:
    for name, notebook in stored_notebooks(repo).items():
        ran = [c for c in notebook["cells"] if c.get("outputs") or c.get("execution_count")]
        assert not ran, f"{name}: .venv-lab/bin/jupyter nbconvert --clear-output --inplace notebooks/{name}"


def test_notebooks_open_on_the_projects_kernel(repo: Path) -> None:
    kernels = {name: nb["metadata"].get("kernelspec", {}).get("name") for name, nb in stored_notebooks(repo).items()}
    assert set(kernels.values()) <= {"reread"}, kernels


def test_notebooks_have_one_parameters_cell(repo: Path) -> None:
    for name, notebook in stored_notebooks(repo).items():
        tags = [tag for cell in notebook["cells"] for tag in cell["metadata"].get("tags", [])]
        assert tags.count("parameters") == 1, f"{name}: papermill puts its own cell after the one tagged `parameters`"
        assert "injected-parameters" not in tags, f"{name}: this is a notebook that ran, not the one to store"


def test_modules_are_short(repo: Path) -> None:
    lengths = {p: len(read(p).splitlines()) for p in (repo / "src").rglob("*.py")}
    assert not {str(p.relative_to(repo)): n for p, n in lengths.items() if n > LONGEST_MODULE}


def test_modules_say_what_they_answer(repo: Path) -> None:
    silent = [p for p in (repo / "src").rglob("*.py") if not ast.get_docstring(ast.parse(read(p)))]
    assert not [str(p.relative_to(repo)) for p in silent]
