"""Does the benchmark of the pipeline fail on a slow run, in one clear line, and on no other?"""

from __future__ import annotations

import pytest

import bench

TIMES = {"empty Snakemake run": [1.0, 1.0, 9.0], "nothing to do": [1.1], "full run": [20.0, 26.0, 27.0]}


@pytest.mark.parametrize("most", [26.0, 30.0])
def test_a_run_within_bounds_is_not_told_of(most: float) -> None:
    assert bench.too_slow(TIMES, most) == ""


def test_a_slow_run_is_told_with_both_numbers() -> None:
    said = "too slow: a full run takes 26.0 × an empty Snakemake run; at most 25 × are allowed"
    assert bench.too_slow(TIMES, 25) == said
    ran: list[str] = []

    def measured(*asked: object) -> dict[str, list[float]]:
        ran.append(str(asked[0]))
        return TIMES

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(bench, "measure", measured)
        patch.setattr("sys.argv", ["bench.py", "--only", "pipeline", "--most", "25"])
        with pytest.raises(SystemExit) as ended:
            bench.main()
    assert (ended.value.code, len(ran)) == (said, 1)
