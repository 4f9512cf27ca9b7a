"""What stands on the screen: the pipeline's own last words, and never silence about an error."""

import csv
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from runs import POLICY, Program

Run = Callable[..., tuple[int, str]]

GOOD = """
rule all:
    input: "outcome.json"

rule page:
    output: "index.html"
    message: "page      of one study"
    shell: "touch {output}"

rule outcome:
    input: "index.html"
    output: "outcome.json"
    shell: "touch {output}; echo Read 1 study. Open index.html"
"""


@pytest.fixture
def snakemake(repo: Path, tmp_path: Path) -> Run:
    """Run a Snakefile that starts with the project's screen.smk, under its profile; all output in one text."""

    def run(rules: str, *options: str) -> tuple[int, str]:
        (tmp_path / "Snakefile").write_text(f'include: "{repo}/workflow/screen.smk"\n{rules}', encoding="utf-8")
        command = [sys.executable, "-m", "snakemake", "--profile", str(repo / "profiles" / "default"), *options]
        answer = subprocess.run(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        return answer.returncode, answer.stdout

    return run


def test_the_last_line_is_the_pipelines(snakemake: Run) -> None:
    code, screen = snakemake(GOOD)
    assert code == 0
    assert screen.splitlines()[-2:] == ["page      of one study", "Read 1 study. Open index.html"]
    code, screen = snakemake(GOOD)
    assert (code, screen.splitlines()[-1]) == (0, "Nothing has changed. Open results/index.html")


def test_so_it_is_when_the_outcome_is_a_failure(snakemake: Run) -> None:
    verb = "reread() {{ echo $1 failed: see the log; return 1; }}; reread outcome"
    code, screen = snakemake(GOOD.replace("touch {output}; echo Read 1 study. Open index.html", verb))
    assert (code, screen.splitlines()[-2:]) == (1, ["page      of one study", "outcome failed: see the log"])


def test_any_other_failure_is_told_in_full(snakemake: Run) -> None:
    code, screen = snakemake(GOOD.replace("touch {output}", "echo the cause; exit 3", 1))
    assert code == 1
    assert "the cause" in screen
    assert "Error in rule page" in screen


@pytest.mark.parametrize(
    ("rules", "words"),
    [
        (GOOD.replace("output:", "outptu:"), "outptu"),
        ('rule all:\n    input: "not-there.txt"\n', "not-there.txt"),
        ('raise ValueError("a bad study folder")\n', "a bad study folder"),
    ],
    ids=["misspelt", "missing input", "raises"],
)
def test_errors_before_the_first_job_are_seen(snakemake: Run, rules: str, words: str) -> None:
    code, screen = snakemake(rules)
    assert code == 1
    assert words in screen


def test_a_dry_run_says_what_it_would_do(snakemake: Run) -> None:
    code, screen = snakemake(GOOD, "--dry-run")
    assert code == 0
    assert "page      of one study" in screen
    assert "This was a dry-run" in screen


def test_a_folder_that_was_screened_already_leads_to_its_own_page(snakemake: Run) -> None:
    rule = '\nrule screen:\n    output: "screening/index.html"\n    shell: "touch {output}"\n'
    assert snakemake(GOOD + rule, "screen")[0] == 0
    code, screen = snakemake(GOOD + rule, "screen")
    assert (code, screen.splitlines()[-1]) == (0, "Nothing has changed. Open screening/index.html")


@pytest.mark.pipeline
def test_a_folder_of_papers_is_a_target(program: Program, tmp_path: Path) -> None:
    papers = tmp_path / "it's papers"
    papers.mkdir()
    for name, p in (("a", ".063"), ("b", ".036")):
        (papers / f"{name}.txt").write_text(f"It rose, t(28) = 2.20, p = {p}.\n", encoding="utf-8")
    place = tmp_path / "place"
    place.mkdir()
    ran = program.run(place, "screen", "--config", f"corpus={papers}")
    assert ran.code == 0, ran.screen
    with (place / "screening" / "screening.csv").open(encoding="utf-8", newline="") as stream:
        assert {row["document"]: row["class"] for row in csv.DictReader(stream)} == {
            "a.txt": "crosses", "b.txt": "consistent",
        }  # fmt: skip
    assert POLICY in (place / "screening" / "index.html").read_text(encoding="utf-8")
    assert program.run(place, "screen", "--config", f"corpus={papers}").last.startswith("Nothing has changed.")
