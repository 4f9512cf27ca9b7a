"""Fagerland, Lydersen & Laake 2013, doi:10.1186/1471-2288-13-91: McNemar's tests of 21 pairs, of which 1 and 7 changed.

Printed there: asymptotic p = .034, corrected .077, exact .070, mid-p .039.
"""

from __future__ import annotations

import pytest
from printed_groups import published, said

PAIRS = {"yes": {"count.yes": "1", "count.no": "1"}, "no": {"count.yes": "7", "count.no": "12"}}
MARGINS = {
    "before": {"n": "21", "count.yes": "2", "count.no": "19"},
    "after": {"n": "21", "count.yes": "8", "count.no": "13"},
}


@pytest.mark.parametrize("groups", [PAIRS, MARGINS])
@pytest.mark.parametrize("p", ["0.034", "0.077", "0.070", "0.039"])
def test_each_p_is_possible(groups: dict[str, dict[str, str]], p: str) -> None:
    study = published(groups, {"p": p}, test="McNemar", measure="binary")
    assert said(study, "mcnemar_from_counts") == {"mcnemar_from_counts": "consistent"}


def test_another_p_is_not() -> None:
    study = published(PAIRS, {"p": "0.5"}, test="McNemar", measure="binary")
    assert said(study, "mcnemar_from_counts") == {"mcnemar_from_counts": "inconsistent"}
