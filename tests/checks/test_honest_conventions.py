"""Law 2 for numbers that were obtained otherwise than by the usual formula, where the study file says so.

And what the generator of such studies is worth: every convention is met, and matters.
"""

from __future__ import annotations

import honest_study
import honesty
import open_data
import pytest
from honest_conventions import CONVENTIONS, convened, of_convention
from honest_told import WAYS
from test_honesty import accusations

from reread import checks
from reread.study.finding import Finding
from reread.study.values import Study

SEEDED = 100
MOST, LEAST = 40, 3  # studies of one convention; with nothing told, so many of them do not agree


@pytest.fixture(autouse=True, scope="module")
def short_lists() -> object:
    with honest_study.short_lists():
        yield


def test_no_study_under_a_convention_is_accused() -> None:
    met: set[str] = set()
    for seed in range(SEEDED):
        found = convened(seed)
        met |= set(found.conventions)
        assert not accusations(found.study()), f"seed {seed}"
    assert met >= set(CONVENTIONS)


@pytest.mark.parametrize("convention", CONVENTIONS)
def test_each_convention_matters(convention: str) -> None:
    """With nothing told of it some studies are called inconsistent, or no longer consistent; as told none is."""
    seed = differing = 0
    while differing < LEAST:
        assert seed < MOST
        found = of_convention(convention, seed)
        study = found.study()
        told = checks.findings(study)
        assert not accusations(study, told), f"seed {seed}"
        differing += _worse(told, checks.findings(found.study(told=False)))
        seed += 1


def _worse(told: list[Finding], untold: list[Finding]) -> bool:
    agreed = {finding.id for finding in told if finding.status == "consistent"}
    agrees = {finding.id for finding in untold if finding.status == "consistent"}
    return bool(agreed - agrees) or any(finding.status == "inconsistent" for finding in untold)


def test_each_way_of_telling_is_drawn() -> None:
    presses = [press for seed in range(60) for press in convened(seed).presses if press.method]
    assert {press.way for press in presses} == set(WAYS)
    written = [press.told().get("obtained") for press in presses if press.way == "parts"]
    assert any("as usual" in each.values() for each in written if isinstance(each, dict))
    assert any(press.as_outcome for press in presses)


def test_an_accusation_is_counted_with_its_convention() -> None:
    study = of_convention("several answers", 1).study()
    wrong = Finding("counts_total", ("tests.test 1.groups.all.n", "n"), "inconsistent")
    met = honesty.Said()
    honesty.count_each(met, {"test 1": "several answers", "test 2": "events", "": "family"}, [wrong])
    assert isinstance(study, Study)
    assert {name for (name, what), count in met.items() if what == "accused" and count} == {"several answers", "family"}
    assert "| several answers | 1 | 0 | 1 |" in honesty.told_of_each(met, "studies")


def test_every_table_of_real_data_is_there() -> None:
    assert all(len(open_data.table(name)) > 9 for name in open_data.TABLES)
    listed = (open_data.MEASURED, open_data.TWICE, open_data.RELATED, open_data.TREATED, open_data.CROSSED,
              open_data.STRATA, open_data.CLUSTERED, open_data.FOLLOWED, open_data.EVENTS)  # fmt: skip
    assert {each[0] for kind in listed for each in kind} == set(open_data.TABLES)
