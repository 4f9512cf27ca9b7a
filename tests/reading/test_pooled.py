"""Trials and what pools them, Q and its I²: what is linked, what is left alone, and what is said of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from as_read import read_and_checked

from reread import documents
from reread.reading.links import heterogeneity
from reread.reading.typed import read_lines
from reread.study.finding import Finding

A, B, C = "0.50 (0.10 to 0.90)", "0.30 (0.00 to 0.60)", "0.45 (0.05 to 0.85)"
Q1, Q2 = "Q(1) = 0.64, p = .42", "Q = 0.71, df = 2, p = .70"
OUTSIDE = [
    f"Trial A: {A}. Trial B: {B}. Pooled mean difference 1.90 (95% CI 1.50 to 2.30), {Q1}.",
    f"Trial A: {A}.\nTrial B: {B}.\nTrial C: {C}.\nPooled mean difference: 0.90 (0.70 to 1.10), {Q2}.",
    f"The pooled mean difference was 1.90 (95% CI 1.50 to 2.30; {Q1}): trial 1 {A}, trial 2 {B}.",
    "The mean difference was 0.50 (95% CI 0.10 to 0.90) in trial A and 0.30 (95% CI 0.00 to 0.60) in trial B. "
    f"Overall, the pooled mean difference was 0.80 (95% CI 0.60 to 1.00; {Q1}).",
    "Smith 2010: OR 0.50 (95% CI 0.30 to 0.80); Lee et al. (2015): OR 0.70 (95% CI 0.50 to 0.98). "
    "The pooled odds ratio was 0.92 (95% CI 0.78 to 1.08). Heterogeneity: Chi² = 1.30, df = 1 (P = 0.25).",
    "Study 1 (Smith et al., 2010): d = 0.50, 95% CI [0.10, 0.90]. Study 2 (Jones, 2012): d = 0.30, 95% CI [0.00, 0.60]"
    f". Pooling both studies gave d = 0.75, 95% CI [0.50, 1.00]; {Q1}.",
    "Selisih rerata pada uji A 0,50 (IK 95% 0,10 sampai 0,90) dan uji B 0,30 (IK 95% 0,00 sampai 0,60). Selisih rerata "
    "gabungan 1,90 (IK 95% 1,50 sampai 2,30), Q = 0,64, df = 1, p = 0,42.",
    f"Study | Mean difference (95% CI)\nAdams 2001 | {A}\nBrown 2005 | {B}\nTotal | 1.40 (1.20 to 1.60)\n\n"
    "Heterogeneity: Chi² = 0.64, df = 1 (P = 0.42)",
    "Studi | RR | IK 95%\nSari 2015 | 0,80 | 0,60-1,07\nPutri 2018 | 0,70 | 0,50-0,98\nGabungan | 0,95 | 0,80-1,13"
    "\n\nHeterogenitas: Q = 0,35, db = 1, p = 0,55",
]  # fmt: skip
ALONE = [
    f"The median stay (IQR) was told. Trial A: {A}. Trial B: {B}. Pooled mean difference -1.2 (-2.0 to -0.4), {Q1}.",
    f"We fitted a Bayesian model. Trial A: {A}. Trial B: {B}. Pooled mean difference 0.22 (0.05 to 0.41), {Q1}.",
    f"Massage: {A}. Control: {B}. The pooled mean difference was 1.90 (95% CI 1.50 to 2.30), {Q1}.",
    f"Trial A: {A}. In trial B it was smaller. Pooled mean difference 1.90 (95% CI 1.50 to 2.30), {Q1}.",
    f"Study omitted | MD (95% CI)\nAdams 2001 | {A}\nBrown 2005 | {B}\nOverall | 0.51 (0.20 to 0.82)\n\n"
    f"Heterogeneity: {Q1}",
    f"Study | MD (95% CI)\nAdams 2001 | {A}\nSubtotal | {A}\nBrown 2005 | {B}\nTotal | 1.37 (1.13 to 1.61)\n\n"
    f"Heterogeneity: {Q1}",
    f"Group | MD (95% CI)\nWomen | {A}\nMen | {B}\nTotal | 1.37 (1.13 to 1.61)\n\nHeterogeneity: {Q1}",
]  # fmt: skip


def found(text: str, tmp_path: Path) -> dict[str, Finding]:
    """The worst finding of each check."""
    path = tmp_path / "paper.txt"
    path.write_text(text, encoding="utf-8")
    _, _, findings = read_and_checked(documents.read(path))
    return {finding.check: finding for finding in reversed(findings)}


@pytest.mark.parametrize("text", OUTSIDE)
def test_a_pooled_value_outside_of_all_trials_cannot_agree(text: str, tmp_path: Path) -> None:
    assert found(text, tmp_path)["pooled"].status == "inconsistent"


@pytest.mark.parametrize("text", ALONE)
def test_nothing_is_pooled_where_it_is_not_plain(text: str, tmp_path: Path) -> None:
    assert "pooled" not in found(text, tmp_path)


def test_where_q_has_more_trials_another_may_lie_elsewhere(tmp_path: Path) -> None:
    said = found(OUTSIDE[0].replace("Q(1)", "Q(4)").replace(".42", ".96"), tmp_path)
    assert (said["pooled"].status, said["pooled"].say) == ("undecided", "freedom")
    without = found(OUTSIDE[0].partition(", Q(1)")[0] + ".", tmp_path)
    assert (without["pooled"].status, without["pooled"].say) == ("undecided", "")


@pytest.mark.parametrize("printed", ["I² = 25%", "I2 = 25.0 %", "I-squared of 25%", "I² 25%", "I^2 was 25%"])
def test_i_squared_is_read_with_its_q(printed: str, tmp_path: Path) -> None:
    text = f"Heterogeneity was high ({printed}; Q = 30.1, df = 4, p < .001)."
    assert found(text, tmp_path)["i_squared"].status == "undecided"
    usual = found(f"{text} The DerSimonian-Laird method was used.", tmp_path)
    assert usual["i_squared"].status == "inconsistent"
    other = found(f"{text} The DerSimonian-Laird method was used, and REML.", tmp_path)
    assert other["i_squared"].status == "undecided"


@pytest.mark.parametrize("printed", ["I² = 87%", "I2 = 86.7", "I² = 0.87", "I-squared of 86.7 %"])
def test_an_i_squared_that_follows_agrees(printed: str, tmp_path: Path) -> None:
    said = found(f"Trials differed ({printed}, Q(4) = 30.1). A fixed-effect model was used.", tmp_path)
    assert said["i_squared"].status == "consistent"


def test_an_i_squared_above_all_or_below_none_is_impossible(tmp_path: Path) -> None:
    for text in ("I² = 120%, Q(4) = 30.1, p < .001", "The trials differed (I² = 187%)", "I² = -12%, Q(4) = 3.6"):
        assert found(text, tmp_path)["possible_value"].status == "inconsistent"


def test_a_q_between_groups_has_no_i_squared() -> None:
    text = "Groups of trials differed, Qb(2) = 7.1, p = .03, and I² was 40%."
    assert list(heterogeneity.found(*read_lines([text]))) == []
