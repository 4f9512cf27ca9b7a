"""Which settings of a rival may a reader change, between which ends, and what does each mean?

IN: one `setting(…)` for each field of a rival's `Settings`: its default, what it means, its ends. OUT: settings that
are checked when they are made, and rows of a table. MAY NOT: know a rival. Ranges stand nowhere else.

>>> @dataclass(frozen=True)
... class Settings(Changeable):
...     gains: tuple[float, ...] = setting((1.0, 2.0), "SDs of a gain", 0, 5, unit="SD")
>>> [(row.name, row.value, row.range) for row in rows("practice", Settings(gains=[0.5]))]
[('gains', '0.5,', 'one or more, each 0 to 5')]
>>> Settings(gains=9)
Traceback (most recent call last):
    ...
reread.files.problem.Problem: settings of settings, gains: found 9; write one or more, each 0 to 5, such as (1.0, 2.0)
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from difflib import get_close_matches
from typing import Any

from reread.files.problem import Problem

PLACE = "other_settings"


@dataclass(frozen=True)
class Row:
    """One setting as a table shows it."""

    rival: str
    name: str
    value: str
    range: str
    unit: str
    means: str


@dataclass(frozen=True)
class About:
    """What one setting means, and what it may be.

    `above`: the low end itself is not allowed. `most`: how many values at most, of a setting that has several. `none`:
    what it means to give none at all.
    """

    means: str
    low: float | None
    high: float | None
    unit: str
    above: bool
    whole: bool
    most: int
    one_of: tuple[str, ...]
    none: str


def setting(
    default: object, means: str, low: float | None = None, high: float | None = None, *, unit: str = "",
    above: bool = False, whole: bool = False, most: int = 0, one_of: tuple[str, ...] = (), none: str = "",
) -> Any:  # fmt: skip
    """A field of a rival's `Settings`; several values where the default is a tuple."""
    return field(default=default, metadata={"about": About(means, low, high, unit, above, whole, most, one_of, none)})


@dataclass(frozen=True)
class Changeable:
    """Settings whose fields are made by `setting`. Raises Problem for a value outside its range."""

    def __post_init__(self) -> None:
        for each in fields(self):
            value, about = getattr(self, each.name), each.metadata["about"]
            if isinstance(value, list):
                value = tuple(value)
                object.__setattr__(self, each.name, value)
            if not _allowed(value, about, isinstance(each.default, tuple)):
                example = f", such as {each.default}" if isinstance(each.default, tuple) else ""
                write = f"{_range(about, isinstance(each.default, tuple))}{example}"
                raise Problem(f"settings of {_rival(type(self))}", each.name, str(value), write)


def rows(rival: str, settings: Changeable) -> Iterator[Row]:
    """Every setting of a rival with its value, its range and its meaning."""
    for each in fields(settings):
        about = each.metadata["about"]
        several = isinstance(each.default, tuple)
        value = _shown(getattr(settings, each.name))
        yield Row(rival, each.name, value, _range(about, several), about.unit, about.means)


def given(made: Mapping[str, type[Changeable]], other: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """What a reader changes, by rival. A name goes to every rival that has it, `rival.name` to one.

    Raises Problem for a name that none has.
    """
    known = names(made)
    for name in other:
        if name not in known:
            plain = [each for each in known if "." not in each]
            near = "".join(f"“{match}”? " for match in get_close_matches(name, plain, 1))
            write = f"{near}one of: {', '.join(plain)}"
            raise Problem("the settings cell", PLACE, f"“{name}”, which no rival has", write)
    return {
        rival: {
            each.name: other[key] for each in fields(its) for key in (each.name, f"{rival}.{each.name}") if key in other
        }
        for rival, its in made.items()
    }


def names(made: Mapping[str, type[Changeable]]) -> list[str]:
    """What a reader may write: the name of a setting, or `rival.name`."""
    found = [(rival, each.name) for rival, its in made.items() for each in fields(its)]
    return list(dict.fromkeys([name for _, name in found] + [f"{rival}.{name}" for rival, name in found]))


def _allowed(value: object, about: About, several: bool) -> bool:
    if value is None:
        return bool(about.none)
    if several != isinstance(value, tuple):
        return False
    values = value if isinstance(value, tuple) else (value,)
    return len(values) <= (about.most or len(values)) and all(_fits(each, about) for each in values)


def _fits(value: object, about: About) -> bool:
    if about.one_of:
        return value in about.one_of
    if not isinstance(value, int | float) or isinstance(value, bool) or (about.whole and value != int(value)):
        return False
    low = about.low is None or (value > about.low if about.above else value >= about.low)
    return low and (about.high is None or value <= about.high)


def _range(about: About, several: bool) -> str:
    """What a value may be, in words."""
    low, high = ("" if end is None else f"{end:,.12g}" for end in (about.low, about.high))
    if about.one_of:
        text = " or ".join(about.one_of)
    elif about.above:
        text = f"above {low}" + (f", {high} at most" if high else "")
    else:
        text = f"{low} to {high}" if high else f"{low} or more"
    text = f"whole, {text}" if about.whole else text
    count = f"up to {about.most}" if about.most else "one or more"
    text = f"{count}, each {text}" if several else text
    return f"{text}; or None: {about.none}" if about.none else text


def _shown(value: object) -> str:
    if not isinstance(value, tuple):
        return str(value)
    return ", ".join(map(str, value)) + ("," if len(value) == 1 else "")


def _rival(settings: type) -> str:
    """The rival that a class of settings belongs to: the module right below `reread.rivals`."""
    before, _, after = settings.__module__.partition("reread.rivals.")
    return (after or before).partition(".")[0]
