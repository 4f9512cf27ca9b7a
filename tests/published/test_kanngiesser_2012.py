"""Kanngiesser & Warneken 2012, doi:10.1371/journal.pone.0043979: decimal points lost in typesetting, later corrected.

Printed: F(1, 32) = 71, p = .405 and F(1, 32) = 49, p = .488 (at second hand: as a collection of corrected errors quotes
article and correction, PMC5703034). With the points back (.71 and .49) F and p agree.
"""

from published_cases import reported, right, wrong

from reread.study.values import Study


def of(F: str, p: str) -> Study:
    return reported({"F": F, "df1": "1", "df2": "32", "p": p}, test="ANOVA")


PUBLISHED = [
    wrong(of("71", ".405"), "p_statistic", where="as printed"),
    wrong(of("49", ".488"), "p_statistic", where="as printed"),
    right(of(".71", ".405"), "p_statistic", where="as corrected"),
    right(of(".49", ".488"), "p_statistic", where="as corrected"),
]
