"""Pooled results: no honest meta-analysis is accused, as a study or as a document; one that is moved out is found."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from pathlib import Path

import pytest
from as_read import checked
from honest import show
from honest_pooled import pooled_document, random_pooled_study
from made_documents import as_markdown
from test_honesty import accusations

from reread import documents
from reread.checks import i_squared, pooled
from reread.study.finding import Finding
from reread.study.values import Study

SEEDED, READ = 300, 60


def test_no_honest_study_is_accused() -> None:
    said: Counter[str] = Counter()
    for seed in range(SEEDED):
        study = random_pooled_study(seed)
        found = [*i_squared.check(study), *pooled.check(study)]
        assert not accusations(study, found), f"seed {seed}"
        said.update(f"{finding.check} {finding.say or finding.status}" for finding in found)
    assert said["pooled consistent"] > SEEDED / 2
    assert said["i_squared undecided"]  # of another estimate of the variance
    assert said["pooled events"]  # pooled as counted, outside of odds ratios with half an event


@pytest.mark.parametrize("language", ["en", "id"])
def test_no_honest_document_is_accused(language: str, tmp_path: Path) -> None:
    for seed in range(READ):
        parts, whole = pooled_document(seed, language)
        _, found = read(parts, tmp_path)
        assert "inconsistent" not in {finding.status for finding in found}, f"seed {seed}"
        said = {finding.check: finding for finding in found}
        assert {"pooled", "i_squared"} <= set(said), f"seed {seed}"
        assert whole or said["pooled"].say in ("", "freedom", "turned")


def read(parts: object, tmp_path: Path) -> tuple[Study, list[Finding]]:
    path = tmp_path / "paper.md"
    path.write_bytes(as_markdown(parts))  # type: ignore[arg-type]
    return checked(documents.read(path))


def test_a_pooled_value_outside_of_all_is_found() -> None:
    """A difference a whole unit beyond the largest, where all trials are told or Q shows that they are all."""
    met = 0
    for seed in range(SEEDED):
        study = random_pooled_study(seed)
        trials = [study.get(f"tests.{name}.estimate") for name in study.file.tests["pooled"].pools]
        known = study.file.tests["pooled"].complete or "heterogeneity" in study.file.tests
        if not all(trials) or not known:
            continue
        most = max(abs(value.reported.value) for value in trials if value)
        (found,) = pooled.check(study.printing({"tests.pooled.estimate": show(Fraction(most + 1), 2)}))
        met += found.status == "inconsistent"
        assert found.status == "inconsistent" or found.say == "", f"seed {seed}: {found}"
    assert met > 10


def test_an_i_squared_that_is_told_to_be_as_usual_is_found() -> None:
    met = 0
    for seed in range(SEEDED):
        study = random_pooled_study(seed)
        if "heterogeneity" in study.file.tests and study.file.tests["heterogeneity"].obtained.statistic == "as usual":
            (found,) = i_squared.check(study.printing({"tests.heterogeneity.I2": "43.21%"}))
            met += found.status == "inconsistent"
    assert met > 10
