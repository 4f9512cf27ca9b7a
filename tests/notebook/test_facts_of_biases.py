"""Do sentences about a bias read right where a number lies on the other side, or where there is none?"""

from __future__ import annotations

from typing import Any

import pytest
from honest_tests import direct

from reread import rivals, words
from reread.notebook.views import compared
from reread.notebook.views import two_groups as view

GROUPS = {
    f"tests.{test}.groups.{group}.{part}": [text]
    for test, means in {"pain": ("4.0", "6.0"), "before": ("5.0", "5.0"), "change": ("1.0", "3.0")}.items()
    for group, mean in zip(("heat", "rest"), means, strict=True)
    for part, text in (("n", "40"), ("mean", mean), ("sd", "2.0"))
}
ABOUT: dict[str, Any] = {
    "pain": {"label": "Pain", "test": "independent t", "occasion": "follow-up", "baseline": "before"},
    "before": {"label": "Pain before", "test": "independent t", "occasion": "baseline"},
}
OF_CHANGES: dict[str, Any] = {
    "change": {"label": "Change", "test": "independent t", "occasion": "change", "baseline": "before"}, **ABOUT,
}  # fmt: skip


def notes(name: str, about: dict[str, Any], *changed: tuple[str, str], language: str = "en") -> list[str]:
    used = {role: text for role, text in GROUPS.items() if role.split(".")[1] in about}
    study = direct(used, about).printing(dict(changed))
    found = compared.asked(study)
    assert found is not None
    return view.notes(found, view.biases(found, {name: rivals.chosen(name, {})}), words.load(language))


@pytest.mark.parametrize(
    ("rest", "says"),
    [
        ("5.48", "rest lay 0.24 SD above heat before."),
        ("4.52", "rest lay 0.24 SD below heat before: to the other side, which no correlation above 0 turns into"),
    ],
)
def test_groups_lie_above_or_below_each_other(rest: str, says: str) -> None:
    told = notes("baseline_imbalance", ABOUT, ("tests.before.groups.rest.mean", rest))
    assert any(says in each for each in told)
    assert not [each for each in told if "−" in each or "below 0" in each]
    turned = notes("baseline_imbalance", ABOUT, ("tests.before.groups.rest.mean", rest), language="id")
    assert any(("di atas heat" if rest > "5" else "di bawah heat") in each for each in turned)


@pytest.mark.parametrize(("rest", "says"), [("4.52", "0.24 SD lower than heat."), ("5.48", "0.24 SD higher than heat")])
def test_who_changed_more_started_lower_or_higher(rest: str, says: str) -> None:
    before = ("tests.before.groups.rest.mean", rest)
    told, other = (notes("regression_between_groups", OF_CHANGES, before, language=each) for each in ("en", "id"))
    assert any(says in each for each in told)
    assert not [each for each in (*told, *other) if "−" in each or "below 0" in each]


@pytest.mark.parametrize("language", words.languages())
@pytest.mark.parametrize("rest", ["4.5", "5.0", "12.0"])
def test_no_sentence_has_a_dash_for_a_number(rest: str, language: str) -> None:
    told = notes("clustering", {"pain": ABOUT["pain"] | {"baseline": ""}},
                 ("tests.pain.groups.rest.mean", rest), language=language)  # fmt: skip
    assert not [each for each in told if "–" in each or "{" in each]


def test_a_p_that_no_correlation_brings_back_says_so() -> None:
    about = {"pain": ABOUT["pain"] | {"baseline": ""}}
    strong, usual, none = (
        [each for each in notes("clustering", about, ("tests.pain.groups.rest.mean", rest)) if "In clusters" in each]
        for rest in ("12.0", "5.0", "4.5")
    )
    assert strong[0] == (
        "In clusters of 5, no intracluster correlation brings the two-sided p to 0.05 by the larger variance alone; "
        "fewer degrees of freedom might."
    )
    assert [each.partition(" comes to 0.05 at an intracluster correlation of ")[2] for each in usual] == [
        "0.014.",
        "0.065.",
    ]
    assert not none  # p is above alpha without any cluster
