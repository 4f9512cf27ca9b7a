"""Tables of analyses of variance: what follows from sums of squares, and which error an F is held against."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from honest_variance import variance_table
from made_documents import as_markdown

import reread

ONE_WAY = [
    ["", "Sum of Squares", "df", "Mean Square", "F", "Sig."],
    ["Between Groups", "61.38", "3", "20.46", "4.26", ".010"],
    ["Within Groups", "230.40", "48", "4.80", "", ""],
    ["Total", "291.78", "51", "", "", ""],
]
FACTORS = [
    ["Source", "df", "MS", "F", "p", "ηp²"],
    ["Light", "1", "33.0", "6.60", ".014", ".14"],
    ["Water", "2", "12.5", "2.50", ".095", ".11"],
    ["Light × Water", "2", "4.0", "0.80", ".456", ".04"],
    ["Residual", "40", "5.0", "", "", ""],
]
NESTED = [
    ["Source", "df", "MS", "F", "P"],
    ["Lake", "4", "72.0", "3.00", "0.072"],
    ["Net (Lake)", "10", "24.0", "4.00", "0.001"],
    ["Residual", "30", "6.0", "", ""],
]


def found(tmp_path: Path, rows: list[list[str]], said: str = "Results.") -> list[tuple[str, str, str]]:
    """Check, number and status of each finding but those of what is possible at all."""
    path = tmp_path / "paper.md"
    path.write_bytes(as_markdown([said, rows]))
    table = reread.read(path).findings
    told = zip(table["check"], table["printed"], table["status"], strict=True) if len(table) else []
    return [(str(a), str(b), str(c)) for a, b, c in told if a != "possible_value"]


def changed(rows: list[list[str]], row: int, column: int, text: str) -> list[list[str]]:
    rows = [[*each] for each in rows]
    rows[row][column] = text
    return rows


def test_everything_of_a_one_way_table_follows(tmp_path: Path) -> None:
    told = found(tmp_path, ONE_WAY)
    assert sorted(check for check, _, _ in told) == ["f_from_squares"] * 4 + ["p_statistic"]
    assert {status for _, _, status in told} == {"consistent"}


@pytest.mark.parametrize(
    ("row", "column", "text", "number"),
    [(1, 4, "6.42", "F = 6.42"), (1, 3, "24.06", "MS = 24.06"), (3, 1, "297.18", "SS = 297.18"),
     (2, 3, "8.40", "MS = 8.40"), (1, 5, ".100", "p = 0.100")],
)  # fmt: skip
def test_a_slip_is_found(row: int, column: int, text: str, number: str, tmp_path: Path) -> None:
    told = found(tmp_path, changed(ONE_WAY, row, column, text))
    wrong = [printed for _, printed, status in told if status == "inconsistent"]
    assert number.partition("= ")[2].lstrip("0") in " ".join(wrong)


def test_commas_and_words_of_the_other_language(tmp_path: Path) -> None:
    names = {"Sum of Squares": "Jumlah Kuadrat", "df": "db", "Mean Square": "Kuadrat Tengah", "F": "F hitung",
             "Sig.": "p", "Between Groups": "Antar kelompok", "Within Groups": "Dalam kelompok"}  # fmt: skip
    rows = [[names.get(cell, cell.replace(".", ",")) for cell in row] for row in ONE_WAY]
    told = found(tmp_path, rows, "Umur responden rata-rata 31,4 tahun.")
    assert [status for _, _, status in told] == ["consistent"] * 5


def test_factors_are_held_against_the_one_error(tmp_path: Path) -> None:
    told = found(tmp_path, FACTORS)
    assert [status for check, _, status in told if check == "p_statistic"] == ["consistent"] * 3
    assert "inconsistent" not in {status for _, _, status in told}
    odd = found(tmp_path, changed(FACTORS, 1, 4, ".041"))
    assert [check for check, _, status in odd if status == "inconsistent"] == ["p_statistic"]
    open_ = found(tmp_path, changed(FACTORS, 1, 3, "9.60"))
    assert {(check, status) for check, _, status in open_ if status != "consistent"} == {
        ("f_from_squares", "undecided")
    }


def test_another_error_term_is_left_open(tmp_path: Path) -> None:
    """Lakes are held against their nets: 72 / 24 = 3.00 on 4 and 10 degrees of freedom."""
    told = found(tmp_path, NESTED)
    assert {(check, status) for check, _, status in told if status != "consistent"} == {("f_from_squares", "undecided")}


@pytest.mark.parametrize(
    "rows",
    [
        [["Effect", "F(2, 40)", "p"], ["Load", "3.55", ".038"], ["Delay", "0.41", ".666"]],
        [["Effect", "df", "F", "p"], ["Load", "2, 40", "3.55", ".038"], ["Delay", "1, 40", "0.41", ".526"]],
    ],
)
def test_both_degrees_of_freedom_in_one_place(rows: list[list[str]], tmp_path: Path) -> None:
    assert [status for _, _, status in found(tmp_path, rows)] == ["consistent"] * 2
    assert "inconsistent" in {status for _, _, status in found(tmp_path, changed(rows, 1, len(rows[0]) - 1, ".083"))}


@pytest.mark.parametrize("language", ["en", "id"])
def test_no_honest_table_is_accused(language: str, tmp_path: Path) -> None:
    for seed in range(60):
        *_, rows = variance_table(Random(f"{language} {seed}"), language, language == "id")
        assert isinstance(rows, list)
        told = found(tmp_path, rows, "Rata-rata 20,5 tahun." if language == "id" else "Results.")
        assert "inconsistent" not in {status for _, _, status in told}, seed
