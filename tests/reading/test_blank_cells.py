"""A blank cell keeps its place: every number has the head of its own column, in every format, or none."""

from __future__ import annotations

import tempfile
from collections import Counter
from pathlib import Path

import made_documents as made
import pytest
from as_read import checked
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from reread.documents import Document, from_text, read
from reread.reading.whole_document import numbers

Rows = list[list[str]]
HEADS = {"n": "n", "t": "t", "df": "df", "p": "p", "Cohen's d": "d", "OR": "OR"}


def piped(rows: Rows, rule: bool = True) -> bytes:
    """Cells between pipes, none around the rows."""
    lines = [" | ".join(row) for row in rows]
    return "\n".join([lines[0], *([" | ".join("---" for _ in rows[0])] if rule else []), *lines[1:]]).encode()


def written(form: str, caption: str, rows: Rows) -> tuple[bytes, str]:
    """A table below a line, and the suffix of its file."""
    if form in made.FORMATS:
        return made.FORMATS[form]([caption, rows]), form
    if form == "ruled":
        return made.as_pdf([caption, rows], ruled=True), ".pdf"
    return f"{caption}\n\n".encode() + piped(rows, form == "open"), ".md"


FORMS = [*made.FORMATS, "ruled", "open", "plain"]  # open: without outer pipes; plain: nor a line of dashes
BY_WHITE = (".pdf", "ruled", ".txt", "plain")  # formats whose tables are as wide as their words


def document(form: str, caption: str, rows: Rows) -> Document:
    content, suffix = written(form, caption, rows)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"paper{suffix}"
        path.write_bytes(content)
        return read(path)


def typed(found: Document) -> Counter[tuple[str, str]]:
    return Counter((number.text, number.stat) for number in numbers(found) if number.stat)


def told(found: Document) -> list[tuple[str, str]]:
    return [(finding.check, finding.status) for finding in checked(found)[1]]


@pytest.mark.parametrize("form", FORMS)
def test_a_blank_p_takes_no_other_number(form: str) -> None:
    rows = [["", "n", "t", "df", "p"], ["Pain", "40", "2.50", "38", ""], ["Sleep", "40", "2.10", "38", ""]]
    found = document(form, "Table 4. Results of the tests", rows)
    assert not [status for _, status in told(found) if status == "inconsistent"]
    assert typed(found) == Counter({("40", "n"): 2, ("2.50", "t"): 1, ("2.10", "t"): 1, ("38", "df"): 2})


TABLES = {
    "p_from_groups": (
        "The independent samples t-test compared the groups. Pain scores, mean (SD)",
        [["Outcome", "Drug (n = 30)", "Control (n = 30)", "P value"],
         ["Pain", "20.1 (4.1)", "21.2 (2.0)", "0.004"]],
    ),
    "percent_of_count": (
        "Age of the women (n = 20)",
        [["Outcome", "n", "%"], ["20-29", "12", "70"], ["30-39", "8", "40"], ["Total", "20", "100"]],
    ),
    "p_statistic": (
        "Results of the tests",
        [["Outcome", "t", "df", "p"], ["Pain", "1.02", "38", "0.003"], ["Sleep", "2.50", "38", "0.017"]],
    ),
    "p_statistic of a change": (
        "Score before and after in 20 women (n = 20), paired t-test",
        [["Outcome", "Mean ± SD", "t", "df", "p"], ["Before", "5.20 ± 1.41", "", "", ""],
         ["After", "6.83 ± 1.75", "4.17", "19", "0.40"]],
    ),
}  # fmt: skip


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("kind", TABLES)
def test_an_empty_corner_changes_nothing(kind: str, form: str) -> None:
    caption, rows = TABLES[kind]
    named = told(document(form, caption, rows))
    found = "undecided" if kind == "p_from_groups" else "inconsistent"  # a p without its statistic is never decided
    assert (kind.split()[0], found) in named
    without = told(document(form, caption, [["", *rows[0][1:]], *rows[1:]]))
    # a PDF's row that a second reader does not see as one is left open
    allowed = {"inconsistent": ("inconsistent", "undecided")} if form == ".pdf" else {}
    assert [check for check, _ in without] == [check for check, _ in named]
    assert all(now in allowed.get(was, (was,)) for (_, now), (_, was) in zip(without, named, strict=True))


cell_of = {
    "n": st.integers(10, 99).map(str), "df": st.integers(10, 99).map(str),
    "t": st.integers(100, 499).map(lambda k: f"{k / 100:.2f}"), "p": st.integers(1, 999).map(lambda k: f".{k:03d}"),
    "Cohen's d": st.integers(10, 199).map(lambda k: f"{k / 100:.2f}"),
    "OR": st.integers(10, 499).map(lambda k: f"{k / 100:.2f}"),
}  # fmt: skip


@st.composite
def tables(draw: st.DrawFn) -> Rows:
    """Heads in any order and rows below them; any cell may be blank, the corner and labels, too."""
    heads = draw(st.lists(st.sampled_from(list(HEADS)), min_size=2, max_size=4, unique=True))
    label = st.sampled_from(["Pain", "Sleep", "Weight", "Height"])
    row = st.tuples(label | st.just(""), *(cell_of[head] | st.just("") for head in heads)).map(list)
    rows = draw(st.lists(row, min_size=1, max_size=4))
    assume(all(any(row) for row in rows) and any(any(row[1:]) for row in rows))
    return [[draw(st.sampled_from(["", "Outcome"])), *heads], *rows]


def wanted(rows: Rows) -> Counter[tuple[str, str]]:
    pairs = [(cell, HEADS[head]) for row in rows[1:] for head, cell in zip(rows[0][1:], row[1:], strict=True) if cell]
    return Counter(pairs)


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(tables())
def test_every_number_has_the_head_of_its_own_column(rows: Rows) -> None:
    labels = any(row[0] for row in rows[1:])  # else a blank column at the edge cannot be told from none
    for form in FORMS if labels else [form for form in FORMS if form not in BY_WHITE]:
        found = typed(document(form, "Results", rows))
        assert not found - wanted(rows), form
        if form != ".pdf":  # without rules a row without a label may belong to the row above it
            assert found == wanted(rows), form


@settings(max_examples=60)
@given(tables())
def test_where_blanks_at_the_end_are_cut_off_nothing_moves(rows: Rows) -> None:
    text = "Results\n\n" + "\n".join("\t".join(row).rstrip("\t") for row in rows)
    assert not typed(from_text(text)) - wanted(rows)


def test_a_blank_row_a_row_of_a_section_and_a_blank_column_end_no_table() -> None:
    rows = ["| | | n | p | |", "|---|---|---|---|---|", "| Younger | | | | |", "| Pain | | 40 | .03 | |"]
    lines = ["| | | | | |", *rows, "| | | | | |", "| Older | | | | |", "| Pain | | 38 | .02 | |"]
    found = typed(from_text("\n".join(lines)))
    assert found == Counter({("40", "n"): 1, (".03", "p"): 1, ("38", "n"): 1, (".02", "p"): 1})


def test_a_label_may_stand_behind_a_blank_cell_and_a_pipe_in_one() -> None:
    rows = ["| | | A\\|B | Rest |", "|---|---|---|---|", "| Score | Range | 0-9 | 0-8 |"]
    found = typed(from_text("\n".join([*rows, "| | Mean (SD) | 5.1 (1.4) | 4.9 (1.3) |"])))
    assert found == Counter({("5.1", "mean"): 1, ("1.4", "sd"): 1, ("4.9", "mean"): 1, ("1.3", "sd"): 1})


def test_what_ends_a_row_says_nothing_of_the_next_one_s_label() -> None:
    found = from_text("Age | n | p-value\n20-29 | 12 | .03\n30-39 | 18 | .04")
    assert typed(found) == Counter({("12", "n"): 1, ("18", "n"): 1, (".03", "p"): 1, (".04", "p"): 1})


def test_a_grid_of_dashes() -> None:
    lines = ["+------+----+-----+", "|      | n  | p   |", "+======+====+=====+", "| Pain | 40 |     |",
             "+------+----+-----+", "| Rest |    | .04 |", "+------+----+-----+"]  # fmt: skip
    assert typed(from_text("\n".join(lines))) == Counter({("40", "n"): 1, (".04", "p"): 1})


def test_tabs_that_align_columns_are_one() -> None:
    found = from_text("Group\t\tn\tp\nYounger women\t40\t.03\nOlder\t\t38\t.02")
    assert [line.text for line in found.lines] == ["Group | n | p", "Younger women | 40 | .03", "Older | 38 | .02"]


def test_an_indented_paragraph_is_no_row() -> None:
    found = from_text("\tThe first paragraph.\n\tThe second one, p = .03.\t\n| quoted | ")
    assert [line.text for line in found.lines] == ["The first paragraph.", "The second one, p = .03.", "quoted"]


@pytest.mark.parametrize("suffix", [".html", ".xml"])
def test_a_merged_cell_takes_its_columns_and_rows(suffix: str, tmp_path: Path) -> None:
    table = (
        "<table><tr><th rowspan='2'></th><th colspan='2'>Massage</th><th rowspan='2'>p</th></tr>"
        "<tr><th>Mean</th><th>SD</th></tr><tr><td colspan='4'>Younger</td></tr>"
        "<tr><td>Pain</td><td>5.1</td><td></td><td rowspan='2'>.03</td></tr>"
        "<tr><td>Sleep</td><td></td><td>1.4</td></tr></table>"
    )
    path = tmp_path / f"paper{suffix}"
    path.write_text(f"<article><body><sec>{table}</sec></body></article>", encoding="utf-8")
    found = read(path)
    assert [line.text for line in found.lines] == [
        "| Massage Mean | Massage SD | p", "Younger | | |", "Pain | 5.1 | | .03", "Sleep | | 1.4 |",
    ]  # fmt: skip
    assert typed(found) == Counter({("5.1", "mean"): 1, ("1.4", "sd"): 1, (".03", "p"): 1})


def test_a_word_table_with_cells_left_out_merged_and_nested(tmp_path: Path) -> None:
    def cell(text: str, more: str = "") -> str:
        return f"<w:tc><w:tcPr>{more}</w:tcPr><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>"

    inner = f"<w:tc><w:tbl><w:tr>{cell('2.50')}</w:tr></w:tbl><w:p/></w:tc>"
    begun, goes_on = "<w:vMerge w:val='restart'/>", "<w:vMerge/>"
    framed = f"<w:sdt><w:sdtContent>{cell('38')}</w:sdtContent></w:sdt>"
    rows = [
        f"<w:tr><w:trPr><w:gridBefore w:val='1'/></w:trPr>{cell('t')}{cell('df')}{cell('p')}</w:tr>",
        f"<w:tr>{cell('Pain', begun)}{inner}{framed}{cell('')}</w:tr>",
        f"<w:tr>{cell('', goes_on)}{cell('')}{cell('19')}{cell('.02')}</w:tr>",
    ]
    body = f"<w:document xmlns:w='{made.W}'><w:body><w:tbl>{''.join(rows)}</w:tbl></w:body></w:document>"
    path = tmp_path / "paper.docx"
    path.write_bytes(made.package(body.encode()))
    assert [line.text for line in read(path).lines] == ["| t | df | p", "Pain | 2.50 | 38 |", "Pain | | 19 | .02"]


def test_the_caption_of_a_web_page_s_table_stands_above_it(tmp_path: Path) -> None:
    path = tmp_path / "paper.html"
    caption = "<caption><b>Table 1.</b> Women (n = 20)</caption>"
    path.write_text(f"<table>{caption}<tr><td>Age</td><td>n</td></tr></table>", encoding="utf-8")
    assert [line.text for line in read(path).lines] == ["Table 1. Women (n = 20)", "Age | n"]
