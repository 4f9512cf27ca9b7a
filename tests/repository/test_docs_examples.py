"""Do the examples that the documents show do what is said of them?"""

import json
import re
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from docs_text import ROOT, STUDY, blocks, text
from ruamel.yaml import YAML

from reread import checks, departures, rivals, words
from reread.datasets.of_study import joint
from reread.explain.benign import findings_with_readings
from reread.files.config import Config
from reread.files.problem import Problem
from reread.notebook.views import ancova, compared, of_rivals, two_groups
from reread.reading.study_folder import extract
from reread.report.told import rendered
from reread.rivals import OneGroup, natural_course
from reread.rivals.evidence import parameters
from reread.study.comparison import comparison_at
from reread.study.values import Study, study_of

RIVALS = "add-a-rival-figure-departure.md"


@pytest.fixture(scope="module")
def study() -> Study:
    """The delivered study."""
    extracted = extract(ROOT / "studies" / STUDY)
    return study_of(STUDY, extracted.file, extracted.numbers)


def test_the_readmes_study_is_read_and_agrees(tmp_path: Path) -> None:
    readme = text("README.md")
    (document,), (study,) = blocks(readme, "markdown"), blocks(readme, "yaml")
    assert len(study.splitlines()) < 10
    more = re.findall(r"`((?:measure|rests_on): [^`]+)`", readme)
    longer = study.replace("    label: Test score\n", f"    label: Test score\n    {more[0]}\n") + more[1] + "\n"
    for name, content in (("short", study), ("longer", longer)):
        folder = tmp_path / name
        folder.mkdir()
        (folder / "transcript.md").write_text(document, encoding="utf-8")
        (folder / "study.yaml").write_text(content, encoding="utf-8")
        extracted = extract(folder)
        findings, broken = findings_with_readings(study_of(name, extracted.file, extracted.numbers))
        assert not broken
        assert {finding.status for finding in findings} == {"consistent"}


def test_the_study_file_of_two_arms_is_short_and_ends_in_two_answers(tmp_path: Path) -> None:
    """From a published table to both answers: 25 lines at most, everything agrees, and an adjusted analysis is told."""
    told = text("docs/two-arms.md")
    (document,), (written,) = blocks(told, "markdown"), blocks(told, "yaml")
    assert len(written.splitlines()) <= 25
    folder = tmp_path / "anorexia-arms"
    folder.mkdir()
    (folder / "transcript.md").write_text(document, encoding="utf-8")
    (folder / "study.yaml").write_text(written, encoding="utf-8")
    extracted = extract(folder)
    study = study_of(folder.name, extracted.file, extracted.numbers)
    findings, broken = findings_with_readings(study)
    assert not broken
    assert {"tests.after.t", "tests.after.p"} <= {role for finding in findings for role in finding.roles}
    assert {finding.status for finding in findings} <= {"consistent", "undecided"}  # the first answer
    say = words.load("en")
    assert ancova.decides(
        study, 0.05, say
    )  # what the second one rests on: what adjusting says, and which bias does as much
    found = compared.asked(study)
    assert found is not None
    made = two_groups.biases(found, {name: rivals.chosen(name, {}) for name in two_groups.names(study)})
    assert {"two_at_once", "baseline_imbalance"} <= {each.rival for each in made}
    assert two_groups.decides(found, made, say)


def test_the_readmes_bars_are_those_of_the_program() -> None:
    said = re.findall(r"(\d+)(?: %)? in place of (\d+)", text("README.md"))
    study, known = OneGroup(STUDY, 20, 2, 16), parameters(ROOT / "evidence")
    computed = []
    for days in (3, 7):
        settings = natural_course.Settings(first_days=(1, 2), days_between=days)
        rows = natural_course.simulate(study, Config().seed, settings, known).days
        computed.append([str(round(100 * row.share_after)) for row in rows])
    assert said == list(zip(*computed, strict=True))


def test_the_readmes_other_values_leave_five_tables(study: Study) -> None:
    (asked,) = re.findall(
        r"`other_values = (\{.*?\})` the page lists five before–after tables, not three", text("README.md")
    )
    listed = [joint(comparison_at(one, "score.change")) for one in (study, study.printing(json.loads(asked)))]
    assert [len(found.tables) for found in listed if found] == [3, 5]


def example(name: str, number: int = 0) -> SimpleNamespace:
    """The module that a document shows: one of its Python blocks that begin with a docstring."""
    modules = [block for block in blocks(text(f"docs/{name}"), "python") if block.startswith('"""')]
    namespace: dict[str, Any] = {"__name__": "example"}
    exec(compile(modules[number], name, "exec"), namespace)
    return SimpleNamespace(**namespace)


def test_the_check_that_is_shown_works(study: Study) -> None:
    findings = list(example("add-a-check.md").check(study))
    said = YAML(typ="safe").load(blocks(text("docs/add-a-check.md"), "yaml")[0])["checks"]["mean_on_scale"]
    assert [finding.status for finding in findings] == ["consistent", "consistent"]
    assert said["consistent"].format(**findings[0].params) == "on the scale from 0 to 2"


def test_the_departure_and_figure_that_are_shown_work(study: Study) -> None:
    levels = [other.values["score.change.ci.level"].shown for _, other in example(RIVALS).variants(study)]
    assert levels == ["90", "99"]
    figure = example(RIVALS, 2)
    data = figure.Reach((("gain 2.0", 0.45),), "of 100 studies")
    assert figure.table(data, {})[1] == [["gain 2.0", "45"]]
    assert figure.draw(data, True, words.load("en").branch("figures")).get_size_inches()[0] > 9


def test_the_rival_that_is_shown_works_from_a_working_directory(
    study: Study, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = text(f"docs/{RIVALS}")
    (tmp_path / "rivals").mkdir()
    module = next(block for block in blocks(shown, "python") if "class Settings" in block)
    (tmp_path / "rivals" / "practice.py").write_text(module, encoding="utf-8")
    (tmp_path / "rivals" / "practice.en.yaml").write_text(blocks(shown, "yaml")[1], encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    asked = {"practice": {"outcome": "score", "category": "adequate"}}
    study = replace(study, file=study.file.model_copy(update={"rivals": asked}))
    (name,) = rivals.named(STUDY, study.file.rivals)
    say, settings = words.load("en", name), rivals.changed([name], {"studies": 100, "gains": [1, 2]})
    view = of_rivals.rival_view(study, name, 1, ROOT / "evidence", settings[name], say)
    assert [bar["label"] for bar in view.answer["bars"]] == ["gain 1 SD", "gain 2 SD"]
    assert all(say(f"{one.words}.{part}", **one.params) for one in view.views for part in ("say", "caption", "alt"))
    assert "this design cannot tell" in view.notes[0]
    with pytest.raises(Problem, match=r"rivals/practice\.id\.yaml: found no such file"):
        words.load("id", name)


def test_the_check_and_departure_that_are_shown_work_from_a_working_directory(
    study: Study, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = {"checks/mean_on_scale": "add-a-check.md", "departures/at_another_level": RIVALS}
    for name, document in made.items():
        path = tmp_path / f"{name}.py"
        path.parent.mkdir()
        path.write_text(blocks(text(f"docs/{document}"), "python")[0], encoding="utf-8")
        entry = blocks(text(f"docs/{document}"), "yaml")[0].replace("other_level", "at_another_level")
        path.with_suffix(".en.yaml").write_text(entry, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    wrong = study.printing({"score.after.mean": "2.10"})
    (found,) = (f for f in checks.findings(wrong) if f.check == "mean_on_scale" and f.status == "inconsistent")
    assert rendered(found, wrong, words.load("en"))["words"]["allows"] == "the scale runs from 0 to 2"
    assert len(list(departures.found()["at_another_level"](study))) == 2
    assert words.load("en")("departures.at_another_level.if", level="90") == "the interval is one at 90 %"
