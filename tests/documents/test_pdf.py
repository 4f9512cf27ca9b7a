"""A PDF is read as it is seen: raised and lowered characters, columns, heads and feet, pictures, tables of any kind."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import made_documents as made
import pytest
from as_read import checked

from reread.documents import Document, read
from reread.documents.pdf import alike
from reread.reading.whole_document import numbers

SHARED = Path(os.environ.get("SHARED", Path(__file__).resolve().parents[3] / "shared"))
Printed = tuple[float, float, str]  # from the left, from the bottom, text
ROWS = [["Group", "n", "Mean", "SD"], ["Massage", "30", "5.10", "1.20"], ["Usual care", "31", "4.02", "1.31"]]


def drawn(*texts: Printed, size: float = 10, more: str = "") -> bytes:
    """A page's content."""
    return "\n".join([*(_text(x, y, text, size) for x, y, text in texts), more]).encode("cp1252")


def _text(x: float, y: float, text: str, size: float) -> str:
    quoted = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"BT /F {size} Tf 1 0 0 1 {x} {y} Tm ({quoted}) Tj ET"


def document(folder: Path, *pages: bytes) -> Document:
    path = folder / "paper.pdf"
    path.write_bytes(made.pdf(list(pages)))
    return read(path)


def table(rows: list[list[str]], top: float, step: float = 16, left: float = 60, wide: float = 110) -> list[Printed]:
    return [(left + wide * c, top - step * r, cell) for r, row in enumerate(rows) for c, cell in enumerate(row) if cell]


def rule(y: float, left: float = 55, right: float = 520) -> str:
    return f"{left} {y} m {right} {y} l S"


def rows_of(found: Document) -> list[list[str]]:
    return [[cell.strip() for cell in line.text.split("|")] for line in found.lines if " | " in line.text]


def test_small_raised_characters_are_marked_and_lowered_ones_are_not(tmp_path: Path) -> None:
    small = "\n".join([_text(102, 698, "p", 6), _text(106, 704, "2", 6), _text(226, 704, "-5", 6)])
    found = document(
        tmp_path, drawn((60, 700, "the eta"), (112, 700, "= .21, p = 3.2 x 10"), (240, 700, "here"), more=small)
    )
    assert found.lines[0].text == "the etap^2 = .21, p = 3.2 x 10^-5 here"


def test_signs_that_the_file_draws_behind_the_line_stand_where_they_are_seen(tmp_path: Path) -> None:
    line = [(60.0, 700.0, "a mean of 5.10"), (156.0, 700.0, "1.20 and t(58)"), (252.0, 700.0, "2.20")]
    found = document(tmp_path, drawn(*line, (246, 700, "="), (150, 700, "±")))
    assert found.lines[0].text == "a mean of 5.10 ±1.20 and t(58) =2.20"
    assert [n.stat for n in numbers(found)] == ["mean", "sd", "df", "t"]


def test_heads_and_feet_go_and_a_paragraph_runs_over_the_page(tmp_path: Path) -> None:
    def page(number: int, *lines: str) -> bytes:
        texts = [(60.0, 700.0 - 12 * k, line) for k, line in enumerate(lines)]
        return drawn((60, 770, f"Journal of Milk 12 (2024) {number}"), *texts, (300, 30, str(number)))

    line = "and this is a line of the text that is as long as any other one"
    first = page(1, *[line] * 6, "The score differed between both of the groups, t(58) = 2.20, p =")
    found = document(tmp_path, first, page(2, ".032, which is a small p for such a study as this one was, say", line))
    text = " ".join(line.text for line in found.lines)
    assert "Journal" not in text
    assert "t(58) = 2.20, p = .032, which" in text
    assert [n.stat for n in numbers(found) if n.stat] == ["df", "t", "p"]


def test_a_table_over_both_columns_is_read_whole(tmp_path: Path) -> None:
    columns = [(x, 500 - 12 * k, "words of one column here") for x in (60.0, 330.0) for k in range(12)]
    frame = "\n".join(rule(y) for y in (715, 699, 660))
    found = document(tmp_path, drawn(*table(ROWS, 704, 18, wide=130), *columns, more=frame))
    assert rows_of(found) == ROWS


def test_labels_within_a_picture_are_no_table(tmp_path: Path) -> None:
    curve = "100 400 m " + " ".join(f"{100 + 10 * k} {400 + k * k / 8} l" for k in range(1, 30)) + " S"
    labels = [(100.0 + 90 * k, 395.0, str(10 * k)) for k in range(4)] + [
        (100.0 + 90 * k, 500.0, "n = 9") for k in range(4)
    ]
    text = [(60.0, 300.0 - 12 * k, "As the figure shows, nothing changed in the two groups") for k in range(3)]
    found = document(tmp_path, drawn(*text, *labels, more=curve))
    assert not rows_of(found)
    assert found.lines[0].text.startswith("As the figure shows, nothing changed")


def test_cells_of_several_lines_are_joined_where_they_run_on(tmp_path: Path) -> None:
    texts = [
        *table([["Outcome", "Massage", "Usual care"]], 704, wide=150),
        *table([["Length of stay", "5.1 (1.0-", "8.1 (0.7-"], ["in hospital", "13.0)", "18.0)"]], 680, 12, wide=150),
        *table([["Women", "12 (80%)", "9 (60%)"]], 650, wide=150),
        *table([["Answered", "30", "29"]], 632, wide=150),
    ]
    found = document(tmp_path, drawn(*texts, more="\n".join(rule(y) for y in (718, 694, 620))))
    assert rows_of(found)[1:3] == [["Length of stay in hospital", "5.1 (1.0-13.0)", "8.1 (0.7-18.0)"],
                                   ["Women", "12 (80%)", "9 (60%)"]]  # fmt: skip


def test_a_head_over_several_columns_names_each(tmp_path: Path) -> None:
    texts = [
        *[(177.0, 704.0, "--- Before ---"), (380.0, 704.0, "--- After ---")],
        *table([["Group", "Mean", "SD", "Mean", "SD"], ["A", "5.1", "1.0", "6.1", "1.2"]], 688, wide=100),
        *table([["B", "5.2", "1.1", "6.0", "1.3"], ["C", "5.0", "1.1", "5.9", "1.1"]], 656, wide=100),
    ]
    found = document(tmp_path, drawn(*texts, more="\n".join(rule(y) for y in (718, 682, 630))))
    head, *rows = rows_of(found)
    assert [" ".join(cell.replace("-", "").split()) for cell in head] == [
        "Group", "Before Mean", "Before SD", "After Mean", "After SD"]  # fmt: skip
    assert rows[0] == ["A", "5.1", "1.0", "6.1", "1.2"]


def test_a_page_set_on_its_side_is_turned(tmp_path: Path) -> None:
    turned = "\n".join(
        f"BT /F 10 Tf 0 1 -1 0 {100 + 18 * r} {60 + 110 * c} Tm ({cell}) Tj ET"
        for r, row in enumerate(ROWS) for c, cell in enumerate(row)
    )  # fmt: skip
    assert rows_of(document(tmp_path, turned.encode())) == ROWS


def test_two_tables_below_each_other_stay_two(tmp_path: Path) -> None:
    first, second = table(ROWS, 704, wide=130), table([["Day", "p"], ["1", ".03"], ["2", ".04"]], 500, wide=250)
    frames = "\n".join(rule(y) for y in (718, 698, 664, 514, 494, 460))
    found = document(tmp_path, drawn(*first, *second, more=frames))
    places = [line.place for line in found.lines if line.text]
    assert places == [f"page 1, table {t}, row {r}" for t in (1, 2) for r in (1, 2, 3)]


def test_what_one_reader_alone_reads_is_never_said_to_be_impossible(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [["Scale", "t", "df", "p"], ["Pain", "2.20", "58", ".032"], ["Sleep", "3.10", "58", ".300"]]
    page = drawn(*table(rows, 704, wide=130), more="\n".join(rule(y) for y in (718, 698, 660)))

    def statuses() -> tuple[set[str], bool]:
        found = document(tmp_path, page)
        _, findings = checked(found)
        return {f.status for f in findings if f.check == "p_statistic"}, any(line.once for line in found.lines)

    both = statuses()
    monkeypatch.setattr("reread.documents.pdf.second_reading", lambda _: {})
    alone = statuses()
    assert both == ({"consistent", "inconsistent"}, False)
    assert alone == ({"consistent", "undecided"}, True)


def test_a_second_reader_that_breaks_or_is_not_there_reads_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "paper.pdf"
    path.write_bytes(b"%PDF-1.4\nno pages\n%%EOF")
    assert alike.second_reading(path) == {}
    monkeypatch.setitem(sys.modules, "pdf_inspector", None)
    assert alike.second_reading(path) == {}


@pytest.mark.skipif(not (SHARED / "papers/tables").is_dir(), reason=f"no printed tables in {SHARED}")
def test_printed_tables_are_read_whole(tmp_path: Path) -> None:
    rows = {path.stem: rows_of(read(path)) for path in sorted((SHARED / "papers/tables").glob("*.pdf"))}
    answers = tmp_path / "answers.json"
    answers.write_text(json.dumps(rows), encoding="utf-8")
    command = [sys.executable, SHARED / "papers/tables/score.py", answers]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    whole, total, wrong = [int(word.strip(";")) for word in said.split() if word.strip(";").isdigit()][:3]
    assert whole >= 0.93 * total
    assert wrong <= 0.03 * total
