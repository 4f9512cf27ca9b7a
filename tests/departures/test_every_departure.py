"""What every departure owes, new ones included: a question, words, copies of the study, and a case that it explains."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Any

import honest
import plain_groups
import plain_study
import plain_tests
import pytest
import recovery_arms
from honest import show

from reread import checks, departures, words
from reread.explain.benign import findings_with_readings
from reread.reading.study_folder import extract
from reread.report.told import reading
from reread.study.finding import Benign
from reread.study.values import Study, study_of

SCORES = plain_study.data()


def real() -> Study:
    folder = Path(__file__).parents[2] / "studies" / "khaeriyah-sari-2025"
    found = extract(folder)
    return study_of(folder.name, found.file, found.numbers)


def one_sided() -> Study:
    """t = 1.90 with 19 degrees of freedom: p = .073, or .036 in the direction of t."""
    return plain_study.study({"change.t": "1.90", "change.p": "0.036"})


def independent() -> Study:
    before, after = SCORES.at("before"), SCORES.at("after")
    pooled = honest.root((honest.sd(before) ** 2 + honest.sd(after) ** 2) / SCORES.n)
    return plain_study.study({"change.t": show(honest.mean(SCORES.changes) / pooled, 2)})


def standard_errors() -> Study:
    size = honest.root(Fraction(SCORES.n))
    texts = {f"{occasion}.sd": show(honest.sd(SCORES.at(occasion)) / size, 3) for occasion in ("before", "after")}
    return plain_study.study(texts)


def exchanged() -> Study:
    other = {"before": "after", "after": "before"}
    moments = {
        f"{occasion}.{name}": show(of(SCORES.at(other[occasion])), 2)
        for occasion in other
        for name, of in (("mean", honest.mean), ("sd", honest.sd))
    }
    return plain_study.study(moments)


def by_hand() -> Study:
    """t from the mean change and its SD, both rounded to two decimals: 0.80 / (0.77 / √20) = 4.65, not 4.66."""
    mean, sd = (Fraction(show(x, 2)) for x in (honest.mean(SCORES.changes), honest.sd(SCORES.changes)))
    return plain_study.study({"change.t": show(mean / sd * honest.root(Fraction(SCORES.n)), 2)})


def ninety() -> Study:
    low, high = (show(end, 2) for end in honest.interval(SCORES, 90))
    return plain_study.study({"change.ci.low": low, "change.ci.high": high, "change.ci.level": "95%"})


def one_spread() -> Study:
    """Mean ± SD of the change, written as an interval."""
    mean, sd = honest.mean(SCORES.changes), honest.sd(SCORES.changes)
    ends = {"change.ci.low": show(mean - sd, 2), "change.ci.high": show(mean + sd, 2), "change.ci.level": "95%"}
    return plain_study.study(ends)


def of_each(make: Callable[[str], dict[str, Fraction]], decimals: int = 3) -> Study:
    """The study with other numbers at each occasion."""
    found = {f"{occasion}.{part}": x for occasion in ("before", "after") for part, x in make(occasion).items()}
    return plain_study.study({role: show(x, decimals) for role, x in found.items()})


def variances() -> Study:
    return of_each(lambda occasion: {"sd": honest.sd(SCORES.at(occasion)) ** 2})


def half_widths() -> Study:
    """t(19) = 2.0930 standard errors after the ±."""
    size = Fraction("2.0930") / honest.root(Fraction(SCORES.n))
    return of_each(lambda occasion: {"sd": size * honest.sd(SCORES.at(occasion))})


def columns() -> Study:
    return of_each(lambda o: {"mean": honest.sd(SCORES.at(o)), "sd": honest.mean(SCORES.at(o))}, 2)


def recoded() -> Study:
    """Fair and good taken together: 0, 1, 1."""
    answers = {o: [min(x, Fraction(1)) for x in SCORES.at(o)] for o in ("before", "after")}
    return of_each(lambda o: {"mean": honest.mean(answers[o]), "sd": honest.sd(answers[o])}, 2)


def other_rows() -> Study:
    """The counts of poor and good after in each other's place: 4 and 8."""
    counts = {label: sum(x == code for x in SCORES.at("after")) for label, code in plain_study.LABELS.items()}
    assert counts["poor"] != counts["good"]
    texts = {"after.count.poor": str(counts["good"]), "after.count.good": str(counts["poor"])}
    return plain_study.study(texts, without=("percent",))


def of_the_same_answer() -> Study:
    """Of those who are poor at either occasion, so many percent at this one."""
    codes = plain_study.LABELS
    at = {(o, label): sum(x == codes[label] for x in SCORES.at(o)) for o in ("before", "after") for label in codes}
    texts = {}
    for (occasion, label), count in at.items():
        share = Fraction(100 * count, at["before", label] + at["after", label])
        texts[f"{occasion}.percent.{label}"] = show(share, 1) + "%"
    return plain_study.study(texts)


def other_groups() -> Study:
    """18 + 12 treated and 9 + 23 controls, in each other's column, with n = 30 and 32 above."""
    groups = plain_tests.CURED
    texts = {
        f"tests.cured.groups.{at}.count.{what}": str(count)
        for at, of in zip(groups, reversed(groups), strict=True)
        for what, count in zip(("cured", "not cured"), groups[of], strict=True)
    }
    return plain_study.study(texts)


def turned() -> Study:
    """The odds ratio of one group to the other, the interval of the other to the one."""
    (a, b), (c, d) = plain_tests.CURED.values()
    return plain_study.study({"tests.cured.OR": show(Fraction(b * c, a * d), 2)})


def risk_ratio() -> Study:
    (a, b), (c, d) = plain_tests.CURED.values()
    return plain_study.study({"tests.cured.OR": show(Fraction(a, a + b) / Fraction(c, c + d), 2)})


def student() -> Study:
    """Student's t of 8 and 16 with SDs of 3 and 1: 2 / (√(85 / 22) √(3 / 16)) = 2.35; Welch's is 1.84."""
    groups = {"first": ("8", "4.00", "3.00"), "second": ("16", "6.00", "1.00")}
    texts = {
        f"tests.sleep.groups.{group}.{part}": text
        for group, values in groups.items()
        for part, text in zip(("n", "mean", "sd"), values, strict=True)
    }
    pooled = honest.root(Fraction(7 * 9 + 15, 22)) * honest.root(Fraction(3, 16))
    texts["tests.sleep.t"] = show(2 / pooled, 2)
    named = {**plain_groups.ABOUT["sleep"], "test": "Welch t"}
    return plain_study.study(texts, tests={**plain_study.ABOUT["tests"], "sleep": named})


def other_sds() -> Study:
    """The SDs of follow-up and change in each other's row."""
    return next(recovery_arms.papers("SDs of change and after exchanged", 1))


# departures that need more than the plain study has
GROUND: dict[str, Callable[[], Study]] = {"change_for_follow_up": other_sds}

# departure → a study as that departure would print it, and the check whose finding it then explains
EXPLAINS: dict[str, tuple[Any, str]] = {
    # t = 1.90 with 19 degrees of freedom: p = .073, times 3
    "adjusted_p": (lambda: plain_study.study({"change.t": "1.90", "change.p": "0.218"}), "p_statistic"),
    "rounded_inputs": (by_hand, "t_from_tables"),
    "another_n": (lambda: plain_study.study({"after.mean": "1.21"}), "grim"),  # 23 / 19
    "another_effect_size": (risk_ratio, "ratio_from_counts"),
    "change_for_follow_up": (other_sds, "t_from_groups"),
    "collapsed_codes": (recoded, "counts_mean_sd"),
    "exchanged_categories": (other_rows, "counts_mean_sd"),
    "exchanged_columns": (columns, "counts_mean_sd"),
    "exchanged_groups": (other_groups, "counts_total"),
    "exchanged_occasions": (exchanged, "counts_mean_sd"),
    "half_width_for_sd": (half_widths, "counts_mean_sd"),
    "independent_for_paired": (independent, "t_from_tables"),
    "one_sided_p": (one_sided, "p_statistic"),
    "other_codes": (lambda: plain_study.study(codes={"poor": 1, "fair": 2, "good": 3}), "counts_mean_sd"),
    "other_level": (ninety, "ci_t"),
    "percent_of_another_base": (of_the_same_answer, "percent_of_count"),
    "rounded_twice": (lambda: plain_study.study({"before.sd": "0.61"}), "counts_mean_sd"),  # 0.6048, 0.605, 0.61
    "sd_for_se": (lambda: plain_study.study({"tests.pairs.se": "1.23"}), "statistic_se"),  # 0.39 × √10
    "se_for_sd": (standard_errors, "counts_mean_sd"),
    "spread_for_ci": (one_spread, "ci_t"),
    # r = .80 and p = .006 of 10 pairs
    "statistic_for_p": (lambda: plain_study.study({"tests.link.r": "0.006", "tests.link.p": "0.80"}), "p_statistic"),
    "student_for_welch": (student, "t_from_groups"),
    "truncated": (lambda: plain_study.study({"before.sd": "0.60", "after.sd": "0.71"}), "counts_mean_sd"),
    "variance_for_sd": (variances, "counts_mean_sd"),
    "z_for_t": (real, "ci_t"),
}


@pytest.fixture(params=departures.found())
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_docstring_asks(name: str) -> None:
    told = importlib.import_module(f"reread.departures.{name}").__doc__ or ""
    assert told.split("\n\n")[0].rstrip().endswith("?"), f"departures/{name}.py: begin the docstring with a question"
    assert "Ask " in told, f"departures/{name}.py: say what to ask the authors for"


def test_variants_are_copies(name: str) -> None:
    make = GROUND.get(name, plain_study.study)
    study, same = make(), make()
    variants = list(departures.found()[name](study))
    assert variants, f"{name} has nothing to say of tests/papers/plain_study.py"
    for params, other in variants:
        assert isinstance(other, Study)
        assert other is not study
        assert other != study, f"{name} {params} changes nothing"
        assert all(isinstance(text, str) for text in params.values())
    assert (study.values, study.reading) == (same.values, same.reading), f"{name} changed the study it was given"


def test_words_render(name: str) -> None:
    say = words.load("en")
    assert say(f"departures.{name}.name")
    assert say(f"departures.{name}.ask")
    for params, _ in departures.found()[name](GROUND.get(name, plain_study.study)()):
        assert "{" not in reading(Benign(name, params), say)


def test_silent_on_a_study_without_numbers(name: str) -> None:
    study = plain_study.study()
    empty = Study("empty", study.file.model_copy(update={"outcomes": {}}), {})
    assert list(departures.found()[name](empty)) == []


# Checks admit every sign and only tell that it is turned. A paired d is also reached by readings that settle more
# findings, and these are shown first; both have tests of their own.
NOT_SHOWN = ("direction", "paired_for_independent")


@pytest.mark.parametrize("name", [name for name in departures.benign() if name not in NOT_SHOWN])
def test_it_is_found_where_it_happened(name: str) -> None:
    assert name in EXPLAINS, f"add to EXPLAINS a study that {name} explains"
    make, check = EXPLAINS[name]
    findings, broken = findings_with_readings(make(), {check})
    assert not broken
    found = [finding for finding in findings if finding.status == "inconsistent"]
    assert found, f"{check} does not mind"
    assert name in {benign.departure for finding in found for benign in finding.benign}


def test_what_is_turned_is_turned_back() -> None:
    study = turned()
    said = {
        params["turned"]: {finding.say for finding in check(other) if finding.roles[0].startswith("tests.cured.")}
        for check in [checks.found()["ci_estimate"]]
        for params, other in [({"turned": "as printed"}, study), *departures.found()["direction"](study)]
        if params.get("test", "cured") == "cured"
    }
    assert said == {"as printed": {"turned"}, "OR": {""}, "ci": {""}, "all": {"turned"}}


def test_normality_of_the_real_study() -> None:
    findings, _ = findings_with_readings(real())
    found = next(finding for finding in findings if finding.check == "normality_p")
    assert [benign.departure for benign in found.benign] == ["statistic_for_p"]


def test_a_consistent_finding_has_no_readings() -> None:
    findings, _ = findings_with_readings(plain_study.study())
    assert "inconsistent" not in {finding.status for finding in findings}
    assert not any(finding.benign or finding.tried for finding in findings)
