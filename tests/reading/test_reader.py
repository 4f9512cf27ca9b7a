"""What a document prints is read as printed, typed where its own words tell what it is, and never invented."""

from __future__ import annotations

import csv
import io
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reread.__main__ import main
from reread.documents import read
from reread.documents.normalise import normalise
from reread.numbers.decimal_mark import mark_of
from reread.numbers.lexer import tokens
from reread.reading.typed import read_lines
from reread.reading.whole_document import numbers
from reread.words.reading import trees

FIELDS = "id,document,line,start,end,text,stat,value,decimals,comparator,low,high,role,unsure,place"
pieces = st.sampled_from(
    ["t", "(", ")", "28", "=", "2.20", ",", "p", "<", ".05", " ", "±", "0,41", "95%", "CI", "-", "\n", " | ", "n", "20",
     "1,182", "F", "χ2", "?", "\x01", "¼", "10^-2", "x", "women", "SD", "Mean", "rerata", ".", "..", "e-5", "²", "{"]
)  # fmt: skip


def typed(*lines: str) -> list[tuple[str, str]]:
    page, _ = read_lines([normalise(line)[0] for line in lines])
    return [(token.text, stat) for token, stat in zip(page.tokens, page.stats, strict=True) if stat]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("N = 1,182; t(403.8) = -3.15", ["1182", "403.8", "-3.15"]),
        ("rerata 24,78 dan 1.234,5 ml; p = 0,012", ["24.78", "1234.5", "0.012"]),
        ("[0.45,0.89] and F(2,42) = 13.7", ["0.45", "0.89", "2", "42", "13.7"]),
        ("p = 2.5 × 10⁻³, p = 4e-05, p < . 001", ["0.0025", "0.00004", "0.001"]),
        ("P=0,000<0,05; p-value-0,006", ["0", "0.05", "0.006"]),
        ("n = 12 345 and 1.234.567,89", ["12345", "1234567.89"]),
        ("items 1,5 and 7; Lee1,3; decisions.10,12 More", ["1", "5", "7"]),
        ("software v2.1.4 (https://a.org/1.5), 12th, H2O, B12", []),
        ("d = - 0.36 [-0.9, 0.2], 20-35 years", ["-0.36", "-0.9", "0.2", "20", "35"]),
    ],
)
def test_which_values_are_printed(text: str, values: list[str]) -> None:
    line = normalise(text)[0]
    assert [token.value for token in tokens(line, mark_of(line))] == [Fraction(value) for value in values]


@pytest.mark.parametrize(
    ("lines", "stats"),
    [
        (["t(38) = 6.12, p < .001, d = 0.97"], "df t p d"),
        (["Welch's F(2, 45.3) = 3.11, P = .054, ηp² = .09"], "df1 df2 F p eta2"),
        (["χ²(1, N = 120) = 5.43, p = .020; H(2) = 7.8, p = .02"], "df n chi2 p df H p"),
        (["uji t: t hitung = 5,432; nilai p = 0,000 < 0,05"], "t p alpha"),
        (["rerata 24,7 (simpangan baku 3,1), selisih rerata 2,5"], "mean sd md"),
        (["14.2 (SD 3.1) vs 9.8 ± 2.9; 4.5 ± 0.3 in all"], "mean sd mean sd mean sd"),
        (["Mean ± SEM 4.5 ± 0.3"], "mean se"),
        (["Median 12 (IQR 8–15); 9 (IQR 7-12)"], "median q1 q3 median q1 q3"),
        (["RR 0.77 (0.21, 2.80), HR 0.72, 95% CI 0.58–0.89"], "RR ci_low ci_high HR ci_level ci_low ci_high"),
        (["IK 95%: 1,12-10,60; OR = 3,45"], "ci_level ci_low ci_high OR"),
        (["45/120 (37.5%) and 18 (60%); 12 (40.0%) of them"], "count n percent count percent count percent"),
        (["in the control group 12 of 20 women (60%)", "group 2: 18/60 (30%)"], "count n percent count n percent"),
        (["sebanyak 30 responden; 22 women; Cronbach's α of .89"], "n n cronbach"),
        (["p < 0.05 was considered significant; α = 0,01; the 5% significance level"], "alpha alpha alpha"),
        (["0 = low, 1 = moderate, 2 = high"], "code code code"),
        (["F", "(1, 35) = 5.63,", "p", "= .02"], "df1 df2 F p"),
        (["Group | n | Mean ± SD | t | p", "A | 30 | 5.1 ± 1.2 | 2.31 | .024"], "n mean sd t p"),
        (["Kategori | f | %", "Baik | 12 | 40,0", "Kurang | 18 | 60,0"], "count percent count percent"),
        (["Result | Before | After", "Mean (SD) | 5.1 (1.2) | 6.2 (1.4)", "p-value | .02 | -"], "mean sd mean sd p"),
    ],
)
def test_what_numbers_are(lines: list[str], stats: str) -> None:
    assert [stat for _, stat in typed(*lines)] == stats.split()


@pytest.mark.parametrize(
    "text",
    [
        "500 mg twice daily for 14 days at 6 months, aged 18 to 45 years",
        "t = 2.5 min after injection, T = 37 °C, F = 12 N, d = 3.2 mm",
        "Smith (2001), see Table 3 and p. 12, vol. 7, pp. 45-67 [3,4,7-9]",
        "G2(12) = .3; b2(12) = .3; A(12) = .3; F(12) = .3; T^2(12) = .3",
        "z = 1 1 .25 and t(123) = 1 0.25",
        "type 2 diabetes, phase 3, Excel 4.0, R 4.2.1",
    ],
)
def test_what_is_no_statistic(text: str) -> None:
    assert typed(text) == []


def test_references_hold_no_statistics() -> None:
    assert typed("REFERENCES", "Lee (2021). A trial of 20 women, t(18) = 2.1, p = .04. J. 7(1), 39-52.") == []


@pytest.mark.parametrize(
    ("text", "values", "unsure"),
    [
        ("t(191) ¼ 8.22, p < .001", ["191", "8.22", "0.001"], ["", "operator", ""]),
        ("F(2, 726)=7.20, pb.001", ["2", "726", "7.2", "0.001"], ["", "", "", "operator"]),
        ("z = ?2.05", ["-2.05"], ["sign"]),
        ("25,775 ml", ["25775"], ["separator"]),
    ],
)
def test_what_was_not_printed_plainly_is_flagged(text: str, values: list[str], unsure: list[str]) -> None:
    page, _ = read_lines([text])
    assert [token.value for token in page.tokens] == [Fraction(value) for value in values]
    assert [token.unsure for token in page.tokens] == unsure


@given(st.lists(pieces, max_size=40).map("".join))
def test_every_number_stands_where_it_says(text: str) -> None:
    lines = text.split("\n")
    page, tests = read_lines([normalise(line)[0] for line in lines])
    for token, number in zip(page.tokens, page.lines, strict=True):
        assert normalise(lines[number])[0][token.start : token.end] == token.text
        assert any(character.isdigit() for character in token.text)
    assert all(page.stats[test.value] == test.stat for test in tests)


@pytest.mark.parametrize(
    "text", ["9" * 5000, "p = 1e999", "t(5) = 2e-999, p < 1e-300", "1,234," * 2000, "1.2.3." * 999]
)
def test_numbers_beyond_measure_are_read_or_left_out(text: str) -> None:
    page, _ = read_lines([text])
    assert all(len(token.text) < 60 for token in page.tokens)


def test_a_word_that_begins_with_a_symbol_is_no_test() -> None:
    _, tests = read_lines(["Fat 23.5 vs. 24.1 g, p = .03; Hat 3.2, p = .04; F was 3.2, p = .03."])
    assert [test.symbol for test in tests] == ["F"]


def test_the_command_prints_a_ledger(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "paper.md"
    path.write_text("In 20 women the change was t(19) = –4.87 (p < 0.001) after seven days.\n", encoding="utf-8")
    assert main(["extract", str(path)]) == 0
    out = capsys.readouterr().out
    assert out.splitlines()[0] == FIELDS
    rows = list(csv.DictReader(io.StringIO(out)))
    raw = read(path).raw
    assert [(row["text"], row["stat"], row["value"], row["comparator"]) for row in rows] == [
        ("20", "n", "20", "="), ("19", "df", "19", "="), ("–4.87", "t", "-4.87", "="),
        ("< 0.001", "p", "0.001", "<"), ("seven", "", "7", "="),
    ]  # fmt: skip
    assert all(raw[int(row["start"]) : int(row["end"])] == row["text"] for row in rows)


def test_a_document_that_is_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["extract", str(tmp_path / "none.txt")]) == 1
    assert "cannot be read" in capsys.readouterr().err


def test_languages_have_the_same_keys() -> None:
    by_name = {name: set(tree) for name, tree in trees().items() if name != "symbols"}
    assert len({frozenset(keys) for keys in by_name.values()}) == 1
    assert len({frozenset(tree["labels"]) for name, tree in trees().items() if name != "symbols"}) == 1


def test_the_five_documents(request: pytest.FixtureRequest, originals: Path) -> None:
    import extraction

    if not (originals.parent / "extraction").is_dir():
        pytest.skip("the gold list of numbers is not beside the project")
    ledgers = {path.name[:3]: list(numbers(read(path))) for path in sorted(originals.glob("*.txt"))}
    rows = extraction.gold()
    there = [extraction.in_row(ledgers[row["doc"]], int(row["start"]), int(row["end"])) for row in rows]
    assert sum(map(bool, there)) >= 0.98 * len(rows)
    assert sum(map(extraction.right, rows, there)) >= 0.95 * len(rows)
    assert [n.text for found in ledgers.values() for n in found if n.stat in extraction.STATISTICS] == ["–4.87"]
