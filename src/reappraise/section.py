"""How does a notebook hand its figures, tables and values to the page?

A notebook opens a section, adds what it computed, and closes it; the report embeds exactly these files. Logic belongs in
the package; the notebook says what to show and in which words.
"""

from __future__ import annotations

import csv
import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

from reappraise import words
from reappraise.figures.canvas.save import write as write_figure
from reappraise.loaded import load_study
from reappraise.results_json import read_json, write_json
from reappraise.study import Study


class Section:
    """One notebook's part of one study's page, in results/<study>/."""

    def __init__(self, notebook: str, study: str, studies: str, results: str, language: str = "") -> None:
        self.notebook, self.folder = notebook, Path(results) / study
        self.study: Study = load_study(Path(studies) / study, self.folder)
        self.say = words.load(language or os.environ.get("REAPPRAISE_LANGUAGE", "en"))
        self.findings: list[dict[str, Any]] = read_json(self.folder / "findings.json").get("findings", [])
        self.figures = self.folder / "figures" / notebook
        self.data: dict[str, Any] = {
            "ok": True, "study": study, "notebook": notebook, "values": {}, "figures": [], "tables": [], "notes": [],
        }  # fmt: skip

    def figure(self, module: ModuleType, data: Any, words_key: str, **params: object) -> str:
        """Draw a figure of `reappraise.figures`; its finding, caption and alternative text stand under `words_key`.

        Returns the SVG, so that it shows below the cell (`SVG(section.figure(...))`).
        """
        name = module.__name__.rpartition(".")[2]
        text = {part: self.say(f"{words_key}.{part}", **params) for part in ("say", "caption", "alt")}
        inside = self.say.branch("figures")
        files = write_figure(module, data, self.figures, name, text["alt"], inside, self.folder)
        self.data["figures"].append({"id": name, **text, **files})
        return (self.folder / files["wide"]).read_text(encoding="utf-8")

    def table(self, name: str, head: Sequence[str], rows: Iterable[Sequence[object]], words_key: str, **params: object) -> None:
        """A table of the page, also written as CSV."""
        listed = [[str(cell) for cell in row] for row in rows]
        path = self.folder / "figures" / self.notebook / f"{name}.csv"
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("w", encoding="utf-8", newline="") as stream:
            csv.writer(stream, lineterminator="\n").writerows([list(head), *listed])
        self.data["tables"].append({
            "id": name, "title": self.say(f"{words_key}.title", **params), "caption": self.say(f"{words_key}.caption", **params),
            "head": list(head), "rows": listed, "data": path.relative_to(self.folder).as_posix(),
        })  # fmt: skip

    def note(self, words_key: str, **params: object) -> None:
        """A sentence below the figures."""
        self.data["notes"].append(self.say(words_key, **params))

    def values(self, **named: Any) -> None:
        """Values that the page's answers use."""
        self.data["values"].update(named)

    def close(self) -> None:
        """Write results/<study>/<notebook>.json."""
        write_json(self.folder / f"{self.notebook}.json", self.data)
