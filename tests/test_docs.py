"""Do the documents say what the program does: links, keys, fields, commands and examples?"""

import ast
import csv
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any, Literal, get_args, get_origin

import pytest
from pydantic import BaseModel
from ruamel.yaml import YAML

from reappraise import words
from reappraise.appraise.files import Appraisal, Claims
from reappraise.benign import findings_with_readings
from reappraise.config import Config
from reappraise.datasets.of_study import joint
from reappraise.evidence import parameters
from reappraise.extract.study_folder import extract
from reappraise.loaded import load_study
from reappraise.rivals import OneGroup, natural_course
from reappraise.section import Section
from reappraise.study import study_of
from reappraise.study_file import StudyFile
from reappraise.views import implied_correlation, sets
from reappraise.written import read_yaml

ROOT = Path(__file__).resolve().parent.parent
DOCUMENTS = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
STUDY = "khaeriyah-sari-2025"
FILES = {"study.yaml": StudyFile, "appraisal.yaml": Appraisal, "claims.yaml": Claims, "config.yaml": Config}
DATA_KEYS = ("lines", "params")  # objects whose keys are data: number ids, a departure's own parameters
each = pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)


def text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def blocks(document: str, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", document, re.MULTILINE | re.DOTALL)


def code(document: str) -> Iterator[str]:
    """Every line of code: in blocks of commands, and between single backticks."""
    for block in blocks(document, "sh"):
        yield from block.splitlines()
    yield from re.findall(r"(?<!`)`([^`\n]+)`(?!`)", re.sub(r"```.*?```", "", document, flags=re.DOTALL))


def slug(heading: str) -> str:
    return re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-")


@each
def test_links_lead_somewhere(path: Path) -> None:
    for target in re.findall(r"\]\(([^)\s]+)\)", path.read_text(encoding="utf-8")):
        if re.match(r"[a-z]+:", target):
            continue
        name, _, anchor = target.partition("#")
        file = (path.parent / name).resolve() if name else path
        assert file.exists(), f"{path.name} links to {target}"
        headings = re.findall(r"^#+ (.+)$", file.read_text(encoding="utf-8"), re.MULTILINE) if anchor else []
        assert not anchor or anchor in map(slug, headings), f"{path.name} links to {target}"


@each
def test_make_targets_exist(path: Path) -> None:
    targets = set(re.findall(r"^([a-z]+):.*## ", text("Makefile"), re.MULTILINE))
    for line in code(path.read_text(encoding="utf-8")):
        for named in re.findall(r"\bmake((?: [a-z]+)+)\b", line.partition("#")[0]):
            assert set(named.split()) <= targets, f"{path.name}: {line}"


def test_every_document_is_reached_from_the_readme() -> None:
    assert not [path.name for path in DOCUMENTS[2:] if f"(docs/{path.name})" not in text("README.md")]


def test_the_picture_is_small_and_of_its_width() -> None:
    png = (ROOT / "docs" / "page.png").read_bytes()
    assert len(png) < 300_000
    assert int.from_bytes(png[16:20], "big") == 1180


def model_words(model: type[BaseModel]) -> Iterator[str]:
    """Every key of a model and of those inside it, and every word that may stand as a value."""
    for name, field in model.model_fields.items():
        if name != "root":
            yield name
        yield from _annotation_words(field.annotation)


def _annotation_words(annotation: Any) -> Iterator[str]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield from model_words(annotation)
    elif get_origin(annotation) is Literal:
        yield from get_args(annotation)
    else:
        for part in get_args(annotation):
            yield from _annotation_words(part)


@pytest.mark.parametrize("file", FILES)
def test_every_key_and_choice_is_told(file: str) -> None:
    told = text("docs/study-file.md")
    missing = [word for word in model_words(FILES[file]) if f"`{word}`" not in told]
    assert not missing


@pytest.mark.parametrize("file", FILES)
def test_the_example_has_every_key_and_is_good(file: str, tmp_path: Path) -> None:
    example = blocks(text("docs/study-file.md").partition(f"\n## {file}\n")[2], "yaml")[0]
    (tmp_path / file).write_text(example, encoding="utf-8")
    read_yaml(tmp_path / file, FILES[file])
    keys = [name for name in FILES[file].model_fields if not re.search(rf"^{name}:", example, re.MULTILINE)]
    assert not keys


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """results/ of the delivered study, read from its transcript, and of a folder without a study file."""
    root = tmp_path_factory.mktemp("docs")
    shutil.copytree(ROOT / "studies" / STUDY, root / "studies" / STUDY, ignore=shutil.ignore_patterns("original*"))
    (root / "studies" / "empty").mkdir()
    for study in (STUDY, "empty"):
        for verb in ("extract", "check", "appraise"):
            run(root, verb, f"studies/{study}", "--out", f"results/{study}")
    run(root, "outcome", STUDY, "empty", code=1)
    return root


def run(root: Path, *arguments: str, code: int = 0) -> None:
    command = [sys.executable, "-m", "reappraise", *arguments]
    answer = subprocess.run(command, cwd=root, capture_output=True, text=True)
    assert answer.returncode == code, answer.stdout + answer.stderr


def keys(node: Any) -> set[str]:
    if isinstance(node, list):
        return {key for part in node for key in keys(part)}
    if not isinstance(node, dict):
        return set()
    return set(node) | {key for name, part in node.items() if name not in DATA_KEYS for key in keys(part)}


def test_every_field_of_the_stages_is_told(made: Path) -> None:
    told = text("docs/output-files.md")
    produced = {file: keys(json.loads(file.read_text(encoding="utf-8"))) for file in made.glob("results/**/*.json")}
    missing = {file.name: [key for key in found if f"`{key}`" not in told] for file, found in produced.items()}
    assert len(produced) == 9
    assert not any(missing.values()), missing


def test_every_column_of_the_ledger_is_told(made: Path) -> None:
    told = text("docs/output-files.md")
    with (made / "results" / STUDY / "numbers.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    named = {*rows[0], *(row["stat"] for row in rows if row["stat"]), *(row["comparator"] for row in rows)}
    assert not [word for word in named if f"`{word}`" not in told]


def test_every_field_of_the_notebooks_is_told(made: Path) -> None:
    section = Section("reconstruction", STUDY, str(made / "studies"), str(made / "results"))
    section.show(sets.view(section.study, "score", section.say))
    section.show(implied_correlation.view(section.study, "score", section.say))
    named = keys(section.data)
    for path in (ROOT / "notebooks").glob("*.ipynb"):
        cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
        source = "\n".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "code")
        calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
        values = [call for call in calls if ast.unparse(call.func) == "section.values"]
        named |= {word.arg for call in values for word in call.keywords if word.arg}
    assert {"tables", "exact_p_max", "inconsistent", "alt"} <= named
    assert not [word for word in named if f"`{word}`" not in text("docs/output-files.md")]


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


def test_the_readmes_bars_are_those_of_the_program() -> None:
    said = re.findall(r"(\d+)(?: %)? in place of (\d+)", text("README.md"))
    study, known = OneGroup(STUDY, 20, 2, 16), parameters(ROOT / "evidence")
    computed = []
    for days in (3, 7):
        settings = natural_course.Settings(first_days=(1, 2), days_between=days)
        rows = natural_course.simulate(study, Config().seed, settings, known).days
        computed.append([str(round(100 * row.share_after)) for row in rows])
    assert said == list(zip(*computed, strict=True))


def test_the_readmes_other_values_leave_five_tables(made: Path) -> None:
    (asked,) = re.findall(
        r"`other_values = (\{.*?\})` the page lists five before–after tables, not three", text("README.md")
    )
    study = load_study(made / "studies" / STUDY, made / "results" / STUDY)
    listed = [joint(one, "score") for one in (study, study.printing(json.loads(asked)))]
    assert [len(found.tables) for found in listed if found] == [3, 5]


def example(name: str, number: int = 0) -> SimpleNamespace:
    """The module that a document shows: one of its Python blocks that begin with a docstring."""
    modules = [block for block in blocks(text(f"docs/{name}"), "python") if block.startswith('"""')]
    namespace: dict[str, Any] = {"__name__": "example"}
    exec(compile(modules[number], name, "exec"), namespace)
    return SimpleNamespace(**namespace)


def test_the_check_that_is_shown_works(made: Path) -> None:
    study = load_study(made / "studies" / STUDY, made / "results" / STUDY)
    findings = list(example("add-a-check.md").check(study))
    said = YAML(typ="safe").load(blocks(text("docs/add-a-check.md"), "yaml")[0])["mean_on_scale"]
    assert [finding.status for finding in findings] == ["consistent", "consistent"]
    assert said["consistent"].format(**findings[0].params) == "on the scale from 0 to 2"


def test_the_departure_rival_and_figure_that_are_shown_work(made: Path) -> None:
    name, study = "add-a-rival-figure-departure.md", load_study(made / "studies" / STUDY, made / "results" / STUDY)
    levels = [other.values["score.change.ci.level"].shown for _, other in example(name).variants(study)]
    assert levels == ["90", "99"]
    rival = example(name, 1)
    reach = rival.simulate(OneGroup(STUDY, 20, 2, 16), 1, rival.Settings(), {}).reach
    assert reach[0][1] < reach[2][1]
    figure = example(name, 2)
    data = figure.Reach((("gain 2.0", 0.45),), "of 100 studies")
    assert figure.table(data, {})[1] == [["gain 2.0", "45"]]
    assert figure.draw(data, True, words.load("en").branch("figures")).get_size_inches()[0] > 9
