"""Which tables stay tables on a phone, and what of a cell stays on one line?"""

from __future__ import annotations

from typing import Any

import pytest

from reread.report.layout import cells, tied


def kinds(*rows: list[str]) -> set[str]:
    head = [f"c{k}" for k in range(len(rows[0]))]
    return set(cells(head, rows)["kind"].split())


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (["−1.00", "4.26", "4.35", "4.44"], set()),
        (["1"] * 9, set()),
        (["1"] * 20, {"cards", "dense"}),
        (["a review of what was measured", "1", "2"], set()),
        (["12345678"] * 4, {"cards"}),
        (["controls of the experimentations", "elsewhere", "cannot agree"], {"cards"}),
        (["0.0000123"] * 9, {"cards", "dense"}),
    ],
)
def test_longest_words_decide_what_a_phone_shows(row: list[str], expected: set[str]) -> None:
    assert kinds(row) == expected


def test_a_row_of_another_length_breaks_nothing() -> None:
    made = cells(["a", "b"], [["1", "2"], ["3"], ["4", "5", "6"]])
    assert [[cell["text"] for cell in row] for row in made["rows"]] == [["1", "2"], ["3"], ["4", "5", "6"]]
    assert cells([], [])["kind"] == ""


@pytest.mark.parametrize(
    ("text", "classes", "bare"),
    [
        ("−0.20 … 0.08", {"w"}, True),
        ("2.3 × 10⁻⁶", {"w"}, True),
        ("", {"nil"}, False),
        ("✕ 1.10", {"t-no", "w"}, True),
        ("✓ agrees", {"t-yes"}, False),
        ("0.39 – 1.01, 0.43 – 0.97", set(), True),
        ("d_z", set(), False),
    ],
)
def test_short_numbers_stay_on_one_line(text: str, classes: set[str], bare: bool) -> None:
    cell: dict[str, Any] = cells(["a"], [[text]])["rows"][0][0]
    assert set(cell["kind"].split()) == classes
    assert cell["bare"] is bare


def test_only_spaces_inside_numbers_are_tied() -> None:
    plain = "16 × 1, 4 × 2; 1.20 ± 0.41 → 1.90 ± 0.31; 80 % of −0.98 to −0.42; p ≤ 0.0013; mean ± SD"
    text = tied(plain)
    assert text.replace("\N{NO-BREAK SPACE}", " ") == plain
    assert [part.replace("\N{NO-BREAK SPACE}", "") for part in text.split(" ")] == [
        *("16×1,", "4×2;", "1.20±0.41", "→", "1.90±0.31;", "80%", "of", "−0.98", "to", "−0.42;", "p", "≤0.0013;"),
        *("mean", "±", "SD"),
    ]
