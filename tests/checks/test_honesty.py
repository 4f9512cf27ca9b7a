"""Law 2: no check may call honest data inconsistent, however they are printed; and none may break on them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from random import Random

import honest
import honest_study
import pytest
from honest import Data
from honest_conventions import random_conventions_study
from honest_groups import random_groups_study
from honest_pooled import random_pooled_study
from honest_print import prints
from honest_tests import random_tests_study
from honest_two_arms import random_two_arms
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reread import checks
from reread.study.finding import Finding
from reread.study.values import Study

SEEDED = 150
THROUGH_THE_DOOR = 60
DRAWN = (random_tests_study, random_groups_study, random_conventions_study, random_two_arms, random_pooled_study)


@pytest.fixture(autouse=True, scope="module")
def short_lists() -> Iterator[None]:
    with honest_study.short_lists():
        yield


def accusations(study: Study, findings: list[Finding] | None = None) -> list[str]:
    """What is called inconsistent, with everything that is printed."""
    found = checks.findings(study) if findings is None else findings
    wrong = [f"{f.id}: {f.params}" for f in found if f.status == "inconsistent"]
    shown = {role: [repeat.text for repeat in value.repeats] for role, value in study.values.items()}
    return [*wrong, f"{study.file.outcomes}", f"{shown}"] if wrong else []


@settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(st.randoms(use_true_random=False))
def test_no_honest_study_is_accused(random: Random) -> None:
    assert not accusations(honest_study.study(random))


def test_nor_any_of_many() -> None:
    met: Counter[str] = Counter()
    for seed in range(SEEDED):
        study = honest_study.study(Random(seed))
        findings = checks.findings(study)
        assert not accusations(study, findings), f"seed {seed}"
        met.update(finding.check for finding in findings if finding.status == "consistent")
    for seed in range(80):  # accused or not in test_honest_tests.py, test_honest_groups.py, test_honest_conventions.py
        for draw in DRAWN:
            met.update(finding.check for finding in checks.findings(draw(seed)) if finding.status == "consistent")
    unmet = set(checks.found()) - set(met)
    assert not unmet, f"tests/papers/honest_print.py prints nothing that these checks can use: {unmet}"


def test_codes_that_are_stated_in_part() -> None:
    """A paper may say what some scores mean ("0 = none") and not the others."""
    for seed in range(80):
        random = Random(seed)
        data = honest.drawn(random)
        about, printed = honest_study.described(random, data), prints(random, data)
        codes = list(about["codes"].items())
        about["codes"] = dict(random.sample(codes, random.randint(2, len(codes) - 1))) if len(codes) > 2 else {}
        assert not accusations(honest_study.direct(printed, about)), f"seed {seed}"


def whole(*pairs: tuple[int, int], times: int = 1) -> Data:
    before, after = (tuple(Fraction(x) for x in xs) * times for xs in zip(*pairs, strict=True))
    return Data(before, after, tuple(range(int(min(before + after)), int(max(before + after)) + 2)))


def exact(*scores: int, per: int = 1) -> tuple[Fraction, ...]:
    return tuple(Fraction(score, per) for score in scores)


EDGES = {
    "nobody changes": whole((1, 1), (2, 2), (3, 3), times=4),
    "everybody has one score": whole((2, 2), times=9),
    "everybody rises alike": whole((0, 1), (1, 2), (2, 3), times=5),
    "one score before, several after": whole((1, 1), (1, 2), (1, 3), times=3),
    "the mean change is zero": whole((0, 1), (1, 0), (2, 2), times=6),
    "two people": whole((1, 3), (2, 2)),
    "three people": whole((0, 2), (1, 1), (1, 4)),
    "four people, two values": whole((0, 1), (1, 1), (0, 0), (1, 0)),
    "negative codes": whole((-2, -1), (-1, 1), (-2, 0), (0, -1), (-1, -1), times=3),
    "means that end in five": whole((0, 1), (1, 1), (0, 0), (0, 2), (1, 2), (2, 2), (1, 0), (0, 1)),
    "one of sixty changes": Data((Fraction(1),) * 60, (Fraction(1),) * 59 + (Fraction(2),), (1, 2)),
    "a drop-out at each occasion": Data((None, *exact(1, 2, 0, 1, 2)), (*exact(1, 2, 2, 1, 1), None), (0, 1, 2)),
    "a large sample": Data(exact(*range(300), per=7), exact(*range(5, 900, 3), 8, 20, per=7)[:300], (), 0),
    "tiny measured values": Data(exact(1, 2, 4, per=1000), exact(3, 3, 5, per=1000), (), 0),
}  # fmt: skip


@pytest.mark.parametrize("name", EDGES)
def test_edges_are_not_accused(name: str) -> None:
    for seed in range(20):
        random = Random(seed)
        study = honest_study.direct(prints(random, EDGES[name]), honest_study.described(random, EDGES[name]))
        assert not accusations(study), f"seed {seed}"


def test_the_door_changes_nothing(tmp_path: Path) -> None:
    """Printed into a document, pointed at and read back, every number is the same and nobody is accused."""
    for seed in range(THROUGH_THE_DOOR):
        random = Random(seed)
        data = honest.drawn(random)
        printed, about = prints(random, data), honest_study.described(random, data)
        direct = honest_study.direct(printed, about)
        read = honest_study.through_the_door(honest_study.folder(tmp_path / f"s{seed}", printed, about, random))
        assert {role: value.interval for role, value in read.values.items()} == {
            role: value.interval for role, value in direct.values.items()
        }, f"seed {seed}"
        assert not accusations(read), f"seed {seed}"
