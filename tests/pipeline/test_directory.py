"""Does `--directory` work on a folder that holds studies only, and is what is taken away also gone from results/?"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import small
from parsed import Page
from runs import Program, Ran

pytestmark = pytest.mark.pipeline
# a note that only the program's own evidence can give
READS = "import pathlib\nassert list(pathlib.Path(evidence).glob('*.csv')), evidence"


@pytest.fixture(scope="module")
def program(program: Program, tmp_path_factory: pytest.TempPathFactory) -> Program:
    """A copy of the program with two small notebooks in place of its own, to save time."""
    folder = tmp_path_factory.mktemp("directory") / "program"
    shutil.copytree(program.folder, folder)
    shutil.rmtree(folder / "notebooks")
    small.notebook(folder / "notebooks", "rivals", READS)
    small.notebook(folder / "notebooks", "consistency")
    return Program(folder)


@pytest.fixture(scope="module")
def ran(program: Program, tmp_path_factory: pytest.TempPathFactory) -> Ran:
    """A run in a folder with two studies and nothing else."""
    place = tmp_path_factory.mktemp("directory") / "my own studies"
    for study in ("pots", "vats"):
        small.study(place / "studies" / study)
    return program.run(place)


@pytest.fixture(scope="module")
def less(program: Program, ran: Ran, tmp_path_factory: pytest.TempPathFactory) -> Ran:
    """The same, rerun after a study and a notebook were taken away."""
    place = tmp_path_factory.mktemp("directory") / "fewer"
    shutil.copytree(ran.place, place)
    shutil.rmtree(place / "studies" / "vats")
    (program.folder / "notebooks" / "consistency.ipynb").unlink()
    return program.run(place)


def test_the_programs_own_notebooks_and_evidence_are_used(ran: Ran) -> None:
    assert ran.code == 0, ran.screen
    assert {path.name for path in ran.place.iterdir()} == {"studies", "results", "logs", ".snakemake"}
    for study in ("pots", "vats"):
        assert ran.json("rivals", study)["ok"] is True
        assert Page(ran.html(study)).text().count("A note.") == 2
    assert sorted(_links(ran)) == ["pots/report.html", "vats/report.html"]


def test_no_file_tells_the_way_to_the_program(program: Program, ran: Ran) -> None:
    way = program.folder.parent.name.encode()
    assert [name for name, content in ran.files().items() if way in content] == []


def test_the_program_is_left_as_it_was(program: Program, ran: Ran) -> None:
    assert ran.code == 0
    for made in ("results", "logs", ".snakemake"):
        assert not (program.folder / made).exists()


def test_a_removed_study_is_gone_from_results_and_index(less: Ran) -> None:
    assert less.code == 0, less.screen
    assert not (less.results / "vats").exists()
    assert _links(less) == ["pots/report.html"]


def test_a_removed_notebook_is_gone_from_results_and_page(less: Ran) -> None:
    assert [name for name in less.files() if "consistency" in name] == []
    assert Page(less.html("pots")).text().count("A note.") == 1
    assert "consistency.ipynb" not in less.html("pots")


def _links(ran: Ran) -> list[str]:
    """The pages that the index leads to."""
    elements = Page(ran.html("")).elements
    return [found["href"] for tag, found in elements if tag == "a" and found.get("href", "").endswith("report.html")]


def test_a_folder_without_studies_says_so(program: Program, tmp_path: Path) -> None:
    ran = program.run(tmp_path)
    assert ran.code == 0, ran.screen
    assert "No study yet" in Page(ran.html("")).text()
