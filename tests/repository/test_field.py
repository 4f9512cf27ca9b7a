"""Does the package know no field? What knows milk and infants lies in rivals/, studies/ and evidence/."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

SRC = Path(__file__).parents[2] / "src" / "reread"
FIELD = re.compile(
    r"\b(?:milk|lactat|lactog|breast|oxytocin|infant|newborn|baby|babies|birth|nursing|mother|massage|nadir|caesarean"
    r"|bayi|menyusui|laktasi|oksitosin|melahirkan|pijat)\w*|\bASI\b",
    re.I,
)
# what documents call people, by language, and the examples that ask for a locator
PEOPLE = re.compile(r"words/\w+/reading\.yaml")
EXAMPLE = "{20} mothers"


def texts(path: Path) -> Iterator[tuple[int, str]]:
    """Names and sentences of a file by line; of Python without docstrings, where published examples stand."""
    if path.suffix != ".py":
        yield from enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        return
    tree = ast.parse(path.read_text(encoding="utf-8"))
    docs = {
        node.body[0].value
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in docs:
            yield node.lineno, node.value
        name = getattr(node, "id", None) or getattr(node, "attr", None) or getattr(node, "name", None)
        if isinstance(name, str):
            yield getattr(node, "lineno", 0), name


@pytest.mark.parametrize("suffix", [".py", ".yaml", ".jinja", ".css"])
def test_no_word_of_one_field(suffix: str) -> None:
    files = [path for path in sorted(SRC.rglob(f"*{suffix}")) if not PEOPLE.search(path.as_posix())]
    assert files
    met = [
        f"{path.relative_to(SRC)}:{line}: {word}"
        for path in files
        for line, text in texts(path)
        for word in FIELD.findall(text.replace(EXAMPLE, "").replace("_", " "))
    ]
    assert met == []


def test_no_module_is_named_after_one_field() -> None:
    assert [path.name for path in SRC.rglob("*") if FIELD.search(path.stem.replace("_", " "))] == []


def test_the_rivals_of_one_field_would_be_met(repo: Path) -> None:
    """The test above can fail: in the folder where they lie, the words are found."""
    files = (repo / "rivals").rglob("*.py")
    found = [word for path in files for _, text in texts(path) for word in FIELD.findall(text)]
    assert {word.lower() for word in found} >= {"infant", "infants"}
