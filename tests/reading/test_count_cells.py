"""Counts with percentages in tables of characteristics: read by what the column shows, not by its sums."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from honest_characteristics import characteristics
from made_documents import Part, as_markdown

import reread

HEAD = ["Characteristic", "Massage (n = 302)", "Control (n = 151)"]
ROWS = [
    ["Sex", "", ""],
    ["Women", "214 (70.9%)", "107 (70.9%)"],
    ["Men", "88 (29.1%)", "44 (29.1%)"],
    ["Age, years", "45 (12)", "44 (11)"],
    ["Married", "120 (39.7%)", "75 (49.7%)"],
    ["Smoker", "31 (10.3%)", "20 (13.2%)"],
    ["Diabetes", "12 (4.0%)", "8 (5.3%)"],
    ["Urban", "200 (66.2%)", "99 (65.6%)"],
]


def statuses(tmp_path: Path, parts: list[Part]) -> dict[str, str]:
    """Percentage as printed → status of its finding, of what is not consistent; and how many cells are checked."""
    path = tmp_path / "paper.md"
    path.write_bytes(as_markdown(parts))
    found = reread.read(path).findings
    odd = found[found["status"] != "consistent"] if len(found) else found
    return {
        "checked": str((found["check"] == "percent_of_count").sum() if len(found) else 0),
        **{str(row["printed"]): str(row["status"]) for _, row in odd.iterrows()},
    }


def changed(row: int, column: int, text: str) -> list[Part]:
    rows = [[*each] for each in ROWS]
    rows[row][column] = text
    return ["Characteristics of the participants.", [HEAD, *rows]]


def test_every_cell_is_checked(tmp_path: Path) -> None:
    assert statuses(tmp_path, changed(0, 0, "Sex")) == {"checked": "12"}


@pytest.mark.parametrize(
    ("row", "text", "status"),
    [
        (2, "88 (23.1%)", "inconsistent"),  # both sexes are everybody
        (2, "88 (39.1%)", "inconsistent"),
        (4, "120 (29.7%)", "inconsistent"),  # no part of 302 people gives so little
        (4, "120 (45.5%)", "undecided"),  # of those 264 who answered, perhaps
    ],
)
def test_a_slip_is_found_and_the_rest_is_checked(row: int, text: str, status: str, tmp_path: Path) -> None:
    percent = text.partition("(")[2].rstrip("%)") + " %"
    told = statuses(tmp_path, changed(row, 1, text))
    assert told[percent] == status
    assert int(told["checked"]) >= 11
    assert [each for each in told.values() if each == "inconsistent"] == [status] * (status == "inconsistent")


@pytest.mark.parametrize("other", ["16 (11)", "17 (12)"])  # 16 of 151 are 11 %, by chance
def test_a_row_with_other_decimals_may_be_a_mean_and_its_sd(other: str, tmp_path: Path) -> None:
    rows = [[text.replace("%", "") for text in row] for row in ROWS if "years" not in row[0]]
    head = [HEAD[0], *(f"{each}, n (%)" for each in HEAD[1:])]
    told = statuses(tmp_path, ["Characteristics.", [head, *rows, ["Length of stay", "58 (4)", other]]])
    assert int(told.pop("checked")) >= 12
    assert told == {}


def test_a_block_with_a_row_of_missing_answers_is_of_those_who_answered(tmp_path: Path) -> None:
    rows = [["Education", "", ""], ["Low", "100 (35.7%)", "60 (42.9%)"], ["High", "180 (64.3%)", "80 (57.1%)"],
            ["Missing", "22 (7.3%)", "11 (7.3%)"]]  # fmt: skip
    parts: list[Part] = ["Characteristics.", [HEAD, *ROWS, *rows]]
    assert "inconsistent" not in statuses(tmp_path, parts).values()


def test_n_may_stand_in_a_row_or_be_what_two_blocks_count(tmp_path: Path) -> None:
    plain: list[list[str]] = [["Characteristic", "Massage", "Control"], *ROWS]
    of_row = [plain[0], ["n", "302", "151"], *plain[1:]]
    assert statuses(tmp_path, ["Characteristics.", of_row]) == {"checked": "12"}
    age = [["Age", "", ""], ["Young", "100 (33.1%)", "51 (33.8%)"], ["Old", "202 (66.9%)", "100 (66.2%)"]]
    blocks = [plain[0], *ROWS[:3], *age, ["", "", ""], *ROWS[3:]]
    said = "In all, 302 women had massage and 151 had none."
    assert statuses(tmp_path, [said, "Characteristics.", blocks])["checked"] == "16"


def test_slips_of_real_tables_are_found(repo: Path) -> None:
    """205 of 831 printed as 24.0, 14,528 of 37,740 as 39.5; of 290 other cells in these papers none is called wrong."""
    papers = repo.parent / "shared" / "papers" / "plos"
    if not papers.is_dir():
        pytest.skip("the papers are not beside the repository")
    wrong = {"journal.pone.0058242.xml": "24.0 %", "journal.pmed.1001418.xml": "39.5 %"}
    clean = ("journal.pmed.1001518.xml", "journal.pmed.1001786.xml", "journal.pone.0026358.xml")
    for name in (*wrong, *clean):
        found = reread.read(papers / name).findings
        bad = found[found["status"] == "inconsistent"]
        assert list(bad["printed"]) == [wrong[name]] if name in wrong else bad.empty, name


@pytest.mark.parametrize("language", ["en", "id"])
def test_no_honest_table_is_accused(language: str, tmp_path: Path) -> None:
    for seed in range(60):
        told = statuses(tmp_path, characteristics(Random(f"{language} {seed}"), language))
        assert "inconsistent" not in told.values(), seed
