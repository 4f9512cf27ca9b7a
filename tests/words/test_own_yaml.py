"""Does the fast reader of the program's own YAML read what the strict one reads, which refuses a key twice?"""

from __future__ import annotations

from pathlib import Path

import pytest
from ruamel.yaml import YAML

from reread.words import FOLDER, own_yaml

FILES = sorted(FOLDER.rglob("*.yaml"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_both_readers_read_the_same(path: Path) -> None:
    read = own_yaml(path)
    assert read
    assert read == YAML(typ="safe", pure=True).load(path.read_text(encoding="utf-8"))


def test_no_is_a_word_and_true_is_none(tmp_path: Path) -> None:
    path = tmp_path / "own.yaml"
    path.write_text("no: [yes, on, No, OFF, n, y]\ncaps: [true, False, TRUE, 3, ~]\n", encoding="utf-8")
    assert own_yaml(path) == {"no": ["yes", "on", "No", "OFF", "n", "y"], "caps": [True, False, True, 3, None]}
