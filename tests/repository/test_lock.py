"""The lock files: exact, hashed, without addresses, and in step with pyproject.toml."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

LOCKS = ("requirements.lock", "requirements-lab.lock", "requirements-slurm.lock")


def pins(path: Path) -> dict[str, list[tuple[str, int]]]:
    """Name → (version, number of hashes), one for each environment marker."""
    found: dict[str, list[tuple[str, int]]] = {}
    for block in re.split(r"\n(?=\S)", path.read_text(encoding="utf-8").strip()):
        head = block.splitlines()[0].removesuffix("\\")
        requirement = Requirement(head)
        (exact,) = requirement.specifier
        assert exact.operator == "==", head
        found.setdefault(requirement.name, []).append(
            (exact.version, len(re.findall(r"--hash=sha256:[0-9a-f]{64}", block)))
        )
    return found


def asked(repo: Path) -> dict[str, list[Requirement]]:
    """Lock file → everything it is asked to hold."""
    data = tomllib.loads((repo / "pyproject.toml").read_text(encoding="utf-8"))
    extras = data["project"]["optional-dependencies"].values()
    main = [
        *data["build-system"]["requires"],
        *data["project"]["dependencies"],
        *(r for extra in extras for r in extra),
    ]
    alone = {lock: [line for line in _lines(repo, lock) if line[:1] not in {"", "#", "-"}] for lock in LOCKS[1:]}
    return {"requirements.lock": list(map(Requirement, main))} | {
        lock: list(map(Requirement, lines)) for lock, lines in alone.items()
    }


def _lines(repo: Path, lock: str) -> list[str]:
    return (repo / lock).with_suffix(".in").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("lock", LOCKS)
def test_every_pin_has_hashes(repo: Path, lock: str) -> None:
    bare = [name for name, versions in pins(repo / lock).items() if any(hashes == 0 for _, hashes in versions)]
    assert not bare


@pytest.mark.parametrize("lock", LOCKS)
def test_no_addresses(repo: Path, lock: str) -> None:
    text = (repo / lock).read_text(encoding="utf-8")
    options = [line for line in text.splitlines() if re.match(r"\s*-(?!-hash=)", line)]
    assert not options, "index, find-links and the like belong to the machine"
    assert not re.search(r"://|\bfile:|@ |\b[\w-]+\.(?:org|com|net|io)\b", text)


@pytest.mark.parametrize("lock", LOCKS)
def test_holds_what_is_asked_for(repo: Path, lock: str) -> None:
    held = pins(repo / lock)
    missing = [str(r) for r in asked(repo)[lock] if r.name not in held]
    outside = [f"{r} but {v}" for r in asked(repo)[lock] for v, _ in held.get(r.name, []) if v not in r.specifier]
    assert not missing + outside, "make lock"


def test_lab_stays_out_of_the_pipeline(repo: Path) -> None:
    assert "jupyterlab" not in pins(repo / "requirements.lock"), (
        "it adds a second to every process that imports nbformat"
    )
