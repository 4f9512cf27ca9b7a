"""Which files does one figure make, and what are they called?"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Protocol

from matplotlib.figure import Figure

from reread.figures.canvas.svg import svg_from_figure
from reread.figures.canvas.text import MINUS
from reread.files.results import csv_text, write_whole

Rows = tuple[list[str], list[list[str]]]


class Drawing(Protocol):
    """What every module of the folder of figures offers."""

    def draw(self, data: Any, wide: bool, words: Mapping[str, str]) -> Figure:
        """The figure in one of its two widths."""

    def table(self, data: Any, words: Mapping[str, str]) -> Rows:
        """The numbers in the figure, rounded for reading: head and rows."""


def write(
    module: Drawing, data: Any, folder: Path, name: str, alt: str, words: Mapping[str, str], base: Path | None = None
) -> dict[str, Any]:
    """Write name.svg, name-slim.svg and name.csv; returns their names and the table's head and rows.

    The names are relative to `base`, which is the folder itself if not given. `name` must occur once on a page, because
    ids begin with it.
    """
    folder.mkdir(parents=True, exist_ok=True)
    head, rows = module.table(data, words)
    paths = {"wide": folder / f"{name}.svg", "slim": folder / f"{name}-slim.svg", "data": folder / f"{name}.csv"}
    for kind in ("wide", "slim"):
        figure = module.draw(data, kind == "wide", words)
        write_whole(paths[kind], svg_from_figure(figure, f"{name}-{kind}", kind, alt))
    write_whole(paths["data"], csv_text([[_plain(cell) for cell in row] for row in [head, *rows]]))
    names = {key: path.relative_to(base or folder).as_posix() for key, path in paths.items()}
    return {**names, "head": head, "rows": rows}


def _plain(cell: str) -> str:
    """A number as programs read it (a hyphen for the minus); other text as it is."""
    plain = cell.replace(MINUS, "-")
    try:
        float(plain)
    except ValueError:
        return cell
    return plain
