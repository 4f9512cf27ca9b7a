"""Which study do a few printed strings make? One reported test, as a study file would state it, without a document.

Numbers are text, because their decimals and comparator say what they stand for; whole ones (n, counts, degrees of
freedom) may be integers.

>>> study_of_strings("grim", {"n": 28, "p": "< .05"}).values["tests.result.p"].shown
'< 0.05'
>>> try:
...     study_of_strings("grim", {"p": 0.05})
... except Problem as problem:
...     print(problem.found, "→", problem.write)
the number 0.05 → it as printed, in quotes ("0.05"? "0.050"?): the digits behind the point say how far it was rounded
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from numbers import Integral
from pathlib import Path
from typing import Any, get_args

from pydantic import ValidationError

from reread.files.problem import Problem
from reread.files.written import problem_of
from reread.numbers.reported import Reported
from reread.study.file import StudyFile
from reread.study.ledger import EXACT, Number, allowed, decimal, read_as, stat_of
from reread.study.parts import Locators
from reread.study.values import Study, study_of

NAME = "result"
STEM = f"tests.{NAME}."
COUNTED = ("n", "count")
TWO_WAYS = re.compile(r"[^\d.,]*[1-9]\d{0,2},\d{3}\D*")  # 1,234: thousands, or a decimal comma?
Printed = Mapping[str, Any]  # part of a test (`groups.sample.mean`, `ci.low`) → what is printed there; None: nothing is


def study_of_strings(question: str, printed: Printed, **about: Any) -> Study:
    """The study of one reported test. `about`: what a study file says beside numbers. Raises Problem."""
    given = {part: value for part, value in printed.items() if value is not None}
    tree = {"title": NAME, "design": {"kind": "not stated"}, "tests": {NAME: _entry(given, about)}}
    try:
        file = StudyFile.model_validate(tree)
    except ValidationError as error:
        raise _told(problem_of(error, Path(), tree, StudyFile), question) from error
    placed = [(f"{STEM}{part}", text) for part, value in given.items() for text in _texts(question, part, value)]
    return study_of(NAME, file, [_row(line, role, text) for line, (role, text) in enumerate(placed, 1)])


@cache
def beside_numbers() -> frozenset[str]:
    """What a study file says of a test beside numbers: test, sides, measure, items …"""
    model = get_args(StudyFile.model_fields["tests"].annotation)[1]
    return frozenset(name for name, field in model.model_fields.items() if not _points(field.annotation))


def _points(annotation: Any) -> bool:
    """Does a key of the study file point at numbers?"""
    return annotation is Locators or any(map(_points, get_args(annotation)))


def _entry(given: Iterable[str], about: Mapping[str, Any]) -> dict[str, Any]:
    """The entry of a study file, with a locator for every part."""
    entry: dict[str, Any] = {"label": NAME, **{name: _plain(value) for name, value in about.items()}}
    for part in given:
        *path, name = part.split(".")
        at = entry
        for step in path:
            at = at.setdefault(step, {})
        at[name] = f"{{{part}}}"
    return entry


def _plain(value: Any) -> Any:
    """Whole numbers of any library as Python's own, pairs as tuples."""
    if isinstance(value, (list, tuple)):
        return tuple(map(_plain, value))
    return int(value) if _is_whole(value) else value


def _is_whole(value: Any) -> bool:
    """A whole number of any library; True and False are none."""
    return not isinstance(value, bool) and isinstance(value, Integral)


def _texts(question: str, part: str, value: Any) -> list[str]:
    """What is printed of one part: once, or (a list) in several places."""
    listed = value if isinstance(value, (list, tuple)) else [value]
    return [_text(f"reread.{question}", part, each) for each in listed]


def _text(question: str, part: str, value: Any) -> str:
    place, stat = _place(part), stat_of(STEM + part)
    if _is_whole(value) and stat in EXACT:
        return str(int(value))
    if not isinstance(value, str):
        raise Problem(question, place, *_no_text(value, stat in EXACT))
    if TWO_WAYS.fullmatch(value):
        both = f"“{value.replace(',', '')}” or “{value.replace(',', '.')}”, whichever is meant"
        raise Problem(question, place, f"“{value}”, which is two numbers", both)
    try:
        reported = read_as(value, stat)
    except ValueError as error:
        raise Problem(question, place, f"“{value}”", "one printed number, such as “5.10”, “< .05” or “80%”") from error
    if stat in COUNTED and not _whole(reported):
        raise Problem(question, place, f"“{value}”", "a whole number, such as 28")
    return str(value)


def _no_text(value: Any, exact: bool) -> tuple[str, str]:
    """What stands in place of text, and what to write instead."""
    if not isinstance(value, int | float | Integral) or isinstance(value, bool):
        return f"a {type(value).__name__}", "the number as printed, in quotes, such as “5.10”"
    if exact and float(value).is_integer():
        return f"the number {value}", f"a whole number: {int(value)}"
    text = f"{value}"
    longer = "" if "e" in text else f' ("{text}"? "{text}0"?)' if "." in text else f' ("{text}"? "{text}.0"?)'
    return (
        f"the number {text}",
        f"it as printed, in quotes{longer}: the digits behind the point say how far it was rounded",
    )


def _whole(reported: Reported) -> bool:
    return reported.comparator == "=" and reported.value.denominator == 1 and reported.value >= 0


def _place(part: str) -> str:
    """A part as the caller knows it: `groups.sample.mean` → mean, `groups.group 1.mean` → group 1, mean."""
    return ", ".join(part.removeprefix("groups.").removeprefix("sample.").split("."))


def _told(problem: Problem, question: str) -> Problem:
    """A problem of the study file as one of the call."""
    return Problem(f"reread.{question}", problem.place.removeprefix(STEM), problem.found, problem.write)


def _row(line: int, role: str, text: str) -> Number:
    """The ledger's row of one print, alone in its line."""
    stat = stat_of(role)
    reported = read_as(text, stat)
    stands_for = allowed(reported, stat)
    low, high = ("" if end is None else decimal(end) for end in (stands_for.low, stands_for.high))
    value, places, comparator = decimal(reported.value), reported.decimals, reported.comparator
    return Number(f"{line}.1", "", line, 0, len(text), text, stat, value, places, comparator, low, high, role)
