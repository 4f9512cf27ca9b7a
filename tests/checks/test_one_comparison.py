"""The same printed numbers get the same verdict, written as an outcome with its change and as a paired test."""

from __future__ import annotations

import honest_study
import plain_study
import pytest
import spelled
import spellings

PAPERS = 30  # `make spellings` compares 600 and 600


@pytest.mark.parametrize("draw", [spellings.honest, spellings.spoilt])
def test_none_apart(draw: object) -> None:
    with honest_study.short_lists():
        found = {which: spellings.apart(study) for which, study in draw(PAPERS)}  # type: ignore[operator]
    assert len(found) >= PAPERS
    assert {which: told for which, told in found.items() if told} == {}


@pytest.mark.parametrize(
    ("part", "text", "check"),
    [
        ("change.ci.high", "1.60", "ci_t"),
        ("change.ci.level", "950%", "possible_value"),
        ("change.sd", "0.96", "t_from_sd_of_change"),
        ("change.t", "1.90", "paired_t_from_groups"),
        ("before.se", "0.90", "se_of_sd"),
    ],
)
def test_found_in_both_spellings(part: str, text: str, check: str) -> None:
    study = plain_study.study({part: text})
    for said in (spelled.said(study), spelled.said(spelled.as_test(study))):
        assert [verdict for name, _, verdict in said if name == check and verdict.startswith("inconsistent")]
