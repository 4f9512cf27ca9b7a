"""Is a departure that happened in a paper of two arms, before and after, the explanation that is told first?"""

from __future__ import annotations

import pytest
from recovery_arms import KINDS, papers

from reread import departures
from reread.explain import explain
from reread.explain.accounts import Accounts
from reread.study.values import Study


def first(kind: str) -> tuple[set[str], dict[str, str]]:
    """The departures of the first explanation and those alike, and the parameters of the first."""
    (paper,) = papers(kind, 1)
    told = explain(paper, 1, weighed=0)[0]
    (used,) = told.departures
    return {each.id for every in (told.departures, *told.alike) for each in every}, dict(used.params)


@pytest.mark.parametrize(
    ("kind", "cells"),
    [("heads of the arms exchanged", "heads"), ("arms exchanged in every row", "rows")],
)
def test_exchanged_arms_are_told(kind: str, cells: str) -> None:
    names, params = first(kind)
    assert names == {"exchanged_groups"}
    assert params["cells"] == cells


@pytest.mark.parametrize("kind", ["SE for SD", "SDs of change and after exchanged", "another n"])
def test_others_are_told(kind: str) -> None:
    assert KINDS[kind][0] in first(kind)[0]


def test_a_word_is_lost_where_the_means_say_the_opposite() -> None:
    (paper,) = papers("heads of the arms exchanged", 1)
    accounts = Accounts(paper)
    assert accounts.lost_words(paper) > 0
    (put_right,) = (
        other
        for params, other in departures.found()["exchanged_groups"](paper)
        if params["cells"] == "heads" and params["groups"] == "control, treated"
    )
    assert accounts.lost_words(put_right) == 0
    lost = {f"tests.after.groups.{name}.mean" for name in ("control", "treated")}
    assert lost <= accounts.of(paper).unreconciled
    assert not lost & accounts.of(put_right).unreconciled


def test_an_honest_paper_is_explained_by_nothing() -> None:
    (paper,) = papers("", 1)
    assert [each.departures for each in explain(paper, 1)] == [()]


def test_one_print_of_n_is_another_one_in_all_its_rows() -> None:
    (paper,) = papers("", 1)
    roles = [role for role in paper.values if role.endswith("groups.control.n")]
    found = dict(_of_control(paper))
    assert len(roles) > 1
    whole = {name: study for name, study in found.items() if "," not in name}
    assert whole
    for study in whole.values():
        assert len({study.values[role].integer for role in roles}) == 1
    assert any("after, control" in name for name in found)


def _of_control(paper: Study) -> list[tuple[str, Study]]:
    made = departures.found()["another_n"](paper)
    return [(params["n"], other) for params, other in made if "control" in params["n"]]
