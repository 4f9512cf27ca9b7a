"""Which figures does the literature give, and how do we know each of them?

IN: `evidence/parameters.csv` and `evidence/natural_course_anchors.csv`. OUT: `Parameter` and `Anchor` by name.
MAY NOT: let through a row without source or unit, or a number it cannot read; every refusal names file, row and column.

`known` says how: *retrieved* (seen in the source), *secondary* (quoted by another text), *assumption* (our choice).
A spread is "LOW to HIGH", "SD x", or empty (a fixed value; for an anchor: none printed).

>>> Spread.read("60 to 76"), Spread.read("SD 167").sd, Spread.read("")
(Spread(low=60.0, high=76.0, sd=None), 167.0, Spread(low=None, high=None, sd=None))
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from reread.files.problem import Problem
from reread.files.rows import NUMBER, CsvRow, rows
from reread.files.texts import read_texts

KNOWN = ("retrieved", "secondary", "assumption")
PARAMETERS = "parameters.csv"
ANCHORS = "natural_course_anchors.csv"
RANGE = re.compile(rf"({NUMBER}) to ({NUMBER})")
SD = re.compile(rf"SD ({NUMBER})")
FILLED = ("name", "unit", "source")
TEXTS = ("name", "unit", "n", "source", "doi", "known", "note")


@dataclass(frozen=True)
class Spread:
    """Two ends, or a standard deviation, or nothing."""

    low: float | None = None
    high: float | None = None
    sd: float | None = None

    @classmethod
    def read(cls, text: str) -> Spread:
        """Read "LOW to HIGH", "SD x" or nothing. Raises ValueError for any other words."""
        if not text:
            return cls()
        if match := RANGE.fullmatch(text):
            return cls(low=float(match[1]), high=float(match[2]))
        if match := SD.fullmatch(text):
            return cls(sd=float(match[1]))
        raise ValueError(text)


@dataclass(frozen=True)
class Parameter:
    """One quantity of a model: its most plausible value and two ends (all equal where it is fixed)."""

    name: str
    value: float
    low: float
    high: float
    unit: str
    n: str
    source: str
    doi: str
    known: str
    note: str = ""


@dataclass(frozen=True)
class Anchor:
    """One published value at a known time, in people to whom nothing was done."""

    name: str
    hours: float
    value: float
    spread: Spread
    unit: str
    n: str
    source: str
    doi: str
    known: str
    note: str = ""


def parameters(folder: Path) -> dict[str, Parameter]:
    """Every parameter of a folder of evidence, by name."""
    return {row.cells["name"]: _parameter(row) for row in _rows(folder / PARAMETERS, ("value", "spread"))}


def anchors(folder: Path, language: str = "") -> dict[str, Anchor]:
    """Every anchor of a folder of evidence, by name, its source in a language where it is told in it."""
    known = read_texts(folder, language)
    found = (_anchor(row) for row in _rows(folder / ANCHORS, ("hours", "value", "spread")))
    return {each.name: replace(each, source=known.get(each.source, each.source)) for each in found}


def named(parameters: Mapping[str, Parameter], name: str) -> Parameter:
    """One parameter, or a Problem that says which row is missing."""
    if name not in parameters:
        raise Problem(
            "evidence/parameters.csv", "column name", f"no row {name}", "that row, with value, unit and source"
        )
    return parameters[name]


def triangular(uniform: NDArray[np.float64], *parameters: Parameter) -> NDArray[np.float64]:
    """Triangular values from uniform ones, of one parameter or of each along the first axis its own.

    A parameter without width is its value.
    """
    ends = np.array([(each.low, each.value, each.high) for each in parameters])
    low, mode, high = ends.T.reshape(3, -1, *[1] * (uniform.ndim - 1))
    left, right = (mode - low) * (high - low), (high - mode) * (high - low)
    rising, falling = np.sqrt(uniform * left), np.sqrt((1 - uniform) * right)
    return np.asarray(np.where(uniform * (high - low) < mode - low, low + rising, high - falling))


def hours_from_day(day: float) -> float:
    """Hours of the middle of day d, the first of which is hours 0 to 24.

    >>> hours_from_day(1), hours_from_day(2.5)
    (12.0, 48.0)
    """
    return 24 * (day - 0.5)


def _rows(path: Path, numeric: tuple[str, ...]) -> Iterator[CsvRow]:
    return rows(path, ("name", *numeric, "unit", "n", "source", "doi", "known"), FILLED, KNOWN)


def _spread(row: CsvRow) -> Spread:
    try:
        return Spread.read(row.cells["spread"])
    except ValueError:
        raise row.refused("spread", "LOW to HIGH (60 to 76), or SD x (SD 13), or leave it empty") from None


def _parameter(row: CsvRow) -> Parameter:
    value, spread = row.number("value"), _spread(row)
    low, high = (value if end is None else end for end in (spread.low, spread.high))
    if spread.sd is not None or not -math.inf < low <= value <= high:
        raise row.refused("spread", "LOW to HIGH with the value between them, or leave it empty")
    return Parameter(value=value, low=low, high=high, **row.texts(*TEXTS))


def _anchor(row: CsvRow) -> Anchor:
    return Anchor(hours=row.number("hours"), value=row.number("value"), spread=_spread(row), **row.texts(*TEXTS))
