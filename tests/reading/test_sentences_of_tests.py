"""What is linked of a sentence that prints groups, a coefficient, ranks or shares beside its test?"""

from __future__ import annotations

import pytest
from as_read import checked

from reread.documents import from_text

GROUPS = "Women (M = 5.2, SD = 1.4, n = 20) and men (M = 4.2, SD = 1.5, n = 22) differed, t(40) = {t}, p = {p}{d}."


def said(text: str, check: str) -> list[str]:
    """What a check says of a document."""
    _, findings = checked(from_text(text))
    return [finding.status for finding in findings if finding.check == check]


@pytest.mark.parametrize(("t", "status"), [("2.23", "consistent"), ("4.23", "inconsistent")])
def test_t_of_two_groups_in_its_sentence(t: str, status: str) -> None:
    assert said(GROUPS.format(t=t, p=".031", d=""), "t_from_groups") == [status]
    braces = f"The groups (n = 20, M = 5.2 ± 1.4) and (n = 22, M = 4.2 ± 1.5) differed, t(40) = {t}, p = .031."
    assert said(braces, "t_from_groups") == [status]


def test_d_of_two_groups() -> None:
    assert said(GROUPS.format(t="2.23", p=".031", d=", d = 0.69"), "d_from_groups") == ["consistent"]


@pytest.mark.parametrize(
    "text",
    [
        GROUPS.format(t="4.23", p=".001", d="").replace("t(40)", "t(39)"),  # other people
        GROUPS.format(t="4.23", p=".001", d=" in an ANCOVA"),
        "Groups were compared by ANCOVA. " + GROUPS.format(t="4.23", p=".001", d=""),
        GROUPS.format(t="4.23", p=".001", d=" and t(40) = 2.23 in the other"),
        GROUPS.format(t="4.23", p=".001", d="").replace("SD", "SE"),
    ],
)
def test_another_analysis_is_not_held_against_the_means(text: str) -> None:
    assert not said(text, "t_from_groups")


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("b = 0.50, SE = 0.10, t(98) = 5.00, p < .001, 95% CI [0.30, 0.70].", "consistent"),
        ("b = 0.50, SE = 0.10, t(98) = 2.00, p = .048, 95% CI [0.30, 0.70].", "inconsistent"),
        ("b = 0.50, SE = 0.10, t(98) = 2.00, p = .048.", "undecided"),  # b may be a standardised one
        (
            "b = 0.50, SE = 0.10, t(98) = 2.00, p = .048, 95% CI [0.00, 1.00].",
            "undecided",
        ),  # whose error?
    ],
)
def test_a_coefficient_over_its_error(text: str, status: str) -> None:
    assert said(f"Age told, {text}", "statistic_se") == [status]


@pytest.mark.parametrize(("z", "status"), [("-2.87", "consistent"), ("-2.95", "consistent"), ("-0.40", "inconsistent")])
def test_z_of_u_and_sizes(z: str, status: str) -> None:
    assert said(f"The ranks differed, U = 12, z = {z}, p = .004, n1 = 10, n2 = 10.", "rank_z") == [status]


@pytest.mark.parametrize(("percent", "status"), [("87.9%", "consistent"), ("81.9%", "inconsistent")])
def test_a_percentage_before_its_count(percent: str, status: str) -> None:
    assert said(f"Sensitivity was {percent} (29/33).", "percent_of_count") == [status]
    assert said(f"Of them {percent} (29 of 33 women) came.", "percent_of_count") == [status]


@pytest.mark.parametrize(("d", "found"), [("0.35", []), ("0.71", []), ("2.20", []), ("2.80", ["inconsistent"])])
def test_no_design_gives_so_great_a_d(d: str, found: list[str]) -> None:
    assert said(f"They differed, t(38) = 2.20, p = .034, d = {d}.", "effect_from_statistic") == found


@pytest.mark.parametrize("name", ["partial eta squared", "partial η²", "η p 2", "ηp²"])
def test_names_of_eta(name: str) -> None:
    assert said(f"It mattered, F(1, 58) = 4.52, p = .038, {name} = .37.", "effect_from_statistic") == ["inconsistent"]
    assert said(f"It mattered, F(1, 58) = 4.52, p = .038, {name} = .07.", "effect_from_statistic") == ["consistent"]


FORMS = [  # with a p or a share that follows, and with one that does not
    ("Groups differed (t38 = 2.20, P = {}).", ".034", ".34", "p_statistic"),
    ("Groups differed (F1,58 = 4.52, P = {}).", ".038", ".38", "p_statistic"),
    ("It differed, F(1, 58) = 4.52, MSE = 12.1, p = {}.", ".038", ".38", "p_statistic"),
    ("It differed (chi-square = 4.52, df = 1, p = {}).", ".034", ".001", "p_statistic"),
    ("It differed (χ2 = 4.52, 1 df, p = {}).", ".034", ".001", "p_statistic"),
    ("Of the 120 women, {} (37.5%) came.", "45", "54", "percent_of_count"),
    ("Dari 120 responden, {} (37,5%) datang.", "45", "54", "percent_of_count"),
    ("{} women of 120 (37.5%) came.", "45", "54", "percent_of_count"),
    ("In the control group {} of 120 (37.5%) came.", "45", "54", "percent_of_count"),
]


@pytest.mark.parametrize(("form", "right", "wrong", "check"), FORMS)
def test_forms_in_which_one_number_follows(form: str, right: str, wrong: str, check: str) -> None:
    assert said(form.format(right), check) == ["consistent"]
    assert said(form.format(wrong), check) == ["inconsistent"]


@pytest.mark.parametrize(
    ("form", "right", "wrong"),
    [
        ("MD {}, 95% CI 2.9 to 4.1.", "3.5", "2.1"),
        ("SMD = {} (95% CI: 0.50, 0.90).", "0.70", "0.45"),
        ("It was β = {}, 95% CI [0.50, 0.90].", "0.70", "0.45"),
        ("The mean age was {} years (95% CI 25.0 to 26.0).", "25.5", "24.5"),
    ],
)
def test_estimates_in_their_intervals(form: str, right: str, wrong: str) -> None:
    assert said(form.format(right), "ci_estimate") == ["consistent"]
    assert said(form.format(wrong), "ci_estimate") == ["undecided"]


def test_a_correlation_with_n() -> None:
    assert said("Scores correlated (r = .52, n = 40, p = .001).", "p_statistic") == ["consistent"]
    assert said("Scores correlated (r = .52, n = 40, p = .41).", "p_statistic") == ["undecided"]


@pytest.mark.parametrize("text", ["At t1 = 5.2, p = .03.", "The first formant, F1 = 500, p = .03.", "Items t1,2 = 3."])
def test_letters_with_a_digit_that_are_no_tests(text: str) -> None:
    assert not said(text, "p_statistic")


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("r(58) = .32, p = .012, 95% CI [.07, .53]", "consistent"),
        ("r(58) = .32, 95% CI [.07, .53], p = .012", "consistent"),
        ("r = .32, p = .012, 95% CI [.07, .53], n = 60", "consistent"),
        ("r(58) = .32, p = .012, 95% CI [.17, .63]", "undecided"),  # resampled, perhaps
    ],
)
def test_a_correlation_in_its_interval(text: str, status: str) -> None:
    assert said(f"Age and sleep were related, {text}.", "correlation_ci") == [status]


def test_the_interval_of_something_else_is_not_the_correlation_s() -> None:
    for text in ("r(58) = .32, p = .012; OR = 1.5, 95% CI [1.1, 2.0]", "r(11.9) = .80, 95% CI [1.2, 6.4], p < .001"):
        assert not said(f"They were related, {text}.", "correlation_ci")


@pytest.mark.parametrize(
    "text",
    [
        "Milk rose from 24.78 to 40.36 mL, an increase of {}.",
        "Milk increased by {}, from 24.78 mL to 40.36 mL.",
        "The volume went up from 24.78 (SD 3.1) to 40.36 mL (SD 8.2), a {} increase.",
        "Pada ibu nifas volume ASI naik dari 24,78 menjadi 40,36 mL (kenaikan {}). Uji t memberi p = 0,001.",
    ],
)
def test_a_percent_change_follows_from_its_means(text: str) -> None:
    assert said(text.format("63%"), "percent_change") == ["consistent"]
    assert said(text.format("83%"), "percent_change") == ["undecided"]  # the mean of everybody's own, perhaps


@pytest.mark.parametrize(
    "text",
    [
        "The prevalence rose from 20% to 30%, an increase of 10%.",  # in points
        "Stays fell from 5 to 3 days after surgery, a decrease of 20%.",
        "It grew from 2010 to 2015 by 20%.",
        "Milk rose from 24.78 to 40.36 mL. An increase of 83% was seen elsewhere.",
        "Milk rose from 24.78 to 40.36 mL in 45 women, 83% of them at home.",
    ],
)
def test_a_percentage_of_something_else_is_no_percent_change(text: str) -> None:
    assert not said(text, "percent_change")
