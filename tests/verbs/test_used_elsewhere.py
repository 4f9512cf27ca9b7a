"""Which numbers does something else than a check use, so that they are not called unchecked?"""

from __future__ import annotations

import numpy as np
from honest_tests import direct
from two_arms import Arms, study_of_arms

from reread import checks, words
from reread.study.values import Study
from reread.verbs.check import checked, elsewhere, unchecked

SAY = words.load("en")


def trial() -> Study:
    rng = np.random.default_rng(2)
    arms: Arms = {}
    for name, n in (("control", 26), ("treated", 29)):
        before = rng.normal(80, 5, n)
        arms[name] = before, before + rng.normal(2, 5, n)
    return study_of_arms(arms, changes=True)


def test_numbers_of_an_adjusted_analysis_are_not_called_unchecked() -> None:
    study = trial()
    used = dict(elsewhere(study))
    assert used["tests.before.groups.control.mean"] in ("adjusted", "characteristics")
    assert ("tests.before.groups.treated.sd", "adjusted") in elsewhere(study)
    assert ("tests.gain.groups.treated.sd", "adjusted") in elsewhere(study)
    findings = checks.findings(study)
    left = {row["role"] for row in unchecked(study, findings, SAY)}
    assert not [role for role in left if ".groups." in role]
    told = checked(study, findings, {}, SAY)["used_by"]
    assert {"role": "tests.gain.groups.treated.sd", "by": "adjusted analysis"} in told


def test_dose_and_recruitment_of_a_trial_stand_in_its_appraisal() -> None:
    prints = {f"dose.{part}": [text] for part, text in (("times_a_day", "2"), ("days", "7"), ("minutes", "15"))}
    prints |= {"flow.months": ["6"], **{f"arms.{arm}.allocated": ["30"] for arm in "ab"}}
    study = direct(prints, {})
    assert {role for role, by in elsewhere(study) if by == "arms"} >= set(prints)
    assert not [row for row in unchecked(study, [], SAY) if row["role"] in prints]


def test_without_a_baseline_they_are() -> None:
    study = trial()
    alone = study.file.model_copy(
        update={"tests": {"gain": study.file.tests["gain"].model_copy(update={"baseline": ""})}}
    )
    assert not [role for role, by in elsewhere(Study("x", alone, study.values)) if by == "adjusted"]
