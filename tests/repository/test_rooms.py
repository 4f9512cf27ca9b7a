"""Imports point down: from floor to floor, and inside a room as well."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

SRC = Path(__file__).parents[2] / "src" / "reread"

# From the ground up. A room is a folder of src/reread and may import from lower floors only: docs/map.md says why.
FLOORS = [
    {"files"},
    {"words", "documents", "figures"},
    {"numbers"},
    {"statistics"},
    {"study", "rivals"},
    {"reading", "datasets", "departures"},
    {"checks", "reanalysis", "appraisal"},
    {"explain", "bulk"},
    {"report"},
    {"notebook", "public"},
    {"screening"},
    {"verbs"},
    {"__main__"},
]
FLOOR = {room: height for height, rooms in enumerate(FLOORS) for room in rooms}
# The pipeline around the package, and a program that is an oracle in tests and a tool in notebooks (it rounds).
NEVER = {"snakemake", "pingouin"}


def name_of(path: Path) -> str:
    """The dotted name of a module below the package: `checks.grim`, `checks` for its `__init__`."""
    return ".".join(path.relative_to(SRC).with_suffix("").parts).removesuffix(".__init__")


MODULES = {name_of(path): path for path in sorted(SRC.rglob("*.py")) if path != SRC / "__init__.py"}


@cache
def imports(path: Path) -> tuple[tuple[int, str], ...]:
    """Line and dotted name of everything that a module imports, also inside functions."""
    return tuple(_imports(path))


def _imports(path: Path) -> Iterator[tuple[int, str]]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: import by full name, not relatively"
            yield from ((node.lineno, f"{node.module}.{alias.name}") for alias in node.names)


def needed(name: str) -> Iterator[str]:
    """The modules of the package that a module imports."""
    for _, whole in imports(MODULES[name]):
        if whole.startswith("reread."):
            inside = whole.removeprefix("reread.")
            yield inside if inside in MODULES else inside.rpartition(".")[0]


def test_the_root_holds_the_doors_only() -> None:
    assert {path.name for path in SRC.glob("*.py")} == {"__init__.py", "__main__.py"}


def test_every_room_has_a_floor() -> None:
    rooms = {name.partition(".")[0] for name in MODULES}
    assert not rooms - set(FLOOR), "place each in FLOORS, one floor above the highest room it imports"
    assert not set(FLOOR) - rooms, "take these out of FLOORS"


@pytest.mark.parametrize("room", sorted(set(FLOOR) - {"__main__"}))
def test_a_room_says_what_comes_in_and_goes_out(room: str) -> None:
    told = ast.get_docstring(ast.parse((SRC / room / "__init__.py").read_text(encoding="utf-8"))) or ""
    for word in ("IN", "OUT", "MAY NOT"):
        assert word in told, f"{room}/__init__.py does not say what is {word}"


@pytest.mark.parametrize("name", MODULES)
def test_imports_point_down(name: str) -> None:
    here = name.partition(".")[0]
    for line, whole in imports(MODULES[name]):
        parts = whole.split(".")
        assert parts[0] not in NEVER, f"{name}:{line} imports {parts[0]}, which src never does"
        if parts[0] != "reread" or len(parts) < 2 or parts[1] == here:
            continue
        assert FLOOR[parts[1]] < FLOOR[here], (
            f"{name}:{line} imports {parts[1]} (floor {FLOOR[parts[1]]}) into {here} (floor {FLOOR[here]}): "
            "imports point down; hand the value over as an argument, or move what both need to a lower floor"
        )


def test_no_circle_inside_a_room() -> None:
    try:
        tuple(TopologicalSorter({name: set(needed(name)) - {name} for name in MODULES}).static_order())
    except CycleError as circle:
        pytest.fail(f"modules that import each other: {' → '.join(circle.args[1])}")


def test_no_circle_of_folders_inside_a_room() -> None:
    """A folder inside a room is one thing: two folders that import each other are a circle, whatever their files do."""
    folders = {name: ".".join(path.parent.relative_to(SRC).parts) for name, path in MODULES.items()}
    graph: dict[str, set[str]] = {}
    for name, folder in folders.items():
        around = {folders.get(other, folder) for other in needed(name)} - {folder}
        graph.setdefault(folder, set()).update(other for other in around if not other.startswith(f"{folder}."))
    inner = {
        folder: {other for other in others if not folder.startswith(f"{other}.")} for folder, others in graph.items()
    }
    try:
        tuple(TopologicalSorter(inner).static_order())
    except CycleError as circle:
        pytest.fail(f"folders that import each other: {' → '.join(circle.args[1])}")
