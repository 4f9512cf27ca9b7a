"""Is a file that a person wrote (study, claims, config) what the program can use, and if not, what should it say?

YAML is read with places kept and checked against a pydantic model; every error becomes a `Problem` that names file and
line, key, what was found, what is allowed and the nearest allowed key.
"""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from reread.files.keyed import line_at, load
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


def as_far_as_it_goes(path: Path, model: type[M], spare: Mapping[str, Any]) -> tuple[M | None, list[Problem]]:
    """The file without what is wrong in it, and every problem of it; no file where it is not even YAML with keys.

    `spare`: what stands in for keys that a file needs, so that the rest of it can be looked at.
    """
    try:
        return read_yaml(path, model), []
    except Problem as problem:
        found = list(problem.every)
    try:
        data = load(path)
    except Problem:
        return None, found
    rest, gone = _plain(data), set[str]()
    while isinstance(rest, dict):
        try:
            return model.model_validate(rest), found
        except ValidationError as error:
            for item in error.errors(include_url=False):
                place, told = _place(item), _problem(item, path, data, model)
                follows = any(name in told.found for name in gone)  # from what was left out before
                found += [told] if told not in found and item["type"] != "missing" and not follows else []
                out = _left_out(rest, place if item["type"] != "missing" else place[:-1])
                if out:
                    gone.add(f"“{'.'.join(map(str, out))}".replace("“outcomes.", "“"))
                elif place[:1] and place[0] in spare:
                    rest[str(place[0])] = spare[str(place[0])]
                else:
                    return None, found
    return None, found


def line_of(path: Path, *keys: str | int) -> str:
    """`line 12` of a file in which these keys (or places in a list) stand below each other; empty where they do not."""
    line = line_at(load(path), keys)
    return f"line {line}" if line else ""


def _left_out(node: Any, place: tuple[str | int, ...]) -> tuple[str | int, ...]:
    """Take what stands at a place out of the file, or the nearest key above it; which that was, if any."""
    path: list[tuple[Any, str | int]] = []
    for part in place:
        try:
            below = node[part] if not isinstance(node, str) else None
        except (KeyError, IndexError, TypeError):
            below = None
        if below is None:
            break
        path.append((node, part))
        node = below
    if path:
        holder, last = path[-1]
        del holder[last]
    return tuple(part for _, part in path)


def problem_of(error: ValidationError, path: Path, data: Any, model: type[BaseModel]) -> Problem:
    """Every error of a validation in a student's words; a key that is there misspelt is not missing besides."""
    errors = error.errors(include_url=False)
    misspelt = {
        place[:-1]: str(place[-1]) for item in errors if item["type"] == "extra_forbidden" and (place := _place(item))
    }
    told = [item for item in errors if not (item["type"] == "missing" and _near(_place(item), misspelt))]
    return Problem.of([_problem(item, path, data, model) for item in sorted(told, key=_is_missing)])


def _is_missing(item: Any) -> bool:
    return bool(item["type"] == "missing")


def _near(missing: tuple[Any, ...], misspelt: Mapping[tuple[Any, ...], str]) -> bool:
    """Is a missing key there under a misspelt name?"""
    return bool(get_close_matches(misspelt.get(missing[:-1], ""), [str(missing[-1])], 1))


def _problem(item: Any, path: Path, data: Any, model: type[BaseModel]) -> Problem:
    place = _place(item)
    found, write = _wording(item, _keys(item), model)
    line, key = line_at(data, place), ".".join(str(part) for part in place)
    return Problem(str(path), f"line {line}, {key}" if line else key, found, write)


def _keys(item: Any) -> tuple[Any, ...]:
    return tuple(part for part in item["loc"] if not str(part).startswith("function-"))


def _place(item: Any) -> tuple[Any, ...]:
    """Where an error stands in the file; a check of the whole file tells the place itself."""
    told: tuple[Any, ...] = getattr(item.get("ctx", {}).get("error"), "place", ())
    return (*_keys(item), *told)


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


def _plain(data: Any) -> Any:
    if isinstance(data, dict):
        return {str(key): _plain(value) for key, value in data.items()}
    if isinstance(data, list):
        return [_plain(value) for value in data]
    for kind in (bool, int, float, str):
        if isinstance(data, kind):
            return kind(data)
    return data
