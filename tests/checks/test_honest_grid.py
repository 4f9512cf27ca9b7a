"""Law 2 over a grid: every convention that is admitted × data whose means and SDs lie exactly between two prints."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import product
from random import Random

import honest
import honest_study
import pytest
from honest import Data, show
from honest_print import prints

from reread import checks

ROUNDINGS, SIGNS, DDOFS, DECIMALS = ("half-up", "half-even"), (1, -1), (1, 0), (0, 1, 2, 3, 4)
# people → the decimals at which an odd sum over that many people ends in a five
TIES = {2: 0, 4: 1, 8: 2, 16: 3, 32: 4}


def tied(n: int, random: Random) -> Data:
    """n people on a scale of 0 to 4 whose two sums are odd, so that both means end in a five."""
    before, after = ([random.randint(0, 4) for _ in range(n)] for _ in range(2))
    for scores in (before, after):
        if sum(scores) % 2 == 0:
            scores[0] += 1 if scores[0] < 4 else -1
    return Data(*(tuple(map(Fraction, scores)) for scores in (before, after)), (0, 1, 2, 3, 4))


@pytest.fixture(autouse=True, scope="module")
def short_lists() -> Iterator[None]:
    with honest_study.short_lists():
        yield


@pytest.mark.parametrize("n", TIES)
def test_these_means_lie_between_two_prints(n: int) -> None:
    for seed in range(5):
        for scores in (tied(n, Random(seed)).at("before"), tied(n, Random(seed)).at("after")):
            assert show(honest.mean(scores), TIES[n] + 1)[-1] == "5"
            assert honest.mean(scores) * 10 ** (TIES[n] + 1) % 1 == 0


@pytest.mark.parametrize(("rounding", "ddof"), list(product(ROUNDINGS, DDOFS)))
def test_no_convention_is_accused(rounding: str, ddof: int) -> None:
    for n, sign, decimals, seed in product(TIES, SIGNS, DECIMALS, range(3)):
        random = Random(f"{n} {seed}")
        data = tied(n, random)
        habits = {"rounding": rounding, "ddof": ddof, "turned": sign, "decimals": decimals, "fullness": 1}
        study = honest_study.direct(prints(random, data, **habits), honest_study.described(random, data))
        wrong = [f"{f.id}: {f.params}" for f in checks.findings(study) if f.status == "inconsistent"]
        assert not wrong, (n, sign, decimals, seed)
