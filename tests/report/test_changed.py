"""Does the page know when it was built with anything other than what was delivered?"""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from reread.report.changed import MANIFEST, changed, manifest_text

NOTEBOOK = {
    "cells": [{"cell_type": "code", "source": ["n = 1\n"], "metadata": {"tags": ["parameters"]}, "outputs": []}]
}


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A small checkout with its manifest."""
    for name, text in {
        "src/reread/checks/grim.py": "'''Is it?'''\n",
        "src/reread/words/en/page.yaml": "page: {}\n",
        "rivals/tides/__init__.py": "'''Is it the tide?'''\n",
        "rivals/tides/words/en.yaml": "tides: {}\n",
        "notebooks/rivals.ipynb": json.dumps(NOTEBOOK),
        "studies/pots/study.yaml": "title: Pots\n",
        "studies/vats/study.yaml": "title: Vats\n",
    }.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    stock = tmp_path / "src/reread/stock.sha256"
    stock.write_text(manifest_text(tmp_path, tmp_path / "src/reread"), encoding="utf-8")
    return tmp_path


def found(checkout: Path, study: str = "pots") -> list[str]:
    """What counts as changed in a checkout."""
    package = checkout / "src/reread"
    return changed(checkout, study, package / "stock.sha256", package)


def test_what_was_delivered_is_not_changed(checkout: Path) -> None:
    assert found(checkout) == []


def test_changed_added_and_missing_files_are_named(checkout: Path) -> None:
    (checkout / "studies/pots/study.yaml").write_text("title: Other pots\n", encoding="utf-8")
    (checkout / "src/reread/checks/new.py").write_text("", encoding="utf-8")
    (checkout / "notebooks/rivals.ipynb").unlink()
    assert found(checkout) == ["notebooks/rivals.ipynb", "src/reread/checks/new.py", "studies/pots/study.yaml"]


def test_a_rival_beside_the_program_counts_like_a_notebook(checkout: Path) -> None:
    (checkout / "rivals/tides/words/en.yaml").write_text("tides: {day: day}\n", encoding="utf-8")
    (checkout / "rivals/tides/__init__.py").unlink()
    assert found(checkout) == found(checkout, "") == ["rivals/tides/__init__.py", "rivals/tides/words/en.yaml"]


def test_what_a_reader_brings_is_named_and_what_it_replaces_is_not_missed(checkout: Path) -> None:
    shutil.rmtree(checkout / "rivals")
    mine = ["checks/mine.en.yaml", "checks/mine.py", "departures/mine.py", "rivals/moon.py"]
    for name in mine:
        (checkout / name).parent.mkdir(exist_ok=True)
        (checkout / name).write_text("{}\n", encoding="utf-8")
    (checkout / "checks/__pycache__").mkdir()
    (checkout / "checks/__pycache__/mine.py").write_text("", encoding="utf-8")
    (checkout / "checks/notes.txt").write_text("", encoding="utf-8")
    assert found(checkout) == found(checkout, "") == mine
    (checkout / "src/reread/stock.sha256").unlink()
    assert found(checkout) == mine[:3]


def test_other_studies_and_a_reader_s_own_are_not_looked_at(checkout: Path) -> None:
    (checkout / "studies/vats/study.yaml").unlink()
    (checkout / "studies/mine").mkdir()
    (checkout / "studies/mine/study.yaml").write_text("title: Mine\n", encoding="utf-8")
    assert found(checkout) == []
    assert found(checkout, "mine") == []
    assert found(checkout, "vats") == ["studies/vats/study.yaml"]


def test_originals_caches_and_line_ends_are_no_change(checkout: Path) -> None:
    (checkout / "studies/pots/original.pdf").write_bytes(b"%PDF")
    (checkout / "notebooks/.ipynb_checkpoints").mkdir()
    (checkout / "notebooks/.ipynb_checkpoints/rivals.ipynb").write_text("{}", encoding="utf-8")
    (checkout / "studies/pots/study.yaml").write_bytes(b"title: Pots\r\n")
    assert found(checkout) == []


def test_of_a_notebook_only_sources_and_tags_count(checkout: Path) -> None:
    path = checkout / "notebooks/rivals.ipynb"
    opened = {**NOTEBOOK, "metadata": {"kernelspec": {}}, "cells": [{**NOTEBOOK["cells"][0], "execution_count": 3}]}
    path.write_text(json.dumps(opened, indent=2), encoding="utf-8")
    assert found(checkout) == []
    edited = {"cells": [{**NOTEBOOK["cells"][0], "source": "n = 2\n"}]}
    path.write_text(json.dumps(edited), encoding="utf-8")
    assert found(checkout) == ["notebooks/rivals.ipynb"]


def test_without_a_manifest_nothing_is_said(checkout: Path) -> None:
    (checkout / "src/reread/stock.sha256").unlink()
    assert found(checkout) == []


def test_stock(repo: Path) -> None:
    if not MANIFEST.is_file():
        pytest.skip("no stock.sha256 yet: make stock")
    assert MANIFEST.read_text(encoding="utf-8") == manifest_text(repo), "the manifest is out of step: run make stock"
