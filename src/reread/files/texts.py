"""What has a person written to be read, and how does it read in another language?

Files of a person mark their texts: a field `Text` is a sentence or a label, of `Names` the keys are (a category, say).
Their translations stand beside them, in `texts.<language>.yaml`: what is written, and below it or behind it how that
reads. A text without one is told as it was written.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Annotated, Any, TypeVar

from reread.files.keyed import load
from reread.files.problem import Problem
from reread.files.written import Written, line_of

READ, NAMED = "read", "named"
Text = Annotated[str, READ]
M = TypeVar("M", bound=Written)


def read_texts(folder: Path, language: str) -> dict[str, str]:
    """Text → how it reads in a language; empty where nothing is written. Raises Problem for what is no such list."""
    path = folder / f"texts.{language}.yaml"
    if not path.is_file():
        return {}
    found = load(path)
    if found is None:
        return {}
    if not isinstance(found, Mapping):
        raise Problem(str(path), "", "no list of texts", "each text as `what is written: how it reads`")
    wrong = [name for name, told in found.items() if not (isinstance(name, str) and isinstance(told, str) and told)]
    if wrong:
        problems = [
            Problem(str(path), line_of(path, name), f"“{name}” without words beside it", "how it reads, in quotes")
            for name in wrong
        ]
        raise Problem.of(problems)
    return {str(name): str(told) for name, told in found.items()}


def texts(node: Any) -> Iterator[str]:
    """Every text of a file that a person wrote, in its order."""
    if isinstance(node, Written):
        for name, field in type(node).model_fields.items():
            value = getattr(node, name)
            if READ in field.metadata:
                yield from _strings(value)
            elif NAMED in field.metadata:
                yield from value
            yield from texts(value)
    elif isinstance(node, Mapping | tuple):
        for value in node.values() if isinstance(node, Mapping) else node:
            yield from texts(value)


def untranslated(node: Written, written_in: str, language: str, known: Mapping[str, str]) -> list[str]:
    """The texts of a file that a page in another language shows as they were written."""
    return [text for text in dict.fromkeys(texts(node)) if text not in known] if language != written_in else []


def retold(node: M, own: Callable[[str], str]) -> M:
    """The file with each sentence and label as `own` tells it; names, which others point at, stay as they are."""
    made: M = _retold(node, own)
    return made


def _retold(node: Any, own: Callable[[str], str]) -> Any:
    if isinstance(node, Written):
        changed = {}
        for name, field in type(node).model_fields.items():
            value = getattr(node, name)
            changed[name] = _each(value, own) if READ in field.metadata else _retold(value, own)
        return node.model_copy(update=changed)
    if isinstance(node, dict):
        return {name: _retold(value, own) for name, value in node.items()}
    return tuple(_retold(value, own) for value in node) if isinstance(node, tuple) else node


def _each(value: Any, own: Callable[[str], str]) -> Any:
    """A marked field: one text, or several in a list or by name."""
    if isinstance(value, dict):
        return {name: _each(one, own) for name, one in value.items()}
    if isinstance(value, tuple):
        return tuple(_each(one, own) for one in value)
    return own(value) if isinstance(value, str) and value else value


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield from [value] if value else []
    elif isinstance(value, Mapping | tuple):
        for one in value.values() if isinstance(value, Mapping) else value:
            yield from _strings(one)
