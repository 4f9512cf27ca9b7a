"""Does `reread read --json` print what docs/output-files.md and its schema say, the same bytes every time?"""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import honest_papers
import jsonschema
import made_documents as made
import pytest
from docs_text import blocks, text

from reread.__main__ import main

SCHEMA = json.loads(text("docs/read-json.schema.json"))
LINE = "It rose, t(28) = 2.20, p = .001."
TOLD = text("docs/output-files.md").partition("## What `reread read FILE --json` prints")[2].partition("\n## ")[0]


def printed(capsys: pytest.CaptureFixture[str], *arguments: str | Path, code: int = 0) -> list[dict[str, Any]]:
    """The documents on the screen, each put to the schema."""
    assert main(["read", "--json", *map(str, arguments)]) == code
    lines = capsys.readouterr().out.splitlines()
    assert all(line.isascii() for line in lines)
    listed = [json.loads(line) for line in lines]
    for each in listed:
        jsonschema.validate(each, SCHEMA)
    return listed


@pytest.mark.parametrize("suffix", made.FORMATS)
def test_every_format(suffix: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / f"paper{suffix}"
    path.write_bytes(made.FORMATS[suffix]([LINE, "In all 45/120 (37.5%) came."]))
    (document,) = printed(capsys, path)
    assert document["document"]["sha256"] == hashlib.sha256(path.read_bytes()).hexdigest()
    bad = [each for each in document["results"] if each["status"] == "inconsistent"]
    assert [(each["check"], each["printed"]) for each in bad] == [("p_statistic", "p = 0.001")]
    assert bad[0]["quote"].replace(" ", "").startswith(LINE.replace(" ", ""))
    assert [path.name for path in tmp_path.iterdir()] == [f"paper{suffix}"]  # no page


def test_honest_papers_fit_the_schema_and_are_not_accused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    paths = [honest_papers.written(seed, tmp_path) for seed in range(3000, 3016)]
    listed = printed(capsys, *paths)
    assert [each["document"]["name"] for each in listed] == [path.name for path in paths]
    statuses = {each["status"] for one in listed for each in one["results"]}
    assert "consistent" in statuses
    assert "inconsistent" not in statuses


def test_one_line_for_each_document_and_a_message_for_the_others(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first, last = tmp_path / "a.txt", tmp_path / "b.txt"
    first.write_text(LINE, encoding="utf-8")
    last.write_text("Größe − nothing else", encoding="utf-8")
    assert main(["read", "--json", str(first), str(tmp_path / "none.pdf"), str(last)]) == 1
    said = capsys.readouterr()
    assert [json.loads(line)["document"]["name"] for line in said.out.splitlines()] == ["a.txt", "b.txt"]
    assert "none.pdf: found a file that cannot be read" in said.err
    assert json.loads(said.out.splitlines()[1])["results"] == []


def test_a_page_only_where_it_is_asked_for(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path, page = tmp_path / "a.txt", tmp_path / "page.html"
    path.write_text(LINE, encoding="utf-8")
    (alone,) = printed(capsys, path)
    assert printed(capsys, path, "--out", page) == [alone]
    assert "to-confirm" in page.read_text(encoding="utf-8")


def test_words_in_another_language(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.txt"
    path.write_text(LINE, encoding="utf-8")
    (english,), (other,) = printed(capsys, path), printed(capsys, path, "--language", "id")
    assert [each["status"] for each in other["results"]] == [each["status"] for each in english["results"]]
    assert other["results"][0]["allowed"] != english["results"][0]["allowed"]


def test_the_same_bytes_in_every_process_and_on_every_console(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(f"{LINE} χ² (1) = 3.84, p = .050", encoding="utf-8")
    command = [sys.executable, "-m", "reread", "read", str(path), "--json"]
    runs = [
        subprocess.run(
            command,
            capture_output=True,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONIOENCODING": code},
        )
        for seed, code in (("1", "utf-8"), ("2", "ascii"))
    ]
    assert runs[0].stdout == runs[1].stdout
    jsonschema.validate(json.loads(runs[0].stdout), SCHEMA)


def test_the_document_tells_every_field_and_its_example_is_true(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "paper.txt"
    path.write_text(LINE, encoding="utf-8")
    (document,) = printed(capsys, path)
    (example,) = (json.loads(block) for block in blocks(TOLD, "json"))
    example["document"]["sha256"] = hashlib.sha256(LINE.encode()).hexdigest()
    assert document == {**example, "results": [*example["results"], *document["results"][1:]]}
    named = {*SCHEMA["properties"], *SCHEMA["properties"]["document"]["properties"]}
    item = SCHEMA["properties"]["results"]["items"]["properties"]
    named |= {*item, *item["numbers"]["items"]["properties"]}
    assert not {name for name in named if f"`{name}`" not in TOLD}
