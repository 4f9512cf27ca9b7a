"""Does what was kept from a check stand on the page, in `--json` and on the screen, with the word and its quote?"""

from __future__ import annotations

from pathlib import Path

import pytest

import reread
from reread import words
from reread.verbs.read import made_of

WRONG = "The groups differed, t(38) = 1.02, p = .003."
TABLE = [
    "Table 1. Baseline.",
    "| Variable | Massage (n = 30) | Control (n = 30) | t | P |",
    "|---|---|---|---|---|",
    "| Age | 30.1 ± 5.2 | 31.2 ± 5.1 | 0.83 | 0.41 |",
    "| BMI | 25.1 ± 2.2 | 25.2 ± 2.1 | 0.18 | 0.86 |",
]


def test_one_entry_for_each_reason() -> None:
    said = [f"{WRONG[:-1]} (permutation test). In women it rose, t(20) = 1.00, p = .01 (by permutation)."]
    said += ["Values are mean ± SD. Groups were compared by the independent t-test and ANCOVA."]
    method, rows = reread.read_text("\n\n".join([*said, "\n".join(TABLE)])).blocked
    assert (method["kind"], method["why"], method["results"]) == ("method", "permutation", 2)
    assert (method["word"], method["line"]) == ("permutation", 1)
    assert "p = .003 (permutation test)" in method["quote"]
    assert (rows["kind"], rows["word"], rows["results"]) == ("rows", "ANCOVA", 2)


def test_an_adjustment_for_several_tests_is_one() -> None:
    text = "P values were Bonferroni-corrected. It rose, t(38) = 2.20, p = .102; it fell, t(38) = 2.10, p = .126."
    (only,) = reread.read_text(text).blocked
    assert (only["kind"], only["word"], only["results"]) == ("several", "Bonferroni", 2)


def test_what_agrees_was_kept_from_nothing() -> None:
    assert reread.read_text("P values are from permutation tests. It rose, t(38) = 2.20, p = .034.").blocked == []


@pytest.mark.parametrize("language", ["en", "id"])
def test_it_stands_on_the_page_and_on_the_screen(tmp_path: Path, language: str) -> None:
    path = tmp_path / "a.txt"
    path.write_text(f"P values are from permutation tests. {WRONG}", encoding="utf-8")
    say = words.load(language)
    page, screen = made_of(path, say)
    assert say("page.to_confirm.blocked.title").replace("'", "&#39;") in page
    assert "<mark>permutation</mark>" in page
    assert "  left open: 1 result, for the word “permutation” (line 1)" in screen
