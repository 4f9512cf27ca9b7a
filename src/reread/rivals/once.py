"""What was computed already in this process? The same question, asked again in another language, is not computed anew.

A function that is remembered must follow from its arguments alone: no files, no clock, no random stream that goes on.
Arguments are compared by value, whatever holds them.

>>> asked = []
>>> square = once(lambda numbers: asked.append(1) or [n * n for n in numbers])
>>> square([1, 2]), square([1, 2]), len(asked)
([1, 4], [1, 4], 1)
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from reread.files.written import Written

P = ParamSpec("P")
R = TypeVar("R")


def once(function: Callable[P, R]) -> Callable[P, R]:
    """The function, which keeps its answers; it is asked again where an argument has no value to compare."""
    kept: dict[Any, R] = {}

    @wraps(function)
    def asked(*args: P.args, **named: P.kwargs) -> R:
        try:
            key = _value(args), _value(named)
            there = key in kept
        except TypeError:  # a table of numbers, say
            return function(*args, **named)
        if not there:
            kept[key] = function(*args, **named)
        return kept[key]

    return asked


def _value(held: Any) -> Any:
    """What is compared: the values that something holds, and of which kind it is."""
    if is_dataclass(held) and not isinstance(held, type):
        return type(held), tuple(_value(getattr(held, each.name)) for each in fields(held))
    if isinstance(held, Written):
        return type(held), tuple((name, _value(value)) for name, value in held)
    if isinstance(held, Mapping):
        return tuple((name, _value(value)) for name, value in held.items())
    return tuple(map(_value, held)) if isinstance(held, list | tuple) else held
