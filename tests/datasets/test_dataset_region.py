"""Does the region hold every honest change, and nothing that some printed number refuses?"""

from __future__ import annotations

from math import sqrt
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from reread.datasets import region
from reread.numbers.interval import Interval

Asked = dict[str, Any]
measured = st.floats(-9, 9).map(lambda value: round(value, 3))


@st.composite
def honest(draw: st.DrawFn) -> tuple[int, Asked, tuple[float, float, float]]:
    """Measured twice, printed with 0 to 3 decimals; the true mean, SD and r."""
    n = draw(st.integers(3, 9))
    x, y = (np.array(draw(st.lists(measured, min_size=n, max_size=n))) for _ in range(2))
    x, y = x + np.arange(n) / 7, y + np.arange(n) % 2  # nobody without spread
    change, places = y - x, draw(st.integers(0, 3))
    mean, sd = float(change.mean()), float(change.std(ddof=1))
    test = stats.ttest_rel(y, x)
    half = stats.t.isf(0.05, n - 1) * sd / sqrt(n)
    true = {
        "mean": mean, "sd": sd, "se": sd / sqrt(n), "t": test.statistic, "p": test.pvalue,
        "r": float(np.corrcoef(x, y)[0, 1]), "ci": (mean - half, mean + half),
    }  # fmt: skip
    chosen = draw(st.sets(st.sampled_from(sorted(true)), max_size=3))
    if {"sd", "se"} <= chosen:
        chosen.remove("se")
    said = {name: shown(true[name], places) for name in sorted(chosen) if np.isfinite(true[name]).all()}
    spread = draw(st.sampled_from(["sd", "se"]))
    factor = 1 if spread == "sd" else 1 / sqrt(n)
    before, after = ({"mean": shown(s.mean(), places), spread: shown(s.std(ddof=1) * factor, places)} for s in (x, y))
    asked = {"before": before, "after": after, "change": {**said, "level": 0.9}}
    return n, asked, (mean, sd, float(true["r"]))  # type: ignore[arg-type]


def shown(value: Any, places: int) -> Any:
    return tuple(f"{end:.{places}f}" for end in value) if isinstance(value, tuple) else f"{value:.{places}f}"


@given(honest())
@settings(max_examples=80)
def test_an_honest_change_is_inside(study: tuple[int, Asked, tuple[float, float, float]]) -> None:
    n, asked, (mean, sd, r) = study
    found = region(n, **asked)
    assert found.ending == "region"
    assert found.contains(mean, sd, r)
    assert found.mean is not None
    assert found.mean.contains_float(mean)
    allowed = found.correlation(sd)
    assert allowed is not None
    assert allowed.contains_float(r)


SLEEP: Asked = {"before": {"mean": "0.75", "sd": "1.79"}, "after": {"mean": "2.33", "sd": "2.00"}}


@pytest.mark.parametrize(
    "change",
    [
        {},
        {"t": "4.06"},
        {"sd": "1.23"},
        {"p": ".003"},
        {"ci": ("0.70", "2.46")},
        {"r": ".80"},
        {"t": "4.1", "p": ".003"},
    ],
)
def test_a_grid_tells_the_same_region(change: Asked) -> None:
    """Points of a grid: inside just where some SDs within their intervals agree with all that is printed."""
    found = region(10, **SLEEP, change=change)  # type: ignore[arg-type]
    grid = [(m, s) for m in np.linspace(1.5705, 1.5895, 5) for s in np.linspace(0.15, 3.9, 41)]
    sds = [(a, b) for a in np.linspace(1.785, 1.795, 9) for b in np.linspace(1.995, 2.005, 9)]
    wrong = []
    for mean, sd in grid:
        rs = [(a * a + b * b - sd * sd) / (2 * a * b) for a, b in sds]
        rs = [r for r in rs if -1 <= r <= 1 and agrees(mean, sd, r, change)]
        if rs and not all(found.contains(mean, sd, r) for r in rs):
            wrong.append((mean, sd))
        if not rs and any(found.contains(mean, sd, r) for r in np.linspace(-1, 1, 201)) and clearly(mean, sd, change):
            wrong.append((mean, sd))
    assert not wrong


def agrees(mean: float, sd: float, r: float, change: Asked, slack: float = 0.0) -> bool:
    """By the formulas, up to a slack in units of the last place."""
    t = mean / sd * sqrt(10)
    half = stats.t.isf(0.025, 9) * sd / sqrt(10)
    values = {"t": t, "sd": sd, "p": 2 * stats.t.sf(abs(t), 9), "r": r, "ci": (mean - half, mean + half)}
    for name, printed in change.items():
        pairs = zip(values[name], printed, strict=True) if name == "ci" else [(values[name], printed)]
        for value, text in pairs:
            unit = 10.0 ** -len(text.partition(".")[2])
            if abs(value - float(text)) > unit * (0.5 + slack):
                return False
    return True


def clearly(mean: float, sd: float, change: Asked) -> bool:
    """Outside also with some room: the SDs of the grid are a sample of their intervals."""
    rs = [(a * a + b * b - sd * sd) / (2 * a * b) for a in (1.784, 1.79, 1.796) for b in (1.994, 2.0, 2.006)]
    return not any(-1.002 <= r <= 1.002 and agrees(mean, sd, r, change, 0.2) for r in rs)


@pytest.mark.parametrize(
    "change",
    [
        {"t": "1.06"},
        {"sd": "0.10"},
        {"sd": "3.90"},
        {"ci": ("1.00", "2.46")},
        {"t": "-4.06"},
        {"mean": "1.5", "sd": "9"},
    ],
)
def test_an_empty_region_is_told(change: Asked) -> None:
    found = region(10, **SLEEP, change=change)  # type: ignore[arg-type]
    assert found.ending == "none exists"
    assert (found.mean, found.sd, found.r, found.parts) == (None, None, None, ())
    assert not found.contains(1.58, 1.23, 0.8)


def test_exact_ends() -> None:
    """SDs 3 and 4 known exactly: the SD of change runs from 1 to 7, and is 5 at r = 0."""
    exact: Asked = (
        {"mean": Interval.point(0), "sd": Interval.point(3)},
        {"mean": Interval.of(1, 2), "sd": Interval.point(4)},
    )
    found = region(9, *exact)  # type: ignore[arg-type]
    assert found.corners() == (((1.0, 1.0), (1.0, 7.0), (2.0, 7.0), (2.0, 1.0)),)
    assert region(9, *exact, change={"r": Interval.point(0)}).parts[0][0][1] * 3 == 5  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("n", "before", "words"),
    [
        (2, SLEEP["before"], "three people"),
        (10, {"mean": "0.75"}, "its mean and its SD"),
        (10, {"sd": "0.75"}, "its mean and its SD"),
        (10, {"mean": "0.75", "sd": "1", "se": "1"}, "the one that is printed"),
    ],
)
def test_what_cannot_be_asked_is_said_in_words(n: int, before: Any, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        region(n, before, SLEEP["after"])
