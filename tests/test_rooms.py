"""Imports point down: documents → numbers → study → findings → notebooks' views → report → stages → the command."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

SRC = Path(__file__).parents[1] / "src" / "reappraise"

# From the ground up. A room is a module or a folder of src/reappraise; it may import from lower floors only.
FLOORS = [
    {"problem", "interval", "formulas", "effect_sizes", "show", "results_json", "verdict", "notebook_run"},
    {"reported", "written", "words", "evidence_rows", "figures", "notebook_result", "identification"},
    {"role_names", "documents", "pointing", "config", "evidence", "conventions", "lesson"},
    {"reported_test"},
    {"study_file"},
    {"extract", "trials"},
    {"study"},
    {
        "finding",
        "samples",
        "ratios",
        "bounds",
        "datasets",
        "intervals_of_change",
        "loaded",
        "printed_test",
        "misprints",
    },
    {"significance", "intervals_of_tests", "d_of_change", "d_of_groups"},
    {"summaries", "departures", "rivals", "side_by_side", "appraise"},
    {"checks", "reanalysis"},
    {"benign", "finding_words", "bulk", "explain", "draft", "fewer_answered"},
    {"explanation_words", "as_read"},
    {"views", "report"},
    {"section"},
    {"stages"},
    {"__main__"},
]
FLOOR = {room: height for height, rooms in enumerate(FLOORS) for room in rooms}
# The pipeline around the package, and a program that is an oracle in tests and a tool in notebooks (it rounds).
NEVER = {"snakemake", "pingouin"}


def room_of(path: Path) -> str:
    part = path.relative_to(SRC).parts[0]
    return part.removesuffix(".py")


def imports(path: Path) -> Iterator[tuple[int, str]]:
    """Line and dotted name of everything that a module imports, also inside functions."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: import by full name, not relatively"
            yield from ((node.lineno, f"{node.module}.{alias.name}") for alias in node.names)


def modules() -> list[Path]:
    return [path for path in sorted(SRC.rglob("*.py")) if path != SRC / "__init__.py"]


def test_every_module_has_a_floor() -> None:
    new = sorted({room_of(path) for path in modules()} - set(FLOOR))
    assert not new, f"{new}: place each in FLOORS of tests/test_rooms.py, one floor above the highest room it imports"


def test_no_floor_holds_what_is_gone() -> None:
    gone = sorted(set(FLOOR) - {room_of(path) for path in modules()})
    assert not gone, f"{gone}: take these out of FLOORS"


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(SRC)))
def test_imports_point_down(path: Path) -> None:
    here = room_of(path)
    for line, name in imports(path):
        parts = name.split(".")
        assert parts[0] not in NEVER, f"{path.name}:{line} imports {parts[0]}, which src never does"
        if parts[0] != "reappraise" or len(parts) < 2 or parts[1] == here:
            continue
        assert FLOOR[parts[1]] < FLOOR[here], (
            f"{path.name}:{line} imports {parts[1]} (floor {FLOOR[parts[1]]}) into {here} (floor {FLOOR[here]}): "
            "imports point down; hand the value over as an argument, or move what both need to a lower floor"
        )
