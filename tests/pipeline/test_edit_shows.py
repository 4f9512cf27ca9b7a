"""Does an edit of a notebook show on the page after one run?"""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from parsed import Page
from runs import STUDY, Program, Ran, again

pytestmark = pytest.mark.pipeline


def set_in(notebook: Path, name: str, value: str) -> None:
    """Set a name in the cell tagged `settings`, as a student would in JupyterLab."""
    data = json.loads(notebook.read_text(encoding="utf-8"))
    (cell,) = [cell for cell in data["cells"] if "settings" in cell["metadata"].get("tags", [])]
    source, times = re.subn(rf"(?m)^{name} = .*$", f"{name} = {value}", "".join(cell["source"]))
    assert times == 1, f"no setting {name}"
    cell["source"] = source.splitlines(keepends=True)
    notebook.write_text(json.dumps(data, indent=1), encoding="utf-8")


@pytest.fixture(scope="module")
def edited(program: Program, full: Ran, tmp_path_factory: pytest.TempPathFactory) -> Ran:
    """The full run, rerun after other bars were asked for."""
    place = again(full, tmp_path_factory.mktemp("edited") / "place")
    set_in(place / "notebooks" / "rivals.ipynb", "other_settings", '{"bars": (2, 4)}')
    return program.run(place)


def test_only_what_depends_on_it_was_redone(edited: Ran) -> None:
    assert edited.code == 0, edited.screen
    jobs = [" ".join(line.split()) for line in edited.screen.splitlines()]
    assert jobs[-5:-1] == [f"notebook rivals of {STUDY}", f"report {STUDY}", "index", "outcome"]


def test_the_page_shows_the_other_bars(full: Ran, edited: Ran) -> None:
    before, after = (ran.json("rivals")["values"]["bars"] for ran in (full, edited))
    assert [bar["label"] for bar in after] == ["day 2", "day 4"]
    assert next(bar for bar in before if bar["label"] == "day 2") == after[0]
    answers = Page(edited.html()).text("#answers")
    assert f"day 2 {round(100 * after[0]['share'])} %" in answers
    assert f"day 4 {round(100 * after[1]['share'])} %" in answers
    assert "day 1" not in answers


def test_the_page_says_first_that_a_notebook_was_changed(full: Ran, edited: Ran) -> None:
    html = edited.html()
    assert re.findall(r"<code>([^<]*)</code>", html[: html.index('id="answers"')]) == ["notebooks/rivals.ipynb"]
    assert "notebooks/rivals.ipynb" not in full.html()[: full.html().index('id="answers"')]


def test_the_notebook_as_run_is_the_edited_one(edited: Ran) -> None:
    run = json.loads((edited.results / STUDY / "notebooks" / "rivals.ipynb").read_text(encoding="utf-8"))
    sources = ["".join(cell["source"]) for cell in run["cells"]]
    assert any('\nother_settings = {"bars": (2, 4)}' in source for source in sources)


def test_everything_else_is_as_before(full: Ran, edited: Ran) -> None:
    before, after = full.files(), edited.files()
    differ = {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}
    of_study = r"report\.html|club\.html|rivals\.json|notebooks/rivals\.(ipynb|html)|figures/rivals/.+"
    allowed = re.compile(rf"index\.html|{STUDY}/({of_study})")
    assert {name for name in differ if not allowed.fullmatch(name)} == set()
