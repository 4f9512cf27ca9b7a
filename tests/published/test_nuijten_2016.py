"""Nuijten et al. 2016, doi:10.3758/s13428-015-0664-2: p recomputed from t and its degrees of freedom (statcheck).

The first case is the sentence of statcheck's manual; the others are of todd866/paperscope, calibration/cases. A p cut
off instead of rounded is admitted here and not there: t(28) = 2.20 gives .0362, which may stand as .03.
"""

import plain_study
import pytest
from published_cases import Case, altered, reported, right

from reread.checks.p_statistic import check

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
    findings = check(plain_study.study({"change.t": t, "change.df": df, "change.p": p}))
    (found,) = (finding for finding in findings if finding.roles[0] == "score.change.p")
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
HALVED = {"t": "2.20", "df": "28", "p": ".018"}


def case(test: str, printed: dict[str, str], says: str, **about: object) -> Case:
    make = right if says == "consistent" else altered
    return make(reported(printed, test=test, **about), "p_statistic", where="a result as statcheck reads it", says=says)


PUBLISHED = [
    *(case(*other) for other in OTHERS),
    case("independent t", HALVED, "inconsistent"),
    case("independent t", HALVED, "consistent", sides="one"),
    case("independent t", {**HALVED, "p": ".982"}, "consistent", sides="one"),
    case("independent t", {**HALVED, "p": ".109"}, "consistent", adjusted=True),
    case("independent t", {**HALVED, "p": ".02"}, "inconsistent", adjusted=True),
]
