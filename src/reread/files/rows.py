"""How are the rows of an evidence file read, so that none without a source gets through?

IN: one CSV of `evidence/`. OUT: its rows, each complete, with a name of its own and with what nobody may leave out.
MAY NOT: guess; every refusal names file, line and column, what was found and what to write.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from reread.files.problem import Problem

NUMBER = r"[-+]?(?:\d+(?:\.\d*)?|\.\d+)"


@dataclass(frozen=True)
class CsvRow:
    """One line of a CSV, whose file and line number a refusal can name."""

    file: str
    line: int
    cells: dict[str, str]

    def refused(self, column: str, write: str) -> Problem:
        """The problem that this row is in one column."""
        found = self.cells.get(column, "")
        return Problem(self.file, f"line {self.line}, column {column}", f"“{found}”" if found else "nothing", write)

    def number(self, column: str) -> float:
        """The number in a column. Raises Problem."""
        if not re.fullmatch(NUMBER, self.cells[column]):
            raise self.refused(column, "one number with a decimal point, such as 0.6")
        return float(self.cells[column])

    def count(self, column: str) -> int:
        """The whole number in a column. Raises Problem."""
        if not re.fullmatch(r"\d+", self.cells[column]):
            raise self.refused(column, "a whole number, such as 36")
        return int(self.cells[column])

    def one_of(self, column: str, allowed: tuple[str, ...]) -> str:
        """The word in a column, one of those allowed. Raises Problem."""
        if self.cells[column] not in allowed:
            raise self.refused(column, "one of " + ", ".join(allowed))
        return self.cells[column]

    def texts(self, *columns: str) -> dict[str, str]:
        """Several columns as they stand, empty where the file has none of that name."""
        return {column: self.cells.get(column, "") for column in columns}


def rows(path: Path, columns: tuple[str, ...], filled: tuple[str, ...], known: tuple[str, ...]) -> Iterator[CsvRow]:
    """The rows of a file that has these columns; the first one names the row. `filled` may not be empty."""
    if not path.is_file():
        raise Problem(str(path), "", "no such file", "its name as in the evidence folder, or put it back")
    with path.open(encoding="utf-8", newline="") as lines:
        reader = csv.DictReader(lines)
        if missing := [column for column in columns if column not in (reader.fieldnames or ())]:
            raise Problem(str(path), "line 1", f"no column {', '.join(missing)}", f"the columns {', '.join(columns)}")
        seen: set[str] = set()
        for cells in reader:
            row = CsvRow(
                str(path), reader.line_num, {str(k): v.strip() for k, v in cells.items() if isinstance(v, str)}
            )
            if len(row.cells) != len(cells):
                raise row.refused(
                    columns[0], "as many cells as there are columns, with quotes around a text with a comma"
                )
            _check(row, columns[0], filled, known, seen)
            yield row


def _check(row: CsvRow, name: str, filled: tuple[str, ...], known: tuple[str, ...], seen: set[str]) -> None:
    for column in filled:
        if not row.cells[column]:
            raise row.refused(column, f"the {column}; a row without it cannot be used")
    row.one_of("known", known)
    if row.cells[name] in seen:
        raise row.refused(name, "a name that no other row has")
    seen.add(row.cells[name])
