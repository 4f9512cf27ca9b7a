"""Does a word act on the results of which it speaks, and on no others?"""

from __future__ import annotations

import pytest
from as_read import checked

from reread.documents import from_text

WRONG = "The groups differed, t(38) = 1.02, p = .003."
HEADS = "| Variable | Massage (n = 30) | Control (n = 30) | t | P |\n|---|---|---|---|---|\n"
TABLE = f"Table 1. Baseline.\n\n{HEADS}| Age | 30.1 ± 5.2 | 31.2 ± 5.1 | 0.83 | 0.041 |\n"
PLAIN = "Values are mean ± SD. Groups were compared by the independent t-test."


def status(text: str, check: str = "p_statistic") -> set[str]:
    """What a check says of a document."""
    _, findings = checked(from_text(text))
    return {finding.status for finding in findings if finding.check == check}


@pytest.mark.parametrize(
    "elsewhere",
    [
        "The indirect effect was tested with a bootstrap of 5,000 samples.",
        "Mediation was examined with 10,000 bootstrapped resamples.",
        "Confidence intervals were bootstrapped.",
        "Fisher's exact test was used for categorical variables.",
        "A permutation was run besides.",
        "Efek tidak langsung diuji dengan bootstrap.",
        "The correlation held, r(38) = .40, p = .011, by permutation.",
        "References\n\nDoe, A. (2010). Permutation tests for all. Journal of Numbers, 3, 1-9.",
        "# Bootstrap methods",
        "Discussion\n\nLater work could use permutation tests.",
    ],
)
def test_a_word_about_something_else_excuses_nothing(elsewhere: str) -> None:
    assert "inconsistent" in status(f"{WRONG}\n\n{elsewhere}")
    if "\n" not in elsewhere and not elsewhere.startswith("#"):
        assert "inconsistent" in status(f"{WRONG} {elsewhere}")


@pytest.mark.parametrize(
    "said",
    [
        "P values come from 10,000 random shuffles of the group labels.",
        "All tests were permutation tests.",
        "We ran 9999 permutations per comparison.",
        "Nilai p diperoleh dengan permutasi.",
    ],
)
def test_a_sentence_about_such_results_leaves_them_open(said: str) -> None:
    assert status(f"{said}\n\n{WRONG}") == {"undecided"}
    assert status(f"{WRONG} {said}") == {"undecided"}


def test_the_result_s_own_sentence_counts_wherever_its_numbers_are_printed_again() -> None:
    own = "The groups differed, t(38) = 1.02, p = .003 (permutation test)."
    assert status(own) == {"undecided"}
    again = "| Outcome | t | df | p |\n|---|---|---|---|\n| Score | 1.02 | 38 | .003 |\n"
    assert status(f"{own}\n\n{again}") == {"undecided"}


@pytest.mark.parametrize(
    "elsewhere",
    [
        "A regression was done besides.",
        "A Bayesian model gave the same.",
        "Clusters of symptoms are described in the text.",
        "Predictors of weaning were found by regression.",
        "Interaction with the staff was filmed.",
    ],
)
def test_a_model_of_something_else_hides_no_table(elsewhere: str) -> None:
    assert status(f"{PLAIN} {elsewhere}\n\n{TABLE}") == {"inconsistent"}


@pytest.mark.parametrize(
    "said",
    ["Groups were compared with analysis of covariance.", "This is a crossover trial.", "Pairs were matched by age.",
     "Scores were log-transformed before the test."],
)  # fmt: skip
def test_means_are_not_compared_where_another_analysis_is_told(said: str) -> None:
    text = f"{PLAIN} {said}\n\n{TABLE.replace('0.83 | 0.041', '2.40 | 0.019')}"
    assert not status(text, "t_from_groups")
    assert status(text) == {"consistent"}  # p follows from t by any model


@pytest.mark.parametrize(
    ("behind", "expected"),
    [
        (" (one-tailed t test)", "consistent"),
        (", 95% CI [-Inf, 2.63] (across-subjects one-tailed t test, paired)", "consistent"),
        (", d = 0.43, 95% CI = [-4.00, ∞] (satu arah)", "consistent"),
        (", 95% CI [0.10, 2.63]; nobody expected it (one-tailed tests are rare)", "undecided"),
        (", 95% CI [0.10, 2.63], in boys (one-tailed)", "undecided"),
    ],
)
def test_a_bracket_behind_the_interval_says_how_many_sides(behind: str, expected: str) -> None:
    assert status(f"They rose, t(10) = 1.27, p = .117{behind}.") == {expected}
