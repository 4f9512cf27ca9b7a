"""Counts with percentages of the people of their own row; and cells of other forms."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from honest_row_bases import row_bases
from made_documents import Part, as_markdown

import reread

PLACES = [("Upper valley", 64, 13), ("Lower valley", 48, 31), ("Coast", 90, 27), ("Islands", 35, 21),
          ("Town", 120, 19), ("Camp", 77, 40)]  # fmt: skip
GROUPS = [("Lives alone", 33, 21), ("Drives", 51, 44), ("Walks daily", 20, 37), ("Had a fall", 9, 12)]


def shares(tmp_path: Path, parts: list[Part]) -> list[str]:
    """The status of each percentage that is checked."""
    path = tmp_path / "paper.md"
    path.write_bytes(as_markdown(parts))
    found = reread.read(path).findings
    return [str(each) for each in found[found["check"] == "percent_of_count"]["status"]] if len(found) else []


def table(form: str, slip: str = "", comma: bool = False) -> list[Part]:
    """The same people in another form; the percentage of the last row may be another."""
    rows = []
    for name, n, k in PLACES:
        p = slip if slip and name == "Camp" else f"{100 * k / n:.1f}"
        p = p.replace(".", ",") if comma else p
        cells = {
            "beside": (f"{n}", f"{k} ({p})"), "columns": (f"{n}", f"{k}", p), "in cells": (f"{k}/{n} ({p})",),
            "two cells": (f"{k}/{n}", p), "percent first": (f"{n}", f"{p} ({k})"),
        }  # fmt: skip
        rows.append([name, *cells[form]])
    heads = {
        "beside": ("Screened", "Carriers, n (%)"), "columns": ("No. screened", "No. of carriers", "% carriers"),
        "in cells": ("Carriers, n/N (%)",), "two cells": ("Carriers", "%"), "percent first": ("N", "Carriers, % (n)"),
    }  # fmt: skip
    return ["Carriers of the strain by place.", [["Place", *heads[form]], *rows]]


FORMS = ("beside", "columns", "in cells", "two cells", "percent first")


@pytest.mark.parametrize("form", FORMS)
def test_rows_that_print_how_many_they_are_of_are_checked(form: str, tmp_path: Path) -> None:
    assert shares(tmp_path, table(form)) == ["consistent"] * 6


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(("slip", "status"), [("31.9", "inconsistent"), ("57.1", "undecided")])
def test_a_slip_is_found(form: str, slip: str, status: str, tmp_path: Path) -> None:
    """40 of 77 are 51.9 %; fewer than 77 who answered may make it more, never less."""
    told = shares(tmp_path, table(form, slip))
    assert len(told) == 6
    assert [each for each in told if each != "consistent"] == [status]


def test_a_table_of_crossed_categories_is_of_its_rows(tmp_path: Path) -> None:
    heads = ["Pengetahuan", "Patuh n", "Patuh %", "Tidak n", "Tidak %", "Jumlah n", "Jumlah %", "p"]
    rows = [["Baik", "31", "77,5", "9", "22,5", "40", "100", "0,002"],
            ["Cukup", "15", "50,0", "15", "50,0", "30", "100", ""],
            ["Kurang", "7", "28,0", "18", "72,0", "25", "100", ""]]  # fmt: skip
    said = "Penelitian ini dilakukan pada 95 responden dengan rata-rata umur 28,4 tahun."
    assert shares(tmp_path, [said, [heads, *rows]]) == ["consistent"] * 6


@pytest.mark.parametrize("form", ["{k}, {p}%", "{p}% ({k})", "{k} [{p}%]"])
def test_other_forms_of_a_cell_are_read(form: str, tmp_path: Path) -> None:
    heads = ["Characteristic", "Yoga (n = 54)", "Control (n = 58)"]
    rows = [[name, form.format(k=a, p=f"{100 * a / 54:.1f}"), form.format(k=b, p=f"{100 * b / 58:.1f}")]
            for name, a, b in GROUPS]  # fmt: skip
    assert shares(tmp_path, ["At baseline.", [heads, *rows]]) == ["consistent"] * 8


@pytest.mark.parametrize("language", ["en", "id"])
def test_no_honest_table_is_accused(language: str, tmp_path: Path) -> None:
    for seed in range(60):
        told = shares(tmp_path, row_bases(Random(f"{language} {seed}"), language, language == "id"))
        assert "inconsistent" not in told, seed


def test_means_may_stand_in_a_column_of_counts(tmp_path: Path) -> None:
    rows = [["Mean age (SD)", "61.3 (8.2)", ""], ["Women", "118", "57.3"], ["Men", "88", "42.7"],
            ["Retired", "75", "36.4"],
            ["Mean weight (SD)", "72.5 (12.1)", ""]]  # fmt: skip
    assert shares(tmp_path, ["Those who came.", [["Characteristic", "n (206)", "%"], *rows]]) == ["consistent"] * 3
