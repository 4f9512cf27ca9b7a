"""Does a study of one group before and after say how large a change with time alone prints the same?"""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from honest_study import direct, through_the_door
from honest_tests import direct as of_tests

from reread import words
from reread.appraisal.judge import appraisal
from reread.appraisal.second_answer import points
from reread.statistics.truncated import distance, returning
from reread.study.flow import Eligible
from reread.study.values import Study

STUDIES = Path(__file__).parents[2] / "studies"
ABOUT: dict[str, Any] = {"label": "Pain", "measure": "continuous", "unit": "cm", "test": "paired t", "codes": {}}
MEANS = {
    "n": ["20"], "score.before.mean": ["6.20"], "score.before.sd": ["1.50"],
    "score.after.mean": ["4.10"], "score.after.sd": ["1.60"],
}  # fmt: skip
COUNTS = {
    "n": ["20"], "score.before.count.low": ["18"], "score.before.count.adequate": ["2"],
    "score.after.count.low": ["4"], "score.after.count.adequate": ["16"],
}  # fmt: skip


def said(study: Study, language: str = "en") -> list[str]:
    say = words.load(language)
    return [say(f"appraisal.open.{point}", **told) for point, told in points(study)]


def changed(study: Study, **update: object) -> Study:
    return replace(study, file=study.file.model_copy(update=update))


def let_in(study: Study, part: str, cut: str) -> Study:
    role = f"eligibility.score.{part}"
    limits = Eligible.model_validate({part: [f"cut {{{cut}}}"]})
    return changed(study, eligibility={"score": limits}).printing({role: cut})


def test_means_say_which_change_with_time_prints_all() -> None:
    (told,) = said(direct(MEANS, ABOUT))
    assert told == (
        "In Pain, a mean fall of 2.10 cm with time alone (1.40 SD of the first measurement) would print all of it; "
        "how far such people fall by themselves in that time decides."
    )
    rng = np.random.default_rng(1)
    first = rng.normal(6.2, 1.5, 100_000)
    moved = first - 2.1 + rng.normal(0, 0.5, len(first))
    assert moved.mean() == pytest.approx(4.1, abs=0.02)


def test_a_standard_error_is_no_sd() -> None:
    study = direct({**MEANS, "score.before.se": ["0.30"]}, ABOUT)
    assert "(1.40 SD" in said(study)[0]
    assert "(1.57 SD" in said(study.with_values({"score.before.sd": None}))[0]


def test_without_a_first_sd_no_sd_is_told() -> None:
    (told,) = said(direct(MEANS, ABOUT).with_values({"score.before.sd": None}))
    assert told.startswith("In Pain, a mean fall of 2.10 cm with time alone would print all of it;")


def test_a_rise_is_no_fall() -> None:
    turned = direct(MEANS, ABOUT).printing({"score.before.mean": "4.10", "score.after.mean": "6.20"})
    assert said(turned)[0].startswith("In Pain, a mean rise of 2.10 cm")


def test_counts_say_how_many_have_to_leave() -> None:
    (told,) = said(direct(COUNTS, {**ABOUT, "measure": "binary"}))
    assert told.startswith(
        "In Pain, if 14 of the 18 in “low” before (78 %) leave it with time alone and nobody comes to it, "
        "4 are there after, as printed;"
    )
    one = direct({role: text for role, text in COUNTS.items() if "low" not in role}, ABOUT)
    assert "if 14 of the 18 not in “adequate” before (78 %) come to it" in said(one)[0]
    assert not said(one.with_values({"n": None}))  # of how many is not told


def test_counts_that_miss_somebody_say_nothing() -> None:
    assert not said(direct({**COUNTS, "score.after.count.low": ["3"]}, ABOUT))
    assert not said(direct(COUNTS, {**ABOUT, "counted": "answers"}))


def test_percentages_say_which_part_has_to_leave() -> None:
    percent = {
        role.replace("count", "percent"): [f"{5 * int(text[0])}%"] for role, text in COUNTS.items() if role != "n"
    }
    (told,) = said(direct(percent, ABOUT))
    assert told.startswith("In Pain, if 78 % of those in “low” before leave it with time alone")


def test_t_alone_is_told_in_sds_of_the_changes() -> None:
    (told,) = said(direct({"n": ["25"], "score.change.t": ["-4.00"]}, ABOUT))
    assert told.startswith("In Pain, a mean change of 0.80 SD of the changes with time alone would print its t;")
    assert not said(direct({"n": ["25"], "score.change.t": ["4.00"]}, {**ABOUT, "test": "independent t"}))
    assert not said(changed(direct({"n": ["25"], "score.change.t": ["4.00"]}, ABOUT), methods=("transformed",)))


def test_a_mean_change_alone_has_no_direction() -> None:
    (told,) = said(direct({"n": ["25"], "score.change.mean": ["-0.60"], "score.change.sd": ["1.20"]}, ABOUT))
    assert told.startswith("In Pain, a mean change of 0.60 cm with time alone (0.50 SD of the changes)")


def test_medians_are_moved_by_a_change_of_everybody() -> None:
    (told,) = said(direct({"n": ["25"], "score.before.median": ["3"], "score.after.median": ["5"]}, ABOUT))
    assert told.startswith("In Pain, a rise of 2.00 cm that everybody has with time alone")


def test_means_of_different_people_are_no_change() -> None:
    some = direct({**MEANS, "score.before.n": ["20"], "score.after.n": ["17"]}, ABOUT)
    assert not said(some)
    assert "a mean change of 1.90 cm" in said(some.printing({"score.change.mean": "1.90"}))[0]


def test_the_result_that_the_study_rests_on_comes_first() -> None:
    groups = {f"tests.{name}.groups.{when}.{part}": [text] for name, after in (("sleep", "7.0"), ("mood", "9.0"))
              for when, mean in (("pre", "6.0"), ("post", after))
              for part, text in (("n", "20"), ("mean", mean), ("sd", "2.0"))}  # fmt: skip
    about = {name: {"label": name.title(), "test": "paired t"} for name in ("sleep", "mood")}
    study = of_tests(groups, about)
    design = study.file.design.model_copy(update={"kind": "one-group pretest-posttest"})
    study = changed(study, design=design)
    assert said(study)[0].startswith(
        "In Sleep, a mean change of 1.00 between “pre” and “post” with time alone (0.50 SD"
    )
    assert said(changed(study, rests_on=("tests.mood.groups.pre.mean",)))[0].startswith(
        "In Mood, a mean change of 3.00"
    )
    before = {name: test.model_copy(update={"occasion": "baseline"}) for name, test in study.file.tests.items()}
    assert not said(changed(study, tests=before))


@pytest.mark.parametrize("rival", ["natural_course", "regression_to_the_mean"])
def test_a_named_rival_says_it_alone(rival: str) -> None:
    assert not said(changed(direct(MEANS, ABOUT), rivals={rival: {"outcome": "score"}}))


def test_a_cut_says_which_correlation_brings_people_back() -> None:
    """Simulated: N(5, 2²), those of 6 or more, read again with the correlation that is told."""
    r, rng = 0.3, np.random.default_rng(2)
    first = rng.normal(5, 2, 2_000_000)
    second = 5 + r * (first - 5) + 2 * np.sqrt(1 - r * r) * rng.standard_normal(len(first))
    kept = first >= 6
    texts = {"before.mean": first[kept].mean(), "before.sd": first[kept].std(ddof=1), "after.mean": second[kept].mean()}
    study = direct({"n": ["900"], **{f"score.{role}": [f"{x:.3f}"] for role, x in texts.items()}}, ABOUT)
    assert len(said(study)) == 1
    _, told = said(let_in(study, "at_least", "6"))
    ends = [float(end) for end in re.findall(r"0\.\d+", told)]
    assert told.startswith("If the first reading let people in (6 or more)")
    assert ends[0] - 0.01 <= r <= ends[-1] + 0.01
    # a cut at the end from which the change leads away lets nobody come back
    assert len(said(let_in(study, "at_most", "12"))) == 1


def test_a_change_beyond_the_mean_is_printed_in_part() -> None:
    study = let_in(direct({**MEANS, "score.before.sd": ["1.00"], "score.after.mean": ["1.00"]}, ABOUT), "at_least", "5")
    told = said(study)[1]
    away = distance(5.0, 6.2, 1.0)
    assert away is not None
    assert returning(5.2, away) < 0
    low, high = re.search(r"at most (\d+)(?: … (\d+))? %", told).groups()  # type: ignore[union-attr]
    assert int(low) <= round(100 * away / 5.2) <= int(high or low)


@pytest.mark.parametrize(("cut", "mean", "sd"), [(5.0, 6.0, 2.0), (5.0, 9.0, 1.0), (5.0, 6.0, 0.0)])
def test_what_no_usual_cut_leaves_says_nothing(cut: float, mean: float, sd: float) -> None:
    assert distance(cut, mean, sd) is None


@pytest.mark.parametrize("language", words.languages())
def test_every_sentence_is_there_in_every_language(language: str) -> None:
    named = {"label": "x", "unit": " y", "d": "1", "sd": "2", "first": "a", "second": "b", "moved": "1", "all": "2",
             "percent": "50", "category": "c", "after": "1", "cut": "3", "r": "0.5"}  # fmt: skip
    say = words.load(language)
    keys = [key for key in say.branch("appraisal.open") if key.startswith(("time_", "returning_"))]
    assert len(keys) == 18
    assert len({say(f"appraisal.open.{key}", **named) for key in keys}) == len(keys)


def test_units_are_told_in_the_language_of_the_page(tmp_path: Path) -> None:
    say = words.load("id").with_texts({"cm": "sentimeter", "Pain": "Nyeri"})
    (told,) = appraisal(tmp_path, direct(MEANS, ABOUT), [], say)["design"]["open"]
    assert told.startswith(
        "Dalam Nyeri, rerata yang turun 2.10 sentimeter oleh waktu saja (1.40 SD pengukuran pertama)"
    )


@pytest.mark.parametrize("name", ["khaeriyah-sari-2025", "pratama-nining-2023", "back-massage-oxytocin-blood"])
def test_studies_with_rivals_or_without_numbers_keep_their_answers(name: str) -> None:
    assert points(through_the_door(STUDIES / name)) == []
