"""Nuijten et al. 2016, doi:10.3758/s13428-015-0664-2: p recomputed from t and its degrees of freedom (statcheck).

The first case is the sentence of statcheck's manual; the others are of todd866/paperscope, calibration/cases. A p cut
off instead of rounded is admitted here and not there: t(28) = 2.20 gives .0362, which may stand as .03.
"""

import plain_study
import pytest

from reappraise.checks.p_t import check

CASES = [  # t, df, p, status, decision error
    ("2.20", "28", ".036", "consistent", False),
    ("2.20", "28", ".03", "consistent", False),
    ("2.20", "28", ".02", "inconsistent", False),
    ("2.20", "28", "< .05", "consistent", False),
    ("2.20", "28", "> .05", "inconsistent", True),
    ("1.02", "38", ".003", "inconsistent", True),
    ("2.50", "30", ".018", "consistent", False),
]


@pytest.mark.parametrize(("t", "df", "p", "status", "error"), CASES)
def test_p(t: str, df: str, p: str, status: str, error: bool) -> None:
    (found,) = check(plain_study.study({"change.t": t, "change.df": df, "change.p": p}))
    assert (found.status, found.decision_error) == (status, error)
