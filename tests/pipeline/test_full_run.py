"""Does one run over the delivered study, from its transcript alone, end with a page that says what must be said?"""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path

import pytest
import small
from contract import FILES, NUMBERS, VALUES, keys, mismatches
from parsed import Page
from runs import STUDY, Program, Ran, copy_parts

from reread.documents.normalise import normalise

pytestmark = pytest.mark.pipeline
ORIGINAL = "002_664772a7c6dde274.txt"


def test_all_that_is_delivered_is_planned(program: Program, tmp_path: Path) -> None:
    place = copy_parts(program.folder, tmp_path / "all", ("studies", "notebooks", "evidence", "config.yaml"))
    planned = program.planned(place)
    for study in (place / "studies").iterdir():
        assert f"report {study.name}" in planned


@pytest.fixture(scope="module")
def page(full: Ran) -> Page:
    """The study's page, parsed."""
    return Page(full.html())


def test_it_ends_well_and_leads_to_the_index(full: Ran) -> None:
    assert full.code == 0, full.screen
    assert full.last.split()[-1] == "results/index.html"
    assert (full.place / full.last.split()[-1]).is_file()
    assert "Traceback" not in full.screen
    assert json.loads((full.results / "outcome.json").read_text(encoding="utf-8"))["ok"] is True


@pytest.mark.parametrize("name", FILES)
def test_the_contract_is_written_down(repo: Path, name: str) -> None:
    written = (repo / "docs" / "output-files.md").read_text(encoding="utf-8")
    assert [key for key in keys(FILES[name]) if f"`{key}`" not in written] == []


@pytest.mark.parametrize("name", FILES)
def test_each_result_file_keeps_the_contract(full: Ran, name: str) -> None:
    data = full.json(name)
    assert list(mismatches(data, FILES[name], name)) == []
    assert data["study"] == STUDY


def test_the_ledger_points_into_the_document(full: Ran) -> None:
    text = (full.results / STUDY / "numbers.csv").read_text(encoding="utf-8")
    raw = (full.place / "studies" / STUDY / "transcript.md").read_text(encoding="utf-8")
    lines = full.json("extract")["lines"]
    assert text.splitlines()[0] == NUMBERS
    rows = list(csv.DictReader(io.StringIO(text)))
    assert len({row["id"] for row in rows}) == len(rows) > 60
    assert {row["id"] for row in rows} == set(lines)
    for row in rows:
        assert raw[int(row["start"]) : int(row["end"])] == row["text"]
        assert raw[: int(row["start"])].count("\n") + 1 == int(row["line"])
    claimed = {role for row in rows for role in row["role"].split(";") if role}
    assert claimed == set(full.json("study")["roles"])


def test_findings_point_at_rows_of_the_ledger(full: Ran) -> None:
    lines = full.json("extract")["lines"]
    findings = full.json("findings")["findings"]
    assert len({finding["id"] for finding in findings}) == len(findings)
    assert [finding["id"] for finding in findings if not set(finding["about"]) <= set(lines)] == []


@pytest.mark.parametrize("notebook", VALUES)
def test_each_figure_has_all_that_belongs_to_it(full: Ran, page: Page, notebook: str) -> None:
    made = full.json(notebook)
    assert made["figures"]
    folder = full.results / STUDY
    for figure in made["figures"]:
        for form in ("wide", "slim"):
            assert ET.parse(folder / figure[form]).getroot().tag.endswith("}svg")
        assert figure["say"] in page.text()
        assert figure["caption"] in page.text()
        assert figure["alt"] in full.html().replace("&#39;", "'")
    for shown in (*made["figures"], *made["tables"]):
        rows = list(csv.reader((folder / shown["data"]).read_text(encoding="utf-8").splitlines()))
        # for programs, a number alone in its cell has a plain minus
        assert [[cell.replace("-", "−") for cell in row] for row in rows] == [
            [cell.replace("-", "−") for cell in row] for row in (shown["head"], *shown["rows"])
        ]
        assert f'href="{shown["data"]}"' in full.html()


def test_the_first_answer_is_that_the_numbers_do_not_agree(full: Ran, page: Page) -> None:
    answers = page.text("#answers")
    for number in ("4.77", "5.48", "6.66", "1.07", "1.23", "1.49", "4.87", "1.32", "0.0013"):
        assert number in answers, number
    for low, high in (("0.39", "1.01"), ("0.43", "0.97"), ("0.48", "0.92")):
        assert f"{low} – {high}" in answers
    assert "2 → 16" in answers
    assert "4 → 18" in answers
    exact = full.json("reconstruction")["values"]
    assert (exact["tables"], exact["ending"], exact["direction"]) == (3, "all listed", "rise")


def test_the_second_answer_is_that_this_design_cannot_tell(full: Ran, page: Page) -> None:
    answers, bars = page.text("#answers"), full.json("rivals")["values"]["bars"]
    assert "No control group" in answers
    assert "lactogenesis II" in answers
    assert "cut set by the printed 10 %" in answers
    assert "printed 80 %" in answers
    assert "The day decides; it is not told" in answers
    for bar in bars:
        assert f"{bar['label']} {round(100 * bar['share'])} %" in answers
    assert bars == sorted(bars, key=lambda bar: -bar["share"])


def test_the_second_answer_says_what_it_would_be_with_the_counts_of_the_means(full: Ran, page: Page) -> None:
    said = page.text("#answers")
    assert re.search(r"By the means, 20 → 90 %: \d+, \d+, \d+, \d+", said)
    assert "conflict with the means and SDs, which leave 20 % → 90 %" in " ".join(full.json("rivals")["asides"])


def test_numbers_that_agree_among_themselves_are_told(full: Ran) -> None:
    notes = " ".join(full.json("reconstruction")["asides"])
    assert "Among themselves these agree, though not with the rest: t, low end of the interval" in notes
    assert "As printed these agree" in notes


def test_the_letter_quotes_what_is_printed_and_asks_of_each_point(full: Ran) -> None:
    letter = (full.results / STUDY / "letter.md").read_text(encoding="utf-8").replace("\\", "").replace("**", "")
    printed = normalise((full.place / "studies" / STUDY / "transcript.md").read_text(encoding="utf-8"))[0]
    quotes = re.findall(r"^> “(.+)” \((.+)\)$", letter, re.MULTILINE)
    assert len(quotes) > 8
    assert [quote for quote, _ in quotes if not all(part in printed for part in quote.split(" … "))] == []
    assert {place.partition(",")[0] for _, place in quotes} >= {"Table 1", "Table 2"}
    numbered = re.split(r"^### \d+\. ", letter.partition("## What else")[0], flags=re.MULTILINE)[1:]
    assert len(numbered) == 5  # the counts of both categories and the means and SDs are one matter
    for point in numbered:
        assert "?" in point
        assert 1 <= len(re.findall(r"^    ", point, re.MULTILINE)) <= 2
    assert "t = 0.700 / (SD / √20) = 4.77, 5.48, 6.66" in letter
    for row in full.json("appraisal")["ask"]:
        assert row["text"] in letter
    for name in ("letter.docx", "letter.md"):
        assert full.html().count(f'href="{name}"') == 2  # where the questions are, and among the downloads


def test_citations_are_put_up_for_a_person(page: Page) -> None:
    said = page.text("#citations")
    assert "21 references; the text cites 21 of them." in said
    counts = "One work that is listed twice; once “et al.” for one or two names; two titles to hold against what they"
    assert counts in said
    for part in (
        "Dwita, P., & Mutmainnah, M. (2023)",
        "is not Effective",
        "Literature Review",
        "Discussion",
        "Introduction",
    ):
        assert part in said


def test_the_two_answers_are_short(page: Page) -> None:
    shown = f"{page.text('header')} {page.text('#answers')}"
    words = [word for word in shown.split() if re.search("[A-Za-z]", word)]  # not numbers and signs
    assert len(words) <= 120


def test_the_page_says_what_the_numbers_allow(page: Page) -> None:
    text = page.text()
    for said in (
        "16 × 1, 4 × 2",  # the only data set behind each mean and SD
        "2 × 1, 18 × 2",
        "1.96",
        "Shapiro",
        "0.4954",  # W of 4 and 16, which is printed as a p
        "0.3512",
        "p ≤ 0.0013",
        "proposed, no reader has signed",
        "48–72 hours",
    ):
        assert said in text, said
    assert re.search(r"statistic W|W, not p", text)


def test_thirty_lines_say_what_the_whole_simulation_says(full: Ran) -> None:
    """The lesson holds every unknown at its most plausible value; the page draws it: near each other on every day."""
    cells = json.loads((full.results / STUDY / "notebooks" / "rivals.ipynb").read_text(encoding="utf-8"))["cells"]
    (lesson,) = [cell for cell in cells if "the women stand for all women" in "".join(cell["source"])]
    shown = "".join("".join(each.get("data", {}).get("text/plain", "")) for each in lesson["outputs"])
    short = {row[0]: 100 * float(row[2]) for row in re.findall(r"^\d+ +(\S+) +(\S+) +(\S+)$", shown, re.MULTILINE)}
    (drawn,) = [figure for figure in full.json("rivals")["figures"] if figure["id"] == "by_first_day"]
    whole = {float(row[0]): [float(part.rstrip(" %")) for part in row[1:4]] for row in drawn["rows"] if row[2]}
    assert {"1.0", "2.0", "3.0", "5.0"} <= set(short)
    for day in ("1.0", "2.0", "3.0", "5.0"):
        middle, low, high = whole[float(day)]
        assert low <= short[day] <= high
        assert short[day] == pytest.approx(middle, abs=10)
    assert any("image/png" in each.get("data", {}) for each in lesson["outputs"])


def test_the_index_shows_the_study_and_leads_to_its_page(full: Ran) -> None:
    index = Page(full.html(""))
    assert "cannot" in index.text()
    assert f"{STUDY}/report.html" in {found.get("href") for tag, found in index.elements if tag == "a"}


@pytest.mark.parametrize("study", [STUDY, ""], ids=["page", "index"])
def test_every_link_leads_somewhere(full: Ran, study: str) -> None:
    page = Page(full.html(study))
    names = {found.get("id") for _, found in page.elements}
    links = {found["href"] for tag, found in page.elements if tag == "a" and not found["href"].startswith("http")}
    for href in links:
        file, _, part = href.partition("#")
        path = full.results / study / file
        assert path.is_file() if file else part in names, href
        assert not (file and part) or f'id="{part}"' in path.read_text(encoding="utf-8"), href


def test_a_page_of_what_was_delivered_says_nothing_of_changes(page: Page) -> None:
    assert "changed" not in {found.get("id") for _, found in page.elements}


def test_snakemake_tells_where_each_result_comes_from(full: Ran, program: Program, tmp_path: Path) -> None:
    place = tmp_path / "place"
    shutil.copytree(full.place, place, symlinks=True)
    ran = program.run(place, "--report", "results/provenance.html")
    assert ran.code == 0, ran.screen
    told = (ran.results / "provenance.html").read_text(encoding="utf-8")
    for caption in (
        "Every number that the documents of",
        "Can the numbers of",
        "A figure of the page of",
        "The second reading of",
    ):
        assert f"{caption} {STUDY}" in told
    for category in ("Numbers and verdicts", "Appraisal", "Figures", "Pages"):
        assert category in told
    assert "before_after" in told
    assert "before_after-slim" not in told


def test_the_original_gives_the_same(full: Ran, program: Program, originals: Path, tmp_path: Path) -> None:
    place = copy_parts(program.folder, tmp_path / "from-original", (f"studies/{STUDY}", "evidence"))
    shutil.copy2(originals / ORIGINAL, place / "studies" / STUDY / "original.txt")
    small.notebook(place / "notebooks")  # the notebooks read only what is compared here
    ran = program.run(place)
    assert ran.code == 0, ran.screen
    assert [(d["kind"], d["file"]) for d in ran.json("extract")["read"]] == [("original", "original.txt")]
    assert ran.json("extract")["differences"] == []
    status: Callable[[Ran], list[tuple[str, str]]] = lambda one: [  # noqa: E731
        (finding["id"], finding["status"]) for finding in one.json("findings")["findings"]
    ]
    assert status(ran) == status(full)
