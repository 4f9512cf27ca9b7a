"""Departures: which copies of a study they make, value by value, and what holds for the copies of any study."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from math import sqrt
from random import Random

import honest_study
import plain_study
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reread import checks, departures
from reread.study.finding import Finding
from reread.study.values import Study

NAMES = list(departures.found())
SLIPS = [name for name in NAMES if departures.is_slip(name)]


def made(name: str, study: Study, **wanted: str) -> Study:
    """The one variant with these parameters."""
    found = [other for params, other in departures.found()[name](study) if wanted.items() <= params.items()]
    assert len(found) == 1, f"{name} {wanted}: {len(found)} variants"
    return found[0]


def printed(study: Study, *roles: str) -> list[str]:
    return [study.values[role].shown for role in roles]


def middle(study: Study, role: str) -> float:
    low, high = study.values[role].interval.floats()
    return (low + high) / 2


def only(study: Study, check: str, about: str) -> Finding:
    (found,) = (finding for finding in checks.found()[check](study) if finding.roles[0] == about)
    return found


def test_slips_are_the_misprints() -> None:
    assert SLIPS == ["decimal_mark", "one_digit", "two_digits"]
    assert not set(SLIPS) & set(departures.benign())


def test_groups_exchanged() -> None:
    study = plain_study.study()
    roles = [f"tests.arms.groups.{group}.{part}" for group in "ab" for part in ("mean", "sd", "n")]
    a_mean, a_sd, a_n, b_mean, b_sd, b_n = printed(study, *roles)
    other = made("exchanged_groups", study, test="arms", groups="a, b", cells="means_sds")
    assert printed(other, *roles) == [b_mean, b_sd, a_n, a_mean, a_sd, b_n]
    other = made("exchanged_groups", study, test="arms", groups="a, b", cells="sizes")
    assert printed(other, *roles) == [a_mean, a_sd, b_n, b_mean, b_sd, a_n]


def test_columns_exchanged_keep_their_places() -> None:
    study = plain_study.study()
    other = made("exchanged_columns", study, outcome="score", columns="means_sds")
    mean, sd = study.values["score.before.mean"], study.values["score.before.sd"]
    assert printed(other, "score.before.mean", "score.before.sd") == [sd.shown, mean.shown]
    assert other.values["score.before.mean"].ids == sd.ids


def test_a_mean_below_zero_is_no_sd() -> None:
    study = plain_study.study({"before.mean": "-0.55"})
    found = [params for params, _ in departures.found()["exchanged_columns"](study)]
    assert {"outcome": "score", "columns": "means_sds"} not in found


def test_a_whole_block_exchanged() -> None:
    study = plain_study.study()
    other = made("exchanged_occasions", study, what="block")
    for tail in ("mean", "sd", "count.poor", "percent.good"):
        assert printed(other, f"score.before.{tail}", f"score.after.{tail}") == printed(
            study, f"score.after.{tail}", f"score.before.{tail}"
        )


def test_categories_taken_together() -> None:
    found = [other.codes("score") for _, other in departures.found()["collapsed_codes"](plain_study.study())]
    codes = [tuple(each.values()) for each in found if each]
    assert codes == [(0, 0, 2), (1, 1, 2), (0, 0, 1), (0, 1, 1), (0, 2, 2)]


@pytest.mark.parametrize(
    ("name", "wanted", "factor"),
    [
        ("se_for_sd", {}, sqrt(20)),
        ("half_width_for_sd", {"critical": "t"}, sqrt(20) / 2.09302),
        ("half_width_for_sd", {"critical": "z"}, sqrt(20) / 1.95996),
    ],
)
def test_what_an_sd_would_be(name: str, wanted: dict[str, str], factor: float) -> None:
    study = plain_study.study({"before.sd": "0.60"})
    other = made(name, study.read_as(critical=wanted.get("critical", "t")), outcome="score", **wanted)
    assert middle(other, "score.before.sd") == pytest.approx(0.60 * factor, rel=1e-5)


def test_the_sd_of_a_variance() -> None:
    other = made("variance_for_sd", plain_study.study({"before.sd": "0.36"}), outcome="score")
    assert other.values["score.before.sd"].interval.contains(Fraction(6, 10))


def test_an_interval_of_one_sd() -> None:
    """4.0 ± 2.0 as mean ± SD of 20: mean ± 2.093 × 2 / √20 = 0.936."""
    study = plain_study.study({"change.ci.low": "2.0", "change.ci.high": "6.0", "change.ci.level": "95%"})
    other = made("spread_for_ci", study, outcome="score", spread="sd")
    assert middle(other, "score.change.ci.low") == pytest.approx(4 - 0.936, abs=1e-3)
    assert middle(other, "score.change.ci.high") == pytest.approx(4 + 0.936, abs=1e-3)


def test_other_levels_than_the_stated() -> None:
    study = plain_study.study({"change.ci.level": "95%"}, without=("tests",))
    levels = [other.values["score.change.ci.level"].shown for _, other in departures.found()["other_level"](study)]
    assert levels == ["90", "99"]
    assert not list(departures.found()["other_level"](plain_study.study(without=("ci.level",))))


def test_percentages_of_everybody() -> None:
    study = plain_study.study({"before.percent.poor": "30%"})
    other = made("percent_of_another_base", study, outcome="score", base="40")
    assert other.values["score.before.percent.poor"].interval.contains(60)


def test_a_statistic_and_its_p() -> None:
    study = plain_study.study({"change.t": "0.03", "change.p": "2.35"})
    other = made("statistic_for_p", study, test="score")
    assert printed(other, "score.change.t", "score.change.p") == ["2.35", "0.03"]
    assert only(study, "possible_value", "score.change.p").status == "inconsistent"
    assert only(other, "possible_value", "score.change.p").status == "consistent"


def test_no_statistic_above_one_is_a_p() -> None:
    study = plain_study.study({"change.t": "4.66", "change.p": "0.030"})
    assert "score" not in {params["test"] for params, _ in departures.found()["statistic_for_p"](study)}


@pytest.mark.parametrize(
    ("effect", "meant", "text", "value"),
    [("d", "r", "0.50", 1.1547), ("d", "f", "0.25", 0.50), ("eta2", "η", "0.50", 0.25), ("eta2", "f", "0.25", 0.0588)],
)
def test_another_size_of_effect(effect: str, meant: str, text: str, value: float) -> None:
    test = "groups" if effect == "d" else "arms"
    study = plain_study.study({f"tests.{test}.{effect}": text})
    other = made("another_effect_size", study, test=test, effect=effect, meant=meant)
    assert other.values[f"tests.{test}.{effect}"].interval.contains_float(value) or middle(
        other, f"tests.{test}.{effect}"
    ) == pytest.approx(value, abs=1e-3)


def test_a_paired_d_of_two_groups() -> None:
    """t / √n = 1.86 / √10 = 0.59 of ten pairs; of two groups of ten it is 0.83."""
    study = plain_study.study({"tests.groups.d": "0.59"})
    other = made("paired_for_independent", study, test="groups")
    assert only_of_tests(study) == "inconsistent"
    assert only_of_tests(other) == "consistent"


def only_of_tests(study: Study) -> str:
    return only(study, "effect_from_statistic", "tests.groups.d").status


# A number as printed → the texts that each slip makes of it
MISPRINTED = {
    ("decimal_mark", "1.20"): {"12.0", "0.120"},
    ("decimal_mark", "-0.41"): {"−4.1", "−0.041"},
    ("two_digits", "1.20"): {"2.10", "1.02"},
    ("two_digits", "-0.41"): {"−4.01", "−0.14"},
    ("one_digit", "1.2"): {f"{k}.2" for k in range(10) if k != 1} | {f"1.{k}" for k in range(10) if k != 2},
}


@pytest.mark.parametrize(("name", "text"), MISPRINTED)
def test_misprints(name: str, text: str) -> None:
    study = plain_study.study({"change.mean": text})
    found = [(p, other) for p, other in departures.found()[name](study) if p["role"] == "score.change.mean"]
    assert {other.values["score.change.mean"].shown for _, other in found} == MISPRINTED[name, text]
    for params, other in found:
        value, place = other.values["score.change.mean"], study.values["score.change.mean"]
        assert (value.role, value.ids, value.shown) == (place.role, place.ids, params["meant"])
        assert other.printing({"score.change.mean": text}).values.keys() == study.values.keys()


def test_a_misprinted_count_stays_whole_and_a_p_at_most_one() -> None:
    study = plain_study.study({"change.p": "0.200"})
    for name in SLIPS:
        for params, other in departures.found()[name](study):
            value = other.values[params["role"]]
            assert not params["role"].endswith(".p") or 0 <= value.reported.value <= 1
            assert ".count." not in params["role"] or value.whole


@pytest.mark.parametrize(
    ("name", "role", "wrong", "check", "about"),
    [
        ("one_digit", "change.t", "4.16", "t_from_tables", "score.change.t"),
        ("two_digits", "change.t", "6.46", "t_from_tables", "score.change.t"),
        ("decimal_mark", "change.t", "46.6", "t_from_tables", "score.change.t"),
    ],
)
def test_a_misprint_is_found_where_it_happened(name: str, role: str, wrong: str, check: str, about: str) -> None:
    assert printed(plain_study.study(), "score.change.t") == ["4.66"]
    study = plain_study.study({role: wrong})
    assert only(study, check, about).status == "inconsistent"
    found = [other for p, other in departures.found()[name](study) if p["role"] == f"score.{role}"]
    assert "consistent" in {only(other, check, about).status for other in found}


def key(study: Study, other: Study) -> str:
    """What is otherwise in a variant, as a text."""
    roles = study.values.keys() | other.values.keys()
    changed = sorted(role for role in roles if study.values.get(role) != other.values.get(role))
    stated = [test.test for test in other.file.tests.values()]
    stated += [outcome.change.test for outcome in other.file.outcomes.values()]
    return str((other.reading, stated, [(role, other.values.get(role)) for role in changed]))


@given(seed=st.integers(0, 10_000), name=st.sampled_from(NAMES))
@settings(max_examples=100, deadline=None, derandomize=True)
def test_variants_of_any_study(seed: int, name: str) -> None:
    """None raises, none is the study itself, none comes twice, and the order of the numbers does not matter."""
    study = honest_study.study(Random(seed)) if seed % 4 else plain_study.study()
    found = list(departures.found()[name](study))
    assert all(other != study for _, other in found)
    as_keys = [key(study, other) for _, other in found]
    assert len(set(as_keys)) == len(as_keys), f"{name} yields one study twice"
    turned = replace(study, values=dict(reversed(study.values.items())))
    again = list(departures.found()[name](turned))
    assert sorted((str(p), key(study, s)) for p, s in found) == sorted((str(p), key(study, s)) for p, s in again)


@given(seed=st.integers(0, 10_000), name=st.sampled_from(NAMES))
@settings(max_examples=12, deadline=None, derandomize=True)
def test_checks_run_on_every_variant(seed: int, name: str) -> None:
    study = plain_study.study() if seed % 2 else honest_study.study(Random(seed))
    found = list(departures.found()[name](study))
    for _, other in found[:: max(1, len(found) // 2)]:
        with honest_study.short_lists():
            assert all(finding.roles and finding.status for finding in checks.findings(other))
