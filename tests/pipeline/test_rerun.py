"""After an edit, is what depends on it redone, and nothing else? Asked by dry runs on two small studies."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import small
from runs import Program, Ran

pytestmark = pytest.mark.pipeline
STUDIES, NOTEBOOKS = ("pots", "vats"), ("consistency", "rivals")
END = {"index", "outcome"}


@pytest.fixture(scope="module")
def program(repo: Path, tmp_path_factory: pytest.TempPathFactory) -> Program:
    """A copy of the program that these tests may edit."""
    return Program.copied(repo, tmp_path_factory.mktemp("rerun") / "program")


@pytest.fixture(scope="module")
def ran(program: Program, tmp_path_factory: pytest.TempPathFactory) -> Ran:
    """One run of two studies and two notebooks. Each test leaves its inputs as they were."""
    place = tmp_path_factory.mktemp("rerun") / "place"
    for study in STUDIES:
        small.study(place / "studies" / study)
    for notebook in NOTEBOOKS:
        small.notebook(place / "notebooks", notebook)
    small.notebook(place / "notebooks" / "across", "synthesis")
    (place / "evidence").mkdir()
    (place / "evidence" / "parameters.csv").write_text("name,value\n", encoding="utf-8")
    done = program.run(place)
    assert done.code == 0, done.screen
    return done


@contextmanager
def edited(path: Path, text: str | None = None) -> Iterator[None]:
    """A file with a line more, or with (or for None: without) a text; and then as it was."""
    before = path.read_bytes() if path.exists() else None
    path.write_bytes((before or b"") + (text or "\n").encode())
    try:
        yield
    finally:
        path.unlink()
        if before is not None:
            path.write_bytes(before)


def of(stages: str, studies: tuple[str, ...] = STUDIES, notebooks: tuple[str, ...] = NOTEBOOKS) -> set[str]:
    """The jobs of some stages, with the two that always come last."""
    single = [stage for stage in stages.split() if stage not in ("notebook", "across")]
    jobs = END | {f"{stage} {study}" for stage in single for study in studies}
    if "notebook" in stages:
        jobs |= {f"notebook {notebook} of {study}" for notebook in notebooks for study in studies}
    return jobs | {"notebook synthesis of all studies"} if "across" in stages else jobs


def test_everything_was_done_once(ran: Ran) -> None:
    jobs = [" ".join(line.split()) for line in ran.screen.splitlines()]
    for job in of("extract check explain appraise notebook across report"):
        assert jobs.count(job) == 1, job


def test_nothing_is_left_to_do(program: Program, ran: Ran) -> None:
    assert program.planned(ran.place) == set()
    assert program.run(ran.place).last == "Nothing has changed. Open results/index.html"


def test_touching_reruns_nothing(program: Program, ran: Ran) -> None:
    files = [path for folder in (program.folder / "src", ran.place / "studies", ran.place / "notebooks")
             for path in folder.rglob("*") if path.is_file() and path.suffix != ".pyc"]  # fmt: skip
    assert len(files) > 100
    for path in files:
        path.touch()
    assert program.planned(ran.place) == set()


@pytest.mark.parametrize(
    ("file", "jobs"),
    [
        ("checks/grim.py", of("check explain appraise notebook across report")),
        ("figures/attainable.py", of("notebook across report")),
        ("rivals/combinations.py", of("notebook across report")),
        ("appraisal/instruments/threats.yaml", of("appraise across report")),
        ("report/style.css", of("report")),
        ("stock.sha256", of("report")),
        ("verbs/outcome.py", {"outcome"}),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_editing_the_program_redoes_what_follows(program: Program, ran: Ran, file: str, jobs: set[str]) -> None:
    assert (program.folder / "src" / "reread" / file).is_file()
    with edited(program.folder / "src" / "reread" / file):
        assert program.planned(ran.place) == jobs


def imported(source: Path, module: str) -> set[str]:
    """The files of the package that a module imports, directly or not, told by Python's own parser."""
    seen: set[str] = set()
    waiting = [module]
    while waiting:
        path = source.joinpath(*waiting.pop().split("."))
        file = path / "__init__.py" if path.is_dir() else path.with_suffix(".py")
        if not file.is_file() or file == source / "reread" / "__init__.py" or str(file) in seen:
            continue
        seen.add(str(file))
        for node in ast.walk(ast.parse(file.read_bytes())):
            if isinstance(node, ast.ImportFrom) and node.module:
                waiting += [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
            elif isinstance(node, ast.Import):
                waiting += [alias.name for alias in node.names]
    return {Path(file).relative_to(source / "reread").as_posix() for file in seen}


@pytest.mark.parametrize("stage", ["extract", "check", "explain", "appraise", "notebook", "report", "index", "outcome"])
def test_a_stage_depends_on_all_that_it_imports(program: Program, ran: Ran, stage: str) -> None:
    noted = (ran.place / ".snakemake" / "reread" / f"{stage}.sha256").read_text(encoding="utf-8")
    listed = {line.partition("  ")[2] for line in noted.splitlines()}
    needed = imported(program.folder / "src", f"reread.verbs.{stage}")
    assert f"verbs/{stage}.py" in needed
    assert needed - listed == set()


def test_an_added_check_is_noticed_and_a_deleted_one(program: Program, ran: Ran) -> None:
    checks = program.folder / "src" / "reread" / "checks"
    with edited(checks / "brand_new.py", '"""Is it new?"""\n'):
        assert program.planned(ran.place) == of("check explain appraise notebook across report")
    assert program.planned(ran.place) == set()
    (checks / "grim.py").rename(program.folder / "grim.py")
    assert program.planned(ran.place) == of("check explain appraise notebook across report")
    (program.folder / "grim.py").rename(checks / "grim.py")


def test_editing_a_rival_beside_the_program_redoes_the_notebooks(program: Program, ran: Ran) -> None:
    for file in ("natural_course/model.py", "infant_weight/words/id.yaml"):
        with edited(program.folder / "rivals" / file):
            assert program.planned(ran.place) == of("notebook across report")


@pytest.mark.parametrize("file", ["checks/mine.py", "checks/mine.en.yaml", "departures/mine.py"])
def test_a_check_or_departure_of_one_s_own_redoes_what_follows(program: Program, ran: Ran, file: str) -> None:
    folder = ran.place / Path(file).parent
    folder.mkdir()
    with edited(ran.place / file, "# mine\n"):
        assert program.planned(ran.place) == of("check explain appraise notebook across report")
    folder.rmdir()
    assert program.planned(ran.place) == set()


def test_editing_a_notebook_redoes_that_notebook(program: Program, ran: Ran) -> None:
    with edited(ran.place / "notebooks" / "rivals.ipynb"):
        assert program.planned(ran.place) == of("notebook report", notebooks=("rivals",))


def test_editing_a_notebook_across_studies_redoes_no_page_of_a_study(program: Program, ran: Ran) -> None:
    with edited(ran.place / "notebooks" / "across" / "synthesis.ipynb"):
        assert program.planned(ran.place) == of("across")


def test_editing_the_evidence_redoes_the_notebooks(program: Program, ran: Ran) -> None:
    with edited(ran.place / "evidence" / "parameters.csv"):
        assert program.planned(ran.place) == of("notebook across report")


@pytest.mark.parametrize("file", ["study.yaml", "transcript.md"])
def test_editing_a_study_redoes_that_study(program: Program, ran: Ran, file: str) -> None:
    with edited(ran.place / "studies" / "vats" / file):
        assert program.planned(ran.place) == of("extract check explain appraise notebook across report", ("vats",))


def test_an_original_beside_the_transcript_is_noticed(program: Program, ran: Ran) -> None:
    with edited(ran.place / "studies" / "vats" / "original.txt", small.TRANSCRIPT):
        assert program.planned(ran.place) == of("extract check explain appraise notebook across report", ("vats",))


def test_another_seed_redoes_what_is_drawn_with_it(program: Program, ran: Ran) -> None:
    with edited(ran.place / "config.yaml", "seed: 7\n"):
        assert program.planned(ran.place) == of("explain notebook across report")


def test_a_new_study_redoes_no_other(program: Program, ran: Ran) -> None:
    new = small.study(ran.place / "studies" / "jars")
    try:
        assert program.planned(ran.place) == of("extract check explain appraise notebook across report", ("jars",))
    finally:
        for path in new.iterdir():
            path.unlink()
        new.rmdir()
