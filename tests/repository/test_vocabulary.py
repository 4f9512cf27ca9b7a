"""Does docs/vocabulary.md tell the truth: does a page say what it says a page says, and does code use its terms?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

SRC = Path(__file__).parents[2] / "src" / "reread"
DOC = Path(__file__).parents[2] / "docs" / "vocabulary.md"
PLACE = re.compile(r"`(src/[\w./]+|[a-z_]+\.(?:json|csv))`")
MARK = re.compile(r"^[✓✕?–!] ")


def rows(head: str) -> Iterator[list[str]]:
    """The rows of every table whose first line begins with a head."""
    inside = False
    for line in DOC.read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        inside = line.startswith("|") and (inside or cells[0] == head)
        if inside and cells[0] != head and not cells[0].startswith("---"):
            yield cells


def phrases(cell: str) -> list[str]:
    """The words of a cell, one phrase at a time, without a mark before and dots after."""
    parts = re.split(r", |; ", MARK.sub("", cell))
    return [re.sub(r" …$", "", part).strip() for part in parts if part]


def said(language: str) -> str:
    """Every word of a language, of the package and of the repository's rivals, as one text."""
    files = [*(SRC / "words" / language).glob("*.yaml"), *(DOC.parents[1] / "rivals").glob(f"**/{language}*/**/*.yaml")]
    files += (DOC.parents[1] / "rivals").glob(f"**/{language}.yaml")
    files += (SRC / "appraisal" / "instruments").glob("*.yaml")  # every language in one file
    return "\n".join(path.read_text(encoding="utf-8") for path in files).lower()


def in_code() -> str:
    """The package as one text."""
    return plain("\n".join(path.read_text(encoding="utf-8") for path in sorted(SRC.rglob("*.py"))))


def plain(text: str) -> str:
    """Without quotation marks; hyphens, colons and underscores as spaces."""
    return " ".join(re.sub(r"[-_–:]", " ", text.replace('"', "")).lower().split())


CODE = [row for head in ("in code and result files", "in code") for row in rows(head)]


@pytest.mark.parametrize("term", [row[0] for row in CODE])
def test_the_package_uses_each_term(term: str) -> None:
    code = in_code()
    for phrase in phrases(term.replace("`", "")):
        assert plain(phrase) in code, f"no file of the package says “{phrase}”"


@pytest.mark.parametrize("shown", [row[1] for row in CODE if row[1]] + [row[0] for row in rows("on the page")])
def test_a_page_says_what_stands_under_on_the_page(shown: str) -> None:
    for phrase in phrases(shown):
        assert phrase.lower() in said("en"), f"no word file says “{phrase}”"


@pytest.mark.parametrize("english", [row[0] for row in rows("English")])
def test_the_indonesian_page_uses_its_words(english: str) -> None:
    indonesian = next(row[1] for row in rows("English") if row[0] == english)
    for phrase in phrases(re.sub(r"\(.*?\)", "", indonesian)):
        assert phrase.lower() in said("id"), f"no word file says “{phrase}”"


def test_every_file_named_is_there() -> None:
    text = DOC.read_text(encoding="utf-8")
    named = PLACE.findall(text)
    assert named
    outputs = (DOC.parent / "output-files.md").read_text(encoding="utf-8")
    for name in named:
        assert (SRC.parents[1] / name).exists() if name.startswith("src/") else name in outputs, name


def test_nothing_is_promised() -> None:
    assert not re.search(r"\b(?:not (?:yet|built|computed)|to come|planned|later)\b", DOC.read_text(encoding="utf-8"))
