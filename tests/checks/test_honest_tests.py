"""Law 2 for reported tests: no check may call honest data inconsistent; and whatever is printed, none may break."""

from __future__ import annotations

from collections import Counter
from random import Random
from typing import Any, get_args

from honest_tests import direct, random_tests_study
from test_honesty import accusations

from reread import checks, words
from reread.explain.benign import findings_with_readings
from reread.report.told import rendered
from reread.study.parts import ReportedTest
from reread.study.values import Study

SEEDED = 70
ANYTHING = 400
CHECKS = (
    "ci_estimate", "ci_p", "ci_se", "correlation_ci", "df_n", "effect_from_statistic", "i_squared", "possible_value",
    "p_statistic", "p_zero", "ratio_from_counts", "statistic_se",
)  # fmt: skip
KINDS = get_args(ReportedTest.model_fields["test"].annotation)
PARTS = (
    "n", "t", "df", "F", "df1", "df2", "chi2", "z", "r", "Q", "I2", "U", "W", "H", "p", "estimate", "se", "ci.low",
    "ci.high", "ci.level", "d", "g", "eta2", "omega2", "r2", "OR", "RR", "HR",
)  # fmt: skip
OF_A_GROUP = ("n", "mean", "sd", "se", "count.yes", "count.no", "count.unsure", "percent.yes")
TEXTS = (
    "0", "1", "2", "3", "18", "19", "20", "60", "-1", "−2.10", "0.5", ".5", "0.000", "-0.00", "1.00", "0.05", "< .05",
    "> 3", "≤ 2", "≥ 0.5", "~ 3", "< 0", "> 1", "18.34", "5%", "95%", "0.95", "150%", "999999", "12.5",
    "0.0000001", "1.2", "-0.3", "2.4", "100.0", "three",
)  # fmt: skip


def anything(seed: int) -> Study:
    """A study file with reported tests of any kind that print any numbers."""
    random, printed, abouts = Random(seed), {}, {}
    for name in ("first", "second"):
        about: dict[str, Any] = {"label": name, "test": random.choice(KINDS), "complete": random.random() < 0.5}
        about |= {"sides": random.choice(["one", "two", "not stated"]), "adjusted": random.random() < 0.2}
        roles = [part for part in PARTS if random.random() < random.choice([0.2, 0.6, 1])]
        roles = [role for role in roles if not role.startswith("ci") or {"ci.low", "ci.high"} <= set(roles)]
        for group in ("a", "b", "c")[: random.choice([0, 1, 2, 2, 2, 3])]:
            roles += [f"groups.{group}.{part}" for part in OF_A_GROUP if random.random() < 0.6]
        few = random.sample(TEXTS, random.choice([2, 5, len(TEXTS)]))
        for role in roles:
            printed[f"tests.{name}.{role}"] = random.choices(few, k=random.choice([1, 1, 1, 2]))
            if "groups" not in role and random.random() < 0.02:
                printed[f"tests.{name}.{role}"] = ["1000000000000"]
        abouts[name] = about
    if random.random() < 0.5:
        printed["alpha"] = [random.choice(TEXTS)]
    return direct(printed, abouts)


def test_no_honest_test_is_accused() -> None:
    met: Counter[str] = Counter()
    for seed in range(SEEDED):
        study = random_tests_study(seed)
        findings = checks.findings(study)
        assert not accusations(study, findings), f"seed {seed}"
        met.update(finding.check for finding in findings if finding.status == "consistent")
    assert not set(CHECKS) - set(met)


def test_no_print_breaks_a_check() -> None:
    """Numbers that no test can have: a p above 1, no degrees of freedom, groups of nobody, comparators anywhere."""
    run = checks.found()
    for seed in range(ANYTHING):
        study = anything(seed)
        for name in CHECKS:
            found = list(run[name](study))
            assert len({finding.id for finding in found}) == len(found), f"seed {seed}, {name}: two findings of one id"


def test_every_finding_has_its_words() -> None:
    say = words.load("en")
    for study in [*map(anything, range(20)), *map(random_tests_study, range(20))]:
        findings, broken = findings_with_readings(study)
        assert not set(broken) & set(CHECKS), broken
        for finding in findings:
            if finding.check in CHECKS:
                told = rendered(finding, study, say)
                assert told["printed"]
                assert all(told["words"][part] for part in ("must_hold", "allows", "arithmetic"))
