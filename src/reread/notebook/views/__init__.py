"""What does a notebook show of a study? One file, one figure or table of a page's section.

IN: a study, an outcome's name, findings, the words, and the settings of the notebook. OUT: a `FigureView` or
`TableView` that `Section.show` draws, writes and displays; None where the study does not print what it needs.
MAY NOT: write files.

A rival explanation is shown by `of_rivals`: by a view of its own with `rival_view(study, seed, evidence, settings,
say)`, which runs it and gives a `RivalView`, or else by `two_readings`. Two more things may stand in a view, for the
notebook over all studies: `elsewhere(evidence, say)` gives changes of untreated people (`Elsewhere`), and
`design(study, seed, evidence, settings, say)` a `RivalView` of the study that would answer, with settings of the class
`Design`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import ModuleType
from typing import Any

from reread.figures.canvas import PrintedNumber
from reread.study.values import Value

TURNED = {"<": ">", ">": "<", "<=": ">=", ">=": "<="}


@dataclass(frozen=True)
class FigureView:
    """A drawing of `reread.figures`, its data, and the words of its finding, caption and alternative text.

    `name` where one notebook shows the same kind of drawing more than once.
    """

    figure: ModuleType
    data: Any
    words: str
    params: Mapping[str, object] = field(default_factory=dict)
    name: str = ""


@dataclass(frozen=True)
class TableView:
    """A table: its name, head and rows, and the key and parameters of its title and caption."""

    name: str
    head: Sequence[str]
    rows: Sequence[Sequence[object]]
    words: str
    params: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Untreated:
    """Which share after somebody else's untreated people suggest, from least to greatest, and who they are."""

    low: float
    high: float
    who: str


@dataclass(frozen=True)
class Elsewhere:
    """By which factor an outcome changed in somebody else's untreated people, over which days, and at second hand?"""

    name: str
    ratio: float
    second_hand: bool


@dataclass(frozen=True)
class RivalView:
    """What one rival explanation shows: figures and tables, values of the second answer, sentences below them.

    `untreated`: shares after that others' untreated people suggest, for the bounds on the effect.
    """

    views: Sequence[FigureView | TableView]
    answer: Mapping[str, object] = field(default_factory=dict)
    notes: Sequence[str] = ()
    untreated: Sequence[Untreated] = ()


def as_printed(value: Value) -> PrintedNumber:
    """A printed number for a drawing, written as it is printed."""
    return PrintedNumber(float(value.reported.value), max(value.reported.decimals, 0), value.shown)


def size_of(value: Value) -> PrintedNumber:
    """A printed t or d for a drawing, without its sign, which only says what was subtracted from what."""
    printed = value.reported
    turned = TURNED.get(printed.comparator, printed.comparator) if printed.value < 0 else printed.comparator
    size = replace(printed, text="0", value=abs(printed.value), comparator=turned)
    return PrintedNumber(float(size.value), max(size.decimals, 0), size.shown)
