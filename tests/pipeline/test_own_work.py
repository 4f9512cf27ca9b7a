"""A student's own lines put a test and a picture on the page; a notebook run by hand leaves results/ alone."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import small
from parsed import Page
from runs import STUDY, Program, Ran, copy_parts

from reread.files import RUN
from reread.notebook.section import Section

pytestmark = pytest.mark.pipeline
LESSON = Path(__file__).parents[2] / "docs" / "lesson.md"
OPEN = """\
from reread.notebook.section import Section
section = Section("mine", study, studies, results)
"""


def lines() -> str:
    """The lines that the lesson shows."""
    (shown,) = re.findall(r"```python\n(.*?)```", LESSON.read_text(encoding="utf-8"), re.DOTALL)
    return str(shown)


@pytest.fixture(scope="module")
def ran(program: Program, tmp_path_factory: pytest.TempPathFactory) -> Ran:
    """A run with a notebook that holds the lesson's lines and no others."""
    place = copy_parts(program.folder, tmp_path_factory.mktemp("own-work"), ("config.yaml", "evidence"))
    small.study(place / "studies" / STUDY)
    path = small.notebook(place / "notebooks", "mine", OPEN + lines() + "section.close()\n")
    whole = json.loads(path.read_text(encoding="utf-8"))
    whole["cells"].pop()
    path.write_text(json.dumps(whole), encoding="utf-8")
    return program.run(place)


def test_ten_lines_are_on_the_page_under_their_own_heading(ran: Ran) -> None:
    assert ran.code == 0, ran.screen
    assert len(lines().strip().splitlines()) <= 12
    page = Page(ran.html())
    shown = page.text("#more-mine")
    for part in (
        "My own t-test",
        "One data set that fits.",
        "Sixteen rose, two fell",
        "Lines of the same course",
        "4.765",
    ):
        assert part in shown, part
    assert "<svg" in ran.html()[ran.html().index('id="more-mine"') :]
    assert (ran.results / STUDY / "figures" / "mine" / "my-own-t-test.csv").is_file()


def test_a_person_who_runs_it_changes_nothing(ran: Ran, monkeypatch: pytest.MonkeyPatch) -> None:
    before = ran.files()
    monkeypatch.delenv(RUN, raising=False)
    monkeypatch.setattr("reread.notebook.section.get_ipython", lambda: object())
    section = Section("mine", STUDY, str(ran.place / "studies"), str(ran.results))
    section.note("By hand.")
    exec(lines(), {"section": section})
    section.close()
    assert json.loads((section.out / "mine.json").read_text(encoding="utf-8"))["notes"][0] == "By hand."
    assert ran.files() == before
