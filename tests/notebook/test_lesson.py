"""Does each notebook open with questions that one changed line answers, and do the answers come from result files?"""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from reread.__main__ import main
from reread.files.problem import Problem
from reread.files.written import read_yaml
from reread.notebook.lesson import Question, Questions, changed_notebook, looked_up

NOTEBOOKS = Path(__file__).parents[2] / "notebooks"
QUESTIONS = read_yaml(NOTEBOOKS / "questions.yaml", Questions).questions
OPEN_WITH_THREE = ("consistency.ipynb", "reconstruction.ipynb", "rivals.ipynb", "across/synthesis.ipynb")
STUDY = "khaeriyah-sari-2025"


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: f"{question.notebook}-{min(question.change)}")
def test_a_question_changes_one_line_that_is_there(question: Question, tmp_path: Path) -> None:
    (name, value) = next(iter(question.change.items()))
    source = NOTEBOOKS / question.notebook
    copy = changed_notebook(source, question.change, tmp_path)
    before, after = (json.loads(path.read_text(encoding="utf-8"))["cells"] for path in (source, copy))
    lines = [
        (old, new)
        for one, other in zip(before, after, strict=True)
        for old, new in zip("".join(one["source"]).split("\n"), "".join(other["source"]).split("\n"), strict=True)
        if old != new
    ]
    assert len(lines) == 1
    assert lines[0][1].startswith(f"{name} = {value}")


@pytest.mark.parametrize("notebook", OPEN_WITH_THREE)
def test_a_notebook_opens_with_its_three_questions(notebook: str) -> None:
    first = "".join(json.loads((NOTEBOOKS / notebook).read_text(encoding="utf-8"))["cells"][0]["source"])
    assert all(f"\n{k}. " in first for k in (1, 2, 3))
    assert "Predict first, then run" in first
    asked = [question for question in QUESTIONS if question.notebook == notebook]
    assert len(asked) == 3
    for question in asked:
        ((name, value),) = question.change.items()
        assert name in first
        assert value in first or value.split('"')[-2] in first


def test_an_unknown_setting_and_a_path_that_leads_nowhere_are_named(tmp_path: Path) -> None:
    with pytest.raises(Problem, match="days_betwen"):
        changed_notebook(NOTEBOOKS / "rivals.ipynb", {"days_betwen": "3"}, tmp_path)
    with pytest.raises(KeyError, match="nothing named shares"):
        looked_up({"values": {}}, "values.shares")
    assert looked_up({"values": {"enough": {"2": 21, "1.1": None}}}, "values.enough") == "2: 21; 1.1: –"


@pytest.mark.pipeline
def test_the_answer_is_what_the_run_says(repo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One question of one notebook, delivered and changed; results/ stays as it was."""
    for part in ("studies", "evidence"):
        shutil.copytree(repo / part, tmp_path / part)
    shutil.copytree(NOTEBOOKS, tmp_path / "notebooks")
    monkeypatch.chdir(tmp_path)
    for verb in ("extract", "check", "appraise"):
        main([verb, f"studies/{STUDY}", "--out", f"results/{STUDY}"])
    (tmp_path / "one.yaml").write_text(
        "questions:\n  - {notebook: notebooks/consistency.ipynb, study: " + STUDY + ", ask: Which correlation?,\n"
        '     change: {other_values: \'{"score.change.t": "6.66"}\'}, look: figures.implied_correlation.say}\n',
        encoding="utf-8",
    )
    assert main(["answers", "one.yaml"]) == 1  # nothing has been run yet
    main(["notebook", "notebooks/consistency.ipynb", "--study", STUDY])
    before = (tmp_path / "results" / STUDY / "consistency.json").read_bytes()
    assert main(["answers", "one.yaml", "--out", "answers.md"]) == 0
    row = (tmp_path / "answers.md").read_text(encoding="utf-8").splitlines()[-1]
    assert "−0.66 … −0.52" in row
    assert "0.12 … 0.22" in row
    assert (tmp_path / "results" / STUDY / "consistency.json").read_bytes() == before
