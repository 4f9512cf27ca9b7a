"""Do two clean runs of all studies, elsewhere and under other circumstances, give the same bytes in every file?"""

from __future__ import annotations

from pathlib import Path

import pytest
from runs import BOTH, Program, Ran, copy_parts

pytestmark = pytest.mark.pipeline
ALL = ("studies", "notebooks", "evidence")


@pytest.fixture(scope="module")
def other(program: Program, tmp_path_factory: pytest.TempPathFactory) -> Ran:
    """A second run of all: program elsewhere, blanks and an umlaut in the path, one core, another zone and locale."""
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    there = Program(copy_parts(program.folder, elsewhere / "program", tuple(p.name for p in program.folder.iterdir())))
    place = copy_parts(program.folder, elsewhere / "another place, für Leser", ALL)
    return there.run(place, *BOTH, "--cores", "1", TZ="Asia/Jakarta", LC_ALL="C", COLUMNS="40")


def test_every_file_is_the_same_byte_for_byte(both: Ran, other: Ran) -> None:
    assert other.code == 0, other.screen
    _same(both, other)
    assert {Path(name).suffix for name in both.files()} == {".csv", ".docx", ".html", ".ipynb", ".json", ".md", ".svg"}


def test_jobs_that_start_by_themselves_make_the_same(program: Program, full: Ran, tmp_path: Path) -> None:
    """No hooks: no process that has the program loaded, so each job and each kernel starts alone."""
    alone = program.run(copy_parts(program.folder, tmp_path / "alone"), "--no-hooks")
    assert alone.code == 0, alone.screen
    _same(full, alone)


def _same(one: Ran, other: Ran) -> None:
    first, second = one.files(), other.files()
    assert sorted(first) == sorted(second)
    assert {name: _parting(first[name], second[name]) for name in first if first[name] != second[name]} == {}


def test_no_file_names_the_machine(both: Ran, program: Program, repo: Path) -> None:
    here = [str(folder).encode() for folder in (both.place, program.folder, repo, Path.home())]
    assert [name for name, content in both.files().items() if any(place in content for place in here)] == []


def _parting(first: bytes, second: bytes) -> tuple[bytes, bytes]:
    """What stands where two files part."""
    pairs = zip(first, second, strict=False)
    at = next((k for k, (a, b) in enumerate(pairs) if a != b), min(len(first), len(second)))
    return first[max(0, at - 60) : at + 60], second[max(0, at - 60) : at + 60]
