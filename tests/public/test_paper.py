"""Do a paper and a study, opened from Python, say what the page and the files under results/ say?"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import honest_papers
import made_documents as made
import pytest

import reread
from reread.__main__ import main
from reread.study import ledger

TEXT = (
    "The first group rose, t(28) = 2.20, p = .036, and the second t(28) = 2.20, p = .001.\nIn all 45/120 (37.5%) came."
)
STUDIES = sorted(path.parent.name for path in (Path(__file__).parents[2] / "studies").glob("*/study.yaml"))


def stages(study: Path, out: Path) -> dict[str, Any]:
    """findings.json of a folder."""
    for verb in ("extract", "check"):
        assert main([verb, str(study), "--out", str(out)]) == 0
    found: dict[str, Any] = json.loads((out / "findings.json").read_text(encoding="utf-8"))
    return found


def told(findings: list[dict[str, Any]]) -> list[tuple[Any, ...]]:
    """What both sides say of each finding, in order."""
    keys = ("check", "status", "kind", "decision_error", "printed", "roles")
    said = [
        each.get("words") or {"must_hold": each["must_hold"], "allows": each["allowed"], "benign": each["agrees_if"]}
        for each in findings
    ]
    words = [(row["must_hold"], row["allows"], row["benign"]) for row in said]
    return [(*(each[key] for key in keys), *row) for each, row in zip(findings, words, strict=True)]


@pytest.mark.parametrize("name", STUDIES)
def test_a_study_has_the_findings_and_numbers_of_its_results(repo: Path, name: str, tmp_path: Path) -> None:
    study, made = reread.load_study(repo / "studies" / name), stages(repo / "studies" / name, tmp_path)
    assert study.confirmed
    assert told(study.results) == told(made["findings"])
    rows = ledger.read(tmp_path / "numbers.csv")
    assert [tuple(row) for row in study.numbers[["id", "text", "stat", "role"]].to_numpy()] == [
        (row.id, row.text, row.stat, row.role) for row in rows
    ]
    recorded = json.loads((tmp_path / "extract.json").read_text(encoding="utf-8"))["read"]
    assert [(d["name"], d["sha256"]) for d in study.documents] == [(d["file"], d["sha256"]) for d in recorded]


def test_papers_say_what_their_pages_say(tmp_path: Path) -> None:
    for seed in range(2000, 2008):
        path = honest_papers.written(seed, tmp_path)
        folder = tmp_path / "studies" / str(seed)
        folder.mkdir(parents=True)
        (folder / f"original{path.suffix}").write_bytes(path.read_bytes())
        found, paper = stages(folder, tmp_path / "results" / str(seed)), reread.read(path)
        assert told(paper.results) == told(found["to_confirm"])
        assert not paper.confirmed
        assert reread.load_study(folder).results == paper.results
        assert "inconsistent" not in set(paper.findings["status"])


@pytest.mark.parametrize("suffix", made.FORMATS)
def test_every_finding_has_its_numbers_places_and_quote(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"paper{suffix}"
    path.write_bytes(made.FORMATS[suffix](TEXT.split("\n")))
    paper = reread.read(str(path))
    bad = [each for each in paper.results if each["status"] == "inconsistent"]
    assert [[number["printed"] for number in each["numbers"]] for each in bad] == [[".001", "2.20", "28"]]
    assert [number["stat"] for number in bad[0]["numbers"]] == ["p", "t", "df"]
    assert "second t(28) = 2.20, p = .001." in bad[0]["quote"]
    for each in paper.results:
        assert all(number["printed"] in each["quote"] for number in each["numbers"])
        assert all("line" in number["place"] for number in each["numbers"])
    (document,) = paper.documents
    assert document["name"] == path.name
    assert document["sha256"] == hashlib.sha256(path.read_bytes()).hexdigest()
    assert (document["pages"] == 1) == (suffix == ".pdf")
    assert (suffix == ".pdf") == bad[0]["numbers"][0]["place"].startswith("page 1, line ")


def test_frames_and_counts() -> None:
    paper = reread.read_text(TEXT)
    assert (len(paper.numbers), paper.read, paper.typed) == (9, 9, int((paper.numbers["stat"] != "").sum()))
    assert paper.numbers["low"].le(paper.numbers["value"]).all()
    assert len(paper.findings) == len(paper.results)
    assert list(paper.findings["printed"]) == [each["printed"] for each in paper.results]
    assert repr(paper).splitlines()[:2] == [
        "text: 9 numbers, 9 of them statistics",
        "This is the program's reading. No person has confirmed it.",
    ]


def test_a_text_without_numbers_has_empty_frames() -> None:
    paper = reread.read_text("No numbers here.")
    assert (len(paper.numbers), len(paper.findings), paper.results) == (0, 0, [])
    assert {"text", "low"} <= set(paper.numbers.columns)
    assert {"status", "quote"} <= set(paper.findings.columns)


def test_another_language() -> None:
    paper = reread.read_text(TEXT, language="id")
    assert "angka" in repr(paper)
    assert paper.results[0]["status"] == "inconsistent"
    assert paper.results[0]["allowed"] != reread.read_text(TEXT).results[0]["allowed"]
    with pytest.raises(reread.Problem, match="found “xx”"):
        repr(reread.read_text(TEXT, language="xx"))


def test_what_cannot_be_read_is_a_problem(tmp_path: Path) -> None:
    for call in (
        lambda: reread.read(tmp_path / "none.pdf"),
        lambda: reread.read_text("  "),
        lambda: reread.load_study(tmp_path / "none"),
    ):
        with pytest.raises(reread.Problem, match="write"):
            call()


def test_explanations_of_an_answer_and_none_of_what_nobody_confirmed() -> None:
    groups = {"a": {"mean": "5.10", "sd": "1.20", "n": 20}, "b": {"mean": "4.20", "sd": "1.10", "n": 20}}
    wrong = reread.check("independent t", groups=groups, t="24.7", df=38, p=".018", complete=True)
    assert wrong.status == "inconsistent"
    found = reread.explanations(wrong, seed=1)
    assert found[0]["rank"] == 1
    assert all({"departures", "bits", "reconciled", "unreconciled"} <= set(each) for each in found)
    assert found == reread.explanations(wrong, seed=1)
    right = reread.explanations(reread.grim("5.18", n=28))
    assert [each["departures"] for each in right] == [[]]
    with pytest.raises(reread.Problem, match="no person has confirmed"):
        reread.explanations(reread.read_text(TEXT))


def test_a_check_of_a_user_that_breaks_is_told_and_costs_only_its_own_findings(monkeypatch: pytest.MonkeyPatch) -> None:
    from reread.checks import grim

    def broken(study: object) -> object:
        raise ZeroDivisionError("mine")

    monkeypatch.setattr(grim, "check", broken)
    with pytest.warns(RuntimeWarning, match=r"grim: the check did not run: ZeroDivisionError: mine"):
        answer = reread.grimmer("5.21", "1.6", 28)
    assert [each.check for each in answer.findings if each.check == "grim"] == []
    assert answer.status == "consistent"
