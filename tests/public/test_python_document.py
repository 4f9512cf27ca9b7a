"""Does docs/python.md show what happens, and tell of everything that is public?"""

import doctest
import re
from pathlib import Path

import pytest
from docs_text import ROOT, blocks, text

import reread

DOCUMENT = text("docs/python.md")


def test_the_examples(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (paper,) = blocks(DOCUMENT, "markdown")
    (tmp_path / "paper.md").write_text(paper, encoding="utf-8")
    (tmp_path / "studies").symlink_to(ROOT / "studies")
    monkeypatch.chdir(tmp_path)
    examples = doctest.DocTestParser().get_doctest(DOCUMENT, {}, "python.md", "python.md", 0)
    told: list[str] = []
    result = doctest.DocTestRunner().run(examples, out=told.append)
    assert result.attempted >= 20
    assert not result.failed, "".join(told)


def test_everything_public_is_told() -> None:
    named = set(re.findall(r"`(?:reread\.)?(\w+)", DOCUMENT))
    assert not set(reread.__all__) - named


@pytest.mark.parametrize("kind", [reread.Answer, reread.Paper, reread.Told])
def test_every_part_of_an_object_is_told(kind: type) -> None:
    fields = getattr(kind, "__dataclass_fields__", {})
    parts = {name for name in (*fields, *vars(kind)) if not name.startswith("_")}
    hidden = {"found", "name", "language", "lines"}
    assert not {part for part in parts - hidden if not re.search(rf"`{part}\b", DOCUMENT)}
