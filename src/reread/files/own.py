"""Which checks, departures and rivals has a user put beside the program?

Those in the folders `checks/`, `departures/` and `rivals/` of the working directory; where it has no such folder, of
the folder where the Snakefile lies (as for `notebooks/` and `evidence/`). Each is found like one of the package: a file
`name.py`, or a folder `name/` with an `__init__.py`. Its words lie beside it: `name.en.yaml`, or `name/words/en.yaml`.
A name that begins with `_` is a helper of others.
"""

from __future__ import annotations

import ast
import importlib
import os
import pkgutil
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import ModuleType

from reread.files.problem import Problem

KINDS = ("checks", "departures", "rivals")
PROGRAM = "REREAD_PROGRAM"  # the pipeline says here where the Snakefile lies
DATA = (".py", ".yaml")


def working_directory() -> Path:
    """Where the program was started; of a notebook that JupyterLab starts in `notebooks/`, the folder around that."""
    here = Path.cwd()
    return next((place.parent for place in (here, here.parent) if place.name == "notebooks"), here)


def folder(kind: str) -> Path | None:
    """The user's folder of one kind, if there is one."""
    places = [working_directory(), *(Path(place).absolute() for place in [os.environ.get(PROGRAM)] if place)]
    return next((place / kind for place in places if (place / kind).is_dir()), None)


def modules(kind: str) -> dict[str, Path]:
    """Each module of the user's folder by its name: the file that is run."""
    mine = folder(kind)
    return {} if mine is None else dict(_listed(mine, mine.stat().st_mtime_ns))


@cache
def _listed(mine: Path, changed: int) -> tuple[tuple[str, Path], ...]:
    found = ((each.name, each.ispkg) for each in pkgutil.iter_modules([str(mine)]) if each.name[0] != "_")
    return tuple((name, mine / name / "__init__.py" if folded else mine / f"{name}.py") for name, folded in found)


def files(kind: str) -> Iterator[Path]:
    """Every file of the user's folder that a result may depend on."""
    mine = folder(kind)
    for path in sorted(mine.rglob("*")) if mine else ():
        inside = path.relative_to(mine).parts if mine else ()
        if path.suffix in DATA and path.is_file() and not any(part.startswith((".", "__pycache__")) for part in inside):
            yield path


def words_of(kind: str, name: str, language: str) -> Path | None:
    """Where the words of a user's module stand in a language, whether they are there or not; None for the package's."""
    path = modules(kind).get(name)
    if path is None:
        return None
    beside = path.parent / "words" / f"{language}.yaml"
    return beside if path.name == "__init__.py" else path.with_suffix(f".{language}.yaml")


def place(kind: str, path: Path) -> str:
    """How a message names a file of the user's folder."""
    mine = folder(kind)
    return f"{kind}/{path.relative_to(mine).as_posix()}" if mine else path.name


def join(kind: str, path: list[str]) -> None:
    """Let a room of the package (its `__path__`) import the user's modules as its own."""
    mine = folder(kind)
    wanted = [path[0], *([str(mine)] if mine else [])]
    if path != wanted:
        path[:] = wanted
        _forget(f"reread.{kind}", wanted)


def names(kind: str, path: list[str]) -> list[str]:
    """The modules of a room of the package, the user's among them. Raises Problem for a name that both have."""
    join(kind, path)
    ours, theirs = _of_package(path[0]), modules(kind)
    for name in theirs:
        if name in ours:
            raise Problem(place(kind, theirs[name]), "", f"the name of one of the program’s {kind}", "another name")
    return sorted([*ours, *theirs])


@cache
def _of_package(room: str) -> tuple[str, ...]:
    return tuple(module.name for module in pkgutil.iter_modules([room]))


def _forget(room: str, wanted: list[str]) -> None:
    """Unload modules of another folder that have the name of one that is looked for now."""
    importlib.invalidate_caches()
    there = {path.stem for each in wanted[1:] for path in Path(each).iterdir()}
    for name, module in list(sys.modules.items()):
        file, first = getattr(module, "__file__", None), name.removeprefix(f"{room}.").partition(".")[0]
        if name.startswith(f"{room}.") and first in there and file and not _inside(file, wanted):
            del sys.modules[name]
            vars(sys.modules[room]).pop(first, None)


def _inside(file: str, folders: list[str]) -> bool:
    return any(Path(file).is_relative_to(each) for each in folders)


def imported(kind: str, name: str, door: str) -> ModuleType:
    """A module of a room that defines `door`. A user's file without it is not run at all."""
    whole = f"reread.{kind}.{name}"
    if whole not in sys.modules and name in modules(kind) and not _defines(modules(kind)[name], door):
        raise AttributeError(f"no {door}(…), which every one of the {kind} has")
    return importlib.import_module(whole)


def _defines(path: Path, door: str) -> bool:
    """Does a file define a function, or another object, of this name?"""
    defined: set[str] = set()
    for node in ast.parse(path.read_bytes(), str(path)).body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            defined.add(node.name)
        elif isinstance(node, ast.ImportFrom):
            defined.update(alias.asname or alias.name for alias in node.names)
        elif isinstance(node, ast.Assign):
            defined.update(target.id for target in node.targets if isinstance(target, ast.Name))
    return door in defined
