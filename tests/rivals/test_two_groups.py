"""Do studies without an effect print as much as often as is said, when one bias is at work?

Each answer is held against studies that are drawn person by person, against published figures, and against itself.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import numpy as np
import pytest
from honest_tests import direct
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats
from two_arms import study_of_arms

from reread import rivals, words
from reread.notebook.views import compared
from reread.notebook.views import two_groups as view
from reread.rivals import attrition, choice_of_result, clustering, misclassification, unmeasured_confounder
from reread.rivals.two_groups import FEW, HALF, Bias, Means, Pairs, Shares, TwoGroups
from reread.statistics.confounding import bounding_factor, e_value
from reread.study.values import Study

TRIAL = TwoGroups("pots", Means(30, 40, 0.6), True, lost=(0.1, 0.25))
RNG = np.random.default_rng(20250701)
MANY = 20_000


def t_of(low: np.ndarray, high: np.ndarray) -> np.ndarray:
    """Student's t of each row."""
    return np.asarray(stats.ttest_ind(high, low, axis=1).statistic)


def asked(name: str, groups: TwoGroups) -> tuple[Bias, ...]:
    found: tuple[Bias, ...] = rivals.rival(name).simulate(groups, 1, rivals.chosen(name, {}), {})
    return found


@given(st.integers(2, 60), st.integers(2, 60), st.floats(0.05, 2))
def test_without_a_bias_it_is_half_of_p(n: int, m: int, d: float) -> None:
    result = Means(n, m, d)
    assert result.reach(0) == pytest.approx(stats.t.sf(result.t, n + m - 2))
    assert result.reach(1e-9) == pytest.approx(result.reach(0), rel=1e-4, abs=1e-9)


@given(st.integers(1, 9), st.integers(1, 9), st.data())
def test_every_pair_of_counts_is_weighted(n: int, m: int, data: st.DataObject) -> None:
    a, c = data.draw(st.integers(0, n)), data.draw(st.integers(0, m))
    if a * m >= c * n:
        return
    found, p, q = Shares((a, n), (c, m)), 0.3, 0.45

    def z(a: int, c: int) -> float:
        share = (a + c) / (n + m)
        return 0.0 if share in (0, 1) else (c / m - a / n) / np.sqrt(share * (1 - share) * (1 / n + 1 / m))

    whole = sum(
        stats.binom.pmf(i, n, p) * stats.binom.pmf(j, m, q)
        for i, j in product(range(n + 1), range(m + 1))
        if z(i, j) >= found.z * (1 - 1e-9)
    )
    assert found.reach(p, q) == pytest.approx(whole)


def test_large_counts_meet_the_normal_distribution() -> None:
    """Where too many pairs would be weighted the answer does not jump."""
    small, large = Shares((300, 1000), (340, 1000)), Shares((300_000, 1_000_000), (301_265, 1_000_000))
    assert large.z == pytest.approx(small.z, rel=0.02)
    assert large.reach(0.3, 0.3) == pytest.approx(small.reach(0.3, 0.3), abs=0.003)


@pytest.mark.parametrize("name", rivals.between())
def test_the_sizes_reach_what_they_say(name: str) -> None:
    """At the least size 5, and 50, of 100; just below it fewer."""
    counts = TwoGroups("pots", Shares((4, 65), (14, 62)), False, lost=(0.1, 0.2))
    changes = replace(TRIAL, baseline=-1.2, changes=True)
    crossed = replace(TRIAL, result=Pairs(30, 30, 0.6))
    within = getattr(rivals.rival(name), "WITHIN", False)
    either = [crossed] if getattr(rivals.rival(name), "EITHER", False) else []
    of = [crossed] if within else [TRIAL, counts, changes, *either]
    made = [each for groups in of for each in asked(name, groups)]
    assert made
    for each in made:
        assert each.of[0] <= each.of[1] + 1e-12
        assert (each.few is None) == (each.of[1] < FEW)
        assert (each.half is None) == (each.of[1] < HALF)
        if each.few is not None and each.half is not None:
            assert each.none <= each.few <= each.half <= each.most


def test_a_shift_of_readings_person_by_person() -> None:
    (found,) = asked("unblinded_measurement", TRIAL)
    assert found.few is not None
    low = RNG.standard_normal((MANY, 30))
    high = RNG.standard_normal((MANY, 40)) + found.few
    assert (t_of(low, high) >= TRIAL.result.t).mean() == pytest.approx(FEW, abs=0.005)  # type: ignore[union-attr]


def test_who_is_lost_person_by_person() -> None:
    """Everybody is alike; exactly the lowest leave one group and the highest the other: as far apart as can be."""
    (found,) = asked("attrition", TRIAL)
    stayed = (
        np.sort(RNG.standard_normal((4000, 400)), axis=1)[:, 100:],
        np.sort(RNG.standard_normal((4000, 400)), axis=1)[:, :360],
    )
    apart = stayed[0].mean() - stayed[1].mean()
    most = 0.25 * attrition.most_selected(0.25) + 0.1 * attrition.most_selected(0.1)
    assert apart == pytest.approx(most, abs=0.01)
    assert found.most == pytest.approx(max(attrition.most_selected(0.1), attrition.most_selected(0.25)))


def test_clusters_person_by_person() -> None:
    """Whole clusters in one group, alike by the correlation at which p is said to come to .05."""
    groups = TwoGroups("pots", Means(200, 200, 0.35), True)
    icc = clustering.critical(groups, 5)
    assert 0 < (icc or 0) < 1
    root, rest = np.sqrt(icc or 0), np.sqrt(1 - (icc or 0))
    both = [
        root * RNG.standard_normal((MANY // 4, 40, 1)) + rest * RNG.standard_normal((MANY // 4, 40, 5))
        for _ in range(2)
    ]
    t = t_of(*(each.reshape(MANY // 4, 200) for each in both))
    assert (np.abs(t) >= groups.result.t).mean() == pytest.approx(0.05, abs=0.012)  # type: ignore[union-attr]


@pytest.mark.parametrize("looks", [1, 2, 5])
def test_looks_person_by_person(looks: int) -> None:
    walks = RNG.standard_normal((10 * MANY, looks)).cumsum(axis=1) / np.sqrt(np.arange(1, looks + 1))
    assert choice_of_result.looked(looks, 1.7) == pytest.approx((walks >= 1.7).any(axis=1).mean(), abs=0.003)


def test_repeated_looks_as_published() -> None:
    """Armitage, McPherson & Rowe 1969: at two-sided .05, 2, 5 and 10 looks."""
    found = [choice_of_result.looked(k, stats.norm.isf(0.025), both=True) for k in (2, 5, 10)]
    assert found == pytest.approx([0.083, 0.142, 0.193], abs=5e-4)


def test_confounders_as_published() -> None:
    """VanderWeele & Ding 2017 (RR 3.9: 7.26); the R package EValue for d = .5 (2.52914198)."""
    assert e_value(3.9) == pytest.approx(7.26, abs=0.005)
    assert bounding_factor(7.26, 7.26) == pytest.approx(3.9, abs=0.005)
    (found,) = unmeasured_confounder.simulate(
        TwoGroups("x", Means(20_000, 20_000, 0.5), False), 1, unmeasured_confounder.Settings(), {}
    )
    assert found.told["e_value"] == pytest.approx(2.52914198)
    assert found.half == pytest.approx(2.529, abs=0.02)


def test_misclassification_as_episensr() -> None:
    """Its documented example of exposure, smoking and cancer of the breast (Fink & Lash 2003)."""
    a, b, c, d = misclassification.corrected((215, 1449, 668, 4296), (0.78, 0.78), (0.99, 0.99))
    assert a / (a + c) / (b / (b + d)) == pytest.approx(0.9614, abs=5e-5)
    with pytest.raises(ValueError, match="sensitivity"):
        misclassification.corrected((1, 2, 3, 4), (0.5, 0.5), (0.5, 0.5))


def test_groups_formed_by_chance_have_no_confounder() -> None:
    for name in ("unmeasured_confounder", "misclassification", "selection_into_study"):
        assert asked(name, replace(TRIAL, result=Shares((4, 55), (14, 52)))) == ()


def _trial(**said: str) -> Study:
    rng = np.random.default_rng(5)
    arms = {}
    for name, n, gain in (("control", 26, 0.0), ("treated", 29, 3.0)):
        before = rng.normal(80, 5, n)
        arms[name] = before, before + rng.normal(gain, 5, n)
    return study_of_arms(arms, changes=True, **said)


def test_it_is_asked_of_what_the_study_rests_on() -> None:
    study = _trial()
    first = compared.asked(study)
    assert first is not None
    assert first.test.name == "after"
    resting = replace(study, file=study.file.model_copy(update={"rests_on": ("tests.gain.groups.treated.mean",)}))
    gain = compared.asked(resting)
    assert gain is not None
    assert gain.test.name == "gain"
    assert gain.groups.changes
    assert (gain.lower, gain.higher) == ("control", "treated")


def test_means_and_t_give_the_same_answer() -> None:
    """Of a test that prints no means, t and the sizes are enough."""
    study = _trial()
    with_means = compared.asked(study)
    gone = {role for role in study.values if role.startswith("tests.after.groups") and not role.endswith(".n")}
    bare = replace(study, values={role: value for role, value in study.values.items() if role not in gone})
    from_t = compared.asked(bare)
    assert with_means is not None
    assert from_t is not None
    assert from_t.groups.result.t == pytest.approx(with_means.groups.result.t, rel=0.02)  # type: ignore[union-attr]


def test_one_group_is_asked_nothing() -> None:
    study = _trial()
    design = study.file.design.model_copy(update={"kind": "one-group pretest-posttest"})
    assert view.names(replace(study, file=study.file.model_copy(update={"design": design}))) == ()
    of_groups = [name for name in rivals.between() if not getattr(rivals.rival(name), "WITHIN", False)]
    assert view.names(study) == tuple(of_groups)


@pytest.mark.parametrize("language", words.languages())
def test_what_chance_alone_prints_needs_no_bias(language: str) -> None:
    """Two equal groups but for little: the sentence says so, in every language, and claims no bias."""
    counts = {
        "tests.deaths.groups.rest.n": ["52"], "tests.deaths.groups.rest.count.died": ["9"],
        "tests.deaths.groups.drug.n": ["55"], "tests.deaths.groups.drug.count.died": ["8"],
    }  # fmt: skip
    about = {"deaths": {"label": "Deaths", "test": "chi-squared", "measure": "binary", "complete": True}}
    found, say = compared.asked(direct(counts, about)), words.load(language)
    assert found is not None
    made = view.biases(found, {name: rivals.chosen(name, {}) for name in rivals.between()})
    result = found.groups.result
    assert isinstance(result, Shares)
    assert f"{100 * result.reach(result.pooled, result.pooled):.0f}" in view.decides(found, made, say)
    assert "SD" not in view.decides(found, made, say)
    for one in view.views(found, made, say):
        for part in ("say", "caption", "alt") if hasattr(one, "figure") else ("title", "caption"):
            assert say(f"{one.words}.{part}", **one.params)


def test_that_no_bias_is_enough_is_said_where_the_largest_of_each_is_too_small() -> None:
    """Two arms of four, eight SDs apart: not even the largest shift, cluster or choice that is tried prints that."""
    far = {"n": "4", "sd": "1.0"}
    prints = {
        f"tests.pain.groups.{arm}.{part}": [text]
        for arm, mean in (("rest", "1.0"), ("heat", "21.0")) for part, text in {**far, "mean": mean}.items()
    }  # fmt: skip
    found = compared.asked(direct(prints, {"pain": {"label": "Pain", "test": "independent t"}}))
    assert found is not None
    made = view.biases(found, {name: rivals.chosen(name, {}) for name in rivals.between()})
    assert made
    assert all(each.bias.of[1] < FEW for each in made)
    (figure, _) = view.views(found, made, words.load("en"))
    assert figure.words == "two_groups.nothing"
    assert view.decides(found, made, words.load("en")) == ""


def test_a_carry_over_is_held_against_drawn_crossovers() -> None:
    n, result = 16, Pairs(16, 16, 0.7)
    (found,) = asked("carry_over", TwoGroups("cross", result, True))
    assert found.few is not None
    assert found.half is not None
    for size, share in ((found.few, FEW), (found.half, HALF)):
        within = RNG.standard_normal((MANY, n)) + size / 2  # half of what goes on is in the difference
        t = stats.ttest_1samp(within, 0.0, axis=1).statistic
        assert (t >= result.t).mean() == pytest.approx(share, abs=0.012)


def test_a_shift_and_a_choice_of_a_crossover_are_held_against_drawn_ones() -> None:
    n, result = 16, Pairs(16, 16, 0.7)
    (shift,) = asked("unblinded_measurement", TwoGroups("cross", result, True))
    assert shift.few is not None
    within = RNG.standard_normal((MANY, n)) + shift.few
    assert (stats.ttest_1samp(within, 0.0, axis=1).statistic >= result.t).mean() == pytest.approx(FEW, abs=0.006)
    outcomes, _ = asked("choice_of_result", TwoGroups("cross", result, True))
    assert outcomes.few is not None
    several = np.sqrt(0.5) * (RNG.standard_normal((MANY, 1, n)) + RNG.standard_normal((MANY, int(outcomes.few), n)))
    best = stats.ttest_1samp(several, 0.0, axis=2).statistic.max(axis=1)
    told = choice_of_result.best(int(outcomes.few), float(stats.norm.isf(result.reach(0.0))), 0.5)
    assert told >= FEW
    assert (best >= result.t).mean() == pytest.approx(told, abs=0.012)


def test_a_crossover_is_asked_of_what_fits_the_same_people() -> None:
    printed = {f"tests.pain.groups.{name}.{part}": [text] for name, texts in CROSSED.items() for part, text in texts}
    printed |= {"tests.pain.t": ["2.80"], "tests.pain.n": ["16"]}
    study = direct(printed, {"pain": {"label": "Pain", "test": "paired t"}})
    file = study.file.model_copy(update={"design": study.file.design.model_copy(update={"kind": "crossover"})})
    study = Study(study.id, file, study.values)
    assert view.names(study) == ("carry_over", "choice_of_result", "unblinded_measurement")
    found = compared.asked(study)
    assert found is not None
    assert (found.lower, found.higher) == ("drug", "placebo")
    made = view.biases(found, {name: rivals.chosen(name, {}) for name in rivals.between()})
    biases = {each.bias.name: each.bias for each in made}
    assert set(biases) == {"carried_over", "shift_within", "outcomes", "looks"}
    assert biases["carried_over"].half == pytest.approx(2 * found.groups.result.d, rel=0.02)
    assert biases["shift_within"].half == pytest.approx(found.groups.result.d, rel=0.02)
    for language in ("en", "id"):
        say = words.load(language)
        told = view.told(found, made, say)
        assert any(unit in str(told["printed"]) for unit in ("0.70 SD of the differences apart", "0.70 SD selisih"))
        assert "one group’s readings" not in str(told["clauses"])
        assert "{" not in view.decides(found, made, say)
        assert all("{" not in sentence for sentence in view.notes(found, made, say))


@pytest.mark.parametrize("higher", ["drug", "placebo", ""])
def test_a_crossover_without_t_is_asked_by_its_interval(higher: str) -> None:
    printed = {f"tests.pain.{part}": [text] for part, text in INTERVAL.items()}
    about = {"label": "Pain", "test": "paired t", **({"higher": higher} if higher else {})}
    study = direct({**printed, **{f"tests.pain.groups.{name}.n": ["20"] for name in CROSSED}}, {"pain": about})
    file = study.file.model_copy(update={"design": study.file.design.model_copy(update={"kind": "crossover"})})
    found = compared.asked(Study(study.id, file, study.values))
    assert found is not None
    assert found.known == bool(higher)
    assert found.higher == higher or not higher
    if higher:
        assert 2 * stats.t.sf(found.groups.result.t, 19) == pytest.approx(0.009, abs=0.0005)


INTERVAL = {"estimate": "1.4", "ci.low": "0.4", "ci.high": "2.4", "p": ".009"}
CROSSED = {
    "placebo": (("n", "16"), ("mean", "5.1"), ("sd", "2.0")),
    "drug": (("n", "16"), ("mean", "3.7"), ("sd", "1.9")),
}
