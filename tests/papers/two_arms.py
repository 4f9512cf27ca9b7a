"""Two arms before and after as a study prints them, and what least squares says of the participants. For tests only."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import stats

from reread.study.file import StudyFile
from reread.study.values import Study

Floats = NDArray[np.float64]
Arm = tuple[Floats, Floats]
Arms = dict[str, Arm]


def least_squares(first: Arm, second: Arm) -> tuple[float, float, float, float]:
    """Adjusted difference, SE, t, p of after on before and arm, from the participants."""
    before, after = (np.concatenate([first[k], second[k]]) for k in (0, 1))
    group = np.repeat([0.0, 1.0], [len(first[0]), len(second[0])])
    design = np.column_stack((np.ones_like(before), group, before))
    found, *_ = np.linalg.lstsq(design, after, rcond=None)
    df = len(before) - 3
    variance = ((after - design @ found) ** 2).sum() / df
    se = float(np.sqrt(variance * np.linalg.inv(design.T @ design)[1, 1]))
    return float(found[1]), se, float(found[1] / se), float(2 * stats.t.sf(abs(found[1] / se), df))


def study_of_arms(arms: Arms, decimals: int = 1, changes: bool = False, **said: Any) -> Study:
    """The study that prints n, mean and SD of each arm at both occasions, its t-test, and the changes if asked."""
    kinds = {"before": lambda x, y: x, "after": lambda x, y: y, **({"gain": lambda x, y: y - x} if changes else {})}
    texts: dict[str, str] = {}
    tests: dict[str, Any] = {}
    for kind, pick in kinds.items():
        groups: dict[str, Any] = {}
        for name, arm in arms.items():
            scores, role = pick(*arm), f"tests.{kind}.groups.{name}"
            texts[f"{role}.n"] = str(len(scores))
            texts[f"{role}.mean"] = f"{scores.mean():.{decimals}f}"
            texts[f"{role}.sd"] = f"{scores.std(ddof=1):.{decimals}f}"
            groups[name] = dict.fromkeys(("n", "mean", "sd"), "{0}")
        tests[kind] = {"label": kind, "groups": groups, **said}
    t = stats.ttest_ind(*(arm[1] for arm in reversed(arms.values())))
    texts |= {"tests.after.t": f"{t.statistic:.2f}", "tests.after.p": f"{t.pvalue:.3f}"}
    tests["before"] |= {"occasion": "baseline"}
    tests["after"] |= {"baseline": "before", "test": "independent t", "t": "{0}", "p": "{0}"}
    if changes:
        tests["gain"] |= {"baseline": "before", "occasion": "change"}
    tree = {"title": "Two arms", "design": {"kind": "two-group randomised"}, "tests": tests}
    return Study("two-arms", StudyFile.model_validate(tree), {}).printing(texts)
