"""Is `import reread` free, are its names those that it promises, and does none of them stand in the way of a room?"""

from __future__ import annotations

import ast
import importlib
import subprocess
import sys
from pathlib import Path

import pytest

import reread

SRC = Path(reread.__file__).parent
ROOMS = {path.parent.name for path in SRC.glob("*/__init__.py")}
HEAVY = ("numpy", "scipy", "pandas", "pydantic", "lxml", "matplotlib")


def loaded_after(code: str) -> set[str]:
    """The modules that a fresh interpreter has loaded when it has run this."""
    command = [sys.executable, "-c", f"{code}\nimport sys; print(*sys.modules)"]
    return set(subprocess.run(command, capture_output=True, text=True, check=True).stdout.split())


def test_import_loads_nothing() -> None:
    loaded = loaded_after("import reread")
    assert not loaded & set(HEAVY)
    assert {name for name in loaded if name.startswith("reread")} == {"reread"}


@pytest.mark.parametrize(
    "code", ["reread.grim('5.19', n=28).told()", "reread.read_text('t(28) = 2.20, p = .036').results"]
)
def test_pandas_and_matplotlib_are_not_loaded_without_a_frame(code: str) -> None:
    assert not loaded_after(f"import reread; {code}") & {"pandas", "matplotlib", "snakemake", "nbformat"}


def test_a_frame_loads_pandas() -> None:
    assert "pandas" in loaded_after("import reread; reread.read_text('t(28) = 2.20, p = .036').numbers")


def test_editors_see_the_names_that_are_public() -> None:
    tree = ast.parse((SRC / "__init__.py").read_text(encoding="utf-8"))
    seen = [name.name for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) for name in node.names]
    assert sorted(set(seen) - {"import_module", "TYPE_CHECKING", "Any"}) == sorted(reread.__all__)


@pytest.mark.parametrize("name", reread.__all__)
def test_every_name_is_there(name: str) -> None:
    assert name in dir(reread)
    found = getattr(reread, name)
    assert found is getattr(reread, name)
    assert found.__doc__


def test_other_names_are_errors() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'grin'"):
        _ = reread.grin


def test_no_name_stands_in_the_way_of_a_room() -> None:
    both = ROOMS & set(reread.__all__)
    assert {name for name in both if getattr(reread, name) is not importlib.import_module(f"reread.{name}")} == set()
    code = "; ".join(f"reread.{name}" for name in reread.__all__)
    rooms = "; ".join(f"import reread.{room}; from reread import {room}" for room in sorted(ROOMS))
    assert "reread.study.values" in loaded_after(
        f"import reread; {code}; {rooms}; from reread.study.values import Study"
    )
