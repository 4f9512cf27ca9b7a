"""No honest document is accused when nobody has told which number plays which part; and a changed number is noticed."""

from __future__ import annotations

import pytest
from as_read import checked
from misreading import told

from reread.documents import from_text
from reread.reading.typed import read_lines
from reread.study.finding import Finding


def findings(text: str) -> list[Finding]:
    return checked(from_text(text))[1]


def status(text: str, check: str) -> list[str]:
    return [finding.status for finding in findings(text) if finding.check == check]


def test_honest_documents_in_every_format_are_not_accused() -> None:
    said, wrong, counted = told(range(96))
    assert not wrong
    assert sum(count for (_, what), count in counted.items() if what == "linked") > 600
    met = {check for (check, what), count in said.items() if what == "consistent" and count}
    assert met >= {"ci_estimate", "ci_p", "grim", "p_statistic", "percent_of_count"}


@pytest.mark.parametrize(
    ("text", "check"),
    [
        ("It differed, t(28) = 2.20, p = .001.", "p_statistic"),
        ("Terdapat perbedaan, t(28) = 2,20; p = 0,001. Rerata 2,4 dan 3,1.", "p_statistic"),
        ("F(2, 42) = 13.70, d = 0.3, p = .01", "p_statistic"),
        ("χ²(1, N = 90) = 3.84, p = .60", "p_statistic"),
        ("| Outcome | t | df | p |\n|---|---|---|---|\n| Pain | 2.20 | 28 | 0.001 |", "p_statistic"),
        ("OR = 9.30 (95% CI 1.10 to 4.80)", "ci_estimate"),
        ("In all 15 of 20 (80%) answered.", "percent_of_count"),
        ("In all 9 of 10 women (95%) answered.", "percent_of_count"),
        ("Sebanyak 15 dari 20 (80%) menjawab.", "percent_of_count"),
    ],
)
def test_what_cannot_agree_is_found(text: str, check: str) -> None:
    assert status(text, check) == ["inconsistent"]


@pytest.mark.parametrize(
    "text",
    [
        "It differed, t(28) = 2.20, p = .018.",  # one-sided
        "With Bonferroni's correction, t(28) = 2.20, p = .11.",
        "A bootstrap test gave t(28) = 2.20, p = .11.",
        "t(28) = 2.20, and for the interaction we found p = .36.",
        "t(28) = 2.20 after 14 days, p = .36",
        "The Wilcoxon test gave z = 2.20, p = .25.",
        "The score fell from 9.3 to a mean of 8.1 (95% CI 1.1 to 3.1).",
        "β = 0.35, 95% CI [1.2, 1.8]",
        "r(28) = .50, 95% CI [.17, .73], p = .0001",
        "a mean difference of 2.3 points, 95% CI [3.1, 4.2]",
        "Weighted shares: 15 of 20 (80%) answered.",
        "15 of 20 clinics took part (80%), 9 of 10 said (95%)",
        "t(28) ¼ 2.20, p ¼ .36",  # signs lost in a PDF
        "The scores were 5.19 ± 1.20 (n = 28).",
        "| Model | OR | aOR | 95% CI | 95% CI |\n|---|---|---|---|---|\n| Age | 2.3 | 9.1 | 1.1-4.8 | 7.0-11.8 |",
    ],
)
def test_what_the_print_leaves_open_is_not_decided(text: str) -> None:
    assert not [finding for finding in findings(text) if finding.status == "inconsistent"]


@pytest.mark.parametrize(
    ("head", "cell", "stats"),
    [
        ("aOR (95% CI)", "2.30 (1.10-4.81)", ["OR", "ci_low", "ci_high"]),
        ("Mean difference (95% CI)", "-2.3 (-3.1 to -1.5)", ["md", "ci_low", "ci_high"]),
        ("β (95% CI)", "0.35 (0.13, 0.57)", ["", "ci_low", "ci_high"]),
        ("95% CI", "1.01-4.81", ["ci_low", "ci_high"]),
        ("β (SE)", "0.35 (0.11)", ["", ""]),
    ],
)
def test_an_estimate_and_its_interval_in_one_cell(head: str, cell: str, stats: list[str]) -> None:
    page, _ = read_lines([f"Variable | OR | {head} | p", f"Age | 1.05 | {cell} | .03"])
    levels = "95%" in head
    assert page.stats[levels:] == ["OR", *stats, "p"]
    assert not [finding for finding in findings(from_text(f"Variable | OR | {head}\nAge | 1.05 | {cell}").raw)
                if finding.status == "inconsistent"]  # fmt: skip


def test_tables_below_one_another_have_their_own_heads() -> None:
    rows = ["Outcome | χ² | df | p", "Site | 3.84 | 1 | .05", "Outcome | t | df | p", "Pain | 2.20 | 28 | .036"]
    assert status("\n".join(rows), "p_statistic") == ["consistent", "consistent"]
