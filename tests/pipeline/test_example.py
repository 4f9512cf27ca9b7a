"""Is the finished page in docs/ the one that a run makes today, and does it stand alone?"""

from __future__ import annotations

import sys
from importlib.metadata import version
from pathlib import Path

import pytest
from lxml import html
from parsed import Page
from runs import Ran

pytestmark = pytest.mark.pipeline


@pytest.fixture(scope="module")
def made(both: Ran, repo: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    sys.path.insert(0, str(repo / "bench"))
    from example import example

    place = tmp_path_factory.mktemp("example")
    example(both.results, place, version("reread"))
    return place


def test_the_example_is_what_a_run_makes(made: Path, repo: Path) -> None:
    kept = repo / "docs" / "example"
    assert {path.name for path in made.iterdir()} == {path.name for path in kept.iterdir()}, "make example"
    for path in made.glob("*.html"):
        old, new = (Page(one.read_text(encoding="utf-8")).text() for one in (kept / path.name, path))
        assert old == new, "make example"


def test_it_stands_alone(repo: Path) -> None:
    for path in (repo / "docs" / "example").glob("*.html"):
        links = html.fromstring(path.read_bytes()).xpath("//a/@href")
        near = {link for link in links if not link.startswith(("#", "https://"))}
        assert near <= {"report.html", "club.html", "letter.md"}
