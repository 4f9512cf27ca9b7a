"""What did trials elsewhere report of a claimed cause, how was each built, and where was that read?

IN: `evidence/trials.csv`, one comparison a row, in our words. OUT: `Trial` by id, in the order of the file; none where
there is no such file. MAY NOT: let through a row without source or number of people, pool, or judge.

`direction`: the outcome with the treatment, against its comparison (against before, where there is no other group), as
far as what was read prints it. `differs`: in what the row is not the claimed cause alone on the claimed outcome.
`ratio`: the outcome with the treatment over its comparison, where two values of one unit are printed for it and more
means more of the claimed outcome.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from reread.files.rows import CsvRow, rows
from reread.files.texts import read_texts
from reread.study.file import Design

FILE = "trials.csv"
KNOWN = ("retrieved", "secondary")
DIRECTIONS = ("more", "no difference", "less", "not printed")
DESIGNS: tuple[str, ...] = get_args(Design.model_fields["kind"].annotation)
FILLED = ("id", "cause", "study", "compared", "outcome", "source", "where")
TEXTS = ("compared", "outcome", "differs", "result", "source", "where")  # in a person's words
COLUMNS = (
    "id", "cause", "study", "year", "design", "n", "compared", "outcome", "differs", "direction", "result", "with",
    "without", "p", "source", "doi", "where", "known",
)  # fmt: skip


@dataclass(frozen=True)
class Trial:
    """One comparison of a trial."""

    id: str
    cause: str
    study: str
    year: str
    design: str
    n: int
    compared: str
    outcome: str
    differs: str
    direction: str
    result: str
    p: str
    ratio: float | None
    source: str
    doi: str
    where: str
    known: str

    @property
    def label(self) -> str:
        """What the trial is called in a picture."""
        return f"{self.study} {self.year}".strip()


def trials(folder: Path, language: str = "") -> dict[str, Trial]:
    """Every trial of a folder of evidence, by id, its texts in a language where they are told in it. Raises Problem."""
    path, known = folder / FILE, read_texts(folder, language)
    listed = rows(path, COLUMNS, FILLED, KNOWN) if path.is_file() else ()
    return {row.cells["id"]: _trial(row, known) for row in listed}


def _trial(row: CsvRow, known: Mapping[str, str]) -> Trial:
    if row.cells["year"] and not 1900 <= row.count("year") <= 2100:
        raise row.refused("year", "a year, or leave it empty")
    texts = row.texts(*(column for column in COLUMNS if column not in ("design", "direction", "n", "with", "without")))
    texts |= {name: known.get(texts[name], texts[name]) for name in TEXTS}
    design, direction = row.one_of("design", DESIGNS), row.one_of("direction", DIRECTIONS)
    return Trial(design=design, direction=direction, n=row.count("n"), ratio=_ratio(row), **texts)


def _ratio(row: CsvRow) -> float | None:
    """With over without; None where neither is given. Both or neither, and both above 0."""
    given = [column for column in ("with", "without") if row.cells[column]]
    if not given:
        return None
    for column in ("with", "without"):
        if not row.cells[column] or row.number(column) <= 0:
            raise row.refused(column, "a value above 0 for both, as printed, or leave both empty")
    return row.number("with") / row.number("without")
