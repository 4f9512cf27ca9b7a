"""A paper alone gives a page: read by the program, to confirm, never in the two answers, and never an accusation."""

from __future__ import annotations

import json
import re
import shutil
from dataclasses import replace
from pathlib import Path

import honest_papers
import made_documents as made
import pytest
from as_read import checked
from misreading import told
from parsed import Page
from plain_paper import CANNOT, DESIGN, PAPER

from reread.__main__ import main
from reread.documents import from_text
from reread.explain import as_read
from reread.words import languages, load


def paper(folder: Path, suffix: str = ".txt", parts: list[made.Part] | None = None, name: str = "paper") -> Path:
    path = folder / f"{name}{suffix}"
    path.write_bytes(made.FORMATS[suffix](PAPER if parts is None else parts))
    return path


def pages(path: Path) -> Path:
    return path.with_name(f"{path.stem}.reread.html")


def read(path: Path, *more: str) -> Page:
    assert main(["read", str(path), *more]) == 0
    return Page(pages(path).read_text(encoding="utf-8"))


@pytest.mark.parametrize("suffix", made.FORMATS)
def test_a_page_in_every_format(suffix: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shown = read(paper(tmp_path, suffix))
    section, screen = shown.text("#to-confirm"), capsys.readouterr().out
    for printed in CANNOT:
        assert printed in section
        assert f"to confirm: {printed}" in screen
    assert section.count("? cannot agree as read; to confirm") == 3
    assert "mean 5.19" in section
    assert "Three results agree as read" in section
    squeezed = section.replace(" ", "")
    for quoted in ("and the second t(28) = 2.20, p = .001", "RR = 5.10 (95% CI 1.20 to 3.70)", "45/120 (47.5%) stayed"):
        assert quoted.replace(" ", "") in squeezed
    assert section.count("✓ ") == 3


def test_the_headline_counts_what_was_read_and_nothing_is_said_of_the_design(tmp_path: Path) -> None:
    answers = read(paper(tmp_path, parts=[*PAPER, DESIGN])).text("#answers")
    assert "? As read, three of seven results cannot agree; to confirm. One more is not decided." in answers
    assert "Covered: 2 of 2 tests in sentences." in answers
    assert "? Not answered. No person has said how the study was built" in answers
    for word in (*CANNOT, "pretest", "one group", "comparison", ".05"):
        assert word not in answers


@pytest.mark.parametrize(
    ("parts", "says"),
    [
        (["It rose, t(28) = 2.20, p = .036."], "As read, the one result that was checked agrees; to confirm."),
        (["It rose, t(28) = 2.20, p = .018."], "As read, the one result that was checked is not decided; to confirm."),
        (["Nothing was counted."], "No result could be checked as read. Nothing that was read looks like a test"),
        ([[["Scale", "t", "df", "p"], ["Pain", "2.20", "28", ".036"]]], "Covered: 2 of 2 statistics in tables."),
    ],
)
def test_the_headline_is_true_of_every_paper(parts: list[made.Part], says: str, tmp_path: Path) -> None:
    assert says in read(paper(tmp_path, ".md", parts)).text("#answers")


def test_title_and_authors_are_the_papers_own(tmp_path: Path) -> None:
    said = ["# Massage and milk in thirty women", "Ani Sari^1, Budi Putra^2 and Citra Dewi", *PAPER[1:2]]
    path = paper(tmp_path, ".txt", said)
    path = path.rename(path.with_suffix(".md"))
    shown = read(path).text()
    assert "Ani Sari, Budi Putra, Citra Dewi Massage and milk in thirty women" in shown
    assert "Second reading other" in read(paper(tmp_path, name="other")).text()


def test_every_status_on_the_page_says_to_confirm(tmp_path: Path) -> None:
    path = paper(tmp_path)
    read(path)
    chips = re.findall(
        r'<span class="v (\w+)"><span aria-hidden="true">.</span> ([^<]+)</span>', pages(path).read_text("utf-8")
    )
    assert len(chips) > 20
    assert all("to confirm" in word for _, word in chips)
    assert "no" not in {tone for tone, _ in chips}


def test_cue_words_are_quoted_and_proposed(tmp_path: Path) -> None:
    section = read(paper(tmp_path, parts=[DESIGN])).text("#to-confirm")
    assert "design: one group, measured before and after. A one-group pretest-posttest design was used" in section
    assert "control group: no comparison group." in section
    assert "number of participants: 30." in section


@pytest.mark.parametrize(
    "said",
    [
        "Future studies should use a randomised controlled trial.",
        "This was not a randomised controlled trial.",
        "Penelitian selanjutnya disarankan memakai uji acak terkendali.",
        "Pictures were randomly assigned to lists, and lists to a total of 30 participants.",
        "In this study a one-group pretest-posttest design was used. Experiment 2 was alike.",
    ],
)
def test_words_about_other_studies_propose_nothing(said: str, tmp_path: Path) -> None:
    assert "What the document says of this study" not in read(paper(tmp_path, parts=[said])).text("#to-confirm")


def test_two_designs_in_words_propose_none(tmp_path: Path) -> None:
    said = [DESIGN, "Women were randomly assigned to two groups."]
    path = paper(tmp_path, parts=said)
    assert main(["draft", str(path), "--studies", str(tmp_path / "studies")]) == 0
    assert 'kind: "not stated"' in (tmp_path / "studies/paper/study.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "text",
    [
        "It rose, t(28) = 2.20, while in the second group p = .30.",  # the p of something else
        "It rose, t(28) = 2.20. The age differed, p = .30.",
        "t(28) 1 0.25, p = .30 and BMI 24.1, OR 3.1, of the mean CI 95% 5.2 to 6.1",  # lost operators
        "Blood pressure was 120/80 (5%) and 7/24 hours (12%).",
        "| t | df | p | p |\n|---|---|---|---|\n| 2.20 | 28 | .30 | .036 |",  # which p is it?
        "Weight was 3.19 ± 0.40 (n = 28), height 50.13 ± 2.1 (n = 30).",  # no whole numbers
        "The score was 5.19 (n = 300).",  # every mean is possible
        "In the group 12/20 (60%), of whom 5 (25%) again.",
    ],
)
def test_what_the_words_do_not_link_is_not_checked(text: str, tmp_path: Path) -> None:
    path = tmp_path / "paper.md"
    path.write_text(text, encoding="utf-8")
    assert "cannot agree as read" not in read(path).text()
    assert "not decided; to confirm" not in read(path).text()


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("It rose, t(28) = 2.20, p = .018.", "not decided"),  # one-sided
        ("Bonferroni corrected. It rose, t(28) = 2.20, p = .108.", ""),
        ("t(28) = 2.20, p = .004", "cannot agree"),
        ("uji t: t(28) = 2,20; nilai p = 0,004", "cannot agree"),
        ("| Outcome | t | df | p |\n|---|---|---|---|\n| Milk | 2.20 | 28 | .004 |", "cannot agree"),
        ("mean difference 1.4 points (95% CI 2.3 to 4.5)", "not decided"),
        (
            "Answers (n = 20)\n\n| Answer | n | % |\n|---|---|---|\n| Low | 18 | 80 |\n| High | 2 | 20 |",
            "not decided",
        ),  # weighted?
        ("Answers (n = 20)\n\n| Answer | n | % |\n|---|---|---|\n| Low | 18 | 80 |\n| High | 2 | 10 |", "cannot agree"),
        ("Answers (n = 20)\n\n| Answer | n | % |\n|---|---|---|\n| Low | 18 | 90 |\n| High | 2 | 10 |", ""),
        ("Answers (n = 30)\n\n| Answer | n | % |\n|---|---|---|\n| Low | 18 | 80 |\n| High | 2 | 20 |", ""),
    ],
)
def test_what_is_linked_is_checked(text: str, status: str, tmp_path: Path) -> None:
    path = tmp_path / "paper.md"
    path.write_text(text, encoding="utf-8")
    section = read(path).text("#to-confirm")
    assert (f"{status}" in section) == bool(status) or status == ""
    if status != "cannot agree":
        assert "cannot agree as read" not in section
    if not status:
        assert "not decided; to confirm" not in section


def test_numbers_that_no_check_used_are_listed(tmp_path: Path) -> None:
    listed = read(paper(tmp_path)).text("#not-checked")
    assert "Two numbers look like statistics, and no check used them." in listed
    assert "SD 3.2" in listed
    assert "2021" not in listed


def test_honest_papers_are_never_accused() -> None:
    said, accused, _ = told(range(12, 132))  # of these a third are honest papers
    assert not accused
    assert sum(count for (_, status), count in said.items() if status == "consistent") > 450


def test_honest_papers_through_the_door(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for seed in range(1000, 1024):
        path = honest_papers.written(seed, tmp_path)
        assert main(["read", str(path)]) == 0
        assert "cannot agree" not in capsys.readouterr().out
        assert "cannot agree as read; to confirm" not in pages(path).read_text(encoding="utf-8")


def test_the_five_documents(originals: Path, tmp_path: Path) -> None:
    checked = {}
    for original in sorted(originals.glob("*.txt")):
        path = tmp_path / original.name
        shutil.copyfile(original, path)
        shown = read(path)
        assert "cannot agree as read; to confirm" not in shown.text()
        checked[original.name[:3]] = shown.text("#answers")
    assert "As read, none of" in checked["002"]


@pytest.mark.parametrize("path", sorted(Path(__file__).parents[2].glob("studies/*/transcript*.md")), ids=str)
def test_the_transcripts(path: Path, tmp_path: Path) -> None:
    copy = tmp_path / path.name
    shutil.copyfile(path, copy)
    assert "cannot agree as read; to confirm" not in read(copy).text()


def test_a_page_of_ours_is_written_anew_and_nothing_else(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = paper(tmp_path)
    read(path)
    first = pages(path).read_bytes()
    read(path)
    assert pages(path).read_bytes() == first
    other = paper(tmp_path, ".docx")
    assert main(["read", str(other)]) == 1
    assert "found a page of another paper; write --out" in capsys.readouterr().err
    pages(path).write_text("<html>mine</html>", encoding="utf-8")
    assert main(["read", str(path)]) == 1
    assert "found a file that is no page of ours" in capsys.readouterr().err
    assert pages(path).read_text(encoding="utf-8") == "<html>mine</html>"
    assert main(["read", str(path), "--out", str(tmp_path / "b.html")]) == 0
    assert [name.name for name in sorted(tmp_path.iterdir())] == [
        "b.html",
        "paper.docx",
        "paper.reread.html",
        "paper.txt",
    ]


def test_a_paper_that_cannot_be_read_says_why_and_the_others_get_pages(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "scan.pdf").write_bytes(made.pdf([b"10 10 100 100 re f"]))
    assert main(["read", str(tmp_path / "scan.pdf"), str(tmp_path / "none.pdf"), str(paper(tmp_path))]) == 1
    said = capsys.readouterr()
    assert "a scan" in said.err
    assert "none.pdf" in said.err
    assert "Traceback" not in said.err
    assert pages(tmp_path / "paper.txt").is_file()
    assert not pages(tmp_path / "scan.pdf").exists()


def test_a_page_loads_nothing(tmp_path: Path) -> None:
    path = paper(tmp_path, parts=["<script>alert(1)</script> t(28) = 2.20, p = .004 & <b>"], name="a&b")
    read(path)
    html = pages(path).read_text(encoding="utf-8")
    assert "<script" not in html
    assert '<link rel="stylesheet' not in html
    assert "src=" not in html
    read(path)


@pytest.mark.parametrize("language", languages())
def test_pages_in_every_language(language: str, tmp_path: Path) -> None:
    shown = read(paper(tmp_path), "--language", language).text()
    say = load(language)
    assert say("page.to_confirm.title") in shown
    assert shown.count(say("page.to_confirm.status.inconsistent")) >= 3


def test_what_looks_at_unconfirmed_numbers_is_a_check() -> None:
    from reread.checks import found

    lists = (as_read.OF_SHARES, as_read.OF_OCCASIONS, as_read.OF_GROUPS, as_read.OF_INTERVALS, as_read.OF_STATISTICS)
    assert {check for checks in lists for check in checks} <= set(found())


def test_which_checks_look_does_not_follow_from_a_name(tmp_path: Path) -> None:
    """An entry of a drafted file under another name is looked at by the same checks."""
    one, _ = checked(from_text("\n".join(PAPER)))
    said = [(each.check, each.status) for each in as_read.findings_as_read(one)[0]]
    tests = {f"renamed-{k}": test for k, test in enumerate(one.file.tests.values())}
    roles = {f"tests.{old}.": f"tests.{new}." for old, new in zip(one.file.tests, tests, strict=True)}
    values = {}
    for role, value in one.values.items():
        stem = next((old for old in roles if role.startswith(old)), "")
        moved = roles.get(stem, "") + role.removeprefix(stem)
        values[moved] = replace(value, role=moved)
    other = replace(one, file=one.file.model_copy(update={"tests": tests}), values=values)
    assert said
    assert sorted((each.check, each.status) for each in as_read.findings_as_read(other)[0]) == sorted(said)


def test_the_stages_keep_apart_what_nobody_has_confirmed(tmp_path: Path) -> None:
    study, out = tmp_path / "studies/mine", tmp_path / "results/mine"
    study.mkdir(parents=True)
    paper(study, name="original", parts=[*PAPER, DESIGN])
    for verb in ("extract", "check", "explain", "appraise"):
        assert main([verb, str(study), "--out", str(out)]) == 0

    def result(name: str) -> dict[str, object]:
        found: dict[str, object] = json.loads((out / f"{name}.json").read_text(encoding="utf-8"))
        return found

    assert result("findings")["findings"] == []
    assert len(result("findings")["to_confirm"]) > 6  # type: ignore[arg-type]
    assert result("explain")["in_conflict"] == []
    assert result("appraisal")["instruments"] == []
    assert result("appraisal")["computed"] == []
    assert result("study")["n"] == ""
