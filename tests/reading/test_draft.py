"""`reread draft` writes a study folder whose every locator points at the number as printed, and nothing that counts
before a person has confirmed it."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import made_documents as made
import pytest
from plain_paper import CANNOT, DESIGN, PAPER

from reread.__main__ import main
from reread.documents import read
from reread.files.problem import Problem
from reread.files.written import read_yaml
from reread.reading.study_folder import extract
from reread.reading.whole_document import numbers
from reread.study.file import StudyFile

TABLE = [["Answer", "n", "%"], ["Low", "18", "90"], ["High", "2", "10"]]
PARTS: list[made.Part] = [*PAPER, DESIGN, "Table 2. Answers (n = 20)", TABLE]


@pytest.fixture
def studies(tmp_path: Path) -> Path:
    return tmp_path / "studies"


def draft(folder: Path, suffix: str = ".txt", parts: list[made.Part] | None = None, *more: str) -> int:
    path = folder / f"paper{suffix}"
    path.write_bytes(made.FORMATS[suffix](PARTS if parts is None else parts))
    return main(["draft", str(path), "--studies", str(folder / "studies"), *more])


@pytest.mark.parametrize("sign", ["\x02", "\x1b", "\ufffe", "\U000e0001"])
def test_a_character_that_no_file_can_show_is_not_drafted(tmp_path: Path, studies: Path, sign: str) -> None:
    assert draft(tmp_path, parts=[f"It rose, t(28) = 2.20, p = .063, in wo{sign}men{sign}."]) == 0
    assert extract(studies / "paper").file.tests


def confirm(path: Path, line: str = "confirmed: true\n") -> None:
    """What a person does in the end: the design looked at, and the file confirmed."""
    text = path.read_text("utf-8").replace("confirmed: false\n", line)
    path.write_text(re.sub(r"^(  (?:kind|control): [^#\n]*?) +# look.*$", r"\1", text, flags=re.MULTILINE), "utf-8")


def stages(folder: Path) -> dict[str, Any]:
    out = folder.parents[1] / "results" / folder.name
    for verb in ("extract", "check", "explain", "appraise"):
        assert main([verb, str(folder), "--out", str(out)]) == 0
    return {name: json.loads((out / f"{name}.json").read_text("utf-8")) for name in ("study", "findings", "appraisal")}


@pytest.mark.parametrize("suffix", made.FORMATS)
def test_every_locator_points_at_one_number_as_printed(suffix: str, tmp_path: Path, studies: Path) -> None:
    assert draft(tmp_path, suffix) == 0
    found = extract(studies / "paper")
    assert not found.differences
    printed = {(row.start, row.end): (row.text, row.value) for row in numbers(read(tmp_path / f"paper{suffix}"))}
    roles = [row for row in found.numbers if row.role]
    assert len(roles) == 28
    for row in roles:
        assert found.documents[0].raw[row.start : row.end] == row.text
        assert printed[row.start, row.end] == (row.text, row.value)
    assert read_yaml(studies / "paper/study.yaml", StudyFile).confirmed is False


@pytest.mark.parametrize("suffix", [suffix for suffix in made.FORMATS if suffix not in (".txt", ".md")])
def test_the_transcript_alone_gives_the_same_numbers(suffix: str, tmp_path: Path, studies: Path) -> None:
    assert draft(tmp_path, suffix) == 0
    whole = {row.role: row.value for row in extract(studies / "paper").numbers if row.role}
    (studies / f"paper/original{suffix}").unlink()
    assert {row.role: row.value for row in extract(studies / "paper").numbers if row.role} == whole


BEFORE_AFTER = [
    ["Category", "Before (n)", "%", "After (n)", "%"],
    ["Low", "18", "90", "4", "20"],
    ["High", "2", "10", "16", "80"],
    ["Mean ± SD", "1.20 ± 0.41", "-", "1.90 ± 0.31", "-"],
]


@pytest.mark.parametrize("suffix", made.FORMATS)
def test_a_table_of_two_occasions_is_an_outcome(suffix: str, tmp_path: Path, studies: Path) -> None:
    said = DESIGN.replace("30 mothers", "20 mothers")
    assert draft(tmp_path, suffix, [said, "Table 1. Milk (n = 20)", BEFORE_AFTER]) == 0
    found = extract(studies / "paper")
    assert not found.differences
    values = {role: row.text.rstrip("%") for row in found.numbers for role in row.role.split(";") if role}
    assert values == {
        "n": "20", "outcome-1.before.n": "20", "outcome-1.after.n": "20",
        "outcome-1.before.count.Low": "18", "outcome-1.before.percent.Low": "90",
        "outcome-1.before.count.High": "2", "outcome-1.before.percent.High": "10",
        "outcome-1.after.count.Low": "4", "outcome-1.after.percent.Low": "20",
        "outcome-1.after.count.High": "16", "outcome-1.after.percent.High": "80",
        "outcome-1.before.mean": "1.20", "outcome-1.before.sd": "0.41",
        "outcome-1.after.mean": "1.90", "outcome-1.after.sd": "0.31",
    }  # fmt: skip
    assert found.file.rivals == {"regression_to_the_mean": {"outcome": "outcome-1", "category": "High"}}
    assert found.file.tests == {}


def test_no_rival_without_the_design_in_words(tmp_path: Path, studies: Path) -> None:
    assert draft(tmp_path, ".txt", ["Table 1. Milk (n = 20)", BEFORE_AFTER]) == 0
    assert extract(studies / "paper").file.rivals == {}
    assert draft(tmp_path, ".txt", [DESIGN, "Table 1. Milk (n = 21)", BEFORE_AFTER], "--id", "other") == 0
    assert extract(studies / "other").file.outcomes == {}


def test_nothing_counts_before_a_person_has_confirmed(
    tmp_path: Path, studies: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert draft(tmp_path) == 0
    said = capsys.readouterr().out
    assert "Linked: OR-1, RR-1, categories-1, mean-1, share-1, share-2, t-1, t-2." in said
    assert "Nothing counts before a person" in said
    before = stages(studies / "paper")
    assert before["findings"]["findings"] == []
    assert [f["printed"] for f in before["findings"]["to_confirm"]][:2] == [CANNOT[0], CANNOT[1]]
    assert before["study"]["confirmed"] is False
    assert {row["part"] for row in before["study"]["suggested"]} == {"design", "control", "n"}
    assert before["appraisal"]["instruments"] == []
    path = studies / "paper/study.yaml"
    confirm(path)
    after = stages(studies / "paper")
    assert after["findings"]["to_confirm"] == []
    bad = {finding["printed"] for finding in after["findings"]["findings"] if finding["status"] == "inconsistent"}
    assert bad == set(CANNOT)
    assert after["appraisal"]["design"]["kind"] == "one-group pretest-posttest"
    assert after["appraisal"]["instruments"]
    assert after["study"]["n"] == "30"


def test_a_drafted_page_is_to_confirm_too(tmp_path: Path, studies: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert draft(tmp_path) == 0
    stages(studies / "paper")
    monkeypatch.chdir(tmp_path)
    assert main(["report", "paper", "--notebooks"]) == 0
    page = (tmp_path / "results/paper/report.html").read_text("utf-8")
    assert "As read, three of eight results cannot agree; to confirm." in page
    assert "No person has confirmed this reading" in page
    path = studies / "paper/study.yaml"
    confirm(path, "")
    stages(studies / "paper")
    assert main(["report", "paper", "--notebooks"]) == 0
    page = (tmp_path / "results/paper/report.html").read_text("utf-8")
    assert "They cannot all hold." in page
    assert "to confirm" not in page
    assert "numbers look like statistics, and no check used them." in page


def test_a_folder_that_is_there_is_left_alone(
    tmp_path: Path, studies: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (studies / "paper").mkdir(parents=True)
    (studies / "paper/notes.txt").write_text("mine", encoding="utf-8")
    assert draft(tmp_path) == 1
    assert "found a folder that is there already; write --id with another name" in capsys.readouterr().err
    assert [path.name for path in (studies / "paper").iterdir()] == ["notes.txt"]
    assert draft(tmp_path, ".txt", None, "--id", "Paper 2") == 1
    assert "write a-z, 0-9 and hyphens, like paper-2" in capsys.readouterr().err
    assert draft(tmp_path, ".txt", None, "--id", "paper-2") == 0
    assert sorted(path.name for path in (studies / "paper-2").iterdir()) == ["original.txt", "study.yaml"]


def test_a_paper_that_was_dropped_gets_its_study_file_once(studies: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = studies / "dropped"
    folder.mkdir(parents=True)
    original = folder / "original.docx"
    original.write_bytes(made.as_docx(PARTS))
    content = original.read_bytes()
    assert main(["draft", str(original)]) == 0
    assert sorted(path.name for path in folder.iterdir()) == ["original.docx", "study.yaml", "transcript.md"]
    assert original.read_bytes() == content
    assert main(["draft", str(original)]) == 1
    assert "found a file that is there already" in capsys.readouterr().err


def test_a_number_that_no_words_point_at_alone_is_left_out_and_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    twice = ["It rose, t(28) = 2.20, p = .036.", "It rose, t(28) = 2.20, p = .036.", "It fell, t(30) = 2.30, p = .029."]
    assert draft(tmp_path, ".txt", list(twice)) == 0
    said = capsys.readouterr().out
    assert "Linked: t-3." in said
    assert said.count("Left out, because no words point at its numbers alone: tests.t-") == 2


@pytest.mark.parametrize(
    "text", ["Nothing is printed here.", "{20} women, t({28}) = 2.20, p = {.036}", "\u0085 \x01 t(28) = 2.20\u2028"]
)
def test_a_paper_that_gives_little_still_gives_a_file(text: str, tmp_path: Path, studies: Path) -> None:
    assert draft(tmp_path, ".txt", [text]) == 0
    assert extract(studies / "paper").file.design.kind == "not stated"


def test_a_paper_that_cannot_be_read_leaves_nothing(
    tmp_path: Path, studies: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert draft(tmp_path, ".txt", [" "]) == 1
    assert "an empty document" in capsys.readouterr().err
    assert not studies.exists()


def test_a_misnamed_study_file_is_not_overlooked(studies: Path) -> None:
    folder = studies / "mine"
    folder.mkdir(parents=True)
    (folder / "original.txt").write_text(PAPER[1], encoding="utf-8")
    (folder / "study.yml").write_text("title: Mine", encoding="utf-8")
    out = studies.parent / "results/mine"
    assert main(["extract", str(folder), "--out", str(out)]) == 0
    told = json.loads((out / "extract.json").read_text("utf-8"))["problem"]
    assert (told["found"], told["write"]) == ("a study file of another name", "study.yaml")


CODED: list[made.Part] = [
    "An ordinal score was compared by the Shapiro-Wilk test and a paired t-test; p < 0.05 was considered significant.",
    "The instrument had a Cronbach's alpha of 0.86. Scoring: 0 = low milk, 1 = middle, 2 = high milk.",
    "Table 1. Milk before and after massage (n = 20)",
    BEFORE_AFTER,
    "Table 2. Paired t-test of milk (n = 20)",
    [
        ["Time", "Mean ± SD", "Normality (p)", "t", "p", "95% CI"],
        ["Before", "1.20 ± 0.41", "0.351", "-", "-", "-"],
        ["After", "1.90 ± 0.31", "0.495", "-4.87", "0.000", "-0.98 to -0.42"],
    ],
    "The mean difference was 0.70 points (95% CI -0.98 to -0.42).",
]


def test_what_one_place_tells_of_an_outcome_is_drafted(tmp_path: Path, studies: Path) -> None:
    assert draft(tmp_path, ".txt", [DESIGN.replace("30 mothers", "20 mothers"), *CODED]) == 0
    found = extract(studies / "paper")
    (outcome,) = found.file.outcomes.values()
    assert (outcome.label, outcome.measure) == ("Milk before and after massage", "ordinal score")
    assert outcome.normality_test == "Shapiro-Wilk"
    assert list(outcome.model_dump(exclude_unset=True))[:4] == ["label", "measure", "codes", "normality_test"]
    values = {role: row.text for row in found.numbers for role in row.role.split(";")}
    assert {name: values[f"outcome-1.codes.{name}"] for name in outcome.codes} == {
        "Low": "0",
        "Middle": "1",
        "High": "2",
    }
    assert (values["alpha"], values["other.Cronbach's alpha"]) == ("< 0.05", "0.86")
    assert values["outcome-1.change.mean"] == "0.70"
    assert found.file.tests == {}
    assert found.file.design.paired


ARMS = [
    ["Characteristic", "Massage (n = 40)", "Control (n = 40)", "t", "p"],
    ["Age (years), mean ± SD", "28.1 ± 4.2", "27.6 ± 4.4", "0.52", ".60"],
    ["Pain, mean ± SD", "5.20 ± 1.10", "5.10 ± 1.30", "0.37", ".71"],
]


@pytest.mark.parametrize(
    ("caption", "occasion"),
    [
        ("Table 1. Baseline characteristics of both groups", "baseline"),
        ("Tabel 1. Karakteristik responden", "baseline"),
        ("Table 1. Pain at baseline and after massage", "not stated"),
        ("Table 1. Pain in both groups", "not stated"),
    ],
)
def test_groups_before_anything_was_done_are_drafted_so(
    tmp_path: Path, studies: Path, caption: str, occasion: str
) -> None:
    assert draft(tmp_path, ".txt", ["Two groups were compared by independent t tests.", caption, ARMS]) == 0
    tests = extract(studies / "paper").file.tests
    assert [test.label for test in tests.values()] == ["Age (years)", "Pain"]
    assert {test.occasion for test in tests.values()} == {occasion}


def test_locators_are_eight_words_at_most_and_each_on_one_line(tmp_path: Path, studies: Path) -> None:
    assert draft(tmp_path, ".html", [*PARTS, *CODED]) == 0
    lines = (studies / "paper/study.yaml").read_text("utf-8").splitlines()
    locators = [text for _, words in extract(studies / "paper").file.locators() for text in words.root]
    assert len(locators) > 40
    for locator in locators:
        assert sum(any(map(str.isalnum, word)) for word in locator.split()) <= 8
        assert sum(json.dumps(locator, ensure_ascii=False) in line for line in lines) >= 1


def test_the_first_document_is_drafted_as_its_study_file_says(originals: Path, tmp_path: Path, repo: Path) -> None:
    (original,) = originals.glob("002*.txt")
    assert main(["draft", str(original), "--id", "first", "--studies", str(tmp_path)]) == 0
    made_by_hand = repo / "studies/khaeriyah-sari-2025"
    wanted = {row.role: row for row in extract(made_by_hand).numbers if row.role}
    found = {role: row for row in extract(tmp_path / "first").numbers for role in row.role.split(";") if role}

    def told(rows: dict[str, Any], name: str) -> set[tuple[str, str]]:
        pairs = ((role, row) for roles, row in rows.items() for role in roles.split(";"))
        return {
            (role.removeprefix(f"{name}.").lower(), row.value) for role, row in pairs if role.startswith(f"{name}.")
        }

    assert told(wanted, "score") <= told(found, "outcome-1")
    assert {found[role].value for role in ("n", "alpha")} == {"20", "0.05"}
    file, hand = extract(tmp_path / "first").file, extract(made_by_hand).file
    for part in ("kind", "paired", "control"):
        assert getattr(file.design, part) == getattr(hand.design, part)
    assert file.outcomes["outcome-1"].measure == hand.outcomes["score"].measure
    assert file.outcomes["outcome-1"].change.test == hand.outcomes["score"].change.test


def test_a_design_that_nobody_looked_at_is_not_confirmed(tmp_path: Path, studies: Path) -> None:
    assert draft(tmp_path) == 0
    path = studies / "paper/study.yaml"
    path.write_text(path.read_text("utf-8").replace("confirmed: false", "confirmed: true"), encoding="utf-8")
    with pytest.raises(Problem, match="this line of the design is still marked “look”") as caught:
        extract(studies / "paper")
    assert [problem.place.partition(", ")[2] for problem in caught.value.every] == ["design.kind", "design.control"]


def test_one_entry_is_confirmed_by_itself(tmp_path: Path, studies: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert draft(tmp_path) == 0
    path = studies / "paper/study.yaml"
    text = path.read_text("utf-8")
    path.write_text(text.replace("  t-2:\n", "  t-2:\n    confirmed: true\n"), encoding="utf-8")
    found = stages(studies / "paper")
    assert found["study"]["confirmed"] is False
    assert [f["printed"] for f in found["findings"]["findings"] if f["status"] == "inconsistent"] == [CANNOT[0]]
    assert not [f for f in found["findings"]["to_confirm"] if f["roles"][0].startswith("tests.t-2.")]
    monkeypatch.chdir(tmp_path)
    assert main(["report", "paper", "--notebooks"]) == 0
    page = (tmp_path / "results/paper/report.html").read_text("utf-8")
    assert "Confirmed by a reader: the numbers of one result cannot agree." in page
    assert '<span class="v no"><span aria-hidden="true">✕</span> cannot agree</span>' in page
    assert "As read, two of seven results cannot agree; to confirm." in page
