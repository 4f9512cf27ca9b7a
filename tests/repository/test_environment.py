"""environment.yml promises what pyproject.toml promises with the extra `pipeline`, range by range."""

import re
import tomllib
from pathlib import Path

from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from ruamel.yaml import YAML

# what conda calls differently (matplotlib-base: matplotlib without Qt; snakemake-minimal: what PyPI calls snakemake)
CONDA_NAMES = {
    "jupyter-client": "jupyter_client",
    "matplotlib": "matplotlib-base",
    "ruamel-yaml": "ruamel.yaml",
    "snakemake": "snakemake-minimal",
}
ONLY_CONDA = {"python", "pip", "jupyter"}
ONLY_PYPI = {"pdf-inspector"}


def promised(repo: Path) -> dict[str, SpecifierSet]:
    project = tomllib.loads((repo / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    listed = [*project["dependencies"], *project["optional-dependencies"]["pipeline"]]
    requirements = [Requirement(text) for text in listed]
    return {CONDA_NAMES.get(r.name, r.name): r.specifier for r in requirements}


def environment(repo: Path) -> dict[str, object]:
    return YAML(typ="safe").load(repo / "environment.yml")  # type: ignore[no-any-return]


def conda_packages(repo: Path) -> dict[str, SpecifierSet]:
    entries = [e for e in environment(repo)["dependencies"] if isinstance(e, str)]  # type: ignore[attr-defined]
    matches = [re.fullmatch(r"(\S+)(?:\s+(\S+))?", entry) for entry in entries]
    assert all(matches), entries
    return {m[1]: SpecifierSet(m[2] or "") for m in matches if m}


def by_pip(repo: Path) -> list[str]:
    (listed,) = [e["pip"] for e in environment(repo)["dependencies"] if isinstance(e, dict)]  # type: ignore[attr-defined]
    return list(listed)


def test_same_packages_and_ranges(repo: Path) -> None:
    conda = conda_packages(repo)
    pip = {r.name: r.specifier for r in (Requirement(text) for text in by_pip(repo) if not text.startswith("-"))}
    assert set(pip) == ONLY_PYPI
    assert {name: spec for name, spec in conda.items() if name not in ONLY_CONDA} | pip == promised(repo)
    assert set(conda) >= ONLY_CONDA


def test_python_range_lies_in_the_promise(repo: Path) -> None:
    project = tomllib.loads((repo / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    ours, theirs = SpecifierSet(project["requires-python"]), conda_packages(repo)["python"]
    for minor in range(8, 20):
        assert f"3.{minor}" not in theirs or f"3.{minor}" in ours, f"conda may choose 3.{minor}"
    assert "3.11" in theirs


def test_package_itself_comes_by_pip(repo: Path) -> None:
    assert by_pip(repo)[-1] == "-e ."


def test_snakemake_has_its_channel(repo: Path) -> None:
    assert environment(repo)["channels"] == ["conda-forge", "bioconda"], "bioconda needs conda-forge before it"
