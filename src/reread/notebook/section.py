"""How does a notebook hand its figures, tables and values to the page?

A notebook opens a section, adds what it computed, and closes it; the report embeds exactly these files. Logic belongs
in the package; the notebook says what to show and in which words. A section is about one study, or about all of them.
"""

from __future__ import annotations

import csv
import json
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any, cast

import pandas as pd
from IPython.display import SVG

from reread import words
from reread.explain import explain
from reread.figures.canvas.save import Drawing
from reread.figures.canvas.save import write as write_figure
from reread.files.results import read_json, write_json
from reread.notebook.views import FigureView, TableView
from reread.report.side_by_side import read_all
from reread.report.told import told
from reread.study.load import load_study
from reread.study.values import Study


class Part:
    """One notebook's part of a page: its figures, tables, notes and values, written into one folder of results/."""

    def __init__(self, notebook: str, folder: Path, about: dict[str, str], language: str) -> None:
        self.notebook, self.folder = notebook, folder
        self.say = words.load(language or os.environ.get("REREAD_LANGUAGE", "en"))
        self.figures = folder / "figures" / notebook
        self.data: dict[str, Any] = {
            "ok": True, **about, "notebook": notebook, "values": {}, "figures": [], "tables": [], "notes": [],
            "asides": [],
        }  # fmt: skip

    def show(self, view: FigureView | TableView | None, folded: bool = False) -> Any:
        """Add a figure or table to the page and give what the notebook displays; nothing for None.

        Folded, the page shows its sentence or title, and the rest when a reader opens it.
        """
        if view is None:
            return None
        return self._figure(view, folded) if isinstance(view, FigureView) else self._table(view, folded)

    def _figure(self, view: FigureView, folded: bool) -> SVG:
        name = view.name or view.figure.__name__.rpartition(".")[2]
        text = {part: self.say(f"{view.words}.{part}", **view.params) for part in ("say", "caption", "alt")}
        drawing, inside = cast(Drawing, view.figure), self.say.branch("figures")
        files = write_figure(drawing, view.data, self.figures, name, text["alt"], inside, self.folder)
        self.data["figures"].append({"id": name, "folded": folded, **text, **files})
        return SVG((self.folder / str(files["wide"])).read_text(encoding="utf-8"))  # type: ignore[no-untyped-call]

    def _table(self, view: TableView, folded: bool) -> pd.DataFrame:
        head, rows = list(view.head), [[str(cell) for cell in row] for row in view.rows]
        path = self.figures / f"{view.name}.csv"
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("w", encoding="utf-8", newline="") as stream:
            csv.writer(stream, lineterminator="\n").writerows([head, *rows])
        words = {part: self.say(f"{view.words}.{part}", **view.params) for part in ("title", "caption")}
        href = path.relative_to(self.folder).as_posix()
        about = {"id": view.name, "folded": folded, **words}
        self.data["tables"].append({**about, "head": head, "rows": rows, "data": href})
        return pd.DataFrame(rows, columns=head)

    def speak(self, *rivals: str) -> words.Words:
        """The words of the page, with those of the rivals that are shown."""
        self.say = words.load(self.say.language, *rivals)
        return self.say

    def note(self, sentence: str, folded: bool = False) -> None:
        """A sentence below the figures; folded, it stands among the section's remarks."""
        self.data["asides" if folded else "notes"].append(sentence)

    def values(self, **named: Any) -> None:
        """Values that the page's answers use."""
        self.data["values"].update(named)

    def close(self) -> None:
        """Write <notebook>.json into the folder."""
        write_json(self.folder / f"{self.notebook}.json", self.data)


class Section(Part):
    """One notebook's part of one study's page, in results/<study>/."""

    def __init__(self, notebook: str, study: str, studies: str, results: str, language: str = "") -> None:
        super().__init__(notebook, Path(results) / study, {"study": study}, language)
        self.study: Study = load_study(Path(studies) / study, self.folder)
        self.findings: list[dict[str, Any]] = read_json(self.folder / "findings.json").get("findings", [])

    def explanations(self, study: Study, seed: int) -> list[dict[str, Any]]:
        """What would make the numbers agree: as the pipeline found it, or anew for other numbers (no coincidences)."""
        path = self.folder / "explanations.json"
        if study.values == self.study.values and path.is_file():
            found: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))
            return found
        return [told(each, rank, self.say) for rank, each in enumerate(explain(study, seed, weighed=0), 1)]


class AcrossSection(Part):
    """One notebook's part of the index page, about all studies (or those named), in results/."""

    def __init__(
        self, notebook: str, studies: str, results: str, names: Sequence[str] = (), language: str = ""
    ) -> None:
        super().__init__(notebook, Path(results), {}, language)
        self.read, self.lost = read_all(names, Path(studies), self.folder)
