"""Rows before and after are one outcome with the paired test beside them; where anything is in doubt, nothing is."""

from __future__ import annotations

from pathlib import Path

import made_documents as made
import pytest
from as_read import checked
from honest_occasion_rows import KINDS, Twice
from honest_papers import Paper

from reread.documents import from_text, read

COUNTED = [
    ["Answer", "Before (n)", "%", "After (n)", "%"],
    ["Low", "6", "50", "2", "17"], ["High", "6", "50", "10", "83"],
    ["Mean ± SD", "1.50 ± 0.52", "-", "1.83 ± 0.39", "-"],
]  # fmt: skip
HEADS = ["Time", "Mean ± SD", "Normality (p)", "t-value", "df", "p-value", "95% CI", "Cohen's d"]
BEFORE = ["Before massage", "1.50 ± 0.52", "0.001", "-", "-", "-", "-", "-"]
AFTER = ["After massage", "1.83 ± 0.39", "0.002", "–2.35", "11", "0.039", "–0.65 to –0.02", "0.68"]
CAPTIONS = "Table 1. Answers (n = 12).", "Table 2. Results of the paired t-test."
WHOLE = {
    "before.n": "12", "before.mean": "1.50", "before.sd": "0.52", "before.normality_p": "0.001",
    "before.count.Low": "6", "before.count.High": "6", "before.percent.Low": "50", "before.percent.High": "50",
    "after.n": "12", "after.mean": "1.83", "after.sd": "0.39", "after.normality_p": "0.002",
    "after.count.Low": "2", "after.count.High": "10", "after.percent.Low": "17", "after.percent.High": "83",
    "change.t": "–2.35", "change.df": "11", "change.p": "0.039", "change.ci.level": "95%", "change.ci.low": "–0.65",
    "change.ci.high": "–0.02", "change.d": "0.68",
}  # fmt: skip


def parts(
    after: list[str] | None = None, caption: str = CAPTIONS[1], heads: list[str] | None = None
) -> list[made.Part]:
    return [CAPTIONS[0], COUNTED, caption, [heads or HEADS, BEFORE, after or AFTER]]


def text(parts: list[made.Part]) -> str:
    return "\n\n".join(p if isinstance(p, str) else "\n".join(" | ".join(row) for row in p) for p in parts)


def printed(path: Path | str) -> dict[str, str]:
    """What is linked of the outcome that was found, by the part it plays."""
    study, _ = checked(from_text(path) if isinstance(path, str) else read(path))
    return {
        role.partition(".")[2]: v.reported.text for role, v in study.values.items() if role.startswith("outcome-1.")
    }


def told(parts: list[made.Part]) -> dict[str, str]:
    return {finding.check: finding.status for finding in checked(from_text(text(parts)))[1]}


@pytest.mark.parametrize("suffix", [suffix for suffix in made.FORMATS if suffix != ".pdf"])
def test_two_tables_of_one_outcome_are_read_as_printed(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"paper{suffix}"
    path.write_bytes(made.FORMATS[suffix](parts()))
    assert printed(path) == WHOLE


def test_the_paired_test_is_told() -> None:
    study, found = checked(from_text(text(parts())))
    assert study.file.outcomes["outcome-1"].change.test == "paired t"
    assert {f.check for f in found} >= {
        "p_statistic",
        "ci_t",
        "ci_estimate",
        "effect_from_statistic",
        "paired_t_from_groups",
        "percent_of_count",
    }
    assert {f.status for f in found} == {"consistent"}


@pytest.mark.parametrize(
    ("column", "cell", "check"),
    [
        (5, "0.001", "p_statistic"),
        (6, "–6.50 to –2.00", "ci_estimate"),
        (6, "–0.34 to –0.32", "ci_t"),
        (7, "9.80", "effect_from_statistic"),
    ],
)
def test_what_cannot_agree_is_found(column: int, cell: str, check: str) -> None:
    after = [cell if k == column else given for k, given in enumerate(AFTER)]
    assert told(parts(after))[check] == "inconsistent"


def of_change(path: str) -> set[str]:
    return {part for part in printed(path) if part.startswith("change.")}


@pytest.mark.parametrize(
    "caption",
    ["Table 2. Results.", "Table 2. Wilcoxon test or paired t-test.", "Table 2. Paired t-test after ANCOVA."],
)
def test_another_test_is_not_linked(caption: str) -> None:
    assert of_change(text(parts(caption=caption))) == set()


def test_a_test_of_fewer_people_is_not_linked() -> None:
    assert of_change(text(parts([*AFTER[:4], "9", *AFTER[5:]]))) == set()


def test_an_interval_behind_d_may_be_that_of_d() -> None:
    heads = [*HEADS[:6], "Cohen's d", "95% CI"]
    linked = of_change(text(parts([*AFTER[:6], "0.68", "0.04 to 1.30"], heads=heads)))
    assert "change.d" in linked
    assert not any(part.startswith("change.ci") for part in linked)


def test_numbers_in_both_rows_are_of_the_occasions() -> None:
    table = [
        ["Time", "Mean ± SD", "t", "p"],
        ["Before", "1.50 ± 0.52", "3.10", ".01"],
        ["After", "1.83 ± 0.39", "2.35", ".04"],
    ]
    assert of_change(text([CAPTIONS[1], table])) == set()


def test_two_rows_after_are_not_chosen_from() -> None:
    table = [
        ["Time", "Mean ± SD"],
        ["Before", "1.50 ± 0.52"],
        ["After one day", "1.83 ± 0.39"],
        ["After two", "1.9 ± 0.4"],
    ]
    assert printed(text([CAPTIONS[1], table])) == {}


@pytest.mark.parametrize("language", ["en", "id"])
def test_honest_papers_of_every_kind_are_not_accused(language: str) -> None:
    """And most of their tests are read, so that it says something."""
    linked, met = 0, set()
    for seed in range(120):
        paper = Paper(f"{seed} {language}", language)
        twice = Twice(paper, str(seed))
        said = ["All p were adjusted with the Bonferroni correction."] if paper.adjusted > 1 else []
        study, found = checked(from_text(text([*said, *twice.parts()])))
        assert not [finding for finding in found if finding.status == "inconsistent"], seed
        linked += any(role.endswith("change.t") for role in study.values)
        met.add(twice.kind)
    assert met == set(KINDS)
    assert linked > 60


def test_the_first_study_is_read_whole(originals: Path) -> None:
    (path,) = originals.glob("002_*.txt")
    linked = printed(path)
    assert {part: linked[part] for part in ("before.mean", "after.mean", "before.count.Low", "change.d")} == {
        "before.mean": "1.20", "after.mean": "1.90", "before.count.Low": "18", "change.d": "1.32",
    }  # fmt: skip
    assert {"change.t", "change.p", "change.ci.low", "change.ci.high", "after.normality_p"} <= set(linked)
