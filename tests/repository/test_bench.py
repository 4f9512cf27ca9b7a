"""Does the benchmark tell what became slow, in one clear line, and nothing else?"""

from __future__ import annotations

from pathlib import Path

import measured
import pytest
from measured import Row

import bench

ROWS = [
    Row("pipeline", "empty Snakemake run", (1.0, 1.0, 9.0)),
    Row("pipeline", "full run of the seven studies", (20.0, 26.0, 27.0), "empty Snakemake run", 140),
]
FULL = ("pipeline", "full run of the seven studies")


@pytest.mark.parametrize("most", [26.0, 30.0])
def test_a_run_within_bounds_is_not_told_of(most: float) -> None:
    assert bench.too_slow(ROWS, most) == []


def test_a_slow_run_is_told_with_both_numbers(monkeypatch: pytest.MonkeyPatch) -> None:
    said = "too slow: a full run takes 26.0 × an empty Snakemake run; at most 25 × are allowed"
    assert bench.too_slow(ROWS, 25) == [said]
    monkeypatch.setitem(bench.PARTS, "pipeline", lambda repeat: ROWS)
    monkeypatch.setattr("sys.argv", ["bench.py", "--only", "pipeline", "--most", "25"])
    with pytest.raises(SystemExit) as ended:
        bench.main()
    assert ended.value.code == said


def test_what_became_a_quarter_slower_than_it_landed_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert measured.slower(ROWS, {FULL: 21.0}) == []
    (told,) = measured.slower(ROWS, {FULL: 20.0})
    assert told.startswith("slower: pipeline, full run of the seven studies: 26 ×")
    assert measured.slower(ROWS, {}) == []
    monkeypatch.setattr(measured, "LANDED", tmp_path / "landed.csv")
    measured.note(ROWS)
    assert measured.landed() == {FULL: 26.0}


def test_the_table_has_a_row_for_each_with_its_spread_and_what_it_stands_beside() -> None:
    *_, first, second = measured.table(ROWS).split("\n")
    assert first == "| pipeline | empty Snakemake run | 3 | 1 | 1 – 9 |  |  |  |"
    assert second == "| pipeline | full run of the seven studies | 3 | 26 | 20 – 27 | 26 | empty Snakemake run | 140 |"
