"""Do other runs, elsewhere and under other circumstances, give the same bytes in every file?"""

from __future__ import annotations

from pathlib import Path

import pytest
from runs import BOTH, Program, Ran, again, copy_parts

pytestmark = pytest.mark.pipeline
ELSEWHERE = {"TZ": "Asia/Jakarta", "LC_ALL": "C", "COLUMNS": "40"}


def test_every_page_made_again_is_the_same_byte_for_byte(program: Program, both: Ran, tmp_path: Path) -> None:
    """All studies in both languages: another place, one core, another zone and locale."""
    place = again(both, tmp_path / "another place, für Leser")
    pages = [*(place / "results").rglob("report.html"), *(place / "results").rglob("index.html")]
    assert len(pages) == 2 * (7 + 1)
    for page in pages:
        page.unlink()
    other = program.run(place, *BOTH, "--cores", "1", **ELSEWHERE)
    assert other.code == 0, other.screen
    _same(both, other)
    assert {Path(name).suffix for name in both.files()} == {".csv", ".docx", ".html", ".ipynb", ".json", ".md", ".svg"}


def test_a_program_elsewhere_whose_jobs_start_by_themselves_makes_the_same(
    program: Program, full: Ran, tmp_path: Path
) -> None:
    """No hooks: no process that has the program loaded, so each job and each kernel starts alone."""
    there = Program(copy_parts(program.folder, tmp_path / "program", tuple(p.name for p in program.folder.iterdir())))
    place = copy_parts(program.folder, tmp_path / "another place, für Leser")
    alone = there.run(place, "--no-hooks", "--cores", "1", **ELSEWHERE)
    assert alone.code == 0, alone.screen
    _same(full, alone)


def _same(one: Ran, other: Ran) -> None:
    first, second = one.files(), other.files()
    assert sorted(first) == sorted(second)
    assert {name: _parting(first[name], second[name]) for name in first if first[name] != second[name]} == {}


def test_no_file_names_the_machine(both: Ran, program: Program, repo: Path) -> None:
    here = [str(folder).encode() for folder in (both.place, program.folder, repo, Path.home())]
    assert [name for name, content in both.files().items() if any(place in content for place in here)] == []


def test_no_notebook_warns(both: Ran) -> None:
    """What a library has to say to a programmer stands on no page."""
    assert [name for name, content in both.files().items() if b"Warning:" in content] == []


def _parting(first: bytes, second: bytes) -> tuple[bytes, bytes]:
    """What stands where two files part."""
    pairs = zip(first, second, strict=False)
    at = next((k for k, (a, b) in enumerate(pairs) if a != b), min(len(first), len(second)))
    return first[max(0, at - 60) : at + 60], second[max(0, at - 60) : at + 60]
