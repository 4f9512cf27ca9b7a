"""Which words stand beside numbers, in which language?

IN: `<language>/reading.yaml` (and `symbols.yaml` for what all languages write the same). OUT: lists of words by kind,
of all languages together, because one document may print two. MAY NOT: hold a rule; those stand in `reading/`.

>>> "responden" in words("persons"), "SD" in labels()["sd"], "simpangan baku" in labels()["sd"]
(True, True, True)
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from reread.words import READING, own_yaml

FOLDER = Path(__file__).parent
SYMBOLS = "symbols.yaml"


@cache
def trees() -> dict[str, dict[str, Any]]:
    """The words of each language by its name, and `symbols`, which all languages write the same."""
    files = {path.parent.name: path for path in sorted(FOLDER.glob(f"*/{READING}"))} | {"symbols": FOLDER / SYMBOLS}
    return {name: own_yaml(path) for name, path in files.items()}


@cache
def words(kind: str) -> tuple[str, ...]:
    """All words of one kind, the longest first."""
    found = {str(word) for tree in trees().values() for word in tree.get(kind, ())}
    return tuple(sorted(found, key=lambda word: (-len(word), word)))


@cache
def values(kind: str) -> dict[str, int]:
    """The words of one kind and the number that each stands for."""
    return {str(k): int(v) for tree in trees().values() for k, v in (tree.get(kind) or {}).items()}


@cache
def labels() -> dict[str, tuple[str, ...]]:
    """Statistic → the words and symbols that name it."""
    found: dict[str, set[str]] = {}
    for tree in trees().values():
        for stat, names in tree["labels"].items():
            found.setdefault(stat, set()).update(map(str, names))
    return {stat: tuple(sorted(names, key=lambda name: (-len(name), name))) for stat, names in found.items()}


def either(names: Iterable[str]) -> str:
    """A pattern for any of these words, in any case where they have three letters or more.

    >>> bool(re.search(either(["mean", "M"]), "Mean")), bool(re.search(either(["mean", "M"]), "m"))
    (True, False)
    """
    return "(?:" + "|".join(_one(name) for name in names) + ")"


@cache
def _one(name: str) -> str:
    pattern = re.escape(name).replace(r"\ ", r"\s+")
    return f"(?i:{pattern})" if sum(character.isalpha() for character in name) > 2 else pattern
