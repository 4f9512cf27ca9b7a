"""Which figures does the literature give, and how do we know each of them?

IN: `evidence/parameters.csv` and `evidence/natural_course_anchors.csv`. OUT: `Parameter` and `Anchor` by name.
MAY NOT: let through a row without source or unit, or a number it cannot read; every refusal names file, row and column.

`known` says how: *retrieved* (seen in the source), *secondary* (quoted by another text), *assumption* (our choice).
A spread is "LOW to HIGH", "SD x", or empty (a fixed value; for an anchor: none printed).

>>> Spread.read("60 to 76"), Spread.read("SD 167").sd, Spread.read("")
(Spread(low=60.0, high=76.0, sd=None), 167.0, Spread(low=None, high=None, sd=None))
"""

from __future__ import annotations

import csv
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from reappraise.problem import Problem

KNOWN = ("retrieved", "secondary", "assumption")
PARAMETERS = "parameters.csv"
ANCHORS = "natural_course_anchors.csv"
NUMBER = r"[-+]?(?:\d+(?:\.\d*)?|\.\d+)"
RANGE = re.compile(rf"({NUMBER}) to ({NUMBER})")
SD = re.compile(rf"SD ({NUMBER})")


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
    return {row.name: _parameter(row) for row in _rows(folder / PARAMETERS, ("value", "spread"))}


def anchors(folder: Path) -> dict[str, Anchor]:
    """Every anchor of a folder of evidence, by name."""
    return {row.name: _anchor(row) for row in _rows(folder / ANCHORS, ("hours", "value", "spread"))}


@dataclass(frozen=True)
class _Row:
    """One line of a CSV, whose file and line number a refusal can name."""

    file: str
    line: int
    cells: dict[str, str]

    @property
    def name(self) -> str:
        return self.cells["name"]

    def refused(self, column: str, write: str) -> Problem:
        found = self.cells.get(column, "")
        return Problem(self.file, f"line {self.line}, column {column}", f"“{found}”" if found else "nothing", write)

    def number(self, column: str) -> float:
        if not re.fullmatch(NUMBER, self.cells[column]):
            raise self.refused(column, "one number with a decimal point, such as 0.6")
        return float(self.cells[column])

    def spread(self) -> Spread:
        try:
            return Spread.read(self.cells["spread"])
        except ValueError:
            raise self.refused("spread", "LOW to HIGH (60 to 76), or SD x (SD 13), or leave it empty") from None

    def provenance(self) -> dict[str, str]:
        return {
            column: self.cells.get(column, "") for column in ("name", "unit", "n", "source", "doi", "known", "note")
        }


def _rows(path: Path, numeric: tuple[str, ...]) -> Iterator[_Row]:
    """The lines of one CSV, each complete and with a name of its own."""
    if not path.is_file():
        raise Problem(str(path), "", "no such file", "its name as in the evidence folder, or put it back")
    with path.open(encoding="utf-8", newline="") as lines:
        reader = csv.DictReader(lines)
        needed = ("name", *numeric, "unit", "n", "source", "doi", "known")
        if missing := [column for column in needed if column not in (reader.fieldnames or ())]:
            raise Problem(str(path), "line 1", f"no column {', '.join(missing)}", f"the columns {', '.join(needed)}")
        seen: set[str] = set()
        for cells in reader:
            row = _Row(str(path), reader.line_num, {str(k): v.strip() for k, v in cells.items() if isinstance(v, str)})
            if len(row.cells) != len(cells):
                raise row.refused("name", "as many cells as there are columns, with quotes around a text with a comma")
            _check(row, seen)
            yield row


def _check(row: _Row, seen: set[str]) -> None:
    for column in ("name", "unit", "source"):
        if not row.cells[column]:
            raise row.refused(column, f"the {column}; a figure without it cannot be used")
    if row.cells["known"] not in KNOWN:
        raise row.refused("known", "one of " + ", ".join(KNOWN))
    if row.name in seen:
        raise row.refused("name", "a name that no other row has")
    seen.add(row.name)


def _parameter(row: _Row) -> Parameter:
    value, spread = row.number("value"), row.spread()
    low, high = (value if end is None else end for end in (spread.low, spread.high))
    if spread.sd is not None or not -math.inf < low <= value <= high:
        raise row.refused("spread", "LOW to HIGH with the value between them, or leave it empty")
    return Parameter(value=value, low=low, high=high, **row.provenance())


def _anchor(row: _Row) -> Anchor:
    return Anchor(hours=row.number("hours"), value=row.number("value"), spread=row.spread(), **row.provenance())
