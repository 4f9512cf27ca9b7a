"""Are trials read as they stand, and refused where nobody could check them?"""

import re
from pathlib import Path

import pytest

from reread.appraisal.trials import COLUMNS, DESIGNS, DIRECTIONS, FILE, trials
from reread.files.problem import Problem

EVIDENCE = Path(__file__).parents[2] / "evidence"
GOOD = {
    "id": "bark", "cause": "mulch", "study": "Bark et al.", "year": "2019", "design": "two-group randomised", "n": "40",
    "compared": "mulch, against bare soil", "outcome": "height", "differs": "", "direction": "less",
    "result": "3.1 cm against 4.0 cm", "with": "3.1", "without": "4.0", "p": "0.04", "source": "Bark et al. 2019",
    "doi": "", "where": "abstract", "known": "retrieved",
}  # fmt: skip


def written(folder: Path, **changes: str) -> Path:
    cells = [f'"{cell}"' for cell in (GOOD | changes).values()]
    (folder / FILE).write_text(f"{','.join(COLUMNS)}\n{','.join(cells)}\n", encoding="utf-8")
    return folder


def test_a_row_is_read_as_it_stands(tmp_path: Path) -> None:
    bark = trials(written(tmp_path))["bark"]
    assert (bark.label, bark.n, bark.design, bark.direction) == ("Bark et al. 2019", 40, "two-group randomised", "less")
    assert {name: getattr(bark, name) for name in ("result", "p", "source")} == {
        name: GOOD[name] for name in ("result", "p", "source")
    }


def test_what_is_not_known_may_stay_empty(tmp_path: Path) -> None:
    bark = trials(written(tmp_path, year="", p="", result="", doi="", **{"with": "", "without": ""}))["bark"]
    assert (bark.label, bark.p, bark.ratio) == ("Bark et al.", "", None)


def test_two_printed_values_make_a_ratio(tmp_path: Path) -> None:
    assert trials(written(tmp_path))["bark"].ratio == pytest.approx(3.1 / 4)


def test_the_values_of_a_ratio_are_those_of_the_result() -> None:
    for trial in trials(EVIDENCE).values():
        if trial.ratio is not None:
            printed = [float(number) for number in re.findall(r"\d+(?:\.\d+)?", trial.result)]
            assert any(a / b == trial.ratio for a in printed for b in printed if b), trial.id


@pytest.mark.parametrize(
    ("column", "text", "words"),
    [
        ("source", "", "cannot be used"),
        ("where", "", "cannot be used"),
        ("cause", "", "cannot be used"),
        ("n", "", "a whole number"),
        ("n", "about 40", "a whole number"),
        ("year", "19", "a year"),
        ("with", "", "for both"),
        ("without", "0", "above 0"),
        ("without", "about 4", "one number"),
        ("design", "RCT", "two-group randomised, two-group non-randomised"),
        ("direction", "better", "more, no difference, less, not printed"),
        ("known", "memory", "retrieved, secondary"),
        ("known", "assumption", "retrieved, secondary"),
    ],
)
def test_a_refusal_names_row_and_column(tmp_path: Path, column: str, text: str, words: str) -> None:
    with pytest.raises(Problem) as refused:
        trials(written(tmp_path, **{column: text}))
    assert refused.value.place == f"line 2, column {column}"
    assert words in refused.value.write


def test_no_file_is_no_trial_and_no_column_a_problem(tmp_path: Path) -> None:
    assert trials(tmp_path) == {}
    (tmp_path / FILE).write_text("id,study\n", encoding="utf-8")
    with pytest.raises(Problem, match="no column cause"):
        trials(tmp_path)


def test_what_stands_in_the_project_says_what_it_may() -> None:
    rows = trials(EVIDENCE).values()
    assert len(rows) > 15
    assert {row.direction for row in rows} == set(DIRECTIONS)
    assert {row.design for row in rows} < set(DESIGNS)
    for row in rows:
        assert row.doi == "" or row.doi.startswith("10.")
        assert row.direction == "not printed" or row.result
        assert "memory" not in row.where


def test_no_trial_is_also_a_study_that_was_read() -> None:
    labels = {row.study.lower() for row in trials(EVIDENCE).values()}
    folders = {path.name.split("-")[0] for path in (EVIDENCE.parent / "studies").glob("*") if path.is_dir()}
    assert not {label for label in labels if label.split()[0] in folders}
