"""Is a file that a person wrote (study, claims, config) what the program can use, and if not, what should it say?

YAML is read with places kept and checked against a pydantic model; every error becomes a `Problem` that names file and
line, key, what was found, what is allowed and the nearest allowed key.
"""

from __future__ import annotations

from difflib import get_close_matches
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from reread.files.problem import Problem

M = TypeVar("M", bound="Written")


class Written(BaseModel):
    """Base of everything a person writes: no unknown keys, no silent conversions."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class Misplaced(ValueError):  # noqa: N818 - it becomes a Problem
    """What a check of a whole file finds wrong at one of its keys: the key's path, what stands there, what to write."""

    def __init__(self, place: tuple[str | int, ...], found: str, write: str) -> None:
        super().__init__(write)
        self.place, self.found = place, found


KINDS = {
    "tuple_type": "a list, like [one, two]",
    "list_type": "a list, like [one, two]",
    "dict_type": "keys below it, indented",
    "model_type": "keys below it, indented",
    "bool_type": "true or false, without quotes",
    "int_type": "a whole number, without quotes",
    "float_type": "a number, without quotes",
    "string_type": "text, in quotes",
}


def read_yaml(path: Path, model: type[M]) -> M:
    """The file as `model`; Problem for anything unreadable, misspelt, missing or of the wrong kind."""
    data = load(path)
    if not isinstance(data, dict):
        raise Problem(str(path), "", "no keys", f"a file that begins with one of: {', '.join(model.model_fields)}")
    try:
        return model.model_validate(_plain(data))
    except ValidationError as error:
        raise problem_of(error, path, data, model) from error


def load(path: Path) -> Any:
    """The YAML with the place of every key; Problem where it is not YAML or a key stands twice."""
    from ruamel.yaml import YAML  # only where a person's file is read: a paper alone needs none
    from ruamel.yaml.error import MarkedYAMLError, YAMLError

    try:
        return YAML(typ="rt", pure=True).load(path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError) as error:
        raise Problem(str(path), "", f"a file that cannot be read ({error})", "a readable UTF-8 text file") from error
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        found = " ".join(str(error.problem or error.context or "text that is not YAML").split())
        if "duplicate key" in found:
            found = "the key “" + found.split('"')[1] + "” twice" if '"' in found else found
        place = f"line {mark.line + 1}" if mark else ""
        raise Problem(str(path), place, found, "every key once, as `key: value`, indented with spaces") from error
    except YAMLError as error:
        raise Problem(str(path), "", "text that is not YAML", "`key: value` lines, indented with spaces") from error


def problem_of(error: ValidationError, path: Path, data: Any, model: type[BaseModel]) -> Problem:
    """The first error of a validation in a student's words; the others are counted."""
    errors = error.errors(include_url=False)
    first = min(errors, key=lambda item: item["type"] == "missing")  # a misspelt key explains a missing one
    place = tuple(part for part in first["loc"] if not str(part).startswith("function-"))
    found, write = _wording(first, place, model)
    place += getattr(first.get("ctx", {}).get("error"), "place", ())
    line = _line(data, place)
    key = ".".join(str(part) for part in place)
    more = f" ({len(errors) - 1} more in this file)" if len(errors) > 1 else ""
    return Problem(str(path), f"line {line}, {key}" if line else key, found, write + more)


def _wording(error: Any, place: tuple[Any, ...], model: type[BaseModel]) -> tuple[str, str]:
    name, given, context = place[-1] if place else "", error["input"], error.get("ctx", {})
    if error["type"] == "extra_forbidden":
        allowed = _allowed_keys(model, place[:-1])
        near = get_close_matches(str(name), allowed, 1)
        return f"the unknown key “{name}”", (f"“{near[0]}”? " if near else "") + f"allowed here: {', '.join(allowed)}"
    if error["type"] == "missing":
        return "nothing", f"the key “{name}”"
    if error["type"] in ("literal_error", "enum"):
        allowed = [word.strip(" '") for word in context["expected"].replace(" or ", ",").split(",")]
        near = get_close_matches(str(given), allowed, 1)
        return f"“{given}”", (f"“{near[0]}”? " if near else "") + f"one of: {', '.join(allowed)}"
    if error["type"] == "value_error":
        return getattr(context["error"], "found", _kind(given)), str(context["error"])
    if error["type"] in KINDS:
        return _kind(given), KINDS[error["type"]]
    return _kind(given), error["msg"][0].lower() + error["msg"][1:]


def _allowed_keys(model: type[BaseModel], place: tuple[Any, ...]) -> list[str]:
    for part in place:
        field = model.model_fields.get(str(part))
        inner = [] if field is None else _models(field.annotation)
        if inner:
            model = inner[0]
    return list(model.model_fields)


def _models(annotation: Any) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [model for part in getattr(annotation, "__args__", ()) for model in _models(part)]


def _kind(value: Any) -> str:
    if isinstance(value, bool):
        return f"the bare word {str(value).lower()}"
    if isinstance(value, int | float):
        return f"the number {value}"
    return "nothing" if value is None else f"“{value}”" if isinstance(value, str) else f"a {type(value).__name__}"


def _line(data: Any, place: tuple[Any, ...]) -> int | None:
    line: int | None = None
    for part in place:
        try:
            marks = data.lc
            line = (marks.item(part) if isinstance(part, int) else marks.key(part))[0] + 1
            data = data[part]
        except (AttributeError, KeyError, TypeError, IndexError):
            break
    return line


def _plain(data: Any) -> Any:
    if isinstance(data, dict):
        return {str(key): _plain(value) for key, value in data.items()}
    if isinstance(data, list):
        return [_plain(value) for value in data]
    for kind in (bool, int, float, str):
        if isinstance(data, kind):
            return kind(data)
    return data
