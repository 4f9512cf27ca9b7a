"""Small inputs with their right answers: honest ones that are not accused, and wrong ones that are found.

Each stands for a kind; the folder of a case or a file beside it says why its answer is right.
"""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

import reread
from reread import words
from reread.explain.benign import findings_with_readings
from reread.report.told import rendered

CASES = Path(__file__).parents[1] / "papers" / "cases"
DOCUMENTS = (".md", ".txt", ".html", ".xml", ".pdf")
NO_DOCUMENT = ("RIGHT.md", "README.md", "transcript.md")


def inputs(folder: str) -> list[str]:
    """Every case below a folder: a study's folder, or a document."""
    root = CASES / folder
    studies = [path.parent for path in root.rglob("study.yaml")]
    papers = [
        path
        for path in root.rglob("*")
        if path.suffix in DOCUMENTS and path.name not in NO_DOCUMENT and not path.name.endswith(".right.txt")
    ]
    return sorted(str(path.relative_to(CASES)) for path in [*studies, *papers])


def findings(case: str) -> pd.DataFrame:
    """What the checks say of a case."""
    path = CASES / case
    return (reread.load_study(path) if path.is_dir() else reread.read(path)).findings


def statuses(case: str) -> dict[str, set[str]]:
    """Check → its statuses."""
    found = findings(case)
    return {check: set(part["status"]) for check, part in found.groupby("check")}


@pytest.mark.parametrize("case", inputs("honest"))
def test_an_honest_case_is_not_accused_and_the_reason_is_told(case: str) -> None:
    found = findings(case)
    assert "inconsistent" not in set(found["status"])
    left_open = found[found["status"] == "undecided"]
    assert left_open["allowed"].str.contains("left open").any()


WRONG = {
    "wrong/impossible-values/chi2-negative": "possible_value",
    "wrong/impossible-values/eta-above-1": "possible_value",
    "wrong/impossible-values/r-above-1": "possible_value",
    "wrong/impossible-values/sd-negative": "possible_value",
    "wrong/impossible-values/share-100": "percent_of_count",
    "wrong/impossible-values/neg_chi.md": "possible_value",
    "wrong/impossible-values/r_gt1.md": "possible_value",
    "wrong/impossible-values/pct100.md": "percent_of_count",
    "wrong/one-sample-t/wrong-d": "effect_from_statistic",
    "wrong/se-fits-and-is-told-not-to": "range_limits",
    "wrong/p-too-large.md": "p_statistic",
    "wrong/r-above-1.md": "possible_value",
    "wrong/t-df.md": "p_statistic",
    "wrong/table-percent-slip.md": "percent_of_count",
    "probes/eta.txt": "effect_from_statistic",
    "probes/gate2.txt": "p_statistic",
    "probes/d1.txt": "effect_from_statistic",
    "probes/dx.txt": "percent_of_count",
    "probes/mw.txt": "rank_z",
    "probes/ma.txt": "p_statistic",
    "probes/sub.txt": "subgroups",
    "reading/logistic_table.md": "p_statistic",
    "reading/table_count_percent_head_N.md": "percent_of_count",
    "reading/nejm_style_ratio_not_linked.txt": "ci_estimate",
    "reading/interval-house-styles/apa.md": "ci_estimate",
    "reading/interval-house-styles/bmj.md": "ci_estimate",
    "reading/interval-house-styles/jama.md": "ci_estimate",
    "reading/interval-house-styles/nejm.md": "ci_estimate",
    "reading/interval-house-styles/rr_semicolon.md": "ci_estimate",
    "probes/reg.txt": "statistic_se",
    "reading/sizes_and_means_not_compared.txt": "t_from_groups",
    "reading/word_regression_hides_group_table.md": "p_statistic",
    "reading/p_too_large_is_only_not_decided.txt": "p_statistic",
}


@pytest.mark.parametrize(("case", "check"), WRONG.items())
def test_a_wrong_case_is_found(case: str, check: str) -> None:
    assert "inconsistent" in statuses(case)[check]


def test_a_letter_names_no_statistic_that_it_does_not_mean() -> None:
    for case in ("reading/M_row_is_male_not_mean.md", "reading/d_z_read_as_z.txt"):
        assert set(findings(case)["status"]) == {"consistent"}


def test_sizes_of_effect_and_means_are_compared_with_the_test_of_their_sentence() -> None:
    said = statuses("reading/sizes_and_means_not_compared.txt")
    assert "inconsistent" in said["effect_from_statistic"]  # partial η² of F
    assert said["t_from_groups"] == {"inconsistent"}
    assert said["d_from_groups"] == {"undecided"}


@pytest.mark.parametrize("case", ["reading/veto_one_word_body.txt", "reading/veto_one_word_in_reference_title.txt"])
def test_a_word_elsewhere_keeps_no_result_from_its_check(case: str) -> None:
    said = statuses(case)
    assert said["p_statistic"] == {"consistent"}


def test_a_d_in_prose_is_put_beside_its_t_and_sizes() -> None:
    """Without SDs another definition may give it, so it is told and left open."""
    found = findings("wrong/d-prose.md")
    (row,) = [row for _, row in found.iterrows() if row["check"] == "effect_from_statistic"]
    assert row["status"] == "undecided"
    assert "n = 20 + 20 gives t √(1/n₁ + 1/n₂): 0.83" in row["allowed"]


def test_a_pooled_value_has_an_answer_for_each_of_its_three_faults() -> None:
    """Its p cannot be; two of three trials and an untold I² leave the others open, and both are told."""
    said = statuses("probes/ma.txt")
    assert {check: said[check] for check in ("p_statistic", "pooled", "i_squared")} == {
        "p_statistic": {"inconsistent"}, "pooled": {"undecided"}, "i_squared": {"undecided"},
    }  # fmt: skip


def test_an_impossible_value_silences_no_other_check() -> None:
    assert statuses("wrong/impossible-values/sd-negative")["t_from_groups"] == {"consistent"}


def test_a_test_against_a_norm() -> None:
    assert "inconsistent" not in set(findings("wrong/one-sample-t/honest")["status"])
    assert "ci_p" not in statuses("wrong/one-sample-t/honest")
    shifted = findings("wrong/one-sample-t/wrong-interval").set_index("check").loc["ci_from_one_sample"]
    assert (shifted["status"], shifted["kind"]) == ("undecided", "implausible")


def test_a_reading_that_fits_is_not_told_as_one_that_does_not() -> None:
    study = reread.load_study(CASES / "wrong/se-fits-and-is-told-not-to").study
    finding = next(f for f in findings_with_readings(study)[0] if f.status == "inconsistent")
    tried = rendered(finding, study, words.load("en"))["words"]["tried"]
    assert "standard errors printed as SDs" in tried.split("None makes it agree.")[1]


@pytest.mark.parametrize(
    ("case", "check", "says"),
    [
        ("probes/r2.txt", "effect_from_statistic", "another definition"),
        ("reading/blocks_without_n.md", "percent_of_count", "10 / 128"),
        ("reading/no-percent-label/nop.md", "percent_of_count", "3 / 241"),
        ("reading/no-percent-label/nop_n.md", "percent_of_count", "3 / 241"),
        ("reading/no-percent-label/nop2.md", "percent_of_count", "12 / 20 = 60.0 %, not 70 %"),
        ("reading/no-percent-label/nop2_n.md", "percent_of_count", "12 / 20 = 60.0 %, not 70 %"),
        ("probes/pw.txt", "planned_size", "63 are needed"),
        ("probes/ma.txt", "i_squared", "Q(2) = 15.2 gives 86.8 … 86.9 %, not 0 %"),
        (
            "probes/ma.txt",
            "pooled",
            "and 1.90 lies outside; the degrees of freedom of Q are those of 3 trials",
        ),
        ("probes/hr.txt", "ci_estimate", "far from its middle"),
        ("reading/ratio_interval_lost_point.txt", "ci_estimate", "with 0.95 in place of 95"),
        ("probes/rct.md", "p_from_groups", "left open: no statistic is printed beside it"),
    ],
)
def test_what_cannot_be_decided_says_why(case: str, check: str, says: str) -> None:
    found = findings(case)
    row = found[found["check"] == check].iloc[0]
    assert row["status"] == "undecided"
    assert says in row["allowed"]


READ = {
    "reading/blank-corner-shift/paper.md": set(),
    "reading/blank-corner-shift/paper.html": set(),
    "reading/lancet-mid-dot/honest.md": set(),
    "reading/lancet-mid-dot/wrong.md": {"p_statistic"},
    "reading/spaced-decimals/honest.md": set(),
    "reading/spaced-decimals/wrong.md": {"p_statistic"},
    "reading/math_letters.pdf": set(),
}


@pytest.mark.parametrize(("case", "accused"), READ.items())
def test_numbers_are_read_exactly(case: str, accused: set[str]) -> None:
    said = statuses(case)
    assert {check for check, status in said.items() if "inconsistent" in status} == accused
    assert "blank" in case or "p_statistic" in said


def test_shares_cut_off_with_decimal_commas() -> None:
    found = findings("reading/id_frequency_table.md")
    assert set(found["status"]) == {"consistent"}
    assert (found["check"] == "percent_of_count").sum() == 4


def test_the_ends_of_an_interval_in_reverse_order_are_told_and_read_both_ways() -> None:
    found = findings("reading/nejm_style_ratio_not_linked.txt")
    assert (found["status"] == "inconsistent").sum() == 2
    assert found["allowed"].str.contains("reverse order").any()


@pytest.mark.parametrize("stem", ["cnt_{}.md", "tp_{}.md", "occ_{}.md", "h_{}.html"])
def test_an_empty_corner_says_what_a_named_one_says(stem: str) -> None:
    empty, named = (f"reading/blank-corner-silent/{stem.format(corner)}" for corner in ("empty", "named"))
    assert statuses(empty) == statuses(named)
    assert statuses("reading/blank-corner-silent/blank.md") == statuses("reading/blank-corner-silent/named.md")
