"""Do the documents say what the program does: links, commands, keys, fields?"""

import ast
import csv
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

import pytest
from docs_text import DOCUMENTS, ROOT, STUDY, blocks, code, text
from pydantic import BaseModel

from reread.appraisal.files import Appraisal, Claims
from reread.appraisal.reply import Reply
from reread.files.config import Config
from reread.files.written import read_yaml
from reread.notebook.section import Section
from reread.notebook.views import implied_correlation, sets
from reread.study.file import StudyFile

FILES = {
    "study.yaml": StudyFile, "appraisal.yaml": Appraisal, "claims.yaml": Claims, "reply.yaml": Reply,
    "config.yaml": Config,
}  # fmt: skip
DATA_KEYS = ("lines", "params", "quotes")  # objects whose keys are data: number ids, a departure's own parameters
each = pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)


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
    targets = set(re.findall(r"^([a-z-]+):.*## ", text("Makefile"), re.MULTILINE))
    for line in code(path.read_text(encoding="utf-8")):
        for named in re.findall(r"\bmake((?: [a-z-]+)+)\b", line.partition("#")[0]):
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
    command = [sys.executable, "-m", "reread", *arguments]
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
    for path in (ROOT / "notebooks").rglob("*.ipynb"):
        cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
        source = "\n".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "code")
        calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
        values = [call for call in calls if ast.unparse(call.func) == "section.values"]
        named |= {word.arg for call in values for word in call.keywords if word.arg}
    assert {"tables", "exact_p_max", "inconsistent", "alt"} <= named
    assert not [word for word in named if f"`{word}`" not in text("docs/output-files.md")]
