"""Do two documents of one study, two languages say, have to print the same numbers, and are both places shown?"""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from parsed import Page

from reread.__main__ import main

STUDY = """\
title: A study told in two languages
design: {kind: one-group pretest-posttest}
n: ["id: sekitar {100} peserta", "en: about {100} people"]
other:
  visits: ["id: sebanyak {dua} kali", "en: came {twice}"]
"""
ENGLISH = "There were about 100 people, who came twice.\n"
INDONESIAN = "Ada sekitar 100 peserta, yang datang sebanyak dua kali.\n"


def page_of(root: Path, study: str, indonesian: str) -> tuple[list[tuple[str, str]], Page]:
    """Status and print of each finding, and the page."""
    folder = root / "studies" / "told"
    folder.mkdir(parents=True)
    for name, text in (("study.yaml", study), ("transcript.en.md", ENGLISH), ("transcript.id.md", indonesian)):
        (folder / name).write_text(text, encoding="utf-8")
    for verb in ("extract", "check", "appraise"):
        main([verb, "studies/told", "--out", "results/told"])
    main(["report", "told"])
    findings = json.loads((root / "results/told/findings.json").read_text(encoding="utf-8"))["findings"]
    html = (root / "results/told/report.html").read_text(encoding="utf-8")
    return [(f["status"], f["printed"]) for f in findings], Page(html)


def test_the_same_numbers_agree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    found, page = page_of(tmp_path, STUDY, INDONESIAN)
    assert found == [("consistent", "n 100 (en, id)"), ("consistent", "visits 2 (en, id)")]
    assert "✓ Nothing checked is impossible." in page.text("#answers")


def test_another_number_in_one_language_cannot_agree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    found, page = page_of(tmp_path, STUDY.replace("sekitar {100}", "sekitar {120}"), INDONESIAN.replace("100", "120"))
    assert found == [("inconsistent", "n 100 (en) · 120 (id)"), ("consistent", "visits 2 (en, id)")]
    assert "✕ They cannot all hold. Cannot agree: n 100 (en) · 120 (id)." in page.text("#answers")
    places = page.text("#numbers")
    assert "about 100 people" in places
    assert "line 1 of the transcript (en)" in places
    assert "sekitar 120 peserta" in places
    assert "line 1 of the transcript (id)" in places
