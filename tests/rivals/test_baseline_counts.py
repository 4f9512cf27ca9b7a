"""How strongly must a characteristic that is printed in counts before bear on an outcome in counts to print it?"""

from __future__ import annotations

import numpy as np
import pytest
from honest_tests import direct
from hypothesis import assume, given
from hypothesis import strategies as st

from reread import rivals, words
from reread.notebook.views import compared
from reread.notebook.views import two_groups as view
from reread.rivals import baseline_imbalance as rival
from reread.rivals.two_groups import FEW, Characteristic, Shares, TwoGroups
from reread.statistics.confounding import bias_factor, bounding_factor, strength_that_moves
from reread.study.values import Study

shares = st.floats(0.01, 0.99)
DEATHS = {"drug": ("55", "4"), "rest": ("52", "14")}  # Medical Research Council 1948, doi:10.1136/bmj.2.4582.769
RNG = np.random.default_rng(20250703)


@given(st.floats(1, 50), shares, shares)
def test_a_cause_moves_no_more_than_its_bound(ratio: float, exposed: float, unexposed: float) -> None:
    """Ding & VanderWeele 2016: with the ratio of the prevalences and that towards the outcome."""
    assume(exposed > unexposed)
    bound = bounding_factor(exposed / unexposed, ratio)
    assert bias_factor(ratio, exposed, unexposed) <= bound * (1 + 1e-12)


@given(st.floats(1.01, 20), shares, shares)
def test_the_strength_moves_the_ratio_by_what_is_asked(moved: float, exposed: float, unexposed: float) -> None:
    needed = strength_that_moves(moved, exposed, unexposed)
    if needed is None:
        assert bias_factor(1e9, exposed, unexposed) < moved * (1 + 1e-6)
    else:
        assert bias_factor(needed, exposed, unexposed) == pytest.approx(moved, rel=1e-6)


@pytest.mark.parametrize(
    ("moved", "exposed", "unexposed", "printed"),
    [(1.2, 0.25, 0.10, 2.54), (1.2, 0.5, 0.0, 1.4)],
    ids=["README", "help"],
)
def test_a_binary_cause_as_tipr_prints_it(moved: float, exposed: float, unexposed: float, printed: float) -> None:
    """D'Agostino McGowan 2022, doi:10.21105/joss.04495: `tip_with_binary` in the README, and its page of help."""
    assert strength_that_moves(moved, exposed, unexposed) == pytest.approx(printed, abs=0.005)


def test_a_cause_of_known_prevalences_as_episensr_does() -> None:
    """Its tests of `confounders.array`, of Schneeweiss 2006: 1.5 becomes 0.6692, 124.1379 % of bias."""
    factor = bias_factor(5.5, 0.5, 0.1)
    assert 1.5 / factor == pytest.approx(0.6692, abs=5e-5)
    assert 100 * (factor - 1) == pytest.approx(124.1379, abs=5e-5)


def test_other_prevalences_are_refused() -> None:
    with pytest.raises(ValueError, match="prevalences of -1"):
        bias_factor(5.5, -1, 0.1)


def test_a_characteristic_person_by_person() -> None:
    """Nothing acts but it: whoever has it has the event so many times as often. 5 of 100 print as much."""
    ill = Characteristic("ill", "yes", (40, 200), (140, 200), False)
    result = Shares((20, 200), (34, 200))
    (found,) = rival.simulate(TwoGroups("x", result, True, characteristics=(ill,)), 1, rival.Settings(), {})
    assert found.few is not None
    without = 0.1 / (1 + 0.2 * (found.few - 1))  # so that the risk of the lower group is the printed one
    events = []
    for having in (40, 140):
        risk = np.r_[np.full(having, without * found.few), np.full(200 - having, without)]
        events.append((RNG.random((20_000, 200)) < risk).sum(axis=1))
    a, c = events
    pooled = (a + c) / 400
    z = (c - a) / 200 / np.sqrt(pooled * (1 - pooled) * 2 / 200)
    assert (z >= result.z).mean() == pytest.approx(FEW, abs=0.01)


def study(**rows: dict[str, tuple[str, ...]]) -> Study:
    """Deaths of two arms, and rows before: label → arm → n and the counts of one or two categories."""
    printed = {f"tests.deaths.groups.{arm}.{part}": [text] for arm, texts in DEATHS.items()
               for part, text in zip(("n", "count.died"), texts, strict=True)}  # fmt: skip
    about: dict[str, dict[str, object]] = {"deaths": {"label": "Deaths", "test": "chi-squared", "complete": True}}
    for label, arms in rows.items():
        about[label] = {"label": label, "occasion": "baseline"}
        for arm, texts in arms.items():
            for part, text in zip(("n", "count.yes", "count.no"), texts, strict=False):
                printed[f"tests.{label}.groups.{arm}.{part}"] = [text]
    return direct(printed, about)


def told(of_study: Study, language: str = "en") -> tuple[list[str], str]:
    found, say = compared.asked(of_study), words.load(language)
    assert found is not None
    made = view.biases(found, {"baseline_imbalance": rivals.chosen("baseline_imbalance", {})})
    texts = " ".join(view.notes(found, made, say)) if made else ""
    for one in view.views(found, made, say) if made else ():
        for part in ("say", "caption", "alt") if hasattr(one, "figure") else ("title", "caption"):
            assert "{" not in say(f"{one.words}.{part}", **one.params)
    return [each.bias.name for each in made], texts


FEVER = {"drug": ("55", "20"), "rest": ("52", "30")}


def test_the_counts_before_are_told_with_what_they_cannot_do() -> None:
    """Fever in 30 of 52 and 20 of 55: at most a ratio of (30 / 52) / (20 / 55) = 1.587, and 3.70 is printed."""
    names, said = told(study(fever=FEVER))
    assert names == ["bears"]
    assert "“fever: yes” is printed before of 30 of 52 in rest and of 20 of 55 in drug" in said
    assert "it makes a risk ratio below 1.59; the printed counts have one of 3.70" in said
    found, say = compared.asked(study(fever=FEVER)), words.load("en")
    assert found is not None
    made = view.biases(found, {name: rivals.chosen(name, {}) for name in rivals.between()})
    (note,) = [note for note in view.notes(found, made, say) if "However strongly it bears" in note]
    assert note.startswith("“fever: yes”")  # what "it" is stands in the same note
    _, mengatakan = told(study(fever=FEVER), "id")
    assert "rasio risiko yang dihasilkannya di bawah 1.59; frekuensi tercetak memberi 3.70" in mengatakan


def test_the_ratio_that_would_do_is_told() -> None:
    """In 45 of 52 and 5 of 55: 1 + (3.70 − 1) / (.865 − 3.70 × .091) = 6.11."""
    _, said = told(study(cavities={"drug": ("55", "5"), "rest": ("52", "45")}))
    ratio = (14 / 52) / (4 / 55)
    needed = 1 + (ratio - 1) / (45 / 52 - ratio * 5 / 55)
    assert f"would have to multiply the risk of the outcome by {needed:.2f}, in both groups alike" in said


def test_not_having_it_is_asked_where_that_is_more_common_in_the_higher_group() -> None:
    names, said = told(study(young={"drug": ("55", "40"), "rest": ("52", "20")}))
    assert names == ["bears_absent"]
    assert "so that not having it is more common in rest" in said
    _, said = told(study(young={"drug": ("55", "50"), "rest": ("52", "7")}))
    assert "not having it would have to multiply the risk of the outcome by 6.11" in said
    both = {"drug": ("55", "40", "15"), "rest": ("52", "20", "32")}
    names, said = told(study(young=both))
    assert names == ["bears"]
    assert "“young: no” is printed before of 32 of 52 in rest and of 15 of 55 in drug" in said


def test_the_row_that_can_do_most_is_told() -> None:
    _, said = told(study(fever=FEVER, cough={"drug": ("55", "30"), "rest": ("52", "31")}))
    assert "(2 that differ this way)" in said
    assert "cough" not in said


@pytest.mark.parametrize(
    "rows",
    [
        {},
        {"fever": {"drug": ("55", "11"), "rest": ("50", "10")}},
        {"fever": {"drug": ("55", "60"), "rest": ("52", "9")}},
    ],
    ids=["none", "the same share", "more than all"],
)
def test_nothing_is_asked_of_rows_that_cannot_move_it(rows: dict[str, dict[str, tuple[str, ...]]]) -> None:
    assert told(study(**rows)) == ([], "")


def test_cases_and_controls_are_not_asked() -> None:
    fever = Characteristic("fever", "yes", (20, 55), (30, 52), False)
    asked = TwoGroups("x", Shares((4, 55), (14, 52)), False, by_outcome=True, characteristics=(fever,))
    assert rival.simulate(asked, 1, rival.Settings(), {}) == ()
