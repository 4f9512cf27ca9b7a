"""Is a p that is larger than its test excused only by words about such a p, and is that said?"""

from __future__ import annotations

import pytest
from as_read import checked

import reread
from reread.documents import from_text

LARGER = "They differed, t(38) = 2.20, p = .102, and in women, t(38) = 2.50, p = .017."
OMNIBUS = "Groups differed, F(2, 57) = 3.20, p = .144."


def said(text: str) -> list[tuple[str, str]]:
    """Status of each p, and why it is left open."""
    _, findings = checked(from_text(text))
    return [(f.status, f.unless.kind if f.unless else "") for f in findings if f.check == "p_statistic"]


@pytest.mark.parametrize("words", ["P values were Bonferroni-corrected.", "Tukey's test was used for comparisons."])
def test_it_agrees_only_if_it_was_adjusted(words: str) -> None:
    assert said(f"{words} {LARGER}") == [("undecided", "only_if"), ("consistent", "")]


def test_what_one_comparison_says_of_its_p_the_others_need_not_say_again() -> None:
    text = f"Tukey's tests: A differed from B, t(38) = 2.10, p = .102. {LARGER}"
    assert said(text) == [("undecided", "only_if"), ("undecided", "only_if"), ("consistent", "")]


def test_the_words_say_so() -> None:
    paper = reread.read_text(f"P values were Bonferroni-corrected. {LARGER}")
    assert "agrees only if p was adjusted for several tests" in paper.results[0]["allowed"]


@pytest.mark.parametrize(
    "words", ["", "Tukey's test was used for comparisons.", "Bonferroni post hoc tests were used."]
)
def test_one_f_of_several_groups_is_not_excused_by_comparisons_of_pairs(words: str) -> None:
    assert said(f"{OMNIBUS} {words}") == [("inconsistent", "")]


def test_nor_is_the_one_test_of_a_paper() -> None:
    assert said("Tukey's test was used for pairs. They differed, t(38) = 2.20, p = .102.") == [("inconsistent", "")]


def test_words_about_p_excuse_either() -> None:
    assert said(f"All p values were adjusted by the Holm method. {OMNIBUS}") == [("undecided", "only_if")]
    assert said("They differed, F(2, 57) = 3.20, p = .144 (Bonferroni-corrected).") == [("undecided", "only_if")]
