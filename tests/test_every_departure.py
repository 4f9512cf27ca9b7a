"""What every departure owes, new ones included: a question, words, copies of the study, and a case that it explains."""

from __future__ import annotations

import importlib
from fractions import Fraction
from pathlib import Path
from typing import Any

import honest
import plain_study
import pytest
from honest import show

from reappraise import departures, words
from reappraise.benign import findings_with_readings
from reappraise.extract.study_folder import extract
from reappraise.finding import Benign
from reappraise.finding_words import reading
from reappraise.study import Study, study_of

SCORES = plain_study.data()


def real() -> Study:
    folder = Path(__file__).parents[1] / "studies" / "khaeriyah-sari-2025"
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


# departure → a study as that departure would print it, and the check whose finding it then explains
EXPLAINS: dict[str, tuple[Any, str]] = {
    # t = 1.90 with 19 degrees of freedom: p = .073, times 3
    "adjusted_p": (lambda: plain_study.study({"change.t": "1.90", "change.p": "0.218"}), "p_t"),
    "rounded_inputs": (by_hand, "t_from_tables"),
    "another_n": (lambda: plain_study.study({"after.mean": "1.21"}), "grim"),  # 23 / 19
    "exchanged_occasions": (exchanged, "counts_mean_sd"),
    "independent_for_paired": (independent, "t_from_tables"),
    "one_sided_p": (one_sided, "p_t"),
    "other_codes": (lambda: plain_study.study(codes={"poor": 1, "fair": 2, "good": 3}), "counts_mean_sd"),
    "rounded_twice": (lambda: plain_study.study({"before.sd": "0.61"}), "counts_mean_sd"),  # 0.6048, 0.605, 0.61
    "se_for_sd": (standard_errors, "counts_mean_sd"),
    "statistic_for_p": (real, "normality_p"),
    "truncated": (lambda: plain_study.study({"before.sd": "0.60", "after.sd": "0.71"}), "counts_mean_sd"),
    "z_for_t": (real, "ci_t"),
}


@pytest.fixture(params=departures.found())
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_docstring_asks(name: str) -> None:
    told = importlib.import_module(f"reappraise.departures.{name}").__doc__ or ""
    assert told.split("\n\n")[0].rstrip().endswith("?"), f"departures/{name}.py: begin the docstring with a question"
    assert "Ask " in told, f"departures/{name}.py: say what to ask the authors for"


def test_variants_are_copies(name: str) -> None:
    study, same = plain_study.study(), plain_study.study()
    variants = list(departures.found()[name](study))
    assert variants, f"{name} has nothing to say of tests/plain_study.py"
    for params, other in variants:
        assert isinstance(other, Study)
        assert other is not study
        assert (other.values, other.reading) != (study.values, study.reading), f"{name} {params} changes nothing"
        assert all(isinstance(text, str) for text in params.values())
    assert (study.values, study.reading) == (same.values, same.reading), f"{name} changed the study it was given"


def test_words_render(name: str) -> None:
    say = words.load("en")
    assert say(f"departures.{name}.name")
    assert say(f"departures.{name}.ask")
    for params, _ in departures.found()[name](plain_study.study()):
        assert "{" not in reading(Benign(name, params), say)


def test_silent_on_a_study_without_numbers(name: str) -> None:
    study = plain_study.study()
    empty = Study("empty", study.file.model_copy(update={"outcomes": {}}), {})
    assert list(departures.found()[name](empty)) == []


def test_it_is_found_where_it_happened(name: str) -> None:
    assert name in EXPLAINS, f"add to EXPLAINS a study that {name} explains"
    make, check = EXPLAINS[name]
    findings, broken = findings_with_readings(make())
    assert not broken
    found = [finding for finding in findings if finding.check == check and finding.status == "inconsistent"]
    assert found, f"{check} does not mind"
    assert name in {benign.departure for finding in found for benign in finding.benign}


def test_a_consistent_finding_has_no_readings() -> None:
    findings, _ = findings_with_readings(plain_study.study())
    assert "inconsistent" not in {finding.status for finding in findings}
    assert not any(finding.benign or finding.tried for finding in findings)
