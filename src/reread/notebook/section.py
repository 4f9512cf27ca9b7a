"""How does a notebook hand its figures, tables and values to the page?

A notebook opens a section, adds what it computed, and closes it; the report embeds exactly these files. Logic belongs
in the package; the notebook says what to show and in which words. A section is about one study, or about all of them.

A person's own work needs no words file: `section.table(frame, title="…")`, `section.figure(figure, caption="…")`,
`section.note("…")`. A notebook that a person runs, in JupyterLab say, shows all of it there and leaves results/ alone:
the page changes when the notebook was saved and the pipeline ran it.
"""

from __future__ import annotations

import json
import os
import re
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any, cast

import pandas as pd
from IPython.core.getipython import get_ipython
from IPython.display import SVG
from matplotlib.figure import Figure

from reread import words
from reread.explain import explain
from reread.explain.benign import findings_with_readings
from reread.figures.canvas.save import Drawing
from reread.figures.canvas.save import write as write_figure
from reread.figures.canvas.svg import svg_from_figure
from reread.files import LANGUAGE, RUN
from reread.files.results import csv_text, read_json, write_json, write_whole
from reread.files.texts import read_texts
from reread.notebook.views import FigureView, TableView
from reread.report.side_by_side import read_all
from reread.report.told import rendered, told
from reread.study.load import load_study
from reread.study.values import Study


class Nothing:
    """What a notebook shows of a view that there is nothing for: no output, and no "None"."""

    def _ipython_display_(self) -> None:
        """Shown by itself, as nothing."""


class Part:
    """One notebook's part of a page: its figures, tables, notes and values, written into one folder of results/."""

    def __init__(self, notebook: str, folder: Path, about: dict[str, str], language: str) -> None:
        self.notebook, self.folder = notebook, folder
        self.out = Path(tempfile.mkdtemp(prefix="reread-")) if by_hand() else folder
        pd.set_option("display.max_colwidth", None)  # a label that is cut says nothing
        self.say = words.load(language or os.environ.get(LANGUAGE, "en"))
        self.figures = self.out / "figures" / notebook
        self.data: dict[str, Any] = {
            "ok": True, **about, "notebook": notebook, "values": {}, "figures": [], "tables": [], "notes": [],
            "asides": [],
        }  # fmt: skip

    def show(self, view: FigureView | TableView | None, folded: bool = False) -> Any:
        """Add a figure or table to the page and give what the notebook displays; for None what displays as nothing.

        Folded, the page shows its sentence or title, and the rest when a reader opens it.
        """
        if view is None:
            return Nothing()
        return self._figure(view, folded) if isinstance(view, FigureView) else self._table(view, folded)

    def _figure(self, view: FigureView, folded: bool) -> SVG:
        name = view.name or view.figure.__name__.rpartition(".")[2]
        text = {part: self.say(f"{view.words}.{part}", **view.params) for part in ("say", "caption", "alt")}
        drawing, inside = cast(Drawing, view.figure), self.say.branch("figures")
        files = write_figure(drawing, view.data, self.figures, name, text["alt"], inside, self.out)
        self.data["figures"].append({"id": name, "folded": folded, **text, **files})
        return SVG((self.out / str(files["wide"])).read_text(encoding="utf-8"))  # type: ignore[no-untyped-call]

    def _table(self, view: TableView, folded: bool) -> pd.DataFrame:
        head, rows = list(view.head), [[str(cell) for cell in row] for row in view.rows]
        href = self._csv(view.name, [head, *rows])
        words = {part: self.say(f"{view.words}.{part}", **view.params) for part in ("title", "caption")}
        about = {"id": view.name, "folded": folded, **words}
        self.data["tables"].append({**about, "head": head, "rows": rows, "data": href})
        return pd.DataFrame(rows, columns=head)

    def _csv(self, name: str, rows: list[list[str]]) -> str:
        path = self.figures / f"{name}.csv"
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, csv_text(rows))
        return path.relative_to(self.out).as_posix()

    def table(self, frame: pd.DataFrame, title: str, caption: str = "") -> pd.DataFrame:
        """A table of one's own, under its own heading; the frame, to be displayed."""
        numbered = isinstance(frame.index, pd.RangeIndex) and not frame.index.name
        plain = frame if numbered else frame.reset_index(names=[str(name or "") for name in frame.index.names])
        head = [str(name) for name in plain.columns]
        rows = [[_cell(value) for value in row] for row in plain.itertuples(index=False)]
        name = self._name(title)
        about = {"id": name, "folded": False, "title": title, "caption": caption}
        self.data["tables"].append({**about, "head": head, "rows": rows, "data": self._csv(name, [head, *rows])})
        return frame

    def figure(self, figure: Figure, caption: str, title: str = "") -> Figure:
        """A matplotlib figure of one's own, with its title and caption; the figure, to be displayed."""
        name = self._name(title or caption)
        self.figures.mkdir(parents=True, exist_ok=True)
        files = {}
        for kind, file in (("wide", name), ("slim", f"{name}-slim")):
            path = self.figures / f"{file}.svg"
            write_whole(path, svg_from_figure(figure, f"{name}-{kind}", "own", caption))
            files[kind] = path.relative_to(self.out).as_posix()
        say, below = (title, caption) if title else (caption, "")
        about = {"id": name, "folded": False, "say": say, "caption": below, "alt": caption}
        self.data["figures"].append({**about, **files, "data": "", "head": [], "rows": []})
        return figure

    def _name(self, text: str) -> str:
        """A name for files, made of a title; none twice."""
        plain = re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")[:40].strip("-") or "own"
        taken = {each["id"] for kind in ("figures", "tables") for each in self.data[kind]}
        return next(name for k in range(1, len(taken) + 2) if (name := f"{plain}-{k}" if k > 1 else plain) not in taken)

    def speak(self, *rivals: str) -> words.Words:
        """The words of the page, with those of the rivals that are shown."""
        self.say = words.load(self.say.language, *rivals).with_texts(self.say.texts)
        return self.say

    def note(self, sentence: str, folded: bool = False) -> None:
        """A sentence below the figures; folded, it stands among the section's remarks."""
        self.data["asides" if folded else "notes"].append(sentence)

    def values(self, **named: Any) -> None:
        """Values that the page's answers use."""
        self.data["values"].update(named)

    def close(self) -> None:
        """Write <notebook>.json into the folder."""
        write_json(self.out / f"{self.notebook}.json", self.data)


class Section(Part):
    """One notebook's part of one study's page, in results/<study>/."""

    def __init__(self, notebook: str, study: str, studies: str, results: str, language: str = "") -> None:
        super().__init__(notebook, Path(results) / study, {"study": study}, language)
        self.say = words.of_study(Path(studies) / study, self.say.language)
        self.study: Study = load_study(Path(studies) / study, self.folder)
        self.findings: list[dict[str, Any]] = read_json(self.folder / "findings.json").get("findings", [])

    def findings_of(self, study: Study) -> list[dict[str, Any]]:
        """Every finding with its readings: as the pipeline found them, or anew for other numbers."""
        if study.values == self.study.values:
            return self.findings
        return [rendered(each, study, self.say) for each in findings_with_readings(study)[0]]

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
        for one in self.read:
            self.say = self.say.with_texts(read_texts(Path(studies) / one.study.id, self.say.language))


def by_hand() -> bool:
    """Does a person run the notebook, in JupyterLab say, and not the pipeline?"""
    return get_ipython() is not None and RUN not in os.environ


def _cell(value: object) -> str:
    """A cell as a page shows it: four digits of a number, nothing of what is missing."""
    if isinstance(value, float):
        return "" if pd.isna(value) else f"{value:.4g}".replace("-", "\N{MINUS SIGN}")
    return str(value)
