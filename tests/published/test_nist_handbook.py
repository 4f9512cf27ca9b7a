"""NIST/SEMATECH e-Handbook of Statistical Methods, section 7.4.2.4 (itl.nist.gov, prc424): a one-way analysis by hand.

Three treatments: sum of squares 27.897, two degrees of freedom, mean square 13.949.
"""

from __future__ import annotations

from published_cases import altered, reported, right

TREATMENTS = {"ss": "27.897", "df1": "2", "ms": "13.949"}
WHERE = "mean square of treatments"

PUBLISHED = [
    right(reported(TREATMENTS, test="one-way ANOVA"), "f_from_squares", where=WHERE),
    altered(
        reported({**TREATMENTS, "ms": "13.494"}, test="one-way ANOVA"), "f_from_squares",
        where=f"{WHERE}; 13.494 for 13.949",
    ),
]  # fmt: skip
