"""Are the light distributions those of scipy.stats, to the last bit?"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from scipy import stats

from reread.statistics import distributions as light

DRAW = np.random.default_rng(20250701)
EDGES = (-np.inf, -1e9, -3, -0.0, 0, 1e-300, 1e-9, 2.2, 40, 1e9, 1e300, np.nan)
X = np.concatenate([EDGES, DRAW.normal(0, 3, 900), DRAW.exponential(20, 900)])
Q = np.concatenate([(-1, 0, 1e-300, 1e-17, 0.025, 0.5, 0.95, 1 - 1e-16, 1, 1.5, np.nan), DRAW.random(900)])
DF = np.array([-1, 0, 1e-9, 0.5, 1, 2, 7.3, 19, 120, 1e4, 1e6, np.inf, np.nan])[:, None]
DF2 = np.array([0.5, 1, 3, 28, 61, 1e5])[:, None, None]
HITS = DRAW.integers(1, 400, 900)

ASKED: dict[str, tuple[Any, ...]] = {
    "t.sf": (X, DF), "t.isf": (Q, DF), "norm.sf": (X,), "norm.isf": (Q,), "chi2.sf": (X, DF), "f.sf": (X, DF, DF2),
    "beta.ppf": (DRAW.random(900), HITS, HITS[::-1]), "beta.isf": (DRAW.random(900), HITS, HITS[::-1]),
}  # fmt: skip


def function(of: Any, name: str) -> Callable[..., Any]:
    distribution, method = name.split(".")
    found: Callable[..., Any] = getattr(getattr(of, distribution), method)
    return found


@pytest.mark.parametrize("name", ASKED)
def test_the_same_to_the_last_bit(name: str) -> None:
    ours, theirs = (np.asarray(function(of, name)(*ASKED[name])) for of in (light, stats))
    assert ours.shape == theirs.shape
    assert np.array_equal(ours, theirs, equal_nan=True)
    assert np.isfinite(ours).sum() > 800


@pytest.mark.parametrize("name", ASKED)
def test_a_number_gives_a_number(name: str) -> None:
    one = [np.ravel(values)[-3].item() for values in ASKED[name]]
    assert np.ndim(function(light, name)(*one)) == 0
    assert np.array_equal(function(light, name)(*one), function(stats, name)(*one), equal_nan=True)


def test_everything_else_is_scipys() -> None:
    assert light.binom is stats.binom
    with pytest.raises(AttributeError):
        light.no_such_distribution  # noqa: B018
