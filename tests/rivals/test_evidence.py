"""Does the loader read what is known, and refuse what nobody can check?"""

from pathlib import Path

import pytest

from reread.files.problem import Problem
from reread.rivals.evidence import ANCHORS, PARAMETERS, Anchor, Parameter, anchors, parameters

EVIDENCE = Path(__file__).parents[2] / "evidence"
HEAD = "name,value,spread,unit,n,source,doi,known\n"
GOOD = "feeds,9,7 to 11,feeds per 24 h,71,Kent 2006,10.1542/peds.2005-1417,retrieved\n"


def written(folder: Path, row: str, head: str = HEAD) -> Path:
    (folder / PARAMETERS).write_text(head + row, encoding="utf-8")
    return folder


def test_a_row_is_read(tmp_path: Path) -> None:
    feeds = parameters(written(tmp_path, GOOD))["feeds"]
    assert (feeds.value, feeds.low, feeds.high, feeds.unit, feeds.known) == (9, 7, 11, "feeds per 24 h", "retrieved")


def test_no_spread_is_a_fixed_value(tmp_path: Path) -> None:
    feeds = parameters(written(tmp_path, GOOD.replace("7 to 11", "")))["feeds"]
    assert feeds.low == feeds.value == feeds.high == 9


@pytest.mark.parametrize(
    ("old", "new", "column", "words"),
    [
        ("Kent 2006", "", "source", "cannot be used"),
        ("feeds per 24 h", "", "unit", "cannot be used"),
        ("retrieved", "memory", "known", "retrieved, secondary, assumption"),
        (",9,", ',"0,6",', "value", "decimal point"),
        (",9,", ",nan,", "value", "decimal point"),
        (",9,", ",,", "value", "decimal point"),
        ("7 to 11", "7-11", "spread", "LOW to HIGH"),
        ("7 to 11", "11 to 7", "spread", "value between them"),
        ("7 to 11", "SD 2", "spread", "value between them"),
        (",retrieved", "", "name", "as many cells"),
        (",retrieved", ",retrieved,left,over", "name", "as many cells"),
    ],
)
def test_a_refusal_names_row_and_column(tmp_path: Path, old: str, new: str, column: str, words: str) -> None:
    with pytest.raises(Problem) as refused:
        parameters(written(tmp_path, GOOD.replace(old, new)))
    assert refused.value.file.endswith(PARAMETERS)
    assert refused.value.place == f"line 2, column {column}"
    assert words in refused.value.write


def test_two_rows_of_one_name_are_refused(tmp_path: Path) -> None:
    with pytest.raises(Problem, match="line 3, column name"):
        parameters(written(tmp_path, GOOD + GOOD))


def test_a_missing_column_or_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(Problem, match="no such file"):
        anchors(tmp_path)
    with pytest.raises(Problem, match="no column unit"):
        parameters(written(tmp_path, "", HEAD.replace("unit,", "")))


def test_what_stands_in_the_project_is_complete() -> None:
    rows: list[Parameter | Anchor] = [*parameters(EVIDENCE).values(), *anchors(EVIDENCE).values()]
    assert len(rows) > 30
    for row in rows:
        assert row.source
        assert "memory" not in row.known
        assert row.doi == "" or row.doi.startswith("10.")


def test_anchors_of_one_day_lie_at_its_middle() -> None:
    for name, anchor in anchors(EVIDENCE).items():
        if "_day_" in name and "_or_" not in name:
            assert anchor.hours == 24 * (float(name.rpartition("_")[2]) - 0.5)


def test_per_kilogram_anchors_are_multiplied_as_their_note_says() -> None:
    for anchor in anchors(EVIDENCE).values():
        if "per kg times" in anchor.note:
            per_kg, kg = float(anchor.note.split()[0]), float(anchor.note.split()[-2])
            assert anchor.value == pytest.approx(per_kg * kg)


def test_the_file_names_are_those_of_the_folder() -> None:
    assert {path.name for path in EVIDENCE.glob("*.csv")} >= {PARAMETERS, ANCHORS}
