"""Does docs/bulk.md show what happens?"""

import doctest
from pathlib import Path

import pytest
from docs_text import blocks, text

from reread import bulk


def test_the_examples(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    document = text("docs/bulk.md")
    (table,) = blocks(document, "csv")
    (tmp_path / "means.csv").write_text(table, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    examples = doctest.DocTestParser().get_doctest(document, {}, "bulk.md", "bulk.md", 0)
    told: list[str] = []
    result = doctest.DocTestRunner().run(examples, out=told.append)
    assert result.attempted >= 10
    assert not result.failed, "".join(told)


def test_every_function_is_told() -> None:
    assert not [name for name in bulk.__all__ if name[0].islower() and f"`{name}(" not in text("docs/bulk.md")]
