"""Are all sentences in the word files, and complaints about missing ones clear?"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import reread.words
from reread.files.problem import Problem
from reread.report.render import HERE
from reread.words import load


def test_a_missing_key_names_key_and_file() -> None:
    with pytest.raises(KeyError, match=r"page\.answers\.nowhere is not a sentence in words/en/page\.yaml"):
        load("en")("page.answers.nowhere")


def test_a_missing_parameter_names_key_and_file() -> None:
    with pytest.raises(KeyError, match=r"page\.title in words/en/page\.yaml needs the parameter 'title'"):
        load("en")("page.title")


def test_an_unknown_language_names_those_that_exist() -> None:
    with pytest.raises(Problem, match=r"found “xx”; write one of en"):
        load("xx")


def test_two_files_may_share_a_top_key_but_no_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reread.words, "FOLDER", tmp_path)
    (tmp_path / "zz").mkdir()
    (tmp_path / "zz/a.yaml").write_text("page: {one: 1, no: nej}\n", encoding="utf-8")
    (tmp_path / "zz/b.yaml").write_text("page: {two: zwei}\n", encoding="utf-8")
    words = load("zz")
    assert (words("page.one"), words("page.two"), words("page.no")) == ("1", "zwei", "nej")
    (tmp_path / "zz/b.yaml").write_text("page: {one: eins}\n", encoding="utf-8")
    with pytest.raises(Problem, match=r"words/zz/b.yaml, page\.one"):
        load("zz")


def test_templates_hold_no_sentence() -> None:
    for template in HERE.glob("templates/*.jinja"):
        bare = re.sub(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", "", template.read_text(encoding="utf-8"), flags=re.DOTALL)
        text = re.sub(r"<[^>]*>|&\w+;", "", bare)
        assert not re.search(r"[A-Za-z]", text), f"{template.name}: {text.split()}"
        assert not re.search(r'(?:alt|title|aria-label)="[^"]*[A-Za-z]', bare), template.name
