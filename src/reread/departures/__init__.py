"""In which ways may a paper differ from what it says? One file, one departure, found by its place.

IN: a `Study`. OUT: copies of it, each under another reading, with the parameters of that reading. MAY NOT: look at
findings, know any one study. Checks take their benign readings from here, one departure at a time.
A departure is a module with `variants(study) -> Iterator[tuple[dict[str, str], Study]]`; words: `departures.yaml`.
A user's own lies in `departures/` of the working directory, with its words beside it (`reread.files.own`).
One with `SLIP = True` is a misprint: nearly any number has one that fits, so a slip excuses no single finding.
One with `ALONE = True` moves numbers so far that, joined to another, it would fit much: it is no part of a pair.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from types import ModuleType

from reread.files import own
from reread.files.problem import Problem
from reread.study.ledger import allowed, stat_of
from reread.study.values import Study, Value, shifted

Departure = Callable[[Study], Iterator[tuple[dict[str, str], Study]]]


def found() -> dict[str, Departure]:
    """Every departure by name, in alphabetical order; a user's that cannot be run raises Problem when it is asked."""
    return {name: partial(_run, name) for name in own.names("departures", __path__)}


def _run(name: str, study: Study) -> Iterator[tuple[dict[str, str], Study]]:
    try:
        yield from _module(name).variants(study)
    except Problem:
        raise
    except Exception as error:
        raise _broken(name, error) from error


def _module(name: str) -> ModuleType:
    try:
        return own.imported("departures", name, "variants")
    except Exception as error:
        raise _broken(name, error) from error


def _broken(name: str, error: Exception) -> Problem:
    return Problem(f"departures/{name}.py", "", f"{type(error).__name__}: {error}", "a departure that runs")


def apply(
    study: Study, departures: Iterable[tuple[str, Mapping[str, str]]], library: Mapping[str, Departure] | None = None
) -> Study | None:
    """The study under several departures, one after the other, each with its parameters; None where one is not there.

    library: departures by name, all of them where none are given.
    """
    makers = found() if library is None else library
    read: Study | None = study
    for name, wanted in departures:
        made = makers[name](read) if read else iter(())
        read = next((other for params, other in made if params == wanted), None)
    return read


def is_slip(name: str) -> bool:
    """Is this departure a misprint?"""
    return bool(getattr(_module(name), "SLIP", False))


def benign() -> dict[str, Departure]:
    """The departures that may be a benign reading of one finding: all but the slips."""
    return {name: make for name, make in found().items() if not is_slip(name)}


def is_alone(name: str) -> bool:
    """Is this departure a benign reading only without another one beside it?"""
    return bool(getattr(_module(name), "ALONE", False))


def exchanged(study: Study, pairs: Iterable[tuple[str, str]]) -> dict[str, Value | None]:
    """The values of every two roles in each other's place; empty where this changes no number.

    A value keeps the role where it is printed if both are numbers of one kind; else it takes the other one's, with its
    own place in the document. A value without a twin leaves its place empty.
    """
    changed: dict[str, Value | None] = {}
    for first, second in pairs:
        one, other = study.get(first), study.get(second)
        if one and other and one.reported.shown == other.reported.shown:
            continue
        if one or other:
            changed[first], changed[second] = _at(first, other), _at(second, one)
    return changed


def pairs_of(study: Study, stems: Sequence[str], parts: Sequence[str]) -> list[tuple[str, str]]:
    """Every role of these parts of one sample, with its twin of the other; none where one prints nothing of them."""
    first, second = (
        {tail for role in study.values if role.startswith(stem) and _head(tail := role.removeprefix(stem)) in parts}
        for stem in stems
    )
    return [(stems[0] + tail, stems[1] + tail) for tail in sorted(first | second)] if first and second else []


def _head(tail: str) -> str:
    return tail.partition(".")[0]


def moved(value: Value, role: str) -> Value:
    """A printed number that stands for one of another kind; it keeps the role where it is printed."""
    if stat_of(value.role) == stat_of(role):
        return value
    return shifted(value, allowed(value.reported, stat_of(role)))


def _at(role: str, value: Value | None) -> Value | None:
    if value is None or stat_of(value.role) == stat_of(role):
        return value
    return replace(moved(value, role), role=role)


own.join("departures", __path__)
