"""Nuijten et al. 2016, doi:10.3758/s13428-015-0664-2: p recomputed from t and its degrees of freedom (statcheck).

The first case is the sentence of statcheck's manual; the others are of todd866/paperscope, calibration/cases. A p cut
off instead of rounded is admitted here and not there: t(28) = 2.20 gives .0362, which may stand as .03.
"""

import plain_study
import pytest
from of_tests import verdicts

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


OTHERS = [  # test, printed, status: the kinds of results that statcheck reads
    ("independent t", {"t": "2.20", "df": "28", "p": ".036"}, "consistent"),
    ("independent t", {"t": "2.20", "df": "28", "p": ".06"}, "inconsistent"),
    ("Welch t", {"t": "-2.20", "df": "28", "p": "< .05"}, "consistent"),
    ("one-way ANOVA", {"F": "4.56", "df1": "2", "df2": "65", "p": ".014"}, "consistent"),
    ("one-way ANOVA", {"F": "4.56", "df1": "2", "df2": "65", "p": ".004"}, "inconsistent"),
    ("one-way ANOVA", {"F": "4.56", "df1": "2", "df2": "65", "p": ".030"}, "undecided"),  # a correction for sphericity
    ("chi-squared", {"chi2": "3.84", "df": "1", "p": ".05"}, "consistent"),
    ("chi-squared", {"chi2": "3.84", "df": "1", "p": ".001"}, "inconsistent"),
    ("chi-squared", {"chi2": "3.84", "df": "1", "p": ".08"}, "undecided"),  # with Yates's correction, or exact
    ("z", {"z": "1.96", "p": ".05"}, "consistent"),
    ("Mann-Whitney", {"z": "1.96", "p": ".03"}, "undecided"),  # an exact p
    ("Pearson", {"r": ".50", "df": "28", "p": ".005"}, "consistent"),
    ("Pearson", {"r": ".50", "df": "28", "p": ".05"}, "inconsistent"),
    ("Spearman", {"r": ".50", "df": "28", "p": ".02"}, "undecided"),
    ("Q", {"Q": "12.5", "df": "5", "p": ".03"}, "consistent"),
    ("Kruskal-Wallis", {"H": "12.5", "df": "5", "p": ".01"}, "undecided"),
]


@pytest.mark.parametrize(("test", "printed", "status"), OTHERS)
def test_p_of_other_statistics(test: str, printed: dict[str, str], status: str) -> None:
    assert verdicts(printed, test=test)["p_statistic"] == status


def test_one_sided_and_adjusted() -> None:
    halved = {"t": "2.20", "df": "28", "p": ".018"}
    assert verdicts(halved, test="independent t")["p_statistic"] == "inconsistent"
    assert verdicts(halved, test="independent t", sides="one")["p_statistic"] == "consistent"
    assert verdicts({**halved, "p": ".982"}, test="independent t", sides="one")["p_statistic"] == "consistent"
    assert verdicts({**halved, "p": ".109"}, test="independent t", adjusted=True)["p_statistic"] == "consistent"
    assert verdicts({**halved, "p": ".02"}, test="independent t", adjusted=True)["p_statistic"] == "inconsistent"
